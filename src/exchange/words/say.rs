//! EDTF in words.
//!
//! In: EDTF and a language. Out: words that a reader understands; English where the language has no file. It must never shorten what is uncertain.

use super::vocabulary::Vocabulary;
use crate::base::edtf::value::{Date, Digits, End, Form, Mark, Member, Time, Value, Year};
use crate::base::edtf::{self, parse};
use crate::base::error::Error;

/// The words for an EDTF text.
///
/// # Errors
/// Where the text is no EDTF.
pub(crate) fn from_edtf(text: &str, lang: &str) -> Result<String, Error> {
    let value = match parse(text) {
        Ok(value) => value,
        Err(_) => {
            edtf::read(text)?;
            return Ok(text.to_owned());
        }
    };
    let words = Speaker(Vocabulary::of(lang));
    Ok(match value {
        Value::Date(date) => words.date(&date),
        Value::Stretch(start, end) => words.stretch(&start, &end),
        Value::Set { all, members } => words.set(all, &members),
    })
}

/// Says dates with the words of a language.
struct Speaker(Vocabulary<'static>);

impl Speaker {
    fn date(&self, date: &Date) -> String {
        let marks = [Some(date.year_mark), date.month.map(|_| date.month_mark), date.day.map(|_| date.day_mark)];
        let shared = marks.iter().flatten().all(|mark| *mark == date.year_mark);
        let bare = self.bare(date);
        if shared {
            let mark = date.year_mark;
            let is_about = mark.approximate || date.year.significant.is_some();
            let doubts = [(mark.uncertain, "maybe"), (is_about, "about")].into_iter().filter(|(is_so, _)| *is_so);
            return doubts.map(|(_, name)| self.0.said(name)).chain([bare.as_str()]).collect::<Vec<_>>().join(" ");
        }
        let doubts = self.0.list("parts").iter().zip(marks);
        let doubts = doubts.filter_map(|(part, mark)| Some([part, " ", self.mark(mark?)?].concat()));
        [&bare, " (", &doubts.collect::<Vec<_>>().join(", "), ")"].concat()
    }

    fn mark(&self, mark: Mark) -> Option<&'static str> {
        let place = match (mark.uncertain, mark.approximate) {
            (true, false) => 0,
            (false, true) => 1,
            (true, true) => 2,
            (false, false) => return None,
        };
        Some(self.0.at("doubts", place))
    }

    fn bare(&self, date: &Date) -> String {
        let year = self.year(date.year);
        let Some(month) = date.month else { return year };
        if month.low > 12 {
            return self.part(month.low, &year);
        }
        let name = if month.open == 0 { self.0.at("months", (month.low as usize).wrapping_sub(1)) } else { "" };
        let no_year = date.year.form == Form::Plain && date.year.digits.open == 9999;
        let with_year = |words: &str| match (no_year, words.is_empty()) {
            (true, true) => self.0.said("any time").to_owned(),
            (true, false) => words.to_owned(),
            (false, true) => [self.0.said("some month"), " ", &year].concat(),
            (false, false) => [words, " ", &year].concat(),
        };
        match date.day {
            None => with_year(name),
            Some(day) if day.open == 0 && !name.is_empty() => {
                let day = self.0.fill("day", &[&day.low.to_string(), name]);
                [with_year(&day), date.time.as_ref().map(time).unwrap_or_default()].concat()
            }
            Some(Digits { open: 99, .. }) if !name.is_empty() => {
                [self.0.said("some day"), " ", &with_year(name)].concat()
            }
            Some(Digits { open: 99, .. }) if month.open == 99 => [self.0.said("some day"), " ", &year].concat(),
            // Digits known in part are shown as they are written.
            Some(_) => edtf::canonical_date(date),
        }
    }

    /// The year, decade, century or millennium; before the year 1 by the era's own count.
    fn year(&self, year: Year) -> String {
        let (first, last) = year.limits();
        let is_before = last <= 0;
        let words = match (year.form, year.digits.open) {
            (Form::Century, _) | (Form::Plain, 99) => {
                let number = if is_before { -first.div_euclid(100) } else { first / 100 + 1 };
                self.0.fill("century", &[&self.nth(number)])
            }
            (Form::Decade, _) | (Form::Plain, 9) => {
                let first = if is_before { (-last).div_euclid(10) * 10 } else { first };
                self.0.fill("decade", &[&first.to_string()])
            }
            (Form::Plain, 999) => {
                let number = if is_before { -first.div_euclid(1000) } else { first / 1000 + 1 };
                self.0.fill("millennium", &[&self.nth(number)])
            }
            (_, 0) if is_before => (1 - first).to_string(),
            (_, 0) => first.to_string(),
            // Digits known in part.
            _ => {
                let is_open = |power: u64| !(year.digits.open / power).is_multiple_of(10);
                let digit = |power: u64| {
                    if is_open(power) { "X".to_owned() } else { (year.digits.low / power % 10).to_string() }
                };
                [1000, 100, 10, 1].map(digit).concat()
            }
        };
        if is_before { self.0.fill("bc", &[&words]) } else { words }
    }

    fn nth(&self, number: i64) -> String {
        let known = usize::try_from(number - 1).ok().and_then(|place| self.0.list("nth").get(place));
        known.map_or_else(|| number.to_string(), |word| (*word).to_owned())
    }

    /// A season, quarter, third or half.
    fn part(&self, part: u64, year: &str) -> String {
        let of_year = |name: &str, first: u64| {
            let number = self.0.at("ordinals", (part - first) as usize);
            self.0.fill(name, &[number, year])
        };
        match part {
            21..=32 => {
                let season = [self.0.at("seasons", ((part - 21) % 4) as usize), " ", year].concat();
                if part > 28 { [&season, " ", self.0.at("hemispheres", 1)].concat() } else { season }
            }
            33..=36 => of_year("quarter", 33),
            37..=39 => of_year("third", 37),
            _ => of_year("half", 40),
        }
    }

    fn stretch(&self, start: &End, end: &End) -> String {
        let said = |name| self.0.said(name);
        match (start, end) {
            (End::At(start), End::At(end)) => [said("from"), &self.date(start), said("to"), &self.date(end)].join(" "),
            (End::At(start), End::Open) => [said("since"), " ", &self.date(start)].concat(),
            (End::At(start), End::Unknown) => [said("from"), &self.date(start), said("to"), said("unknown")].join(" "),
            (End::Unknown, End::At(end)) => [said("from"), said("unknown"), said("to"), &self.date(end)].join(" "),
            (_, End::At(end)) => [said("until"), " ", &self.date(end)].concat(),
            _ => said("any time").to_owned(),
        }
    }

    fn set(&self, all: bool, members: &[Member]) -> String {
        let member = |member: &Member| match member {
            Member::One(date) => self.date(date),
            Member::From(first, last) => [&self.date(first), self.0.said("to"), &self.date(last)].join(" "),
            Member::UpTo(date) => [&self.date(date), " ", self.0.said("earlier")].concat(),
            Member::Onward(date) => [&self.date(date), " ", self.0.said("later")].concat(),
        };
        let words: Vec<String> = members.iter().map(member).collect();
        match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                [&rest.join(", "), self.0.said(if all { "and" } else { "or" }), last].join(" ")
            }
            _ => words.concat(),
        }
    }
}

/// `, 16:54 UTC+02:00`.
fn time(time: &Time) -> String {
    let zone = match time.offset {
        None => String::new(),
        Some(0) => " UTC".into(),
        Some(offset) => {
            let size = offset.unsigned_abs();
            format!(" UTC{}{:02}:{:02}", if offset < 0 { '-' } else { '+' }, size / 60, size % 60)
        }
    };
    format!(", {:02}:{:02}{}{zone}", time.minute / 60, time.minute % 60, time.seconds)
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
