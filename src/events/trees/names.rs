//! Names: whom and what the article has named so far, in full, and who a shorter word for them means.
//!
//! In: parsed sentences in order. Out: the full name for a surname, a pronoun or a definite noun; nothing where two could be meant.
//! It must never learn what becomes an event.

use super::clause::{Clauses, Kind};
use super::parsed::Parsed;
use super::tree::Role;
use crate::base::list::List;
use crate::language::class;
use crate::syntax::Pos;

/// A pronoun means somebody named at most so many sentences before.
const REACH: usize = 3;
/// The same for a person who was called so before.
const LONG_REACH: usize = 8;
/// Longer names say too much for a title.
const LONGEST: usize = 60;
/// So many names are remembered.
const MOST: usize = 64;

/// Somebody or something with a name, or a noun that stands for one.
#[derive(Clone, Debug)]
struct Named {
    /// As it was first written in full: "Raquel Montoya-Lewis", "the council".
    full: String,
    what: What,
    many: bool,
    /// The pronoun that stood for it.
    pronoun: Option<String>,
    /// The nouns that were said of it: "company", "minister".
    nouns: Vec<String>,
    /// The last sentence that named it, and whether as its subject.
    sentence: usize,
    subject: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum What {
    Person,
    Name,
    Noun,
}

/// All names so far.
#[derive(Default)]
pub(super) struct Names {
    named: Vec<Named>,
    sentence: usize,
}

impl Names {
    /// A new sentence begins.
    pub(super) fn enter(&mut self) {
        self.sentence += 1;
    }

    /// Remembers whom a sentence names, its subject last.
    pub(super) fn learn(&mut self, parsed: &Parsed<'_>, clauses: &Clauses) {
        let subject = clauses
            .list
            .iter()
            .find(|clause| matches!(clause.kind, Kind::Main | Kind::Content))
            .and_then(|clause| clause.subject);
        let mut heads = (0..parsed.len()).filter(|&place| self.is_named(parsed, place, subject)).list();
        // The subject last: it is nearest to what follows.
        heads.retain(|&head| Some(head) != subject);
        let others = heads.len();
        // Lines without a full stop are headings and captions: their capitals name nobody.
        let ends = (0..parsed.len())
            .rev()
            .map(|place| parsed.word(place))
            .find(|word| !matches!(*word, "\"" | "”" | "’" | "'" | ")"));
        let sentence = ends.is_some_and(|end| matches!(end, "." | "!" | "?" | "," | "…"));
        for head in heads.into_iter().filter(|_| sentence).chain(subject) {
            self.add(parsed, head, Some(head) == subject);
        }
        if let Some(subject) = subject.filter(|_| others == 0) {
            self.learn_pronoun(parsed, subject);
        }
        self.named.drain(..self.named.len().saturating_sub(MOST));
    }

    /// "Costa kept her seat": who alone is named in a sentence is who its "her" means.
    fn learn_pronoun(&mut self, parsed: &Parsed<'_>, subject: usize) {
        if parsed.tree.pos(subject) != Pos::Propn {
            return;
        }
        let own = (subject..parsed.len()).find(|&place| {
            parsed.is(place, class::PERSON)
                && parsed.is(place, class::POSSESSIVE | class::SUBJECT_PRONOUN)
                && !parsed.quoted(place)
        });
        let Some(own) = own.filter(|&own| !parsed.is(own, class::RELATIVE)) else { return };
        let pronoun = crate::language::lower(parsed.word(own));
        if let Some(named) = self.named.last_mut().filter(|named| named.subject && named.pronoun.is_none()) {
            named.pronoun = Some(String::from(subject_form(&pronoun)));
        }
    }

    fn is_named(&self, parsed: &Parsed<'_>, place: usize, subject: Option<usize>) -> bool {
        let tree = &parsed.tree;
        let inner = matches!(tree.role(place), Role::Flat | Role::Compound | Role::Fixed);
        tree.pos(place) == Pos::Propn && !inner && parsed.mention(place).is_none() || Some(place) == subject
    }

    fn add(&mut self, parsed: &Parsed<'_>, head: usize, subject: bool) {
        let tree = &parsed.tree;
        if tree.pos(head) == Pos::Pron {
            if subject && let Some(found) = self.find_pronoun(parsed, head) {
                self.renew(found, &crate::language::lower(parsed.word(head)));
            }
            return;
        }
        let Some((first, last)) = name_span(parsed, head) else { return };
        let written = parsed.written(first, last);
        let listed = tree.pos(first) == Pos::Num
            || (first..=last).any(|place| {
                tree.pos(place) == Pos::Cconj || tree.pos(place) == Pos::Punct && parsed.word(place) != "-"
            });
        if written.is_empty() || written.len() > LONGEST || listed {
            return;
        }
        // A capital that only the head of the sentence gives says nothing.
        if first == 0 && last == 0 && parsed.classes(0) != 0 {
            return;
        }
        let many = tree.child(head, |role| role == Role::Conj).is_some()
            || parsed.is(head, class::MANY | class::PLURAL)
            || is_plural(parsed, head);
        let name = tree.pos(head) == Pos::Propn;
        let nouns = nouns_of(parsed, head);
        let person = nouns.iter().any(|noun| self.is_person_noun(parsed, noun)) && name
            || !name && parsed.is(head, class::PERSON_NOUN);
        let what = if person {
            What::Person
        } else if name {
            What::Name
        } else {
            What::Noun
        };
        let known = self.named.iter().rposition(|named| same_name(&named.full, written, what));
        match known {
            Some(place) => {
                let mut named = self.named.remove(place);
                if written.len() > named.full.len() && name {
                    named.full = String::from(written);
                }
                if what == What::Person {
                    named.what = What::Person;
                }
                named.nouns.extend(nouns);
                (named.sentence, named.subject) = (self.sentence, subject);
                self.named.push(named);
            }
            None => self.named.push(Named {
                full: String::from(written),
                what,
                many,
                pronoun: None,
                nouns,
                sentence: self.sentence,
                subject,
            }),
        }
    }

    fn is_person_noun(&self, parsed: &Parsed<'_>, noun: &str) -> bool {
        (0..parsed.len())
            .any(|place| parsed.is(place, class::PERSON_NOUN) && parsed.word(place).eq_ignore_ascii_case(noun))
    }

    fn renew(&mut self, place: usize, pronoun: &str) {
        if place >= self.named.len() {
            return;
        }
        let mut named = self.named.remove(place);
        (named.sentence, named.subject) = (self.sentence, true);
        named.pronoun = Some(String::from(subject_form(pronoun)));
        self.named.push(named);
    }

    /// The full name of one that is written short: "Montoya-Lewis" was "Raquel Montoya-Lewis".
    pub(super) fn full(&self, written: &str) -> Option<&str> {
        let mut longer = self.named.iter().filter(|named| {
            ends_with_word(&named.full, written) && named.full.len() > written.len() && named.what != What::Noun
        });
        let found = longer.next()?;
        longer.next().is_none().then_some(found.full.as_str())
    }

    /// Whom a pronoun means; nothing where two could be meant.
    pub(super) fn meaning(&self, parsed: &Parsed<'_>, pronoun: usize) -> Option<&str> {
        let found = self.find_pronoun(parsed, pronoun)?;
        self.named.get(found).map(|named| named.full.as_str())
    }

    fn find_pronoun(&self, parsed: &Parsed<'_>, pronoun: usize) -> Option<usize> {
        let written = crate::language::lower(parsed.word(pronoun));
        let written = subject_form(&written);
        if parsed.is(pronoun, class::FIRST_PERSON | class::RELATIVE) || parsed.quoted(pronoun) {
            return None;
        }
        let many = parsed.is(pronoun, class::MANY);
        let person = parsed.is(pronoun, class::PERSON);
        let near = |named: &Named| named.sentence + REACH >= self.sentence;
        let fits = |named: &Named| {
            let other = named.pronoun.as_deref().is_some_and(|before| before != written);
            let kind = if many {
                named.many
            } else if person {
                !named.many
                    && (named.what == What::Person
                        || named.what == What::Name
                            && (named.pronoun.is_some() || crate::base::find::has(&named.full, ' ')))
            } else {
                !named.many && named.what != What::Person
            };
            kind && !other && near(named)
        };
        // One for whom the pronoun stood before; a person is remembered longer than a thing.
        let reach = if person { LONG_REACH } else { REACH };
        let known = self
            .named
            .iter()
            .rposition(|named| named.sentence + reach >= self.sentence && named.pronoun.as_deref() == Some(written));
        let last_subject = self.named.iter().rposition(|named| fits(named) && named.subject);
        let candidates = self.named.iter().filter(|named| fits(named)).count();
        match (known, last_subject) {
            // One who was called so before, unless somebody else was too, or a person has come in since whom it would fit as well.
            (Some(known), Some(subject)) if subject != known && !person && self.is_later(subject, known) => {
                Some(subject)
            }
            (Some(known), _) => Some(known),
            // Two may be meant, and only one of them was spoken of last.
            (None, Some(subject)) if !person || candidates == 1 => Some(subject),
            (None, Some(subject)) => {
                let last = self.named.get(subject).is_some_and(|named| named.sentence + 1 >= self.sentence);
                let spoken_of = self.named.iter().filter(|named| fits(named) && named.subject).count();
                (last && spoken_of == 1).then_some(subject)
            }
            (None, None) if candidates == 1 => self.named.iter().position(fits),
            _ => None,
        }
    }

    fn is_later(&self, one: usize, other: usize) -> bool {
        let sentence = |place: usize| self.named.get(place).map_or(0, |named| named.sentence);
        sentence(one) > sentence(other)
    }

    /// What a definite noun means: "the company" was said of one name only.
    pub(super) fn definite(&self, noun: &str) -> Option<&str> {
        let noun = crate::language::lower(noun);
        let mut said = self.named.iter().filter(|named| named.what != What::Noun && named.nouns.contains(&noun));
        let found = said.next()?;
        said.next().is_none().then_some(found.full.as_str())
    }
}

/// "him", "his" are "he".
fn subject_form(pronoun: &str) -> &str {
    match pronoun {
        "him" | "his" => "he",
        "her" | "hers" => "she",
        "its" => "it",
        "them" | "their" => "they",
        other => other,
    }
}

fn is_plural(parsed: &Parsed<'_>, head: usize) -> bool {
    let place = parsed
        .tree
        .node(head)
        .map_or(0, |node| parsed.sentence.words.partition_point(|word| word.span.end <= node.span.start));
    parsed.tree.pos(head) == Pos::Noun && parsed.sentence.words.get(place).is_some_and(|word| word.plural)
}

/// First and last node of a name: "President Teresa Alvim", "the city council".
pub(super) fn name_span(parsed: &Parsed<'_>, head: usize) -> Option<(usize, usize)> {
    let tree = &parsed.tree;
    let name = tree.pos(head) == Pos::Propn;
    let belongs = |child: &usize| match tree.role(*child) {
        Role::Flat | Role::Compound | Role::Goeswith => true,
        Role::Amod => !name || parsed.is_capital(*child),
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
fn nouns_of(parsed: &Parsed<'_>, head: usize) -> Vec<String> {
    let tree = &parsed.tree;
    let mut nouns = Vec::new();
    for child in tree.children(head) {
        let beside = matches!(tree.role(child), Role::Appos | Role::Compound | Role::Flat);
        // "Control" in "Disease Control" is part of the name; "Mayor" in "Mayor Alvim" is said of it.
        if beside
            && (!parsed.is_capital(child) || parsed.is(child, class::PERSON_NOUN))
            && matches!(tree.pos(child), Pos::Noun | Pos::Propn)
        {
            nouns.push(crate::language::lower(parsed.word(child)));
        }
    }
    if let Some(above) = tree.head(head).filter(|_| tree.role(head) == Role::Appos) {
        nouns.push(crate::language::lower(parsed.word(above)));
    }
    if let Some(above) =
        tree.head(head).filter(|&above| tree.role(head) == Role::Subject && tree.pos(above) == Pos::Noun)
    {
        nouns.push(crate::language::lower(parsed.word(above)));
    }
    nouns
}

fn same_name(known: &str, written: &str, what: What) -> bool {
    known.eq_ignore_ascii_case(written)
        || what != What::Noun && (ends_with_word(known, written) || ends_with_word(written, known))
}

/// Whether a name ends with a shorter one, at a word's beginning.
fn ends_with_word(name: &str, end: &str) -> bool {
    name.strip_suffix(end).is_some_and(|front| front.is_empty() || front.ends_with(' '))
}
