//! The words of a language for dates, from its file.
//!
//! In: a language's tag. Out: its lists of words by name. It must never hold a word itself: a language is a file.

use crate::exchange::convert::Tongue;
use crate::language::Language;

const FILES: [(&str, &str); 2] = [("en", include_str!("en.words")), ("de", include_str!("de.words"))];

/// What a language says and hears.
pub(super) struct Vocabulary<'a> {
    /// Who finds dates in a phrase of it; what only speaks needs none.
    pub(super) tagger: Option<&'a Language>,
    lists: Vec<(&'static str, Vec<&'static str>)>,
}

impl<'a> Vocabulary<'a> {
    /// The words of a language; English for all that have no file.
    pub(super) fn of(lang: &str) -> Vocabulary<'a> {
        let tag = lang.split(['-', '_']).next().unwrap_or("");
        let known = FILES.iter().find(|(code, _)| code.eq_ignore_ascii_case(tag)).or(FILES.first());
        let (_, file) = known.copied().unwrap_or(("en", ""));
        let lines = file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
        let lists = lines.map(|(name, words)| (name.trim(), words.split('|').map(str::trim).collect()));
        Vocabulary { tagger: None, lists: lists.collect() }
    }

    /// The same, to read phrases with.
    pub(super) fn heard(tongue: Tongue<'a>) -> Vocabulary<'a> {
        Vocabulary { tagger: tongue.tagger, ..Vocabulary::of(tongue.tag) }
    }

    /// All words of a list; none where the language has no such list.
    pub(super) fn list(&self, name: &str) -> &[&'static str] {
        self.lists.iter().find(|(known, _)| *known == name).map_or(&[], |(_, words)| words)
    }

    /// The word at a place of a list.
    pub(super) fn at(&self, name: &str, place: usize) -> &'static str {
        self.list(name).get(place).copied().unwrap_or("")
    }

    /// The first word of a list, which is what is said.
    pub(super) fn said(&self, name: &str) -> &'static str {
        self.at(name, 0)
    }

    /// What is said, with its gaps filled in order.
    pub(super) fn fill(&self, name: &str, parts: &[&str]) -> String {
        let mut pieces = self.said(name).split("{}");
        let mut out = pieces.next().unwrap_or("").to_owned();
        for (piece, part) in pieces.zip(parts) {
            out.push_str(part);
            out.push_str(piece);
        }
        out
    }

    /// What is left behind a word of a list at the front, and the place of that word.
    pub(super) fn front<'t>(&self, name: &str, phrase: &'t str) -> Option<&'t str> {
        self.list(name).iter().find_map(|word| cut_front(phrase, word))
    }

    /// What is left in front of a word of a list at the end.
    pub(super) fn behind<'t>(&self, name: &str, phrase: &'t str) -> Option<&'t str> {
        self.list(name).iter().find_map(|word| Some(phrase.strip_suffix(&*word.to_lowercase())?.trim_end()))
    }

    /// The two sides of the first word of a list that stands between spaces.
    pub(super) fn between<'t>(&self, name: &str, phrase: &'t str) -> Option<(&'t str, &'t str)> {
        self.list(name).iter().find_map(|word| phrase.split_once(&*format!(" {} ", word.to_lowercase())))
    }

    /// The place of a word in a list.
    pub(super) fn place(&self, name: &str, word: &str) -> Option<usize> {
        self.list(name).iter().position(|known| known.to_lowercase() == word)
    }
}

/// A word at the front ends with a space; a sign or an abbreviation need not.
fn cut_front<'a>(phrase: &'a str, word: &str) -> Option<&'a str> {
    let rest = phrase.strip_prefix(&*word.to_lowercase())?;
    let is_sign = !word.ends_with(char::is_alphabetic);
    let is_short = word.len() <= 2 && word.is_ascii() && rest.starts_with(|letter: char| letter.is_ascii_digit());
    (is_sign || is_short || rest.starts_with(' ')).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_list_that_is_said() {
        let english = Vocabulary::of("en");
        for (code, _) in FILES {
            let words = Vocabulary::of(code);
            assert_eq!(
                (words.list("months").len(), words.list("seasons").len(), words.list("nth").len()),
                (12, 4, 24),
                "{code}"
            );
            for (name, said) in &english.lists {
                let is_only_heard = ["era letters", "centuries"].contains(name);
                assert!(is_only_heard || !words.said(name).is_empty(), "{code} lacks {name}");
                let gaps = |text: &str| text.matches("{}").count();
                assert_eq!(
                    gaps(words.said(name)),
                    if is_only_heard { 0 } else { gaps(said.first().unwrap()) },
                    "{code}: {name}"
                );
            }
        }
        assert_eq!(Vocabulary::of("xx").said("to"), Vocabulary::of("en").said("to"));
        assert_eq!(Vocabulary::of("DE-at").said("to"), "bis");
    }
}
