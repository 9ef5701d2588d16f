//! The article's blocks: which lines of its element are its text, and as what.
//!
//! In: the lines of the article's element and those between headline and it. Out: [`Block`]s in reading order. It must never learn where
//! the dates are.

use super::Page;
use super::body::Zones;
use super::hints::Hint;
use super::lines::{self, Line};
use super::sizes::Sizes;
use super::tag::{Name, Tag};
use crate::article::published::forms::{Order, read};
use crate::article::text::{fold, is_furniture};
use crate::article::{Block, BlockKind};
use crate::base::date::Moment;
use crate::base::find;
use crate::base::list::List;
use crate::base::span::Span;

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
    /// The first running text under the headline.
    pub(super) first: usize,
    /// The site itself said that this is the article's element.
    pub(super) named: bool,
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        page: &'a Page,
        sizes: &'a Sizes,
        lines: &'a [Line],
        zones: &'a Zones,
        body: usize,
        headline: Option<usize>,
        named: bool,
    ) -> Ground<'a> {
        let inner = headline.filter(|headline| page.holds(body, *headline));
        let behind = inner.map_or(0, |headline| page.node(headline).end);
        let mut inside = lines::inside(lines, page, body).iter();
        let first = inside.find(|line| line.is_prose() && line.first >= behind).map_or(body, |line| line.first);
        Ground { page, sizes, lines, zones, body, headline, first, named }
    }
}

/// The article's blocks, each with the line that it is. `headline` is no block.
pub(super) fn blocks(ground: &Ground, headline: Option<&str>) -> Vec<(Block, Line)> {
    let Ground { page, lines, body, .. } = ground;
    let mut blocks = Vec::new();
    // What stands between the headline and the text is its lead, if it is prose.
    if let Some(above) = ground.headline.filter(|above| *above < *body && !page.holds(*body, *above)) {
        let lead = lines::between(lines, page.node(above).end, *body);
        for (place, line) in lead.iter().enumerate() {
            if is_lead(ground, line, place) {
                blocks.push((block(ground, line), *line));
            }
        }
    }
    let from = ground.headline.filter(|above| page.holds(*body, *above)).map_or(*body, |above| page.node(above).end);
    let mut inside = lines::inside(lines, page, *body).iter().filter(|line| line.first >= from).copied().list();
    while inside.last().is_some_and(|line| !is_end(ground, line)) {
        inside.pop();
    }
    let first = inside.iter().position(Line::is_prose).unwrap_or(0);
    for (place, line) in inside.iter().enumerate() {
        if is_text(ground, line) && !(place < first && is_date(ground, line)) {
            blocks.push((block(ground, line), *line));
        }
    }
    let known = headline.unwrap_or("");
    blocks.retain(|(block, _)| !block.text.is_empty() && block.text != known);
    blocks
}

/// The blocks of a page that is nothing but an article's text, as feeds carry it: every line that is shown, whatever it looks like.
pub fn fragment(page: &Page) -> Vec<Block> {
    let sizes = Sizes::new(page);
    let lines = lines::lines(page, &sizes);
    let zones = Zones::new(page, &[], &[]);
    let ground = Ground::new(page, &sizes, &lines, &zones, 0, None, true);
    let mut blocks = lines.iter().map(|line| block(&ground, line)).list();
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

/// The last line of an article is prose, or an item of its own list.
fn is_end(ground: &Ground, line: &Line) -> bool {
    let said = ground.named && ground.page.node(line.block).tag == Tag::P;
    is_text(ground, line) && (line.is_prose() || kind_of(ground, line) == BlockKind::ListItem || line.ends || said)
}

/// A line in front of the text that says when it was published.
fn is_date(ground: &Ground, line: &Line) -> bool {
    line.letters < 60 && read(&lines::text_of(ground.page, ground.sizes, line), Order::Unknown).is_some()
}

/// Running text, or one of the first lines under the headline that is long enough to be its second half.
fn is_lead(ground: &Ground, line: &Line, place: usize) -> bool {
    let tag = ground.page.node(line.block).tag;
    let deck = place < 3 && line.linked == 0 && (tag == Tag::P || matches!(tag.heading(), Some(2..=4)));
    let named = ground.zones.of(line.first) == Hint::Lead;
    (line.is_prose() || ((named || deck) && line.letters > 25 && !is_date(ground, line))) && is_text(ground, line)
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
    let dates = dates_in(ground, line, &text);
    Block { kind: kind_of(ground, line), text, dates, ..Block::default() }
}

/// Words of a line that have a date for machines: those of its `time` elements.
fn dates_in(ground: &Ground, line: &Line, text: &str) -> Vec<(Span, Moment)> {
    let page = ground.page;
    let mut dates = Vec::new();
    let mut from = 0;
    let times = (line.first..=line.last).filter(|&index| page.node(page.node(index).parent).tag == Tag::Time);
    for index in times.filter(|&index| page.node(index).tag == Tag::Text && ground.sizes.is_shown(index)) {
        let said = page.value(page.node(index).parent, Name::Datetime).and_then(|text| read(text, Order::Unknown));
        let words = fold(page.node(index).text.of(&page.text));
        let place = text.get(from..).and_then(|rest| find::first(rest, &words)).filter(|_| !words.is_empty());
        if let (Some(at), Some(place)) = (said, place) {
            let span = Span::new(from + place, from + place + words.len());
            from = span.end;
            dates.push((span, at));
        }
    }
    dates
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
