//! Time in language: finds the words in a text that speak of time and works out which dates they mean.
//!
//! In: texts, a [`Language`] and the publication date. Out: [`Dated`] mentions, in text order.
//! It must never learn what an article, an event or a page is.
//!
//! ```text
//! lexer -> grammar -> meaning -> compose -> resolve
//! ```

pub mod dated;
pub mod language;

pub use dated::{Anchor, Dated, Modifier, Range, Signal};
pub use language::Language;

use crate::date::Moment;

/// What a text is read with.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language of the text.
    pub language: &'a Language,
    /// When the text was published; without it only what the text itself dates is dated.
    pub published: Option<Moment>,
}

/// The dated mentions of one text.
pub fn tag(text: &str, context: Context<'_>) -> Vec<Dated> {
    tag_all(&[text], context).pop().unwrap_or_default()
}

/// The dated mentions of each of several texts that follow one another, such as the blocks of an article:
/// what is said in one may be counted from what was said in those before. One list a text, in the same order.
pub fn tag_all(texts: &[&str], context: Context<'_>) -> Vec<Vec<Dated>> {
    let _ = context;
    texts.iter().map(|_| Vec::new()).collect()
}
