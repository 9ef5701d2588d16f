//! Finite or not: "captured" may be a past tense or a participle, "claims" a verb or a noun; only the words around tell.
//!
//! In: the words of a sentence and what stands around a place. Out: whether the word there is a finite verb.
//! It must never learn how verb groups are put together.

use crate::events::clause::VerbPosition;
use crate::events::clause::verb::VerbForm;
use crate::language::class;
use crate::language::word::{Word, WordKind};

/// "captured", "held": past tense or participle? Only the surroundings tell.
pub(in crate::events) fn is_finite(words: &[Word], place: usize, position: VerbPosition) -> bool {
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
        return !adjectives && position.previous.is_some_and(|previous| previous.form == VerbForm::Finite);
    }
    let behind_comma = before.is_none_or(|before| before.kind == WordKind::Comma);
    // ", said Ann Ray, who leads the project."
    if position.has_verb && word.is(class::REPORT) && behind_comma && object {
        return !verb_ahead(words, place, false);
    }
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
            && !hangs_on_with(words, place, position)
            && position.previous.is_some_and(|verb| verb.to.is_none())
            && position.noun_since_verb
            && !by_agent
            && (object || !verb_ahead(words, place, position.inner));
    }
    // "Under an agreement reached in 1994 it froze": the subject is still to come.
    let mut behind = words.iter().skip(place + 1).take(12).take_while(|word| word.kind != WordKind::Comma);
    if !position.subject || position.fronted && behind.any(|word| word.is(class::SUBJECT_PRONOUN)) {
        return false;
    }
    if by_agent {
        return false;
    }
    object || word.is(class::REPORT) || !verb_ahead(words, place, position.inner)
}

/// "said on Monday with half of the votes counted": what is counted hangs on "with".
fn hangs_on_with(words: &[Word], place: usize, position: VerbPosition) -> bool {
    let from = position.previous.map_or(0, |verb| verb.end);
    let between = words.get(from..place).unwrap_or(&[]);
    let with = between.iter().rposition(|word| word.is(class::WITH));
    with.and_then(|with| between.get(with + 2..))
        .is_some_and(|rest| !rest.iter().any(|word| word.kind == WordKind::Comma))
}

/// A noun with nothing in front: "released tapes".
fn is_bare_noun(word: &Word) -> bool {
    word.kind == WordKind::Word
        && !word.mention
        && !word.capital
        && word.forms == 0
        && word.classes & !(class::EVENT_NOUN | class::PLURAL) == 0
}

/// Whether the word behind a verb begins its object: participles have none.
pub(in crate::events) fn has_object(words: &[Word], place: usize) -> bool {
    words.get(place + 1).is_some_and(|next| {
        !next.mention
            && (next.is(class::DETERMINER) && !next.is(class::PREPOSITION)
                || next.is(class::PRONOUN) && !next.is(class::RELATIVE)
                || next.capital
                || matches!(next.kind, WordKind::Number | WordKind::QuoteOpen))
    })
}

/// The agent of a passive stands behind one preposition only; the language file marks it by class.
fn is_by(words: &[Word], place: usize) -> bool {
    words.get(place).is_some_and(|word| word.is(class::AGENT))
}

/// Whether a certain finite verb follows before anything that could be its own subject's clause; in an `inner` clause, before its comma.
fn verb_ahead(words: &[Word], place: usize, inner: bool) -> bool {
    let inner = inner && !previous(words, place).is_some_and(|before| before.kind == WordKind::Comma);
    for (number, word) in words.iter().enumerate().skip(place + 1).take(30) {
        if word.mention {
            continue;
        }
        match word.kind {
            WordKind::Break | WordKind::QuoteOpen | WordKind::QuoteClose => return false,
            WordKind::Comma if inner => return false,
            WordKind::Word => {}
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
        // "fled inland on Wednesday as the storm": but "known as the"
        if word.is(class::WHILE) && number > place + 2 && words.get(number + 1).is_some_and(|next| !next.is(class::OF))
        {
            return false;
        }
        // ", as was done in 2003"
        if word.is(class::SUBORDINATOR) && words.get(number + 1).is_some_and(|next| next.is(class::BE | class::HAVE)) {
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
            && before.is_some_and(|before| before.kind == WordKind::Comma || before.is_nominal())
            && words.get(number + 1).is_some_and(|next| next.is(class::DETERMINER | class::SUBORDINATOR | class::TO));
        if auxiliary || past || present {
            return true;
        }
        // ", resigned": a second uncertain form behind the comma that closes the insertion.
        if word.has(class::PAST) && before.is_some_and(|before| before.kind == WordKind::Comma) {
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

/// "claims", "plan": a verb or a noun?
pub(in crate::events) fn is_present(words: &[Word], place: usize, position: VerbPosition) -> bool {
    let (Some(word), Some(before)) = (words.get(place), previous(words, place)) else { return false };
    let may_follow =
        position.reports && position.subject || position.open_below || position.joined || position.rejoined;
    // ", the mayor says": at the end of a sentence.
    let says = word.is(class::REPORT)
        && position.subject
        && words.get(place + 1).is_none_or(|next| matches!(next.kind, WordKind::Stop | WordKind::Comma));
    if position.has_verb && !may_follow && !says {
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
                || matches!(next.kind, WordKind::Number | WordKind::QuoteOpen)
                || next.is(class::PREPOSITION) && !named
                || word.is(class::REPORT)
                || word.is(class::WEAK) && is_bare_noun(next)
        });
    if word.has(class::THIRD) {
        let subject = before.is_nominal()
            || before.kind == WordKind::Close
            || before.kind == WordKind::QuoteClose
            || before.mention
            || before.kind == WordKind::Comma
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
    let plural = before.forms == 0 && before.kind == WordKind::Word && before.is_nominal() && before.plural;
    plural && complement && position.subject && !verb_ahead(words, place, position.inner)
}

/// The word before, adverbs left out.
pub(in crate::events) fn previous(words: &[Word], place: usize) -> Option<&Word> {
    words.get(..place)?.iter().rev().find(|word| !word.is(class::ADVERB) || word.is(class::SUBORDINATOR))
}
