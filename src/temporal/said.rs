//! What the words of one pattern have said so far, on the way to a meaning.
//!
//! In: slots filled word by word, and the fields of patterns inside. Out: a [`Meaning`]. It must never learn when the text was published.

use super::dated::{Modifier, Signal};
use super::meaning::{Amount, Base, Duration, Meaning, PartOf, Recurrence, RelativeTo, TimePoint, TimeUnit, Vague};
use crate::language::pattern::Make;

/// What the words of one pattern have said so far: filled slot by slot, then turned into a [`Meaning`].
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Said {
    /// The place in time.
    pub point: TimePoint,
    /// A unit.
    pub unit: Option<TimeUnit>,
    /// A number of units, in hundredths.
    pub number: Option<i32>,
    /// Words for a number that is not known: "several".
    pub some: bool,
    /// A second number and unit.
    pub more: Option<(i32, TimeUnit)>,
    /// "second", "last": which one.
    pub ordinal: Option<i16>,
    /// -1 last, 0 this, 1 next.
    pub step: Option<i8>,
    /// -1 ago, 1 later.
    pub direction: Option<i8>,
    /// What it is counted from.
    pub from: RelativeTo,
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

impl Said {
    /// What the fields mean when the pattern makes `make`; `None` when they are not enough.
    pub(super) fn meaning(&self, make: Make) -> Option<Meaning> {
        match make {
            Make::Point => self.to_point().map(Meaning::Point),
            // In "the third day" and "day 3" the number is no amount.
            Make::Length => Some(Meaning::Length(self.to_length())),
            Make::Every => Some(Meaning::Set(Recurrence::Every(self.to_length()))),
            Make::SetAt => self.to_point().map(|point| Meaning::Set(Recurrence::At(point))),
            Make::Vague => self.vague.map(Meaning::Vague),
            Make::Part | Make::Nothing => None,
        }
    }

    fn to_length(self) -> Duration {
        let amount = match self.number {
            Some(number) if !self.some => Amount::Known(number),
            _ => Amount::Unknown,
        };
        // "two to three weeks": the second number has no unit of its own.
        let more = self.more.filter(|(_, unit)| *unit != TimeUnit::Period);
        Duration { amount, unit: self.unit.unwrap_or_default(), more }
    }

    fn to_point(self) -> Option<TimePoint> {
        (self.point != TimePoint::default()).then_some(self.point)
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
                None if point.weekday.is_some() => TimeUnit::Day,
                None if point.month.is_some() => TimeUnit::Month,
                None if point.holiday.is_some() => TimeUnit::Period,
                None => match point.part {
                    Some((PartOf::Weekend, _)) => TimeUnit::Weekend,
                    Some((PartOf::Season, _)) => TimeUnit::Season,
                    Some((PartOf::Quarter | PartOf::Half, _)) => TimeUnit::Quarter,
                    None => TimeUnit::Day,
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
            Some(TimeUnit::Quarter) => point.part = Some((PartOf::Quarter, part)),
            Some(TimeUnit::Century) => point.base = Base::Century(i32::from(ordinal)),
            Some(unit) => point.nth = Some((small, unit)),
            None if matches!(point.part, Some((PartOf::Half, _))) => point.part = Some((PartOf::Half, part)),
            None => point.nth = Some((small, TimeUnit::Day)),
        }
    }

    /// "from 9 to 11 p.m.": both are in the evening, unless that would turn them round ("11 to 1 p.m.").
    pub(super) fn share_meridiem(&mut self, lender: &Said) {
        if self.hour.is_none() || self.meridiem.is_some() || lender.meridiem.is_none() {
            return;
        }
        let clock = Said { meridiem: lender.meridiem, ..*self }.to_clock();
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

/// Brings what an inner mention said into what the words around it say; the words around win.
pub(super) fn merge(outer: &mut Said, inner: &Said) {
    let point = &mut outer.point;
    let from = &inner.point;
    if point.base == Base::Open {
        point.base = from.base;
    }
    point.month = point.month.or(from.month);
    point.day = point.day.or(from.day);
    point.weekday = point.weekday.or(from.weekday);
    point.part = point.part.or(from.part);
    point.nth = point.nth.or(from.nth);
    point.holiday = point.holiday.or(from.holiday);
    point.daypart = point.daypart.or(from.daypart);
    point.clock = point.clock.or(from.clock);
    point.zone = point.zone.or(from.zone);
    // "nine hours and 20 minutes": the finer part of a length.
    if let (Some(_), Some(unit), Some(number), Some(finer)) = (outer.number, outer.unit, inner.number, inner.unit)
        && finer < unit
    {
        outer.more = Some((number, finer));
    }
    if outer.unit.is_none() {
        outer.unit = inner.unit;
    }
    if outer.number.is_none() {
        outer.number = inner.number;
    }
    outer.some |= inner.some;
    outer.more = outer.more.or(inner.more);
    outer.ordinal = outer.ordinal.or(inner.ordinal);
    outer.step = outer.step.or(inner.step);
    outer.direction = outer.direction.or(inner.direction);
    if outer.from == RelativeTo::Published {
        outer.from = inner.from;
    }
    outer.vague = outer.vague.or(inner.vague);
    outer.modifier = outer.modifier.or(inner.modifier);
    outer.signal = outer.signal.or(inner.signal);
    outer.meridiem = outer.meridiem.or(inner.meridiem);
    outer.hour = outer.hour.or(inner.hour);
    outer.minute = outer.minute.or(inner.minute);
    outer.era = outer.era.or(inner.era);
    outer.offset = outer.offset.or(inner.offset);
}
