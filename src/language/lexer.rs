//! Text to tokens: words, numbers and signs with their places, in one pass and with no allocation per token.
//!
//! In: a text and a [`Language`], which knows words by number. Out: [`Token`]s in text order that never overlap.
//! It must never learn what a date is, and no text is an error: what is unclear is a sign of its own.

use super::Language;
use super::cursor::Cursor;
use super::sign::{SignClass, class_of};
pub use super::token::{Token, TokenKind};

/// All tokens of a text. Texts beyond 4 GB are read up to there.
///
/// ```
/// use article_timeline::language::{Languages, lexer};
/// let languages = Languages::english();
/// let english = languages.get("en").unwrap();
/// let text = "At 5 p.m. Nov. 3,";
/// let words: Vec<&str> = lexer::lex(text, english).iter().map(|token| token.span().of(text)).collect();
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
            Token { start: first, len: 0, kind: TokenKind::Sign, flags, word: 0, digits: 0, number: i32::from(byte) };
        match class_of(byte) {
            SignClass::Digit => cursor.number(&mut token),
            SignClass::Letter => cursor.word(&mut token, language),
            SignClass::Apostrophe => cursor.apostrophe(&mut token, language),
            SignClass::At if flags & Token::SPACE != 0 || start == 0 => cursor.name(&mut token),
            SignClass::High => cursor.high(&mut token, language),
            _ => cursor.at += 1,
        }
        let mut from = start;
        // A word of more than 65,535 bytes is cut: it is no word, and a token's length has two bytes.
        while cursor.at - from > LONGEST {
            let mut end = from + LONGEST;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            tokens.push(Token { start: from as u32, len: (end - from) as u16, kind: TokenKind::Other, ..token });
            (from, token.flags, token.kind) = (end, 0, TokenKind::Other);
        }
        (token.start, token.len) = (from as u32, (cursor.at - from) as u16);
        tokens.push(token);
        flags = 0;
    }
}

/// Longest token in bytes.
const LONGEST: usize = u16::MAX as usize;
