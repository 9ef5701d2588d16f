//! Kinds of text: what bare dates and relative words are counted from depends on what is told.
//!
//! In: what a caller says, or a text. Out: a [`TextKind`]. It must never learn how a date is worded, nor judge by length.

use crate::base::find;
use crate::language::{Language, Token, TokenKind, class, lexer, split};

/// What kind of text time is spoken of in. A caller says it; of news the text's own dates may still make a narrative.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TextKind {
    /// Anchored at publication.
    #[default]
    News,
    /// A post, a mail: bare words ("night", "day") speak of the time of writing.
    Message,
    /// History: years come from the text before.
    Narrative,
}

impl TextKind {
    /// By its name on the command line and in JavaScript.
    ///
    /// ```
    /// use article_timeline::temporal::TextKind;
    /// assert_eq!(TextKind::named("message"), Some(TextKind::Message));
    /// assert_eq!(TextKind::named("poem"), None);
    /// ```
    pub fn named(name: &str) -> Option<TextKind> {
        match name {
            "news" => Some(TextKind::News),
            "message" => Some(TextKind::Message),
            "narrative" => Some(TextKind::Narrative),
            _ => None,
        }
    }

    /// The kind of a text of which nobody has said it: a message is one paragraph that speaks to somebody or of its writer, outside
    /// quotation marks, or whose last sentence has no end. Anything else is news.
    ///
    /// ```
    /// use article_timeline::language::Languages;
    /// use article_timeline::temporal::TextKind;
    /// let languages = Languages::english();
    /// let kind = |text| TextKind::recognised(text, languages.get("en").unwrap());
    /// assert_eq!(kind("Good night all! See you on Friday"), TextKind::Message);
    /// assert_eq!(kind("The town closed the bridge one year ago."), TextKind::News);
    /// assert_eq!(kind("\"I closed it,\" the mayor said on Friday."), TextKind::News);
    /// ```
    pub fn recognised(text: &str, language: &Language) -> TextKind {
        let text = text.trim();
        if text.lines().any(|line| line.trim().is_empty()) {
            return TextKind::News;
        }
        let tokens = lexer::lex(text, language);
        let mut quoted = false;
        for (place, token) in tokens.iter().enumerate() {
            let double =
                tokens.get(place + 1).is_some_and(|next| !next.has(Token::SPACE) && next.number == token.number);
            match token.span().of(text).chars().next().unwrap_or(' ') {
                '"' => quoted = !quoted,
                '“' | '«' | '„' => quoted = true,
                '”' | '»' => quoted = false,
                '`' if double => quoted = true,
                '\'' if double => quoted = false,
                _ if quoted => {}
                _ if speaks(token, tokens.get(place + 1), text, language) => return TextKind::Message,
                _ => {}
            }
        }
        let last = split::sentences(text, &[], language).pop();
        let told = last.is_some_and(|last| split::ends_sentence(last.of(text)));
        if told { TextKind::News } else { TextKind::Message }
    }

    /// One bit for each kind.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Whether a token is said to somebody: `@name`, `#tag`, a web address, an exclamation, "you", "I".
fn speaks(token: &Token, next: Option<&Token>, text: &str, language: &Language) -> bool {
    let written = token.span().of(text);
    match token.kind {
        TokenKind::Word => {
            // "US" is no "us"; and only listed words speak.
            token.word != 0
                && !token.has(Token::UPPER)
                && language.facts(text, token).classes & (class::FIRST_PERSON | class::MESSAGE) != 0
        }
        TokenKind::Other => find::begins_in(written, "@w") || find::first(written, "://").is_some(),
        TokenKind::Sign => {
            let glued = next.is_some_and(|next| next.kind == TokenKind::Word && !next.has(Token::SPACE));
            written == "!" || written == "#" && glued
        }
        _ => false,
    }
}
