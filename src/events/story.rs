//! The story so far: what later sentences take over from earlier ones.
//!
//! In: sentences in order. Out: whom a pronoun means, the last date told, the date of the lead.
//! It must never learn what becomes an event.

use super::clause::{Clause, ClauseKind};
use super::telling::Telling;
use super::verb::Form;
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
pub(super) struct Story {
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
    what: What,
    /// The pronoun that stood for a person before: who was "she" is not "he".
    pronoun: Option<String>,
    sentence: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum What {
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

impl Story {
    /// A new sentence: a new paragraph forgets the date.
    pub(super) fn enter(&mut self, telling: &Telling<'_>) {
        self.sentence += 1;
        if self.block != telling.block {
            self.block = telling.block;
            self.day = None;
        }
    }

    /// Remembers the subject of the sentence's first clause, and a person named elsewhere in it.
    pub(super) fn learn(&mut self, telling: &Telling<'_>) {
        let mut clauses = telling.clauses.list.iter().enumerate();
        let main = clauses.find(|(_, clause)| {
            matches!(clause.kind, ClauseKind::Main | ClauseKind::Content)
                && clause.verb.is_some_and(|verb| verb.form == Form::Finite)
        });
        let words = main.and_then(|(number, clause)| telling.name_in(telling.subject(clause, number)));
        let subject = words.as_deref().and_then(|words| self.what(telling, words));
        let is_person = |named: &Option<Named>| named.as_ref().is_some_and(|named| named.what == What::Person);
        let pronoun = words.as_deref().is_some_and(|words| telling.any(words, class::SUBJECT_PRONOUN));
        if !is_person(&subject) && !pronoun {
            // Behind the subject's back: what is said of "it" is said of the subject.
            let named = self.only_person_in(telling);
            self.named.extend(
                named.into_iter().filter(|named| subject.as_ref().is_none_or(|subject| subject.name != named.name)),
            );
        }
        if let Some([first, ..]) = words.as_deref().filter(|_| pronoun) {
            self.renew(telling, *first);
        }
        let mut subject = subject.map(|subject| with_pronoun(telling, subject));
        if let (Some(subject), Some((_, clause))) = (subject.as_mut(), main)
            && subject.what == What::Thing
            && words.as_deref().and_then(<[usize]>::first).is_some_and(|&first| telling.is(first, class::DETERMINER))
            && subject.pronoun.is_none()
            // "The Halden treaty is an agreement": both are one.
            && !(clause.verb.is_some_and(|verb| verb.copula) && words.as_deref().is_some_and(|words| is_named(telling, words)))
            && object(telling, clause).is_some_and(|object| {
                object.last().is_some_and(|&last| !telling.words.get(last).is_some_and(|word| word.plural))
            })
        {
            subject.what = What::Either;
        }
        self.named.extend(subject);
        let surplus = self.named.len().saturating_sub(12);
        self.named.drain(..surplus);
    }

    /// What a noun phrase names; `None` for pronouns and half sentences.
    fn what(&self, telling: &Telling<'_>, words: &[usize]) -> Option<Named> {
        let (&first, &last) = (words.first()?, words.last()?);
        let name = telling.written(first, last + 1);
        if telling.is(first, class::SUBJECT_PRONOUN | class::PRONOUN) || name.len() > LONGEST || name.is_empty() {
            return None;
        }
        // What a possessive owns is named, not its owner; "of the bank" says only which.
        let of = words.iter().position(|&word| telling.is(word, class::PREPOSITION)).unwrap_or(words.len());
        let heads = words.get(..of)?;
        let head = telling.words.get(*heads.last()?)?;
        let capitals = heads.iter().filter(|&&word| telling.is_capital(word)).count();
        let begins = telling.words.get(first)?;
        // "Two were rescued": of somebody, but of whom?
        if heads.len() == 1 && begins.is(class::DETERMINER) {
            return None;
        }
        // A capital that only the head of the sentence gives says nothing.
        let by_place = first == 0 && (begins.classes != 0 || begins.forms != 0);
        let named = head.capital && !(heads.len() == 1 && by_place);
        let what = if telling.any(heads, class::COORDINATOR) || head.plural && !named {
            What::Many
        } else if telling.any(heads, class::PERSON_NOUN) && !telling.is(first, class::POSSESSIVE) {
            What::Person
        } else if named && !begins.is(class::DETERMINER) {
            self.known(name).unwrap_or(if head.plural { What::Names } else { What::Name })
        } else if capitals > 1 {
            // "the sculptor Ida Brandt"
            let bare = heads.iter().rev().take_while(|&&word| telling.is_capital(word));
            let from = heads.len() - bare.count();
            if let Some(&from) = heads.get(from).filter(|_| from > 1 && from + 1 < heads.len()) {
                return Some(self.named(telling.written(from, last + 1), What::Name));
            }
            What::Thing
        } else {
            What::Thing
        };
        Some(self.named(name, what))
    }

    fn named(&self, name: &str, what: What) -> Named {
        let known = self.named.iter().rev().find(|known| known.name.ends_with(name));
        let pronoun = known.and_then(|known| known.pronoun.clone());
        Named { name: String::from(name), what, pronoun, sentence: self.sentence }
    }

    /// "Alvim" is the person that "President Teresa Alvim" was.
    fn known(&self, name: &str) -> Option<What> {
        let known = self.named.iter().find(|known| known.name.ends_with(name)).map(|known| known.what);
        known.map(|what| if matches!(what, What::Passing | What::Beside) { What::Name } else { what })
    }

    /// The one name of two words or more in a sentence, when there is but one.
    fn only_person_in(&self, telling: &Telling<'_>) -> Vec<Named> {
        let name = |word: usize| {
            telling.words.get(word).is_some_and(|word| {
                word.capital
                    && !word.mention
                    && !word.quoted
                    && word.kind == WordKind::Word
                    && !word.is(class::DETERMINER)
            })
        };
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for place in 0..telling.words.len() {
            match runs.last_mut().filter(|run| run.1 == place) {
                Some(run) if name(place) => run.1 = place + 1,
                _ if name(place) => runs.push((place, place + 1)),
                _ => {}
            }
        }
        runs.retain(|&(first, end)| {
            let behind_article = first.checked_sub(1).is_some_and(|before| telling.is(before, class::ARTICLE));
            (2..5).contains(&(end - first)) && !behind_article
        });
        let what = if runs.len() == 1 { What::Passing } else { What::Beside };
        runs.iter().take(4).map(|&(first, end)| self.named(telling.written(first, end), what)).list()
    }

    /// Whom a pronoun, or a possessive in front of a noun, means; `None` where nobody fits.
    pub(super) fn meaning_of(&self, telling: &Telling<'_>, pronoun: usize) -> Option<&str> {
        self.find(telling, pronoun).and_then(|place| self.named.get(place)).map(|named| named.name.as_str())
    }

    fn find(&self, telling: &Telling<'_>, pronoun: usize) -> Option<usize> {
        let written = telling.word(pronoun).to_ascii_lowercase();
        let is_person = telling.is(pronoun, class::PERSON);
        let many = telling.is(pronoun, class::MANY);
        let near = |named: &Named| named.sentence + REACH >= self.sentence;
        if is_person {
            let subject = telling.is(pronoun, class::SUBJECT_PRONOUN);
            let agrees = |named: &Named| !subject || named.pronoun.as_ref().is_none_or(|known| *known == written);
            // A name of one word is a person's when it ends a longer one: "Pryce", who was "Alan Pryce".
            let longer =
                |name: &str| self.named.iter().any(|other| other.name.len() > name.len() && other.name.ends_with(name));
            let may_be = |named: &Named| match named.what {
                What::Person => true,
                What::Name | What::Names => crate::base::find::has(&named.name, ' ') || longer(&named.name),
                _ => false,
            };
            // "Anandan held the title. He": of a name of one word that nothing explains, nobody knows whether it is a person.
            let unknown = |named: &Named| named.what == What::Name && !may_be(named);
            let last = |fits: &dyn Fn(&Named) -> bool| {
                self.named.iter().rposition(|named| fits(named) && near(named) && agrees(named))
            };
            return match last(&may_be) {
                Some(place) if self.named.iter().skip(place + 1).any(unknown) => None,
                None => last(&|named| named.what == What::Passing),
                found => found,
            };
        }
        // Neither "it" nor "they" reaches over another that it could mean as well.
        let fits = |named: &Named| match named.what {
            What::Many | What::Names => many,
            What::Thing | What::Name => !many,
            What::Either => !many,
            What::Person | What::Passing | What::Beside => false,
        };
        // "Johann Kern sold it. It closed": two capitals may be a person; so neither he nor what was named before him.
        let sure = |named: &Named| {
            near(named)
                && named.what != What::Either
                && (named.what != What::Name || !crate::base::find::has(&named.name, ' ') || named.pronoun.is_some())
        };
        self.named.iter().rposition(fits).filter(|&place| self.named.get(place).is_some_and(sure))
    }

    /// A pronoun names whom it means again.
    fn renew(&mut self, telling: &Telling<'_>, pronoun: usize) {
        let Some(place) = self.find(telling, pronoun) else { return };
        let mut named = self.named.remove(place);
        named.sentence = self.sentence;
        if telling.is(pronoun, class::SUBJECT_PRONOUN) {
            named.pronoun = Some(telling.word(pronoun).to_ascii_lowercase());
            if telling.is(pronoun, class::PERSON) {
                named.what = What::Person;
            }
        }
        self.named.push(named);
    }

    /// The subject before, whatever it is: the speaker behind "she said".
    pub(super) fn subject(&self) -> Option<&str> {
        let speaks = |named: &&Named| matches!(named.what, What::Person | What::Name);
        self.named.iter().rev().find(speaks).or(self.named.last()).map(|named| named.name.as_str())
    }
}

/// "North Taran said it would leave": a name that is "it" in its own sentence is no person's, one that is "she" is.
fn with_pronoun(telling: &Telling<'_>, mut named: Named) -> Named {
    let own = class::SUBJECT_PRONOUN | class::POSSESSIVE;
    let pronoun = (0..telling.words.len()).find(|&word| {
        telling.is(word, own)
            && !telling.is(word, class::FIRST_PERSON)
            && !telling.words.get(word).is_some_and(|word| word.quoted)
    });
    if let Some(pronoun) = pronoun.filter(|_| matches!(named.what, What::Name | What::Names)) {
        if telling.is(pronoun, class::PERSON) {
            named.what = What::Person;
        } else if !telling.is(pronoun, class::MANY) {
            named.what = What::Thing;
        }
    }
    named
}

/// What a pronoun means that is not the first of its sentence: the subject of a clause in front when that agrees, else its object.
pub(super) fn meaning_inside<'a>(telling: &Telling<'a>, number: usize, pronoun: usize) -> Inside<'a> {
    let list = telling.clauses.list.iter().enumerate().take(number).rev();
    let before =
        list.filter(|(_, clause)| clause.verb.is_some_and(|verb| verb.form == Form::Finite && verb.end <= pronoun));
    // "has orders for the jet since it was announced": which of the two is hard to say.
    let hangs = telling.clauses.get(number).is_some_and(|clause| clause.kind == ClauseKind::Subordinate)
        && !telling.is(pronoun, class::PERSON | class::MANY);
    let above = telling.clauses.get(number).and_then(|clause| telling.clauses.get(clause.parent?));
    let mut any = hangs && above.is_some_and(|above| above.kind == ClauseKind::Relative);
    for (other, clause) in before.filter(|(_, clause)| TELLING.contains(&clause.kind)) {
        // "closed it for repairs, but it": the sentences before know what it is.
        let same = |word: usize| telling.word(word).eq_ignore_ascii_case(telling.word(pronoun));
        if clause.verb.is_some_and(|verb| (verb.end..clause.end.min(pronoun)).any(same)) {
            return Inside::Nothing;
        }
        let subject = telling.name_in(telling.subject(clause, other));
        if let Some([only]) = subject.as_deref()
            && same(*only)
            && !any
        {
            return Inside::SameAs(other, *only);
        }
        let subject = subject.filter(|words| agree(telling, words, pronoun));
        if hangs {
            any |= subject.is_some();
            continue;
        }
        any = true;
        let object = || object(telling, clause).filter(|words| agree(telling, words, pronoun));
        if let Some(words) = subject.or_else(object)
            && let (Some(&first), Some(&last)) = (words.first(), words.last())
        {
            return Inside::Means(telling.written(first, last + 1));
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
fn is_named(telling: &Telling<'_>, words: &[usize]) -> bool {
    words.iter().skip(1).any(|&word| telling.is_capital(word))
}

/// Whether a noun phrase may be what a pronoun stands for.
pub(super) fn agree(telling: &Telling<'_>, words: &[usize], pronoun: usize) -> bool {
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
    if telling.is(first, class::SUBJECT_PRONOUN | class::PRONOUN) {
        return false;
    }
    let head = words
        .iter()
        .position(|&word| telling.is(word, class::PREPOSITION))
        .map_or(last, |of| of.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or(last));
    // The first word of a sentence has its capital anyway.
    let (capital, plural) =
        telling.words.get(head).map_or((false, false), |word| (word.capital && head > 0, word.plural));
    let many = telling.any(words, class::COORDINATOR) || plural && !capital;
    let person = telling.any(words, class::PERSON_NOUN);
    if telling.is(pronoun, class::PERSON) {
        (capital || person || head == 0) && !many
    } else if telling.is(pronoun, class::MANY) {
        many
    } else {
        !many && !person
    }
}

/// The noun phrase right behind a verb: an article or number and what follows it, to the next preposition.
fn object(telling: &Telling<'_>, clause: &Clause) -> Option<Vec<usize>> {
    let from = clause.verb?.end;
    if !telling.is(from, class::ARTICLE) {
        return None;
    }
    let noun = |&word: &usize| {
        telling.kind(word) == Some(WordKind::Word)
            && !telling.is(word, class::PREPOSITION | class::ADVERB | class::COORDINATOR | class::RELATIVE)
            && !telling.is_mention(word)
    };
    let words: Vec<usize> = (from..clause.end).take_while(noun).list();
    (words.len() > 1).then_some(words)
}
