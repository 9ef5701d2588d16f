//! The scene: everything that is to be drawn, as plain data.
//!
//! In: nothing; these are types. Out: what `view` paints without computing. Positions run along the line of time (`x`, mirrored by `view`
//! where writing runs right to left) and down (`y`), in [`Px`], from the top start corner of the part they belong to.
//! It must never learn words: dates and ticks are typed, `view` says them.

use super::place::Spot;
use super::px::Px;
use super::scale::{Minutes, Scale};
use crate::date::{Moment, Precision};

/// What is to be drawn for one timeline at one width and one window of time.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// The width it was made for.
    pub width: Px,
    /// Many entries: smaller type and marks (class `many`).
    pub many: bool,
    /// The events (their numbers in the timeline) in order of time: the order of the list and of the arrow keys.
    pub order: Vec<usize>,
    /// First and last date in view, for the header.
    pub range: Option<Range>,
    /// How many entries lie in the window, of how many.
    pub shown: usize,
    /// How many entries there are.
    pub total: usize,
    /// The whole span at true scale, above the stage or the story.
    pub overview: Option<Overview>,
    /// The timeline itself.
    pub drawing: Drawing,
    /// What the key under it must explain, in this order.
    pub keys: Vec<Key>,
}

/// The form a timeline takes.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Drawing {
    /// Nothing to draw.
    #[default]
    Empty,
    /// Time runs along the line.
    Stage(Stage),
    /// Time runs down, entry after entry.
    Story(Story),
}

/// First and last date in view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    /// Where it begins.
    pub first: Point,
    /// Where it ends; the same as `first` for a single date.
    pub last: Point,
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
    /// Filled with ink, edged with 1 px of paper: the dots when there are many.
    Dots,
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
    pub length: Length,
}

/// A stretch of the line, in px.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Start edge.
    pub x: Px,
    /// Width.
    pub w: Px,
}

/// The length of an empty stretch, rounded to its largest fitting unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Length {
    Years(u32),
    Months(u32),
    Days(u32),
    Hours(u32),
    Minutes(u32),
}

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
    /// No window is shorter than this.
    pub closest: Minutes,
    /// The axis, part by part.
    pub axis: Vec<AxisPart>,
    /// The cuts between the parts.
    pub breaks: Vec<Break>,
    /// Vertical hairlines, from the axis down.
    pub grid: Vec<Px>,
    /// The publication line.
    pub published: Option<Published>,
    /// The column of the open entry, from the axis to the detail.
    pub column: Option<Stretch>,
    /// The entries in order of time: all of them up to [`ALL_ENTRIES`], above that those that are drawn with a label, open or focused.
    pub entries: Vec<Entry>,
    /// The dots of entries that have no mark of their own in `entries`, in one box of the stage's size. Empty unless there are many.
    pub dots: Vec<Path>,
    /// How many entries a dot stands for.
    pub each: u32,
    /// The length of time that a column of dots counts, when all count the same.
    pub bin: Option<Length>,
    /// Columns of dots and merged bands: what can be pressed, with how many entries it stands for.
    pub clusters: Vec<Cluster>,
}

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
    pub anchor: Anchor,
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
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What a tick says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TickLabel {
    /// The instant; fields finer than the form are to be ignored.
    pub moment: Moment,
    /// Which of its fields are said.
    pub form: TickForm,
}

/// Which fields of a moment a tick says, coarsest last. [`TickForm::Published`] is the word "Published".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum TickForm {
    /// 14:05
    Minute,
    /// 11
    Day,
    /// Tue 11
    WeekdayDay,
    /// 1 Nov
    DayMonth,
    /// Tue 1 Nov
    WeekdayDayMonth,
    /// Tuesday 1 November 2016 (heading of a part that shows hours)
    FullDay,
    /// Sept
    Month,
    /// Jul 2018
    MonthYear,
    /// October 2016 (heading of a part that shows days)
    LongMonthYear,
    /// 2014; BCE where the year is below 1
    Year,
    /// Published
    Published,
}

impl TickForm {
    /// How many there are; the length of [`super::Measures::ticks`].
    pub const COUNT: usize = 11;
    /// All, in the order of their numbers.
    pub const ALL: [TickForm; TickForm::COUNT] = [
        TickForm::Minute,
        TickForm::Day,
        TickForm::WeekdayDay,
        TickForm::DayMonth,
        TickForm::WeekdayDayMonth,
        TickForm::FullDay,
        TickForm::Month,
        TickForm::MonthYear,
        TickForm::LongMonthYear,
        TickForm::Year,
        TickForm::Published,
    ];
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
    pub length: Length,
}

/// The publication line, from the axis to the foot of the stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Published {
    /// Where it stands.
    pub x: Px,
    /// When it was.
    pub moment: Moment,
}

/// One event on the stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
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

/// The vertical story: rows from early to late. The style sheet lets the rows flow (a grid with one row each), so no heights are needed here; what
/// runs past a row is a track from row to row.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Story {
    /// Width of the rail's column.
    pub rail_w: Px,
    /// Where the rail stands in it.
    pub rail_x: Px,
    /// The rows.
    pub rows: Vec<Row>,
    /// Stretches that outlive their own row.
    pub tracks: Vec<Track>,
}

/// One row of the story.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// What stands in it.
    pub kind: RowKind,
    /// Free space under it, inside the row.
    pub gap: Px,
    /// The rail runs from this far under the row's top ..
    pub rail_top: Px,
    /// .. to this far above its foot.
    pub rail_bottom: Px,
    /// Whether it runs at all; a cut draws its own.
    pub rail: bool,
    /// After publication: the rail is dotted.
    pub later: bool,
}

/// What stands in a row.
#[derive(Clone, PartialEq, Debug)]
pub enum RowKind {
    /// An entry with its mark; the mark's `y` counts from the row's top and may be negative.
    Entry {
        /// Which event of the timeline.
        index: usize,
        /// Its date as it is to be said.
        date: DateLabel,
        /// `None` when a track is its mark.
        mark: Option<Mark>,
    },
    /// An empty stretch left out, with its cut; the mark fills the row's height.
    Cut {
        /// How much time is left out.
        length: Length,
        /// The two slanted cuts.
        mark: Mark,
        /// Height of the row.
        h: Px,
    },
    /// The publication line, with its date.
    Published(Moment),
    /// Entries not shown until asked for.
    Folded {
        /// The first of them.
        first: usize,
        /// How many.
        count: u32,
        /// The time they lie in.
        period: Point,
    },
}

/// A stretch that runs on past its own row: two edges (hollow) or a bar (solid), from row to row.
#[derive(Clone, PartialEq, Debug)]
pub struct Track {
    /// Which event of the timeline.
    pub index: usize,
    /// Its first row.
    pub from: usize,
    /// It ends at the top of this row.
    pub to: usize,
    /// Start edge in the rail's column.
    pub x: Px,
    /// Width.
    pub w: Px,
    /// How far under the top of its first row it begins.
    pub top: Px,
    /// Reported: two edges instead of a bar.
    pub hollow: bool,
    /// The stop at its start, relative to its top start corner.
    pub stop: Path,
    /// What stands at its end, relative to its bottom start corner: the broken edges of what goes on.
    pub tail: Option<Path>,
}

/// What the key explains.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// Strokes: some time in here.
    Between,
    /// Strokes with a stop: before or by.
    Before,
    /// Hollow: reported by a source.
    Reported,
    /// Dashed: planned.
    Planned,
    /// A dot stands for this many entries (1 is "one entry"); a column is this long, where it is one length for all.
    Dot(u32, Option<Length>),
    /// Figures over a column count its entries.
    Counts,
}

/// The date of an entry as it is to be said; `view` finds the words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DateLabel {
    /// How the points relate to the event.
    pub relation: Relation,
    /// The date, or the limit.
    pub from: Point,
    /// The second date of a range.
    pub to: Option<Point>,
    /// Days are said with their weekday.
    pub weekday: bool,
    /// Dates are said with their year (years and coarser always are).
    pub year: bool,
    /// Only the time of day is said: the axis names the one day in view.
    pub clock: bool,
    /// "planned" stands after it.
    pub planned: bool,
}

/// How the date(s) of a label relate to the event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// On, or in: "Tue 1 Nov", "Summer 2014".
    On,
    /// From first to last: "10 to 24 Sept".
    FromTo,
    /// Some time between two dates.
    Between,
    /// About that date.
    About,
    /// Before it; strictly.
    Before,
    /// By it.
    By,
    /// After it; strictly.
    After,
    /// Since it, still going on.
    Since,
    /// Until it.
    Until,
    /// Nothing is known.
    Unknown,
}

/// A date and how much of it is to be said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Point {
    /// Its first instant.
    pub moment: Moment,
    /// Day: "1 Nov"; Minute: "1 Nov, 14:05"; Month: "June"; Season: by the month it begins in (3, 6, 9, 12); Year and coarser by `moment`'s year.
    pub precision: Precision,
}
