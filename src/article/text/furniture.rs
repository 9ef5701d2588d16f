//! Page furniture that gives itself away by its own words: skip links, share buttons, teasers, web addresses, sign-offs.
//!
//! In: passages. Out: the same, with some marked as furniture. Only short loose lines are asked, never running text.
//! It must never learn where in the article a line stands, except at its end.

mod words;

use super::passages::{Passage, Role, marker};
use super::shape::{ends_sentence, is_prose, is_title, plain, starts_lower, words};
use crate::base::find;
use words::{AGENCIES, BUTTONS, COMMENTS, COUNTED, LINES, LONGEST, RELATED, REPLIES, SECTIONS, STARTS};

/// Marks what is furniture wherever it stands, the sign-off at the end, and lists of links under a heading that says so.
pub(super) fn mark(passages: &mut [Passage]) {
    let (mut under_related, mut in_body) = (false, false);
    let mut rest = &mut *passages;
    while let Some((passage, others)) = rest.split_first_mut() {
        let text = without_marker(&passage.text);
        let related = text.len() < 40 && is_in(RELATED, &plain(text));
        let prose = is_prose(text);
        in_body |= prose;
        // Above the article the last title under "Top stories" may be its headline.
        under_related = related || (under_related && in_body && is_title(text) && !prose);
        // A line that the next one continues is the beginning of something, not a button.
        let goes_on = others.first().is_some_and(|next| !next.after_gap && starts_lower(&next.text));
        if under_related || (!goes_on && is_furniture(text)) {
            passage.role = Role::Furniture;
        }
        rest = others;
    }
    mark_comments(passages);
    mark_links_below(passages);
    mark_buttons(passages);
}

/// What readers wrote: everything below a heading for it, when some of what stands there looks like it ("Reply", "2 hours ago").
fn mark_comments(passages: &mut [Passage]) {
    let in_body = passages.iter().position(|passage| is_prose(&passage.text)).unwrap_or(passages.len());
    let heads = |passage: &Passage| {
        let line = plain(&passage.text);
        let count = line.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | ',' | '('));
        line.len() < 40 && is_in(COMMENTS, count.trim_end_matches(')'))
    };
    let reply = |passage: &&Passage| {
        passage.text.len() < 40 && (passage.text.ends_with(" ago") || is_in(REPLIES, &plain(&passage.text)))
    };
    let place = (in_body..passages.len()).find(|&place| {
        let below = passages.get(place + 1..).unwrap_or_default();
        passages.get(place).is_some_and(heads) && below.iter().filter(reply).count() >= 2
    });
    if let Some(place) = place {
        passages.iter_mut().skip(place).for_each(|passage| passage.role = Role::Furniture);
    }
}

/// Fewer titles below an article may be its own words.
const LINKS: usize = 3;

/// Titles of other articles: a run of them behind the last running text, none with a list sign or a number.
fn mark_links_below(passages: &mut [Passage]) {
    let running = |passage: &Passage| passage.role != Role::Furniture && is_prose(&passage.text);
    let prose = passages.iter().filter(|passage| running(passage)).count();
    let Some(last) = passages.iter().rposition(running) else { return };
    let below = passages.get_mut(last + 1..).unwrap_or_default();
    let link = |passage: &&mut Passage| {
        let text = passage.text.as_str();
        is_title(text)
            && (4..=16).contains(&words(text))
            && !ends_sentence(text)
            && marker(text).is_none()
            && !text.bytes().any(|byte| byte.is_ascii_digit())
    };
    if prose >= 3 && below.iter_mut().filter(link).count() >= LINKS {
        below.iter_mut().filter(link).for_each(|passage| passage.role = Role::Furniture);
    }
}

/// Marks the buttons beside furniture.
pub(super) fn mark_buttons(passages: &mut [Passage]) {
    mark_next_buttons(passages.iter_mut());
    mark_next_buttons(passages.iter_mut().rev());
}

/// Buttons that follow furniture, in the order in which the passages come.
fn mark_next_buttons<'a>(passages: impl Iterator<Item = &'a mut Passage>) {
    let mut beside = false;
    for passage in passages {
        if beside && passage.text.len() < 20 && is_in(BUTTONS, &plain(&passage.text)) {
            passage.role = Role::Furniture;
        }
        beside = passage.role == Role::Furniture;
    }
}

/// Whether a loose line is furniture by its own words.
pub(in crate::article) fn is_furniture(text: &str) -> bool {
    if text.len() > 400 {
        return false;
    }
    if is_address(text) || is_count(text) || is_trail(text) {
        return true;
    }
    let line = plain(text);
    let words = words(&line);
    let starts = |entry: &str| {
        let (limit, start) = entry.split_at_checked(3).unwrap_or_default();
        line.starts_with(start.trim_end())
            && starts_whole(&line, start)
            && limit.trim_end().parse().is_ok_and(|limit: usize| words <= limit)
    };
    is_in(LINES, &line) || line.len() < 200 && line.ends_with("all rights reserved") || STARTS.split('\n').any(starts)
}

/// Whether `text` is an entry of a list.
fn is_in(list: &str, text: &str) -> bool {
    text.len() <= LONGEST && list.split('\n').any(|entry| entry == text)
}

/// A start that ends in a space must be followed by more; others may be the whole line.
fn starts_whole(line: &str, start: &str) -> bool {
    !start.ends_with(' ') || line.len() > start.len()
}

/// A web address, a mail address or a handle alone on its line.
fn is_address(text: &str) -> bool {
    if find::has(text, ' ') {
        return false;
    }
    let starts = ["http://", "https://", "www.", "mailto:"].iter().any(|start| {
        text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)) && text.len() > start.len()
    });
    let mail = text.split_once('@').is_some_and(|(name, host)| find::has(host, '.') || name.is_empty());
    starts || (mail && text.len() > 2)
}

/// "12 comments", "1.2k shares", "5 min read", "Reading time: 4 minutes".
fn is_count(text: &str) -> bool {
    if text.len() > 40 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let line = plain(text);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | '+' | ' ' | '('));
    let rest = rest.trim_end_matches(')');
    (rest.len() < line.len() && is_in(COUNTED, rest))
        || line.starts_with("reading time")
        || line.starts_with("estimated read")
}

/// A path through the site: "Home > News > Region", "News | Region | Town".
fn is_trail(text: &str) -> bool {
    let separators = ['>', '\u{203a}', '\u{bb}', '|'];
    let Some(separator) = separators.into_iter().find(|separator| text.matches(*separator).count() >= 2) else {
        return false;
    };
    text.split(separator).all(|part| words(part) <= 3 && !ends_sentence(part))
}

/// The last lines: "ab/cd (AFP, Reuters)", "(dpa)". Nothing but furniture stands behind them.
pub(super) fn mark_sign_off(passages: &mut [Passage]) {
    // A text that is nothing but such a line keeps it.
    let from = passages.len().saturating_sub(8).max(1);
    for passage in passages.iter_mut().skip(from).rev() {
        if is_sign_off(&passage.text) {
            passage.role = Role::Furniture;
        } else if passage.role != Role::Furniture && is_prose(&passage.text) {
            return;
        }
    }
}

pub(super) fn is_sign_off(text: &str) -> bool {
    if text.len() > 80 || words(text) > 8 {
        return false;
    }
    let (initials, agencies) = match text.split_once('(') {
        Some((front, rest)) => (front.trim(), rest.strip_suffix(')')),
        None => (text, None),
    };
    let signs = find::has_any(initials, "/,")
        && find::split(initials, "/,").all(|part| {
            let part = part.trim();
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
        });
    match agencies {
        Some(agencies) => {
            let known = find::split(agencies, ",/;").any(is_agency);
            known && (initials.is_empty() || signs || initials.len() <= 4)
        }
        None => {
            signs && find::has(initials, '/') || find::split(text, ",/ ").all(|part| part.is_empty() || is_agency(part))
        }
    }
}

/// Whether it is the name of a section or of a part of the site.
pub(super) fn is_section(text: &str) -> bool {
    text.len() < 30 && is_in(SECTIONS, &plain(without_marker(text)))
}

/// Whether it is the name of a news agency.
pub(super) fn is_agency(text: &str) -> bool {
    is_in(AGENCIES, text.trim())
}

/// The text behind a list marker, or all of it.
pub(super) fn without_marker(text: &str) -> &str {
    marker(text).and_then(|(_, length)| text.get(length..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_the_lists_are_plain() {
        for entry in [LINES, BUTTONS, RELATED, SECTIONS, COMMENTS, REPLIES, COUNTED, AGENCIES].join("\n").split('\n') {
            assert!(entry.len() <= LONGEST, "{entry:?}");
        }
        for entry in [LINES, BUTTONS, RELATED, SECTIONS, COMMENTS, REPLIES].join("\n").split('\n') {
            assert!(!entry.is_empty() && plain(entry) == entry, "{entry}");
        }
    }

    #[test]
    fn furniture_is_known_by_its_words() {
        for text in [
            "Skip to main menu",
            "SHARE",
            "Read more \u{bb}",
            "Read more: Who pays for the bridge",
            "https://a.example/p/2Rz5u",
            "@bridgenews",
            "desk@paper.example",
            "12 Comments",
            "5 min read",
            "Home > News > Coast",
            "\u{a9} 2019 The Paper. All rights reserved.",
            "(Reporting by A. Writer; Editing by B. Editor)",
        ] {
            assert!(is_furniture(text), "{text}");
        }
    }

    #[test]
    fn what_an_article_may_say_is_no_furniture() {
        for text in [
            "Home",
            "Health",
            "Watch the tide",
            "More than words",
            "Share prices fall",
            "Subscribers leave",
            "He wrote to desk@paper.example.",
            "3 dead in storm",
            "12 eggs",
            "Tides | Winds",
            "Related matters",
            "Save the bridge",
            "Writing by",
            "",
        ] {
            assert!(!is_furniture(text), "{text}");
        }
    }

    #[test]
    fn sign_offs() {
        for text in ["ab/cde (AFP, Reuters, AP)", "ab/cd", "(dpa)", "Reuters", "AFP/dpa", "ab (AP)"] {
            assert!(is_sign_off(text), "{text}");
        }
        for text in ["Yes", "He left (AP)", "(for now)", "Harbour (Reuters) closed", "good, bad", "flour, salt"] {
            assert!(!is_sign_off(text), "{text}");
        }
    }
}
