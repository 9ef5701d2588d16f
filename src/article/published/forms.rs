//! The forms in which sites write a date, in data and for readers.
//!
//! In: a short text. Out: the first date in it, with its clock time and offset where they stand beside it. A date that two countries read
//! differently is read only when it is known whose it is. It must never learn where the text stood.

use super::clock::clock;
use super::digits;
use super::months::MONTHS;
use crate::base::date::{Day, Moment};
use crate::base::find;
use crate::base::letter::is_letter;

/// How a date of numbers between slashes is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// 3/4 is the third of April.
    DayFirst,
    /// 3/4 is the fourth of March.
    MonthFirst,
    /// Nobody knows: only 13/4 and 4/13 are read.
    Unknown,
}

/// Years in which there were pages, and newspapers that are on them.
const YEARS: core::ops::RangeInclusive<u32> = 1900..=2100;

/// The first date in a text; `None` where there is none, or where it is a placeholder.
///
/// ```
/// use article_timeline::article::published::forms::{Order, read};
/// let iso = |text| read(text, Order::Unknown).map(|moment| moment.to_iso());
/// assert_eq!(iso("Tue Nov 19 2019 03:05:46 GMT+0000").as_deref(), Some("2019-11-19T03:05Z"));
/// assert_eq!(iso("01:38:07 PM IST Nov 20, 2019").as_deref(), Some("2019-11-20T13:38+05:30"));
/// assert_eq!(iso("am 6. März 2020 um 14.05 Uhr").as_deref(), Some("2020-03-06T14:05"));
/// assert_eq!(iso("1573823400").as_deref(), Some("2019-11-15T13:10Z"));
/// assert_eq!(iso("0001-01-01T00:00:00Z"), None);
/// assert_eq!(iso("3/4/2020"), None);
/// ```
pub fn read(text: &str, order: Order) -> Option<Moment> {
    let western = digits::western(text);
    let text = western.as_deref().unwrap_or(text);
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = tokens(text);
    match tokens.as_slice() {
        // With parts of a second behind it, or as some servers write it: "/Date(1572861600000)/".
        [Token::Number { value, digits: 10 | 13 }]
        | [Token::Number { value, digits: 10 }, Token::Sign('.'), Token::Number { .. }]
        | [Token::Sign('/'), Token::Word("Date"), Token::Sign('('), Token::Number { value, digits: 13 }, ..] => {
            return from_epoch(*value);
        }
        _ => {}
    }
    let (day, from, to) = (0..tokens.len()).find_map(|at| date_at(&tokens, at, order))?;
    if !is_real(day) {
        return None;
    }
    let (before, behind) = (tokens.get(..from).unwrap_or_default(), tokens.get(to..).unwrap_or_default());
    let (minute, offset) =
        clock(behind).or_else(|| clock(before)).map_or((None, None), |(minute, offset)| (Some(minute), offset));
    Some(Moment { day, minute, offset })
}

/// Whether a page can be of that day: not the first of all seconds, not the year 1, not the first day of a spreadsheet.
fn is_real(day: Day) -> bool {
    let is_first = (day.year(), day.month(), day.day_of_month()) == (1900, 1, 1);
    day.year() >= 1900 && day != Day::default() && !is_first
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Token<'a> {
    Number { value: u64, digits: usize },
    Word(&'a str),
    Sign(char),
    Space,
}

const LONGEST: usize = 60;
/// Tokens behind a month in which its day stands.
const NEAR: usize = 5;

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        if tokens.len() == LONGEST {
            break;
        }
        let run = |test: fn(char) -> bool| {
            rest.char_indices().find(|(_, sign)| !test(*sign)).map_or(rest.len(), |(at, _)| at)
        };
        let (token, length) = if first.is_ascii_digit() {
            let length = run(|sign| sign.is_ascii_digit());
            let value = rest.get(..length.min(18)).unwrap_or("").parse().unwrap_or(0);
            (Token::Number { value, digits: length }, length)
        } else if is_letter(first) && !matches!(first, '年' | '月' | '日' | '년' | '월' | '일') {
            let length = run(|sign| is_letter(sign) && !matches!(sign, '年' | '月' | '日' | '년' | '월' | '일'));
            (Token::Word(rest.get(..length).unwrap_or("")), length)
        } else if first.is_whitespace() {
            (Token::Space, run(char::is_whitespace))
        } else {
            (Token::Sign(first), first.len_utf8())
        };
        tokens.push(token);
        rest = rest.get(length..).unwrap_or("");
    }
    tokens
}

/// A date that begins with this token: the day, and the tokens it takes.
fn date_at(tokens: &[Token], at: usize, order: Order) -> Option<(Day, usize, usize)> {
    // The second half of a longer number is no date.
    let cut =
        at > 0 && matches!(tokens.get(at - 1), Some(Token::Number { .. } | Token::Sign('.' | ',' | '/' | ':' | '+')));
    if cut
        && matches!(tokens.get(at), Some(Token::Number { .. }))
        && !matches!(tokens.get(at - 1), Some(Token::Sign(',' | ':')))
    {
        return None;
    }
    let (day, length) = numeric(tokens.get(at..)?, order).or_else(|| named(tokens.get(at..)?))?;
    Some((day, at, at + length))
}

/// "2020-09-25", "20201123", "11.11.2021", "11/21/2019", "2020年3月5日".
fn numeric(tokens: &[Token], order: Order) -> Option<(Day, usize)> {
    let number = |at: usize| match tokens.get(at) {
        Some(Token::Number { value, digits }) => Some((u32::try_from(*value).ok()?, *digits)),
        _ => None,
    };
    let compact = match tokens.first() {
        Some(Token::Number { value, digits: 8 }) => Some(*value),
        // With the clock behind it.
        Some(Token::Number { value, digits: 14 }) => Some(value / 1_000_000),
        _ => None,
    };
    if let Some(date) = compact.and_then(|date| u32::try_from(date).ok()) {
        return Some((day(date / 10_000, date / 100 % 100, date % 100)?, 1));
    }
    let (first, digits) = number(0)?;
    // Signs between, each with a space behind it or none: "11. 11. 2021".
    let mut at = 1;
    let mut separator = || {
        let sign = match tokens.get(at) {
            Some(Token::Sign(sign @ ('-' | '/' | '.' | '‑' | '–' | '年' | '月' | '년' | '월'))) => *sign,
            _ => return None,
        };
        at += 1;
        if tokens.get(at) == Some(&Token::Space) && !matches!(sign, '/' | '-') {
            at += 1;
        }
        let (value, digits) = number(at)?;
        at += 1;
        Some((sign, value, digits))
    };
    let (one, second, _) = separator()?;
    let (two, third, third_digits) = separator()?;
    let whole = match tokens.get(at) {
        Some(Token::Sign('日' | '일')) => at + 1,
        _ => at,
    };
    if digits == 4 {
        return if one == two || !one.is_ascii() { Some((day(first, second, third)?, whole)) } else { None };
    }
    if one != two || digits > 2 {
        return None;
    }
    let year = match third_digits {
        4 => third,
        2 if one == '.' || (one == '/' && order != Order::Unknown) => 2000 + third,
        _ => return None,
    };
    let day_first = match one {
        '.' => true,
        _ if first > 12 => true,
        _ if second > 12 => false,
        _ if first == second => true,
        _ => match order {
            Order::DayFirst => true,
            Order::MonthFirst => false,
            Order::Unknown => return None,
        },
    };
    let (month, of_month) = if day_first { (second, first) } else { (first, second) };
    Some((day(year, month, of_month)?, whole))
}

/// "November 19, 2019", "6. März 2020", "20-Nov-2019", "12 de marzo de 2020", "2019 Nov 20".
fn named(tokens: &[Token]) -> Option<(Day, usize)> {
    // A month begins a date when its day follows: other words need not be looked up.
    let is_near = |token: &Token| matches!(token, Token::Number { .. });
    if matches!(tokens.first(), Some(Token::Word(_))) && !tokens.iter().take(NEAR).any(is_near) {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut length = 0;
    let mut counted = None;
    for (at, token) in tokens.iter().enumerate() {
        let part = match token {
            Token::Number { .. } if counted == Some(at) => continue,
            Token::Number { value, digits } => Part::Number(u32::try_from(*value).ok()?, *digits),
            Token::Word(word) => match month(word) {
                Some(month) => Part::Month(month),
                None if is_word_for_month(word) => match tokens.get(at + 1..at + 3) {
                    // The Vietnamese count their months: "4 tháng 11, 2019".
                    Some([Token::Space, Token::Number { value: month @ 1..=12, .. }]) => {
                        counted = Some(at + 2);
                        Part::Month(u32::try_from(*month).ok()?)
                    }
                    _ => break,
                },
                None if is_filler(word) && !parts.is_empty() => continue,
                None => break,
            },
            Token::Space | Token::Sign('.' | ',' | '-' | '/' | '‑' | '–' | '\'' | '’' | 'º' | '°')
                if !parts.is_empty() =>
            {
                continue;
            }
            _ => break,
        };
        parts.push(part);
        length = at + 1;
        if parts.len() == 3 {
            break;
        }
    }
    let found = match parts.as_slice() {
        [Part::Number(of_month, 1 | 2), Part::Month(month), Part::Number(year, 4)]
        | [Part::Month(month), Part::Number(of_month, 1 | 2), Part::Number(year, 4)]
        | [Part::Number(year, 4), Part::Month(month), Part::Number(of_month, 1 | 2)]
        | [Part::Number(year, 4), Part::Number(of_month, 1 | 2), Part::Month(month)] => day(*year, *month, *of_month),
        [Part::Number(of_month, 1 | 2), Part::Month(month), Part::Number(year, 2)]
            if !is_followed_by_word(tokens, length) =>
        {
            day(2000 + *year, *month, *of_month)
        }
        // "Tue Nov 19 03:05:46 GMT 2019": the year stands behind the clock.
        [Part::Month(month), Part::Number(of_month, 1 | 2), Part::Number(_, 1 | 2)] => {
            let year = tokens.iter().skip(length).find_map(|token| match token {
                Token::Number { value, digits: 4 } => u32::try_from(*value).ok(),
                _ => None,
            })?;
            // The clock is read from what follows the day.
            let first_number = tokens.iter().position(|token| matches!(token, Token::Number { .. }))?;
            return Some((day(year, *month, *of_month)?, first_number + 1));
        }
        _ => None,
    };
    found.map(|day| (day, length))
}

fn is_word_for_month(word: &str) -> bool {
    matches!(word, "tháng" | "Tháng")
}

/// "3 May 20 people": a number in front of a word is no year, unless it is joined to its month as a year is.
fn is_followed_by_word(tokens: &[Token], length: usize) -> bool {
    let joined = length > 1 && matches!(tokens.get(length - 2), Some(Token::Sign(_)));
    !joined && matches!(tokens.get(length..length + 2), Some([Token::Space, Token::Word(_)]))
}

#[derive(Clone, Copy)]
enum Part {
    Number(u32, usize),
    Month(u32),
}

fn day(year: u32, month: u32, of_month: u32) -> Option<Day> {
    if YEARS.contains(&year) { Day::from_ymd(i32::try_from(year).ok()?, month, of_month) } else { None }
}

/// 1 to 12 for the name of a month.
fn month(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let mut lower = String::new();
    word.chars().for_each(|sign| lower.push(small(sign)));
    // In Hebrew the word for "in" is part of the name.
    let lower = lower.strip_prefix('ב').unwrap_or(&lower);
    let place = MONTHS.iter().position(|names| names.split(' ').any(|name| name == lower))?;
    u32::try_from(place + 1).ok()
}

/// The small letter of a Latin, Greek or Cyrillic capital.
fn small(sign: char) -> char {
    match sign {
        'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => char::from_u32(u32::from(sign) + 0x20).unwrap_or(sign),
        'Ş' => 'ş',
        _ => sign.to_ascii_lowercase(),
    }
}

/// Words between the parts of a date.
fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 18] = [
        "st", "nd", "rd", "th", "of", "de", "del", "do", "a", "den", "der", "er", "ème", "η", "m", "gada", "năm",
        "ngày",
    ];
    FILLERS.contains(&word)
}

/// Seconds or milliseconds since 1970, in UTC.
fn from_epoch(number: u64) -> Option<Moment> {
    let seconds = if number > 100_000_000_000 { number / 1000 } else { number };
    let day = Day::from_days(i32::try_from(seconds / 86_400).ok()?);
    let minute = u16::try_from(seconds % 86_400 / 60).ok();
    is_real(day).then_some(Moment { day, minute, offset: Some(0) })
}

/// How the speakers of a language write a date of numbers; `None` where it differs from country to country.
///
/// ```
/// use article_timeline::article::published::forms::{Order, order_of};
/// assert_eq!(order_of(Some("en-US")), Order::MonthFirst);
/// assert_eq!(order_of(Some("fr")), Order::DayFirst);
/// assert_eq!(order_of(Some("en")), Order::Unknown);
/// ```
pub fn order_of(language: Option<&str>) -> Order {
    let tag = language.unwrap_or("").to_ascii_lowercase();
    match find::split(&tag, "-_").next().unwrap_or("") {
        "" => Order::Unknown,
        "en" if tag.ends_with("us") => Order::MonthFirst,
        "en" if tag.len() == 2 => Order::Unknown,
        _ => Order::DayFirst,
    }
}
