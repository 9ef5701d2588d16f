//! EDTF in words.
//!
//! In: EDTF and a language. Out: words that a reader understands; German for `de`, English for all else. It must never shorten what is uncertain.

use crate::base::edtf::value::{Date, Digits, End, Form, Mark, Member, Value, Year};
use crate::base::edtf::{self, parse};

/// The words for an EDTF text.
///
/// # Errors
/// Where the text is no EDTF.
pub(crate) fn from_edtf(text: &str, lang: &str) -> Result<String, String> {
    let value = match parse(text) {
        Ok(value) => value,
        Err(_) => {
            edtf::read(text)?;
            return Ok(text.to_owned());
        }
    };
    let words = if is_german(lang) { &GERMAN } else { &ENGLISH };
    Ok(match value {
        Value::Date(date) => words.date(&date),
        Value::Stretch(start, end) => words.stretch(&start, &end),
        Value::Set { all, members } => words.set(all, &members),
    })
}

pub(super) fn is_german(lang: &str) -> bool {
    lang.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("de"))
}

struct Words {
    german: bool,
    months: [&'static str; 12],
    seasons: [&'static str; 4],
    south: &'static str,
    about: &'static str,
    uncertain: &'static str,
    from: &'static str,
    to: &'static str,
    since: &'static str,
    until: &'static str,
    unknown: &'static str,
    or: &'static str,
    and: &'static str,
    earlier: &'static str,
    later: &'static str,
    some_day: &'static str,
    some_month: &'static str,
    parts: [&'static str; 3],
    marks: [&'static str; 3],
    any: &'static str,
}

const ENGLISH: Words = Words {
    german: false,
    months: [
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
    ],
    seasons: ["spring", "summer", "autumn", "winter"],
    south: " (southern hemisphere)",
    about: "about ",
    uncertain: "possibly ",
    from: "from ",
    to: " to ",
    since: "since ",
    until: "until ",
    unknown: "unknown",
    or: " or ",
    and: " and ",
    earlier: " or earlier",
    later: " or later",
    some_day: "a day in ",
    some_month: "a month of ",
    parts: ["year", "month", "day"],
    marks: ["uncertain", "approximate", "uncertain and approximate"],
    any: "any time",
};

const GERMAN: Words = Words {
    german: true,
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"],
    south: " (Südhalbkugel)",
    about: "um ",
    uncertain: "möglicherweise ",
    from: "von ",
    to: " bis ",
    since: "seit ",
    until: "bis ",
    unknown: "unbekannt",
    or: " oder ",
    and: " und ",
    earlier: " oder früher",
    later: " oder später",
    some_day: "ein Tag im ",
    some_month: "ein Monat im Jahr ",
    parts: ["Jahr", "Monat", "Tag"],
    marks: ["unsicher", "ungefähr", "unsicher und ungefähr"],
    any: "irgendwann",
};

impl Words {
    fn date(&self, date: &Date) -> String {
        let marks = [Some(date.year_mark), date.month.map(|_| date.month_mark), date.day.map(|_| date.day_mark)];
        let shared = marks.iter().flatten().all(|mark| *mark == date.year_mark);
        let bare = self.bare(date);
        if shared {
            let mark = date.year_mark;
            let about = if mark.approximate || date.year.significant.is_some() { self.about } else { "" };
            return [if mark.uncertain { self.uncertain } else { "" }, about, &bare].concat();
        }
        let doubts =
            self.parts.iter().zip(marks).filter_map(|(part, mark)| Some([part, " ", self.mark(mark?)?].concat()));
        [&bare, " (", &doubts.collect::<Vec<_>>().join(", "), ")"].concat()
    }

    fn mark(&self, mark: Mark) -> Option<&'static str> {
        let [uncertain, approximate, both] = self.marks;
        match (mark.uncertain, mark.approximate) {
            (true, true) => Some(both),
            (true, false) => Some(uncertain),
            (false, true) => Some(approximate),
            (false, false) => None,
        }
    }

    fn bare(&self, date: &Date) -> String {
        let (year, bc) = self.year(date.year);
        let year_alone = [self.article(date.year), &year, &bc].concat();
        let Some(month) = date.month else { return year_alone };
        if month.low > 12 {
            return self.part(month.low, &[&*year, &bc].concat());
        }
        let in_year = [year.as_str(), &bc].concat();
        let month_name = match self.months.get((month.low as usize).wrapping_sub(1)) {
            Some(name) if month.open == 0 => (*name).to_owned(),
            _ => String::new(),
        };
        let no_year = date.year.form == Form::Plain && date.year.digits.open == 9999;
        let with_year = |words: String| match (no_year, words.is_empty()) {
            (true, true) => self.any.to_owned(),
            (true, false) => words,
            (false, true) => [self.some_month, &in_year].concat(),
            (false, false) => [&words, " ", &in_year].concat(),
        };
        match date.day {
            None => with_year(month_name),
            Some(day) if day.open == 0 && !month_name.is_empty() => {
                let number = day.low.to_string();
                let day = if self.german {
                    [&number, ". ", &month_name].concat()
                } else {
                    [&number, " ", &month_name].concat()
                };
                let time = date.time.as_ref().map(|time| {
                    let zone = match time.offset {
                        None => String::new(),
                        Some(0) => " UTC".into(),
                        Some(offset) => {
                            let size = offset.unsigned_abs();
                            format!(" UTC{}{:02}:{:02}", if offset < 0 { '-' } else { '+' }, size / 60, size % 60)
                        }
                    };
                    format!(", {:02}:{:02}{}{zone}", time.minute / 60, time.minute % 60, time.seconds)
                });
                [with_year(day), time.unwrap_or_default()].concat()
            }
            Some(Digits { open: 99, .. }) if !month_name.is_empty() => [self.some_day, &with_year(month_name)].concat(),
            Some(Digits { open: 99, .. }) if month.open == 99 => [self.some_day, &year_alone].concat(),
            // Digits known in part are shown as they are written.
            Some(_) => edtf::canonical_date(date),
        }
    }

    /// "the" in front of decades and centuries.
    fn article(&self, year: Year) -> &'static str {
        let is_round = matches!(year.form, Form::Century | Form::Decade) || matches!(year.digits.open, 9 | 99 | 999);
        match (is_round, self.german) {
            (true, false) => "the ",
            _ => "",
        }
    }

    /// The year, and " BC" where it is before the year 1.
    fn year(&self, year: Year) -> (String, String) {
        let (first, last) = year.limits();
        let bc = if self.german { " v. Chr." } else { " BC" };
        let is_bc = last <= 0;
        let behind = if is_bc { bc.to_owned() } else { String::new() };
        let hundreds = |year: i64| {
            if self.german { format!("{}. Jahrhundert", year) } else { format!("{} century", ordinal(year)) }
        };
        let round = match (year.form, year.digits.open) {
            (Form::Century, _) | (Form::Plain, 99) => {
                Some(hundreds(if is_bc { -first.div_euclid(100) } else { first / 100 + 1 }))
            }
            (Form::Decade, _) | (Form::Plain, 9) => {
                let first = if is_bc { (-last).div_euclid(10) * 10 } else { first };
                Some(if self.german { format!("{first}er Jahre") } else { format!("{first}s") })
            }
            (Form::Plain, 999) => {
                let number = first / 1000 + 1;
                Some(if self.german {
                    format!("{number}. Jahrtausend")
                } else {
                    format!("{} millennium", ordinal(number))
                })
            }
            (_, 0) => None,
            // Digits known in part.
            _ => {
                let low = year.digits.low;
                let places = (0..4).rev().map(|place| {
                    let power = 10_u64.pow(place);
                    if (year.digits.open / power).is_multiple_of(10) {
                        (low / power % 10).to_string()
                    } else {
                        "X".to_owned()
                    }
                });
                return (places.collect(), behind);
            }
        };
        let exact = || if is_bc { (1 - first).to_string() } else { first.to_string() };
        (round.unwrap_or_else(exact), behind)
    }

    /// A season, quarter, third or half.
    fn part(&self, part: u64, year: &str) -> String {
        let number = |first: u64| (part - first + 1) as i64;
        let in_year = |number: i64, english: &str, german: &str| match self.german {
            true => format!("{number}. {german} {year}"),
            false => format!(
                "{} {english} of {year}",
                ["first", "second", "third", "fourth"].get(number as usize - 1).unwrap_or(&"")
            ),
        };
        match part {
            21..=32 => {
                let season = self.seasons.get(((part - 21) % 4) as usize).unwrap_or(&"");
                format!("{season} {year}{}", if part > 28 { self.south } else { "" })
            }
            33..=36 => in_year(number(33), "quarter", "Quartal"),
            37..=39 => in_year(number(37), "quadrimester", "Jahresdrittel"),
            _ => in_year(number(40), "half", "Halbjahr"),
        }
    }

    fn stretch(&self, start: &End, end: &End) -> String {
        match (start, end) {
            (End::At(start), End::At(end)) => [self.from, &self.date(start), self.to, &self.date(end)].concat(),
            (End::At(start), End::Open) => [self.since, &self.date(start)].concat(),
            (End::At(start), End::Unknown) => [self.from, &self.date(start), self.to, self.unknown].concat(),
            (End::Unknown, End::At(end)) => [self.from, self.unknown, self.to, &self.date(end)].concat(),
            (_, End::At(end)) => [self.until, &self.date(end)].concat(),
            _ => self.any.to_owned(),
        }
    }

    fn set(&self, all: bool, members: &[Member]) -> String {
        let words: Vec<String> = members
            .iter()
            .map(|member| match member {
                Member::One(date) => self.date(date),
                Member::From(first, last) => [self.date(first).as_str(), self.to, &self.date(last)].concat(),
                Member::UpTo(date) => [&self.date(date), self.earlier].concat(),
                Member::Onward(date) => [&self.date(date), self.later].concat(),
            })
            .collect();
        match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                [rest.join(", ").as_str(), if all { self.and } else { self.or }, last].concat()
            }
            _ => words.concat(),
        }
    }
}

/// 1st, 2nd, 3rd, 11th.
fn ordinal(number: i64) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_and_german() {
        for (edtf, english, german) in [
            ("1850~", "about 1850", "um 1850"),
            ("18XX", "the 19th century", "19. Jahrhundert"),
            ("196X?", "possibly the 1960s", "möglicherweise 1960er Jahre"),
            ("2004-06-11", "11 June 2004", "11. Juni 2004"),
            ("2014-22", "summer 2014", "Sommer 2014"),
            ("2016-34", "second quarter of 2016", "2. Quartal 2016"),
            ("-0043", "44 BC", "44 v. Chr."),
            ("-01XX", "the 2nd century BC", "2. Jahrhundert v. Chr."),
            ("1964/2008", "from 1964 to 2008", "von 1964 bis 2008"),
            ("../1930", "until 1930", "bis 1930"),
            ("1930/..", "since 1930", "seit 1930"),
            ("[1667,1668]", "1667 or 1668", "1667 oder 1668"),
            ("{1667,1670..1672}", "1667 and 1670 to 1672", "1667 und 1670 bis 1672"),
            ("[1760..]", "1760 or later", "1760 oder später"),
            (
                "?2004-06-~11",
                "11 June 2004 (year uncertain, day approximate)",
                "11. Juni 2004 (Jahr unsicher, Tag ungefähr)",
            ),
            ("1872-01-XX", "a day in January 1872", "ein Tag im Januar 1872"),
            ("XXXX-01-12", "12 January", "12. Januar"),
            ("2016-05-02T16:54+02:00", "2 May 2016, 16:54 UTC+02:00", "2. Mai 2016, 16:54 UTC+02:00"),
        ] {
            assert_eq!(from_edtf(edtf, "en").unwrap(), english);
            assert_eq!(from_edtf(edtf, "de-AT").unwrap(), german);
        }
    }
}
