//! The clock that moments are shown by, where the page asked for a time zone.
//!
//! In: moments with a known offset, and milliseconds. Out: the same in wall-clock time. The zones themselves are the shell's (`Intl`); days and
//! coarser are never moved, nor is a minute whose offset nobody knows.

use super::words::{MINUTE, Speech, milliseconds};
use crate::base::{date::Moment, edtf};
use crate::layout::{self, Minutes};
use crate::timeline::Timeline;
use wasm_bindgen::JsValue;

/// A moment by the clock asked for, if it is an instant. Its offset is known only then: whoever says the zone need not ask for it again.
pub fn moved(moment: Moment, speech: &Speech) -> Moment {
    let before = f64::from(moment.offset.unwrap_or(0));
    let instant = milliseconds(moment) - before * MINUTE;
    let offset =
        if moment.minute.is_some() && moment.offset.is_some() { speech.offset(instant, false) } else { f64::NAN };
    match offset.is_nan() {
        true => Moment { offset: None, ..moment },
        false => Moment { offset: Some(offset as i16), ..layout::moment_at(instant / MINUTE + offset) },
    }
}

/// A date by the clock asked for, where it has one.
#[inline(never)]
pub fn set_one(date: &mut Option<Moment>, speech: &Speech) {
    *date = date.map(|moment| moved(moment, speech));
}

/// The date of every event by the clock asked for.
#[inline(never)]
pub fn set(timeline: &mut Timeline, speech: &Speech) {
    for event in &mut timeline.events {
        let extent = &mut event.when.extent;
        set_one(&mut extent.earliest, speech);
        set_one(&mut extent.latest, speech);
        set_one(&mut extent.end, speech);
    }
}

/// Milliseconds since 1970 in UTC as the clock asked for shows them.
pub fn shown(instant: f64, speech: &Speech) -> f64 {
    moved_by(instant, speech.offset(instant, false))
}

/// Back: the first instant at which the clock shows these.
pub fn instant(shown: f64, speech: &Speech) -> f64 {
    moved_by(shown, -speech.offset(shown, true))
}

/// How much later, in minutes, one clock shows what the other shows then; nothing where one of them was not asked for.
pub fn between(time: Minutes, before: &Speech, after: &Speech) -> Minutes {
    let by = after.offset(instant(time * MINUTE, before), false) - before.offset(time * MINUTE, true);
    if by.is_nan() { 0.0 } else { by }
}

fn moved_by(time: f64, offset: f64) -> f64 {
    if offset.is_nan() { time } else { time + offset * MINUTE }
}

/// A DATE string, or milliseconds as columns and the page's events have them, to the layout's minutes. `whole_days` are not moved.
pub fn minutes(time: &JsValue, whole_days: bool, speech: &Speech) -> Option<Minutes> {
    let wall = match time.as_f64() {
        Some(day) if whole_days => day,
        Some(instant) => shown(instant, speech),
        None => milliseconds(moved(edtf::read_moment(&time.as_string()?)?, speech)),
    };
    Some(wall / MINUTE)
}
