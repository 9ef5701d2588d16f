//! Composing: the kept words of a clause as text, with its signs where they belong.
//!
//! In: which nodes of a sentence are kept, and words put in for others. Out: text, and whether what was left out was set apart in the sentence.
//! It must never learn why something is kept.

use super::parsed::Parsed;
use super::tree::Role;
use crate::base::letter::is_capital;
use crate::base::list::List;
use crate::syntax::Pos;

/// Words that a title puts in for the nodes from `place` to before `end`.
#[derive(Clone, Debug)]
pub(super) struct Insertion {
    pub(super) place: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

/// The nodes of a sentence that a title shows, and what it says instead of some.
pub(super) struct Composed<'a> {
    parsed: &'a Parsed<'a>,
    /// Shown as written.
    kept: &'a [bool],
    insertions: Vec<&'a Insertion>,
    /// Behind the last node that may be shown.
    end: usize,
}

/// Nodes left out in a row, both inclusive, with a sign set before and behind them or not.
struct Gap {
    first: usize,
    last: usize,
    before: bool,
    behind: bool,
}

const OPENERS: [char; 6] = ['(', '[', '“', '‘', '$', '£'];
const PARTING: [&str; 9] = [",", "–", "—", ";", ":", "--", "-", "…", "_"];

impl<'a> Composed<'a> {
    /// Insertions in any order.
    pub(super) fn new(
        parsed: &'a Parsed<'a>,
        kept: &'a [bool],
        insertions: impl Iterator<Item = &'a Insertion>,
        end: usize,
    ) -> Self {
        let mut insertions = insertions.list();
        crate::base::order::sort_by_key(&mut insertions, |insertion| insertion.place);
        Composed { parsed, kept, insertions, end }
    }

    fn is_kept(&self, place: usize) -> bool {
        self.kept.get(place) == Some(&true)
    }

    /// Shown as written or in other words.
    fn is_present(&self, place: usize) -> bool {
        self.is_kept(place) || self.insertions.iter().any(|insertion| (insertion.place..insertion.end).contains(&place))
    }

    fn parts(&self, place: usize) -> bool {
        self.parsed.tree.pos(place) == Pos::Punct && PARTING.contains(&self.parsed.word(place))
    }

    /// What is left out between the first and the last node that are shown, and behind.
    fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let Some(start) = (0..self.parsed.len()).find(|&place| self.is_present(place)) else { return gaps };
        let mut place = start;
        while place < self.end {
            if self.is_present(place) {
                place += 1;
                continue;
            }
            let first = place;
            while place < self.end && !self.is_present(place) {
                place += 1;
            }
            let last = place - 1;
            gaps.push(Gap {
                first,
                last,
                before: self.parts(first) || self.parts(first - 1),
                behind: place < self.end && (self.parts(last) || self.parts(place)),
            });
        }
        gaps
    }

    /// Whether nothing is left out that no sign sets apart, times and lonely adverbs aside; at the end, whatever `tail` allows.
    pub(super) fn is_marked(&self, tail: bool) -> bool {
        let parsed = self.parsed;
        self.gaps().into_iter().all(|mut gap| {
            // "sold its ground [in 2004 | and bought a stadium]": two things left out side by side.
            while gap.first < gap.last && parsed.mention(gap.first).is_some() && !gap.before {
                gap.first += 1;
                gap.before = self.parts(gap.first);
            }
            let little = |place: usize| {
                parsed.mention(place).is_some()
                    || matches!(parsed.tree.pos(place), Pos::Punct | Pos::Adv | Pos::X)
                    || matches!(parsed.tree.role(place), Role::Case | Role::Det | Role::Mark | Role::Fixed | Role::Cc)
            };
            let end = (gap.last + 1..self.end).all(|place| parsed.tree.pos(place) == Pos::Punct);
            let verb = (gap.first..=gap.last).any(|place| parsed.tree.pos(place) == Pos::Verb);
            // "sold its ground and bought a stadium": what "and" joins to a verb stands for itself.
            let tree = &parsed.tree;
            let joined = tree.pos(gap.first) == Pos::Cconj
                && tree
                    .head(gap.first)
                    .is_some_and(|head| tree.pos(head) == Pos::Verb && tree.role(head) == Role::Conj);
            gap.before && (gap.behind || end)
                || end && joined
                || end && tail && !verb
                || (gap.first..=gap.last).all(little)
        })
    }

    /// The text: as written where words stand side by side, one space where something was cut.
    pub(super) fn text(&self) -> String {
        let gaps = self.gaps();
        let mut text = String::new();
        let mut before: Option<usize> = None;
        let mut insertions = self.insertions.iter().peekable();
        for place in 0..self.parsed.len() {
            while let Some(inserted) = insertions.next_if(|inserted| inserted.place <= place) {
                space(&mut text);
                text.push_str(&inserted.text);
                before = inserted.end.checked_sub(1).filter(|_| inserted.end > inserted.place);
            }
            // "In Rome [today], the mayor": the comma parts what is left, unless one stood before too.
            let gap =
                gaps.iter().find(|gap| (gap.first..=gap.last + 1).contains(&(place + 1)) || gap.last + 1 == place);
            let dropped = match gap {
                Some(gap) if self.parts(place) => gap.before || text.is_empty(),
                _ => false,
            };
            let saved = gap.is_some_and(|gap| {
                gap.last == place
                    && self.parts(place)
                    && !gap.before
                    && gap.first < gap.last
                    && place + 1 < self.parsed.len()
            }) && !text.is_empty();
            if !(self.is_kept(place) && !dropped || saved) {
                continue;
            }
            let written = self.parsed.word(place);
            if text.is_empty() && (self.parts(place) || matches!(written, "." | ")" | "]" | "”" | "...")) {
                continue;
            }
            let beside = before.is_some_and(|before| before + 1 == place);
            let nodes = self.parsed.tree.node(place.saturating_sub(1)).zip(self.parsed.tree.node(place));
            let apart = !beside || nodes.is_some_and(|(one, other)| one.span.end < other.span.start);
            let closes = matches!(written, "." | "!" | "?" | ")" | "”" | "'s" | "’s" | "," | ";" | ":");
            if apart && !(closes && (!beside || self.parts(place))) {
                space(&mut text);
            }
            // "Started in 1990, the festival": no capital inside a title.
            let first = place == 0 && !text.is_empty() && self.parsed.tree.pos(place) != Pos::Propn;
            if first {
                text.push_str(&crate::language::lower(written))
            } else {
                text.push_str(written)
            }
            before = Some(place);
        }
        finished(text)
    }
}

fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(OPENERS) {
        text.push(' ');
    }
}

/// Without the signs that a cut leaves at the end.
fn finished(mut text: String) -> String {
    let end = text.trim_end_matches([',', ';', ':', ' ', '–', '—', '-', '_']).len();
    text.truncate(end);
    // "U.S." keeps its point.
    let initial = text
        .trim_end_matches('.')
        .rsplit([' ', '.'])
        .next()
        .is_some_and(|word| word.len() <= 1 && word.chars().all(is_capital));
    if text.ends_with('.') && !initial {
        text.pop();
    }
    let end = text.trim_end().len();
    text.truncate(end);
    text
}
