//! TimelineJS: its JSON of versions 1 to 3, bare or as JSONP, in and out.
//!
//! In: a JSON text, or a timeline. Out: the other, with what the other can't say. It must never fetch anything: media stay addresses.
//!
//! What Timeline JSON has no fields for (backgrounds, places, display dates, markup in texts, how a date was spelled) is kept beside each event under
//! `extra.timelinejs`, and written back as long as what it belongs to has not been changed.

mod date;
mod kept;
mod old;
mod read;
mod write;

pub(crate) use read::{bare, looks_alike, read, slides, untitled};
pub(crate) use write::write;

/// The key under which things are kept.
const KEPT: &str = "timelinejs";
