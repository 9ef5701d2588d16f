//! The words of the axis: each asks for its place, and those that go first get theirs.
//!
//! In: [`WordWish`]es. Out: the words that may stand, by part. It must never learn what a word says.

use super::{Axis, INDENT, Setting, WORD_GAP};
use crate::base::list::List;
use crate::base::order;
use crate::layout::px::Px;
use crate::layout::scale::{Part, Scale};
use crate::layout::scene::{Align, TickForm, TickWord};
use crate::layout::shape::Edge;
use crate::layout::ticks;

/// A word that would like to stand, with what decides whether it may.
pub(super) struct WordWish {
    pub(super) word: TickWord,
    pub(super) width: f64,
    /// Where what it names stands.
    pub(super) at: f64,
    pub(super) rank: Rank,
    /// The number of the part it belongs to.
    pub(super) part: usize,
}

impl WordWish {
    /// How the word may stand: as it is; "Today", without which its mark would be missing, also on either side of it, and in the row of headings.
    fn ways(&self, setting: &Setting) -> Vec<TickWord> {
        let mut ways = vec![self.word];
        if self.rank == Rank::Today {
            let x = Px::from_f64(self.at);
            for y in [setting.word_y, setting.heading_y] {
                let sides = [(x, Align::Middle), (x - Px::from_px(4), Align::End), (x + Px::from_px(4), Align::Start)];
                sides.into_iter().map(|(x, anchor)| TickWord { x, y, anchor, ..self.word }).onto(&mut ways);
            }
        }
        ways
    }
}

/// Who goes first where two words would meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// What names a whole part, and the publication.
    First,
    Today,
    /// The tick of the open entry.
    Open,
    /// Where a greater unit begins.
    Strong,
    Plain,
}

/// The word "Published" at its line, or "Today" at its mark; beside it where words stand under the axis.
pub(super) fn named(
    form: TickForm,
    edge: Edge,
    x: f64,
    scale: &Scale,
    widths: &[f64; TickForm::COUNT],
    setting: &Setting,
) -> Option<WordWish> {
    if x < setting.visible.0 || x > setting.visible.1 {
        return None;
    }
    let is_published = form == TickForm::Published;
    let width = widths.get(form as usize).copied().unwrap_or_default();
    let at = x;
    let (x, anchor) = match setting.under {
        true => (x + INDENT, Align::Start),
        false if x + width / 2.0 > setting.visible.1 => (setting.visible.1, Align::End),
        false => (x, Align::Middle),
    };
    let part = scale.parts.iter().rposition(|part| part.start <= edge.middle).unwrap_or_default();
    let label = ticks::label(edge.middle, form);
    let y = if setting.many || !is_published { setting.word_y } else { setting.heading_y };
    let word = TickWord { x: Px::from_f64(x), y, anchor, label, strong: is_published, open: false };
    Some(WordWish { word, width, at, rank: if is_published { Rank::First } else { Rank::Today }, part })
}

/// Gives room to the words that may stand: by rank, then from early to late.
/// What was left out is said in its own gutter, so no word of the parts beside it reaches there.
pub(super) fn settle(mut wishes: Vec<WordWish>, scale: &Scale, setting: &Setting, axis: &mut Axis) {
    order::sort_by_key(&mut wishes, |wish| (wish.rank, wish.word.x));
    let mut taken: Vec<(Px, f64, f64)> = Vec::new();
    for wish in &wishes {
        let fits = |word: &TickWord| {
            let (start, end) = extent(word, wish.width);
            let is_free = |(y, a, b): &(Px, f64, f64)| *y != word.y || end + WORD_GAP <= *a || *b + WORD_GAP <= start;
            let is_inside = start >= setting.visible.0 - 2.0 && end <= setting.visible.1 + 2.0;
            let is_inside = is_inside && scale.parts.windows(2).all(|pair| !is_in_gutter(pair, start, end));
            is_inside && taken.iter().all(is_free)
        };
        let Some(word) = wish.ways(setting).into_iter().find(fits) else { continue };
        let (start, end) = extent(&word, wish.width);
        taken.push((word.y, start, end));
        if let Some(part) = axis.parts.get_mut(wish.part) {
            part.words.push(word);
        }
    }
    for part in &mut axis.parts {
        order::sort_by_key(&mut part.words, |word| (word.y, word.x));
    }
}

fn is_in_gutter(parts: &[Part], start: f64, end: f64) -> bool {
    matches!(parts, [before, after] if end > before.x + before.w + 2.0 && start < after.x - 2.0)
}

/// From where to where a word reaches.
pub(in crate::layout) fn extent(word: &TickWord, width: f64) -> (f64, f64) {
    let x = word.x.to_f64();
    match word.anchor {
        Align::Start => (x, x + width),
        Align::Middle => (x - width / 2.0, x + width / 2.0),
        Align::End => (x - width, x),
    }
}
