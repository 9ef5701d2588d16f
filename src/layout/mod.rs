//! From events to a picture: where every line, mark and word stands.
//!
//! In: a [`Timeline`], the [`Frame`] to draw it in and the sizes of its words, measured by whoever can. Out: a [`Scene`], plain data.
//! It must never learn words, colours or the DOM.
//!
//! Two steps, because words must be measured in between:
//!
//! ```text
//! plan(timeline, frame)                    -> Plan:  what to measure, and how wide it may be
//! draw(timeline, frame, plan, measures, held) -> Scene: everything in its place
//! ```

use crate::timeline::Timeline;

pub mod px;
pub mod scale;
pub mod scene;

pub use px::Px;
pub use scale::Minutes;
pub use scene::{DateLabel, Scene};

/// Where and how a timeline is to be drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// Width of the container.
    pub width: Px,
    /// Size of the base font; everything made of words grows with it.
    pub em: Px,
    /// Along the line, down the page, or by width.
    pub form: Form,
    /// What is in view.
    pub window: Window,
    /// The open entry.
    pub open: Option<usize>,
    /// The entry that has (or would get) the focus; it is listed in the scene even when it has no label.
    pub focus: Option<usize>,
    /// In the middle of a gesture: what stands stays on its height, and the stage is drawn beyond its edges so that it can be moved.
    pub moving: bool,
}

impl Default for Frame {
    /// The whole span, 1000 px wide, at 16 px.
    fn default() -> Frame {
        Frame {
            width: Px::from_px(1000),
            em: Px::from_px(16),
            form: Form::Auto,
            window: Window::Whole,
            open: None,
            focus: None,
            moving: false,
        }
    }
}

/// The direction of time on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
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

/// What must be measured before a scene can be drawn.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plan {
    /// The story: no sizes are needed, `labels` is empty.
    pub vertical: bool,
    /// Many entries: words are set smaller (class `many`), and measured so.
    pub many: bool,
    /// The greatest width of an entry's words.
    pub label_width: Px,
    /// The entries whose words are to be measured (date, title, source) in a box of `max-content` up to `label_width`.
    pub labels: Vec<Ask>,
}

/// An entry whose words are to be measured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ask {
    /// Which event of the timeline.
    pub index: usize,
    /// Its date as it is to be said.
    pub date: DateLabel,
}

/// The sizes of words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measures {
    /// One for each of [`Plan::labels`], in the same order.
    pub labels: Vec<Size>,
    /// The width of a tick's word, by [`scene::TickForm`] (its number): the widest there is, at the size of ticks.
    pub ticks: [Px; scene::TickForm::COUNT],
    /// "and 88 more" under a label.
    pub more: Size,
}

/// A width and a height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
}

/// What is to be measured for a frame.
pub fn plan(timeline: &Timeline, frame: &Frame) -> Plan {
    let _ = (timeline, frame);
    Plan::default()
}

/// Everything in its place. `held` is the scene before, whose labels stay on their heights while a gesture lasts ([`Frame::moving`]).
pub fn draw(timeline: &Timeline, frame: &Frame, plan: &Plan, measures: &Measures, held: Option<&Scene>) -> Scene {
    let _ = (timeline, frame, plan, measures, held);
    Scene::default()
}
