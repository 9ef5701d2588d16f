//! TimelineJS 3 going out.
//!
//! In: a timeline. Out: its JSON and what it can't say. It must never write markup that did not come with the event.

use super::{KEPT, kept, read};
use crate::base::date::Extent;
use crate::exchange::field;
use crate::exchange::json::{self, EventJson};
use crate::exchange::lost::Lost;
use crate::exchange::markup;
use crate::exchange::stamp::{Span, Stamp, span};
use crate::exchange::words;
use crate::timeline::{Event, Status, Timeline};
use serde_json::{Map, Value, json};

/// The timeline as TimelineJS JSON.
pub(crate) fn write(timeline: &Timeline) -> (Value, Lost) {
    // The same as Timeline JSON, which has what was kept as values.
    let given = json::from_timeline(timeline);
    let mut lost = Lost::default();
    let mut file = Map::new();
    let kept = kept(&given.extra);
    let dates: Vec<i64> = timeline
        .events
        .iter()
        .filter_map(|event| span(&event.when.extent, &event.edtf))
        .map(|span| span.start.year)
        .collect();
    match kept.get("scale").and_then(Value::as_str) {
        Some(scale) => field::put(&mut file, "scale", scale),
        None if dates.iter().any(|year| !(-200_000..=200_000).contains(year)) => {
            field::put(&mut file, "scale", "cosmological")
        }
        None => {}
    }
    if let Some(title) = title(timeline, kept.get("title")) {
        file.insert("title".into(), title);
    }
    let events = timeline.events.iter().zip(&given.events);
    let events: Vec<Value> = events.filter_map(|(event, given)| slide(event, given, &mut lost)).collect();
    file.insert("events".into(), Value::Array(events));
    let eras = timeline.eras.iter().zip(&given.eras).filter_map(|(era, given)| {
        let kept = self::kept(&given.extra);
        let mut slide = Map::new();
        put_dates(&mut slide, &era.when.extent, &era.edtf, &kept)?;
        slide.insert("text".into(), json!({ "headline": headline(&era.title, &kept) }));
        Some(Value::Object(slide))
    });
    let eras: Vec<Value> = eras.collect();
    if !eras.is_empty() {
        file.insert("eras".into(), Value::Array(eras));
    }
    lost.add_if(!timeline.articles.is_empty(), "articles");
    (Value::Object(file), lost)
}

/// What was kept of a slide. Others than reading may have put it there, so it is looked at once more.
fn kept(extra: &Map<String, Value>) -> Map<String, Value> {
    let kept = extra.get(KEPT).and_then(Value::as_object).into_iter().flatten();
    kept.filter(|(_, value)| kept::is_harmless(value)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn title(timeline: &Timeline, kept: Option<&Value>) -> Option<Value> {
    let kept = kept.and_then(Value::as_object).cloned().unwrap_or_default();
    let mut slide = Map::new();
    let article = timeline.articles.first().and_then(|article| article.headline.clone());
    let words = timeline.title.clone().or(article).unwrap_or_default();
    if words.is_empty() && kept.is_empty() {
        return None;
    }
    let mut text = Map::new();
    field::put(&mut text, "headline", &headline(&words, &kept));
    if let Some(words) = kept.get("text") {
        text.insert("text".into(), words.clone());
    }
    slide.insert("text".into(), Value::Object(text));
    for (name, value) in kept.iter().filter(|(name, _)| !matches!(name.as_str(), "text" | "headline")) {
        slide.insert(name.clone(), value.clone());
    }
    Some(Value::Object(slide))
}

/// The headline as it came, where its words are still the same.
fn headline(words: &str, kept: &Map<String, Value>) -> String {
    match kept.get("headline").and_then(Value::as_str) {
        Some(written) if markup::line(written) == words => written.to_owned(),
        _ => markup::escape(words),
    }
}

fn slide(event: &Event, given: &EventJson, lost: &mut Lost) -> Option<Value> {
    let kept = kept(&given.extra);
    let mut slide = Map::new();
    if put_dates(&mut slide, &event.when.extent, &event.edtf, &kept).is_none() {
        lost.add("event without a date");
        return None;
    }
    let is_derived = kept.get("headline").and_then(Value::as_str) == Some("") && read::untitled(given) == event.title;
    let headline = if is_derived { String::new() } else { headline(&event.title, &kept) };
    let mut text = json!({ "headline": headline });
    let body = body(event, &kept);
    if let (Some(fields), false) = (text.as_object_mut(), body.is_empty()) {
        field::put(fields, "text", &body);
    }
    slide.insert("text".into(), text);
    if let Some(media) = media(event, given, &kept, lost) {
        slide.insert("media".into(), media);
    }
    field::put(&mut slide, "group", &markup::escape(event.group.as_deref().unwrap_or("")));
    field::put(&mut slide, "unique_id", &markup::escape(&event.id));
    for name in ["background", "location", "autolink", "type"] {
        if let Some(value) = kept.get(name) {
            slide.insert(name.into(), value.clone());
        }
    }
    let when = &event.when;
    lost.add_if(event.status != Status::Happened, "status");
    lost.add_if(!event.evidence.is_empty(), "evidence");
    lost.add_if(!when.why.is_empty(), "reason of a date");
    lost.add_if((event.importance - 0.5).abs() > 0.005, "importance");
    lost.add_if(when.extent.ongoing, "that it is still going on");
    Some(Value::Object(slide))
}

/// What is to be read below the headline: the text as it came where its words are still the same; else the text, or the sentence
/// an event was found in, with its source and its link.
fn body(event: &Event, kept: &Map<String, Value>) -> String {
    let words = event.text.clone().unwrap_or_default();
    if let Some(written) = kept.get("text").and_then(Value::as_str)
        && words.starts_with(&markup::plain(written).text)
    {
        return written.to_owned();
    }
    let is_quote = kept.get("media").is_some_and(|media| !read::media(&json!({ "media": media })).1.is_empty());
    let words = match event.evidence.first() {
        Some(evidence) if words.is_empty() => evidence.text.clone(),
        _ if is_quote => words.lines().next().filter(|_| words.contains('\n')).unwrap_or("").to_owned(),
        _ => words,
    };
    let mut html: Vec<String> = words.lines().map(markup::escape).collect();
    html.extend(event.source.as_ref().map(|source| format!("({})", markup::escape(source))));
    if html.len() > 1 {
        html = html.iter().map(|line| format!("<p>{line}</p>")).collect();
    }
    if let Some(url) = event.url.as_deref().filter(|url| markup::is_web_address(url)) {
        let quoted = url.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let host = url.split_once("//").map_or(url, |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest));
        html.push(format!("<p><a href=\"{quoted}\">{}</a></p>", markup::escape(host)));
    }
    html.concat()
}

fn media(event: &Event, given: &EventJson, kept: &Map<String, Value>, lost: &mut Lost) -> Option<Value> {
    let written = kept.get("media");
    let (before, quote) = written.map(|media| read::media(&json!({ "media": media }))).unwrap_or_default();
    let now = given.media.clone();
    if written.is_some()
        && before == now
        && (quote.is_empty() || event.text.as_ref().is_some_and(|text| text.ends_with(&quote)))
    {
        return written.cloned();
    }
    let now = now?;
    let mut media = Map::new();
    for (name, url) in [("url", &now.url), ("thumbnail", &now.thumbnail)] {
        // Anything else in this field TimelineJS takes for markup.
        match url.is_empty() || markup::is_web_address(url) {
            true => field::put(&mut media, name, url),
            false => lost.add("address of a medium that is not one of the web"),
        }
    }
    for (name, words) in [("caption", &now.caption), ("credit", &now.credit), ("alt", &now.alt)] {
        field::put(&mut media, name, &markup::escape(words));
    }
    Some(Value::Object(media))
}

/// The dates as they were spelled, where they still mean the same; else anew. `None` where there is no date at all.
fn put_dates(
    slide: &mut Map<String, Value>,
    extent: &Extent,
    edtf: &Option<String>,
    kept: &Map<String, Value>,
) -> Option<()> {
    let span = span(extent, edtf)?;
    if let Ok((Some(start), end, _)) = read::dates(&Value::Object(kept.clone()))
        && means(&start, &span.start)
        && match (&end, &span.end) {
            (Some(before), Some(now)) => means(before, now),
            (None, None) => true,
            _ => false,
        }
    {
        for name in ["start_date", "end_date", "display_date"] {
            if let Some(value) = kept.get(name) {
                slide.insert(name.into(), value.clone());
            }
        }
        return Some(());
    }
    let Span { start, end, is_plain } = &span;
    slide.insert("start_date".into(), date(start));
    if let Some(end) = end {
        slide.insert("end_date".into(), date(end));
    }
    if !is_plain {
        field::put(slide, "display_date", &words::of_extent(extent, edtf, "en"));
    }
    Some(())
}

/// Whether two dates are the same as far as a timeline keeps them.
fn means(written: &Stamp, now: &Stamp) -> bool {
    let far = !(-9999..=9999).contains(&now.year);
    let bare = |stamp: &Stamp| {
        let time = if stamp.day.is_some() { stamp.hour.map(|hour| (hour, stamp.minute.unwrap_or(0))) } else { None };
        (stamp.year, stamp.month.filter(|_| !far), stamp.day.filter(|_| !far), time.filter(|_| !far))
    };
    bare(written) == bare(now)
}

fn date(stamp: &Stamp) -> Value {
    let mut date = Map::from_iter([("year".to_owned(), Value::from(stamp.year))]);
    let parts = [
        ("month", stamp.month),
        ("day", stamp.day),
        ("hour", stamp.hour),
        ("minute", stamp.minute),
        ("second", stamp.second),
        ("millisecond", stamp.millisecond),
    ];
    for (name, value) in parts {
        if let Some(value) = value {
            date.insert(name.into(), value.into());
        }
    }
    Value::Object(date)
}
