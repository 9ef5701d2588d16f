//! Slots: what a word's class says about the time that a pattern speaks of.
//!
//! In: a [`Field`] and a word's number. Out: fields set. It must never learn which language the word is from.

use super::dated::{Modifier, Signal};
use super::kind::TextKind;
use super::meaning::{Base, DayPart, PartOf, RelativeTo, TimePoint, TimeUnit, Vague};
use super::said::Said;
use crate::language::field::Field;

/// The modifiers in the order of their numbers in language files.
pub(super) const MODIFIERS: [Modifier; 12] = [
    Modifier::Before,
    Modifier::After,
    Modifier::OnOrBefore,
    Modifier::OnOrAfter,
    Modifier::LessThan,
    Modifier::MoreThan,
    Modifier::EqualOrLess,
    Modifier::EqualOrMore,
    Modifier::Start,
    Modifier::Mid,
    Modifier::End,
    Modifier::Approx,
];

/// The signals in the order of their numbers in language files.
const SIGNALS: [Signal; 11] = [
    Signal::At,
    Signal::Since,
    Signal::Until,
    Signal::By,
    Signal::Before,
    Signal::After,
    Signal::From,
    Signal::To,
    Signal::Between,
    Signal::For,
    Signal::Within,
];

/// Writes a word's number into the fields.
pub(super) fn fill(field: Field, value: i32, fields: &mut Said) {
    let small = u8::try_from(value).ok();
    let place = usize::try_from(value).unwrap_or(usize::MAX);
    match field {
        Field::Number if fields.number.is_none() => fields.number = Some(value),
        Field::Number => fields.more = Some((value, TimeUnit::Period)),
        Field::Some => fields.some = true,
        Field::Unit => match (fields.unit, &mut fields.more) {
            (Some(_), Some((_, unit))) => *unit = unit_of(value),
            _ => fields.unit = Some(unit_of(value)),
        },
        Field::Ordinal | Field::OrdinalWord => fields.ordinal = i16::try_from(value).ok(),
        Field::Step => fields.step = i8::try_from(value).ok(),
        Field::Direction => fields.direction = i8::try_from(value).ok(),
        Field::From => fields.from = if value == 1 { RelativeTo::Text } else { RelativeTo::Published },
        Field::Vague => fields.vague = [Vague::Past, Vague::Present, Vague::Future].get(place).copied(),
        Field::Modifier => fields.modifier = MODIFIERS.get(place).copied(),
        Field::Signal => fields.signal = SIGNALS.get(place).copied(),
        Field::Meridiem => fields.meridiem = small,
        Field::Hour => fields.hour = small,
        Field::Minute => fields.minute = small,
        Field::Clock => {
            (fields.hour, fields.minute) = (u8::try_from(value / 60).ok(), u8::try_from(value % 60).ok());
        }
        Field::Offset => fields.offset = i16::try_from(value).ok(),
        Field::Era => fields.era = i8::try_from(value).ok(),
        Field::AsOrdinal => {
            fields.ordinal = fields.number.take().and_then(|number| i16::try_from(number / 100).ok());
        }
        Field::AndHalf => fields.number = fields.number.map(|number| number.saturating_add(50)),
        Field::Kind => {
            let kinds = [TextKind::News, TextKind::Message, TextKind::Narrative];
            fields.kinds |= kinds.get(place).map_or(0, |kind| kind.bit());
        }
        _ => fill_point(field, value, &mut fields.point),
    }
}

/// The same for what a place on the time line is told by.
fn fill_point(field: Field, value: i32, point: &mut TimePoint) {
    let small = u8::try_from(value).ok();
    match field {
        Field::Month => point.month = small,
        Field::Day => point.day = small,
        Field::Weekday => point.weekday = small,
        Field::Season => point.part = small.map(|number| (PartOf::Season, number)),
        Field::Quarter => point.part = small.map(|number| (PartOf::Quarter, number)),
        Field::Half => point.part = small.map(|number| (PartOf::Half, number)),
        Field::Weekend => point.part = Some((PartOf::Weekend, 0)),
        Field::DayPart => point.daypart = small.and_then(|place| DayPart::ALL.get(usize::from(place)).copied()),
        Field::Holiday => point.holiday = u16::try_from(value).ok(),
        Field::Year => point.base = Base::Year(value),
        Field::ShortYear => point.base = small.map_or(Base::Open, Base::ShortYear),
        Field::AsDecade => {
            point.base = match point.base {
                // "the 1800s" are a century.
                Base::Year(year) if year % 100 == 0 && year != 2000 => Base::Century(year / 100 + 1),
                Base::Year(year) => Base::Decade(year - year.rem_euclid(10)),
                Base::ShortYear(year) => Base::Decade(i32::from(year - year % 10)),
                other => other,
            }
        }
        Field::Decade => point.base = Base::Decade(value),
        Field::Century => point.base = Base::Century(value),
        Field::Zone => point.zone = i16::try_from(value).ok(),
        _ => {}
    }
}
fn unit_of(value: i32) -> TimeUnit {
    usize::try_from(value).ok().and_then(|place| TimeUnit::ALL.get(place).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::field;

    #[test]
    fn values_stand_in_the_order_of_their_names() {
        assert_eq!(field::MODIFIERS.split(' ').count(), MODIFIERS.len());
        assert_eq!(field::SIGNALS.split(' ').count(), SIGNALS.len());
        for (name, unit) in [("second", TimeUnit::Second), ("season", TimeUnit::Season), ("period", TimeUnit::Period)] {
            assert_eq!(Field::Unit.value_named(name).map(unit_of), Some(unit), "{name}");
        }
        assert_eq!(Modifier::OnOrAfter.name(), "ON_OR_AFTER");
    }
}
