//! What every stage stands on: places in a text, days and moments, EDTF, and the stand-ins for the standard library that weigh less in the wasm.
//!
//! In: byte offsets, numbers of years and days, EDTF texts. Out: [`span::Span`], [`date::Day`], [`date::Extent`].
//! It must never learn what stands in a text.

pub mod date;
pub mod edtf;
pub mod error;
#[cfg_attr(not(feature = "reader"), allow(dead_code, reason = "the widget needs less of it than the reader"))]
pub(crate) mod find;
#[cfg_attr(not(feature = "reader"), allow(dead_code, reason = "the widget needs less of it than the reader"))]
pub(crate) mod hash;
#[cfg(feature = "reader")]
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod order;
pub mod span;
#[cfg(feature = "reader")]
pub(crate) mod steps;
pub mod warning;
