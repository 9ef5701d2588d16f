//! Names: whom and what the article has named so far, in full, and who a shorter word for them means.
//!
//! In: parsed sentences in order. Out: the full name for a surname, a pronoun or a definite noun; nothing where two could be meant.
//! It must never learn what becomes an event.

use super::clause::{Clauses, Kind};
use super::named::{NameKind, Named, same_name};
use super::noun::{begins_small, ends_with_word, is_aged, is_plural, is_proper, name_span, nouns_of};
use super::parsed::Parsed;
use super::tree::Role;
use crate::base::find;
use crate::base::list::List;
use crate::language::{Language, class, lower};
use crate::syntax::Pos;

/// A pronoun means somebody named at most so many sentences before.
const PERSON_REACH: usize = 6;
/// The same for a thing: only the sentence right before.
const THING_REACH: usize = 1;
/// Longer names say too much for a title.
const LONGEST: usize = 60;
/// So many names are remembered.
const MOST: usize = 64;

/// All names so far.
pub(super) struct Names<'a> {
    language: &'a Language,
    /// Groups of pronouns that mean the same: "he him his".
    forms: Vec<&'a str>,
    named: Vec<Named>,
    sentence: usize,
}

impl<'a> Names<'a> {
    /// None yet.
    pub(super) fn new(language: &'a Language) -> Names<'a> {
        let forms = language.lines("pronoun-forms").flat_map(|line| line.split(';')).map(str::trim).list();
        Names { language, forms, named: Vec::new(), sentence: 0 }
    }

    /// A new sentence begins.
    pub(super) fn enter(&mut self) {
        self.sentence += 1;
    }

    /// Remembers whom a sentence names, its subject last.
    pub(super) fn learn(&mut self, parsed: &Parsed<'_>, clauses: &Clauses) {
        // Lines without a full stop are headings and captions: their capitals name nobody.
        let ends = (0..parsed.len())
            .rev()
            .map(|place| parsed.word(place))
            .find(|word| !matches!(*word, "\"" | "”" | "’" | "'" | ")"));
        if !ends.is_some_and(|end| matches!(end, "." | "!" | "?" | "," | "…")) {
            return;
        }
        let subjects = clauses
            .list
            .iter()
            .filter(|clause| matches!(clause.kind, Kind::Main | Kind::Content | Kind::Joined | Kind::Aside))
            .filter(|clause| !clause.borrowed)
            .filter_map(|clause| clause.subject)
            .list();
        let main = clauses.list.first().and_then(|clause| clause.subject);
        let named = |place: usize| {
            let inner = matches!(parsed.tree.role(place), Role::Flat | Role::Compound | Role::Fixed);
            !inner && parsed.mention(place).is_none() && matches!(parsed.tree.pos(place), Pos::Propn | Pos::Noun)
        };
        let mut heads = (0..parsed.len()).filter(|&place| named(place) && Some(place) != main).list();
        // The subject last: it is nearest to what follows.
        heads.extend(main);
        for head in heads {
            self.add(parsed, head, subjects.contains(&head));
        }
        self.learn_form(parsed, &subjects);
        self.named.drain(..self.named.len().saturating_sub(MOST));
    }

    /// "Costa kept her seat": who alone is named in a sentence is who its "her" means.
    fn learn_form(&mut self, parsed: &Parsed<'_>, subjects: &[usize]) {
        let [subject] = subjects else { return };
        if parsed.tree.pos(*subject) != Pos::Propn {
            return;
        }
        let own = class::POSSESSIVE | class::SUBJECT_PRONOUN;
        let forms = (*subject..parsed.len()).filter(|&place| parsed.is(place, own) && !parsed.quoted(place));
        let forms = forms.filter_map(|place| self.form(parsed, place)).list();
        let Some(&form) = forms.first().filter(|first| forms.iter().all(|form| form == *first)) else { return };
        let here = self.sentence;
        let persons = self.named.iter().filter(|named| named.sentence == here && named.kind != NameKind::Noun).count();
        if let Some(named) = self.named.last_mut().filter(|named| persons == 1 && named.subject) {
            named.form = named.form.or(Some(form));
        }
    }

    /// The group of a pronoun.
    fn form(&self, parsed: &Parsed<'_>, place: usize) -> Option<usize> {
        let written = lower(parsed.word(place));
        self.forms.iter().position(|form| find::split(form, " ").any(|word| word == written))
    }

    /// The group of pronouns that words show: "Mr", "Maria".
    fn shown_form(&self, words: &[&str]) -> Option<usize> {
        self.forms.iter().position(|form| {
            let Some(name) = find::split(form, " ").next() else { return false };
            let list = [name, "-word"].concat();
            self.language.lines(&list).any(|line| find::split(line, " ").any(|known| words.contains(&known)))
        })
    }

    fn add(&mut self, parsed: &Parsed<'_>, head: usize, subject: bool) {
        let tree = &parsed.tree;
        if tree.pos(head) == Pos::Pron {
            if subject && let (Some(found), form) = (self.find(parsed, head), self.form(parsed, head)) {
                let mut named = self.named.remove(found);
                (named.sentence, named.subject, named.form) = (self.sentence, true, form.or(named.form));
                if parsed.is(head, class::PERSON) {
                    named.kind = NameKind::Person;
                }
                self.named.push(named);
            }
            return;
        }
        let name = tree.pos(head) == Pos::Propn;
        if !name && tree.pos(head) != Pos::Noun {
            return;
        }
        let Some((first, last)) = name_span(parsed, head) else { return };
        let article = (first..head).take_while(|&place| parsed.is(place, class::ARTICLE | class::DEFINITE)).count();
        // "the ferry Aurora" is called Aurora.
        let called = (first..=last).find(|&place| parsed.is_capital(place)).unwrap_or(first);
        let written = parsed.written(if name { called } else { first + article }, last);
        let listed = tree.pos(first) == Pos::Num
            || (first..=last).any(|place| {
                tree.pos(place) == Pos::Cconj
                    || tree.pos(place) == Pos::Punct && !matches!(parsed.word(place), "-" | ".")
            });
        // A capital that only the head of the sentence gives says nothing.
        let opens = first == 0 && last == 0 && parsed.classes(0) != 0 || name && !is_proper(written);
        // "President" alone is called by an office, and nobody knows whose.
        let office = name && called == last && self.language.look_up(&lower(written)).classes & class::PERSON_NOUN != 0;
        let owned = tree.children(head).any(|child| parsed.is(child, class::POSSESSIVE)) || office;
        if written.is_empty() || written.len() > LONGEST || listed || opens || owned {
            return;
        }
        let nouns = nouns_of(parsed, head);
        let new = self.described(parsed, head, written, nouns, subject);
        let known = self.named.iter().rposition(|named| same_name(named, &new));
        match known {
            Some(place) => {
                let mut named = self.named.remove(place);
                if new.full.len() > named.full.len() && name {
                    named.full = new.full;
                }
                if matches!(new.kind, NameKind::Person | NameKind::Organisation) {
                    named.kind = new.kind;
                }
                named.form = named.form.or(new.form);
                named.nouns.extend(new.nouns);
                (named.sentence, named.subject) =
                    (self.sentence, subject || named.subject && named.sentence == self.sentence);
                self.named.push(named);
            }
            None => self.named.push(new),
        }
    }

    /// What a name's words and those around it say of it.
    fn described(&self, parsed: &Parsed<'_>, head: usize, written: &str, nouns: Vec<String>, subject: bool) -> Named {
        let tree = &parsed.tree;
        let name = tree.pos(head) == Pos::Propn;
        let small = lower(written);
        let mut words = find::split(&small, " ").list();
        words.extend(nouns.iter().map(String::as_str));
        let form = self.shown_form(&words);
        let knows = |classes| words.iter().any(|word| self.language.look_up(word).classes & classes != 0);
        let relative = tree.children(head).any(|child| {
            tree.role(child) == Role::Relative
                && tree.children(child).any(|who| parsed.is(who, class::PERSON) && parsed.is(who, class::RELATIVE))
        });
        // "the Star of Kell" is nobody.
        let thing = !begins_small(written)
            && (tree.children(head).any(|child| tree.role(child) == Role::Det && parsed.is(child, class::ARTICLE))
                || find::split(&small, " ").any(|word| self.language.look_up(word).classes & class::OF != 0));
        let kind = if name && is_aged(parsed, head) {
            NameKind::Person
        } else if knows(class::ORGANISATION) {
            NameKind::Organisation
        } else if !thing && (form.is_some() || knows(class::PERSON_NOUN) || relative) {
            NameKind::Person
        } else if !name {
            NameKind::Noun
        } else if !thing && (2..=3).contains(&find::split(&small, " ").count()) && !self.is_plural(&small) {
            NameKind::Open
        } else {
            NameKind::Word
        };
        let many = tree.child(head, |role| role == Role::Conj).is_some()
            || parsed.is(head, class::MANY | class::PLURAL)
            || is_plural(parsed, head);
        Named { full: String::from(written), kind, many, form, nouns, sentence: self.sentence, subject }
    }

    /// "Craft Spirits Awards": of two words in the plural, no person has such a name.
    fn is_plural(&self, name: &str) -> bool {
        find::split(name, " ").filter(|word| self.language.is_plural(word, self.language.look_up(word))).count() > 1
    }

    /// The full name of one that is written short: "Montoya-Lewis" was "Raquel Montoya-Lewis".
    pub(super) fn full(&self, written: &str) -> Option<&str> {
        let mut longer = self.named.iter().filter(|named| {
            ends_with_word(&named.full, written) && named.full.len() > written.len() && named.kind != NameKind::Noun
        });
        let found = longer.next()?;
        let only = longer.next().is_none() && !begins_small(&found.full);
        only.then_some(found.full.as_str())
    }

    /// Whom a pronoun means; nothing where two could be meant.
    pub(super) fn meaning(&self, parsed: &Parsed<'_>, pronoun: usize) -> Option<String> {
        if parsed.is(pronoun, class::FIRST_PERSON | class::MESSAGE | class::RELATIVE) || parsed.quoted(pronoun) {
            return None;
        }
        match self.inside(parsed, pronoun) {
            Inside::Means(name) => Some(name),
            Inside::Unclear => None,
            Inside::Nothing => {
                let named = self.named.get(self.find(parsed, pronoun)?)?;
                Some(if begins_small(&named.full) {
                    with_article(parsed, self.language, &named.full)
                } else {
                    named.full.clone()
                })
            }
        }
    }

    /// What the clauses around a pronoun say of it: the subject of the nearest that agrees.
    fn inside(&self, parsed: &Parsed<'_>, pronoun: usize) -> Inside {
        let tree = &parsed.tree;
        let form = self.form(parsed, pronoun);
        for above in tree.upwards(pronoun).skip(1) {
            let Some(subject) = tree.child(above, Role::is_subject) else { continue };
            if tree.is_under(pronoun, subject) || subject == pronoun {
                continue;
            }
            if tree.pos(subject) == Pos::Pron {
                if subject < pronoun && self.form(parsed, subject) == form {
                    return match self.find(parsed, subject).and_then(|found| self.named.get(found)) {
                        Some(named) if named.kind != NameKind::Noun => Inside::Means(named.full.clone()),
                        _ => Inside::Unclear,
                    };
                }
                continue;
            }
            let Some((first, last)) = name_span(parsed, subject) else { continue };
            let written = parsed.written(first, last);
            let mut named = self.described(parsed, subject, written, nouns_of(parsed, subject), true);
            if let Some(known) = self.named.iter().rev().find(|known| same_name(known, &named)) {
                (named.kind, named.form) = (known.kind, named.form.or(known.form));
            }
            if !self.fits(parsed, pronoun, &named) {
                // "Jamaica sought her independence": who knows what it is called.
                let open = matches!(named.kind, NameKind::Word | NameKind::Open) && !named.many && named.form.is_none();
                if open && subject < pronoun && !parsed.is(pronoun, class::MANY) {
                    return Inside::Unclear;
                }
                continue;
            }
            // "there might be less pressure, but it": a noun that nothing determines is hardly what "it" stands for.
            let bare = tree.pos(subject) == Pos::Noun
                && !tree.children(subject).any(|child| matches!(tree.role(child), Role::Det | Role::Possessor));
            if bare && !parsed.is(pronoun, class::PERSON | class::MANY) {
                return Inside::Unclear;
            }
            // "After she left, Berg sold it": who that is, one reads only afterwards.
            if subject > pronoun {
                return Inside::Unclear;
            }
            return Inside::Means(self.full(written).map_or(String::from(written), String::from));
        }
        Inside::Nothing
    }

    /// Whether a pronoun may stand for a name.
    fn fits(&self, parsed: &Parsed<'_>, pronoun: usize, named: &Named) -> bool {
        let form = self.form(parsed, pronoun);
        if named.form.is_some() && named.form != form {
            return false;
        }
        let shown = named.form.is_some();
        if parsed.is(pronoun, class::PERSON) {
            !named.many && (matches!(named.kind, NameKind::Person | NameKind::Open) || shown)
        } else if parsed.is(pronoun, class::MANY) {
            named.many || shown
        } else {
            !named.many && (matches!(named.kind, NameKind::Organisation | NameKind::Word | NameKind::Noun) || shown)
        }
    }

    fn find(&self, parsed: &Parsed<'_>, pronoun: usize) -> Option<usize> {
        let form = self.form(parsed, pronoun)?;
        let person = parsed.is(pronoun, class::PERSON);
        let reach = if person { PERSON_REACH } else { THING_REACH };
        let near = |named: &Named| {
            named.sentence + reach >= self.sentence
                && self.fits(parsed, pronoun, named)
                && (named.subject || !begins_small(&named.full))
        };
        let fitting = self.named.iter().enumerate().filter(|(_, named)| near(named)).list();
        // Of those named last, the subject; of several, nobody.
        let last = fitting.iter().map(|(_, named)| named.sentence).max()?;
        let latest = fitting.iter().filter(|(_, named)| named.sentence == last).list();
        let mut subjects = latest.iter().filter(|(_, named)| named.subject);
        let subject = match (subjects.next(), subjects.next()) {
            (Some((place, _)), None) => Some(*place),
            _ => None,
        };
        if !person {
            return subject;
        }
        // Sure kinds before names that may be anything.
        let surely = fitting.iter().filter(|(_, named)| named.kind == NameKind::Person).list();
        let called = fitting.iter().filter(|(_, named)| named.form == Some(form)).list();
        // "Giffords was elected": a name of one word may be a person's, and was spoken of later.
        let unrivalled = |named: &Named| {
            named.form == Some(form)
                || !self.named.iter().any(|other| {
                    let word = other.kind == NameKind::Word && !other.many && other.form.is_none();
                    let short = is_proper(&other.full) && !find::has(&other.full, ' ');
                    let may = word && short || self.fits(parsed, pronoun, other) && is_proper(&other.full);
                    may && other.subject && other.sentence > named.sentence
                })
        };
        match (fitting.as_slice(), surely.as_slice(), called.as_slice()) {
            ([(only, named)], _, _) if unrivalled(named) => Some(*only),
            (_, _, [(only, named)]) if !self.has_rival(parsed, pronoun, *only, named) => Some(*only),
            (_, [(only, named)], _)
                if unrivalled(named) && latest.iter().all(|(place, named)| place == only || !named.subject) =>
            {
                Some(*only)
            }
            // Two may be meant: whoever alone was spoken of in the sentence right before.
            _ => subject.filter(|&place| {
                let sure = self
                    .named
                    .get(place)
                    .is_some_and(|named| named.kind == NameKind::Person || named.form == Some(form));
                last + 1 == self.sentence && (sure || latest.len() == 1)
            }),
        }
    }

    /// Whether somebody else whom a pronoun could mean was named as late as one whom it meant before.
    fn has_rival(&self, parsed: &Parsed<'_>, pronoun: usize, place: usize, named: &Named) -> bool {
        self.named.iter().enumerate().any(|(number, other)| {
            let word = other.kind == NameKind::Word && !other.many && other.form.is_none();
            let may = word || self.fits(parsed, pronoun, other) && !begins_small(&other.full);
            let late = other.sentence > named.sentence
                || other.sentence == named.sentence && (other.subject || !named.subject);
            number != place && may && late
        })
    }

    /// What a definite noun means: "the company" was said of one name only, "the court" is "the regional court in Lyon".
    pub(super) fn definite(&self, noun: &str) -> Option<String> {
        let noun = lower(noun);
        // "the captain" is nobody whom nothing shows to be a person.
        let person = self.language.look_up(&noun).classes & class::PERSON_NOUN != 0;
        let mut said = self.named.iter().filter(|named| {
            (!person || named.kind == NameKind::Person)
                && named.nouns.contains(&noun)
                && is_proper(&named.full)
                && !begins_small(&named.full)
                && !find::split(&lower(&named.full), " ").any(|word| word == noun)
        });
        if let Some(found) = said.next() {
            return said.next().is_none().then(|| found.full.clone());
        }
        None
    }
}

/// What the clauses around a pronoun say of it.
enum Inside {
    Means(String),
    Unclear,
    Nothing,
}

/// "council of Torv" as it is spoken of a second time.
fn with_article(parsed: &Parsed<'_>, language: &Language, noun: &str) -> String {
    let article = language.text("definite-article");
    let known = parsed.sentence.text.len() > noun.len() && !article.is_empty();
    if known { [article, " ", noun].concat() } else { String::from(noun) }
}
