//! Instants as the line counts them, and the days and minutes of the calendar that hold them.
//!
//! In: days and moments, or instants. Out: the other. It must never learn where an instant stands.

use crate::base::date::{Day, Moment};
use crate::base::order::between;

/// Minutes since 1970-01-01T00:00 in the article's own time zone. A float, because windows are moved by fractions; whole minutes are exact up to
/// the ends of the calendar.
pub type Minutes = f64;

/// Minutes in a day.
pub const DAY: Minutes = 1440.0;

/// The first minute of a day.
pub(super) fn midnight(day: Day) -> Minutes {
    f64::from(day.days()) * DAY
}

/// The day that holds an instant, and the minute in it.
pub(super) fn day_and_minute(instant: Minutes) -> (Day, u16) {
    let day = (instant / DAY).floor();
    let minute = between(instant - day * DAY, 0.0, DAY - 1.0);
    (Day::from_days(day as i32), minute as u16)
}

/// The moment of an instant.
///
/// ```
/// assert_eq!(article_timeline::layout::moment_at(1445.0).to_iso(), "1970-01-02T00:05");
/// ```
pub fn moment_at(instant: Minutes) -> Moment {
    let (day, minute) = day_and_minute(instant);
    Moment { day, minute: Some(minute), offset: None }
}
