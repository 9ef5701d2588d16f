//! Clauses: the predicates of a sentence, how each hangs on another, and who or what does it.
//!
//! In: a parsed sentence. Out: its clauses, an outer one before those inside it, and the clause of each node.
//! It must never learn which of them are dated.

use super::owner::is_deed;
use super::parsed::Parsed;
use super::tense::{Form, Tense, tense};
use super::tree::Role;
use crate::base::list::List;
use crate::language::class;
use crate::syntax::Pos;

/// One predicate with what hangs on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clause {
    pub(super) head: usize,
    pub(super) kind: Kind,
    /// The clause it hangs on, by number.
    pub(super) parent: Option<usize>,
    pub(super) subject: Option<usize>,
    /// The subject stands with another predicate: it is taken over from there.
    pub(super) borrowed: bool,
    pub(super) tense: Tense,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Main,
    /// "and went"
    Joined,
    /// "that he went", "who went" as an object or a subject
    Content,
    /// "to go" behind "wants"
    Open,
    /// "when he went", "going home"
    Adverbial,
    /// "who went"
    Relative,
    /// "born in Oslo" behind a noun
    Reduced,
    /// Set beside the sentence: ", he said", "(he went)"
    Aside,
}

/// The clauses of a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Clauses {
    pub(super) list: Vec<Clause>,
    /// For each node the number of its clause.
    numbers: Vec<Option<usize>>,
}

impl Clauses {
    pub(super) fn get(&self, number: usize) -> Option<&Clause> {
        self.list.get(number)
    }

    /// The clause whose predicate is nearest above a node.
    pub(super) fn of(&self, place: usize) -> Option<usize> {
        self.numbers.get(place).copied().flatten()
    }

    /// The clauses a clause stands in, nearest first.
    pub(super) fn around(&self, number: usize) -> impl Iterator<Item = (usize, &Clause)> {
        let mut above = self.get(number).and_then(|clause| clause.parent);
        core::iter::from_fn(move || {
            let number = above?;
            let clause = self.get(number)?;
            above = clause.parent.filter(|&parent| parent != number);
            Some((number, clause))
        })
        .take(self.list.len())
    }
}

/// Finds the clauses of a sentence.
pub(super) fn clauses(parsed: &Parsed<'_>) -> Clauses {
    let tree = &parsed.tree;
    // Outer predicates first: by the length of the way up.
    let mut order = (0..parsed.len()).map(|place| (tree.upwards(place).count(), place)).list();
    crate::base::order::sort_by(&mut order, Ord::cmp);
    let mut clauses = Clauses { list: Vec::new(), numbers: vec![None; parsed.len()] };
    for (_, place) in order {
        let parent = tree.head(place).and_then(|head| clauses.of(head));
        let number = match kind(parsed, &clauses, place, parent) {
            Some(kind) => {
                let clause = clause(parsed, &clauses, place, kind, parent);
                clauses.list.push(clause);
                Some(clauses.list.len() - 1)
            }
            None => parent,
        };
        if let Some(slot) = clauses.numbers.get_mut(place) {
            *slot = number;
        }
    }
    clauses
}

/// What kind of clause a node heads; `None` for a word inside one.
fn kind(parsed: &Parsed<'_>, clauses: &Clauses, place: usize, parent: Option<usize>) -> Option<Kind> {
    let tree = &parsed.tree;
    let role = tree.role(place);
    let of_subject = tree.child(place, Role::is_subject).is_some();
    let carried = tree.child(place, |role| matches!(role, Role::Cop | Role::Aux | Role::AuxPassive));
    // "a coalition following an election": a preposition that looks like a verb.
    if parsed.is(place, class::PREPOSITION) && matches!(role, Role::Acl | Role::Advcl) && !of_subject {
        return None;
    }
    let predicate = matches!(tree.pos(place), Pos::Verb | Pos::Aux) || of_subject || carried.is_some();
    Some(match role {
        _ if tree.head(place).is_none() => Kind::Main,
        Role::Conj if predicate => {
            let first = tree.head(place)?;
            // "a man who fell and a woman": joined to a noun, it is no clause.
            let joined = clauses.get(parent?).is_some_and(|clause| clause.head == first);
            if joined || of_subject { Kind::Joined } else { return None }
        }
        Role::Ccomp | Role::Csubj if predicate => Kind::Content,
        Role::Xcomp if matches!(tree.pos(place), Pos::Verb) => Kind::Open,
        Role::Advcl if predicate => Kind::Adverbial,
        Role::Relative if predicate => Kind::Relative,
        Role::Acl if predicate && relative_word(parsed, place).is_some() => Kind::Relative,
        Role::Acl if predicate => Kind::Reduced,
        Role::Parataxis if predicate => Kind::Aside,
        _ => return None,
    })
}

/// The "who" or "that" of a relative clause.
pub(super) fn relative_word(parsed: &Parsed<'_>, head: usize) -> Option<usize> {
    let (first, _) = parsed.tree.edge(head);
    (first..head).find(|&place| {
        parsed.is(place, class::RELATIVE) && parsed.tree.pos(place) == Pos::Pron && parsed.tree.is_under(place, head)
    })
}

/// A noun without a preposition in front of a finite verb that has no subject: it can be nothing else.
fn unnamed_subject(parsed: &Parsed<'_>, head: usize, tense: Tense) -> Option<usize> {
    let tree = &parsed.tree;
    if tense.form != Form::Finite {
        return None;
    }
    tree.children(head).find(|&child| {
        child < tense.first
            && matches!(tree.pos(child), Pos::Noun | Pos::Propn | Pos::Pron)
            && parsed.mention(child).is_none()
            && !matches!(tree.role(child), Role::Expletive | Role::Object)
            && tree.child(child, |role| matches!(role, Role::Case | Role::Mark)).is_none()
    })
}

/// The noun right in front of the comma that a participle stands behind, with all that hangs on it.
fn antecedent_before(parsed: &Parsed<'_>, head: usize) -> Option<usize> {
    let tree = &parsed.tree;
    let above = tree.head(head).filter(|&above| above < head)?;
    let (first, _) = tree.edge(head);
    let comma = (first.saturating_sub(1)..=first).find(|&place| parsed.word(place) == ",")?;
    tree.children(above).find(|&child| {
        child > above
            && tree.edge(child).1 + 1 == comma
            && matches!(tree.pos(child), Pos::Noun | Pos::Propn)
            && matches!(tree.role(child), Role::Object | Role::Oblique)
    })
}

/// "two houses on the site, built in the 1870s": what stands apart is said of the houses, not of where they are.
fn whole_before(parsed: &Parsed<'_>, head: usize, noun: usize, kind: Kind) -> usize {
    let tree = &parsed.tree;
    let apart = kind == Kind::Reduced && parsed.is_apart(tree.edge(head).0, head).0;
    let place = |noun: usize| {
        let case = tree.child(noun, |role| role == Role::Case);
        tree.role(noun) == Role::Nmod
            && tree.pos(noun) == Pos::Noun
            && case.is_some_and(|case| !parsed.is(case, class::OF | class::PETITION | class::WITH | class::AGENT))
    };
    tree.head(noun).filter(|&above| apart && place(noun) && tree.pos(above) == Pos::Noun).unwrap_or(noun)
}

fn clause(parsed: &Parsed<'_>, clauses: &Clauses, head: usize, kind: Kind, parent: Option<usize>) -> Clause {
    let tree = &parsed.tree;
    let above = parent.and_then(|parent| clauses.get(parent));
    let joined = above.filter(|_| kind == Kind::Joined);
    let tense = tense(parsed, head, joined.map(|above| above.tense));
    let own = tree.child(head, Role::is_subject).or_else(|| unnamed_subject(parsed, head, tense));
    let antecedent = tree.head(head).filter(|_| matches!(kind, Kind::Relative | Kind::Reduced));
    let antecedent = antecedent.map(|noun| whole_before(parsed, head, noun, kind));
    // "an offensive to take the city that began in May": what begins is an event.
    let happens = |noun: usize| parsed.is(noun, class::EVENT_NOUN) || is_deed(parsed, noun);
    let antecedent = antecedent.map(|noun| {
        let event =
            tree.upwards(noun).take_while(|&above| tree.role(above) != Role::Root).find(|&above| happens(above));
        event.filter(|_| parsed.is(head, class::HAPPEN) && !happens(noun)).unwrap_or(noun)
    });
    let (subject, borrowed) = match (own, kind) {
        // "the firm that failed": "that" is the firm.
        (Some(own), Kind::Relative) if parsed.is(own, class::RELATIVE) => (antecedent, true),
        (Some(own), _) => (Some(own), false),
        (None, Kind::Reduced) if tense.form != Form::Infinitive => (antecedent, true),
        // "showed claims had risen": the object in front of a told clause is its subject.
        (None, Kind::Content) if tense.form == Form::Finite => {
            let object = tree.head(head).and_then(|above| tree.child(above, |role| role == Role::Object));
            let beside = object.filter(|&object| tree.edge(object).1 + 1 == tree.edge(head).0);
            (beside, beside.is_some())
        }
        // "the treaty, signed in 1996": set behind a comma, it tells of the noun before it.
        (None, Kind::Adverbial) if tense.form == Form::Participle && antecedent_before(parsed, head).is_some() => {
            (antecedent_before(parsed, head), true)
        }
        (None, Kind::Joined) if joined.is_some_and(|above| above.tense.form == Form::Participle && above.borrowed) => {
            (above.and_then(|above| above.subject), true)
        }
        (None, Kind::Joined | Kind::Adverbial) => (above.and_then(|above| above.subject), true),
        // "asked him to go": the object goes.
        (None, Kind::Open) => {
            let object = tree.head(head).and_then(|above| tree.child(above, |role| role == Role::Object));
            (object.filter(|&object| object < head).or(above.and_then(|above| above.subject)), true)
        }
        _ => (None, false),
    };
    Clause { head, kind, parent, subject, borrowed, tense }
}
