//! Repetitions: the days a rule gives, within bounds.
//!
//! In: a first day and an RRULE. Out: the days of its occurrences. It must never run away: at most a year of days, or as many as are said.

use crate::base::date::{Day, Weekday, days_in_month};

/// At most so many occurrences of one event are taken; a rule without an end has no last one.
pub(super) const MOST: usize = 366;
/// And no further than so many years from the first.
const YEARS: i32 = 20;

/// A rule, as far as it is understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Rule {
    unit: Unit,
    interval: i32,
    count: Option<usize>,
    until: Option<Day>,
    /// Day of the week, and which one of the month or year (0: each; negative from the end).
    weekdays: Vec<(Weekday, i32)>,
    month_days: Vec<i32>,
    months: Vec<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Rule {
    /// Reads a rule; `None` where it has parts that are not understood.
    pub(super) fn read(text: &str) -> Option<Rule> {
        let mut rule = Rule {
            unit: Unit::Day,
            interval: 1,
            count: None,
            until: None,
            weekdays: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
        };
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => {
                    rule.unit = match value {
                        "DAILY" => Unit::Day,
                        "WEEKLY" => Unit::Week,
                        "MONTHLY" => Unit::Month,
                        "YEARLY" => Unit::Year,
                        _ => return None,
                    }
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| (1..10_000).contains(interval))?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(super::read::day(value)?),
                "BYDAY" => rule.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
                "BYMONTHDAY" => {
                    rule.month_days = value.split(',').map(|day| day.parse().ok()).collect::<Option<_>>()?
                }
                "BYMONTH" => rule.months = value.split(',').map(|month| month.parse().ok()).collect::<Option<_>>()?,
                "WKST" => {}
                _ => return None,
            }
        }
        Some(rule)
    }

    /// The days, the first one among them, and whether there would be more.
    pub(super) fn days(&self, first: Day) -> (Vec<Day>, bool) {
        let most = self.count.unwrap_or(MOST).min(MOST);
        let end = first.plus_years(YEARS);
        let last = self.until.map_or(end, |until| until.min(end));
        let mut days = Vec::new();
        for step in 0.. {
            let Some(start) = self.period(first, step) else { break };
            if start > last || days.len() >= most {
                break;
            }
            let mut inside = self.inside(start, first);
            inside.retain(|day| *day >= first && *day <= last);
            days.extend(inside.into_iter().take(most - days.len()));
        }
        if !days.contains(&first) && most > 0 {
            days.insert(0, first);
            days.truncate(most);
        }
        let is_cut = self.count.is_none_or(|count| count > days.len()) && self.until.is_none_or(|until| until > last);
        (days, is_cut)
    }

    /// The first day of the period with this number.
    fn period(&self, first: Day, step: i32) -> Option<Day> {
        let count = step.checked_mul(self.interval)?;
        Some(match self.unit {
            Unit::Day => first.plus_days(count),
            Unit::Week => first.plus_days(-first.weekday().days_from_monday()).plus_days(count.checked_mul(7)?),
            Unit::Month => first.plus_days(1 - first.day_of_month() as i32).plus_months(count),
            Unit::Year => Day::from_ymd(first.year().checked_add(count)?, 1, 1)?,
        })
    }

    /// The days of one period.
    fn inside(&self, start: Day, first: Day) -> Vec<Day> {
        let in_month = |day: Day| self.months.is_empty() || self.months.contains(&day.month());
        let on_weekday =
            |day: Day| self.weekdays.is_empty() || self.weekdays.iter().any(|(weekday, _)| *weekday == day.weekday());
        let mut days = match self.unit {
            Unit::Day => {
                let on_day = self.month_days.is_empty() || self.month_days.contains(&(start.day_of_month() as i32));
                if on_weekday(start) && on_day { vec![start] } else { Vec::new() }
            }
            Unit::Week if self.weekdays.is_empty() => vec![start.plus_days(first.weekday().days_from_monday())],
            Unit::Week => (0..7).map(|day| start.plus_days(day)).filter(|day| on_weekday(*day)).collect(),
            Unit::Month => self.in_month(start, first),
            Unit::Year if self.months.is_empty() && self.weekdays.is_empty() && self.month_days.is_empty() => {
                Day::from_ymd(start.year(), first.month(), first.day_of_month()).into_iter().collect()
            }
            Unit::Year => {
                let months: Vec<u32> = if self.months.is_empty() { vec![first.month()] } else { self.months.clone() };
                let starts = months.iter().filter_map(|month| Day::from_ymd(start.year(), *month, 1));
                starts.flat_map(|start| self.in_month(start, first)).collect()
            }
        };
        days.retain(|day| in_month(*day));
        days.sort();
        days.dedup();
        days
    }

    fn in_month(&self, start: Day, first: Day) -> Vec<Day> {
        let length = days_in_month(start.year(), start.month()) as i32;
        let at = |day: i32| (1..=length).contains(&day).then(|| start.plus_days(day - 1));
        if self.weekdays.is_empty() && self.month_days.is_empty() {
            return at(first.day_of_month() as i32).into_iter().collect();
        }
        let of_month = self.month_days.iter().filter_map(|day| at(if *day < 0 { length + 1 + day } else { *day }));
        if self.weekdays.is_empty() {
            return of_month.collect();
        }
        let all: Vec<Day> = (1..=length).filter_map(at).collect();
        let mut days = Vec::new();
        for (weekday, which) in &self.weekdays {
            let same: Vec<Day> = all.iter().copied().filter(|day| day.weekday() == *weekday).collect();
            match which {
                0 => days.extend(same),
                1.. => days.extend(same.get(*which as usize - 1)),
                _ => {
                    days.extend(same.len().checked_sub(which.unsigned_abs() as usize).and_then(|place| same.get(place)))
                }
            }
        }
        if !self.month_days.is_empty() {
            let allowed: Vec<Day> = of_month.collect();
            days.retain(|day| allowed.contains(day));
        }
        days
    }
}

fn weekday(text: &str) -> Option<(Weekday, i32)> {
    let (number, name) = text.trim().split_at_checked(text.trim().len().checked_sub(2)?)?;
    let place = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|known| *known == name)?;
    let which = if number.is_empty() { 0 } else { number.trim_start_matches('+').parse().ok()? };
    Some((Weekday::from_monday(place as u8), which))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, first: (i32, u32, u32)) -> Vec<String> {
        let first = Day::from_ymd(first.0, first.1, first.2).unwrap();
        Rule::read(rule).unwrap().days(first).0.iter().map(Day::to_string).collect()
    }

    #[test]
    fn rules_give_their_days() {
        assert_eq!(days("FREQ=DAILY;COUNT=3", (2024, 2, 28)), ["2024-02-28", "2024-02-29", "2024-03-01"]);
        assert_eq!(
            days("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20240110T000000Z", (2024, 1, 1)),
            ["2024-01-01", "2024-01-03", "2024-01-08", "2024-01-10"]
        );
        assert_eq!(days("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", (2024, 1, 26)), ["2024-01-26", "2024-02-23", "2024-03-29"]);
        assert_eq!(
            days("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", (2024, 1, 31)),
            ["2024-01-31", "2024-03-31", "2024-05-31"]
        );
        assert_eq!(days("FREQ=YEARLY;INTERVAL=4;COUNT=2", (2024, 2, 29)), ["2024-02-29", "2028-02-29"]);
        assert_eq!(days("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", (2024, 11, 28)), ["2024-11-28", "2025-11-27"]);
    }

    #[test]
    fn rules_without_an_end_are_cut() {
        let first = Day::from_ymd(2024, 1, 1).unwrap();
        let (days, is_cut) = Rule::read("FREQ=DAILY").unwrap().days(first);
        assert_eq!((days.len(), is_cut), (MOST, true));
        assert_eq!(Rule::read("FREQ=YEARLY").unwrap().days(first).0.len(), YEARS as usize + 1);
        assert!(Rule::read("FREQ=MONTHLY;BYMONTHDAY=40").unwrap().days(first).0.len() == 1);
        assert_eq!(Rule::read("FREQ=SECONDLY"), None);
        assert_eq!(Rule::read("FREQ=DAILY;BYSETPOS=1"), None);
    }
}
