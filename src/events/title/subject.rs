//! Subjects: whom or what a title speaks of.
//!
//! In: a clause of a sentence. Out: the words in front of its verb, its parent's, or the noun it hangs on.
//! It must never learn how long a title may be.

use crate::base::list::List;
use crate::events::clause::verb::VerbForm;
use crate::events::clause::{Clause, ClauseKind};
use crate::events::discourse::agree;
use crate::events::sentence::Sentence;
use crate::events::source::reports;
use crate::language::class;
use crate::language::word::{Word, WordKind};

/// In "the company said it will", "it" is the company.
pub(super) fn speaker<'a>(sentence: &Sentence<'a>, clause: &Clause, pronoun: usize) -> Option<&'a str> {
    let parent = clause.parent.filter(|_| matches!(clause.kind, ClauseKind::Content | ClauseKind::Coordinated))?;
    let above = sentence.clauses.get(parent)?;
    if !reports(above) {
        return if above.kind == ClauseKind::Content { speaker(sentence, above, pronoun) } else { None };
    }
    let words = sentence.name_in(sentence.subject(above, parent))?;
    let (&first, &last) = (words.first()?, words.last()?);
    agree(sentence, &words, pronoun).then(|| sentence.written(first, last + 1))
}

/// The words of a clause, without its opening conjunction or relative pronoun.
pub(super) fn own_words(sentence: &Sentence<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let linked = !matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated | ClauseKind::Participle);
    let mut words = sentence.of_clause(number);
    if words.first().is_some_and(|&first| {
        linked
            && sentence.is(first, class::SUBORDINATOR | class::RELATIVE)
            && !sentence.is(first, class::SUBJECT_PRONOUN)
    }) {
        words.remove(0);
    }
    words
}

/// The subject: in front of the verb, shared with the clause it is joined to, or the noun a relative clause hangs on.
pub(super) fn subject_words(sentence: &Sentence<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let Some(verb) = clause.verb else { return Vec::new() };
    let own: Vec<usize> = own_words(sentence, clause, number).into_iter().filter(|&word| word < verb.first).list();
    let nominal = |word: &Word| word.is_nominal() && !word.is(class::RELATIVE) && !word.mention;
    if own.iter().any(|&word| sentence.words.get(word).is_some_and(nominal)) {
        return own;
    }
    let parent = clause.parent.and_then(|parent| sentence.clauses.get(parent).map(|clause| (parent, clause)));
    let Some((above, parent)) = parent else { return own };
    match clause.kind {
        ClauseKind::Coordinated => subject_words(sentence, parent, above),
        ClauseKind::Participle if verb.form == VerbForm::Gerund && verb.classes & class::HAPPEN == 0 => Vec::new(),
        ClauseKind::Participle if parent.first >= clause.first || clause.first == 0 => {
            let subject = subject_words(sentence, parent, above);
            subject.into_iter().filter(|&word| word >= clause.end).list()
        }
        ClauseKind::Relative | ClauseKind::Participle => antecedent(sentence, clause, above),
        _ => own,
    }
}

/// The noun phrase that a clause hangs on: back to its determiner, over what hangs on it, to a verb, a comma or a preposition.
/// "an offensive to free the city that began": what begins is an event, so the clause reaches back to the last event noun.
pub(super) fn antecedent(sentence: &Sentence<'_>, clause: &Clause, parent: usize) -> Vec<usize> {
    let before = clause.first;
    let verb_end = sentence
        .clauses
        .get(parent)
        .and_then(|clause| clause.verb)
        .map_or(0, |verb| if verb.end <= before { verb.end } else { 0 });
    let happens =
        clause.kind == ClauseKind::Relative && clause.verb.is_some_and(|verb| verb.classes & class::HAPPEN != 0);
    let event = (verb_end.max(before.saturating_sub(14))..before)
        .rev()
        .find(|&word| happens && sentence.clauses.of(word) == parent && sentence.is(word, class::EVENT_NOUN));
    let behind_comma = before.checked_sub(1).is_some_and(|comma| sentence.kind(comma) == Some(WordKind::Comma));
    let of_person = sentence.is(clause.first, class::PERSON);
    let mut words = Vec::new();
    let opens = sentence.clauses.get(parent).map_or(0, |clause| clause.first);
    for place in (verb_end..before).rev() {
        if place == opens && sentence.is(place, class::SUBORDINATOR | class::RELATIVE) {
            break;
        }
        if sentence.clauses.of(place) != parent {
            continue;
        }
        let reached = event.is_none_or(|event| place <= event);
        if sentence.kind(place) == Some(WordKind::Comma) {
            if words.is_empty() {
                continue;
            }
            break;
        }
        let boundary = sentence.is(place, class::COORDINATOR | class::SUBORDINATOR)
            && !sentence.is(place, class::PREPOSITION | class::DETERMINER);
        if reached && boundary || sentence.kind(place) == Some(WordKind::Break) {
            break;
        }
        words.push(place);
        let determined = sentence.is(place, class::DETERMINER) && !sentence.is(place, class::PREPOSITION);
        // "the head of the company, who": a person; "the roof of the church, built in 1920": the nearest.
        let governed =
            place > 0 && sentence.is(place - 1, class::OF) && (of_person || event.is_some() || !behind_comma);
        if reached && determined && !governed {
            break;
        }
    }
    words.reverse();
    let loose = |word: &usize| {
        sentence.is(*word, class::PREPOSITION | class::ADVERB) && (*word == 0 || !sentence.is_capital(*word))
    };
    while words.first().is_some_and(loose) {
        words.remove(0);
    }
    words
}
