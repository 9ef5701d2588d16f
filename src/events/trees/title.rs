//! Titles: a clause in the article's own words, with its subject, its verb and all that completes it, able to stand alone under the headline.
//!
//! In: a clause of a parsed sentence, the mentions, the names so far. Out: a [`Title`] with its faults.
//! It must never learn how events are ranked or drawn.

use super::clause::{Clauses, Kind, relative_word};
use super::compose::{Composed, Insertion};
use super::cut::{Depth, cut, shorten};
use super::gate::{Faults, LONGEST, is_whole};
use super::names::Names;
use super::owner::Placed;
use super::parsed::Parsed;
use super::subject::{Subject, noun_phrase, renamed, subject};
use super::tense::Form;
use super::tree::Role;
use crate::base::letter;
use crate::base::list::List;
use crate::language::{Language, class};
use crate::syntax::Pos;

/// A title with what speaks against it.
#[derive(Clone, Debug, Default)]
pub(super) struct Title {
    pub(super) text: String,
    pub(super) faults: Faults,
}

/// What a title needs of the language.
#[derive(Clone, Copy)]
pub(super) struct TitleNeeds<'a> {
    pub(super) language: &'a Language,
    /// The event lies ahead or is of the day of publication.
    pub(super) open: bool,
    /// A longer title is shortened where that is safe.
    pub(super) aim: usize,
}

/// What a relative word stands for, put behind its verb, has at most so many characters.
const LONGEST_OBJECT: usize = 60;
/// A cut at an arc less sure than this counts against a title.
const SURE: f32 = 0.5;

/// The title of a clause: shortened where that is safe, else as written.
pub(super) fn title(
    parsed: &Parsed<'_>,
    clauses: &Clauses,
    number: usize,
    placed: &[Placed],
    names: &Names<'_>,
    needs: TitleNeeds<'_>,
) -> Title {
    let Some(clause) = clauses.get(number) else { return Title::default() };
    let mut faults = Faults::default();
    let subject = subject(parsed, clause, names, needs, &mut faults);
    faults.not_finite = clause.tense.form != Form::Finite && subject.verb.is_none() && !subject.carried;
    let made = |depth| {
        let (text, sure) = said(parsed, clauses, number, placed, &subject, depth)?;
        is_whole(&text).then_some((text, sure))
    };
    let fits = |made: &(String, f32), most: usize| letter::count(&made.0) <= most;
    let loose = made(Depth::Loose);
    let short = (loose.clone().filter(|made| fits(made, needs.aim)))
        .or_else(|| made(Depth::Tight(needs.aim)).filter(|made| fits(made, LONGEST)))
        .or_else(|| loose.filter(|made| fits(made, LONGEST)))
        .or_else(|| made(Depth::Tight(LONGEST)).filter(|made| fits(made, LONGEST)));
    // "Which rebels seized": what a relative word stands for is missing.
    let opens = |text: &str| {
        let word = crate::language::lower(text.split(' ').next().unwrap_or(""));
        let first = needs.language.look_up(&word).classes;
        let asks = needs.language.lists("question-word", &word);
        // "In what police said was a shooting": a piece of a clause around it.
        let led = first & class::PREPOSITION != 0 && matches!(clause.kind, Kind::Content | Kind::Relative);
        (first & class::RELATIVE != 0 || asks) && clause.kind != Kind::Main || led
    };
    if let Some((text, sure)) = short {
        faults.broken = opens(&text);
        faults.unsure = sure < SURE;
        return Title { text: capital(&text), faults }.limited();
    }
    let written = said(parsed, clauses, number, placed, &subject, Depth::Firm);
    faults.verbatim = true;
    let text = written.map_or(String::new(), |(text, _)| text);
    faults.broken = !is_whole(&text) || opens(&text);
    Title { text: capital(&text), faults }.limited()
}

impl Title {
    /// With what is wrong with the text itself.
    pub(super) fn limited(mut self) -> Title {
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
            let carries = matches!(parsed.tree.role(place), Role::Aux | Role::AuxPassive | Role::Mark)
                || Some(place) == subject.verb.as_ref().map(|(place, _)| *place);
            if let Some(kept) = cut.kept.get_mut(place) {
                *kept &= !carries;
            }
        }
    }
    if !cut.kept.contains(&true) && subject.verb.is_none() {
        return None;
    }
    let verb =
        subject.verb.as_ref().map(|(place, text)| Insertion { place: *place, end: place + 1, text: text.clone() });
    let end = clauses.get(number).map_or(parsed.len(), |clause| parsed.tree.edge(clause.head).1 + 1);
    let composed = Composed::new(parsed, &cut.kept, subject.insertion.iter().chain(&verb), end);
    if depth != Depth::Firm
        && !(is_sound(parsed, clauses, number, &cut.kept, subject)
            && composed.is_marked(matches!(depth, Depth::Tight(_))))
    {
        return None;
    }
    let mut text = composed.text();
    if letter::count(&text) > LONGEST && depth != Depth::Loose {
        let clause = clauses.get(number)?;
        let whole = |kept: &[bool]| {
            let text = Composed::new(parsed, kept, subject.insertion.iter().chain(&verb), end).text();
            if is_whole(&text) { letter::count(&text) } else { usize::MAX }
        };
        let mut kept = cut.kept.clone();
        if shorten(parsed, clause, &mut kept, LONGEST, whole) {
            text = Composed::new(parsed, &kept, subject.insertion.iter().chain(&verb), end).text();
        }
    }
    // "the level that the operator listed": what the relative word stands for follows the verb.
    let clause = clauses.get(number)?;
    let gap = match clause.kind {
        Kind::Relative => relative_word(parsed, clause.head).is_some_and(|place| !parsed.is(place, class::WHEN)),
        Kind::Reduced => clause.tense.form == Form::Finite,
        _ => false,
    };
    let complete = clause.tense.passive
        || parsed
            .tree
            .child(clause.head, |role| role == Role::Object)
            .is_some_and(|object| !parsed.is(object, class::RELATIVE));
    let antecedent = parsed.tree.head(clause.head).filter(|_| gap && !clause.borrowed && !complete);
    if let Some(antecedent) = antecedent {
        // "charges they rode to victory": nothing may stand between a verb and what it is put behind.
        if (clause.head + 1..parsed.len())
            .any(|place| cut.kept.get(place) == Some(&true) && parsed.tree.pos(place) != Pos::Punct)
        {
            return None;
        }
        let object = noun_phrase(parsed, antecedent, Some(clause.head), None);
        if letter::count(&object) > LONGEST_OBJECT {
            return None;
        }
        text.push(' ');
        text.push_str(&object);
    }
    Some((text, cut.sure))
}

/// Whether what is kept holds together: no word that leads on to one that is gone, and the verb with all that completes it.
fn is_sound(parsed: &Parsed<'_>, clauses: &Clauses, number: usize, kept: &[bool], subject: &Subject) -> bool {
    let tree = &parsed.tree;
    let stays = |place: usize| kept.get(place) == Some(&true);
    let Some(clause) = clauses.get(number) else { return false };
    let complete = tree.children(clause.head).filter(|&child| child > clause.head).all(|child| {
        stays(child)
            || !matches!(tree.role(child), Role::Object | Role::Ccomp | Role::Xcomp)
            || parsed.mention(child).is_some()
            || subject.from > child
    });
    let leads = |place: usize| match tree.role(place) {
        Role::Case | Role::Det | Role::Mark | Role::Cc | Role::Aux | Role::AuxPassive | Role::Cop => {
            tree.head(place).is_some_and(|head| !stays(head) && head > place)
        }
        _ => false,
    };
    let replaced = |place: usize| (subject.instead.0..subject.instead.1).contains(&place);
    let leading = (0..parsed.len()).any(|place| {
        stays(place)
            && leads(place)
            && !tree.head(place).is_some_and(|head| replaced(head) || subject.from > head)
            && subject.verb.as_ref().is_none_or(|(verb, _)| tree.head(place) != Some(*verb))
    });
    complete && !leading
}

/// With a capital in front; "iPhone" keeps its own.
pub(super) fn capital(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut letters = text.chars();
    let first = letters.next().unwrap_or(' ');
    let named = letters.clone().next().is_some_and(letter::is_capital);
    let mut out = String::with_capacity(text.len() + 2);
    out.push(if named { first } else { crate::events::plain::capital(first) });
    out.push_str(letters.as_str());
    out
}

/// The title of an event that a noun tells: "Leak of the files".
pub(super) fn nominal_title(parsed: &Parsed<'_>, noun: usize, placed: &Placed, names: &Names<'_>) -> Title {
    let tree = &parsed.tree;
    let (first, last) = tree.edge(noun);
    let mut faults = Faults::default();
    let renamed = renamed(parsed, noun, names, &mut faults);
    let mut kept = (0..parsed.len()).map(|place| (first..=last).contains(&place) && tree.is_under(place, noun)).list();
    for place in first..=last {
        let (from, to) = tree.edge(place);
        let loose = matches!(tree.role(place), Role::Relative | Role::Acl | Role::Appos)
            && place != noun
            && parsed.is_apart(from, to).0;
        let before = matches!(tree.role(place), Role::Case | Role::Mark | Role::Cc) && tree.head(place) == Some(noun);
        let article =
            tree.head(place) == Some(noun) && parsed.is(place, class::ARTICLE | class::DEFINITE) && place < noun;
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
    // "flood of [2011]": the preposition goes with its date.
    for place in first..=last {
        let leads =
            tree.role(place) == Role::Case && tree.head(place).is_some_and(|head| kept.get(head) == Some(&false));
        if let Some(kept) = kept.get_mut(place) {
            *kept &= !leads;
        }
    }
    faults.definite = false;
    let insertion =
        renamed.filter(|(place, _)| *place != noun).map(|(place, text)| Insertion { place, end: place + 1, text });
    if let Some(kept) = insertion.as_ref().and_then(|insertion| kept.get_mut(insertion.place)) {
        *kept = false;
    }
    let text = Composed::new(parsed, &kept, insertion.iter(), last + 1).text();
    let finite = kept.iter().enumerate().any(|(place, kept)| *kept && parsed.tree.pos(place) == Pos::Aux);
    faults.broken = finite || !is_whole(&text);
    Title { text: capital(&text), faults }.limited()
}
