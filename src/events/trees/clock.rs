//! The story's own clock: in a passage that is told of an older year, a month without its year is one of that story, not the nearest to publication.
//!
//! In: the mentions of a sentence, and what was told before. Out: the mentions, turned to the story's time.
//! It must never learn what becomes an event.

use super::clause::{Clauses, Kind};
use super::owner::{Governor, Placed};
use super::tense::Time;
use crate::base::date::{Day, Precision};
use crate::events::draft::Draft;
use crate::events::{Certainty, Status};
use crate::temporal::meaning::Base;
use crate::temporal::{CountedFrom, Meaning};

/// So many sentences a story's time holds after its last date.
const REACH: usize = 3;
/// A story is old when so many days lie between it and publication.
const OLD: i32 = 300;
/// A month that was so many days ago needs no year to be known, unless the sentence right before tells a story of another time.
const NEAR: i32 = 100;

/// Where in time a passage is told.
#[derive(Default)]
pub(super) struct Clock {
    /// The last date told in full, and how many sentences ago.
    last: Option<(Day, usize)>,
}

impl Clock {
    /// A new sentence begins.
    pub(super) fn tick(&mut self) {
        self.last = self.last.map(|(day, sentences)| (day, sentences + 1)).filter(|(_, sentences)| *sentences <= REACH);
    }

    /// Turns months without a year to the story's time.
    pub(super) fn turn(&self, placed: &mut [Placed], clauses: &Clauses, published: Day) {
        let old = |day: Day| published.days() - day.days() > OLD;
        // "introduced in September 1986 after he stepped down in May": the sentence's own year before that of those before it.
        let own = placed.iter().find_map(|placed| {
            let dated = &placed.owned.mention.dated;
            let range = dated.range.filter(|range| range.precision <= Precision::Month && old(range.last.day))?;
            let full = placed.governor != Governor::Nothing && dated.anchor == CountedFrom::Absolute;
            full.then_some((range.first.day, placed.owned.clause))
        });
        for placed in placed.iter_mut().filter(|placed| placed.governor != Governor::Nothing) {
            let before = self.last.filter(|(day, _)| old(*day));
            let Some((told, sentences)) = own.map(|(day, _)| (day, 0)).or(before) else { return };
            let past = clauses
                .get(placed.owned.clause)
                .is_some_and(|clause| clause.tense.time == Time::Past && !clause.tense.modal);
            let dated = &mut placed.owned.mention.dated;
            let month =
                matches!(dated.meaning, Meaning::Point(point) if point.base == Base::Open && point.month.is_some());
            let Some(range) = dated.range.filter(|_| past && month) else { continue };
            if sentences > 1 && (0..NEAR).contains(&(published.days() - range.first.day.days())) {
                continue;
            }
            // The first such month from there on; the last before, where that is what "after" says.
            let mut years = told.year() - range.first.day.year();
            let clause = clauses.get(placed.owned.clause);
            let inner = own.is_some_and(|(_, main)| {
                clause.is_some_and(|clause| clause.kind == Kind::Adverbial && clause.parent == Some(main))
            });
            if range.last.day.plus_years(years) < told.first_of(Precision::Month) && !inner {
                years += 1;
            }
            if years < 0 && range.first.day.plus_years(years) <= published {
                dated.turn(range.first.day.plus_years(years), range.last.day.plus_years(years));
            }
        }
    }

    /// Remembers what a sentence told.
    pub(super) fn learn(&mut self, drafts: &[Draft], placed: &[Placed], clauses: &Clauses) {
        let tells = |draft: &&Draft| {
            let main = clauses.get(draft.clause).is_some_and(|clause| matches!(clause.kind, Kind::Main | Kind::Joined));
            main && draft.status != Status::Planned && draft.when.certainty == Certainty::Stated
        };
        let Some(draft) = drafts.iter().rev().find(tells) else { return };
        // A season at least: a year alone is background.
        let exact = draft.when.extent.precision <= Precision::Season;
        let full = exact
            && draft.when.extent.earliest.is_some()
            && placed.iter().any(|placed| placed.owned.mention.dated.anchor == CountedFrom::Absolute);
        let Some(day) = draft.when.extent.latest.or(draft.when.extent.earliest).map(|at| at.day) else { return };
        let first = draft.when.extent.earliest.map_or(day, |at| at.day);
        // A date counted from publication ends the story, and so does a later year; one counted from the story goes on with it.
        if full || exact && self.last.is_some_and(|(last, _)| first >= last) {
            self.last = Some((first, 0));
        } else {
            self.last = None;
        }
    }
}
