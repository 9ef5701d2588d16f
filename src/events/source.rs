//! Sources: who says what a clause tells.
//!
//! In: a sentence and one of its clauses. Out: the speaker in the article's own words, and what a verb of saying introduces.
//! It must never learn whether the claim is dated.

use super::clause::verb::VerbForm;
use super::clause::{Clause, ClauseKind};
use super::sentence::Sentence;
use crate::base::find;
use crate::base::list::List;
use crate::language::class;
use crate::language::word::{Word, WordKind};

/// Longer names are no names but half sentences.
const LONGEST: usize = 100;

/// Who says what a clause tells; `subject` is who a pronoun stands for.
pub(super) fn source(sentence: &Sentence<'_>, number: usize, subject: Option<&str>) -> Option<String> {
    let list = &sentence.clauses.list;
    if let Some(attribution) = list.iter().find(|clause| clause.kind == ClauseKind::Attribution) {
        // "according to the police": the name begins behind the two words.
        let name = sentence.written(attribution.first + 2, attribution.end);
        return Some(String::from(find::trim_end(name, ",. "))).filter(|name| !name.is_empty());
    }
    let mut inner = number;
    for _ in 0..6 {
        let clause = list.get(inner)?;
        let Some(parent) = clause.parent.filter(|&parent| parent < inner) else { break };
        let above = list.get(parent)?;
        if clause.kind == ClauseKind::Content && reports(above) {
            return speaker(sentence, parent, above, subject);
        }
        inner = parent;
    }
    let mut behind = list.iter().enumerate().skip(number + 1);
    let (tail, clause) = behind.find(|(_, clause)| clause.kind == ClauseKind::Main && reports(clause))?;
    if tail + 1 == list.len() { speaker(sentence, tail, clause, subject) } else { None }
}

/// Whether a clause says that somebody says something.
pub(super) fn reports(clause: &Clause) -> bool {
    clause.verb.is_some_and(|verb| verb.classes & class::REPORT != 0 && !verb.passive && verb.form == VerbForm::Finite)
}

/// What a verb of saying introduces: the clause behind "that", inside the quotation, or in front of ", he said".
pub(super) fn content<'a>(sentence: &'a Sentence<'_>, report: usize) -> Option<(usize, &'a Clause)> {
    let list = &sentence.clauses.list;
    let said =
        |clause: &Clause| clause.parent == Some(report) && clause.kind == ClauseKind::Content && clause.verb.is_some();
    list.iter().enumerate().find(|(_, clause)| said(clause)).or_else(|| {
        let clause = list.get(report)?;
        let mut front = list.iter().enumerate().take(report);
        let told = front
            .find(|(_, clause)| clause.verb.is_some() && matches!(clause.kind, ClauseKind::Main | ClauseKind::Content));
        told.filter(|_| clause.kind == ClauseKind::Main && reports(clause))
    })
}

fn speaker(sentence: &Sentence<'_>, number: usize, clause: &Clause, subject: Option<&str>) -> Option<String> {
    let mut words = sentence.subject(clause, number);
    if !words.iter().any(|&word| sentence.words.get(word).is_some_and(Word::is_nominal)) {
        // "said the mayor"
        let end = clause.verb?.end;
        words = (end..clause.end)
            .take_while(|&word| !matches!(sentence.kind(word), Some(WordKind::Comma | WordKind::Stop)))
            .list();
    }
    let words = sentence.name_in(words)?;
    let (first, last) = (words.first()?, words.last()?);
    if first == last && sentence.is(*first, class::SUBJECT_PRONOUN) {
        return subject.map(String::from);
    }
    Some(String::from(sentence.written(*first, last + 1))).filter(|name| !name.is_empty() && name.len() < LONGEST)
}
