//! The forms in which sites write a date, in data and for readers.
//!
//! In: a short text. Out: the first date in it, with its clock time and offset where they stand beside it. A date that two countries read
//! differently is read only when it is known whose it is. It must never learn where the text stood.

use super::months::{MONTHS, ZONES};
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
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = tokens(text);
    if let [Token::Number { value, digits: 10 | 13 }] = tokens.as_slice() {
        return from_epoch(*value);
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

/// Whether a page can be of that day: not the first of all seconds, not the year 1.
fn is_real(day: Day) -> bool {
    day.year() >= 1900 && day != Day::default()
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Token<'a> {
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
        2 if one == '.' => 2000 + third,
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
    for (at, token) in tokens.iter().enumerate() {
        let part = match token {
            Token::Number { value, digits } => Part::Number(u32::try_from(*value).ok()?, *digits),
            Token::Word(word) => match month(word) {
                Some(month) => Part::Month(month),
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
        | [Part::Number(year, 4), Part::Month(month), Part::Number(of_month, 1 | 2)] => day(*year, *month, *of_month),
        [Part::Number(of_month, 1 | 2), Part::Month(month), Part::Number(year, 2)] => {
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
    matches!(word, "st" | "nd" | "rd" | "th" | "of" | "de" | "del" | "do" | "a" | "den" | "der" | "er" | "ème" | "η")
}

/// The clock time beside a date, in minutes, and its offset.
fn clock(tokens: &[Token]) -> Option<(u16, Option<i16>)> {
    for at in 0..tokens.len() {
        let Some(Token::Number { value: hour, digits }) = tokens.get(at) else { continue };
        if *digits == 6 && at <= 1 {
            // "20201123T110235Z"
            return minute(hour / 10_000, hour / 100 % 100)
                .map(|minute| (minute, offset(tokens.get(at + 1..).unwrap_or_default())));
        }
        let of_hour = match (tokens.get(at + 1), tokens.get(at + 2)) {
            (Some(Token::Sign(':')), Some(Token::Number { value, digits: 1 | 2 })) => Some((*value, at + 3)),
            (Some(Token::Sign('.')), Some(Token::Number { value, digits: 2 }))
                if is_german_clock(tokens.get(at + 3..)) =>
            {
                Some((*value, at + 3))
            }
            (Some(Token::Word("h" | "H")), Some(Token::Number { value, digits: 2 })) => Some((*value, at + 3)),
            (Some(Token::Word(word)), _) if half_of_day(word).is_some() && *digits <= 2 => Some((0, at + 1)),
            (Some(Token::Space), Some(Token::Word(word))) if half_of_day(word).is_some() && *digits <= 2 => {
                Some((0, at + 2))
            }
            _ => None,
        };
        let Some((of_hour, mut next)) = of_hour.filter(|_| *digits <= 2) else { continue };
        // Seconds and their parts.
        while let (Some(Token::Sign(':' | '.')), Some(Token::Number { .. })) = (tokens.get(next), tokens.get(next + 1))
        {
            next += 2;
        }
        if tokens.get(next) == Some(&Token::Space) {
            next += 1;
        }
        let mut hour = *hour;
        if let Some(Token::Word(word)) = tokens.get(next)
            && let Some(afternoon) = half_of_day(word)
        {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            next += 1;
            // "p.m."
            while matches!(tokens.get(next), Some(Token::Sign('.') | Token::Word("m" | "M"))) {
                next += 1;
            }
        }
        let minute = minute(hour, of_hour)?;
        return Some((minute, offset(tokens.get(next..).unwrap_or_default())));
    }
    None
}

fn minute(hour: u64, of_hour: u64) -> Option<u16> {
    if hour < 24 && of_hour < 60 { u16::try_from(hour * 60 + of_hour).ok() } else { None }
}

fn is_german_clock(behind: Option<&[Token]>) -> bool {
    matches!(behind, Some([Token::Space, Token::Word("Uhr" | "uhr" | "h"), ..]))
}

/// Whether the word means the second half of the day; `None` for other words.
fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "am" | "AM" | "Am" | "a" => Some(false),
        "pm" | "PM" | "Pm" | "p" => Some(true),
        _ => None,
    }
}

/// The offset that stands behind a clock time.
fn offset(tokens: &[Token]) -> Option<i16> {
    let mut zone = None;
    for (at, token) in tokens.iter().enumerate().take(6) {
        match token {
            Token::Space | Token::Sign('(' | ')' | ',' | '|') => {}
            Token::Word(word) => {
                let word = word.to_ascii_lowercase();
                match ZONES.iter().find(|(name, _)| *name == word) {
                    Some((_, minutes)) => zone = Some(*minutes),
                    None => return zone,
                }
            }
            Token::Sign(sign @ ('+' | '-' | '−')) => {
                let Some(Token::Number { value, digits }) = tokens.get(at + 1) else { return zone };
                let behind = match (tokens.get(at + 2), tokens.get(at + 3)) {
                    (Some(Token::Sign(':')), Some(Token::Number { value, .. })) => *value,
                    _ => 0,
                };
                let minutes = if *digits > 2 { value / 100 * 60 + value % 100 } else { value * 60 + behind };
                let minutes = i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60)?;
                return Some(if *sign == '+' { minutes } else { -minutes });
            }
            _ => return zone,
        }
    }
    zone
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

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> String {
        read(text, Order::Unknown).map_or("none".into(), Moment::to_iso)
    }

    #[test]
    fn odd_forms_of_data() {
        for (text, expected) in [
            ("2020-12-10 10:02:08", "2020-12-10T10:02"),
            ("2020-09-25T16:02:50CDT", "2020-09-25T16:02-05:00"),
            ("20201123T11:02:35Z", "2020-11-23T11:02Z"),
            ("20201123T110235Z", "2020-11-23T11:02Z"),
            ("20201123110235", "2020-11-23"),
            ("11.11.2021", "2021-11-11"),
            ("2020-12-05T23:15:0Z", "2020-12-05T23:15Z"),
            ("November 19, 2019", "2019-11-19"),
            ("Sun, 11 Oct 2020 07:34:36 GMT", "2020-10-11T07:34Z"),
            ("2020-11-23T11:02:35.123456+0100", "2020-11-23T11:02+01:00"),
            ("Tue Nov 19 03:05:46 EST 2019", "2019-11-19T03:05-05:00"),
            ("1605000000000", "2020-11-10T09:20Z"),
            ("2020-1-5", "2020-01-05"),
            ("2020/01/05", "2020-01-05"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_for_readers() {
        for (text, expected) in [
            ("Published 3:05 p.m. ET, Nov. 20, 2019", "2019-11-20T15:05"),
            ("Posted on 3rd of May 2018 by Ana", "2018-05-03"),
            ("Donnerstag, 6. Februar 2020, 14.05 Uhr", "2020-02-06T14:05"),
            ("12 de marzo de 2020", "2020-03-12"),
            ("le 1er août 2019 à 14h05", "2019-08-01T14:05"),
            ("5 сентября 2020", "2020-09-05"),
            ("2020年3月5日", "2020-03-05"),
            ("20-Nov-2019", "2019-11-20"),
            ("19.10.19", "2019-10-19"),
            ("13/4/2020", "2020-04-13"),
            ("4/13/2020", "2020-04-13"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
        assert_eq!(read("3/4/2020", Order::DayFirst).map(Moment::to_iso).as_deref(), Some("2020-04-03"));
        assert_eq!(read("3/4/2020", Order::MonthFirst).map(Moment::to_iso).as_deref(), Some("2020-03-04"));
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "1970-01-01T00:00:00Z",
            "0",
            "0001-01-01",
            "2020-13-40",
            "1.2.3.2020",
            "192.168.20.19",
            "call 030 2019 2020",
            "May 2019",
            "2019",
            "Q3/2019",
            "-",
            "9999-99-99",
            "99999999999999999999",
        ] {
            assert_eq!(iso(text), "none", "{text}");
        }
    }
}
