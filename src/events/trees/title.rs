//! Titles: a clause in the article's own words, with its subject, its verb and all that completes it, able to stand alone under the headline.
//!
//! In: a clause of a parsed sentence, the mentions, the names so far. Out: a [`Title`] with its faults.
//! It must never learn how events are ranked or drawn.

use super::clause::{Clause, Clauses, Kind, relative_word};
use super::cut::{Depth, Insertion, compose, cut};
use super::gate::{Faults, LONGEST, is_whole};
use super::names::{Names, name_span};
use super::owner::Placed;
use super::parsed::Parsed;
use super::tense::{Form, Time};
use super::tree::Role;
use crate::syntax::Pos;
use crate::base::letter;
use crate::base::list::List;
use crate::events::lexicon::{self as class, Lexicon};

/// A title with what speaks against it.
#[derive(Clone, Debug, Default)]
pub(super) struct Title {
    pub(super) text: String,
    pub(super) faults: Faults,
}

/// What a title needs of the language.
#[derive(Clone, Copy)]
pub(super) struct Language<'a> {
    pub(super) lexicon: &'a Lexicon,
    /// The event lies ahead or is of the day of publication.
    pub(super) open: bool,
    /// A longer title is shortened where that is safe.
    pub(super) aim: usize,
}

/// What a relative word stands for, put behind its verb, has at most so many characters.
const LONGEST_OBJECT: usize = 60;
/// Cuts at arcs less sure than this are not made.
const SURE: f32 = 0.35;

/// The title of a clause: shortened where that is safe, else as written.
pub(super) fn title(parsed: &Parsed<'_>, clauses: &Clauses, number: usize, placed: &[Placed], names: &Names, language: Language<'_>) -> Title {
    let Some(clause) = clauses.get(number) else { return Title::default() };
    let mut faults = Faults::default();
    let subject = subject(parsed, clause, names, language, &mut faults);
    faults.not_finite = clause.tense.form != Form::Finite && subject.verb.is_none() && !subject.carried;
    let mut short = said(parsed, clauses, number, placed, &subject, Depth::Loose);
    if short.as_ref().is_none_or(|(text, _)| letter::count(text) > language.aim) {
        let tight = said(parsed, clauses, number, placed, &subject, Depth::Tight);
        let must = short.as_ref().is_none_or(|(text, _)| letter::count(text) > LONGEST);
        short = tight.filter(|(text, sure)| must || *sure >= SURE && is_whole(text)).or(short);
    }
    if let Some((text, sure)) = short.filter(|(text, sure)| *sure >= SURE && is_whole(text)) {
        faults.unsure = sure < SURE + 0.2;
        return Title { text: capital(&text), faults }.limited();
    }
    let written = said(parsed, clauses, number, placed, &subject, Depth::Firm);
    faults.verbatim = true;
    let text = written.map_or(String::new(), |(text, _)| text);
    faults.broken = !is_whole(&text);
    Title { text: capital(&text), faults }.limited()
}

impl Title {
    /// With what is wrong with the text itself.
    fn limited(mut self) -> Title {
        self.faults.long = letter::count(&self.text) > LONGEST;
        self.faults.bare = self.text.split(' ').count() < 3;
        if self.faults.long {
            let mut end = 0;
            for (count, (place, letter)) in self.text.char_indices().enumerate() {
                if count >= LONGEST {
                    break;
                }
                if letter == ' ' {
                    end = place;
                }
            }
            self.text.truncate(end);
            self.text.push('…');
        }
        self
    }
}

/// The clause's words, and how sure the cuts were.
fn said(
    parsed: &Parsed<'_>,
    clauses: &Clauses,
    number: usize,
    placed: &[Placed],
    subject: &Subject,
    depth: Depth,
) -> Option<(String, f32)> {
    let mut cut = cut(parsed, clauses, number, placed, depth);
    for (place, kept) in cut.kept.iter_mut().enumerate() {
        *kept &= place >= subject.from && !(subject.instead.0..subject.instead.1).contains(&place);
    }
    if let Some((place, _)) = &subject.verb {
        for place in clauses.get(number).map_or(0, |clause| clause.tense.first)..=*place {
            let carries = matches!(parsed.tree.role(place), Role::Aux | Role::AuxPassive | Role::Mark) || Some(place) == subject.verb.as_ref().map(|(place, _)| *place);
            if let Some(kept) = cut.kept.get_mut(place) {
                *kept &= !carries;
            }
        }
    }
    if !cut.kept.contains(&true) && subject.verb.is_none() {
        return None;
    }
    let verb = subject.verb.as_ref().map(|(place, text)| Insertion { place: *place, text: text.clone() });
    let mut insertions: Vec<&Insertion> = subject.insertion.iter().chain(&verb).list();
    if let [one, other] = insertions.as_slice() && one.place > other.place {
        insertions.reverse();
    }
    let mut text = compose(parsed, &cut.kept, &insertions);
    // "the level that the operator listed": what the relative word stands for follows the verb.
    let clause = clauses.get(number)?;
    let gap = match clause.kind {
        Kind::Relative => relative_word(parsed, clause.head).is_some_and(|place| !parsed.is(place, class::WHEN)),
        Kind::Reduced => clause.tense.form == Form::Finite,
        _ => false,
    };
    let complete = clause.tense.passive || parsed.tree.child(clause.head, |role| role == Role::Object).is_some_and(|object| !parsed.is(object, class::RELATIVE));
    if gap && !clause.borrowed && !complete {
        if let Some(antecedent) = parsed.tree.head(clause.head) {
            let object = noun_phrase(parsed, antecedent, Some(clause.head), None);
            if letter::count(&object) > LONGEST_OBJECT {
                return None;
            }
            text.push(' ');
            text.push_str(&object);
        }
    }
    Some((text, cut.sure))
}

/// What is done to a clause's subject.
#[derive(Default)]
struct Subject {
    insertion: Option<Insertion>,
    /// The nodes that the insertion stands for, half open.
    instead: (usize, usize),
    /// Words of the clause before this one are left out.
    from: usize,
    /// The verb in the past, at its place.
    verb: Option<(usize, String)>,
    /// The insertion ends with a form of "to be".
    carried: bool,
}

/// The subject that the title needs: the clause's own where it can stand, a name for a pronoun, the antecedent of a relative clause.
fn subject(parsed: &Parsed<'_>, clause: &Clause, names: &Names, language: Language<'_>, faults: &mut Faults) -> Subject {
    let tree = &parsed.tree;
    let Some(head) = clause.subject else {
        faults.no_subject = true;
        return Subject::default();
    };
    if clause.borrowed {
        // What stands in for a noun must be one.
        let verbal = matches!(tree.pos(head), Pos::Verb | Pos::Aux | Pos::Adp);
        faults.no_subject = verbal || tree.head(head).is_none() || tree.child(head, |role| role.is_subject() || is_auxiliary(role)).is_some();
        let relative = tree.child(clause.head, Role::is_subject);
        let mut text = match renamed(parsed, head, names, faults) {
            Some((place, name)) => noun_phrase(parsed, head, Some(clause.head), Some(&Insertion { place, text: name })),
            None => noun_phrase(parsed, head, Some(clause.head), None),
        };
        let from = relative.map_or(clause.tense.first.min(clause.head), |relative| relative + 1);
        let alone = clause.tense.auxiliaries == 0;
        let gerund = clause.tense.form == Form::Gerund;
        let mut carried = false;
        let mut verb = None;
        if alone && (clause.tense.form == Form::Participle || gerund && clause.kind == Kind::Reduced) {
            let form = match (is_many(parsed, head), gerund && language.open) {
                (true, true) => "is-many",
                (false, true) => "is-one",
                (true, false) => "was-many",
                (false, false) => "was-one",
            };
            text.push(' ');
            text.push_str(language.lexicon.text(form));
            carried = true;
        } else if alone && (gerund && !language.open || clause.kind == Kind::Open) {
            verb = past(parsed, clause, language);
        }
        return Subject { insertion: Some(Insertion { place: from, text }), instead: (0, 0), from, verb, carried };
    }
    let verb = if is_past_perfect(clause) {
        past(parsed, clause, language)
    } else if clause.tense.form == Form::Participle && clause.tense.auxiliaries == 0 {
        // "A suit filed by the union": somebody did it to the subject.
        let mut passive = String::from(language.lexicon.text(if is_many(parsed, head) { "was-many" } else { "was-one" }));
        passive.push(' ');
        passive.push_str(parsed.word(clause.head));
        Some((clause.head, passive))
    } else {
        None
    };
    let Some((place, text)) = renamed(parsed, head, names, faults) else { return Subject { verb, ..Subject::default() } };
    // A name takes the place of the whole noun phrase; a possessive of itself alone.
    let instead = if place == head || tree.pos(place) != Pos::Pron { span_of(parsed, head) } else { (place, place) };
    Subject { insertion: Some(Insertion { place: instead.0, text }), instead: (instead.0, instead.1 + 1), from: 0, verb, carried: false }
}

/// "had quit": told on its own, it is "quit".
fn is_past_perfect(clause: &Clause) -> bool {
    let tense = clause.tense;
    tense.perfect && tense.time == Time::Past && tense.auxiliaries == 1 && !tense.passive && !tense.negated && !tense.copula
}

/// The verb of a clause in the past.
fn past(parsed: &Parsed<'_>, clause: &Clause, language: Language<'_>) -> Option<(usize, String)> {
    let past = language.lexicon.past(&parsed.word(clause.head).to_lowercase())?;
    Some((clause.head, past))
}

fn is_auxiliary(role: Role) -> bool {
    matches!(role, Role::Aux | Role::AuxPassive | Role::Cop)
}

/// The nodes of a noun phrase that a name stands for: "the company", not what is said of it behind a comma.
fn span_of(parsed: &Parsed<'_>, head: usize) -> (usize, usize) {
    name_span(parsed, head).unwrap_or((head, head))
}

fn is_many(parsed: &Parsed<'_>, head: usize) -> bool {
    let start = parsed.tree.node(head).map_or(0, |node| node.span.start);
    let word = parsed.telling.words.partition_point(|word| word.span.end <= start);
    parsed.tree.child(head, |role| role == Role::Conj).is_some()
        || parsed.is(head, class::MANY | class::PLURAL)
        || parsed.tree.pos(head) == Pos::Noun && parsed.telling.words.get(word).is_some_and(|word| word.plural)
}

/// What a subject must be called to be known: the node that gives way, and the words for it. `None` where it stands as it is.
fn renamed(parsed: &Parsed<'_>, head: usize, names: &Names, faults: &mut Faults) -> Option<(usize, String)> {
    let tree = &parsed.tree;
    if tree.pos(head) == Pos::Pron {
        // "We opened in May": whoever writes the article.
        if parsed.is(head, class::FIRST_PERSON) {
            return None;
        }
        if parsed.is(head, class::SUBJECT_PRONOUN | class::PRONOUN) {
            let name = names.meaning(parsed, head);
            faults.pronoun = name.is_none();
            return name.map(|name| (head, String::from(name)));
        }
        // "both of them", "many in the crowd" say enough.
        faults.pronoun = tree.child(head, |role| matches!(role, Role::Nmod | Role::Relative | Role::Acl)).is_none();
        return None;
    }
    // "His hearing"
    let owner = tree.children(head).find(|&child| parsed.is(child, class::POSSESSIVE) && tree.role(child) == Role::Possessor);
    if let Some(owner) = owner {
        let name = names.meaning(parsed, owner);
        faults.pronoun = name.is_none();
        return name.map(|name| (owner, possessive(name)));
    }
    let (first, last) = name_span(parsed, head)?;
    let written = parsed.written(first, last);
    if tree.pos(head) == Pos::Propn {
        return names.full(written).map(|full| (head, String::from(full)));
    }
    // "the company"
    let definite = tree.children(head).any(|child| tree.role(child) == Role::Det && parsed.is(child, class::DEFINITE));
    let restricted = tree.edge(head).1 > last;
    if definite && !restricted {
        if let Some(name) = names.definite(parsed.word(head)) {
            return Some((head, String::from(name)));
        }
        faults.definite = true;
    }
    None
}

fn possessive(name: &str) -> String {
    let mut owned = String::from(name);
    owned.push_str("'s");
    owned
}

/// A noun with all that restricts it; loose additions, and the clause `without`, left out.
fn noun_phrase(parsed: &Parsed<'_>, head: usize, without: Option<usize>, insertion: Option<&Insertion>) -> String {
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
    compose(parsed, &kept, insertion.as_slice())
}

/// With a capital in front; "iPhone" keeps its own.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or(' ');
    let named = letters.clone().next().is_some_and(letter::is_capital);
    let mut out = String::with_capacity(text.len() + 2);
    out.push(if named { first } else { crate::events::title::written::capital(first) });
    out.push_str(letters.as_str());
    out
}

/// The title of an event that a noun tells: "Leak of the files".
pub(super) fn nominal_title(parsed: &Parsed<'_>, noun: usize, placed: &Placed, names: &Names) -> Title {
    let tree = &parsed.tree;
    let (first, last) = tree.edge(noun);
    let mut faults = Faults::default();
    let renamed = renamed(parsed, noun, names, &mut faults);
    let mut kept = (0..parsed.len()).map(|place| (first..=last).contains(&place) && tree.is_under(place, noun)).list();
    for place in first..=last {
        let (from, to) = tree.edge(place);
        let loose = matches!(tree.role(place), Role::Relative | Role::Acl | Role::Appos) && place != noun && parsed.is_apart(from, to).0;
        let before = matches!(tree.role(place), Role::Case | Role::Mark | Role::Cc) && tree.head(place) == Some(noun);
        let article = tree.head(place) == Some(noun) && parsed.is(place, class::ARTICLE | class::DEFINITE) && place < noun;
        if loose || before || article {
            for inner in from..=to {
                if let Some(kept) = kept.get_mut(inner) {
                    *kept &= !tree.is_under(inner, place);
                }
            }
        }
    }
    for place in placed.nodes.0..=placed.nodes.1 {
        if let Some(kept) = kept.get_mut(place) {
            *kept = false;
        }
    }
    faults.definite = false;
    let insertion = renamed.filter(|(place, _)| *place != noun).map(|(place, text)| Insertion { place, text });
    if let Some(kept) = insertion.as_ref().and_then(|insertion| kept.get_mut(insertion.place)) {
        *kept = false;
    }
    let text = compose(parsed, &kept, insertion.as_ref().as_slice());
    let finite = kept.iter().enumerate().any(|(place, kept)| *kept && parsed.tree.pos(place) == Pos::Aux);
    faults.broken = finite || !is_whole(&text);
    Title { text: capital(&text), faults }.limited()
}
