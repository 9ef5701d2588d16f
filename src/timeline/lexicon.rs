//! What a language says about its words, in the form this stage asks for it: classes, verb forms, endings.
//!
//! In: the word lists of a language file. Out: for a written word its classes, its verb forms and its base form.
//! It must never learn what a sentence is.

use crate::temporal::Language;

/// A set of word classes.
pub(super) type Classes = u64;

macro_rules! classes {
    ($($bit:literal $name:ident $section:literal $doc:literal;)*) => {
        $(#[doc = $doc] pub(super) const $name: Classes = 1 << $bit;)*
        /// The sections that are plain lists of words.
        const LISTS: &[(&str, Classes)] = &[$(($section, $name)),*];
    };
}

classes! {
    0 DETERMINER "determiner" "the, a, this";
    1 PREPOSITION "preposition" "of, in";
    2 SUBJECT_PRONOUN "subject-pronoun" "he, they: a verb follows";
    3 PRONOUN "pronoun" "it, them";
    4 FIRST_PERSON "first-person" "I, our: somebody speaks";
    5 COORDINATOR "coordinator" "and, or, but";
    6 SUBORDINATOR "subordinator" "while, after, because";
    7 CONDITION "condition" "if, unless";
    8 RELATIVE "relative" "who, which, that";
    9 BE "be" "forms of to be";
    10 HAVE "have" "forms of to have";
    11 DO "do" "forms of to do";
    12 AUXILIARY_PAST "auxiliary-past" "was, had, did";
    13 FUTURE "future" "will";
    14 MODAL "modal" "could, may";
    15 NOT "not" "not, never";
    16 ADVERB "adverb" "already, later";
    17 ALREADY "already" "already, recently: before now";
    18 HABIT "habit" "often, usually";
    19 REPORT "report" "say, claim";
    20 SPEECH_ACT "speech-act" "announce, rule: speaking is the news";
    21 STATE "state" "own, remain";
    22 PLAN "plan" "plan, expect, set";
    23 WEAK "weak" "verbs that say little: use, make";
    24 STRONG "strong" "verbs that make news: die, elect";
    25 VERB "verb" "other verbs";
    26 NO_VERB "no-verb" "words with a verb's ending that are none";
    27 EVENT_NOUN "event-noun" "attack, election";
    28 ABBREVIATION "abbreviation" "Mr, Sept: a full stop behind it ends nothing";
    29 CONNECTIVE "connective" "however, then: left out of titles";
    30 STOP "stop" "words that say nothing when titles are compared";
    31 TO "infinitive" "to";
    32 ADVERSATIVE "adversative" "but";
    33 ATTRIBUTION "attribution" "according (to)";
    34 TIME_NOUN "time-noun" "year, season: no event happens to them";
    36 MARKUP "markup" "image, photo: the line is a credit";
    38 CAUSE "cause" "prompting, forcing: what is caused is the event";
    40 AGENT "agent" "by: who did it stands behind";
    42 OF "of" "of: what follows belongs to the noun before";
    43 WITH "with" "with: a participle may hang on it";
    44 PERSON "person" "he, she";
    45 MANY "many" "they";
    46 HAPPEN "happen" "begin, last: what does so is an event";
    48 NO_ADVERB "no-adverb" "words with an adverb's ending that are none";
    49 FUTURE_PAST "future-past" "would: the future of what was said";
    50 OBLIGATION "obligation" "must";
    47 ARTICLE "article" "a, the";
    41 PLURAL "plural" "people: plural without its ending";
}

/// Any verb.
pub(super) const ANY_VERB: Classes = REPORT | SPEECH_ACT | STATE | PLAN | WEAK | STRONG | VERB | CAUSE;

/// What every form of a verb takes over from its base.
const VERBAL: Classes = ANY_VERB | HAPPEN;

/// A set of verb forms.
pub(super) type Forms = u8;
/// say
pub(super) const BASE: Forms = 1;
/// says
pub(super) const THIRD: Forms = 2;
/// said
pub(super) const PAST: Forms = 4;
/// (has) said
pub(super) const PARTICIPLE: Forms = 8;
/// saying
pub(super) const ING: Forms = 16;

/// What is known about a written word.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Entry {
    pub(super) classes: Classes,
    pub(super) forms: Forms,
}

/// The words of one language.
pub(super) struct Lexicon {
    /// Sorted.
    entries: Vec<(&'static str, Entry)>,
    /// Where the words that begin with a letter start in `entries`: `a` is 0, one more for the end.
    starts: [u16; 27],
    endings: Vec<Ending>,
    plural_ending: &'static str,
    adverb_ending: &'static str,
    language: &'static Language,
}

/// How a written verb form leads back to its base: "carried" loses "ied" and gains "y".
struct Ending {
    written: &'static str,
    base: &'static str,
    doubled: bool,
    forms: Forms,
}

impl Lexicon {
    /// The words of a language, read once and then shared.
    pub(super) fn of(language: &'static Language) -> &'static Lexicon {
        static ENGLISH: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        ENGLISH.get_or_init(|| Lexicon::read(language))
    }

    /// Reads the word lists of a language.
    fn read(language: &'static Language) -> Lexicon {
        let mut entries: Vec<(&'static str, Entry)> = Vec::with_capacity(2400);
        for &(section, class) in LISTS {
            let forms = if class & ANY_VERB != 0 { BASE } else { 0 };
            entries.extend(words(language, section).map(|word| (word, Entry { classes: class, forms })));
        }
        let classes_of_bases = sorted(entries);
        let mut entries = classes_of_bases.clone();
        for line in language.lines("irregular").flat_map(|line| line.split(';')) {
            let mut forms = line.split_whitespace();
            let (Some(base), Some(past), Some(participle)) = (forms.next(), forms.next(), forms.next()) else {
                continue;
            };
            let classes = find(&classes_of_bases, base).classes & (VERBAL | BE | HAVE | DO) | VERB;
            entries.push((base, Entry { classes, forms: BASE }));
            entries.push((past, Entry { classes, forms: PAST }));
            entries.push((participle, Entry { classes, forms: PARTICIPLE }));
        }
        let present = words(language, "third-person");
        entries.extend(present.map(|word| (word, Entry { classes: 0, forms: THIRD })));
        let entries = sorted(entries);
        let mut starts = [0; 27];
        for (letter, start) in (b'a'..).zip(starts.iter_mut()) {
            *start = entries.partition_point(|(word, _)| word.as_bytes().first() < Some(&letter)) as u16;
        }
        Lexicon {
            entries,
            starts,
            endings: endings(language),
            plural_ending: language.text("plural-ending"),
            adverb_ending: language.text("adverb-ending"),
            language,
        }
    }

    /// What is known about a word; `word` in lower case.
    pub(super) fn look_up(&self, word: &str) -> Entry {
        let mut entry = self.listed(word);
        if entry.classes & NO_VERB != 0 || entry.forms & !BASE != 0 {
            return entry;
        }
        let mut buffer = [0_u8; 32];
        for ending in &self.endings {
            let Some(stem) = word.strip_suffix(ending.written) else { continue };
            let Some(stem) = ending.stem(stem) else { continue };
            let base = ending.base.as_bytes();
            let Some(place) = buffer.get_mut(..stem.len() + base.len()) else { continue };
            let (front, back) = place.split_at_mut(stem.len());
            front.copy_from_slice(stem.as_bytes());
            back.copy_from_slice(base);
            let Ok(base) = core::str::from_utf8(place) else { continue };
            let known = self.listed(base);
            if known.forms & BASE != 0 {
                entry.classes |= known.classes & VERBAL;
                entry.forms |= ending.forms;
                return entry;
            }
        }
        if entry.classes == 0 && word.len() > 4 && !self.adverb_ending.is_empty() && word.ends_with(self.adverb_ending)
        {
            entry.classes = ADVERB;
            return entry;
        }
        // A verb nobody listed: its ending alone speaks, and only where no noun is likely.
        if entry.classes == 0 && word.len() > 4 {
            let unknown = self.endings.iter().find(|ending| ending.base.is_empty() && word.ends_with(ending.written));
            entry.forms |= unknown.map_or(0, |ending| ending.forms & (PAST | PARTICIPLE));
        }
        entry
    }

    /// Whether a noun looks like more than one.
    pub(super) fn is_plural(&self, word: &str, entry: Entry) -> bool {
        entry.classes & PLURAL != 0 || word.len() > 3 && word.ends_with(self.plural_ending) && !word.ends_with("ss")
    }

    /// A line of the language file for words that readers see.
    pub(super) fn text(&self, name: &str) -> &'static str {
        self.language.text(name)
    }

    fn listed(&self, word: &str) -> Entry {
        let Some(letter) = word.bytes().next().and_then(|byte| byte.checked_sub(b'a')) else {
            return find(&self.entries, word);
        };
        let start = self.starts.get(usize::from(letter)).copied().map_or(0, usize::from);
        let end = self.starts.get(usize::from(letter) + 1).copied().map_or(self.entries.len(), usize::from);
        self.entries.get(start..end).map_or(Entry::default(), |range| find(range, word))
    }
}

impl Ending {
    /// What is left of a word without its ending, doubled consonant undone.
    fn stem<'a>(&self, stem: &'a str) -> Option<&'a str> {
        if !self.doubled {
            return Some(stem);
        }
        let bytes = stem.as_bytes();
        let (last, front) = bytes.split_last()?;
        if front.last() != Some(last) { None } else { stem.get(..stem.len() - 1) }
    }
}

fn endings(language: &Language) -> Vec<Ending> {
    let lines = language.lines("endings").flat_map(|line| line.split(';'));
    lines
        .filter_map(|line| {
            let mut parts = line.split_whitespace();
            let (written, base, form) = (parts.next()?, parts.next()?, parts.next()?);
            let forms = match form {
                "past" => PAST | PARTICIPLE,
                "third" => THIRD,
                _ => ING,
            };
            let doubled = written.starts_with('=');
            let base = if base == "-" { "" } else { base };
            Some(Ending { written: written.trim_start_matches('='), base, doubled, forms })
        })
        .collect()
}

fn words<'a>(language: &'a Language, section: &'a str) -> impl Iterator<Item = &'static str> + 'a {
    language.lines(section).flat_map(str::split_whitespace)
}

/// Sorted by word, with the entries of the same word united.
fn sorted(mut entries: Vec<(&'static str, Entry)>) -> Vec<(&'static str, Entry)> {
    crate::order::sort_by_key(&mut entries, |(word, _)| *word);
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1.classes |= next.1.classes;
            kept.1.forms |= next.1.forms;
        }
        same
    });
    entries
}

fn find(entries: &[(&'static str, Entry)], word: &str) -> Entry {
    let place = entries.binary_search_by(|(known, _)| (*known).cmp(word));
    place.ok().and_then(|place| entries.get(place)).map_or(Entry::default(), |(_, entry)| *entry)
}
