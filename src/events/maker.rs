//! One sentence about to be told, and how a draft is made of one of its clauses.
//!
//! In: a sentence with its dates, a clause, a date. Out: a [`Draft`] with its title and traits.
//! It must never learn which clauses are worth telling.

use super::anchor::Owned;
use super::clause::ClauseKind;
use super::draft::{Draft, Traits};
use super::lexicon::{self as class, Lexicon};
use super::source::source;
use super::story::Story;
use super::telling::{Place, Telling};
use super::title::{headline_fits, title};
use super::verb::{Form, Group};
use super::word::Kind;
use super::{Certainty, Status, When};
use crate::base::date::{Day, Extent};
use crate::base::letter;
use crate::base::list::List;

/// One sentence about to be told, with all that its drafts need.
pub(super) struct Maker<'a> {
    pub(super) article: usize,
    pub(super) number: usize,
    pub(super) telling: &'a Telling<'a>,
    pub(super) headline: Option<&'a Telling<'a>>,
    pub(super) published: Option<Day>,
    pub(super) all: bool,
    pub(super) lexicon: &'a Lexicon,
    pub(super) owned: Vec<Owned>,
}

impl Maker<'_> {
    pub(super) fn draft(
        &self,
        number: usize,
        verb: Group,
        when: When,
        status: Status,
        mention: Option<usize>,
        story: &Story,
    ) -> Draft {
        let telling = self.telling;
        let own = telling.of_clause(number);
        let content = self.content(&own, &when);
        let lead = telling.place == Place::Lead;
        let first_finite =
            telling.clauses.list.iter().position(|clause| clause.verb.is_some_and(|verb| verb.form == Form::Finite));
        let main = lead && (when.certainty == Certainty::Assumed || first_finite == Some(number));
        let headline = self
            .headline
            .filter(|headline| main && self.is_todays(&when.extent) && (self.all || headline_fits(headline, telling)));
        let title = match headline.map(Telling::sentence).filter(|headline| letter::count(headline) <= 80) {
            Some(headline) => String::from(headline),
            None => title(telling, number, &self.owned, story),
        };
        let head = verb.to.filter(|_| verb.classes & (class::PLAN | class::WEAK) != 0).unwrap_or(verb.head);
        let traits = self.traits(number, &own, verb, &title, headline.is_some());
        let source = source(telling, number, story.subject());
        let status = if status == Status::Happened && source.is_some() { Status::Reported } else { status };
        Draft {
            article: self.article,
            published: self.published,
            telling: self.number,
            clause: number,
            mention,
            title,
            when,
            status,
            source,
            trigger: telling.word(head).to_ascii_lowercase(),
            classes: telling.words.get(head).map_or(0, |word| word.classes) | verb.classes,
            happening: self.happening(number),
            content,
            traits,
            chance: None,
        }
    }

    /// The words of a clause that say something, in lower case and sorted.
    fn content(&self, own: &[usize], when: &When) -> Vec<String> {
        let telling = self.telling;
        // The news of the day is told twice, in words of its own: there the whole sentence is compared.
        let news = matches!(telling.place, Place::Lead | Place::Opening | Place::Post)
            && when.extent.sort_day() == self.published;
        let compared = if news { (0..telling.words.len()).list() } else { own.to_vec() };
        let mut content: Vec<String> = compared
            .iter()
            .filter(|&&word| tells(telling, word))
            .map(|&word| telling.word(word).to_ascii_lowercase())
            .list();
        crate::base::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        content
    }

    /// What speaks for and against a clause with this title.
    fn traits(&self, number: usize, own: &[usize], verb: Group, title: &str, headline: bool) -> Traits {
        let telling = self.telling;
        let lead = telling.place == Place::Lead;
        let kind = telling.clauses.get(number).map_or(ClauseKind::Main, |clause| clause.kind);
        // "IS has killed", "WHO names": in capitals a word is a name, whatever it means in small letters.
        let begins = title.split(' ').next().unwrap_or("");
        let is_name = begins.len() > 1 && !begins.bytes().any(|letter| letter.is_ascii_lowercase());
        let begins = if is_name { String::new() } else { begins.to_ascii_lowercase() };
        Traits {
            news: false,
            mute: title.split(' ').count() < 2,
            vague: self.lexicon.look_up(&begins).classes & class::SUBJECT_PRONOUN != 0
                && !telling.any(own, class::FIRST_PERSON),
            headless: self.lexicon.look_up(&begins).classes & (class::BE | class::HAVE | class::TO) != 0,
            lead,
            opening: matches!(telling.place, Place::Opening | Place::Post),
            quoted: telling.clauses.get(number).is_some_and(|clause| clause.quoted),
            first_person: telling.any(own, class::FIRST_PERSON),
            inner: matches!(kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Subordinate),
            trailing: verb.form == Form::Gerund && verb.classes & (class::CAUSE | class::HAPPEN) == 0,
            nominal: telling.any(own, class::EVENT_NOUN),
            number: own
                .iter()
                .any(|&word| telling.words.get(word).is_some_and(|word| word.kind == Kind::Number && !word.mention)),
            names: own.iter().skip(1).any(|&word| telling.is_capital(word)),
            headline,
        }
    }

    /// The event noun that is the head of a clause's subject, in lower case.
    fn happening(&self, number: usize) -> Option<String> {
        let telling = self.telling;
        let clause = telling.clauses.get(number)?;
        let words = telling.name_in(telling.subject(clause, number))?;
        let of = words.iter().position(|&word| telling.is(word, class::PREPOSITION)).unwrap_or(words.len());
        let head = *words.get(of.checked_sub(1)?)?;
        telling.is(head, class::EVENT_NOUN).then(|| telling.word(head).to_ascii_lowercase())
    }

    /// Whether a headline may speak of a date: it is of the week before publication.
    fn is_todays(&self, extent: &Extent) -> bool {
        let Some(published) = self.published else { return true };
        extent.earliest.is_some_and(|first| first.day <= published)
            && extent.latest.is_some_and(|last| published.days() - last.day.days() <= 7)
    }

    pub(super) fn phrase(&self, owned: &Owned) -> &str {
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        let phrase = owned.until.map_or(phrase, |until| phrase.join(until.dated.span));
        phrase.of(self.telling.text)
    }
}

/// A word that says what an event is about.
fn tells(telling: &Telling<'_>, word: usize) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    telling
        .words
        .get(word)
        .is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number) && !word.mention && !word.is(silent))
}
