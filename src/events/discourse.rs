//! The story so far: what later sentences take over from earlier ones.
//!
//! In: sentences in order. Out: whom a pronoun means, the last date told, the date of the lead.
//! It must never learn what becomes an event.

use super::clause::verb::VerbForm;
use super::clause::{Clause, ClauseKind};
use super::sentence::Sentence;
use crate::base::date::Extent;
use crate::base::list::List;
use crate::language::class;
use crate::language::word::WordKind;

/// A pronoun means somebody named at most so many sentences before; each further pronoun counts as naming.
const REACH: usize = 3;
/// Longer names say too much for a title.
const LONGEST: usize = 60;
/// So long is a name in front of "'s".
pub(super) const LONGEST_OWNER: usize = 30;

/// What is remembered from sentence to sentence.
#[derive(Default)]
pub(super) struct Discourse {
    /// Those who were named, the last one last.
    named: Vec<Named>,
    /// Last exact date told in this paragraph.
    pub(super) day: Option<Extent>,
    /// The date of the lead.
    pub(super) lead: Option<Extent>,
    block: Option<usize>,
    /// Sentences so far.
    sentence: usize,
}

/// Somebody or something a pronoun may stand for.
#[derive(Clone, Debug)]
struct Named {
    name: String,
    what: NamedKind,
    /// The pronoun that stood for a person before: who was "she" is not "he".
    pronoun: Option<String>,
    sentence: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NamedKind {
    Person,
    /// A name of one word or of several, of a person as likely as not.
    Name,
    /// A name that stood somewhere in a sentence, not as its subject, and the only one.
    Passing,
    /// One of several such names: it only says that its last word is a name.
    Beside,
    /// A thing beside its verb's object: "it" may be either.
    Either,
    Thing,
    Many,
    /// A name that ends like a plural: "Helen Jones" is one, "Dallas Cowboys" are many.
    Names,
}

impl Discourse {
    /// A new sentence: a new paragraph forgets the date.
    pub(super) fn enter(&mut self, sentence: &Sentence<'_>) {
        self.sentence += 1;
        if self.block != sentence.block {
            self.block = sentence.block;
            self.day = None;
        }
    }

    /// Remembers the subject of the sentence's first clause, and a person named elsewhere in it.
    pub(super) fn learn(&mut self, sentence: &Sentence<'_>) {
        let mut clauses = sentence.clauses.list.iter().enumerate();
        let main = clauses.find(|(_, clause)| {
            matches!(clause.kind, ClauseKind::Main | ClauseKind::Content)
                && clause.verb.is_some_and(|verb| verb.form == VerbForm::Finite)
        });
        let words = main.and_then(|(number, clause)| sentence.name_in(sentence.subject(clause, number)));
        let subject = words.as_deref().and_then(|words| self.what(sentence, words));
        let is_person = |named: &Option<Named>| named.as_ref().is_some_and(|named| named.what == NamedKind::Person);
        let pronoun = words.as_deref().is_some_and(|words| sentence.any(words, class::SUBJECT_PRONOUN));
        if !is_person(&subject) && !pronoun {
            // Remembered before the subject, so that a later pronoun finds the subject first.
            let named = self.only_person_in(sentence);
            self.named.extend(
                named.into_iter().filter(|named| subject.as_ref().is_none_or(|subject| subject.name != named.name)),
            );
        }
        if let Some([first, ..]) = words.as_deref().filter(|_| pronoun) {
            self.renew(sentence, *first);
        }
        let mut subject = subject.map(|subject| with_pronoun(sentence, subject));
        if let (Some(subject), Some((_, clause))) = (subject.as_mut(), main)
            && subject.what == NamedKind::Thing
            && words.as_deref().and_then(<[usize]>::first).is_some_and(|&first| sentence.is(first, class::DETERMINER))
            && subject.pronoun.is_none()
            // "The Halden treaty is an agreement": both are one.
            && !(clause.verb.is_some_and(|verb| verb.copula) && words.as_deref().is_some_and(|words| is_named(sentence, words)))
            && object(sentence, clause).is_some_and(|object| {
                object.last().is_some_and(|&last| !sentence.words.get(last).is_some_and(|word| word.plural))
            })
        {
            subject.what = NamedKind::Either;
        }
        self.named.extend(subject);
        let surplus = self.named.len().saturating_sub(12);
        self.named.drain(..surplus);
    }

    /// What a noun phrase names; `None` for pronouns and half sentences.
    fn what(&self, sentence: &Sentence<'_>, words: &[usize]) -> Option<Named> {
        let (&first, &last) = (words.first()?, words.last()?);
        let name = sentence.written(first, last + 1);
        if sentence.is(first, class::SUBJECT_PRONOUN | class::PRONOUN) || name.len() > LONGEST || name.is_empty() {
            return None;
        }
        // What a possessive owns is named, not its owner; "of the bank" says only which.
        let of = words.iter().position(|&word| sentence.is(word, class::PREPOSITION)).unwrap_or(words.len());
        let heads = words.get(..of)?;
        let head = sentence.words.get(*heads.last()?)?;
        let capitals = heads.iter().filter(|&&word| sentence.is_capital(word)).count();
        let begins = sentence.words.get(first)?;
        // "Two were rescued": of somebody, but of whom?
        if heads.len() == 1 && begins.is(class::DETERMINER) {
            return None;
        }
        // A capital that only the head of the sentence gives says nothing.
        let by_place = first == 0 && (begins.classes != 0 || begins.forms != 0);
        let named = head.capital && !(heads.len() == 1 && by_place);
        let what = if sentence.any(heads, class::COORDINATOR) || head.plural && !named {
            NamedKind::Many
        } else if sentence.any(heads, class::PERSON_NOUN) && !sentence.is(first, class::POSSESSIVE) {
            NamedKind::Person
        } else if named && !begins.is(class::DETERMINER) {
            self.known(name).unwrap_or(if head.plural { NamedKind::Names } else { NamedKind::Name })
        } else if capitals > 1 {
            // "the sculptor Ida Brandt"
            let bare = heads.iter().rev().take_while(|&&word| sentence.is_capital(word));
            let from = heads.len() - bare.count();
            if let Some(&from) = heads.get(from).filter(|_| from > 1 && from + 1 < heads.len()) {
                return Some(self.named(sentence.written(from, last + 1), NamedKind::Name));
            }
            NamedKind::Thing
        } else {
            NamedKind::Thing
        };
        Some(self.named(name, what))
    }

    fn named(&self, name: &str, what: NamedKind) -> Named {
        let known = self.named.iter().rev().find(|known| known.name.ends_with(name));
        let pronoun = known.and_then(|known| known.pronoun.clone());
        Named { name: String::from(name), what, pronoun, sentence: self.sentence }
    }

    /// "Alvim" is the person that "President Teresa Alvim" was.
    fn known(&self, name: &str) -> Option<NamedKind> {
        let known = self.named.iter().find(|known| known.name.ends_with(name)).map(|known| known.what);
        known.map(|what| if matches!(what, NamedKind::Passing | NamedKind::Beside) { NamedKind::Name } else { what })
    }

    /// The one name of two words or more in a sentence, when there is but one.
    fn only_person_in(&self, sentence: &Sentence<'_>) -> Vec<Named> {
        let name = |word: usize| {
            sentence.words.get(word).is_some_and(|word| {
                word.capital
                    && !word.mention
                    && !word.quoted
                    && word.kind == WordKind::Word
                    && !word.is(class::DETERMINER)
            })
        };
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for place in 0..sentence.words.len() {
            match runs.last_mut().filter(|run| run.1 == place) {
                Some(run) if name(place) => run.1 = place + 1,
                _ if name(place) => runs.push((place, place + 1)),
                _ => {}
            }
        }
        runs.retain(|&(first, end)| {
            let behind_article = first.checked_sub(1).is_some_and(|before| sentence.is(before, class::ARTICLE));
            (2..5).contains(&(end - first)) && !behind_article
        });
        let what = if runs.len() == 1 { NamedKind::Passing } else { NamedKind::Beside };
        runs.iter().take(4).map(|&(first, end)| self.named(sentence.written(first, end), what)).list()
    }

    /// Whom a pronoun, or a possessive in front of a noun, means; `None` where nobody fits.
    pub(super) fn meaning_of(&self, sentence: &Sentence<'_>, pronoun: usize) -> Option<&str> {
        self.find(sentence, pronoun).and_then(|place| self.named.get(place)).map(|named| named.name.as_str())
    }

    fn find(&self, sentence: &Sentence<'_>, pronoun: usize) -> Option<usize> {
        let written = sentence.word(pronoun).to_ascii_lowercase();
        let is_person = sentence.is(pronoun, class::PERSON);
        let many = sentence.is(pronoun, class::MANY);
        let near = |named: &Named| named.sentence + REACH >= self.sentence;
        if is_person {
            let subject = sentence.is(pronoun, class::SUBJECT_PRONOUN);
            let agrees = |named: &Named| !subject || named.pronoun.as_ref().is_none_or(|known| *known == written);
            // A name of one word is a person's when it ends a longer one: "Pryce", who was "Alan Pryce".
            let longer =
                |name: &str| self.named.iter().any(|other| other.name.len() > name.len() && other.name.ends_with(name));
            let may_be = |named: &Named| match named.what {
                NamedKind::Person => true,
                NamedKind::Name | NamedKind::Names => crate::base::find::has(&named.name, ' ') || longer(&named.name),
                _ => false,
            };
            // "Anandan held the title. He": of a name of one word that nothing explains, nobody knows whether it is a person.
            let unknown = |named: &Named| named.what == NamedKind::Name && !may_be(named);
            let last = |fits: &dyn Fn(&Named) -> bool| {
                self.named.iter().rposition(|named| fits(named) && near(named) && agrees(named))
            };
            return match last(&may_be) {
                Some(place) if self.named.iter().skip(place + 1).any(unknown) => None,
                None => last(&|named| named.what == NamedKind::Passing),
                found => found,
            };
        }
        // Neither "it" nor "they" reaches over another that it could mean as well.
        let fits = |named: &Named| match named.what {
            NamedKind::Many | NamedKind::Names => many,
            NamedKind::Thing | NamedKind::Name => !many,
            NamedKind::Either => !many,
            NamedKind::Person | NamedKind::Passing | NamedKind::Beside => false,
        };
        // "Johann Kern sold it. It closed": two capitals may be a person; so neither he nor what was named before him.
        let sure = |named: &Named| {
            near(named)
                && named.what != NamedKind::Either
                && (named.what != NamedKind::Name
                    || !crate::base::find::has(&named.name, ' ')
                    || named.pronoun.is_some())
        };
        self.named.iter().rposition(fits).filter(|&place| self.named.get(place).is_some_and(sure))
    }

    /// A pronoun names whom it means again.
    fn renew(&mut self, sentence: &Sentence<'_>, pronoun: usize) {
        let Some(place) = self.find(sentence, pronoun) else { return };
        let mut named = self.named.remove(place);
        named.sentence = self.sentence;
        if sentence.is(pronoun, class::SUBJECT_PRONOUN) {
            named.pronoun = Some(sentence.word(pronoun).to_ascii_lowercase());
            if sentence.is(pronoun, class::PERSON) {
                named.what = NamedKind::Person;
            }
        }
        self.named.push(named);
    }

    /// The subject before, whatever it is: the speaker behind "she said".
    pub(super) fn subject(&self) -> Option<&str> {
        let speaks = |named: &&Named| matches!(named.what, NamedKind::Person | NamedKind::Name);
        self.named.iter().rev().find(speaks).or(self.named.last()).map(|named| named.name.as_str())
    }
}

/// "North Taran said it would leave": a name that is "it" in its own sentence is no person's, one that is "she" is.
fn with_pronoun(sentence: &Sentence<'_>, mut named: Named) -> Named {
    let own = class::SUBJECT_PRONOUN | class::POSSESSIVE;
    let pronoun = (0..sentence.words.len()).find(|&word| {
        sentence.is(word, own)
            && !sentence.is(word, class::FIRST_PERSON)
            && !sentence.words.get(word).is_some_and(|word| word.quoted)
    });
    if let Some(pronoun) = pronoun.filter(|_| matches!(named.what, NamedKind::Name | NamedKind::Names)) {
        if sentence.is(pronoun, class::PERSON) {
            named.what = NamedKind::Person;
        } else if !sentence.is(pronoun, class::MANY) {
            named.what = NamedKind::Thing;
        }
    }
    named
}

/// What a pronoun means that is not the first of its sentence: the subject of a clause in front when that agrees, else its object.
pub(super) fn meaning_inside<'a>(sentence: &Sentence<'a>, number: usize, pronoun: usize) -> Inside<'a> {
    let list = sentence.clauses.list.iter().enumerate().take(number).rev();
    let before =
        list.filter(|(_, clause)| clause.verb.is_some_and(|verb| verb.form == VerbForm::Finite && verb.end <= pronoun));
    // "has orders for the jet since it was announced": which of the two is hard to say.
    let hangs = sentence.clauses.get(number).is_some_and(|clause| clause.kind == ClauseKind::Subordinate)
        && !sentence.is(pronoun, class::PERSON | class::MANY);
    let above = sentence.clauses.get(number).and_then(|clause| sentence.clauses.get(clause.parent?));
    let mut any = hangs && above.is_some_and(|above| above.kind == ClauseKind::Relative);
    for (other, clause) in before.filter(|(_, clause)| TELLING.contains(&clause.kind)) {
        // "closed it for repairs, but it": the sentences before know what it is.
        let same = |word: usize| sentence.word(word).eq_ignore_ascii_case(sentence.word(pronoun));
        if clause.verb.is_some_and(|verb| (verb.end..clause.end.min(pronoun)).any(same)) {
            return Inside::Nothing;
        }
        let subject = sentence.name_in(sentence.subject(clause, other));
        if let Some([only]) = subject.as_deref()
            && same(*only)
            && !any
        {
            return Inside::SameAs(other, *only);
        }
        let subject = subject.filter(|words| agree(sentence, words, pronoun));
        if hangs {
            any |= subject.is_some();
            continue;
        }
        any = true;
        let object = || object(sentence, clause).filter(|words| agree(sentence, words, pronoun));
        if let Some(words) = subject.or_else(object)
            && let (Some(&first), Some(&last)) = (words.first(), words.last())
        {
            return Inside::Means(sentence.written(first, last + 1));
        }
    }
    if any { Inside::Unclear } else { Inside::Nothing }
}

/// The clauses whose subjects later pronouns stand for.
const TELLING: [ClauseKind; 3] = [ClauseKind::Main, ClauseKind::Coordinated, ClauseKind::Content];

/// What the clauses in front of a pronoun say of it.
pub(super) enum Inside<'a> {
    Means(&'a str),
    /// The same as the pronoun that is the subject of a clause in front: the clause, the word.
    SameAs(usize, usize),
    /// There are some, and none agrees.
    Unclear,
    /// It stands in the first clause: the sentences before must tell.
    Nothing,
}

/// Whether there is a name in a noun phrase, behind its first word.
fn is_named(sentence: &Sentence<'_>, words: &[usize]) -> bool {
    words.iter().skip(1).any(|&word| sentence.is_capital(word))
}

/// Whether a noun phrase may be what a pronoun stands for.
pub(super) fn agree(sentence: &Sentence<'_>, words: &[usize], pronoun: usize) -> bool {
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
    if sentence.is(first, class::SUBJECT_PRONOUN | class::PRONOUN) {
        return false;
    }
    let head = words
        .iter()
        .position(|&word| sentence.is(word, class::PREPOSITION))
        .map_or(last, |of| of.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or(last));
    // The first word of a sentence has its capital anyway.
    let (capital, plural) =
        sentence.words.get(head).map_or((false, false), |word| (word.capital && head > 0, word.plural));
    let many = sentence.any(words, class::COORDINATOR) || plural && !capital;
    let person = sentence.any(words, class::PERSON_NOUN);
    if sentence.is(pronoun, class::PERSON) {
        (capital || person || head == 0) && !many
    } else if sentence.is(pronoun, class::MANY) {
        many
    } else {
        !many && !person
    }
}

/// The noun phrase right behind a verb: an article or number and what follows it, to the next preposition.
fn object(sentence: &Sentence<'_>, clause: &Clause) -> Option<Vec<usize>> {
    let from = clause.verb?.end;
    if !sentence.is(from, class::ARTICLE) {
        return None;
    }
    let noun = |&word: &usize| {
        sentence.kind(word) == Some(WordKind::Word)
            && !sentence.is(word, class::PREPOSITION | class::ADVERB | class::COORDINATOR | class::RELATIVE)
            && !sentence.is_mention(word)
    };
    let words: Vec<usize> = (from..clause.end).take_while(noun).list();
    (words.len() > 1).then_some(words)
}
