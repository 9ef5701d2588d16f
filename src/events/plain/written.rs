//! Titles as text: words with their own spacing, balanced quotation marks, a capital at the head.
//!
//! In: the words of a title. Out: its text. It must never choose words.

use super::LONGEST;
use crate::base::find;
use crate::events::sentence::Sentence;
use crate::language::class;
use crate::language::word::WordKind;

/// The words as one text: their own spacing where they are neighbours, one space where words were left out.
pub(super) fn join(sentence: &Sentence<'_>, lead: &str, words: &[usize]) -> String {
    let loose =
        class::COORDINATOR | class::SUBORDINATOR | class::ARTICLE | class::POSSESSIVE | class::RELATIVE | class::NOT;
    let trailing = |&&word: &&usize| {
        let sign = matches!(
            sentence.kind(word),
            Some(WordKind::Comma | WordKind::Break | WordKind::Dash | WordKind::Stop | WordKind::Open)
        );
        sign || sentence.is(word, loose)
            && !sentence.is(word, class::PRONOUN | class::PREPOSITION)
            && !sentence.is_mention(word)
    };
    let mut end = words.len() - words.iter().rev().take_while(trailing).count();
    // "on trial in the | new year": without its noun the preposition goes too.
    let bare = words.get(end).is_some_and(|&word| sentence.is(word, class::ARTICLE | class::POSSESSIVE));
    if bare && end > 2 && words.get(end - 1).is_some_and(|&word| sentence.is(word, class::PREPOSITION)) {
        end -= 1;
    }
    let mut title = String::from(lead);
    let mut previous: Option<usize> = None;
    for &place in words.get(..end).unwrap_or(&[]) {
        let Some(word) = sentence.words.get(place) else { continue };
        let punctuation = matches!(word.kind, WordKind::Comma | WordKind::Break | WordKind::Stop | WordKind::Dash);
        if punctuation && (title.is_empty() || find::ends_in(&title, ",–—:;")) {
            continue;
        }
        let neighbour =
            previous.filter(|&previous| previous + 1 == place).and_then(|previous| sentence.words.get(previous));
        let gap = neighbour.is_none_or(|previous| previous.span.end < word.span.start);
        let tight = matches!(word.kind, WordKind::Comma | WordKind::Stop | WordKind::Clitic | WordKind::Close);
        if gap && !title.is_empty() && !tight && !find::ends_in(&title, "(“[") {
            title.push(' ');
        }
        let written = sentence.word(place);
        if place == 0 && !title.is_empty() && word.forms != 0 {
            // A verb that began the sentence stands behind its subject now.
            title.extend(written.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            title.push_str(written);
        }
        previous = Some(place);
    }
    balanced(find::trim_start(find::trim_end(&title, ",;:–—- ("), ", –—-"))
}

/// At the last word boundary that fits.
pub(super) fn hard_cut(title: &str) -> String {
    let mut end = 0;
    for (count, (place, letter)) in title.char_indices().enumerate() {
        if count > LONGEST {
            break;
        }
        if letter == ' ' {
            end = place;
        }
    }
    let cut = if end == 0 { title.char_indices().nth(LONGEST).map_or(title.len(), |(place, _)| place) } else { end };
    String::from(find::trim_end(title.get(..cut).unwrap_or(title), ", -–"))
}

/// The capital of a letter of western Europe, any other letter itself: the table for all scripts is for one letter too heavy.
pub(in crate::events) fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from(letter as u8 - 0x20),
        _ => letter,
    }
}

/// Drops a quotation mark or bracket that has lost its partner; begins with a capital.
pub(super) fn balanced(title: &str) -> String {
    let straight = title.matches('"').count() % 2 == 1;
    let unopened = find::without(title, "``");
    let unquoted = find::without(&unopened, "''");
    let lonely = |open: char, close: char| find::has(title, open) != find::has(title, close);
    let (curly, round) = (lonely('“', '”'), lonely('(', ')'));
    let paired = title.len() - unopened.len() == unopened.len() - unquoted.len();
    let title = if paired { title } else { &unquoted };
    let mut out = String::with_capacity(title.len());
    for letter in title.chars() {
        let drop =
            straight && letter == '"' || curly && matches!(letter, '“' | '”') || round && matches!(letter, '(' | ')');
        if drop {
            continue;
        }
        if out.is_empty() {
            out.push(capital(letter));
        } else {
            out.push(letter);
        }
    }
    String::from(out.trim())
}
