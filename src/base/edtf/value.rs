//! What an EDTF text says, part by part: dates with marks and unspecified digits, stretches, sets.
//!
//! In: nothing; these are the values that reading makes and writing takes. Out: their limits in years. It must never learn the calendar.

/// A whole EDTF text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// One date: `2004-06~`.
    Date(Date<'a>),
    /// From one to the other: `2004/2006-08`, `1985/..`.
    Stretch(End<'a>, End<'a>),
    /// `[1667,1668]` (one of them) or `{1667,1668}` (all of them).
    Set {
        /// All of them, not one of them.
        all: bool,
        /// At least one.
        members: Vec<Member<'a>>,
    },
}

/// An end of a stretch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End<'a> {
    /// `..`: there is none.
    Open,
    /// Left empty: there is one, but which is not known.
    Unknown,
    /// On this date.
    At(Date<'a>),
}

/// What may stand between the commas of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Member<'a> {
    /// `1667`.
    One(Date<'a>),
    /// `1670..1672`: these and all between.
    From(Date<'a>, Date<'a>),
    /// `..1984`.
    UpTo(Date<'a>),
    /// `1760..`.
    Onward(Date<'a>),
}

/// One date, as exact as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date<'a> {
    /// The year, decade or century.
    pub year: Year,
    /// Doubts about the year.
    pub year_mark: Mark,
    /// A month (1 to 12) or another part of the year (21 to 41).
    pub month: Option<Digits>,
    /// Doubts about the month.
    pub month_mark: Mark,
    /// The day of the month.
    pub day: Option<Digits>,
    /// Doubts about the day.
    pub day_mark: Mark,
    /// The time of day.
    pub time: Option<Time<'a>>,
}

/// `?` uncertain, `~` approximate, `%` both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// The source may be wrong.
    pub uncertain: bool,
    /// It is about then.
    pub approximate: bool,
}

impl Mark {
    /// Whether there is any doubt.
    pub fn any(self) -> bool {
        self.uncertain || self.approximate
    }

    /// The doubts of both.
    pub fn and(self, other: Mark) -> Mark {
        Mark { uncertain: self.uncertain || other.uncertain, approximate: self.approximate || other.approximate }
    }
}

/// Digits of which some may be unspecified: `156X`, `1X`, `XX`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Digits {
    /// The number with 0 for each X.
    pub low: u64,
    /// 9 at each X, 0 elsewhere: the largest number is the sum.
    pub open: u64,
}

impl Digits {
    /// A number that is known.
    pub fn known(number: u64) -> Digits {
        Digits { low: number, open: 0 }
    }

    /// Whether `number` has these digits.
    pub fn fits(self, number: u64) -> bool {
        let Digits { mut low, mut open } = self;
        let mut rest = number;
        while rest > 0 || low > 0 || open > 0 {
            if open % 10 == 0 && low % 10 != rest % 10 {
                return false;
            }
            (low, open, rest) = (low / 10, open / 10, rest / 10);
        }
        true
    }
}

/// A year, or the decade or century that stands in its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Year {
    /// What is written, without sign, exponent and significant digits.
    pub digits: Digits,
    /// Before the year 0.
    pub negative: bool,
    /// How it is written.
    pub form: Form,
    /// `S2`: the first two digits are sure, the rest is an estimate.
    pub significant: Option<u8>,
}

/// How a year is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `19`: the hundred years from 1900.
    Century,
    /// `199`: the ten years from 1990.
    Decade,
    /// `1990`.
    Plain,
    /// `Y170000002`.
    Long,
    /// `Y17E7`: digits, then how many zeros.
    Exponent(u8),
}

impl Year {
    /// The first and the last year it may be, astronomical. What is beyond all numbers stops there.
    pub fn limits(self) -> (i64, i64) {
        let scale = match self.form {
            Form::Century => 100,
            Form::Decade => 10,
            Form::Plain | Form::Long => 1,
            Form::Exponent(zeros) => (0..zeros).fold(1_i64, |power, _| power.saturating_mul(10)),
        };
        let size = |digits: u64| i64::try_from(digits).unwrap_or(i64::MAX).saturating_mul(scale);
        let (near, far) = (size(self.digits.low), size(self.digits.low.saturating_add(self.digits.open)));
        let rest = if matches!(self.form, Form::Century | Form::Decade) { scale - 1 } else { 0 };
        if self.negative { (-far, -near + rest) } else { (near, far + rest) }
    }
}

/// A time of day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Time<'a> {
    /// Minutes since midnight, 0 to 1440.
    pub minute: u16,
    /// Seconds and their fraction as written (`:30`, `:30.042`); may be empty.
    pub seconds: &'a str,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}
