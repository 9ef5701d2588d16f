//! Owners: the predicate or noun that a mention of time dates, found on the way up the tree.
//!
//! In: a parsed sentence, its clauses and its mentions. Out: each mention with what it dates, or that it dates nothing, and how sure that is.
//! It must never learn which dated clause is worth sentence.

use super::clause::{Clauses, Kind};
use super::parsed::Parsed;
use super::tree::Role;
use crate::base::date::Precision;
use crate::base::list::List;
use crate::events::owner::{self, Owned, in_name};
use crate::language::class;
use crate::syntax::Pos;
use crate::temporal::meaning::Base;
use crate::temporal::{Meaning, Signal};

/// A mention with what it dates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// The mention and, of a stretch, its second half. `owned.clause` is a clause of the tree.
    pub(super) owned: Owned,
    pub(super) governor: Governor,
    /// How sure the arcs between the mention and what it dates are, from 0 to 1.
    pub(super) sure: f32,
    /// First and last node of the mention, signal included.
    pub(super) nodes: (usize, usize),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Governor {
    /// The predicate of `owned.clause`.
    Verb,
    /// The same, by way of a noun: "won the seat in Thursday's election".
    Through(usize),
    /// A noun that tells an event itself: "the leak of the files in 2010".
    Noun(usize),
    /// A comparison, a name, a bracket.
    Nothing,
}

/// The mentions of a sentence with what they date.
pub(super) fn placed(parsed: &Parsed<'_>, clauses: &Clauses, played: bool) -> Vec<Placed> {
    owner::owned(parsed.sentence, played).into_iter().filter_map(|owned| place(parsed, clauses, owned)).list()
}

fn place(parsed: &Parsed<'_>, clauses: &Clauses, mut owned: Owned) -> Option<Placed> {
    let tree = &parsed.tree;
    let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
    let whole = owned.until.map_or(phrase, |until| phrase.join(until.dated.phrase.join(until.dated.span)));
    let inside = |place: usize| tree.node(place).is_some_and(|node| node.span.overlaps(whole));
    let first = (0..parsed.len()).find(|&place| inside(place))?;
    let last = (first..parsed.len()).take_while(|&place| inside(place)).last()?;
    let top = top(parsed, first, last)?;
    let mut placed = Placed { owned, governor: Governor::Nothing, sure: 1.0, nodes: (first, last) };
    let is_predicate = |place: usize| {
        clauses.of(place).and_then(|number| clauses.get(number)).is_some_and(|clause| clause.head == place)
    };
    // From the mention up to the word that hangs on a predicate.
    let mut argument = top;
    let mut noun = None;
    while let Some(head) = tree.head(argument).filter(|_| argument == top || !is_predicate(argument)) {
        placed.sure *= tree.node(argument).map_or(0.0, |node| node.sure);
        if is_predicate(head) {
            break;
        }
        noun = noun.or(Some(head));
        argument = head;
    }
    owned.clause = clauses.of(argument)?;
    // The mention is itself what a clause is made of: "It was Monday".
    if is_predicate(top) {
        owned.clause = clauses.of(tree.head(top).unwrap_or(top))?;
    }
    let range = owned.mention.dated.range?;
    let named = in_name(parsed.sentence, owned.mention, range) || in_title(parsed, &owned, first, last);
    if named || is_denied(parsed, first, last) {
        return Some(placed);
    }
    if let Some(number) = fronted(parsed, clauses, first, last) {
        owned.clause = number;
        owned.attributive = false;
        owned.label = parsed.word(last + 1) != ",";
        return Some(Placed { owned, governor: Governor::Verb, ..placed });
    }
    placed.governor = governor(parsed, clauses, &owned, top, noun, argument);
    if placed.governor == Governor::Verb {
        owned.clause = happening(parsed, clauses, owned.clause, first);
    }
    owned.attributive = !matches!(placed.governor, Governor::Verb);
    placed.owned = owned;
    Some(placed)
}

/// The node of a mention whose head lies outside, the nearest to the root where there are several.
fn top(parsed: &Parsed<'_>, first: usize, last: usize) -> Option<usize> {
    let tree = &parsed.tree;
    let outside = |&place: &usize| {
        tree.pos(place) != Pos::Punct && tree.head(place).is_none_or(|head| !(first..=last).contains(&head))
    };
    (first..=last).filter(outside).min_by_key(|&place| tree.upwards(place).count())
}

/// "the Today show": a word that counts from now, written like a name.
fn in_title(parsed: &Parsed<'_>, owned: &Owned, first: usize, last: usize) -> bool {
    let counted = matches!(owned.mention.dated.meaning, Meaning::Point(point) if point.base != Base::Open && !matches!(point.base, Base::Year(_)));
    let inside = first.checked_sub(1).is_some_and(|before| parsed.tree.pos(before) != Pos::Punct);
    counted && first == last && inside && parsed.is_capital(first)
}

/// "and not in 2015", "a year later than planned": a date that something did not keep.
fn is_denied(parsed: &Parsed<'_>, first: usize, last: usize) -> bool {
    first.checked_sub(1).is_some_and(|before| parsed.is(before, class::NOT)) || parsed.is(last + 1, class::THAN)
}

/// "On Saturday, a plant stopped", "closed on Friday and, on Saturday, a plant stopped": a date in front dates the next predicate.
fn fronted(parsed: &Parsed<'_>, clauses: &Clauses, first: usize, last: usize) -> Option<usize> {
    let comma = |place: usize| parsed.word(place) == ",";
    let joined = |place: usize| parsed.tree.pos(place) == Pos::Cconj;
    let begins = (0..first).all(|place| matches!(parsed.tree.pos(place), Pos::Punct | Pos::Cconj | Pos::Adv));
    let before =
        first.checked_sub(1).is_some_and(|before| joined(before) || comma(before) && before > 0 && joined(before - 1));
    // "2002 World Cup, we won bronze."
    let named = (last + 1..parsed.len()).take_while(|&place| parsed.tree.pos(place) == Pos::Propn).count();
    let event = begins && (1..LONGEST_NAME).contains(&named) && comma(last + 1 + named);
    let colon = begins && matches!(parsed.word(last + 1), ":" | "–" | "—");
    if !(comma(last + 1) || colon || event) || !(begins || before) {
        return None;
    }
    let next = clauses.list.iter().enumerate().filter(|(_, clause)| {
        clause.head > last
            && clause.tense.form == super::tense::Form::Finite
            && matches!(clause.kind, Kind::Main | Kind::Joined | Kind::Content | Kind::Aside)
            && clause.subject.is_none_or(|subject| subject > last || clause.borrowed)
    });
    next.min_by_key(|(_, clause)| clause.head).map(|(number, _)| number)
}

/// The name of an event that a year stands before has fewer words.
const LONGEST_NAME: usize = 5;

fn governor(
    parsed: &Parsed<'_>,
    clauses: &Clauses,
    owned: &Owned,
    top: usize,
    noun: Option<usize>,
    argument: usize,
) -> Governor {
    let tree = &parsed.tree;
    // "the quarter ended 30 September": the name of a stretch of time.
    let stretch = clauses.get(owned.clause).is_some_and(|clause| {
        clause.kind == Kind::Reduced
            && parsed.is(clause.head, class::HAPPEN)
            && tree
                .head(clause.head)
                .is_some_and(|noun| parsed.is(noun, class::TIME_NOUN) || parsed.mention(noun).is_some())
    });
    if stretch || is_compared(parsed, top, argument) || in_bracket(parsed, top) {
        return Governor::Nothing;
    }
    let Some(noun) = noun else { return Governor::Verb };
    let role = tree.role(top);
    let tells = parsed.is(noun, class::EVENT_NOUN) || is_deed(parsed, noun);
    let precise = owned.mention.dated.range.is_some_and(|range| range.precision < Precision::Year);
    let subject = tree.role(argument).is_subject();
    let preposition = tree.child(top, |role| role == Role::Case);
    if parsed.sentence.kind(owned.mention.end) == Some(crate::language::word::WordKind::Clitic)
        || role == Role::Possessor
    {
        return if tells || subject { Governor::Through(noun) } else { Governor::Nothing };
    }
    // "Westlund, the best player in 2016, left": what a name is called besides has its own time.
    let called = tree.role(noun) == Role::Appos
        && tree.children(noun).any(|child| matches!(tree.role(child), Role::Det | Role::Possessor));
    if called && !tells {
        return Governor::Nothing;
    }
    // "Six years ago Pope Benedict opened": no noun is called so.
    let counted = matches!(owned.mention.dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Shift(..)));
    if counted && preposition.is_none() && top < noun {
        return Governor::Verb;
    }
    let Some(preposition) = preposition else {
        // "a 2014 study warned"
        let says =
            clauses.get(owned.clause).is_some_and(|clause| parsed.is(clause.head, class::REPORT | class::SPEECH_ACT));
        return match role {
            Role::Amod | Role::Compound | Role::Nummod | Role::Flat if top < noun => {
                if subject && noun == argument && says {
                    Governor::Through(noun)
                } else if tells && tree.pos(noun) != Pos::Propn {
                    Governor::Noun(noun)
                } else if is_held_at(parsed, noun, argument) {
                    Governor::Through(noun)
                } else {
                    Governor::Nothing
                }
            }
            Role::Flat | Role::Compound if tree.pos(noun) == Pos::Propn => Governor::Nothing,
            _ if precise => Governor::Verb,
            _ => Governor::Nothing,
        };
    };
    if parsed.is(preposition, class::OF) {
        // "lost the finals of 1978 and 1991"
        let object = noun == argument && tree.role(noun) == Role::Object && parsed.is(noun, class::EVENT_NOUN);
        return match (tells, object) {
            (true, true) => Governor::Through(noun),
            (true, false) => Governor::Noun(noun),
            _ => Governor::Nothing,
        };
    }
    // "was charged over the call in May", "the leak of the files in 2010 led to": what is said of the noun is not said of the verb.
    let cause = tree.role(argument) == Role::Oblique
        && tree.children(argument).any(|child| tree.role(child) == Role::Case && parsed.is(child, class::AFTERMATH));
    match (subject, cause) {
        // "A storm on Sunday caused": on that day.
        (true, _) if tells && owned.mention.dated.range.is_some_and(|range| range.precision <= Precision::Day) => {
            Governor::Through(noun)
        }
        (true, _) | (_, true) if tells => Governor::Noun(noun),
        _ => Governor::Verb,
    }
}

/// "won bronze at the 2012 Games", "retired after the 2012 Games": what is told was then.
fn is_held_at(parsed: &Parsed<'_>, noun: usize, argument: usize) -> bool {
    let other = class::OF | class::AGENT | class::PETITION | class::RELATION | class::WITH;
    noun == argument
        && parsed.tree.role(noun) == Role::Oblique
        && parsed.tree.pos(noun) == Pos::Propn
        && parsed.tree.child(noun, |role| role == Role::Case).is_some_and(|case| !parsed.is(case, other))
}

/// "a call", "the leak": a noun that is a verb's base form too, and no name.
pub(super) fn is_deed(parsed: &Parsed<'_>, noun: usize) -> bool {
    parsed.tree.pos(noun) == Pos::Noun
        && parsed.is(noun, class::ANY_VERB)
        && parsed.has(noun, class::BASE)
        && !parsed.is(noun, class::PERSON_NOUN | class::TIME_NOUN)
}

/// "against 2.1% at Thursday's close", "than in 2019", "compared with last year".
fn is_compared(parsed: &Parsed<'_>, top: usize, argument: usize) -> bool {
    let tree = &parsed.tree;
    let compares = |place: usize| {
        tree.children(place).any(|child| {
            child < top
                && matches!(tree.role(child), Role::Case | Role::Mark | Role::Fixed)
                && parsed.is(child, class::RELATION)
                && parsed.mention(child).is_none()
        })
    };
    // "more orders than Airbus in 2005": what is compared has a name, not a date.
    let named = |place: usize| place != top && tree.pos(place) == Pos::Propn;
    let way = tree.upwards(top).take_while(|&place| place != argument);
    way.chain([argument]).any(|place| compares(place) && !named(place))
        || tree.head(top).is_some_and(|head| parsed.is(head, class::RELATION) && !parsed.is(head, class::ANY_VERB))
}

/// Whether a mention stands alone in a bracket: "(1932-2008)".
fn in_bracket(parsed: &Parsed<'_>, top: usize) -> bool {
    (0..top)
        .rev()
        .map(|place| parsed.word(place))
        .find(|word| matches!(*word, "(" | ")" | "[" | "]"))
        .is_some_and(|sign| matches!(sign, "(" | "["))
}

/// The clause that happens at a time given with another: "operations starting in April", "crashed while landing on Tuesday".
fn happening(parsed: &Parsed<'_>, clauses: &Clauses, number: usize, mention: usize) -> usize {
    let Some(clause) = clauses.get(number) else { return number };
    let Some(parent) = clause.parent else { return number };
    let gerund = clause.tense.form == super::tense::Form::Gerund && clause.tense.auxiliaries == 0;
    // "held a drill last month testing its crews": a date in front of a bare participle is that of the verb before.
    let bare = clause.tense.auxiliaries == 0
        && matches!(clause.tense.form, super::tense::Form::Gerund | super::tense::Form::Participle);
    if bare
        && mention < clause.head
        && matches!(clause.kind, Kind::Adverbial | Kind::Reduced)
        && mention == tree_first(parsed, clause.head)
    {
        return parent;
    }
    let starts = gerund && parsed.is(clause.head, class::HAPPEN) && clause.head + 1 == mention;
    let meanwhile = gerund
        && clause.kind == Kind::Adverbial
        && parsed.child_of(clause.head, Role::Mark, class::WHILE | class::WHEN).is_some();
    if starts || meanwhile { parent } else { number }
}

fn tree_first(parsed: &Parsed<'_>, head: usize) -> usize {
    parsed.tree.edge(head).0
}

/// Whether a mention opens a stretch that lasts: "since May".
pub(super) fn is_since(placed: &Placed) -> bool {
    placed.owned.mention.dated.signal == Some(Signal::Since)
}
