//! Fields: what a word's class says about the time that a pattern speaks of, by the names that language files use.
//!
//! In: names. Out: [`Field`]s and the numbers of their named values. It must never learn what a field does to a date: `temporal` fills them in.

/// What the words of a class fill in. The names are those of the language files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are those of the fields")]
pub(crate) enum Field {
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
    /// A cue for the direction of a clause: -1 past, 1 future, 2 and more see `temporal::tense`.
    Cue,
    /// The kind of text a mention is only found in.
    Kind,
    /// Joins the parts of a spelled number: "two hundred AND six".
    NumberAnd,
}

/// The fields' names in language files, in the order of [`FIELDS`]: one text, as all lists of names here, because a table of slices weighs twice
/// as much.
const NAMES: &str = "\
    none number some unit ordinal numeral scale ordinalword ordinalending month day weekday season quarter half \
    weekend daypart holiday year shortyear asdecade decade century step direction from vague mod signal meridiem \
    hour minute clock offset zone era asordinal andhalf cue kind numberand";

const FIELDS: [Field; 41] = [
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
    Field::NumberAnd,
];

/// TIMEX3's names for modifiers, in the order of their numbers.
pub(crate) const MODIFIERS: &str =
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX";
/// Signals, in the order of their numbers.
pub(crate) const SIGNALS: &str = "at since until by before after from to between for within";
const UNITS: &str =
    "second minute hour day weekend week fortnight month quarter season year decade century millennium period";
const DAYPARTS: &str = "morning midday afternoon evening night daytime";
const VAGUES: &str = "past present future";
const FROMS: &str = "published text";
const KINDS: &str = "news message narrative";

impl Field {
    /// The field with this name in language files.
    pub(crate) fn named(name: &str) -> Option<Field> {
        place_in(NAMES, name).and_then(|place| FIELDS.get(place).copied())
    }

    /// The number of a value that language files write as a name: `unit=week`, `mod=START`.
    pub(crate) fn value_named(self, name: &str) -> Option<i32> {
        let names = match self {
            Field::Unit => UNITS,
            Field::DayPart => DAYPARTS,
            Field::Vague => VAGUES,
            Field::From => FROMS,
            Field::Kind => KINDS,
            Field::Modifier => MODIFIERS,
            Field::Signal => SIGNALS,
            _ => return None,
        };
        place_in(names, name).and_then(|number| i32::try_from(number).ok())
    }

    /// Whether a word of such a class can by itself make a pattern speak of time.
    pub(crate) fn is_trigger(self) -> bool {
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
                | Field::NumberAnd
        )
    }
}

fn place_in(names: &str, name: &str) -> Option<usize> {
    names.split(' ').position(|known| known == name)
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
