//! Dates that name no year, and days that name no week: which of them is meant.
//!
//! In: a [`TimePoint`] with an open base, where its clause looks, and the [`Anchors`]. Out: the period that fits best.
//! It must never learn how the direction was found.

use super::anchors::{Anchors, Reference, anchor_day, unit_of};
use super::calendar::{self, CalendarPeriod};
use super::dated::CountedFrom;
use super::kind::TextKind;
use super::meaning::{PartOf, RelativeTo, TimePoint, TimeUnit};
use super::place::{nth, of_year};
use super::tense::Direction;
use super::value::{CalendarDate, InYear};
use crate::base::date::{Day, Moment, Precision};

/// A point with no base: the nearest that fits the direction.
pub(super) fn open(
    point: &TimePoint,
    direction: Option<Direction>,
    anchors: &Anchors,
) -> Option<(CalendarPeriod, CountedFrom)> {
    let (today, anchor) = counted_from(point, anchors)?;
    let from_today = |period| (period, anchor);
    match *point {
        TimePoint { part: Some((PartOf::Weekend, _)), month: None, holiday: None, .. } => {
            Some(from_today(weekend(today, direction, anchors)))
        }
        TimePoint { month: Some(_), .. } | TimePoint { holiday: Some(_), .. } | TimePoint { part: Some(_), .. } => {
            named(point, today, direction, anchors).map(from_today)
        }
        TimePoint { day: Some(day), .. } => day_of_month(day, direction, anchors),
        TimePoint { weekday: Some(weekday), .. } => {
            Some(from_today(calendar::single(next_weekday(weekday, today, direction))))
        }
        TimePoint { nth: Some((count, unit)), .. } => {
            let reference = anchors.reference.filter(|reference| unit < unit_of(reference.period.precision))?;
            nth(reference.period, i32::from(count), unit, None).map(|period| (period, reference.anchor()))
        }
        TimePoint { daypart: Some(_), .. } | TimePoint { clock: Some(_), .. } => {
            Some(match anchors.reference.filter(|reference| goes_on(reference, anchors)) {
                Some(reference) => (calendar::single(reference.period.first), reference.anchor()),
                None => from_today(calendar::single(today)),
            })
        }
        _ => None,
    }
}

/// The day to look around from, and whose it is.
fn counted_from(point: &TimePoint, anchors: &Anchors) -> Option<(Day, CountedFrom)> {
    let from = if anchors.narrative() { RelativeTo::Text } else { RelativeTo::Published };
    // A weekday alone is near: of a text that is at some year only, it is the publication's.
    let vague = anchors.reference.is_none_or(|reference| reference.period.precision > Precision::Month);
    let weekday = point.weekday.is_some() && point.month.is_none() && point.day.is_none();
    match anchors.published.filter(|_| weekday && vague && anchors.narrative()) {
        Some(published) => Some((published.day, CountedFrom::Published)),
        None => anchor_day(from, anchors).or_else(|| anchor_day(RelativeTo::Text, anchors)),
    }
}

/// What has a name in each year: a month, a day of one, a season, a holiday.
fn named(point: &TimePoint, today: Day, direction: Option<Direction>, anchors: &Anchors) -> Option<CalendarPeriod> {
    let year = today.year();
    let candidates = [year - 1, year, year + 1].map(|year| of_year(point, year));
    let against = match point.part {
        _ if anchors.kind == TextKind::Message => AGAINST_IN_POST,
        _ if point.day.is_some() || point.holiday.is_some() => AGAINST_DAY,
        // "will report third-quarter results": the quarter is over.
        Some((PartOf::Quarter | PartOf::Half, _)) if point.month.is_none() => match direction {
            Some(Direction::Future) => 1,
            _ => AGAINST_DAY,
        },
        _ => AGAINST_MONTH,
    };
    // "Saturday, April 25" is in a year when that is a Saturday.
    let of_weekday = point.weekday.and_then(|weekday| {
        let fits = |period: &CalendarPeriod| period.first == period.last && period.first.weekday() as u8 == weekday;
        candidates.into_iter().flatten().find(fits)
    });
    let chosen = if of_weekday.is_some() {
        of_weekday
    } else if anchors.narrative() {
        in_narrative(&candidates, anchors)
    } else {
        nearest(&candidates, today, direction, against)
    };
    chosen.map(|period| named_by(today, with_nth(point, period)))
}

/// "the weekend": the last one, unless the clause looks ahead or it has begun.
fn weekend(today: Day, direction: Option<Direction>, anchors: &Anchors) -> CalendarPeriod {
    let this = calendar::period(TimeUnit::Weekend, today);
    let last = this.first > today && direction != Some(Direction::Future) && anchors.kind != TextKind::Message;
    if last { calendar::period(TimeUnit::Weekend, today.plus_days(-7)) } else { this }
}

/// "the 5th": of the month the text is at; of publication's, or the month before or after where the clause looks there.
fn day_of_month(day: u8, direction: Option<Direction>, anchors: &Anchors) -> Option<(CalendarPeriod, CountedFrom)> {
    let (near, anchor) = anchor_day(RelativeTo::Text, anchors)?;
    let step = match direction {
        Some(Direction::Past) if anchor == CountedFrom::Published && u32::from(day) > near.day_of_month() => -1,
        Some(Direction::Future) if anchor == CountedFrom::Published && u32::from(day) < near.day_of_month() => 1,
        _ => 0,
    };
    let first = near.first_of(Precision::Month).plus_months(step);
    calendar::month(first.year(), first.month() as u8, Some(day)).map(|period| (period, anchor))
}

/// A weekday that is today is today; else the last, unless the clause looks ahead.
fn next_weekday(weekday: u8, today: Day, direction: Option<Direction>) -> Day {
    let ahead = (i32::from(weekday) - today.weekday().days_from_monday()).rem_euclid(7);
    today.plus_days(match direction {
        _ if ahead == 0 => 0,
        Some(Direction::Future) => ahead,
        _ => ahead - 7,
    })
}

/// Whether "in the afternoon" may be that of the day the text is at: "They met on Monday. In the afternoon they parted." Posts tell no such
/// stories, and in news a day long past is an aside.
fn goes_on(reference: &Reference, anchors: &Anchors) -> bool {
    let near = |published: Moment| (published.day.days() - reference.period.first.days()).abs() <= NEWS_SPAN;
    reference.period.precision <= Precision::Day
        && match anchors.kind {
            TextKind::Narrative => true,
            TextKind::News => anchors.published.is_none_or(near),
            TextKind::Message => false,
        }
}

/// Days around publication that news tells of hour by hour.
const NEWS_SPAN: i32 = 14;

/// A winter that began in December goes by the year that is being written in.
fn named_by(today: Day, mut period: CalendarPeriod) -> CalendarPeriod {
    let near = period.first <= today && today <= period.last.plus_days(31) && period.last.year() == today.year();
    if let (true, CalendarDate::InYear(_, season @ InYear::Season(4))) = (near, period.date) {
        period.date = CalendarDate::InYear(Some(today.year()), season);
    }
    period
}

fn with_nth(point: &TimePoint, period: CalendarPeriod) -> CalendarPeriod {
    match point.nth {
        Some((count, unit)) => nth(period, i32::from(count), unit, point.weekday).unwrap_or(period),
        None => period,
    }
}

/// News: the nearest, where a day against the clause's direction counts as several.
fn nearest(
    candidates: &[Option<CalendarPeriod>; 3],
    today: Day,
    direction: Option<Direction>,
    against: i32,
) -> Option<CalendarPeriod> {
    let (behind, ahead) = match direction {
        // "overran it in November" is over, however near the next November is.
        Some(Direction::Past) if against == AGAINST_MONTH => (1, NEVER),
        Some(Direction::Past | Direction::Mixed) => (1, against),
        Some(Direction::Future) => (against, 1),
        None if against == AGAINST_DAY
            && candidates.iter().flatten().any(|period| period.precision == Precision::Quarter) =>
        {
            (1, against)
        }
        None => (1, 2),
    };
    candidates.iter().flatten().copied().min_by_key(|period| {
        let before = (today.days() - period.last.days()).max(0);
        let after = (period.first.days() - today.days()).max(0);
        before * behind + after * ahead
    })
}

/// How much nearer a date must be that lies against the clause's direction. A day is often that of another verb than the one found
/// ("declared a dividend payable Nov. 10"), a month seldom.
const AGAINST_DAY: i32 = 6;
const AGAINST_MONTH: i32 = 12;
/// So many times nearer no date of the next year is.
const NEVER: i32 = 1000;
const AGAINST_IN_POST: i32 = 4;

/// Narratives move on: the same year as the text is at, or the next when that lies far behind.
fn in_narrative(candidates: &[Option<CalendarPeriod>; 3], anchors: &Anchors) -> Option<CalendarPeriod> {
    let reference = anchors.reference?;
    let [_, same, next] = *candidates;
    let (Some(same), Some(next)) = (same, next) else { return same.or(next) };
    let behind = reference.period.first.days() - same.first.days();
    let fine = reference.period.precision <= Precision::Season;
    Some(if fine && behind > 240 { next } else { same })
}
