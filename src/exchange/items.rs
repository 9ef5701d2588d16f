//! Lists of items that other timelines and databases hold: vis, SIMILE, Wikidata.
//!
//! In: their JSON or XML. Out: Timeline JSON and what it can't say. It must never guess a format: each has its own function.

use super::field;
use super::json::{EraJson, EventJson, MediaJson, TimelineJson};
use super::lost::Lost;
use super::markup::{self, is_web_address};
use super::stamp::{self, Stamp};
use super::words;
use super::xml::{text, with_root};
use crate::base::date::{Day, Moment};
use serde_json::{Map, Value};

/// The items of vis-timeline: a list, or `{items, groups}`. Backgrounds are eras.
///
/// # Errors
/// Broken JSON; an item without a start, or with one that is no date.
pub(crate) fn read_vis(data: &str) -> Result<(TimelineJson, Lost), String> {
    let value = field::parse(data.trim_start_matches('\u{feff}'))?;
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    let groups = field::list(value.get("groups"));
    let group_name = |id: &str| {
        let group = groups.iter().find(|group| field::text(group, "id") == id);
        group
            .map(|group| markup::line(&field::text(group, "content")))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_owned())
    };
    let items = if value.is_array() { field::list(Some(&value)) } else { field::list(value.get("items")) };
    for (place, item) in items.iter().enumerate() {
        let content = markup::plain(&field::first_text(item, &["content", "title"]));
        let title = content.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = || format!("item {} (\"{}\")", place + 1, field::beginning(&title));
        let date = |field: &str| date(item.get(field)).map_err(|problem| format!("{}: {field} {problem}", name()));
        let Some(start) = date("start")? else { return Err(format!("{}: start is missing", name())) };
        let when = stamp::when(&start, date("end")?.as_ref()).map_err(|problem| format!("{}: {problem}", name()))?;
        lost.add_if(
            ["style", "className", "subgroup"].iter().any(|name| item.get(*name).is_some()),
            "looks of an item",
        );
        if field::text(item, "type") == "background" {
            timeline.eras.push(EraJson { title, when, ..EraJson::default() });
            continue;
        }
        let tip = markup::plain(&field::text(item, "title")).text;
        timeline.events.push(EventJson {
            id: field::some(field::text(item, "id")),
            title: if title.is_empty() { when.edtf.clone() } else { title.clone() },
            when,
            text: field::some(tip).filter(|tip| *tip != title),
            url: content.link,
            group: field::some(field::text(item, "group")).map(|id| group_name(&id)),
            ..EventJson::default()
        });
    }
    Ok((timeline, lost))
}

/// Whether a JSON value is a list of vis items.
pub(crate) fn looks_like_vis(value: &Value) -> bool {
    let items = if value.is_array() { field::list(Some(value)) } else { field::list(value.get("items")) };
    items.first().is_some_and(|item| item.get("start").is_some() && item.get("content").is_some())
}

/// A date of vis: milliseconds, or a text as `Date` takes it.
fn date(value: Option<&Value>) -> Result<Option<Stamp>, String> {
    match value {
        Some(Value::Number(number)) => {
            let milliseconds = number.as_f64().unwrap_or(0.0);
            let minutes = (milliseconds / 60_000.0).floor();
            if minutes.abs() > 1.2e11 {
                return Err(format!("{number} lies beyond the calendar"));
            }
            let minutes = minutes as i64;
            let day = Day::from_days(minutes.div_euclid(1440) as i32);
            let minute = minutes.rem_euclid(1440) as u16;
            let moment =
                if minute == 0 { Moment::from_day(day) } else { Moment { day, minute: Some(minute), offset: Some(0) } };
            Ok(Some(Stamp::of_moment(moment)))
        }
        Some(Value::String(text)) if !text.trim().is_empty() => loose(text).map(Some),
        _ => Ok(None),
    }
}

/// A date as browsers and SIMILE write it: ISO, or `Sat May 20 1961 00:00:00 GMT-0600`.
fn loose(text: &str) -> Result<Stamp, String> {
    if let Ok(stamp) = stamp::of_text(text) {
        return Ok(stamp);
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_weekday = |word: &str| {
        ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].iter().any(|day| word.to_ascii_lowercase().starts_with(day))
    };
    let words = match words.split_first() {
        Some((first, rest)) if is_weekday(first) && rest.len() > 1 => rest,
        _ => &words,
    };
    let time = words.iter().position(|word| word.contains(':') || word.starts_with("GMT"));
    let date = words.get(..time.unwrap_or(words.len())).unwrap_or_default().join(" ");
    let edtf = words::to_edtf(&date, "en").map_err(|_| format!("\"{text}\" is no date"))?;
    let mut stamp = stamp::of_text(&edtf).map_err(|_| format!("\"{text}\" is no date"))?;
    // Midnight is how a day is written there.
    let clock =
        time.and_then(|place| words.get(place)).filter(|clock| !clock.starts_with("00:00") && clock.contains(':'));
    if let Some(clock) = clock.filter(|_| stamp.day.is_some()) {
        let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok());
        (stamp.hour, stamp.minute) = (parts.next().flatten(), parts.next().flatten());
    }
    match stamp.fault() {
        Some(problem) => Err(format!("\"{text}\": {problem}")),
        None => Ok(stamp),
    }
}

/// SIMILE Timeline: its JSON or its XML. Uncertain starts and ends become the limits they are.
///
/// # Errors
/// Broken JSON or XML; an event without a start, or with one that is no date.
pub(crate) fn read_simile(data: &str) -> Result<(TimelineJson, Lost), String> {
    let start = data.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('<') {
        let value = field::parse(start)?;
        return simile(field::list(value.get("events")));
    }
    with_root(start, |root| {
        if root.tag_name().name() != "data" {
            return Err(format!("the XML is no SIMILE timeline: it begins with <{}>", root.tag_name().name()));
        }
        let event = |node: roxmltree::Node| {
            let mut event: Map<String, Value> =
                node.attributes().map(|attribute| (attribute.name().to_owned(), attribute.value().into())).collect();
            event.insert("description".into(), text(node).into());
            Value::Object(event)
        };
        let events: Vec<Value> = root.children().filter(|node| node.has_tag_name("event")).map(event).collect();
        simile(&events)
    })
}

/// Whether a JSON value is of SIMILE.
pub(crate) fn looks_like_simile(value: &Value) -> bool {
    let first = field::list(value.get("events")).first();
    value.get("dateTimeFormat").is_some()
        || first.is_some_and(|event| {
            event.get("start").is_some() && (event.get("durationEvent").is_some() || event.get("isDuration").is_some())
        })
}

fn simile(events: &[Value]) -> Result<(TimelineJson, Lost), String> {
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
                loose(&text)
                    .map(Some)
                    .map_err(|problem| format!("{}: {} {problem}", name(), names.first().unwrap_or(&"")))
            }
        };
        let Some(start) = date(&["start"])? else { return Err(format!("{}: start is missing", name())) };
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
            when = super::json::WhenJson { edtf: format!("[{}..{}]", start.edtf(), end.edtf()), ..Default::default() };
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

/// Rows of the Wikidata query service: its JSON results, or a list of flat objects, with a time and maybe its precision.
///
/// # Errors
/// Broken JSON; a row whose time is none.
pub(crate) fn read_wikidata(data: &str) -> Result<(TimelineJson, Lost), String> {
    let value = field::parse(data.trim_start_matches('\u{feff}'))?;
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    let rows = match value.get("results") {
        Some(results) => field::list(results.get("bindings")),
        None => field::list(Some(&value)),
    };
    for (place, row) in rows.iter().enumerate() {
        let cell =
            |name: &str| {
                row.get(name)
                    .map(|cell| {
                        if cell.is_object() {
                            field::first_text(cell, &["value", "time"])
                        } else {
                            field::as_text(cell)
                        }
                    })
                    .unwrap_or_default()
            };
        let first =
            |names: &[&str]| names.iter().map(|name| cell(name)).find(|text| !text.is_empty()).unwrap_or_default();
        let title = first(&["itemLabel", "label", "eventLabel", "title", "name", "item"]);
        let name = || format!("row {} (\"{}\")", place + 1, field::beginning(&title));
        let (start, end) = (
            first(&["time", "date", "start", "startTime", "pointInTime", "inception"]),
            first(&["end", "endTime", "endDate"]),
        );
        let digits = first(&["timePrecision", "datePrecision", "startPrecision", "precision"]);
        let precision = digits
            .parse::<u8>()
            .ok()
            .or_else(|| row.get("time").and_then(|time| field::text(time, "precision").parse().ok()));
        if start.is_empty() {
            lost.add("row without a time");
            continue;
        }
        let edtf = wikidata(&start, precision.unwrap_or(11)).map_err(|problem| format!("{}: {problem}", name()))?;
        let edtf = match end.is_empty() || edtf.contains('X') {
            true => edtf,
            false => format!(
                "{edtf}/{}",
                wikidata(&end, first(&["endPrecision"]).parse().unwrap_or(11))
                    .map_err(|problem| format!("{}: {problem}", name()))?
            ),
        };
        let item = first(&["item", "event"]);
        timeline.events.push(EventJson {
            title: markup::line(&title),
            when: super::json::WhenJson { edtf, ..Default::default() },
            text: field::some(first(&["itemDescription", "description"])),
            url: Some(first(&["article", "url"]))
                .filter(|url| is_web_address(url))
                .or(is_web_address(&item).then_some(item)),
            media: Some(first(&["image", "pic"]))
                .filter(|url| is_web_address(url))
                .map(|url| MediaJson { url, ..MediaJson::default() }),
            group: field::some(first(&["groupLabel", "typeLabel", "countryLabel"])),
            ..EventJson::default()
        });
    }
    Ok((timeline, lost))
}

/// Whether a JSON value is an answer of the query service.
pub(crate) fn looks_like_wikidata(value: &Value) -> bool {
    value.get("results").is_some_and(|results| results.get("bindings").is_some())
        || value.as_array().and_then(|rows| rows.first()).is_some_and(|row| row.get("itemLabel").is_some())
}

/// A time of Wikidata with its precision: 11 day, 10 month, 9 year, 8 decade, 7 century, 6 millennium.
fn wikidata(time: &str, precision: u8) -> Result<String, String> {
    let wrong = || format!("\"{time}\" is no time such as +1911-03-08T00:00:00Z");
    let bare = time.trim().trim_start_matches('+');
    let (sign, digits) = bare.strip_prefix('-').map_or(("", bare), |rest| ("-", rest));
    let date = digits.split('T').next().unwrap_or(digits);
    let mut parts = date.split('-');
    let year: u64 = parts.next().and_then(|year| year.parse().ok()).ok_or_else(wrong)?;
    let (month, day) = (parts.next().unwrap_or("00"), parts.next().unwrap_or("00"));
    let long = if year > 9999 { "Y" } else { "" };
    // Month and day are 00 where they are not known.
    let text = match precision {
        11.. if year <= 9999 && month != "00" && day != "00" => format!("{sign}{year:04}-{month}-{day}"),
        10.. if year <= 9999 && month != "00" => format!("{sign}{year:04}-{month}"),
        8 if year <= 9999 => format!("{sign}{:03}X", year / 10),
        // The year stands for its century, which counts from 1.
        7 if year <= 9999 => format!("{sign}{:02}XX", year.saturating_sub(1) / 100),
        6 if year <= 9999 => format!("{sign}{}XXX", year.saturating_sub(1) / 1000),
        _ => format!("{long}{sign}{year:04}"),
    };
    crate::base::edtf::canonical(&text).map_err(|_| wrong())
}
