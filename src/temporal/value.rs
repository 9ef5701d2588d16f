//! TIMEX3: the value of a mention as ISO-TimeML writes it.
//!
//! In: resolved values. Out: their text (`1998-W17`, `P2Y`, `XXXX-WXX-1TNI`). It must never learn how they were found.

use super::dated::Modifier;
use super::meaning::{Amount, DayPart, Duration, TimeUnit, Vague};
use super::slot::MODIFIERS;
use crate::base::date::Day;
use crate::base::edtf::write_two;
use crate::language::field;

/// A mention as TIMEX3 has it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Timex {
    /// Its type.
    pub kind: TimexKind,
    /// Its value.
    pub value: TimexValue,
    /// Its `mod`.
    pub modifier: Option<Modifier>,
}

/// TIMEX3's types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are TIMEX3's own")]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexKind {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        }
    }
}

impl Modifier {
    /// TIMEX3's name: `ON_OR_BEFORE`.
    pub fn name(self) -> &'static str {
        field::MODIFIERS.split(' ').zip(MODIFIERS).find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }
}

/// The value of a TIMEX3. What is not known is `None` and written with X.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TimexValue {
    /// A calendar date, maybe with a time of day.
    Date(CalendarDate, Option<TimeOfDay>),
    /// A length.
    Length(Duration),
    /// `PAST_REF` and its like.
    Vague(Vague),
}

/// A calendar date of any coarseness.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CalendarDate {
    /// Days and what stands inside a year.
    InYear(Option<i32>, InYear),
    /// The decade's years without their last digit: 198.
    Decade(i32),
    /// The years without their last two digits: 18 for the 19th century.
    Century(i32),
    /// A day of the week in an unknown week; `None` for any day.
    Weekday(Option<u8>),
}

/// A part of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum InYear {
    Whole,
    Month(Option<u8>),
    Day(Option<u8>, Option<u8>),
    Quarter(Option<u8>),
    Half(u8),
    Season(u8),
    /// ISO weeks: the year is the week's.
    Week(Option<u8>),
    Weekend(Option<u8>),
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeOfDay {
    /// Minutes since midnight; 1440 is the end of the day. The offset from UTC in minutes, if known; TIMEX3 leaves it out.
    Clock(u16, Option<i16>),
    /// Morning, night.
    Part(DayPart),
    /// An hour or minute that is not known.
    Unknown,
}

impl CalendarDate {
    /// A day.
    pub fn day(day: Day) -> CalendarDate {
        CalendarDate::InYear(Some(day.year()), InYear::Day(Some(day.month() as u8), Some(day.day_of_month() as u8)))
    }
}

impl TimexValue {
    /// Appends the value's text.
    ///
    /// ```
    /// use article_timeline::temporal::value::{CalendarDate, InYear, TimexValue};
    /// let mut out = String::new();
    /// TimexValue::Date(CalendarDate::InYear(Some(1998), InYear::Week(Some(8))), None).write(&mut out);
    /// assert_eq!(out, "1998-W08");
    /// ```
    pub fn write(&self, out: &mut String) {
        match *self {
            TimexValue::Date(date, time) => {
                write_date(out, date);
                if let Some(time) = time {
                    write_time(out, time);
                }
            }
            TimexValue::Length(length) => write_length(out, length),
            TimexValue::Vague(vague) => out.push_str(match vague {
                Vague::Past => "PAST_REF",
                Vague::Present => "PRESENT_REF",
                Vague::Future => "FUTURE_REF",
            }),
        }
    }
}

fn write_date(out: &mut String, date: CalendarDate) {
    let (year, part) = match date {
        CalendarDate::InYear(year, part) => (year, part),
        CalendarDate::Decade(decade) => return write_signed(out, decade, 3),
        CalendarDate::Century(century) => return write_signed(out, century, 2),
        CalendarDate::Weekday(weekday) => {
            out.push_str(if weekday.is_some() { "XXXX-WXX-" } else { "XXXX-XX-XX" });
            if let Some(weekday) = weekday {
                push_number(out, u32::from(weekday) + 1);
            }
            return;
        }
    };
    match year {
        // TIMEX3 writes years before Christ as BC0044.
        Some(year) if year <= 0 => {
            out.push_str("BC");
            push_padded(out, 1_u32.saturating_add(year.unsigned_abs()), 4);
        }
        Some(year) => push_padded(out, year.unsigned_abs(), 4),
        None => out.push_str("XXXX"),
    }
    let letters = match part {
        InYear::Whole => return,
        InYear::Month(month) => return write_part(out, "-", month),
        InYear::Day(month, day) => {
            write_part(out, "-", month);
            return write_part(out, "-", day);
        }
        InYear::Week(week) => return write_part(out, "-W", week),
        InYear::Weekend(week) => {
            if week.is_some() || year.is_some() {
                write_part(out, "-W", week);
            }
            "-WE"
        }
        InYear::Quarter(Some(quarter @ 1..=4)) => {
            out.push_str("-Q");
            return push_number(out, u32::from(quarter));
        }
        InYear::Quarter(_) => "-QX",
        InYear::Half(1) => "-H1",
        InYear::Half(_) => "-H2",
        InYear::Season(season) => match season {
            1 => "-SP",
            2 => "-SU",
            3 => "-FA",
            _ => "-WI",
        },
    };
    out.push_str(letters);
}

fn write_part(out: &mut String, sign: &str, part: Option<u8>) {
    out.push_str(sign);
    match part {
        Some(part) => push_padded(out, u32::from(part), 2),
        None => out.push_str("XX"),
    }
}

fn write_time(out: &mut String, time: TimeOfDay) {
    out.push('T');
    match time {
        TimeOfDay::Part(part) => out.push_str(part.letters()),
        TimeOfDay::Unknown => out.push_str("XX"),
        TimeOfDay::Clock(minutes, _) => {
            push_padded(out, u32::from(minutes) / 60, 2);
            out.push(':');
            push_padded(out, u32::from(minutes) % 60, 2);
        }
    }
}

fn write_length(out: &mut String, length: Duration) {
    out.push('P');
    let (unit, factor) = match length {
        // "half a century" is 50 years.
        Duration { amount: Amount::Known(number), unit: TimeUnit::Century, .. } if number % 100 != 0 => ("Y", 100),
        Duration { amount: Amount::Known(number), unit: TimeUnit::Decade, .. } if number % 100 != 0 => ("Y", 10),
        _ => letter(length.unit),
    };
    if is_clock(length.unit) {
        out.push('T');
    }
    match length.amount {
        Amount::Unknown => out.push('X'),
        Amount::Known(hundredths) => {
            let hundredths = hundredths.unsigned_abs().saturating_mul(factor);
            let rest = hundredths % 100;
            let clock = rest != 0 && matches!(length.unit, TimeUnit::Hour | TimeUnit::Minute);
            if hundredths >= 100 || !clock {
                push_number(out, hundredths / 100);
            }
            if rest != 0 {
                // "a minute and a half" is a minute and 30 seconds; other units have no such parts.
                let finer = match length.unit {
                    TimeUnit::Hour => Some('M'),
                    TimeUnit::Minute => Some('S'),
                    _ => None,
                };
                match finer {
                    Some(finer) => {
                        out.push_str(if hundredths >= 100 { unit } else { "" });
                        push_number(out, rest * 60 / 100);
                        return out.push(finer);
                    }
                    None => {
                        out.push('.');
                        push_number(out, if rest % 10 == 0 { rest / 10 } else { rest });
                    }
                }
            }
        }
    }
    out.push_str(unit);
    if let Some((hundredths, more)) = length.more {
        let (unit, factor) = letter(more);
        if is_clock(more) && !is_clock(length.unit) {
            out.push('T');
        }
        push_number(out, hundredths.unsigned_abs().saturating_mul(factor) / 100);
        out.push_str(unit);
    }
}

fn is_clock(unit: TimeUnit) -> bool {
    matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour)
}

/// TIMEX3's letters for a unit, and how many of them one such unit is.
fn letter(unit: TimeUnit) -> (&'static str, u32) {
    match unit {
        TimeUnit::Second => ("S", 1),
        TimeUnit::Minute | TimeUnit::Month => ("M", 1),
        TimeUnit::Hour => ("H", 1),
        TimeUnit::Day => ("D", 1),
        TimeUnit::Weekend => ("WE", 1),
        TimeUnit::Week => ("W", 1),
        TimeUnit::Fortnight => ("W", 2),
        TimeUnit::Quarter => ("Q", 1),
        TimeUnit::Season | TimeUnit::Period => ("X", 1),
        TimeUnit::Year => ("Y", 1),
        TimeUnit::Decade => ("DE", 1),
        TimeUnit::Century => ("CE", 1),
        TimeUnit::Millennium => ("L", 1),
    }
}

fn write_signed(out: &mut String, number: i32, width: u32) {
    if number < 0 {
        // The 5th century BC has the years 499 to 400: BC04.
        out.push_str("BC");
        return push_padded(out, number.unsigned_abs() - 1, width);
    }
    push_padded(out, number.unsigned_abs(), width);
}

fn push_padded(out: &mut String, number: u32, width: u32) {
    let mut floor = 10_u32.pow(width.saturating_sub(1));
    while floor > number.max(1) {
        out.push('0');
        floor /= 10;
    }
    push_number(out, number);
}

fn push_number(out: &mut String, number: u32) {
    if (10..100).contains(&number) {
        write_two(out, number);
        return;
    }
    let mut digits = [0_u8; 10];
    let mut rest = number;
    let mut count = 0;
    for slot in digits.iter_mut() {
        *slot = b'0' + (rest % 10) as u8;
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    for digit in digits.iter().take(count).rev() {
        out.push(char::from(*digit));
    }
}
