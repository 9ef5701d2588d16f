//! Words for what the scene names: dates, lengths, figures.
//!
//! In: typed dates and lengths. Out: text in the reader's language, through the shell's `Speech` (interface words and `Intl`).
//! It must never learn where the words will stand.

use crate::base::date::{Day, Moment, Precision};
use crate::layout::scene::{DateLabel, DatePoint, Relation, RoundLength, TickForm, TickLabel};
use wasm_bindgen::prelude::*;

/// A minute in ms.
pub const MINUTE: f64 = 60_000.0;

#[wasm_bindgen]
extern "C" {
    /// What `www/words.js` made for one language.
    #[derive(Clone)]
    pub type Speech;

    #[wasm_bindgen(method, js_name = say)]
    fn say_0(this: &Speech, key: &str) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_text(this: &Speech, key: &str, first: &str) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_texts(this: &Speech, key: &str, first: &str, second: &str) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_number(this: &Speech, key: &str, first: f64) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_numbers(this: &Speech, key: &str, first: f64, second: f64) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_number_of(this: &Speech, key: &str, first: f64, second: &str) -> String;
    #[wasm_bindgen(method)]
    fn date(this: &Speech, pattern: &str, time: f64) -> String;
    #[wasm_bindgen(method)]
    fn dates(this: &Speech, pattern: &str, start: f64, end: f64) -> String;
    /// A number of a unit of time, `long` or `short`.
    #[wasm_bindgen(method)]
    fn length(this: &Speech, number: f64, unit: &str, style: &str) -> String;
    /// How many minutes the clock of the time zone asked for is east of UTC, at an instant in ms or when it shows these; NaN when none was
    /// asked for.
    #[wasm_bindgen(method)]
    pub fn offset(this: &Speech, time: f64, is_shown: bool) -> f64;
    /// BCP 47 tag of the language.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Speech) -> String;
    /// `rtl` where the language is written so and the page says nothing else; empty for the page's own direction.
    #[wasm_bindgen(method, getter)]
    pub fn dir(this: &Speech) -> String;
}

impl Speech {
    /// A word without figures in it.
    pub fn say(&self, key: &str) -> String {
        self.say_0(key)
    }

    /// A word with another inside it.
    pub fn with(&self, key: &str, inside: &str) -> String {
        self.say_text(key, inside)
    }

    /// A word in the form its figure asks for.
    pub fn count(&self, key: &str, number: u32) -> String {
        self.say_number(key, f64::from(number))
    }

    /// The same with another word inside it.
    pub fn count_in(&self, key: &str, number: u32, inside: &str) -> String {
        self.say_number_of(key, f64::from(number), inside)
    }

    /// "3 of 6".
    pub fn of(&self, key: &str, number: usize, all: usize) -> String {
        self.say_numbers(key, number as f64, all as f64)
    }

    /// From one date to another, for the header. Dates of one kind say once what they share; the weekday is said where the line is long.
    pub fn range(&self, first: DatePoint, last: DatePoint, weekday: bool) -> String {
        let style = if weekday && first.precision != last.precision { Style::Full } else { Style::Long };
        if first == last { self.point(first, Style::Full) } else { self.stretch(first, last, style) }
    }

    /// The publication line of the story.
    pub fn published_on(&self, moment: Moment) -> String {
        let precision = if moment.minute.is_some() { Precision::Minute } else { Precision::Day };
        self.say_text("publishedOn", &self.point(DatePoint { moment, precision }, Style::Full))
    }

    /// The date of an entry, as short as its label says.
    pub fn label(&self, label: &DateLabel) -> String {
        let style = match label.clock {
            true => Style::Clock,
            false => Style::Short { weekday: label.weekday, year: label.year },
        };
        self.date_label(label, style)
    }

    /// The date of an entry in full, for its detail; times of day with their zone, if one was asked for. "Since Tue 25 October": after a
    /// preposition many languages would bend the long weekday.
    pub fn full_label(&self, label: &DateLabel) -> String {
        self.date_label(label, if label.relation == Relation::On { Style::Full } else { Style::Bent })
    }

    fn date_label(&self, label: &DateLabel, style: Style) -> String {
        let from = self.point(label.from, style);
        let key = match label.relation {
            Relation::On => return from,
            Relation::Unknown => return self.say_0("unknown"),
            Relation::FromTo => return label.to.map_or(from, |to| self.stretch(label.from, to, style)),
            Relation::Between => "between",
            Relation::About => "about",
            Relation::Before => "before",
            Relation::By => "by",
            Relation::After => "after",
            Relation::Since => "since",
            Relation::Until => "until",
        };
        let to = label.to.map(|to| self.point(to, style)).unwrap_or_default();
        // Many languages say "before 2014" and "before the 2nd" in different words.
        let is_day = matches!(label.from.precision, Precision::Minute | Precision::Hour | Precision::Day);
        self.say_texts(&[key, if is_day { "Day" } else { "" }].concat(), &from, &to)
    }

    /// The time that a run of folded entries lies in.
    pub fn period(&self, point: DatePoint) -> String {
        self.point(point, Style::Long)
    }

    /// What both dates share is said once where the language does so: "10–24 Sept".
    fn stretch(&self, from: DatePoint, to: DatePoint, style: Style) -> String {
        let same = from.precision == to.precision && from.moment.offset.is_some() == to.moment.offset.is_some();
        match pattern(from, style) {
            Some(pattern) if same => self.dates(&pattern, time(from, style), time(to, style)),
            _ => self.say_texts("range", &self.point(from, style), &self.point(to, style)),
        }
    }

    fn point(&self, point: DatePoint, style: Style) -> String {
        if let Some(pattern) = pattern(point, style) {
            return self.date(&pattern, time(point, style));
        }
        let day = point.moment.day;
        let year = day.year();
        match point.precision {
            Precision::Week => {
                let monday = DatePoint { precision: Precision::Day, ..point };
                self.say_text("week", &self.point(monday, style))
            }
            Precision::Quarter => self.say_number_of("quarter", f64::from(day.month().div_ceil(3)), &self.year(year)),
            Precision::Season => self.season(day.month(), year),
            Precision::Decade => self.age("decade", 10, year),
            Precision::Century => self.age("century", 100, year),
            _ => self.age("millennium", 1000, year),
        }
    }

    /// A decade, century or millennium by one of its years; before Christ they are counted backwards, and the era is said.
    fn age(&self, key: &str, years: i32, first: i32) -> String {
        // By its middle: which year a century before Christ begins with depends on whether there is a year 0.
        let middle = first.saturating_add(years / 2);
        let counted = if middle > 0 { middle } else { 1 - middle };
        let words = match years {
            10 => {
                let first = counted / 10 * 10;
                self.say_texts(key, &self.year(first.max(1)), &self.year(first + 9))
            }
            _ => self.say_number(key, f64::from(counted / years + 1)),
        };
        if middle > 0 { words } else { self.with("beforeChrist", &words) }
    }

    fn year(&self, year: i32) -> String {
        let day = Day::from_ymd(year, 1, 1).unwrap_or(Day::EPOCH);
        self.date(if year < 1 { "ye" } else { "y" }, milliseconds(day.into()))
    }

    /// Winter runs over the turn of the year: "Winter 2014/15".
    fn season(&self, month: u32, year: i32) -> String {
        let said = self.year(year);
        match month {
            3..=5 => self.say_text("spring", &said),
            6..=8 => self.say_text("summer", &said),
            9..=11 => self.say_text("autumn", &said),
            _ => {
                let next = (year + 1).rem_euclid(100);
                let digits = [next / 10, next % 10].map(|digit| digit.to_string()).concat();
                self.say_texts("winter", &said, &digits)
            }
        }
    }

    /// What a tick says.
    pub fn tick(&self, tick: TickLabel) -> String {
        let pattern = match tick.form {
            TickForm::Minute => "hm",
            TickForm::Day => "d",
            TickForm::WeekdayDay => "wd",
            TickForm::DayMonth => "dM",
            TickForm::WeekdayDayMonth => "wdM",
            TickForm::FullDay => "WdLy",
            TickForm::Month => "M",
            TickForm::MonthYear if tick.moment.day.year() < 1 => "Mye",
            TickForm::LongMonthYear if tick.moment.day.year() < 1 => "Lye",
            TickForm::MonthYear => "My",
            TickForm::LongMonthYear => "Ly",
            TickForm::Year if tick.moment.day.year() < 1 => "ye",
            TickForm::Year => "y",
            TickForm::Published => return self.say_0("published"),
            TickForm::Today => return self.say_0("today"),
        };
        self.date(pattern, milliseconds(tick.moment))
    }

    /// "25 months without an entry".
    pub fn gap(&self, length: RoundLength) -> String {
        self.say_text("gap", &self.lasting(length, "long"))
    }

    /// "25 mths" where there is little room (`short`), or "25 months" (`long`).
    pub fn lasting(&self, length: RoundLength, style: &str) -> String {
        let (number, unit) = match length {
            RoundLength::Years(number) => (number, "year"),
            RoundLength::Months(number) => (number, "month"),
            RoundLength::Days(number) => (number, "day"),
            RoundLength::Hours(number) => (number, "hour"),
            RoundLength::Minutes(number) => (number, "minute"),
        };
        self.length(f64::from(number), unit, style)
    }
}

/// How long a date is said.
#[derive(Clone, Copy)]
enum Style {
    /// "Tue 1 Nov"
    Short { weekday: bool, year: bool },
    /// "14:05", where the axis names the day
    Clock,
    /// "1 November 2016"
    Long,
    /// "Tue 1 November 2016"
    Bent,
    /// "Tuesday 1 November 2016"
    Full,
}

/// The fields of a date, one letter each (`FIELDS` in words.js); `None` for what Intl has no field for.
fn pattern(point: DatePoint, style: Style) -> Option<String> {
    let (weekday, month, year) = match style {
        Style::Short { weekday, year } => (if weekday { "w" } else { "" }, "M", if year { "y" } else { "" }),
        Style::Clock => ("", "M", ""),
        Style::Long => ("", "L", "y"),
        Style::Bent => ("w", "L", "y"),
        Style::Full => ("W", "L", "y"),
    };
    let fields = match point.precision {
        Precision::Minute | Precision::Hour if matches!(style, Style::Clock) => ["hm", "", "", "", ""],
        Precision::Minute | Precision::Hour if has_zone(point, style) => [weekday, "d", month, year, "hmz"],
        Precision::Minute | Precision::Hour => [weekday, "d", month, year, "hm"],
        Precision::Day => [weekday, "d", month, year, ""],
        Precision::Month => ["L", "", "", year, ""],
        Precision::Year => ["y", "", "", "", ""],
        _ => return None,
    };
    let era = if point.moment.day.year() < 1 && fields.contains(&"y") { "e" } else { "" };
    Some(fields.concat() + era)
}

/// Where a date is said in full, the zone stands behind a time of day that is known in the zone asked for.
fn has_zone(point: DatePoint, style: Style) -> bool {
    point.moment.offset.is_some() && matches!(style, Style::Full | Style::Bent)
}

/// What stands with its zone is said by its instant, all else as it is to be shown.
fn time(point: DatePoint, style: Style) -> f64 {
    let offset = point.moment.offset.filter(|_| has_zone(point, style)).unwrap_or(0);
    milliseconds(point.moment) - f64::from(offset) * MINUTE
}

/// Milliseconds since 1970 as if the clock that is shown were UTC's: days are never shifted.
pub fn milliseconds(moment: Moment) -> f64 {
    f64::from(moment.day.days()) * 86_400_000.0 + f64::from(moment.minute.unwrap_or(0)) * 60_000.0
}
