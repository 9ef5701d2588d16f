//! The horizontal timeline of a scene: axis, entries with their words, columns of dots.
//!
//! In: nothing; these are types. Out: what `view` paints where time runs along the line. It must never learn words.

use super::{DateLabel, Mark, Path, RoundLength, Stretch, TickLabel};
use crate::base::date::Moment;
use crate::layout::instant::Minutes;
use crate::layout::place::Spot;
use crate::layout::px::Px;
use crate::layout::scale::Scale;

/// The horizontal timeline.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Stage {
    /// Height, from the top of the axis band to the end of the lowest label.
    pub h: Px,
    /// Where the axis line stands.
    pub axis_y: Px,
    /// Where labels begin; depths of labels count from here.
    pub labels_y: Px,
    /// How far this stage is drawn beyond its edges on either side, so that a pan needs no new scene: the view may move everything by a
    /// transform within it. 0 at rest.
    pub margin: Px,
    /// Where each instant stands, and back.
    pub scale: Scale,
    /// The scale of the whole, folded or not: where zooming out ends. Its first and last instant are the limits of every window.
    pub whole: Scale,
    /// The first instant of the overview.
    pub begins: Minutes,
    /// No window is shorter than this.
    pub closest: Minutes,
    /// The axis, part by part.
    pub axis: Vec<AxisPart>,
    /// The cuts between the parts.
    pub breaks: Vec<Break>,
    /// Vertical hairlines, from the axis down.
    pub grid: Vec<Hairline>,
    /// The publication line.
    pub published: Option<PublishedLine>,
    /// Today, where it has room for its word: as wide as the day where days are wide, else a point (width 0).
    pub today: Option<Stretch>,
    /// The column of the open entry, from the axis to the detail.
    pub column: Option<Stretch>,
    /// The entries in order of time: all of them up to [`ALL_ENTRIES`], above that those that are drawn with a label, open or focused.
    pub entries: Vec<StageEntry>,
    /// The dots of entries that have no mark of their own in `entries`, in one box of the stage's size. Empty unless there are many.
    pub dots: Vec<Path>,
    /// The diameter of these dots ..
    pub dot: Px,
    /// .. and how far apart they stand on their lines: the path runs from dot to dot upwards.
    pub pitch: Px,
    /// How many entries a dot stands for.
    pub each: u32,
    /// The length of time that a column of dots counts, when all count the same.
    pub bin: Option<RoundLength>,
    /// Columns of dots and merged bands: what can be pressed, with how many entries it stands for.
    pub clusters: Vec<Cluster>,
}

/// The grid of [`Paint::Grid`](super::Paint::Grid) ends so far above the axis.
pub const GRID_FOOT: Px = Px::from_halves(3);

/// Up to this many entries the scene lists every one (the accessibility tree holds them all).
pub const ALL_ENTRIES: usize = 200;

/// One part of the axis; there is more than one only where long empty stretches are folded.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct AxisPart {
    /// Start edge.
    pub x: Px,
    /// Width.
    pub w: Px,
    /// After publication: dotted, without ticks.
    pub later: bool,
    /// Ground of the lens continues behind it (few entries).
    pub tint: bool,
    /// Ticks, in a box that starts at the stage's top start corner.
    pub ticks: Option<Path>,
    /// The words at the ticks, and the heading of the part; positions are the stage's.
    pub words: Vec<TickWord>,
}

/// A word at a tick.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TickWord {
    /// Where it is anchored.
    pub x: Px,
    /// Top of the word.
    pub y: Px,
    /// Which part of the word stands at `x`.
    pub anchor: Align,
    /// What it says.
    pub label: TickLabel,
    /// In bold: headings, a new year.
    pub strong: bool,
    /// Names the limit of the open entry (rubric).
    pub open: bool,
}

/// Which part of a word stands at its position.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Align {
    Start,
    Middle,
    End,
}

/// A cut in the axis between two parts: what was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Break {
    /// Start edge of the gutter.
    pub x: Px,
    /// Width of the gutter.
    pub w: Px,
    /// Top of the words.
    pub y: Px,
    /// The axis' ends and the two slanted cuts, in a box that starts at the stage's top start corner.
    pub cut: Path,
    /// How much time is left out.
    pub length: RoundLength,
}

/// The publication line, from the axis to the foot of the stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublishedLine {
    /// Where it stands.
    pub x: Px,
    /// When it was.
    pub moment: Moment,
}

/// A hairline of the grid: from the axis to the foot of the stage, or to the first words in its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hairline {
    /// Where it stands.
    pub x: Px,
    /// Height.
    pub h: Px,
}

/// One event on the stage.
#[derive(Clone, PartialEq, Debug)]
pub struct StageEntry {
    /// Which event of the timeline.
    pub index: usize,
    /// Its date as it is to be said.
    pub date: DateLabel,
    /// Its words; without, the entry is a dot or band only (its words are for assistive technology).
    pub label: Option<Label>,
    /// The pole from the axis (or its bar) to its words.
    pub stem: Option<Stem>,
    /// Its date, drawn; `None` when it is one of the common dots, or outside the window.
    pub mark: Option<Mark>,
}

/// Where the words of an entry stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label {
    /// Start edge.
    pub x: Px,
    /// Top edge.
    pub y: Px,
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
    /// The words end at their pole instead of starting there.
    pub end_aligned: bool,
    /// "and N more": entries of the same column that have no label of their own.
    pub more: u32,
    /// How it was placed; a scene drawn within a gesture keeps it.
    pub spot: Spot,
}

/// A pole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stem {
    /// Where it stands.
    pub x: Px,
    /// Top.
    pub y: Px,
    /// Height.
    pub h: Px,
}

/// Entries that share one place: a column of dots, or bands drawn as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cluster {
    /// Start edge of its box.
    pub x: Px,
    /// Top of its box.
    pub y: Px,
    /// Width of its box.
    pub w: Px,
    /// Height of its box.
    pub h: Px,
    /// How many entries.
    pub count: u32,
    /// Whether the figure is drawn, centred, ending at the top of the box.
    pub counted: bool,
    /// The first of its entries in order of time.
    pub first: usize,
    /// Its heaviest entry.
    pub lead: usize,
}
