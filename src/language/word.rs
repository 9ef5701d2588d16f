//! Words as they are written, with what the language knows of them: "state-owned", "U.S." and "O'Brien" are one each.
//!
//! In: the tokens of a sentence, and the mentions of time in it. Out: words and signs in order. It must never learn which word governs which.

use super::class::{self, Classes, Facts, Forms};
use super::{Language, Token, TokenKind, lower};
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

/// A text with its tokens and the stretches in it that are mentions of time, which stand in order.
#[derive(Clone, Copy)]
pub(crate) struct Marked<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) mentions: &'a [Span],
}

/// The words of a sentence. `quoted` says whether a quotation is open where it begins, and afterwards whether one is open where it ends.
pub(crate) fn words(marked: Marked<'_>, sentence: Span, quoted: &mut bool, language: &Language) -> Vec<Word> {
    let Marked { text, tokens, mentions } = marked;
    let from = tokens.partition_point(|token| (token.start as usize) < sentence.start);
    let to = tokens.partition_point(|token| (token.start as usize) < sentence.end);
    let mut tokens = tokens.get(from..to).unwrap_or(&[]);
    let mut mentions = mentions.iter().peekable();
    let mut words = Vec::with_capacity(tokens.len());
    while let Some(first) = tokens.first() {
        let length = length(tokens, text);
        let (own, rest) = tokens.split_at_checked(length).unwrap_or((tokens, &[]));
        tokens = rest;
        let span = Span::new(first.span().start, own.last().map_or(0, Token::end));
        while mentions.peek().is_some_and(|mention| mention.end <= span.start) {
            mentions.next();
        }
        let mention = mentions.peek().is_some_and(|mention| mention.overlaps(span));
        words.push(word(text, own, span, mention, quoted, language));
    }
    words
}

/// One word, made of these tokens.
fn word(text: &str, tokens: &[Token], span: Span, mention: bool, quoted: &mut bool, language: &Language) -> Word {
    let written = span.of(text);
    let first = written.chars().next().unwrap_or(' ');
    let kind = kind(written, first, quoted);
    let mut word = Word {
        span,
        kind,
        classes: 0,
        forms: 0,
        capital: is_capital(first),
        plural: false,
        mention,
        quoted: *quoted && kind != WordKind::QuoteOpen || kind == WordKind::QuoteClose,
    };
    if matches!(kind, WordKind::Word | WordKind::Clitic) {
        let facts = facts(text, tokens, written, language);
        word.plural = language.is_plural(written, facts);
        if !mention {
            (word.classes, word.forms) = (facts.classes, facts.forms);
        }
    }
    word
}

fn facts(text: &str, tokens: &[Token], written: &str, language: &Language) -> Facts {
    // "state-owned" is an adjective.
    if find::has(written, '-') {
        return Facts::default();
    }
    let facts = match tokens {
        [one] if one.kind == TokenKind::Word => language.facts(text, one),
        _ => language.look_up(&lower(written)),
    };
    // "IS", "WHO", "US" are names.
    if written.len() > 1 && !written.bytes().any(|letter| letter.is_ascii_lowercase()) {
        return Facts { classes: facts.classes & class::ABBREVIATION, forms: 0 };
    }
    // "Novimed": a name that ends like a verb nobody listed.
    let name = written.starts_with(is_capital) && facts.classes == 0;
    Facts { forms: if name { 0 } else { facts.forms }, ..facts }
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

/// How many tokens the word or sign has that these begin with. Full stops inside ("U.S.", "1.5"), hyphens and apostrophes belong to a word;
/// "'s" and "n't" stand for themselves.
fn length(tokens: &[Token], text: &str) -> usize {
    let at = |place: usize| tokens.get(place).map_or("", |token| token.span().of(text));
    // What follows without a space.
    let glued = |place: usize| tokens.get(place).is_some_and(|token| !token.has(Token::SPACE)).then(|| at(place));
    let is_word = |written: &&str| written.starts_with(is_letter_or_digit);
    let first = at(0);
    let mut length = 1;
    if find::begins_in(first, "'’`") {
        if !find::begins_in(first, "’") && glued(1) == Some(first) && first.len() == 1 {
            return 2;
        }
        // "'90s", and "'s" where the language does not list it.
        while first.len() <= '’'.len_utf8() && glued(length).filter(is_word).is_some() {
            length += 1;
        }
        return length;
    }
    if !first.starts_with(is_letter_or_digit) || is_not(first) {
        return length;
    }
    let start = tokens.first().map_or(0, |token| token.span().start);
    while let Some(next) = glued(length) {
        let so_far = Span::new(start, tokens.get(length - 1).map_or(0, Token::end)).of(text);
        let behind = glued(length + 1).filter(is_word);
        let digits = |behind: &str| find::begins_in(behind, "0123456789") && find::ends_in(so_far, "0123456789");
        length += match next {
            _ if is_not(next) => break,
            _ if is_word(&next) => 1,
            "." if behind.is_some() => 2,
            "." if find::has(so_far, '.')
                && so_far.len() < LONGEST_ABBREVIATION
                && !find::begins_in(so_far, "0123456789") =>
            {
                1
            }
            "'" | "’" if behind.is_some_and(|behind| !CLITICS.contains(&behind)) => 2,
            "-" | "&" | "/" if behind.is_some() => 2,
            "," if behind.is_some_and(digits) => 2,
            _ => break,
        };
    }
    length
}

/// An abbreviation with points inside, "Ph.D.", has its last one too when it is shorter than this, in bytes.
const LONGEST_ABBREVIATION: usize = 8;

/// Endings that are words of their own behind an apostrophe.
const CLITICS: [&str; 7] = ["s", "S", "ve", "ll", "re", "d", "m"];

/// "n't"
fn is_not(written: &str) -> bool {
    matches!(written, "n't" | "n’t")
}
