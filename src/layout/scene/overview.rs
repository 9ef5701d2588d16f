//! The overview strip of a scene: the whole span at true scale, and what of it is in view.
//!
//! In: nothing; these are types. Out: what `view` paints above the stage or the story. It must never learn of entries' words.

use super::{Path, RoundLength, Stretch, TickWord};
use crate::layout::px::Px;

/// The overview strip: the whole span at true scale, with the window(s) that the stage shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Overview {
    /// Height of the strip, without the lens.
    pub h: Px,
    /// Where the base line stands.
    pub base: Px,
    /// Year (or other) lines with their words, from top to base.
    pub years: Vec<TickWord>,
    /// The entries, small: one box of the strip's size.
    pub minis: Vec<Path>,
    /// Empty stretches, named.
    pub voids: Vec<Void>,
    /// What the stage shows.
    pub windows: Vec<Stretch>,
    /// Whether the (one) window can be dragged: it then has handles.
    pub brush: bool,
    /// The lens under the strip: from each window to its part of the stage; height 0 in the story.
    pub lens_h: Px,
    /// Its shapes.
    pub lens: Vec<Path>,
}

/// A stretch without entries, named in the overview.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Void {
    /// Start edge.
    pub x: Px,
    /// Width; the words stand in its middle.
    pub w: Px,
    /// Top of the words.
    pub y: Px,
    /// How long it is.
    pub length: RoundLength,
}
