//! The scene: everything that is to be drawn, as plain data.
//!
//! In: nothing; these are types. Out: what `view` paints without computing. Positions run along the line of time (`x`, mirrored by `view`
//! where writing runs right to left) and down (`y`), in [`Px`], from the top start corner of the part they belong to.
//! It must never learn words: dates and ticks are typed, `view` says them.

mod date;
mod overview;
mod stage;
mod story;

pub use date::{DateLabel, DatePoint, Relation, RoundLength, TickForm, TickLabel};
pub use overview::{Overview, Void};
pub use stage::{
    ALL_ENTRIES, Align, AxisPart, Break, Cluster, GRID_FOOT, Hairline, Label, PublishedLine, Stage, StageEntry, Stem,
    TickWord,
};
pub use story::{Row, RowKind, StoryRows, Track};

use super::px::Px;

/// What is to be drawn for one timeline at one width and one window of time.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// The width it was made for.
    pub width: Px,
    /// Many entries: smaller type and marks (class `many`).
    pub many: bool,
    /// First and last date in view, for the header.
    pub range: Option<ViewRange>,
    /// How many entries lie in the window, of how many.
    pub shown: usize,
    /// How many entries there are.
    pub total: usize,
    /// The whole span at true scale, above the stage or the story.
    pub overview: Option<Overview>,
    /// The timeline itself.
    pub drawing: Drawing,
    /// What the key under it must explain, in this order.
    pub keys: Vec<Legend>,
}

/// The form a timeline takes.
#[derive(Clone, PartialEq, Debug, Default)]
#[allow(clippy::large_enum_variant, reason = "there is one of it at a time")]
pub enum Drawing {
    /// Nothing to draw.
    #[default]
    Empty,
    /// Time runs along the line.
    Stage(Stage),
    /// Time runs down, entry after entry.
    Story(StoryRows),
}

/// First and last date in view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ViewRange {
    /// Where it begins.
    pub first: DatePoint,
    /// Where it ends; the same as `first` for a single date.
    pub last: DatePoint,
}

/// One shape: an SVG path in px, relative to the box it stands in, and how it is painted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    /// Value for the attribute `d`.
    pub d: String,
    /// Its class.
    pub paint: Paint,
}

/// How a path is painted; each is one class of the style sheet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Paint {
    /// 1 px stroke of the mark's colour: doubt.
    Strokes,
    /// 2 px stroke: a limit, the slanted cuts are 1 px and use `Strokes`.
    Stop,
    /// Filled: sure.
    Solid,
    /// 1.5 px outline, paper inside: reported.
    Hollow,
    /// As `Hollow`, dashed: planned.
    Dashed,
    /// 1.5 px stroke, no fill: the broken end of what goes on.
    Tail,
    /// 1 px stroke in the colour of lines: ticks.
    Tick,
    /// Lines that are to be drawn as dots: see [`Stage::dots`].
    Dots,
    /// Areas that are to be filled with dots on a grid of [`Stage::pitch`], whose lines count from the start edge and from [`GRID_FOOT`].
    Grid,
    /// Filled with the colour of lines: what the window leaves out.
    Faint,
    /// The lens: tint.
    LensFill,
    /// Edge of the lens: hair.
    LensEdge,
}

/// A drawn date: a box from its top start corner, and the paths inside it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// Start edge.
    pub x: Px,
    /// Top edge.
    pub y: Px,
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
    /// What is inside; it may overhang (stops, tails).
    pub paths: Vec<Path>,
}

/// A stretch of the line, in px.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Start edge.
    pub x: Px,
    /// Width.
    pub w: Px,
}

/// What the key explains.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Legend {
    /// Strokes: some time in here.
    Between,
    /// Strokes with a stop: before or by.
    Before,
    /// Hollow: reported by a source.
    Reported,
    /// Dashed: planned.
    Planned,
    /// A dot stands for this many entries (1 is "one entry"); a column is this long, where it is one length for all.
    Dot(u32, Option<RoundLength>),
    /// Figures over a column count its entries.
    Counts,
}
