//! The direction of a clause: whether its verbs look back or ahead.
//!
//! In: the tokens around a mention. Out: a [`Direction`]. It must never learn what the mention says.

use super::compose::Mention;
use super::language::Language;
use super::lexer::{Kind, Token};
use super::reader::Field;

/// Where the verbs of a clause look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// "said", "was killed".
    Past,
    /// "will", "plans to".
    Future,
}

/// How far the verbs of a clause are looked for, in tokens: bounded work for any text.
const REACH: usize = 30;

/// The direction of the clause a mention stands in; `None` when no verb tells.
pub(super) fn direction(text: &str, tokens: &[Token], mention: &Mention, language: &Language) -> Option<Direction> {
    let before = tokens.get(..mention.first as usize).unwrap_or(&[]);
    for (place, token) in before.iter().enumerate().rev().take(REACH) {
        if ends_sentence(tokens, place) {
            break;
        }
        if let Some(direction) = cue(text, token, language) {
            return Some(direction);
        }
        if token.has(Token::PARAGRAPH) {
            break;
        }
    }
    let first = mention.end as usize;
    for (place, token) in tokens.iter().enumerate().skip(first).take(REACH) {
        if ends_sentence(tokens, place) || token.has(Token::PARAGRAPH) {
            break;
        }
        if let Some(direction) = cue(text, token, language) {
            return Some(direction);
        }
    }
    None
}

fn cue(text: &str, token: &Token, language: &Language) -> Option<Direction> {
    if token.kind != Kind::Word {
        return None;
    }
    let of_cue = |entry: &super::language::Entry| language.symbol(entry.symbol).field == Field::Cue;
    let entry = match token.word {
        0 => language.suffix(token.span().of(text), of_cue),
        word => language.all_entries(word).iter().find(|entry| of_cue(entry)),
    };
    match entry?.value {
        -1 => Some(Direction::Past),
        1 => Some(Direction::Future),
        _ => None,
    }
}

/// Whether the token at this place ends a sentence: a full stop before a capital, a question or exclamation mark.
pub(super) fn ends_sentence(tokens: &[Token], place: usize) -> bool {
    let Some(token) = tokens.get(place) else { return true };
    if token.kind != Kind::Sign {
        return false;
    }
    match u8::try_from(token.number).unwrap_or(0) {
        b'!' | b'?' => true,
        b'.' => tokens.get(place + 1).is_none_or(|next| next.has(Token::SPACE) && !next.has(0) && starts(next)),
        _ => false,
    }
}

fn starts(token: &Token) -> bool {
    token.has(Token::CAPITAL) || token.kind != Kind::Word
}
