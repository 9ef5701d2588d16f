//! What the outer shape of a passage says: how many words, how it starts, how it ends.
//!
//! In: folded text. Out: small facts about it. It must never learn what the words mean.

use crate::base::find;
use crate::base::letter::{is_capital, is_small};
pub(super) use crate::language::split::ends_sentence;
use crate::language::split::is_initials;
/// Number of words, counted up to 64: longer is long.
pub(super) fn words(text: &str) -> usize {
    text.split(' ').take(64).filter(|word| !word.is_empty()).count()
}

/// Running text, as opposed to a title, a label or a loose line.
pub(super) fn is_prose(text: &str) -> bool {
    let words = words(text);
    words >= 30 || (words >= 8 && ends_sentence(text)) || text.len() > 400
}

/// Whether it may be a headline: short, and not the beginning or the rest of a sentence.
pub(super) fn is_title(text: &str) -> bool {
    let loose_end = ['.', ',', ';', ':', '\u{3002}', '-', '\u{2013}', '\u{2014}'];
    let abbreviated = find::has(text, ' ') && is_initials(find::behind_last(text, " "));
    text.len() <= 220 && words(text) <= 30 && !starts_lower(text) && (abbreviated || !text.ends_with(loose_end))
}

/// Starts with a small letter, unless the word is spelled like "iPhone".
pub(super) fn starts_lower(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(is_small) && !characters.next().is_some_and(is_capital)
}

/// Whether every word starts with a capital, except small ones that stand in names ("Ana de la Cruz").
pub(super) fn is_name(text: &str) -> bool {
    let mut capitals = 0;
    for word in text.split(' ') {
        let first = find::trim_start(word, "(\"“").chars().next();
        if first.is_some_and(is_capital) {
            capitals += 1;
        } else if !matches!(
            word,
            "and" | "&" | "de" | "la" | "von" | "van" | "der" | "den" | "al" | "bin" | "del" | "di" | "in" | "for"
        ) {
            return false;
        }
    }
    capitals >= 1
}

/// The text without a final full stop or arrow, in ASCII small letters: how tables of phrases are asked.
pub(super) fn plain(text: &str) -> String {
    let end = |character: char| {
        matches!(character, '.' | ':' | '>' | ' ' | '\u{bb}' | '\u{203a}' | '\u{2192}' | '\u{2026}' | '|')
    };
    text.trim_matches(end).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_sentences() {
        for text in ["It rained.", "\u{201c}It rained.\u{201d}", "Why?", "He left (on Monday.)", "It rained . ''"] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["Rain in the U.S.", "Rain", "Rain,", "", "."] {
            assert_eq!(ends_sentence(text), text == ".", "{text}");
        }
    }

    #[test]
    fn titles_are_no_sentences() {
        for text in ["Bridge opens", "Who built it?", "Rain in the U.S.", "iPhone sales fall"] {
            assert!(is_title(text), "{text}");
        }
        for text in ["The bridge opened.", "Dear Ana,", "on little feet", "Ingredients:"] {
            assert!(!is_title(text), "{text}");
        }
    }

    #[test]
    fn names_are_capitals() {
        assert!(is_name("Ana de la Cruz") && is_name("JANE DOE"));
        assert!(!is_name("Bridge opens") && !is_name("and"));
    }
}
