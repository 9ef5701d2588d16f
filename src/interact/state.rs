//! Everything a widget remembers between inputs, and what an input leaves to be done.
//!
//! In: nothing; these are types. Out: what `update` reads and gives. Plain values: it must never learn of elements.

use super::Grip;
use crate::layout::{Frame, Minutes, Px};

/// Everything a widget remembers between inputs.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct State {
    /// Where and how the timeline is drawn; `open` and `focus` are part of it.
    pub frame: Frame,
    /// What the pointer holds.
    pub gesture: Option<Gesture>,
    /// What a finger let go of while it moved.
    pub flight: Option<Flight>,
    /// The reader went to the article's sentence: where the way back stands.
    pub away: Option<Away>,
    /// The open entry's film was asked for.
    pub playing: bool,
    /// There is enough to be searched, or there was: what a search found may be few, and the search must not go with what it left out.
    pub searched: bool,
}

/// What the pointer holds, and what was there when it took hold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gesture {
    /// What it holds.
    pub grip: Grip,
    /// Where it took hold.
    pub x: Px,
    /// The window then.
    pub start: Minutes,
    /// Its end.
    pub end: Minutes,
}

/// A stage that goes on moving.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Flight {
    /// Px a millisecond, positive towards later times.
    pub speed: f64,
    /// When it was moved last, in ms; not yet at first.
    pub last: Option<f64>,
}

/// Where the way back from the article stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Away {
    /// At the foot of the window.
    Foot,
    /// In the margin, beside the sentence: from the top start corner of the timeline.
    Margin(Px, Px),
}

/// What must be done after an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects {
    /// Make a new scene (and measure what it asks for).
    pub relayout: bool,
    /// Only the transform changed: move the stage by [`shift`](super::shift).
    pub redraw: bool,
    /// Everything stays in its place, but something else is shown there.
    pub repaint: bool,
    /// Another entry is open, or none: show its detail, tell the page.
    pub opened: bool,
    /// The window changed: tell the page.
    pub window_changed: bool,
    /// Put the focus on this entry.
    pub focus: Option<usize>,
}
