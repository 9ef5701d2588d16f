//! The day that a web address names: "/2016/11/01/", "/20161101/", "/2016-11-01-title".
//!
//! In: an address. Out: a day. It must never learn what stands behind the address.

use super::forms::{Order, read};
use crate::base::date::{Day, Moment};
use crate::base::find;
use crate::base::list::List;

/// The day in the address's path; `None` where there is none, or only a month.
///
/// ```
/// use article_timeline::article::published::address::day_in;
/// let day = |address| day_in(address).map(|day| day.to_string());
/// assert_eq!(day("https://a.example/news/2016/11/01/rain").as_deref(), Some("2016-11-01"));
/// assert_eq!(day("https://a.example/rain-20161101.html").as_deref(), Some("2016-11-01"));
/// assert_eq!(day("https://a.example/2016/nov/01/rain").as_deref(), Some("2016-11-01"));
/// assert_eq!(day("https://a.example/rain-31415926"), None);
/// ```
pub fn day_in(address: &str) -> Option<Day> {
    let parts = parts_of(address)?;
    for at in 0..parts.len() {
        let part = |ahead: usize| parts.get(at + ahead).copied().unwrap_or("");
        let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        // "/2012-06/04/"
        if let Some((year, month)) = month_of(part(0), "")
            && part(1).len() == 2
            && let Some(moment) =
                read(&[&year.to_string(), "-", &month.to_string(), "-", part(1)].concat(), Order::Unknown)
        {
            return Some(moment.day);
        }
        if is_year(part(0)) {
            let of_month = part(2).len() - part(2).trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
            let of_month = part(2).get(..of_month).unwrap_or("");
            let day = read(&[part(0), "-", part(1), "-", of_month].concat(), Order::Unknown);
            let month_and_day = part(1).len() == 4;
            let short = || {
                let (month, of_month) = part(1).split_at_checked(2).filter(|_| month_and_day)?;
                read(&[part(0), "-", month, "-", of_month].concat(), Order::Unknown)
            };
            if let Some(moment) = day.or_else(short) {
                return Some(moment.day);
            }
        }
        if let Some(day) = in_part(part(0)) {
            return Some(day);
        }
    }
    None
}

/// The month in the address's path, with or without a day behind it.
///
/// ```
/// use article_timeline::article::published::address::month_in;
/// assert_eq!(month_in("https://a.example/2016/11/rain"), Some((2016, 11)));
/// assert_eq!(month_in("https://a.example/2016-11/rain"), Some((2016, 11)));
/// assert_eq!(month_in("https://a.example/2016/1100/rain"), None);
/// ```
pub fn month_in(address: &str) -> Option<(i32, u32)> {
    let parts = parts_of(address)?;
    (0..parts.len()).find_map(|at| month_of(parts.get(at)?, parts.get(at + 1).copied().unwrap_or("")))
}

/// "2016" and "11", or "2016-11".
fn month_of(year: &str, month: &str) -> Option<(i32, u32)> {
    let (year, month) = if year.len() == 7 { year.split_once('-')? } else { (year, month) };
    if year.len() != 4 || month.len() != 2 {
        return None;
    }
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    ((1993..=2100).contains(&year) && (1..=12).contains(&month)).then_some((year, month))
}

/// The parts of an address's path; of a page in an archive those of the address that it had.
fn parts_of(address: &str) -> Option<Vec<&str>> {
    let address = find::split(address, "?#").next().unwrap_or("");
    let path = address.get(find::last(address, "://").map_or(0, |at| at + 3)..)?;
    path.split_once('/').map(|(_, path)| find::split(path, "/").list())
}

/// "2016-11-01-title", "title-20161101", "title_01.11.2016.html".
fn in_part(part: &str) -> Option<Day> {
    let pieces = find::split(part, "-_.,").list();
    let day = |text: &str| {
        read(text, Order::Unknown).map(|moment: Moment| moment.day).filter(|day| (1990..=2100).contains(&day.year()))
    };
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let piece = if digits == 8 { piece.get(..8)? } else { piece };
        let numbers =
            |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        let next = |ahead: usize| pieces.get(at + ahead).copied().unwrap_or("");
        if numbers(piece, 8) {
            return day(piece);
        }
        let year_first = numbers(piece, 4) && numbers(next(1), 2) && numbers(next(2), 2);
        let day_first = numbers(piece, 2) && numbers(next(1), 2) && numbers(next(2), 4);
        match (year_first, day_first) {
            (true, _) => day(&[piece, "-", next(1), "-", next(2)].concat()),
            (_, true) => day(&[piece, ".", next(1), ".", next(2)].concat()),
            _ => None,
        }
    })
}
