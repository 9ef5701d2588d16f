//! The posts of a live blog, each with its time.
//!
//! In: what the page's data says of them. Out: blocks of kind post, the oldest last as they stand on pages. It must never learn where they stand
//! on the page.

use crate::article::published::forms::{Order, read};
use crate::article::schema::Story;
use crate::article::{Block, BlockKind, text};

/// The blocks of all posts: a heading where a post has one, then its paragraphs, all with the post's time.
pub(in crate::article) fn blocks(story: &Story, order: Order) -> Vec<Block> {
    let mut blocks = Vec::new();
    for post in &story.posts {
        let time = post.published.as_deref().and_then(|text| read(text, order));
        let mut add = |kind, text: String| {
            if !text.is_empty() {
                blocks.push(Block { kind, text, source: None, time });
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
