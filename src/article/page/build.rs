//! Making a page from what a walk over a document meets.
//!
//! In: elements as they open and close, their attributes, and texts. Out: a [`Page`] that is never larger than what is read in bounded time.
//! It must never learn what the names mean.

use super::tag::{Name, Tag};
use super::{Attribute, NOTHING, Node, Page};
use crate::base::span::Span;

/// What is read of a page; the rest is left out and [`Page::cut`] says so.
pub struct Limits;

impl Limits {
    /// Elements and texts.
    pub const NODES: usize = 200_000;
    /// Elements in elements. Deeper ones are read as if they stood at this depth.
    pub const DEPTH: usize = 400;
    /// Bytes of text, and of attributes.
    pub const TEXT: usize = 4_000_000;
}

/// Takes a document in document order.
///
/// ```
/// use article_timeline::article::page::{build::Builder, tag::{Name, Tag}};
/// let mut builder = Builder::default();
/// builder.open(Tag::P);
/// builder.attribute(Name::Class, "lead");
/// builder.text("It rained.");
/// builder.close();
/// let page = builder.finish();
/// assert_eq!(page.nodes.len(), 3); // the document, the paragraph, its text
/// assert_eq!(page.text, "It rained.");
/// ```
pub struct Builder {
    page: Page,
    open: Vec<usize>,
    /// Elements that were opened when nothing more was taken.
    beyond: usize,
}

impl Default for Builder {
    fn default() -> Builder {
        let page = Page { nodes: vec![Node { tag: Tag::Html, ..NOTHING }], ..Page::default() };
        Builder { page, open: vec![0], beyond: 0 }
    }
}

impl Builder {
    /// Number of nodes so far.
    pub(super) fn len(&self) -> usize {
        self.page.nodes.len()
    }

    /// An element begins.
    pub fn open(&mut self, tag: Tag) {
        if self.open.len() >= Limits::DEPTH || !self.add(tag) {
            self.page.cut = true;
            self.beyond += 1;
            return;
        }
        self.open.push(self.page.nodes.len() - 1);
    }

    /// An attribute of the element that was opened last, before anything stands in it.
    pub fn attribute(&mut self, name: Name, value: &str) {
        let end = self.page.attributes.len();
        let Some(node) = self.page.nodes.last_mut().filter(|_| self.beyond == 0) else { return };
        let value = shortened(value, name.longest());
        if self.page.values.len() + value.len() > Limits::TEXT {
            self.page.cut = true;
            return;
        }
        let start = self.page.values.len();
        self.page.values.push_str(value);
        self.page.attributes.push(Attribute { name, value: Span::new(start, start + value.len()) });
        node.attributes.end = end + 1;
    }

    /// The element that was opened last is not shown.
    pub fn hide(&mut self) {
        if let Some(node) = self.page.nodes.last_mut().filter(|_| self.beyond == 0) {
            node.hidden = true;
        }
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.page.text.len() + text.len() > Limits::TEXT || !self.add(Tag::Text) {
            self.page.cut = true;
            return;
        }
        self.page.text.push_str(text);
        let (end, length) = (self.page.nodes.len(), self.page.text.len());
        if let Some(node) = self.page.nodes.last_mut() {
            (node.end, node.text.end) = (end, length);
        }
    }

    /// The innermost open element ends.
    pub fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if self.open.len() > 1 {
            self.end();
        }
    }

    /// The page, with all that is still open closed.
    pub fn finish(mut self) -> Page {
        while !self.open.is_empty() {
            self.end();
        }
        self.page
    }

    fn end(&mut self) {
        let (end, length) = (self.page.nodes.len(), self.page.text.len());
        if let Some(node) = self.open.pop().and_then(|index| self.page.nodes.get_mut(index)) {
            (node.end, node.text.end) = (end, length);
        }
    }

    fn add(&mut self, tag: Tag) -> bool {
        let index = self.page.nodes.len();
        if index >= Limits::NODES {
            return false;
        }
        let (text, attributes) = (self.page.text.len(), self.page.attributes.len());
        self.page.nodes.push(Node {
            tag,
            hidden: false,
            parent: self.open.last().copied().unwrap_or(0),
            end: index + 1,
            text: Span::new(text, text),
            attributes: Span::new(attributes, attributes),
        });
        true
    }
}

/// The text, cut at a character.
fn shortened(text: &str, longest: usize) -> &str {
    let end = (0..=longest.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_too_deep_is_read_where_the_depth_ends() {
        let mut builder = Builder::default();
        (0..10_000).for_each(|_| builder.open(Tag::Div));
        builder.text("deep");
        (0..10_000).for_each(|_| builder.close());
        builder.text("after");
        let page = builder.finish();
        assert!(page.cut && page.nodes.len() == Limits::DEPTH + 2);
        assert_eq!(page.text, "deepafter");
        assert_eq!(page.node(0).text.of(&page.text), "deepafter");
        assert_eq!(page.node(page.nodes.len() - 1).parent, 0);
    }

    #[test]
    fn too_many_nodes_and_too_much_text_are_left_out() {
        let mut builder = Builder::default();
        for _ in 0..Limits::NODES {
            builder.open(Tag::P);
            builder.close();
        }
        builder.text(&"long ".repeat(Limits::TEXT));
        let page = builder.finish();
        assert!(page.cut && page.nodes.len() == Limits::NODES && page.text.is_empty());
    }

    #[test]
    fn a_long_value_is_cut_at_a_character() {
        let mut builder = Builder::default();
        builder.open(Tag::P);
        builder.attribute(Name::Class, &"é".repeat(400));
        builder.attribute(Name::Id, "b");
        let page = builder.finish();
        assert_eq!(page.value(1, Name::Class).map(str::len), Some(400));
        assert_eq!(page.value(1, Name::Id), Some("b"));
    }
}
