//! Feeds as lists of dated entries: RSS, Atom, JSON Feed.
//!
//! In: a feed. Out: an event for each entry, on the day it was published. The entries are not read for what happened when: that is for articles.

use super::field;
use super::json::{EventJson, MediaJson, TimelineJson};
use super::lost::Lost;
use super::markup::{self, is_web_address};
use super::stamp::{self, Stamp};
use super::xml::{child, child_text, text, with_root};
use crate::base::error::Error;
use roxmltree::Node;
use serde_json::Value;

/// Reads a feed of any kind.
///
/// # Errors
/// What is no feed; broken XML or JSON; an entry whose date is none.
pub(crate) fn read(data: &str) -> Result<(TimelineJson, Lost), Error> {
    let start = data.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') { json_feed(&field::parse(start)?) } else { with_root(start, xml_feed) }
}

/// Whether a text is a feed.
pub(crate) fn looks_alike(text: &str) -> bool {
    let head: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(600).collect();
    head.starts_with('<') && ["<rss", "<feed", "<rdf:RDF"].iter().any(|tag| head.contains(tag))
}

/// Whether a JSON value is a JSON Feed.
pub(crate) fn is_json_feed(value: &Value) -> bool {
    field::text(value, "version").contains("jsonfeed.org")
}

fn xml_feed(root: Node) -> Result<(TimelineJson, Lost), Error> {
    let channel = child(root, "channel").unwrap_or(root);
    let is_entry = |node: &Node| node.is_element() && matches!(node.tag_name().name(), "item" | "entry");
    // RSS 1.0 has its items beside the channel.
    let entries: Vec<Node> = channel
        .children()
        .filter(is_entry)
        .chain(root.children().filter(|node| is_entry(node) && channel != root))
        .collect();
    if !matches!(root.tag_name().name(), "rss" | "feed" | "RDF") {
        return Err(format!("the XML is no feed: it begins with <{}>", root.tag_name().name()).into());
    }
    let mut timeline =
        TimelineJson { title: field::some(markup::line(&child_text(channel, &["title"]))), ..TimelineJson::default() };
    let mut lost = Lost::default();
    for (place, entry) in entries.into_iter().enumerate() {
        let title = markup::line(&child_text(entry, &["title"]));
        let date = child_text(entry, &["pubDate", "published", "date", "issued", "updated", "modified"]);
        let body = markup::plain(&child_text(entry, &["description", "summary", "encoded", "content"]));
        let links = entry.children().filter(|node| node.tag_name().name() == "link");
        let link = links.filter(|node| matches!(node.attribute("rel"), None | Some("alternate"))).find_map(|node| {
            let url = node.attribute("href").map_or_else(|| text(node), str::to_owned);
            is_web_address(&url).then_some(url)
        });
        let picture = entry.descendants().find_map(|node| {
            let url = node.attribute("url")?;
            let is_picture = node.attribute("type").is_some_and(|kind| kind.starts_with("image/"))
                || node.attribute("medium") == Some("image")
                || node.tag_name().name() == "thumbnail";
            (is_picture && is_web_address(url)).then(|| url.to_owned())
        });
        let group =
            child(entry, "category").map(|node| node.attribute("term").map_or_else(|| text(node), str::to_owned));
        lost.add_if(body.lossy, "emphasis, pictures or further links in a text");
        let entry = Entry {
            id: child_text(entry, &["guid", "id"]),
            title,
            date,
            body: body.text,
            link: link.or(body.link),
            picture,
            group,
        };
        entry.take(&mut timeline, &mut lost, place + 1)?;
    }
    Ok((timeline, lost))
}

fn json_feed(value: &Value) -> Result<(TimelineJson, Lost), Error> {
    if !is_json_feed(value) {
        return Err("the JSON is no feed: its version names no jsonfeed.org".into());
    }
    let mut timeline =
        TimelineJson { title: field::some(markup::line(&field::text(value, "title"))), ..TimelineJson::default() };
    let mut lost = Lost::default();
    for (place, item) in field::list(value.get("items")).iter().enumerate() {
        let body = markup::plain(&field::first_text(item, &["summary", "content_html", "content_text"]));
        let address = |names: &[&str]| Some(field::first_text(item, names)).filter(|url| is_web_address(url));
        let entry = Entry {
            id: field::text(item, "id"),
            title: markup::line(&field::text(item, "title")),
            date: field::first_text(item, &["date_published", "date_modified"]),
            link: address(&["url", "external_url"]).or(body.link),
            body: body.text,
            picture: address(&["image", "banner_image"]),
            group: item.get("tags").and_then(Value::as_array).and_then(|tags| tags.first()).map(field::as_text),
        };
        entry.take(&mut timeline, &mut lost, place + 1)?;
    }
    Ok((timeline, lost))
}

struct Entry {
    id: String,
    title: String,
    date: String,
    body: String,
    link: Option<String>,
    picture: Option<String>,
    group: Option<String>,
}

impl Entry {
    fn take(self, timeline: &mut TimelineJson, lost: &mut Lost, number: usize) -> Result<(), Error> {
        if self.date.is_empty() {
            lost.add("entry without a date");
            return Ok(());
        }
        let title = if self.title.is_empty() { field::beginning(&self.body) } else { self.title };
        let date = day_of_mail(&self.date).map_or_else(|| stamp::of_text(&self.date), Ok);
        let stamp = date.map_err(|problem| format!("entry {number} (\"{}\"): {problem}", field::beginning(&title)))?;
        timeline.events.push(EventJson {
            id: field::some(self.id),
            title: if title.is_empty() { "Untitled".into() } else { title },
            when: stamp::when(&stamp, None)?,
            text: field::some(self.body),
            url: self.link,
            media: self.picture.map(|url| MediaJson { url, ..MediaJson::default() }),
            group: self.group.map(|group| markup::line(&group)).filter(|group| !group.is_empty()),
            ..EventJson::default()
        });
        Ok(())
    }
}

/// A date as mail has it: `Wed, 08 Mar 1911 10:15:00 +0100`.
fn day_of_mail(text: &str) -> Option<Stamp> {
    let text = text.split_once(',').map_or(text, |(_, rest)| rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    let [day, month, year, time @ ..] = words.as_slice() else { return None };
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = months.iter().position(|name| month.to_ascii_lowercase().starts_with(name))? as u32 + 1;
    let year: i64 = year.parse().ok()?;
    let year = if year < 70 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    let mut stamp = Stamp { month: Some(month), day: Some(day.parse().ok()?), ..Stamp::year(year) };
    if let Some(clock) = time.first() {
        let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok());
        (stamp.hour, stamp.minute) = (parts.next().flatten(), parts.next().flatten());
        stamp.offset = time.get(1).and_then(|zone| zone_of_mail(zone));
    }
    stamp.fault().is_none().then_some(stamp)
}

fn zone_of_mail(zone: &str) -> Option<i16> {
    let named = [
        ("GMT", 0),
        ("UT", 0),
        ("UTC", 0),
        ("Z", 0),
        ("EST", -5),
        ("EDT", -4),
        ("CST", -6),
        ("CDT", -5),
        ("MST", -7),
        ("MDT", -6),
        ("PST", -8),
        ("PDT", -7),
    ];
    if let Some((_, hours)) = named.iter().find(|(name, _)| *name == zone) {
        return Some(hours * 60);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let digits: i16 = zone.trim_start_matches(['+', '-']).replace(':', "").parse().ok()?;
    let minutes = digits / 100 * 60 + digits % 100;
    (minutes < 24 * 60).then_some(sign * minutes)
}
