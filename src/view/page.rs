//! An article that stands in the page: read from its elements, and found in them again.
//!
//! In: an element. Out: an [`Article`], and for each of its blocks the element it came from. It must never change the page.

use crate::article::text::{self, fold};
use crate::article::{Article, Block, BlockKind, Given, Published, PublishedSource};
use crate::base::edtf;
use crate::base::list::List;
use crate::base::span::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, Range};

/// What is read, and as what.
const KINDS: [(&str, BlockKind); 11] = [
    ("P", BlockKind::Paragraph),
    ("H1", BlockKind::Heading),
    ("H2", BlockKind::Heading),
    ("H3", BlockKind::Heading),
    ("H4", BlockKind::Heading),
    ("H5", BlockKind::Heading),
    ("H6", BlockKind::Heading),
    ("LI", BlockKind::ListItem),
    ("BLOCKQUOTE", BlockKind::Quote),
    ("FIGCAPTION", BlockKind::Caption),
    ("DD", BlockKind::Paragraph),
];
const BLOCKS: &str = "p,h1,h2,h3,h4,h5,h6,li,blockquote,figcaption,dd";
/// What stands in an article and is none of it.
const FURNITURE: &str =
    "article-timeline,nav,aside,footer,form,dialog,template,script,style,noscript,[hidden],[aria-hidden=true]";

/// An article and where its blocks stand.
pub struct Reading {
    /// What was read.
    pub article: Article,
    /// One element for each block, in the same order.
    pub elements: Vec<Element>,
}

/// Reads the article in an element: its headline, publication date and blocks.
///
/// # Errors
/// Only when the browser refuses to look.
pub fn read(root: &Element, given: &Given) -> Result<Reading, JsValue> {
    let mut article = Article::new(given);
    let mut elements = Vec::new();
    let headline = headline(root)?;
    article.headline = headline.as_ref().and_then(text_of);
    let found = root.query_selector_all(BLOCKS)?;
    for index in 0..found.length() {
        let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        if Some(&element) == headline.as_ref() || !is_block(root, &element)? {
            continue;
        }
        let (Some(kind), Some(text)) = (kind_of(&element), text_of(&element)) else { continue };
        article.blocks.push(Block { kind, text, source: None, time: None });
        elements.push(element);
    }
    if article.published.is_none() {
        article.published = published(root, &article)?;
    }
    article.warn();
    Ok(Reading { article, elements })
}

/// The article's own h1, else the page's when it is the only one.
fn headline(root: &Element) -> Result<Option<Element>, JsValue> {
    if let Some(own) = root.query_selector("h1")? {
        return Ok(Some(own));
    }
    let Some(document) = root.owner_document() else { return Ok(None) };
    let all = document.query_selector_all("h1")?;
    Ok(all.item(0).filter(|_| all.length() == 1).and_then(|node| node.dyn_into().ok()))
}

/// Whether the element is a block of this article: not one of the page's own things, and not the wrapping of other blocks.
fn is_block(root: &Element, element: &Element) -> Result<bool, JsValue> {
    let furniture = element.closest(FURNITURE)?;
    let inside = furniture.is_none_or(|around| around.contains(Some(root)));
    Ok(inside && element.query_selector(BLOCKS)?.is_none())
}

fn kind_of(element: &Element) -> Option<BlockKind> {
    let tag = element.tag_name();
    let (_, kind) = KINDS.iter().find(|(known, _)| *known == tag)?;
    let in_quote = *kind == BlockKind::Paragraph && element.closest("blockquote").ok()?.is_some();
    Some(if in_quote { BlockKind::Quote } else { *kind })
}

fn text_of(element: &Element) -> Option<String> {
    Some(fold(&element.text_content()?)).filter(|text| !text.is_empty())
}

/// The first `<time datetime>`, else the text's own date line.
fn published(root: &Element, article: &Article) -> Result<Option<Published>, JsValue> {
    let times = root.query_selector_all("time[datetime]")?;
    for index in 0..times.length() {
        let Some(time) = times.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        if time.closest(FURNITURE)?.is_some_and(|around| !around.contains(Some(root))) {
            continue;
        }
        let at = time.get_attribute("datetime").and_then(|value| edtf::read_moment(value.trim()));
        if let Some(at) = at {
            return Ok(Some(Published { at, source: PublishedSource::Metadata }));
        }
    }
    let lines: Vec<&str> =
        article.headline.iter().chain(article.blocks.iter().map(|block| &block.text)).map(String::as_str).list();
    Ok(text::read(&lines.join("\n\n"), &Given::default()).published)
}

impl Reading {
    /// The stretch of the page that holds this part of a block; `None` when the page has changed since it was read.
    /// The span counts UTF-16 units of the block's text, in which white space is folded.
    pub fn range(&self, block: usize, span: Span) -> Option<Range> {
        let element = self.elements.get(block)?;
        let document = element.owner_document()?;
        let (start, end) = ends(&document, element, span)?;
        let range = document.create_range().ok()?;
        range.set_start(&start.0, start.1).ok()?;
        range.set_end(&end.0, end.1).ok()?;
        Some(range)
    }
}

/// A place in the page: a text node and UTF-16 units in it.
type Place = (Node, u32);

/// Walks the block's text nodes and counts as `fold` does: runs of white space are one unit, none at the start.
fn ends(document: &Document, element: &Element, span: Span) -> Option<(Place, Place)> {
    const SHOW_TEXT: u32 = 4;
    let walker = document.create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()?;
    let (mut count, mut after_space, mut start) = (0, true, None);
    while let Ok(Some(node)) = walker.next_node() {
        let mut place = 0;
        for character in node.node_value().unwrap_or_default().chars() {
            let units = character.len_utf16();
            let space = character.is_whitespace();
            if !(space && after_space) {
                if start.is_none() && count >= span.start {
                    start = Some((node.clone(), place));
                }
                count += units;
                if count >= span.end {
                    return Some((start?, (node, place + units as u32)));
                }
            }
            after_space = space;
            place += units as u32;
        }
    }
    None
}
