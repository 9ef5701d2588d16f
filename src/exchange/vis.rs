//! Items of vis-timeline.
//!
//! In: their JSON. Out: Timeline JSON and what it can't say. It must never keep the looks of an item.

use super::json::{EraJson, EventJson, TimelineJson};
use super::lost::Lost;
use super::stamp::{self, Stamp};
use super::{field, loose, markup};
use crate::base::date::{Day, Moment};
use crate::base::error::Error;
use crate::exchange::convert::Tongue;
use serde_json::Value;

/// The items of vis-timeline: a list, or `{items, groups}`. Backgrounds are eras.
///
/// # Errors
/// Broken JSON; an item without a start, or with one that is no date.
pub(crate) fn read(data: &str, english: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
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
        let date =
            |field: &str| date(item.get(field), english).map_err(|problem| format!("{}: {field} {problem}", name()));
        let Some(start) = date("start")? else { return Err(format!("{}: start is missing", name()).into()) };
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
pub(crate) fn looks_alike(value: &Value) -> bool {
    let items = if value.is_array() { field::list(Some(value)) } else { field::list(value.get("items")) };
    items.first().is_some_and(|item| item.get("start").is_some() && item.get("content").is_some())
}

/// A date of vis: milliseconds, or a text as `Date` takes it.
fn date(value: Option<&Value>, english: Tongue<'_>) -> Result<Option<Stamp>, Error> {
    match value {
        Some(Value::Number(number)) => {
            let milliseconds = number.as_f64().unwrap_or(0.0);
            let minutes = (milliseconds / 60_000.0).floor();
            if minutes.abs() > 1.2e11 {
                return Err(format!("{number} lies beyond the calendar").into());
            }
            let minutes = minutes as i64;
            let day = Day::from_days(minutes.div_euclid(1440) as i32);
            let minute = minutes.rem_euclid(1440) as u16;
            let moment =
                if minute == 0 { Moment::from_day(day) } else { Moment { day, minute: Some(minute), offset: Some(0) } };
            Ok(Some(Stamp::of_moment(moment)))
        }
        Some(Value::String(text)) if !text.trim().is_empty() => loose::read(text, english).map(Some),
        _ => Ok(None),
    }
}
