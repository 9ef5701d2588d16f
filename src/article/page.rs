//! A page: what a browser or an HTML parser knows of a document, flattened.
//!
//! In: elements, attributes and texts in document order, told to a [`Builder`](build::Builder). Out: one list of nodes over one text, and
//! [`read`], which finds the article in it. Nothing but numbers besides two texts, so that `page.js` can hand over the same from the live
//! document. It must never learn who parsed the page.
//!
//! ```text
//! nodes -> sizes -> lines -> body (where the article stands) -> blocks      JSON-LD, meta, <time>, address -> witnesses -> published
//! ```

mod blocks;
mod body;
pub mod build;
mod headline;
mod hints;
mod last_resort;
mod lines;
mod meta;
pub(super) mod posts;
mod read;
mod several;
mod shown;
mod sizes;
pub mod tag;
pub mod walked;
mod witnesses;

use crate::base::list::List;
use crate::base::span::Span;
pub use blocks::fragment;
pub use read::{Reading, read, read_walked};
use tag::{Name, Tag};

/// A document, flattened. Node 0 is the document itself; every other node's parent stands before it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Page {
    /// The texts of all text nodes, one behind the other, as they are written.
    pub text: String,
    /// The values of all attributes, one behind the other.
    pub values: String,
    /// Elements and texts in document order.
    pub nodes: Vec<Node>,
    /// Attributes in the order of their nodes.
    pub attributes: Vec<Attribute>,
    /// The page was larger or deeper than what is read; the rest is missing.
    pub cut: bool,
}

/// An element or a text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Node {
    /// Its name; [`Tag::Text`] for a text.
    pub tag: Tag,
    /// Not shown: by the `hidden` attribute, by its own style, or because the browser says so.
    pub hidden: bool,
    /// The element it stands in; 0 for the document itself.
    pub parent: usize,
    /// One past its last descendant.
    pub end: usize,
    /// Its text with that of all descendants, in bytes of [`Page::text`].
    pub text: Span,
    /// Its attributes in [`Page::attributes`].
    pub attributes: Span,
}

/// One attribute of an element.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: Name,
    /// Its value, in bytes of [`Page::values`].
    pub value: Span,
}

impl Page {
    /// The node at a place; an empty one where there is none.
    pub(crate) fn node(&self, index: usize) -> Node {
        self.nodes.get(index).copied().unwrap_or(NOTHING)
    }

    /// The value of an attribute, trimmed.
    pub(crate) fn value(&self, index: usize, name: Name) -> Option<&str> {
        let Span { start, end } = self.node(index).attributes;
        let mut own = self.attributes.get(start..end)?.iter();
        own.find(|attribute| attribute.name == name).map(|attribute| attribute.value.of(&self.values).trim())
    }

    /// The text of a node and all that stands in it, shown or not, white space folded.
    pub(crate) fn text_of(&self, index: usize) -> String {
        super::text::fold(self.node(index).text.of(&self.text))
    }

    /// Places of the elements with this name, in document order.
    pub(crate) fn all(&self, tag: Tag) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&index| self.node(index).tag == tag).list()
    }

    /// The elements around a node, from the innermost to the document.
    pub(crate) fn around(&self, index: usize) -> impl Iterator<Item = usize> {
        let up = |&inner: &usize| if inner == 0 { None } else { Some(self.node(inner).parent) };
        core::iter::successors(Some(index), up).skip(1)
    }

    /// Whether `inner` is `outer` or stands in it.
    pub(crate) fn holds(&self, outer: usize, inner: usize) -> bool {
        outer <= inner && inner < self.node(outer).end
    }
}

const NOTHING: Node = Node {
    tag: Tag::Other,
    hidden: false,
    parent: 0,
    end: 0,
    text: Span { start: 0, end: 0 },
    attributes: Span { start: 0, end: 0 },
};
