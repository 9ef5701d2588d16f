//! Dates and lengths of time as they are to be said.
//!
//! In: nothing; these are types. Out: which fields of a date are said, never the words. It must never learn where they stand.

use crate::base::date::{Moment, Precision};

/// The date of an entry as it is to be said; `view` finds the words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DateLabel {
    /// How the points relate to the event.
    pub relation: Relation,
    /// The date, or the limit.
    pub from: DatePoint,
    /// The second date of a range.
    pub to: Option<DatePoint>,
    /// Days are said with their weekday.
    pub weekday: bool,
    /// Dates are said with their year (years and coarser always are).
    pub year: bool,
    /// Only the time of day is said: the axis names the one day in view.
    pub clock: bool,
    /// "planned" stands after it.
    pub planned: bool,
}

/// How the date(s) of a label relate to the event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// On, or in: "Tue 1 Nov", "Summer 2014".
    On,
    /// From first to last: "10 to 24 Sept".
    FromTo,
    /// Some time between two dates.
    Between,
    /// About that date.
    About,
    /// Before it; strictly.
    Before,
    /// By it.
    By,
    /// After it; strictly.
    After,
    /// Since it, still going on.
    Since,
    /// Until it.
    Until,
    /// Nothing is known.
    Unknown,
}

/// A date and how much of it is to be said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DatePoint {
    /// Its first instant.
    pub moment: Moment,
    /// Day: "1 Nov"; Minute: "1 Nov, 14:05"; Month: "June"; Season: by the month it begins in (3, 6, 9, 12); Year and coarser by `moment`'s year.
    pub precision: Precision,
}

/// The length of an empty stretch, rounded to its largest fitting unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum RoundLength {
    Years(u32),
    Months(u32),
    Days(u32),
    Hours(u32),
    Minutes(u32),
}

/// What a tick says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TickLabel {
    /// The instant; fields finer than the form are to be ignored.
    pub moment: Moment,
    /// Which of its fields are said.
    pub form: TickForm,
}

/// Which fields of a moment a tick says, coarsest last. [`TickForm::Published`] and [`TickForm::Today`] are words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum TickForm {
    /// 14:05
    Minute,
    /// 11
    Day,
    /// Tue 11
    WeekdayDay,
    /// 1 Nov
    DayMonth,
    /// Tue 1 Nov
    WeekdayDayMonth,
    /// Tuesday 1 November 2016 (heading of a part that shows hours)
    FullDay,
    /// Sept
    Month,
    /// Jul 2018
    MonthYear,
    /// October 2016 (heading of a part that shows days)
    LongMonthYear,
    /// 2014; BCE where the year is below 1
    Year,
    /// Published
    Published,
    /// Today
    Today,
}

impl TickForm {
    /// How many there are; the length of [`crate::layout::Measures::ticks`].
    pub const COUNT: usize = 12;
    /// All, in the order of their numbers.
    pub const ALL: [TickForm; TickForm::COUNT] = [
        TickForm::Minute,
        TickForm::Day,
        TickForm::WeekdayDay,
        TickForm::DayMonth,
        TickForm::WeekdayDayMonth,
        TickForm::FullDay,
        TickForm::Month,
        TickForm::MonthYear,
        TickForm::LongMonthYear,
        TickForm::Year,
        TickForm::Published,
        TickForm::Today,
    ];
}
