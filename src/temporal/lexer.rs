//! Text to tokens: words, numbers and signs with their places, in one pass and with no allocation per token.
//!
//! In: a text and a [`Language`], which knows words by number. Out: [`Token`]s in text order that never overlap.
//! It must never learn what a date is, and no text is an error: what is unclear is a sign of its own.

use super::language::Language;
use crate::span::Span;

/// A piece of text: sixteen bytes and `Copy`, so that a list of them is one allocation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Length in bytes.
    pub len: u16,
    /// What it is.
    pub kind: Kind,
    /// How it is written: [`Token::SPACE`] and the others, or-ed.
    pub flags: u8,
    /// The language's number for this word (`lower case`), 0 for a word the language file does not have.
    pub word: u16,
    /// How many digits a number is written with; the fraction's digits for a decimal number.
    pub digits: u8,
    /// The number; for `10:30` and `1.5` the part before the sign times 10,000 plus the part behind.
    pub number: i32,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Letters, an abbreviation with its points (`p.m.`, `Nov.`), a clitic (`'s`, `n't`).
    Word,
    /// Digits, maybe with thousands separators.
    Number,
    /// `1.5`.
    Decimal,
    /// `10:30`, maybe with seconds (which are in the span and otherwise dropped).
    Clock,
    /// One sign: `,` `.` `-`.
    Sign,
    /// A web address, an `@name`, a number too long to be one: nothing inside is time.
    Other,
}

impl Token {
    /// White space stands in front.
    pub const SPACE: u8 = 1;
    /// A blank line, or the start of the text, stands in front.
    pub const PARAGRAPH: u8 = 2;
    /// The first letter is a capital.
    pub const CAPITAL: u8 = 4;
    /// Two letters or more, all capitals.
    pub const UPPER: u8 = 8;
    /// A line break stands in front.
    pub const LINE: u8 = 16;

    /// Where it stands.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end())
    }

    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.start as usize + usize::from(self.len)
    }

    /// Whether a flag is set.
    pub fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Whether it is exactly this sign.
    pub fn is_sign(&self, sign: u8) -> bool {
        self.kind == Kind::Sign && self.number == i32::from(sign)
    }
}

/// All tokens of a text. Texts beyond 4 GB are read up to there.
///
/// ```
/// use article_timeline::temporal::{Language, lexer};
/// let english = Language::english();
/// let text = "At 5 p.m. Nov. 3,";
/// let words: Vec<&str> = lexer::lex(text, &english).iter().map(|token| token.span().of(text)).collect();
/// assert_eq!(words, ["At", "5", "p.m.", "Nov.", "3", ","]);
/// ```
pub fn lex(text: &str, language: &Language) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 4);
    lex_into(text, language, &mut tokens);
    tokens
}

/// The same into a list that is emptied first and keeps its memory.
pub fn lex_into(text: &str, language: &Language, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    let mut flags = Token::PARAGRAPH | Token::LINE;
    loop {
        flags |= cursor.skip_space();
        let start = cursor.at;
        let Some(byte) = cursor.peek(0) else { return };
        let Ok(first) = u32::try_from(start) else { return };
        let mut token =
            Token { start: first, len: 0, kind: Kind::Sign, flags, word: 0, digits: 0, number: i32::from(byte) };
        match class_of(byte) {
            Class::Digit => cursor.number(&mut token),
            Class::Letter => cursor.word(&mut token, language),
            Class::Apostrophe => cursor.apostrophe(&mut token, language),
            Class::At if flags & Token::SPACE != 0 || start == 0 => cursor.name(&mut token),
            Class::High => cursor.high(&mut token, language),
            _ => cursor.at += 1,
        }
        let mut from = start;
        // A word of more than 65,535 bytes is cut: it is no word, and a token's length has two bytes.
        while cursor.at - from > LONGEST {
            let mut end = from + LONGEST;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            tokens.push(Token { start: from as u32, len: (end - from) as u16, kind: Kind::Other, ..token });
            (from, token.flags, token.kind) = (end, 0, Kind::Other);
        }
        (token.start, token.len) = (from as u32, (cursor.at - from) as u16);
        tokens.push(token);
        flags = 0;
    }
}

/// Longest token in bytes.
const LONGEST: usize = u16::MAX as usize;

/// What a byte begins.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Digit,
    Apostrophe,
    At,
    High,
    Space,
    Sign,
}

fn class_of(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b'\'' | b'`' => Class::Apostrophe,
        b'@' => Class::At,
        0x80.. => Class::High,
        b' ' | b'\n' | b'\r' | b'\t' | 0x0b | 0x0c => Class::Space,
        _ => Class::Sign,
    }
}

/// Signs outside ASCII, by what they count as. `0` as a sign means white space.
fn high_sign(bytes: &[u8]) -> Option<(usize, u8)> {
    match *bytes {
        [0xC2, 0xA0, ..] => Some((2, 0)),
        [0xC2, 0xAD, ..] => Some((2, b'-')),
        [0xC2, 0xAB | 0xBB, ..] => Some((2, b'"')),
        [0xC2, other, ..] if other < 0xAA => Some((2, other)),
        [0xC3, 0x97 | 0xB7, ..] => Some((2, b'x')),
        [0xE2, 0x80, third, ..] => Some((
            3,
            match third {
                0x80..=0x8B | 0xA8 | 0xA9 | 0xAF => 0,
                0x90..=0x93 => b'-',
                0x94 | 0x95 => b'_',
                0x98..=0x9B => b'\'',
                0x9C..=0x9F => b'"',
                0xA6 => b'.',
                _ => b'*',
            },
        )),
        [0xE2, 0x88, 0x92, ..] => Some((3, b'-')),
        [0xE3, 0x80, 0x80, ..] => Some((3, 0)),
        [0xE2 | 0xE3, 0x80..=0x9F, _, ..] => Some((3, b'*')),
        [0xEF, 0xBB, 0xBF, ..] => Some((3, 0)),
        [0xF0, 0x9F, _, _, ..] => Some((4, b'*')),
        _ => None,
    }
}

/// Length of the character that begins with this byte.
fn char_len(byte: u8) -> usize {
    match byte {
        ..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// One step of the word hash: multiply and mix, good enough for a few thousand words (the reader compares words too).
pub(super) fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Where the word hash starts.
pub(super) const HASH_START: u32 = 0x811C_9DC5;

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn class(&self, ahead: usize) -> Class {
        self.peek(ahead).map_or(Class::Space, class_of)
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// Goes over white space and says what it was, as token flags.
    fn skip_space(&mut self) -> u8 {
        let mut flags = 0;
        let mut lines = 0;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\n' => lines += 1,
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {}
                0xC2 | 0xE2 | 0xE3 | 0xEF => match high_sign(self.rest()) {
                    Some((len, 0)) => self.at += len - 1,
                    _ => break,
                },
                _ => break,
            }
            flags = Token::SPACE;
            self.at += 1;
        }
        match lines {
            0 => flags,
            1 => flags | Token::LINE,
            _ => flags | Token::LINE | Token::PARAGRAPH,
        }
    }

    fn word(&mut self, token: &mut Token, language: &Language) {
        token.kind = Kind::Word;
        let start = self.at;
        let mut hash = HASH_START;
        let mut capitals = 0;
        let mut letters = 0;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'a'..=b'z' => hash = hash_step(hash, byte),
                b'A'..=b'Z' => {
                    capitals += 1;
                    hash = hash_step(hash, byte | 0x20);
                }
                0x80.. => {
                    if high_sign(self.rest()).is_some() {
                        break;
                    }
                    let len = char_len(byte).min(self.bytes.len() - self.at);
                    for (place, &part) in self.rest().iter().take(len).enumerate() {
                        hash = hash_step(hash, fold_high(byte, part, place));
                        capitals += i32::from(place == 1 && fold_high(byte, part, place) != part);
                    }
                    self.at += len - 1;
                }
                _ => break,
            }
            letters += 1;
            self.at += 1;
        }
        if letters == 0 {
            // An underscore on its own.
            self.at += 1;
            (token.kind, token.number) = (Kind::Sign, i32::from(b'_'));
            return;
        }
        if capitals > 0 && self.bytes.get(start).is_some_and(|&byte| byte.is_ascii_uppercase() || byte >= 0x80) {
            token.flags |= Token::CAPITAL;
            if capitals == letters && letters > 1 {
                token.flags |= Token::UPPER;
            }
        }
        if self.peek(0) == Some(b':') && self.rest().starts_with(b"://") {
            return self.address(token);
        }
        if self.peek(0) == Some(b'.') {
            if letters == 1 {
                hash = self.acronym(hash);
            } else if letters == 3
                && self.bytes.get(start..self.at).is_some_and(|word| word.eq_ignore_ascii_case(b"www"))
            {
                return self.address(token);
            }
        }
        token.word = language.word_number(hash, self.bytes.get(start..self.at).unwrap_or(&[]));
        if token.word != 0 && self.peek(0) == Some(b'.') && language.is_abbreviation(token.word) && self.goes_on() {
            self.at += 1;
        }
    }

    /// Whether a sentence goes on behind the point under the cursor, so that the point is an abbreviation's.
    fn goes_on(&self) -> bool {
        let behind = self.rest().iter().skip(1).find(|byte| class_of(**byte) != Class::Space);
        behind.is_some_and(|byte| {
            byte.is_ascii_digit() || byte.is_ascii_lowercase() || matches!(byte, b',' | b'-' | b'\'' | b')')
        })
    }

    /// `p.m.`, `U.S.`: from behind the first letter on, while letter and point alternate.
    fn acronym(&mut self, mut hash: u32) -> u32 {
        while self.peek(0) == Some(b'.')
            && self.class(1) == Class::Letter
            && matches!(self.class(2), Class::Sign | Class::Space | Class::Apostrophe)
        {
            hash = hash_step(hash_step(hash, b'.'), self.peek(1).unwrap_or(0) | 0x20);
            self.at += 2;
            if self.peek(0) != Some(b'.') {
                return hash;
            }
        }
        // The point behind the last letter belongs to it only when there was one before.
        if self.bytes.get(self.at.wrapping_sub(2)) == Some(&b'.') && self.peek(0) == Some(b'.') {
            self.at += 1;
            hash = hash_step(hash, b'.');
        }
        hash
    }

    /// A web address: to the next white space.
    fn address(&mut self, token: &mut Token) {
        token.kind = Kind::Other;
        while self.peek(0).is_some_and(|byte| class_of(byte) != Class::Space) {
            self.at += 1;
        }
    }

    /// `@name`.
    fn name(&mut self, token: &mut Token) {
        token.kind = Kind::Other;
        self.at += 1;
        while matches!(self.class(0), Class::Letter | Class::Digit) {
            self.at += 1;
        }
    }

    /// `'s`, `'ll`, `n't` behind a word are words; anything else is a quote.
    fn apostrophe(&mut self, token: &mut Token, language: &Language) {
        let len = if self.peek(0).is_some_and(|byte| byte >= 0x80) { 3 } else { 1 };
        self.at += len;
        token.number = i32::from(b'\'');
        if token.has(Token::SPACE | Token::PARAGRAPH) || self.class(0) != Class::Letter {
            return;
        }
        let mut hash = hash_step(HASH_START, b'\'');
        let mut letters = 0;
        while letters < 4 && self.class(letters) == Class::Letter {
            hash = hash_step(hash, self.peek(letters).unwrap_or(0) | 0x20);
            letters += 1;
        }
        let mut clitic = [b'\'', 0, 0, 0, 0];
        for (place, slot) in clitic.iter_mut().skip(1).take(letters).enumerate() {
            *slot = self.peek(place).unwrap_or(0);
        }
        let word = language.word_number(hash, clitic.get(..=letters).unwrap_or(&[]));
        if word != 0 && self.class(letters) != Class::Letter {
            self.at += letters;
            token.kind = Kind::Word;
            token.word = word;
        }
    }

    fn high(&mut self, token: &mut Token, language: &Language) {
        match high_sign(self.rest()) {
            Some((_, b'\'')) => self.apostrophe(token, language),
            Some((len, sign)) => {
                self.at += len;
                token.number = i32::from(sign);
            }
            None => self.word(token, language),
        }
    }

    fn digits(&mut self) -> (i64, usize) {
        let start = self.at;
        let mut value = 0_i64;
        while let Some(byte @ b'0'..=b'9') = self.peek(0) {
            value = value.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
            self.at += 1;
        }
        (value, self.at - start)
    }

    fn digits_ahead(&self, from: usize) -> usize {
        self.rest().iter().skip(from).take(5).take_while(|byte| byte.is_ascii_digit()).count()
    }

    fn number(&mut self, token: &mut Token) {
        let (mut value, mut length) = self.digits();
        token.kind = Kind::Number;
        while length <= 3 && self.peek(0) == Some(b',') && self.digits_ahead(1) == 3 {
            self.at += 1;
            value = value.saturating_mul(1000).saturating_add(self.digits().0);
            token.kind = Kind::Number;
            length = 3;
            token.digits = 9;
        }
        let behind = self.digits_ahead(1);
        match self.peek(0) {
            Some(b':') if behind == 2 && length <= 2 && value < 100 => {
                self.at += 1;
                let minute = self.digits().0;
                token.kind = Kind::Clock;
                value = value * 10_000 + minute;
                if self.peek(0) == Some(b':') && self.digits_ahead(1) == 2 {
                    self.at += 3;
                }
            }
            // Two points make a date (27.03.15) or a version, one a decimal.
            Some(b'.') if (1..=4).contains(&behind) && value < 100_000 && !self.dotted_again(1 + behind) => {
                let before = self.bytes.get(self.at.wrapping_sub(length + 1)).copied();
                if before != Some(b'.') {
                    self.at += 1;
                    let fraction = self.digits().0;
                    token.kind = Kind::Decimal;
                    token.digits = behind as u8;
                    value = value * 10_000 + fraction;
                    token.number = i32::try_from(value).unwrap_or(i32::MAX);
                    return;
                }
            }
            _ => {}
        }
        token.number = i32::try_from(value).unwrap_or(i32::MAX);
        if token.digits == 0 {
            token.digits = length.min(255) as u8;
        }
        if length > 9 {
            token.kind = Kind::Other;
        }
    }

    fn dotted_again(&self, ahead: usize) -> bool {
        self.peek(ahead) == Some(b'.') && self.peek(ahead + 1).is_some_and(|byte| byte.is_ascii_digit())
    }
}

/// Lower case for the capitals of Latin-1 (Ä, É, Ü), which are what the languages need so far.
fn fold_high(first: u8, byte: u8, place: usize) -> u8 {
    if first == 0xC3 && place == 1 && (0x80..=0x9E).contains(&byte) && byte != 0x97 { byte + 0x20 } else { byte }
}
