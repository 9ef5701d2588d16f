//! Numbers in words, joined to one value: "twenty-five", "two hundred and six", "nineteen ninety-six", "twenty-first".
//!
//! In: tokens. Out: the readings of the number that begins at one of them, and where it ends. It must never learn what is counted.

use super::number::{hundredths, part, push_ordinal};
use crate::language::Language;
use crate::language::Token;
use crate::language::field::Field;
use crate::language::symbol;
use crate::language::symbol::ClassEntry;
use crate::language::trie::Readings;

/// Longest spelled number, in tokens: more than anyone writes, so that a million "one"s cost no more.
const LONGEST: usize = 12;

/// What the words so far add up to.
struct Sum {
    /// The thousands.
    total: i32,
    /// What is below them.
    current: i32,
    /// "nineteen" of "nineteen ninety-six".
    century: Option<i32>,
    /// The number of the last word; 100 behind a scale.
    last: i32,
    /// A scale was among the words: "hundred".
    scaled: bool,
}

/// Reads the number that begins at the first of the tokens. Gives its readings and how many tokens it takes; `None` when there is no number.
pub(super) fn read(tokens: &[Token], language: &Language) -> Option<(Readings, usize)> {
    let first = tokens.first()?;
    let mut readings = Readings::default();
    if let Some(value) = part(first, language, Field::OrdinalWord) {
        // "second" may be a unit as well.
        push_others(&mut readings, first, Field::OrdinalWord, language);
        push_ordinal(&mut readings, value);
        return Some((readings, 1));
    }
    let start = part(first, language, Field::Numeral)?;
    let mut sum = Sum { total: 0, current: start, century: None, last: start, scaled: false };
    let mut at = 1;
    while at < LONGEST {
        let Some(token) = tokens.get(at) else { break };
        let hyphen = usize::from(token.is_sign(b'-') && !token.has(Token::SPACE));
        let Some(next) = tokens.get(at + hyphen).filter(|next| !next.has(Token::PARAGRAPH)) else { break };
        if hyphen == 1 && next.has(Token::SPACE) {
            break;
        }
        if let Some(scale) = part(next, language, Field::Scale) {
            sum.scale(scale);
        } else if let Some(value) = part(next, language, Field::Numeral) {
            if !sum.add(value) {
                break;
            }
        } else if let Some(value) = part(next, language, Field::OrdinalWord).filter(|value| sum.takes_ordinal(*value)) {
            push_ordinal(&mut readings, sum.value().saturating_add(value));
            return Some((readings, at + hyphen + 1));
        } else if hyphen == 0
            && sum.scaled
            && is_joiner(token, language)
            && tokens.get(at + 1).is_some_and(|next| part(next, language, Field::Numeral).is_some())
        {
            sum.last = 100;
        } else {
            break;
        }
        at += hyphen + 1;
    }
    if at == 1 {
        push_others(&mut readings, first, Field::Numeral, language);
    }
    sum.push(&mut readings);
    Some((readings, at))
}

impl Sum {
    fn scale(&mut self, scale: i32) {
        self.current = self.current.max(1).saturating_mul(scale);
        if scale >= 1000 {
            self.total = self.total.saturating_add(self.current);
            self.current = 0;
        }
        (self.last, self.scaled) = (100, true);
    }

    /// Takes up the next word's number; false when it belongs to another number.
    fn add(&mut self, value: i32) -> bool {
        let last = self.last;
        // "twenty five", "hundred five"; "nineteen ninety" is a year, "five ten" two numbers.
        if last >= 20 && last % 10 == 0 && value < 10.max(last.min(100)) && (value < 10 || last == 100) {
            self.current = self.current.saturating_add(value);
        } else if self.century.is_some() && last == 0 && value < 10 {
            // "nineteen oh five"
            self.current = value;
        } else if !self.scaled
            && self.century.is_none()
            && (10..=21).contains(&self.current)
            && (value >= 10 || value == 0)
        {
            self.century = Some(self.current);
            self.current = value;
        } else {
            return false;
        }
        self.last = value;
        true
    }

    /// "twenty-FIRST".
    fn takes_ordinal(&self, value: i32) -> bool {
        value < 10 && self.last >= 20 && self.century.is_none()
    }

    fn value(&self) -> i32 {
        self.total.saturating_add(self.current)
    }

    fn push(&self, readings: &mut Readings) {
        let value = self.value();
        // "nineteen ninety million" is neither year nor number.
        if let Some(century) = self.century.filter(|_| value < 100) {
            return readings.push(symbol::YEAR, century * 100 + value);
        }
        readings.push(symbol::N, hundredths(value));
        readings.push(symbol::NUMERAL, hundredths(value));
        if value <= 12 {
            readings.push(symbol::HOUR, value);
        } else if (1000..2200).contains(&value) {
            readings.push(symbol::BIG_YEAR, value);
        }
        if (10..60).contains(&value) {
            readings.push(symbol::MINUTE, value);
        }
    }
}

/// What the word is besides a number.
fn push_others(readings: &mut Readings, token: &Token, field: Field, language: &Language) {
    for entry in language.used_entries(token.word) {
        if language.symbol(entry.symbol).field != field {
            readings.push(entry.symbol, entry.value);
        }
    }
}

/// "two hundred AND six".
fn is_joiner(token: &Token, language: &Language) -> bool {
    let joins = |entry: &ClassEntry| language.symbol(entry.symbol).field == Field::NumberAnd;
    language.all_entries(token.word).iter().any(joins)
}
