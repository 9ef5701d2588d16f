//! What the passages of the body are: headings, list items, quotes, paragraphs.
//!
//! In: passages with head, captions and furniture marked. Out: each of the rest as a block of some kind; nothing is left out here.
//! It must never learn what a passage says, only how it stands among its neighbours.

use super::BlockKind;
use super::passages::{Marker, Passage, Role, marker};
use super::shape::{ends_sentence, is_prose, starts_lower, words};
use crate::base::find;
use crate::base::letter::{is_letter_or_digit, is_small};
use crate::base::list::List;
use crate::base::span::Span;
use crate::language::Language;
use crate::temporal::{Context, tag};

/// Decides what is still open.
pub(super) fn mark(passages: &mut [Passage], language: Option<&Language>) {
    for passage in passages.iter_mut().filter(|passage| passage.role == Role::Open) {
        mark_alone(passage);
    }
    mark_lists(passages);
    mark_posts(passages);
    mark_headings(passages, language);
}

/// What a passage shows by itself: "# Heading", "> quote", a quotation and nothing else.
fn mark_alone(passage: &mut Passage) {
    let text = passage.text.as_str();
    let level = text.len() - text.trim_start_matches('#').len();
    let behind = text.get(level..).unwrap_or("");
    if (1..=6).contains(&level) && behind.starts_with(' ') && words(behind) <= 20 {
        keep_from(passage, level + 1, BlockKind::Heading);
    } else if text.starts_with("> ") {
        keep_from(passage, 2, BlockKind::Quote);
    } else if is_quotation(text) {
        passage.role = Role::Block(BlockKind::Quote);
    }
}

fn keep_from(passage: &mut Passage, start: usize, kind: BlockKind) {
    passage.keep = Some(Span::new(start, passage.text.len()));
    passage.role = Role::Block(kind);
}

/// One pair of quotation marks around everything.
fn is_quotation(text: &str) -> bool {
    let pairs = [('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{ab}', '\u{bb}'), ('\u{201e}', '\u{201c}')];
    pairs.into_iter().any(|(open, close)| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| words(inside) >= 4 && !(find::has(inside, open) || find::has(inside, close)))
    })
}

/// List items. A sign or a number alone may also be speech, a signature or a sentence; two of them in a row are a list.
fn mark_lists(passages: &mut [Passage]) {
    let markers: Vec<Option<(Marker, usize)>> =
        passages.iter().map(|passage| if passage.role == Role::Open { marker(&passage.text) } else { None }).list();
    for (index, found) in markers.iter().enumerate() {
        let Some((kind, length)) = *found else { continue };
        let beside =
            |other: Option<usize>| other.and_then(|other| markers.get(other)).copied().flatten().map(|(kind, _)| kind);
        let (before, after) = (beside(index.checked_sub(1)), beside(Some(index + 1)));
        let in_list = match kind {
            Marker::Bullet => true,
            Marker::Sign(_) => before == Some(kind) || after == Some(kind),
            Marker::Number(number) => {
                let next = |one: Option<Marker>, step: i32| matches!(one, Some(Marker::Number(other)) if i32::from(other) == i32::from(number) + step);
                next(before, -1) || next(after, 1)
            }
        };
        if let (true, Some(passage)) = (in_list, passages.get_mut(index)) {
            keep_from(passage, length, BlockKind::ListItem);
        }
    }
}

/// So many posts make a live blog.
const POSTS: usize = 3;

/// The posts of a live blog: paragraphs that begin with a time of day, or stand below one.
fn mark_posts(passages: &mut [Passage]) {
    let times: Vec<Option<usize>> = passages
        .iter()
        .map(|passage| if passage.role == Role::Open { time_of_day(&passage.text) } else { None })
        .list();
    if times.iter().flatten().count() < POSTS {
        return;
    }
    let mut below = false;
    for (passage, time) in passages.iter_mut().zip(times) {
        match time {
            Some(length) if length >= passage.text.len() => {
                passage.role = Role::Furniture;
                below = true;
            }
            Some(length) => {
                keep_from(passage, length, BlockKind::Post);
                below = false;
            }
            None if below && passage.role == Role::Open && is_prose(&passage.text) => {
                passage.role = Role::Block(BlockKind::Post);
                below = false;
            }
            None => {}
        }
    }
}

/// The length of "17:40", "9.05am", "14:30 GMT -" at the head of a text, with the space behind it.
fn time_of_day(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    let rest = text.get(hours..)?.strip_prefix([':', '.'])?;
    if !(1..=2).contains(&hours) || digits(rest) != 2 {
        return None;
    }
    let mut rest = rest.get(2..)?;
    let trimmed = rest.trim_start();
    let zone = find::split(trimmed, " :").next().unwrap_or("");
    let known = ["am", "pm", "a.m.", "p.m.", "gmt", "bst", "cet", "cest", "et", "est", "edt", "utc", "uhr"];
    if known.iter().any(|known| zone.eq_ignore_ascii_case(known)) {
        rest = trimmed.get(zone.len()..)?;
    }
    let behind = find::trim_start(rest, " -–—:|");
    let begins = behind.chars().next().is_none_or(|first| !is_small(first));
    (begins && (behind.is_empty() || behind.len() < rest.len())).then_some(text.len() - behind.len())
}

/// Headings: short titles in front of running text or a list.
fn mark_headings(passages: &mut [Passage], language: Option<&Language>) {
    let has_gaps = passages.iter().skip(1).any(|passage| passage.after_gap);
    let kept: Vec<usize> = passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| !matches!(passage.role, Role::Furniture | Role::Headline))
        .map(|(index, _)| index)
        .list();
    let mut before: Option<usize> = None;
    for (place, index) in kept.iter().enumerate() {
        let get = |index: Option<usize>| index.and_then(|index| passages.get(index));
        let is_heading = match (get(Some(*index)), get(kept.get(place + 1).copied())) {
            (Some(passage), Some(next)) if passage.role == Role::Open => {
                let apart = if has_gaps {
                    passage.after_gap
                } else {
                    get(before).is_none_or(|before| ends_sentence(&before.text))
                };
                apart && leads(next) && is_heading(&passage.text, language)
            }
            _ => false,
        };
        if let (true, Some(passage)) = (is_heading, passages.get_mut(*index)) {
            passage.role = Role::Block(BlockKind::Heading);
        }
        before = Some(*index);
    }
}

/// Whether a passage is something that a heading stands over.
fn leads(next: &Passage) -> bool {
    match next.role {
        Role::Block(kind) => matches!(kind, BlockKind::ListItem | BlockKind::Quote | BlockKind::Caption),
        _ => is_prose(&next.text) && !starts_lower(&next.text),
    }
}

fn is_heading(text: &str, language: Option<&Language>) -> bool {
    let first = text.chars().next();
    words(text) <= 12
        && text.len() <= 100
        && !ends_sentence(text)
        && !find::ends_in(text, ",;-")
        && !starts_lower(text)
        && first.is_some_and(is_letter_or_digit)
        && !language.is_some_and(|language| tells_a_date(text, language))
}

/// "12 March 2011: Talks open": an entry of a chronology, not a heading.
fn tells_a_date(text: &str, language: &Language) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || words(text) < 4 {
        return false;
    }
    let dated = tag(text, Context::news(language, None));
    dated.iter().any(|mention| {
        let rest = words(text).saturating_sub(words(mention.span.of(text)));
        mention.range.is_some() && rest >= 3 && (mention.phrase.start == 0 || mention.span.end == text.len())
    })
}
