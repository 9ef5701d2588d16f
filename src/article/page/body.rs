//! Where on the page the article's text stands.
//!
//! In: the page's lines, what its names hint at, and the text that its data quotes, if any. Out: the element that holds the article, and what of it is
//! something else. It must never learn what kind of block a line is.
//!
//! A line of prose counts for the elements around it, the less the farther out they are; a line of links counts against them. The element for
//! which most counts holds the article. So a wrapper wins over a part of the text as soon as it adds enough, and the whole page does not win
//! over the article because of the teasers beside it.

use super::Page;
use super::hints::{Hint, hint};
use super::lines::{self, Line};
use super::sizes::{Sizes, add, add_up, get, set};
use super::tag::{Name, Tag};
use super::witnesses::beginning;
use crate::base::list::List;

/// What each node is part of, in the order of the nodes.
pub(super) struct Zones {
    zones: Vec<Hint>,
    /// Letters of prose in each node.
    prose: Vec<usize>,
}

impl Zones {
    /// `roots` are the elements that the caller named: they are part of nothing else.
    pub(super) fn new(page: &Page, lines: &[Line], roots: &[usize]) -> Zones {
        let mut prose = vec![0; page.nodes.len()];
        for line in lines.iter().filter(|line| line.is_prose()) {
            add(&mut prose, line.block, line.letters);
        }
        add_up(page, &mut prose);
        let mut zones = Zones { zones: Vec::new(), prose };
        zones.fill(page, roots, true);
        let kept: usize =
            lines.iter().filter(|line| line.is_prose() && !zones.is_out(line.first)).map(|line| line.letters).sum();
        // There are builders that call every part of a page a widget.
        if kept < HARDLY_ANY {
            zones.fill(page, roots, false);
        }
        zones
    }

    /// What each node is part of. `boxes`: widgets are boxes beside the article, even those with running text.
    fn fill(&mut self, page: &Page, roots: &[usize], boxes: bool) {
        let all = self.prose(0);
        let headlines = page.all(Tag::H1);
        self.zones = Vec::with_capacity(page.nodes.len());
        for index in 0..page.nodes.len() {
            let around = self.of(page.node(index).parent);
            let inside = self.prose(index);
            let own = match around {
                _ if roots.contains(&index) => Hint::Body,
                Hint::Furniture | Hint::Comments | Hint::Byline => around,
                _ => match hint(page, index) {
                    Hint::Advertisement if inside > 0 => Hint::None,
                    Hint::Widget if inside > 0 && !boxes => Hint::None,
                    Hint::Advertisement | Hint::Widget => Hint::Furniture,
                    own => own,
                },
            };
            // Whatever an element is called, it is not dropped with the article in it.
            let holds_article = match own {
                _ if own == around => false,
                Hint::Comments => headlines.iter().any(|&headline| page.holds(index, headline)) || inside + 200 > all,
                Hint::Furniture | Hint::Byline | Hint::Caption => inside * 2 > all,
                _ => false,
            };
            self.zones.push(match own {
                Hint::None => around,
                _ if holds_article => around,
                own => own,
            });
        }
    }

    pub(super) fn of(&self, index: usize) -> Hint {
        get(&self.zones, index)
    }

    pub(super) fn prose(&self, index: usize) -> usize {
        get(&self.prose, index)
    }

    fn is_out(&self, index: usize) -> bool {
        matches!(self.of(index), Hint::Furniture | Hint::Comments | Hint::Byline | Hint::Caption)
    }
}

/// Letters of a page's text that are as good as none.
const HARDLY_ANY: usize = 120;

/// Lines of links and loose words weigh so much against an element, in letters.
const LINK: i64 = 40;
const LOOSE: i64 = 12;

/// The element in `within` that holds the article; `None` where there is no prose. `quoted` is the article's text as the page's data has it.
pub(super) fn find(
    page: &Page,
    sizes: &Sizes,
    lines: &[Line],
    zones: &Zones,
    quoted: Option<&str>,
    within: usize,
) -> Option<usize> {
    let lines = lines::inside(lines, page, within);
    let end = page.node(within).end;
    let mut scores = vec![0_i64; page.nodes.len()];
    for line in lines {
        let value = value(page, sizes, line, zones, quoted);
        add(&mut scores, line.block, value);
    }
    for (index, node) in page.nodes.iter().enumerate().skip(1).rev() {
        let own = get(&scores, index);
        let share = if node.tag.is_inline() { own } else { own * 4 / 5 };
        add(&mut scores, node.parent, share);
        set(&mut scores, index, own * weight(page, index, zones) / 100);
    }
    let mut best = (within, 0);
    for (index, &score) in scores.iter().enumerate().take(end).skip(within) {
        if score > best.1 && page.node(index).tag != Tag::Text {
            best = (index, score);
        }
    }
    let (mut best, score) = best;
    if score <= 0 {
        best = densest(page, lines, zones)?;
    }
    let named = (within..end).find(|&index| {
        page.value(index, Name::Itemprop) == Some("articleBody") && zones.prose(index) * 10 >= zones.prose(best) * 6
    });
    Some(named.unwrap_or_else(|| widened(page, lines, zones, best)).max(within))
}

/// The innermost element with most of the page's prose, where links outweigh all text.
fn densest(page: &Page, lines: &[Line], zones: &Zones) -> Option<usize> {
    let mut prose = vec![0; page.nodes.len()];
    for line in lines.iter().filter(|line| line.is_prose() && !zones.is_out(line.first)) {
        add(&mut prose, line.block, line.letters);
    }
    add_up(page, &mut prose);
    let all = get(&prose, 0);
    (0..page.nodes.len()).rev().find(|&index| all > 0 && get(&prose, index) * 10 >= all * 7)
}

fn value(page: &Page, sizes: &Sizes, line: &Line, zones: &Zones, quoted: Option<&str>) -> i64 {
    if zones.is_out(line.first) {
        return 0;
    }
    let letters = line.letters as i64;
    if line.is_prose() {
        let is_quoted = quoted.is_some_and(|quoted| {
            let text = lines::text_of(page, sizes, line);
            let start = text.char_indices().nth(5).and_then(|(at, _)| text.get(at..)).unwrap_or("");
            crate::base::find::first(quoted, beginning(start, 40)).is_some()
        });
        return if is_quoted { letters * 3 } else { letters };
    }
    match page.node(line.block).tag {
        _ if line.is_linked() => -LINK,
        Tag::P if !line.is_linked() => letters / 2,
        tag if tag.heading().is_some() => 0,
        _ => -LOOSE,
    }
}

/// What its tag and name add to an element's score, in hundredths.
fn weight(page: &Page, index: usize, zones: &Zones) -> i64 {
    let named = zones.of(index) == Hint::Body && zones.of(page.node(index).parent) != Hint::Body;
    match page.node(index).tag {
        _ if named => 125,
        Tag::Article | Tag::Main => 110,
        Tag::P | Tag::Li | Tag::Blockquote | Tag::Td => 90,
        _ => 100,
    }
}

/// The element, or one around it that holds more of the same text and little else.
fn widened(page: &Page, lines: &[Line], zones: &Zones, found: usize) -> usize {
    let mut best = found;
    for outer in page.around(found).take(4).list() {
        if page.node(best).tag == Tag::Article || page.node(outer).tag == Tag::Html {
            break;
        }
        let inside = page.node(best);
        let others = lines::inside(lines, page, outer);
        let others = others.iter().filter(|line| line.first < best || line.first >= inside.end);
        let (mut more, mut junk) = (0, 0);
        for line in others.filter(|line| !zones.is_out(line.first)) {
            if line.is_prose() {
                more += line.letters;
            } else {
                junk += 60;
            }
        }
        if more * 4 > zones.prose(best) && more > junk * 2 {
            best = outer;
        }
    }
    best
}
