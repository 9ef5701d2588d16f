//! Header and key: the first and last date in view, and which marks need a word of explanation.
//!
//! In: the plan and the timeline. Out: typed dates and keys. It must never learn positions.

use super::Plan;
use super::index::Index;
use super::scale::DAY;
use super::scene::{ALL_ENTRIES, Key, Point, Range, Stage};
use super::shape::{Shape, day_and_minute};
use super::ticks::Unit;
use crate::base::date::{Day, Moment, Precision};
use crate::base::list::List;
use crate::timeline::Status;

/// More days in view than this are named by their months.
const BY_MONTH: f64 = 200.0;

/// First and last date in view.
pub(super) fn range(plan: &Plan<'_>, zoomed: bool) -> Option<Range> {
    let (start, end) = (plan.periods.first()?.start, plan.periods.last()?.end);
    let index = plan.index;
    if zoomed {
        let latest = index.busy.last().map_or(f64::MIN, |period| period.end);
        let latest = plan.published().map_or(latest, |(edge, _)| edge.middle.max(latest));
        return Some(Range {
            first: point(plan, start, end - start),
            last: point(plan, end.min(latest.max(start)) - 1.0, end - start),
        });
    }
    let by_month = plan.many() && end - start > BY_MONTH * DAY;
    let mut from = plan.date_of(0).from;
    let ending = index.shape(index.last).map_or(f64::MIN, |shape| shape.end.middle);
    let last = plan.date_of(index.last);
    let mut to = last.to.unwrap_or(last.from);
    if let Some((edge, moment)) = plan.published()
        && edge.middle >= ending - DAY
    {
        to = match moment.minute.filter(|_| index.finest == Unit::Minute) {
            Some(_) => Point { moment, precision: Precision::Minute },
            // "9:32 to 3 May" of one and the same day would say less than its last minute.
            None if moment.day == to.moment.day => to,
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

fn point(plan: &Plan<'_>, instant: f64, length: f64) -> Point {
    let (day, minute) = day_and_minute(instant);
    let whole = |precision| Point { moment: Day::first_of(day, precision).into(), precision };
    match length / DAY {
        days if days > 5.0 * 366.0 => whole(Precision::Year),
        days if days > BY_MONTH => whole(Precision::Month),
        days if days > 2.0 || plan.index.finest > Unit::Minute => whole(Precision::Day),
        _ => Point { moment: Moment { day, minute: Some(minute), offset: None }, precision: Precision::Minute },
    }
}

/// What the marks of the entries need explained.
pub(super) fn keys(index: &Index) -> Vec<Key> {
    // Points are never in doubt, and only a timeline of few entries tells one status from another.
    let any = |is: &dyn Fn(&Shape) -> bool| match index.len() <= ALL_ENTRIES {
        true => index.shapes().iter().any(is),
        false => index.bands().any(is),
    };
    let found = [
        (Key::Between, any(&|shape| shape.is_doubtful())),
        (Key::Reported, any(&|shape| shape.status == Status::Reported && !shape.is_doubtful())),
        (Key::Planned, any(&|shape| shape.status == Status::Planned && !shape.is_doubtful())),
    ];
    found.into_iter().filter_map(|(key, is_needed)| is_needed.then_some(key)).list()
}

/// What the columns of the stage need explained.
pub(super) fn stage_keys(stage: &Stage, plan: &Plan<'_>) -> Vec<Key> {
    let mut keys = Vec::new();
    if plan.many() && plan.index.has_points() {
        keys.push(Key::Dot(stage.each.max(1), stage.bin));
    }
    if stage.clusters.iter().any(|cluster| cluster.counted) && stage.bin.is_none() {
        keys.push(Key::Counts);
    }
    keys
}
