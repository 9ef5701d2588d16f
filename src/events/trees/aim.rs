//! Aim: which clause a date is told with, and whether it looks back or ahead.
//!
//! In: a sentence's placed mentions. Out: the same, turned to the past or the future of their clauses, and extents seen from publication.
//! It must never learn what makes a title.

use super::clause::{Clause, Kind};
use super::owner::{Placed, is_since};
use super::tell::Teller;
use super::tense::{Form, Time};
use crate::base::date::{Bound, Day, Extent, Precision};
use crate::events::Status;
use crate::events::owner::Owned;
use crate::language::class;
use crate::temporal::meaning::Base;
use crate::temporal::{CountedFrom, Meaning, Signal};

/// A day or month without its year that would lie ahead, told in the past, is the last one before publication.
fn turn_back(owned: &mut Owned, published: Day) {
    let dated = &mut owned.mention.dated;
    let (Some(range), Meaning::Point(point)) = (dated.range, dated.meaning) else { return };
    let (first, last) = (range.first.day, range.last.day);
    if point.base != Base::Open || first <= published || owned.until.is_some() {
        return;
    }
    if point.month.is_none() && point.weekday.is_some() && dated.anchor == CountedFrom::Published {
        dated.turn(first.plus_days(-7), last.plus_days(-7));
    } else if point.month.is_some() {
        let years = first.year() - published.year();
        let further = i32::from(first.plus_years(-years) > published);
        let back = |day: Day| day.plus_years(-years - further);
        dated.turn(back(first), back(last));
    }
}

/// One that would lie behind, and is told as a plan, is the next.
fn turn_ahead(owned: &mut Owned, published: Day) {
    for mention in [Some(&mut owned.mention), owned.until.as_mut()].into_iter().flatten() {
        let (Some(range), Meaning::Point(point)) = (mention.dated.range, mention.dated.meaning) else { continue };
        if point.base != Base::Open || range.last.day >= published {
            continue;
        }
        let years = (published.year() - range.last.day.year()).max(0);
        let enough = range.last.day.plus_years(years) >= published;
        let years = if enough { years } else { years + 1 };
        let further = |day: Day| match range.precision {
            _ if point.month.is_some() => day.plus_years(years),
            Precision::Day => day.plus_days(7),
            Precision::Season | Precision::Quarter => day.plus_years(years),
            _ => day,
        };
        mention.dated.turn(further(range.first.day), further(range.last.day));
    }
}

impl Teller<'_> {
    /// Weekdays and months of plans lie ahead, of the past behind.
    pub(super) fn turn(&mut self) {
        for place in 0..self.placed.len() {
            let risen = self.placed.get(place).map(|placed| self.risen(placed.owned.clause));
            if let (Some(placed), Some(risen)) = (self.placed.get_mut(place), risen) {
                placed.owned.clause = risen;
            }
        }
        let Some(published) = self.published else { return };
        let mut placed = core::mem::take(&mut self.placed);
        for placed in &mut placed {
            let Some(clause) = self.clauses.get(placed.owned.clause) else { continue };
            let until = placed.owned.mention.dated.signal == Some(Signal::Until);
            if self.is_planned(placed.owned.clause) {
                turn_ahead(&mut placed.owned, published);
            } else if !until && clause.tense.form == Form::Finite && clause.tense.time == Time::Past {
                turn_back(&mut placed.owned, published);
            }
        }
        self.placed = placed;
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
        reduced.and_then(|clause| clause.parent).unwrap_or(number)
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
