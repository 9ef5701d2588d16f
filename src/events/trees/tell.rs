//! Sentence: the dated clauses of a sentence become drafts of events.
//!
//! In: a parsed sentence with its clauses and placed mentions, the names so far. Out: drafts.
//! It must never learn which drafts are the same event or which are left out.

use super::clause::{Clauses, Kind};
use super::names::Names;
use super::owner::{Governor, Placed};
use super::parsed::Parsed;
use super::speech::reports;
use super::tense::{Form, Time};
use super::title::nominal_title;
use crate::base::date::Day;
use crate::events::draft::Draft;
use crate::events::extent::extent;
use crate::events::why::{Reason, why};
use crate::events::{Certainty, Status, When};
use crate::language::{Language, class};

/// Why a date tells no event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LeftOut {
    /// It names no day.
    Undated,
    /// Another date of the same clause says more.
    Rival,
    /// The clause only says that something is said.
    OnlySaid,
    /// Asked, denied, only possible, or under a condition.
    Unreal,
    /// A state, a habit, a caption, a plan that has had its day.
    NoEvent,
    /// A quotation's own "yesterday".
    QuotedNow,
}

/// One sentence about to be told.
pub(super) struct Teller<'a> {
    pub(super) article: usize,
    pub(super) number: usize,
    pub(super) parsed: &'a Parsed<'a>,
    pub(super) clauses: &'a Clauses,
    pub(super) placed: Vec<Placed>,
    pub(super) names: &'a Names<'a>,
    pub(super) published: Option<Day>,
    pub(super) all: bool,
    pub(super) language: &'a Language,
    /// This sentence tells the day's news.
    pub(super) lead: bool,
    /// The headline states no event.
    pub(super) slogan: bool,
}

impl Teller<'_> {
    /// The drafts of the mentions.
    pub(super) fn dated(&mut self) -> Vec<Draft> {
        self.turn();
        let mut drafts = Vec::new();
        for place in 0..self.placed.len() {
            let Some(&placed) = self.placed.get(place) else { break };
            match placed.governor {
                Governor::Nothing => {}
                Governor::Noun(noun) => drafts.extend(self.noun(placed, noun)),
                Governor::Verb | Governor::Through(_) => {
                    let first = drafts.len();
                    drafts.extend(self.verb(place, placed));
                    if drafts.len() > first {
                        self.companions(placed, &mut drafts);
                        drafts.extend(self.when(placed));
                    }
                }
            }
        }
        drafts
    }

    /// The event of a mention that dates a predicate.
    fn verb(&self, place: usize, placed: Placed) -> Result<Draft, LeftOut> {
        let owned = placed.owned;
        let range = owned.mention.dated.range.ok_or(LeftOut::Undated)?;
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        if self.has_rival(place, &placed) && !self.all {
            return Err(LeftOut::Rival);
        }
        let around = self.around(owned.clause, &placed);
        let (number, report) = self.told(around).or(self.all.then_some((around, false))).ok_or(LeftOut::OnlySaid)?;
        let clause = self.clauses.get(number).ok_or(LeftOut::Undated)?;
        if !self.all && (self.is_unreal(owned.clause, ahead) || self.is_unreal(number, ahead)) {
            return Err(LeftOut::Unreal);
        }
        let status = self.status(number, &placed, ahead).ok_or(LeftOut::NoEvent)?;
        if self.is_quoted_now(number, &placed) {
            return Err(LeftOut::QuotedNow);
        }
        // "this year's theme was water"
        if placed.governor != Governor::Verb && clause.tense.copula && !self.all {
            return Err(LeftOut::NoEvent);
        }
        let planned = ahead || status == Status::Planned;
        let extent = extent(&owned, self.published, planned).ok_or(LeftOut::Undated)?;
        let extent = self.seen_from_today(self.ended(clause, &placed, extent), status);
        let phrase = self.phrase(&placed);
        let direct = placed.governor == Governor::Verb && !report;
        let (reason, certainty) = match (report, direct) {
            (true, _) => (Reason::Report(&owned.mention.dated, phrase), Certainty::Inferred),
            (false, true) => (Reason::Mention(&owned.mention.dated, phrase), Certainty::Stated),
            (false, false) => (Reason::Mention(&owned.mention.dated, phrase), Certainty::Inferred),
        };
        let when = When { why: why(reason, &extent, self.published, self.language), extent, certainty };
        // Even where everything dated is wanted, nobody has done what he is only said to have done: the sentence says how it is.
        let title = if self.is_alleged(owned.clause) || self.is_alleged(number) {
            self.sentence()
        } else if number == owned.clause || report {
            self.title(number, &when)
        } else {
            self.whole(number, &when)
        };
        let mut making = self.making(number, &title, &when, status);
        making.sure = placed.sure;
        making.through = placed.governor != Governor::Verb;
        making.compares = self.is_count(clause, &placed);
        Ok(self.draft(number, clause.head, title, when, status, self.mention(&placed), making))
    }

    /// The event that a noun with a date tells: "the leak of the files in 2010".
    fn noun(&self, placed: Placed, noun: usize) -> Option<Draft> {
        let range = placed.owned.mention.dated.range?;
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let extent = extent(&placed.owned, self.published, ahead)?;
        let reason = Reason::Mention(&placed.owned.mention.dated, self.phrase(&placed));
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Inferred };
        let title = nominal_title(self.parsed, noun, &placed, self.names);
        let status = if ahead { Status::Planned } else { Status::Happened };
        let mut making = self.making(placed.owned.clause, &title, &when, status);
        making.sure = placed.sure;
        making.noun = true;
        Some(self.draft(placed.owned.clause, noun, title, when, status, self.mention(&placed), making))
    }

    /// "interrupted in the winter of 2011 when the producer went bankrupt", "in 1998, when a dam broke": the date is that of both.
    fn when(&self, placed: Placed) -> Option<Draft> {
        let comma = usize::from(self.parsed.word(placed.nodes.1 + 1) == ",");
        let opens = placed.nodes.1 + 1 + comma;
        if !self.parsed.is(opens, class::WHEN) {
            return None;
        }
        let (number, clause) =
            self.clauses.list.iter().enumerate().find(|(number, clause)| {
                *number != placed.owned.clause && self.parsed.tree.edge(clause.head).0 == opens
            })?;
        let past = clause.tense.form == Form::Finite && clause.tense.time == Time::Past;
        if !past || self.is_unreal(number, false) || clause.tense.copula {
            return None;
        }
        let mut owned = placed.owned;
        owned.mention.dated.signal = None;
        let extent = extent(&owned, self.published, false)?;
        let reason = Reason::Mention(&owned.mention.dated, self.phrase(&placed));
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Stated };
        let title = self.title(number, &when);
        let mut making = self.making(number, &title, &when, Status::Happened);
        making.sure = placed.sure;
        making.companion = true;
        Some(self.draft(number, clause.head, title, when, Status::Happened, self.mention(&placed), making))
    }

    /// "Ruiz set the record and Bell scored twice on Tuesday": clauses joined to a dated one, with a subject of their own and no date.
    fn companions(&self, placed: Placed, drafts: &mut Vec<Draft>) {
        let Some(first) = drafts.last().cloned() else { return };
        let Some(dated) = self.clauses.get(placed.owned.clause) else { return };
        let front = placed.nodes.1 < dated.tense.first;
        if first.status != Status::Happened || first.when.certainty != Certainty::Stated {
            return;
        }
        for (number, clause) in self.clauses.list.iter().enumerate() {
            // "Yesterday Rovers beat United; City beat Albion": the date in front holds behind a semicolon too.
            let part =
                clause.kind == Kind::Aside && (placed.nodes.1..clause.head).any(|place| self.parsed.word(place) == ";");
            let joined = clause.kind == Kind::Joined && clause.parent == Some(placed.owned.clause);
            let behind = front && (joined || part);
            let before = !front && dated.kind == Kind::Joined && dated.parent == Some(number);
            let own_date = self.placed.iter().any(|other| other.owned.clause == number);
            let tells = clause.tense.form == Form::Finite && clause.tense.time == Time::Past && !clause.borrowed;
            if !(behind || before)
                || own_date
                || !tells
                || self.is_unreal(number, false)
                || reports(self.parsed, clause)
            {
                continue;
            }
            let when = When { certainty: Certainty::Inferred, ..first.when.clone() };
            let title = self.title(number, &when);
            let mut making = self.making(number, &title, &when, Status::Happened);
            making.sure = placed.sure;
            making.companion = true;
            drafts.push(self.draft(number, clause.head, title, when, Status::Happened, self.mention(&placed), making));
        }
    }
}
