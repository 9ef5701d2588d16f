//! What is found: mentions of time with the dates they mean.

use super::meaning::{Base, Meaning};
use super::tense::Direction;
use super::value::{CalendarDate, InYear, Timex, TimexValue};
use crate::base::date::{Day, Moment, Precision, days_in_month};
use crate::base::span::Span;

/// A mention of time, resolved.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dated {
    /// The words as TIMEX3 counts them: "last Tuesday" in "since last Tuesday".
    pub span: Span,
    /// The same with the preposition in front, as a reader would mark it: "since last Tuesday".
    pub phrase: Span,
    /// The preposition or conjunction that says how an event relates to the mention.
    pub signal: Option<Signal>,
    /// What quantity the words add: "more than two weeks ago", "early May".
    pub modifier: Option<Modifier>,
    /// The days the mention may cover, modifier included: 11 to 17 October for "more than two weeks ago" said on 1 November.
    /// `None` for durations, sets ("every Monday") and vague references ("recently").
    pub range: Option<DateRange>,
    /// What it was counted from.
    pub anchor: CountedFrom,
    /// The mention as TIMEX3 has it.
    pub timex: Timex,
    /// What the words say, before any date is known.
    pub meaning: Meaning,
    /// Where the verbs of its clause look, when the date depended on it.
    pub direction: Option<Direction>,
    /// The line of the language file that found it.
    pub pattern: u32,
}

impl Dated {
    /// The same words said of other days, as when a clause shows that "in March" is last year's: the days it covers, and with them the value.
    pub(crate) fn turn(&mut self, first: Day, last: Day) {
        let Some(range) = self.range.as_mut() else { return };
        let years = first.year() - range.first.day.year();
        (range.first.day, range.last.day) = (first, last);
        if let TimexValue::Date(CalendarDate::InYear(year, part), _) = &mut self.timex.value {
            match part {
                InYear::Day(Some(_), Some(_)) => {
                    (*year, *part) =
                        (Some(first.year()), InYear::Day(Some(first.month() as u8), Some(first.day_of_month() as u8)));
                }
                _ => *year = year.map(|year| year + years),
            }
        }
    }

    /// Whether the words name a day that no calendar has: "30 February", "29 February 2015".
    pub fn is_no_day(&self) -> bool {
        let Meaning::Point(point) = self.meaning else { return false };
        let (Some(month), Some(day)) = (point.month, point.day) else { return false };
        // Where no year is said, it may be a leap year.
        let year = if let Base::Year(year) = point.base { year } else { 2000 };
        u32::from(day) > days_in_month(year, u32::from(month))
    }
}

/// The days a mention covers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateRange {
    /// First day or minute.
    pub first: Moment,
    /// Last day or minute, inclusive; equal to `first` for a day.
    pub last: Moment,
    /// The unit the words speak in: Week for "last week", Season for "the summer of 2014".
    pub precision: Precision,
}

/// Words in front that relate an event to a mention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signal {
    /// "on", "in", "at", "during", "this": some time in it.
    At,
    /// "since".
    Since,
    /// "until", "till", "through".
    Until,
    /// "by".
    By,
    /// "before", "ahead of", "prior to".
    Before,
    /// "after", "following".
    After,
    /// "from", "starting": the first of two, or an open start.
    From,
    /// "to", "and" as the second of two: the end of a stretch that [`Signal::From`] or [`Signal::Between`] opened.
    To,
    /// "between": the first of two.
    Between,
    /// "for": a duration that something lasted.
    For,
    /// "within", "over": a duration in which something fell.
    Within,
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are TIMEX3's own")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// What a mention was counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CountedFrom {
    /// Nothing: the words name the date in full.
    Absolute,
    /// The publication date.
    Published,
    /// An earlier mention: the text's position in the list given to [`tag_all`](super::tag_all), and the mention's in it.
    Mention(usize, usize),
}
