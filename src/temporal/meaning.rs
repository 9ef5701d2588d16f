//! What a mention says, as typed values with no reference date.
//!
//! In: the fields that a pattern filled. Out: a [`Meaning`]. It must never learn when the text was published.

/// What a mention says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Meaning {
    /// A place on the time line: "4 July 1998", "last week", "two days later", "5 p.m. Tuesday".
    Point(TimePoint),
    /// A length: "two weeks", "the past three years".
    Length(Duration),
    /// Something that comes back: "daily", "every Monday", "twice a month".
    Set(Recurrence),
    /// No date but a direction: "recently", "now", "soon".
    Vague(Vague),
}

/// A place on the time line: where to start from, then ever narrower.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct TimePoint {
    /// Where to start from.
    pub base: Base,
    /// 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
    /// 0 for Monday to 6 for Sunday.
    pub weekday: Option<u8>,
    /// Quarter, half, season or weekend, with its number.
    pub part: Option<(PartOf, u8)>,
    /// "the second week of", "the last Sunday in": which of the units inside; -1 counts from the end.
    pub nth: Option<(i8, TimeUnit)>,
    /// A holiday, as the language file numbers its rules.
    pub holiday: Option<u16>,
    /// Morning, night.
    pub daypart: Option<DayPart>,
    /// Minutes since midnight; 1440 is the midnight at a day's end.
    pub clock: Option<u16>,
    /// Minutes east of UTC.
    pub zone: Option<i16>,
}

/// Where a [`TimePoint`] starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Base {
    /// Nothing is said: the nearest that fits the clause's direction.
    #[default]
    Open,
    /// A year; astronomical, so 1 BC is 0.
    Year(i32),
    /// Two digits of a year: "'96".
    ShortYear(u8),
    /// The decade that begins in this year: "the 1980s"; below 100 for "the '80s", "the eighties".
    Decade(i32),
    /// "the 19th century" is 19; below 0 BC.
    Century(i32),
    /// The unit that holds the anchor, or one before (-1) or after (1): "last week", "next year", "that day". With a name of that
    /// unit beside it, the nearest so named: "last May" is a month, "next Tuesday" a day, "last Easter" a period.
    Step(i32, TimeUnit, RelativeTo),
    /// So many units from the anchor: "two weeks ago".
    Shift(i32, TimeUnit, RelativeTo),
    /// An unknown number of units from the anchor: "a few years ago". The sign gives the direction.
    Some(i32, TimeUnit, RelativeTo),
}

/// What relative words count from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RelativeTo {
    /// The publication date: "ago", "last", "tomorrow".
    #[default]
    Published,
    /// The time the text is at: "earlier", "later", "the next day", "that week".
    Text,
}

/// Units of time, finest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
#[repr(u8)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    #[default]
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
    /// "period", "time": no unit, takes that of what it refers to.
    Period,
}

impl TimeUnit {
    /// All, in the order of the language files' numbers.
    pub const ALL: [TimeUnit; 15] = [
        TimeUnit::Second,
        TimeUnit::Minute,
        TimeUnit::Hour,
        TimeUnit::Day,
        TimeUnit::Weekend,
        TimeUnit::Week,
        TimeUnit::Fortnight,
        TimeUnit::Month,
        TimeUnit::Quarter,
        TimeUnit::Season,
        TimeUnit::Year,
        TimeUnit::Decade,
        TimeUnit::Century,
        TimeUnit::Millennium,
        TimeUnit::Period,
    ];
}

/// A part of a year, or of a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PartOf {
    /// 1 to 4; 0 for a quarter that is not named.
    Quarter,
    /// 1 or 2.
    Half,
    /// 1 spring, 2 summer, 3 autumn, 4 winter.
    Season,
    Weekend,
}

/// Parts of a day, with TIMEX3's two letters for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    /// In the order of the language files' numbers.
    pub const ALL: [DayPart; 6] =
        [DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening, DayPart::Night, DayPart::Daytime];

    /// TIMEX3's letters.
    pub fn letters(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MI",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }

    /// First and last minute; a night is counted to the day it begins on.
    pub fn minutes(self) -> (u16, u16) {
        match self {
            DayPart::Morning => (300, 719),
            DayPart::Midday => (660, 839),
            DayPart::Afternoon => (720, 1079),
            DayPart::Evening => (1080, 1319),
            DayPart::Night => (1200, 1439),
            DayPart::Daytime => (360, 1199),
        }
    }
}

/// How many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Amount {
    /// A known number, in hundredths: 150 is one and a half.
    Known(i32),
    /// "several", "a few", or nothing: "weeks".
    #[default]
    Unknown,
}

/// A length of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Duration {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: TimeUnit,
    /// A second, finer part: "an hour and 20 minutes".
    pub more: Option<(i32, TimeUnit)>,
}

/// Something that comes back.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Recurrence {
    /// After every so many units: "every two weeks".
    Every(Duration),
    /// At every such place: "every Monday", "each July", "every morning".
    At(TimePoint),
}

/// A direction without a date; TIMEX3's `_REF` values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Vague {
    Past,
    Present,
    Future,
}
