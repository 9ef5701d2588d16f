//! The period that a point means: from where it starts counting, ever narrower.
//!
//! In: a [`TimePoint`], where its clause looks, and the [`Anchors`]. Out: a [`CalendarPeriod`] and what it was counted from.
//! It must never learn about TIMEX3.

use super::anchors::{Anchors, anchor_day, full_year, reference_unit, shift_day, unit_of};
use super::calendar::{self, CalendarPeriod};
use super::dated::CountedFrom;
use super::kind::TextKind;
use super::meaning::{Base, PartOf, RelativeTo, TimePoint, TimeUnit};
use super::nearest::open;
use super::tense::Direction;
use crate::base::date::{Day, Precision};

/// The period a point means, and what it was counted from.
pub(super) fn place(
    point: &TimePoint,
    direction: Option<Direction>,
    anchors: &Anchors,
) -> Option<(CalendarPeriod, CountedFrom)> {
    let (base, anchor) = match point.base {
        Base::Open => return open(point, direction, anchors),
        Base::Year(year) => (calendar::year(year)?, CountedFrom::Absolute),
        Base::ShortYear(short) => (calendar::year(full_year(i32::from(short), anchors))?, CountedFrom::Absolute),
        Base::Decade(decade) => {
            let first = if decade < 100 { full_year(decade, anchors) } else { decade };
            (calendar::period(TimeUnit::Decade, Day::from_ymd(first, 1, 1)?), CountedFrom::Absolute)
        }
        Base::Century(century) => {
            let first = if century > 0 { (century - 1) * 100 } else { century * 100 };
            (calendar::period(TimeUnit::Century, Day::from_ymd(first, 1, 1)?), CountedFrom::Absolute)
        }
        // "the quarter", "the latest period": the one reported on, else the last that is over.
        Base::Step(0, TimeUnit::Quarter, RelativeTo::Text) => {
            match anchors.reporting.filter(|reporting| !reporting.is_year()) {
                Some(reporting) => (reporting.period, reporting.anchor()),
                None => {
                    let (day, anchor) = anchor_day(RelativeTo::Published, anchors)?;
                    (calendar::period(TimeUnit::Quarter, start_for_step(day, TimeUnit::Quarter).plus_days(-1)), anchor)
                }
            }
        }
        Base::Step(count, unit, from) => {
            let (day, anchor) = anchor_day(from, anchors)?;
            if let Some(period) = named_step(point, count, unit, day) {
                return Some((period, anchor));
            }
            let unit = if unit == TimeUnit::Period { reference_unit(anchors) } else { unit };
            (
                calendar::period(unit, calendar::shifted(start_for_step(day, unit), count.saturating_mul(100), unit)),
                anchor,
            )
        }
        Base::Shift(hundredths, unit, from) => {
            let (day, anchor) = shift_day(from, anchors)?;
            let shifted = calendar::shifted(day, hundredths, unit);
            // "a year earlier" than a quarter is a quarter, than a month a month; and so "a year ago" where quarters are reported on.
            if let (TimeUnit::Year, -100, Some(reporting)) = (unit, hundredths, anchors.reporting) {
                let first = reporting.period.first.plus_months(-12);
                return narrow(point, calendar::period(unit_of(reporting.period.precision), first), anchors)
                    .map(|period| (period, reporting.anchor()));
            }
            let like = match (unit, anchors.reference) {
                (TimeUnit::Year, Some(reference)) if from == RelativeTo::Text && hundredths.abs() <= 100 => {
                    unit_of(reference.period.precision)
                }
                // A post says "one year ago" of a day.
                _ if anchors.kind == TextKind::Message && unit >= TimeUnit::Month => TimeUnit::Day,
                // "half a century ago" is a year.
                _ if hundredths % 100 != 0 => unit.min(TimeUnit::Year),
                _ => unit,
            };
            (calendar::period(like, shifted), anchor)
        }
        Base::Some(..) => return None,
    };
    narrow(point, base, anchors).map(|period| (period, anchor))
}

/// Months and quarters are counted from their first day, so that no 31st is lost on the way.
fn start_for_step(day: Day, unit: TimeUnit) -> Day {
    match unit {
        TimeUnit::Month => day.first_of(Precision::Month),
        TimeUnit::Quarter => day.first_of(Precision::Quarter),
        TimeUnit::Season => day.first_of(Precision::Season),
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => day.first_of(Precision::Year),
        _ => day,
    }
}

/// "last May", "next Tuesday", "last Easter": the nearest so named before or after the anchor's own.
pub(super) fn named_step(point: &TimePoint, count: i32, unit: TimeUnit, day: Day) -> Option<CalendarPeriod> {
    match unit {
        TimeUnit::Day => {
            let weekday = i32::from(point.weekday?);
            let today = day.weekday().days_from_monday();
            let ahead = (weekday - today).rem_euclid(7);
            Some(calendar::single(match count {
                ..0 => day.plus_days(if ahead == 0 { -7 } else { ahead - 7 } + 7 * (count + 1)),
                0 => day.plus_days(ahead),
                _ => day.plus_days(if ahead == 0 { 7 } else { ahead } + 7 * (count - 1)),
            }))
        }
        TimeUnit::Month | TimeUnit::Season | TimeUnit::Period | TimeUnit::Weekend
            if count != 0 || unit != TimeUnit::Weekend =>
        {
            if unit == TimeUnit::Weekend {
                point.part?;
                return Some(calendar::period(unit, day.plus_days(7 * count)));
            }
            let year = day.year();
            let mut candidates = [year - 2, year - 1, year, year + 1, year + 2].map(|year| of_year(point, year));
            match count {
                ..0 => candidates.into_iter().flatten().rfind(|period| period.last < day),
                0 => candidates.get_mut(2)?.take(),
                _ => candidates.into_iter().flatten().find(|period| period.first > day),
            }
        }
        _ => None,
    }
}

/// What a point names inside a year, when it names something at all.
pub(super) fn of_year(point: &TimePoint, year: i32) -> Option<CalendarPeriod> {
    if let Some(rule) = point.holiday {
        return calendar::holiday(rule, year);
    }
    // "the first half of June" is in June.
    if let (Some((part @ (PartOf::Quarter | PartOf::Half | PartOf::Season), number)), None) = (point.part, point.month)
    {
        return calendar::part_of_year(year, part, number);
    }
    point.month.and_then(|month| calendar::month(year, month, point.day))
}

/// A named part of a base period: the month of a year, the Monday of a week, the first day of a month.
pub(super) fn narrow(point: &TimePoint, base: CalendarPeriod, anchors: &Anchors) -> Option<CalendarPeriod> {
    let mut period = base;
    if let (Some((PartOf::Quarter, 0)), Some(reporting)) = (point.part, anchors.reporting) {
        if reporting.is_year() {
            return Some(base);
        }
        // "the 1988 period": the quarter reported on, in that year.
        return calendar::part_of_year(
            base.first.year(),
            PartOf::Quarter,
            (reporting.period.first.month() as u8).div_ceil(3),
        );
    }
    if point.month.is_some()
        || point.holiday.is_some()
        || matches!(point.part, Some((part, _)) if part != PartOf::Weekend && base.precision <= Precision::Year)
    {
        period = of_year(point, base.first.year())?;
    } else if let Some(day) = point.day {
        period = calendar::single(Day::from_ymd(base.first.year(), base.first.month(), u32::from(day))?);
    }
    if matches!(point.part, Some((PartOf::Weekend, _))) {
        period = calendar::period(TimeUnit::Weekend, period.first);
    }
    if let Some((count, unit)) = point.nth {
        period = nth(period, i32::from(count), unit, point.weekday)?;
    } else if let Some(weekday) = point.weekday
        && period.precision == Precision::Week
    {
        period = calendar::single(period.first.plus_days(i32::from(weekday)));
    }
    Some(period)
}

/// "the second week of", "the last Sunday in"; the 0th is the one that holds the period: "the week of March 6".
pub(super) fn nth(within: CalendarPeriod, count: i32, unit: TimeUnit, weekday: Option<u8>) -> Option<CalendarPeriod> {
    if count == 0 {
        return Some(calendar::period(unit, within.first));
    }
    if let Some(weekday) = weekday {
        return calendar::nth_weekday(within.first, within.last, count, weekday).map(calendar::single);
    }
    let (from, steps) = if count > 0 { (within.first, count - 1) } else { (within.last, count + 1) };
    let day = calendar::shifted(from, steps.saturating_mul(100), unit);
    Some(calendar::period(unit, day))
}
