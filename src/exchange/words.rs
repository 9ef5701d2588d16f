//! Dates in words, English and German, to EDTF and back.
//!
//! In: "late 19th century", "c. 1850", or EDTF. Out: the other. It must never learn where the words stand.

mod hear;
mod parts;
mod say;
mod vocabulary;

pub(crate) use hear::to_edtf;
pub(crate) use say::from_edtf;

use crate::base::date::{Bound, Extent};
use crate::base::edtf;
use vocabulary::Vocabulary;

/// The words for an extent, and for what its EDTF says beyond it.
pub(crate) fn of_extent(extent: &Extent, given: &Option<String>, lang: &str) -> String {
    // The extent says more of before and after than its EDTF, unless that is all there is.
    if let Some(words) = given.as_deref().and_then(|given| from_edtf(given.trim(), lang).ok()) {
        return words;
    }
    let limit = match extent.bound {
        Bound::Before | Bound::By => extent.latest,
        Bound::After => extent.earliest,
        _ => None,
    };
    let word = match extent.bound {
        Bound::Before => "before",
        Bound::By => "by",
        _ => "after",
    };
    match limit {
        Some(limit) => {
            // "Before Tuesday" has Monday for its last possible day.
            let shift = match extent.bound {
                Bound::Before => 1,
                Bound::After => -1,
                _ => 0,
            };
            let mut day = String::new();
            edtf::write_day(&mut day, limit.day.plus_days(shift));
            let words = from_edtf(&day, lang).unwrap_or(day);
            [Vocabulary::of(lang).said(word), " ", &words].concat()
        }
        None => {
            let text = edtf::write(extent);
            from_edtf(&text, lang).unwrap_or(text)
        }
    }
}
