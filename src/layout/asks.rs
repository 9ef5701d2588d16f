//! Asks: whose words are worth measuring for a frame.
//!
//! In: the plan's stretches of time. Out: [`Ask`]s in order of time, never more than could find room. It must never learn sizes.

use super::frame::{Frame, Motion};
use super::index::Index;
use super::plan::{Ask, Plan};
use super::scene::{ALL_ENTRIES, Drawing, Scene};
use super::shape::Shape;
use super::timespan::Timespan;
use crate::base::list::List;
use core::ops::Range;

/// At most so many entries are measured in a width: more could not have labels.
const MOST: usize = 120;
/// So many times as wide are these stretches outside the window.
const BESIDE: f64 = 3.0;
/// What weighs more than this may be asked for beside the heaviest of its stretch.
const MIDDLING: i32 = 3;
/// Of many entries, the heaviest point of each stretch of this many px is asked for.
const SLOT: f64 = 32.0;

/// The entries in view, as far as they may have words.
pub(super) fn asks(plan: &Plan<'_>, frame: &Frame, held: Option<&Scene>) -> Vec<Ask> {
    let index = plan.index;
    let slack = frame.motion.margin();
    let mut chosen: Vec<usize> = Vec::new();
    // While the scale changes nothing new is measured; what is new gets its words when that has come to rest.
    let periods = if plan.many() && frame.motion == Motion::Zoom { &[] } else { plan.periods.as_slice() };
    for period in periods {
        let length = period.end - period.start;
        let in_view = |place: &usize| {
            let is_near = |shape: &Shape| {
                // A doubt without limit fades far beyond its own instant.
                let more = length * if shape.open { 1.0 } else { slack };
                shape.start.instant <= period.end + more && shape.end.instant >= period.start - more
            };
            index.shape(*place).is_some_and(is_near)
        };
        if index.len() <= ALL_ENTRIES {
            (0..index.len()).filter(in_view).onto(&mut chosen);
            continue;
        }
        let (start, end) = (period.start - length * slack, period.end + length * slack);
        let most = if plan.crowded { 0 } else { MOST };
        index.bands_in(start, end, most).into_iter().filter(in_view).onto(&mut chosen);
        let places = index.before(start)..index.until(end);
        if places.len() <= MOST {
            index.points_at(places).onto(&mut chosen);
            continue;
        }
        // The heaviest of all are asked for, wherever they stand.
        let most = index.heaviest(places.clone()).and_then(|place| Some(index.shape(place)?.weight));
        index.heavier(places.clone(), most.unwrap_or(i32::MAX).max(MIDDLING + 1)).take(MOST / 2).onto(&mut chosen);
        leads(index, places, length * SLOT / frame.width.to_f64().max(1.0), period).into_iter().onto(&mut chosen);
    }
    if let Some(Scene { drawing: Drawing::Stage(stage), .. }) = held.filter(|_| frame.motion != Motion::Rest) {
        let labelled = stage.entries.iter().filter(|entry| entry.label.is_some());
        labelled.filter_map(|entry| index.place(entry.index)).onto(&mut chosen);
    }
    crate::base::order::sort_by(&mut chosen, Ord::cmp);
    chosen.dedup();
    let most = if frame.motion == Motion::Pan { 2 * MOST } else { MOST };
    if chosen.len() > most {
        crate::base::order::sort_by_key(&mut chosen, |&place| index.shape(place).map_or(0, |shape| -shape.weight));
        chosen.truncate(most);
        crate::base::order::sort_by(&mut chosen, Ord::cmp);
    }
    let ask = |place: usize| Some(Ask { index: index.event(place)?, place, date: plan.date_of(place) });
    chosen.into_iter().filter_map(ask).list()
}

/// The heaviest point of each slot of time; the slots are wider outside the window, where nobody looks yet. They begin at the same instants wherever the window
/// stands, so that a pan asks for the same entries again.
fn leads(index: &Index, places: Range<usize>, slot: f64, window: &Timespan) -> Vec<usize> {
    let mut leads = Vec::new();
    let mut next = places.start;
    while let Some(shape) = index.shape(next).filter(|_| next < places.end) {
        let at = shape.at();
        let slot = if at < window.start || at > window.end { slot * BESIDE } else { slot };
        let end = index.before(((at / slot).floor() + 1.0) * slot).max(next + 1);
        index.heaviest(next..end).into_iter().onto(&mut leads);
        next = end;
    }
    leads
}
