//! The lexer's cursor: reads one token from where it stands and stops behind it.
//!
//! In: bytes and a [`Language`], which knows words by number. Out: tokens filled in. It never goes back, and no byte is an error.

use super::Language;
use super::sign::{SignClass, char_len, class_of, fold_high, high_sign};
use super::token::{Token, TokenKind};
use crate::base::hash;

pub(super) struct Cursor<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl Cursor<'_> {
    pub(super) fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn class(&self, ahead: usize) -> SignClass {
        self.peek(ahead).map_or(SignClass::Space, class_of)
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// Goes over white space and says what it was, as token flags.
    pub(super) fn skip_space(&mut self) -> u8 {
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

    pub(super) fn word(&mut self, token: &mut Token, language: &Language) {
        token.kind = TokenKind::Word;
        let start = self.at;
        let mut hash = hash::START;
        let mut capitals = 0;
        let mut letters = 0;
        if let Some(length) = self.not_ahead() {
            // "n't" of "don't"
            self.at += length;
            hash = "n't".bytes().fold(hash, hash::step);
            token.word = language.word_number(hash, b"n't");
            return;
        }
        while let Some(byte) = self.peek(0) {
            match byte {
                b'n' if letters > 0 && self.not_ahead().is_some() => break,
                b'a'..=b'z' => hash = hash::step(hash, byte),
                b'A'..=b'Z' => {
                    capitals += 1;
                    hash = hash::step(hash, byte | 0x20);
                }
                0x80.. => {
                    if high_sign(self.rest()).is_some() {
                        break;
                    }
                    let len = char_len(byte).min(self.bytes.len() - self.at);
                    for (place, &part) in self.rest().iter().take(len).enumerate() {
                        hash = hash::step(hash, fold_high(byte, part, place));
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
            (token.kind, token.number) = (TokenKind::Sign, i32::from(b'_'));
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
        if token.word != 0 && self.peek(0) == Some(b'.') && language.takes_point(token.word) && self.goes_on() {
            self.at += 1;
        }
    }

    /// The length of "n't" when that is what stands here.
    fn not_ahead(&self) -> Option<usize> {
        // Hardly ever: an apostrophe behind the n.
        if !matches!(self.peek(1), Some(b'\'' | 0xE2)) || self.peek(0) != Some(b'n') {
            return None;
        }
        let rest = self.rest();
        let length = ["n't", "n’t"].into_iter().find(|not| rest.starts_with(not.as_bytes()))?.len();
        (self.class(length) != SignClass::Letter).then_some(length)
    }

    /// Whether a sentence goes on behind the point under the cursor, so that the point is an abbreviation's.
    fn goes_on(&self) -> bool {
        let behind = self.rest().iter().skip(1).find(|byte| class_of(**byte) != SignClass::Space);
        behind.is_some_and(|byte| {
            byte.is_ascii_digit() || byte.is_ascii_lowercase() || matches!(byte, b',' | b'-' | b'\'' | b')')
        })
    }

    /// `p.m.`, `U.S.`: from behind the first letter on, while letter and point alternate.
    fn acronym(&mut self, mut hash: u32) -> u32 {
        while self.peek(0) == Some(b'.')
            && self.class(1) == SignClass::Letter
            && matches!(self.class(2), SignClass::Sign | SignClass::Space | SignClass::Apostrophe)
        {
            hash = hash::step(hash::step(hash, b'.'), self.peek(1).unwrap_or(0) | 0x20);
            self.at += 2;
            if self.peek(0) != Some(b'.') {
                return hash;
            }
        }
        // The point behind the last letter belongs to it only when there was one before.
        if self.bytes.get(self.at.wrapping_sub(2)) == Some(&b'.') && self.peek(0) == Some(b'.') {
            self.at += 1;
            hash = hash::step(hash, b'.');
        }
        hash
    }

    /// A web address: to the next white space.
    fn address(&mut self, token: &mut Token) {
        token.kind = TokenKind::Other;
        while self.peek(0).is_some_and(|byte| class_of(byte) != SignClass::Space) {
            self.at += 1;
        }
    }

    /// `@name`.
    pub(super) fn name(&mut self, token: &mut Token) {
        token.kind = TokenKind::Other;
        self.at += 1;
        while matches!(self.class(0), SignClass::Letter | SignClass::Digit) {
            self.at += 1;
        }
    }

    /// `'s`, `'ll`, `n't` behind a word are words; anything else is a quote.
    pub(super) fn apostrophe(&mut self, token: &mut Token, language: &Language) {
        let len = if self.peek(0).is_some_and(|byte| byte >= 0x80) { 3 } else { 1 };
        self.at += len;
        token.number = i32::from(b'\'');
        if token.has(Token::SPACE | Token::PARAGRAPH) || self.class(0) != SignClass::Letter {
            return;
        }
        let mut hash = hash::step(hash::START, b'\'');
        let mut letters = 0;
        while letters < 4 && self.class(letters) == SignClass::Letter {
            hash = hash::step(hash, self.peek(letters).unwrap_or(0) | 0x20);
            letters += 1;
        }
        let mut clitic = [b'\'', 0, 0, 0, 0];
        for (place, slot) in clitic.iter_mut().skip(1).take(letters).enumerate() {
            *slot = self.peek(place).unwrap_or(0);
        }
        let word = language.word_number(hash, clitic.get(..=letters).unwrap_or(&[]));
        if word != 0 && self.class(letters) != SignClass::Letter {
            self.at += letters;
            token.kind = TokenKind::Word;
            token.word = word;
        }
    }

    pub(super) fn high(&mut self, token: &mut Token, language: &Language) {
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

    pub(super) fn number(&mut self, token: &mut Token) {
        let (mut value, mut length) = self.digits();
        token.kind = TokenKind::Number;
        while length <= 3 && self.peek(0) == Some(b',') && self.digits_ahead(1) == 3 {
            self.at += 1;
            value = value.saturating_mul(1000).saturating_add(self.digits().0);
            token.kind = TokenKind::Number;
            length = 3;
            token.digits = 9;
        }
        let behind = self.digits_ahead(1);
        match self.peek(0) {
            Some(b':') if behind == 2 && length <= 2 && value < 100 => {
                self.at += 1;
                let minute = self.digits().0;
                token.kind = TokenKind::Clock;
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
                    token.kind = TokenKind::Decimal;
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
            token.kind = TokenKind::Other;
        }
    }

    fn dotted_again(&self, ahead: usize) -> bool {
        self.peek(ahead) == Some(b'.') && self.peek(ahead + 1).is_some_and(|byte| byte.is_ascii_digit())
    }
}
