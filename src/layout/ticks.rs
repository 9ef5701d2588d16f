//! Ticks: which instants of the calendar the axis names, at any scale from minutes to millennia.
//!
//! In: a part of the line and the widths of tick words. Out: the step between words, the finer step between bare ticks, and the instants themselves.
//! One table and one search. It must never learn where words end up.

use super::instant::{DAY, Minutes, day_and_minute, midnight, moment_at};
use super::scene::{TickForm, TickLabel};
use super::units::{Naming, TickUnit};
use crate::base::date::{Day, Moment, Weekday};

/// A number of units from tick to tick.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TickStep {
    /// The unit.
    pub unit: TickUnit,
    /// How many of it.
    pub count: i32,
}

const fn step(unit: TickUnit, count: i32) -> TickStep {
    TickStep { unit, count }
}

/// Every step there is, finest first. Weeks stand on the publication's weekday: the text counts its weeks from there.
pub(super) const STEPS: [TickStep; 27] = [
    step(TickUnit::Minute, 1),
    step(TickUnit::Minute, 5),
    step(TickUnit::Minute, 15),
    step(TickUnit::Minute, 30),
    step(TickUnit::Minute, 60),
    step(TickUnit::Minute, 180),
    step(TickUnit::Minute, 360),
    step(TickUnit::Minute, 720),
    step(TickUnit::Day, 1),
    step(TickUnit::Day, 7),
    step(TickUnit::Month, 1),
    step(TickUnit::Month, 3),
    step(TickUnit::Year, 1),
    step(TickUnit::Year, 2),
    step(TickUnit::Year, 5),
    step(TickUnit::Year, 10),
    step(TickUnit::Year, 20),
    step(TickUnit::Year, 50),
    step(TickUnit::Year, 100),
    step(TickUnit::Year, 200),
    step(TickUnit::Year, 500),
    step(TickUnit::Year, 1000),
    step(TickUnit::Year, 2000),
    step(TickUnit::Year, 5000),
    step(TickUnit::Year, 10_000),
    step(TickUnit::Year, 50_000),
    step(TickUnit::Year, 100_000),
];

/// Free space between tick words.
const WORD_GAP: f64 = 8.0;
/// Bare ticks are at least this far apart.
const MINOR_GAP: f64 = 8.0;

/// The steps of one part of the axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Steps {
    /// Between words.
    pub words: TickStep,
    /// Between ticks without words; `None` when the words' own are the finest.
    pub minor: Option<TickStep>,
}

/// The finest steps whose words and ticks have room. `finest` is the finest unit the entries know: an axis of days has no hours. Words are at
/// least `least` px apart.
pub(super) fn choose(px_per_minute: f64, widths: &[f64; TickForm::COUNT], finest: TickUnit, least: f64) -> Steps {
    let room = |step: &TickStep| step.minutes() * px_per_minute;
    let known = || STEPS.iter().filter(|step| step.unit >= finest);
    let words = known().find(|step| {
        let width = widths.get(step.form() as usize).copied().unwrap_or(40.0);
        room(step) >= (width + WORD_GAP).max(least)
    });
    let words = words.copied().unwrap_or(step(TickUnit::Year, 100_000));
    let minor = known().find(|minor| room(minor) >= MINOR_GAP && minor.divides(&words));
    Steps { words, minor: minor.copied().filter(|minor| *minor != words) }
}

/// Words of ticks are wider than the first and narrower than the second of these, in px at a base font of 16 px.
const WORDS: (f64, f64) = (16.0, 130.0);

/// The forms that an axis may say somewhere between two scales, before anybody knows how wide words are. A unit whose longest step has no room for the
/// narrowest word is too fine, and nothing is coarser than one whose longest step has room for the widest.
pub(super) fn forms(low: f64, high: f64, zoom: f64, finest: TickUnit) -> Vec<TickForm> {
    let mut forms = Vec::new();
    for unit in TickUnit::ALL.into_iter().filter(|unit| *unit >= finest) {
        let longest = STEPS.iter().filter(|step| step.unit == unit).map(TickStep::minutes).fold(0.0, f64::max);
        if longest * high >= WORDS.0 {
            let Naming { tick, turn, turn_headed, amid, heading, .. } = *unit.naming();
            let said = [Some(tick), Some(turn), Some(turn_headed), Some(amid), heading];
            for form in said.into_iter().flatten() {
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        if longest * low >= WORDS.1 * zoom {
            break;
        }
    }
    forms
}

/// The coarsest step that is no longer than `length`, for padding; at least the finest of `finest`'s unit.
pub(super) fn coarsest_within(length: Minutes, finest: TickUnit) -> TickStep {
    let known = || STEPS.iter().filter(|step| step.unit >= finest && step.count != 7);
    let fitting = known().rev().find(|step| step.minutes() <= length);
    fitting.or(known().next()).copied().unwrap_or(step(TickUnit::Day, 1))
}

impl TickStep {
    /// About how long it is.
    pub(super) fn minutes(&self) -> Minutes {
        self.unit.naming().length * f64::from(self.count)
    }

    /// The form of its words.
    pub(super) fn form(&self) -> TickForm {
        self.unit.naming().tick
    }

    /// Every tick of `coarse` is one of its own too. Weeks divide nothing.
    fn divides(&self, coarse: &TickStep) -> bool {
        match (self.unit, coarse.unit) {
            (fine, unit) if fine == unit => coarse.count % self.count == 0,
            (TickUnit::Day, _) => self.count == 1,
            (fine, unit) => fine < unit,
        }
    }

    /// The last of its ticks at or before an instant. Weeks begin on `weekday`.
    pub(super) fn floor(&self, instant: Minutes, weekday: Weekday) -> Minutes {
        let count = self.count;
        let (day, minute) = day_and_minute(instant);
        match self.unit {
            TickUnit::Minute => midnight(day) + f64::from(i32::from(minute) / count * count),
            TickUnit::Day if count == 7 => {
                let since = (day.weekday().days_from_monday() - weekday.days_from_monday()).rem_euclid(7);
                midnight(day.plus_days(-since))
            }
            TickUnit::Day => midnight(Day::from_days(day.days().div_euclid(count).saturating_mul(count))),
            TickUnit::Month => {
                let months = (day.month() as i32 - 1) / count * count;
                midnight(first_of_month(day.year(), months as u32 + 1, day))
            }
            TickUnit::Year => midnight(first_of_month(year_tick_at_or_before(day.year(), count), 1, day)),
        }
    }

    /// The tick after a tick.
    pub(super) fn next(&self, tick: Minutes) -> Minutes {
        let (day, _) = day_and_minute(tick);
        match self.unit {
            TickUnit::Minute => tick + f64::from(self.count),
            TickUnit::Day => tick + f64::from(self.count) * DAY,
            TickUnit::Month => midnight(day.plus_months(self.count)),
            TickUnit::Year => midnight(first_of_month(next_year_tick(day.year(), self.count), 1, day)),
        }
    }

    /// Its ticks from the last at or before `start` to the last before `end`; at most `limit`.
    pub(super) fn ticks(&self, start: Minutes, end: Minutes, weekday: Weekday, limit: usize) -> Vec<Minutes> {
        let mut ticks = Vec::new();
        let mut tick = self.floor(start, weekday);
        while tick < end && ticks.len() < limit {
            ticks.push(tick);
            let next = self.next(tick);
            if next <= tick {
                break;
            }
            tick = next;
        }
        ticks
    }
}

fn first_of_month(year: i32, month: u32, otherwise: Day) -> Day {
    Day::from_ymd(year, month, 1).unwrap_or(otherwise)
}

/// Years are named from 1 on either way: steps of 100 fall on 200 BC, 100 BC, 1, 100, 200. In astronomical years (1 BC is 0) that is -199, -99, 1, 100.
fn year_tick_at_or_before(year: i32, count: i32) -> i32 {
    if year >= count {
        return year / count * count;
    }
    if year >= 1 {
        return 1;
    }
    let before_christ = 1 - year;
    1 - (before_christ + count - 1) / count * count
}

fn next_year_tick(year: i32, count: i32) -> i32 {
    let next = match year {
        year if year >= count => year + count,
        1 => count,
        year => {
            let before_christ = 1 - year - count;
            if before_christ > 0 { 1 - before_christ } else { 1 }
        }
    };
    // Only where the step is one year are 1 and the step the same.
    if next > year { next } else { year + count }
}

/// The label of an instant.
pub(super) fn label(instant: Minutes, form: TickForm) -> TickLabel {
    let moment = moment_at(instant);
    let minute = moment.minute.filter(|_| form == TickForm::Minute);
    TickLabel { moment: Moment { minute, ..moment }, form }
}
