//! A list coming in: ours, or one that was written by hand.
//!
//! In: HTML. Out: an event for each `<li>` with a `<time>` in it. It must never ask more of the HTML than tags in order: this is no parser of pages.

use crate::base::edtf;
use crate::base::error::Error;
use crate::exchange::convert::Tongue;
use crate::exchange::field;
use crate::exchange::json::{EventJson, MediaJson, TimelineJson, WhenJson};
use crate::exchange::lost::Lost;
use crate::exchange::markup::{self, Tag, is_web_address};
use crate::exchange::words;

/// Reads the lists of a piece of HTML.
///
/// # Errors
/// HTML without an item that has a `<time>`; an item whose time is no date.
pub(crate) fn read(html: &str, tongue: Tongue<'_>) -> Result<(TimelineJson, Lost), Error> {
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    for (place, item) in items(html).into_iter().enumerate() {
        let Some(event) =
            event(&item, tongue, &mut lost).map_err(|problem| format!("item {}: {problem}", place + 1))?
        else {
            lost.add("item without a <time>");
            continue;
        };
        timeline.events.push(event);
    }
    match timeline.events.is_empty() {
        true => Err("the HTML has no list with a <time> in its items".into()),
        false => Ok((timeline, lost)),
    }
}

/// Whether a text is HTML with such a list.
pub(crate) fn looks_alike(text: &str) -> bool {
    text.trim_start().starts_with('<') && text.contains("<li") && text.contains("<time")
}

/// A tag, or the text before the next one.
enum Piece<'a> {
    Tag(Tag<'a>),
    Text(&'a str),
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    let mut text_from = html;
    let after_tags = html.len() - html.rfind('>').unwrap_or(0);
    while let Some(at) = rest.find('<') {
        let behind = rest.get(at..).unwrap_or("");
        let tag = Some(behind).filter(|behind| behind.len() > after_tags).and_then(Tag::of);
        let Some(tag) = tag else {
            rest = behind.get(1..).unwrap_or("");
            continue;
        };
        let text = text_from.get(..text_from.len() - behind.len()).unwrap_or("");
        pieces.push(Piece::Text(text));
        rest = behind.get(tag.length..).unwrap_or("");
        text_from = rest;
        pieces.push(Piece::Tag(tag));
    }
    pieces.push(Piece::Text(text_from));
    pieces
}

/// The pieces of each item of the outermost lists; an end tag may be missing, as HTML allows.
fn items(html: &str) -> Vec<Vec<Piece<'_>>> {
    let mut items: Vec<Vec<Piece>> = Vec::new();
    let mut lists = 0_usize;
    let mut inside = false;
    for piece in pieces(html) {
        if let Piece::Tag(tag) = &piece {
            let is_list = matches!(tag.name.as_str(), "ol" | "ul");
            match (is_list, tag.closes, tag.name.as_str()) {
                (true, false, _) => lists += 1,
                (true, true, _) => {
                    lists = lists.saturating_sub(1);
                    inside &= lists > 0;
                }
                (_, false, "li") if lists == 1 => {
                    items.push(Vec::new());
                    inside = true;
                    if let Some(item) = items.last_mut() {
                        item.push(piece);
                    }
                    continue;
                }
                (_, true, "li") if lists == 1 => inside = false,
                _ => {}
            }
        }
        if inside && let Some(item) = items.last_mut() {
            item.push(piece);
        }
    }
    items
}

/// What is gathered of an item.
#[derive(Default)]
struct Gathered {
    time: String,
    name: String,
    credit: String,
    caption: String,
    source: String,
    group: String,
    rest: String,
    /// Whether the name is marked as one: then it is taken as it stands.
    is_named: bool,
}

fn event(item: &[Piece], tongue: Tongue<'_>, lost: &mut Lost) -> Result<Option<EventJson>, Error> {
    let mut event = EventJson::default();
    let mut words = Gathered::default();
    let (mut start, mut end): (Option<String>, Option<String>) = (None, None);
    // The elements whose text goes elsewhere, innermost last.
    let mut open: Vec<(&str, &str)> = Vec::new();
    for piece in item {
        let tag = match piece {
            Piece::Text(text) => {
                let target = match open.last().map(|(_, target)| *target) {
                    Some("time") => &mut words.time,
                    Some("name") => &mut words.name,
                    Some("credit") => &mut words.credit,
                    Some("caption") => &mut words.caption,
                    Some("source") => &mut words.source,
                    Some("group") => &mut words.group,
                    Some("nothing") => continue,
                    _ => &mut words.rest,
                };
                target.push_str(text);
                continue;
            }
            Piece::Tag(tag) => tag,
        };
        if tag.closes {
            if open.last().is_some_and(|(name, _)| *name == tag.name) {
                open.pop();
            } else if matches!(tag.name.as_str(), "p" | "blockquote" | "div") {
                words.rest.push('\n');
            }
            continue;
        }
        let class = tag.attribute("class").unwrap_or_default();
        let has = |wanted: &str| class.split_whitespace().any(|name| name == wanted);
        match tag.name.as_str() {
            "li" => {
                event.id = tag.attribute("id").filter(|id| !id.is_empty());
                event.status = tag.attribute("data-status").filter(|status| !status.is_empty());
            }
            "time" if start.is_none() => {
                start = tag.attribute("data-edtf").or_else(|| tag.attribute("datetime")).or(Some(String::new()));
                if let Some(moment) = tag.attribute("datetime").filter(|text| text.contains('T')) {
                    event.when.earliest = Some(moment);
                }
                event.when.why = tag.attribute("title").unwrap_or_default();
                open.push(("time", "time"));
            }
            "time" => {
                end = end.or_else(|| tag.attribute("datetime"));
                open.push(("time", "nothing"));
            }
            "a" => {
                let url = tag.attribute("href").filter(|url| is_web_address(url));
                if has("u-url") {
                    open.push(("a", "nothing"));
                }
                match &event.url {
                    None => event.url = url,
                    Some(_) => lost.add("further links"),
                }
            }
            "img" => {
                let url = tag.attribute("src").filter(|url| is_web_address(url));
                let alt = tag.attribute("alt").unwrap_or_default();
                event.media = event.media.take().or(url.map(|url| MediaJson { url, alt, ..MediaJson::default() }));
            }
            "figcaption" => open.push(("figcaption", "caption")),
            "small" if open.last().is_some_and(|(name, _)| *name == "figcaption") => open.push(("small", "credit")),
            "cite" => open.push(("cite", "source")),
            "script" => open.push(("script", "nothing")),
            "style" => open.push(("style", "nothing")),
            "template" => open.push(("template", "nothing")),
            "small" if has("p-category") => open.push(("small", "group")),
            "strong" | "b" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if words.name.is_empty() || has("p-name") => {
                words.is_named |= has("p-name");
                open.push((name_of(&tag.name), "name"));
            }
            "p" | "br" | "div" | "blockquote" => words.rest.push('\n'),
            _ => {}
        }
    }
    let Some(start) = start else { return Ok(None) };
    let clean = |text: &str| markup::line(text);
    event.when = when(&start, end.as_deref(), &clean(&words.time), event.when, tongue)?;
    let rest = markup::plain(&words.rest).text;
    let name = clean(&words.name);
    // Without a name of its own an item's first line is its title.
    let (title, text) = match name.is_empty() {
        false => (name, rest),
        true => match rest.split_once('\n') {
            Some((first, behind)) => (first.to_owned(), behind.to_owned()),
            None => (rest, String::new()),
        },
    };
    // By hand a title is often set off from its date or its text.
    let set_off = |letter: char| letter.is_whitespace() || matches!(letter, ':' | '–' | '—' | '-');
    event.title = if words.is_named { title } else { title.trim_matches(set_off).to_owned() };
    event.text = field::some(text);
    if event.title.is_empty() {
        event.title = event.text.as_deref().map(field::beginning).unwrap_or_else(|| event.when.edtf.clone());
    }
    event.source = field::some(clean(&words.source));
    event.group = field::some(clean(&words.group));
    if let Some(media) = &mut event.media {
        (media.caption, media.credit) = (clean(&words.caption), clean(&words.credit));
    }
    Ok(Some(event))
}

fn name_of(name: &str) -> &'static str {
    ["strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"].into_iter().find(|known| *known == name).unwrap_or("")
}

/// The date of an item: what its attributes say, else its words.
fn when(start: &str, end: Option<&str>, said: &str, given: WhenJson, tongue: Tongue<'_>) -> Result<WhenJson, Error> {
    let start = match start.trim() {
        "" => words::to_edtf(said, tongue).map_err(|_| {
            format!("its <time> says \"{said}\", which is no date; give it a datetime such as 2014-06-10")
        })?,
        text if edtf::read(text).is_ok() => text.to_owned(),
        text => match edtf::read_moment(text) {
            Some(moment) => moment.to_iso(),
            None => return Err(format!("datetime \"{text}\" is no date such as 2014-06-10").into()),
        },
    };
    let timed = |text: Option<String>| text.filter(|text| text.contains('T') && edtf::read_moment(text).is_some());
    let Some(end) = end.filter(|end| !end.is_empty()) else {
        return Ok(WhenJson { edtf: start, ..WhenJson { earliest: None, ..given } });
    };
    if edtf::read(end).is_err() {
        return Err(format!("datetime \"{end}\" is no date such as 2014-06-10").into());
    }
    let day = |text: &str| text.split('T').next().unwrap_or(text).to_owned();
    let edtf =
        if start.contains(['/', '[', '{']) { start.clone() } else { [day(&start).as_str(), "/", &day(end)].concat() };
    let earliest = timed(given.earliest.or(Some(start)));
    Ok(WhenJson {
        edtf,
        latest: earliest.clone(),
        earliest,
        end: timed(Some(end.to_owned())),
        why: given.why,
        ..WhenJson::default()
    })
}
