//! From meanings to dates: what a mention says, counted from the publication date or from the mentions before it.
//!
//! In: a [`Meaning`], where its clause looks, and the [`Anchors`] so far. Out: a TIMEX3 value and the days it covers.
//! Pure calendar work: it must never learn how the words were found, and it never asks for today's date.

use super::calendar::{self, Period};
use super::dated::{Anchor, Modifier, Range, Signal};
use super::meaning::{Base, From, Meaning, PartOf, Point, Set, TextKind, Unit, Vague};
use super::tense::Direction;
use super::value::{CalendarDate, InYear, TimeOfDay, Timex, TimexKind, Value};
use crate::date::{Day, Moment, Precision};

/// What mentions are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Anchors {
    pub published: Option<Moment>,
    /// The mention that the text's own time is at.
    pub reference: Option<Reference>,
    /// A date far from the text's time: an aside, unless the next is near it.
    aside: Option<Reference>,
    /// The last quarter or other part of a year that was spoken of: what "a year earlier" is compared with.
    reporting: Option<Reference>,
    /// In a narrative, dates without a year take it from the text before, not from publication.
    pub kind: TextKind,
}

/// A date the text is at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub period: Period,
    /// The text and the mention in it.
    pub place: (usize, usize),
}

impl Reference {
    fn anchor(&self) -> Anchor {
        Anchor::Mention(self.place.0, self.place.1)
    }
}

/// How many years a narrative moves at once; further dates are asides at first.
const STRIDE: i32 = 3;

impl Anchors {
    fn narrative(&self) -> bool {
        self.kind == TextKind::Narrative
    }

    /// Takes note of a resolved mention: the text is at its time now.
    pub(super) fn pass(&mut self, meaning: &Meaning, signal: Option<Signal>, passed: Reference) {
        let Meaning::Point(point) = meaning else { return };
        // "their successes of the year before", "since 1955": a glance back; the text stays where it is.
        let back = match point.base {
            Base::Step(count, _, From::Text) | Base::Shift(count, _, From::Text) => count < 0,
            _ => signal == Some(Signal::Since),
        };
        if self.narrative() && back && self.reference.is_some() {
            return;
        }
        let newer = |known: &Reference| known.period.first <= passed.period.first;
        // What is compared with lies further back.
        let over = self.published.is_none_or(|published| passed.period.last < published.day);
        if over && matches!(point.part, Some((PartOf::Quarter, _))) && self.reporting.as_ref().is_none_or(newer) {
            self.reporting = Some(passed);
        }
        // "that winter" names no new time; a year alone that lies back or far ahead is an aside, unless the next such year agrees.
        if self.narrative() && self.reference.is_some() && passed.period.precision == Precision::Season {
            return;
        }
        let year_only = matches!(point.base, Base::Year(_) | Base::ShortYear(_) | Base::Decade(_) | Base::Century(_))
            && passed.period.precision >= Precision::Year;
        let years = |from: &Reference| passed.period.first.year() - from.period.first.year();
        let strays = |from: &Reference| !(0..=STRIDE).contains(&years(from));
        let repeated = |from: &Reference| years(from).abs() <= STRIDE;
        if self.narrative()
            && year_only
            && self.reference.as_ref().is_some_and(strays)
            && !self.aside.as_ref().is_some_and(repeated)
        {
            self.aside = Some(passed);
            return;
        }
        self.aside = None;
        self.reference = Some(passed);
    }
}

/// A resolved mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    pub timex: Timex,
    pub range: Option<Range>,
    pub anchor: Anchor,
    /// What later mentions can count from.
    pub period: Option<Period>,
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
        anchor: Anchor::Absolute,
        period: None,
    };
    match meaning {
        Meaning::Length(length) => plain(TimexKind::Duration, Value::Length(*length)),
        Meaning::Vague(vague) => plain(TimexKind::Date, Value::Vague(*vague)),
        Meaning::Set(Set::Every(length)) => plain(TimexKind::Set, Value::Length(*length)),
        Meaning::Set(Set::At(point)) => {
            let (date, time) = set_of(point);
            plain(TimexKind::Set, Value::Date(date, time))
        }
        Meaning::Point(Point { base: Base::Some(sign, unit, _), .. }) if *unit >= Unit::Day => {
            plain(TimexKind::Date, Value::Vague(if *sign < 0 { Vague::Past } else { Vague::Future }))
        }
        Meaning::Point(point) => point_of(point, modifier, direction, anchors),
    }
}

/// "every Monday" is `XXXX-WXX-1`, "each July" `XXXX-07`.
fn set_of(point: &Point) -> (CalendarDate, Option<TimeOfDay>) {
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

fn time_of(point: &Point) -> Option<TimeOfDay> {
    match (point.clock, point.daypart) {
        (Some(clock), _) => Some(TimeOfDay::Clock(clock, point.zone)),
        (None, Some(part)) => Some(TimeOfDay::Part(part)),
        _ => None,
    }
}

fn point_of(point: &Point, modifier: Option<Modifier>, direction: Option<Direction>, anchors: &Anchors) -> Resolved {
    let found = place(point, direction, anchors);
    let time = time_of(point).or_else(|| clock_shift(point));
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    let Some((period, anchor)) = found else {
        return Resolved {
            timex: Timex { kind, value: Value::Date(unknown(point), time), modifier },
            range: None,
            anchor: Anchor::Absolute,
            period: None,
        };
    };
    let mut period = period;
    // A bound needs a day: "more than two weeks ago" is before the day two weeks ago, not before its week.
    if let (
        Base::Shift(hundredths, unit @ (Unit::Week | Unit::Fortnight), from),
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
                period = Period { date, ..calendar::single(moment.day) };
                moments = (moment, moment);
                if exact {
                    time = moment.minute.map(|minute| TimeOfDay::Clock(minute, None));
                    period.precision = Precision::Minute;
                }
            }
        }
        _ => {}
    }
    let value = Value::Date(period.date, time);
    let range = modified(moments, &period, point, modifier);
    Resolved { timex: Timex { kind, value, modifier }, range: Some(range), anchor, period: Some(period) }
}

/// "two hours ago" has a time, though not one that the day alone can tell.
fn clock_shift(point: &Point) -> Option<TimeOfDay> {
    match point.base {
        Base::Shift(_, unit, _) | Base::Some(_, unit, _) | Base::Step(_, unit, _) if unit < Unit::Day => {
            Some(TimeOfDay::Unknown)
        }
        _ => None,
    }
}

/// The moment some hours or minutes from the publication; whether its minute is known.
fn hours_from(point: &Point, anchors: &Anchors) -> Option<(Moment, bool)> {
    let Base::Shift(hundredths, unit, From::Published) = point.base else { return None };
    let published = anchors.published?;
    let minute = published.minute?;
    let each = match unit {
        Unit::Hour => 60,
        Unit::Minute => 1,
        _ => return None,
    };
    let minutes = i64::from(minute) + i64::from(hundredths) * each / 100;
    let day = published.day.plus_days(i32::try_from(minutes.div_euclid(1440)).ok()?);
    Some((Moment { day, minute: Some(minutes.rem_euclid(1440) as u16), offset: published.offset }, true))
}

/// What TIMEX3 writes for a date that nothing fixes.
fn unknown(point: &Point) -> CalendarDate {
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
            Unit::Week | Unit::Fortnight => InYear::Week(None),
            Unit::Weekend => InYear::Weekend(None),
            Unit::Month => InYear::Month(None),
            Unit::Quarter => InYear::Quarter(None),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium | Unit::Season => InYear::Whole,
            _ => InYear::Day(None, point.day),
        },
        _ => InYear::Day(None, point.day),
    };
    CalendarDate::InYear(None, part)
}

/// The period a point means, and what it was counted from.
fn place(point: &Point, direction: Option<Direction>, anchors: &Anchors) -> Option<(Period, Anchor)> {
    let (base, anchor) = match point.base {
        Base::Open => return open(point, direction, anchors),
        Base::Year(year) => (calendar::year(year)?, Anchor::Absolute),
        Base::ShortYear(short) => (calendar::year(full_year(i32::from(short), anchors))?, Anchor::Absolute),
        Base::Decade(decade) => {
            let first = if decade < 100 { full_year(decade, anchors) } else { decade };
            (calendar::period(Unit::Decade, Day::from_ymd(first, 1, 1)?), Anchor::Absolute)
        }
        Base::Century(century) => {
            let first = if century > 0 { (century - 1) * 100 } else { century * 100 };
            (calendar::period(Unit::Century, Day::from_ymd(first, 1, 1)?), Anchor::Absolute)
        }
        // "the quarter", "the latest period": the one reported on, else the last that is over.
        Base::Step(0, Unit::Quarter, From::Text) => match anchors.reporting {
            Some(reporting) => (reporting.period, reporting.anchor()),
            None => {
                let (day, anchor) = anchor_day(From::Published, anchors)?;
                (calendar::period(Unit::Quarter, start_for_step(day, Unit::Quarter).plus_days(-1)), anchor)
            }
        },
        Base::Step(count, unit, from) => {
            let (day, anchor) = anchor_day(from, anchors)?;
            if let Some(period) = named_step(point, count, unit, day) {
                return Some((period, anchor));
            }
            let unit = if unit == Unit::Period { reference_unit(anchors) } else { unit };
            (
                calendar::period(unit, calendar::shifted(start_for_step(day, unit), count.saturating_mul(100), unit)),
                anchor,
            )
        }
        Base::Shift(hundredths, unit, from) => {
            let (day, anchor) = anchor_day(from, anchors)?;
            let shifted = calendar::shifted(day, hundredths, unit);
            // "a year earlier" than a quarter is a quarter, than a month a month; and so "a year ago" where quarters are reported on.
            if let (Unit::Year, -100, Some(reporting)) = (unit, hundredths, anchors.reporting) {
                let first = reporting.period.first.plus_months(-12);
                return narrow(point, calendar::period(Unit::Quarter, first), anchors)
                    .map(|period| (period, reporting.anchor()));
            }
            let like = match (unit, anchors.reference) {
                (Unit::Year, Some(reference)) if from == From::Text && hundredths.abs() <= 100 => {
                    unit_of(reference.period.precision)
                }
                _ => unit,
            };
            (calendar::period(like, shifted), anchor)
        }
        Base::Some(..) => return None,
    };
    narrow(point, base, anchors).map(|period| (period, anchor))
}

/// Months and quarters are counted from their first day, so that no 31st is lost on the way.
fn start_for_step(day: Day, unit: Unit) -> Day {
    match unit {
        Unit::Month => day.first_of(Precision::Month),
        Unit::Quarter => day.first_of(Precision::Quarter),
        Unit::Season => day.first_of(Precision::Season),
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => day.first_of(Precision::Year),
        _ => day,
    }
}

fn reference_unit(anchors: &Anchors) -> Unit {
    anchors.reference.map_or(Unit::Day, |reference| unit_of(reference.period.precision))
}

fn unit_of(precision: Precision) -> Unit {
    match precision {
        Precision::Minute | Precision::Hour | Precision::Day => Unit::Day,
        Precision::Week => Unit::Week,
        Precision::Month => Unit::Month,
        Precision::Quarter => Unit::Quarter,
        Precision::Season => Unit::Season,
        Precision::Year => Unit::Year,
        Precision::Decade => Unit::Decade,
        Precision::Century => Unit::Century,
        Precision::Millennium => Unit::Millennium,
    }
}

fn anchor_day(from: From, anchors: &Anchors) -> Option<(Day, Anchor)> {
    let published = anchors.published.map(|moment| (moment.day, Anchor::Published));
    let reference = anchors
        .reference
        .map(|reference| (reference.period.first, Anchor::Mention(reference.place.0, reference.place.1)));
    match from {
        From::Published if !anchors.narrative() => published.or(reference),
        From::Published => reference.or(published),
        From::Text => reference.or(if anchors.narrative() { None } else { published }),
    }
}

/// Two digits of a year: the year so written that lies nearest, at most ten years ahead.
fn full_year(short: i32, anchors: &Anchors) -> i32 {
    let near = match (anchors.narrative(), anchors.reference, anchors.published) {
        (true, Some(reference), _) => reference.period.first.year(),
        (_, _, Some(published)) => published.day.year(),
        (_, Some(reference), _) => reference.period.first.year(),
        _ => 2000,
    };
    let year = near.div_euclid(100) * 100 + short;
    if year > near + 10 { year - 100 } else { year }
}

/// "last May", "next Tuesday", "last Easter": the nearest so named before or after the anchor's own.
fn named_step(point: &Point, count: i32, unit: Unit, day: Day) -> Option<Period> {
    match unit {
        Unit::Day => {
            let weekday = i32::from(point.weekday?);
            let today = day.weekday().days_from_monday();
            let ahead = (weekday - today).rem_euclid(7);
            Some(calendar::single(match count {
                ..0 => day.plus_days(if ahead == 0 { -7 } else { ahead - 7 } + 7 * (count + 1)),
                0 => day.plus_days(ahead),
                _ => day.plus_days(if ahead == 0 { 7 } else { ahead } + 7 * (count - 1)),
            }))
        }
        Unit::Month | Unit::Season | Unit::Period | Unit::Weekend if count != 0 || unit != Unit::Weekend => {
            if unit == Unit::Weekend {
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
fn of_year(point: &Point, year: i32) -> Option<Period> {
    if let Some(rule) = point.holiday {
        return calendar::holiday(rule, year);
    }
    if let Some((part @ (PartOf::Quarter | PartOf::Half | PartOf::Season), number)) = point.part {
        return calendar::part_of_year(year, part, number);
    }
    point.month.and_then(|month| calendar::month(year, month, point.day))
}

/// A named part of a base period: the month of a year, the Monday of a week, the first day of a month.
fn narrow(point: &Point, base: Period, anchors: &Anchors) -> Option<Period> {
    let mut period = base;
    if let (Some((PartOf::Quarter, 0)), Some(reporting)) = (point.part, anchors.reporting)
        && reporting.period.precision == Precision::Quarter
    {
        // "the 1988 period": the quarter reported on, in that year.
        return calendar::part_of_year(
            base.first.year(),
            PartOf::Quarter,
            (reporting.period.first.month() as u8).div_ceil(3),
        );
    }
    if point.month.is_some()
        || point.holiday.is_some()
        || matches!(point.part, Some((part, _)) if part != PartOf::Weekend)
    {
        period = of_year(point, base.first.year())?;
    } else if let Some(day) = point.day {
        period = calendar::single(Day::from_ymd(base.first.year(), base.first.month(), u32::from(day))?);
    }
    if matches!(point.part, Some((PartOf::Weekend, _))) {
        period = calendar::period(Unit::Weekend, period.first);
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

/// "the second week of", "the last Sunday in".
fn nth(within: Period, count: i32, unit: Unit, weekday: Option<u8>) -> Option<Period> {
    if let Some(weekday) = weekday {
        return calendar::nth_weekday(within.first, within.last, count, weekday).map(calendar::single);
    }
    let steps = if count > 0 { count - 1 } else { count };
    let from = if count > 0 { within.first } else { within.last.plus_days(1) };
    let day = calendar::shifted(from, steps.saturating_mul(100), unit);
    Some(calendar::period(unit, day))
}

/// A point with no base: the nearest that fits the direction.
fn open(point: &Point, direction: Option<Direction>, anchors: &Anchors) -> Option<(Period, Anchor)> {
    let from = if anchors.narrative() { From::Text } else { From::Published };
    // A weekday alone is near: of a text that is at some year only, it is the publication's.
    let vague = anchors.reference.is_none_or(|reference| reference.period.precision > Precision::Month);
    let weekday = point.weekday.is_some() && point.month.is_none() && point.day.is_none();
    let near = anchors.published.filter(|_| weekday && vague && anchors.narrative());
    let (today, anchor) = match near {
        Some(published) => (published.day, Anchor::Published),
        None => anchor_day(from, anchors).or_else(|| anchor_day(From::Text, anchors))?,
    };
    if point.month.is_some()
        || point.holiday.is_some()
        || matches!(point.part, Some((part, _)) if part != PartOf::Weekend)
    {
        let year = today.year();
        let candidates = [year - 1, year, year + 1].map(|year| of_year(point, year));
        let against = match (point.day, point.part) {
            (Some(_), _) => AGAINST_DAY,
            _ if point.holiday.is_some() || anchors.kind == TextKind::Message => AGAINST_DAY,
            // "will report third-quarter results": the quarter is over.
            (_, Some((PartOf::Quarter | PartOf::Half, _))) if direction == Some(Direction::Future) => 1,
            (_, Some((PartOf::Quarter | PartOf::Half, _))) => AGAINST_DAY,
            _ => AGAINST_MONTH,
        };
        // "Saturday, April 25" is in a year when that is a Saturday.
        let of_weekday = point.weekday.and_then(|weekday| {
            let fits = |period: &Period| period.first == period.last && period.first.weekday() as u8 == weekday;
            candidates.into_iter().flatten().find(fits)
        });
        let chosen = if of_weekday.is_some() {
            of_weekday
        } else if anchors.narrative() {
            in_narrative(&candidates, anchors)
        } else {
            nearest(&candidates, today, direction, against)
        };
        return chosen.map(|period| (named_by(today, with_nth(point, period)), anchor));
    }
    if matches!(point.part, Some((PartOf::Weekend, _))) {
        let weekend = calendar::period(Unit::Weekend, today);
        let week = match direction {
            Some(Direction::Future) => 0,
            _ if anchors.kind == TextKind::Message => 0,
            _ if weekend.first > today => -7,
            _ => 0,
        };
        return Some((calendar::period(Unit::Weekend, today.plus_days(week)), anchor));
    }
    if let Some(day) = point.day {
        // "the 5th": of the month the text is at.
        let (near, anchor) = anchor_day(From::Text, anchors)?;
        let first = near.first_of(Precision::Month);
        return calendar::month(first.year(), first.month() as u8, Some(day)).map(|period| (period, anchor));
    }
    if let Some(weekday) = point.weekday {
        let weekday = i32::from(weekday);
        let ahead = (weekday - today.weekday().days_from_monday()).rem_euclid(7);
        let days = match direction {
            _ if ahead == 0 => 0,
            Some(Direction::Future) => ahead,
            _ => ahead - 7,
        };
        return Some((calendar::single(today.plus_days(days)), anchor));
    }
    if let Some((count, unit)) = point.nth {
        let reference = anchors.reference?;
        let place = Anchor::Mention(reference.place.0, reference.place.1);
        if unit < unit_of(reference.period.precision) {
            return nth(reference.period, i32::from(count), unit, None).map(|period| (period, place));
        }
        return None;
    }
    if point.daypart.is_some() || point.clock.is_some() {
        let day = match anchors.reference {
            Some(reference) if anchors.narrative() && reference.period.precision <= Precision::Day => {
                reference.period.first
            }
            _ => today,
        };
        return Some((calendar::single(day), anchor));
    }
    None
}

/// A winter that began in December goes by the year that is being written in.
fn named_by(today: Day, mut period: Period) -> Period {
    let near = period.first <= today && today <= period.last.plus_days(31) && period.last.year() == today.year();
    if let (true, CalendarDate::InYear(_, season @ InYear::Season(4))) = (near, period.date) {
        period.date = CalendarDate::InYear(Some(today.year()), season);
    }
    period
}

fn with_nth(point: &Point, period: Period) -> Period {
    match point.nth {
        Some((count, unit)) => nth(period, i32::from(count), unit, point.weekday).unwrap_or(period),
        None => period,
    }
}

/// News: the nearest, where a day against the clause's direction counts as several.
fn nearest(candidates: &[Option<Period>; 3], today: Day, direction: Option<Direction>, against: i32) -> Option<Period> {
    let (behind, ahead) = match direction {
        Some(Direction::Past) => (1, against),
        Some(Direction::Future) => (against, 1),
        None if against == AGAINST_DAY
            && candidates.iter().flatten().any(|period| period.precision == Precision::Quarter) =>
        {
            (1, against)
        }
        None => (1, 1),
    };
    candidates.iter().flatten().copied().min_by_key(|period| {
        let before = (today.days() - period.last.days()).max(0);
        let after = (period.first.days() - today.days()).max(0);
        before * behind + after * ahead
    })
}

/// How much nearer a date must be that lies against the clause's direction. A day is often that of another verb than the one found
/// ("declared a dividend payable Nov. 10"), a month seldom.
const AGAINST_DAY: i32 = 4;
const AGAINST_MONTH: i32 = 12;

/// Narratives move on: the same year as the text is at, or the next when that lies far behind.
fn in_narrative(candidates: &[Option<Period>; 3], anchors: &Anchors) -> Option<Period> {
    let reference = anchors.reference?;
    let [_, same, next] = *candidates;
    let (Some(same), Some(next)) = (same, next) else { return same.or(next) };
    let behind = reference.period.first.days() - same.first.days();
    let fine = reference.period.precision <= Precision::Season;
    Some(if fine && behind > 240 { next } else { same })
}

/// The days a mention may cover once its modifier is taken into account.
fn modified(moments: (Moment, Moment), period: &Period, point: &Point, modifier: Option<Modifier>) -> Range {
    let (mut first, mut last) = moments;
    let days = period.last.days() - period.first.days() + 1;
    let unit = match point.base {
        Base::Shift(_, unit, _) => unit,
        _ => Unit::Day,
    };
    match modifier {
        // "more than two weeks ago": before that day, and less than a week more.
        Some(Modifier::Before | Modifier::MoreThan) if unit >= Unit::Day => {
            last = period.first.plus_days(-1).into();
            first = calendar::shifted(period.first, -100, unit).into();
        }
        Some(Modifier::After | Modifier::LessThan) if unit >= Unit::Day => {
            first = period.last.plus_days(1).into();
            last = calendar::shifted(period.last, 100, unit).into();
        }
        Some(Modifier::Start) if days > 3 => last = period.first.plus_days(days / 3 - 1).into(),
        Some(Modifier::Mid) if days > 3 => {
            first = period.first.plus_days(days / 3).into();
            last = period.last.plus_days(-(days / 3)).into();
        }
        Some(Modifier::End) if days > 3 => first = period.last.plus_days(1 - days / 3).into(),
        _ => {}
    }
    Range { first, last, precision: period.precision }
}

/// What kind of text it is. A post is short. History names many years of its own, mostly not those around publication, and hardly
/// speaks of "today".
pub(super) fn kind_of_text<'a>(
    meanings: impl Iterator<Item = &'a Meaning>,
    bytes: usize,
    published: Option<Moment>,
) -> TextKind {
    let Some(published) = published else { return TextKind::Narrative };
    if bytes <= LONGEST_POST {
        return TextKind::Message;
    }
    let (mut years, mut news) = (0, 0);
    for meaning in meanings {
        let Meaning::Point(point) = meaning else { continue };
        match point.base {
            Base::Year(year) if (year - published.day.year()).abs() > 1 => years += 1,
            Base::Step(_, _, From::Published) | Base::Shift(_, _, From::Published) => news += 1,
            Base::Open if point.weekday.is_some() && point.day.is_none() => news += 1,
            _ => {}
        }
    }
    if years >= 4 && years > 2 * news { TextKind::Narrative } else { TextKind::News }
}

/// In bytes.
const LONGEST_POST: usize = 300;
