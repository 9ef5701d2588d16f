//! What every stage stands on: places in a text, days and moments, EDTF, and the stand-ins for the standard library that weigh less in the wasm.
//!
//! In: byte offsets, numbers of years and days, EDTF texts. Out: [`span::Span`], [`date::Day`], [`date::Extent`].
//! It must never learn what stands in a text.

pub mod date;
pub mod edtf;
pub mod find;
pub mod letter;
pub mod list;
pub mod order;
pub mod span;
pub mod warning;
