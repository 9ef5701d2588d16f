//! The words of a sentence with what the lexicon knows of them.
//!
//! In: a sentence, its mentions of time, the lexicon. Out: words and signs in order.
//! It must never learn which word governs which.

use super::class::{self, Classes, Facts, Forms};
use super::{Language, lower};
use crate::base::find;
use crate::base::letter::{is_capital, is_letter_or_digit};
use crate::base::span::Span;
use crate::base::steps::step;

/// A word or a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Its place in the block's text.
    pub(crate) span: Span,
    pub(crate) kind: WordKind,
    pub(crate) classes: Classes,
    pub(crate) forms: Forms,
    /// Written with a capital.
    pub(crate) capital: bool,
    /// Looks like a noun in the plural.
    pub(crate) plural: bool,
    /// Part of a mention of time (its preposition too): its own meaning does not count.
    pub(crate) mention: bool,
    /// Inside quotation marks.
    pub(crate) quoted: bool,
}

/// What a [`Word`] is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WordKind {
    Word,
    /// "'s", "'": a genitive, or "is" after a pronoun.
    Clitic,
    Number,
    Comma,
    /// ";" or ":".
    Break,
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    QuoteOpen,
    QuoteClose,
    /// ".", "!", "?".
    Stop,
    Other,
}

impl Word {
    pub(crate) fn is(&self, classes: Classes) -> bool {
        step();
        self.classes & classes != 0
    }

    pub(crate) fn has(&self, forms: Forms) -> bool {
        step();
        self.forms & forms != 0
    }

    /// A word that may be (part of) a name or a noun, as far as its form shows.
    pub(crate) fn is_nominal(&self) -> bool {
        let other = class::DETERMINER
            | class::PREPOSITION
            | class::COORDINATOR
            | class::SUBORDINATOR
            | class::ADVERB
            | class::NOT
            | class::TO
            | class::MODAL
            | class::FUTURE
            | class::BE
            | class::HAVE;
        matches!(self.kind, WordKind::Word) && (!self.is(other) || self.capital && !self.is(class::STOP))
            || self.kind == WordKind::Number
            || self.is(class::PRONOUN | class::SUBJECT_PRONOUN)
    }
}

/// The words of `sentence`. `mentions` are the phrases of the mentions in the text, in order. `quoted` says whether a quotation is open
/// where the sentence begins, and afterwards whether one is open where it ends.
pub(crate) fn words(
    text: &str,
    sentence: Span,
    mentions: &[Span],
    quoted: &mut bool,
    language: &Language,
    words: &mut Vec<Word>,
) {
    words.clear();
    let mut mentions = mentions.iter().peekable();
    let mut place = sentence.start;
    while place < sentence.end {
        let rest = text.get(place..sentence.end).unwrap_or("");
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            place += first.len_utf8();
            continue;
        }
        let length = length(rest, first);
        let span = Span::new(place, place + length);
        let written = span.of(text);
        let kind = kind(written, first, quoted);
        let mut entry = Facts::default();
        let mut plural = false;
        if matches!(kind, WordKind::Word | WordKind::Clitic) {
            let lowered = lower(written);
            entry = language.look_up(&lowered);
            // "IS", "WHO", "US" are names; "state-owned" is an adjective.
            let shouted = written.len() > 1 && !written.bytes().any(|letter| letter.is_ascii_lowercase());
            if shouted || find::has(written, '-') {
                entry = Facts { classes: entry.classes & class::ABBREVIATION, forms: 0 };
            }
            // "Novimed": a name that ends like a verb nobody listed.
            if is_capital(first) && entry.classes == 0 {
                entry.forms = 0;
            }
            plural = language.is_plural(&lowered, entry);
        }
        while mentions.peek().is_some_and(|mention| mention.end <= place) {
            mentions.next();
        }
        let mention = mentions.peek().is_some_and(|mention| mention.overlaps(span));
        if mention {
            entry = Facts::default();
        }
        words.push(Word {
            span,
            kind,
            classes: entry.classes,
            forms: entry.forms,
            capital: is_capital(first),
            plural,
            mention,
            quoted: *quoted && kind != WordKind::QuoteOpen || kind == WordKind::QuoteClose,
        });
        place += length;
    }
}

fn kind(written: &str, first: char, quoted: &mut bool) -> WordKind {
    match first {
        '"' if *quoted => close(quoted),
        '"' | '“' | '«' | '„' => open(quoted),
        '”' | '»' => close(quoted),
        '`' if written == "``" => open(quoted),
        '\'' if written == "''" => close(quoted),
        '\'' | '’' if written.len() > first.len_utf8() => WordKind::Clitic,
        'n' | 'N' if written.len() >= 3 && written.ends_with('t') && find::has_any(written, "'’") => WordKind::Word,
        ',' => WordKind::Comma,
        ';' | ':' => WordKind::Break,
        '-' | '–' | '—' | '_' => WordKind::Dash,
        '(' | '[' | '{' => WordKind::Open,
        ')' | ']' | '}' => WordKind::Close,
        '.' | '!' | '?' | '…' => WordKind::Stop,
        _ if first.is_ascii_digit() => WordKind::Number,
        _ if is_letter_or_digit(first) => WordKind::Word,
        _ => WordKind::Other,
    }
}

fn open(quoted: &mut bool) -> WordKind {
    *quoted = true;
    WordKind::QuoteOpen
}

fn close(quoted: &mut bool) -> WordKind {
    *quoted = false;
    WordKind::QuoteClose
}

/// Length of the word or sign that `rest` begins with. Full stops inside ("U.S.", "1.5"), hyphens and apostrophes belong to a word;
/// "'s" and "n't" stand for themselves.
fn length(rest: &str, first: char) -> usize {
    if rest.starts_with("``") || rest.starts_with("''") {
        return 2;
    }
    let clitic = matches!(first, '\'' | '’');
    if !is_letter_or_digit(first) && !clitic {
        return first.len_utf8();
    }
    if first == 'n' && (rest.starts_with("n't") || rest.starts_with("n’t")) {
        return if rest.starts_with("n't") { 3 } else { 5 };
    }
    let mut previous = first;
    for (place, letter) in rest.char_indices().skip(1) {
        let next = rest.get(place + letter.len_utf8()..).and_then(|tail| tail.chars().next());
        let inside = match letter {
            '.' => {
                next.is_some_and(is_letter_or_digit)
                    || rest
                        .get(..place)
                        .is_some_and(|word| find::has(word, '.') && word.len() < 8 && !first.is_ascii_digit())
            }
            '\'' | '’' => {
                !clitic && !is_clitic(rest.get(place..).unwrap_or("")) && next.is_some_and(is_letter_or_digit)
            }
            '-' | '&' | '/' => next.is_some_and(is_letter_or_digit) && !clitic,
            ',' => previous.is_ascii_digit() && next.is_some_and(|digit| digit.is_ascii_digit()),
            'n' if !clitic => {
                let tail = rest.get(place..).unwrap_or("");
                !(tail.starts_with("n't") || tail.starts_with("n’t")) || place < 2
            }
            _ => is_letter_or_digit(letter) || letter == '\u{301}',
        };
        if !inside {
            return place;
        }
        previous = letter;
    }
    rest.len()
}

/// Whether a text begins with an ending that is a word of its own: "'s", "'ve", "'ll", "'re", "'d", "'m".
fn is_clitic(text: &str) -> bool {
    let tail = find::trim_start(text, "'’");
    let word = tail.split(|letter: char| !is_letter_or_digit(letter)).next().unwrap_or("");
    matches!(word, "s" | "S" | "ve" | "ll" | "re" | "d" | "m")
}
