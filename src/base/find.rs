//! Looking for a few letters in a text: the standard library's search is made for long needles and weighs 4 kB of wasm.
//!
//! In: a text and what is looked for. Out: byte offsets. It must never learn what it looks for.

/// Where `wanted` stands for the first time, in bytes.
pub(crate) fn first(text: &str, wanted: &str) -> Option<usize> {
    all(text, wanted).next()
}

/// Where `wanted` stands for the last time, in bytes.
pub(crate) fn last(text: &str, wanted: &str) -> Option<usize> {
    all(text, wanted).next_back()
}

/// Whether the letter stands in the text.
pub(crate) fn has(text: &str, letter: char) -> bool {
    text.chars().any(|each| each == letter)
}

/// Whether any sign of a set stands in the text.
pub(crate) fn has_any(text: &str, set: &str) -> bool {
    text.chars().any(|each| has(set, each))
}

/// The text without the signs of a set at its end. All sets are searched by the same code; the standard library's is made anew for each
/// number of signs.
pub(crate) fn trim_end<'a>(text: &'a str, set: &str) -> &'a str {
    text.trim_end_matches(|sign| has(set, sign))
}

/// The text without the signs of a set at its beginning.
pub(crate) fn trim_start<'a>(text: &'a str, set: &str) -> &'a str {
    text.trim_start_matches(|sign| has(set, sign))
}

/// Whether the last sign is one of a set.
pub(crate) fn ends_in(text: &str, set: &str) -> bool {
    text.chars().next_back().is_some_and(|last| has(set, last))
}

/// Whether the first sign is one of a set.
pub(crate) fn begins_in(text: &str, set: &str) -> bool {
    text.chars().next().is_some_and(|first| has(set, first))
}

/// What stands behind the last sign that is one of a set; the whole text when there is none.
pub(crate) fn behind_last<'a>(text: &'a str, set: &str) -> &'a str {
    let last = text.char_indices().rev().find(|(_, sign)| has(set, *sign));
    text.get(last.map_or(0, |(at, sign)| at + sign.len_utf8())..).unwrap_or("")
}

/// The text's parts between the signs of a set.
pub(crate) fn split<'a>(text: &'a str, set: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(move |sign| has(set, sign))
}

/// Every place where `wanted` stands, in bytes; such places may overlap.
pub(crate) fn all<'a>(text: &'a str, wanted: &'a str) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = wanted.first();
    // Most places differ in the first byte, and comparing slices is a call.
    let is_there = move |at: &usize| {
        (first.is_none() || text.get(*at) == first) && text.get(*at..).is_some_and(|rest| rest.starts_with(wanted))
    };
    (0..text.len()).filter(is_there)
}

/// The text with every `unwanted` cut out.
pub(crate) fn without(text: &str, unwanted: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = first(rest, unwanted) {
        out.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + unwanted.len()..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_first_and_last() {
        assert_eq!((first("on - and on", "on"), last("on - and on", "on")), (Some(0), Some(9)));
        assert_eq!(first("on", "off"), None);
        assert!(has("a.m.", '.') && !has("noon", '.'));
    }

    #[test]
    fn a_set_of_signs_is_a_text() {
        assert_eq!((trim_end("Reuters ,–", " ,–"), trim_start("– Reuters", " –")), ("Reuters", "Reuters"));
        assert!(begins_in("– and", "-–") && ends_in("end.", ".!?") && !ends_in("", ".!?"));
        assert!(split("AP/AFP, dpa", "/, ").eq(["AP", "AFP", "", "dpa"]));
        assert_eq!((behind_last("AP/AFP", "/, "), behind_last("AP", "/, ")), ("AFP", "AP"));
    }

    #[test]
    fn what_is_unwanted_is_cut_out() {
        assert_eq!(without("a ``quoted'' word", "``"), "a quoted'' word");
    }
}
