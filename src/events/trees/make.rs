//! Making: a draft of one clause with its title, its source and the features of its making.
//!
//! In: a clause and its date. Out: a [`Draft`].
//! It must never learn whether the clause is worth sentence.

use super::chance::{Making, chance};
use super::clause::Kind;
use super::gate::{AIM, Faults, LONGEST};
use super::owner::Placed;
use super::speech::source;
use super::tell::Teller;
use super::tense::{Form, Time};
use super::title::{Title, TitleNeeds, title};
use crate::base::date::{Bound, Extent, Precision};
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

    /// The title of a clause.
    pub(super) fn title(&self, number: usize, when: &When) -> Title {
        let needs = self.needs(when);
        let made = title(self.parsed, self.clauses, number, &self.placed, self.names, needs);
        let main = self.clauses.around(number).last().map(|(main, _)| main);
        let inner = self
            .clauses
            .get(number)
            .is_some_and(|clause| matches!(clause.kind, Kind::Relative | Kind::Reduced | Kind::Adverbial));
        // What can't be told on its own is told with all around it, its date included.
        if let Some(main) = main.filter(|_| inner && !made.faults.passes()) {
            let whole = self.whole(main, when);
            if whole.faults.passes()
                && !whole.faults.long
                && crate::base::find::first(
                    &whole.text,
                    self.parsed.word(self.clauses.get(number).map_or(0, |clause| clause.head)),
                )
                .is_some()
            {
                return Title { faults: Faults { verbatim: true, ..whole.faults }, ..whole };
            }
        }
        made
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
        let passes =
            title.faults.passes() || making.noun && !title.faults.pronoun && !title.faults.bare && !title.faults.broken;
        Draft {
            article: self.article,
            published: self.published,
            sentence: self.number,
            clause: number,
            mention,
            content: self.content(&title.text),
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
