//! The past of a verb, made from any of its forms: "fleeing" was "fled".
//!
//! In: a verb as written. Out: its past form. It must never learn what the sentence around it says.

use super::Language;
use super::class::{BASE, Forms, ING, PARTICIPLE, PAST};

impl Language {
    /// The past form of a verb written in any form, in lower case; `None` where the language file does not tell.
    pub(crate) fn past(&self, word: &str) -> Option<String> {
        let Some(base) = self.verb_base(word) else { return self.unlisted_past(word) };
        for line in self.lines("irregular").flat_map(|line| line.split(';')) {
            let mut words = line.split_whitespace();
            let (first, past) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            if !past.is_empty() && (first == base || words.next() == Some(word) || past == word) {
                return Some(String::from(past));
            }
        }
        // Where the base doubles its last letter, the written form shows it.
        let doubled = word.len() > base.len()
            && !base.is_empty()
            && word.get(..=base.len()).is_some_and(|front| {
                let mut ends = front.bytes().rev();
                ends.next() == ends.next() && front.starts_with(base.as_str())
            });
        let file = &self.text;
        let ending = self.endings.verbs.iter().find(|ending| {
            let bare = ending.base.of(file);
            ending.forms & PAST != 0
                && ending.doubled == doubled
                && base.ends_with(bare)
                && (!bare.is_empty() || !ending.doubled || doubled)
                && !(bare == "y" && ends_in_vowel(base.strip_suffix('y').unwrap_or("")))
        })?;
        let mut past = String::from(base.strip_suffix(ending.base.of(file)).unwrap_or(&base));
        if doubled {
            past.extend(base.chars().next_back());
        }
        past.push_str(ending.written.of(file));
        Some(past)
    }

    /// The ending of a regular past: "ed".
    pub(crate) fn regular_past(&self) -> Option<&str> {
        let file = &self.text;
        let regular = self
            .endings
            .verbs
            .iter()
            .find(|ending| ending.forms & PAST != 0 && !ending.doubled && ending.base.of(file).is_empty())?;
        Some(regular.written.of(file))
    }

    /// The forms that a word's ending alone shows, for a word that is known to be a verb.
    pub(crate) fn forms_by_ending(&self, word: &str) -> Forms {
        let file = &self.text;
        let ending = self.endings.verbs.iter().find(|ending| {
            let written = ending.written.of(file);
            !ending.doubled && word.len() > written.len() + 2 && word.ends_with(written)
        });
        ending.map_or(0, |ending| ending.forms)
    }

    fn unlisted_past(&self, word: &str) -> Option<String> {
        let file = &self.text;
        let gerund = self
            .endings
            .verbs
            .iter()
            .find(|ending| ending.forms == ING && !ending.doubled && ending.base.of(file).is_empty())?;
        let stem = word.strip_suffix(gerund.written.of(file))?;
        let ending = self.endings.verbs.iter().find(|ending| {
            let base = ending.base.of(file);
            let y = base == "y" && stem.ends_with('y') && !ends_in_vowel(stem.strip_suffix('y').unwrap_or(""));
            ending.forms & PAST != 0 && !ending.doubled && (y || base.is_empty())
        })?;
        let mut past = String::from(stem.strip_suffix(ending.base.of(file)).unwrap_or(stem));
        past.push_str(ending.written.of(file));
        Some(past)
    }

    fn verb_base(&self, word: &str) -> Option<String> {
        let file = &self.text;
        if self.vocabulary.listed(word, file).forms & (BASE | PAST | PARTICIPLE) != 0 {
            return Some(String::from(word));
        }
        for ending in &self.endings.verbs {
            let stem = word.strip_suffix(ending.written.of(file)).and_then(|stem| ending.stem(stem));
            let Some(stem) = stem else { continue };
            let mut base = String::from(stem);
            base.push_str(ending.base.of(file));
            if self.vocabulary.listed(&base, file).forms & BASE != 0 {
                return Some(base);
            }
        }
        None
    }
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use crate::language::Languages;

    #[test]
    fn the_past_of_any_form() {
        let languages = Languages::english();
        let language = languages.get("en").unwrap();
        for (written, past) in [
            ("fleeing", "fled"),
            ("killing", "killed"),
            ("banning", "banned"),
            ("carried", "carried"),
            ("leave", "left"),
            ("cut", "cut"),
        ] {
            assert_eq!(language.past(written).as_deref(), Some(past), "{written}");
        }
        assert_eq!(language.past("window"), None);
    }
}
