//! Pictures as they come out of a page: caption, credit, and both again.
//!
//! In: passages whose head is known. Out: captions as caption blocks, once each; credits as furniture.
//! It must never learn who made a picture.

use super::BlockKind;
use super::passages::{Passage, Role};
use super::shape::{ends_sentence, is_prose, words};
use crate::base::find;
use crate::base::letter::{is_capital, is_small};
use crate::base::span::Span;

/// Words that open a credit, as they are printed. Those in front of a colon or comma; a name follows.
const CREDITS: &str = "\
Image source,
Image copyright
Image credit:
Image:
Images:
Photo credit:
Photo:
Photos:
Photograph:
Photographs:
Photography:
Picture:
Pictures:
Picture credit:
Credit:
Credits:
Illustration:
Graphic:
Graphics:
Video:
Foto:
Fotos:
Bild:
File photo:
FILE PHOTO:
IMAGE:
PHOTO:
Photo by\x20
Photograph by\x20
Picture by\x20
Photo courtesy of\x20";

/// Credits that are names alone.
const OWNERS: &str = "\
Getty Images
AP Photo
AFP/Getty
REUTERS/
Reuters/
EPA/
dpa/
picture alliance
Shutterstock";

/// Words in front of a caption.
const LABELS: &str = "\
Image caption,
Media caption,
Image caption:
Caption:";

/// A credit of more words than this is a caption that starts with the word "Photo:".
const CREDIT_WORDS: usize = 7;
const CAPTION_WORDS: usize = 60;

/// Finds captions and credits.
pub(super) fn mark(passages: &mut [Passage]) {
    for index in 0..passages.len() {
        let (before, rest) = passages.split_at_mut(index);
        let Some((passage, _)) = rest.split_first_mut() else { return };
        if passage.role != Role::Open || passage.text.len() > 700 {
            continue;
        }
        if let Some(label) = LABELS.split('\n').find(|label| passage.text.starts_with(label)) {
            let start =
                label.len() + passage.text.get(label.len()..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            passage.keep = Some(Span::new(start, passage.text.len()));
            passage.role = Role::Block(BlockKind::Caption);
            continue;
        }
        match credit(&passage.text) {
            Some(0) => credit_alone(before, passage),
            Some(start) => credit_behind(before, passage, start),
            None => given_twice(before, passage),
        }
    }
}

/// A credit on its own line makes the line in front of it a caption.
fn credit_alone(before: &mut [Passage], credit: &mut Passage) {
    credit.role = Role::Furniture;
    let adjacent = !credit.after_gap;
    if let Some(caption) = before.last_mut()
        && caption.role == Role::Open
        && words(&caption.text) <= CAPTION_WORDS
        && (adjacent || !ends_sentence(&caption.text))
        && !(adjacent && !caption.after_gap && is_prose(&caption.text))
    {
        caption.role = Role::Block(BlockKind::Caption);
    }
}

/// "Smoke over the harbour. Photo: A. Name", also glued: "Smoke over the harbourPhoto: A. Name".
fn credit_behind(before: &mut [Passage], passage: &mut Passage, start: usize) {
    let caption = find::trim_end(Span::new(0, start).of(&passage.text), " ([|/-–");
    passage.keep = Some(Span::new(0, caption.len()));
    passage.role = Role::Block(BlockKind::Caption);
    if let Some(twin) = before.iter_mut().rev().find(|twin| twin.role != Role::Furniture)
        && matches!(twin.role, Role::Open | Role::Block(BlockKind::Caption))
        && same(&twin.text, caption)
    {
        twin.role = Role::Furniture;
    }
}

/// The same line twice in a row, as an image's description and its caption come out.
fn given_twice(before: &mut [Passage], passage: &mut Passage) {
    if let Some(twin) = before.last_mut()
        && twin.role == Role::Open
        && !passage.after_gap
        && twin.text == passage.text
        && (5..=CAPTION_WORDS).contains(&words(&passage.text))
        && passage.text.starts_with(is_capital)
        && !find::ends_in(&passage.text, ",;:-")
    {
        twin.role = Role::Furniture;
        passage.role = Role::Block(BlockKind::Caption);
    }
}

/// Equal but for white space and a full stop at the end.
fn same(left: &str, right: &str) -> bool {
    find::trim_end(left, ". ") == find::trim_end(right, ". ")
}

/// Where a credit starts that runs to the end of the text; 0 when the text is nothing else.
fn credit(text: &str) -> Option<usize> {
    // A credit is short: only the last part of the text can hold one.
    let mut from = text.len().saturating_sub(160);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..)?;
    let named = |at: usize, word: &str| {
        let name = tail.get(at + word.len()..).unwrap_or("").trim();
        // A credit ends with a name, not with a sentence.
        let bare = find::trim_end(name, ")].");
        let limit = if word.starts_with("Image source") { 2 * CREDIT_WORDS } else { CREDIT_WORDS };
        !bare.is_empty() && words(bare) <= limit && !has_sentence_end(bare)
    };
    let colon = crate::base::find::has(tail, ':');
    let possible = CREDITS.split('\n').filter(|word| colon || !word.ends_with(':'));
    let found = possible.filter_map(|word| find::last(tail, word).filter(|at| named(*at, word)).map(|at| from + at));
    found.filter(|start| starts_credit(text, *start)).min().or_else(|| owner(text))
}

/// A full stop behind a word, inside the text; behind an initial ("A. Name") it is none.
fn has_sentence_end(text: &str) -> bool {
    find::all(text, ". ").any(|at| {
        let front = text.get(..at).unwrap_or("");
        front.len() - front.trim_end_matches(|c: char| c.is_ascii_lowercase()).len() >= 2
    })
}

/// A credit stands alone, behind the end of a sentence, in brackets, or glued to a word by a page that lost its space.
fn starts_credit(text: &str, start: usize) -> bool {
    let front = text.get(..start).unwrap_or("");
    match front.chars().next_back() {
        None => true,
        Some(' ') => find::ends_in(front.trim_end(), ".!?|/-–—\"”)]"),
        Some('(' | '[' | '/' | '|' | '.') => true,
        Some(glued) => is_small(glued),
    }
}

/// A line that only names who owns a picture: "Getty Images", "REUTERS/A. Name".
fn owner(text: &str) -> Option<usize> {
    let line = find::trim_start(text, "([© ");
    let known = OWNERS
        .split('\n')
        .any(|owner| line.starts_with(owner) || (words(line) <= 5 && find::trim_end(line, ")]").ends_with(owner)));
    (known && words(line) <= CREDIT_WORDS && !ends_sentence(line)).then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_found_where_they_start() {
        for (text, start) in [
            ("Image: Reuters", Some(0)),
            ("REUTERS/A. Name", Some(0)),
            ("Smoke over the harbourImage: Agency/A. Name", Some(22)),
            ("Smoke over the harbour. Photo: A. Name", Some(24)),
            ("Smoke over the harbour (Photo by A. Name)", Some(24)),
            ("The word Photo: is printed", None),
            ("Photo: The barge that broke loose lies against the quay wall on Monday", None),
            ("The video: what it shows", None),
            ("She works for Getty Images.", None),
        ] {
            assert_eq!(credit(text), start, "{text}");
        }
    }
}
