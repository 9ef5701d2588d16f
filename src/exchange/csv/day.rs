//! Dates in cells, in the order the file has them.
//!
//! In: the text of a cell. Out: EDTF, or DATE where there is a time of day. It must never guess an order for one cell alone: a file has one.

use crate::base::edtf;
use crate::base::error::Error;
use crate::exchange::convert::Tongue;
use crate::exchange::words;

/// Whether 3/4/2020 is in March or in April.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The order of a file: a number above 12 tells; dots and German are day first, else slashes are month first.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>, tongue: Tongue<'_>) -> Order {
    let mut dots = false;
    for cell in cells {
        match numbers(cell) {
            Some((_, [first, ..])) if first > 12 => return Order::DayFirst,
            Some((_, [_, second, _])) if second > 12 => return Order::MonthFirst,
            Some((sign, _)) => dots |= sign == '.',
            None => {}
        }
    }
    if dots || tongue.tag.starts_with("de") { Order::DayFirst } else { Order::MonthFirst }
}

/// Three numbers with the year last, and the sign between them.
fn numbers(cell: &str) -> Option<(char, [u32; 3])> {
    let date = cell.split([' ', 'T', ',']).next()?;
    let sign = date.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(sign, '/' | '.' | '-') {
        return None;
    }
    let mut parts = date.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = first.len() <= 2 && second.len() <= 2 && (year.len() == 4 || year.len() == 2) && parts.next().is_none();
    let number = |text: &str| text.parse::<u32>().ok();
    let year = number(year).map(|number| match (year.len(), number) {
        (2, 0..=69) => number + 2000,
        (2, _) => number + 1900,
        _ => number,
    });
    fits.then_some((sign, [number(first)?, number(second)?, year?]))
}

/// The date of a cell as EDTF, with the time of day where it has one.
///
/// # Errors
/// Where the cell is no date.
pub(super) fn read(cell: &str, order: Order, tongue: Tongue<'_>) -> Result<String, Error> {
    if let Some((_, [first, second, year])) = numbers(cell) {
        let (day, month) = if order == Order::DayFirst { (first, second) } else { (second, first) };
        let time = cell.split_once([' ', 'T', ',']).map(|(_, time)| clock(time.trim())).unwrap_or_default();
        let iso = format!("{year:04}-{month:02}-{day:02}{time}");
        return match edtf::read(&iso) {
            Ok(_) => Ok(iso),
            Err(_) => Err(format!("\"{cell}\" is no date: there is no such day").into()),
        };
    }
    if let Ok(text) = edtf::canonical(cell)
        && cell.len() >= 4
    {
        return Ok(text);
    }
    if let Some(moment) = edtf::read_moment(cell) {
        return Ok(moment.to_iso());
    }
    let numbers: Vec<&str> = cell.split(['/', ',', '.']).map(str::trim).collect();
    if let [year, month, day] = numbers.as_slice()
        && year.len() == 4
        && let (Ok(month), Ok(day)) = (month.parse::<u32>(), day.parse::<u32>())
    {
        let iso = format!("{year}-{month:02}-{day:02}");
        return edtf::read(&iso)
            .map(|_| iso)
            .map_err(|_| format!("\"{cell}\" is no date: there is no such day").into());
    }
    words::to_edtf(cell, tongue)
        .map_err(|_| format!("\"{cell}\" is no date such as 2014-06-10, 10 June 2014 or 2014").into())
}

/// `9:30 PM` as `T21:30`; nothing where it is no time.
fn clock(time: &str) -> String {
    let (digits, half) = match time.to_ascii_lowercase() {
        time if time.ends_with("pm") => (time.trim_end_matches("pm").trim().to_owned(), Some(12)),
        time if time.ends_with("am") => (time.trim_end_matches("am").trim().to_owned(), Some(0)),
        time => (time, None),
    };
    let mut parts = digits.split(':');
    let (Some(Ok(hour)), Some(Ok(minute))) = (parts.next().map(str::parse::<u32>), parts.next().map(str::parse::<u32>))
    else {
        return String::new();
    };
    let hour = half.map_or(hour, |half| hour % 12 + half);
    if hour < 24 && minute < 60 { format!("T{hour:02}:{minute:02}") } else { String::new() }
}

/// Whether a cell is a date at first sight: no words.
pub(super) fn looks_like(cell: &str) -> bool {
    numbers(cell).is_some() || (cell.len() >= 4 && edtf::read(cell).is_ok()) || edtf::read_moment(cell).is_some()
}
