//! schema.org data as JSON-LD: events, lists of events, live blogs.
//!
//! In: JSON-LD, or a timeline. Out: the other. It must never fetch a context: names are schema.org's.

use super::field;
use super::json::{EventJson, MediaJson, TimelineJson};
use super::lost::Lost;
use super::markup::{self, is_web_address};
use super::stamp;
use super::words;
use crate::base::edtf;
use crate::base::error::Error;
use crate::timeline::{Event, Status, Timeline};
use serde_json::{Map, Value, json};

/// Reads all events of a JSON-LD text, and the posts of live blogs.
///
/// # Errors
/// Broken JSON; no event in it; an event whose date is none.
pub(crate) fn read(text: &str) -> Result<(TimelineJson, Lost), Error> {
    let value = field::parse(text.trim_start_matches('\u{feff}'))?;
    let mut reader = Reader { timeline: TimelineJson::default(), lost: Lost::default() };
    reader.walk(&value, 0)?;
    match reader.timeline.events.is_empty() {
        true => Err("the JSON-LD has no Event with a startDate and no LiveBlogPosting with posts".into()),
        false => Ok((reader.timeline, reader.lost)),
    }
}

/// Whether a JSON value is JSON-LD.
pub(crate) fn looks_alike(value: &Value) -> bool {
    let one = |value: &Value| {
        value.get("@context").is_some() || value.get("@graph").is_some() || value.get("@type").is_some()
    };
    one(value) || value.as_array().is_some_and(|items| items.iter().any(one))
}

struct Reader {
    timeline: TimelineJson,
    lost: Lost,
}

/// Deeper than this no one nests events.
const DEEPEST: usize = 32;

impl Reader {
    fn walk(&mut self, value: &Value, depth: usize) -> Result<(), Error> {
        if depth > DEEPEST {
            return Ok(());
        }
        match value {
            Value::Array(items) => items.iter().try_for_each(|item| self.walk(item, depth + 1)),
            Value::Object(fields) => {
                if is_a(value, "Event") || fields.contains_key("startDate") {
                    self.event(value)?;
                } else if is_a(value, "BlogPosting") && !is_a(value, "LiveBlogPosting") {
                    self.post(value)?;
                } else if is_a(value, "ItemList") || is_a(value, "LiveBlogPosting") {
                    let name = first_line(value, &["headline", "name"]);
                    self.timeline.title = self.timeline.title.take().or(field::some(name));
                }
                let lists = [
                    "@graph",
                    "itemListElement",
                    "item",
                    "liveBlogUpdate",
                    "subEvent",
                    "subEvents",
                    "event",
                    "events",
                    "mainEntity",
                    "hasPart",
                ];
                lists.iter().filter_map(|name| fields.get(*name)).try_for_each(|inner| self.walk(inner, depth + 1))
            }
            _ => Ok(()),
        }
    }

    fn event(&mut self, value: &Value) -> Result<(), Error> {
        let title = first_line(value, &["name", "headline"]);
        let number = self.timeline.events.len() + 1;
        let place = || format!("event {number} (\"{}\")", field::beginning(&title));
        let start = field::text(value, "startDate");
        let written = field::list(value.get("identifier"))
            .iter()
            .find(|id| field::text(id, "propertyID").eq_ignore_ascii_case("edtf"))
            .map(|id| field::text(id, "value"));
        if start.is_empty() && written.is_none() {
            self.lost.add("event without a startDate");
            return Ok(());
        }
        let mut event = self.entry(value, title.clone());
        event.when = match written.filter(|edtf| edtf::read(edtf).is_ok()) {
            Some(edtf) => super::json::WhenJson { edtf, ..Default::default() },
            None => {
                let start = stamp::of_text(&start).map_err(|problem| format!("{}: startDate {problem}", place()))?;
                let end = field::text(value, "endDate");
                let end = if end.is_empty() {
                    None
                } else {
                    Some(stamp::of_text(&end).map_err(|problem| format!("{}: endDate {problem}", place()))?)
                };
                stamp::when(&start, end.as_ref()).map_err(|problem| format!("{}: {problem}", place()))?
            }
        };
        self.lost.add_if(value.get("location").is_some(), "place");
        self.timeline.events.push(event);
        Ok(())
    }

    fn post(&mut self, value: &Value) -> Result<(), Error> {
        let number = self.timeline.events.len() + 1;
        let title = first_line(value, &["headline", "name", "articleBody"]);
        let date = field::first_text(value, &["datePublished", "dateCreated", "dateModified"]);
        if date.is_empty() {
            self.lost.add("post without a date");
            return Ok(());
        }
        let stamp = stamp::of_text(&date)
            .map_err(|problem| format!("event {number} (\"{}\"): datePublished {problem}", field::beginning(&title)))?;
        let mut event = self.entry(value, field::beginning(&title));
        event.when = stamp::when(&stamp, None)?;
        self.timeline.events.push(event);
        Ok(())
    }

    fn entry(&mut self, value: &Value, title: String) -> EventJson {
        let plain = markup::plain(&field::first_text(value, &["description", "articleBody", "text", "abstract"]));
        self.lost.add_if(plain.lossy, "emphasis, pictures or further links in a text");
        let url =
            Some(field::first_text(value, &["url", "@id"])).filter(|url| is_web_address(url) && url.contains("//"));
        let group = first_line(value, &["keywords", "about"]);
        let id = field::text(value, "@id");
        EventJson {
            id: id.rsplit_once('#').map(|(_, id)| id.to_owned()).filter(|id| !id.is_empty()),
            title: [title, field::beginning(&plain.text), type_name(value)]
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_else(|| "Event".into()),
            text: field::some(plain.text),
            url: url.or(plain.link),
            media: media(value.get("image")),
            group: field::some(group),
            source: field::some(source(value)),
            status: field::text(value, "eventStatus").ends_with("EventScheduled").then(|| "planned".to_owned()),
            ..EventJson::default()
        }
    }
}

fn is_a(value: &Value, wanted: &str) -> bool {
    let names: Vec<String> = match value.get("@type") {
        Some(Value::Array(names)) => names.iter().map(field::as_text).collect(),
        Some(name) => vec![field::as_text(name)],
        None => Vec::new(),
    };
    names.iter().any(|name| name.rsplit(['/', ':']).next().is_some_and(|name| name.ends_with(wanted)))
}

/// What a nameless thing is: `MusicEvent`.
fn type_name(value: &Value) -> String {
    let name = first_line(value, &["@type"]);
    name.rsplit(['/', ':']).next().unwrap_or("").to_owned()
}

fn first_line(value: &Value, names: &[&str]) -> String {
    let found = names.iter().filter_map(|name| value.get(*name)).map(|value| match value {
        Value::Array(items) => items.first().map(field::as_text).unwrap_or_default(),
        Value::Object(_) => field::first_text(value, &["@value", "name"]),
        value => field::as_text(value),
    });
    found.map(|text| markup::line(&text)).find(|text| !text.is_empty()).unwrap_or_default()
}

fn source(value: &Value) -> String {
    let organizer = value.get("citation").or(value.get("isBasedOn"));
    organizer
        .map(|value| if value.is_object() { field::text(value, "name") } else { field::as_text(value) })
        .map(|text| markup::line(&text))
        .unwrap_or_default()
}

fn media(image: Option<&Value>) -> Option<MediaJson> {
    let image = match image? {
        Value::Array(images) => images.first()?,
        image => image,
    };
    let (url, words) = match image {
        Value::String(url) => (url.trim().to_owned(), &Value::Null),
        image => (field::first_text(image, &["contentUrl", "url", "@id"]), image),
    };
    is_web_address(&url).then(|| MediaJson {
        url,
        alt: first_line(words, &["alternateName", "description"]),
        credit: first_line(words, &["creditText", "copyrightNotice", "creator", "author"]),
        caption: first_line(words, &["caption", "name"]),
        thumbnail: Some(field::text(words, "thumbnailUrl")).filter(|url| is_web_address(url)).unwrap_or_default(),
    })
}

/// The timeline as an `ItemList` of events.
pub(crate) fn write(timeline: &Timeline) -> (Value, Lost) {
    let mut lost = Lost::default();
    let items: Vec<Value> = timeline
        .events
        .iter()
        .enumerate()
        .map(|(place, event)| json!({ "@type": "ListItem", "position": place + 1, "item": item(event, &mut lost) }))
        .collect();
    lost.add_if(!timeline.eras.is_empty(), "eras");
    let mut list = Map::new();
    list.insert("@context".into(), "https://schema.org".into());
    list.insert("@type".into(), "ItemList".into());
    let article = timeline.articles.first();
    let name = timeline.title.clone().or_else(|| article.and_then(|article| article.headline.clone()));
    field::put(&mut list, "name", &name.unwrap_or_default());
    list.insert("itemListElement".into(), items.into());
    (Value::Object(list), lost)
}

fn item(event: &Event, lost: &mut Lost) -> Value {
    let mut item = Map::new();
    let extent = &event.when.extent;
    item.insert("@type".into(), "Event".into());
    item.insert("@id".into(), ["#", &event.id].concat().into());
    item.insert("name".into(), markup::escape(&event.title).into());
    let edtf = event.edtf.clone().unwrap_or_else(|| edtf::write(extent));
    match stamp::span(extent, &event.edtf) {
        Some(span) => {
            field::put(&mut item, "startDate", &span.start.edtf());
            field::put(&mut item, "endDate", &span.end.map(|end| end.edtf()).unwrap_or_default());
            if !span.is_plain {
                item.insert("identifier".into(), json!({ "@type": "PropertyValue", "propertyID": "EDTF", "name": words::of_extent(extent, &event.edtf, "en"), "value": edtf }));
            }
        }
        None => lost.add("event without a date"),
    }
    let sentence = event.evidence.first().map(|evidence| evidence.text.clone());
    field::put(&mut item, "description", &markup::escape(&event.text.clone().or(sentence).unwrap_or_default()));
    field::put(&mut item, "url", event.url.as_deref().filter(|url| is_web_address(url)).unwrap_or(""));
    if let Some(media) = event.media.as_ref().filter(|media| is_web_address(&media.url)) {
        let mut image = Map::from_iter([("@type".to_owned(), Value::from("ImageObject"))]);
        for (name, text) in [
            ("contentUrl", &media.url),
            ("caption", &media.caption),
            ("creditText", &media.credit),
            ("alternateName", &media.alt),
            ("thumbnailUrl", &media.thumbnail),
        ] {
            field::put(&mut image, name, text);
        }
        item.insert("image".into(), Value::Object(image));
    }
    field::put(&mut item, "keywords", &markup::escape(event.group.as_deref().unwrap_or("")));
    if let Some(source) = &event.source {
        item.insert("citation".into(), json!({ "@type": "CreativeWork", "name": source }));
    }
    if event.status == Status::Planned {
        item.insert("eventStatus".into(), "https://schema.org/EventScheduled".into());
    }
    lost.add_if(event.status == Status::Reported, "that it is reported");
    lost.add_if(event.evidence.len() > 1, "evidence");
    lost.add_if(!event.when.why.is_empty(), "reason of a date");
    lost.add_if((event.importance - 0.5).abs() > 0.005, "importance");
    Value::Object(item)
}
