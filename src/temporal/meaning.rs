//! What a mention says, as typed values with no reference date.
//!
//! In: the fields that a pattern filled. Out: a [`Meaning`]. It must never learn when the text was published.

use super::dated::{Modifier, Signal};

/// What a mention says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Meaning {
    /// A place on the time line: "4 July 1998", "last week", "two days later", "5 p.m. Tuesday".
    Point(Point),
    /// A length: "two weeks", "the past three years".
    Length(Length),
    /// Something that comes back: "daily", "every Monday", "twice a month".
    Set(Set),
    /// No date but a direction: "recently", "now", "soon".
    Vague(Vague),
}

/// A place on the time line: where to start from, then ever narrower.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
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
    pub nth: Option<(i8, Unit)>,
    /// A holiday, as the language file numbers its rules.
    pub holiday: Option<u16>,
    /// Morning, night.
    pub daypart: Option<DayPart>,
    /// Minutes since midnight; 1440 is the midnight at a day's end.
    pub clock: Option<u16>,
    /// Minutes east of UTC.
    pub zone: Option<i16>,
}

/// Where a [`Point`] starts from.
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
    Step(i32, Unit, From),
    /// So many units from the anchor: "two weeks ago".
    Shift(i32, Unit, From),
    /// An unknown number of units from the anchor: "a few years ago". The sign gives the direction.
    Some(i32, Unit, From),
}

/// What relative words count from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum From {
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
pub enum Unit {
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

impl Unit {
    /// All, in the order of the language files' numbers.
    pub const ALL: [Unit; 15] = [
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Weekend,
        Unit::Week,
        Unit::Fortnight,
        Unit::Month,
        Unit::Quarter,
        Unit::Season,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
        Unit::Millennium,
        Unit::Period,
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
pub struct Length {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
    /// A second, finer part: "an hour and 20 minutes".
    pub more: Option<(i32, Unit)>,
}

/// Something that comes back.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Set {
    /// After every so many units: "every two weeks".
    Every(Length),
    /// At every such place: "every Monday", "each July", "every morning".
    At(Point),
}

/// A direction without a date; TIMEX3's `_REF` values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Vague {
    Past,
    Present,
    Future,
}

/// What kind of text time is spoken of in; recognised, never configured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TextKind {
    /// Anchored at publication.
    #[default]
    News,
    /// A short post: bare words ("night", "day") speak of the time of writing.
    Message,
    /// History: years come from the text before.
    Narrative,
}

impl TextKind {
    /// One bit for each kind.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What the words of one pattern have said so far: filled slot by slot, then turned into a [`Meaning`].
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Fields {
    /// The place in time.
    pub point: Point,
    /// A unit.
    pub unit: Option<Unit>,
    /// A number of units, in hundredths.
    pub number: Option<i32>,
    /// Words for a number that is not known: "several".
    pub some: bool,
    /// A second number and unit.
    pub more: Option<(i32, Unit)>,
    /// "second", "last": which one.
    pub ordinal: Option<i16>,
    /// -1 last, 0 this, 1 next.
    pub step: Option<i8>,
    /// -1 ago, 1 later.
    pub direction: Option<i8>,
    /// What it is counted from.
    pub from: From,
    /// A vague direction.
    pub vague: Option<Vague>,
    /// The modifier.
    pub modifier: Option<Modifier>,
    /// The signal in front.
    pub signal: Option<Signal>,
    /// a.m. (0) or p.m. (1).
    pub meridiem: Option<u8>,
    /// Hour of day, before am and pm.
    pub hour: Option<u8>,
    /// Minute of the hour.
    pub minute: Option<u8>,
    /// BC (-1) or AD (1).
    pub era: Option<i8>,
    /// Which half of a half-hour and the like: minutes to add (`half past`) or take off (`quarter to`).
    pub offset: Option<i16>,
    /// The kinds of text it is found in, as bits; 0 for all.
    pub kinds: u8,
}

/// The kinds of meaning a pattern can make.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the meanings")]
pub enum Make {
    Point,
    Length,
    Every,
    SetAt,
    Vague,
    /// A part that other patterns use, no mention on its own.
    Part,
    /// Words that are no time and hide what is inside them.
    Nothing,
}

impl Fields {
    /// What the fields mean when the pattern makes `make`; `None` when they are not enough.
    pub fn meaning(&self, make: Make) -> Option<Meaning> {
        match make {
            Make::Point => self.to_point().map(Meaning::Point),
            // In "the third day" and "day 3" the number is no amount.
            Make::Length => Some(Meaning::Length(self.to_length())),
            Make::Every => Some(Meaning::Set(Set::Every(self.to_length()))),
            Make::SetAt => self.to_point().map(|point| Meaning::Set(Set::At(point))),
            Make::Vague => self.vague.map(Meaning::Vague),
            Make::Part | Make::Nothing => None,
        }
    }

    fn to_length(self) -> Length {
        let amount = match self.number {
            Some(number) if !self.some => Amount::Known(number),
            _ => Amount::Unknown,
        };
        // "two to three weeks": the second number has no unit of its own.
        let more = self.more.filter(|(_, unit)| *unit != Unit::Period);
        Length { amount, unit: self.unit.unwrap_or_default(), more }
    }

    fn to_point(self) -> Option<Point> {
        (self.point != Point::default()).then_some(self.point)
    }

    /// Turns what the words said one by one into a place: called once for each pattern, inside out.
    pub(super) fn settle(&mut self) {
        self.settle_ordinal();
        let clock = self.to_clock();
        let point = &mut self.point;
        if clock.is_some() {
            point.clock = clock;
        }
        if let (Some(_), None, Base::Open, Some(number)) = (self.era, self.unit, point.base, self.number) {
            point.base = Base::Year(number / 100);
        }
        match (self.era, point.base) {
            (Some(-1), Base::Year(year)) if year > 0 => point.base = Base::Year(1 - year),
            (Some(-1), Base::Century(century)) => point.base = Base::Century(-century.abs()),
            _ => {}
        }
        if let Some(step) = self.step.take() {
            // "last May", "next Tuesday", "this summer": the step is that of what is named.
            let unit = match self.unit.take() {
                Some(unit) => unit,
                None if point.weekday.is_some() => Unit::Day,
                None if point.month.is_some() => Unit::Month,
                None if point.holiday.is_some() => Unit::Period,
                None => match point.part {
                    Some((PartOf::Weekend, _)) => Unit::Weekend,
                    Some((PartOf::Season, _)) => Unit::Season,
                    Some((PartOf::Quarter | PartOf::Half, _)) => Unit::Quarter,
                    None => Unit::Day,
                },
            };
            point.base = Base::Step(i32::from(step), unit, self.from);
        } else if let (Some(direction), Some(unit)) = (self.direction, self.unit) {
            let sign = i32::from(direction);
            point.base = match self.number.take() {
                // "65 million years ago" is no year of any calendar.
                Some(number) if !self.some && number < 1_000_000 => {
                    Base::Shift(number.saturating_mul(sign), unit, self.from)
                }
                _ => Base::Some(sign, unit, self.from),
            };
            (self.unit, self.direction) = (None, None);
        }
    }

    /// "third quarter", "19th century", "second week", "last Sunday of".
    fn settle_ordinal(&mut self) {
        let Some(ordinal) = self.ordinal.take() else { return };
        let point = &mut self.point;
        let small = i8::try_from(ordinal).unwrap_or(i8::MAX);
        let part = u8::try_from(ordinal).unwrap_or(0);
        match self.unit.take() {
            Some(Unit::Quarter) => point.part = Some((PartOf::Quarter, part)),
            Some(Unit::Century) => point.base = Base::Century(i32::from(ordinal)),
            Some(unit) => point.nth = Some((small, unit)),
            None if matches!(point.part, Some((PartOf::Half, _))) => point.part = Some((PartOf::Half, part)),
            None => point.nth = Some((small, Unit::Day)),
        }
    }

    /// "from 9 to 11 p.m.": both are in the evening, unless that would turn them round ("11 to 1 p.m.").
    pub(super) fn share_meridiem(&mut self, lender: &Fields) {
        if self.hour.is_none() || self.meridiem.is_some() || lender.meridiem.is_none() {
            return;
        }
        let clock = Fields { meridiem: lender.meridiem, ..*self }.to_clock();
        if clock <= lender.point.clock {
            self.point.clock = clock;
        }
    }

    fn to_clock(self) -> Option<u16> {
        let hour = u16::from(self.hour?);
        let hour = match self.meridiem {
            Some(0) if hour == 12 => 0,
            Some(1) if hour < 12 => hour + 12,
            _ => hour,
        };
        let minutes = i32::from(hour) * 60 + i32::from(self.minute.unwrap_or(0)) + i32::from(self.offset.unwrap_or(0));
        u16::try_from(minutes).ok().filter(|minutes| *minutes <= 1440)
    }
}
