//! TimelineJS 1 and 2 in the form of version 3.
//!
//! In: what stands under `timeline`. Out: an object with title, events and eras. It must never learn what dates mean.

use crate::exchange::field;
use serde_json::{Map, Value, json};

/// The same in the form of version 3; dates stay texts.
pub(super) fn renewed(timeline: Value) -> Value {
    let slides = |name: &str| -> Vec<Value> { field::list(timeline.get(name)).iter().map(slide).collect() };
    let mut title = slide(&timeline);
    if let Value::Object(fields) = &mut title {
        // Versions 1 and 2 want a date here and show the title before all others.
        fields.remove("start_date");
        fields.remove("end_date");
        fields.remove("type");
    }
    json!({ "title": title, "events": slides("date"), "eras": slides("era") })
}

fn slide(old: &Value) -> Value {
    let mut new = Map::new();
    for (from, to) in [("startDate", "start_date"), ("endDate", "end_date")] {
        if let Some(date) = old.get(from).filter(|date| !field::as_text(date).is_empty()) {
            new.insert(to.into(), date.clone());
        }
    }
    new.insert("text".into(), json!({ "headline": field::text(old, "headline"), "text": field::text(old, "text") }));
    if let Some(asset) = old.get("asset").filter(|asset| asset.is_object()) {
        let mut media = Map::new();
        for (from, to) in [("media", "url"), ("credit", "credit"), ("caption", "caption"), ("thumbnail", "thumbnail")] {
            field::put(&mut media, to, &field::text(asset, from));
        }
        new.insert("media".into(), Value::Object(media));
    }
    let tag = match old.get("tags") {
        Some(Value::Array(tags)) => tags.first().map(field::as_text).unwrap_or_default(),
        _ => field::first_text(old, &["tag", "tags"]),
    };
    field::put(&mut new, "group", &tag);
    field::put(&mut new, "display_date", &field::text(old, "displayDate"));
    field::put(&mut new, "unique_id", &field::text(old, "slug"));
    Value::Object(new)
}
