//! schema.org data: the articles that JSON-LD describes.
//!
//! In: a [`Loose`] value, with any nesting, `@graph` or lists. Out: [`Story`]s, in order. It must never learn where the JSON stood.

use super::loose::Loose;
use super::page::posts;
use super::published::forms;
use super::text::fold;
use super::tongue;
use super::{Article, Block, Given, Published, PublishedSource};
use crate::base::find;
use crate::base::list::List;
use crate::language::Languages;

/// What the data says of one article, or of the page.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Story {
    /// An article of some kind, and not just a page.
    pub is_article: bool,
    /// A live blog.
    pub is_live: bool,
    /// It stands in a list of others, so it may be a teaser.
    pub is_listed: bool,
    /// Its headline.
    pub headline: Option<String>,
    /// `datePublished` as it is written.
    pub published: Option<String>,
    /// `uploadDate` of a film, as it is written.
    pub uploaded: Option<String>,
    /// `dateModified` as it is written.
    pub modified: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// `articleBody`, markup taken out.
    pub body: Option<String>,
    /// The posts of a live blog, as they are listed.
    pub posts: Vec<Story>,
}

/// How deep objects in objects are looked at.
const DEPTH: usize = 8;
/// Fields in which other articles are named.
const ELSEWHERE: [&str; 9] = [
    "itemlistelement",
    "haspart",
    "ispartof",
    "comment",
    "review",
    "mentions",
    "citation",
    "isbasedon",
    "liveblogupdate",
];

/// All that the data describes with a date, a headline or a text, in order.
///
/// ```
/// use article_timeline::article::{loose, schema};
/// use article_timeline::language::Languages;
/// let data = loose::read(r#"{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Rain", "datePublished": "2016-11-01"}]}"#);
/// let stories = schema::stories(&data);
/// assert_eq!(stories[0].headline.as_deref(), Some("Rain"));
/// assert!(stories[0].is_article);
/// ```
pub fn stories(data: &Loose) -> Vec<Story> {
    let mut found = Vec::new();
    collect(data, false, 0, &mut found);
    found
}

/// The articles of schema.org data that stands alone (a file, an answer of a server), each with its text; what is only named in it is none.
///
/// ```
/// use article_timeline::article::{Given, loose, schema};
/// use article_timeline::language::Languages;
/// let data = loose::read(r#"{"@type": "NewsArticle", "headline": "Rain", "datePublished": "2016-11-01", "articleBody": "It rained."}"#);
/// let articles = schema::articles(&data, &Given::default(), &Languages::english());
/// assert_eq!(articles[0].blocks[0].text, "It rained.");
/// ```
pub fn articles(data: &Loose, given: &Given, languages: &Languages) -> Vec<Article> {
    let told = |story: &Story| {
        story.is_article && (story.body.is_some() || story.posts.iter().any(|post| post.body.is_some()))
    };
    stories(data)
        .iter()
        .filter(|story| told(story) && !story.is_listed)
        .map(|story| article(story, given, languages))
        .list()
}

fn article(story: &Story, given: &Given, languages: &Languages) -> Article {
    let mut article = Article::new(given);
    article.headline = story.headline.clone();
    article.url = article.url.or_else(|| story.url.clone());
    let lines = story.body.iter().flat_map(|body| body.split('\n')).map(fold).filter(|line| !line.is_empty());
    article.blocks = lines.map(|text| Block { text, ..Block::default() }).list();
    let text = article.blocks.iter().take(20).map(|block| block.text.as_str()).list().join(" ");
    article.language = article.language.or_else(|| tongue::language_of(&text, story.language.as_deref()));
    let order = forms::order_of(article.language.as_deref());
    article.blocks.append(&mut posts::blocks(story, order));
    let moment = |text: &Option<String>| text.as_deref().and_then(|text| forms::read(text, order));
    let at = moment(&story.published);
    article.published = article.published.or(at.map(|at| Published { at, source: PublishedSource::JsonLd }));
    article.modified = moment(&story.modified);
    article.warn(languages);
    article
}

fn collect(data: &Loose, listed: bool, depth: usize, found: &mut Vec<Story>) {
    if depth > DEPTH {
        return;
    }
    match data {
        Loose::List(items) => items.iter().for_each(|item| collect(item, listed, depth + 1, found)),
        Loose::Object(fields) => {
            let story = story(data, listed);
            if story.is_article || story.published.is_some() || story.uploaded.is_some() {
                found.push(story);
            }
            for (name, value) in fields {
                let elsewhere = ELSEWHERE.iter().any(|each| name.eq_ignore_ascii_case(each));
                collect(value, listed || elsewhere, depth + 1, found);
            }
        }
        _ => {}
    }
}

fn story(data: &Loose, is_listed: bool) -> Story {
    let kinds = data.field("@type").or_else(|| data.field("type")).map_or(&[][..], Loose::items);
    let mut kinds = kinds.iter().filter_map(Loose::text).map(|kind| find::behind_last(kind, "/:#")).list();
    kinds.retain(|kind| !kind.is_empty());
    let text = |name: &str| data.text_at(name).map(plain).filter(|text| !text.is_empty());
    let is_live = kinds.iter().any(|kind| kind.eq_ignore_ascii_case("LiveBlogPosting"));
    let updates = data.field("liveBlogUpdate").map_or(&[][..], Loose::items);
    Story {
        is_article: kinds.iter().any(|kind| is_article(kind)),
        is_live,
        is_listed,
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished")
            .or_else(|| text("dateCreated").filter(|_| kinds.iter().any(|kind| is_article(kind)))),
        uploaded: text("uploadDate"),
        modified: text("dateModified"),
        language: text("inLanguage").or_else(|| data.field("inLanguage")?.text_at("name").map(plain)),
        url: address(data),
        body: data
            .text_at("articleBody")
            .or_else(|| data.text_at("text"))
            .map(unmarked)
            .filter(|body| !body.is_empty()),
        posts: updates.iter().map(|update| story(update, true)).list(),
    }
}

fn is_article(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.ends_with("article") || kind.ends_with("posting") || kind == "report"
}

fn address(data: &Loose) -> Option<String> {
    let page = data.field("mainEntityOfPage");
    let of_page = page.and_then(|page| page.text_at("@id").or_else(|| page.text_at("url")).or_else(|| page.text()));
    let own = data.text_at("url").or(of_page).or_else(|| data.text_at("@id"));
    own.filter(|address| address.starts_with("http")).map(String::from)
}

/// A short text without entities and markup.
fn plain(text: &str) -> String {
    fold(&unmarked(text))
}

/// A text without tags, with line ends where paragraphs end, its entities resolved. Sites put both into their data.
pub(super) fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.char_indices().find(|(_, sign)| matches!(sign, '<' | '&')).map(|(at, _)| at) {
        out.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at..).unwrap_or("");
        let length = if rest.starts_with('<') { tag(rest, &mut out) } else { entity(rest, &mut out) };
        if length == 0 {
            out.push_str(rest.get(..1).unwrap_or(""));
        }
        rest = rest.get(length.max(1)..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// Length of the tag that the text begins with; a new line for those that end one.
fn tag(text: &str, out: &mut String) -> usize {
    let name = text.get(1..).unwrap_or("").trim_start_matches('/');
    if !name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        return 0;
    }
    let Some(end) = text.char_indices().take(2000).find(|(_, sign)| *sign == '>').map(|(at, _)| at) else { return 0 };
    let length = name.len() - name.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric()).len();
    let name = name.get(..length).unwrap_or("");
    if !super::page::tag::Tag::by_name(&name.to_ascii_lowercase()).is_inline() {
        out.push('\n');
    }
    end + 1
}

/// The entities that are found in data; the others stay as they are.
const ENTITIES: [(&str, char); 16] = [
    ("amp", '&'),
    ("apos", '\''),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
];

fn entity(text: &str, out: &mut String) -> usize {
    let Some(end) = text.bytes().take(10).position(|byte| byte == b';') else { return 0 };
    let name = text.get(1..end).unwrap_or("");
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    let named = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    match named.or_else(|| number.and_then(char::from_u32)) {
        Some(sign) => {
            out.push(sign);
            end + 1
        }
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::loose;
    use super::*;

    #[test]
    fn any_case_any_nesting() {
        let data = loose::read(
            r#"[{"@Type":"http://schema.org/ReportageNewsArticle","HEADLINE":"A &amp; B","datepublished":"2016-11-01","mainEntityOfPage":{"@id":"https://a.example/1"},
            "isPartOf":{"@type":"NewsArticle","headline":"Other"}}]"#,
        );
        let found = stories(&data);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].headline.as_deref(), Some("A & B"));
        assert_eq!(found[0].url.as_deref(), Some("https://a.example/1"));
        assert!(found[0].is_article && !found[0].is_listed && found[1].is_listed);
    }

    #[test]
    fn live_blogs_have_posts() {
        let data = loose::read(
            r#"{"@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"BlogPosting","datePublished":"2016-11-01T10:00Z","articleBody":"<p>One.</p><p>Two.</p>"}]}"#,
        );
        let found = stories(&data);
        assert!(found[0].is_live && found[0].posts.len() == 1);
        assert_eq!(found[0].posts[0].body.as_deref(), Some("\nOne.\n\nTwo.\n"));
    }

    #[test]
    fn markup_and_entities_in_data() {
        assert_eq!(unmarked("a &lt; b &#8212; c &x; <b>d</b><br>e < f"), "a < b — c &x; d\ne < f");
    }
}
