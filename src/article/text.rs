//! Reading plain text: clean, hard-wrapped, or pasted from a page with all that stood around the article.
//!
//! In: any text. Out: headline, date line and blocks; page furniture (menus, credits, share buttons, sign-offs) stays out, by rules that
//! are true of pages in general. A text without furniture loses nothing. It must never learn what an event is.
//!
//! ```text
//! lines -> passages -> furniture -> head (menu, kicker, headline, date line, byline) -> captions -> body -> blocks
//! ```

mod body;
mod captions;
mod date_line;
mod dates;
mod furniture;
mod head;
mod headline;
mod passages;
mod shape;

use super::{Article, Block, BlockKind, Given};
use crate::base::list::List;
use crate::language::Languages;
use passages::{Passage, Role};

pub(super) use furniture::is_furniture;
pub use passages::fold;

/// The article that a text holds. Reading never fails: what is not understood is a paragraph.
///
/// ```
/// use article_timeline::article::{BlockKind, Given, text};
/// use article_timeline::language::Languages;
/// let pasted = "Bridge opens\n\nThe new bridge was opened to traffic.\n\nPhoto: City council\n";
/// let article = text::read(pasted, &Given::default(), &Languages::english());
/// assert_eq!(article.headline.as_deref(), Some("Bridge opens"));
/// assert_eq!(article.blocks.len(), 1);
/// assert_eq!(article.blocks[0].kind, BlockKind::Paragraph);
/// ```
pub fn read(text: &str, given: &Given, languages: &Languages) -> Article {
    let mut article = Article::new(given);
    read_into(&mut article, text, languages);
    article.warn(languages);
    article
}

/// Fills in what is still unknown of `article`: its blocks, and headline and dates unless they are there.
pub(super) fn read_into(article: &mut Article, text: &str, languages: &Languages) {
    let language = languages.of(article.language.as_deref());
    let mut passages = passages::split(text);
    furniture::mark(&mut passages);
    furniture::mark_sign_off(&mut passages);
    head::mark(&mut passages, article, language);
    furniture::mark_buttons(&mut passages);
    captions::mark(&mut passages);
    body::mark(&mut passages, languages.get("en"));
    article.blocks = passages.into_iter().filter_map(into_block).list();
    if let Some(language) = language {
        date_line::from_first_paragraph(article, language);
    }
}

fn into_block(passage: Passage) -> Option<Block> {
    let kind = match passage.role {
        Role::Block(kind) => kind,
        Role::Open => BlockKind::Paragraph,
        Role::Headline | Role::Furniture => return None,
    };
    let text = match passage.keep {
        None => passage.text,
        Some(span) => span.of(&passage.text).to_string(),
    };
    (!text.is_empty()).then_some(Block { kind, text, source: Some(passage.source), ..Block::default() })
}
