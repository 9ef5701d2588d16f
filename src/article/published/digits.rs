//! Digits of other scripts.
//!
//! In: a text. Out: the same with the digits that computers count with. It must never learn what is counted.

/// The text with Western digits; `None` where it has no others.
///
/// ```text
/// "٤ نوفمبر ٢٠١٩" -> "4 نوفمبر 2019"
/// ```
pub(super) fn western(text: &str) -> Option<String> {
    if text.is_ascii() || !text.chars().any(|sign| of(sign).is_some()) {
        return None;
    }
    let mut western = String::with_capacity(text.len());
    text.chars().for_each(|sign| western.push(of(sign).unwrap_or(sign)));
    Some(western)
}

/// The first digits of the scripts: Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS: [char; 5] = ['٠', '۰', '०', '০', '０'];

fn of(sign: char) -> Option<char> {
    let value = ZEROS.iter().map(|zero| u32::from(sign).wrapping_sub(u32::from(*zero))).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}
