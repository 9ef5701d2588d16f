//! Tokens: words, numbers and signs with their places.
//!
//! In: what the lexer's cursor read. Out: where it stands, how it is written, its number. It must never learn what a date is.

use crate::base::span::Span;

/// A piece of text: sixteen bytes and `Copy`, so that a list of them is one allocation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Length in bytes.
    pub len: u16,
    /// What it is.
    pub kind: TokenKind,
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
pub enum TokenKind {
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
        self.kind == TokenKind::Sign && self.number == i32::from(sign)
    }
}
