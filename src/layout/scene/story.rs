//! The vertical timeline of a scene: rows that flow down the page, and the tracks beside them.
//!
//! In: nothing; these are types. Out: what `view` paints in narrow places and on paper. It must never learn heights of words.

use super::{DateLabel, DatePoint, Mark, Path, RoundLength};
use crate::base::date::Moment;
use crate::layout::px::Px;

/// The vertical story: rows from early to late. The style sheet lets the rows flow (a grid with one row each), so no heights are needed here; what
/// runs past a row is a track from row to row.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct StoryRows {
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
        length: RoundLength,
        /// The two slanted cuts.
        mark: Mark,
        /// Height of the row.
        h: Px,
    },
    /// The publication line, with its date.
    Published(Moment),
    /// Today, between what began before it and what begins on it or later.
    Today,
    /// Entries not shown until asked for.
    Folded {
        /// The first of them.
        first: usize,
        /// How many.
        count: u32,
        /// The time they lie in.
        period: DatePoint,
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
