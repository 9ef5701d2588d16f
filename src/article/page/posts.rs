//! The posts of a live blog, each with its time.
//!
//! In: what the page's data says of them, or the page itself: elements side by side, each with one time at its head and text below. Out: blocks that know
//! when they were written. The page's own blocks are taken where it shows the posts, because they lead back to their place. It must never learn what a post says.

use super::Page;
use super::blocks::Ground;
use super::lines::{self, Line};
use super::sizes::get;
use super::tag::{Name, Tag};
use super::witnesses::beginning;
use crate::article::published::forms::{Order, read};
use crate::article::schema::Story;
use crate::article::{Block, BlockKind, text};
use crate::base::date::Moment;
use crate::base::find;
use crate::base::list::List;

/// The blocks of all posts: a heading where a post has one, then its paragraphs, all with the post's time.
pub(in crate::article) fn blocks(story: &Story, order: Order) -> Vec<Block> {
    let mut blocks = Vec::new();
    for post in &story.posts {
        let time = post.published.as_deref().and_then(|text| read(text, order));
        let mut add = |kind, text: String| {
            if !text.is_empty() {
                blocks.push(Block { kind, text, time, ..Block::default() });
            }
        };
        let body = post.body.as_deref().unwrap_or("");
        if let Some(headline) = post.headline.as_deref().filter(|headline| !body.trim_start().starts_with(headline)) {
            add(BlockKind::Heading, text::fold(headline));
        }
        body.split('\n').for_each(|line| add(BlockKind::Post, text::fold(line)));
    }
    blocks
}

/// Posts that are looked for on the page, and letters of each block that are compared.
const MOST: usize = 300;
const COMPARED: usize = 60;

/// Gives the page's own blocks the times of the posts they are part of, as the page's data has them; false where the page does not show the posts.
pub(super) fn date_by_data(blocks: &mut [Block], posts: &[Block]) -> bool {
    let posts = posts.get(..posts.len().min(MOST)).unwrap_or(posts);
    let mut shown = 0;
    for post in posts {
        let start = beginning(&post.text, COMPARED);
        let same = |block: &&mut Block| find::first(&block.text, start).is_some_and(|at| at < COMPARED);
        let Some(block) = blocks.iter_mut().filter(|block| block.time.is_none()).find(same) else { continue };
        shown += 1;
        set(block, post.time);
    }
    shown * 10 >= posts.len() * 6
}

fn set(block: &mut Block, time: Option<Moment>) {
    block.time = time;
    if block.kind == BlockKind::Paragraph {
        block.kind = BlockKind::Post;
    }
}

/// The times of the page's posts by the page alone: for each line's first node that stands in one, its post's time. Nothing where there are not at least two
/// posts side by side.
pub(super) fn times_on_page(ground: &Ground, order: Order) -> Vec<(usize, usize, Moment)> {
    let page = ground.page;
    let mut posts: Vec<(usize, Moment)> = Vec::new();
    let times = page.all(Tag::Time).into_iter().filter(|time| page.holds(ground.body, *time)).list();
    let mut count = vec![0_u32; page.nodes.len()];
    for &time in &times {
        for outer in page.around(time) {
            super::sizes::add(&mut count, outer, 1);
        }
    }
    for &time in times.iter().take(MOST) {
        let Some(at) = page.value(time, Name::Datetime).and_then(|text| read(text, order)) else { continue };
        // The widest element in the article that holds no other time.
        let alone =
            |outer: &usize| get(&count, *outer) == 1 && page.holds(ground.body, *outer) && *outer != ground.body;
        let Some(post) = page.around(time).take_while(alone).last() else { continue };
        if at.minute.is_some() && is_post(ground, post, time) {
            posts.push((post, at));
        }
    }
    let siblings = |post: usize| {
        let parent = page.node(post).parent;
        posts.iter().filter(|(other, _)| page.node(*other).parent == parent).count()
    };
    let posts_together = posts.iter().filter(|(post, _)| siblings(*post) >= 2);
    posts_together.map(|(post, at)| (*post, page.node(*post).end, *at)).list()
}

/// Whether an element is a post: its time stands at its head in a short line of its own, and running text below.
fn is_post(ground: &Ground, post: usize, time: usize) -> bool {
    let page: &Page = ground.page;
    let own: &[Line] = lines::inside(ground.lines, page, post);
    let is_head =
        |line: &&Line| line.first < page.node(time).end && page.node(time).end > line.first && line.last >= time;
    let head = own.iter().position(|line| is_head(&line));
    let prose = own.iter().position(|line| line.is_prose() || (line.ends && !line.is_linked()));
    match (head, prose) {
        (Some(head), Some(prose)) => head < prose && head <= 2 && own.get(head).is_some_and(|line| line.letters <= 60),
        _ => false,
    }
}

/// Gives the blocks that stand in posts their times.
pub(super) fn date_by_page(blocks: &mut [Block], firsts: &[usize], posts: &[(usize, usize, Moment)]) {
    for (block, first) in blocks.iter_mut().zip(firsts) {
        if let Some((_, _, at)) = posts.iter().find(|(start, end, _)| start <= first && first < end) {
            set(block, Some(*at));
        }
    }
}
