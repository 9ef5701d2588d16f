//! The story so far: what later sentences take over from earlier ones.
//!
//! In: sentences in order. Out: whom a pronoun means, the last date told, the date of the lead.
//! It must never learn what becomes an event.

use super::clause::ClauseKind;
use super::lexicon as class;
use super::telling::Telling;
use super::verb::Form;
use crate::date::Extent;

/// What is remembered from sentence to sentence.
#[derive(Default)]
pub(super) struct Story {
    /// The subject of the last sentence that named one.
    subject: Option<Subject>,
    /// The last subject that may be a person.
    person: Option<Subject>,
    /// Last exact date told in this paragraph.
    pub(super) day: Option<Extent>,
    /// The date of the lead.
    pub(super) lead: Option<Extent>,
    block: Option<usize>,
}

#[derive(Clone)]
struct Subject {
    name: String,
    plural: bool,
    /// Two names or more without an article: a person, as far as one can see.
    person: bool,
    /// One name or a title and a name.
    named: bool,
}

impl Story {
    /// A new sentence: a new paragraph forgets the date.
    pub(super) fn enter(&mut self, telling: &Telling<'_>) {
        if self.block != telling.block {
            self.block = telling.block;
            self.day = None;
        }
    }

    /// Remembers the subject of the sentence's first clause.
    pub(super) fn learn(&mut self, telling: &Telling<'_>) {
        let mut clauses = telling.clauses.list.iter().enumerate();
        let main = clauses.find(|(_, clause)| {
            clause.kind == ClauseKind::Main && clause.verb.is_some_and(|verb| verb.form == Form::Finite)
        });
        let Some((number, clause)) = main else { return };
        let Some(words) = telling.name_in(telling.subject(clause, number)) else { return };
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
        let name = telling.written(first, last + 1);
        if telling.is(first, class::SUBJECT_PRONOUN | class::PRONOUN) || name.len() > 60 || name.is_empty() {
            return;
        }
        let capital = |&word: &usize| telling.words.get(word).is_some_and(|word| word.capital);
        let article = telling.is(first, class::DETERMINER);
        let named = !article && capital(&last);
        let person = named && words.len() > 1 && words.iter().all(capital);
        let many = telling.words.get(last).is_some_and(|word| word.plural && !word.capital);
        let plural = telling.any(&words, class::COORDINATOR) || many;
        let subject = Subject { name: String::from(name), plural, person, named };
        if named && !plural {
            self.person = Some(subject.clone());
        }
        self.subject = Some(subject);
    }

    /// Whom a pronoun means: one person or more must agree with how the subject before looks.
    pub(super) fn meaning_of(&self, telling: &Telling<'_>, pronoun: usize) -> Option<&str> {
        let is_person = telling.is(pronoun, class::PERSON);
        let named = self.subject.as_ref().is_some_and(|subject| subject.named && !subject.plural);
        let subject = if is_person && !named { self.person.as_ref()? } else { self.subject.as_ref()? };
        let fits = if is_person {
            subject.named && !subject.plural
        } else if telling.is(pronoun, class::MANY) {
            subject.plural
        } else {
            !subject.plural && !subject.person
        };
        fits.then_some(subject.name.as_str())
    }

    /// The subject before, whatever it is: the speaker behind "she said".
    pub(super) fn subject(&self) -> Option<&str> {
        self.subject.as_ref().map(|subject| subject.name.as_str())
    }
}
