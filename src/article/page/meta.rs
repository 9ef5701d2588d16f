//! What a page's head says about it.
//!
//! In: the page's `meta`, `link`, `title` and JSON-LD elements. Out: [`Meta`]. It must never learn what stands in the page's body.

use super::Page;
use super::tag::{Name, Tag};
use crate::article::loose;
use crate::article::schema::{self, Story};
use crate::article::text::fold;
use crate::article::tongue;
use crate::base::list::List;

/// What was found, in order of the document.
#[derive(Default)]
pub(super) struct Meta {
    /// Titles for sharing (`og:title`), then the page's own.
    pub(super) titles: Vec<String>,
    /// The site's name.
    pub(super) site: Option<String>,
    /// Dates as they are written, each with its rank in [`PUBLISHED`], best first.
    pub(super) published: Vec<(usize, String)>,
    pub(super) modified: Vec<String>,
    pub(super) language: Option<String>,
    /// The address that the page calls its own.
    pub(super) address: Option<String>,
    pub(super) stories: Vec<Story>,
}

/// Names of `meta` elements that say when the article was published, best first.
const PUBLISHED: [&str; 38] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "published_date",
    "published_at",
    "publication_date",
    "publicationdate",
    "publication-date",
    "published_time",
    "og:published_time",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "article:published",
    "article.published",
    "citation_publication_date",
    "citation_date",
    "displaydate",
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "article.created",
    "created",
];

const MODIFIED: [&str; 9] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "article_date_updated",
    "article.updated",
    "lastmod",
];

impl Meta {
    pub(super) fn new(page: &Page) -> Meta {
        let mut meta = Meta::default();
        let mut title = None;
        for (index, node) in page.nodes.iter().enumerate() {
            let content = || page.value(index, Name::Content).filter(|content| !content.is_empty());
            match node.tag {
                Tag::Meta => meta.take(page, index, content()),
                Tag::Title if title.is_none() => title = content().map(fold),
                Tag::Link if page.value(index, Name::Rel) == Some("canonical") => {
                    meta.address =
                        page.value(index, Name::Href).filter(|href| href.starts_with("http")).map(String::from);
                }
                Tag::Script => {
                    schema::stories(&loose::read(content().unwrap_or(""))).into_iter().onto(&mut meta.stories)
                }
                Tag::Html if meta.language.is_none() => {
                    meta.language = page.value(index, Name::Lang).filter(|lang| !lang.is_empty()).map(String::from);
                }
                _ => {}
            }
        }
        meta.titles.extend(title);
        crate::base::order::sort_by_key(&mut meta.published, |(rank, _)| *rank);
        meta
    }

    fn take(&mut self, page: &Page, index: usize, content: Option<&str>) {
        let (Some(name), Some(content)) = (page.value(index, Name::Property), content) else { return };
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "og:title" | "twitter:title" | "dc.title" | "title" => self.titles.push(fold(content)),
            "og:site_name" => self.site = Some(fold(content)),
            "og:url" if content.starts_with("http") => self.address = self.address.take().or(Some(content.into())),
            "content-language" | "og:locale" | "language" => {
                self.language = self.language.take().or(Some(tongue::hyphened(content)));
            }
            _ => {}
        }
        if let Some(rank) = PUBLISHED.iter().position(|known| *known == name) {
            self.published.push((rank, content.into()));
        } else if MODIFIED.contains(&name.as_str()) {
            self.modified.push(content.into());
        }
    }

    /// The story that is this page's own: by its address, else by its headline, else the first article that is not listed among others.
    pub(super) fn own_story(&self, url: Option<&str>) -> Option<&Story> {
        let articles = self.stories.iter().filter(|story| story.is_article).list();
        let by_address = articles.iter().find(|story| {
            let own = [url, self.address.as_deref()];
            own.into_iter().flatten().any(|own| story.url.as_deref().is_some_and(|address| is_same(address, own)))
        });
        let by_headline = articles.iter().find(|story| {
            let headline = story.headline.as_deref().unwrap_or("");
            headline.len() > 10
                && self.titles.iter().any(|title| title.starts_with(headline) || headline.starts_with(title.as_str()))
        });
        let first = articles.iter().find(|story| !story.is_listed);
        by_address.or(by_headline).or(first).copied()
    }
}

/// Two addresses of one page: protocol, "www.", query and final slash aside.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |address: &str| -> String {
        let path = address.split_once("://").map_or(address, |(_, path)| path);
        let path = crate::base::find::split(path, "?#").next().unwrap_or("");
        path.trim_start_matches("www.").trim_end_matches('/').to_ascii_lowercase()
    };
    bare(one) == bare(other)
}
