//! Speech: what a verb of saying introduces, and who says it.
//!
//! In: a parsed sentence and its clauses. Out: the told clause of a sentence one, and the speaker of a clause.
//! It must never learn whether a claim is dated.

use super::clause::{Clause, Clauses, Kind};
use super::names::Names;
use super::noun::name_span;
use super::parsed::Parsed;
use super::tense::Form;
use super::tree::Role;
use crate::language::class;
use crate::syntax::Pos;

/// Longer names are no names but half sentences.
const LONGEST: usize = 100;

/// Whether a clause says that somebody says something.
pub(super) fn reports(parsed: &Parsed<'_>, clause: &Clause) -> bool {
    parsed.is(clause.head, class::REPORT | class::SPEECH_ACT) && clause.tense.form == Form::Finite
}

/// The clause that a report tells: behind "that", or in front of ", he said".
pub(super) fn told(parsed: &Parsed<'_>, clauses: &Clauses, number: usize) -> Option<usize> {
    let report = clauses.get(number)?;
    let content = clauses.list.iter().position(|clause| {
        clause.parent == Some(number) && clause.kind == Kind::Content && parsed.tree.role(clause.head) == Role::Ccomp
    });
    let around = report.parent.filter(|_| report.kind == Kind::Aside);
    // A quotation beside its verb: "We closed it," the mayor said.
    let beside = || {
        clauses.list.iter().position(|clause| {
            clause.parent == Some(number) && clause.kind == Kind::Aside && parsed.quoted(clause.head)
        })
    };
    content.or(around).or_else(beside)
}

/// Who says what a clause tells.
pub(super) fn source(parsed: &Parsed<'_>, clauses: &Clauses, number: usize, names: &Names<'_>) -> Option<String> {
    let clause = clauses.get(number)?;
    // "according to the police", to this clause or one around it.
    let heads = core::iter::once(clause.head).chain(clauses.around(number).map(|(_, around)| around.head));
    for head in heads {
        for child in parsed.tree.children(head) {
            if parsed.is(child, class::ATTRIBUTION) {
                let named = parsed.tree.child(child, |role| matches!(role, Role::Oblique | Role::Object | Role::Nmod));
                return speaker_at(parsed, named?, names);
            }
            if parsed.child_of(child, Role::Case, class::ATTRIBUTION).is_some() {
                return speaker_at(parsed, child, names);
            }
        }
    }
    let mut inner = clause;
    for (_, around) in clauses.around(number) {
        if inner.kind == Kind::Content && reports(parsed, around) && parsed.tree.role(inner.head) == Role::Ccomp {
            return speaker_at(parsed, around.subject?, names);
        }
        inner = around;
    }
    let main = clauses.around(number).last().map_or(number, |(number, _)| number);
    let aside = clauses
        .list
        .iter()
        .find(|aside| aside.kind == Kind::Aside && aside.parent == Some(main) && reports(parsed, aside))?;
    speaker_at(parsed, aside.subject?, names)
}

fn speaker_at(parsed: &Parsed<'_>, head: usize, names: &Names<'_>) -> Option<String> {
    if parsed.tree.pos(head) == Pos::Pron {
        return names.meaning(parsed, head);
    }
    let (first, last) = name_span(parsed, head)?;
    // "in what police said": no name.
    if parsed.tree.pos(first) == Pos::Adp || parsed.is(first, class::PREPOSITION) {
        return None;
    }
    let written = parsed.written(first, last);
    let name = names.full(written).unwrap_or(written);
    (!name.is_empty() && name.len() < LONGEST).then(|| String::from(name))
}
