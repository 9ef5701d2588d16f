//! Slots: what a word's class says about the time that a pattern speaks of.
//!
//! In: a slot's kind and a word's number. Out: fields set. It must never learn which language the word is from.

use super::dated::{Modifier, Signal};
use super::fields::Fields;
use super::meaning::{Base, DayPart, From, PartOf, Point, TextKind, Unit, Vague};

/// What the words of a class fill in. The names are those of the language files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are those of the fields")]
pub(super) enum Field {
    #[default]
    None,
    /// In hundredths, as all numbers of units.
    Number,
    /// A word for an unknown number.
    Some,
    Unit,
    Ordinal,
    /// A spelled number that joins with others before patterns see it: below 100 / 100, 1000 .. / "and" inside.
    Numeral,
    Scale,
    /// A spelled ordinal: "third".
    OrdinalWord,
    /// What makes an ordinal of digits: "th".
    OrdinalEnding,
    Month,
    Day,
    Weekday,
    Season,
    Quarter,
    Half,
    Weekend,
    DayPart,
    Holiday,
    Year,
    ShortYear,
    /// Makes a decade of the year before it.
    AsDecade,
    Decade,
    Century,
    Step,
    Direction,
    From,
    Vague,
    Modifier,
    Signal,
    Meridiem,
    Hour,
    Minute,
    /// Minutes since midnight.
    Clock,
    /// Minutes to add to the hour: 30, -15.
    Offset,
    Zone,
    Era,
    /// Makes the number an ordinal: "Q3".
    AsOrdinal,
    /// Adds half a unit: "and a half".
    AndHalf,
    /// A cue for the direction of a clause: -1 past, 1 future, 2 and more see `tense`.
    Cue,
    /// The kind of text a mention is only found in.
    Kind,
}

/// The fields' names in language files, in the order of [`FIELDS`]: one text, as all lists of names here, because a table of slices weighs twice
/// as much.
const NAMES: &str = "\
    none number some unit ordinal numeral scale ordinalword ordinalending month day weekday season quarter half \
    weekend daypart holiday year shortyear asdecade decade century step direction from vague mod signal meridiem \
    hour minute clock offset zone era asordinal andhalf cue kind";

const FIELDS: [Field; 40] = [
    Field::None,
    Field::Number,
    Field::Some,
    Field::Unit,
    Field::Ordinal,
    Field::Numeral,
    Field::Scale,
    Field::OrdinalWord,
    Field::OrdinalEnding,
    Field::Month,
    Field::Day,
    Field::Weekday,
    Field::Season,
    Field::Quarter,
    Field::Half,
    Field::Weekend,
    Field::DayPart,
    Field::Holiday,
    Field::Year,
    Field::ShortYear,
    Field::AsDecade,
    Field::Decade,
    Field::Century,
    Field::Step,
    Field::Direction,
    Field::From,
    Field::Vague,
    Field::Modifier,
    Field::Signal,
    Field::Meridiem,
    Field::Hour,
    Field::Minute,
    Field::Clock,
    Field::Offset,
    Field::Zone,
    Field::Era,
    Field::AsOrdinal,
    Field::AndHalf,
    Field::Cue,
    Field::Kind,
];

/// The modifiers in the order of their numbers, with TIMEX3's names.
pub(super) const MODIFIERS: [(&str, Modifier); 12] = [
    ("BEFORE", Modifier::Before),
    ("AFTER", Modifier::After),
    ("ON_OR_BEFORE", Modifier::OnOrBefore),
    ("ON_OR_AFTER", Modifier::OnOrAfter),
    ("LESS_THAN", Modifier::LessThan),
    ("MORE_THAN", Modifier::MoreThan),
    ("EQUAL_OR_LESS", Modifier::EqualOrLess),
    ("EQUAL_OR_MORE", Modifier::EqualOrMore),
    ("START", Modifier::Start),
    ("MID", Modifier::Mid),
    ("END", Modifier::End),
    ("APPROX", Modifier::Approx),
];

const SIGNALS: [(&str, Signal); 11] = [
    ("at", Signal::At),
    ("since", Signal::Since),
    ("until", Signal::Until),
    ("by", Signal::By),
    ("before", Signal::Before),
    ("after", Signal::After),
    ("from", Signal::From),
    ("to", Signal::To),
    ("between", Signal::Between),
    ("for", Signal::For),
    ("within", Signal::Within),
];

const UNITS: &str =
    "second minute hour day weekend week fortnight month quarter season year decade century millennium period";
const DAYPARTS: &str = "morning midday afternoon evening night daytime";
const VAGUES: &str = "past present future";
const FROMS: &str = "published text";
const KINDS: &str = "news message narrative";

impl Field {
    /// The field with this name in language files.
    pub(super) fn named(name: &str) -> Option<Field> {
        place_in(NAMES, name).and_then(|place| FIELDS.get(place).copied())
    }

    /// The number of a value that language files write as a name: `unit=week`, `mod=START`.
    pub(super) fn value_named(self, name: &str) -> Option<i32> {
        let place = |names| place_in(names, name);
        let number = match self {
            Field::Unit => place(UNITS),
            Field::DayPart => place(DAYPARTS),
            Field::Vague => place(VAGUES),
            Field::From => place(FROMS),
            Field::Kind => place(KINDS),
            Field::Modifier => MODIFIERS.iter().position(|(known, _)| *known == name),
            Field::Signal => SIGNALS.iter().position(|(known, _)| *known == name),
            _ => None,
        };
        number.and_then(|number| i32::try_from(number).ok())
    }

    /// Whether a word of such a class can by itself make a pattern speak of time.
    pub(super) fn is_trigger(self) -> bool {
        !matches!(
            self,
            Field::None
                | Field::Some
                | Field::Ordinal
                | Field::OrdinalWord
                | Field::OrdinalEnding
                | Field::Step
                | Field::From
                | Field::Modifier
                | Field::Signal
                | Field::Number
                | Field::Numeral
                | Field::Scale
                | Field::Era
                | Field::Zone
                | Field::AndHalf
                | Field::AsOrdinal
                | Field::Cue
                | Field::Kind
        )
    }

    /// Writes a word's number into the fields.
    pub(super) fn fill(self, value: i32, fields: &mut Fields) {
        let small = u8::try_from(value).ok();
        let place = usize::try_from(value).unwrap_or(usize::MAX);
        match self {
            Field::Number if fields.number.is_none() => fields.number = Some(value),
            Field::Number => fields.more = Some((value, Unit::Period)),
            Field::Some => fields.some = true,
            Field::Unit => match (fields.unit, &mut fields.more) {
                (Some(_), Some((_, unit))) => *unit = unit_of(value),
                _ => fields.unit = Some(unit_of(value)),
            },
            Field::Ordinal | Field::OrdinalWord => fields.ordinal = i16::try_from(value).ok(),
            Field::Step => fields.step = i8::try_from(value).ok(),
            Field::Direction => fields.direction = i8::try_from(value).ok(),
            Field::From => fields.from = if value == 1 { From::Text } else { From::Published },
            Field::Vague => fields.vague = [Vague::Past, Vague::Present, Vague::Future].get(place).copied(),
            Field::Modifier => fields.modifier = MODIFIERS.get(place).map(|(_, modifier)| *modifier),
            Field::Signal => fields.signal = SIGNALS.get(place).map(|(_, signal)| *signal),
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
            _ => self.fill_point(value, &mut fields.point),
        }
    }

    /// The same for what a place on the time line is told by.
    fn fill_point(self, value: i32, point: &mut Point) {
        let small = u8::try_from(value).ok();
        match self {
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
}

fn place_in(names: &str, name: &str) -> Option<usize> {
    names.split(' ').position(|known| known == name)
}

fn unit_of(value: i32) -> Unit {
    usize::try_from(value).ok().and_then(|place| Unit::ALL.get(place).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_the_fields() {
        assert_eq!(NAMES.split(' ').count(), FIELDS.len());
        assert!(FIELDS.iter().enumerate().all(|(place, field)| *field as usize == place));
        assert_eq!(Field::named("none"), Some(Field::None));
        assert_eq!(Field::named("step"), Some(Field::Step));
        assert_eq!(Field::named("cue"), Some(Field::Cue));
    }
}
