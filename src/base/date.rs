//! Calendar values: days, moments, how exactly something is dated, and its EDTF.
//!
//! In: numbers. Out: calendar arithmetic. It must never learn where a date was found, and it is the only file that knows chrono.

use super::edtf;
use chrono::{Datelike, NaiveDate};
use core::fmt;

/// A day of the proleptic Gregorian calendar with astronomical years (year 0 is 1 BC), counted from 1970-01-01.
///
/// ```
/// use article_timeline::base::date::{Day, Weekday};
/// let published = Day::from_ymd(2016, 11, 1).unwrap();
/// assert_eq!(published.weekday(), Weekday::Tuesday);
/// assert_eq!(published.plus_days(-14).to_string(), "2016-10-18");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Day(i32);

/// Day of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
#[repr(u8)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// 0 for Monday to 6 for Sunday.
    pub fn from_monday(number: u8) -> Weekday {
        let [a, b, c, d, e, f, g] = Weekday::ALL;
        match number % 7 {
            0 => a,
            1 => b,
            2 => c,
            3 => d,
            4 => e,
            5 => f,
            _ => g,
        }
    }

    /// Days since Monday, 0 to 6.
    pub fn days_from_monday(self) -> i32 {
        self as i32
    }
}

/// Years outside this range give no day: chrono's calendar ends near ±262,000.
const YEARS: core::ops::RangeInclusive<i32> = -250_000..=250_000;
/// 1970-01-01 counted from 0001-01-01 (day 1).
const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// 1970-01-01, from which days are counted.
    pub const EPOCH: Day = Day(0);

    /// The day `days` after 1970-01-01.
    pub fn from_days(days: i32) -> Day {
        Day(days)
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i32 {
        self.0
    }

    /// `None` when the calendar has no such day (30 February) or the year is beyond ±250,000.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Day(date.num_days_from_ce() - EPOCH_FROM_CE))
    }

    /// Monday of an ISO week; `None` when the year has no such week.
    pub fn from_iso_week(year: i32, week: u32) -> Option<Day> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)
            .map(|date| Day(date.num_days_from_ce() - EPOCH_FROM_CE))
    }

    fn date(self) -> NaiveDate {
        let bounded = self.0.clamp(-92_000_000, 92_000_000);
        NaiveDate::from_num_days_from_ce_opt(bounded + EPOCH_FROM_CE).unwrap_or_default()
    }

    /// Astronomical year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.date().month()
    }

    /// 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday::from_monday((i64::from(self.0) + 3).rem_euclid(7) as u8)
    }

    /// ISO week-numbering year and week, 1 to 53.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.date().iso_week();
        (week.year(), week.week())
    }

    /// `days` later, or earlier where negative; stays at the calendar's limits.
    #[inline(never)] // For the size: docs/size.md.
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// `months` later, or earlier where negative; the day is cut to the length of the month (31 January + 1 = 28 or 29 February).
    pub fn plus_months(self, months: i32) -> Day {
        let count = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + i64::from(months);
        let year = count.div_euclid(12).clamp(i64::from(*YEARS.start()), i64::from(*YEARS.end())) as i32;
        let month = count.rem_euclid(12) as u32 + 1;
        let day = self.day_of_month().min(days_in_month(year, month));
        Day::from_ymd(year, month, day).unwrap_or(self)
    }

    /// `years` later, or earlier where negative; 29 February becomes 28 where there is none.
    pub fn plus_years(self, years: i32) -> Day {
        self.plus_months(years.saturating_mul(12))
    }

    /// First day of the ISO week (Monday), month, quarter, year, decade, century or millennium that holds this day;
    /// the day itself for finer precisions; for a season the first day of the meteorological northern one.
    pub fn first_of(self, precision: Precision) -> Day {
        let year = self.year();
        let month = self.month();
        let of = |year: i32, month: u32| Day::from_ymd(year, month, 1).unwrap_or(self);
        match precision {
            Precision::Minute | Precision::Hour | Precision::Day => self,
            Precision::Week => self.plus_days(-self.weekday().days_from_monday()),
            Precision::Month => of(year, month),
            Precision::Quarter => of(year, (month - 1) / 3 * 3 + 1),
            Precision::Season if month < 3 => of(year - 1, 12),
            Precision::Season => of(year, month / 3 * 3),
            Precision::Year => of(year, 1),
            Precision::Decade => of(year.div_euclid(10) * 10, 1),
            Precision::Century => of(year.div_euclid(100) * 100, 1),
            Precision::Millennium => of(year.div_euclid(1000) * 1000, 1),
        }
    }

    /// Last day of the same stretch as [`Day::first_of`]; never before the day itself.
    pub fn last_of(self, precision: Precision) -> Day {
        let first = self.first_of(precision);
        match precision.months() {
            None if precision == Precision::Week => first.plus_days(6),
            None => first,
            // At the calendar's end the stretch is cut.
            Some(months) => first.plus_months(months).plus_days(-1).max(self),
        }
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `2016-11-01`; at least four digits, a sign for years before 0 (`-0044-03-15`), more digits beyond 9999 (`12000-01-01`).
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        edtf::write_day(&mut text, *self);
        out.write_str(&text)
    }
}

/// Length of a month; 31 for a month that does not exist.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day, or a minute of it where the text is that exact. Ordered by time; offsets are not applied in ordering.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment {
    /// The day, in the article's own time zone.
    pub day: Day,
    /// Minutes since midnight, 0 to 1439.
    pub minute: Option<u16>,
    /// Minutes east of UTC; `None` when the text does not say.
    pub offset: Option<i16>,
}

impl Moment {
    /// A whole day.
    pub fn from_day(day: Day) -> Moment {
        Moment { day, minute: None, offset: None }
    }

    /// `2016-11-01`, or `2016-11-01T14:05+01:00` where minute and offset are known. What `Display` writes too, without the machinery
    /// of formatting, which the wasm is spared.
    pub fn to_iso(self) -> String {
        let mut text = String::new();
        edtf::write_moment(&mut text, self);
        text
    }
}

impl fmt::Display for Moment {
    /// As [`Moment::to_iso`] gives it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.to_iso())
    }
}

impl From<Day> for Moment {
    fn from(day: Day) -> Moment {
        Moment::from_day(day)
    }
}

/// How exactly something is dated, finest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Precision {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Precision {
    /// Length in months, for a month and coarser.
    pub fn months(self) -> Option<i32> {
        Some(match self {
            Precision::Month => 1,
            Precision::Quarter | Precision::Season => 3,
            Precision::Year => 12,
            Precision::Decade => 120,
            Precision::Century => 1200,
            Precision::Millennium => 12_000,
            _ => return None,
        })
    }
}

/// What the limits of an [`Extent`] mean.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Bound {
    /// On that day, or from day to day.
    Exact,
    /// Some time between the limits: "in the summer of 2014".
    Between,
    /// Around that day: "about 17 October".
    About,
    /// Strictly before: "more than two weeks ago". `latest` is the last possible day.
    Before,
    /// Not later than: "by Friday".
    By,
    /// Strictly after. `earliest` is the first possible day.
    After,
    /// From then until publication, still going on.
    Since,
    /// Up to then, from an unknown start.
    Until,
}

/// When something is, without saying how that was found: the limits of its start, and its end if it is a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Extent {
    /// First possible start; `None` where open.
    pub earliest: Option<Moment>,
    /// Last possible start, inclusive: equal to `earliest` for an exact day; `None` where open.
    pub latest: Option<Moment>,
    /// Last day of a stretch, inclusive; `None` for a point.
    pub end: Option<Moment>,
    /// Still going on at publication.
    pub ongoing: bool,
    /// How exactly the start is known.
    pub precision: Precision,
    /// What the limits mean.
    pub bound: Bound,
}

impl Extent {
    /// An exact day.
    pub fn day(day: Day) -> Extent {
        Extent::within(day, day, Precision::Day)
    }

    /// Some time from `first` to `last`, both inclusive; exact when they are the same day.
    pub fn within(first: Day, last: Day, precision: Precision) -> Extent {
        Extent {
            earliest: Some(first.into()),
            latest: Some(last.into()),
            end: None,
            ongoing: false,
            precision,
            bound: if first == last { Bound::Exact } else { Bound::Between },
        }
    }

    /// The day to sort by: the first possible start, else the last possible one, else the end.
    pub fn sort_day(&self) -> Option<Day> {
        self.earliest.or(self.latest).or(self.end).map(|moment| moment.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn days_know_their_weekday_and_iso_week() {
        assert_eq!(day(1970, 1, 1).weekday(), Weekday::Thursday);
        assert_eq!(day(1969, 12, 31).weekday(), Weekday::Wednesday);
        assert_eq!(day(2016, 1, 3).iso_week(), (2015, 53));
        assert_eq!(Day::from_iso_week(2015, 53), Some(day(2015, 12, 28)));
        assert_eq!(Day::from_iso_week(2016, 53), None);
    }

    #[test]
    fn months_are_cut_to_their_length_and_years_may_be_negative() {
        assert_eq!(day(2016, 1, 31).plus_months(1), day(2016, 2, 29));
        assert_eq!(day(2016, 2, 29).plus_years(-1), day(2015, 2, 28));
        assert_eq!(day(-44, 3, 15).to_string(), "-0044-03-15");
        assert_eq!(day(12_000, 1, 1).to_string(), "12000-01-01");
        assert_eq!(Day::from_ymd(2015, 2, 30), None);
        assert_eq!(Day::from_ymd(900_000, 1, 1), None);
    }

    #[test]
    fn stretches_have_first_and_last_days() {
        let autumn = day(2016, 11, 1);
        assert_eq!(autumn.first_of(Precision::Season), day(2016, 9, 1));
        assert_eq!(autumn.last_of(Precision::Season), day(2016, 11, 30));
        assert_eq!(day(2016, 1, 15).first_of(Precision::Season), day(2015, 12, 1));
        assert_eq!(day(2016, 1, 15).last_of(Precision::Season), day(2016, 2, 29));
        assert_eq!(autumn.first_of(Precision::Week), day(2016, 10, 31));
        assert_eq!(autumn.last_of(Precision::Decade), day(2019, 12, 31));
        assert_eq!(autumn.last_of(Precision::Quarter), day(2016, 12, 31));
    }

    #[test]
    fn days_at_the_ends_of_the_calendar_do_not_panic() {
        for extreme in [i32::MIN, i32::MAX] {
            let day = Day::from_days(extreme);
            let _ = (day.year(), day.weekday(), day.iso_week(), day.to_string(), day.plus_days(extreme));
            let _ = (day.plus_years(i32::MAX), day.first_of(Precision::Millennium));
            assert!(day.last_of(Precision::Century) >= day);
        }
    }
}
