//! Verb groups: "has already been captured" is perfect, passive, and its head is "captured".
//!
//! In: the words from one place on and what stands around it. Out: the verb group there, if there is one.
//! It must never learn of clauses beyond what [`Position`] tells.

use super::clause::Position;
use super::lexicon::{self as class, Classes};
use super::word::{Kind, Word};

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// First word of the group.
    pub(super) first: usize,
    /// One past the last.
    pub(super) end: usize,
    /// The word that carries the meaning.
    pub(super) head: usize,
    /// The head's classes.
    pub(super) classes: Classes,
    pub(super) form: Form,
    pub(super) tense: Tense,
    /// "has", "had" in front.
    pub(super) perfect: bool,
    pub(super) progressive: bool,
    pub(super) passive: bool,
    /// "could", "may".
    pub(super) modal: bool,
    pub(super) negated: bool,
    /// "already", "recently" inside or right behind.
    pub(super) already: bool,
    /// Its head is a form of "be" or "have" by itself.
    pub(super) copula: bool,
    /// The verb behind "to": "set to begin".
    pub(super) to: Option<usize>,
    /// One word without auxiliaries.
    pub(super) bare: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Finite,
    Participle,
    Gerund,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    None,
    Past,
    Present,
    Future,
}

impl Group {
    /// "were tried and convicted": the second takes over what the first was.
    pub(super) fn follow(&mut self, first: Group) {
        if first.bare {
            return;
        }
        self.tense = first.tense;
        self.perfect = first.perfect;
        self.passive = first.passive;
        self.modal = first.modal;
        self.negated = first.negated;
    }

    fn new(place: usize, word: &Word) -> Group {
        Group {
            first: place,
            end: place + 1,
            head: place,
            classes: word.classes,
            form: Form::Finite,
            tense: Tense::None,
            perfect: false,
            progressive: false,
            passive: false,
            modal: false,
            negated: false,
            already: false,
            copula: false,
            to: None,
            bare: true,
        }
    }
}

/// The verb group that begins at `place`.
pub(super) fn group_at(words: &[Word], place: usize, position: Position) -> Option<Group> {
    let word = words.get(place)?;
    let before = previous(words, place);
    if word.mention || word.is(class::NO_VERB) {
        return None;
    }
    // Inside names nothing is a verb: "the United States", "Will Smith".
    if word.capital
        && place > 0
        && !before.is_some_and(|before| matches!(before.kind, Kind::QuoteOpen | Kind::Break | Kind::Dash))
    {
        let shouting = words.get(place + 1).is_some_and(|next| next.capital);
        if !word.is(class::BE | class::HAVE | class::DO | class::MODAL | class::FUTURE) || shouting || position.has_verb
        {
            return None;
        }
    }
    if before.is_some_and(|before| before.is(class::TO)) {
        return None;
    }
    // "Advanced Systems said": a name begins the sentence.
    let auxiliary_verb = word.is(class::BE | class::HAVE | class::DO | class::MODAL | class::FUTURE);
    if place == 0 && word.capital && !auxiliary_verb && words.get(1).is_some_and(|next| next.capital && !next.mention) {
        return None;
    }
    if word.is(class::BE | class::HAVE | class::DO | class::MODAL | class::FUTURE) {
        return auxiliary(words, place);
    }
    if word.kind == Kind::Clitic {
        return clitic(words, place);
    }
    // "which cosponsor the talks": a word nobody listed behind "which" is a verb.
    let behind_relative = place
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|before| before.is(class::RELATIVE) && !before.is(class::DETERMINER));
    if behind_relative && word.classes == 0 && word.forms == 0 && word.kind == Kind::Word && has_object(words, place) {
        return simple(words, place, Form::Finite);
    }
    if word.forms == 0 {
        return None;
    }
    let modifies = before.is_some_and(|before| {
        before.is(class::DETERMINER) && !before.is(class::SUBJECT_PRONOUN | class::RELATIVE)
            || before.is(class::PREPOSITION) && !before.is(class::SUBORDINATOR)
            || before.kind == Kind::Clitic
            || before.kind == Kind::Number
                && !before.mention
                && word.has(class::BASE | class::THIRD)
                && !word.has(class::PAST)
    });
    if word.has(class::PAST) {
        if modifies {
            return None;
        }
        let finite = !word.has(class::PARTICIPLE) || is_finite(words, place, position);
        return simple(words, place, if finite { Form::Finite } else { Form::Participle });
    }
    if word.has(class::PARTICIPLE) {
        let reduced = !modifies
            && before.is_some_and(|before| before.is_nominal() || before.kind == Kind::Comma || before.mention);
        return if reduced || place == 0 { simple(words, place, Form::Participle) } else { None };
    }
    if word.has(class::ING) {
        return gerund(words, place, position);
    }
    if !modifies && is_present(words, place, position) { simple(words, place, Form::Finite) } else { None }
}

/// The word before, adverbs left out.
fn previous(words: &[Word], place: usize) -> Option<&Word> {
    words.get(..place)?.iter().rev().find(|word| !word.is(class::ADVERB) || word.is(class::SUBORDINATOR))
}

/// "'re", "'ve", "'d" are verbs; "'s" is one behind a pronoun.
fn clitic(words: &[Word], place: usize) -> Option<Group> {
    let before = words.get(place.checked_sub(1)?)?;
    if !before.is(class::SUBJECT_PRONOUN | class::RELATIVE) {
        return None;
    }
    auxiliary(words, place)
}

fn auxiliary(words: &[Word], place: usize) -> Option<Group> {
    let first = words.get(place)?;
    let mut group = Group::new(place, first);
    group.bare = false;
    // What form the next verb must have, and what it makes of the group.
    let mut wanted: class::Forms;
    let clitic_is = first.kind == Kind::Clitic && first.classes == 0 && first.forms == 0;
    if first.is(class::MODAL | class::FUTURE) {
        group.modal = first.is(class::MODAL);
        group.tense = if group.modal { Tense::Present } else { Tense::Future };
        wanted = class::BASE;
    } else {
        if first.has(class::ING) && !first.is(class::AUXILIARY_PAST) && !first.is(class::BE) {
            group.form = Form::Gerund;
        }
        if first.is(class::BE)
            && first.has(class::PARTICIPLE | class::ING | class::BASE)
            && !first.has(class::THIRD | class::PAST)
        {
            return None;
        }
        group.tense = if first.is(class::AUXILIARY_PAST) { Tense::Past } else { Tense::Present };
        wanted = if first.is(class::HAVE) {
            class::PARTICIPLE
        } else if first.is(class::DO) {
            class::BASE
        } else {
            class::PARTICIPLE | class::ING
        };
    }
    let mut is_be = first.is(class::BE) || clitic_is;
    let mut is_have = first.is(class::HAVE);
    let mut place = place + 1;
    let limit = place + 9;
    while let Some(word) = words.get(place).filter(|_| place < limit) {
        if word.mention
            || matches!(word.kind, Kind::Comma | Kind::QuoteOpen | Kind::QuoteClose)
                && !verb_after(words, place, wanted)
        {
            break;
        }
        if word.is(class::NOT) {
            group.negated = true;
        } else if word.is(class::ADVERB)
            || word.kind == Kind::Comma
            || matches!(word.kind, Kind::QuoteOpen | Kind::QuoteClose)
        {
            group.already |= word.is(class::ALREADY);
        } else if word.is(class::BE) && wanted != 0 && !word.has(class::THIRD | class::PAST) {
            // "has been", "will be", "is being"
            group.perfect |= is_have;
            group.progressive |= word.has(class::ING);
            (is_be, is_have) = (true, false);
            wanted = class::PARTICIPLE | class::ING;
            group.end = place + 1;
            group.head = place;
            group.classes = word.classes;
        } else if word.is(class::HAVE) && word.has(class::BASE) && wanted == class::BASE {
            (is_be, is_have) = (false, true);
            wanted = class::PARTICIPLE;
            group.end = place + 1;
            group.head = place;
            group.classes = word.classes;
        } else if word.has(wanted) && !word.is(class::NO_VERB) && !word.capital
            || wanted == class::BASE
                && word.forms == 0
                && word.kind == Kind::Word
                && word.classes & !(class::EVENT_NOUN | class::TIME_NOUN) == 0
        {
            group.perfect |= is_have;
            group.passive = is_be && word.has(class::PARTICIPLE);
            group.progressive = is_be && word.has(class::ING) && !word.has(class::PARTICIPLE);
            group.head = place;
            group.end = place + 1;
            group.classes = word.classes;
            return Some(finish(words, group));
        } else if word.is(class::SUBJECT_PRONOUN) && place == group.first + 1 {
            // "did they": the subject behind the verb
        } else {
            break;
        }
        place += 1;
    }
    group.copula = true;
    group.classes |= class::STATE;
    if group.modal && !words.get(group.head).is_some_and(|head| head.is(class::BE | class::HAVE)) {
        // "can", "may" with nothing behind: "the month of May", "a can".
        return if group.end == group.first + 1 && words.get(group.end).is_none_or(|next| next.kind == Kind::Stop) {
            None
        } else {
            Some(group)
        };
    }
    Some(finish(words, group))
}

fn verb_after(words: &[Word], place: usize, wanted: class::Forms) -> bool {
    words.get(place + 1).is_some_and(|next| next.is(class::ADVERB | class::NOT))
        && wanted != 0
        && words
            .get(place + 2..place + 5)
            .unwrap_or(&[])
            .iter()
            .any(|word| word.has(wanted) && !word.has(class::PAST & !wanted))
}

/// What stands right behind the head: "already", and "to" with a verb.
fn finish(words: &[Word], mut group: Group) -> Group {
    let mut place = group.end;
    let mut skipped = 0;
    while let Some(word) = words.get(place) {
        if word.is(class::TO) && is_infinitive(words, place + 1) {
            let verb =
                if words.get(place + 1).is_some_and(|word| word.is(class::ADVERB)) { place + 2 } else { place + 1 };
            group.to = Some(verb);
            return group;
        }
        group.already |= word.is(class::ALREADY) && skipped == 0;
        let plan = word.is(class::PLAN) && group.copula;
        if plan {
            // "is due to", "is ready to": the adjective is what the group says.
            group.classes |= class::PLAN;
            group.head = place;
            group.end = place + 1;
        } else if !word.is(class::ADVERB) && !word.mention {
            return group;
        }
        place += 1;
        skipped += 1;
        if skipped > 6 {
            return group;
        }
    }
    group
}

/// A verb nobody listed counts where its object or a preposition follows.
fn is_infinitive(words: &[Word], place: usize) -> bool {
    let Some(word) = words.get(place).filter(|word| !word.capital) else { return false };
    let unknown = word.classes == 0 && word.forms == 0 && word.kind == Kind::Word;
    let followed = words.get(place + 1).is_none_or(|next| {
        next.mention
            || next.is(class::PREPOSITION | class::DETERMINER | class::PRONOUN)
            || next.capital
            || next.kind == Kind::Stop
    });
    word.has(class::BASE) || word.is(class::ADVERB) || unknown && followed
}

/// One word without auxiliaries.
fn simple(words: &[Word], place: usize, form: Form) -> Option<Group> {
    let word = words.get(place)?;
    let mut group = Group::new(place, word);
    group.form = form;
    group.tense = match form {
        Form::Finite if word.has(class::PAST) => Tense::Past,
        Form::Finite => Tense::Present,
        _ => Tense::None,
    };
    group.passive = form == Form::Participle;
    let adverbs = words.get(..place)?.iter().rev().take_while(|word| word.is(class::ADVERB | class::NOT));
    for word in adverbs {
        group.already |= word.is(class::ALREADY);
        group.negated |= word.is(class::NOT);
    }
    Some(finish(words, group))
}

/// "captured", "held": past tense or participle? Only the surroundings tell.
fn is_finite(words: &[Word], place: usize, position: Position) -> bool {
    let Some(word) = words.get(place) else { return false };
    let before = previous(words, place);
    let behind_pronoun = before.is_some_and(|before| before.is(class::SUBJECT_PRONOUN) || before.is(class::RELATIVE));
    if behind_pronoun {
        return true;
    }
    let next = words.get(place + 1);
    let by_agent =
        next.is_some_and(|next| next.is(class::PREPOSITION) && !next.is(class::TO) && is_by(words, place + 1));
    let object = has_object(words, place);
    if position.joined && position.has_verb {
        // "dismembered and decapitated body": two adjectives.
        let partner = words
            .get(..place)
            .unwrap_or(&[])
            .iter()
            .rposition(|word| word.is(class::COORDINATOR))
            .and_then(|and| and.checked_sub(1));
        let adjectives = partner.is_some_and(|partner| {
            words.get(partner).is_some_and(|word| word.has(class::PARTICIPLE))
                && position.previous.is_some_and(|previous| partner >= previous.end)
        });
        return !adjectives && position.previous.is_some_and(|previous| previous.form == Form::Finite);
    }
    let behind_comma = before.is_none_or(|before| before.kind == Kind::Comma);
    if position.has_verb {
        if position.rejoined {
            return !by_agent && (object || !verb_ahead(words, place, position.inner));
        }
        if position.open_below && position.subordinate {
            return false;
        }
        if position.open_below {
            return !(by_agent || behind_comma && verb_ahead(words, place, false));
        }
        let speech = word.is(class::REPORT);
        if speech && position.subject && !by_agent {
            return true;
        }
        return position.reports
            && position.noun_since_verb
            && !by_agent
            && (object || !verb_ahead(words, place, position.inner));
    }
    if !position.subject {
        return false;
    }
    if by_agent {
        return false;
    }
    object || word.is(class::REPORT) || !verb_ahead(words, place, position.inner)
}

/// A noun with nothing in front: "released tapes".
fn is_bare_noun(word: &Word) -> bool {
    word.kind == Kind::Word
        && !word.mention
        && !word.capital
        && word.forms == 0
        && word.classes & !(class::EVENT_NOUN | class::PLURAL) == 0
}

/// Whether the word behind a verb begins its object: participles have none.
pub(super) fn has_object(words: &[Word], place: usize) -> bool {
    words.get(place + 1).is_some_and(|next| {
        !next.mention
            && (next.is(class::DETERMINER) && !next.is(class::PREPOSITION)
                || next.is(class::PRONOUN) && !next.is(class::RELATIVE)
                || next.capital
                || matches!(next.kind, Kind::Number | Kind::QuoteOpen))
    })
}

/// The agent of a passive stands behind one preposition only; the language file marks it by class.
fn is_by(words: &[Word], place: usize) -> bool {
    words.get(place).is_some_and(|word| word.is(class::AGENT))
}

/// Whether a certain finite verb follows before anything that could be its own subject's clause; in an `inner` clause, before its comma.
fn verb_ahead(words: &[Word], place: usize, inner: bool) -> bool {
    let inner = inner && !previous(words, place).is_some_and(|before| before.kind == Kind::Comma);
    for (number, word) in words.iter().enumerate().skip(place + 1).take(30) {
        if word.mention {
            continue;
        }
        match word.kind {
            Kind::Break | Kind::QuoteOpen | Kind::QuoteClose => return false,
            Kind::Comma if inner => return false,
            Kind::Word => {}
            _ => continue,
        }
        if word.is(class::RELATIVE | class::SUBORDINATOR) && !word.is(class::PREPOSITION)
            || word.is(class::SUBJECT_PRONOUN)
        {
            return false;
        }
        if word.is(class::COORDINATOR) {
            return false;
        }
        let before = words.get(number - 1);
        // "tapes from the night the plane": a second noun phrase with nothing between begins a clause of its own.
        if word.is(class::ARTICLE)
            && before.is_some_and(|before| before.is_nominal() && before.forms == 0 && !before.mention)
        {
            return false;
        }
        let infinitive = before.is_some_and(|before| before.is(class::TO));
        if infinitive || word.is(class::NO_VERB) || word.capital {
            continue;
        }
        let auxiliary = word.is(class::MODAL | class::FUTURE)
            || word.is(class::BE | class::HAVE | class::DO) && word.has(class::THIRD | class::PAST);
        let past = word.has(class::PAST) && !word.has(class::PARTICIPLE);
        let present = word.has(class::THIRD)
            && !word.is(class::EVENT_NOUN)
            && before.is_some_and(|before| before.kind == Kind::Comma || before.is_nominal())
            && words.get(number + 1).is_some_and(|next| next.is(class::DETERMINER | class::SUBORDINATOR | class::TO));
        if auxiliary || past || present {
            return true;
        }
        // ", resigned": a second uncertain form behind the comma that closes the insertion.
        if word.has(class::PAST) && before.is_some_and(|before| before.kind == Kind::Comma) {
            return true;
        }
        // "equipped with new tubes suffered a failure": the second has an object.
        let participle =
            words.get(place + 1).is_some_and(|next| next.is(class::PREPOSITION) || next.mention || is_bare_noun(next));
        if participle
            && word.has(class::PAST)
            && !word.capital
            && has_object(words, number)
            && before.is_some_and(|before| before.is_nominal() || before.mention)
        {
            return true;
        }
    }
    false
}

fn gerund(words: &[Word], place: usize, position: Position) -> Option<Group> {
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    // "Striking dockers blocked the port": an adjective where no comma comes before the verb.
    let adjective = before.is_none_or(|before| before.kind == Kind::Dash) && {
        let next = words.iter().skip(place + 1).take(16).find(|word| {
            word.kind == Kind::Comma
                || word.is(class::BE | class::HAVE | class::MODAL | class::FUTURE)
                || word.has(class::PAST) && !word.is(class::NO_VERB)
        });
        next.is_some_and(|next| next.kind != Kind::Comma)
    };
    let opens = match before {
        _ if adjective => false,
        None => true,
        Some(before) => {
            matches!(before.kind, Kind::Comma | Kind::Dash)
                || before.mention
                || before.is(class::SUBORDINATOR)
                || before.kind == Kind::Word
                    && before.is_nominal()
                    && position.has_verb
                    && !before.is(class::DETERMINER)
        }
    };
    // "started falling", "expected to start delivering": it completes the verb in front.
    let completes = position
        .previous
        .is_some_and(|previous| previous.end == place || previous.to.is_some_and(|to| to + 1 == place));
    // "in exchange trading yesterday": a noun, as nothing but a date or the end follows.
    let next = words.get(place + 1);
    let noun = before.is_some_and(|before| before.kind == Kind::Word)
        && next.is_none_or(|next| next.mention || next.kind == Kind::Stop);
    if !opens || completes || noun {
        return None;
    }
    let mut group = Group::new(place, words.get(place)?);
    group.form = Form::Gerund;
    Some(finish(words, group))
}

/// "claims", "plan": a verb or a noun?
fn is_present(words: &[Word], place: usize, position: Position) -> bool {
    let (Some(word), Some(before)) = (words.get(place), previous(words, place)) else { return false };
    let may_follow =
        position.reports && position.subject || position.open_below || position.joined || position.rejoined;
    if position.has_verb && !may_follow {
        return false;
    }
    let pronoun = before.is(class::SUBJECT_PRONOUN | class::RELATIVE);
    // "that talks had failed": in front of a finite verb stands a noun.
    let auxiliary = words.iter().skip(place + 1).find(|word| !word.is(class::ADVERB));
    if auxiliary.is_some_and(|word| {
        word.is(class::HAVE | class::BE | class::DO | class::MODAL | class::FUTURE)
            && word.has(class::THIRD | class::PAST)
            || word.is(class::MODAL | class::FUTURE)
    }) {
        return false;
    }
    let next = words.get(place + 1);
    let named = word.is(class::EVENT_NOUN);
    let complement = words.get(place.wrapping_sub(1)).is_some_and(|word| word.is(class::ADVERB))
        || next.is_none_or(|next| {
            next.mention
                || next.is(class::DETERMINER | class::TO | class::ADVERB | class::PRONOUN | class::SUBJECT_PRONOUN)
                || next.is(class::SUBORDINATOR) && !named
                || next.capital
                || matches!(next.kind, Kind::Number | Kind::QuoteOpen)
                || next.is(class::PREPOSITION) && !named
                || word.is(class::REPORT)
        });
    if word.has(class::THIRD) {
        let subject = before.is_nominal()
            || before.kind == Kind::Close
            || before.kind == Kind::QuoteClose
            || before.mention
            || before.kind == Kind::Comma
            || position.joined;
        return pronoun
            || subject
                && position.subject | position.joined
                && complement
                && !verb_ahead(words, place, position.inner);
    }
    if !word.has(class::BASE) {
        return false;
    }
    if pronoun {
        return true;
    }
    let plural = before.forms == 0 && before.kind == Kind::Word && before.is_nominal() && before.plural;
    plural && complement && position.subject && !verb_ahead(words, place, position.inner)
}
