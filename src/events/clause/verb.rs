//! Verb groups: "has already been captured" is perfect, passive, and its head is "captured".
//!
//! In: the words from one place on and what stands around it. Out: the verb group there, if there is one.
//! It must never learn of clauses beyond what [`VerbPosition`] tells.

use crate::events::clause::VerbPosition;
use crate::events::clause::finite::{has_object, is_finite, is_present, previous};
use crate::language::class::{self, Classes};
use crate::language::word::{Word, WordKind};

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(in crate::events) struct VerbGroup {
    /// First word of the group.
    pub(in crate::events) first: usize,
    /// One past the last.
    pub(in crate::events) end: usize,
    /// The word that carries the meaning.
    pub(in crate::events) head: usize,
    /// The head's classes.
    pub(in crate::events) classes: Classes,
    pub(in crate::events) form: VerbForm,
    pub(in crate::events) tense: Tense,
    /// "has", "had" in front.
    pub(in crate::events) perfect: bool,
    pub(in crate::events) progressive: bool,
    pub(in crate::events) passive: bool,
    /// "could", "may".
    pub(in crate::events) modal: bool,
    pub(in crate::events) negated: bool,
    /// "already", "recently" inside or right behind.
    pub(in crate::events) already: bool,
    /// Its head is a form of "be" or "have" by itself.
    pub(in crate::events) copula: bool,
    /// The verb behind "to": "set to begin".
    pub(in crate::events) to: Option<usize>,
    /// One word without auxiliaries.
    pub(in crate::events) bare: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::events) enum VerbForm {
    Finite,
    Participle,
    Gerund,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::events) enum Tense {
    None,
    Past,
    Present,
    Future,
}

impl VerbGroup {
    /// "were tried and convicted": the second takes over what the first was.
    pub(in crate::events) fn follow(&mut self, first: VerbGroup) {
        if first.bare {
            return;
        }
        self.tense = first.tense;
        self.perfect = first.perfect;
        self.passive = first.passive;
        self.modal = first.modal;
        self.negated = first.negated;
    }

    /// One verb of which nothing more is known; `word` stands at `place`.
    pub(in crate::events) fn plain(place: usize, word: Option<&Word>, form: VerbForm, tense: Tense) -> VerbGroup {
        let classes = word.map_or(0, |word| word.classes);
        VerbGroup { first: place, end: place + 1, head: place, classes, form, tense, ..VerbGroup::NONE }
    }

    const NONE: VerbGroup = VerbGroup {
        first: 0,
        end: 0,
        head: 0,
        classes: 0,
        form: VerbForm::Finite,
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
    };

    fn new(place: usize, word: &Word) -> VerbGroup {
        VerbGroup::plain(place, Some(word), VerbForm::Finite, Tense::None)
    }
}

/// The verb group that begins at `place`.
pub(in crate::events) fn group_at(words: &[Word], place: usize, position: VerbPosition) -> Option<VerbGroup> {
    let word = words.get(place)?;
    let before = previous(words, place);
    if word.mention || word.is(class::NO_VERB) {
        return None;
    }
    // Inside names nothing is a verb: "the United States", "Will Smith".
    if word.capital
        && place > 0
        && !before.is_some_and(|before| matches!(before.kind, WordKind::QuoteOpen | WordKind::Break | WordKind::Dash))
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
    if word.kind == WordKind::Clitic {
        return clitic(words, place);
    }
    // "which cosponsor the talks": a word nobody listed behind "which" is a verb.
    let behind_relative = place
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|before| before.is(class::RELATIVE) && !before.is(class::DETERMINER));
    if behind_relative
        && word.classes == 0
        && word.forms == 0
        && word.kind == WordKind::Word
        && has_object(words, place)
    {
        return simple(words, place, VerbForm::Finite);
    }
    if word.forms == 0 {
        return None;
    }
    let modifies = before.is_some_and(|before| {
        before.is(class::DETERMINER) && !before.is(class::SUBJECT_PRONOUN | class::RELATIVE)
            || before.is(class::PREPOSITION) && !before.is(class::SUBORDINATOR)
            || before.kind == WordKind::Clitic
            || before.kind == WordKind::Number
                && !before.mention
                && word.has(class::BASE | class::THIRD)
                && !word.has(class::PAST)
    });
    // "cut its annual forecast": behind a verb and a determiner what looks the same in the present and the past is a noun.
    if word.has(class::BASE) && word.has(class::PAST) && is_owned(words, place, position) {
        return None;
    }
    if word.has(class::PAST) {
        // "to be closed", "will stay closed": part of the verb in front.
        let infinitive = before.is_some_and(|before| {
            before.is(class::BE) && !before.has(class::THIRD) && !before.is(class::AUXILIARY_PAST)
        });
        let completes = word.has(class::PARTICIPLE)
            && position.previous.is_some_and(|verb| verb.end == place && verb.form == VerbForm::Finite && !verb.copula);
        if modifies || infinitive || completes {
            return None;
        }
        let finite = !word.has(class::PARTICIPLE) || is_finite(words, place, position);
        return simple(words, place, if finite { VerbForm::Finite } else { VerbForm::Participle });
    }
    if word.has(class::PARTICIPLE) {
        let reduced = !modifies
            && before.is_some_and(|before| before.is_nominal() || before.kind == WordKind::Comma || before.mention);
        return if reduced || place == 0 { simple(words, place, VerbForm::Participle) } else { None };
    }
    if word.has(class::ING) {
        return gerund(words, place, position);
    }
    if !modifies && is_present(words, place, position) { simple(words, place, VerbForm::Finite) } else { None }
}

/// Whether a possessive or article stands in front, with nothing but adjectives between, behind a verb that is none of saying.
fn is_owned(words: &[Word], place: usize, position: VerbPosition) -> bool {
    let Some(verb) = position.previous else { return false };
    let near = words.get(verb.end.max(place.saturating_sub(3))..place).unwrap_or(&[]);
    for word in near.iter().rev() {
        if word.is(class::ARTICLE | class::POSSESSIVE) {
            return verb.classes & (class::REPORT | class::SPEECH_ACT) == 0;
        }
        if word.kind != WordKind::Word || word.forms != 0 || word.mention || word.capital {
            break;
        }
    }
    false
}

/// "'re", "'ve", "'d" are verbs; "'s" is one behind a pronoun.
fn clitic(words: &[Word], place: usize) -> Option<VerbGroup> {
    let before = words.get(place.checked_sub(1)?)?;
    if !before.is(class::SUBJECT_PRONOUN | class::RELATIVE) {
        return None;
    }
    auxiliary(words, place)
}

fn auxiliary(words: &[Word], place: usize) -> Option<VerbGroup> {
    let first = words.get(place)?;
    let mut group = VerbGroup::new(place, first);
    group.bare = false;
    // What form the next verb must have, and what it makes of the group.
    let mut wanted: class::Forms;
    let clitic_is = first.kind == WordKind::Clitic && first.classes == 0 && first.forms == 0;
    if first.is(class::MODAL | class::FUTURE) {
        group.modal = first.is(class::MODAL);
        group.tense = if group.modal { Tense::Present } else { Tense::Future };
        wanted = class::BASE;
    } else {
        if first.has(class::ING) && !first.is(class::AUXILIARY_PAST) && !first.is(class::BE) {
            group.form = VerbForm::Gerund;
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
            || matches!(word.kind, WordKind::Comma | WordKind::QuoteOpen | WordKind::QuoteClose)
                && !verb_after(words, place, wanted)
        {
            break;
        }
        if word.is(class::NOT) {
            group.negated = true;
        } else if word.is(class::ADVERB)
            || word.kind == WordKind::Comma
            || matches!(word.kind, WordKind::QuoteOpen | WordKind::QuoteClose)
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
                && word.kind == WordKind::Word
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
        return if group.end == group.first + 1 && words.get(group.end).is_none_or(|next| next.kind == WordKind::Stop) {
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
fn finish(words: &[Word], mut group: VerbGroup) -> VerbGroup {
    let mut place = group.end;
    let mut skipped = 0;
    while let Some(word) = words.get(place) {
        // "was opened to traffic on Friday": behind a passive a word nobody listed is a noun.
        let noun = group.passive
            && group.classes & class::PLAN == 0
            && words.get(place + 1).is_some_and(|word| word.classes == 0 && word.forms == 0);
        if word.is(class::TO) && !noun && is_infinitive(words, place + 1) {
            let verb =
                if words.get(place + 1).is_some_and(|word| word.is(class::ADVERB)) { place + 2 } else { place + 1 };
            group.to = Some(verb);
            return group;
        }
        group.already |= word.is(class::ALREADY) && skipped == 0;
        // "asked for a hearing" tells of no speech but of an act.
        if word.is(class::PETITION) && !word.mention && group.classes & class::REPORT != 0 {
            group.classes = group.classes & !class::REPORT | class::SPEECH_ACT;
        }
        let plan = word.is(class::PLAN) && group.copula;
        if plan {
            // "is due to", "is ready to": the adjective is what the group says.
            group.classes |= class::PLAN;
            group.head = place;
            group.end = place + 1;
        } else if group.classes & class::PLAN != 0 && word.is_nominal() && !word.mention && !group.copula {
            // "expected the storm to come ashore"
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
    let unknown = word.classes == 0 && word.forms == 0 && word.kind == WordKind::Word;
    let followed = words.get(place + 1).is_none_or(|next| {
        next.mention
            || next.is(class::PREPOSITION | class::DETERMINER | class::PRONOUN)
            || next.capital
            || next.kind == WordKind::Stop
    });
    word.has(class::BASE) || word.is(class::ADVERB) || unknown && followed
}

/// One word without auxiliaries.
fn simple(words: &[Word], place: usize, form: VerbForm) -> Option<VerbGroup> {
    let word = words.get(place)?;
    let mut group = VerbGroup::new(place, word);
    group.form = form;
    group.tense = match form {
        VerbForm::Finite if word.has(class::PAST) => Tense::Past,
        VerbForm::Finite => Tense::Present,
        _ => Tense::None,
    };
    group.passive = form == VerbForm::Participle;
    let adverbs = words.get(..place)?.iter().rev().take_while(|word| word.is(class::ADVERB | class::NOT));
    for word in adverbs {
        group.already |= word.is(class::ALREADY);
        group.negated |= word.is(class::NOT);
    }
    Some(finish(words, group))
}

fn gerund(words: &[Word], place: usize, position: VerbPosition) -> Option<VerbGroup> {
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    // "Striking dockers blocked the port": an adjective where no comma comes before the verb.
    let adjective = before.is_none_or(|before| before.kind == WordKind::Dash) && {
        let next = words.iter().skip(place + 1).take(16).find(|word| {
            word.kind == WordKind::Comma
                || word.is(class::BE | class::HAVE | class::MODAL | class::FUTURE)
                || word.has(class::PAST) && !word.is(class::NO_VERB)
        });
        next.is_some_and(|next| next.kind != WordKind::Comma)
    };
    let opens = match before {
        _ if adjective => false,
        None => true,
        Some(before) => {
            matches!(before.kind, WordKind::Comma | WordKind::Dash)
                || before.mention
                || before.is(class::SUBORDINATOR)
                || before.kind == WordKind::Word
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
    let happens = words.get(place).is_some_and(|word| word.is(class::HAPPEN));
    let noun = before.is_some_and(|before| before.kind == WordKind::Word)
        && !happens
        && next.is_none_or(|next| next.mention || next.kind == WordKind::Stop);
    if !opens || completes || noun {
        return None;
    }
    // "Fighting in the north drove thousands from their homes"
    let event = words.get(place).is_some_and(|word| word.is(class::EVENT_NOUN));
    if event && !position.has_verb && next.is_some_and(|next| next.is(class::PREPOSITION)) {
        return None;
    }
    let mut group = VerbGroup::new(place, words.get(place)?);
    group.form = VerbForm::Gerund;
    Some(finish(words, group))
}
