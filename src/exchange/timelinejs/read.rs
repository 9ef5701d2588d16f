//! TimelineJS coming in.
//!
//! In: a JSON text of any of its versions. Out: Timeline JSON and what it can't say, or one sentence that names the entry and the field.
//! It must never run or keep what could run.

use super::{KEPT, date, kept, old};
use crate::base::error::Error;
use crate::exchange::field;
use crate::exchange::json::{EraJson, EventJson, MediaJson, TimelineJson, WarningJson, WhenJson};
use crate::exchange::lost::Lost;
use crate::exchange::markup::{self, is_web_address};
use crate::exchange::stamp::{self, Stamp};
use serde_json::{Map, Value};

/// Reads a file.
///
/// # Errors
/// Broken JSON with its place; an entry without a date, or with one that is none.
pub(crate) fn read(text: &str) -> Result<(TimelineJson, Lost), Error> {
    let bare = bare(text);
    let value = field::parse(bare).map_err(|problem| match broken_entry(bare) {
        Some(place) => format!("{problem}, in or behind {place}").into(),
        None => problem,
    })?;
    let value = match value {
        Value::Object(mut file) if file.get("timeline").is_some_and(Value::is_object) => {
            old::renewed(file.remove("timeline").unwrap_or_default())
        }
        Value::Array(events) => Value::Object(Map::from_iter([("events".to_owned(), Value::Array(events))])),
        value => value,
    };
    if !value.get("events").is_some_and(|events| events.is_array() || events.is_object()) {
        return Err(
            "the file has no events: a list \"events\", or \"timeline\" with a list \"date\", is expected".into()
        );
    }
    slides(&value, &|number| format!("event {number}"))
}

/// The JSON inside JSONP (`storyjs_jsonp_data = {...};`, `callback({...})`), without a mark at its start.
pub(crate) fn bare(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim();
    let Some(at) = text.find(['{', '[', '"']) else { return text };
    let (head, body) = text.split_at_checked(at).unwrap_or(("", text));
    let name = head.trim().trim_start_matches("var ").trim_end_matches(['=', '(']).trim();
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '.'));
    if head.is_empty() || !is_name || !head.trim().ends_with(['=', '(']) {
        return text;
    }
    body.trim_end_matches([';', ')', ' ', '\n', '\r', '\t'])
}

/// Whether a JSON object is of TimelineJS and not of ours.
pub(crate) fn looks_alike(value: &Value) -> bool {
    let events = match value {
        Value::Array(events) => Some(events),
        _ => value.get("events").and_then(Value::as_array),
    };
    value.get("timeline").is_some_and(|timeline| timeline.get("date").is_some())
        || events.is_some_and(|events| events.iter().any(|event| event.get("start_date").is_some()))
}

/// Where in broken JSON the reading stopped: the last date of a slide before it.
fn broken_entry(text: &str) -> Option<String> {
    let error = serde_json::from_str::<Value>(text).err()?;
    let lines: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let before = text.get(..lines)?;
    let events = before.get(before.find("\"events\"").or_else(|| before.find("\"date\""))?..)?;
    let count = events.matches("\"start_date\"").count() + events.matches("\"startDate\"").count();
    (count > 0).then(|| format!("event {count}"))
}

/// Reads slides in the form of version 3; `place` says what the number of a slide, from 1, is called in the file.
pub(crate) fn slides(value: &Value, place: &dyn Fn(usize) -> String) -> Result<(TimelineJson, Lost), Error> {
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    if let Some(title) = value.get("title").filter(|title| title.is_object()) {
        take_title(&mut timeline, title, &mut lost);
    }
    for (index, slide) in field::list(value.get("events")).iter().enumerate() {
        let number = index + 1;
        if !slide.is_object() {
            return Err(format!("{} is no object with a start_date and a text", place(number)).into());
        }
        // Sheets say so in a column.
        let kind = field::text(slide, "type").to_lowercase();
        if kind == "title" && timeline.title.is_none() {
            take_title(&mut timeline, slide, &mut lost);
            continue;
        }
        if kind == "era" {
            let era = era(slide, &mut lost)
                .map_err(|problem| format!("{} (\"{}\"): {problem}", place(number), name_of(slide)))?;
            timeline.eras.push(era);
            continue;
        }
        let event = event(slide, &mut lost);
        let name = || format!("{} (\"{}\")", place(number), name_of(slide));
        let mut event = event.map_err(|problem| format!("{}: {problem}", name()))?;
        for mended in take_mended(&mut event.when) {
            timeline.warnings.push(WarningJson { kind: "other".into(), message: format!("In {}, {mended}.", name()) });
        }
        timeline.events.push(event);
    }
    for (index, slide) in field::list(value.get("eras")).iter().enumerate() {
        let era = era(slide, &mut lost)
            .map_err(|problem| format!("era {} (\"{}\"): {problem}", index + 1, name_of(slide)))?;
        timeline.eras.push(era);
    }
    let scale = field::text(value, "scale");
    if !scale.is_empty() {
        keep(&mut timeline.extra, "scale", Value::from(scale));
    }
    Ok((timeline, lost))
}

fn name_of(slide: &Value) -> String {
    let headline = slide.get("text").map(|text| markup::line(&field::text(text, "headline"))).unwrap_or_default();
    field::beginning(&headline)
}

fn keep(extra: &mut Map<String, Value>, name: &str, value: Value) {
    if let Value::Object(kept) = extra.entry(KEPT).or_insert_with(|| Value::Object(Map::new())) {
        kept.insert(name.to_owned(), value);
    }
}

/// The title slide: its headline is the timeline's title, the rest is kept.
fn take_title(timeline: &mut TimelineJson, slide: &Value, lost: &mut Lost) {
    let text = slide.get("text").cloned().unwrap_or_default();
    timeline.title = field::some(markup::line(&field::text(&text, "headline")));
    let mut kept = kept::of(slide, &mut Lost::default());
    lost.add_if(!field::text(&text, "text").is_empty(), "text of the title");
    lost.add_if(media(slide).0.is_some(), "medium of the title");
    let plain = markup::plain(&field::text(&text, "text")).text;
    if !plain.is_empty() && !kept.contains_key("text") {
        kept.insert("text".into(), markup::escape(&plain).into());
    }
    if let Some(id) = slide.get("unique_id") {
        kept.insert("unique_id".into(), markup::escape(&markup::line(&field::as_text(id))).into());
    }
    if !kept.is_empty() {
        keep(&mut timeline.extra, "title", Value::Object(kept));
    }
}

/// Where a mended date says what was mended, until the warning is made.
const MENDED: char = '\u{1f}';

fn take_mended(when: &mut WhenJson) -> Vec<String> {
    std::mem::take(&mut when.why).split(MENDED).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn event(slide: &Value, lost: &mut Lost) -> Result<EventJson, Error> {
    let text = slide.get("text").cloned().unwrap_or_default();
    let headline = markup::line(&field::text(&text, "headline"));
    let plain = markup::plain(&field::text(&text, "text"));
    let (start, end, mended) = dates(slide)?;
    let Some(start) = start else { return Err("start_date is missing".into()) };
    let (media, quote) = media(slide);
    lost.add_if(plain.lossy, "emphasis, pictures or further links in a text");
    let body = [plain.text.as_str(), quote.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    let mut event = EventJson {
        id: field::some(markup::line(&field::text(slide, "unique_id"))),
        title: headline,
        when: stamp::when(&start, end.as_ref())?,
        text: field::some(body),
        media,
        group: field::some(first_group(slide)),
        url: plain.link,
        ..EventJson::default()
    };
    event.when.why = mended.join(&MENDED.to_string());
    lost.add_if(
        end.is_some()
            && [Some(&start), end.as_ref()]
                .into_iter()
                .flatten()
                .any(|stamp| stamp.second.is_some_and(|second| second > 0)),
        "seconds of a stretch",
    );
    let mut kept = kept::of(slide, lost);
    if event.title.is_empty() {
        event.title = untitled(&event);
        kept.insert("headline".into(), "".into());
    }
    event.extra.insert(KEPT.into(), Value::Object(kept));
    Ok(event)
}

fn first_group(slide: &Value) -> String {
    markup::line(&field::first_text(slide, &["group", "tag"]))
}

/// The title of an event that has none: how its text begins, what stands below its picture, else its date.
pub(crate) fn untitled(event: &EventJson) -> String {
    let media = event.media.clone().unwrap_or_default();
    let candidates = [event.text.clone().unwrap_or_default(), media.caption, media.alt, media.credit];
    let found = candidates.iter().find(|text| !text.trim().is_empty());
    found.map_or_else(|| event.when.edtf.clone(), |text| field::beginning(text))
}

/// A start, an end, and what was mended.
type Dates = (Option<Stamp>, Option<Stamp>, Vec<String>);

/// The start and the end of a slide, mended where TimelineJS would have taken them.
pub(super) fn dates(slide: &Value) -> Result<Dates, Error> {
    let start = date::read(slide.get("start_date"), "start_date")?;
    let end = date::read(slide.get("end_date"), "end_date")?;
    let mut mended: Vec<String> = [&start, &end].into_iter().flatten().filter_map(|read| read.mended.clone()).collect();
    let (start, mut end) = (start.map(|read| read.stamp), end.map(|read| read.stamp));
    if let (Some(from), Some(to)) = (&start, &end) {
        if from == to {
            end = None;
        } else if stamp::when(from, Some(to)).is_err() {
            mended.push("the end lies before the start and is left out".into());
            end = None;
        }
    }
    Ok((start, end, mended))
}

/// The medium of a slide, and the words of one that is a quotation.
pub(super) fn media(slide: &Value) -> (Option<MediaJson>, String) {
    let Some(media) = slide.get("media").filter(|media| media.is_object()) else { return (None, String::new()) };
    let written = field::text(media, "url");
    let (url, quote) = match written.trim_start().starts_with('<') {
        true => inside(&written),
        false => (written, String::new()),
    };
    let words = |name: &str| markup::line(&field::text(media, name));
    if !is_web_address(&url) {
        return (None, quote);
    }
    let media = MediaJson {
        url,
        alt: words("alt"),
        credit: words("credit"),
        caption: words("caption"),
        thumbnail: Some(field::first_text(media, &["thumbnail", "thumb"]))
            .filter(|url| is_web_address(url))
            .unwrap_or_default(),
    };
    (Some(media), quote)
}

/// A medium that is a piece of HTML: the address of what it embeds, else its words.
fn inside(html: &str) -> (String, String) {
    for (at, _) in html.match_indices('<') {
        if let Some(tag) = html.get(at..).and_then(markup::Tag::of)
            && matches!(tag.name.as_str(), "iframe" | "img" | "video" | "audio" | "source")
            && let Some(url) = tag.attribute("src").filter(|url| is_web_address(url))
        {
            return (url, String::new());
        }
    }
    (String::new(), markup::plain(html).text)
}

fn era(slide: &Value, lost: &mut Lost) -> Result<EraJson, Error> {
    let (start, end, _) = dates(slide)?;
    let Some(start) = start else { return Err("start_date is missing".into()) };
    let text = slide.get("text").cloned().unwrap_or_default();
    lost.add_if(!field::text(&text, "text").is_empty(), "text of an era");
    let mut era = EraJson {
        title: markup::line(&field::text(&text, "headline")),
        when: stamp::when(&start, end.as_ref())?,
        ..EraJson::default()
    };
    let kept = kept::of(slide, &mut Lost::default());
    if !kept.is_empty() {
        era.extra.insert(KEPT.into(), Value::Object(kept));
    }
    Ok(era)
}
