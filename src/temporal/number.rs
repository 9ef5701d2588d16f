//! Numbers: what a number of digits can stand for.
//!
//! In: tokens. Out: the readings of the number that begins at one of them, and where it ends.
//! It must never learn what is counted.

use super::spelled;
use crate::language::Language;
use crate::language::field::Field;
use crate::language::symbol;
use crate::language::symbol::ClassEntry;
use crate::language::trie::Readings;
use crate::language::{Token, TokenKind};

/// Reads the number that begins at the first of the tokens. Gives its readings and how many tokens it takes; `None` when there is no number.
pub(super) fn read(tokens: &[Token], language: &Language) -> Option<(Readings, usize)> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Number => Some(digits(first, tokens, language)),
        TokenKind::Decimal => Some(decimal(first, tokens, language)),
        TokenKind::Clock => {
            let mut readings = Readings::default();
            let (hour, minute) = (first.number / 10_000, first.number % 10_000);
            if hour <= 24 && minute < 60 {
                readings.push(symbol::CLOCK, hour * 60 + minute);
            } else {
                readings.push(symbol::OTHER, 0);
            }
            Some((readings, 1))
        }
        TokenKind::Word => spelled::read(tokens, language),
        _ => None,
    }
}

/// The entry by which a word takes part in numbers.
pub(super) fn part(token: &Token, language: &Language, field: Field) -> Option<i32> {
    if token.kind != TokenKind::Word {
        return None;
    }
    let of_field = |entry: &&ClassEntry| language.symbol(entry.symbol).field == field;
    language.used_entries(token.word).iter().find(of_field).map(|entry| entry.value)
}

fn scale_behind(tokens: &[Token], place: usize, language: &Language) -> Option<i32> {
    tokens.get(place).and_then(|token| part(token, language, Field::Scale))
}

fn digits(first: &Token, tokens: &[Token], language: &Language) -> (Readings, usize) {
    let mut readings = Readings::default();
    let value = first.number;
    let separated = first.digits == 9 && value < 100_000_000;
    if let Some(ending) = tokens.get(1)
        && !ending.has(Token::SPACE)
        && part(ending, language, Field::OrdinalEnding).is_some()
    {
        push_ordinal(&mut readings, value);
        readings.push(symbol::NTH_DAY, value);
        return (readings, 2);
    }
    if let Some(scale) = scale_behind(tokens, 1, language) {
        readings.push(symbol::N, hundredths(value.saturating_mul(scale)));
        return (readings, 2);
    }
    // "5 1/2"
    if let [one, slash, two, ..] = tokens.get(1..).unwrap_or(&[])
        && (one.number, two.number) == (1, 2)
        && slash.is_sign(b'/')
        && one.kind == TokenKind::Number
    {
        readings.push(symbol::N, hundredths(value).saturating_add(50));
        return (readings, 4);
    }
    readings.push(symbol::N, hundredths(value));
    match first.digits {
        1 | 2 => push_short(&mut readings, value, first.digits == 2),
        3 | 4 if !separated => push_long(&mut readings, value, first.digits == 4),
        _ => {}
    }
    (readings, 1)
}

/// What one or two digits can stand for.
fn push_short(readings: &mut Readings, value: i32, two: bool) {
    if (1..=31).contains(&value) {
        readings.push(symbol::DAY, value);
    }
    if (1..=12).contains(&value) {
        readings.push(symbol::MONTH_NUMBER, value);
    }
    if value <= 24 {
        readings.push(symbol::HOUR, value);
    }
    if two {
        readings.push(symbol::SHORT_YEAR, value);
        if value % 10 == 0 {
            readings.push(symbol::DECADE, value);
        }
        if value < 60 {
            readings.push(symbol::MINUTE, value);
        }
    }
}

/// What three or four digits with no separator can stand for.
fn push_long(readings: &mut Readings, value: i32, four: bool) {
    if four && (1000..2200).contains(&value) {
        readings.push(symbol::YEAR, value);
        if value % 10 == 0 {
            readings.push(symbol::DECADE_YEAR, value);
        }
    }
    if four && (1900..2050).contains(&value) {
        readings.push(symbol::MODERN_YEAR, value);
    }
    if value % 100 < 60 && value / 100 <= 24 {
        readings.push(symbol::HHMM, value / 100 * 60 + value % 100);
    }
    readings.push(symbol::BIG_YEAR, value);
}

fn decimal(first: &Token, tokens: &[Token], language: &Language) -> (Readings, usize) {
    let mut readings = Readings::default();
    let (whole, fraction) = (first.number / 10_000, first.number % 10_000);
    let hundredth = match first.digits {
        1 => fraction * 10,
        2 => fraction,
        3 => fraction / 10,
        _ => fraction / 100,
    };
    if let Some(scale) = scale_behind(tokens, 1, language) {
        let value = i64::from(whole * 100 + hundredth) * i64::from(scale);
        readings.push(symbol::N, i32::try_from(value).unwrap_or(i32::MAX));
        return (readings, 2);
    }
    readings.push(symbol::DECIMAL, whole.saturating_mul(100).saturating_add(hundredth));
    if first.digits == 2 && whole <= 24 && fraction < 60 {
        readings.push(symbol::DOT_CLOCK, whole * 60 + fraction);
    }
    (readings, 1)
}

pub(super) fn push_ordinal(readings: &mut Readings, value: i32) {
    readings.push(symbol::ORDINAL, value);
    if (1..=31).contains(&value) {
        readings.push(symbol::DAY_TH, value);
    }
}

pub(super) fn hundredths(value: i32) -> i32 {
    value.saturating_mul(100)
}
