//! The list going out.
//!
//! In: a timeline and a language for its dates. Out: HTML without styles and scripts. It must never write what is not escaped.

use crate::base::date::{Extent, Moment};
use crate::base::edtf;
use crate::exchange::json::{STATUSES, word};
use crate::exchange::lost::Lost;
use crate::exchange::markup::is_web_address;
use crate::exchange::words;
use crate::timeline::{Event, Media, Status, Timeline};

/// The events as an ordered list.
pub(crate) fn write(timeline: &Timeline, lang: &str) -> (String, Lost) {
    let mut lost = Lost::default();
    let mut out = String::from("<ol class=\"h-feed\">\n");
    for event in &timeline.events {
        write_event(&mut out, event, lang);
        lost.add_if(event.evidence.len() > 1 || (event.text.is_some() && !event.evidence.is_empty()), "evidence");
        lost.add_if((event.importance - 0.5).abs() > 0.005, "importance");
        lost.add_if(event.media.as_ref().is_some_and(|media| !media.thumbnail.is_empty()), "thumbnail");
    }
    out.push_str("</ol>\n");
    lost.add_if(timeline.title.is_some(), "title");
    lost.add_if(!timeline.eras.is_empty(), "eras");
    (out, lost)
}

fn write_event(out: &mut String, event: &Event, lang: &str) {
    out.push_str("<li class=\"h-event\"");
    attribute(out, "id", &event.id);
    if event.status != Status::Happened {
        attribute(out, "data-status", word(&STATUSES, event.status));
    }
    out.push_str(">\n");
    write_dates(out, &event.when.extent, &event.edtf, &event.when.why, lang);
    element(out, "strong", "p-name", &event.title);
    if let Some(text) = &event.text {
        for line in text.lines() {
            element(out, "p", "p-content", line);
        }
    } else if let Some(evidence) = event.evidence.first() {
        element(out, "blockquote", "p-summary", &evidence.text);
    }
    if let Some(media) = event.media.as_ref().filter(|media| is_web_address(&media.url)) {
        write_media(out, media);
    }
    if let Some(source) = &event.source {
        element(out, "cite", "p-author", source);
    }
    if let Some(group) = &event.group {
        element(out, "small", "p-category", group);
    }
    if let Some(url) = event.url.as_deref().filter(|url| is_web_address(url)) {
        out.push_str("<a class=\"u-url\"");
        attribute(out, "href", url);
        out.push('>');
        escape(out, url.split_once("//").map_or(url, |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest)));
        out.push_str("</a>\n");
    }
    out.push_str("</li>\n");
}

/// The start with all that is known, then the end. `datetime` may hold only what HTML allows; EDTF stands beside it where it says more.
fn write_dates(out: &mut String, extent: &Extent, given: &Option<String>, why: &str, lang: &str) {
    let edtf = given.clone().unwrap_or_else(|| edtf::write(extent));
    let (start, end) = edtf.split_once('/').unwrap_or((&edtf, ""));
    let start = match extent.earliest {
        Some(moment) if moment.minute.is_some() => moment.to_iso(),
        _ => start.to_owned(),
    };
    out.push_str("<time class=\"dt-start\"");
    let plain = is_datetime(&start);
    let datetime = if plain { Some(start.clone()) } else { extent.earliest.or(extent.latest).and_then(html_day) };
    if let Some(datetime) = &datetime {
        attribute(out, "datetime", datetime);
    }
    if !plain || edtf != start {
        attribute(out, "data-edtf", &edtf);
    }
    if !why.is_empty() {
        attribute(out, "title", why);
    }
    out.push('>');
    escape(out, &words::of_extent(extent, given, lang));
    out.push_str("</time>");
    if let Some(last) = extent.end {
        let timed = last.minute.is_some();
        let written = if timed || !is_datetime(end) { html_day(last) } else { Some(end.to_owned()) };
        if let Some(written) = written {
            // The words of the start name the end as well.
            out.push_str("<time class=\"dt-end\"");
            attribute(out, "datetime", &written);
            out.push_str("></time>");
        }
    }
    out.push('\n');
}

/// A valid value of `datetime`: a year from 1, a month or a day of four-digit years, or a moment.
fn is_datetime(edtf: &str) -> bool {
    let (date, time) = edtf.split_once('T').unwrap_or((edtf, ""));
    let mut parts = date.split('-');
    let year = parts
        .next()
        .is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && year != "0000");
    let fine = parts.all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let month = date.get(5..7).is_none_or(|month| month <= "12");
    year && fine
        && month
        && time.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '+' | '-' | 'Z' | '.'))
}

fn html_day(moment: Moment) -> Option<String> {
    (1..=9999).contains(&moment.day.year()).then(|| moment.to_iso())
}

fn write_media(out: &mut String, media: &Media) {
    out.push_str("<figure><img class=\"u-photo\" loading=\"lazy\"");
    attribute(out, "src", &media.url);
    attribute(out, "alt", &media.alt);
    out.push('>');
    if !media.caption.is_empty() || !media.credit.is_empty() {
        out.push_str("<figcaption>");
        escape(out, &media.caption);
        if !media.credit.is_empty() {
            if !media.caption.is_empty() {
                out.push(' ');
            }
            out.push_str("<small>");
            escape(out, &media.credit);
            out.push_str("</small>");
        }
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>\n");
}

fn element(out: &mut String, name: &str, class: &str, text: &str) {
    out.push_str(&["<", name, " class=\"", class, "\">"].concat());
    escape(out, text);
    out.push_str(&["</", name, ">\n"].concat());
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push_str(&[" ", name, "=\""].concat());
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() && letter != '\n' && letter != '\t' => {}
            letter => out.push(letter),
        }
    }
}
