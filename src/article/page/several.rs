//! Several articles on one page: which is the page's own.
//!
//! In: a page, and the element in which most of its text stands. Out: the one `article` element in it that is the page's own, if there are several that
//! stand for themselves. Parts of one article, and the posts of a live blog, stand under a headline that is in none of them. It must never
//! learn what the articles say.

use super::Page;
use super::body::Zones;
use super::hints::Hint;
use super::sizes::Sizes;
use super::tag::Tag;
use crate::base::list::List;

/// The page's own article among several in `body`; `None` where the element is one article as a whole. `headline` is the page's, if it is known.
pub(super) fn own(page: &Page, sizes: &Sizes, zones: &Zones, headline: Option<usize>, body: usize) -> Option<usize> {
    let articles = articles_in(page, zones, body);
    let level_of = |article: usize| own_heading(page, sizes, article).and_then(|at| page.node(at).tag.heading());
    if let Some(headline) = headline {
        let own = articles.iter().copied().find(|&article| page.holds(article, headline))?;
        let level = page.node(headline).tag.heading()?;
        // Another one with a headline of the same rank: the next story, or one that is told beside it.
        let is_equal = |&&other: &&usize| other != own && level_of(other).is_some_and(|other| other <= level);
        return articles.iter().find(is_equal).map(|_| own);
    }
    // Nobody says which heading is the page's: then those count that have a headline and a date of their own.
    let times = page.all(Tag::Time);
    let is_whole =
        |article: &usize| level_of(*article) == Some(1) && times.iter().any(|&time| page.holds(*article, time));
    let whole = articles.into_iter().filter(is_whole).list();
    let first = whole.first().copied().filter(|_| whole.len() > 1)?;
    let above = |&heading: &usize| heading < first && page.holds(body, heading) && is_seen(sizes, zones, heading);
    if page.all(Tag::H1).iter().any(above) {
        return None;
    }
    let most = whole.iter().map(|&article| zones.prose(article)).max().unwrap_or(0);
    whole.into_iter().find(|&article| zones.prose(article) * 2 >= most)
}

/// Teasers that make a page one of teasers, and letters that each has at most.
const TEASERS: (usize, usize) = (3, 400);

/// Whether the text that was found is that of teasers: several `article` elements, each with a headline that leads to its story, and hardly anything else.
pub(super) fn is_teasers(page: &Page, sizes: &Sizes, zones: &Zones, body: usize) -> bool {
    let leads_away = |&article: &usize| {
        own_heading(page, sizes, article).is_some_and(|at| sizes.linked(at) * 10 >= sizes.letters(at) * 9)
    };
    let is_short = |article: &usize| zones.prose(*article) <= TEASERS.1;
    let teasers = articles_in(page, zones, 0).into_iter().filter(|article| is_short(article) && leads_away(article));
    let teasers = teasers.list();
    let told: usize = teasers.iter().filter(|&&teaser| page.holds(body, teaser)).map(|&at| zones.prose(at)).sum();
    let is_in_one = teasers.iter().any(|&teaser| page.holds(teaser, body));
    teasers.len() >= TEASERS.0 && (is_in_one || told * 3 > zones.prose(body) * 2)
}

/// The outermost `article` elements in an element that hold running text.
fn articles_in(page: &Page, zones: &Zones, body: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for index in page.all(Tag::Article) {
        let is_inner = found.last().is_some_and(|&outer| page.holds(outer, index));
        if index > body && page.holds(body, index) && !is_inner && zones.prose(index) > 0 {
            found.push(index);
        }
    }
    found
}

/// The first heading in an article.
fn own_heading(page: &Page, sizes: &Sizes, article: usize) -> Option<usize> {
    let end = page.node(article).end;
    (article..end).find(|&index| page.node(index).tag.heading().is_some() && sizes.letters(index) > 0)
}

fn is_seen(sizes: &Sizes, zones: &Zones, heading: usize) -> bool {
    sizes.letters(heading) > 0 && !matches!(zones.of(heading), Hint::Furniture | Hint::Comments)
}
