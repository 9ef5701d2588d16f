//! Words for what the scene names: dates, lengths, figures.
//!
//! In: typed dates and lengths. Out: text in the reader's language, from the shell's `Speech` (interface words and `Intl`), which gets them as
//! numbers. It must never learn where the words will stand, nor how a language says a date.

use crate::base::date::{Moment, Precision};
use crate::layout::scene::{DateLabel, Length, Point, Relation, TickLabel};
use wasm_bindgen::prelude::*;

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
    fn say_numbers(this: &Speech, key: &str, first: f64, second: f64) -> String;
    #[wasm_bindgen(method, js_name = say)]
    fn say_number_of(this: &Speech, key: &str, first: f64, second: &str) -> String;
    /// One date or two, each by its milliseconds, precision and offset: NaN stands for what is not known.
    #[wasm_bindgen(method, js_name = label)]
    #[allow(
        clippy::too_many_arguments,
        reason = "numbers cross the border of the wasm one by one; a list would be copied"
    )]
    fn say_label(
        this: &Speech,
        style: u8,
        relation: u8,
        at: f64,
        kind: u8,
        offset: f64,
        at2: f64,
        kind2: u8,
        offset2: f64,
    ) -> String;
    #[wasm_bindgen(method, js_name = range)]
    #[allow(clippy::too_many_arguments, reason = "as above")]
    fn say_range(
        this: &Speech,
        long: bool,
        at: f64,
        kind: u8,
        offset: f64,
        at2: f64,
        kind2: u8,
        offset2: f64,
    ) -> String;
    #[wasm_bindgen(method, js_name = tick)]
    fn say_tick(this: &Speech, form: u8, time: f64) -> String;
    #[wasm_bindgen(method, js_name = lasting)]
    fn say_lasting(this: &Speech, number: u32, unit: u8, short: bool) -> String;
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

/// How long a date is said, by the numbers of www/dates.js: "14:05", where the axis names the day.
const CLOCK: u8 = 0;
/// "1 November 2016".
const LONG: u8 = 1;
/// "Tuesday 1 November 2016"; with a preposition before it the weekday is short.
const FULL: u8 = 3;
/// "1 Nov"; one more with the weekday, two more with the year.
const SHORT: u8 = 4;

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
        self.say_numbers(key, f64::from(number), 0.0)
    }

    /// The same with another word inside it.
    pub fn count_in(&self, key: &str, number: u32, inside: &str) -> String {
        self.say_number_of(key, f64::from(number), inside)
    }

    /// "3 of 6".
    pub fn of(&self, key: &str, number: usize, all: usize) -> String {
        self.say_numbers(key, number as f64, all as f64)
    }

    /// From one date to another, for the header; `weekday` where there is room for it.
    pub fn range(&self, first: Point, last: Point, weekday: bool) -> String {
        let (offset, offset2) = (offset_of(first.moment), offset_of(last.moment));
        let (at, at2) = (milliseconds(first.moment), milliseconds(last.moment));
        self.say_range(weekday, at, first.precision as u8, offset, at2, last.precision as u8, offset2)
    }

    /// The publication line of the story.
    pub fn published_on(&self, moment: Moment) -> String {
        let precision = if moment.minute.is_some() { Precision::Minute } else { Precision::Day };
        self.say_text("publishedOn", &self.dated(FULL, Relation::On, Point { moment, precision }, None))
    }

    /// The date of an entry, as short as its label says.
    pub fn label(&self, label: &DateLabel) -> String {
        let short = SHORT + u8::from(label.weekday) + 2 * u8::from(label.year);
        self.dated(if label.clock { CLOCK } else { short }, label.relation, label.from, label.to)
    }

    /// The date of an entry in full, for its detail; times of day with their zone, if one was asked for.
    pub fn full_label(&self, label: &DateLabel) -> String {
        self.dated(FULL, label.relation, label.from, label.to)
    }

    /// The time that a run of folded entries lies in.
    pub fn period(&self, point: Point) -> String {
        self.dated(LONG, Relation::On, point, None)
    }

    fn dated(&self, style: u8, relation: Relation, from: Point, to: Option<Point>) -> String {
        let (at2, offset2) = to.map_or((f64::NAN, f64::NAN), |to| (milliseconds(to.moment), offset_of(to.moment)));
        let (at, offset) = (milliseconds(from.moment), offset_of(from.moment));
        let kind2 = to.unwrap_or(from).precision as u8;
        self.say_label(style, relation as u8, at, from.precision as u8, offset, at2, kind2, offset2)
    }

    /// What a tick says.
    pub fn tick(&self, tick: TickLabel) -> String {
        self.say_tick(tick.form as u8, milliseconds(tick.moment))
    }

    /// "25 months without an entry".
    pub fn gap(&self, length: Length) -> String {
        self.say_text("gap", &self.lasting(length, false))
    }

    /// "25 months", or "25 mths" where there is little room.
    pub fn lasting(&self, length: Length, is_short: bool) -> String {
        let (number, unit) = match length {
            Length::Years(number) => (number, 0),
            Length::Months(number) => (number, 1),
            Length::Days(number) => (number, 2),
            Length::Hours(number) => (number, 3),
            Length::Minutes(number) => (number, 4),
        };
        self.say_lasting(number, unit, is_short)
    }
}

fn offset_of(moment: Moment) -> f64 {
    moment.offset.map_or(f64::NAN, f64::from)
}

/// Milliseconds since 1970 as if the clock that is shown were UTC's: days are never shifted.
pub fn milliseconds(moment: Moment) -> f64 {
    f64::from(moment.day.days()) * 86_400_000.0 + f64::from(moment.minute.unwrap_or(0)) * 60_000.0
}
