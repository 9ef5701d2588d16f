//! What the network sees of a word: rows of its tables. And what it sees of an arc: a class of distance.
//!
//! In: a word, the vocabulary's filter. Out: numbers of rows. It must never learn a word of any language.

use super::shape::Shape;
use crate::base::letter;
use crate::base::list::List;
use crate::base::order::sort_by_key;

/// Which words were seen often enough in training to have rows of their own: the lowest bits of their hashes, in order. A word in a hundred that was never seen is taken for known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    hashes: Vec<u32>,
}

/// How many bits of a hash the filter keeps.
pub const FILTER_BITS: u32 = 20;

impl Vocabulary {
    /// From hashes in any order.
    pub fn new(hashes: impl IntoIterator<Item = u32>) -> Vocabulary {
        let mut hashes = hashes.into_iter().map(|hash| hash & ((1 << FILTER_BITS) - 1)).list();
        sort_by_key(&mut hashes, |hash| *hash);
        hashes.dedup();
        Vocabulary { hashes }
    }

    /// The hashes, rising.
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    fn knows(&self, hash: u32) -> bool {
        self.hashes.binary_search(&(hash & ((1 << FILTER_BITS) - 1))).is_ok()
    }
}

/// A word as the rows that are added up to its vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Two rows of the table of words; none for a word that training did not see often enough.
    pub word: Option<[usize; 2]>,
    /// One row of each other table: ending of three letters, of two, beginning, outline.
    pub form: [usize; 4],
}

/// The rows of a word as it stands in the text.
pub fn rows(word: &str, vocabulary: &Vocabulary, shape: &Shape) -> Rows {
    let hash = hash_of(word);
    let within = |hash: u32, rows: usize| (spread(hash) as usize) % rows.max(1);
    let known = vocabulary.knows(hash);
    let length = word.chars().count();
    let ending = |letters: usize| fold(word.chars().skip(length.saturating_sub(letters)), short(length, letters));
    let beginning = fold(word.chars().take(3), short(length, 3));
    Rows {
        word: known.then(|| [within(hash, shape.words), within(hash.rotate_left(16) ^ 0x5bd1_e995, shape.words)]),
        form: [
            within(ending(3), shape.endings),
            within(ending(2), shape.short_endings),
            within(beginning, shape.beginnings),
            within(outline(word), shape.outlines),
        ],
    }
}

/// A word's hash: lower-cased, every digit alike.
pub fn hash_of(word: &str) -> u32 {
    fold(word.chars(), START)
}

const START: u32 = 0x811c_9dc5;

/// A whole word is told from the same letters at the end of a longer one.
fn short(length: usize, letters: usize) -> u32 {
    if length <= letters { START ^ 0x9e37_79b9 } else { START }
}

fn fold(letters: impl Iterator<Item = char>, start: u32) -> u32 {
    letters.fold(start, |hash, letter| next(hash, plain(letter) as u32))
}

fn next(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193)
}

/// The bits of a hash mixed, so that its remainder hangs on all of them.
fn spread(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// Lower case, by arithmetic where the alphabets allow it: the tables of Unicode would weigh more than this module. Digits are all 0, curved quotes straight.
pub fn plain(letter: char) -> char {
    match letter {
        '0'..='9' => '0',
        'A'..='Z' => letter.to_ascii_lowercase(),
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        // Latin-1, Greek and Cyrillic: small letters stand 32 behind their capitals.
        'À'..='Þ' if letter != '×' => shifted(letter, 32),
        'Α'..='Ω' | 'А'..='Я' => shifted(letter, 32),
        'Ѐ'..='Џ' => shifted(letter, 80),
        // Latin Extended-A: pairs, the capital on an even place or, in three stretches, on an odd one.
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' if (letter as u32).is_multiple_of(2) => shifted(letter, 1),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' if !(letter as u32).is_multiple_of(2) => shifted(letter, 1),
        _ => letter,
    }
}

fn shifted(letter: char, by: u32) -> char {
    char::from_u32(letter as u32 + by).unwrap_or(letter)
}

/// Capitals, small letters, digits and signs of a word, runs of more than two cut to two, at most eight.
fn outline(word: &str) -> u32 {
    let (mut hash, mut last, mut run, mut length) = (START, 0, 0, 0);
    for letter in word.chars() {
        let class = match letter {
            '0'..='9' => 1,
            _ if plain(letter) != letter && is_letter(letter) => 2,
            _ if is_letter(letter) => 3,
            _ => 4 + plain(letter) as u32,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 && length < 8 {
            hash = next(hash, class);
            length += 1;
        }
    }
    hash
}

/// Whether it is a letter, those that phoneticians set above the line included.
pub(super) fn is_letter(sign: char) -> bool {
    matches!(sign, '\u{2b0}'..='\u{2c1}' | '\u{2c6}'..='\u{2d1}' | '\u{2e0}'..='\u{2e4}') || letter::is_letter(sign)
}

/// The class of an arc by how far, and on which side, the head stands from the dependent. Both count from 1; head 0 is the root and has a class of its own.
pub fn distance(dependent: usize, head: usize) -> usize {
    if head == 0 {
        return 0;
    }
    let step = match dependent.abs_diff(head) {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    };
    // 1 to 9 to the right, 10 to 18 to the left.
    if head > dependent { step.max(1) } else { step.max(1) + 9 }
}

#[cfg(test)]
mod tests {
    use super::super::shape::DISTANCES;
    use super::*;

    const SHAPE: Shape = Shape {
        words: 64,
        endings: 512,
        short_endings: 512,
        beginnings: 512,
        outlines: 64,
        vector: 8,
        state: 8,
        arc: 8,
        relation: 8,
        tags: 3,
        relations: 4,
    };

    #[test]
    fn case_and_digits_do_not_change_a_word_but_its_outline() {
        let vocabulary = Vocabulary::new([hash_of("straße"), hash_of("1999")]);
        let rows = |word| rows(word, &vocabulary, &SHAPE);
        assert_eq!(rows("Straße").word, rows("STRAße").word);
        assert!(rows("Straße").word.is_some() && rows("straßen").word.is_none());
        assert_eq!(rows("1999"), rows("2016"));
        assert_ne!(rows("Straße").form[3], rows("straße").form[3]);
        assert_eq!(hash_of("ÉLAN ŁÓDŹ ЖЁЛТЫЙ"), hash_of("élan łódź жёлтый"));
    }

    #[test]
    fn a_short_word_is_no_ending() {
        let vocabulary = Vocabulary::default();
        assert_ne!(rows("ing", &vocabulary, &SHAPE).form[0], rows("sing", &vocabulary, &SHAPE).form[0]);
        assert_eq!(rows("king", &vocabulary, &SHAPE).form[0], rows("sing", &vocabulary, &SHAPE).form[0]);
        rows("", &vocabulary, &SHAPE);
    }

    #[test]
    fn every_distance_has_its_class() {
        let mut seen = [false; DISTANCES];
        for head in 0..=200 {
            seen[distance(100, head)] = true;
        }
        assert!(seen.iter().all(|class| *class));
    }
}
