//! Folding: which parts of time the first view shows.
//!
//! In: the shapes, the publication and the room there is. Out: one stretch of time, or up to three with long empty stretches between them left out.
//! It must never learn how wide a part becomes.

use super::index::Index;
use super::instant::{DAY, Minutes, day_and_minute, midnight};
use super::shape::{Edge, Shape, ShapeKind};
use super::ticks::coarsest_within;
use super::timespan::Timespan;
use super::units::TickUnit;
use crate::base::date::Weekday;
use crate::base::list::List;

/// The whole span in one piece, and the parts of it that the first view shows.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Folded {
    /// At least one, early to late; more than one only where something is left out.
    pub parts: Vec<Timespan>,
    /// Where the overview begins: with the entries. The first view may begin earlier, to make room for words.
    pub begins: Minutes,
    /// The empty stretches left out, one fewer than parts: from the last entry before to the first after.
    pub gaps: Vec<Timespan>,
    /// The finest unit that any entry knows.
    pub finest: TickUnit,
    /// Whether the publication lies within, so that its line is drawn.
    pub published: bool,
}

/// At most so many cuts; more would leave a reader without a sense of time.
const MOST_BREAKS: usize = 2;
/// An empty stretch is cut when it is a greater part of the span than this.
const EMPTY: f64 = 0.4;
/// Room for words before the publication line, in px.
const BEFORE_LINE: f64 = 270.0;
/// Points nearer than this stand on each other.
pub(super) const TOGETHER: f64 = 9.0;

/// What the first view shows. `room` is the width for the axis, in px. `None` when there is no event.
pub(super) fn fold(index: &Index, published: Option<Edge>, room: f64) -> Option<Folded> {
    let mut busy = index.busy.clone();
    let (first, last) = (busy.first()?.start, busy.last()?.end);
    let finest = index.finest;
    let published = published.filter(|edge| is_near(edge, index, first, last));
    let published = published.map(|edge| if finest == TickUnit::Minute { Edge::at(edge.instant) } else { edge });
    if let Some(edge) = published {
        let place = busy.partition_point(|period| period.start <= edge.middle);
        if place.checked_sub(1).and_then(|before| busy.get(before)).is_none_or(|before| before.end < edge.middle) {
            busy.insert(place, Timespan { start: edge.middle, end: edge.middle });
        }
    }
    let cuts = cuts(&busy, room);
    let mut parts = parts(&busy, &cuts, index, published);
    let begins = parts.first()?.start;
    if let ([part], Some(edge)) = (parts.as_mut_slice(), published) {
        part.start = part.start.min(early_enough(part, edge.middle, first, room));
    }
    let gap = |&cut: &usize| Some(Timespan { start: busy.get(cut.checked_sub(1)?)?.end, end: busy.get(cut)?.start });
    let gaps = cuts.iter().filter_map(gap).list();
    Some(Folded { parts, begins, gaps, finest, published: published.is_some() })
}

/// Words of entries before publication stand between the edge and its line: where most lies ahead, the picture begins earlier than its first entry, so that
/// there is room for them.
fn early_enough(part: &Timespan, now: Minutes, first: Minutes, room: f64) -> Minutes {
    let share = (BEFORE_LINE / room.max(1.0)).min(0.5);
    if first >= now || now >= part.end {
        return part.start;
    }
    (now - share * part.end) / (1.0 - share)
}

/// The publication belongs in the picture when entries are counted from it or lie near it; not when an article of today tells of a far past.
fn is_near(published: &Edge, index: &Index, first: Minutes, last: Minutes) -> bool {
    index.touches(published.middle)
        || (published.middle >= first && published.middle - last <= (last - first).max(60.0 * DAY))
}

/// The busy periods before which the line is cut: the longest empty stretch, then the longest of what is left, as long as it is most of that; and only
/// if entries come apart that would stand on each other.
fn cuts(busy: &[Timespan], room: f64) -> Vec<usize> {
    let gap = |after: usize| match (after.checked_sub(1).and_then(|before| busy.get(before)), busy.get(after)) {
        (Some(before), Some(after)) => after.start - before.end,
        _ => 0.0,
    };
    let (Some(first), Some(last)) = (busy.first(), busy.last()) else { return Vec::new() };
    let mut span = last.end - first.start;
    let (mut chosen, mut worth): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut px = room / span.max(1.0);
    for _ in 0..MOST_BREAKS {
        let candidates = (1..busy.len()).filter(|after| !chosen.contains(after));
        let Some(longest) = candidates.max_by(|&a, &b| gap(a).total_cmp(&gap(b)).then(b.cmp(&a))) else { break };
        if gap(longest) <= EMPTY * span {
            break;
        }
        span -= gap(longest);
        chosen.push(longest);
        let px_after = room / span.max(1.0);
        if gains(busy, &chosen, px, px_after) {
            worth.clone_from(&chosen);
            px = px_after;
        }
    }
    crate::base::order::sort_by(&mut worth, Ord::cmp);
    worth
}

/// Whether entries that stand on each other, or doubts too short to be seen, would come apart.
fn gains(busy: &[Timespan], cuts: &[usize], px: f64, px_after: f64) -> bool {
    let apart = |(number, pair): (usize, &[Timespan])| {
        let (Some(a), Some(b)) = (pair.first(), pair.last()) else { return false };
        let distance = b.end - a.end;
        !cuts.contains(&(number + 1)) && distance * px < TOGETHER && distance * px_after >= TOGETHER
    };
    let seen = |period: &Timespan| {
        let length = period.end - period.start;
        length > 0.0 && length * px < 3.0 * TOGETHER && length * px_after >= 3.0 * TOGETHER
    };
    busy.windows(2).enumerate().any(apart) || busy.iter().any(seen)
}

fn parts(busy: &[Timespan], cuts: &[usize], index: &Index, published: Option<Edge>) -> Vec<Timespan> {
    let mut bounds = vec![0];
    bounds.extend_from_slice(cuts);
    bounds.push(busy.len());
    let is_folded = !cuts.is_empty();
    let pairs = bounds.windows(2).filter_map(|pair| {
        let run = busy.get(*pair.first()?..*pair.last()?)?;
        Some(Timespan { start: run.first()?.start, end: run.last()?.end })
    });
    pairs.map(|run| padded(run, is_folded, index, published)).list()
}

/// Room before and after, to whole units of the calendar; a single day gets three days on either side.
fn padded(run: Timespan, is_folded: bool, index: &Index, published: Option<Edge>) -> Timespan {
    let finest = index.finest;
    let fades = |shape: &&Shape| shape.kind == ShapeKind::Before && shape.open;
    let faded = index.bands().filter(fades).any(|shape| (run.start..=run.end).contains(&shape.end.instant));
    // A single day is a point on a line, so its neighbours are drawn as narrow days.
    let least = match finest {
        TickUnit::Minute => 120.0,
        _ if faded => 14.0 * DAY,
        _ if run.end - run.start < 2.0 * DAY => 21.0 * DAY,
        _ => 4.0 * DAY,
    };
    let lack = (least - (run.end - run.start)).max(0.0);
    let ends_now = published.is_some_and(|edge| (run.end - edge.middle).abs() < DAY);
    let (before, after) = if ends_now { (lack, 0.0) } else { (lack / 2.0, lack / 2.0) };
    let (start, end) = (run.start - before, run.end + after);
    let share = if is_folded { 2.5 } else { 40.0 };
    let unit = coarsest_within((end - start) / share, finest);
    let mut floor = unit.floor(start, Weekday::Monday);
    let least = if is_folded { unit.minutes() / 4.0 } else { (end - start) * 0.012 };
    if start - floor < least {
        floor = unit.floor(floor - 1.0, Weekday::Monday);
    }
    if ends_now {
        return Timespan { start: floor, end: end_of_day(end, finest) };
    }
    let mut ceiling = unit.next(unit.floor(end, Weekday::Monday));
    if ceiling - end < least {
        ceiling = unit.next(ceiling);
    }
    Timespan { start: floor, end: ceiling.max(end + 1.0) }
}

fn end_of_day(instant: Minutes, finest: TickUnit) -> Minutes {
    match finest {
        TickUnit::Minute => instant + 1.0,
        _ => midnight(day_and_minute(instant - 1.0).0) + DAY,
    }
}
