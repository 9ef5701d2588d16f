//! Endings: what the end of a word says of it where the file does not list it: verb forms, adverbs, plurals.
//!
//! In: the lines of a language file that name endings. Out: the facts of a written word. It must never learn what stands around the word.

use super::class::{
    ADVERB, BASE, EVENT_NOUN, Facts, Forms, ING, NO_VERB, PARTICIPLE, PAST, PLURAL, THIRD, TIME_NOUN, VERBAL,
};
use super::file::span_in;
use super::vocabulary::Vocabulary;
use crate::base::list::List;
use crate::base::span::Span;

/// The endings of one language.
#[derive(Debug, Default)]
pub(super) struct Endings {
    pub(super) verbs: Vec<VerbEnding>,
    /// The letters that endings end in: most words end in none of them.
    last_letters: Vec<u8>,
    plural: Span,
    adverb: Span,
    /// What may stand in front of a listed verb: "er" of "erhob".
    prefixes: Vec<Span>,
}

/// How a written verb form leads back to its base: "carried" loses "ied" and gains "y".
#[derive(Debug)]
pub(super) struct VerbEnding {
    pub(super) written: Span,
    pub(super) base: Span,
    pub(super) doubled: bool,
    pub(super) forms: Forms,
}

impl Endings {
    /// What the lines of a file say of endings.
    pub(super) fn of(texts: &[(Span, Span)], file: &str) -> Endings {
        let lines = |wanted: &'static str| {
            texts.iter().filter(move |(name, _)| name.of(file) == wanted).map(|(_, text)| text.of(file))
        };
        let verbs =
            lines("endings").flat_map(|line| line.split(';')).filter_map(|line| VerbEnding::of(line, file)).list();
        let adverb = lines("adverb-ending").next().map_or(Span::default(), |word| span_in(file, word));
        let mut last_letters = verbs
            .iter()
            .map(|ending| ending.written)
            .chain([adverb])
            .filter_map(|ending| ending.of(file).bytes().last())
            .list();
        last_letters.dedup();
        let prefixes = lines("verb-prefix").flat_map(str::split_whitespace).map(|word| span_in(file, word)).list();
        let plural = lines("plural-ending").next().map_or(Span::default(), |word| span_in(file, word));
        Endings { verbs, last_letters, plural, adverb, prefixes }
    }

    /// Whether the end or the beginning of an unlisted word can say anything: asked first, because most words' cannot.
    pub(super) fn may_tell(&self, word: &str) -> bool {
        let last = word.bytes().last().unwrap_or(0).to_ascii_lowercase();
        !self.prefixes.is_empty() || self.last_letters.contains(&last)
    }

    /// All that is known of a word in lower case of which the lists say so much.
    pub(super) fn facts_of(&self, word: &str, listed: Facts, vocabulary: &Vocabulary, file: &str) -> Facts {
        let mut facts = listed;
        if facts == Facts::default() {
            let rests = self.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix.of(file)));
            let mut forms = rests.map(|rest| vocabulary.listed(rest, file).forms & !BASE);
            facts.forms = forms.find(|&forms| forms != 0).unwrap_or(0);
        }
        if facts.classes & NO_VERB != 0 || facts.forms & !BASE != 0 {
            return facts;
        }
        if !self.last_letters.contains(&word.bytes().last().unwrap_or(0)) {
            return facts;
        }
        if let Some(verb) = self.verb(word, vocabulary, file) {
            return facts.and(verb);
        }
        let (adverb, plural) = (self.adverb.of(file), self.plural.of(file));
        if facts.classes == 0 && word.len() > 4 && !adverb.is_empty() && word.ends_with(adverb) {
            facts.classes = ADVERB;
            return facts;
        }
        if let Some(singular) = word.strip_suffix(plural).filter(|_| !plural.is_empty()) {
            facts.classes |= vocabulary.listed(singular, file).classes & (EVENT_NOUN | TIME_NOUN);
        }
        // A verb nobody listed: its ending alone speaks, and only where no noun is likely.
        if facts.classes == 0 && word.len() > 4 {
            let ends = |ending: &&VerbEnding| ending.base.is_empty() && word.ends_with(ending.written.of(file));
            facts.forms |= self.verbs.iter().find(ends).map_or(0, |ending| ending.forms & (PAST | PARTICIPLE));
        }
        facts
    }

    /// What a word is as a form of a listed verb.
    fn verb(&self, word: &str, vocabulary: &Vocabulary, file: &str) -> Option<Facts> {
        // Longer words are no forms of verbs.
        let mut buffer = [0_u8; 32];
        for ending in &self.verbs {
            let Some(stem) = word.strip_suffix(ending.written.of(file)) else { continue };
            let Some(stem) = ending.stem(stem) else { continue };
            let base = ending.base.of(file).as_bytes();
            let Some(place) = buffer.get_mut(..stem.len() + base.len()) else { continue };
            let (front, back) = place.split_at_mut(stem.len());
            front.copy_from_slice(stem.as_bytes());
            back.copy_from_slice(base);
            let Ok(base) = core::str::from_utf8(place) else { continue };
            let known = vocabulary.listed(base, file);
            if known.forms & BASE != 0 {
                return Some(Facts { classes: known.classes & VERBAL, forms: ending.forms });
            }
        }
        None
    }

    /// Whether a noun looks like more than one.
    pub(super) fn is_plural(&self, word: &str, facts: Facts, file: &str) -> bool {
        let ends = |ending: &str| {
            let tail = word.len().checked_sub(ending.len()).and_then(|start| word.get(start..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
        };
        facts.classes & PLURAL != 0 || word.len() > 3 && ends(self.plural.of(file)) && !ends("ss")
    }
}

impl VerbEnding {
    /// `ied y past`; `=ed - past`, where "=" undoes a doubled consonant.
    fn of(line: &str, file: &str) -> Option<VerbEnding> {
        let mut parts = line.split_whitespace();
        let (written, base, form) = (parts.next()?, parts.next()?, parts.next()?);
        let forms = match form {
            "past" => PAST | PARTICIPLE,
            "third" => THIRD,
            _ => ING,
        };
        let base = if base == "-" { Span::default() } else { span_in(file, base) };
        let bare = written.trim_start_matches('=');
        Some(VerbEnding { written: span_in(file, bare), base, doubled: bare.len() < written.len(), forms })
    }

    /// What is left of a word without its ending, doubled consonant undone.
    pub(super) fn stem<'a>(&self, stem: &'a str) -> Option<&'a str> {
        if !self.doubled {
            return Some(stem);
        }
        let bytes = stem.as_bytes();
        let (last, front) = bytes.split_last()?;
        if front.last() != Some(last) { None } else { stem.get(..stem.len() - 1) }
    }
}
