//! iCalendar (RFC 5545), in and out.
//!
//! In: a calendar, or a timeline. Out: the other. It must never know today's date: what has to have one gets the timeline's.

mod content;
mod read;
mod repeat;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
