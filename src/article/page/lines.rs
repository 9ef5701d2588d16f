//! The lines of a page, as its layout makes them: runs of text between the beginnings and ends of blocks and line breaks.
//!
//! In: a page and its sizes. Out: [`Line`]s in document order. `div` and `td` make lines as much as `p` does. It must never learn what is good text.

use super::Page;
use super::sizes::Sizes;
use super::tag::Tag;
use crate::article::text::fold;
use crate::base::list::List;

/// A run of shown text in one block.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Line {
    /// Its first text node.
    pub(super) first: usize,
    /// Its last one.
    pub(super) last: usize,
    /// The block that it stands in.
    pub(super) block: usize,
    /// Bytes that are no white space.
    pub(super) letters: usize,
    /// Those of them in links.
    pub(super) linked: usize,
    /// Whether it ends as a sentence does.
    pub(super) ends: bool,
}

impl Line {
    /// More than a third of it is links, or all of a short one.
    pub(super) fn is_linked(&self) -> bool {
        self.linked * 3 > self.letters
    }

    /// Running text: long, or a whole sentence, and not made of links.
    pub(super) fn is_prose(&self) -> bool {
        !self.is_linked() && (self.letters >= 120 || (self.ends && self.letters >= 35))
    }
}

/// The lines of the page.
pub(super) fn lines(page: &Page, sizes: &Sizes) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut broken = true;
    for (index, node) in page.nodes.iter().enumerate() {
        if node.tag != Tag::Text {
            broken |= !node.tag.is_inline();
            continue;
        }
        let letters = sizes.letters(index);
        if letters == 0 {
            continue;
        }
        let block = sizes.block(index);
        let linked = sizes.linked(index);
        match lines.last_mut() {
            Some(line) if !broken && line.block == block => {
                line.last = index;
                line.letters += letters;
                line.linked += linked;
            }
            _ => lines.push(Line { first: index, last: index, block, letters, linked, ends: false }),
        }
        broken = false;
        if let Some(line) = lines.last_mut() {
            line.ends = ends_sentence(node.text.of(&page.text));
        }
    }
    lines
}

/// The text of a line, folded, without what is hidden in it.
pub(super) fn text_of(page: &Page, sizes: &Sizes, line: &Line) -> String {
    let mut text = String::new();
    for index in texts_of(page, sizes, line) {
        text.push_str(page.node(index).text.of(&page.text));
    }
    fold(&text)
}

/// The text nodes of a line, without what is hidden in it.
pub(super) fn texts_of(page: &Page, sizes: &Sizes, line: &Line) -> Vec<usize> {
    (line.first..=line.last).filter(|&index| page.node(index).tag == Tag::Text && sizes.is_shown(index)).list()
}

fn ends_sentence(text: &str) -> bool {
    let closers = "\"')]»”’“›\u{a0} \n\t\r";
    let end = crate::base::find::trim_end(text, closers);
    crate::base::find::ends_in(end, ".!?…。！？؟।")
}

/// The lines that stand in a node.
pub(super) fn inside<'a>(lines: &'a [Line], page: &Page, node: usize) -> &'a [Line] {
    let end = page.node(node).end;
    let from = lines.partition_point(|line| line.first < node);
    let to = lines.partition_point(|line| line.first < end);
    lines.get(from..to).unwrap_or_default()
}

/// Places of the lines between two nodes.
pub(super) fn between(lines: &[Line], from: usize, to: usize) -> Vec<Line> {
    lines.iter().filter(|line| line.first >= from && line.first < to).copied().list()
}
