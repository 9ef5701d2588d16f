//! Tables coming in.
//!
//! In: a text of rows. Out: Timeline JSON and what it can't say, or a sentence that names the row and the column.

use super::cells::{Row, rows, separator};
use super::columns::{Columns, Meaning, normal};
use super::day;
use crate::base::error::Error;
use crate::exchange::convert::Tongue;
use crate::exchange::field;
use crate::exchange::json::{EventJson, MediaJson, TimelineJson, WarningJson, WhenJson};
use crate::exchange::lost::Lost;
use crate::exchange::markup::{self, Plain, is_web_address};
use crate::exchange::timelinejs;
use serde_json::{Map, Value, json};

/// Reads a table.
///
/// # Errors
/// A table without a column of dates or of titles; a row without a date, or with one that is none.
pub(crate) fn read(text: &str, tongue: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
    let rows = rows(text, separator(text))?;
    let Some((header, body)) = rows.split_first() else { return Err("the table is empty".into()) };
    if is_timelinejs(header) {
        return sheet(header, body);
    }
    let (columns, body) = match Columns::named(header) {
        Some(columns) => (columns, body),
        None => {
            let guessed = Columns::guessed(body).or_else(|| Columns::guessed(&rows));
            let columns = guessed.ok_or(
                "the table has no column of dates and one of titles; name them \"date\" and \"title\" in its first row",
            )?;
            let start = columns.place(Meaning::Start).unwrap_or(0);
            (columns, if day::looks_like(header.cell(start)) { rows.as_slice() } else { body })
        }
    };
    table(&columns, body, tongue)
}

/// Whether a text may be a table of ours or TimelineJS's: a first line with known names and separators.
pub(crate) fn looks_alike(text: &str) -> bool {
    let Some(first) = text.trim_start_matches('\u{feff}').lines().next() else { return false };
    let Ok(rows) = rows(first, separator(first)) else { return false };
    rows.first()
        .is_some_and(|header| header.cells().count() > 1 && (is_timelinejs(header) || Columns::named(header).is_some()))
}

fn is_timelinejs(header: &Row) -> bool {
    let names: Vec<String> = header.cells().map(normal).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    (has("year") && (has("headline") || has("end year")))
        || (has("start date") && has("headline") && has("media caption"))
}

/// TimelineJS's own columns as slides.
fn sheet(header: &Row, body: &[Row]) -> Result<(TimelineJson, Lost), Error> {
    let names: Vec<String> = header.cells().map(normal).collect();
    let place = |wanted: &[&str]| wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted));
    let slides: Vec<Value> = body
        .iter()
        .map(|row| {
            let cell = |wanted: &[&str]| place(wanted).map_or("", |column| row.cell(column)).to_owned();
            slide(&cell)
        })
        .collect();
    let lines: Vec<u64> = body.iter().map(|row| row.line).collect();
    timelinejs::slides(&json!({ "events": slides }), &|number| {
        format!("the row in line {}", lines.get(number.saturating_sub(1)).copied().unwrap_or(0))
    })
}

fn slide(cell: &dyn Fn(&[&str]) -> String) -> Value {
    let mut slide = Map::new();
    for (name, prefix) in [("start_date", ""), ("end_date", "end ")] {
        let mut date = Map::new();
        for part in ["year", "month", "day"] {
            let named = [prefix, part].concat();
            field::put(&mut date, part, &cell(&[&named]));
        }
        let time = cell(&[&[prefix, "time"].concat()]);
        for (part, value) in ["hour", "minute", "second"].iter().zip(clock(&time)) {
            field::put(&mut date, part, &value);
        }
        let whole = cell(&[if prefix.is_empty() { "start date" } else { "end date" }]);
        if !date.is_empty() {
            slide.insert(name.into(), Value::Object(date));
        } else if !whole.is_empty() {
            slide.insert(name.into(), whole.into());
        }
    }
    slide.insert("text".into(), json!({ "headline": cell(&["headline"]), "text": cell(&["text"]) }));
    let mut media = Map::new();
    for (part, names) in [
        ("url", ["media", "media url"]),
        ("credit", ["media credit", "credit"]),
        ("caption", ["media caption", "caption"]),
        ("thumbnail", ["media thumbnail", "thumbnail"]),
        ("alt", ["alt text", "media alt"]),
    ] {
        field::put(&mut media, part, &cell(&names));
    }
    if !media.is_empty() {
        slide.insert("media".into(), Value::Object(media));
    }
    for (part, names) in [
        ("type", ["type", "type"]),
        ("group", ["group", "tag"]),
        ("display_date", ["display date", "displaydate"]),
        ("unique_id", ["unique id", "id"]),
    ] {
        field::put(&mut slide, part, &cell(&names));
    }
    let background = cell(&["background", "background color"]);
    if !background.is_empty() {
        let part = if background.contains('/') { "url" } else { "color" };
        slide.insert("background".into(), json!({ part: background }));
    }
    Value::Object(slide)
}

/// `14:05:30`, `2:05 PM` as texts of hour, minute, second.
fn clock(time: &str) -> Vec<String> {
    let lower = time.to_ascii_lowercase();
    let half = if lower.ends_with("pm") {
        Some(12)
    } else if lower.ends_with("am") {
        Some(0)
    } else {
        None
    };
    let mut parts: Vec<String> =
        lower.trim_end_matches(['a', 'p', 'm', ' ', '.']).split(':').map(|part| part.trim().to_owned()).collect();
    if let (Some(half), Some(first)) = (half, parts.first_mut())
        && let Ok(hour) = first.parse::<u32>()
    {
        *first = (hour % 12 + half).to_string();
    }
    parts
}

fn table(columns: &Columns, body: &[Row], tongue: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
    let mut timeline = TimelineJson::default();
    let dates = body.iter().flat_map(|row| [columns.cell(row, Meaning::Start), columns.cell(row, Meaning::End)]);
    let order = day::order(dates, tongue);
    for row in body {
        let title = columns.cell(row, Meaning::Title);
        let place =
            || format!("the row in line {} (\"{}\")", row.line, field::beginning(&markup::line(&without_guard(title))));
        if columns.cell(row, Meaning::Start).is_empty() && columns.cell(row, Meaning::Edtf).is_empty() {
            timeline.warnings.push(WarningJson {
                kind: "other".into(),
                message: format!("In {}, there is no date; it is left out.", place()),
            });
            continue;
        }
        let event = event(columns, row, order, tongue).map_err(|problem| format!("{}: {problem}", place()))?;
        timeline.events.push(event);
    }
    if timeline.events.is_empty() && !body.is_empty() {
        return Err("no row of the table has a date".into());
    }
    Ok((timeline, Lost::default()))
}

fn event(columns: &Columns, row: &Row, order: day::Order, tongue: Tongue<'_>) -> Result<EventJson, Error> {
    // Our own tables hold plain text, others may hold HTML.
    let is_ours = columns.place(Meaning::Edtf).is_some();
    let words = |meaning| {
        let cell = without_guard(columns.cell(row, meaning));
        if is_ours { Plain { text: cell, ..Plain::default() } } else { markup::plain(&cell) }
    };
    let line = |meaning| match is_ours {
        true => words(meaning).text,
        false => markup::line(&without_guard(columns.cell(row, meaning))),
    };
    let text = words(Meaning::Text);
    let title = line(Meaning::Title);
    let image = columns.cell(row, Meaning::Image);
    let url = Some(columns.cell(row, Meaning::Url)).filter(|url| is_web_address(url)).map(str::to_owned);
    let status = field::some(line(Meaning::Status))
        .filter(|status| ["happened", "reported", "planned"].contains(&status.as_str()));
    Ok(EventJson {
        id: field::some(line(Meaning::Id)),
        title: if title.is_empty() { field::beginning(&text.text) } else { title },
        when: when(columns, row, order, tongue)?,
        text: field::some(text.text),
        url: url.or(text.link),
        media: is_web_address(image).then(|| MediaJson {
            url: image.to_owned(),
            alt: line(Meaning::Alt),
            credit: line(Meaning::Credit),
            caption: line(Meaning::Caption),
            ..MediaJson::default()
        }),
        group: field::some(line(Meaning::Group)),
        source: field::some(line(Meaning::Source)),
        status,
        ..EventJson::default()
    })
}

/// Our own tables have EDTF, and start and end beside it; in others the dates are in the words of the file.
fn when(columns: &Columns, row: &Row, order: day::Order, tongue: Tongue<'_>) -> Result<WhenJson, Error> {
    let (edtf, start, end) =
        (columns.cell(row, Meaning::Edtf), columns.cell(row, Meaning::Start), columns.cell(row, Meaning::End));
    let timed = |cell: &str| field::some(cell.to_owned()).filter(|cell| cell.contains('T'));
    if !edtf.is_empty() {
        return Ok(WhenJson {
            edtf: edtf.into(),
            earliest: timed(start),
            latest: timed(start),
            end: timed(end),
            ..WhenJson::default()
        });
    }
    let start = day::read(start, order, tongue).map_err(|problem| format!("start: {problem}"))?;
    if end.is_empty() || start.contains('/') {
        return Ok(WhenJson { edtf: start, ..WhenJson::default() });
    }
    let end = day::read(end, order, tongue).map_err(|problem| format!("end: {problem}"))?;
    let day = |text: &str| text.split('T').next().unwrap_or(text).to_owned();
    Ok(WhenJson {
        edtf: [day(&start).as_str(), "/", &day(&end)].concat(),
        earliest: timed(&start),
        latest: timed(&start),
        end: timed(&end),
        ..WhenJson::default()
    })
}

/// The apostrophe that keeps a spreadsheet from running a cell is no part of it.
fn without_guard(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if super::write::is_dangerous(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}
