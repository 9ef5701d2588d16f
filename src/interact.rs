//! What a reader does: pan, zoom, choose, step. Pure: a state and an input give the next state and what must be done about it.
//!
//! In: inputs in px and keys. Out: the next [`State`] and its [`Effects`]. It must never learn of DOM events or clocks.

use crate::layout::{Form, Frame, Minutes, Px, Scene};
use crate::timeline::Timeline;

/// Everything a widget remembers between inputs.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct State {
    /// Where and how the timeline is drawn; `open` and `focus` are part of it.
    pub frame: Frame,
    /// What the pointer holds.
    pub gesture: Option<Gesture>,
    /// How far the stage is moved from where its scene was made: the transform of the current frame. Positive towards later positions.
    pub shift: Px,
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

/// What a pointer can take hold of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grip {
    /// The stage.
    Stage,
    /// The window in the overview.
    Window,
    /// Its start handle.
    WindowStart,
    /// Its end handle.
    WindowEnd,
}

/// What happened. Positions are px from the start edge of the stage or of the overview.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Input {
    /// The container or its font has a new size.
    Resize {
        /// Its width.
        width: Px,
        /// Size of its font.
        em: Px,
    },
    /// Another form is asked for.
    SetForm(Form),
    /// The pointer takes hold.
    DragStart(Grip, Px),
    /// It moves to here.
    DragMove(Px),
    /// It lets go.
    DragEnd,
    /// Move by so many px; positive towards later times.
    Pan(Px),
    /// Zoom about a position (about the open entry, else the middle of what is dense, when `None`); above 1 goes closer.
    Zoom(f64, Option<Px>),
    /// A run of wheel or pinch inputs has come to rest (the view waits 150 ms): lay out anew.
    Settle,
    /// The button for it, and its key.
    WholeSpan,
    /// A key pressed while the widget has the focus.
    Key(Key),
    /// Open this entry, or close with `None`.
    Select(Option<usize>),
    /// Show from one instant to another.
    Show(Minutes, Minutes),
    /// An entry's label, mark or dot was pressed: opens it, or closes it when it is open.
    PressEntry(usize),
    /// A cluster of the scene was pressed, by its number.
    PressCluster(usize),
    /// The overview was pressed outside its window.
    PressOverview(Px),
    /// Open the entry before (-1) or after (1) the open one.
    Step(i32),
    /// The focus came to an entry by other means (screen reader, Tab).
    Focused(usize),
    /// There is another timeline now; open and focused entries are given as their new numbers.
    Replaced {
        /// The entry that was open, in the new timeline.
        open: Option<usize>,
    },
}

/// The keys that mean something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Key {
    /// Towards earlier entries: left, or right where writing runs so.
    Earlier,
    /// Towards later entries.
    Later,
    Up,
    Down,
    Home,
    End,
    Enter,
    Escape,
    Plus,
    Minus,
}

/// What must be done after an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects {
    /// Make a new scene (and measure what it asks for).
    pub relayout: bool,
    /// Only the transform changed: move the stage to [`State::shift`].
    pub redraw: bool,
    /// Another entry is open, or none: show its detail, tell the page.
    pub opened: bool,
    /// The window changed: tell the page.
    pub window_changed: bool,
    /// Put the focus on this entry.
    pub focus: Option<usize>,
}

/// The next state, and what must be done about it.
pub fn update(state: &State, input: Input, timeline: &Timeline, scene: &Scene) -> (State, Effects) {
    let _ = (input, timeline, scene);
    (*state, Effects::default())
}
