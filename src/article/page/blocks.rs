//! The article's blocks: which lines of its element are its text, and as what.
//!
//! In: the lines of the article's element and those between headline and it. Out: [`Block`]s in reading order. It must never learn where
//! the dates are.

use super::Page;
use super::body::Zones;
use super::hints::Hint;
use super::lines::{self, Line};
use super::sizes::Sizes;
use super::tag::Tag;
use crate::article::text::is_furniture;
use crate::article::{Block, BlockKind};
use crate::base::list::List;

/// What the blocks are made from.
pub(super) struct Ground<'a> {
    pub(super) page: &'a Page,
    pub(super) sizes: &'a Sizes,
    pub(super) lines: &'a [Line],
    pub(super) zones: &'a Zones,
    /// The article's element.
    pub(super) body: usize,
    /// The headline's element, if it stands on the page.
    pub(super) headline: Option<usize>,
}

/// The article's blocks. `headline` is no block.
pub(super) fn blocks(ground: &Ground, headline: Option<&str>) -> Vec<Block> {
    let Ground { page, lines, body, .. } = ground;
    let mut blocks = Vec::new();
    // What stands between the headline and the text is its lead, if it is prose.
    if let Some(above) = ground.headline.filter(|above| *above < *body && !page.holds(*body, *above)) {
        let lead = lines::between(lines, page.node(above).end, *body);
        for line in lead.iter().filter(|line| is_lead(ground, line)) {
            blocks.push(block(ground, line));
        }
    }
    let from = ground.headline.filter(|above| page.holds(*body, *above)).map_or(*body, |above| page.node(above).end);
    let mut inside = lines::inside(lines, page, *body).iter().filter(|line| line.first >= from).copied().list();
    while inside.last().is_some_and(|line| !is_end(ground, line)) {
        inside.pop();
    }
    for line in &inside {
        if is_text(ground, line) {
            blocks.push(block(ground, line));
        }
    }
    let known = headline.unwrap_or("");
    blocks.retain(|block| !block.text.is_empty() && block.text != known);
    blocks
}

/// The last line of an article is prose, or an item of its own list.
fn is_end(ground: &Ground, line: &Line) -> bool {
    is_text(ground, line) && (line.is_prose() || kind_of(ground, line) == BlockKind::ListItem || line.ends)
}

fn is_lead(ground: &Ground, line: &Line) -> bool {
    let named = ground.zones.of(line.first) == Hint::Lead && line.letters > 30;
    (line.is_prose() || named) && is_text(ground, line)
}

fn is_text(ground: &Ground, line: &Line) -> bool {
    match ground.zones.of(line.first) {
        Hint::Furniture | Hint::Comments | Hint::Byline | Hint::Caption => return false,
        _ => {}
    }
    if line.linked * 2 > line.letters {
        return false;
    }
    let kind = kind_of(ground, line);
    if kind == BlockKind::Caption {
        return false;
    }
    let tag = ground.page.node(line.block).tag;
    let short = !line.is_prose() && line.letters < 25 && !line.ends;
    if short && !matches!(tag, Tag::P | Tag::Li | Tag::Dt | Tag::Dd) && tag.heading().is_none() {
        return false;
    }
    line.letters > 200 || !is_furniture(&lines::text_of(ground.page, ground.sizes, line))
}

fn block(ground: &Ground, line: &Line) -> Block {
    let text = lines::text_of(ground.page, ground.sizes, line);
    Block { kind: kind_of(ground, line), text, source: None }
}

/// What a line is, by the elements around it up to the article's own.
fn kind_of(ground: &Ground, line: &Line) -> BlockKind {
    let page = ground.page;
    let inner = |index: &usize| !page.holds(*index, ground.body) || *index == line.block;
    for index in core::iter::once(line.block).chain(page.around(line.block)).take_while(inner) {
        let tag = page.node(index).tag;
        match tag {
            Tag::Li | Tag::Dd | Tag::Dt => return BlockKind::ListItem,
            Tag::Blockquote => return BlockKind::Quote,
            Tag::Figcaption | Tag::Figure | Tag::Caption => return BlockKind::Caption,
            _ if tag.heading().is_some() => return BlockKind::Heading,
            _ => {}
        }
    }
    BlockKind::Paragraph
}
