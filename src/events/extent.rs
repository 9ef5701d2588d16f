//! Extents: the start and the end of an event, from what a mention says of them.
//!
//! In: a mention with the clause it dates, the day of publication. Out: an [`Extent`]. It must never learn how titles are made or events
//! ranked.

use super::owner::Owned;
use crate::base::date::{Bound, Day, Extent, Moment};
use crate::temporal::meaning::Base;
use crate::temporal::{CountedFrom, Meaning, Modifier, Signal};

/// What a mention says of the start and the end of an event, seen from publication.
pub(super) fn extent(owned: &Owned, published: Option<Day>, ahead: bool) -> Option<Extent> {
    let dated = &owned.mention.dated;
    let range = dated.range?;
    let mut extent = Extent {
        earliest: Some(range.first),
        latest: Some(range.last),
        end: None,
        ongoing: false,
        precision: range.precision,
        bound: if range.first == range.last { Bound::Exact } else { Bound::Between },
    };
    match dated.modifier {
        Some(Modifier::Approx) => extent.bound = Bound::About,
        // "earlier this month" is any day of it so far, not only one of its first ten.
        Some(Modifier::Start) if matches!(dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Step(0, ..))) =>
        {
            extent.latest = Some(range.first.day.last_of(range.precision).into());
        }
        Some(Modifier::Before | Modifier::MoreThan | Modifier::OnOrBefore) if dated.anchor != CountedFrom::Absolute => {
            extent.bound = Bound::Before;
        }
        _ => {}
    }
    if let Some(until) = owned.until.and_then(|until| until.dated.range) {
        extent.end = Some(until.last);
        return Some(possible(extent));
    }
    match dated.signal {
        Some(Signal::Since) => {
            extent.bound = Bound::Since;
            extent.end = published.map(Into::into);
            extent.ongoing = true;
        }
        Some(Signal::Until) => {
            extent = Extent { earliest: None, latest: None, end: Some(range.last), bound: Bound::Until, ..extent };
        }
        Some(Signal::By) => {
            extent.bound = Bound::By;
            extent.earliest = if ahead { published.map(Into::into) } else { None };
        }
        // "after 04:30 on Friday": on that Friday.
        Some(Signal::After) if range.first.minute.is_some() => {
            extent.latest = Some(range.first.day.into());
            extent.bound = Bound::After;
        }
        Some(Signal::Before) if range.first.minute.is_some() => {
            extent.earliest = Some(range.first.day.into());
            extent.bound = Bound::Before;
        }
        Some(Signal::Before) => {
            // "before the end of the month" still allows its last days.
            let end = dated.modifier == Some(Modifier::End);
            let last = if end { range.last.day } else { range.first.day.plus_days(-1) };
            extent = Extent { earliest: None, latest: Some(last.into()), bound: Bound::Before, ..extent };
        }
        Some(Signal::After) if !owned.attributive => {
            let first = range.last.day.plus_days(1);
            let last = published.filter(|&day| !ahead && day >= first);
            extent =
                Extent { earliest: Some(first.into()), latest: last.map(Into::into), bound: Bound::After, ..extent };
        }
        _ => {}
    }
    Some(possible(extent))
}

/// A text may say what can't be ("since" a day to come, "until" a day gone by): of such a stretch only its beginning stands.
fn possible(mut extent: Extent) -> Extent {
    let before =
        |one: Option<Moment>, other: Option<Moment>| one.zip(other).is_some_and(|(one, other)| one.day < other.day);
    if before(extent.end, extent.earliest) {
        (extent.end, extent.ongoing, extent.bound) = (None, false, Bound::Between);
    }
    if before(extent.latest, extent.earliest) {
        extent.earliest = None;
    }
    extent
}
