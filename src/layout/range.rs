//! The header's dates: the first and the last in view.
//!
//! In: the plan. Out: typed dates. It must never learn positions.

use super::instant::{DAY, day_and_minute};
use super::plan::Plan;
use super::scene::{DatePoint, ViewRange};
use super::units::TickUnit;
use crate::base::date::{Day, Moment, Precision};

/// More days in view than this are named by their months.
const BY_MONTH: f64 = 200.0;

/// First and last date in view.
pub(super) fn range(plan: &Plan<'_>, zoomed: bool) -> Option<ViewRange> {
    let (start, end) = (plan.periods.first()?.start, plan.periods.last()?.end);
    let index = plan.index;
    if zoomed {
        let latest = index.busy.last().map_or(f64::MIN, |period| period.end);
        let latest = plan.published().map_or(latest, |(edge, _)| edge.middle.max(latest));
        return Some(ViewRange {
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
        to = match moment.minute.filter(|_| index.finest == TickUnit::Minute) {
            Some(_) => DatePoint { moment, precision: Precision::Minute },
            // "9:32 to 3 May" of one and the same day would say less than its last minute.
            None if moment.day == to.moment.day => to,
            None => DatePoint { moment: Moment::from_day(moment.day), precision: Precision::Day },
        };
    }
    if by_month {
        for point in [&mut from, &mut to] {
            if point.precision < Precision::Month {
                *point = DatePoint {
                    moment: point.moment.day.first_of(Precision::Month).into(),
                    precision: Precision::Month,
                };
            }
        }
    }
    Some(ViewRange { first: from, last: to })
}

fn point(plan: &Plan<'_>, instant: f64, length: f64) -> DatePoint {
    let (day, minute) = day_and_minute(instant);
    let whole = |precision| DatePoint { moment: Day::first_of(day, precision).into(), precision };
    match length / DAY {
        days if days > 5.0 * 366.0 => whole(Precision::Year),
        days if days > BY_MONTH => whole(Precision::Month),
        days if days > 2.0 || plan.index.finest > TickUnit::Minute => whole(Precision::Day),
        _ => DatePoint { moment: Moment { day, minute: Some(minute), offset: None }, precision: Precision::Minute },
    }
}
