//! The top of a pasted article: menus, kicker, headline, date line, byline, in whatever order the page had them.
//!
//! In: passages with the plain furniture marked. Out: the article's headline and dates, and everything else up there marked.
//! It must never learn what is in the body.

use super::date_line::DateLine;
use super::furniture::{is_agency, is_section, without_marker};
use super::passages::{Passage, Role};
use super::shape::{ends_sentence, is_name, is_prose, words};
use super::{dates, headline};
use crate::article::{Article, Published, PublishedSource};
use crate::base::find;
use crate::language::Language;

/// No head is longer than this.
const HEAD: usize = 80;

/// Reads the head.
pub(super) fn mark(passages: &mut [Passage], article: &mut Article, language: Option<&Language>) {
    mark_menus(passages);
    let body = start_of_body(passages);
    let dates = match language {
        Some(language) => dates::date_lines(passages, body, language),
        None => Vec::new(),
    };
    let first_date = dates.first().map(|(index, _)| *index);
    match &article.headline {
        Some(headline) => headline::drop_known(passages, body, headline),
        None => article.headline = headline::take(passages, body, first_date),
    }
    for (index, line) in dates {
        take_date(passages, index, line, article);
    }
    drop_bylines(passages, body);
}

/// Index of the first running text.
fn start_of_body(passages: &[Passage]) -> usize {
    let is_body = |passage: &Passage| passage.role == Role::Open && is_prose(&passage.text);
    passages.iter().take(HEAD).position(is_body).unwrap_or(passages.len().min(HEAD))
}

/// Menus at the top: lines of a few words without a gap between, half of them names of sections or furniture already.
fn mark_menus(passages: &mut [Passage]) {
    let body = start_of_body(passages);
    let mut rest = passages.get_mut(..body).unwrap_or_default();
    while !rest.is_empty() {
        let length = 1 + rest.iter().skip(1).take_while(|passage| !passage.after_gap).count();
        let (group, others) = rest.split_at_mut(length);
        let entry =
            |passage: &Passage| words(without_marker(&passage.text)) <= 3 && !find::ends_in(&passage.text, ".,;?!");
        let entries = group.iter().take_while(|passage| entry(passage)).count();
        let known = |passage: &&Passage| passage.role == Role::Furniture || is_section(&passage.text);
        if entries >= 3 && group.iter().take(entries).filter(known).count() * 2 >= entries {
            group.iter_mut().take(entries).for_each(|passage| passage.role = Role::Furniture);
        }
        rest = others;
    }
}

fn take_date(passages: &mut [Passage], index: usize, line: DateLine, article: &mut Article) {
    if let Some(passage) = passages.get_mut(index) {
        passage.role = Role::Furniture;
    }
    if let Some(before) = index.checked_sub(1).and_then(|before| passages.get_mut(before))
        && before.role == Role::Open
        && dates::label(before).is_some()
    {
        before.role = Role::Furniture;
    }
    if let (None, Some(at)) = (&article.published, line.published.or(line.modified)) {
        article.published = Some(Published { at, source: PublishedSource::DateLine });
    }
    article.modified = article.modified.or(line.modified);
}

/// "By Jane Doe", and a bare name or agency beside the headline or date line.
fn drop_bylines(passages: &mut [Passage], body: usize) {
    let Some(headline) = passages.iter().take(body).position(|passage| passage.role == Role::Headline) else { return };
    let dated = passages.iter().take(body + 2).skip(headline).any(|passage| passage.role == Role::Furniture);
    let mut after_byline = false;
    for passage in passages.iter_mut().take(body + 2).skip(headline + 1) {
        if passage.role != Role::Open {
            after_byline = false;
            continue;
        }
        let text = passage.text.as_str();
        let is_byline = is_byline(text);
        let is_lone_name = dated && (2..=4).contains(&words(text)) && is_name(text) && text.bytes().all(is_name_byte);
        // "Political reporter" under the name.
        let is_post = after_byline && !passage.after_gap && words(text) <= 5 && !ends_sentence(text);
        after_byline = is_byline;
        if is_byline || is_post || is_ago(text) || is_agency(text) || (is_lone_name && !is_prose(text)) {
            passage.role = Role::Furniture;
        }
    }
}

/// "By Jane Doe and John Roe".
pub(super) fn is_byline(text: &str) -> bool {
    let named = ["By ", "BY ", "by "].iter().find_map(|by| text.strip_prefix(by));
    named.is_some_and(|name| words(name) <= 10 && is_name(name) && !name.ends_with('.'))
}

/// Letters, and what stands between them in a person's name.
fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii() || matches!(byte, b' ' | b'.' | b'\'' | b'-')
}

/// "2 hours ago" as a page shows it instead of a date.
fn is_ago(text: &str) -> bool {
    text.ends_with(" ago") && words(text) <= 5 && text.bytes().any(|byte| byte.is_ascii_digit())
}
