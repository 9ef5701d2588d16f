//! Status: whether a dated clause tells of the past, a plan, or nothing.
//!
//! In: a verb group and the mention that dates it. Out: a [`Status`], or none.
//! It must never learn how the date was found.

use crate::base::date::Day;
use crate::events::Status;
use crate::events::clause::Clause;
use crate::events::clause::verb::{Tense, VerbForm, VerbGroup};
use crate::events::owner::Owned;
use crate::events::teller::Teller;
use crate::language::class;
use crate::temporal::Signal;

/// "is set to begin", "plans to open", "was to open".
pub(in crate::events) fn plans(verb: VerbGroup) -> bool {
    (verb.classes & class::PLAN != 0 || verb.copula && verb.to.is_some_and(|to| to <= verb.end + 1))
        && verb.to.is_some()
}

impl Teller<'_> {
    pub(in crate::events) fn status(
        &self,
        clause: &Clause,
        verb: VerbGroup,
        owned: &Owned,
        ahead: bool,
    ) -> Option<Status> {
        let signal = owned.mention.dated.signal;
        match (verb.form, verb.tense) {
            _ if verb.modal && ahead_at_all(self.published, owned) => Some(Status::Planned),
            (_, Tense::Future) => (ahead || !verb.copula || self.all).then_some(Status::Planned),
            // "1998: The airline is founded."
            (VerbForm::Finite, Tense::Present) if owned.label && !ahead => Some(Status::Happened),
            (VerbForm::Finite, Tense::Present) if !verb.perfect => {
                let stretch = matches!(signal, Some(Signal::Until | Signal::By)) || owned.until.is_some();
                if ahead || (plans(verb) || stretch) && self.reaches_publication(owned) {
                    return Some(Status::Planned);
                }
                let state = verb.classes & (class::STATE | class::PLAN) != 0 || verb.copula || verb.progressive;
                let tells = verb.classes & class::STRONG != 0 && !state && !clause.quoted;
                (self.all || tells || signal == Some(Signal::Since) && !clause.quoted).then_some(Status::Happened)
            }
            // "was due to open on Monday" does not say that it did.
            (VerbForm::Finite, Tense::Past)
                if (plans(verb) || verb.copula && verb.classes & class::PLAN != 0) && !ahead =>
            {
                let open = self.reaches_publication(owned);
                (self.all || open).then_some(if open { Status::Planned } else { Status::Happened })
            }
            // "They were to meet on Friday", which is still to come.
            (VerbForm::Finite, Tense::Past) if plans(verb) && verb.copula => Some(Status::Planned),
            (VerbForm::Finite, Tense::Past) if ahead && verb.bare => {
                let promises = verb.to.is_some() || verb.classes & class::SPEECH_ACT != 0;
                (self.all || promises).then_some(Status::Planned)
            }
            // "was fully restored" and a date ahead: one of the two was read wrongly.
            (VerbForm::Finite, Tense::Past) if ahead && !verb.bare && verb.classes & class::PLAN == 0 && !self.all => {
                None
            }
            _ if ahead => Some(Status::Planned),
            _ => Some(Status::Happened),
        }
    }

    pub(in crate::events) fn reaches_publication(&self, owned: &Owned) -> bool {
        let last = owned.until.unwrap_or(owned.mention).dated.range.map(|range| range.last.day);
        last.zip(self.published).is_some_and(|(last, published)| last >= published)
    }
}

fn ahead_at_all(published: Option<Day>, owned: &Owned) -> bool {
    published.zip(owned.mention.dated.range).is_some_and(|(published, range)| range.last.day > published)
}
