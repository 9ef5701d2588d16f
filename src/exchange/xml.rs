//! XML as a tree, for the formats that are written in it.
//!
//! In: XML text. Out: its elements, or where it is broken. Documents with a DTD are refused: no entity is ever expanded. It must never learn a format.

use crate::base::error::Error;
use roxmltree::{Document, Node};

/// Hands the root element to `read`.
///
/// # Errors
/// Broken XML with its place; what `read` finds wrong.
pub(crate) fn with_root<T>(text: &str, read: impl FnOnce(Node) -> Result<T, Error>) -> Result<T, Error> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let document = Document::parse(text).map_err(|error| format!("the XML is broken: {error}"))?;
    read(document.root_element())
}

/// The first child element of a name, prefixes aside.
pub(crate) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// All text inside an element.
pub(crate) fn text(node: Node) -> String {
    let words: String = node.descendants().filter(|inner| inner.is_text()).filter_map(|inner| inner.text()).collect();
    words.trim().to_owned()
}

/// The text of the first child that has any of these names.
pub(crate) fn child_text(node: Node, names: &[&str]) -> String {
    names.iter().filter_map(|name| child(node, name)).map(text).find(|text| !text.is_empty()).unwrap_or_default()
}
