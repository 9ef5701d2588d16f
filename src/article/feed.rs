//! Feeds: RSS, Atom and JSON Feed, each with many articles; natively only.
//!
//! In: a feed as text. Out: an [`Article`] for each of its entries, in order. Broken feeds give what can be read of them. It must never learn
//! where the feed came from.

use super::loose::Loose;
use super::published::forms::{self, Order};
use super::schema::unmarked;
use super::text::fold;
use super::{Article, Block, Given, Published, PublishedSource, html, page, tongue};
use crate::language::Languages;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Entries that are read of one feed.
const MOST: usize = 1_000;
/// Elements in elements that are kept as markup of an entry's text.
const DEEPEST: usize = 200;

/// What is gathered of one entry.
#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    published: String,
    updated: String,
    /// Longer than the summary, where both are there.
    content: String,
    summary: String,
}

/// The articles of an XML feed; empty when the text is none.
///
/// ```
/// use article_timeline::article::{Given, feed};
/// use article_timeline::language::Languages;
/// let rss = "<rss><channel><item><title>Rain</title><pubDate>Tue, 01 Nov 2016 10:00:00 +0100</pubDate>\
///     <description>&lt;p&gt;It rained.&lt;/p&gt;</description></item></channel></rss>";
/// let articles = feed::read_xml(rss, &Given::default(), &Languages::english());
/// assert_eq!(articles[0].headline.as_deref(), Some("Rain"));
/// assert_eq!(articles[0].blocks[0].text, "It rained.");
/// assert_eq!(articles[0].published.as_ref().unwrap().at.to_iso(), "2016-11-01T10:00+01:00");
/// ```
pub fn read_xml(text: &str, given: &Given, languages: &Languages) -> Vec<Article> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let (mut entries, mut open): (Vec<Entry>, Option<Entry>) = (Vec::new(), None);
    let mut path: Vec<String> = Vec::new();
    while entries.len() < MOST {
        match reader.read_event() {
            Err(_) | Ok(Event::Eof) => break,
            Ok(Event::Start(start)) => {
                let name = name_of(&start);
                match &mut open {
                    None if name == "item" || name == "entry" => (open, path) = (Some(Entry::default()), Vec::new()),
                    Some(entry) => {
                        begin(entry, &path, &name, &start);
                        path.push(name);
                    }
                    None => {}
                }
            }
            Ok(Event::Empty(start)) => {
                if let Some(entry) = &mut open {
                    begin(entry, &path, &name_of(&start), &start);
                }
            }
            Ok(Event::End(end)) => {
                let name = local(end.name().as_ref());
                if path.pop().is_none() && (name == "item" || name == "entry") {
                    entries.extend(open.take());
                } else if let (Some(entry), false) = (&mut open, path.is_empty()) {
                    add(entry, &path, &["</", &name, ">"].concat());
                }
            }
            Ok(Event::Text(text)) => give(&mut open, &path, &text),
            Ok(Event::CData(text)) => give(&mut open, &path, &text),
            Ok(Event::GeneralRef(name)) => {
                // `&lt;p&gt;` is markup of the text, once it is resolved.
                give(&mut open, &path, &unmarked(&["&", &name, ";"].concat()));
            }
            Ok(_) => {}
        }
    }
    entries.extend(open);
    entries.iter().map(|entry| article(entry, given, languages)).collect()
}

/// The articles of a JSON Feed; empty when the value is none.
///
/// ```
/// use article_timeline::article::{Given, feed, loose};
/// use article_timeline::language::Languages;
/// let json = r#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Rain", "content_text": "It rained.", "date_published": "2016-11-01"}]}"#;
/// assert_eq!(feed::read_json(&loose::read(json), &Given::default(), &Languages::english()).len(), 1);
/// ```
pub fn read_json(feed: &Loose, given: &Given, languages: &Languages) -> Vec<Article> {
    let items = feed.field("items").map_or(&[][..], Loose::items);
    let text = |item: &Loose, name: &str| item.text_at(name).unwrap_or("").to_string();
    let entry = |item: &Loose| Entry {
        title: text(item, "title"),
        link: text(item, "url"),
        published: text(item, "date_published"),
        updated: text(item, "date_modified"),
        content: Some(text(item, "content_html"))
            .filter(|html| !html.is_empty())
            .unwrap_or_else(|| text(item, "content_text")),
        summary: text(item, "summary"),
    };
    items.iter().take(MOST).map(|item| article(&entry(item), given, languages)).collect()
}

/// A name without its prefix, in small letters; `content:encoded` keeps it, because Atom has a `content`, too.
fn local(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.rsplit_once(':') {
        Some(("content", "encoded")) => "content".into(),
        Some(("media" | "itunes", _)) => "elsewhere".into(),
        Some((_, local)) => local.into(),
        None => name,
    }
}

fn name_of(start: &BytesStart) -> String {
    local(start.name().as_ref())
}

/// An element begins in an entry: a link's address, or markup of the text.
fn begin(entry: &mut Entry, path: &[String], name: &str, start: &BytesStart) {
    let value = |wanted: &str| {
        let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == wanted);
        found.map(|attribute| unmarked(&attribute.value))
    };
    if path.is_empty() && name == "link" && value("rel").is_none_or(|rel| rel == "alternate") {
        entry.link = value("href").unwrap_or_default();
    } else if !path.is_empty() && path.len() < DEEPEST {
        add(entry, path, &["<", name, ">"].concat());
    }
}

fn give(open: &mut Option<Entry>, path: &[String], text: &str) {
    if let Some(entry) = open {
        add(entry, path, text);
    }
}

fn add(entry: &mut Entry, path: &[String], text: &str) {
    let slot = match path.first().map(String::as_str) {
        Some("title") => &mut entry.title,
        Some("link") => &mut entry.link,
        Some("pubdate" | "published" | "date" | "issued" | "created") => &mut entry.published,
        Some("updated" | "modified") => &mut entry.updated,
        Some("content" | "body") => &mut entry.content,
        Some("description" | "summary") => &mut entry.summary,
        _ => return,
    };
    slot.push_str(text);
}

fn article(entry: &Entry, given: &Given, languages: &Languages) -> Article {
    let mut article = Article::new(given);
    let headline = fold(&unmarked(&entry.title));
    article.headline = Some(headline).filter(|headline| !headline.is_empty());
    let link = entry.link.trim();
    article.url = article.url.or_else(|| Some(link).filter(|link| link.starts_with("http")).map(String::from));
    let text = if entry.content.trim().len() > entry.summary.trim().len() { &entry.content } else { &entry.summary };
    article.blocks = page::fragment(&html::parse(text));
    let sample: Vec<&str> = article.blocks.iter().take(20).map(|block: &Block| block.text.as_str()).collect();
    article.language = article.language.or_else(|| tongue::language_of(&sample.join(" "), None));
    let moment = |text: &str| forms::read(text, Order::Unknown);
    // An entry of Atom that was never published has only been updated.
    let at = moment(&entry.published).or_else(|| moment(&entry.updated));
    article.published = article.published.or(at.map(|at| Published { at, source: PublishedSource::Metadata }));
    article.modified = moment(&entry.updated);
    article.warn(languages);
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Article> {
        read_xml(text, &Given::default(), &Languages::english())
    }

    #[test]
    fn atom_with_markup_inside() {
        let articles = read(
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Gazette</title><entry><title type='html'>Rain &amp;amp; wind</title>\
            <link rel='self' href='https://a.example/self'/><link href='https://a.example/1'/><updated>2016-11-02T08:00:00Z</updated>\
            <content type='xhtml'><div><p>It <b>rained</b>.</p><p>Then it blew.</p></div></content></entry></feed>",
        );
        assert_eq!(articles.len(), 1);
        assert_eq!(articles[0].headline.as_deref(), Some("Rain & wind"));
        assert_eq!(articles[0].url.as_deref(), Some("https://a.example/1"));
        assert_eq!(
            articles[0].blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(),
            ["It rained.", "Then it blew."]
        );
        assert_eq!(articles[0].published.as_ref().unwrap().at.to_iso(), "2016-11-02T08:00Z");
    }

    #[test]
    fn the_longer_text_and_the_entrys_own_date() {
        let articles = read(
            "<rss version='2.0'><channel><title>Gazette</title><pubDate>Wed, 02 Nov 2016 00:00:00 GMT</pubDate><item><title><![CDATA[Rain <i>again</i>]]></title>\
            <link>https://a.example/2</link><dc:date>2016-11-01</dc:date><description>Short.</description>\
            <content:encoded><![CDATA[<p>It rained on Monday.</p><ul><li>One</li></ul>]]></content:encoded></item><item><title>Second</title></item></channel></rss>",
        );
        assert_eq!(articles.len(), 2);
        assert_eq!(articles[0].headline.as_deref(), Some("Rain again"));
        assert_eq!(articles[0].blocks.len(), 2);
        assert_eq!(articles[0].published.as_ref().unwrap().at.to_iso(), "2016-11-01");
        assert!(articles[1].published.is_none() && articles[1].blocks.is_empty());
    }

    #[test]
    fn broken_feeds_give_what_can_be_read() {
        assert_eq!(read("<rss><item><title>One</title><item><title>").len(), 1);
        assert_eq!(read("no feed at all").len(), 0);
        assert_eq!(read("<rss><item><title>A &bogus; B</wrong></item></rss>").len(), 1);
        let bomb = "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;'>]><rss><item><title>&b;</title></item></rss>";
        assert!(read(bomb).iter().all(|article| article.headline.as_deref().unwrap_or("").len() < 10));
    }
}
