//! Rows and cells.
//!
//! In: text with any of the usual separators. Out: rows of cells with the line they begin in. It must never learn what a cell means.

use crate::base::error::Error;
use csv::{ReaderBuilder, StringRecord, Trim};

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// The line it begins in, from 1.
    pub(super) line: u64,
    cells: StringRecord,
}

impl Row {
    /// A cell; empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or("")
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(str::is_empty)
    }
}

/// The rows of a text, without empty ones.
///
/// # Errors
/// Where the text can't be taken apart, with the line.
pub(super) fn rows(text: &str, separator: u8) -> Result<Vec<Row>, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    while reader.read_record(&mut cells).map_err(|error| format!("the table can't be read: {error}"))? {
        let line = cells.position().map_or(0, |position| position.line());
        let row = Row { line, cells: cells.clone() };
        if !row.is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The separator: the one that stands most often in the first line, outside quotes.
pub(super) fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of several that are as frequent.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}
