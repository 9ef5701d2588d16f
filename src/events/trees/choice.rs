//! Choice: what is no event although a date stands beside it, and what kind of event the rest is.
//!
//! In: a clause and the mention that dates it. Out: whether it is told, with which clause, as what.
//! It must never learn what the event's title is.

use super::clause::{Clause, Kind};
use super::owner::{Governor, Placed, is_since};
use super::speech::{reports, told};
use super::tell::Teller;
use super::tense::{Form, Time};
use super::tree::Role;
use crate::events::Status;
use crate::language::class;
use crate::temporal::meaning::Base;
use crate::temporal::{Meaning, Signal};

impl Teller<'_> {
    /// Another mention dates the same clause, and better.
    pub(super) fn has_rival(&self, place: usize, placed: &Placed) -> bool {
        let rank = |placed: &Placed| {
            let days = placed
                .owned
                .mention
                .dated
                .range
                .map_or(i32::MAX, |range| range.last.day.days().saturating_sub(range.first.day.days()));
            (placed.governor != Governor::Verb, days)
        };
        self.placed.iter().enumerate().any(|(other, rival)| {
            other != place
                && rival.owned.clause == placed.owned.clause
                && matches!(rival.governor, Governor::Verb | Governor::Through(_))
                && !(rival.owned.listed && placed.owned.listed)
                && (rank(rival), other) < (rank(placed), place)
        })
    }

    /// The clause whose event a date tells when it stands with this one, and whether the date is only that of the saying.
    pub(super) fn told(&self, number: usize) -> Option<(usize, bool)> {
        let clause = self.clauses.get(number)?;
        if !reports(self.parsed, clause) || clause.tense.passive {
            return Some((number, false));
        }
        // "As Costa pointed out, prices have doubled since 2010": what is pointed out.
        if clause.kind == Kind::Adverbial && self.parsed.child_of(clause.head, Role::Mark, class::WHILE).is_some() {
            return clause.parent.map(|parent| (parent, true));
        }
        let news = !self.parsed.is(clause.head, class::SAYING);
        let Some(inner) = told(self.parsed, self.clauses, number).filter(|&inner| inner != number) else {
            let says_something =
                self.parsed.tree.child(clause.head, |role| matches!(role, Role::Object | Role::Xcomp)).is_some();
            return (news || says_something || self.all).then_some((number, false));
        };
        let what = self.clauses.get(inner)?;
        let own_date = self.has_date(inner);
        let over = what.tense.time == Time::Past || what.tense.perfect;
        let speech = self.parsed.quoted(what.head);
        // "One shot hit the wall, investigators testified": what they say is the news, wherever it stands.
        let fronted = clause.kind == Kind::Aside || what.head < clause.head && !speech;
        if own_date && (!news || fronted) {
            return None;
        }
        let ahead = what.tense.modal || matches!(what.tense.time, Time::Future | Time::FuturePast);
        if news || ahead && !speech {
            return Some((if fronted { inner } else { number }, fronted));
        }
        if over && !speech && what.tense.form == Form::Finite {
            return Some((inner, true));
        }
        self.all.then_some((number, false))
    }

    /// Whether a date stands in a clause, or in one that says when: "were killed when their home fell in on Saturday".
    pub(super) fn has_date(&self, number: usize) -> bool {
        let when = |inner: usize| {
            self.clauses.get(inner).is_some_and(|clause| clause.parent == Some(number) && self.says_when(clause))
        };
        let dates = |placed: &&Placed| placed.governor != Governor::Nothing;
        let mut clauses = self.placed.iter().filter(dates).map(|placed| placed.owned.clause);
        clauses.any(|clause| clause == number || when(clause))
    }

    /// "when their home fell in"
    pub(super) fn says_when(&self, clause: &Clause) -> bool {
        let opens = |child: usize| child < clause.tense.first && self.parsed.is(child, class::WHEN);
        clause.kind == Kind::Adverbial && self.parsed.tree.children(clause.head).any(opens)
    }

    /// Asked, denied, only possible, only under a condition, or true of no time in particular.
    pub(super) fn is_unreal(&self, number: usize, ahead: bool) -> bool {
        let Some(clause) = self.clauses.get(number) else { return true };
        let condition = |clause: &Clause| {
            clause.kind == Kind::Adverbial && self.parsed.child_of(clause.head, Role::Mark, class::CONDITION).is_some()
        };
        let above = self.clauses.around(number).take_while(|_| true);
        let mut inner = clause;
        // "are not due until October": then.
        let until = self
            .placed
            .iter()
            .any(|placed| placed.owned.clause == number && placed.owned.mention.dated.signal == Some(Signal::Until));
        let negated = clause.tense.negated && !until;
        let mut unreal = self.asks() || condition(clause) || negated || clause.tense.modal && !ahead;
        // "had hoped to finish by May": and did not, or one would say so.
        let hoped = |clause: &Clause| {
            clause.tense.perfect && clause.tense.time == Time::Past && self.parsed.is(clause.head, class::PLAN)
        };
        unreal |= hoped(clause)
            && self.clauses.list.iter().any(|inner| inner.parent == Some(number) && inner.kind == Kind::Open);
        for (_, around) in above {
            unreal |= condition(around);
            if inner.kind == Kind::Open || inner.kind == Kind::Adverbial && inner.tense.form != Form::Finite {
                unreal |= around.tense.negated || around.tense.modal && !ahead;
            }
            inner = around;
        }
        // "compared with a loss a year earlier": relates to something, happens to nobody.
        unreal |= clause.tense.form != Form::Finite && self.parsed.is(clause.head, class::RELATION);
        let depends = (clause.tense.modal || matches!(clause.tense.time, Time::Future | Time::FuturePast))
            && self.clauses.list.iter().any(|other| other.parent == Some(number) && condition(other));
        unreal || depends || self.is_alleged(number)
    }

    /// "accused of killing", "claims of taking bribes", "denies killing": what somebody is said to have done, told by no verb of its own. Only behind
    /// words such as "after" and "by" is it a fact.
    pub(super) fn is_alleged(&self, number: usize) -> bool {
        let parsed = self.parsed;
        let Some(clause) = self.clauses.get(number) else { return true };
        let above = clause.parent.and_then(|parent| self.clauses.get(parent));
        if matches!(clause.kind, Kind::Joined | Kind::Open)
            && let Some(parent) = clause.parent.filter(|_| clause.tense.form != Form::Finite)
            && self.is_alleged(parent)
        {
            return true;
        }
        if clause.tense.form != Form::Gerund {
            return false;
        }
        let listed = |place: usize, list: &str| self.language.lists(list, &crate::language::lower(parsed.word(place)));
        let first = parsed.tree.edge(clause.head).0;
        let lead = (first..clause.tense.first).find(|&place| {
            matches!(parsed.tree.role(place), Role::Mark | Role::Case) && parsed.tree.head(place) == Some(clause.head)
        });
        let denied = above.is_some_and(|above| listed(above.head, "denial"))
            || parsed.tree.head(clause.head).is_some_and(|head| listed(head, "denial"));
        denied || lead.is_some_and(|lead| !listed(lead, "leads-to-fact"))
    }

    /// Whether the sentence itself, not somebody quoted in it, asks.
    pub(super) fn asks(&self) -> bool {
        let parsed = self.parsed;
        parsed.sentence.question
            && (0..parsed.len())
                .rev()
                .find(|&place| crate::base::find::has(parsed.word(place), '?'))
                .is_none_or(|place| !parsed.quoted(place))
    }

    pub(super) fn status(&self, number: usize, placed: &Placed, ahead: bool) -> Option<Status> {
        let clause = self.clauses.get(number)?;
        let tense = clause.tense;
        let last = placed.owned.until.unwrap_or(placed.owned.mention).dated.range.map(|range| range.last.day);
        let open = last.zip(self.published).is_some_and(|(last, published)| last >= published);
        let since = is_since(placed);
        match (tense.form, tense.time) {
            _ if self.is_planned(number) => (ahead || open || self.all).then_some(Status::Planned),
            (_, Time::Future | Time::FuturePast) => (ahead || open).then_some(Status::Planned),
            (Form::Finite, Time::Present) if !tense.perfect => {
                // "is still alive a year later", and nobody knows later than what.
                let counted = matches!(placed.owned.mention.dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Shift(..)));
                // "the issues we face today"
                let (first, last) = self.parsed.tree.edge(clause.head);
                let restricts = clause.kind == Kind::Relative && !self.parsed.is_apart(first, last).0;
                if restricts && !ahead && !since && !self.all || ahead && counted && tense.copula {
                    return None;
                }
                if ahead {
                    return Some(Status::Planned);
                }
                let state =
                    tense.copula || tense.progressive || self.parsed.is(clause.head, class::STATE | class::PLAN);
                // A day gone by in the present is a caption's, unless the verb makes news.
                let today = matches!(placed.owned.mention.dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Step(0, ..)));
                let news = self.parsed.is(clause.head, class::STRONG)
                    || open && !(today && clause.kind != Kind::Main)
                    || placed.owned.label;
                (self.all || since || news && !state && !tense.habit).then_some(Status::Happened)
            }
            (Form::Infinitive, _)
                if !ahead
                    && clause
                        .parent
                        .and_then(|parent| self.clauses.get(parent))
                        .is_some_and(|above| self.parsed.is(above.head, class::CAUSE)) =>
            {
                Some(Status::Happened)
            }
            (Form::Infinitive, _) => {
                if ahead || open {
                    Some(Status::Planned)
                } else {
                    self.all.then_some(Status::Happened)
                }
            }
            (Form::None, _) if !ahead => self.all.then_some(Status::Happened),
            // "was restored" and a date ahead: one of the two was read wrongly.
            (Form::Finite, Time::Past) if ahead => {
                let promises = self.parsed.is(clause.head, class::SPEECH_ACT | class::PLAN) || self.is_set_for(placed);
                (self.all || promises).then_some(Status::Planned)
            }
            _ if ahead => Some(Status::Planned),
            _ => Some(Status::Happened),
        }
    }

    /// "We closed it yesterday," said on a day that nobody knows.
    pub(super) fn is_quoted_now(&self, number: usize, placed: &Placed) -> bool {
        let dated = &placed.owned.mention.dated;
        let counted = match dated.meaning {
            Meaning::Point(point) => {
                matches!(point.base, Base::Step(..) | Base::Shift(..) | Base::Some(..))
                    || point.base == Base::Open && point.month.is_none()
            }
            _ => true,
        };
        let quoted = self.clauses.get(number).is_some_and(|clause| self.parsed.quoted(clause.head))
            && self.parsed.quoted(placed.nodes.0);
        quoted && counted && !self.all
    }

    /// "has risen since 2019", "its first win since 1958", "sales of 4.1 million in 2018": a figure, no event.
    pub(super) fn is_count(&self, clause: &Clause, placed: &Placed) -> bool {
        let since = is_since(placed) && !clause.tense.perfect;
        let weak = clause.tense.copula || self.parsed.is(clause.head, class::STATE);
        since || weak
    }
}
