//! What the words around a predicate say of it: finite or not, its tense and aspect, voice, negation, and whether it is only possible.
//!
//! In: a predicate's node. Out: a [`Tense`]. It must never learn what the predicate's subject is.

use super::parsed::Parsed;
use super::tree::Role;
use crate::base::list::List;
use crate::language::class;
use crate::syntax::Pos;

/// The time and the mood of a predicate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Tense {
    pub(super) form: Form,
    pub(super) time: Time,
    pub(super) perfect: bool,
    pub(super) progressive: bool,
    pub(super) passive: bool,
    /// "could", "may", "should": it need not be so.
    pub(super) modal: bool,
    pub(super) negated: bool,
    /// "is to open".
    pub(super) planned: bool,
    /// "has already", "recently".
    pub(super) already: bool,
    /// "often", "usually".
    pub(super) habit: bool,
    /// A form of "to be" carries it: "was a club", "is in Rome".
    pub(super) copula: bool,
    /// How many auxiliaries carry it.
    pub(super) auxiliaries: usize,
    /// Its first auxiliary, or the verb itself.
    pub(super) first: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Finite,
    Infinitive,
    Gerund,
    Participle,
    /// No verb at all: "a lawyer by training".
    None,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Time {
    Past,
    Present,
    Future,
    /// "would": the future of what was said.
    FuturePast,
    None,
}

/// The tense of the predicate that `head` heads; `above` is that of the predicate it is coordinated with, which lends its auxiliaries.
pub(super) fn tense(parsed: &Parsed<'_>, head: usize, above: Option<Tense>) -> Tense {
    let tree = &parsed.tree;
    let auxiliaries = tree.children(head).filter(|&child| is_auxiliary(parsed, child)).list();
    let to = tree
        .children(head)
        .find(|&child| child < head && parsed.is(child, class::TO) && tree.role(child) == Role::Mark);
    let advises = |classes| tree.children(head).any(|child| parsed.is(child, classes) && is_adverb(parsed, child));
    let first = auxiliaries.first().copied();
    let any = |classes| auxiliaries.iter().any(|&word| parsed.is(word, classes));
    let copula = auxiliaries.iter().any(|&word| tree.role(word) == Role::Cop);
    let mut tense = Tense {
        form: Form::None,
        time: Time::None,
        perfect: auxiliaries.iter().any(|&word| parsed.is(word, class::HAVE)),
        progressive: !copula && any(class::BE) && parsed.has(head, class::ING),
        passive: tree.children(head).any(|child| matches!(tree.role(child), Role::AuxPassive | Role::SubjectPassive)),
        modal: first.is_some_and(|word| parsed.is(word, class::MODAL) && !parsed.is(word, class::FUTURE_PAST)),
        negated: advises(class::NOT),
        planned: false,
        already: advises(class::ALREADY),
        habit: advises(class::HABIT),
        copula,
        auxiliaries: auxiliaries.len(),
        first: first.into_iter().chain(to).fold(head, usize::min),
    };
    match first {
        // "is to open"
        Some(carrier) if to.is_some_and(|to| carrier < to) && parsed.is(carrier, class::BE) => {
            (tense.form, tense.time, tense.planned) = (Form::Finite, Time::Future, true);
        }
        _ if to.is_some() => tense.form = Form::Infinitive,
        Some(carrier) if parsed.has(carrier, class::ING) => tense.form = Form::Gerund,
        Some(carrier) => (tense.form, tense.time) = (Form::Finite, carried(parsed, carrier)),
        None => alone(parsed, head, above, &mut tense),
    }
    tense
}

fn is_auxiliary(parsed: &Parsed<'_>, place: usize) -> bool {
    matches!(parsed.tree.role(place), Role::Aux | Role::AuxPassive | Role::Cop)
}

fn is_adverb(parsed: &Parsed<'_>, place: usize) -> bool {
    matches!(parsed.tree.role(place), Role::Advmod | Role::Det)
        || matches!(parsed.tree.pos(place), Pos::Adv | Pos::Part)
}

/// The time that the first auxiliary gives.
fn carried(parsed: &Parsed<'_>, carrier: usize) -> Time {
    if parsed.is(carrier, class::FUTURE) {
        Time::Future
    } else if parsed.is(carrier, class::FUTURE_PAST) {
        Time::FuturePast
    } else if parsed.is(carrier, class::AUXILIARY_PAST) {
        Time::Past
    } else {
        Time::Present
    }
}

/// The tense of a verb without auxiliaries of its own.
fn alone(parsed: &Parsed<'_>, head: usize, above: Option<Tense>, tense: &mut Tense) {
    let tree = &parsed.tree;
    let has = |forms| parsed.has(head, forms);
    if !matches!(tree.pos(head), Pos::Verb | Pos::Aux) {
        return;
    }
    let subject = tree.child(head, Role::is_subject).is_some();
    if let Some(above) = above.filter(|above| !subject && lends(*above, parsed, head)) {
        *tense = Tense { first: tense.first, negated: tense.negated || above.negated, ..above };
        return;
    }
    let reduced = matches!(tree.role(head), Role::Acl | Role::Advcl | Role::Amod | Role::Xcomp);
    let hangs_on_participle = above.is_some_and(|above| above.form == Form::Participle);
    (tense.form, tense.time) = if parsed.is(head, class::AUXILIARY_PAST) {
        (Form::Finite, Time::Past)
    } else if has(class::PAST | class::PARTICIPLE)
        && (!subject && (reduced || hangs_on_participle) || is_done_by(parsed, head))
    {
        tense.passive = true;
        (Form::Participle, Time::None)
    } else if has(class::PAST | class::PARTICIPLE) {
        (Form::Finite, Time::Past)
    } else if has(class::ING) {
        (Form::Gerund, Time::None)
    } else if subject || has(class::THIRD) || above.is_some_and(|above| above.time == Time::Present) {
        (Form::Finite, Time::Present)
    } else {
        (Form::Infinitive, Time::None)
    };
}

/// "was arrested and charged", "will go and stay": whether the auxiliaries of the first fit the second.
fn lends(above: Tense, parsed: &Parsed<'_>, head: usize) -> bool {
    let has = |forms| parsed.has(head, forms);
    match above.form {
        Form::Gerund => has(class::ING),
        _ if above.copula || above.auxiliaries == 0 && above.form != Form::Infinitive => false,
        _ if above.progressive => has(class::ING),
        _ if above.perfect || above.passive => has(class::PARTICIPLE),
        _ => has(class::BASE) || !has(class::PAST | class::PARTICIPLE | class::ING | class::THIRD),
    }
}

/// "filed by the union": a form that may be past or participle, with who did it and nothing that it was done to.
fn is_done_by(parsed: &Parsed<'_>, head: usize) -> bool {
    let tree = &parsed.tree;
    let by = tree.children(head).any(|child| {
        child > head
            && matches!(tree.role(child), Role::Oblique | Role::Agent)
            && matches!(tree.pos(child), Pos::Noun | Pos::Propn)
            && parsed.mention(child).is_none()
            && parsed.child_of(child, Role::Case, class::AGENT).is_some_and(|case| case < child && case == head + 1)
            && !tree.children(child).any(|child| tree.pos(child) == Pos::Num || tree.role(child) == Role::Advmod)
    });
    by && tree.child(head, |role| role == Role::Object).is_none() && parsed.has(head, class::PARTICIPLE)
}
