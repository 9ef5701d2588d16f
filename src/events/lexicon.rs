//! What a language says about its words, in the form this stage asks for it: classes, verb forms, endings.
//!
//! In: the word lists of a language file. Out: for a written word its classes, its verb forms and its base form.
//! It must never learn what a sentence is.

use crate::base::list::List;
use crate::temporal::Language;
use std::sync::OnceLock;

/// A set of word classes.
pub(super) type Classes = u64;

macro_rules! classes {
    ($($bit:literal $name:ident $section:literal $doc:literal;)*) => {
        $(#[doc = $doc] pub(super) const $name: Classes = 1 << $bit;)*
        /// The sections that are plain lists of words, and the bits of their classes: one text, because a table of slices weighs twice as much.
        const SECTIONS: &str = concat!($($section, " "),*);
        const BITS: &[u8] = &[$($name.trailing_zeros() as u8),*];
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
    35 POSSESSIVE "possessive" "his, its: nothing ends with it";
    37 PERSON_NOUN "person-noun" "minister, driver: he or she";
    39 FOCUS "focus" "only, late: goes with the date behind it";
    51 PETITION "petition" "for: who asks for something does not tell";
    52 RELATION "relation" "compare: relates to something else, happens to nobody";
    53 WHEN "when" "when: goes on from a date in front";
    55 ALTERNATIVE "alternative" "or: one of the two, not both";
    59 ONCE "once" "found, bear: happens but once";
    58 WHILE "while" "as: what follows goes on at the same time";
    57 THAN "than" "than: what stands in front is a measure";
    56 FORMER "former" "originally: and then not";
    60 DEFINITE "definite" "the, this: what follows is known already";
    62 AFTERMATH "aftermath" "over, following: what stands behind came before";
    61 SAYING "saying" "say, tell: what is said is the news, not that it is said";
    54 ISSUE "issue" "publish, release: what a study or a report is";
}

/// Any verb.
pub(super) const ANY_VERB: Classes = REPORT | SPEECH_ACT | STATE | PLAN | WEAK | STRONG | VERB | CAUSE;

/// What every form of a verb takes over from its base.
const VERBAL: Classes = ANY_VERB | HAPPEN | RELATION | ONCE | SAYING;

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
    table: Table,
    endings: Vec<Ending>,
    /// The letters that endings end in.
    last_letters: Vec<u8>,
    plural_ending: &'static str,
    /// What may stand in front of a listed verb: "er" of "erhob".
    prefixes: Vec<&'static str>,
    adverb_ending: &'static str,
    language: &'static Language,
}

/// Words by their hash, with open addressing.
struct Table {
    entries: Vec<(&'static str, Entry)>,
    /// One more than the index of an entry, 0 where free. Its length is a power of two and never filled to half.
    slots: Vec<u16>,
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
        static READ: [OnceLock<Lexicon>; Language::COUNT] = [const { OnceLock::new() }; Language::COUNT];
        // A number of a language is below their count.
        let [first, ..] = &READ;
        READ.get(language.number()).unwrap_or(first).get_or_init(|| Lexicon::read(language))
    }

    /// Reads the word lists of a language.
    fn read(language: &'static Language) -> Lexicon {
        let mut table = Table { entries: Vec::with_capacity(2400), slots: vec![0; SLOTS] };
        for (section, bit) in SECTIONS.split_ascii_whitespace().zip(BITS) {
            let classes = 1 << bit;
            let forms = if classes & ANY_VERB != 0 { BASE } else { 0 };
            words(language, section).for_each(|word| table.insert(word, Entry { classes, forms }));
        }
        for line in language.lines("irregular").flat_map(|line| line.split(';')) {
            let mut words = line.split_whitespace();
            let (Some(base), Some(past), Some(participle)) = (words.next(), words.next(), words.next()) else {
                continue;
            };
            let classes = table.find(base).classes & (VERBAL | BE | HAVE | DO) | VERB;
            for (word, forms) in [(base, BASE), (past, PAST), (participle, PARTICIPLE)] {
                table.insert(word, Entry { classes, forms });
            }
        }
        words(language, "third-person").for_each(|word| table.insert(word, Entry { classes: 0, forms: THIRD }));
        let endings = endings(language);
        let adverb_ending = language.text("adverb-ending");
        let mut last_letters: Vec<u8> = endings
            .iter()
            .map(|ending| ending.written)
            .chain([adverb_ending])
            .filter_map(|ending| ending.bytes().last())
            .list();
        last_letters.dedup();
        let prefixes = words(language, "verb-prefix").list();
        Lexicon {
            prefixes,
            table,
            last_letters,
            endings,
            plural_ending: language.text("plural-ending"),
            adverb_ending,
            language,
        }
    }

    /// Whether the language file says anything of verbs: without, no clause is found.
    pub(super) fn knows_verbs(&self) -> bool {
        self.table.entries.iter().any(|(_, entry)| entry.forms != 0)
    }

    /// Whether clauses can be read in this language: it has verbs, and they do not stand second and last.
    pub(super) fn reads_clauses(&self) -> bool {
        self.knows_verbs() && self.text("verb-second").is_empty()
    }

    /// What is known about a word; `word` in lower case.
    pub(super) fn look_up(&self, word: &str) -> Entry {
        let mut entry = self.table.find(word);
        if entry.classes == 0 && entry.forms == 0 {
            let rests = self.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix));
            entry.forms = rests.map(|rest| self.table.find(rest).forms & !BASE).find(|&forms| forms != 0).unwrap_or(0);
        }
        if entry.classes & NO_VERB != 0 || entry.forms & !BASE != 0 {
            return entry;
        }
        // Most words end in no letter that a verb form or an adverb ends in.
        let last = word.bytes().last().unwrap_or(0);
        if !self.last_letters.contains(&last) {
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
            let known = self.table.find(base);
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
        if let Some(singular) = word.strip_suffix(self.plural_ending).filter(|_| !self.plural_ending.is_empty()) {
            entry.classes |= self.table.find(singular).classes & (EVENT_NOUN | TIME_NOUN);
        }
        // A verb nobody listed: its ending alone speaks, and only where no noun is likely.
        if entry.classes == 0 && word.len() > 4 {
            let unknown = self.endings.iter().find(|ending| ending.base.is_empty() && word.ends_with(ending.written));
            entry.forms |= unknown.map_or(0, |ending| ending.forms & (PAST | PARTICIPLE));
        }
        entry
    }

    /// The forms that the ending alone of a verb nobody listed speaks of.
    pub(super) fn forms_by_ending(&self, word: &str) -> Forms {
        let ending = self
            .endings
            .iter()
            .find(|ending| !ending.doubled && word.len() > ending.written.len() + 2 && word.ends_with(ending.written));
        ending.map_or(0, |ending| ending.forms)
    }

    /// The past form of a verb written as "getting", "got", "gotten" or "get": "got".
    pub(super) fn past(&self, word: &str) -> Option<String> {
        let Some(base) = self.base(word) else { return self.unlisted_past(word) };
        for line in self.language.lines("irregular").flat_map(|line| line.split(';')) {
            let mut words = line.split_whitespace();
            let first = words.next()?;
            let past = words.next()?;
            if first == base || words.next() == Some(word) || past == word {
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
        let ending = self.endings.iter().find(|ending| {
            ending.forms & PAST != 0
                && ending.doubled == doubled
                && base.ends_with(ending.base)
                && (!ending.base.is_empty() || !ending.doubled || doubled)
                && !(ending.base == "y" && ends_in_vowel(base.strip_suffix('y').unwrap_or("")))
        })?;
        let mut past = String::from(base.strip_suffix(ending.base).unwrap_or(&base));
        if doubled {
            past.extend(base.chars().next_back());
        }
        past.push_str(ending.written);
        Some(past)
    }

    /// "securing" was "secured": of a verb nobody listed the ending is exchanged; the irregular ones are listed.
    fn unlisted_past(&self, word: &str) -> Option<String> {
        let gerund =
            self.endings.iter().find(|ending| ending.forms == ING && !ending.doubled && ending.base.is_empty())?;
        let stem = word.strip_suffix(gerund.written)?;
        let ending = self.endings.iter().find(|ending| {
            let y = ending.base == "y" && stem.ends_with('y') && !ends_in_vowel(stem.strip_suffix('y').unwrap_or(""));
            ending.forms & PAST != 0 && !ending.doubled && (y || ending.base.is_empty())
        })?;
        let mut past = String::from(stem.strip_suffix(ending.base).unwrap_or(stem));
        past.push_str(ending.written);
        Some(past)
    }

    /// The base of a verb form that the lists know.
    fn base(&self, word: &str) -> Option<String> {
        if self.table.find(word).forms & (BASE | PAST | PARTICIPLE) != 0 {
            return Some(String::from(word));
        }
        for ending in &self.endings {
            let Some(stem) = word.strip_suffix(ending.written).and_then(|stem| ending.stem(stem)) else { continue };
            let mut base = String::from(stem);
            base.push_str(ending.base);
            if self.table.find(&base).forms & BASE != 0 {
                return Some(base);
            }
        }
        None
    }

    /// Whether a noun looks like more than one.
    pub(super) fn is_plural(&self, word: &str, entry: Entry) -> bool {
        entry.classes & PLURAL != 0 || word.len() > 3 && word.ends_with(self.plural_ending) && !word.ends_with("ss")
    }

    /// A line of the language file for words that readers see.
    pub(super) fn text(&self, name: &str) -> &'static str {
        self.language.text(name)
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// Room for so many words, twice over.
const SLOTS: usize = 8192;

impl Table {
    /// Adds a word, or unites it with what is known of it.
    fn insert(&mut self, word: &'static str, entry: Entry) {
        let slot = self.slot(word);
        let known = self.slots.get(slot).copied().unwrap_or(0);
        if let Some((_, known)) = usize::from(known).checked_sub(1).and_then(|number| self.entries.get_mut(number)) {
            known.classes |= entry.classes;
            known.forms |= entry.forms;
        } else if self.entries.len() < SLOTS / 2
            && let Some(free) = self.slots.get_mut(slot)
        {
            self.entries.push((word, entry));
            *free = self.entries.len() as u16;
        }
    }

    fn find(&self, word: &str) -> Entry {
        let number = self.slots.get(self.slot(word)).copied().map_or(0, usize::from);
        number.checked_sub(1).and_then(|number| self.entries.get(number)).map_or(Entry::default(), |(_, entry)| *entry)
    }

    /// Where a word stands, or would.
    fn slot(&self, word: &str) -> usize {
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut slot = (hash ^ (hash >> 15)) as usize % SLOTS;
        while let Some(number) = self.slots.get(slot).copied().filter(|&number| number > 0) {
            if self.entries.get(usize::from(number) - 1).is_some_and(|(known, _)| *known == word) {
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        slot
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
        .list()
}

fn words<'a>(language: &'a Language, section: &'a str) -> impl Iterator<Item = &'static str> + 'a {
    language.lines(section).flat_map(str::split_whitespace)
}
