//! EDTF (ISO 8601-2): the written form of an [`Extent`], and back.
//!
//! In: an extent or a text such as `2014-22`, `[2016-10-11..2016-10-17]`, `1989-11-09~`, `../1953-07`. Out: the other.
//! Levels 0 and 1, and of level 2 the sub-year groupings (quarters, halves) and one-of sets with `..`.
//! Source: Library of Congress, Extended Date/Time Format specification, 4 February 2019.

use super::date::{Bound, Day, Extent, Moment, Precision};
use super::error::Error;
use crate::base::find;

/// The EDTF of an extent.
///
/// ```
/// use article_timeline::base::{date::{Day, Extent, Precision}, edtf};
/// let summer = Day::from_ymd(2014, 6, 1).unwrap();
/// let extent = Extent::within(summer, summer.last_of(Precision::Season), Precision::Season);
/// assert_eq!(edtf::write(&extent), "2014-22");
/// ```
pub fn write(extent: &Extent) -> String {
    let mut out = String::new();
    write_extent(&mut out, extent);
    out
}

fn write_extent(out: &mut String, extent: &Extent) {
    if extent.bound == Bound::Until {
        out.push_str("../");
    } else {
        write_start(out, extent);
        if extent.end.is_some() {
            out.push('/');
        } else if extent.ongoing {
            out.push_str("/..");
        }
    }
    if let Some(end) = extent.end {
        write_end(out, end, extent);
    }
}

/// The end: its year or month where the extent knows no finer and the end is the last day of one. What is still going on ends on a day.
fn write_end(out: &mut String, end: Moment, extent: &Extent) {
    let day = end.day;
    let whole = |unit| extent.precision >= unit && !extent.ongoing && end.minute.is_none() && day.last_of(unit) == day;
    if whole(Precision::Year) {
        write_year(out, day.year());
    } else if whole(Precision::Month) {
        write_year(out, day.year());
        out.push('-');
        write_two(out, day.month());
    } else {
        write_moment(out, end);
    }
}

/// The start alone: a unit (`2014`, `2014-22`) where the limits are exactly that unit, else a one-of set.
fn write_start(out: &mut String, extent: &Extent) {
    let open = matches!(extent.bound, Bound::Before | Bound::By | Bound::After);
    if let (Some(earliest), Some(latest), false) = (extent.earliest, extent.latest, open)
        && write_unit(out, earliest, latest, extent.precision)
    {
        if extent.bound == Bound::About {
            out.push('~');
        }
        return;
    }
    out.push('[');
    write_limit(out, extent.earliest);
    out.push_str("..");
    write_limit(out, extent.latest);
    out.push(']');
}

/// Writes the limits as one unit if they are one; says whether it did.
fn write_unit(out: &mut String, earliest: Moment, latest: Moment, precision: Precision) -> bool {
    if earliest == latest {
        write_moment(out, earliest);
        return true;
    }
    let (first, last) = (earliest.day, latest.day);
    let whole = |unit| first.first_of(unit) == first && first.last_of(unit) == last;
    let year = first.year();
    // The unit named by the precision first: a quarter and a season may both be three whole months.
    let units = [
        precision,
        Precision::Month,
        Precision::Season,
        Precision::Quarter,
        Precision::Year,
        Precision::Decade,
        Precision::Century,
    ];
    let unit = units.into_iter().find(|unit| unit.months().is_some() && whole(*unit));
    let part = match unit {
        Some(Precision::Month) => first.month(),
        Some(Precision::Season) => 20 + first.month() / 3,
        Some(Precision::Quarter) => 33 + (first.month() - 1) / 3,
        Some(Precision::Year) => {
            write_year(out, year);
            return true;
        }
        Some(Precision::Decade) if (0..10_000).contains(&year) => {
            write_digits(out, year.unsigned_abs() / 10, 3);
            out.push('X');
            return true;
        }
        Some(Precision::Century) if (0..10_000).contains(&year) => {
            write_digits(out, year.unsigned_abs() / 100, 2);
            out.push_str("XX");
            return true;
        }
        _ => return false,
    };
    write_year(out, year);
    out.push('-');
    write_two(out, part);
    true
}

/// A limit that is open leaves its place empty.
fn write_limit(out: &mut String, limit: Option<Moment>) {
    if let Some(moment) = limit {
        write_moment(out, moment);
    }
}

/// A day, with `Thh:mm` and the offset where they are known.
pub fn write_moment(out: &mut String, moment: Moment) {
    write_day(out, moment.day);
    let Some(minute) = moment.minute else { return };
    out.push('T');
    write_clock(out, minute);
    match moment.offset {
        None => {}
        Some(0) => out.push('Z'),
        Some(offset) => {
            out.push(if offset < 0 { '-' } else { '+' });
            write_clock(out, offset.unsigned_abs());
        }
    }
}

/// A day as ISO 8601 has it; the year with a sign before 0 and beyond 9999.
pub fn write_day(out: &mut String, day: Day) {
    write_year(out, day.year());
    for part in [day.month(), day.day_of_month()] {
        out.push('-');
        write_two(out, part);
    }
}

/// `hh:mm`.
fn write_clock(out: &mut String, minutes: u16) {
    write_two(out, u32::from(minutes) / 60);
    out.push(':');
    write_two(out, u32::from(minutes) % 60);
}

/// A year with at least four digits; a sign before 0 and beyond 9999.
fn write_year(out: &mut String, year: i32) {
    match year {
        ..0 => out.push('-'),
        10_000.. => out.push('+'),
        _ => {}
    }
    write_digits(out, year.unsigned_abs(), 4);
}

/// Two digits, the first possibly 0.
pub fn write_two(out: &mut String, number: u32) {
    write_digits(out, number, 2);
}

/// At least `width` digits. Own code because core's padded formatting is heavy in wasm.
fn write_digits(out: &mut String, number: u32, width: u32) {
    let mut power = 10_u32.pow(width - 1);
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        out.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

/// Reads EDTF, and ISO dates with a time of day.
///
/// `2016-10-25/..` is a stretch that is still going on; `/` with an open or unknown start is [`Bound::Until`].
///
/// # Errors
/// A sentence that quotes the part that is no EDTF date.
///
/// ```
/// use article_timeline::base::{date::Bound, edtf};
/// let before = edtf::read("[..2016-10-17]").unwrap();
/// assert_eq!((before.bound, before.earliest), (Bound::By, None));
/// assert!(edtf::read("last Tuesday").is_err());
/// ```
pub fn read(text: &str) -> Result<Extent, Error> {
    let text = text.trim();
    if let Some((start, end)) = text.split_once('/') {
        return read_stretch(start, end);
    }
    if let Some(set) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return read_set(set);
    }
    read_date(text)
}

fn read_stretch(start: &str, end: &str) -> Result<Extent, Error> {
    let last = if is_open(end) { None } else { read_date(end)?.latest };
    if is_open(start) {
        let Some(last) = last else { return Err("\"../..\" names no date at all".into()) };
        return Ok(Extent {
            earliest: None,
            latest: None,
            end: Some(last),
            ongoing: false,
            precision: read_date(end)?.precision,
            bound: Bound::Until,
        });
    }
    let first = if start.starts_with('[') { read(start)? } else { read_date(start)? };
    Ok(Extent { end: last, ongoing: is_open(end) && end.trim() == "..", ..first })
}

fn is_open(text: &str) -> bool {
    matches!(text.trim(), "" | "..")
}

/// One of several days: only its outer limits are kept.
fn read_set(set: &str) -> Result<Extent, Error> {
    let first = set.split(',').next().unwrap_or("");
    let last = find::behind_last(set, ",");
    let low = find::first(first, "..").and_then(|at| first.get(..at)).unwrap_or(first);
    let high = find::first(last, "..").and_then(|at| last.get(at + 2..)).unwrap_or(last);
    let low = if low.is_empty() { None } else { Some(read_date(low)?) };
    let high = if high.is_empty() { None } else { Some(read_date(high)?) };
    let bound = match (low, high) {
        (None, None) => return Err(["\"[", set, "]\" names no date"].concat().into()),
        (None, _) => Bound::By,
        (_, None) => Bound::After,
        _ => Bound::Between,
    };
    let precision = low.or(high).map_or(Precision::Day, |extent| extent.precision);
    Ok(Extent {
        earliest: low.and_then(|extent| extent.earliest),
        latest: high.and_then(|extent| extent.latest),
        end: None,
        ongoing: false,
        precision,
        bound,
    })
}

/// One date: `YYYY`, `YYYX`, `YYXX`, `YYYY-MM`, `YYYY-22`, `YYYY-MM-DD`, a minute, each with `~`, `?` or `%` behind.
fn read_date(text: &str) -> Result<Extent, Error> {
    let text = text.trim();
    let bare = find::trim_end(text, "~?%");
    let mut extent = read_certain(bare)
        .ok_or_else(|| ["\"", text, "\" is no EDTF date such as 2014, 2014-06 or 2014-06-10"].concat())?;
    if text.len() > bare.len() {
        extent.bound = Bound::About;
    }
    Ok(extent)
}

fn read_certain(text: &str) -> Option<Extent> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let (negative, digits) = match date.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, date.strip_prefix(['+', 'Y']).unwrap_or(date)),
    };
    let mut parts = digits.split('-');
    let year_text = parts.next()?;
    if let Some(known) = year_text.strip_suffix('X') {
        return if negative || parts.next().is_some() { None } else { read_decade(known) };
    }
    let size: i32 = if year_text.len() >= 4 { number(year_text)? } else { return None };
    let year = if negative { -size } else { size };
    let Some(month) = parts.next() else {
        let first = Day::from_ymd(year, 1, 1)?;
        return Some(unit(first, Precision::Year));
    };
    let month = two_digits(month)?;
    let Some(day) = parts.next() else { return read_part_of_year(year, month) };
    let day = Day::from_ymd(year, month, two_digits(day)?)?;
    if parts.next().is_some() {
        return None;
    }
    match time {
        None => Some(Extent::day(day)),
        Some(time) => read_time(day, time).map(|moment| Extent {
            earliest: Some(moment),
            latest: Some(moment),
            precision: if moment.minute.is_some() { Precision::Minute } else { Precision::Day },
            ..Extent::day(day)
        }),
    }
}

fn read_decade(known: &str) -> Option<Extent> {
    if let Some(century) = known.strip_suffix('X') {
        return Some(unit(Day::from_ymd(two_digits(century)? as i32 * 100, 1, 1)?, Precision::Century));
    }
    (known.len() == 3).then_some(())?;
    Some(unit(Day::from_ymd(number(known)? * 10, 1, 1)?, Precision::Decade))
}

/// A month (1 to 12), a season (21 to 32), a quarter (33 to 36) or a half (40, 41).
fn read_part_of_year(year: i32, part: u32) -> Option<Extent> {
    let (month, precision) = match part {
        1..=12 => (part, Precision::Month),
        // Northern 25-28 are 21-24; southern 29-32 stand half a year apart.
        21..=28 => ((part - 21) % 4 * 3 + 3, Precision::Season),
        29..=31 => ([9, 12, 3].get(part as usize - 29).copied()?, Precision::Season),
        32 => (6, Precision::Season),
        33..=36 => ((part - 33) * 3 + 1, Precision::Quarter),
        40 | 41 => {
            let first = Day::from_ymd(year, (part - 40) * 6 + 1, 1)?;
            return Some(Extent::within(first, first.plus_months(6).plus_days(-1), Precision::Quarter));
        }
        _ => return None,
    };
    Some(unit(Day::from_ymd(year, month, 1)?, precision))
}

fn unit(first: Day, precision: Precision) -> Extent {
    Extent::within(first, first.last_of(precision), precision)
}

/// `hh:mm`, `hh:mm:ss` (seconds are dropped), with `Z` or `+hh:mm` behind.
fn read_time(day: Day, time: &str) -> Option<Moment> {
    let hour = two_digits(time.get(..2)?)?;
    let minute = two_digits(time.get(2..)?.strip_prefix(':')?.get(..2)?)?;
    let rest = time.get(5..)?;
    let zone = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.');
    // A zone such as +02:00 starts with its sign, so what was trimmed can only be seconds.
    let offset = match zone {
        "" => None,
        "Z" | "z" => Some(0),
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let digits = zone.strip_prefix(['+', '-'])?;
            let hours = two_digits(digits.get(..2)?)?;
            let minutes = digits.get(2..).unwrap_or("").trim_start_matches(':');
            let minutes = if minutes.is_empty() { 0 } else { two_digits(minutes)? };
            (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) as i16)
        }
    };
    if hour > 24 || minute > 59 || (zone.len() > 1 && offset.is_none()) {
        return None;
    }
    Some(Moment { day: day.plus_days((hour / 24) as i32), minute: Some((hour % 24 * 60 + minute) as u16), offset })
}

/// A date with or without a time of day, as metadata carries it (`2016-11-01`, `2016-11-01T12:30:00+02:00`); `None` for anything coarser than a day.
///
/// ```
/// use article_timeline::base::edtf;
/// assert_eq!(edtf::read_moment("2016-11-01T12:30:00Z").unwrap().minute, Some(750));
/// assert!(edtf::read_moment("2016-11").is_none());
/// ```
pub fn read_moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let extent = match text.as_bytes().get(10) {
        // "2016-11-01 12:30" is common in the wild.
        Some(b' ') => read_certain(&[text.get(..10)?, "T", text.get(11..)?].concat())?,
        _ => read_certain(text)?,
    };
    if extent.precision > Precision::Day { None } else { extent.earliest }
}

fn number(text: &str) -> Option<i32> {
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(text.bytes().fold(0, |number, digit| number * 10 + i32::from(digit - b'0')))
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 { number(text).map(i32::unsigned_abs) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in [
            "2016-11-01",
            "2016-10",
            "2014-22",
            "2015-24",
            "2016-34",
            "2016",
            "198X",
            "19XX",
            "-0044",
            "2016-10-17~",
            "[..2016-11-01]",
            "[2016-11-01..]",
            "2016-10-25/2016-11-01",
            "2014-22/2016-11-01",
            "2016-10-25/..",
            "../2016-10-25",
            "2016-11-01T12:30+02:00",
            "[2016-10-11..2016-10-13]",
            "2015~/2016-11-01",
            "2011/2013",
            "2014-02/2014-11",
            "2011/2013-05",
            "2011-03-04/2013-12-31",
            "../1972",
        ] {
            let extent = read(text).unwrap_or_else(|problem| panic!("{problem}"));
            assert_eq!(write(&extent), text);
        }
    }

    #[test]
    fn before_is_a_one_of_set() {
        let first = Day::from_ymd(2016, 10, 11).unwrap();
        let extent = Extent { bound: Bound::Before, ..Extent::within(first, first.plus_days(6), Precision::Day) };
        assert_eq!(write(&extent), "[2016-10-11..2016-10-17]");
        let month = Day::from_ymd(2016, 10, 1).unwrap();
        let extent = Extent { bound: Bound::Before, ..Extent::within(month, month.plus_days(30), Precision::Month) };
        assert_eq!(write(&extent), "[2016-10-01..2016-10-31]", "a limit is never written as a unit");
    }

    #[test]
    fn what_is_no_date_is_refused_by_name() {
        for text in [
            "",
            "yesterday",
            "2016-13",
            "2016-02-30",
            "16-02-03",
            "2016-11-01T99:00",
            "../..",
            "[]",
            "20XX-11",
            "2016-11-01-01",
            "ü",
            "2016-11-ü1",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read("2016/soon").unwrap_err().sentence().contains("\"soon\""));
    }

    #[test]
    fn moments_as_pages_write_them() {
        let moment = read_moment("2020-12-10 10:02:08").unwrap();
        assert_eq!((moment.minute, moment.offset), (Some(602), None));
        assert_eq!(read_moment("2020-12-10T10:02:08.123-0530").unwrap().offset, Some(-330));
        assert_eq!(read_moment("2020-12-10T24:00").unwrap().day.to_string(), "2020-12-11");
        assert_eq!(read_moment("2020"), None);
    }
}
