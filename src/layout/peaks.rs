//! Peaks: the greatest of many numbers, and where it is, without looking at all of them.
//!
//! In: a list of numbers. Out: answers in about as many steps as the list's length has digits. It must never learn what the numbers mean.

use crate::base::list::List;
use core::ops::Range;

/// Numbers, the greatest of each [`BLOCK`] of them, of each `BLOCK` of those, and so on to one.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Peaks {
    levels: Vec<Vec<i32>>,
}

const BLOCK: usize = 16;

impl Peaks {
    pub(super) fn of(numbers: Vec<i32>) -> Peaks {
        let mut levels = vec![numbers];
        while let Some(last) = levels.last().filter(|last| last.len() > 1) {
            levels.push(last.chunks(BLOCK).map(greatest).list());
        }
        Peaks { levels }
    }

    /// The greatest of a part of the list; the least there is for an empty one.
    pub(super) fn max(&self, range: Range<usize>) -> i32 {
        let (mut start, mut end, mut most) = (range.start, range.end, i32::MIN);
        for numbers in &self.levels {
            let part = |range| numbers.get(range).map_or(i32::MIN, greatest);
            let (head, tail) = (start.next_multiple_of(BLOCK), end / BLOCK * BLOCK);
            if head >= tail {
                return most.max(part(start..end));
            }
            most = most.max(part(start..head)).max(part(tail..end));
            (start, end) = (head / BLOCK, tail / BLOCK);
        }
        most
    }

    /// The first place from `from` on whose number is at least `least`.
    pub(super) fn next(&self, from: usize, least: i32) -> Option<usize> {
        let (mut level, mut at) = (0, from);
        loop {
            let numbers = self.levels.get(level)?;
            let block = numbers.get(at..((at / BLOCK + 1) * BLOCK).min(numbers.len())).unwrap_or_default();
            match (block.iter().position(|&number| number >= least), level) {
                (Some(found), 0) => return Some(at + found),
                (Some(found), _) => (level, at) = (level - 1, (at + found) * BLOCK),
                (None, _) => (level, at) = (level + 1, at / BLOCK + 1),
            }
        }
    }
}

fn greatest(numbers: &[i32]) -> i32 {
    numbers.iter().copied().max().unwrap_or(i32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn answers_are_those_of_looking_at_all(numbers in proptest::collection::vec(-9..9_i32, 0..700), from in 0..700_usize, to in 0..700_usize, least in -9..9_i32) {
            let peaks = Peaks::of(numbers.clone());
            let (from, to) = (from.min(numbers.len()), to.min(numbers.len()));
            prop_assert_eq!(peaks.max(from..to), numbers.get(from..to).map_or(i32::MIN, greatest));
            let found = numbers.iter().enumerate().skip(from).find(|(_, number)| **number >= least);
            prop_assert_eq!(peaks.next(from, least), found.map(|(place, _)| place));
        }
    }
}
