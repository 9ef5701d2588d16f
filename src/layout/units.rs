//! The units of the calendar that an axis counts in, and how each is said: one table.
//!
//! In: instants. Out: which form says them, and whether a greater unit begins there. It must never learn where a word stands.

use super::instant::{DAY, Minutes, moment_at};
use super::scene::TickForm;

/// A unit of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) enum TickUnit {
    Minute,
    Day,
    Month,
    Year,
}

/// How the ticks of a unit are named. The *greater unit* is the one whose name they leave out: the day of minutes, the month of days, the year
/// of months; years leave out nothing, and each is its own.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Naming {
    /// About how long the unit is.
    pub length: Minutes,
    /// What a tick says.
    pub tick: TickForm,
    /// What it says where a greater unit begins ..
    pub turn: TickForm,
    /// .. and there under a heading that names the greater unit too.
    pub turn_headed: TickForm,
    /// What the first of many says amid a greater unit.
    pub amid: TickForm,
    /// What stands over them and names the greater unit.
    pub heading: Option<TickForm>,
    /// Ticks are long for so long after a greater unit has begun: the first of each month's weeks is.
    pub opening: Minutes,
}

const MINUTE: Naming = Naming {
    length: 1.0,
    tick: TickForm::Minute,
    turn: TickForm::WeekdayDayMonth,
    turn_headed: TickForm::WeekdayDayMonth,
    amid: TickForm::WeekdayDayMonth,
    heading: Some(TickForm::FullDay),
    opening: 0.0,
};

const NAMED_DAY: Naming = Naming {
    length: DAY,
    tick: TickForm::WeekdayDay,
    heading: Some(TickForm::LongMonthYear),
    opening: 6.0 * DAY,
    ..MINUTE
};

const MONTH: Naming = Naming {
    length: 30.4 * DAY,
    tick: TickForm::Month,
    turn: TickForm::Year,
    turn_headed: TickForm::Month,
    amid: TickForm::MonthYear,
    heading: Some(TickForm::Year),
    opening: 0.0,
};

const YEAR: Naming = Naming {
    length: 365.2425 * DAY,
    tick: TickForm::Year,
    turn: TickForm::Year,
    turn_headed: TickForm::Year,
    amid: TickForm::Year,
    heading: None,
    opening: 0.0,
};

impl TickUnit {
    /// All, finest first.
    pub(super) const ALL: [TickUnit; 4] = [TickUnit::Minute, TickUnit::Day, TickUnit::Month, TickUnit::Year];

    /// How its ticks are named.
    pub(super) fn naming(self) -> &'static Naming {
        match self {
            TickUnit::Minute => &MINUTE,
            TickUnit::Day => &NAMED_DAY,
            TickUnit::Month => &MONTH,
            TickUnit::Year => &YEAR,
        }
    }

    /// The greater unit that an instant lies in: year, month and day, 0 where finer.
    fn greater(self, instant: Minutes) -> (i32, u32, u32) {
        let day = moment_at(instant).day;
        match self {
            TickUnit::Minute => (day.year(), day.month(), day.day_of_month()),
            TickUnit::Day => (day.year(), day.month(), 0),
            TickUnit::Month | TickUnit::Year => (day.year(), 0, 0),
        }
    }

    /// Whether two instants lie in different greater units.
    pub(super) fn parts(self, one: Minutes, other: Minutes) -> bool {
        self.greater(one) != self.greater(other)
    }

    /// Whether a greater unit begins at an instant.
    pub(super) fn begins(self, instant: Minutes) -> bool {
        self.parts(instant - 1.0, instant)
    }

    /// Whether one began there or shortly before: such ticks are long.
    pub(super) fn is_opening(self, instant: Minutes) -> bool {
        self.parts(instant - self.naming().opening - 1.0, instant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Day;
    use crate::layout::instant::midnight;

    fn at(year: i32, month: u32, day: u32) -> Minutes {
        midnight(Day::from_ymd(year, month, day).unwrap())
    }

    #[test]
    fn a_greater_unit_begins_with_its_first_tick() {
        assert!(TickUnit::Minute.begins(at(2016, 3, 5)) && !TickUnit::Minute.begins(at(2016, 3, 5) + 30.0));
        assert!(TickUnit::Day.begins(at(2016, 3, 1)) && !TickUnit::Day.begins(at(2016, 3, 2)));
        assert!(TickUnit::Month.begins(at(2016, 1, 1)) && !TickUnit::Month.begins(at(2016, 3, 1)));
        assert!(TickUnit::Year.begins(at(-43, 1, 1)) && TickUnit::Year.begins(at(2000, 1, 1)));
    }

    #[test]
    fn the_first_week_of_a_month_is_long() {
        let long = (1..=31).filter(|&day| TickUnit::Day.is_opening(at(2016, 3, day))).count();
        assert_eq!(long, 7);
        assert!(!TickUnit::Month.is_opening(at(2016, 2, 1)));
    }
}
