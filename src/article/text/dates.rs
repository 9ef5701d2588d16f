//! Which lines give the article's own dates.
//!
//! In: passages, and where the body begins. Out: the date lines among them. It must never learn what a date line is good for.

use super::date_line::{self, DateLine};
use super::passages::{Passage, Role, marker};
use super::shape::words;
use crate::language::Language;

/// A date line may stand so far behind the first running text, if page furniture stands beside it.
const BEHIND_DECK: usize = 8;

/// The lines that give the article's own dates: labelled ones anywhere, others in the head or just behind the first paragraph.
pub(super) fn date_lines(passages: &[Passage], body: usize, language: &Language) -> Vec<(usize, DateLine)> {
    let mut found: Vec<(usize, DateLine)> = Vec::new();
    let mut later_bare = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        if passage.role != Role::Open || passage.text.len() > 160 || marker(&passage.text).is_some() {
            continue;
        }
        let Some(mut line) = date_line::read(&passage.text, language) else { continue };
        if let Some(changed) = index.checked_sub(1).and_then(|before| passages.get(before)).and_then(label) {
            (line.labelled, line.bare) = (true, false);
            if changed && line.modified.is_none() {
                line.modified = line.published.take();
            }
        }
        let in_head = index <= body + 1 || (index <= body + BEHIND_DECK && beside_furniture(passages, index));
        if line.labelled || (in_head && (line.bare || may_follow_headline(passages, index))) {
            let first_bare = line.bare && found.iter().all(|(_, before)| !before.bare);
            if line.labelled || !line.bare || first_bare {
                found.push((index, line));
                continue;
            }
        }
        if line.bare {
            later_bare.extend(line.published);
        }
    }
    // A chronology: dates as headings, from early to late. Its first date is a heading, too.
    found.retain(|(_, line)| {
        !line.bare || line.published.is_none_or(|first| later_bare.iter().all(|later| *later <= first))
    });
    found
}

/// The label that stands over a date, on a line of its own.
pub(super) fn label(passage: &Passage) -> Option<bool> {
    if passage.text.len() > 20 { None } else { date_line::label(&passage.text) }
}

/// A line with names beside its date needs something in front of it that can be the headline.
fn may_follow_headline(passages: &[Passage], index: usize) -> bool {
    passages.iter().take(index).any(|passage| passage.role == Role::Open && words(&passage.text) >= 2)
}

/// Share buttons, a byline or a credit beside it: the line is still the page's.
fn beside_furniture(passages: &[Passage], index: usize) -> bool {
    let beside = [index.checked_sub(1), Some(index + 1)];
    beside
        .into_iter()
        .flatten()
        .filter_map(|index| passages.get(index))
        .any(|passage| passage.role == Role::Furniture || super::head::is_byline(&passage.text))
}
