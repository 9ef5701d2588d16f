//! Where and how a timeline is to be drawn.
//!
//! In: nothing; these are types. Out: what every frame is made for. It must never learn of events.

use super::instant::Minutes;
use super::px::Px;
use crate::base::date::Day;

/// Where and how a timeline is to be drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// Width of the container.
    pub width: Px,
    /// Size of the base font; everything made of words grows with it.
    pub em: Px,
    /// Along the line, down the page, or by width.
    pub form: Orientation,
    /// What is in view.
    pub window: Window,
    /// The open entry.
    pub open: Option<usize>,
    /// The entry that has (or would get) the focus; it is listed in the scene even when it has no label.
    pub focus: Option<usize>,
    /// The first of the folded entries of a story that are to be shown.
    pub unfolded: Option<usize>,
    /// On paper nothing can be unfolded: every entry of a story is shown.
    pub paper: bool,
    /// In the middle of a gesture.
    pub motion: Motion,
    /// The reader's day; it is marked where it lies within the timeline's own span.
    pub today: Option<Day>,
}

impl Default for Frame {
    /// The whole span, 1000 px wide, at 16 px.
    fn default() -> Frame {
        Frame {
            width: Px::from_px(1000),
            em: Px::from_px(16),
            form: Orientation::Auto,
            window: Window::Whole,
            open: None,
            focus: None,
            unfolded: None,
            paper: false,
            motion: Motion::Rest,
            today: None,
        }
    }
}

/// What a gesture does to the window. Until it has come to rest what stands stays on its height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// Nothing.
    #[default]
    Rest,
    /// Moves it: the stage is drawn beyond its edges, so that most frames need no more than a transform.
    Pan,
    /// Changes its length: every frame is laid out anew, and nothing is measured in it.
    Zoom,
}

impl Motion {
    /// How far the stage is drawn beyond its edges on either side, of its width.
    pub(super) fn margin(self) -> f64 {
        if self == Motion::Pan { 0.6 } else { 0.0 }
    }
}

/// The direction of time on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Orientation {
    /// Horizontal from 42.5 em of container on, else vertical.
    #[default]
    Auto,
    /// Along the line.
    Horizontal,
    /// Down the page; also for print.
    Vertical,
}

/// The time in view.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Window {
    /// Everything, with long empty stretches folded.
    #[default]
    Whole,
    /// A stretch at one scale across the whole width.
    Between(Minutes, Minutes),
}
