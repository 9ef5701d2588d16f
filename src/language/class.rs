//! Classes of words and forms of verbs, as every stage behind asks for them.
//!
//! In: the names of a language file's word lists. Out: bits. It must never learn which words are in a class.

/// A set of word classes.
pub(crate) type Classes = u64;

macro_rules! classes {
    ($($bit:literal $name:ident $section:literal $doc:literal;)*) => {
        $(#[doc = $doc] pub(crate) const $name: Classes = 1 << $bit;)*
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
    33 MESSAGE "message" "you, lol: said to somebody, not reported";
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
    63 ORGANISATION "organisation-noun" "company, council: it";
    54 ISSUE "issue" "publish, release: what a study or a report is";
}

/// Any verb.
pub(crate) const ANY_VERB: Classes = REPORT | SPEECH_ACT | STATE | PLAN | WEAK | STRONG | VERB | CAUSE;

/// What every form of a verb takes over from its base.
pub(super) const VERBAL: Classes = ANY_VERB | HAPPEN | RELATION | ONCE | SAYING;

/// A set of verb forms.
pub(crate) type Forms = u8;
/// say
pub(crate) const BASE: Forms = 1;
/// says
pub(crate) const THIRD: Forms = 2;
/// said
pub(crate) const PAST: Forms = 4;
/// (has) said
pub(crate) const PARTICIPLE: Forms = 8;
/// saying
pub(crate) const ING: Forms = 16;

/// What is known about a written word.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) classes: Classes,
    pub(crate) forms: Forms,
}

impl Facts {
    /// Both together.
    pub(crate) fn and(self, other: Facts) -> Facts {
        Facts { classes: self.classes | other.classes, forms: self.forms | other.forms }
    }
}

/// The verb forms that a list of words in a language file names.
pub(super) fn forms_named(list: &str) -> Option<Forms> {
    match list {
        "third-person" => Some(THIRD),
        "past" => Some(PAST),
        _ => None,
    }
}

/// The class that a list of words in a language file names; `None` for lists of another kind.
pub(super) fn named(list: &str) -> Option<Classes> {
    SECTIONS.split_ascii_whitespace().zip(BITS).find(|(name, _)| *name == list).map(|(_, bit)| 1 << bit)
}
