//! Extents, days and moments as EDTF writes them.
//!
//! In: values of the calendar. Out: text. It must never learn how EDTF is read.

use crate::base::date::{Bound, Day, Extent, Moment, Precision};

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
    let is_open = extent.bound == Bound::Until || (extent.earliest.is_none() && extent.latest.is_none());
    if is_open {
        out.push_str("../");
    } else {
        write_start(out, extent);
        if extent.end.is_some() {
            out.push('/');
        } else if extent.ongoing {
            out.push_str("/..");
        }
    }
    match extent.end {
        Some(end) => write_end(out, end, extent),
        None if is_open => out.push_str(".."),
        None => {}
    }
}

/// The end: its year or month where the extent knows no finer and the end is the last day of one. What is still going on ends on a day.
fn write_end(out: &mut String, end: Moment, extent: &Extent) {
    let day = end.day;
    // EDTF takes an end that begins before the start for an earlier one: 2004-06-11/2004 is none.
    let follows = |unit| extent.earliest.or(extent.latest).is_none_or(|start| start.day <= day.first_of(unit));
    let whole = |unit| {
        extent.precision >= unit && !extent.ongoing && end.minute.is_none() && day.last_of(unit) == day && follows(unit)
    };
    if whole(Precision::Year) {
        write_year(out, day.year());
    } else if whole(Precision::Month) {
        write_part_of_year(out, day.year(), day.month());
    } else {
        write_date(out, day);
    }
}

/// EDTF has months and days only in years of four digits; in others the year alone is written.
fn write_part_of_year(out: &mut String, year: i32, part: u32) {
    write_year(out, year);
    if has_four_digits(year) {
        out.push('-');
        write_two(out, part);
    }
}

fn write_date(out: &mut String, day: Day) {
    write_part_of_year(out, day.year(), day.month());
    if has_four_digits(day.year()) {
        out.push('-');
        write_two(out, day.day_of_month());
    }
}

fn has_four_digits(year: i32) -> bool {
    (-9999..=9999).contains(&year)
}

/// The start alone: a unit (`2014`, `2014-22`) where the limits are exactly that unit, else a one-of set.
fn write_start(out: &mut String, extent: &Extent) {
    let open = matches!(extent.bound, Bound::Before | Bound::By | Bound::After);
    if let (Some(earliest), Some(latest), false) = (extent.earliest, extent.latest, open)
        && write_unit(out, earliest, latest, extent.precision, extent.end.is_none() && !extent.ongoing)
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

/// Writes the limits as one unit if they are one; says whether it did. A time of day is written only where the date stands alone: EDTF has
/// none at the ends of a stretch (the fields beside it have).
fn write_unit(out: &mut String, earliest: Moment, latest: Moment, precision: Precision, alone: bool) -> bool {
    if earliest == latest {
        if alone && has_four_digits(earliest.day.year()) {
            write_moment(out, earliest)
        } else {
            write_date(out, earliest.day)
        }
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
        Precision::Millennium,
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
            write_digits(out, u64::from(year.unsigned_abs() / 10), 3);
            out.push('X');
            return true;
        }
        Some(Precision::Century) if (0..10_000).contains(&year) => {
            write_digits(out, u64::from(year.unsigned_abs() / 100), 2);
            out.push_str("XX");
            return true;
        }
        Some(Precision::Millennium) if (0..10_000).contains(&year) => {
            write_digits(out, u64::from(year.unsigned_abs() / 1000), 1);
            out.push_str("XXX");
            return true;
        }
        _ => return false,
    };
    write_part_of_year(out, year, part);
    true
}

/// A limit that is open leaves its place empty.
fn write_limit(out: &mut String, limit: Option<Moment>) {
    match limit {
        Some(moment) if has_four_digits(moment.day.year()) => write_moment(out, moment),
        Some(moment) => write_date(out, moment.day),
        None => {}
    }
}

/// A day, with `Thh:mm` and the offset where they are known.
pub fn write_moment(out: &mut String, moment: Moment) {
    write_day(out, moment.day);
    let Some(minute) = moment.minute else { return };
    out.push('T');
    write_clock(out, minute);
    write_offset(out, moment.offset);
}

/// `Z`, `+02:00` or nothing.
pub(super) fn write_offset(out: &mut String, offset: Option<i16>) {
    match offset {
        None => {}
        Some(0) => out.push('Z'),
        Some(offset) => {
            out.push(if offset < 0 { '-' } else { '+' });
            write_clock(out, offset.unsigned_abs());
        }
    }
}

/// A day as ISO 8601 has it; the year with as many digits as it needs, at least four, and a minus sign before 0.
pub fn write_day(out: &mut String, day: Day) {
    if day.year() < 0 {
        out.push('-');
    }
    write_digits(out, u64::from(day.year().unsigned_abs()), 4);
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

/// `2014`, `-0044`, `Y12000`.
fn write_year(out: &mut String, year: i32) {
    if !has_four_digits(year) {
        out.push('Y');
    }
    if year < 0 {
        out.push('-');
    }
    write_digits(out, u64::from(year.unsigned_abs()), 4);
}

/// Two digits, the first possibly 0.
pub fn write_two(out: &mut String, number: u32) {
    write_digits(out, u64::from(number), 2);
}

/// At least `width` digits. Own code because core's padded formatting is heavy in wasm.
pub(super) fn write_digits(out: &mut String, number: u64, width: u32) {
    let mut power = 10_u64.pow(width - 1);
    while power <= number / 10 {
        power *= 10;
    }
    while power > 0 {
        out.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}
