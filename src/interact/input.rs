//! What a reader can do to a timeline.
//!
//! In: nothing; these are types. Out: what `view` makes of DOM events and `interact` understands. It must never learn of either.

use crate::layout::{Minutes, Orientation, Px};

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
    SetForm(Orientation),
    /// It is to be printed, or was.
    Paper(bool),
    /// The pointer took hold at the first place, and is by now at the second: where frames are rare, a whole drag is one move.
    DragStart(Grip, Px, Px),
    /// It moves to here.
    DragMove(Px),
    /// It lets go.
    DragEnd,
    /// It lets go while it moves, at so many px a millisecond.
    Fling {
        /// Positive towards later times.
        speed: f64,
        /// The reader wants no motion: then it stops there.
        still: bool,
    },
    /// What flies goes on, until now (ms, of any clock).
    Fly(f64),
    /// A pointer, a wheel or a key touches it: what flies stops.
    Hold,
    /// Zoom about a position (about the open entry, else the middle of what is dense, when `None`); above 1 goes closer.
    Zoom(f64, Option<Px>),
    /// Move by so many px, positive towards later times: one of a run of inputs (a wheel, a finger) that ends with `Settle`. Until then nothing that stands
    /// moves up or down.
    Scroll(Px),
    /// As `Zoom`, one of a run, then moved by so many px: what two fingers do.
    Pinch(f64, Option<Px>, Px),
    /// A run has come to rest (the view waits 150 ms): lay out anew.
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
    /// A cluster of the scene was pressed, by its number: goes closer, or opens its heaviest entry when all lie on one day.
    PressCluster(usize),
    /// The stage was pressed where nothing of its own stands, perhaps on a column of dots.
    PressStage(Px, Px),
    /// The row of folded entries that begins with this one was pressed: shows them.
    PressFolded(usize),
    /// The overview was pressed outside its window.
    PressOverview(Px),
    /// Open the entry before (-1) or after (1) the open one.
    Step(i32),
    /// The focus came to an entry by other means (screen reader, Tab).
    Focused(usize),
    /// The open entry's film is to be shown.
    Play,
    /// The open entry's sentence is shown in the article.
    GoToArticle {
        /// The room beside the article.
        room: Px,
        /// The way back would stand here in it: from the start edge of the timeline ..
        x: Px,
        /// .. and from its top.
        y: Px,
    },
    /// Back from there to the open entry.
    ComeBack,
    /// There is a timeline, or another one; open and focused entries are given as their new numbers.
    Replaced {
        /// The entry that was open, in the new timeline.
        open: Option<usize>,
        /// The entry that had the focus.
        focus: Option<usize>,
        /// Its entries have texts that can be searched; columns have none.
        has_texts: bool,
        /// Its entries are filed under more than one heading.
        has_groups: bool,
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
