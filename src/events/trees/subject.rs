//! Subjects: who or what a title says does it, so that it is known under the headline.
//!
//! In: a clause, the names so far. Out: what is written instead of its subject, and the faults that remain.
//! It must never learn what else of the clause is kept.

use super::clause::{Clause, Kind};
use super::compose::{Composed, Insertion};
use super::gate::Faults;
use super::names::Names;
use super::noun::name_span;
use super::parsed::Parsed;
use super::tense::{Form, Time};
use super::title::TitleNeeds;
use super::tree::Role;
use crate::base::list::List;
use crate::language::class;
use crate::syntax::Pos;
use crate::temporal::Signal;

/// What is done to a clause's subject.
#[derive(Default)]
pub(super) struct Subject {
    pub(super) insertion: Option<Insertion>,
    /// The nodes that the insertion stands for, half open.
    pub(super) instead: (usize, usize),
    /// Words of the clause before this one are left out.
    pub(super) from: usize,
    /// The verb in the past, at its place.
    pub(super) verb: Option<(usize, String)>,
    /// The insertion ends with a form of "to be".
    pub(super) carried: bool,
}

/// The subject that the title needs: the clause's own where it can stand, a name for a pronoun, the antecedent of a relative clause.
pub(super) fn subject(
    parsed: &Parsed<'_>,
    clause: &Clause,
    names: &Names<'_>,
    needs: TitleNeeds<'_>,
    faults: &mut Faults,
) -> Subject {
    let tree = &parsed.tree;
    let Some(head) = clause.subject else {
        faults.no_subject = true;
        return Subject::default();
    };
    if clause.borrowed {
        // What stands in for a noun must be one.
        let verbal = matches!(tree.pos(head), Pos::Verb | Pos::Aux | Pos::Adp);
        faults.no_subject = verbal
            || tree.head(head).is_none()
            || tree.child(head, |role| role.is_subject() || is_auxiliary(role)).is_some();
        let relative = tree.child(clause.head, Role::is_subject);
        let mut text = match renamed(parsed, head, names, faults) {
            Some((place, name)) => {
                noun_phrase(parsed, head, Some(clause.head), Some(&Insertion { place, end: place + 1, text: name }))
            }
            None => noun_phrase(parsed, head, Some(clause.head), None),
        };
        let from = relative.map_or(clause.tense.first.min(clause.head), |relative| relative + 1);
        let alone = clause.tense.auxiliaries == 0;
        let gerund = clause.tense.form == Form::Gerund;
        let mut carried = false;
        let mut verb = None;
        if alone && (clause.tense.form == Form::Participle || gerund && clause.kind == Kind::Reduced) {
            let form = match (is_many(parsed, head), gerund && needs.open) {
                (true, true) => "is-many",
                (false, true) => "is-one",
                (true, false) => "was-many",
                (false, false) => "was-one",
            };
            text.push(' ');
            text.push_str(needs.language.text(form));
            carried = true;
        } else if alone && (gerund && !needs.open || clause.kind == Kind::Open)
            || is_past_perfect(clause) && !lasts(parsed)
        {
            verb = past(parsed, clause, needs);
        } else if was_done_before(clause) {
            verb = Some((clause.head, passive(parsed, clause.head, head, needs)));
        }
        return Subject {
            insertion: Some(Insertion { place: from, end: from, text }),
            instead: (0, 0),
            from,
            verb,
            carried,
        };
    }
    let verb = if is_past_perfect(clause) {
        past(parsed, clause, needs)
    } else if was_done_before(clause) {
        // "had been sold": told on its own, it was.
        Some((clause.head, passive(parsed, clause.head, head, needs)))
    } else if clause.tense.form == Form::Participle && clause.tense.auxiliaries == 0 {
        // "A suit filed by the union": somebody did it to the subject.
        Some((clause.head, passive(parsed, clause.head, head, needs)))
    } else {
        None
    };
    let Some((place, text)) = renamed(parsed, head, names, faults) else {
        return Subject { verb, ..Subject::default() };
    };
    // A name takes the place of the whole noun phrase; a possessive of itself alone.
    let instead = if place == head || tree.pos(place) != Pos::Pron { span_of(parsed, head) } else { (place, place) };
    Subject {
        insertion: Some(Insertion { place: instead.0, end: instead.1 + 1, text }),
        instead: (instead.0, instead.1 + 1),
        from: 0,
        verb,
        carried: false,
    }
}

/// "had quit": told on its own, it is "quit".
fn is_past_perfect(clause: &Clause) -> bool {
    let tense = clause.tense;
    tense.perfect
        && tense.time == Time::Past
        && tense.auxiliaries == 1
        && !tense.passive
        && !tense.negated
        && !tense.copula
}

/// "had run it since 2009" is not "ran it".
fn lasts(parsed: &Parsed<'_>) -> bool {
    parsed.sentence.mentions.iter().any(|mention| mention.dated.signal == Some(Signal::Since))
}

/// "had been sold".
fn was_done_before(clause: &Clause) -> bool {
    let tense = clause.tense;
    tense.perfect
        && tense.time == Time::Past
        && tense.auxiliaries == 2
        && tense.passive
        && !tense.negated
        && !tense.modal
}

/// "was sold", "were sold".
fn passive(parsed: &Parsed<'_>, verb: usize, subject: usize, needs: TitleNeeds<'_>) -> String {
    let was = needs.language.text(if is_many(parsed, subject) { "was-many" } else { "was-one" });
    [was, " ", parsed.word(verb)].concat()
}

/// The verb of a clause in the past.
fn past(parsed: &Parsed<'_>, clause: &Clause, needs: TitleNeeds<'_>) -> Option<(usize, String)> {
    let past = needs.language.past(&crate::language::lower(parsed.word(clause.head)))?;
    Some((clause.head, past))
}

pub(super) fn is_auxiliary(role: Role) -> bool {
    matches!(role, Role::Aux | Role::AuxPassive | Role::Cop)
}

/// The nodes of a noun phrase that a name stands for: "the company", not what is said of it behind a comma.
fn span_of(parsed: &Parsed<'_>, head: usize) -> (usize, usize) {
    name_span(parsed, head).unwrap_or((head, head))
}

fn is_many(parsed: &Parsed<'_>, head: usize) -> bool {
    let start = parsed.tree.node(head).map_or(0, |node| node.span.start);
    let word = parsed.sentence.words.partition_point(|word| word.span.end <= start);
    parsed.tree.child(head, |role| role == Role::Conj).is_some()
        || parsed.is(head, class::MANY | class::PLURAL)
        || parsed.tree.pos(head) == Pos::Noun && parsed.sentence.words.get(word).is_some_and(|word| word.plural)
}

/// What a subject must be called to be known: the node that gives way, and the words for it. `None` where it stands as it is.
pub(super) fn renamed(
    parsed: &Parsed<'_>,
    head: usize,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<(usize, String)> {
    let tree = &parsed.tree;
    if tree.pos(head) == Pos::Pron {
        // "We opened in May": whoever writes the article.
        if parsed.is(head, class::FIRST_PERSON) {
            return None;
        }
        if parsed.is(head, class::SUBJECT_PRONOUN | class::PRONOUN | class::MESSAGE) {
            let name = names.meaning(parsed, head);
            faults.pronoun = name.is_none();
            return name.map(|name| (head, name));
        }
        // "both of them", "many in the crowd" say enough.
        faults.pronoun = tree.child(head, |role| matches!(role, Role::Nmod | Role::Relative | Role::Acl)).is_none();
        return None;
    }
    // "His hearing"
    let owner =
        tree.children(head).find(|&child| parsed.is(child, class::POSSESSIVE) && tree.role(child) == Role::Possessor);
    if let Some(owner) = owner {
        let name = names.meaning(parsed, owner);
        faults.pronoun = name.is_none();
        return name.map(|name| (owner, possessive(&name, parsed.sentence.genitive)));
    }
    let (first, last) = name_span(parsed, head)?;
    let written = parsed.written(first, last);
    if tree.pos(head) == Pos::Propn {
        let full = names.full(written)?;
        // "Mr Joseph", who was "Mr Anton Joseph": what stands in front stands in the full name too.
        let before = first.checked_sub(1).map_or("", |before| parsed.word(before));
        let full = full.strip_prefix(before).filter(|_| !before.is_empty()).map_or(full, str::trim_start);
        return (full != written).then(|| (head, String::from(full)));
    }
    // "that lesson", "such groups": of which one has read before.
    faults.pronoun = tree.children(head).any(|child| {
        tree.role(child) == Role::Det
            && parsed.is(child, class::DEFINITE)
            && !parsed.is(child, class::ARTICLE)
            && parsed.mention(child).is_none()
    });
    // "the company"
    let definite = tree.children(head).any(|child| tree.role(child) == Role::Det && parsed.is(child, class::DEFINITE));
    // "The ferry, the Star of Kell, was built": that is what it is called.
    let called = tree.children(head).find(|&child| tree.role(child) == Role::Appos && tree.pos(child) == Pos::Propn);
    if let Some((first, last)) = called.filter(|_| definite).and_then(|called| name_span(parsed, called)) {
        return Some((head, String::from(parsed.written(first, last))));
    }
    let restricted = tree.edge(head).1 > last;
    // "the prime minister" is not whoever was called a minister.
    let plain = !tree.children(head).any(|child| {
        child < head && matches!(tree.role(child), Role::Amod | Role::Compound | Role::Nmod | Role::Nummod)
    });
    if definite && !restricted {
        if let Some(name) = names.definite(parsed.word(head)).filter(|_| plain) {
            return Some((head, name));
        }
        faults.definite = true;
    }
    None
}

/// "Costa's", "Norfield Industries'".
fn possessive(name: &str, genitive: &str) -> String {
    let genitive = if name.ends_with('s') { genitive.trim_end_matches('s') } else { genitive };
    [name, genitive].concat()
}

/// A noun with all that restricts it; loose additions, and the clause `without`, left out.
pub(super) fn noun_phrase(
    parsed: &Parsed<'_>,
    head: usize,
    without: Option<usize>,
    insertion: Option<&Insertion>,
) -> String {
    let tree = &parsed.tree;
    let (first, last) = tree.edge(head);
    let mut kept = (0..parsed.len()).map(|place| (first..=last).contains(&place) && tree.is_under(place, head)).list();
    for place in (first..=last).filter(|&place| place != head) {
        let (from, to) = tree.edge(place);
        let added = matches!(tree.role(place), Role::Relative | Role::Acl | Role::Appos | Role::Parataxis);
        let gone = added && parsed.is_apart(from, to).0
            || Some(place) == without
            || matches!(tree.role(place), Role::Case | Role::Mark | Role::Cc) && tree.head(place) == Some(head)
            || parsed.mention(place).is_some() && (from == first || to == last)
            || tree.role(place) == Role::Advmod && from == first && parsed.word(to + 1) == ","
            || insertion.is_some_and(|insertion| insertion.place == place)
            // What a name stands for goes whole.
            || insertion.is_some_and(|insertion| insertion.place == head);
        if gone {
            for inner in from..=to {
                if let Some(kept) = kept.get_mut(inner) {
                    *kept &= !tree.is_under(inner, place);
                }
            }
        }
    }
    if let Some(kept) = insertion.and_then(|insertion| kept.get_mut(insertion.place)) {
        *kept = false;
    }
    // "from the agency", "and the agency": the noun alone.
    for (place, kept) in kept.iter_mut().enumerate().skip_while(|(place, _)| *place < first) {
        if *kept && !matches!(tree.pos(place), Pos::Adp | Pos::Cconj | Pos::Sconj | Pos::Punct) {
            break;
        }
        *kept &= matches!(parsed.word(place), "“" | "\"" | "‘" | "$" | "£" | "€");
    }
    if let Some(insertion) = insertion.filter(|insertion| insertion.place == head) {
        return insertion.text.clone();
    }
    Composed::new(parsed, &kept, insertion.into_iter(), last + 1).text()
}
