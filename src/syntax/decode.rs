//! Scores of arcs to a tree: every word's best head where that makes a tree, else the best tree without crossing arcs.
//!
//! In: for every word a row of scores, one for the root and one for each word. Out: heads, one of them the root's. It must never learn how scores come about.
//! Heads count from 1; 0 is the root.

/// Working space that is kept from sentence to sentence.
#[derive(Debug, Default)]
pub struct Decoder {
    words: usize,
    heads: Vec<usize>,
    seen: Vec<usize>,
    /// Best halves of a tree over a stretch of words, headed by its first or its last word: open ones still lack what stands on the far side of the far word.
    closed: [Vec<f32>; 2],
    open: [Vec<f32>; 2],
    closed_at: [Vec<u16>; 2],
    open_at: Vec<u16>,
    waiting: Vec<(Half, usize, usize)>,
}

#[derive(Clone, Copy, Debug)]
enum Half {
    /// Headed by the first word.
    ClosedRight,
    /// Headed by the last word.
    ClosedLeft,
    OpenRight,
    OpenLeft,
}

impl Decoder {
    /// The heads of a sentence of `words` words; `scores` has `words + 1` numbers for each, the root's first. A word is never its own head, whatever that score is.
    pub fn heads(&mut self, scores: &[f32], words: usize) -> &[usize] {
        self.words = words;
        self.heads.clear();
        for (place, row) in scores.chunks_exact(words + 1).take(words).enumerate() {
            let mut best = (0, f32::NEG_INFINITY);
            for (head, score) in row.iter().enumerate() {
                if *score > best.1 && head != place + 1 {
                    best = (head, *score);
                }
            }
            self.heads.push(best.0);
        }
        if !self.is_tree() {
            self.without_crossing(scores);
        }
        &self.heads
    }

    /// One root, and everything hangs on it.
    fn is_tree(&mut self) -> bool {
        if self.heads.iter().filter(|head| **head == 0).count() != 1 {
            return false;
        }
        self.seen.clear();
        self.seen.resize(self.words, 0);
        for start in 1..=self.words {
            let mut word = start;
            // Up to the root, or to what an earlier way up has seen; what this very way has seen is a circle.
            while let Some(seen) = word.checked_sub(1).and_then(|place| self.seen.get_mut(place)) {
                if *seen == start {
                    return false;
                }
                if *seen != 0 {
                    break;
                }
                *seen = start;
                word = self.heads.get(word - 1).copied().unwrap_or(0);
            }
        }
        true
    }

    /// Eisner's algorithm over the words, then the best root.
    fn without_crossing(&mut self, scores: &[f32]) {
        let words = self.words;
        for table in self.closed.iter_mut().chain(&mut self.open) {
            table.clear();
            table.resize(words * words, 0.0);
        }
        for table in self.closed_at.iter_mut().chain([&mut self.open_at]) {
            table.clear();
            table.resize(words * words, 0);
        }
        let arc =
            |head: usize, dependent: usize| scores.get(dependent * (words + 1) + head + 1).copied().unwrap_or(0.0);
        for length in 1..words {
            for first in 0..words - length {
                let last = first + length;
                let (middle, both) = best(first..last, |middle| {
                    value(&self.closed[0], words, first, middle) + value(&self.closed[1], words, middle + 1, last)
                });
                put(&mut self.open_at, words, first, last, middle as u16);
                put(&mut self.open[0], words, first, last, both + arc(first, last));
                put(&mut self.open[1], words, first, last, both + arc(last, first));
                let (middle, right) = best(first + 1..last + 1, |middle| {
                    value(&self.open[0], words, first, middle) + value(&self.closed[0], words, middle, last)
                });
                put(&mut self.closed_at[0], words, first, last, middle as u16);
                put(&mut self.closed[0], words, first, last, right);
                let (middle, left) = best(first..last, |middle| {
                    value(&self.closed[1], words, first, middle) + value(&self.open[1], words, middle, last)
                });
                put(&mut self.closed_at[1], words, first, last, middle as u16);
                put(&mut self.closed[1], words, first, last, left);
            }
        }
        let last = words.saturating_sub(1);
        let (root, _) = best(0..words, |root| {
            let own = scores.get(root * (words + 1)).copied().unwrap_or(0.0);
            own + value(&self.closed[1], words, 0, root) + value(&self.closed[0], words, root, last)
        });
        self.waiting.clear();
        self.waiting.extend([(Half::ClosedLeft, 0, root), (Half::ClosedRight, root, last)]);
        self.hang(root, 0);
        while let Some((half, first, last)) = self.waiting.pop() {
            self.unfold(half, first, last);
        }
    }

    /// Hangs the far word of a half on its head, and says what halves it was made of.
    fn unfold(&mut self, half: Half, first: usize, last: usize) {
        if first == last {
            return;
        }
        let at = |table: &[u16]| usize::from(table.get(first * self.words + last).copied().unwrap_or(0));
        match half {
            Half::ClosedRight => {
                let middle = at(&self.closed_at[0]);
                self.waiting.extend([(Half::OpenRight, first, middle), (Half::ClosedRight, middle, last)]);
            }
            Half::ClosedLeft => {
                let middle = at(&self.closed_at[1]);
                self.waiting.extend([(Half::ClosedLeft, first, middle), (Half::OpenLeft, middle, last)]);
            }
            Half::OpenRight | Half::OpenLeft => {
                let middle = at(&self.open_at);
                self.waiting.extend([(Half::ClosedRight, first, middle), (Half::ClosedLeft, middle + 1, last)]);
                match half {
                    Half::OpenRight => self.hang(last, first + 1),
                    _ => self.hang(first, last + 1),
                }
            }
        }
    }

    fn hang(&mut self, word: usize, on: usize) {
        if let Some(head) = self.heads.get_mut(word) {
            *head = on;
        }
    }
}

fn value(table: &[f32], words: usize, first: usize, last: usize) -> f32 {
    table.get(first * words + last).copied().unwrap_or(0.0)
}

fn put<T>(table: &mut [T], words: usize, first: usize, last: usize, new: T) {
    if let Some(place) = table.get_mut(first * words + last) {
        *place = new;
    }
}

/// The first of the best.
fn best(places: std::ops::Range<usize>, score: impl Fn(usize) -> f32) -> (usize, f32) {
    let mut best = (places.start, f32::NEG_INFINITY);
    for place in places {
        let score = score(place);
        if score > best.1 {
            best = (place, score);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to hang the words on one another that is a tree without crossing arcs, by trying all.
    fn best_by_trying(scores: &[f32], words: usize) -> f32 {
        let mut heads = vec![0; words];
        let mut best = f32::NEG_INFINITY;
        loop {
            if is_projective_tree(&heads) {
                let sum = heads.iter().enumerate().map(|(word, head)| scores[word * (words + 1) + head]).sum();
                best = best.max(sum);
            }
            let Some(place) = heads.iter().position(|head| *head < words) else { return best };
            heads[..place].fill(0);
            heads[place] += 1;
        }
    }

    fn is_projective_tree(heads: &[usize]) -> bool {
        let up = |mut word: usize| {
            for _ in 0..=heads.len() {
                if word == 0 {
                    return true;
                }
                word = heads[word - 1];
            }
            false
        };
        let under = |mut word: usize, above: usize| {
            while word != 0 && word != above {
                word = heads[word - 1];
            }
            word == above
        };
        heads.iter().filter(|head| **head == 0).count() == 1
            && (1..=heads.len()).all(up)
            && heads.iter().enumerate().all(|(place, head)| {
                let (low, high) = ((place + 1).min(*head), (place + 1).max(*head));
                *head == 0 || (low + 1..high).all(|between| under(between, *head))
            })
    }

    #[test]
    fn what_is_no_tree_becomes_the_best_tree() {
        let mut decoder = Decoder::default();
        let mut state = 5u32;
        let mut repaired = 0;
        for round in 0..400 {
            let words = round % 5 + 1;
            let scores: Vec<f32> = (0..words * (words + 1))
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 8) as f32 / 1e6
                })
                .collect();
            let heads = decoder.heads(&scores, words).to_vec();
            let sum: f32 = heads.iter().enumerate().map(|(word, head)| scores[word * (words + 1) + head]).sum();
            decoder.without_crossing(&scores);
            let projective = decoder.heads.clone();
            assert!(is_projective_tree(&projective), "{projective:?}");
            let again: f32 = projective.iter().enumerate().map(|(word, head)| scores[word * (words + 1) + head]).sum();
            assert!((again - best_by_trying(&scores, words)).abs() < 1e-3, "{projective:?}");
            assert!(sum >= again - 1e-3, "{heads:?} is worse than {projective:?}");
            repaired += usize::from(heads == projective);
        }
        assert!(repaired > 100);
    }

    #[test]
    fn no_word_and_one_word() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.heads(&[], 0), [0; 0]);
        assert_eq!(decoder.heads(&[-3.0, 9.0], 1), [0]);
    }
}
