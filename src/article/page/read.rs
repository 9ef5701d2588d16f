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
use super::several;
use super::sizes::Sizes;
use super::tag::{Name, Tag};
use super::witnesses::{Hearing, witnesses};
use crate::article::published::forms::{self, Order};
use crate::article::published::weigh;
use crate::article::schema::Story;
use crate::article::tongue;
use crate::article::{Article, Block, Given, Published, Warning, text};
use crate::base::list::List;
use crate::language::Languages;

/// Letters of `articleBody` that are more than a teaser.
const WHOLE: usize = 500;

/// What was read of a page.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// For each of its blocks the page's text nodes that it is made of, in order; none where the text is not on the page but in its data.
    pub places: Vec<Vec<usize>>,
}

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
    read_walked(page, &[], given, languages).article
}

/// Reads the article in the elements that the caller named, in their order; that of the whole page where none is named.
///
/// ```
/// use article_timeline::article::{Given, html, page};
/// use article_timeline::language::Languages;
/// let page = html::parse("<p>The old bridge was closed on Sunday.<div><p>The new bridge was opened to <b>traffic</b> on Monday.</div>");
/// let named = page.nodes.iter().position(|node| node.tag == page::tag::Tag::Div).unwrap();
/// let reading = page::read_walked(&page, &[named], &Given::default(), &Languages::english());
/// assert_eq!(reading.article.blocks.len(), 1);
/// assert_eq!(reading.places[0].len(), 3); // before, in and behind <b>
/// ```
pub fn read_walked(page: &Page, roots: &[usize], given: &Given, languages: &Languages) -> Reading {
    let mut article = Article::new(given);
    let meta = Meta::new(page);
    let story = meta.own_story(given.url.as_deref());
    let sizes = Sizes::new(page);
    let lines = lines::lines(page, &sizes);
    let zones = Zones::new(page, &lines, roots);
    let within = roots.first().copied().filter(|&root| !is_whole(page, root)).unwrap_or(0);
    let (mut heading, mut title) = headline::find(page, &sizes, &zones, &meta, story, within);
    let quoted = story.and_then(|story| story.body.as_deref()).filter(|body| body.len() > WHOLE);
    let folded = quoted.map(text::fold);
    let search = |within| body::find(page, &sizes, &lines, &zones, folded.as_deref(), within);
    let mut found = search(0).filter(|_| roots.is_empty());
    if let Some(own) = found.and_then(|body| several::own(page, &sizes, &zones, heading, body)) {
        found = search(own).or(found);
        (heading, title) = headline::find(page, &sizes, &zones, &meta, story, own);
    }
    // A page of teasers has no article of its own, unless its data says so.
    found = found.filter(|&body| story.is_some() || !several::is_teasers(page, &sizes, &zones, body));
    let bodies = match roots {
        [] => found.into_iter().list(),
        // Who names the whole page has named nothing.
        _ => roots.iter().filter_map(|&root| if is_whole(page, root) { search(root) } else { Some(root) }).list(),
    };
    let mut places = Vec::new();
    for &body in &bodies {
        let ground = Ground::new(page, &sizes, &lines, &zones, body, heading, roots.contains(&body));
        for (block, line) in blocks::blocks(&ground, title.as_deref()) {
            article.blocks.push(block);
            places.push(lines::texts_of(page, &sizes, &line));
        }
    }
    if let Some(quoted) = quoted
        && roots.is_empty()
        && article.blocks.iter().map(|block| block.text.len()).sum::<usize>() * 10 < quoted.len() * 6
    {
        article.blocks = from_data(quoted);
        places.clear();
    }
    article.headline = title;
    if article.language.is_none() {
        let said = bodies.first().and_then(|body| said_around(page, *body)).or(meta.language.as_deref());
        let said = said.or_else(|| story?.language.as_deref());
        article.language = tongue::language_of(&sample(&article), said);
    }
    let said =
        meta.language.as_deref().filter(|tag| tag.get(..2) == article.language.as_deref().and_then(|tag| tag.get(..2)));
    let order = forms::order_of(said.or(article.language.as_deref()));
    let url = given.url.as_deref();
    let ground = bodies.first().map(|&body| Ground::new(page, &sizes, &lines, &zones, body, heading, false));
    let heard = witnesses(&Hearing { page, meta: &meta, story, url, order }, ground.as_ref());
    let verdict = weigh(&heard);
    date_posts(&mut article, &mut places, story, ground.as_ref(), order);
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
    Reading { article, places }
}

/// The posts of a live blog know their times: by the page's data where it has them, else by the page itself.
fn date_posts(
    article: &mut Article,
    places: &mut Vec<Vec<usize>>,
    story: Option<&Story>,
    ground: Option<&Ground>,
    order: Order,
) {
    let told = story.filter(|story| story.is_live && story.posts.iter().any(|post| post.body.is_some()));
    if let Some(story) = told {
        let posts = posts::blocks(story, order);
        if places.is_empty() || !posts::date_by_data(&mut article.blocks, &posts) {
            article.blocks = posts;
            places.clear();
        }
    } else if let Some(ground) = ground
        && !places.is_empty()
    {
        let firsts = places.iter().map(|place| place.first().copied().unwrap_or(0)).list();
        posts::date_by_page(&mut article.blocks, &firsts, &posts::times_on_page(ground, order));
    }
}

/// Elements that hold whatever stands on a page.
fn is_whole(page: &Page, index: usize) -> bool {
    matches!(page.node(index).tag, Tag::Html | Tag::Body | Tag::Main | Tag::Form) || index == 0
}

/// The language that the nearest element around a node says.
fn said_around(page: &Page, index: usize) -> Option<&str> {
    let outer = core::iter::once(index).chain(page.around(index));
    outer.filter_map(|outer| page.value(outer, Name::Lang)).find(|lang| !lang.is_empty())
}

/// The text that the page's data holds, where the page itself shows less: it is filled in by a script, or cut off for readers who don't pay.
fn from_data(quoted: &str) -> Vec<Block> {
    let lines = quoted.split('\n').map(text::fold).filter(|line| !line.is_empty());
    lines.map(|text| Block { text, ..Block::default() }).list()
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
