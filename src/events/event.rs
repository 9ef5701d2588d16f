//! Drafts of events: which clauses tell something, when it was, and who says so.
//!
//! In: the sentences of one article. Out: drafts, one for each clause that tells a dated event.
//! It must never learn which drafts are the same event or which are left out.

use super::anchor::{Owned, extent, is_unreal, owners};
use super::choice::has_ended;
use super::clause::ClauseKind;
use super::draft::Draft;
use super::maker::Maker;
use super::source::{content, reports};
use super::story::Story;
use super::telling::{Place, Telling};
use super::title::title;
use super::verb::{Form, Tense};
use super::why::{Reason, why};
use super::{Certainty, Status, When};
use crate::base::date::{Bound, Day, Extent, Precision};
use crate::language::word::WordKind;
use crate::language::{Language, class};
use crate::temporal::Signal;

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(super) fn drafts(
    article: usize,
    tellings: &[Telling<'_>],
    published: Option<Day>,
    all: bool,
    language: &Language,
) -> Vec<Draft> {
    let mut story = Story::default();
    let mut drafts = Vec::new();
    let headline = tellings.first().filter(|telling| telling.place == Place::Headline);
    for (number, telling) in tellings.iter().enumerate() {
        if telling.is_credit() || telling.place == Place::Headline {
            continue;
        }
        story.enter(telling);
        let owned = owned_by(telling);
        let maker = Maker { article, number, telling, headline, published, all, language, owned };
        if language.reads_clauses() {
            maker.make(&mut story, &mut drafts);
        } else {
            maker.plainly(&mut story, &mut drafts);
        }
        story.learn(telling);
    }
    drafts
}

/// The mentions with their clauses.
fn owned_by(telling: &Telling<'_>) -> Vec<Owned> {
    let mut owned = owners(telling);
    for owned in &mut owned {
        if let Some(clause) = announced_start(telling, owned) {
            owned.clause = clause;
        }
    }
    owned
}

/// "declared three days of mourning beginning on Thursday": Thursday dates the mourning, not the declaration.
fn announced_start(telling: &Telling<'_>, owned: &Owned) -> Option<usize> {
    let number = telling.clauses.of(owned.mention.first);
    let verb = telling.clauses.get(owned.clause)?.verb?;
    let announces = verb.tense == Tense::Past && verb.classes & (class::SPEECH_ACT | class::REPORT) != 0;
    (announces && number != owned.clause && owned.mention.dated.signal != Some(Signal::By)).then_some(number)
}

impl Maker<'_> {
    fn make(&self, story: &mut Story, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for place in 0..self.owned.len() {
            if let Some(draft) = self.told_by(place, story) {
                drafts.push(draft);
            }
        }
        self.carried_over(story, before, drafts);
        let dated = drafts.get(before..).unwrap_or(&[]);
        if self.telling.place == Place::Lead {
            story.lead =
                dated.iter().map(|draft| draft.when.extent).find(|extent| is_exact(extent) && self.is_recent(extent));
        }
        if let Some(exact) = dated.iter().rev().map(|draft| draft.when.extent).find(is_exact) {
            story.day = Some(exact);
        }
        let dated = !dated.is_empty();
        self.undated(story, drafts, dated);
    }

    fn is_recent(&self, extent: &Extent) -> bool {
        match (extent.earliest, self.published) {
            (Some(day), Some(published)) => (0..14).contains(&(published.days() - day.day.days())),
            _ => false,
        }
    }

    /// The event that a mention dates.
    fn told_by(&self, place: usize, story: &Story) -> Option<Draft> {
        let owned = self.owned.get(place)?;
        let range = owned.mention.dated.range?;
        if self.dates_nothing(place, owned, range) {
            return None;
        }
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let (number, report) = self.told_clause(owned)?;
        let clause = self.telling.clauses.get(number)?;
        let verb = clause.verb?;
        let status = self.status(clause, verb, owned, ahead)?;
        if clause.quoted && !self.all && (status == Status::Planned || verb.tense != Tense::Past) {
            return None;
        }
        let mut extent = extent(owned, self.published, ahead || status == Status::Planned)?;
        if has_ended(owned, verb) {
            // What had not been until last week, came last week.
            extent = Extent {
                earliest: Some(range.first),
                latest: Some(range.last),
                end: None,
                bound: Bound::Between,
                ..extent
            };
        }
        let phrase = self.phrase(owned);
        let (reason, certainty) = if report {
            (Reason::Report(&owned.mention.dated, phrase), Certainty::Inferred)
        } else {
            (Reason::Mention(&owned.mention.dated, phrase), Certainty::Stated)
        };
        let when = When { why: why(reason, &extent, self.published, self.language), extent, certainty };
        let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
        Some(self.draft(number, verb, when, status, mention, story))
    }

    /// The clause whose event a mention dates, and whether the date is only that of the saying; `None` where nothing but speech is told.
    fn told_clause(&self, owned: &Owned) -> Option<(usize, bool)> {
        let number = owned.clause;
        let clause = self.telling.clauses.get(number)?;
        let verb = clause.verb?;
        if !self.only_reports(number, verb) {
            return Some((number, false));
        }
        let Some((inner, what)) = content(self.telling, number) else {
            // "told consumers to throw it away"
            let demands = (verb.end..clause.end).any(|word| self.telling.is(word, class::TO));
            return (demands || self.all || verb.passive).then_some((number, false));
        };
        let said = what.verb?;
        if said.tense == Tense::Past || said.perfect {
            let own_date = self.owned.iter().any(|owned| owned.clause == inner);
            return (!own_date && !is_unreal(self.telling, inner, None)).then_some((inner, true));
        }
        // What lies ahead is told as said: its date is that of the saying.
        if said.tense == Tense::Future {
            let apart = clause.kind == ClauseKind::Main && what.parent != Some(number);
            return Some((if apart { inner } else { number }, false));
        }
        (self.all || verb.passive).then_some((number, false))
    }

    /// A date at the head of a sentence holds for every clause behind a semicolon.
    fn carried_over(&self, story: &Story, before: usize, drafts: &mut Vec<Draft>) {
        let list = &self.telling.clauses.list;
        let Some(owned) = self.owned.first().filter(|owned| {
            owned.clause == 0
                && list.first().and_then(|clause| clause.verb).is_some_and(|verb| owned.mention.end <= verb.first)
        }) else {
            return;
        };
        let Some(first) = drafts.get(before).filter(|draft| draft.when.certainty == Certainty::Stated).cloned() else {
            return;
        };
        for (number, clause) in list.iter().enumerate().skip(1) {
            let behind_break = self.telling.kind(clause.first.wrapping_sub(1)) == Some(WordKind::Break)
                && self.telling.word(clause.first.wrapping_sub(1)) == ";"
                || clause.kind == ClauseKind::Coordinated && clause.parent.is_some_and(|parent| parent > 0);
            let Some(verb) = clause.verb.filter(|verb| verb.form == Form::Finite && verb.tense == Tense::Past) else {
                continue;
            };
            if behind_break
                && !self.owned.iter().any(|other| other.clause == number)
                && !is_unreal(self.telling, number, None)
                && !reports(clause)
            {
                let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
                drafts.push(self.draft(number, verb, first.when.clone(), Status::Happened, mention, story));
                // A headline speaks for all of them, so each says its own.
                if let Some(first) = drafts.get_mut(before) {
                    first.title = title(self.telling, first.clause, &self.owned, story);
                }
            }
        }
    }
}

fn is_exact(extent: &Extent) -> bool {
    extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
}
