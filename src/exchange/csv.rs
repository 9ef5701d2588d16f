//! Spreadsheets as text: CSV and TSV, with our columns, TimelineJS's, or others whose meaning is guessed.
//!
//! In: rows, or a timeline. Out: the other. It must never write a cell that a spreadsheet would run.

mod cells;
mod columns;
mod day;
mod read;
mod write;

pub(crate) use read::{looks_alike, read};
pub(crate) use write::write;
