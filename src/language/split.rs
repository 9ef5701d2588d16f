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

/// The sentences of a text. A blank line ends one. Abbreviations, initials, numbers and quotes do not; a text without full stops is one
/// sentence. Nor does a full stop inside one of `phrases` ("am 3. Mai"), which stand in order.
pub(crate) fn sentences(text: &str, phrases: &[Span], language: &Language) -> Vec<Span> {
    let mut sentences = Vec::new();
    let bytes = text.as_bytes();
    let at = |place: usize| bytes.get(place).copied().unwrap_or(b' ');
    let mut start = 0;
    let mut place = 0;
    let mut phrases = phrases.iter().peekable();
    while place < bytes.len() {
        if at(place) == b'\n' && is_blank(bytes.get(place + 1..).unwrap_or(&[])) {
            push(&mut sentences, text, start, place);
            start = place;
        }
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
        place = behind_stops(text, dot);
        while phrases.peek().is_some_and(|phrase| phrase.end <= dot) {
            phrases.next();
        }
        if phrases.peek().is_some_and(|phrase| phrase.start < dot && place < phrase.end) {
            continue;
        }
        if let Some(end) = end_at(text, dot, language) {
            push(&mut sentences, text, start, end);
            start = end;
            place = place.max(end);
        }
    }
    push(&mut sentences, text, start, text.len());
    sentences
}

/// Whether a line has nothing in it.
fn is_blank(line: &[u8]) -> bool {
    line.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n')
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

/// Where the sentence ends that has its full stop, or the first of several, at this byte; `None` when it goes on. Quotes and brackets that
/// close belong to it.
pub(crate) fn end_at(text: &str, dot: usize, language: &Language) -> Option<usize> {
    let stop = behind_stops(text, dot);
    let end = closed(text, stop);
    ends_here(text, dot, stop, end, language).then_some(end)
}

fn behind_stops(text: &str, dot: usize) -> usize {
    let mut place = dot;
    loop {
        place += match text.as_bytes().get(place) {
            Some(b'.' | b'!' | b'?') => 1,
            Some(0xE2) if ellipsis(text, place) => '…'.len_utf8(),
            _ => return place,
        };
    }
}

/// So many bytes in front of a full stop hold the word it may belong to.
const LONGEST_WORD: usize = 40;

fn ends_here(text: &str, dot: usize, stop: usize, end: usize, language: &Language) -> bool {
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
    let from = (dot.saturating_sub(LONGEST_WORD)..=dot).find(|&from| text.is_char_boundary(from)).unwrap_or(dot);
    let before = Span::new(from, dot).of(text);
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

/// Whether a text ends as a sentence does, in any language. A final abbreviation ("in the U.S.") is no end.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(is_closer);
    match bare.chars().next_back() {
        Some('!' | '?' | '\u{2026}' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{61f}') => true,
        Some('.') => !is_initials(find::behind_last(bare, " ")),
        _ => false,
    }
}

/// Quotation marks and brackets that may stand behind the end of a sentence, and the spaces that tokenised text has between.
fn is_closer(character: char) -> bool {
    matches!(character, '"' | '\'' | ')' | ']' | ' ' | '\u{201d}' | '\u{2019}' | '\u{bb}' | '\u{203a}')
}

/// "U.S." or "J.": capitals with a dot behind each.
pub(crate) fn is_initials(word: &str) -> bool {
    let capital = |pair: &[u8]| matches!(pair, [letter, b'.'] if letter.is_ascii_uppercase());
    !word.is_empty() && word.as_bytes().chunks(2).all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Languages;

    fn split<'a>(text: &'a str, phrases: &[Span]) -> Vec<&'a str> {
        let languages = Languages::english();
        sentences(text, phrases, languages.get("en").unwrap()).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn sentences_end_at_full_stops_and_blank_lines() {
        for (text, count) in [
            ("It rained. It snowed! Did it? Yes.", 4),
            ("Mr. Ray met J. Smith of the U.S. Army.", 1),
            ("It stands in the U.S. The army left.", 2),
            ("\u{201c}We left.\u{201d} He went on.", 2),
            ("Bridge opens\n\nThe bridge was opened", 2),
            ("Bridge\nopens", 1),
            ("", 0),
        ] {
            assert_eq!(split(text, &[]).len(), count, "{text:?}: {:?}", split(text, &[]));
        }
        assert_eq!(split("Am 3. Mai", &[]).len(), 2);
        assert_eq!(split("Am 3. Mai", &[Span::new(3, 9)]).len(), 1, "a full stop inside a date");
    }
}
