//! The static list: what a page shows without a script, what search engines, feeds and mail take, and what the element reads.
//!
//! In: a timeline, or a list in HTML. Out: the other. It must never write anything but text into text and addresses into addresses.
//!
//! ```text
//! <ol class="h-feed"> <li class="h-event" id> <time class="dt-start" datetime data-edtf> <strong class="p-name"> <p class="p-content"> <figure> <a class="u-url">
//! ```

mod read;
mod write;

pub(crate) use read::{looks_alike, read};
pub(crate) use write::write;
