//! One sentence about to be told, and how a draft is made of one of its clauses.
//!
//! In: a sentence with its dates, a clause, a date. Out: a [`Draft`] with its title and traits.
//! It must never learn which clauses are worth telling.

mod choice;
mod dated;
mod plain;
mod status;
mod undated;

pub(in crate::events) use dated::drafts;

use crate::base::date::{Day, Extent};
use crate::base::letter;
use crate::base::list::List;
use crate::events::clause::ClauseKind;
use crate::events::clause::verb::{VerbForm, VerbGroup};
use crate::events::discourse::Discourse;
use crate::events::draft::{Draft, Traits};
use crate::events::owner::Owned;
use crate::events::sentence::{Sentence, SentencePlace};
use crate::events::source::source;
use crate::events::title::{headline_fits, title};
use crate::events::{Certainty, Status, When};
use crate::language::word::WordKind;
use crate::language::{Language, class};

/// One sentence about to be told, with all that its drafts need.
pub(in crate::events) struct Teller<'a> {
    pub(in crate::events) article: usize,
    pub(in crate::events) number: usize,
    pub(in crate::events) sentence: &'a Sentence<'a>,
    pub(in crate::events) headline: Option<&'a Sentence<'a>>,
    pub(in crate::events) published: Option<Day>,
    pub(in crate::events) all: bool,
    pub(in crate::events) language: &'a Language,
    pub(in crate::events) owned: Vec<Owned>,
}

impl Teller<'_> {
    pub(in crate::events) fn draft(
        &self,
        number: usize,
        verb: VerbGroup,
        when: When,
        status: Status,
        mention: Option<usize>,
        discourse: &Discourse,
    ) -> Draft {
        let sentence = self.sentence;
        let own = sentence.of_clause(number);
        let content = self.content(&own, &when);
        let lead = sentence.place == SentencePlace::Lead;
        let first_finite = sentence
            .clauses
            .list
            .iter()
            .position(|clause| clause.verb.is_some_and(|verb| verb.form == VerbForm::Finite));
        let main = lead && (when.certainty == Certainty::Assumed || first_finite == Some(number));
        let headline = self
            .headline
            .filter(|headline| main && self.is_todays(&when.extent) && (self.all || headline_fits(headline, sentence)));
        let title = match headline.map(Sentence::whole).filter(|headline| letter::count(headline) <= 80) {
            Some(headline) => String::from(headline),
            None => title(sentence, number, &self.owned, discourse),
        };
        let head = verb.to.filter(|_| verb.classes & (class::PLAN | class::WEAK) != 0).unwrap_or(verb.head);
        let traits = self.traits(number, &own, verb, &title, headline.is_some());
        let source = source(sentence, number, discourse.subject());
        let status = if status == Status::Happened && source.is_some() { Status::Reported } else { status };
        Draft {
            chance: None,
            article: self.article,
            published: self.published,
            sentence: self.number,
            clause: number,
            mention,
            title,
            when,
            status,
            source,
            trigger: sentence.word(head).to_ascii_lowercase(),
            classes: sentence.words.get(head).map_or(0, |word| word.classes) | verb.classes,
            happening: self.happening(number),
            content,
            traits,
        }
    }

    /// The words of a clause that say something, in lower case and sorted.
    fn content(&self, own: &[usize], when: &When) -> Vec<String> {
        let sentence = self.sentence;
        // The news of the day is told twice, in words of its own: there the whole sentence is compared.
        let news = matches!(sentence.place, SentencePlace::Lead | SentencePlace::Opening | SentencePlace::Post)
            && when.extent.sort_day() == self.published;
        let compared = if news { (0..sentence.words.len()).list() } else { own.to_vec() };
        let mut content: Vec<String> = compared
            .iter()
            .filter(|&&word| tells(sentence, word))
            .map(|&word| sentence.word(word).to_ascii_lowercase())
            .list();
        crate::base::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        content
    }

    /// What speaks for and against a clause with this title.
    fn traits(&self, number: usize, own: &[usize], verb: VerbGroup, title: &str, headline: bool) -> Traits {
        let sentence = self.sentence;
        let lead = sentence.place == SentencePlace::Lead;
        let kind = sentence.clauses.get(number).map_or(ClauseKind::Main, |clause| clause.kind);
        // "IS has killed", "WHO names": in capitals a word is a name, whatever it means in small letters.
        let begins = title.split(' ').next().unwrap_or("");
        let is_name = begins.len() > 1 && !begins.bytes().any(|letter| letter.is_ascii_lowercase());
        let begins = if is_name { String::new() } else { begins.to_ascii_lowercase() };
        Traits {
            news: false,
            mute: title.split(' ').count() < 2,
            vague: self.language.look_up(&begins).classes & class::SUBJECT_PRONOUN != 0
                && !sentence.any(own, class::FIRST_PERSON),
            headless: self.language.look_up(&begins).classes & (class::BE | class::HAVE | class::TO) != 0,
            lead,
            opening: matches!(sentence.place, SentencePlace::Opening | SentencePlace::Post),
            quoted: sentence.clauses.get(number).is_some_and(|clause| clause.quoted),
            first_person: sentence.any(own, class::FIRST_PERSON),
            inner: matches!(kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Subordinate),
            trailing: verb.form == VerbForm::Gerund && verb.classes & (class::CAUSE | class::HAPPEN) == 0,
            nominal: sentence.any(own, class::EVENT_NOUN),
            number: own.iter().any(|&word| {
                sentence.words.get(word).is_some_and(|word| word.kind == WordKind::Number && !word.mention)
            }),
            names: own.iter().skip(1).any(|&word| sentence.is_capital(word)),
            headline,
        }
    }

    /// The event noun that is the head of a clause's subject, in lower case.
    fn happening(&self, number: usize) -> Option<String> {
        let sentence = self.sentence;
        let clause = sentence.clauses.get(number)?;
        let words = sentence.name_in(sentence.subject(clause, number))?;
        let of = words.iter().position(|&word| sentence.is(word, class::PREPOSITION)).unwrap_or(words.len());
        let head = *words.get(of.checked_sub(1)?)?;
        sentence.is(head, class::EVENT_NOUN).then(|| sentence.word(head).to_ascii_lowercase())
    }

    /// Whether a headline may speak of a date: it is of the week before publication.
    fn is_todays(&self, extent: &Extent) -> bool {
        let Some(published) = self.published else { return true };
        extent.earliest.is_some_and(|first| first.day <= published)
            && extent.latest.is_some_and(|last| published.days() - last.day.days() <= 7)
    }

    pub(in crate::events) fn phrase(&self, owned: &Owned) -> &str {
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        let phrase = owned.until.map_or(phrase, |until| phrase.join(until.dated.span));
        phrase.of(self.sentence.text)
    }
}

/// A word that says what an event is about.
fn tells(sentence: &Sentence<'_>, word: usize) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    sentence
        .words
        .get(word)
        .is_some_and(|word| matches!(word.kind, WordKind::Word | WordKind::Number) && !word.mention && !word.is(silent))
}
