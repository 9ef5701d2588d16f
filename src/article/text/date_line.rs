//! The line that says when an article was published: "November 1, 2016", "Published: 1 Nov 2016, 14:05", "HARBOUR, Nov. 1, 2016 (Agency) -".
//!
//! In: a loose line or the first paragraph. Out: the moment, and whether it is that of publication or of a change. The dates themselves are
//! read by `temporal`. It must never learn where a line stands.

use super::shape::{ends_sentence, plain, words};
use crate::article::{Article, BlockKind, Published, PublishedSource};
use crate::base::date::{Moment, Precision};
use crate::base::find;
use crate::base::letter::{is_capital, is_letter_or_digit};
use crate::language::Language;
use crate::temporal::{Context, CountedFrom, Dated, tag};

/// What a line says about the article's dates.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct DateLine {
    /// When the article was published; `None` where the line only gives the last change.
    pub(super) published: Option<Moment>,
    /// When it was last changed.
    pub(super) modified: Option<Moment>,
    /// Nothing but the date stands there.
    pub(super) bare: bool,
    /// A word says that the date is the article's own: "Published", "Updated".
    pub(super) labelled: bool,
}

const PUBLISHED: &str = "published posted date issued dated created first";
const MODIFIED: &str = "updated modified edited changed revised";
/// Words that may stand around a date without saying anything.
const AROUND: &str = "\
    a am and at by comment comments editor from h hrs in last local m min of on p pm read report \
    reporter staff the time uhr was words writer written";

/// Reads a line that holds a date and nothing that could be news; `None` for any other line.
pub(super) fn read(text: &str, language: &Language) -> Option<DateLine> {
    if text.len() > 160 || words(text) > 20 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let dated = tag(text, Context::news(language, None));
    let mut line = DateLine { published: None, modified: None, bare: true, labelled: false };
    let mut names = 0;
    let mut changed = false;
    let mut from = 0;
    for mention in &dated {
        let front = text.get(from..mention.span.start).unwrap_or("");
        names += look_around(front, &mut line, &mut changed)?;
        from = mention.span.end;
        let Some(moment) = whole_date(mention) else { continue };
        let slot = if changed { &mut line.modified } else { &mut line.published };
        *slot = slot.or(Some(moment));
    }
    names += look_around(text.get(from..).unwrap_or(""), &mut line, &mut changed)?;
    line.bare = !line.labelled && names == 0;
    let dated = line.published.is_some() || line.modified.is_some();
    (dated && names <= 8 && (names == 0 || !ends_sentence(text))).then_some(line)
}

/// A label on a line of its own, over the date: "Published", "Last updated". Says whether it is the label of a change.
pub(super) fn label(text: &str) -> Option<bool> {
    let mut label = None;
    for word in plain(text).split(' ') {
        if is_in(MODIFIED, word) {
            label = Some(true);
        } else if is_in(PUBLISHED, word) {
            label = label.or(Some(false));
        } else if !is_in(AROUND, word) {
            return None;
        }
    }
    label
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|each| each == word)
}

/// The day or minute that a mention names in full.
fn whole_date(mention: &Dated) -> Option<Moment> {
    let range = mention.range.filter(|_| mention.anchor == CountedFrom::Absolute && mention.modifier.is_none())?;
    (range.precision <= Precision::Day && range.first.day == range.last.day).then_some(range.first)
}

/// Looks at the words beside a date; gives the number of names among them, `None` if one is neither name nor date word.
fn look_around(text: &str, line: &mut DateLine, changed: &mut bool) -> Option<usize> {
    let mut names = 0;
    for word in text.split(|c: char| !is_letter_or_digit(c)).filter(|word| !word.is_empty()) {
        let plain = word.to_ascii_lowercase();
        if is_in(MODIFIED, &plain) {
            (*changed, line.labelled) = (true, true);
        } else if is_in(PUBLISHED, &plain) {
            (*changed, line.labelled) = (false, true);
        } else if word.starts_with(is_capital) && word.len() > 1 {
            // Time zones ("GMT") count as names; they are few and harmless.
            names += usize::from(!is_zone(word));
        } else if !is_in(AROUND, &plain) && !word.bytes().all(|byte| byte.is_ascii_digit()) && !is_clock(&plain) {
            return None;
        }
    }
    Some(names)
}

/// "GMT", "CEST": capitals that end like the name of a time zone.
fn is_zone(word: &str) -> bool {
    word.len() <= 4
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && (word.ends_with('T') || word == "UTC" || word == "AM" || word == "PM")
}

/// "2pm", "14h05".
fn is_clock(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 5
}

/// A dateline in front of the first paragraph: "HARBOUR, Nov. 1, 2016 (Agency) - The ..." It stays in the text.
pub(super) fn from_first_paragraph(article: &mut Article, language: &Language) {
    if article.published.is_some() {
        return;
    }
    let Some(first) = article.blocks.iter().find(|block| block.kind == BlockKind::Paragraph) else { return };
    let dash = [" - ", " \u{2013} ", " \u{2014} ", " -- ", "\u{2014}"]
        .iter()
        .filter_map(|dash| find::first(&first.text, dash))
        .min();
    let Some(front) = dash.filter(|at| *at < 120).and_then(|at| first.text.get(..at)) else { return };
    if !front.starts_with(is_capital) {
        return;
    }
    if let Some(at) = read(front, language).and_then(|line| line.published) {
        article.published = Some(Published { at, source: PublishedSource::DateLine });
    }
}
