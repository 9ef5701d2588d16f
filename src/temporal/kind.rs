//! Kinds of text: what bare dates and relative words are counted from depends on what is told.
//!
//! In: what a caller says, or a text. Out: a [`TextKind`]. It must never learn how a date is worded, nor judge by length.

use crate::base::find;
use crate::language::{Language, Token, TokenKind, class, split};

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

    /// One bit for each kind.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The kind of a text of which nobody has said it: a message is one paragraph that speaks to somebody or of its writer, outside quotation
/// marks, or that does not end as sentences do. Anything else is news.
pub(super) fn recognised(text: &str, tokens: &[Token], language: &Language) -> TextKind {
    if tokens.iter().skip(1).any(|token| token.has(Token::PARAGRAPH)) {
        return TextKind::News;
    }
    let mut quoted = false;
    for (place, token) in tokens.iter().enumerate() {
        let next = tokens.get(place + 1);
        let double = next.is_some_and(|next| !next.has(Token::SPACE) && next.number == token.number);
        match u8::try_from(token.number).unwrap_or(0) {
            b'"' if token.kind == TokenKind::Sign => {
                quoted = match token.span().of(text) {
                    "“" | "«" | "„" => true,
                    "”" | "»" => false,
                    _ => !quoted,
                }
            }
            b'\'' if token.kind == TokenKind::Sign && double => quoted = token.span().of(text) == "`",
            _ if quoted => {}
            _ if speaks(token, next, text, language) => return TextKind::Message,
            _ => {}
        }
    }
    if split::ends_sentence(text.trim_end()) { TextKind::News } else { TextKind::Message }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Languages, lexer};

    #[test]
    fn a_message_shows_by_its_words() {
        let languages = Languages::english();
        let english = languages.get("en").unwrap();
        let long = "The council met in the hall and spoke of roads. ".repeat(20);
        for (text, kind) in [
            ("Good night all, see you on Friday.", TextKind::Message),
            ("Long day #tired", TextKind::Message),
            ("So proud of this team!", TextKind::Message),
            ("Late night event in the old harbour", TextKind::Message),
            ("The town closed the bridge one year ago.", TextKind::News),
            ("\"I closed it,\" the mayor said on Friday.", TextKind::News),
            ("\u{201c}We closed it,\u{201d} the mayor said.", TextKind::News),
            ("``We closed it,'' the mayor said.", TextKind::News),
            ("The US closed it.", TextKind::News),
            ("Bridge closed\n\nWe closed it.", TextKind::News),
            ("We closed it.\n\nThe bridge", TextKind::News),
            (long.as_str(), TextKind::News),
        ] {
            assert_eq!(recognised(text, &lexer::lex(text, english), english), kind, "{text}");
        }
    }
}
