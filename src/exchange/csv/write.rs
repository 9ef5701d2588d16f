//! Tables going out.
//!
//! In: a timeline. Out: rows with our columns. A cell that a spreadsheet would take for a formula begins with an apostrophe.

use crate::base::date::Moment;
use crate::base::edtf;
use crate::exchange::json::{STATUSES, word};
use crate::exchange::lost::Lost;
use crate::exchange::markup::is_web_address;
use crate::timeline::{Event, Timeline};
use csv::{QuoteStyle, WriterBuilder};

/// Our columns; those reading knows.
const COLUMNS: [&str; 14] = [
    "edtf", "start", "end", "title", "text", "url", "image", "alt", "credit", "caption", "group", "source", "status",
    "id",
];

/// The events as rows.
pub(crate) fn write(timeline: &Timeline, separator: u8) -> (String, Lost) {
    let mut lost = Lost::default();
    let mut writer =
        WriterBuilder::new().delimiter(separator).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(COLUMNS);
    for event in &timeline.events {
        let _ = writer.write_record(row(event).iter().map(|cell| guarded(cell)));
        lost.add_if(event.text.is_some() && !event.evidence.is_empty() || event.evidence.len() > 1, "evidence");
        lost.add_if(!event.when.why.is_empty(), "reason of a date");
        lost.add_if((event.importance - 0.5).abs() > 0.005, "importance");
        lost.add_if(event.media.as_ref().is_some_and(|media| !media.thumbnail.is_empty()), "thumbnail");
        let addresses = [event.url.as_ref(), event.media.as_ref().map(|media| &media.url)];
        let is_foreign = |url: &&String| !url.is_empty() && !is_web_address(url);
        lost.add_if(addresses.into_iter().flatten().any(|url| is_foreign(&url)), "address that is not one of the web");
    }
    lost.add_if(timeline.title.is_some(), "title");
    lost.add_if(!timeline.eras.is_empty(), "eras");
    lost.add_if(!timeline.articles.is_empty(), "articles");
    let bytes = writer.into_inner().unwrap_or_default();
    (String::from_utf8(bytes).unwrap_or_default(), lost)
}

fn row(event: &Event) -> [String; 14] {
    let extent = &event.when.extent;
    let date = |moment: Option<Moment>| moment.map(Moment::to_iso).unwrap_or_default();
    let media = event.media.clone().unwrap_or_default();
    let address = |url: &str| if is_web_address(url) { url.to_owned() } else { String::new() };
    let sentence = event.evidence.first().map(|evidence| evidence.text.clone());
    [
        event.edtf.clone().unwrap_or_else(|| edtf::write(extent)),
        date(extent.earliest),
        date(extent.end),
        event.title.clone(),
        event.text.clone().or(sentence).unwrap_or_default(),
        address(event.url.as_deref().unwrap_or_default()),
        address(&media.url),
        media.alt,
        media.credit,
        media.caption,
        event.group.clone().unwrap_or_default(),
        event.source.clone().unwrap_or_default(),
        word(&STATUSES, event.status).to_owned(),
        event.id.clone(),
    ]
}

/// Whether a spreadsheet might run it: what begins like a formula and is no date. An apostrophe in front of such is guarded as well.
pub(super) fn is_dangerous(cell: &str) -> bool {
    let first = cell.trim_start_matches('\'').trim_start().chars().next();
    let is_formula = matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%')) || cell.starts_with(['\t', '\r']);
    is_formula && edtf::parse(cell).is_err()
}

fn guarded(cell: &str) -> String {
    if is_dangerous(cell) { ["'", cell].concat() } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "'=1", "=cmd|' /C calc'!A0"] {
            assert!(guarded(cell).starts_with('\''), "{cell}");
        }
        for cell in ["-0043", "-0043/0014", "?2004-06", "A = B", "'Tis", ""] {
            assert_eq!(guarded(cell), cell);
        }
    }
}
