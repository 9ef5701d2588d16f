//! From any format to any other, by way of the timeline.
//!
//! In: a text, its format or a guess, and the format wanted. Out: the text in that format and a list of what it can't say. Pure: no file, no
//! network, no clock; the command line and JavaScript call the same function. It must never learn where the text is from.

use super::json::{self, TimelineJson};
use super::lost::Lost;
use super::{calendar, csv, feed, field, html, jsonld, simile, timelinejs, vis, wikidata, words};
use crate::base::edtf;
use crate::base::error::Error;
use crate::language::{Language, Languages};
use crate::timeline::Timeline;
use serde_json::Value;

/// The formats that can be named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Timeline JSON.
    Json,
    /// TimelineJS JSON of any version, JSONP too.
    Timelinejs,
    /// A table with commas, semicolons or tabs between its cells.
    Csv,
    /// The same, with tabs when written.
    Tsv,
    /// A calendar.
    Ics,
    /// schema.org events, lists of them, live blogs.
    Jsonld,
    /// A list with `<time>` in its items.
    Html,
    /// RSS, Atom or JSON Feed, as a list of its entries; in only.
    Feed,
    /// SIMILE Timeline, JSON or XML; in only.
    Simile,
    /// Items of vis-timeline; in only.
    Vis,
    /// Rows of Wikidata's query service; in only.
    Wikidata,
    /// One date as EDTF.
    Edtf,
    /// One date in words.
    Words,
}

impl Format {
    /// Every format with its name.
    pub const NAMES: [(Format, &str); 13] = [
        (Format::Json, "json"),
        (Format::Timelinejs, "timelinejs"),
        (Format::Csv, "csv"),
        (Format::Tsv, "tsv"),
        (Format::Ics, "ics"),
        (Format::Jsonld, "jsonld"),
        (Format::Html, "html"),
        (Format::Feed, "feed"),
        (Format::Simile, "simile"),
        (Format::Vis, "vis"),
        (Format::Wikidata, "wikidata"),
        (Format::Edtf, "edtf"),
        (Format::Words, "words"),
    ];

    /// The format of a name.
    ///
    /// # Errors
    /// A sentence with all names.
    ///
    /// ```
    /// use article_timeline::exchange::Format;
    /// assert_eq!(Format::by_name("timelinejs"), Ok(Format::Timelinejs));
    /// assert!(Format::by_name("excel").unwrap_err().sentence().contains("csv"));
    /// ```
    pub fn by_name(name: &str) -> Result<Format, Error> {
        let found = Format::NAMES.iter().find(|(_, known)| *known == name);
        found.map(|(format, _)| *format).ok_or_else(|| {
            let names: Vec<&str> = Format::NAMES.iter().map(|(_, name)| *name).collect();
            format!("\"{name}\" is no format; there are {}", names.join(", ")).into()
        })
    }

    /// Its name, as [`by_name`](Format::by_name) takes it.
    ///
    /// ```
    /// use article_timeline::exchange::Format;
    /// assert_eq!(Format::Ics.name(), "ics");
    /// ```
    pub fn name(self) -> &'static str {
        Format::NAMES.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }

    /// Whether the text of this format is JSON.
    pub fn is_json(self) -> bool {
        matches!(self, Format::Json | Format::Timelinejs | Format::Jsonld)
    }

    /// Whether timelines can be written in this format.
    pub fn is_written(self) -> bool {
        !matches!(self, Format::Feed | Format::Simile | Format::Vis | Format::Wikidata | Format::Edtf | Format::Words)
    }
}

/// What is known beside the text.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The language of words, as a BCP 47 tag; English unless given.
    pub lang: Option<&'a str>,
    /// The languages in which dates can be read as words.
    pub languages: &'a Languages,
}

impl<'a> Options<'a> {
    /// English words.
    pub fn new(languages: &'a Languages) -> Options<'a> {
        Options { lang: None, languages }
    }

    pub(super) fn tongue(&self) -> Tongue<'a> {
        let tag = self.lang.unwrap_or("en");
        Tongue { tag, tagger: self.languages.get(tag).or_else(|| self.languages.get("en")) }
    }
}

/// A language as words for dates are read in it.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a> {
    /// BCP 47 tag.
    pub tag: &'a str,
    /// Its words of time; `None` where the caller has no language at all.
    pub tagger: Option<&'a Language>,
}

/// A text in another format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Converted {
    /// The text.
    pub data: String,
    /// What the format can't say, a phrase each.
    pub lost: Vec<String>,
}

/// The text in another format; its own is guessed unless given. From Timeline JSON to Timeline JSON it comes back checked and completed.
///
/// # Errors
/// One sentence that says what is wrong with the text, with the entry and the field where it has such.
///
/// ```
/// use article_timeline::exchange::{Format, Options, convert};
/// use article_timeline::language::Languages;
/// let slides = r#"{"events": [{"start_date": {"year": "1969", "month": 7}, "text": {"headline": "<i>Landing</i>"}}]}"#;
/// let made = convert(slides, None, Format::Json, &Options::new(&Languages::english())).unwrap();
/// assert!(made.data.contains(r#""title":"Landing""#) && made.data.contains(r#""edtf":"1969-07""#));
/// ```
pub fn convert(data: &str, from: Option<Format>, to: Format, options: &Options) -> Result<Converted, Error> {
    let lang = options.lang.unwrap_or("en");
    let from = from.unwrap_or_else(|| guess(data));
    let (timeline, mut lost) = match (from, to) {
        (Format::Edtf, Format::Edtf) => {
            // What is no EDTF but an extension of ours is written anew; the sentence is that of reading.
            let extent = edtf::read(data)?;
            return date(edtf::canonical(data.trim()).or_else(|_| Ok(edtf::write(&extent))));
        }
        (Format::Edtf, Format::Words) => return date(words::from_edtf(data.trim(), lang)),
        (Format::Words, Format::Edtf) => return date(words::to_edtf(data, options.tongue())),
        (Format::Words, Format::Words) => {
            return date(words::to_edtf(data, options.tongue()).and_then(|found| words::from_edtf(&found, lang)));
        }
        (Format::Edtf | Format::Words, _) | (_, Format::Edtf | Format::Words) => {
            return Err("edtf and words are one date each and convert into each other only".into());
        }
        (_, to) if !to.is_written() => {
            let name = to.name();
            return Err(
                format!("{name} is read but not written; write json, timelinejs, csv, ics, jsonld or html").into()
            );
        }
        _ => read(data, from, options)?,
    };
    let mut converted = write(&timeline, to, options);
    lost.append(&mut converted.lost);
    Ok(Converted { lost, ..converted })
}

fn date(text: Result<String, Error>) -> Result<Converted, Error> {
    text.map(|data| Converted { data, lost: Vec::new() })
}

/// The timeline of a text, and what Timeline JSON can't say of it.
///
/// # Errors
/// As [`convert`].
///
/// ```
/// use article_timeline::exchange::{Format, Options, read};
/// use article_timeline::language::Languages;
/// let (timeline, lost) = read("date,title\n20 July 1969,Landing", Format::Csv, &Options::new(&Languages::english())).unwrap();
/// assert_eq!((timeline.events.len(), lost.len()), (1, 0));
/// ```
pub fn read(data: &str, from: Format, options: &Options) -> Result<(Timeline, Vec<String>), Error> {
    // Programs write dates in English.
    let english = Options::new(options.languages).tongue();
    let (mut json, lost) = match from {
        Format::Timelinejs => timelinejs::read(data)?,
        Format::Csv | Format::Tsv => csv::read(data, options.tongue())?,
        Format::Ics => calendar::read(data)?,
        Format::Jsonld => jsonld::read(data)?,
        Format::Html => html::read(data, options.tongue())?,
        Format::Feed => feed::read(data)?,
        Format::Simile => simile::read(data, english)?,
        Format::Vis => vis::read(data, english)?,
        Format::Wikidata => wikidata::read(data)?,
        _ => (read_json(data)?, Lost::default()),
    };
    // A title that was nothing but markup does not make a whole file unreadable.
    for event in json.events.iter_mut().filter(|event| from != Format::Json && event.title.trim().is_empty()) {
        event.title = timelinejs::untitled(event);
    }
    Ok((json::into_timeline(json)?, lost.into_list()))
}

fn read_json(data: &str) -> Result<TimelineJson, Error> {
    serde_json::from_str(data.trim_start_matches('\u{feff}')).map_err(|error| {
        let sentence = error.to_string();
        let cause = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(cause, _)| cause);
        let what = if error.is_data() { "the Timeline JSON has a wrong value" } else { "the JSON is broken" };
        format!("{what} at line {}, column {}: {cause}", error.line(), error.column()).into()
    })
}

/// A timeline in a format, and what that can't say. In place of formats that are only read Timeline JSON is written.
///
/// ```
/// use article_timeline::{exchange::{Format, Options, write}, language::Languages, timeline::Timeline};
/// assert!(write(&Timeline::default(), Format::Csv, &Options::new(&Languages::english())).data.starts_with("edtf,start,end,title"));
/// ```
pub fn write(timeline: &Timeline, to: Format, options: &Options) -> Converted {
    let lang = options.lang.unwrap_or("en");
    let (data, lost) = match to {
        Format::Timelinejs => {
            let (file, lost) = timelinejs::write(timeline);
            (file.to_string(), lost)
        }
        Format::Csv => csv::write(timeline, b','),
        Format::Tsv => csv::write(timeline, b'\t'),
        Format::Ics => calendar::write(timeline),
        Format::Jsonld => {
            let (list, lost) = jsonld::write(timeline);
            // It is to stand in a script, which these letters could end.
            (list.to_string().replace('<', "\\u003c"), lost)
        }
        Format::Html => html::write(timeline, lang),
        _ => (write_json(timeline), Lost::default()),
    };
    Converted { data, lost: lost.into_list() }
}

/// Timeline JSON. Dates beyond the calendar that layouts count in keep their years here.
fn write_json(timeline: &Timeline) -> String {
    let mut json = json::from_timeline(timeline);
    let events = json.events.iter_mut().map(|event| &mut event.when);
    for when in events.chain(json.eras.iter_mut().map(|era| &mut era.when)) {
        if let Some((earliest, latest, end)) = super::stamp::far_limits(&when.edtf) {
            (when.earliest, when.latest, when.end) = (earliest, latest, end);
        }
    }
    serde_json::to_string(&json).unwrap_or_default()
}

/// Whether JSON is of a format.
type LooksAlike = fn(&Value) -> bool;

/// What a text seems to be.
///
/// ```
/// use article_timeline::exchange::{Format, guess};
/// assert_eq!(guess("Year,Month,Day,Headline\n1969,7,20,Landing"), Format::Csv);
/// ```
pub fn guess(data: &str) -> Format {
    let bare = timelinejs::bare(data);
    let start = data.trim_start_matches('\u{feff}').trim_start();
    match field::parse(bare) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => {
            let known: [(Format, LooksAlike); 6] = [
                (Format::Timelinejs, timelinejs::looks_alike),
                (Format::Jsonld, jsonld::looks_alike),
                (Format::Feed, feed::is_json_feed),
                (Format::Simile, simile::looks_alike),
                (Format::Wikidata, wikidata::looks_alike),
                (Format::Vis, vis::looks_alike),
            ];
            known.iter().find(|(_, looks_alike)| looks_alike(&value)).map_or(Format::Json, |(format, _)| *format)
        }
        Ok(_) => Format::Json,
        Err(_) if bare.contains("\"start_date\"") || bare.contains("\"startDate\"") => Format::Timelinejs,
        Err(_) if start.starts_with("BEGIN:VCALENDAR") => Format::Ics,
        Err(_) if feed::looks_alike(data) => Format::Feed,
        Err(_) if start.starts_with("<data") => Format::Simile,
        Err(_) if html::looks_alike(data) => Format::Html,
        Err(_) if csv::looks_alike(data) => Format::Csv,
        Err(_) => Format::Json,
    }
}
