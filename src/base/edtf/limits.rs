//! From when to when an EDTF value may be, and what of it an [`Extent`] can say.
//!
//! In: values taken apart. Out: calendar days. It must never learn how they are written.

use super::value::{Date, Digits, End, Form, Member, Value, Year};
use crate::base::date::{Bound, Day, Extent, Moment, Precision, days_in_month};

/// A day of any year, also beyond what [`Day`] can count; ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Limit {
    /// Astronomical.
    pub year: i64,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// The years that every function of [`Day`] reaches; what lies beyond is cut to them.
const YEARS: i64 = 250_000 - 1_000;

impl Limit {
    /// The day in the calendar, cut to its ends.
    pub fn to_day(self) -> Day {
        let inside = self.year.clamp(-YEARS, YEARS) as i32;
        let edge = if self.year < 0 { (1, 1) } else { (12, 31) };
        let (month, day) = if i64::from(inside) == self.year { (self.month, self.day) } else { edge };
        Day::from_ymd(inside, month, day).unwrap_or_default()
    }

    /// Whether the calendar of [`Day`] reaches it.
    pub fn is_countable(self) -> bool {
        (-YEARS..=YEARS).contains(&self.year)
    }
}

/// Whether it is a month or one of the other parts of a year: seasons (21 to 32), quarters (33 to 36), quadrimesters (37 to 39), halves (40, 41).
pub(super) fn is_part_of_year(part: Digits) -> bool {
    in_year(0, part, FIRST, false).is_some() || (part.open == 0 && (21..=41).contains(&part.low))
}

/// Whether there can be such a day in such a month of such a year.
pub(super) fn has_day(year: Year, month: Digits, day: Digits) -> bool {
    fitting(year, month, day, false).is_some()
}

/// The first day that fits all digits, or the last one where it goes down. Plain loops: chains of iterators were 3 kB of wasm.
fn fitting(year: Year, month: Digits, day: Digits, down: bool) -> Option<Limit> {
    let (first, last) = year.limits();
    let (mut number, end, step) = if down { (last, first, -1) } else { (first, last, 1) };
    loop {
        if year.form != Form::Plain || year.digits.fits(number.unsigned_abs()) {
            let found = in_year(number, month, day, down);
            if found.is_some() {
                return found;
            }
        }
        if number == end {
            return None;
        }
        number += step;
    }
}

/// The same in one year. The calendar repeats after 400 years.
fn in_year(year: i64, month: Digits, day: Digits, down: bool) -> Option<Limit> {
    let leap = year.rem_euclid(400) as i32;
    let mut count = 0;
    while count < 12 * 31 {
        let place = if down { 12 * 31 - 1 - count } else { count };
        let (in_month, in_day) = (place / 31 + 1, place % 31 + 1);
        if month.fits(u64::from(in_month)) && day.fits(u64::from(in_day)) && in_day <= days_in_month(leap, in_month) {
            return Some(Limit { year, month: in_month, day: in_day });
        }
        count += 1;
    }
    None
}

const ANY: Digits = Digits { low: 0, open: 99 };
const FIRST: Digits = Digits { low: 1, open: 0 };

/// First month and length in months of a part of a year that is no month.
fn part_of_year(part: u64) -> (u32, u32, Precision) {
    match part {
        // Northern and unnamed seasons are meteorological; southern ones stand half a year apart.
        21..=24 => ((part - 21) as u32 * 3 + 3, 3, Precision::Season),
        25..=28 => ((part - 25) as u32 * 3 + 3, 3, Precision::Season),
        29 => (9, 3, Precision::Season),
        30 => (12, 3, Precision::Season),
        31 => (3, 3, Precision::Season),
        32 => (6, 3, Precision::Season),
        33..=36 => ((part - 33) as u32 * 3 + 1, 3, Precision::Quarter),
        37..=39 => ((part - 37) as u32 * 4 + 1, 4, Precision::Quarter),
        _ => ((part as u32).saturating_sub(40) * 6 + 1, 6, Precision::Quarter),
    }
}

/// The first day a date may be.
pub fn earliest(date: &Date) -> Limit {
    match date.month {
        Some(part) if part.low > 12 => Limit { year: date.year.limits().0, month: part_of_year(part.low).0, day: 1 },
        _ => edge(date, ANY, false),
    }
}

/// The last day a date may be.
pub fn latest(date: &Date) -> Limit {
    let Some(part) = date.month.filter(|part| part.low > 12) else { return edge(date, ANY, true) };
    let year = date.year.limits().1;
    let (first, length, _) = part_of_year(part.low);
    let months = first + length - 1;
    let (year, month) = if months > 12 { (year.saturating_add(1), months - 12) } else { (year, months) };
    Limit { year, month, day: days_in_month(year.rem_euclid(400) as i32, month) }
}

/// The last day on which the date may begin: what is not written begins with its first day. By this a stretch is in order.
pub(super) fn last_start(date: &Date) -> Limit {
    if date.month.is_some_and(|part| part.low > 12) { earliest(date) } else { edge(date, FIRST, true) }
}

/// The first or the last day that fits, where what is not written is `unwritten`. Reading has seen that there is one.
fn edge(date: &Date, unwritten: Digits, down: bool) -> Limit {
    let none = Limit { year: date.year.limits().0, month: 1, day: 1 };
    fitting(date.year, date.month.unwrap_or(unwritten), date.day.unwrap_or(unwritten), down).unwrap_or(none)
}

/// What an [`Extent`] can say of a value: the outer limits of sets, marks as [`Bound::About`].
pub(super) fn extent(value: &Value) -> Extent {
    match value {
        Value::Date(date) => point(date),
        Value::Stretch(start, end) => stretch(known(start), known(end), *end == End::Open),
        Value::Set { all: false, members } => one_of(members),
        Value::Set { all: true, members } => all_of(members),
    }
}

fn known<'a, 'b>(end: &'a End<'b>) -> Option<&'a Date<'b>> {
    match end {
        End::At(date) => Some(date),
        End::Open | End::Unknown => None,
    }
}

fn point(date: &Date) -> Extent {
    let (mut first, mut last) = (Moment::from_day(earliest(date).to_day()), Moment::from_day(latest(date).to_day()));
    if let Some(time) = &date.time {
        let day = first.day.plus_days(i32::from(time.minute / 1440));
        first = Moment { day, minute: Some(time.minute % 1440), offset: time.offset };
        last = first;
    }
    let bound =
        match date.year_mark.any() || date.month_mark.any() || date.day_mark.any() || date.year.significant.is_some() {
            true => Bound::About,
            false if first == last => Bound::Exact,
            false => Bound::Between,
        };
    Extent { earliest: Some(first), latest: Some(last), end: None, ongoing: false, precision: precision(date), bound }
}

/// How exactly a date is known: up to its first unspecified digit.
fn precision(date: &Date) -> Precision {
    match (date.year.form, date.year.digits.open) {
        (Form::Century, _) => return Precision::Century,
        (Form::Decade, _) => return Precision::Decade,
        (_, 0) => {}
        (_, 1..10) => return Precision::Decade,
        (_, 10..100) => return Precision::Century,
        _ => return Precision::Millennium,
    }
    match (date.month, date.day, &date.time) {
        (Some(part), ..) if part.low > 12 => part_of_year(part.low).2,
        (Some(Digits { open: 0, .. }), Some(Digits { open: 0, .. }), None) => Precision::Day,
        (Some(Digits { open: 0, .. }), Some(Digits { open: 0, .. }), Some(_)) => Precision::Minute,
        (Some(Digits { open: 0, .. }), ..) => Precision::Month,
        _ => Precision::Year,
    }
}

fn stretch(start: Option<&Date>, end: Option<&Date>, ongoing: bool) -> Extent {
    let last = end.map(|date| latest(date).to_day().into());
    match start {
        Some(date) => Extent { end: last, ongoing, ..point(date) },
        None => Extent {
            earliest: None,
            latest: None,
            end: last,
            ongoing: false,
            precision: end.map_or(Precision::Year, precision),
            bound: Bound::Until,
        },
    }
}

/// The first and the last date of a member; `None` where it is open.
fn ends<'a, 'b>(member: &'a Member<'b>) -> (Option<&'a Date<'b>>, Option<&'a Date<'b>>) {
    match member {
        Member::One(date) => (Some(date), Some(date)),
        Member::From(first, last) => (Some(first), Some(last)),
        Member::UpTo(date) => (None, Some(date)),
        Member::Onward(date) => (Some(date), None),
    }
}

/// The member that begins first and the one that ends last, by dates; `None` where open.
fn outer<'a, 'b>(members: &'a [Member<'b>]) -> (Option<&'a Date<'b>>, Option<&'a Date<'b>>) {
    let Some(first) = members.first() else { return (None, None) };
    let (mut low, mut high) = ends(first);
    for member in members {
        let (from, to) = ends(member);
        if let (Some(known), Some(other)) = (low, from)
            && earliest(other) < earliest(known)
        {
            low = from;
        }
        high = match (high, to) {
            (Some(known), Some(other)) if latest(known) > latest(other) => high,
            (None, _) => None,
            _ => to,
        };
    }
    (low, high)
}

fn one_of(members: &[Member]) -> Extent {
    let (low, high) = outer(members);
    let (from, to) = (low.map(point), high.map(point));
    let bound = match (&from, &to) {
        (None, _) => Bound::By,
        (_, None) => Bound::After,
        (Some(from), Some(to)) if low == high && from.bound == to.bound => from.bound,
        _ => Bound::Between,
    };
    Extent {
        earliest: from.and_then(|extent| extent.earliest),
        latest: to.and_then(|extent| extent.latest),
        end: None,
        ongoing: false,
        precision: from.or(to).map_or(Precision::Day, |extent| extent.precision),
        bound,
    }
}

/// All of them: from the first to the last, as one stretch.
fn all_of(members: &[Member]) -> Extent {
    match members {
        [Member::One(date)] => point(date),
        _ => {
            let (low, high) = outer(members);
            stretch(low, high, high.is_none())
        }
    }
}
