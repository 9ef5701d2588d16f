//! Rows of Wikidata's query service.
//!
//! In: its JSON. Out: Timeline JSON and what it can't say. It must never take a date for more exact than its precision says.

use super::json::{EventJson, MediaJson, TimelineJson, WhenJson};
use super::lost::Lost;
use super::markup::is_web_address;
use super::{field, markup};
use crate::base::edtf;
use crate::base::error::Error;
use serde_json::Value;

/// Rows of the Wikidata query service: its JSON results, or a list of flat objects, with a time and maybe its precision.
///
/// # Errors
/// Broken JSON; a row whose time is none.
pub(crate) fn read(data: &str) -> Result<(TimelineJson, Lost), Error> {
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
        let edtf = edtf_of(&start, precision.unwrap_or(11)).map_err(|problem| format!("{}: {problem}", name()))?;
        let edtf = match end.is_empty() || edtf.contains('X') {
            true => edtf,
            false => format!(
                "{edtf}/{}",
                edtf_of(&end, first(&["endPrecision"]).parse().unwrap_or(11))
                    .map_err(|problem| format!("{}: {problem}", name()))?
            ),
        };
        let item = first(&["item", "event"]);
        timeline.events.push(EventJson {
            title: markup::line(&title),
            when: WhenJson { edtf, ..Default::default() },
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
pub(crate) fn looks_alike(value: &Value) -> bool {
    value.get("results").is_some_and(|results| results.get("bindings").is_some())
        || value.as_array().and_then(|rows| rows.first()).is_some_and(|row| row.get("itemLabel").is_some())
}

/// A time of Wikidata with its precision: 11 day, 10 month, 9 year, 8 decade, 7 century, 6 millennium.
fn edtf_of(time: &str, precision: u8) -> Result<String, Error> {
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
    edtf::canonical(&text).map_err(|_| wrong().into())
}
