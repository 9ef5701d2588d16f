//! Looking for a few letters in a text: the standard library's search is made for long needles and weighs 4 kB of wasm.
//!
//! In: a text and what is looked for. Out: byte offsets. It must never learn what it looks for.

/// Where `wanted` stands for the first time, in bytes.
///
/// ```
/// use article_timeline::base::find;
/// assert_eq!(find::first("on - and on", "on"), Some(0));
/// assert_eq!(find::last("on - and on", "on"), Some(9));
/// assert_eq!(find::first("on", "off"), None);
/// ```
pub fn first(text: &str, wanted: &str) -> Option<usize> {
    all(text, wanted).next()
}

/// Where `wanted` stands for the last time, in bytes.
pub fn last(text: &str, wanted: &str) -> Option<usize> {
    all(text, wanted).next_back()
}

/// Whether the letter stands in the text.
///
/// ```
/// assert!(article_timeline::base::find::has("a.m.", '.') && !article_timeline::base::find::has("noon", '.'));
/// ```
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|each| each == letter)
}

/// Whether any sign of a set stands in the text.
pub fn has_any(text: &str, set: &str) -> bool {
    text.chars().any(|each| has(set, each))
}

/// The text without the signs of a set at its end. All sets are searched by the same code; the standard library's is made anew for each
/// number of signs.
///
/// ```
/// assert_eq!(article_timeline::base::find::trim_end("Reuters ,–", " ,–"), "Reuters");
/// ```
pub fn trim_end<'a>(text: &'a str, set: &str) -> &'a str {
    text.trim_end_matches(|sign| has(set, sign))
}

/// The text without the signs of a set at its beginning.
pub fn trim_start<'a>(text: &'a str, set: &str) -> &'a str {
    text.trim_start_matches(|sign| has(set, sign))
}

/// Whether the last sign is one of a set.
pub fn ends_in(text: &str, set: &str) -> bool {
    text.chars().next_back().is_some_and(|last| has(set, last))
}

/// Whether the first sign is one of a set.
///
/// ```
/// use article_timeline::base::find;
/// assert!(find::begins_in("– and", "-–") && find::ends_in("end.", ".!?") && !find::ends_in("", ".!?"));
/// ```
pub fn begins_in(text: &str, set: &str) -> bool {
    text.chars().next().is_some_and(|first| has(set, first))
}

/// What stands behind the last sign that is one of a set; the whole text when there is none.
pub fn behind_last<'a>(text: &'a str, set: &str) -> &'a str {
    let last = text.char_indices().rev().find(|(_, sign)| has(set, *sign));
    text.get(last.map_or(0, |(at, sign)| at + sign.len_utf8())..).unwrap_or("")
}

/// The text's parts between the signs of a set.
///
/// ```
/// assert!(article_timeline::base::find::split("AP/AFP, dpa", "/, ").eq(["AP", "AFP", "", "dpa"]));
/// ```
pub fn split<'a>(text: &'a str, set: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(move |sign| has(set, sign))
}

/// Every place where `wanted` stands, in bytes; such places may overlap.
pub fn all(text: &str, wanted: &str) -> impl DoubleEndedIterator<Item = usize> {
    (0..text.len()).filter(|at| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(wanted.as_bytes())))
}

/// The text with every `unwanted` cut out.
///
/// ```
/// assert_eq!(article_timeline::base::find::without("a ``quoted'' word", "``"), "a quoted'' word");
/// ```
pub fn without(text: &str, unwanted: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = first(rest, unwanted) {
        out.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + unwanted.len()..).unwrap_or("");
    }
    out.push_str(rest);
    out
}
