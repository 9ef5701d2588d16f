//! The direction of a clause: whether its verbs look back or ahead.
//!
//! In: the tokens around a mention. Out: a [`Direction`]. It must never learn what the mention says.

use super::compose::Mention;
use super::dated::Signal;
use crate::language::Language;
use crate::language::class;
use crate::language::field::Field;
use crate::language::symbol::Entry;
use crate::language::{Token, TokenKind};

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

/// The direction of the clause a mention stands in: of the nearest verb to its left, else of the first to its right; `None` when no
/// verb tells. `weekday` says that the mention is a day of the week, which cues too weak for months decide.
pub(super) fn direction(
    text: &str,
    tokens: &[Token],
    mention: &Mention,
    weekday: bool,
    language: &Language,
) -> Option<Direction> {
    // "Friday's purchases" are over.
    let behind = tokens.get(mention.end as usize);
    if behind.is_some_and(|token| !token.has(Token::SPACE) && token.kind == TokenKind::Word) {
        return Some(Direction::Past);
    }
    match mention.signal {
        Some(Signal::Since) => return Some(Direction::Past),
        // "a strike for Monday"
        Some(Signal::For) if weekday => return Some(Direction::Future),
        // "through January": the nearest; "until Tuesday": ahead, unless the sentence begins so.
        Some(Signal::Until | Signal::By) if !weekday => {
            return to_left(text, tokens, mention, weekday, language).filter(|found| *found == Direction::Future);
        }
        Some(Signal::Until | Signal::By) if !begins_sentence(text, tokens, mention.phrase as usize, language) => {
            return Some(Direction::Future);
        }
        _ => {}
    }
    to_left(text, tokens, mention, weekday, language).or_else(|| to_right(text, tokens, mention, weekday, language))
}

fn begins_sentence(text: &str, tokens: &[Token], place: usize, language: &Language) -> bool {
    let before = place.checked_sub(1);
    tokens.get(place).is_some_and(|token| token.has(Token::PARAGRAPH))
        || before.is_none_or(|before| ends_sentence(text, tokens, before, language))
}

fn to_left(text: &str, tokens: &[Token], mention: &Mention, weekday: bool, language: &Language) -> Option<Direction> {
    let first = mention.first as usize;
    for place in (first.saturating_sub(REACH)..first).rev() {
        let token = tokens.get(place)?;
        if ends_sentence(text, tokens, place, language) {
            break;
        }
        match cue(text, token, language) {
            // "will be named": the participle has the time of "will"; "to cut": no past at all.
            PAST | SET if matches!(before(text, tokens, place, language), BE | TO) => {}
            // "on the ground", "the wounded"
            PAST if is_determined(text, tokens, place, language) => {}
            SET if is_aimed(text, tokens.get(place + 1)?, language) => return Some(Direction::Future),
            PAST | SET | DONE => return Some(Direction::Past),
            FUTURE | PLAN => return Some(Direction::Future),
            FIXTURE if weekday => return Some(Direction::Future),
            // "was trying to fix it on Tuesday", "forced the crew to stop on Tuesday": no plan.
            TO if is_attempted(text, tokens, place, language) => {}
            TO if weekday && place + 1 < first && starts_verb(text, tokens.get(place + 1)?, language) => {
                return Some(Direction::Future);
            }
            _ => {}
        }
        if token.has(Token::PARAGRAPH) {
            break;
        }
    }
    None
}

fn to_right(text: &str, tokens: &[Token], mention: &Mention, weekday: bool, language: &Language) -> Option<Direction> {
    let first = mention.end as usize;
    for place in first..first + REACH {
        let token = tokens.get(place)?;
        if token.has(Token::PARAGRAPH) || ends_sentence(text, tokens, place, language) {
            break;
        }
        match cue(text, token, language) {
            PAST | SET | PLAN | DONE => return Some(Direction::Past),
            FUTURE => return Some(Direction::Future),
            FIXTURE if weekday => return Some(Direction::Future),
            TO if tokens.get(place + 1).is_some_and(|next| starts_verb(text, next, language)) => {
                return Some(Direction::Future);
            }
            _ => {}
        }
    }
    None
}

// The numbers of the language files' cues.
const PAST: i32 = -1;
const FUTURE: i32 = 1;
const TO: i32 = 2;
const NOUN_START: i32 = 3;
const BE: i32 = 4;
const PLAN: i32 = 5;
const FIXTURE: i32 = 6;
const SET: i32 = 7;
const TITLE: i32 = 8;
const DONE: i32 = 9;
const TRYING: i32 = 10;

/// How far in front of "to" the verb stands that it belongs to: "forced the whole crew to".
const OBJECT: usize = 4;

/// Whether the verb that "to" hangs on says that it was done or tried, not planned.
fn is_attempted(text: &str, tokens: &[Token], to: usize, language: &Language) -> bool {
    for back in 1..=OBJECT {
        let word = to.checked_sub(back).and_then(|place| tokens.get(place));
        match word.map_or(0, |word| cue(text, word, language)) {
            0 | NOUN_START => {}
            cue => return matches!(cue, DONE | TRYING),
        }
    }
    false
}

/// The cue of the nearest word before, adverbs left out that the language knows by their ending.
fn before(text: &str, tokens: &[Token], place: usize, language: &Language) -> i32 {
    let at = |back: usize| place.checked_sub(back).and_then(|place| tokens.get(place));
    let ending = language.text("adverb-ending");
    match at(1) {
        Some(adverb) if adverb.word == 0 && !ending.is_empty() && adverb.span().of(text).ends_with(ending) => {
            at(2).map_or(0, |token| cue(text, token, language))
        }
        Some(token) => cue(text, token, language),
        None => 0,
    }
}

/// Whether an article or a possessive stands right in front: what follows is no verb.
fn is_determined(text: &str, tokens: &[Token], place: usize, language: &Language) -> bool {
    let before = place.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|word| language.facts(text, word).classes & (class::ARTICLE | class::POSSESSIVE) != 0)
}

/// Whether this is "to" or "for".
fn is_aimed(text: &str, token: &Token, language: &Language) -> bool {
    let signal =
        |entry: &Entry| language.symbol(entry.symbol).field == Field::Signal && entry.value == Signal::For as i32;
    cue(text, token, language) == TO || language.all_entries(token.word).iter().any(signal)
}

/// Whether "to" before this word makes it a verb: a plain word, not a name and not the start of a noun phrase.
fn starts_verb(text: &str, token: &Token, language: &Language) -> bool {
    token.kind == TokenKind::Word && !token.has(Token::CAPITAL) && cue(text, token, language) != NOUN_START
}

/// What a word says about time, as the language file numbers it; 0 for nothing.
fn cue(text: &str, token: &Token, language: &Language) -> i32 {
    if token.kind != TokenKind::Word {
        return 0;
    }
    let of_cue = |entry: &&Entry| language.symbol(entry.symbol).field == Field::Cue;
    if let Some(entry) = language.all_entries(token.word).iter().find(of_cue) {
        return entry.value;
    }
    // A name in -ed is no verb.
    if token.word == 0 && token.has(Token::CAPITAL) {
        return 0;
    }
    let facts = language.facts(text, token);
    // "put", "read": what is the same in the present tells nothing.
    let is_past = facts.forms & (class::PAST | class::PARTICIPLE) != 0 && facts.forms & class::BASE == 0;
    if is_past && facts.classes & class::NO_VERB == 0 { PAST } else { 0 }
}

/// Whether the token at this place ends a sentence: a full stop before a capital, a question or exclamation mark. "Mr. Smith" and
/// "John F. Smith" go on.
fn ends_sentence(text: &str, tokens: &[Token], place: usize, language: &Language) -> bool {
    let Some(token) = tokens.get(place).filter(|token| token.kind == TokenKind::Sign) else {
        return place >= tokens.len();
    };
    let short =
        |before: &Token| before.kind == TokenKind::Word && (before.len == 1 || cue(text, before, language) == TITLE);
    match u8::try_from(token.number).unwrap_or(0) {
        b'!' | b'?' => true,
        b'.' => {
            let before = place.checked_sub(1).and_then(|before| tokens.get(before));
            tokens.get(place + 1).is_none_or(|next| next.has(Token::SPACE) && starts(next))
                && !before.is_some_and(short)
        }
        _ => false,
    }
}

fn starts(token: &Token) -> bool {
    token.has(Token::CAPITAL) || token.kind != TokenKind::Word
}
