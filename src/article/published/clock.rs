//! The clock time beside a date: "15:05", "3.05 p.m. EST", "110235Z".
//!
//! In: the tokens of a text in front of its date, or behind it. Out: minutes of the day, and the offset from UTC. It must never learn which day it is.

use super::forms::Token;
use super::months::ZONES;

/// The clock time beside a date, in minutes, and its offset.
pub(super) fn clock(tokens: &[Token]) -> Option<(u16, Option<i16>)> {
    for at in 0..tokens.len() {
        let Some(Token::Number { value: hour, digits }) = tokens.get(at) else { continue };
        let is_compact = at == 1 && matches!(tokens.first(), Some(Token::Word("T" | "t")));
        if (*digits == 6 && at <= 1) || (*digits == 4 && is_compact) {
            // "20201123T110235Z", "20201123T1102"
            let hour = if *digits == 4 { hour * 100 } else { *hour };
            return minute(hour / 10_000, hour / 100 % 100)
                .map(|minute| (minute, offset(tokens.get(at + 1..).unwrap_or_default())));
        }
        let of_hour = match (tokens.get(at + 1), tokens.get(at + 2)) {
            (Some(Token::Sign(':')), Some(Token::Number { value, digits: 1 | 2 })) => Some((*value, at + 3)),
            (Some(Token::Sign('.')), Some(Token::Number { value, digits: 2 }))
                if is_pointed_clock(tokens.get(at + 3..)) =>
            {
                Some((*value, at + 3))
            }
            (Some(Token::Word("h" | "H")), Some(Token::Number { value, digits: 2 })) => Some((*value, at + 3)),
            (Some(Token::Word(word)), _) if half_of_day(word).is_some() && *digits <= 2 => Some((0, at + 1)),
            (Some(Token::Space), Some(Token::Word(word))) if half_of_day(word).is_some() && *digits <= 2 => {
                Some((0, at + 2))
            }
            _ => None,
        };
        let Some((of_hour, mut next)) = of_hour.filter(|_| *digits <= 2) else { continue };
        // Seconds and their parts.
        while let (Some(Token::Sign(':' | '.')), Some(Token::Number { .. })) = (tokens.get(next), tokens.get(next + 1))
        {
            next += 2;
        }
        if tokens.get(next) == Some(&Token::Space) {
            next += 1;
        }
        let mut hour = *hour;
        if let Some(Token::Word(word)) = tokens.get(next)
            && let Some(afternoon) = half_of_day(word)
        {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            next += 1;
            // "p.m."
            while matches!(tokens.get(next), Some(Token::Sign('.') | Token::Word("m" | "M"))) {
                next += 1;
            }
        }
        let minute = minute(hour, of_hour)?;
        return Some((minute, offset(tokens.get(next..).unwrap_or_default())));
    }
    None
}

fn minute(hour: u64, of_hour: u64) -> Option<u16> {
    if hour < 24 && of_hour < 60 { u16::try_from(hour * 60 + of_hour).ok() } else { None }
}

/// "14.05 Uhr", "14.05 GMT"
fn is_pointed_clock(behind: Option<&[Token]>) -> bool {
    let Some([Token::Space, Token::Word(word), ..]) = behind else { return false };
    matches!(*word, "Uhr" | "uhr" | "h") || ZONES.iter().any(|(zone, _)| word.eq_ignore_ascii_case(zone))
}

/// Whether the word means the second half of the day; `None` for other words.
fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "am" | "AM" | "Am" | "a" => Some(false),
        "pm" | "PM" | "Pm" | "p" => Some(true),
        _ => None,
    }
}

/// The offset that stands behind a clock time.
fn offset(tokens: &[Token]) -> Option<i16> {
    let mut zone = None;
    for (at, token) in tokens.iter().enumerate().take(6) {
        match token {
            Token::Space | Token::Sign('(' | ')' | ',' | '|') => {}
            Token::Word(word) => {
                let word = word.to_ascii_lowercase();
                match ZONES.iter().find(|(name, _)| *name == word) {
                    Some((_, minutes)) => zone = Some(*minutes),
                    None => return zone,
                }
            }
            Token::Sign(sign @ ('+' | '-' | '−')) => {
                let Some(Token::Number { value, digits }) = tokens.get(at + 1) else { return zone };
                let behind = match (tokens.get(at + 2), tokens.get(at + 3)) {
                    (Some(Token::Sign(':')), Some(Token::Number { value, .. })) => *value,
                    _ => 0,
                };
                let minutes = if *digits > 2 { value / 100 * 60 + value % 100 } else { value * 60 + behind };
                let minutes = i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60)?;
                return Some(if *sign == '+' { minutes } else { -minutes });
            }
            _ => return zone,
        }
    }
    zone
}
