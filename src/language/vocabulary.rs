//! A language's words: numbered, each with its facts and with the classes that patterns use, and found by hash.
//!
//! In: the words that the file's reader listed. Out: numbers for words, and what stands behind a number. It must never learn what a
//! pattern is.

use super::Problem;
use super::class::{BASE, BE, Classes, DO, Facts, Forms, HAVE, VERBAL};
use super::endings::Endings;
use super::field::Field;
use super::file::span_in;
use super::symbol::{ClassEntry, Symbol};
use super::trie::READINGS;
use crate::base::hash;
use crate::base::list::List;
use crate::base::span::Span;

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Number 0 is no word.
    words: Vec<KnownWord>,
    /// Open addressing by hash: word numbers, 0 for free. Its length is a power of two.
    slots: Vec<u16>,
    entries: Vec<ClassEntry>,
    /// For each word what the lists alone say of it.
    listed: Vec<Facts>,
    /// For each word the same with what its ending says.
    facts: Vec<Facts>,
    /// Some word is a verb.
    pub(super) has_verbs: bool,
}

/// A word of the file: sixteen bytes, because each word of a text is looked for among them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KnownWord {
    /// Where it stands in the file.
    start: u32,
    length: u8,
    hash: u32,
    first: u16,
    /// The entries that patterns use; they stand first.
    pub(super) used: u8,
    all: u8,
    /// Words around it may speak of time.
    pub(super) trigger: bool,
    /// A full stop right behind it belongs to it.
    pub(super) takes_point: bool,
}

impl KnownWord {
    fn text<'f>(&self, file: &'f str) -> &'f str {
        core::str::from_utf8(self.bytes(file)).unwrap_or("")
    }

    fn bytes<'f>(&self, file: &'f str) -> &'f [u8] {
        let start = self.start as usize;
        file.as_bytes().get(start..start + usize::from(self.length)).unwrap_or(&[])
    }
}

/// One mention of a word in the file, before they are grouped by word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listing<'f> {
    hash: u32,
    word: &'f str,
    entry: Option<ClassEntry>,
    facts: Facts,
    pub(super) takes_point: bool,
}

impl<'f> Listing<'f> {
    /// That a pattern's class has the word.
    pub(super) fn entry(word: &'f str, entry: ClassEntry) -> Listing<'f> {
        Listing { entry: Some(entry), ..Listing::facts(word, 0, 0) }
    }

    /// That a list of words has it.
    pub(super) fn facts(word: &'f str, classes: Classes, forms: Forms) -> Listing<'f> {
        let hash = hash::of(word.bytes().map(|byte| byte.to_ascii_lowercase()));
        Listing { hash, word, entry: None, facts: Facts { classes, forms }, takes_point: false }
    }
}

impl Vocabulary {
    /// Groups what was listed by words and numbers them.
    pub(super) fn of(
        mut listed: Vec<Listing<'_>>,
        symbols: &[Symbol],
        file: &str,
        problems: &mut Vec<Problem>,
    ) -> Vocabulary {
        crate::base::order::sort_by_key(&mut listed, |listing| listing.hash);
        let mut vocabulary = Vocabulary::default();
        vocabulary.words.push(KnownWord::default());
        vocabulary.listed.push(Facts::default());
        let mut rest = listed.as_slice();
        while let Some(&Listing { hash, .. }) = rest.first() {
            let count = rest.iter().take_while(|other| other.hash == hash).count();
            let (same, others) = rest.split_at(count);
            rest = others;
            vocabulary.add(same, symbols, file, problems);
        }
        let size = (vocabulary.words.len() * 2).next_power_of_two().max(16);
        vocabulary.slots = vec![0; size];
        for (number, word) in vocabulary.words.iter().enumerate().skip(1) {
            let mut slot = hash::spread(word.hash) & (size - 1);
            while vocabulary.slots.get(slot).is_some_and(|&taken| taken != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = vocabulary.slots.get_mut(slot) {
                *free = number as u16;
            }
        }
        vocabulary
    }

    /// Adds a word with all its entries, those that patterns use first.
    fn add(&mut self, same: &[Listing<'_>], symbols: &[Symbol], file: &str, problems: &mut Vec<Problem>) {
        let Some(one) = same.first() else { return };
        let used = |entry: &ClassEntry| symbols.get(usize::from(entry.symbol)).is_some_and(is_used);
        let first = self.entries.len();
        for wanted in [true, false] {
            for entry in same.iter().filter_map(|listing| listing.entry).filter(|entry| used(entry) == wanted) {
                if !self.entries.get(first..).unwrap_or(&[]).contains(&entry) {
                    self.entries.push(entry);
                }
            }
        }
        // Words are kept in lower case; only their entries know whether a capital is asked for.
        let lower = same.iter().find(|listing| !listing.word.bytes().any(|byte| byte.is_ascii_uppercase()));
        let text = lower.unwrap_or(one).word;
        let of_word = self.entries.get(first..).unwrap_or(&[]);
        let used_count = of_word.iter().filter(|entry| used(entry)).count();
        let mut complain = |message| problems.push(Problem { line: 0, message, about: text.into() });
        if used_count > READINGS {
            complain("A word is in too many classes.");
        }
        if same.iter().any(|listing| !listing.word.eq_ignore_ascii_case(text)) {
            complain("Another word has the same hash.");
        }
        let listed = same.iter().fold(Facts::default(), |facts, listing| facts.and(listing.facts));
        self.listed.push(listed);
        self.words.push(KnownWord {
            start: span_in(file, text).start as u32,
            length: text.len().min(usize::from(u8::MAX)) as u8,
            hash: one.hash,
            first: first as u16,
            used: used_count as u8,
            all: of_word.len() as u8,
            trigger: of_word.iter().any(|entry| sets_off(symbols.get(usize::from(entry.symbol)), entry.value)),
            takes_point: same.iter().any(|listing| listing.takes_point),
        });
    }

    /// Gives the irregular forms of a verb what its base is, and every word what its ending says.
    pub(super) fn conjugate(&mut self, texts: &[(Span, Span)], endings: &Endings, file: &str) {
        for (_, verbs) in texts.iter().filter(|(name, _)| name.of(file) == "irregular") {
            for verb in verbs.of(file).split(';') {
                let mut words = verb.split_ascii_whitespace();
                let base = words.next().map_or(0, |base| self.listed(base, file).classes) & (VERBAL | BE | HAVE | DO);
                for form in words {
                    let number = self.find(form, file);
                    if let Some(listed) = self.listed.get_mut(usize::from(number)) {
                        listed.classes |= base;
                    }
                }
            }
        }
        self.has_verbs = self.listed.iter().any(|listed| listed.forms & BASE != 0);
        let complete = |(word, listed): (&KnownWord, &Facts)| endings.facts_of(word.text(file), *listed, self, file);
        self.facts = self.words.iter().zip(&self.listed).map(complete).list();
    }

    /// The number of a word in lower case; 0 for none.
    pub(super) fn find(&self, word: &str, file: &str) -> u16 {
        self.number(hash::of(word.bytes()), word.as_bytes(), file)
    }

    /// The number of a word whose hash is known; 0 for a word that is not in the file. `written` may have capitals.
    pub(super) fn number(&self, hash: u32, written: &[u8], file: &str) -> u16 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash::spread(hash) & mask;
        loop {
            match self.slots.get(slot) {
                None | Some(0) => return 0,
                Some(&number) => {
                    if self.word(number).is_some_and(|word| word.hash == hash && same(word.bytes(file), written)) {
                        return number;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// What the lists say of a word in lower case.
    pub(super) fn listed(&self, word: &str, file: &str) -> Facts {
        self.listed.get(usize::from(self.find(word, file))).copied().unwrap_or_default()
    }

    /// All that is known of a listed word.
    pub(super) fn facts(&self, number: u16) -> Facts {
        self.facts.get(usize::from(number)).copied().unwrap_or_default()
    }

    pub(super) fn word(&self, number: u16) -> Option<&KnownWord> {
        self.words.get(usize::from(number))
    }

    pub(super) fn all_entries(&self, number: u16) -> &[ClassEntry] {
        self.word(number).map_or(&[], |word| self.range(word.first, word.all))
    }

    pub(super) fn used_entries(&self, number: u16) -> &[ClassEntry] {
        self.word(number).map_or(&[], |word| self.range(word.first, word.used))
    }

    fn range(&self, first: u16, count: u8) -> &[ClassEntry] {
        let first = usize::from(first);
        self.entries.get(first..first + usize::from(count)).unwrap_or(&[])
    }
}

/// Patterns name it, or numbers are made of it.
fn is_used(symbol: &Symbol) -> bool {
    symbol.used || matches!(symbol.field, Field::Numeral | Field::Scale | Field::OrdinalWord | Field::OrdinalEnding)
}

/// Whether a word so listed can make a run worth looking at. Spelled numbers can when they may begin a year.
fn sets_off(symbol: Option<&Symbol>, value: i32) -> bool {
    symbol.is_some_and(|symbol| {
        symbol.used && symbol.trigger || symbol.field == Field::Numeral && (10..=20).contains(&value)
    })
}

/// Whether a lower-case word is what is written, capitals aside. A typographic apostrophe is not part of what is compared.
fn same(word: &[u8], written: &[u8]) -> bool {
    word.len() == written.len()
        && word.iter().zip(written).all(|(&a, &b)| a == b || a == b | 0x20 || (a >= 0x80 && a == b.wrapping_add(0x20)))
}
