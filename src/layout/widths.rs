//! Widths: how much of the line each part of time gets.
//!
//! In: the folding, the sizes of words, the frame. Out: the scale of the whole, and of the window in view. It must never learn what is drawn on it.

use super::fold::Folded;
use super::frame::{Frame, Window};
use super::outline::after;
use super::plan::{Fits, Measures, NARROWEST_PART, Plan};
use super::scale::{Part, Scale};
use super::shape::Shape;
use super::ticks::coarsest_within;
use super::timespan::Timespan;
use super::units::TickUnit;
use crate::base::list::List;

/// Between two parts of a folded axis.
pub(super) const GUTTER: f64 = 52.0;

/// The scale of the whole span: as folded, with room after publication.
pub(super) fn whole(plan: &Plan<'_>, folded: &Folded, measures: &Measures, frame: &Frame) -> Scale {
    let width = frame.width.to_f64();
    let parts = &folded.parts;
    let gutters = GUTTER * (parts.len().saturating_sub(1)) as f64;
    let room = after(plan.index, frame);
    let main = main_part(plan, parts);
    let most = (width - room - gutters) / (parts.len() as f64) * 0.8;
    let need = |part: &Timespan| {
        crate::base::order::between(needed(part, plan, measures), NARROWEST_PART.min(most), most.max(1.0))
    };
    let others: f64 = parts.iter().enumerate().filter(|(number, _)| *number != main).map(|(_, part)| need(part)).sum();
    let mut scale = Scale::default();
    let mut x = 0.0;
    for (number, part) in parts.iter().enumerate() {
        let is_last = number + 1 == parts.len();
        let w = if number == main { (width - room - gutters - others).max(40.0) } else { need(part) };
        // The room after the last part counts from the publication line, where that stands: the rest of its day lies in the room.
        let now = plan
            .published()
            .map(|(edge, _)| edge.middle)
            .filter(|now| is_last && *now > part.start && part.end - now < 2.0 * super::instant::DAY);
        let w = match now {
            Some(now) => w * (part.end - part.start) / (now - part.start),
            None => w,
        };
        scale.parts.push(Part { x, w, start: part.start, end: part.end });
        x += w + GUTTER;
    }
    scale
}

/// The part with most entries; of equals the last.
fn main_part(plan: &Plan<'_>, parts: &[Timespan]) -> usize {
    let counted = parts.iter().enumerate().map(|(number, part)| (plan.index.count(part.start, part.end), number));
    counted.max().map_or(0, |(_, number)| number)
}

/// What the words of a part need: those of its ticks, and those of its entries side by side in up to three.
fn needed(part: &Timespan, plan: &Plan<'_>, measures: &Measures) -> f64 {
    let length = part.end - part.start;
    let unit = coarsest_within(length / 4.0, plan.index.finest);
    let word = measures.ticks.get(unit.form() as usize).map_or(40.0, |width| width.to_f64());
    let ticks = (length / unit.minutes()).round() * (word + 8.0);
    let ticks = if unit.unit >= TickUnit::Month && ticks <= 1.4 * NARROWEST_PART { ticks } else { NARROWEST_PART };
    let mut labels = 0.0_f64;
    let (mut side_by_side, mut count) = (0.0, 0);
    for (ask, size) in plan.labels.iter().zip(measures.labels.iter().map(Fits::best)) {
        let within = |shape: &&Shape| shape.start.middle >= part.start && shape.start.middle <= part.end;
        let Some(shape) = plan.index.shape(ask.place).filter(within) else { continue };
        let before = (shape.start.middle - part.start) / length;
        labels = labels.max((size.w.to_f64() - GUTTER / 2.0) / (1.0 - before).max(0.5));
        if count < 3 {
            side_by_side += size.w.to_f64() + 12.0;
            count += 1;
        }
    }
    let side_by_side = if count > 1 { side_by_side * 0.75 } else { 0.0 };
    NARROWEST_PART.max(ticks).max(labels).max(side_by_side)
}

/// The scale of what is in view, and how far the stage is drawn beyond its edges.
pub(super) fn in_view(frame: &Frame, whole: &Scale) -> (Scale, f64) {
    let Window::Between(start, end) = frame.window else { return (whole.clone(), 0.0) };
    let width = frame.width.to_f64().max(1.0);
    if end <= start || !(end - start).is_finite() {
        return (whole.clone(), 0.0);
    }
    let margin = (width * frame.motion.margin()).round();
    let more = (end - start) * margin / width;
    (Scale { parts: vec![Part { x: -margin, w: width + 2.0 * margin, start: start - more, end: end + more }] }, margin)
}

/// The scale of what is in view without what is drawn beyond the edges.
pub(super) fn without_margin(scale: &Scale, margin: f64) -> Scale {
    let inner = |part: &Part| {
        let (x, w) = (part.x + margin, part.w - 2.0 * margin);
        Part { x, w, start: part.time_at(x), end: part.time_at(x + w) }
    };
    Scale { parts: scale.parts.iter().map(inner).list() }
}
