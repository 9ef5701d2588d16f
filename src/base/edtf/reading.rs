//! EDTF text taken apart, levels 0 to 2.
//!
//! In: a text. Out: its [`Value`], or the place of the first fault. It must never learn what the values are for.
//! Source: Library of Congress, Extended Date/Time Format specification, 4 February 2019; what it leaves open follows ISO 8601-2:2019.

use super::limits;
use super::value::{Date, Digits, End, Form, Mark, Member, Time, Value, Year};

/// Where a text stops being EDTF, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Bytes from the start of the text.
    pub at: usize,
    /// What is wrong, as half a sentence.
    pub what: &'static str,
}

/// Takes a whole EDTF text apart.
///
/// # Errors
/// The place of the first fault.
///
/// ```
/// use article_timeline::base::edtf::{parse, value::Value};
/// assert!(matches!(parse("[1667,1668]"), Ok(Value::Set { all: false, .. })));
/// assert_eq!(parse("2004-13").unwrap_err().at, 5);
/// ```
pub fn parse(text: &str) -> Result<Value<'_>, Fault> {
    let mut reader = Reader { text, at: 0 };
    let value = match reader.peek() {
        b'[' | b'{' => reader.set()?,
        _ => reader.date_or_stretch()?,
    };
    match reader.peek() {
        0 if reader.at == text.len() => Ok(value),
        _ => reader.fault("nothing more is expected here"),
    }
}

/// A day with or without a time of day, as pages and calendars write it: less strict about the time than EDTF is.
pub(super) fn parse_loosely(text: &str) -> Option<Date<'_>> {
    let mut reader = Reader { text, at: 0 };
    let mut date = reader.day_with_loose_year()?;
    // "2016-11-01 12:30" is common in the wild.
    if matches!(reader.peek(), b'T' | b't' | b' ') {
        reader.at += 1;
        date.time = Some(reader.time(false).ok()?);
    }
    (reader.at == text.len()).then_some(date)
}

struct Reader<'a> {
    text: &'a str,
    /// Bytes read; what was read is ASCII but for the minus sign, so this is a boundary between letters.
    at: usize,
}

impl<'a> Reader<'a> {
    /// The next byte; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self, sign: u8) -> bool {
        let found = self.peek() == sign;
        self.at += usize::from(found);
        found
    }

    fn fault<T>(&self, what: &'static str) -> Result<T, Fault> {
        Err(Fault { at: self.at, what })
    }

    /// A hyphen, or the minus sign that ISO 8601 prefers.
    fn take_minus(&mut self) -> bool {
        let long = self.text.get(self.at..).is_some_and(|rest| rest.starts_with('\u{2212}'));
        self.at += if long { '\u{2212}'.len_utf8() } else { 0 };
        long || self.take(b'-')
    }

    /// `..`, an open end.
    fn take_open(&mut self) -> bool {
        let found = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(b".."));
        self.at += if found { 2 } else { 0 };
        found
    }

    fn mark(&mut self) -> Mark {
        let mark = match self.peek() {
            b'?' => Mark { uncertain: true, approximate: false },
            b'~' => Mark { uncertain: false, approximate: true },
            b'%' => Mark { uncertain: true, approximate: true },
            _ => return Mark::default(),
        };
        self.at += 1;
        mark
    }

    /// Up to `most` digits, X among them if they may be unspecified; how many there were.
    fn digits(&mut self, most: u32, unspecified: bool) -> (Digits, u32) {
        let mut digits = Digits::default();
        let mut count = 0;
        while count < most {
            let (low, open) = match self.peek() {
                digit @ b'0'..=b'9' => (u64::from(digit - b'0'), 0),
                b'X' if unspecified => (0, 9),
                _ => break,
            };
            digits = Digits { low: digits.low * 10 + low, open: digits.open * 10 + open };
            self.at += 1;
            count += 1;
        }
        (digits, count)
    }

    /// A number of any length that is no larger than fits its use.
    fn number(&mut self, most: u32, what: &'static str) -> Result<u64, Fault> {
        match self.digits(most, false) {
            (digits, 1..) => Ok(digits.low),
            _ => self.fault(what),
        }
    }

    fn date_or_stretch(&mut self) -> Result<Value<'a>, Fault> {
        let start = self.end(b'/')?;
        if !self.take(b'/') {
            return match start {
                End::At(date) => Ok(Value::Date(date)),
                _ => self.fault("a year is expected"),
            };
        }
        let place = self.at;
        let end = self.end(0)?;
        match (&start, &end) {
            (End::Unknown, End::Unknown) => return self.fault("one end must be known or open"),
            (End::At(first), End::At(last)) => {
                if first.time.is_some() || last.time.is_some() {
                    return Err(Fault { at: 0, what: "a stretch goes from day to day, without times of day" });
                }
                if limits::last_start(last) < limits::earliest(first) {
                    return Err(Fault { at: place, what: "it ends before it starts" });
                }
            }
            _ => {}
        }
        Ok(Value::Stretch(start, end))
    }

    /// One end of a stretch, in front of `behind`.
    fn end(&mut self, behind: u8) -> Result<End<'a>, Fault> {
        if self.take_open() {
            return Ok(End::Open);
        }
        if self.at == self.text.len() && behind == 0 || behind != 0 && self.peek() == behind {
            return Ok(End::Unknown);
        }
        self.date().map(End::At)
    }

    /// Spaces, where a list has any, stand behind each of its commas.
    fn set(&mut self) -> Result<Value<'a>, Fault> {
        let (all, close) = if self.take(b'{') { (true, b'}') } else { (false, b']') };
        self.at += usize::from(!all);
        let mut members = Vec::new();
        let mut spaced = None;
        loop {
            let member = self.member(members.is_empty())?;
            let ends_here = matches!(member, Member::Onward(_));
            members.push(member);
            if self.take(close) {
                return Ok(Value::Set { all, members });
            }
            if ends_here || !self.take(b',') {
                return self.fault("the closing bracket is missing");
            }
            let place = self.at;
            let space = self.take(b' ');
            if *spaced.get_or_insert(space) != space {
                return Err(Fault { at: place, what: "a space stands behind every comma or behind none" });
            }
        }
    }

    fn member(&mut self, first: bool) -> Result<Member<'a>, Fault> {
        if first && self.take_open() {
            return self.date().map(Member::UpTo);
        }
        let date = self.date()?;
        if !self.take_open() {
            return Ok(Member::One(date));
        }
        if matches!(self.peek(), b']' | b'}') {
            return Ok(Member::Onward(date));
        }
        let place = self.at;
        let last = self.date()?;
        if limits::last_start(&last) < limits::earliest(&date) {
            return Err(Fault { at: place, what: "it ends before it starts" });
        }
        Ok(Member::From(date, last))
    }

    /// A mark in front of a part is about that part, a mark behind it about that part and all to its left.
    fn date(&mut self) -> Result<Date<'a>, Fault> {
        let mut year_mark = self.mark();
        let year = self.year()?;
        let behind = self.mark();
        year_mark = year_mark.and(behind);
        let none = Mark::default();
        let mut date = Date { year, year_mark, month: None, month_mark: none, day: None, day_mark: none, time: None };
        if year.form != Form::Plain || year.significant.is_some() || !self.take(b'-') {
            return Ok(date);
        }
        let (month, mark) = self.part(limits::is_part_of_year, "there is no such month or season")?;
        let behind = self.mark();
        date.year_mark = date.year_mark.and(behind);
        date.month_mark = mark.and(behind);
        date.month = Some(month);
        if month.low > 12 || !self.take(b'-') {
            return Ok(date);
        }
        let (day, mark) = self.part(|day| limits::has_day(year, month, day), "the month has no such day")?;
        date.day = Some(day);
        let exact = year.digits.open + month.open + day.open == 0;
        if self.peek() == b'T' && exact && !date.year_mark.any() && !mark.any() && !date.month_mark.any() {
            self.at += 1;
            date.time = Some(self.time(true)?);
        }
        let behind = self.mark();
        date.year_mark = date.year_mark.and(behind);
        date.month_mark = date.month_mark.and(behind);
        date.day_mark = mark.and(behind);
        Ok(date)
    }

    fn year(&mut self) -> Result<Year, Fault> {
        let start = self.at;
        if self.take(b'Y') {
            return self.long_year(start);
        }
        let negative = self.take_minus();
        let (digits, count) = self.digits(4, true);
        let form = match count {
            4 => Form::Plain,
            3 if digits.open == 0 => Form::Decade,
            2 if digits.open == 0 => Form::Century,
            _ => return Err(Fault { at: start, what: "a year of four digits is expected" }),
        };
        if negative && digits == Digits::default() {
            return Err(Fault { at: start, what: "the year 0 has no sign" });
        }
        let significant = if form == Form::Plain && digits.open == 0 { self.significant()? } else { None };
        Ok(Year { digits, negative, form, significant })
    }

    /// `Y` announces a year of more than four digits; with an exponent it may be any.
    fn long_year(&mut self, start: usize) -> Result<Year, Fault> {
        let negative = self.take_minus();
        let zero = self.peek() == b'0';
        let begin = self.at;
        let digits = Digits::known(self.number(18, "the digits of a year are expected")?);
        let count = self.at - begin;
        let form =
            if self.take(b'E') { Form::Exponent(self.number(2, "the exponent is missing")? as u8) } else { Form::Long };
        if zero || (form == Form::Long && count < 5) {
            return Err(Fault { at: start, what: "Y stands before years of more than four digits" });
        }
        Ok(Year { digits, negative, form, significant: self.significant()? })
    }

    fn significant(&mut self) -> Result<Option<u8>, Fault> {
        if !self.take(b'S') {
            return Ok(None);
        }
        match self.number(2, "the number of significant digits is missing")? {
            0 => self.fault("at least one digit is significant"),
            count => Ok(Some(count as u8)),
        }
    }

    /// Two digits that `exists` knows, with the mark in front of them.
    fn part(&mut self, exists: impl Fn(Digits) -> bool, what: &'static str) -> Result<(Digits, Mark), Fault> {
        let mark = self.mark();
        let at = self.at;
        match self.digits(2, true) {
            (digits, 2) if exists(digits) => Ok((digits, mark)),
            (_, 2) => Err(Fault { at, what }),
            _ => Err(Fault { at, what: "two digits are expected" }),
        }
    }

    fn two(&mut self) -> Option<u16> {
        match self.digits(2, false) {
            (digits, 2) => Some(digits.low as u16),
            _ => None,
        }
    }

    /// `hh:mm`, seconds, a fraction of them, a zone. What pages write may have no colons in the zone, a leap second, a small z.
    fn time(&mut self, strict: bool) -> Result<Time<'a>, Fault> {
        let start = self.at;
        let wrong = Fault { at: start, what: "a time of day such as 14:05 or 14:05:30Z is expected" };
        let hour = self.two().ok_or(wrong)?;
        if !self.take(b':') {
            return Err(wrong);
        }
        let minute = self.two().ok_or(wrong)?;
        let from = self.at;
        let mut rest = 0;
        if self.take(b':') {
            rest = self.two().ok_or(wrong)?;
            if matches!(self.peek(), b'.' | b',') {
                self.at += 1;
                while self.peek().is_ascii_digit() {
                    self.at += 1;
                }
            }
        }
        let seconds = self.text.get(from..self.at).unwrap_or("");
        if hour > 24 || minute > 59 || rest > if strict { 59 } else { 60 } || (hour == 24 && minute + rest > 0) {
            return Err(Fault { at: start, what: "there is no such time of day" });
        }
        Ok(Time { minute: hour * 60 + minute, seconds, offset: self.zone(strict)? })
    }

    fn zone(&mut self, strict: bool) -> Result<Option<i16>, Fault> {
        let start = self.at;
        if self.take(b'Z') || (!strict && self.take(b'z')) {
            return Ok(Some(0));
        }
        let wrong = Fault { at: start, what: "there is no such time zone" };
        let west = self.take_minus();
        if !west && !self.take(b'+') {
            return Ok(None);
        }
        let hours = self.two().ok_or(wrong)?;
        let minutes = if self.take(b':') || self.peek().is_ascii_digit() { self.two().ok_or(wrong)? } else { 0 };
        let size = hours * 60 + minutes;
        let most = if !strict {
            24 * 60 - 1
        } else if west {
            12 * 60
        } else {
            14 * 60
        };
        if minutes > 59 || size > most || (strict && west && size == 0) {
            return Err(wrong);
        }
        Ok(Some(if west { -(size as i16) } else { size as i16 }))
    }

    /// The day of a DATE: beyond four digits the year stands without a Y or with one, with a sign or without.
    fn day_with_loose_year(&mut self) -> Option<Date<'a>> {
        let long = self.take(b'Y');
        let negative = self.take_minus();
        let _ = long || self.take(b'+');
        let (digits, 4..) = self.digits(18, false) else { return None };
        let year = Year { digits, negative, form: Form::Plain, significant: None };
        if !self.take(b'-') {
            return None;
        }
        let month = Digits::known(u64::from(self.two()?));
        if !(1..=12).contains(&month.low) || !self.take(b'-') {
            return None;
        }
        let day = Digits::known(u64::from(self.two()?));
        let none = Mark::default();
        limits::has_day(year, month, day).then_some(Date {
            year,
            year_mark: none,
            month: Some(month),
            month_mark: none,
            day: Some(day),
            day_mark: none,
            time: None,
        })
    }
}
