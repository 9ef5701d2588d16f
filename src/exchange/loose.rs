//! Dates as browsers and old programs write them.
//!
//! In: `Sat May 20 1961 00:00:00 GMT-0600`, or ISO 8601. Out: a stamp. It must never read a zone by name: times stay as they are there.

use super::stamp::{self, Stamp};
use super::words;
use crate::base::error::Error;
use crate::exchange::convert::Tongue;

/// A date as browsers and SIMILE write it: ISO, or `Sat May 20 1961 00:00:00 GMT-0600`.
pub(crate) fn read(text: &str, english: Tongue<'_>) -> Result<Stamp, Error> {
    if let Ok(stamp) = stamp::of_text(text) {
        return Ok(stamp);
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_weekday = |word: &str| {
        ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].iter().any(|day| word.to_ascii_lowercase().starts_with(day))
    };
    let words = match words.split_first() {
        Some((first, rest)) if is_weekday(first) && rest.len() > 1 => rest,
        _ => &words,
    };
    let time = words.iter().position(|word| word.contains(':') || word.starts_with("GMT"));
    let date = words.get(..time.unwrap_or(words.len())).unwrap_or_default().join(" ");
    let edtf = words::to_edtf(&date, english).map_err(|_| format!("\"{text}\" is no date"))?;
    let mut stamp = stamp::of_text(&edtf).map_err(|_| format!("\"{text}\" is no date"))?;
    // Midnight is how a day is written there.
    let clock =
        time.and_then(|place| words.get(place)).filter(|clock| !clock.starts_with("00:00") && clock.contains(':'));
    if let Some(clock) = clock.filter(|_| stamp.day.is_some()) {
        let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok());
        (stamp.hour, stamp.minute) = (parts.next().flatten(), parts.next().flatten());
    }
    match stamp.fault() {
        Some(problem) => Err(format!("\"{text}\": {problem}").into()),
        None => Ok(stamp),
    }
}
