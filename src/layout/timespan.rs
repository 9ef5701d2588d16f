//! Stretches of time.
//!
//! In: instants. Out: stretches, and lists of them that neither overlap nor touch. It must never learn what they are of.

use super::instant::Minutes;

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Timespan {
    /// Its first instant.
    pub start: Minutes,
    /// Its last instant; not before `start`.
    pub end: Minutes,
}

/// Adds a period to others that neither overlap nor touch; says whether it could, because it begins no earlier than the last.
pub(super) fn merge_into(merged: &mut Vec<Timespan>, period: Timespan) -> bool {
    match merged.last_mut() {
        Some(last) if period.start < last.start => return false,
        Some(last) if period.start <= last.end => last.end = last.end.max(period.end),
        _ => merged.push(period),
    }
    true
}
