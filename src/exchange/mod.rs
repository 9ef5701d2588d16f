//! Other people's formats, in and out.
//!
//! In: timelines and other people's data. Out: the other. It must never learn how a timeline is drawn.

pub mod json;
