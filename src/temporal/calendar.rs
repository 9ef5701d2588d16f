//! Periods of the calendar, and feasts that move.
//!
//! In: a unit and a day, or a holiday's rule. Out: first and last day, and TIMEX3's name for them.
//! It must never learn what the text says.

use super::meaning::{PartOf, TimeUnit};
use super::value::{CalendarDate, InYear};
use crate::base::date::{Day, Precision, days_in_month};

/// A stretch of the calendar with a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CalendarPeriod {
    pub first: Day,
    pub last: Day,
    pub precision: Precision,
    pub date: CalendarDate,
}

/// The period of a unit that holds a day.
pub(super) fn period(unit: TimeUnit, day: Day) -> CalendarPeriod {
    let year = day.year();
    let whole = |precision: Precision, date| CalendarPeriod {
        first: day.first_of(precision),
        last: day.last_of(precision),
        precision,
        date,
    };
    let within = |part| CalendarDate::InYear(Some(year), part);
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day | TimeUnit::Period => single(day),
        TimeUnit::Week | TimeUnit::Fortnight => {
            let (year, week) = day.iso_week();
            whole(Precision::Week, CalendarDate::InYear(Some(year), InYear::Week(Some(week as u8))))
        }
        TimeUnit::Weekend => weekend(day),
        TimeUnit::Month => whole(Precision::Month, within(InYear::Month(Some(day.month() as u8)))),
        TimeUnit::Quarter => whole(Precision::Quarter, within(InYear::Quarter(Some((day.month() as u8).div_ceil(3))))),
        TimeUnit::Season => {
            let first = day.first_of(Precision::Season);
            let number = if first.month() == 12 { 4 } else { first.month() / 3 };
            season(first.year(), number as u8)
        }
        TimeUnit::Year => whole(Precision::Year, within(InYear::Whole)),
        TimeUnit::Decade => whole(Precision::Decade, CalendarDate::Decade(year.div_euclid(10))),
        TimeUnit::Century => whole(Precision::Century, CalendarDate::Century(year.div_euclid(100))),
        TimeUnit::Millennium => whole(Precision::Millennium, within(InYear::Whole)),
    }
}

/// A day as a period.
pub(super) fn single(day: Day) -> CalendarPeriod {
    CalendarPeriod { first: day, last: day, precision: Precision::Day, date: CalendarDate::day(day) }
}

/// A year.
pub(super) fn year(year: i32) -> Option<CalendarPeriod> {
    Day::from_ymd(year, 1, 1).map(|day| period(TimeUnit::Year, day))
}

/// The Saturday and Sunday of the ISO week that holds a day.
fn weekend(day: Day) -> CalendarPeriod {
    let monday = day.first_of(Precision::Week);
    let (year, week) = monday.iso_week();
    CalendarPeriod {
        first: monday.plus_days(5),
        last: monday.plus_days(6),
        precision: Precision::Day,
        date: CalendarDate::InYear(Some(year), InYear::Weekend(Some(week as u8))),
    }
}

/// A northern season; a winter begins in December of its year.
pub(super) fn season(year: i32, season: u8) -> CalendarPeriod {
    let first = Day::from_ymd(year, u32::from(season.clamp(1, 4)) * 3, 1).unwrap_or_default();
    CalendarPeriod {
        first,
        last: first.last_of(Precision::Season),
        precision: Precision::Season,
        date: CalendarDate::InYear(Some(year), InYear::Season(season)),
    }
}

/// A quarter, half or season of a year; quarter 0 is one that is not named.
pub(super) fn part_of_year(year: i32, part: PartOf, number: u8) -> Option<CalendarPeriod> {
    let (months, name, precision) = match part {
        PartOf::Season => return Some(season(year, number)),
        PartOf::Quarter if number == 0 => (12, InYear::Quarter(None), Precision::Year),
        PartOf::Quarter => (3, InYear::Quarter(Some(number)), Precision::Quarter),
        PartOf::Half => (6, InYear::Half(number), Precision::Quarter),
        PartOf::Weekend => return None,
    };
    let first = Day::from_ymd(year, 1, 1)?.plus_months(months * (i32::from(number.max(1)) - 1));
    Some(CalendarPeriod {
        first,
        last: first.plus_months(months).plus_days(-1),
        precision,
        date: CalendarDate::InYear(Some(year), name),
    })
}

/// A month, or a day of it; `None` when the calendar has no such day.
pub(super) fn month(year: i32, month: u8, day: Option<u8>) -> Option<CalendarPeriod> {
    match day {
        Some(day) => Day::from_ymd(year, u32::from(month), u32::from(day)).map(single),
        None => Day::from_ymd(year, u32::from(month), 1).map(|first| period(TimeUnit::Month, first)),
    }
}

/// The `count`th such weekday from `first` to `last`; -1 is the last one.
pub(super) fn nth_weekday(first: Day, last: Day, count: i32, weekday: u8) -> Option<Day> {
    let weekday = i32::from(weekday);
    let day = if count > 0 {
        let ahead = (weekday - first.weekday().days_from_monday()).rem_euclid(7);
        first.plus_days(ahead + 7 * (count - 1))
    } else {
        let back = (last.weekday().days_from_monday() - weekday).rem_euclid(7);
        last.plus_days(-back + 7 * (count + 1))
    };
    (first <= day && day <= last).then_some(day)
}

/// The day of a holiday in a year. Its rule is a number, written in the language file as:
/// `MDD` or `MMDD` a fixed day (1225); `10000 + 365 + n` n days after Easter (before, below 10365);
/// `2MMNW` the Nth weekday W (1 Monday to 7 Sunday) of a month, N 9 for the last (21144 is the fourth Thursday of November);
/// `3MMDD` day DD of the Islamic month MM, 0 for the whole month.
pub(super) fn holiday(rule: u16, year: i32) -> Option<CalendarPeriod> {
    let rule = u32::from(rule);
    let day = match rule {
        0..=1231 => Day::from_ymd(year, rule / 100, rule % 100)?,
        10_000..=19_999 => easter(year)?.plus_days(rule as i32 - 10_365),
        20_000..=29_999 => {
            let month = rule / 100 % 100;
            let first = Day::from_ymd(year, month, 1)?;
            let last = Day::from_ymd(year, month, days_in_month(year, month))?;
            let count = match rule / 10 % 10 {
                9 => -1,
                count => count as i32,
            };
            nth_weekday(first, last, count, (rule % 10).checked_sub(1)? as u8)?
        }
        30_000..=39_999 => islamic(year, rule / 100 % 100, rule % 100)?,
        _ => return None,
    };
    // Ramadan is a month, the rest are days.
    let mut period = single(day);
    if rule == 30_900 {
        period.first = islamic(year, 9, 1)?;
        period.last = period.first.plus_days(29);
        period.precision = Precision::Month;
        period.date = CalendarDate::InYear(Some(period.first.year()), InYear::Month(Some(period.first.month() as u8)));
    }
    Some(period)
}

/// Western Easter by the anonymous Gregorian algorithm.
pub(super) fn easter(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let of_century = year.rem_euclid(100);
    let shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - century.div_euclid(4) - shift + 15).rem_euclid(30);
    let sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4) - moon - of_century.rem_euclid(4)).rem_euclid(7);
    let correction = (golden + 11 * moon + 22 * sunday).div_euclid(451);
    let days = moon + sunday - 7 * correction + 114;
    Day::from_ymd(year, days.div_euclid(31) as u32, (days.rem_euclid(31) + 1) as u32)
}

/// The day of the tabular Islamic calendar that falls in a Gregorian year (the first, if two do). Sightings may differ by a day.
fn islamic(year: i32, month: u32, day: u32) -> Option<Day> {
    let first = Day::from_ymd(year, 1, 1)?;
    let last = Day::from_ymd(year, 12, 31)?;
    // 354 and 11/30 days a year; day 1 of year 1 is 19 July 622 Gregorian.
    let begin = Day::from_ymd(622, 7, 19)?.days();
    let guess = (i64::from(first.days() - begin) * 30).div_euclid(10_631) as i32;
    (guess - 1..guess + 3)
        .map(|of_islam| {
            let months = (month as i32 - 1) * 29 + month as i32 / 2;
            let leaps = (11 * of_islam + 14).div_euclid(30);
            Day::from_days(begin + of_islam * 354 + leaps + months + day.max(1) as i32 - 1)
        })
        .find(|candidate| first <= *candidate && *candidate <= last)
}

/// A day so many units later; negative for earlier. Hundredths of a unit.
pub(super) fn shifted(day: Day, hundredths: i32, unit: TimeUnit) -> Day {
    let whole = hundredths / 100;
    let days = |each: i64| (i64::from(hundredths) * each / 100).clamp(-90_000_000, 90_000_000) as i32;
    let months = |each: i64| (i64::from(hundredths) * each / 100).clamp(-3_000_000, 3_000_000) as i32;
    match unit {
        TimeUnit::Second => day.plus_days((i64::from(whole) / 86_400) as i32),
        TimeUnit::Minute => day.plus_days(whole / 1440),
        TimeUnit::Hour => day.plus_days(whole / 24),
        TimeUnit::Day | TimeUnit::Period => day.plus_days(days(1)),
        TimeUnit::Week | TimeUnit::Weekend => day.plus_days(days(7)),
        TimeUnit::Fortnight => day.plus_days(days(14)),
        TimeUnit::Month => day.plus_months(months(1)),
        TimeUnit::Quarter | TimeUnit::Season => day.plus_months(months(3)),
        TimeUnit::Year => day.plus_months(months(12)),
        TimeUnit::Decade => day.plus_months(months(120)),
        TimeUnit::Century => day.plus_months(months(1200)),
        TimeUnit::Millennium => day.plus_months(months(12_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        for (year, text) in [
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (2000, "2000-04-23"),
            (2016, "2016-03-27"),
            (2024, "2024-03-31"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), text);
        }
    }

    #[test]
    fn holidays_follow_their_rules() {
        let day = |rule, year| holiday(rule, year).unwrap().first.to_string();
        assert_eq!(day(1225, 2014), "2014-12-25");
        assert_eq!(day(21144, 1999), "1999-11-25", "Thanksgiving");
        assert_eq!(day(20591, 2016), "2016-05-30", "the last Monday in May");
        assert_eq!(day(10_363, 2016), "2016-03-25", "Good Friday");
        assert_eq!(day(30_900, 2017), "2017-05-27", "Ramadan");
        assert_eq!(holiday(229, 2015), None);
    }
}
