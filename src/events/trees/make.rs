//! Making: a draft of one clause with its title, its source and the features of its making.
//!
//! In: a clause and its date. Out: a [`Draft`].
//! It must never learn whether the clause is worth sentence.

use super::chance::{Making, chance};
use super::clause::{Clause, Kind};
use super::gate::{AIM, Faults, LONGEST, is_whole};
use super::owner::Placed;
use super::speech::source;
use super::tell::Teller;
use super::tense::{Form, Time};
use super::title::{Title, TitleNeeds, capital, title};
use crate::base::date::{Bound, Extent, Precision};
use crate::base::find;
use crate::base::letter::is_letter_or_digit;
use crate::base::list::List;
use crate::events::draft::{Draft, Traits};
use crate::events::sentence::SentencePlace;
use crate::events::{Certainty, Status, When};
use crate::language::class;
use crate::syntax::Pos;

impl Teller<'_> {
    pub(super) fn needs(&self, when: &When) -> TitleNeeds<'_> {
        let open = when.extent.latest.zip(self.published).is_some_and(|(latest, published)| latest.day >= published);
        TitleNeeds { language: self.language, open, aim: AIM }
    }

    /// The title of a clause; where that can't stand alone, the clause as it is written, then what stands around it, then the sentence.
    pub(super) fn title(&self, number: usize, when: &When) -> Title {
        let made = title(self.parsed, self.clauses, number, &self.placed, self.names, self.needs(when));
        // "in an offensive that began in May": the beginning is told with all around it.
        let begins = self.clauses.get(number).filter(|clause| {
            let (first, last) = self.parsed.tree.edge(clause.head);
            clause.kind == Kind::Relative
                && self.parsed.is(clause.head, class::HAPPEN)
                && !self.parsed.is_apart(first, last).0
        });
        let goes_on = |clause: &Clause| clause.tense.progressive && clause.tense.time == Time::Present;
        let around = begins.and_then(|_| self.clauses.around(number).find(|(_, around)| goes_on(around)));
        let whole = around.map(|(around, _)| self.whole(around, when));
        if let Some(whole) = whole.filter(|whole| whole.faults.passes() && !whole.faults.long) {
            return Title { faults: Faults { verbatim: true, ..whole.faults }, ..whole };
        }
        if made.faults.passes() {
            return made;
        }
        let head = self.clauses.get(number).map_or(0, |clause| clause.head);
        let tells = |title: &Title| find::first(&title.text, self.parsed.word(head)).is_some();
        let around = core::iter::once(number).chain(self.clauses.around(number).map(|(above, _)| above));
        let wider = around.map(|above| self.whole(above, when)).chain(core::iter::once_with(|| self.sentence()));
        let stands = |title: &Title| title.faults.passes() && !title.faults.long && tells(title);
        wider
            .into_iter()
            .find(stands)
            .map_or(made, |title| Title { faults: Faults { verbatim: true, ..title.faults }, ..title })
    }

    /// The sentence as it is written.
    pub(super) fn sentence(&self) -> Title {
        let parsed = self.parsed;
        let starts = |place: &usize| {
            !(parsed.is(*place, class::CONNECTIVE)
                || matches!(parsed.tree.pos(*place), Pos::Punct | Pos::Cconj)
                    && !find::begins_in(parsed.word(*place), "“\"‘"))
        };
        let first = (0..parsed.len()).find(starts).unwrap_or(0);
        let last = (first..parsed.len()).rev().find(|&place| parsed.tree.pos(place) != Pos::Punct).unwrap_or(first);
        let close = parsed.word(last + 1);
        let last = if find::begins_in(close, ")”\"") { last + 1 } else { last };
        let text = parsed.written(first, last);
        let mut faults = Faults { verbatim: true, broken: !is_whole(text), ..Faults::default() };
        let finite = |clause: &Clause| clause.tense.form == Form::Finite;
        faults.not_finite = !self.clauses.list.iter().any(finite);
        faults.no_subject = !self.clauses.list.iter().any(|clause| finite(clause) && clause.subject.is_some());
        let unknown = class::SUBJECT_PRONOUN | class::PRONOUN | class::POSSESSIVE | class::MESSAGE;
        faults.pronoun = self.clauses.list.iter().filter(|clause| clause.kind == Kind::Main).any(|clause| {
            clause.subject.is_some_and(|subject| {
                let (from, _) = parsed.tree.edge(subject);
                [from, subject].iter().any(|&place| {
                    parsed.is(place, unknown)
                        && !parsed.is(place, class::FIRST_PERSON)
                        && (parsed.is(place, class::POSSESSIVE) || !parsed.is(place, class::DETERMINER))
                })
            })
        }) || parsed.is(first, class::SUBJECT_PRONOUN) && !parsed.is(first, class::FIRST_PERSON);
        Title { text: capital(text), faults }.limited()
    }

    /// The title of a clause with the dates inside it.
    pub(super) fn whole(&self, number: usize, when: &When) -> Title {
        title(self.parsed, self.clauses, number, &[], self.names, TitleNeeds { aim: LONGEST, ..self.needs(when) })
    }

    pub(super) fn mention(&self, placed: &Placed) -> Option<usize> {
        self.parsed.sentence.mentions.iter().position(|mention| mention.first == placed.owned.mention.first)
    }

    pub(super) fn phrase(&self, placed: &Placed) -> &str {
        let owned = &placed.owned;
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        owned.until.map_or(phrase, |until| phrase.join(until.dated.span)).of(self.parsed.sentence.text)
    }

    /// What is known of how an entry was made.
    pub(super) fn making(&self, number: usize, title: &Title, when: &When, status: Status) -> Making {
        let parsed = self.parsed;
        let sentence = parsed.sentence;
        let clause = self.clauses.get(number);
        let has = |classes| clause.is_some_and(|clause| parsed.is(clause.head, classes));
        let tense = clause.map(|clause| clause.tense);
        let own = (0..parsed.len()).filter(|&place| self.clauses.of(place) == Some(number)).list();
        Making {
            faults: title.faults,
            lead: self.lead,
            opening: matches!(sentence.place, SentencePlace::Opening | SentencePlace::Post),
            stated: when.certainty == Certainty::Stated,
            assumed: when.certainty == Certainty::Assumed,
            day: when.extent.precision <= Precision::Day,
            since: when.extent.bound == Bound::Since,
            open: when.extent.earliest.is_none(),
            planned: status == Status::Planned,
            strong: has(class::STRONG),
            speech: has(class::SPEECH_ACT),
            state: has(class::STATE) || tense.is_some_and(|tense| tense.copula),
            weak: has(class::WEAK),
            present: tense
                .is_some_and(|tense| tense.time == Time::Present && !tense.perfect && tense.form == Form::Finite),
            first_person: own.iter().any(|&place| parsed.is(place, class::FIRST_PERSON)),
            inner: clause.is_some_and(|clause| !matches!(clause.kind, Kind::Main | Kind::Joined | Kind::Content)),
            restricts: clause.is_some_and(|clause| {
                let (first, last) = parsed.tree.edge(clause.head);
                matches!(clause.kind, Kind::Relative | Kind::Reduced) && !parsed.is_apart(first, last).0
            }),
            slogan: self.slogan,
            names: own.iter().any(|&place| parsed.tree.pos(place) == Pos::Propn),
            figure: own.iter().any(|&place| parsed.tree.pos(place) == Pos::Num && parsed.mention(place).is_none()),
            place: sentence.block.unwrap_or(0).min(40) as f32 / 40.0,
            sure: 1.0,
            ..Making::default()
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a draft is what all of these say")]
    pub(super) fn draft(
        &self,
        number: usize,
        trigger: usize,
        title: Title,
        when: When,
        status: Status,
        mention: Option<usize>,
        making: Making,
    ) -> Draft {
        let parsed = self.parsed;
        let source = source(parsed, self.clauses, number, self.names);
        let status = if status == Status::Happened && source.is_some() { Status::Reported } else { status };
        let event = self
            .clauses
            .get(number)
            .and_then(|clause| clause.subject)
            .filter(|&subject| parsed.is(subject, class::EVENT_NOUN));
        // The news of the day is told in each article in words of its own: there the whole sentences are compared.
        let top = matches!(parsed.sentence.place, SentencePlace::Lead | SentencePlace::Opening | SentencePlace::Post);
        let passes =
            title.faults.passes() || making.noun && !title.faults.pronoun && !title.faults.bare && !title.faults.broken;
        Draft {
            article: self.article,
            published: self.published,
            sentence: self.number,
            clause: number,
            mention,
            content: self.content(&title.text),
            wide: if top { self.content(parsed.sentence.whole()) } else { Vec::new() },
            title: title.text,
            when,
            status,
            source,
            trigger: parsed.word(trigger).to_ascii_lowercase(),
            classes: parsed.classes(trigger),
            happening: event.map(|event| parsed.word(event).to_ascii_lowercase()),
            traits: Traits { news: making.news, lead: making.lead, opening: making.opening, ..Traits::default() },
            chance: Some(if passes { chance(&making) } else { 0.0 }),
        }
    }

    /// The words of a title that say something, in lower case and sorted.
    pub(super) fn content(&self, title: &str) -> Vec<String> {
        let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
        let words = title
            .split(|letter: char| !is_letter_or_digit(letter))
            .filter(|word| !word.is_empty())
            .map(crate::language::lower);
        let mut content = words.filter(|word| self.language.look_up(word).classes & silent == 0).list();
        crate::base::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        content
    }

    pub(super) fn day(extent: &Extent) -> bool {
        extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
    }
}
