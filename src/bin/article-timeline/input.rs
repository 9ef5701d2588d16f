//! Reading what the user names: a file or standard input, guessed or said to be text or JSON.
//!
//! In: a path. Out: articles, or a timeline that was made before. It must never learn what is printed.

use crate::options::{From, Source};
use article_timeline::article::json::{self, ArticleJson};
use article_timeline::article::{Article, Given, feed, html, loose, markdown, page, schema, text};
use article_timeline::exchange::json::{TimelineJson, into_timeline};
use article_timeline::exchange::{self, Format};
use article_timeline::language::Languages;
use article_timeline::timeline::Timeline;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// What came in.
pub(crate) enum Input {
    /// Articles to be made into a timeline, with the source text where it is plain text.
    Articles(Vec<Article>, Option<String>),
    /// A timeline already.
    Timeline(Timeline),
}

/// Reads what `source` names.
///
/// # Errors
/// One plain sentence: no such file, not text, broken JSON with line and column, a form that is not read yet.
pub(crate) fn read(source: &Source, languages: &Languages) -> Result<Input, String> {
    let Some(path) = &source.file else {
        return Err("Name the article's file, or - for standard input.".into());
    };
    let name = if path == Path::new("-") { "standard input".into() } else { format!("\"{}\"", path.display()) };
    let bytes = load(path, &name)?;
    let given = Given { published: source.published, language: source.lang.clone(), ..Given::default() };
    // A page says itself in which characters it is written.
    if source.from == Some(From::Html) || (source.from.is_none() && is_page(&bytes)) {
        return Ok(Input::Articles(
            vec![page::read(&html::parse(&html::decode(&bytes, None)), &given, languages)],
            None,
        ));
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    let is_table = matches!(source.from, Some(From::Csv | From::Tsv)) || matches!(extension, "csv" | "tsv");
    let text = &match decode(&bytes, &name) {
        // Spreadsheet programs of Windows write tables in its own encoding.
        Err(_) if is_table && !bytes.contains(&0) => html::decode(&bytes, Some("windows-1252")),
        decoded => decoded?,
    };
    match source.from.unwrap_or_else(|| guess(text, path)) {
        From::Text => Ok(Input::Articles(vec![text::read(text, &given, languages)], Some(text.to_string()))),
        From::Markdown => {
            let text = markdown::plain(text);
            Ok(Input::Articles(vec![text::read(&text, &given, languages)], Some(text)))
        }
        From::Json => read_json(text, &given, languages).map_err(|problem| {
            let hint = if source.from.is_none() { " Use --from text if it is plain text." } else { "" };
            format!("{name} {problem}{hint}")
        }),
        From::Html => Ok(Input::Articles(vec![page::read(&html::parse(text), &given, languages)], None)),
        From::Feed | From::Jsonld => several(text, source, &given, languages).ok_or_else(|| {
            format!("{name} was to be a feed or schema.org data, but no article with its text was found in it, and no event with its day.")
        }),
        other => match other.format() {
            Some(format) if !matches!(format, Format::Edtf | Format::Words) => {
                let options = exchange::Options { lang: source.lang.as_deref(), languages };
                let (timeline, _) =
                    exchange::read(text, format, &options).map_err(|problem| format!("{name}: {problem}."))?;
                Ok(Input::Timeline(timeline))
            }
            _ => Err("A date alone makes no timeline: give --to edtf or --to words.".into()),
        },
    }
}

/// Feeds and schema.org data carry articles to be read, or else events that have their days already.
fn several(text: &str, source: &Source, given: &Given, languages: &Languages) -> Option<Input> {
    let is_json = text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
    let articles = match (is_json, feed::read_json(&loose::read(text), given, languages)) {
        (false, _) => feed::read_xml(text, given, languages),
        (true, entries) if entries.is_empty() => schema::articles(&loose::read(text), given, languages),
        (true, entries) => entries,
    };
    if !articles.is_empty() {
        return Some(Input::Articles(articles, None));
    }
    let options = exchange::Options { lang: source.lang.as_deref(), languages };
    let format = if is_json { exchange::guess(text) } else { Format::Feed };
    let (timeline, _) = exchange::read(text, format, &options).ok()?;
    (!timeline.events.is_empty()).then_some(Input::Timeline(timeline))
}

/// Reads one date in words or as EDTF.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_date(source: &Source) -> Result<(String, Format), String> {
    let Some(path) = &source.file else {
        return Err("Name the date's file, or - for standard input.".into());
    };
    let name = if path == Path::new("-") { "standard input".into() } else { format!("\"{}\"", path.display()) };
    let bytes = load(path, &name)?;
    let text = decode(&bytes, &name)?.trim().to_owned();
    let from = source.from.and_then(From::format).unwrap_or(Format::Words);
    Ok((text, from))
}

fn load(path: &Path, name: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let outcome = if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|read| bytes = read)
    };
    use std::io::ErrorKind;
    outcome.map(|()| bytes).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("There is no file {name}."),
        ErrorKind::IsADirectory => format!("{name} is a folder, not a file."),
        ErrorKind::PermissionDenied => format!("{name} may not be read by this user."),
        _ => format!("{name} could not be read: {error}."),
    })
}

/// UTF-8, or UTF-16 with the mark that Windows programs put in front; without the zero bytes that no text has.
fn decode<'a>(bytes: &'a [u8], name: &str) -> Result<Cow<'a, str>, String> {
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, unit)) = wide {
        let units: Vec<u16> =
            rest.chunks_exact(2).map(|pair| unit([*pair.first().unwrap_or(&0), *pair.last().unwrap_or(&0)])).collect();
        let text = String::from_utf16(&units);
        return text.map(Cow::Owned).map_err(|_| format!("{name} is not text: it is marked as UTF-16 but is none."));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to() + 1;
        format!("{name} is not text: byte {at} is no UTF-8; save it as UTF-8 if it is text in another encoding.")
    })?;
    match text.find('\0') {
        Some(at) => Err(format!("{name} is not text: byte {} is a zero.", at + 1)),
        None => Ok(Cow::Borrowed(text)),
    }
}

/// Whether the first bytes are those of a web page; feeds begin alike.
fn is_page(bytes: &[u8]) -> bool {
    let head = html::decode(bytes.get(..2048.min(bytes.len())).unwrap_or_default(), None);
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_ascii_lowercase();
    is_markup(&start) && !is_feed(&start)
}

/// What a text seems to be.
fn guess(text: &str, path: &Path) -> From {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head: String = start.chars().take(64).collect::<String>().to_ascii_lowercase();
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    match exchange::guess(text) {
        Format::Timelinejs => return From::Timelinejs,
        Format::Csv => return From::Csv,
        Format::Ics => return From::Ics,
        Format::Jsonld => return From::Jsonld,
        Format::Feed => return From::Feed,
        Format::Simile => return From::Simile,
        Format::Vis => return From::Vis,
        Format::Wikidata => return From::Wikidata,
        _ => {}
    }
    match head.chars().next() {
        _ if extension == "csv" => From::Csv,
        _ if extension == "tsv" => From::Tsv,
        _ if matches!(extension, "md" | "markdown") => From::Markdown,
        Some('{') => From::Json,
        // A text may begin with a bracket ("[Update] ..."), a list of articles with a bracket and a brace.
        Some('[') if extension == "json" || head.trim_start_matches('[').trim_start().starts_with(['{', ']']) => {
            From::Json
        }
        Some('<') if is_feed(&start.chars().take(2048).collect::<String>().to_ascii_lowercase()) => From::Feed,
        _ if extension == "json" => From::Json,
        _ => From::Text,
    }
}

fn is_feed(head: &str) -> bool {
    ["<rss", "<feed", "<rdf:rdf"].iter().any(|start| head.contains(start)) && !head.contains("<html")
}

fn is_markup(head: &str) -> bool {
    ["<!", "<?xml", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<section", "<h1"]
        .iter()
        .any(|start| head.starts_with(start))
}

fn read_json(text: &str, given: &Given, languages: &Languages) -> Result<Input, String> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text).map_err(|error| broken(&error))?;
    if value.is_array() {
        let articles: Vec<ArticleJson> = typed(text)?;
        return Ok(Input::Articles(
            articles.into_iter().map(|article| json::read(article, given, languages)).collect(),
            None,
        ));
    }
    let has = |field: &str| value.get(field).is_some();
    if has("events") && value.get("events").is_some_and(Value::is_array) && !has("text") && !has("blocks") {
        let timeline: TimelineJson = typed(text)?;
        return into_timeline(timeline)
            .map(Input::Timeline)
            .map_err(|problem| format!("is no good Timeline JSON: {problem}."));
    }
    if !has("text") && !has("blocks") {
        return Err("is neither an article (it has no text or blocks) nor a timeline (it has no events).".into());
    }
    let article: ArticleJson = typed(text)?;
    Ok(Input::Articles(vec![json::read(article, given, languages)], None))
}

/// Read from the text once more, so that an error knows its line.
fn typed<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| broken(&error))
}

/// serde's sentence with the place in front: "is broken JSON at line 3, column 7: expected value".
pub(crate) fn broken(error: &serde_json::Error) -> String {
    let sentence = error.to_string();
    let cause = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(cause, _)| cause);
    let what = if error.is_data() { "has a wrong value" } else { "is broken JSON" };
    format!("{what} at line {}, column {}: {cause}.", error.line(), error.column())
}
