//! Sentences: where one ends and the next begins.
//!
//! In: the text of a block. Out: spans of its sentences, in order, without the white space between them.
//! It must never learn what a sentence says.

use super::{Language, class, lower};
use crate::base::find;
use crate::base::letter::{self, is_capital, is_letter, is_letter_or_digit};
use crate::base::span::Span;

/// Bytes of the longest sentence.
const LONGEST: usize = 2_000;

/// The sentences of a text. Abbreviations, initials, numbers and quotes do not end one; a text without full stops is one sentence.
/// Nor does a full stop inside one of `phrases` ("am 3. Mai"), which stand in order.
pub(crate) fn sentences(text: &str, phrases: &[Span], language: &Language) -> Vec<Span> {
    let mut sentences = Vec::new();
    let bytes = text.as_bytes();
    let at = |place: usize| bytes.get(place).copied().unwrap_or(b' ');
    let mut start = 0;
    let mut place = 0;
    let mut phrases = phrases.iter().peekable();
    while place < bytes.len() {
        let stop = matches!(at(place), b'.' | b'!' | b'?') || ellipsis(text, place);
        if !stop {
            // A text without full stops is cut all the same: what follows works through sentences more than once.
            if place - start > LONGEST && at(place) == b' ' {
                push(&mut sentences, text, start, place);
                start = place;
            }
            place += 1;
            continue;
        }
        let dot = place;
        while matches!(at(place), b'.' | b'!' | b'?') && place < bytes.len() || ellipsis(text, place) {
            place += if at(place) == 0xE2 { 3 } else { 1 };
        }
        let end = closed(text, place);
        while phrases.peek().is_some_and(|phrase| phrase.end <= dot) {
            phrases.next();
        }
        if phrases.peek().is_some_and(|phrase| phrase.start < dot && place < phrase.end) {
            continue;
        }
        if ends_here(text, start, dot, place, end, language) {
            push(&mut sentences, text, start, end);
            start = end;
        }
        place = place.max(end);
    }
    push(&mut sentences, text, start, text.len());
    sentences
}

fn ellipsis(text: &str, place: usize) -> bool {
    text.as_bytes().get(place) == Some(&0xE2) && text.get(place..).is_some_and(|rest| rest.starts_with('…'))
}

/// Behind the quotes and brackets that close after a full stop; in tokenised text (` . ''`) they stand apart.
fn closed(text: &str, stop: usize) -> usize {
    let mut end = stop;
    loop {
        let rest = text.get(end..).unwrap_or("");
        let bare = rest.trim_start_matches(' ');
        let mut characters = bare.chars();
        let (first, second) = (characters.next().unwrap_or(' '), characters.next());
        let apart = rest.len() - bare.len();
        let closes = match first {
            '"' | '\'' => {
                if apart == 0 {
                    second.is_none_or(|next| !is_letter_or_digit(next))
                } else {
                    bare.starts_with("''")
                }
            }
            '”' | '’' | '»' | ')' | ']' => true,
            _ => false,
        };
        if !closes || apart > 1 {
            return end;
        }
        end += apart + first.len_utf8();
    }
}

fn ends_here(text: &str, start: usize, dot: usize, stop: usize, end: usize, language: &Language) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let next = rest.trim_start();
    if next.is_empty() {
        return true;
    }
    if rest.len() == next.len() && !find::begins_in(rest, "“‘[") {
        return false;
    }
    let opener = find::trim_start(next, "\"'“‘«([`-–—• …");
    let begins =
        opener.chars().next().is_some_and(|first| is_capital(first) || first.is_numeric() || !first.is_ascii());
    if !begins {
        // "Yes." he said. Only a mark that is no full stop may end a sentence before a small letter, and rarely does.
        return false;
    }
    if text.as_bytes().get(dot) != Some(&b'.') || stop > dot + 1 {
        return true;
    }
    let before = text.get(start..dot).unwrap_or("");
    let word = find::behind_last(before, " ([\"“\u{a0}/-");
    if word.is_empty() {
        return true;
    }
    let number = opener.starts_with(|first: char| first.is_ascii_digit());
    let dotted = find::has(word, '.') && word.chars().all(|letter| letter == '.' || is_letter(letter));
    let initial = letter::count(word) == 1 && word.chars().all(is_capital);
    if dotted || initial {
        // "in the U.S. The army", but "the U.S. Army" and "J. Smith": a function word with a capital begins a sentence.
        let first = lower(opener.split(|letter: char| !is_letter(letter)).next().unwrap_or(""));
        let classes = language.look_up(&first).classes;
        let function =
            class::DETERMINER | class::PREPOSITION | class::SUBJECT_PRONOUN | class::SUBORDINATOR | class::COORDINATOR;
        return !number && dotted && classes & function != 0 && first.len() > 1;
    }
    let word = lower(word);
    language.look_up(&word).classes & class::ABBREVIATION == 0
}

fn push(sentences: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let part = text.get(start..end).unwrap_or("");
    let front = part.len() - part.trim_start().len();
    let length = part.trim().len();
    if length > 0 {
        sentences.push(Span::new(start + front, start + front + length));
    }
}
