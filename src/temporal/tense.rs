//! The direction of a clause: whether its verbs look back or ahead.
//!
//! In: the tokens of a sentence and a mention in it. Out: a [`Direction`]. It must never learn what the mention says.

use super::TextRead;
use super::compose::Mention;
use super::dated::Signal;
use super::meaning::Meaning;
use crate::language::Language;
use crate::language::class::{self, Facts};
use crate::language::field::Field;
use crate::language::symbol::ClassEntry;
use crate::language::{Token, TokenKind, split};

/// Where the verbs of a clause look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// "said", "was killed".
    Past,
    /// "will", "plans to".
    Future,
    /// "decided to close it in March": back most often, for the deciding, and ahead sometimes, for the closing.
    Mixed,
}

/// How far the verbs of a clause are looked for, in tokens: bounded work for any text.
const REACH: usize = 30;

/// The direction of the clause a mention stands in: of the nearest verb to its left, else of the first to its right; `None` when no
/// verb of its sentence tells.
pub(super) fn direction(read: &TextRead<'_>, mention: &Mention, language: &Language) -> Option<Direction> {
    let weekday = matches!(mention.meaning, Meaning::Point(point) if point.weekday.is_some() && point.month.is_none());
    Surroundings { read, language, mention, weekday }.direction()
}

/// What stands around a mention.
struct Surroundings<'a> {
    read: &'a TextRead<'a>,
    language: &'a Language,
    mention: &'a Mention,
    /// It is a day of the week, which cues too weak for months decide.
    weekday: bool,
}

impl Surroundings<'_> {
    fn direction(&self) -> Option<Direction> {
        // "Friday's purchases" are over.
        let behind = self.token(self.mention.end as usize);
        if behind.is_some_and(|token| !token.has(Token::SPACE) && token.kind == TokenKind::Word) {
            return Some(Direction::Past);
        }
        match self.mention.signal {
            Some(Signal::Since) => return Some(Direction::Past),
            // "a strike for Monday"
            Some(Signal::For) if self.weekday => return Some(Direction::Future),
            // "through January": the nearest; "until Tuesday": ahead, unless the sentence begins so.
            Some(Signal::Until | Signal::By) if !self.weekday => {
                return self.to_left().filter(|found| *found == Direction::Future);
            }
            Some(Signal::Until | Signal::By) if !self.begins_sentence() => return Some(Direction::Future),
            _ => {}
        }
        self.to_left().or_else(|| self.to_right())
    }

    fn begins_sentence(&self) -> bool {
        let place = self.mention.phrase as usize;
        self.token(place).is_some_and(|token| token.has(Token::PARAGRAPH))
            || place.checked_sub(1).is_none_or(|before| self.ends_sentence(before))
    }

    /// Whether a sentence ends with this token: a full stop that is not inside another mention ("am 3. Mai").
    fn ends_sentence(&self, place: usize) -> bool {
        let Some(token) = self.token(place) else { return true };
        let stop = match token.kind {
            TokenKind::Sign => u8::try_from(token.number).is_ok_and(|sign| is_stop(&sign)),
            // "U.S."
            TokenKind::Word => self.read.text.as_bytes().get(token.end().wrapping_sub(1)) == Some(&b'.'),
            _ => false,
        };
        if !stop {
            return false;
        }
        let mentions = &self.read.mentions;
        let near = mentions.partition_point(|mention| mention.end as usize <= place);
        let inside = mentions.get(near).is_some_and(|mention| (mention.phrase as usize) <= place);
        let mut dot = if token.kind == TokenKind::Sign { token.start as usize } else { token.end() - 1 };
        // Of several, the first is asked.
        while dot.checked_sub(1).and_then(|before| self.read.text.as_bytes().get(before)).is_some_and(is_stop) {
            dot -= 1;
        }
        !inside && split::end_at(self.read.text, dot, self.language).is_some()
    }

    fn to_left(&self) -> Option<Direction> {
        let first = self.mention.first as usize;
        // "declared three days of mourning beginning on Thursday": what is announced begins then.
        let begins = (self.mention.phrase as usize).checked_sub(1).is_some_and(|before| {
            let facts = self.facts(before);
            facts.forms & class::ING != 0 && facts.classes & class::HAPPEN != 0
        });
        let mut behind_to = false;
        for place in (first.saturating_sub(REACH)..first).rev() {
            let token = self.token(place)?;
            if self.ends_sentence(place) {
                break;
            }
            let is_infinitive = || place + 1 < first && self.starts_verb(place + 1);
            match self.cue(place) {
                // "will be named": the participle has the time of "will"; "to cut": no past at all.
                PAST | SET if matches!(self.cue_before(place), BE | TO) || self.completes(place) => {}
                // "on the ground", "the wounded"
                PAST if self.is_determined(place) => {}
                SET if self.is_aimed(place + 1) => return Some(Direction::Future),
                PAST if begins && self.facts(place).classes & class::SPEECH_ACT != 0 => return Some(Direction::Future),
                PAST | SET if behind_to && !self.weekday => return Some(Direction::Mixed),
                PAST | SET | DONE => return Some(Direction::Past),
                FUTURE | PLAN => return Some(Direction::Future),
                FIXTURE if self.weekday || self.facts(place).forms & class::THIRD != 0 => {
                    return Some(Direction::Future);
                }
                // "was trying to fix it on Tuesday", "forced the crew to stop on Tuesday": no plan.
                TO if self.is_attempted(place) => {}
                TO if (self.weekday || self.is_planned(place)) && is_infinitive() => return Some(Direction::Future),
                TO => behind_to |= is_infinitive(),
                _ => {}
            }
            if token.has(Token::PARAGRAPH) {
                break;
            }
        }
        None
    }

    fn to_right(&self) -> Option<Direction> {
        let first = self.mention.end as usize;
        for place in first..first + REACH {
            let token = self.token(place)?;
            if token.has(Token::PARAGRAPH) || self.ends_sentence(place) {
                break;
            }
            match self.cue(place) {
                PAST | SET | PLAN | DONE => return Some(Direction::Past),
                FUTURE => return Some(Direction::Future),
                FIXTURE if self.weekday => return Some(Direction::Future),
                TO if self.starts_verb(place + 1) => return Some(Direction::Future),
                _ => {}
            }
        }
        None
    }

    fn token(&self, place: usize) -> Option<&Token> {
        self.read.tokens.get(place)
    }

    fn facts(&self, place: usize) -> Facts {
        self.token(place).map_or(Facts::default(), |token| self.language.facts(self.read.text, token))
    }

    /// Whether the verb that "to" hangs on says that it was done or tried, not planned.
    fn is_attempted(&self, to: usize) -> bool {
        for back in 1..=OBJECT {
            match to.checked_sub(back).map_or(0, |place| self.cue(place)) {
                0 | NOUN_START => {}
                cue => return matches!(cue, DONE | TRYING),
            }
        }
        false
    }

    /// Whether "to" stands right behind a verb of planning: "was planning to move in July".
    fn is_planned(&self, to: usize) -> bool {
        to.checked_sub(1).is_some_and(|verb| {
            let facts = self.facts(verb);
            facts.forms != 0 && facts.classes & class::PLAN != 0
        })
    }

    /// The cue of the nearest word before, adverbs left out that the language knows by their ending.
    fn cue_before(&self, place: usize) -> i32 {
        let at = |back: usize| place.checked_sub(back);
        let Some(before) = at(1) else { return 0 };
        let adverb =
            self.token(before).is_some_and(|token| token.word == 0) && self.facts(before).classes & class::ADVERB != 0;
        if adverb { at(2).map_or(0, |place| self.cue(place)) } else { self.cue(before) }
    }

    /// "will stay closed": a participle right behind a verb in its base form says how that ends, not when.
    fn completes(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1) else { return false };
        let verb = self.facts(before).forms;
        self.facts(place).forms & class::PARTICIPLE != 0
            && verb & class::BASE != 0
            && verb & class::PAST == 0
            && matches!(self.cue_before(before), FUTURE | TO)
            || self.facts(place).forms & class::PARTICIPLE != 0
                && verb & class::THIRD != 0
                && self.cue(before) == FUTURE
    }

    /// Whether an article or a possessive stands right in front: what follows is no verb.
    fn is_determined(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map_or(Facts::default(), |before| self.facts(before));
        before.classes & (class::ARTICLE | class::POSSESSIVE) != 0
    }

    /// Whether this is "to" or "for".
    fn is_aimed(&self, place: usize) -> bool {
        let Some(token) = self.token(place) else { return false };
        let signal = |entry: &ClassEntry| {
            self.language.symbol(entry.symbol).field == Field::Signal && entry.value == Signal::For as i32
        };
        self.cue(place) == TO || self.language.all_entries(token.word).iter().any(signal)
    }

    /// Whether "to" before this word makes it a verb: a plain word, not a name and not the start of a noun phrase.
    fn starts_verb(&self, place: usize) -> bool {
        let Some(token) = self.token(place).filter(|token| token.kind == TokenKind::Word && !token.has(Token::CAPITAL))
        else {
            return false;
        };
        // "was opened to traffic on Friday": a word nobody listed right in front of the date is a noun.
        let unknown = token.word == 0 && self.facts(place) == Facts::default();
        self.cue(place) != NOUN_START && !(unknown && place + 1 == self.mention.phrase as usize)
    }

    /// What a word says about time, as the language file numbers it; 0 for nothing.
    fn cue(&self, place: usize) -> i32 {
        // "IS", "WHO": in capitals a word is a name, whatever it means in small letters.
        let Some(token) = self.token(place).filter(|token| token.kind == TokenKind::Word && !token.has(Token::UPPER))
        else {
            return 0;
        };
        let of_cue = |entry: &&ClassEntry| self.language.symbol(entry.symbol).field == Field::Cue;
        if let Some(entry) = self.language.all_entries(token.word).iter().find(of_cue) {
            return entry.value;
        }
        // A name in -ed is no verb.
        if token.word == 0 && token.has(Token::CAPITAL) {
            return 0;
        }
        let facts = self.language.facts(self.read.text, token);
        // "put", "read": what is the same in the present tells nothing.
        let is_past = facts.forms & (class::PAST | class::PARTICIPLE) != 0 && facts.forms & class::BASE == 0;
        if is_past && facts.classes & class::NO_VERB == 0 { PAST } else { 0 }
    }
}

fn is_stop(sign: &u8) -> bool {
    matches!(sign, b'.' | b'!' | b'?')
}

// The numbers of the language files' cues.
const PAST: i32 = -1;
const FUTURE: i32 = 1;
const TO: i32 = 2;
const NOUN_START: i32 = 3;
const BE: i32 = 4;
const PLAN: i32 = 5;
const FIXTURE: i32 = 6;
const SET: i32 = 7;
const DONE: i32 = 9;
const TRYING: i32 = 10;

/// How far in front of "to" the verb stands that it belongs to: "forced the whole crew to".
const OBJECT: usize = 4;
