//! Noun phrases: how far a name reaches, what is said of it, and whether it is one or many.
//!
//! In: a noun in a parsed sentence. Out: its words. It must never learn who is meant by it.

use super::parsed::Parsed;
use super::tree::Role;
use crate::base::find;
use crate::base::list::List;
use crate::language::{class, lower};
use crate::syntax::Pos;

/// Whether a noun is more than one.
pub(super) fn is_plural(parsed: &Parsed<'_>, head: usize) -> bool {
    let place = parsed
        .tree
        .node(head)
        .map_or(0, |node| parsed.sentence.words.partition_point(|word| word.span.end <= node.span.start));
    // The first word of a sentence has its capital anyway.
    let noun = parsed.tree.pos(head) == Pos::Noun || head == 0 && parsed.tree.pos(head) == Pos::Propn;
    noun && parsed.sentence.words.get(place).is_some_and(|word| word.plural)
}

/// First and last node of a name: "President Teresa Alvim", "the city council".
pub(super) fn name_span(parsed: &Parsed<'_>, head: usize) -> Option<(usize, usize)> {
    let tree = &parsed.tree;
    let name = tree.pos(head) == Pos::Propn;
    let belongs = |child: &usize| match tree.role(*child) {
        Role::Flat | Role::Compound | Role::Goeswith => true,
        Role::Amod => !name || parsed.is_capital(*child),
        // "Manager Frank Dorn"
        Role::Appos => {
            let start = tree.edge(*child).0;
            start == head + 1 && tree.pos(*child) == Pos::Propn && tree.pos(start) != Pos::Punct
        }
        Role::Det | Role::Nummod | Role::Possessor => !name,
        Role::Nmod => {
            // "the University of New Mexico"
            let of = tree.child(*child, |role| role == Role::Case).is_some_and(|case| parsed.is(case, class::OF));
            of && *child > head
        }
        _ => false,
    };
    let parts = tree.children(head).filter(belongs).list();
    let mut first = head;
    for &part in parts.iter().rev().filter(|&&part| part < head) {
        let (start, end) = tree.edge(part);
        if end + 1 != first {
            break;
        }
        first = start;
    }
    let mut last = head;
    for &part in parts.iter().filter(|&&part| part > head) {
        let (start, end) = tree.edge(part);
        if start != last + 1 {
            break;
        }
        last = end;
    }
    (!(first..=last)
        .any(|place| parsed.mention(place).is_some() || tree.pos(place) == Pos::Punct && parsed.word(place) == ","))
    .then_some((first, last))
}

/// The nouns said of a name: in front of it, beside it, or behind "is".
pub(super) fn nouns_of(parsed: &Parsed<'_>, head: usize) -> Vec<String> {
    let tree = &parsed.tree;
    let mut nouns = Vec::new();
    for child in tree.children(head) {
        let beside = matches!(tree.role(child), Role::Appos | Role::Compound | Role::Flat);
        // "Control" in "Disease Control" is part of the name; "Mayor" in "Mayor Alvim" is said of it.
        if beside
            && (!parsed.is_capital(child) || parsed.is(child, class::PERSON_NOUN))
            && matches!(tree.pos(child), Pos::Noun | Pos::Propn)
        {
            nouns.push(lower(parsed.word(child)));
        }
    }
    if let Some(above) = tree.head(head).filter(|_| tree.role(head) == Role::Appos) {
        nouns.push(lower(parsed.word(above)));
    }
    if let Some(above) =
        tree.head(head).filter(|&above| tree.role(head) == Role::Subject && tree.pos(above) == Pos::Noun)
    {
        nouns.push(lower(parsed.word(above)));
    }
    nouns
}

/// Whether a name ends with a shorter one, at a word's beginning.
pub(super) fn ends_with_word(name: &str, end: &str) -> bool {
    name.strip_suffix(end).is_some_and(|front| front.is_empty() || front.ends_with(' '))
}

/// Whether a name is written like one: capitals, and small words between them.
pub(super) fn is_proper(name: &str) -> bool {
    let small = |word: &str| begins_small(word) && word.len() > LITTLE;
    !find::has_any(name, "'’") && !find::split(name, " ").any(small)
}

/// A small word inside a name has at most so many letters: "of", "van".
const LITTLE: usize = 3;

pub(super) fn begins_small(name: &str) -> bool {
    name.starts_with(crate::base::letter::is_small)
}

/// "Holm, 51, told": who has an age is a person.
pub(super) fn is_aged(parsed: &Parsed<'_>, head: usize) -> bool {
    let Some((_, last)) = name_span(parsed, head) else { return false };
    let years = parsed.word(last + 2).parse::<u8>();
    parsed.word(last + 1) == ","
        && parsed.word(last + 3) == ","
        && years.is_ok_and(|years| (1..OLDEST).contains(&years))
}

/// Nobody is so old.
const OLDEST: u8 = 120;
