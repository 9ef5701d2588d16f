//! What is said of a date: its relation, its points, and whether weekday and year are needed.
//!
//! In: the index and the stretches in view. Out: typed [`DateLabel`]s. It must never learn words.

use super::index::Index;
use super::instant::{DAY, day_and_minute};
use super::scene::{DateLabel, DatePoint, Relation};
use super::shape::{Shape, ShapeKind};
use super::timespan::Timespan;
use crate::base::date::{Bound, Day, Extent, Moment, Precision};
use crate::timeline::Status;

/// Up to this many days in view, days are said with their weekday; above, always with their year.
const WEEKDAY_DAYS: f64 = 548.0;

/// The first whole year of today's calendar.
const GREGORIAN: i32 = 1583;

/// The label of nothing.
pub(super) const NONE: DateLabel = DateLabel {
    relation: Relation::Unknown,
    from: DatePoint { moment: Moment { day: Day::EPOCH, minute: None, offset: None }, precision: Precision::Day },
    to: None,
    weekday: false,
    year: false,
    clock: false,
    planned: false,
};

/// The label of the shape at a place. Days are said with their weekday where at most 18 months are in view. The year stands at the first entry of each year
/// and, where more is in view, always; but not where the axis (without `needs_year` it has a heading over each part) already names the one year of the part.
pub(super) fn date_label(index: &Index, place: usize, periods: &[Timespan], needs_year: bool) -> DateLabel {
    let Some(shape) = index.shape(place) else { return NONE };
    let mut label = said(index, shape);
    let at = if shape.kind == ShapeKind::Before { shape.end.middle } else { shape.start.middle };
    let period = periods.iter().rev().find(|period| period.start <= at).or(periods.first());
    let days = period.map_or(0.0, |period| (period.end - period.start) / DAY);
    let is_short = days <= WEEKDAY_DAYS;
    let year = label.from.moment.day.year();
    // Nobody knows the weekdays of the old calendar by heart.
    label.weekday = is_short && year >= GREGORIAN;
    label.clock = !needs_year && period.is_some_and(|period| is_one_day(period, &label));
    let is_headed = !needs_year && period.is_some_and(|period| is_one_year(period, year));
    let spans_years = label.to.is_some_and(|to| to.moment.day.year() != year);
    let is_named = label.from.precision >= Precision::Month && !is_headed_month(&label, is_headed);
    label.year = label.relation != Relation::Unknown
        && (!is_short
            || spans_years
            || is_named
            || year < 1
            || (!is_headed && year_before(index, place) != Some(year)));
    label
}

/// The year in which the dated entry before ends.
fn year_before(index: &Index, place: usize) -> Option<i32> {
    let labels = (0..place).rev().filter_map(|place| Some(said(index, index.shape(place)?)));
    let before = labels.into_iter().find(|label| label.relation != Relation::Unknown)?;
    Some(before.to.unwrap_or(before.from).moment.day.year())
}

/// All that is in view lies on the day that the label names.
fn is_one_day(period: &Timespan, label: &DateLabel) -> bool {
    let day = |instant: f64| day_and_minute(instant).0;
    let days = (day(period.start), day(period.end - 1.0));
    let is_same =
        |point: &DatePoint| point.precision <= Precision::Hour && days == (point.moment.day, point.moment.day);
    is_same(&label.from) && label.to.as_ref().is_none_or(is_same)
}

/// "June" needs no year under a heading that has it; a season always has its own.
fn is_headed_month(label: &DateLabel, is_headed: bool) -> bool {
    label.from.precision == Precision::Month && is_headed
}

fn is_one_year(period: &Timespan, year: i32) -> bool {
    let of = |instant: f64| day_and_minute(instant).0.year();
    of(period.start) == year && of(period.end - 1.0) == year
}

/// What is said of a shape's date, with weekday and year still off.
fn said(index: &Index, shape: &Shape) -> DateLabel {
    let (relation, from, to) = points(&index.date(shape));
    DateLabel { relation, from, to, planned: shape.status == Status::Planned, ..NONE }
}

fn points(extent: &Extent) -> (Relation, DatePoint, Option<DatePoint>) {
    let precision = extent.precision;
    let (relation, limit, point_at): (Relation, Moment, fn(Moment, Precision) -> DatePoint) =
        match (extent.bound, extent.earliest, extent.latest, extent.end) {
            (_, Some(start), _, _) | (_, None, Some(start), _) if extent.ongoing || extent.bound == Bound::Since => {
                (Relation::Since, start, opening)
            }
            (Bound::Before, _, Some(limit), _) => (Relation::Before, beside(limit, 1), opening),
            (Bound::By, _, Some(limit), _) => (Relation::By, limit, closing),
            (Bound::Until, _, Some(limit), None) | (Bound::Until, _, _, Some(limit)) => {
                (Relation::Until, limit, closing)
            }
            (Bound::After, Some(limit), _, _) => (Relation::After, beside(limit, -1), closing),
            (Bound::About, Some(start), latest, None) => match latest {
                Some(end) if end != start => return whole_or(start, end, precision, Relation::About),
                _ => (Relation::About, start, opening),
            },
            (_, Some(start), _, Some(end)) => return stretch(start, end, precision, Relation::FromTo),
            (_, Some(start), Some(end), None) if start == end => (Relation::On, start, first_or_day),
            (_, Some(start), Some(end), None) => return whole_or(start, end, precision, Relation::Between),
            (_, None, Some(limit), _) | (_, None, None, Some(limit)) => (Relation::By, limit, closing),
            (_, Some(limit), None, None) => (Relation::After, limit, opening),
            (_, None, None, None) => return (Relation::Unknown, day_point(Moment::from_day(Day::EPOCH)), None),
        };
    (relation, point_at(limit, precision), None)
}

/// A whole month, season or year by its name; other limits as a stretch.
fn whole_or(
    start: Moment,
    end: Moment,
    precision: Precision,
    relation: Relation,
) -> (Relation, DatePoint, Option<DatePoint>) {
    let is_whole = precision > Precision::Day
        && (start.day.first_of(precision) == start.day && start.day.last_of(precision) == end.day
            || is_counted_from_one(start.day, end.day, precision));
    match (is_whole, relation) {
        (true, Relation::Between) => (Relation::On, DatePoint { moment: start, precision }, None),
        (true, _) => (relation, DatePoint { moment: start, precision }, None),
        (false, Relation::About) if precision <= Precision::Day => {
            let middle = (start.day.days() + end.day.days()).div_euclid(2);
            (relation, day_point(Moment::from_day(Day::from_days(middle))), None)
        }
        (false, _) => stretch(start, end, precision, relation),
    }
}

/// A century as historians count, without a year 0: 500 BC to 401 BC, 1901 to 2000.
fn is_counted_from_one(start: Day, end: Day, precision: Precision) -> bool {
    let years = precision.months().unwrap_or(0) / 12;
    let day_before = start.plus_days(-1);
    years > 1 && day_before.year() % years == 0 && end == day_before.plus_months(years * 12)
}

/// Two dates; both as coarse as whole years or months allow.
fn stretch(
    start: Moment,
    end: Moment,
    precision: Precision,
    relation: Relation,
) -> (Relation, DatePoint, Option<DatePoint>) {
    if start.minute.is_some() || end.minute.is_some() {
        return (relation, day_point(start), Some(day_point(end)));
    }
    let whole = [Precision::Year, Precision::Month].into_iter().find(|&whole| {
        precision >= Precision::Month && start.day.first_of(whole) == start.day && end.day.last_of(whole) == end.day
    });
    let Some(whole) = whole else { return (relation, day_point(start), Some(day_point(end))) };
    let from = DatePoint { moment: start, precision: whole };
    let to = DatePoint { moment: end.day.first_of(whole).into(), precision: whole };
    (relation, from, (to != from).then_some(to))
}

fn first_or_day(moment: Moment, precision: Precision) -> DatePoint {
    match precision {
        Precision::Minute | Precision::Hour | Precision::Day => day_point(moment),
        _ => DatePoint { moment: moment.day.first_of(precision).into(), precision },
    }
}

/// A limit where something begins: the whole unit if the limit is its first day, else the day.
fn opening(moment: Moment, precision: Precision) -> DatePoint {
    let is_first = precision > Precision::Day && moment.day.first_of(precision) == moment.day;
    if is_first { DatePoint { moment, precision } } else { day_point(moment) }
}

/// A limit where something ends: the whole unit if the limit is its last day, else the day.
fn closing(moment: Moment, precision: Precision) -> DatePoint {
    let is_last = precision > Precision::Day && moment.day.last_of(precision) == moment.day;
    if is_last { DatePoint { moment: moment.day.first_of(precision).into(), precision } } else { day_point(moment) }
}

fn day_point(moment: Moment) -> DatePoint {
    DatePoint { moment, precision: if moment.minute.is_some() { Precision::Minute } else { Precision::Day } }
}

/// What is said of a limit that is not reached itself: so many days from it, or the minute it is.
fn beside(limit: Moment, days: i32) -> Moment {
    if limit.minute.is_some() { limit } else { Moment::from_day(limit.day.plus_days(days)) }
}
