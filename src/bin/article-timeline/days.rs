//! Dates as an English reader says them: "Summer 2014", "Before Tue 18 Oct 2016", "Since Tue 25 Oct 2016".
//!
//! In: an [`Extent`]. Out: a few words. It must never learn how a date was found. (The page has `Intl` for this; a terminal has not.)

use article_timeline::base::date::{Bound, Day, Extent, Moment, Precision};

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// By the month a meteorological season starts in, divided by three.
const SEASONS: [&str; 5] = ["Winter", "Spring", "Summer", "Autumn", "Winter"];

/// The date in words.
pub(crate) fn label(extent: &Extent) -> String {
    let start = match (extent.earliest, extent.latest) {
        (Some(earliest), Some(latest)) => (earliest, latest),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (None, None) => {
            return extent.end.map_or("At an unknown time".into(), |end| format!("Until {}", in_words(end)));
        }
    };
    let (earliest, latest) = start;
    match extent.bound {
        Bound::Before => format!("Before {}", next_unit(latest, extent.precision)),
        Bound::By => format!("By {}", limit(latest, extent.precision)),
        Bound::After => format!("After {}", previous_unit(earliest, extent.precision)),
        Bound::About => lower(format!("About {}", span(earliest, latest, extent.precision))),
        Bound::Until => format!("Until {}", extent.end.map_or_else(|| in_words(latest), in_words)),
        Bound::Since => format!("Since {}", span(earliest, latest, extent.precision)),
        Bound::Exact | Bound::Between if extent.ongoing => {
            format!("Since {}", span(earliest, latest, extent.precision))
        }
        Bound::Exact | Bound::Between => match extent.end.filter(|end| end.day != latest.day) {
            Some(end) => {
                format!("{} \u{2013} {}", span(earliest, latest, extent.precision), limit(end, extent.precision))
            }
            None if earliest == latest => in_words(earliest),
            // One day somewhere in there, not all of it.
            None => unit(earliest.day, latest.day, extent.precision)
                .unwrap_or_else(|| joined(earliest, latest, "Between ", " and ")),
        },
    }
}

/// A day, or a minute of it: "Tue 1 Nov 2016, 14:05".
pub(crate) fn in_words(moment: Moment) -> String {
    let day = moment.day;
    let weekday = name(&WEEKDAYS, day.weekday().days_from_monday() as usize);
    let month = name(&MONTHS, day.month() as usize - 1);
    let date = format!("{weekday} {} {month} {}", day.day_of_month(), year(day.year()));
    match moment.minute {
        Some(minute) => format!("{date}, {:02}:{:02}", minute / 60, minute % 60),
        None => date,
    }
}

/// Everything from `first` to `last` as one unit where it is one, else as a range.
fn span(first: Moment, last: Moment, precision: Precision) -> String {
    if first == last {
        return in_words(first);
    }
    unit(first.day, last.day, precision).unwrap_or_else(|| range(first, last))
}

/// The unit that runs from `first` to `last` exactly.
fn unit(first: Day, last: Day, precision: Precision) -> Option<String> {
    let is = |unit: Precision| first.first_of(unit) == first && first.last_of(unit) == last;
    let wanted = [precision, Precision::Week, Precision::Month, Precision::Season, Precision::Quarter, Precision::Year];
    let found = wanted
        .into_iter()
        .chain([Precision::Decade, Precision::Century, Precision::Millennium])
        .find(|unit| is(*unit))?;
    let number = first.year();
    Some(match found {
        Precision::Week => format!("Week of {}", in_words(first.into())),
        Precision::Month => format!("{} {}", name(&LONG_MONTHS, first.month() as usize - 1), year(number)),
        Precision::Season if first.month() == 12 => {
            format!("Winter {}/{:02}", year(number), (number + 1).rem_euclid(100))
        }
        Precision::Season => format!("{} {}", name(&SEASONS, first.month() as usize / 3), year(number)),
        Precision::Quarter => format!("Q{} {}", (first.month() - 1) / 3 + 1, year(number)),
        Precision::Year => year(number),
        Precision::Decade => format!("{}s", year(number)),
        Precision::Century => age(number, 100, "century"),
        Precision::Millennium => age(number, 1000, "millennium"),
        _ => return None,
    })
}

/// By its middle, because the first year of a century BC depends on whether there is a year 0: "19th century", "5th century BC".
fn age(first: i32, years: i32, name: &str) -> String {
    let middle = first.saturating_add(years / 2);
    let (counted, era) = if middle > 0 { (middle, "") } else { (1 - middle, " BC") };
    format!("{} {name}{era}", ordinal(counted / years + 1))
}

fn range(first: Moment, last: Moment) -> String {
    joined(first, last, "", " \u{2013} ")
}

/// "Mon 10 – Sun 16 Oct 2016", "Between Mon 10 and Sun 16 Oct 2016": what both share is said once.
fn joined(first: Moment, last: Moment, before: &str, between: &str) -> String {
    let (low, high) = (first.day, last.day);
    let weekday = |day: Day| name(&WEEKDAYS, day.weekday().days_from_monday() as usize);
    let month = |day: Day| name(&MONTHS, day.month() as usize - 1);
    if low == high {
        return format!("{before}{}{between}{}", in_words(first), clock(last));
    }
    let whole_months = low.day_of_month() == 1 && high.plus_days(1).day_of_month() == 1;
    let front = match (low.year() == high.year(), low.month() == high.month(), whole_months) {
        (false, _, true) if low.month() == 1 && high.month() == 12 => {
            return format!("{before}{}{between}{}", year(low.year()), year(high.year()));
        }
        (true, _, true) => return format!("{before}{}{between}{} {}", month(low), month(high), year(high.year())),
        (false, _, true) => {
            return format!(
                "{before}{} {}{between}{} {}",
                month(low),
                year(low.year()),
                month(high),
                year(high.year())
            );
        }
        (true, true, _) => format!("{} {}", weekday(low), low.day_of_month()),
        (true, false, _) => format!("{} {} {}", weekday(low), low.day_of_month(), month(low)),
        (false, ..) => in_words(Moment::from_day(low)),
    };
    format!("{before}{front}{between}{}", in_words(Moment::from_day(high)))
}

/// The end of a stretch or a limit, in the unit that the text spoke in.
fn limit(last: Moment, precision: Precision) -> String {
    let first = last.day.first_of(precision);
    let whole = precision.months().is_some() && last.day == last.day.last_of(precision) && last.minute.is_none();
    whole.then(|| unit(first, last.day, precision)).flatten().unwrap_or_else(|| in_words(last))
}

/// What begins when the last possible day is over.
fn next_unit(latest: Moment, precision: Precision) -> String {
    let next = latest.day.plus_days(1);
    let starts = precision.months().is_some() && next == next.first_of(precision);
    starts.then(|| unit(next, next.last_of(precision), precision)).flatten().unwrap_or_else(|| in_words(next.into()))
}

/// What has ended when the first possible day begins.
fn previous_unit(earliest: Moment, precision: Precision) -> String {
    if earliest.minute.is_some() {
        return in_words(earliest);
    }
    limit(earliest.day.plus_days(-1).into(), precision)
}

fn clock(moment: Moment) -> String {
    let minute = moment.minute.unwrap_or(0);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Astronomical years as people count them: 0 is 1 BC.
fn year(number: i32) -> String {
    if number > 0 { number.to_string() } else { format!("{} BC", 1 - i64::from(number)) }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "About Summer 2014" reads as "About summer 2014"; names of days and months keep their capital.
fn lower(text: String) -> String {
    SEASONS.iter().fold(text, |text, season| text.replace(season, &season.to_ascii_lowercase()))
}

fn name(table: &[&'static str], index: usize) -> &'static str {
    table.get(index).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_timeline::base::edtf;

    #[test]
    fn dates_read_as_people_say_them() {
        for (text, bound, expected) in [
            ("2016-11-01", None, "Tue 1 Nov 2016"),
            ("2016-11-01T14:05Z", None, "Tue 1 Nov 2016, 14:05"),
            ("2014-22", None, "Summer 2014"),
            ("2015-24", None, "Winter 2015/16"),
            ("2016-34", None, "Q2 2016"),
            ("2016-10", None, "October 2016"),
            ("2016", None, "2016"),
            ("198X", None, "1980s"),
            ("19XX", None, "20th century"),
            ("-0043", None, "44 BC"),
            ("[2016-10-11..2016-10-17]", Some(Bound::Before), "Before Tue 18 Oct 2016"),
            ("[2016-10-10..2016-10-16]", None, "Week of Mon 10 Oct 2016"),
            ("[2016-10-11..2016-10-17]", None, "Between Tue 11 and Mon 17 Oct 2016"),
            ("[2016-09-28..2016-10-02]", None, "Between Wed 28 Sep and Sun 2 Oct 2016"),
            ("[-0500-01-01..-0401-12-31]", None, "5th century BC"),
            ("[..2016-11-01]", None, "By Tue 1 Nov 2016"),
            ("[2016-11-01..]", None, "After Mon 31 Oct 2016"),
            ("2016-10-25/2016-11-01", Some(Bound::Since), "Since Tue 25 Oct 2016"),
            ("2014-22/..", Some(Bound::Since), "Since Summer 2014"),
            ("2016-10-25/2016-11-01", None, "Tue 25 Oct 2016 \u{2013} Tue 1 Nov 2016"),
            ("2009/2011", None, "2009 \u{2013} 2011"),
            ("../2016-10-25", None, "Until Tue 25 Oct 2016"),
            ("2015~", None, "About 2015"),
            ("2014-22~", None, "About summer 2014"),
        ] {
            let mut extent = edtf::read(text).unwrap();
            extent.bound = bound.unwrap_or(extent.bound);
            assert_eq!(label(&extent), expected, "{text}");
        }
        let before_the_year = Extent { bound: Bound::Before, ..edtf::read("2016").unwrap() };
        assert_eq!(label(&before_the_year), "Before 2017");
    }
}
