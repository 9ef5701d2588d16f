//! EDTF values written in one way each: no spaces, a mark where it says most with least, minus signs as hyphens.
//!
//! In: a value taken apart. Out: its text. It must never learn the calendar.

use super::value::{Date, Digits, End, Form, Mark, Member, Time, Value, Year};
use super::writing::{write_digits, write_offset, write_two};

/// A valid EDTF text in its one form.
///
/// ```
/// use article_timeline::base::edtf::canonical;
/// assert_eq!(canonical("[2020, 2021]").unwrap(), "[2020,2021]");
/// assert_eq!(canonical("?2004-?06-11").unwrap(), "2004-06?-11");
/// ```
///
/// # Errors
/// The place of the first fault.
pub fn canonical(text: &str) -> Result<String, super::Fault> {
    let mut out = String::new();
    match super::parse(text)? {
        Value::Date(date) => write_date(&mut out, &date),
        Value::Stretch(start, end) => {
            write_end(&mut out, &start);
            out.push('/');
            write_end(&mut out, &end);
        }
        Value::Set { all, members } => {
            out.push(if all { '{' } else { '[' });
            for (place, member) in members.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_member(&mut out, member);
            }
            out.push(if all { '}' } else { ']' });
        }
    }
    Ok(out)
}

/// One date in its one form.
pub fn canonical_date(date: &Date) -> String {
    let mut out = String::new();
    write_date(&mut out, date);
    out
}

fn write_end(out: &mut String, end: &End) {
    match end {
        End::Open => out.push_str(".."),
        End::Unknown => {}
        End::At(date) => write_date(out, date),
    }
}

fn write_member(out: &mut String, member: &Member) {
    match member {
        Member::One(date) => write_date(out, date),
        Member::From(first, last) => {
            write_date(out, first);
            out.push_str("..");
            write_date(out, last);
        }
        Member::UpTo(date) => {
            out.push_str("..");
            write_date(out, date);
        }
        Member::Onward(date) => {
            write_date(out, date);
            out.push_str("..");
        }
    }
}

/// A mark behind a part speaks for all parts to its left, one in front of it for that part alone.
fn write_date(out: &mut String, date: &Date) {
    let none = Mark::default();
    let (year, month, day) = (date.year_mark, date.month_mark, date.day_mark);
    // How many parts from the left share one mark that can stand behind them.
    let shared = match (date.month, date.day) {
        (None, _) => 1,
        (_, Some(_)) if year == month && month == day => 3,
        _ if year == month && year.any() => 2,
        _ => 0,
    };
    let front = |place: u8, mark: Mark| if place < shared { none } else { mark };
    let behind = |place: u8, mark: Mark| if place + 1 == shared { mark } else { none };
    write_mark(out, front(0, year));
    write_year(out, date.year);
    write_mark(out, behind(0, year));
    if let Some(part) = date.month {
        out.push('-');
        write_mark(out, front(1, month));
        write_part(out, part, 2);
        write_mark(out, behind(1, month));
    }
    if let Some(part) = date.day {
        out.push('-');
        write_mark(out, front(2, day));
        write_part(out, part, 2);
        write_mark(out, behind(2, day));
    }
    if let Some(time) = &date.time {
        write_time(out, time);
    }
}

fn write_mark(out: &mut String, mark: Mark) {
    match (mark.uncertain, mark.approximate) {
        (true, true) => out.push('%'),
        (true, false) => out.push('?'),
        (false, true) => out.push('~'),
        (false, false) => {}
    }
}

fn write_year(out: &mut String, year: Year) {
    let width = match year.form {
        Form::Century => 2,
        Form::Decade => 3,
        Form::Plain => 4,
        Form::Long | Form::Exponent(_) => 1,
    };
    if matches!(year.form, Form::Long | Form::Exponent(_)) {
        out.push('Y');
    }
    if year.negative {
        out.push('-');
    }
    write_part(out, year.digits, width);
    if let Form::Exponent(zeros) = year.form {
        out.push('E');
        write_digits(out, u64::from(zeros), 1);
    }
    if let Some(count) = year.significant {
        out.push('S');
        write_digits(out, u64::from(count), 1);
    }
}

/// The digits with an X at each that is open.
fn write_part(out: &mut String, digits: Digits, width: u32) {
    let from = out.len();
    write_digits(out, digits.low, width);
    let places = (out.len() - from) as u32;
    if digits.open > 0 {
        out.truncate(from);
        for place in (0..places).rev() {
            let power = 10_u64.pow(place);
            match digits.open / power % 10 {
                0 => write_digits(out, digits.low / power % 10, 1),
                _ => out.push('X'),
            }
        }
    }
}

fn write_time(out: &mut String, time: &Time) {
    out.push('T');
    write_two(out, u32::from(time.minute) / 60);
    out.push(':');
    write_two(out, u32::from(time.minute) % 60);
    out.push_str(time.seconds);
    write_offset(out, time.offset);
}
