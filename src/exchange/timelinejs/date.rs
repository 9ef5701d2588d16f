//! Dates as TimelineJS writes them: fields of a slide (version 3) or texts such as `2012,1,26` (versions 1 and 2).
//!
//! In: a JSON value. Out: a stamp, or what is wrong with it. It must never learn which slide it is of.

use crate::base::date::days_in_month;
use crate::base::error::Error;
use crate::exchange::field;
use crate::exchange::stamp::Stamp;
use serde_json::Value;

/// A date with what had to be mended.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Read {
    pub(crate) stamp: Stamp,
    /// What TimelineJS takes and no calendar has.
    pub(crate) mended: Option<String>,
}

/// The date of a slide; `None` where all its fields are empty.
///
/// # Errors
/// The field, and what is wrong with it.
pub(super) fn read(value: Option<&Value>, name: &str) -> Result<Option<Read>, Error> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => parse_old(text).map(Some).map_err(|problem| problem.within(&format!("{name}: "))),
        Some(number @ Value::Number(_)) => {
            Ok(whole(number).map(|year| Read { stamp: Stamp::year(year), mended: None }))
        }
        Some(object @ Value::Object(_)) => fields(object, name),
        Some(_) => Err(format!("{name} is no date: an object with year, month and day is expected").into()),
    }
}

fn fields(object: &Value, name: &str) -> Result<Option<Read>, Error> {
    let Some(year) = number(object, name, "year")? else {
        let filled = ["month", "day", "hour"].iter().find(|part| !field::text(object, part).is_empty());
        return match filled {
            Some(part) => Err(format!("{name}.year is missing, but {name}.{part} is given").into()),
            None => Ok(None),
        };
    };
    let part = |part: &str| -> Result<Option<u32>, Error> {
        match number(object, name, part)? {
            Some(number) => u32::try_from(number)
                .map(Some)
                .map_err(|_| format!("{name}.{part} \"{number}\" is too small or too large").into()),
            None => Ok(None),
        }
    };
    let stamp = Stamp {
        year,
        month: part("month")?,
        day: part("day")?,
        hour: part("hour")?,
        minute: part("minute")?,
        second: part("second")?,
        millisecond: part("millisecond")?,
        offset: None,
    };
    mend(stamp).map(Some).map_err(|problem| problem.within(&format!("{name}: ")))
}

fn number(object: &Value, name: &str, part: &str) -> Result<Option<i64>, Error> {
    match object.get(part) {
        None | Some(Value::Null | Value::Bool(false)) => Ok(None),
        Some(value) if field::as_text(value).is_empty() && value.is_string() => Ok(None),
        Some(value) => match whole(value) {
            None => Err(format!("{name}.{part} {} is no number", shown(value)).into()),
            number => Ok(number),
        },
    }
}

fn shown(value: &Value) -> String {
    let text: String = value.to_string().chars().take(60).collect();
    text
}

/// A whole number that may be written as a text, with a fraction of nothing or an exponent.
fn whole(value: &Value) -> Option<i64> {
    let text = field::as_text(value);
    let plain = text.replace('\u{2212}', "-");
    if let Ok(number) = plain.parse() {
        return Some(number);
    }
    let number: f64 = plain.parse().ok()?;
    (number.is_finite() && number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

/// TimelineJS counts on where a month has ended, and leaves out a day that has no month; we say so.
fn mend(mut stamp: Stamp) -> Result<Read, Error> {
    let mut mended = None;
    if stamp.month.is_none() && stamp.day.take().is_some() {
        mended = Some("a day stands without its month and is left out".to_owned());
    }
    if stamp.day == Some(0) {
        stamp.day = None;
    }
    if stamp.month == Some(0) {
        (stamp.month, stamp.day) = (None, None);
    }
    if let (Some(month @ 1..=12), Some(day @ ..=31)) = (stamp.month, stamp.day) {
        let last = days_in_month(stamp.year.rem_euclid(400) as i32, month);
        if day > last {
            mended = Some(format!("month {month} of {} has no day {day}: its last one is taken", stamp.year));
            stamp.day = Some(last);
        }
    }
    match stamp.fault() {
        Some(problem) => Err(problem.into()),
        None => Ok(Read { stamp, mended }),
    }
}

/// A date in one text: `2012,1,26,14,30`, `2012-01-26`, `1/26/2012`, `1959`, `196002152034`.
///
/// # Errors
/// Where it is none of these.
pub(crate) fn parse_old(text: &str) -> Result<Read, Error> {
    let text = text.trim();
    let wrong = || format!("\"{text}\" is no date such as 2012,1,26 or 1/26/2012");
    if let Ok(year) = text.parse::<i64>()
        && text.trim_start_matches('-').len() <= 5
    {
        return Ok(Read { stamp: Stamp::year(year), mended: None });
    }
    if let Some(moment) = crate::base::edtf::read_moment(text) {
        return Ok(Read { stamp: Stamp::of_moment(moment), mended: None });
    }
    let digits = text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if digits {
        // Year, month, day, hour and minute without anything between.
        [(0, 4), (4, 6), (6, 8), (8, 10), (10, 12), (12, 14)]
            .iter()
            .filter_map(|(from, to)| text.get(*from..(*to).min(text.len())).filter(|part| !part.is_empty()))
            .collect()
    } else {
        text.split([',', '/', '-', ' ', ':', 'T']).filter(|part| !part.is_empty()).collect()
    };
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().map_err(|_| wrong())).collect::<Result<_, _>>()?;
    let at = |place: usize| numbers.get(place).copied();
    let slashes = text.contains('/') && parts.first().is_some_and(|part| part.len() < 3);
    let (year, month, day) = match (slashes, numbers.as_slice()) {
        // Month, day, year as TimelineJS has it; month and year.
        (true, [month, day, year, ..]) => (*year, Some(*month), Some(*day)),
        (true, [month, year]) => (*year, Some(*month), None),
        (false, [year, ..]) => (*year, at(1), at(2)),
        _ => return Err(wrong().into()),
    };
    let stamp = Stamp {
        year: if text.starts_with('-') { -i64::from(year) } else { i64::from(year) },
        month,
        day,
        hour: at(3),
        minute: at(4),
        second: at(5),
        ..Stamp::default()
    };
    mend(stamp).map_err(|problem| problem.within(&format!("\"{text}\": ")))
}
