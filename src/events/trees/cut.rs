//! Cuts: which words of a clause a title leaves out.
//!
//! In: a clause of a parsed sentence and the mentions that date it. Out: for each node whether it stays.
//! It must never learn who a pronoun means, nor cut what restricts a noun, completes a verb, or stands inside a list or a quotation.

use super::clause::{Clause, Clauses, Kind};
use super::owner::Placed;
use super::parsed::Parsed;
use super::tree::Role;
use crate::base::list::List;
use crate::language::class;
use crate::syntax::Pos;
use crate::temporal::{Meaning, Signal};

/// The nodes of a clause, and what is kept of them.
pub(super) struct Cut {
    pub(super) kept: Vec<bool>,
    /// The least sure arc at which something was cut.
    pub(super) sure: f32,
}

/// How much is cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Depth {
    /// What no title can hold: the date, the attribution, what stands before the clause.
    Firm,
    /// What adds and does not restrict, too.
    Loose,
    /// Circumstances at the end, too, until no more than so many bytes are left.
    Tight(usize),
}

/// What a title says of a clause.
pub(super) fn cut(parsed: &Parsed<'_>, clauses: &Clauses, number: usize, placed: &[Placed], depth: Depth) -> Cut {
    let mut cut = Cut { kept: vec![false; parsed.len()], sure: 1.0 };
    let Some(clause) = clauses.get(number) else { return cut };
    let (first, last) = parsed.tree.edge(clause.head);
    for place in first..=last {
        let under = parsed.tree.is_under(place, clause.head);
        if let Some(kept) = cut.kept.get_mut(place) {
            *kept = under;
        }
    }
    for placed in placed
        .iter()
        .filter(|placed| placed.owned.clause == number && !matches!(placed.governor, super::owner::Governor::Nothing))
    {
        remove_mention(parsed, placed, &mut cut);
    }
    for place in first..=last {
        if !cut.kept.get(place).copied().unwrap_or(false) || place == clause.head {
            continue;
        }
        let of_clause = parsed.tree.head(place) == Some(clause.head);
        let joins = place == first && parsed.tree.pos(place) == Pos::Cconj && parsed.tree.edge(place) == (place, place);
        let gone = joins
            || of_clause && goes(parsed, clause, place)
            || is_bracketed(parsed, place)
            || depth != Depth::Firm && is_loose(parsed, clauses, clause, place, placed);
        if gone {
            cut.sure = cut.sure.min(parsed.tree.node(place).map_or(0.0, |node| node.sure));
            remove(parsed, place, &mut cut);
        }
    }
    if let Depth::Tight(most) = depth {
        tighten(parsed, clause, most, &mut cut);
    }
    cut
}

/// Leaves out what follows some sign, or a word that opens a clause, so that what stands before is at most so long: the last such place that no
/// arc crosses save those of what adds and does not complete. `length` tells how long what is kept would be.
pub(super) fn shorten(
    parsed: &Parsed<'_>,
    clause: &Clause,
    kept: &mut [bool],
    most: usize,
    length: impl Fn(&[bool]) -> usize,
) -> bool {
    let tree = &parsed.tree;
    let (_, last) = tree.edge(clause.head);
    for place in (clause.head + 2..=last).rev() {
        if kept.get(place) != Some(&true) {
            continue;
        }
        let sign = PAUSES.contains(&parsed.word(place));
        let opens = tree.role(place) == Role::Mark && !parsed.is(place, class::TO)
            || parsed.is(place, class::RELATIVE) && tree.pos(place) == Pos::Pron;
        if !(sign || opens) {
            continue;
        }
        let from = if sign { place + 1 } else { place };
        let crossing = |node: usize| tree.head(node).is_some_and(|head| head < from && kept.get(head) == Some(&true));
        let loose = |node: usize| {
            let joined = tree.role(node) == Role::Conj
                && tree.pos(node) == Pos::Verb
                && tree.child(node, Role::is_subject).is_some();
            joined
                || tree.pos(node) == Pos::Punct
                || matches!(tree.role(node), Role::Advcl | Role::Cc)
                || tree.role(node) == Role::Relative && tree.head(node).is_some_and(|noun| tree.pos(noun) == Pos::Propn)
                || sign
                    && matches!(
                        tree.role(node),
                        Role::Parataxis | Role::Appos | Role::Relative | Role::Acl | Role::Oblique
                    )
        };
        // Nothing in front hangs on what is left out either.
        let held = (0..from).any(|node| {
            let inside = kept.get(node) == Some(&true) && tree.pos(node) != Pos::Punct;
            inside && tree.head(node).is_some_and(|head| head >= from)
        });
        let back = tree.edge(clause.head).0..from;
        if held || !(from..=last).filter(|&node| kept.get(node) == Some(&true) && crossing(node)).all(loose) {
            continue;
        }
        // "A, B and C": no list is cut.
        let cc = parsed.tree.pos(from) == Pos::Cconj
            && tree.head(from).is_none_or(|head| tree.child(head, Role::is_subject).is_none());
        let mut shorter = kept.iter().enumerate().map(|(node, kept)| *kept && node < place).list();
        if !cc && back.contains(&clause.head) && length(&shorter) <= most {
            kept.swap_with_slice(&mut shorter);
            return true;
        }
    }
    false
}

/// Signs that a sentence may end at.
const PAUSES: [&str; 7] = [",", "–", "—", ";", "--", "-", "_"];

/// Takes out circumstances from the end until what is left fits.
fn tighten(parsed: &Parsed<'_>, clause: &Clause, most: usize, cut: &mut Cut) {
    let (first, last) = parsed.tree.edge(clause.head);
    // "After two weeks of talks, the army": what stands in front of a comma goes first.
    let front = parsed.tree.children(clause.head).find(|&child| {
        let (from, to) = parsed.tree.edge(child);
        let fronted = matches!(parsed.tree.role(child), Role::Oblique | Role::Advcl);
        fronted && child < clause.tense.first && from == first && (parsed.word(to) == "," || parsed.word(to + 1) == ",")
    });
    let length = |cut: &Cut| -> usize {
        (first..=last)
            .filter(|&place| cut.kept.get(place) == Some(&true))
            .map(|place| parsed.word(place).len() + 1)
            .sum()
    };
    if let Some(front) = front.filter(|_| length(cut) > most) {
        remove(parsed, front, cut);
    }
    for place in (first..=last).rev() {
        let length: usize = (first..=last)
            .filter(|&place| cut.kept.get(place) == Some(&true))
            .map(|place| parsed.word(place).len() + 1)
            .sum();
        if length <= most {
            return;
        }
        let Some(top) = parsed.tree.upwards(place).find(|&top| is_circumstance(parsed, clause, top)) else { continue };
        if parsed.tree.edge(top).1 == place || cut.kept.get(place) == Some(&true) {
            cut.sure = cut.sure.min(parsed.tree.node(top).map_or(0.0, |node| node.sure));
            remove(parsed, top, cut);
        }
    }
}

/// What a clause can do without: an adjunct behind its object, a clause that says why or how, what is said of an indefinite noun.
fn is_circumstance(parsed: &Parsed<'_>, clause: &Clause, top: usize) -> bool {
    let tree = &parsed.tree;
    let chain = tree
        .upwards(tree.head(top).unwrap_or(top))
        .take_while(|&above| above != clause.head)
        .all(|above| matches!(tree.role(above), Role::Ccomp | Role::Xcomp | Role::Advcl));
    let of_clause = chain && top > clause.head;
    let complete = tree
        .child(clause.head, |role| matches!(role, Role::Object | Role::Ccomp | Role::Xcomp | Role::SubjectPassive))
        .is_some();
    let indefinite = tree.head(top).is_some_and(|noun| {
        !tree.children(noun).any(|child| {
            matches!(tree.role(child), Role::Det | Role::Possessor)
                && (parsed.is(child, class::DEFINITE | class::POSSESSIVE) || tree.role(child) == Role::Possessor)
        })
    });
    match tree.role(top) {
        Role::Advcl => of_clause,
        Role::Oblique => of_clause && complete,
        Role::Conj => of_clause,
        Role::Relative | Role::Acl => indefinite && top > clause.head,
        _ => false,
    }
}

fn remove(parsed: &Parsed<'_>, top: usize, cut: &mut Cut) {
    let (first, last) = parsed.tree.edge(top);
    for place in first..=last {
        if parsed.tree.is_under(place, top)
            && let Some(kept) = cut.kept.get_mut(place)
        {
            *kept = false;
        }
    }
}

/// Takes out the words of a mention, with the little words that go with it: "only", "late", "back".
fn remove_mention(parsed: &Parsed<'_>, placed: &Placed, cut: &mut Cut) {
    let tree = &parsed.tree;
    let (mut first, last) = placed.nodes;
    if let super::owner::Governor::Through(_) | super::owner::Governor::Noun(_) = placed.governor {
        // "Thursday's election", "the 2014 study": the noun needs its article, not its date.
        let genitive = parsed.sentence.kind(placed.owned.mention.end) == Some(crate::language::word::WordKind::Clitic);
        if genitive {
            // "in Thursday's election" would lose its article.
            return;
        }
    }
    // "until" says when something ended: without it the title would say that it began.
    let until = placed.owned.mention.dated.signal == Some(Signal::Until);
    if until || !is_closed(parsed, first, last) || is_argument(parsed, first, last) {
        return;
    }
    // "at the end of", "on", "as of": whatever hangs on the mention's words from the left.
    while let Some(before) = first.checked_sub(1) {
        let hangs = tree.upwards(before).take(3).any(|above| (placed.nodes.0..=last).contains(&above));
        // "Back in 2015", "so far this year"
        let opens = tree.pos(before) == Pos::Adv && tree.edge(before) == (before, before);
        let opens = opens && tree.head(before).is_some_and(|head| before == tree.edge(head).0);
        let focus = parsed.is(before, class::FOCUS) && tree.role(before) == Role::Advmod || opens;
        if !(hangs && tree.pos(before) != Pos::Punct || focus) || parsed.is(before, class::NOT) {
            break;
        }
        first = before;
    }
    for place in first..=last {
        if let Some(kept) = cut.kept.get_mut(place) {
            *kept = false;
        }
    }
}

/// Whether nothing but little words hangs on a mention's words, and they hang together: "on Monday and Tuesday nights" does not let Monday go.
fn is_closed(parsed: &Parsed<'_>, first: usize, last: usize) -> bool {
    let tree = &parsed.tree;
    let inside = |place: usize| (first..=last).contains(&place);
    let little = |place: usize| {
        tree.pos(place) == Pos::Punct || matches!(tree.role(place), Role::Case | Role::Advmod | Role::Det | Role::Mark)
    };
    let hanging = (first..=last).flat_map(|place| tree.children(place)).all(|child| inside(child) || little(child));
    let joined = (first..=last).any(|place| {
        tree.head(place).is_some_and(|head| !inside(head))
            && (matches!(tree.role(place), Role::Conj | Role::Compound | Role::Amod)
                || tree.pos(place) != Pos::Punct && tree.role(place) == Role::Nummod)
    });
    hanging && !joined
}

/// "The third quarter belonged to", "opened the second quarter": who or what a verb is about, not when.
fn is_argument(parsed: &Parsed<'_>, first: usize, last: usize) -> bool {
    let tree = &parsed.tree;
    (first..=last).any(|place| {
        let outside = tree.head(place).is_some_and(|head| !(first..=last).contains(&head));
        let object = || {
            let month = parsed.mention(place).and_then(|number| parsed.sentence.mentions.get(number)).is_some_and(
                |mention| matches!(mention.dated.meaning, Meaning::Point(point) if point.month.is_some() && point.weekday.is_none()),
            );
            tree.role(place) == Role::Object && (month || tree.children(place).any(|child| parsed.is(child, class::ARTICLE)))
        };
        outside && (tree.role(place).is_subject() || object())
    })
}

/// What a title never begins or ends with: connectives, "that", ", he said", "according to".
fn goes(parsed: &Parsed<'_>, clause: &Clause, place: usize) -> bool {
    let tree = &parsed.tree;
    if clause.subject == Some(place) {
        return false;
    }
    match tree.role(place) {
        Role::Discourse | Role::Vocative => true,
        Role::Cc => place < clause.tense.first,

        Role::Mark => place < clause.tense.first && !parsed.is(place, class::TO),
        Role::Advmod | Role::Object | Role::Oblique
            if parsed.is(place, class::RELATIVE | class::WHEN)
                && place < clause.tense.first
                && clause.kind != Kind::Main =>
        {
            true
        }
        Role::Advmod => {
            let apart = parsed.is_apart(place, place);
            parsed.is(place, class::CONNECTIVE) || place < clause.head && apart.1 && tree.edge(place) == (place, place)
        }
        Role::Parataxis => {
            let (first, last) = tree.edge(place);
            let (before, behind) = parsed.is_apart(first, last);
            let whole = tree.pos(place) != Pos::Verb || tree.child(place, Role::is_subject).is_some();
            whole && (before || behind)
        }
        Role::Oblique => parsed.child_of(place, Role::Case, class::ATTRIBUTION).is_some(),
        Role::Advcl => parsed.is(place, class::ATTRIBUTION),
        _ => false,
    }
}

/// Inside brackets.
fn is_bracketed(parsed: &Parsed<'_>, place: usize) -> bool {
    let (first, last) = parsed.tree.edge(place);
    let word = |place: usize| parsed.word(place);
    matches!(word(first), "(" | "[") && matches!(word(last), ")" | "]")
        || first > 0 && matches!(word(first - 1), "(" | "[") && matches!(word(last + 1), ")" | "]")
}

/// What adds and does not restrict: set apart by commas.
fn is_loose(parsed: &Parsed<'_>, clauses: &Clauses, clause: &Clause, place: usize, placed: &[Placed]) -> bool {
    let tree = &parsed.tree;
    let (first, last) = tree.edge(place);
    let (before, behind) = parsed.is_apart(first, last);
    let ends = last + 1 >= tree.edge(clause.head).1;
    match tree.role(place) {
        Role::Relative | Role::Acl => before,
        Role::Appos => before && (behind || ends),
        Role::Advcl => {
            // "crashed, killing five": what came of it is the news.
            let outcome = place > clause.head
                && parsed.has(place, class::ING)
                && tree.child(place, |role| role == Role::Mark).is_none();
            // "was built, but it burned, causing": said of what comes before it.
            let across = tree.children(clause.head).any(|child| {
                tree.role(child) == Role::Conj
                    && (clause.head + 1..place).contains(&child)
                    && clauses.of(child) != clauses.of(clause.head)
            });
            before && (behind || ends) && (!outcome || across)
                || place < clause.head && behind && tree.head(place) == Some(clause.head)
        }
        // "forces, alongside militias, have advanced"
        Role::Nmod | Role::Oblique => {
            before
                && behind
                && place < clause.head
                && first > tree.edge(clause.head).0
                && tree.child(place, |role| role == Role::Case).is_some()
        }
        Role::Conj => {
            // Another clause, with a subject of its own or behind a comma.
            let other = clauses
                .of(place)
                .and_then(|number| clauses.get(number))
                .filter(|other| other.head == place && other.kind == Kind::Joined);
            let dated = |number: usize| placed.iter().any(|placed| placed.owned.clause == number);
            other.is_some_and(|other| !other.borrowed || clauses.of(other.head).is_some_and(dated))
                && tree.head(place) == Some(clause.head)
        }
        _ => false,
    }
}
