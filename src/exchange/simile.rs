//! SIMILE Timeline.
//!
//! In: its JSON or XML. Out: Timeline JSON and what it can't say. It must never keep the looks of an event.

use super::json::{EventJson, MediaJson, TimelineJson, WhenJson};
use super::lost::Lost;
use super::markup::is_web_address;
use super::xml::{text, with_root};
use super::{field, loose, markup, stamp};
use crate::base::error::Error;
use crate::exchange::convert::Tongue;
use serde_json::{Map, Value};

/// SIMILE Timeline: its JSON or its XML. Uncertain starts and ends become the limits they are.
///
/// # Errors
/// Broken JSON or XML; an event without a start, or with one that is no date.
pub(crate) fn read(data: &str, english: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
    let start = data.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('<') {
        let value = field::parse(start)?;
        return simile(field::list(value.get("events")), english);
    }
    with_root(start, |root| {
        if root.tag_name().name() != "data" {
            return Err(format!("the XML is no SIMILE timeline: it begins with <{}>", root.tag_name().name()).into());
        }
        let event = |node: roxmltree::Node| {
            let mut event: Map<String, Value> =
                node.attributes().map(|attribute| (attribute.name().to_owned(), attribute.value().into())).collect();
            event.insert("description".into(), text(node).into());
            Value::Object(event)
        };
        let events: Vec<Value> = root.children().filter(|node| node.has_tag_name("event")).map(event).collect();
        simile(&events, english)
    })
}

/// Whether a JSON value is of SIMILE.
pub(crate) fn looks_alike(value: &Value) -> bool {
    let first = field::list(value.get("events")).first();
    value.get("dateTimeFormat").is_some()
        || first.is_some_and(|event| event.get("start").is_some() && event.get("when").is_none())
}

fn simile(events: &[Value], english: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    for (place, event) in events.iter().enumerate() {
        let title = markup::line(&field::first_text(event, &["title", "caption"]));
        let name = || format!("event {} (\"{}\")", place + 1, field::beginning(&title));
        let date = |names: &[&str]| {
            let text = field::first_text(event, names);
            if text.is_empty() {
                Ok(None)
            } else {
                loose::read(&text, english)
                    .map(Some)
                    .map_err(|problem| format!("{}: {} {problem}", name(), names.first().unwrap_or(&"")))
            }
        };
        let Some(start) = date(&["start"])? else { return Err(format!("{}: start is missing", name()).into()) };
        let (end, latest_start) = (date(&["end", "earliestEnd"])?, date(&["latestStart"])?);
        let flag = |name: &str| {
            matches!(field::text(event, name).as_str(), "true") || event.get(name) == Some(&Value::Bool(true))
        };
        let is_stretch = flag("durationEvent") || flag("isDuration") || latest_start.is_some();
        let mut when = stamp::when(&start, end.as_ref()).map_err(|problem| format!("{}: {problem}", name()))?;
        if let (Some(latest), true) = (&latest_start, start.day.is_some()) {
            // It began some time between the two, and is said to have ended.
            when.latest = Some(latest.edtf()).filter(|text| text.len() > 9);
            when.bound = Some("between".into());
        } else if !is_stretch && let Some(end) = &end {
            // A moment that lies somewhere in between.
            when = WhenJson { edtf: format!("[{}..{}]", start.edtf(), end.edtf()), ..Default::default() };
        }
        let body = markup::plain(&field::text(event, "description"));
        lost.add_if(
            ["color", "textColor", "icon", "classname"].iter().any(|name| event.get(*name).is_some()),
            "looks of an event",
        );
        let image = field::text(event, "image");
        timeline.events.push(EventJson {
            id: field::some(field::text(event, "eventID").replace(' ', "-")),
            title: if title.is_empty() { field::beginning(&body.text) } else { title },
            when,
            text: field::some(body.text),
            url: Some(field::text(event, "link")).filter(|url| is_web_address(url)).or(body.link),
            media: is_web_address(&image).then(|| MediaJson { url: image, ..MediaJson::default() }),
            ..EventJson::default()
        });
    }
    Ok((timeline, lost))
}
