//! Which line at the top is the headline.
//!
//! In: the passages of the head, and where date line and body stand. Out: the headline's text, its passage marked, and what stood above it on
//! the page left out. It must never learn what is in the body.

use super::furniture::is_section;
use super::head::is_byline;
use super::passages::{Passage, Role, marker};
use super::shape::{is_prose, is_title, starts_lower, words};
use crate::base::list::List;

/// With so many lines in front of the date, most are the page's and not the article's.
const SHORT_HEAD: usize = 3;

/// Finds the headline, and drops what a page has above it. `date` is the date line, if one is near; `body` the first running text.
pub(super) fn take(passages: &mut [Passage], body: usize, date: Option<usize>) -> Option<String> {
    let byline = passages.iter().take(body).position(|passage| passage.role == Role::Open && is_byline(&passage.text));
    let furniture = passages.iter().take(body).any(|passage| passage.role == Role::Furniture);
    let on_page = date.is_some() || byline.is_some() || furniture;
    let open = |from: usize, to: usize| -> Vec<usize> {
        let lines = passages.iter().enumerate().take(to).skip(from);
        let lines = lines
            .filter(|(index, passage)| passage.role == Role::Open && Some(*index) != date && Some(*index) != byline);
        lines.map(|(index, _)| index).list()
    };
    let has_title = |end: &usize| open(0, *end).iter().any(|index| is_title(text_at(passages, *index)));
    let anchor =
        [date, byline].into_iter().flatten().filter(|anchor| *anchor < body).filter(has_title).min().unwrap_or(body);
    let (above, below) = (open(0, anchor), open(anchor, body));
    let index = if !on_page {
        in_plain_text(passages, &above, body)
    } else if above.len() <= SHORT_HEAD {
        first_title(passages, &above, date).or_else(|| first_title(passages, &below, date))
    } else {
        let pick = |lines: &[usize], least: usize| nearest_title(passages, lines, least);
        pick(&above, 4).or_else(|| pick(&below, 4)).or_else(|| pick(&above, 3)).or_else(|| pick(&below, 3))
    }?;
    let found = text_at(passages, index).trim_start_matches('#').trim_start().to_string();
    for (other, passage) in passages.iter_mut().enumerate().take(body) {
        if other == index {
            passage.role = Role::Headline;
        } else if passage.role == Role::Open
            && (passage.text == found
                || (other < index && (on_page || is_section(&passage.text)) && !is_prose(&passage.text)))
        {
            passage.role = Role::Furniture;
        }
    }
    Some(found)
}

/// The headline is known and may stand in the text once more, with a kicker in front.
pub(super) fn drop_known(passages: &mut [Passage], body: usize, headline: &str) {
    let same = |passage: &Passage| passage.role == Role::Open && passage.text.eq_ignore_ascii_case(headline);
    let Some(at) = passages.iter().take(body + 1).position(same) else { return };
    for passage in passages.iter_mut().take(at + 1) {
        if words(&passage.text) <= 2 || same(passage) {
            passage.role = Role::Furniture;
        }
    }
}

/// Nothing says that the text comes from a page: the first line, if it is a title and something else begins behind it.
fn in_plain_text(passages: &[Passage], lines: &[usize], body: usize) -> Option<usize> {
    let sections = lines.iter().take_while(|index| is_section(text_at(passages, **index))).count();
    // A section's name alone may be the title; over a title it is a kicker.
    let first = match lines.get(sections) {
        Some(index) if sections > 0 && is_title(text_at(passages, *index)) && words(text_at(passages, *index)) >= 3 => {
            *index
        }
        _ => *lines.first()?,
    };
    let text = text_at(passages, first);
    let next = passages.iter().skip(first + 1).find(|passage| passage.role == Role::Open)?;
    let apart = next.after_gap || body < passages.len();
    (is_title(text) && marker(text).is_none() && apart && !starts_lower(&next.text)).then_some(first)
}

/// The first title, or the second if the first is a word or two over it: a kicker. What stands right above the date line need not look
/// like a title.
fn first_title(passages: &[Passage], lines: &[usize], date: Option<usize>) -> Option<usize> {
    let is_dated = |index: usize| date == Some(index + 1) && words(text_at(passages, index)) <= 30;
    let mut titles = lines.iter().copied().filter(|index| {
        let text = text_at(passages, *index);
        (is_title(text) || is_dated(*index)) && marker(text).is_none()
    });
    let first = titles.next()?;
    let is_kicker = words(text_at(passages, first)) <= 2 && !is_dated(first);
    let below = titles.next().filter(|second| is_kicker && words(text_at(passages, *second)) >= 3);
    Some(below.unwrap_or(first))
}

/// Of many lines, the last run of titles with at least `least` words: its first line, because a deck may follow; the last line of a long
/// run, because that began as a list of teasers.
fn nearest_title(passages: &[Passage], lines: &[usize], least: usize) -> Option<usize> {
    let is_candidate = |index: &&usize| {
        let text = text_at(passages, **index);
        is_title(text) && words(text) >= least && marker(text).is_none()
    };
    let mut run = lines.iter().rev().skip_while(|index| !is_candidate(index)).take_while(is_candidate);
    let last = *run.next()?;
    // Furniture between two lines parts them.
    let above = run.zip(1..).take_while(|(index, above)| **index + above == last);
    let first = above.last().map_or(last, |(index, _)| *index);
    Some(if last - first < SHORT_HEAD { first } else { last })
}

fn text_at(passages: &[Passage], index: usize) -> &str {
    passages.get(index).map_or("", |passage| passage.text.as_str())
}
