//! Folding: which parts of time the first view shows.
//!
//! In: the shapes, the publication and the room there is. Out: one stretch of time, or up to six with long empty stretches between them left out.
//! It must never learn how wide a part becomes.

use super::breaks::Line;
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
    let shortest = if finest == TickUnit::Minute { 120.0 } else { 4.0 * DAY };
    let cuts = Line { busy: &busy, room, shortest, many: index.is_many() }.breaks();
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

fn parts(busy: &[Timespan], cuts: &[usize], index: &Index, published: Option<Edge>) -> Vec<Timespan> {
    let mut bounds = vec![0];
    bounds.extend_from_slice(cuts);
    bounds.push(busy.len());
    let is_folded = !cuts.is_empty();
    let pairs = bounds.windows(2).filter_map(|pair| {
        let run = busy.get(*pair.first()?..*pair.last()?)?;
        Some(Timespan { start: run.first()?.start, end: run.last()?.end })
    });
    let mut parts = pairs.map(|run| padded(run, is_folded, index, published)).list();
    // The room before one and after the other never meets.
    for (number, after) in cuts.iter().enumerate() {
        let (Some(before), Some(first)) = (after.checked_sub(1).and_then(|last| busy.get(last)), busy.get(*after))
        else {
            continue;
        };
        let middle = (before.end + first.start) / 2.0;
        if let [one, other] = parts.get_mut(number..number + 2).unwrap_or_default() {
            (one.end, other.start) = (one.end.min(middle), other.start.max(middle));
        }
    }
    parts
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]
mod tests {
    use super::*;
    use crate::layout::Columns;

    /// Days, folded for so many px.
    fn folded(days: &[i32], room: f64) -> Folded {
        let starts: Vec<f64> = days.iter().map(|day| f64::from(*day) * 86_400_000.0).collect();
        let index = Index::of_columns(&Columns { starts: &starts, ends: &[], minutes: false }).unwrap();
        fold(&index, None, room).unwrap()
    }

    /// Three entries within three weeks, at each of these days.
    fn clusters(firsts: &[i32]) -> Vec<i32> {
        firsts.iter().flat_map(|first| [0, 9, 20].map(|day| first + day)).collect()
    }

    #[test]
    fn clusters_are_parted_by_as_many_cuts_as_there_is_room_for() {
        assert_eq!(folded(&clusters(&[0, 700, 1500]), 816.0).gaps.len(), 2);
        assert_eq!(folded(&clusters(&[0, 700, 1400, 2100]), 816.0).gaps.len(), 3);
        assert_eq!(folded(&clusters(&[0, 700, 1400, 2100]), 600.0).gaps.len(), 2);
        // Six groups of two or three.
        let six = [0, 9, 600, 609, 1200, 1209, 1220, 1800, 1809, 2400, 2409, 3000, 3009, 3020];
        assert!((2..=5).contains(&folded(&six, 1400.0).gaps.len()));
    }

    #[test]
    fn a_long_history_with_a_cluster_at_one_end_is_cut_beside_it() {
        let history = [-36_000, -30_000, -24_000, -18_000, -12_000, -6000];
        let late: Vec<i32> = history.into_iter().chain(clusters(&[0])).collect();
        let early: Vec<i32> = late.iter().rev().map(|day| -day).collect();
        for days in [late, early] {
            let found = folded(&days, 816.0);
            let shares: Vec<usize> = found.parts.iter().map(|part| inside(&days, part)).collect();
            assert!(shares.contains(&3), "{shares:?}");
        }
    }

    #[test]
    fn what_is_spread_evenly_is_not_cut() {
        let even: Vec<i32> = (0..9).map(|number| number * 400).collect();
        assert_eq!(folded(&even, 816.0).gaps, []);
        assert_eq!(folded(&[0, 3, 9, 20], 816.0).gaps, []);
    }

    fn inside(days: &[i32], part: &Timespan) -> usize {
        let at = |day: &&i32| (part.start..=part.end).contains(&(f64::from(**day) * DAY + DAY / 2.0));
        days.iter().filter(at).count()
    }

    #[test]
    fn no_cut_hides_an_entry_and_parts_never_meet() {
        let mut seed: u32 = 7;
        let mut next = |most: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % most
        };
        for _ in 0..400 {
            let count = 2 + next(24);
            let mut day = 0;
            let mut days = Vec::new();
            for _ in 0..count {
                day += [1, 1, 2, 5, 30, 200, 900, 4000][next(8) as usize] * (1 + next(3)) as i32;
                days.push(day);
            }
            for room in [500.0, 816.0, 1200.0] {
                let found = folded(&days, room);
                let shown: usize = found.parts.iter().map(|part| inside(&days, part)).sum();
                assert_eq!(shown, days.len(), "{days:?}: {found:?}");
                assert!(found.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "{days:?}: {found:?}");
                assert_eq!(found.gaps.len() + 1, found.parts.len());
                assert!(found.parts.iter().all(|part| part.end > part.start), "{days:?}: {found:?}");
            }
        }
    }
}
