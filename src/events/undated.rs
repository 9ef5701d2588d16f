//! What has no date of its own: the news in the lead, what happened "already", and how the story went on.
//!
//! In: a sentence and the story so far. Out: drafts with assumed or inferred dates.
//! It must never learn what dated clauses become.

use super::anchor::{by, extent, is_unreal};
use super::clause::ClauseKind;
use super::draft::Draft;
use super::maker::Maker;
use super::source::{content, reports};
use super::story::Story;
use super::telling::Place;
use super::verb::{Form, Group, Tense};
use super::why::{Reason, why};
use super::{Certainty, Status, When};
use crate::base::date::{Bound, Day, Extent};
use crate::language::class;
use crate::language::word::WordKind;

impl Maker<'_> {
    /// What has no date of its own: the news in the lead, what happened "already", and how the story went on.
    pub(super) fn undated(&self, story: &mut Story, drafts: &mut Vec<Draft>, dated: bool) {
        let Some(published) = self.published else { return };
        let list = &self.telling.clauses.list;
        let told = list.iter().enumerate().find(|(number, clause)| {
            clause.verb.is_some_and(|verb| verb.form == Form::Finite)
                && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Bracket | ClauseKind::Subordinate)
                && !is_unreal(self.telling, *number, None)
        });
        let speaks = list.iter().enumerate().find(|(_, clause)| self.all && clause.verb.is_some());
        let Some((mut number, mut clause)) = told.or(speaks) else { return };
        let own_date = |number: usize| self.owned.iter().any(|owned| owned.clause == number);
        let news = matches!(self.telling.place, Place::Lead | Place::Post);
        if dated && (!news || own_date(number)) {
            return;
        }
        if reports(clause)
            && let Some((inner, what)) = content(self.telling, number)
            && what.verb.is_some_and(|verb| verb.tense != Tense::Future)
            && !is_unreal(self.telling, inner, None)
        {
            if dated && own_date(inner) {
                return;
            }
            (number, clause) = (inner, what);
        }
        let Some(verb) = clause.verb else { return };
        let past = verb.tense == Tense::Past || verb.perfect;
        let tells = past || verb.progressive || verb.classes & (class::SPEECH_ACT | class::STRONG) != 0;
        if news && tells {
            let extent = self.told_in_passing(number, verb, published, story, drafts).unwrap_or_else(|| {
                let extent = Extent::day(published);
                drafts.push(self.assumed(number, verb, extent, Reason::News, Status::Happened, story));
                extent
            });
            story.lead = story.lead.or(Some(extent));
        } else if let Some(when) = self.under_heading(published).filter(|_| past) {
            drafts.push(self.draft(number, verb, when, Status::Happened, None, story));
        } else if self.all {
            let (extent, reason) = self.next_in(story, published);
            drafts.push(self.assumed(number, verb, extent, reason, Status::Happened, story));
        } else if is_over(verb) && !clause.quoted {
            let phrase = self.telling.written(verb.first, verb.end);
            let extent = by(published);
            let when = When {
                why: why(Reason::Before(phrase), &extent, self.published, self.language),
                extent,
                certainty: Certainty::Inferred,
            };
            drafts.push(self.draft(number, verb, when, Status::Happened, None, story));
        }
    }

    /// The lead's own date when it stands with the saying: "told reporters on Tuesday to", "found water, says a study published on Thursday".
    fn told_in_passing(
        &self,
        number: usize,
        verb: Group,
        published: Day,
        story: &Story,
        drafts: &mut Vec<Draft>,
    ) -> Option<Extent> {
        let owned = self.owned.iter().find(|owned| {
            let says = self.telling.clauses.get(owned.clause).and_then(|clause| clause.verb).is_some_and(|verb| {
                verb.classes & (class::REPORT | class::SPEECH_ACT) != 0 || self.telling.is(verb.head, class::ISSUE)
            });
            let recent = owned.mention.dated.range.is_some_and(|range| {
                // A day, or a weekend.
                range.last.day.days() - range.first.day.days() < 2
                    && range.last.day <= published
                    && published.days() - range.first.day.days() <= 7
            });
            // "caused Tuesday's outage"
            let event = owned.attributive
                && self.telling.kind(owned.mention.end) == Some(WordKind::Clitic)
                && self.telling.is(owned.mention.end + 1, class::EVENT_NOUN)
                && self.telling.clauses.of(owned.mention.first) == number;
            recent && (!owned.attributive && says || event)
        })?;
        // What was published is told with what it says.
        drafts.retain(|draft| draft.telling != self.number || draft.clause != owned.clause);
        let extent = extent(owned, self.published, false)?;
        let reason = Reason::Report(&owned.mention.dated, self.phrase(owned));
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Inferred };
        let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
        let mut draft = self.draft(number, verb, when, Status::Happened, mention, story);
        draft.traits.news = true;
        drafts.push(draft);
        Some(extent)
    }

    /// The date of the heading above, for the first sentence of a paragraph.
    fn under_heading(&self, published: Day) -> Option<When> {
        let (dated, words) = self.telling.heading.filter(|_| self.telling.place != Place::Inside)?;
        let range = dated.range?;
        let extent = Extent {
            earliest: Some(range.first),
            latest: Some(range.last),
            precision: range.precision,
            bound: if range.first == range.last { Bound::Exact } else { Bound::Between },
            ..Extent::day(published)
        };
        let why = why(Reason::Mention(&dated, words), &extent, self.published, self.language);
        Some(When { why, extent, certainty: Certainty::Inferred })
    }

    /// Where the story stands: at the paragraph's last date, the lead's, or the day of publication.
    fn next_in(&self, story: &Story, published: Day) -> (Extent, Reason<'static>) {
        match story.day.or(story.lead) {
            Some(extent) => (extent, Reason::Carried(extent.sort_day().unwrap_or(published))),
            None => (Extent::day(published), Reason::News),
        }
    }

    fn assumed(
        &self,
        number: usize,
        verb: Group,
        extent: Extent,
        reason: Reason<'_>,
        status: Status,
        story: &Story,
    ) -> Draft {
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Assumed };
        let mut draft = self.draft(number, verb, when, status, None, story);
        draft.traits.news = matches!(reason, Reason::News);
        draft
    }
}

/// Past perfect, "has already", "recently": before publication, or before what stands around it.
fn is_over(verb: Group) -> bool {
    let past_perfect = verb.perfect && verb.tense == Tense::Past;
    (past_perfect || verb.already && (verb.perfect || verb.tense == Tense::Past))
        && verb.classes & class::STATE == 0
        && !verb.progressive
}
