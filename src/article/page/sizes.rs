//! How much text stands where.
//!
//! In: a page. Out: for each node whether it is shown, and how many letters stand in it and in its links. It must never learn what is good text.

use super::Page;
use super::tag::{Name, Tag};

/// Facts about each node, in the order of the nodes.
pub(super) struct Sizes {
    /// Whether a reader of the page sees it.
    pub(super) shown: Vec<bool>,
    /// Bytes of its text that are no white space.
    pub(super) letters: Vec<usize>,
    /// Those of them that stand in links to other places.
    pub(super) linked: Vec<usize>,
    /// The element whose line it stands in.
    pub(super) block: Vec<usize>,
}

impl Sizes {
    pub(super) fn new(page: &Page) -> Sizes {
        let count = page.nodes.len();
        let mut sizes =
            Sizes { shown: vec![true; count], letters: vec![0; count], linked: vec![0; count], block: vec![0; count] };
        for (index, node) in page.nodes.iter().enumerate() {
            if node.tag == Tag::Text {
                set(&mut sizes.letters, index, letters_in(node.text.of(&page.text)));
            }
        }
        let own = sizes.letters.clone();
        add_up(page, &mut sizes.letters);
        sizes.hide(page);
        let mut in_link = vec![false; count];
        for (index, node) in page.nodes.iter().enumerate() {
            let link = get(&in_link, node.parent) || (node.tag == Tag::A && leads_away(page, index));
            set(&mut in_link, index, link);
            let shown = get(&sizes.shown, index);
            let letters = if shown && node.tag == Tag::Text { get(&own, index) } else { 0 };
            set(&mut sizes.letters, index, letters);
            set(&mut sizes.linked, index, if link { letters } else { 0 });
            let block = if node.tag.is_inline() { get(&sizes.block, node.parent) } else { index };
            set(&mut sizes.block, index, block);
        }
        add_up(page, &mut sizes.letters);
        add_up(page, &mut sizes.linked);
        sizes
    }

    /// What is hidden hides all that stands in it, unless that is most of the page: then a script would have shown it.
    fn hide(&mut self, page: &Page) {
        let all = get(&self.letters, 0);
        for (index, node) in page.nodes.iter().enumerate() {
            let is_hidden = || node.hidden || page.value(index, Name::AriaHidden) == Some("true");
            let hidden =
                node.tag.is_silent() || (node.tag != Tag::Text && is_hidden() && get(&self.letters, index) * 3 < all);
            let shown = !hidden && get(&self.shown, node.parent);
            set(&mut self.shown, index, shown);
        }
    }

    pub(super) fn is_shown(&self, index: usize) -> bool {
        get(&self.shown, index)
    }

    pub(super) fn letters(&self, index: usize) -> usize {
        get(&self.letters, index)
    }

    pub(super) fn linked(&self, index: usize) -> usize {
        get(&self.linked, index)
    }

    pub(super) fn block(&self, index: usize) -> usize {
        get(&self.block, index)
    }
}

/// Bytes that are no white space. Most texts between elements are nothing but an indent.
fn letters_in(text: &str) -> usize {
    let text = text.trim_ascii();
    text.len() - text.bytes().map(|byte| usize::from(byte <= b' ')).sum::<usize>()
}

/// Adds each node's number to all that it stands in.
pub(super) fn add_up(page: &Page, numbers: &mut [usize]) {
    for (index, node) in page.nodes.iter().enumerate().skip(1).rev() {
        let own = get(numbers, index);
        add(numbers, node.parent, own);
    }
}

/// A link to a note on the same page is no link to something else.
fn leads_away(page: &Page, index: usize) -> bool {
    page.value(index, Name::Href).is_some_and(|address| !address.starts_with('#') && !address.is_empty())
}

pub(super) fn get<T: Copy + Default>(list: &[T], index: usize) -> T {
    list.get(index).copied().unwrap_or_default()
}

pub(super) fn add<T: core::ops::AddAssign>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot += value;
    }
}

pub(super) fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}
