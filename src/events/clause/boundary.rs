//! Boundaries: whether a word, a quotation mark or a dash begins a clause, and what a possible verb finds around it.
//!
//! In: the words around a place and the clauses open there. Out: yes or no, and a [`VerbPosition`].
//! It must never change the clauses.

use super::ClauseKind;
use super::reader::ClauseReader;
use crate::events::clause::verb::VerbGroup;
use crate::language::class;
use crate::language::word::{Word, WordKind};

/// What stands around a possible verb.
#[derive(Clone, Copy, Debug)]
pub(in crate::events) struct VerbPosition {
    /// The innermost clause has its verb.
    pub(in crate::events) has_verb: bool,
    /// The innermost clause ends at the next comma: it stands behind "after", "who".
    pub(in crate::events) inner: bool,
    /// The innermost clause stands behind "after", "when": only a comma ends it.
    pub(in crate::events) subordinate: bool,
    /// A clause around it still waits for one.
    pub(in crate::events) open_below: bool,
    /// That verb is one of saying: a clause may follow without "that".
    pub(in crate::events) reports: bool,
    /// Something stands in front that can be its subject.
    pub(in crate::events) subject: bool,
    /// A noun stands between the innermost clause's verb and here.
    pub(in crate::events) noun_since_verb: bool,
    /// "and" stands right in front.
    pub(in crate::events) joined: bool,
    /// "and" stands in front of the subject, and what follows it looks like the beginning of a clause.
    pub(in crate::events) rejoined: bool,
    /// The innermost clause begins with a preposition and has no comma yet: its noun may be no subject.
    pub(in crate::events) fronted: bool,
    /// The innermost clause's verb.
    pub(in crate::events) previous: Option<VerbGroup>,
}

impl ClauseReader<'_> {
    /// A dash between words, not inside one: it stands apart on at least one side.
    pub(super) fn spaced(&self, place: usize) -> bool {
        let neighbour = |number: Option<usize>| number.and_then(|number| self.word(number));
        let (before, after) = (neighbour(place.checked_sub(1)), neighbour(Some(place + 1)));
        match (before, after, self.word(place)) {
            (Some(before), Some(after), Some(dash)) => {
                (before.span.end < dash.span.start || dash.span.end < after.span.start)
                    && !(before.kind == WordKind::Number && after.kind == WordKind::Number)
            }
            _ => true,
        }
    }

    /// Whether the quotation that opens here is speech, not a name: it begins with a capital and stands at the start, behind a comma,
    /// a colon or a verb of saying, and holds a verb.
    pub(super) fn quotes_a_sentence(&self, place: usize) -> bool {
        let opens = match place.checked_sub(1).and_then(|before| self.word(before)) {
            None => true,
            Some(before) => {
                matches!(before.kind, WordKind::Comma | WordKind::Break)
                    || before.is(class::REPORT)
                    || before.kind == WordKind::Word
                        && self.clause(self.top()).verb.is_some_and(|verb| verb.classes & class::REPORT != 0)
            }
        };
        let inside = self.words.iter().skip(place + 1).take_while(|word| word.kind != WordKind::QuoteClose);
        // "How to Train Your Cat": the name of a work; what is said has small words that are no function words.
        let verbal = class::BE | class::HAVE | class::DO | class::FUTURE | class::MODAL | class::SUBJECT_PRONOUN;
        let function = class::PREPOSITION | class::DETERMINER | class::COORDINATOR | class::TO;
        let named = inside
            .clone()
            .all(|word| word.capital || word.is(function) || !matches!(word.kind, WordKind::Word | WordKind::Clitic));
        opens && !named && inside.clone().count() > 3 && inside.clone().any(|word| word.forms != 0 || word.is(verbal))
    }

    /// "that", "who", "which" behind a noun; "that" behind a verb of saying begins what is said.
    pub(super) fn is_relative(&self, place: usize, word: Word) -> bool {
        let Some(before) = self.before(place) else { return false };
        if before.is(class::REPORT | class::SPEECH_ACT) && before.forms != 0 && word.is(class::SUBORDINATOR) {
            return false;
        }
        let next_is_noun_phrase = self.word(place + 1).is_some_and(|next| next.is_nominal() && next.forms == 0);
        let demonstrative = word.is(class::DETERMINER);
        let behind_verb = self.clause(self.top()).verb.is_some_and(|verb| verb.end == place);
        let behind_noun = !(behind_verb && demonstrative) && before.is_nominal()
            || before.mention
            || before.kind == WordKind::QuoteClose
            || before.kind == WordKind::Close;
        if demonstrative {
            let after_report = self
                .clause(self.top())
                .verb
                .is_some_and(|verb| verb.classes & class::REPORT != 0 && place < verb.end + 5);
            return behind_noun && !(after_report && next_is_noun_phrase) && self.verb_follows(place);
        }
        let from_preposition = before.is(class::PREPOSITION);
        behind_noun || before.kind == WordKind::Comma || from_preposition
    }

    /// A conjunction, not a preposition: a finite verb follows before the next boundary, or a participle at once.
    pub(super) fn is_subordinator(&self, place: usize) -> bool {
        let Some(word) = self.word(place) else { return false };
        if word.is(class::RELATIVE) && word.is(class::DETERMINER) {
            // "that": behind a verb of saying what is said follows, however far its verb is.
            let before = self.before(place);
            let said = before.is_some_and(|before| before.is(class::REPORT | class::SPEECH_ACT) && before.forms != 0);
            return said
                || before.is_some_and(|before| {
                    before.is(class::REPORT | class::SPEECH_ACT | class::ADVERB | class::BE) || before.is_nominal()
                }) && self.verb_follows(place);
        }
        self.verb_follows(place)
            || self.word(place + 1).is_some_and(|next| next.has(class::ING) && !next.is(class::NO_VERB))
    }

    /// The word before, dates left out: "confirmed on Friday that".
    pub(super) fn before(&self, place: usize) -> Option<&Word> {
        self.words.get(..place)?.iter().rev().take(8).find(|word| !word.mention)
    }

    pub(super) fn verb_follows(&self, place: usize) -> bool {
        let mut words = self.words.iter().enumerate().skip(place + 1).take(24);
        // ", who led the team," and ", Ann Ray," stand between a subject and its verb.
        let inserted = |comma: usize| self.word(comma + 1).is_some_and(|next| next.is(class::RELATIVE));
        let apposed = |comma: usize| {
            self.word(comma + 1).is_some_and(|next| next.capital || next.is(class::DETERMINER))
                && self.verb_behind_insertion(comma)
        };
        // "before a judge and was held": a preposition, and the verb is joined to one in front of it.
        let preposition = self.word(place).is_some_and(|word| word.is(class::PREPOSITION | class::DETERMINER));
        let joined =
            |place: usize| preposition && self.word(place - 1).is_some_and(|before| before.is(class::COORDINATOR));
        words.try_fold(false, |_, (place, word)| {
            let finite = word.is(class::BE | class::HAVE | class::DO | class::FUTURE | class::MODAL)
                || word.has(class::PAST) && !word.is(class::NO_VERB) && !word.capital
                || word.has(class::THIRD) && !word.is(class::EVENT_NOUN);
            match word.kind {
                _ if word.mention => Ok(false),
                WordKind::Comma if inserted(place) => Ok(false),
                WordKind::Comma if apposed(place) => Err(true),
                WordKind::Comma | WordKind::Break => Err(false),
                WordKind::Word | WordKind::Clitic if finite => Err(!joined(place)),
                _ => Ok(false),
            }
        }) == Err(true)
    }

    /// Whether the insertion that a comma opens is closed by another with a verb right behind it.
    fn verb_behind_insertion(&self, comma: usize) -> bool {
        let behind = self.words.get(comma + 1..).unwrap_or(&[]).iter().take(24);
        let length = behind.clone().position(|word| matches!(word.kind, WordKind::Comma | WordKind::Break));
        length.and_then(|length| behind.clone().nth(length + 1)).is_some_and(|verb| {
            verb.is(class::BE | class::HAVE | class::DO | class::FUTURE | class::MODAL)
                || verb.has(class::PAST) && !verb.is(class::NO_VERB) && !verb.capital
        })
    }

    /// What the verb reader needs to know about a place.
    pub(super) fn position(&self, place: usize) -> VerbPosition {
        let top = self.clause(self.top());
        let subject_from = self.since.max(top.first);
        let subject = self.words.get(subject_from..place).unwrap_or(&[]).iter().any(|word| {
            word.is_nominal() && !word.mention && (word.is(class::RELATIVE) || !word.is(class::SUBORDINATOR))
        });
        let behind_verb = match top.verb {
            Some(verb) => self.words.get(verb.end..place).unwrap_or(&[]).iter().any(Word::is_nominal),
            None => {
                self.words.get(top.first..place).unwrap_or(&[]).iter().any(|word| word.is_nominal() && !word.mention)
            }
        };
        VerbPosition {
            has_verb: top.verb.is_some(),
            subordinate: top.kind == ClauseKind::Subordinate,
            inner: matches!(top.kind, ClauseKind::Subordinate | ClauseKind::Relative),
            open_below: self
                .stack
                .iter()
                .rev()
                .skip(1)
                .any(|&clause| self.clause(clause).verb.is_none() && self.clause(clause).kind != ClauseKind::Bracket),
            reports: top.verb.is_some_and(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0),
            subject: if top.verb.is_some() { subject } else { behind_verb },
            noun_since_verb: behind_verb,
            joined: self.joint.is_some_and(|joint| {
                joint + 1 == place
                    || joint + 2 == place && self.word(place - 1).is_some_and(|word| word.is(class::ADVERB))
            }),
            rejoined: self.joint.is_some_and(|joint| {
                let opens = |word: &Word| {
                    word.mention || word.capital || word.is(class::DETERMINER | class::SUBJECT_PRONOUN | class::PRONOUN)
                };
                subject
                    && (self.word(joint).is_some_and(|word| word.is(class::ADVERSATIVE))
                        || self.word(joint + 1).is_some_and(opens))
            }),
            fronted: top.verb.is_none() && {
                let mut words = self.words.get(top.first..place).unwrap_or(&[]).iter();
                words.clone().next().is_some_and(|first| {
                    first.is(class::PREPOSITION) && !first.is(class::SUBORDINATOR | class::DETERMINER)
                }) && !words.any(|word| word.kind == WordKind::Comma)
            },
            previous: top.verb,
        }
    }
}
