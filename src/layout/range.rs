//! Header and key: the first and last date in view, and which marks need a word of explanation.
//!
//! In: the plan and the timeline. Out: typed dates and keys. It must never learn positions.

use super::Plan;
use super::fold::Period;
use super::scale::DAY;
use super::scene::{Key, Point, Range, Stage};
use super::shape::{Kind, day_and_minute};
use super::ticks::Unit;
use crate::date::{Day, Moment, Precision};
use crate::timeline::Status;

/// More days in view than this are named by their months.
const BY_MONTH: f64 = 200.0;

/// First and last date in view.
pub(super) fn range(plan: &Plan, periods: &[Period], zoomed: bool) -> Option<Range> {
    let (start, end) = (periods.first()?.start, periods.last()?.end);
    if zoomed {
        let latest = plan.shapes.iter().map(|shape| shape.end.instant).fold(f64::MIN, f64::max);
        let latest = plan.published.map_or(latest, |(edge, _)| edge.middle.max(latest));
        return Some(Range {
            first: point(plan, start, end - start),
            last: point(plan, end.min(latest.max(start)) - 1.0, end - start),
        });
    }
    let by_month = plan.many && end - start > BY_MONTH * DAY;
    let named = |shape: usize| plan.date_of(shape);
    let mut from = named(0).from;
    let (ending, at) = plan
        .shapes
        .iter()
        .enumerate()
        .map(|(number, shape)| (shape.end.middle, number))
        .fold((f64::MIN, 0), |a, b| if b.0 > a.0 { b } else { a });
    let mut to = named(at).to.unwrap_or(named(at).from);
    if let Some((edge, moment)) = plan.published
        && edge.middle >= ending - DAY
    {
        to = match moment.minute.filter(|_| plan.finest() == Unit::Minute) {
            Some(_) => Point { moment, precision: Precision::Minute },
            None => Point { moment: Moment::from_day(moment.day), precision: Precision::Day },
        };
    }
    if by_month {
        for point in [&mut from, &mut to] {
            if point.precision < Precision::Month {
                *point =
                    Point { moment: point.moment.day.first_of(Precision::Month).into(), precision: Precision::Month };
            }
        }
    }
    Some(Range { first: from, last: to })
}

fn point(plan: &Plan, instant: f64, length: f64) -> Point {
    let (day, minute) = day_and_minute(instant);
    let whole = |precision| Point { moment: Day::first_of(day, precision).into(), precision };
    match length / DAY {
        days if days > 5.0 * 366.0 => whole(Precision::Year),
        days if days > BY_MONTH => whole(Precision::Month),
        days if days > 2.0 || plan.finest() > Unit::Minute => whole(Precision::Day),
        _ => Point { moment: Moment { day, minute: Some(minute), offset: None }, precision: Precision::Minute },
    }
}

/// What the marks of the entries need explained.
pub(super) fn keys(plan: &Plan) -> Vec<Key> {
    let any = |is: &dyn Fn(&super::Shape) -> bool| plan.shapes.iter().any(is);
    let found = [
        (Key::Between, any(&|shape| shape.is_doubtful())),
        (Key::Reported, any(&|shape| shape.status == Status::Reported && !shape.is_doubtful())),
        (Key::Planned, any(&|shape| shape.status == Status::Planned && !shape.is_doubtful())),
    ];
    found.into_iter().filter_map(|(key, is_needed)| is_needed.then_some(key)).collect()
}

/// What the columns of the stage need explained.
pub(super) fn stage_keys(stage: &Stage, plan: &Plan) -> Vec<Key> {
    let mut keys = Vec::new();
    if plan.many && plan.shapes.iter().any(|shape| shape.kind == Kind::Point) {
        keys.push(Key::Dot(stage.each.max(1), stage.bin));
    }
    if stage.clusters.iter().any(|cluster| cluster.counted) && stage.bin.is_none() {
        keys.push(Key::Counts);
    }
    keys
}
