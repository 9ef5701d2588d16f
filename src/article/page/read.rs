//! The article that a page holds.
//!
//! In: a [`Page`] and what the caller knows. Out: an [`Article`]. Everything is asked here in the order in which it is needed; how each thing
//! is found stands in its own file. It must never learn who parsed the page.

use super::Page;
use super::blocks::{self, Ground};
use super::body::{self, Zones};
use super::headline;
use super::lines;
use super::meta::Meta;
use super::posts;
use super::sizes::Sizes;
use super::witnesses::{Hearing, witnesses};
use crate::article::published::{forms, weigh};
use crate::article::tongue;
use crate::article::{Article, Block, BlockKind, Given, Published, Warning, text};
use crate::base::list::List;
use crate::language::Languages;

/// Letters of `articleBody` that are more than a teaser.
const WHOLE: usize = 500;

/// Reads the page's article. Never fails: a page without one gives an article without blocks.
///
/// ```
/// use article_timeline::article::{Given, html, page};
/// use article_timeline::language::Languages;
/// let page = html::parse("<title>Bridge opens | Gazette</title><h1>Bridge opens</h1><p>The new bridge was opened to traffic on Monday.");
/// let article = page::read(&page, &Given::default(), &Languages::english());
/// assert_eq!(article.headline.as_deref(), Some("Bridge opens"));
/// assert_eq!(article.blocks.len(), 1);
/// ```
pub fn read(page: &Page, given: &Given, languages: &Languages) -> Article {
    let mut article = Article::new(given);
    let meta = Meta::new(page);
    let story = meta.own_story(given.url.as_deref());
    let sizes = Sizes::new(page);
    let lines = lines::lines(page, &sizes);
    let zones = Zones::new(page, &lines);
    let (heading, title) = headline::find(page, &sizes, &zones, &meta, story);
    let quoted = story.and_then(|story| story.body.as_deref()).filter(|body| body.len() > WHOLE);
    let folded = quoted.map(text::fold);
    let body = body::find(page, &sizes, &lines, &zones, folded.as_deref());
    let ground = body.map(|body| Ground::new(page, &sizes, &lines, &zones, body, heading));
    if let Some(ground) = &ground {
        article.blocks = blocks::blocks(ground, title.as_deref());
    }
    if let Some(quoted) = quoted
        && article.blocks.iter().map(|block| block.text.len()).sum::<usize>() * 10 < quoted.len() * 6
    {
        article.blocks = from_data(quoted);
    }
    article.headline = title;
    if article.language.is_none() {
        let said = meta.language.as_deref().or_else(|| story?.language.as_deref());
        article.language = tongue::language_of(&sample(&article), said);
    }
    let said =
        meta.language.as_deref().filter(|tag| tag.get(..2) == article.language.as_deref().and_then(|tag| tag.get(..2)));
    let order = forms::order_of(said.or(article.language.as_deref()));
    let url = given.url.as_deref();
    let heard = witnesses(&Hearing { page, meta: &meta, story, url, order }, ground.as_ref());
    let verdict = weigh(&heard);
    if let Some(story) = story.filter(|story| story.is_live && story.posts.iter().any(|post| post.body.is_some())) {
        article.blocks = posts::blocks(story, order);
    }
    if article.published.is_none() {
        article.published = verdict.published.map(|(at, source)| Published { at, source });
        article.found = verdict.why;
    }
    article.modified = verdict.modified;
    article.url = article.url.or_else(|| meta.address.clone());
    if page.cut {
        article.warnings.push(Warning::too_large());
    }
    article.warn(languages);
    article
}

/// The text that the page's data holds, where the page itself shows less: it is filled in by a script, or cut off for readers who don't pay.
fn from_data(quoted: &str) -> Vec<Block> {
    let lines = quoted.split('\n').map(text::fold).filter(|line| !line.is_empty());
    lines.map(|text| Block { kind: BlockKind::Paragraph, text, source: None, time: None }).list()
}

/// Enough of the text to know its language.
fn sample(article: &Article) -> String {
    let mut sample = String::new();
    for text in article.blocks.iter().map(|block| &block.text).chain(&article.headline) {
        if sample.len() > 6000 {
            break;
        }
        sample.push_str(text);
        sample.push('\n');
    }
    sample
}
