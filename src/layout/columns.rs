//! Columns of numbers in place of events: so many that an object for each would be too much.
//!
//! In: milliseconds. Out: the order of the events, and their moments. It must never learn their titles.

use super::instant::day_and_minute;
use crate::base::date::Moment;
use crate::base::list::List;
use crate::base::order;

/// Columns of numbers in place of events: milliseconds since 1970 in UTC, one for each event.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// When each begins.
    pub starts: &'a [f64],
    /// When each ends; what is no number, or not after its start, is no end. Shorter than `starts` where the rest has none.
    pub ends: &'a [f64],
    /// To the minute; else whole days.
    pub minutes: bool,
}

impl Columns<'_> {
    /// The events in order of time.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.starts.len()).list();
        if !self.starts.is_sorted() {
            let start = |event: usize| self.starts.get(event).copied().unwrap_or(f64::NAN);
            order::sort_by(&mut order, |&a, &b| start(a).total_cmp(&start(b)));
        }
        order
    }

    pub(super) fn moment(&self, milliseconds: f64) -> Option<Moment> {
        let minutes = milliseconds / 60_000.0;
        let is_date = minutes.abs() < 131_000_000_000.0;
        let (day, minute) = day_and_minute(minutes);
        is_date.then(|| Moment { minute: self.minutes.then_some(minute), ..day.into() })
    }
}
