//! Choice: what is no event although a date stands beside it.
//!
//! In: a clause and the mention that dates it. Out: yes or no.
//! It must never learn what the event's title is.

use crate::base::date::Precision;
use crate::events::clause::verb::{Tense, VerbForm, VerbGroup};
use crate::events::clause::{Clause, ClauseKind};
use crate::events::owner::{Owned, is_unreal};
use crate::events::source::content;
use crate::events::teller::Teller;
use crate::language::class;
use crate::language::word::WordKind;
use crate::temporal::meaning::{Base, RelativeTo, TimePoint};
use crate::temporal::{DateRange, Meaning, Signal};

/// "had been refused visas until last week": the mention says when it ended.
pub(in crate::events) fn has_ended(owned: &Owned, verb: VerbGroup) -> bool {
    owned.mention.dated.signal == Some(Signal::Until) && (verb.negated || verb.perfect && verb.tense == Tense::Past)
}

impl Teller<'_> {
    /// Whether a mention dates no event at all.
    pub(in crate::events) fn dates_nothing(&self, place: usize, owned: &Owned, range: DateRange) -> bool {
        let sentence = self.sentence;
        let Some(clause) = sentence.clauses.get(owned.clause) else { return true };
        let Some(verb) = clause.verb else { return true };
        // Without a publication date, "last year" is a year nobody knows.
        let from_now = matches!(owned.mention.dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Step(_, _, RelativeTo::Published) | Base::Shift(_, _, RelativeTo::Published)));
        if self.published.is_none() && from_now || owned.attributive && !self.carries(owned, clause, verb) {
            return true;
        }
        let ahead = self.published.is_some_and(|published| range.last.day > published);
        let limit = Some((owned.mention.dated.signal.unwrap_or(Signal::At), ahead));
        if is_unreal(sentence, owned.clause, limit) && !(verb.negated && has_ended(owned, verb)) {
            return true;
        }
        // "down 2.5 billion from 1996": what something is compared with did not happen then.
        let begins = self.published.is_some_and(|published| range.first.day > published);
        let compared = owned.mention.dated.signal == Some(Signal::From)
            && owned.until.is_none()
            && !begins
            && range.precision >= Precision::Month;
        // "had hoped to finish by May": and did not, or one would say so.
        let hoped = verb.perfect && verb.tense == Tense::Past && verb.classes & class::PLAN != 0 && verb.to.is_some();
        compared || hoped || !self.all && self.is_background(place, owned, clause, verb)
    }

    /// What has a date and still is nothing that an editor would print.
    fn is_background(&self, place: usize, owned: &Owned, clause: &Clause, verb: VerbGroup) -> bool {
        let sentence = self.sentence;
        // "the quarter ended 30 September": the name of a stretch of time.
        let stretch = |word: usize| sentence.is(word, class::TIME_NOUN) || sentence.is_mention(word);
        let names_stretch = verb.form == VerbForm::Participle
            && verb.classes & class::HAPPEN != 0
            && verb.first > 0
            && stretch(verb.first - 1);
        // "compared with 1.3 billion a year earlier"
        let relates = verb.form != VerbForm::Finite && verb.classes & class::RELATION != 0;
        // "was its first victory since 1958" tells of today, not of 1958.
        // So does "fell to its lowest level since 2009": what has lasted since then stands in the perfect.
        let since = owned.mention.dated.signal == Some(Signal::Since) && !verb.perfect;
        let counted = since && verb.bare && verb.tense == Tense::Past && owned.mention.first > verb.end
            || owned.mention.dated.signal == Some(Signal::Since)
                && owned.mention.first.checked_sub(1).is_some_and(|before| sentence.is(before, class::TIME_NOUN));
        let superlative = since && verb.copula || counted;
        // "tells the story of two brothers who flee the city in 1943"
        let plot = clause.kind == ClauseKind::Relative
            && verb.tense == Tense::Present
            && !verb.perfect
            && !verb.modal
            && owned.mention.dated.signal != Some(Signal::Since)
            && owned
                .mention
                .dated
                .range
                .zip(self.published)
                .is_some_and(|(range, published)| range.last.day < published);
        // "to 14 cents a share from 12 cents a year earlier"
        let baseline = matches!(owned.mention.dated.meaning, Meaning::Point(TimePoint { base: Base::Shift(..), .. }))
            && (verb.end..owned.mention.first).any(|word| {
                sentence.is(word, class::RELATION)
                    && sentence.clauses.of(word) == owned.clause
                    && (word..owned.mention.first).any(|word| sentence.kind(word) == Some(WordKind::Number))
            });
        // "anyone who was on the bus": nobody in particular.
        let anybody = clause.kind == ClauseKind::Relative
            && clause.first.checked_sub(1).is_some_and(|before| sentence.is(before, class::PRONOUN));
        names_stretch
            || anybody
            || baseline
            || relates
            || superlative
            || plot
            || self.has_rival(place, owned)
            || sentence.any(&sentence.of_clause(owned.clause), class::HABIT)
    }

    /// Another mention dates the same clause, and better: it belongs to the verb, or comes first.
    pub(in crate::events) fn has_rival(&self, place: usize, owned: &Owned) -> bool {
        self.owned.iter().enumerate().any(|(other, rival)| {
            let days = |owned: &Owned| {
                owned.mention.dated.range.map_or(i32::MAX, |range| range.last.day.days() - range.first.day.days())
            };
            // "the fourth launch this year took place on Friday": the day inside the year says more.
            let inside = |one: &Owned, other: &Owned| {
                one.mention
                    .dated
                    .range
                    .zip(other.mention.dated.range)
                    .is_some_and(|(one, other)| one.first.day >= other.first.day && one.last.day <= other.last.day)
                    && days(one) < days(other)
            };
            let first = !inside(owned, rival) && (other < place || inside(rival, owned));
            let better = !rival.attributive && owned.attributive || rival.attributive == owned.attributive && first;
            other != place && rival.clause == owned.clause && better && !(rival.listed && owned.listed)
        })
    }

    /// Whether a clause only says that something is said: what is said is the event, not the saying.
    pub(in crate::events) fn only_reports(&self, number: usize, verb: VerbGroup) -> bool {
        let says = verb.classes & (class::REPORT | class::SPEECH_ACT);
        let news = says & class::SPEECH_ACT != 0;
        says != 0
            && (!news
                || content(self.sentence, number)
                    .is_some_and(|(_, what)| what.verb.is_some_and(|verb| verb.tense == Tense::Past)))
    }

    /// Whether an attributive mention dates the clause it stands in: "after the 2012 Games", "next year's race is to be held".
    pub(in crate::events) fn carries(&self, owned: &Owned, clause: &Clause, verb: VerbGroup) -> bool {
        // "in the fire of 1999"
        let reach = if owned.listed { 6 } else { 1 };
        let of = (1..owned.mention.first).rev().take(reach).find(|&place| self.sentence.is(place, class::OF));
        let possessive = self.sentence.kind(owned.mention.end) == Some(WordKind::Clitic);
        // "won the seat in Thursday's election", not "one of the winners of this year's prize"
        if possessive && owned.mention.dated.signal == Some(Signal::At) && owned.mention.first >= verb.end {
            return true;
        }
        if let Some(of) = of.filter(|_| !possessive) {
            return self.sentence.is(of - 1, class::EVENT_NOUN);
        }
        let governed =
            (0..owned.mention.first).rev().take(3).find(|&place| self.sentence.is(place, class::PREPOSITION));
        if governed.is_some_and(|place| self.sentence.is(place, class::SUBORDINATOR)) {
            return true;
        }
        let in_subject = owned.mention.end <= verb.first;
        let comma = (owned.mention.end..verb.first).any(|place| self.sentence.kind(place) == Some(WordKind::Comma));
        let fronted = in_subject && comma && owned.mention.first == clause.first;
        let says_something = verb.classes & class::STATE == 0 || verb.copula && verb.to.is_some();
        fronted || in_subject && possessive && says_something
    }
}
