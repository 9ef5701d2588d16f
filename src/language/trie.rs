//! The engine of patterns: a trie over symbols, and the longest match of it at one place.
//!
//! In: items, each with the symbols it can stand for. Out: which pattern matches, how far, and as which symbols.
//! It must never learn what a symbol means. Work per place is bounded by the longest pattern and [`WIDTH`].

use super::symbol::ClassEntry;
use crate::base::steps::step;

/// One level's patterns as a trie; node 0 is the root.
#[derive(Default, Debug)]
pub(crate) struct Trie {
    /// For each node the variant that ends there, plus one; 0 for none.
    pub(crate) accept: Vec<u16>,
    /// Open addressing: key (node, symbol) and the child.
    keys: Vec<u32>,
    children: Vec<u16>,
    edges: usize,
    pub(crate) variants: Vec<Variant>,
}

/// A pattern line with its options and alternatives chosen.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Variant {
    pub(crate) pattern: u16,
    /// The bracketed parts, as positions from..to in the sequence; the first `groups` count.
    pub(crate) ranges: [(u8, u8); GROUPS],
    pub(crate) groups: u8,
}

impl Variant {
    /// Where its last mention ends, in symbols from its start.
    pub(crate) fn reach(&self) -> usize {
        self.ranges.iter().take(usize::from(self.groups)).map(|(_, to)| usize::from(*to)).max().unwrap_or(0)
    }
}

/// Mentions that one pattern can make.
pub(crate) const GROUPS: usize = 3;
/// Longest pattern, in symbols.
pub(crate) const LONGEST: usize = 14;
/// Readings of the same words that are followed side by side.
const WIDTH: usize = 8;

/// What one place in the text can stand for: at most [`READINGS`] symbols.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Readings {
    entries: [ClassEntry; READINGS],
    count: u8,
}

/// Symbols an item can stand for at most; the reader reports words with more.
pub(crate) const READINGS: usize = 8;

impl Readings {
    pub(crate) fn push(&mut self, symbol: u16, value: i32) {
        if symbol != 0
            && let Some(slot) = self.entries.get_mut(usize::from(self.count))
        {
            *slot = ClassEntry { symbol, value, capital: false };
            self.count += 1;
        }
    }

    pub(crate) fn all(&self) -> &[ClassEntry] {
        self.entries.get(..usize::from(self.count)).unwrap_or(&[])
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// A match: the variant, and which reading each of them has.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TrieMatch {
    pub(crate) variant: u16,
    pub(crate) chosen: [u8; LONGEST],
}

#[derive(Clone, Copy, Default)]
struct TrieState {
    node: u16,
    chosen: [u8; LONGEST],
}

impl Trie {
    /// The child of a node, made when it is missing. `None` when the trie is full.
    pub(crate) fn grow(&mut self, node: u16, symbol: u16) -> Option<u16> {
        if self.accept.is_empty() {
            self.accept.push(0);
        }
        if let Some(child) = self.child(node, symbol) {
            return Some(child);
        }
        if (self.edges + 1) * 2 > self.keys.len() {
            self.rehash();
        }
        let child = u16::try_from(self.accept.len()).ok()?;
        self.accept.push(0);
        self.insert(key(node, symbol), child);
        Some(child)
    }

    fn rehash(&mut self) {
        let size = (self.keys.len() * 2).max(1024);
        let keys = core::mem::replace(&mut self.keys, vec![0; size]);
        let children = core::mem::replace(&mut self.children, vec![0; size]);
        self.edges = 0;
        for (key, child) in keys.into_iter().zip(children) {
            if key != 0 {
                self.insert(key, child);
            }
        }
    }

    fn insert(&mut self, key: u32, child: u16) {
        let mask = self.keys.len().wrapping_sub(1);
        let mut slot = first_slot(key) & mask;
        while self.keys.get(slot).is_some_and(|&known| known != 0) {
            slot = (slot + 1) & mask;
        }
        if let (Some(free), Some(value)) = (self.keys.get_mut(slot), self.children.get_mut(slot)) {
            (*free, *value) = (key, child);
            self.edges += 1;
        }
    }

    pub(crate) fn child(&self, node: u16, symbol: u16) -> Option<u16> {
        let key = key(node, symbol);
        let mask = self.keys.len().wrapping_sub(1);
        let mut slot = first_slot(key) & mask;
        loop {
            match self.keys.get(slot) {
                None | Some(0) => return None,
                Some(&known) if known == key => return self.children.get(slot).copied(),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// The longest match that begins with the first of the items; of equally long ones the line that stands first in the file.
    pub(crate) fn longest<'a>(&self, items: impl Iterator<Item = &'a Readings>) -> Option<TrieMatch> {
        let mut states = [TrieState::default(); WIDTH];
        let mut live = 1;
        let mut best: Option<TrieMatch> = None;
        for (depth, readings) in items.take(LONGEST).enumerate() {
            let mut next = [TrieState::default(); WIDTH];
            let mut count = 0;
            let mut accepted: Option<TrieMatch> = None;
            for state in states.iter().take(live) {
                for (place, entry) in readings.all().iter().enumerate() {
                    step();
                    let Some(node) = self.child(state.node, entry.symbol) else { continue };
                    let mut chosen = state.chosen;
                    if let Some(slot) = chosen.get_mut(depth) {
                        *slot = place as u8;
                    }
                    let ends = self.accept.get(usize::from(node)).copied().unwrap_or(0);
                    if ends != 0 && accepted.is_none_or(|known| ends - 1 < known.variant) {
                        accepted = Some(TrieMatch { variant: ends - 1, chosen });
                    }
                    if let Some(slot) = next.get_mut(count) {
                        *slot = TrieState { node, chosen };
                        count += 1;
                    }
                }
            }
            best = accepted.or(best);
            if count == 0 {
                break;
            }
            (states, live) = (next, count);
        }
        best
    }
}

/// Never 0: symbols count from 1.
fn key(node: u16, symbol: u16) -> u32 {
    u32::from(node) << 16 | u32::from(symbol)
}

fn first_slot(key: u32) -> usize {
    let mixed = key.wrapping_mul(0x9E37_79B1);
    (mixed ^ (mixed >> 15)) as usize
}
