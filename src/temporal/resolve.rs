//! RelativeTo meanings to dates: what a mention says, counted from the publication date or from the mentions before it.
//!
//! In: a [`Meaning`], where its clause looks, and the [`Anchors`] so far. Out: a TIMEX3 value and the days it covers.
//! Pure calendar work: it must never learn how the words were found, and it never asks for today's date.

use super::anchors::{Anchors, anchor_day, shift_period};
use super::calendar::{self, CalendarPeriod};
use super::dated::{CountedFrom, DateRange, Modifier};
use super::meaning::{Amount, Base, Duration, Meaning, PartOf, Recurrence, RelativeTo, TimePoint, TimeUnit, Vague};
use super::place::place;
use super::tense::Direction;
use super::value::{CalendarDate, InYear, TimeOfDay, Timex, TimexKind, TimexValue};
use crate::base::date::{Moment, Precision};

/// A resolved mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    pub timex: Timex,
    pub range: Option<DateRange>,
    pub anchor: CountedFrom,
    /// What later mentions can count from.
    pub period: Option<CalendarPeriod>,
}

/// Resolves one mention.
pub(super) fn resolve(
    meaning: &Meaning,
    modifier: Option<Modifier>,
    direction: Option<Direction>,
    anchors: &Anchors,
) -> Resolved {
    let plain = |kind, value| Resolved {
        timex: Timex { kind, value, modifier },
        range: None,
        anchor: CountedFrom::Absolute,
        period: None,
    };
    match meaning {
        Meaning::Length(length) => plain(TimexKind::Duration, TimexValue::Length(in_years(*length, anchors))),
        Meaning::Vague(vague) => plain(TimexKind::Date, TimexValue::Vague(*vague)),
        Meaning::Set(Recurrence::Every(length)) => plain(TimexKind::Set, TimexValue::Length(*length)),
        Meaning::Set(Recurrence::At(point)) => {
            let (date, time) = set_of(point);
            plain(TimexKind::Set, TimexValue::Date(date, time))
        }
        Meaning::Point(TimePoint { base: Base::Some(sign, ..), .. }) => {
            plain(TimexKind::Date, TimexValue::Vague(if *sign < 0 { Vague::Past } else { Vague::Future }))
        }
        Meaning::Point(point) => point_of(point, modifier, direction, anchors),
    }
}

/// "two decades" are 20 years where TimeML's guidelines hold, and decades in histories, where TIDES's do.
fn in_years(length: Duration, anchors: &Anchors) -> Duration {
    match length.amount {
        Amount::Known(number) if length.unit == TimeUnit::Decade && !anchors.narrative() => {
            Duration { amount: Amount::Known(number.saturating_mul(10)), unit: TimeUnit::Year, ..length }
        }
        _ => length,
    }
}

/// "every Monday" is `XXXX-WXX-1`, "each July" `XXXX-07`.
fn set_of(point: &TimePoint) -> (CalendarDate, Option<TimeOfDay>) {
    let date = match (point.weekday, point.month, point.part, point.holiday) {
        (Some(weekday), ..) => CalendarDate::Weekday(Some(weekday)),
        (_, Some(month), ..) => CalendarDate::InYear(
            None,
            point.day.map_or(InYear::Month(Some(month)), |day| InYear::Day(Some(month), Some(day))),
        ),
        (_, _, Some((part, number)), _) => CalendarDate::InYear(
            None,
            match part {
                PartOf::Quarter => InYear::Quarter(Some(number)),
                PartOf::Half => InYear::Half(number),
                PartOf::Season => InYear::Season(number),
                PartOf::Weekend => InYear::Weekend(None),
            },
        ),
        (_, _, _, Some(rule)) if rule <= 1231 => {
            CalendarDate::InYear(None, InYear::Day(Some((rule / 100) as u8), Some((rule % 100) as u8)))
        }
        _ => CalendarDate::Weekday(None),
    };
    (date, time_of(point))
}

fn time_of(point: &TimePoint) -> Option<TimeOfDay> {
    match (point.clock, point.daypart) {
        (Some(clock), _) => Some(TimeOfDay::Clock(clock, point.zone)),
        (None, Some(part)) => Some(TimeOfDay::Part(part)),
        _ => None,
    }
}

fn point_of(
    point: &TimePoint,
    modifier: Option<Modifier>,
    direction: Option<Direction>,
    anchors: &Anchors,
) -> Resolved {
    let found = place(point, direction, anchors);
    let time = time_of(point).or_else(|| clock_shift(point));
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    let Some((period, anchor)) = found else {
        return Resolved {
            timex: Timex { kind, value: TimexValue::Date(unknown(point), time), modifier },
            range: None,
            anchor: CountedFrom::Absolute,
            period: None,
        };
    };
    let mut period = period;
    // A bound needs a day: "more than two weeks ago" is before the day two weeks ago, not before its week.
    if let (
        Base::Shift(hundredths, unit @ (TimeUnit::Week | TimeUnit::Fortnight), from),
        Some(Modifier::Before | Modifier::After),
    ) = (point.base, modifier)
        && let Some((day, _)) = anchor_day(from, anchors)
    {
        period = calendar::single(calendar::shifted(day, hundredths, unit));
    }
    let mut time = time;
    let mut moments = (Moment::from(period.first), Moment::from(period.last));
    match time {
        Some(TimeOfDay::Clock(minutes, zone)) if period.first == period.last => {
            let day = if minutes == 1440 { period.first.plus_days(1) } else { period.first };
            let moment = Moment { day, minute: Some(minutes % 1440), offset: zone };
            moments = (moment, moment);
            period.precision = Precision::Minute;
        }
        Some(TimeOfDay::Unknown) => {
            if let Some((moment, exact)) = hours_from(point, anchors) {
                let date = CalendarDate::day(moment.day);
                period = CalendarPeriod { date, ..calendar::single(moment.day) };
                moments = (moment, moment);
                if exact {
                    time = moment.minute.map(|minute| TimeOfDay::Clock(minute, None));
                    period.precision = Precision::Minute;
                }
            }
        }
        _ => {}
    }
    let value = TimexValue::Date(period.date, time);
    let mut range = modified(moments, &period, point, modifier);
    // "two weeks later" than a month: nobody says than which of its days.
    if let (Base::Shift(hundredths, unit, RelativeTo::Text), None, None) = (point.base, modifier, time)
        && let Some(from) = shift_period(anchors)
        && from.last.days() - from.first.days() > period.last.days() - period.first.days()
    {
        let [first, last] = [from.first, from.last].map(|day| calendar::shifted(day, hundredths, unit).into());
        range = DateRange { first, last, precision: Precision::Day };
    }
    Resolved { timex: Timex { kind, value, modifier }, range: Some(range), anchor, period: Some(period) }
}

/// "two hours ago" has a time, though not one that the day alone can tell.
fn clock_shift(point: &TimePoint) -> Option<TimeOfDay> {
    match point.base {
        Base::Shift(_, unit, _) | Base::Step(_, unit, _) if unit < TimeUnit::Day => Some(TimeOfDay::Unknown),
        _ => None,
    }
}

/// The moment some hours or minutes from the publication; whether its minute is known.
fn hours_from(point: &TimePoint, anchors: &Anchors) -> Option<(Moment, bool)> {
    let Base::Shift(hundredths, unit, RelativeTo::Published) = point.base else { return None };
    let published = anchors.published?;
    let minute = published.minute?;
    let each = match unit {
        TimeUnit::Hour => 60,
        TimeUnit::Minute => 1,
        _ => return None,
    };
    let minutes = i64::from(minute) + i64::from(hundredths) * each / 100;
    let day = published.day.plus_days(i32::try_from(minutes.div_euclid(1440)).ok()?);
    Some((Moment { day, minute: Some(minutes.rem_euclid(1440) as u16), offset: published.offset }, true))
}

/// What TIMEX3 writes for a date that nothing fixes.
fn unknown(point: &TimePoint) -> CalendarDate {
    if let (Some(month), day) = (point.month, point.day) {
        return CalendarDate::InYear(
            None,
            day.map_or(InYear::Month(Some(month)), |day| InYear::Day(Some(month), Some(day))),
        );
    }
    if let (Some(weekday), _) = (point.weekday, point.base) {
        return CalendarDate::Weekday(Some(weekday));
    }
    let part = match (point.part, point.base) {
        (Some((PartOf::Quarter, number)), _) => InYear::Quarter((number > 0).then_some(number)),
        (Some((PartOf::Half, number)), _) => InYear::Half(number),
        (Some((PartOf::Season, number)), _) => InYear::Season(number),
        (Some((PartOf::Weekend, _)), _) => InYear::Weekend(None),
        (None, Base::Step(_, unit, _) | Base::Shift(_, unit, _) | Base::Some(_, unit, _)) => match unit {
            TimeUnit::Week | TimeUnit::Fortnight => InYear::Week(None),
            TimeUnit::Weekend => InYear::Weekend(None),
            TimeUnit::Month => InYear::Month(None),
            TimeUnit::Quarter => InYear::Quarter(None),
            TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium | TimeUnit::Season => {
                InYear::Whole
            }
            _ => InYear::Day(None, point.day),
        },
        _ => InYear::Day(None, point.day),
    };
    CalendarDate::InYear(None, part)
}

/// The days a mention may cover once its modifier is taken into account.
fn modified(
    moments: (Moment, Moment),
    period: &CalendarPeriod,
    point: &TimePoint,
    modifier: Option<Modifier>,
) -> DateRange {
    let (mut first, mut last) = moments;
    let days = period.last.days() - period.first.days() + 1;
    let unit = match point.base {
        Base::Shift(_, unit, _) => unit,
        _ => TimeUnit::Day,
    };
    match modifier {
        // "more than two weeks ago": before that day, and less than a week more.
        Some(Modifier::Before | Modifier::MoreThan) if unit >= TimeUnit::Day => {
            last = period.first.plus_days(-1).into();
            first = calendar::shifted(period.first, -100, unit).into();
        }
        Some(Modifier::After | Modifier::LessThan) if unit >= TimeUnit::Day => {
            first = period.last.plus_days(1).into();
            last = calendar::shifted(period.last, 100, unit).into();
        }
        Some(part @ (Modifier::Start | Modifier::Mid | Modifier::End)) if days > 3 => {
            (first, last) = third(period, part, days);
        }
        _ => {}
    }
    DateRange { first, last, precision: period.precision }
}

/// "early", "mid", "late": a third, of a decade and of a year in whole years and months ("the late 1980s" begin in 1986).
fn third(period: &CalendarPeriod, part: Modifier, days: i32) -> (Moment, Moment) {
    let months = match period.precision {
        Precision::Century => 408,
        Precision::Decade => 48,
        Precision::Year => 4,
        _ => {
            let third = days / 3;
            return match part {
                Modifier::Start => (period.first.into(), period.first.plus_days(third - 1).into()),
                Modifier::Mid => (period.first.plus_days(third).into(), period.last.plus_days(-third).into()),
                _ => (period.last.plus_days(1 - third).into(), period.last.into()),
            };
        }
    };
    let behind = period.last.plus_days(1);
    // The middle overlaps both ends by a year where ten years are parted.
    let margin = if months > 12 { months - 12 } else { months };
    let (first, behind) = match part {
        Modifier::Start => (period.first, period.first.plus_months(months)),
        Modifier::Mid => (period.first.plus_months(margin), behind.plus_months(-margin)),
        _ => (behind.plus_months(-months), behind),
    };
    (first.into(), behind.plus_days(-1).into())
}
