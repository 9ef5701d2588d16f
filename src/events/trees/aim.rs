//! Aim: which clause a date is told with, and whether it looks back or ahead.
//!
//! In: a sentence's placed mentions. Out: the same, turned to the past or the future of their clauses, and extents seen from publication.
//! It must never learn what makes a title.

use super::clause::{Clause, Kind};
use super::owner::{Governor, Placed, is_deed, is_since};
use super::tell::Teller;
use super::tense::{Form, Time};
use super::tree::Role;
use crate::base::date::{Bound, Extent, Precision};
use crate::events::Status;
use crate::language::class;
use crate::temporal::meaning::Base;
use crate::temporal::{CountedFrom, Meaning, Signal};

impl Teller<'_> {
    /// Dates of what is planned are those of the plan.
    pub(super) fn turn(&mut self) {
        for place in 0..self.placed.len() {
            self.set_ahead(place);
            let risen = self.placed.get(place).map(|placed| self.risen(placed.owned.clause));
            if let (Some(placed), Some(risen)) = (self.placed.get_mut(place), risen) {
                placed.owned.clause = risen;
            }
        }
    }

    /// A day or month without its year that something was set for is the next one, seen from publication.
    fn set_ahead(&mut self, place: usize) {
        let (Some(published), Some(placed)) = (self.published, self.placed.get(place)) else { return };
        let dated = placed.owned.mention.dated;
        let (Some(range), Meaning::Point(point)) = (dated.range, dated.meaning) else { return };
        let open = point.base == Base::Open && point.month.is_some() && dated.anchor == CountedFrom::Published;
        let recent = published.days() - range.last.day.days();
        if !open || recent <= 0 || !self.is_set_for(placed) {
            return;
        }
        if let Some(placed) = self.placed.get_mut(place) {
            placed.owned.mention.dated.turn(range.first.day.plus_years(1), range.last.day.plus_years(1));
        }
    }

    /// "called an election for 4 May", "postponed the opening to February": the day that something was set for then.
    pub(super) fn is_set_for(&self, placed: &Placed) -> bool {
        let (parsed, tree) = (self.parsed, &self.parsed.tree);
        let Some(clause) = self.clauses.get(placed.owned.clause) else { return false };
        let (first, last) = placed.nodes;
        let leads = |place: usize| tree.role(place) == Role::Case && parsed.is(place, class::PETITION | class::TO);
        let led = leads(first) || (first..=last).flat_map(|place| tree.children(place)).any(leads);
        let event = tree.children(clause.head).any(|child| {
            matches!(tree.role(child), Role::Object | Role::SubjectPassive)
                && (parsed.is(child, class::EVENT_NOUN) || is_deed(parsed, child))
        });
        led && event && placed.governor == Governor::Verb
    }

    /// Whether a clause tells what lies ahead: "will open", "plans to open", "is to open".
    pub(super) fn is_planned(&self, number: usize) -> bool {
        let Some(clause) = self.clauses.get(number) else { return false };
        let tense = clause.tense;
        let above = clause.parent.and_then(|parent| self.clauses.get(parent)).filter(|_| clause.kind == Kind::Open);
        let plans = above.is_some_and(|above| self.parsed.is(above.head, class::PLAN) && !above.tense.negated);
        let plan = self.parsed.is(clause.head, class::PLAN)
            && self
                .clauses
                .list
                .iter()
                .any(|inner| inner.parent == Some(number) && inner.tense.form == Form::Infinitive);
        tense.planned
            || plans
            || plan
            || matches!(tense.time, Time::Future | Time::FuturePast)
            || above.is_some() && self.is_planned_above(clause)
    }

    pub(super) fn is_planned_above(&self, clause: &Clause) -> bool {
        let above = clause.parent.and_then(|parent| self.clauses.get(parent));
        above.is_some_and(|above| matches!(above.tense.time, Time::Future | Time::FuturePast) || above.tense.planned)
    }

    /// The clause that tells what an infinitive is for: "is set to begin", "asked him to go".
    pub(super) fn risen(&self, number: usize) -> usize {
        let mut risen = number;
        for (above, clause) in self.clauses.around(number) {
            let Some(inner) = self.clauses.get(risen) else { break };
            let caused = self.parsed.is(clause.head, class::CAUSE) && clause.tense.form == Form::Gerund;
            // "The conference, which is scheduled for 13 June, will take place": the two are one.
            let bare = self.parsed.is(inner.head, class::PLAN)
                && inner.kind == Kind::Relative
                && inner.subject.is_some()
                && clause.subject == inner.subject
                && !self.clauses.list.iter().any(|other| other.parent == Some(risen));
            let open = inner.tense.form == Form::Infinitive || inner.kind == Kind::Open || bare;
            if !open || caused {
                break;
            }
            risen = above;
        }
        risen
    }

    /// "the number of officers killed since Tuesday": a stretch in a reduced clause is told with all around it.
    pub(super) fn around(&self, number: usize, placed: &Placed) -> usize {
        let reduced = self.clauses.get(number).filter(|clause| clause.kind == Kind::Reduced && is_since(placed));
        let when = self.clauses.get(number).filter(|clause| self.is_when(clause));
        reduced.or(when).and_then(|clause| clause.parent).unwrap_or(number)
    }

    /// "were killed when their house fell in on Saturday": the date is that of both, and what came of it is the news.
    fn is_when(&self, clause: &Clause) -> bool {
        let above = clause.parent.and_then(|parent| self.clauses.get(parent));
        let news = |above: &Clause| {
            above.tense.form == Form::Finite
                && above.tense.time == Time::Past
                && !above.tense.perfect
                && !above.tense.progressive
                && !above.tense.copula
                && self.parsed.is(above.head, class::STRONG)
        };
        let told = clause.tense.form == Form::Finite && clause.tense.time == Time::Past;
        told && self.says_when(clause) && above.is_some_and(|above| above.head < clause.head && news(above))
    }

    /// What happened "this week" had happened by publication; what is planned "for 2020" is still to come.
    pub(super) fn seen_from_today(&self, mut extent: Extent, status: Status) -> Extent {
        let Some(published) = self.published else { return extent };
        let (Some(first), Some(last)) = (extent.earliest, extent.latest) else { return extent };
        let around =
            first.day < published && published < last.day && extent.precision > Precision::Day && extent.end.is_none();
        let short = status != Status::Planned && extent.precision < Precision::Month;
        if around && short && extent.bound == Bound::Between {
            extent.latest = Some(published.into());
        }
        extent
    }

    /// What had not been until last week, came last week.
    pub(super) fn ended(&self, clause: &Clause, placed: &Placed, extent: Extent) -> Extent {
        let dated = &placed.owned.mention.dated;
        let tense = clause.tense;
        let over = tense.negated || tense.perfect && tense.time == Time::Past;
        match dated.range.filter(|_| over && dated.signal == Some(Signal::Until)) {
            Some(range) => Extent {
                earliest: Some(range.first),
                latest: Some(range.last),
                end: None,
                bound: Bound::Between,
                ..extent
            },
            None => extent,
        }
    }
}
