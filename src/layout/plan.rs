//! What must be measured before a scene can be drawn, and the sizes that come back.
//!
//! In: an [`Index`], an [`Outline`], a [`Frame`]. Out: [`Plan`]s and [`Measures`]. It must never learn where anything will stand.

use super::frame::Frame;
use super::index::Index;
use super::labels;
use super::outline::Outline;
use super::px::Px;
use super::scene::{DateLabel, TickForm};
use super::shape::Edge;
use super::ticks;
use super::timespan::Timespan;
use crate::base::date::Moment;

/// So many bands in view are not drawn each, but counted.
const MOST_BANDS: usize = 200;
/// No part of a folded axis is narrower.
pub(super) const NARROWEST_PART: f64 = 180.0;

/// What must be measured before a scene can be drawn, and what was found on the way.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The story: no sizes are needed, `labels` is empty.
    pub vertical: bool,
    /// The greatest width of an entry's words.
    pub label_width: Px,
    /// Wider boxes, in which the words of an entry are to be measured besides where its title is long; of no width where many entries leave no room for them.
    pub wider: [Px; 2],
    /// The entries whose words are to be measured (date, title, source) in a box of `max-content` up to `label_width`; in order of time.
    pub labels: Vec<Ask>,
    /// The forms of tick words that may be said: their widths are to be known.
    pub ticks: Vec<TickForm>,
    pub(super) index: &'a Index,
    pub(super) outline: &'a Outline,
    /// The stretches of time in view.
    pub(super) periods: Vec<Timespan>,
    /// Too many bands in view to draw each: they are counted.
    pub(super) crowded: bool,
}

/// An entry whose words are to be measured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ask {
    /// Which event of the timeline.
    pub index: usize,
    /// Its place in order of time.
    pub place: usize,
    /// Its date as it is to be said.
    pub date: DateLabel,
}

/// The sizes of words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measures {
    /// One for each of [`Plan::labels`], in the same order.
    pub labels: Vec<Fits>,
    /// The width of a tick's word, by [`TickForm`] (its number): the widest there is, at the size of ticks. Any width that is not small will do
    /// where [`Plan::ticks`] does not ask.
    pub ticks: [Px; TickForm::COUNT],
    /// "and 88 more" under a label.
    pub more: Size,
}

/// The sizes of an entry's words in boxes of different widths, narrowest first; what was not measured has no width.
///
/// ```
/// use article_timeline::layout::{Fits, Px, Size};
/// let size = |w, h| Size { w: Px::from_px(w), h: Px::from_px(h) };
/// let fits = Fits { sizes: [size(170, 100), size(230, 79), Size::default()], cut: 1 };
/// assert_eq!(fits.best(), size(230, 79)); // the narrowest box that holds the whole title
/// assert_eq!(Fits::from(size(120, 50)).best(), size(120, 50));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Fits {
    /// The sizes.
    pub sizes: [Size; 3],
    /// In so many of the boxes, from the narrowest on, the title is cut.
    pub cut: usize,
}

impl Fits {
    /// The size in the narrowest box that holds the whole title, else in the widest.
    pub fn best(&self) -> Size {
        self.each().find(|(_, is_cut)| !is_cut).or(self.each().last()).map(|(size, _)| size).unwrap_or_default()
    }

    /// Every size that was measured, and whether the title is cut in it.
    pub(super) fn each(&self) -> impl Iterator<Item = (Size, bool)> {
        let cut = self.cut;
        let sizes = self.sizes.into_iter().enumerate().map(move |(number, size)| (size, number < cut));
        sizes.filter(|(size, _)| size.w > Px::ZERO)
    }
}

/// Words of one size, whole.
impl From<Size> for Fits {
    fn from(size: Size) -> Fits {
        Fits { sizes: [size, Size::default(), Size::default()], cut: 0 }
    }
}

/// A width and a height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
}

impl Plan<'_> {
    /// Many entries: words are set smaller (class `many`), and measured so.
    pub fn many(&self) -> bool {
        self.index.is_many()
    }

    /// The date of the entry at a place as it is to be said.
    pub(super) fn date_of(&self, place: usize) -> DateLabel {
        labels::date_label(self.index, place, &self.periods, self.many() || self.vertical)
    }

    pub(super) fn is_crowded(&self, frame: &Frame) -> bool {
        let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) else { return false };
        let more = (last.end - first.start) * frame.motion.margin();
        self.index.bands_in(first.start - more, last.end + more, MOST_BANDS).len() == MOST_BANDS
    }

    /// What the axis and the overview may say.
    pub(super) fn tick_forms(&self, frame: &Frame) -> Vec<TickForm> {
        let (width, zoom) = (frame.width.to_f64(), frame.em.to_f64() / 16.0);
        let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) else { return Vec::new() };
        // Of a folded axis each part gets some of the width.
        let least = if self.periods.len() > 1 { NARROWEST_PART / 2.0 } else { width / 2.0 };
        let mut forms = vec![TickForm::Published];
        forms.extend(self.outline.today.map(|_| TickForm::Today));
        for Timespan { start, end } in &self.periods {
            forms.extend(ticks::forms(least / (end - start), width / (end - start), zoom, self.index.finest));
        }
        let whole = self.outline.folded.as_ref().and_then(|folded| Some((folded.parts.first()?, folded.parts.last()?)));
        let (first, last) = whole.unwrap_or((first, last));
        let overview = width / (last.end - first.start);
        forms.extend(ticks::forms(overview, overview, zoom, self.index.finest));
        forms
    }

    /// Where the publication stands, if it belongs in the picture.
    pub(super) fn published(&self) -> Option<(Edge, Moment)> {
        self.outline.published
    }
}
