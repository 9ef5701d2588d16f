//! Marks on the stage: the shape of a date at a scale becomes a box with paths.
//!
//! In: a shape, a scale and the visible stretch. Out: a [`Mark`] whose top is 0, and where it is bound to the line. It must never learn of words.

use super::px::Px;
use super::scale::Scale;
use super::scene::{Mark, Paint, Path};
use super::shape::{Edge, Shape, ShapeKind};
use super::strokes::{self, Profile};
use crate::timeline::Status;

/// A band: a date that is not a point, at a scale.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Band {
    /// Its mark; `y` is 0.
    pub mark: Mark,
    /// Where it begins, before it was cut at the edges of the view.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// How far a doubt without a limit is drawn, at most.
const FADE: f64 = 380.0;
/// No band is narrower than this.
const NARROWEST: f64 = 6.0;

/// Where an edge stands.
pub(super) fn x_of(edge: &Edge, scale: &Scale) -> f64 {
    scale.part_at(edge.middle).map_or(0.0, |part| part.x_at(edge.within(part)))
}

/// From where to where a shape runs; doubts without limit fade over part of the width.
pub(super) fn reach(shape: &Shape, scale: &Scale, width: f64) -> (f64, f64) {
    let (start, end) = (x_of(&shape.start, scale), x_of(&shape.end, scale));
    let fade = crate::base::order::between(width * 0.38, 60.0, FADE);
    let (start, end) = match (shape.open, shape.kind) {
        (true, ShapeKind::Before) => {
            let part = scale.part_at(shape.end.middle).map_or(f64::MIN, |part| part.x);
            ((end - fade).max(part.min(end - 60.0)), end)
        }
        (true, _) => (start, start + fade),
        (false, _) => (start, end),
    };
    let lack = (NARROWEST - (end - start)).max(0.0) / 2.0;
    match shape.kind {
        ShapeKind::Before => (start - 2.0 * lack, end),
        ShapeKind::After | ShapeKind::Since | ShapeKind::Bar => (start, end + 2.0 * lack),
        _ => (start - lack, end + lack),
    }
}

/// The mark of a shape that is not a point. `visible` is the stretch of px that can be seen; `now` is where the publication line stands, `height` the height of
/// the band and `tail` how far a stretch that goes on runs past publication. `None` when nothing of it can be seen.
pub(super) fn band(
    shape: &Shape,
    scale: &Scale,
    visible: (f64, f64),
    now: Option<f64>,
    height: Px,
    tail: Px,
) -> Option<Band> {
    let (start, end) = reach(shape, scale, visible.1 - visible.0);
    let (from, to) = (start.max(visible.0), end.min(visible.1));
    if to < from {
        return None;
    }
    let x = Px::from_f64(from);
    let w = Px::from_f64(to) - x;
    let paint = match shape.status {
        Status::Happened => Paint::Solid,
        Status::Reported => Paint::Hollow,
        Status::Planned => Paint::Dashed,
    };
    let engraved = |profile: Profile| {
        strokes::hatch(start - x.to_f64(), Px::ZERO, end - start, (from - start, to - start), profile, height)
    };
    let at_now = now.is_some_and(|now| (now - end).abs() < 1.0);
    let mut paths: Vec<Path> = match shape.kind {
        ShapeKind::Point => vec![engraved(Profile::Flat)],
        ShapeKind::Between => vec![engraved(Profile::Season)],
        ShapeKind::About => vec![engraved(Profile::About)],
        ShapeKind::Before => vec![engraved(Profile::Before)],
        ShapeKind::After => vec![engraved(Profile::After)],
        ShapeKind::Since if end <= visible.1 => {
            strokes::open_bar(w, height, paint, tail.min(Px::from_f64(visible.1 - end))).into()
        }
        ShapeKind::Bar | ShapeKind::Since => vec![strokes::bar(w, height, paint)],
    };
    if matches!(shape.kind, ShapeKind::Since | ShapeKind::After) && start >= visible.0 {
        paths.push(strokes::stop(Px::from_px(1), height));
    }
    if shape.kind == ShapeKind::Before && !at_now && end <= visible.1 {
        paths.push(strokes::stop(w, height));
    }
    Some(Band { mark: Mark { x, y: Px::ZERO, w, h: height, paths }, start, end })
}

/// A dot by its status, in a box of its own size around (`x`, `y`).
pub(super) fn dot(status: Status, x: Px, y: Px, radius: Px) -> Mark {
    let paint = match status {
        Status::Happened => Paint::Solid,
        Status::Reported => Paint::Hollow,
        Status::Planned => Paint::Dashed,
    };
    let across = radius + radius;
    Mark { x: x - radius, y: y - radius, w: across, h: across, paths: vec![strokes::dot(radius, paint)] }
}
