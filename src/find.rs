//! Looking for a few letters in a text: the standard library's search is made for long needles and weighs 4 kB of wasm.
//!
//! In: a text and what is looked for. Out: byte offsets. It must never learn what it looks for.

/// Where `wanted` stands for the first time, in bytes.
///
/// ```
/// use article_timeline::find;
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
/// assert!(article_timeline::find::has("a.m.", '.') && !article_timeline::find::has("noon", '.'));
/// ```
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|each| each == letter)
}

/// Every place where `wanted` stands, in bytes; such places may overlap.
pub fn all(text: &str, wanted: &str) -> impl DoubleEndedIterator<Item = usize> {
    (0..text.len()).filter(|at| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(wanted.as_bytes())))
}

/// The text with every `unwanted` cut out.
///
/// ```
/// assert_eq!(article_timeline::find::without("a ``quoted'' word", "``"), "a quoted'' word");
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
