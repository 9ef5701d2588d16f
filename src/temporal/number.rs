//! Numbers: spelled ones joined to one value, and what a number of digits can stand for.
//!
//! In: tokens. Out: the readings of the number that begins at one of them, and where it ends.
//! It must never learn what is counted.

use super::grammar::Readings;
use super::language::{Entry, Language};
use super::lexer::{Kind, Token};
use super::reader::{Field, symbol};

/// Longest spelled number, in tokens: more than anyone writes, so that a million "one"s cost no more.
const LONGEST: usize = 12;

/// Reads the number that begins at the first of the tokens. Gives its readings and how many tokens it takes; `None` when there is no number.
pub(super) fn read(tokens: &[Token], language: &Language) -> Option<(Readings, usize)> {
    let first = tokens.first()?;
    match first.kind {
        Kind::Number => Some(digits(first, tokens, language)),
        Kind::Decimal => Some(decimal(first, tokens, language)),
        Kind::Clock => {
            let mut readings = Readings::default();
            let (hour, minute) = (first.number / 10_000, first.number % 10_000);
            if hour <= 24 && minute < 60 {
                readings.push(symbol::CLOCK, hour * 60 + minute);
            } else {
                readings.push(symbol::OTHER, 0);
            }
            Some((readings, 1))
        }
        Kind::Word => spelled(tokens, language),
        _ => None,
    }
}

/// The entry by which a word takes part in numbers.
fn part(token: &Token, language: &Language, field: Field) -> Option<i32> {
    if token.kind != Kind::Word {
        return None;
    }
    let of_field = |entry: &&Entry| language.symbol(entry.symbol).field == field;
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
        && one.kind == Kind::Number
    {
        readings.push(symbol::N, hundredths(value).saturating_add(50));
        return (readings, 4);
    }
    readings.push(symbol::N, hundredths(value));
    match first.digits {
        1 | 2 => {
            if (1..=31).contains(&value) {
                readings.push(symbol::DAY, value);
            }
            if (1..=12).contains(&value) {
                readings.push(symbol::MONTH_NUMBER, value);
            }
            if value <= 24 {
                readings.push(symbol::HOUR, value);
            }
            if first.digits == 2 {
                readings.push(symbol::SHORT_YEAR, value);
                if value % 10 == 0 {
                    readings.push(symbol::DECADE, value);
                }
                if value < 60 {
                    readings.push(symbol::MINUTE, value);
                }
            }
        }
        3 | 4 if !separated => {
            if first.digits == 4 && (1000..2200).contains(&value) {
                readings.push(symbol::YEAR, value);
                if value % 10 == 0 {
                    readings.push(symbol::DECADE_YEAR, value);
                }
            }
            if first.digits == 4 && (1900..2050).contains(&value) {
                readings.push(symbol::MODERN_YEAR, value);
            }
            if value % 100 < 60 && value / 100 <= 24 {
                readings.push(symbol::HHMM, value / 100 * 60 + value % 100);
            }
            readings.push(symbol::BIG_YEAR, value);
        }
        _ => {}
    }
    (readings, 1)
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

fn push_ordinal(readings: &mut Readings, value: i32) {
    readings.push(symbol::ORDINAL, value);
    if (1..=31).contains(&value) {
        readings.push(symbol::DAY_TH, value);
    }
}

fn hundredths(value: i32) -> i32 {
    value.saturating_mul(100)
}

/// "twenty-five", "two hundred and six", "nineteen ninety-six", "twenty-first".
fn spelled(tokens: &[Token], language: &Language) -> Option<(Readings, usize)> {
    let first = tokens.first()?;
    let mut readings = Readings::default();
    if let Some(value) = part(first, language, Field::OrdinalWord) {
        // "second" may be a unit as well.
        for entry in language.used_entries(first.word) {
            if language.symbol(entry.symbol).field != Field::OrdinalWord {
                readings.push(entry.symbol, entry.value);
            }
        }
        push_ordinal(&mut readings, value);
        return Some((readings, 1));
    }
    let start = part(first, language, Field::Numeral).or_else(|| part(first, language, Field::Scale))?;
    let is_scale = part(first, language, Field::Numeral).is_none();
    if is_scale {
        return None;
    }
    let (mut total, mut current, mut century) = (0_i32, start, None);
    let mut last = start;
    let mut scaled = false;
    let mut at = 1;
    while at < LONGEST {
        let Some(token) = tokens.get(at) else { break };
        let hyphen = usize::from(token.is_sign(b'-') && !token.has(Token::SPACE));
        let Some(next) = tokens.get(at + hyphen).filter(|next| !next.has(Token::PARAGRAPH)) else { break };
        if hyphen == 1 && next.has(Token::SPACE) {
            break;
        }
        if let Some(scale) = part(next, language, Field::Scale) {
            current = current.max(1).saturating_mul(scale);
            if scale >= 1000 {
                total = total.saturating_add(current);
                current = 0;
            }
            (last, scaled) = (100, true);
            at += hyphen + 1;
        } else if let Some(value) = part(next, language, Field::Numeral) {
            // "twenty five", "hundred five"; "nineteen ninety" is a year, "five ten" two numbers.
            if last >= 20 && last % 10 == 0 && value < 10.max(last.min(100)) && (value < 10 || last == 100) {
                current = current.saturating_add(value);
            } else if century.is_some() && last == 0 && value < 10 {
                // "nineteen oh five"
                current = value;
            } else if !scaled && century.is_none() && (10..=21).contains(&current) && (value >= 10 || value == 0) {
                century = Some(current);
                current = value;
            } else {
                break;
            }
            last = value;
            at += hyphen + 1;
        } else if let Some(value) = part(next, language, Field::OrdinalWord)
            && value < 10
            && last >= 20
            && century.is_none()
        {
            push_ordinal(&mut readings, total.saturating_add(current).saturating_add(value));
            return Some((readings, at + hyphen + 1));
        } else if hyphen == 0
            && scaled
            && is_joiner(token, language)
            && tokens.get(at + 1).is_some_and(|next| part(next, language, Field::Numeral).is_some())
        {
            at += 1;
            last = 100;
        } else {
            break;
        }
    }
    let value = total.saturating_add(current);
    match century {
        Some(century) => readings.push(symbol::YEAR, century * 100 + value),
        None => {
            if at == 1 {
                for entry in language.used_entries(first.word) {
                    if language.symbol(entry.symbol).field != Field::Numeral {
                        readings.push(entry.symbol, entry.value);
                    }
                }
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
    Some((readings, at))
}

/// "two hundred AND six".
fn is_joiner(token: &Token, language: &Language) -> bool {
    language.class("numberand").is_some_and(|class| language.value("", token, class).is_some())
}
