//! What has no date of its own: the news in the lead, what happened "already", and how the story went on.
//!
//! In: a sentence and the story so far. Out: drafts with assumed or inferred dates.
//! It must never learn what dated clauses become.

use crate::base::date::{Bound, Day, Extent};
use crate::events::clause::ClauseKind;
use crate::events::clause::verb::{Tense, VerbForm, VerbGroup};
use crate::events::discourse::Discourse;
use crate::events::draft::Draft;
use crate::events::extent::{by, extent};
use crate::events::owner::is_unreal;
use crate::events::sentence::SentencePlace;
use crate::events::source::{content, reports};
use crate::events::teller::Teller;
use crate::events::why::{Reason, why};
use crate::events::{Certainty, Status, When};
use crate::language::class;
use crate::language::word::WordKind;

impl Teller<'_> {
    /// What has no date of its own: the news in the lead, what happened "already", and how the story went on.
    pub(in crate::events) fn undated(&self, discourse: &mut Discourse, drafts: &mut Vec<Draft>, dated: bool) {
        let Some(published) = self.published else { return };
        let list = &self.sentence.clauses.list;
        let told = list.iter().enumerate().find(|(number, clause)| {
            clause.verb.is_some_and(|verb| verb.form == VerbForm::Finite)
                && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Bracket | ClauseKind::Subordinate)
                && !is_unreal(self.sentence, *number, None)
        });
        let speaks = list.iter().enumerate().find(|(_, clause)| self.all && clause.verb.is_some());
        let Some((mut number, mut clause)) = told.or(speaks) else { return };
        let own_date = |number: usize| self.owned.iter().any(|owned| owned.clause == number);
        let news = matches!(self.sentence.place, SentencePlace::Lead | SentencePlace::Post);
        if dated && (!news || own_date(number)) {
            return;
        }
        if reports(clause)
            && let Some((inner, what)) = content(self.sentence, number)
            && what.verb.is_some_and(|verb| verb.tense != Tense::Future)
            && !is_unreal(self.sentence, inner, None)
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
            let extent = self.told_in_passing(number, verb, published, discourse, drafts).unwrap_or_else(|| {
                let extent = Extent::day(published);
                drafts.push(self.assumed(number, verb, extent, Reason::News, Status::Happened, discourse));
                extent
            });
            discourse.lead = discourse.lead.or(Some(extent));
        } else if let Some(when) = self.under_heading(published).filter(|_| past) {
            drafts.push(self.draft(number, verb, when, Status::Happened, None, discourse));
        } else if self.all {
            let (extent, reason) = self.next_in(discourse, published);
            drafts.push(self.assumed(number, verb, extent, reason, Status::Happened, discourse));
        } else if is_over(verb) && !clause.quoted {
            let phrase = self.sentence.written(verb.first, verb.end);
            let extent = by(published);
            let when = When {
                why: why(Reason::Before(phrase), &extent, self.published, self.language),
                extent,
                certainty: Certainty::Inferred,
            };
            drafts.push(self.draft(number, verb, when, Status::Happened, None, discourse));
        }
    }

    /// The lead's own date when it stands with the saying: "told reporters on Tuesday to", "found water, says a study published on Thursday".
    fn told_in_passing(
        &self,
        number: usize,
        verb: VerbGroup,
        published: Day,
        discourse: &Discourse,
        drafts: &mut Vec<Draft>,
    ) -> Option<Extent> {
        let owned = self.owned.iter().find(|owned| {
            let says = self.sentence.clauses.get(owned.clause).and_then(|clause| clause.verb).is_some_and(|verb| {
                verb.classes & (class::REPORT | class::SPEECH_ACT) != 0 || self.sentence.is(verb.head, class::ISSUE)
            });
            let recent = owned.mention.dated.range.is_some_and(|range| {
                // A day, or a weekend.
                range.last.day.days() - range.first.day.days() < 2
                    && range.last.day <= published
                    && published.days() - range.first.day.days() <= 7
            });
            // "caused Tuesday's outage"
            let event = owned.attributive
                && self.sentence.kind(owned.mention.end) == Some(WordKind::Clitic)
                && self.sentence.is(owned.mention.end + 1, class::EVENT_NOUN)
                && self.sentence.clauses.of(owned.mention.first) == number;
            recent && (!owned.attributive && says || event)
        })?;
        // What was published is told with what it says.
        drafts.retain(|draft| draft.sentence != self.number || draft.clause != owned.clause);
        let extent = extent(owned, self.published, false)?;
        let reason = Reason::Report(&owned.mention.dated, self.phrase(owned));
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Inferred };
        let mention = self.sentence.mentions.iter().position(|mention| mention.first == owned.mention.first);
        let mut draft = self.draft(number, verb, when, Status::Happened, mention, discourse);
        draft.traits.news = true;
        drafts.push(draft);
        Some(extent)
    }

    /// The date of the heading above, for the first sentence of a paragraph.
    fn under_heading(&self, published: Day) -> Option<When> {
        let (dated, words) = self.sentence.heading.filter(|_| self.sentence.place != SentencePlace::Inside)?;
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
    fn next_in(&self, discourse: &Discourse, published: Day) -> (Extent, Reason<'static>) {
        match discourse.day.or(discourse.lead) {
            Some(extent) => (extent, Reason::Carried(extent.sort_day().unwrap_or(published))),
            None => (Extent::day(published), Reason::News),
        }
    }

    fn assumed(
        &self,
        number: usize,
        verb: VerbGroup,
        extent: Extent,
        reason: Reason<'_>,
        status: Status,
        discourse: &Discourse,
    ) -> Draft {
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Assumed };
        let mut draft = self.draft(number, verb, when, status, None, discourse);
        draft.traits.news = matches!(reason, Reason::News);
        draft
    }
}

/// Past perfect, "has already", "recently": before publication, or before what stands around it.
fn is_over(verb: VerbGroup) -> bool {
    let past_perfect = verb.perfect && verb.tense == Tense::Past;
    (past_perfect || verb.already && (verb.perfect || verb.tense == Tense::Past))
        && verb.classes & class::STATE == 0
        && !verb.progressive
}
