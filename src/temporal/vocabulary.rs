//! A language's words: numbered, each with the classes it is in, and found by hash.
//!
//! In: the words that the reader listed, one entry a class. Out: the language's words and slots. It must never learn what a pattern is.

use super::grammar::READINGS;
use super::language::{Entry, Language, Problem, Symbol, Word, spread};
use super::slot::Field;

/// A word with the class it is in and its hash, before entries are grouped by word.
pub(super) type Listed = (u32, &'static str, Entry);

/// Groups the listed words and makes them known to the language. `abbreviations` take a point along.
pub(super) fn fill(language: &mut Language, mut listed: Vec<Listed>, abbreviations: &[&str]) {
    crate::base::order::sort_by_key(&mut listed, |(hash, ..)| *hash);
    language.words.push(Word { text: "", hash: 0, first: 0, used: 0, all: 0, trigger: false, abbreviation: false });
    let mut rest = listed.as_slice();
    while let Some(&(hash, ..)) = rest.first() {
        let count = rest.iter().take_while(|(other, ..)| *other == hash).count();
        let (same, others) = rest.split_at(count);
        rest = others;
        add_word(language, same, abbreviations);
    }
    let size = (language.words.len() * 2).next_power_of_two().max(16);
    language.slots = vec![0; size];
    for (number, word) in language.words.iter().enumerate().skip(1) {
        let mut slot = spread(word.hash) & (size - 1);
        while language.slots.get(slot).is_some_and(|&taken| taken != 0) {
            slot = (slot + 1) & (size - 1);
        }
        if let Some(free) = language.slots.get_mut(slot) {
            *free = number as u16;
        }
    }
}

/// Adds a word with all its entries, those that patterns use first.
fn add_word(language: &mut Language, same: &[Listed], abbreviations: &[&str]) {
    let Some(&(hash, written, _)) = same.first() else { return };
    let Language { symbols, entries, problems, words, .. } = language;
    let used = |entry: &Entry| symbols.get(usize::from(entry.symbol)).is_some_and(is_used);
    let first = entries.len();
    for wanted in [true, false] {
        for (.., entry) in same.iter().filter(|(.., entry)| used(entry) == wanted) {
            if !entries.get(first..).unwrap_or(&[]).contains(entry) {
                entries.push(*entry);
            }
        }
    }
    // Words are kept in lower case; only their entries know whether a capital is asked for.
    let lower = same.iter().find(|(_, word, _)| !word.bytes().any(|byte| byte.is_ascii_uppercase()));
    let text = lower.map_or(written, |(_, word, _)| *word);
    let of_word = entries.get(first..).unwrap_or(&[]);
    let used_count = of_word.iter().filter(|entry| used(entry)).count();
    if used_count > READINGS {
        problems.push(Problem { line: 0, message: "A word is in too many classes.", about: text.into() });
    }
    words.push(Word {
        text,
        hash,
        first: first as u16,
        used: used_count as u8,
        trigger: of_word.iter().any(|entry| sets_off(symbols.get(usize::from(entry.symbol)), entry.value)),
        all: of_word.len() as u8,
        abbreviation: abbreviations.iter().any(|word| word.eq_ignore_ascii_case(text)),
    });
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
