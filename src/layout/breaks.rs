//! Where the line is cut: which empty stretches are left out, so that the words of what lies between them have room.
//!
//! In: what is covered, early to late, and the room there is. Out: the numbers of the covered periods before which the line is cut. It must never learn
//! what a part shows or how wide it becomes.

use super::fold::TOGETHER;
use super::instant::Minutes;
use super::plan::NARROWEST_PART;
use super::timespan::Timespan;
use super::widths::GUTTER;
use crate::base::list::List;

/// At most so many cuts; more would leave a reader without a sense of time. Of many entries, whose words have no room anyway, fewer.
const MOST: [usize; 2] = [5, 2];
/// An empty stretch is cut when it is a greater part of the span than this.
const EMPTY: f64 = 0.4;
/// Of a few entries also one that is so many times as long as those beside it, on one side ..
const FAR: f64 = 16.0;
/// .. of which so many are looked at.
const BESIDE: usize = 3;
/// So many of these are thought of.
const CANDIDATES: usize = 6;
/// Words of entries nearer than this meet, in px.
const WORDS: f64 = 170.0;
/// What a cut costs, in pairs of entries whose words meet; and how much of these must be left at most.
const COST: f64 = 1.5;
const WORTH: f64 = 0.6;
/// Entries that stand on each other count for so many pairs whose words meet.
const HIDDEN: f64 = 3.0;

/// The room on the line, and what stands on it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// What is covered, early to late.
    pub busy: &'a [Timespan],
    /// In px.
    pub room: f64,
    /// No part is drawn shorter.
    pub shortest: Minutes,
    /// More entries than have words.
    pub many: bool,
}

impl Line<'_> {
    /// The periods before which the line is cut, in order.
    pub(super) fn breaks(&self) -> Vec<usize> {
        let by_rooms = ((self.room / NARROWEST_PART) as usize).saturating_sub(1).max(2);
        let most = MOST.get(usize::from(self.many)).copied().unwrap_or(2).min(by_rooms);
        let long = self.longest(most);
        if self.many { long } else { self.with_words(&long, most) }
    }

    /// How long nothing is before a period.
    fn gap(&self, after: usize) -> Minutes {
        match (after.checked_sub(1).and_then(|before| self.busy.get(before)), self.busy.get(after)) {
            (Some(before), Some(after)) => after.start - before.end,
            _ => 0.0,
        }
    }

    /// The longest empty stretch, then the longest of what is left, as long as it is most of that; and only if entries come apart that would stand on each other.
    fn longest(&self, most: usize) -> Vec<usize> {
        let (Some(first), Some(last)) = (self.busy.first(), self.busy.last()) else { return Vec::new() };
        let mut span = last.end - first.start;
        let (mut chosen, mut worth): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut px = self.room / span.max(1.0);
        for _ in 0..most {
            let candidates = (1..self.busy.len()).filter(|after| !chosen.contains(after));
            let longest = candidates.max_by(|&a, &b| self.gap(a).total_cmp(&self.gap(b)).then(b.cmp(&a)));
            let Some(longest) = longest.filter(|&longest| self.gap(longest) > EMPTY * span) else { break };
            span -= self.gap(longest);
            chosen.push(longest);
            let px_after = self.room / span.max(1.0);
            if self.gains(&chosen, px, px_after) {
                worth.clone_from(&chosen);
                px = px_after;
            }
        }
        crate::base::order::sort_by(&mut worth, Ord::cmp);
        worth
    }

    /// Whether entries that stand on each other, or doubts too short to be seen, would come apart.
    fn gains(&self, cuts: &[usize], px: f64, px_after: f64) -> bool {
        let apart = |(number, pair): (usize, &[Timespan])| {
            let (Some(a), Some(b)) = (pair.first(), pair.last()) else { return false };
            let distance = b.end - a.end;
            !cuts.contains(&(number + 1)) && distance * px < TOGETHER && distance * px_after >= TOGETHER
        };
        let seen = |period: &Timespan| {
            let length = period.end - period.start;
            length > 0.0 && length * px < 3.0 * TOGETHER && length * px_after >= 3.0 * TOGETHER
        };
        self.busy.windows(2).enumerate().any(apart) || self.busy.iter().any(seen)
    }

    /// These cuts, and of all ways to cut the line beside clusters as well the one that leaves fewest words to meet, if that is much.
    fn with_words(&self, cuts: &[usize], most: usize) -> Vec<usize> {
        let candidates = self.candidates(cuts);
        let before = self.crowd(cuts);
        let mut best = (before, cuts.to_vec());
        for mask in 1_u32..1 << candidates.len() {
            let is_in = |number: usize| mask & (1 << number) != 0;
            let more = candidates.iter().enumerate().filter(|(number, _)| is_in(*number)).map(|(_, cut)| *cut);
            let mut tried = cuts.to_vec();
            more.onto(&mut tried);
            if tried.len() > most {
                continue;
            }
            crate::base::order::sort_by(&mut tried, Ord::cmp);
            let crowd = self.crowd(&tried);
            let cost = crowd + COST * mask.count_ones() as f64;
            if crowd < WORTH * before && cost < best.0 - 0.001 {
                best = (cost, tried);
            }
        }
        best.1
    }

    /// The longest of the stretches that end a cluster, in order.
    fn candidates(&self, cuts: &[usize]) -> Vec<usize> {
        let count = self.busy.len();
        let stands_out = |after: &usize| {
            let sides = [(after.saturating_sub(BESIDE).max(1), *after), (after + 1, (after + 1 + BESIDE).min(count))];
            let is_far = |side| self.gap(*after) > FAR * self.usual(side);
            !cuts.contains(after) && sides.into_iter().any(is_far)
        };
        let mut found = (1..count).filter(stands_out).list();
        crate::base::order::sort_by(&mut found, |a, b| self.gap(*b).total_cmp(&self.gap(*a)));
        found.truncate(CANDIDATES);
        crate::base::order::sort_by(&mut found, Ord::cmp);
        found
    }

    /// The middle of some stretches by their length; nothing is beyond it where they are too few to be usual.
    fn usual(&self, (from, to): (usize, usize)) -> Minutes {
        let mut lengths = (from..to).map(|after| self.gap(after)).list();
        if lengths.len() < 2 {
            return f64::MAX;
        }
        crate::base::order::sort_by(&mut lengths, f64::total_cmp);
        lengths.get(lengths.len() / 2).copied().unwrap_or(f64::MAX)
    }

    /// How many pairs of neighbours have words that meet, the nearer the more, where each part gets the same room.
    fn crowd(&self, cuts: &[usize]) -> f64 {
        let parts = (cuts.len() + 1) as f64;
        let width = ((self.room - GUTTER * cuts.len() as f64) / parts).max(1.0);
        let mut bounds = vec![0];
        bounds.extend_from_slice(cuts);
        bounds.push(self.busy.len());
        let mut crowd = 0.0;
        for bound in bounds.windows(2) {
            let part = bound.first().zip(bound.last()).and_then(|(&from, &to)| self.busy.get(from..to));
            let Some((part, (first, last))) = part.and_then(|part| Some((part, part.first().zip(part.last())?))) else {
                continue;
            };
            let px = width / (last.end - first.start).max(self.shortest);
            for pair in part.windows(2) {
                let (Some(one), Some(other)) = (pair.first(), pair.last()) else { continue };
                crowd += meeting((other.end - one.end) * px);
            }
        }
        crowd
    }
}

fn meeting(distance: f64) -> f64 {
    if distance < TOGETHER { HIDDEN } else { (1.0 - distance / WORDS).max(0.0) }
}
