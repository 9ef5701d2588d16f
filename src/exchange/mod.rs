//! Other people's formats, in and out.
//!
//! In: timelines and other people's data. Out: the other. It must never learn how a timeline is drawn.
//!
//! [`json`] is the contract between the reader and the widget; all else (feature `exchange`) goes by way of it: what comes in becomes
//! Timeline JSON, which is checked and completed, and what goes out is written from the timeline.

#[cfg(feature = "exchange")]
mod calendar;
#[cfg(feature = "exchange")]
mod convert;
#[cfg(feature = "exchange")]
mod csv;
#[cfg(feature = "exchange")]
mod feed;
#[cfg(feature = "exchange")]
mod field;
#[cfg(feature = "exchange")]
mod html;
pub mod json;
#[cfg(feature = "exchange")]
mod jsonld;
#[cfg(feature = "exchange")]
mod loose;
#[cfg(feature = "exchange")]
mod lost;
#[cfg(feature = "exchange")]
mod markup;
#[cfg(feature = "exchange")]
mod simile;
#[cfg(feature = "exchange")]
mod stamp;
#[cfg(feature = "exchange")]
mod timelinejs;
#[cfg(feature = "exchange")]
mod vis;
#[cfg(feature = "exchange")]
mod wikidata;
#[cfg(feature = "exchange")]
mod words;
#[cfg(feature = "exchange")]
mod xml;

#[cfg(feature = "exchange")]
pub use convert::{Converted, Format, Options, convert, guess, read, write};
