//! Symbols: what patterns are made of. Every language has those for numbers of all kinds and for unknown words; its file adds its own.
//!
//! In: nothing. Out: the built-in symbols' names in language files, the fields they fill, their numbers. It must never learn how they are
//! recognised.

use super::field::Field;

/// What patterns are made of: a class, a literal, the label of another pattern.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Symbol {
    /// A word or sign in quotes, not a class: "day" beside the class `day`.
    pub(crate) literal: bool,
    pub(crate) field: Field,
    /// Some pattern names it.
    pub(crate) used: bool,
    /// The levels that have a pattern beginning with it, as bits.
    pub(crate) starts: u16,
    /// A pattern can only speak of time when it holds such a symbol: months yes, "the" no.
    pub(crate) trigger: bool,
    /// How long a literal is, in bytes.
    pub(crate) length: u16,
}

/// That a word is in a class, and as what: "January" is in `month` as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct ClassEntry {
    pub(crate) symbol: u16,
    pub(crate) value: i32,
    /// Only when written with a capital: "May".
    pub(crate) capital: bool,
}

macro_rules! built_in {
    ($($constant:ident $name:literal $field:ident;)*) => {
        /// The built-in symbols in the order of their numbers; number 0 is no symbol.
        pub(crate) const BUILT_IN: &[(&str, Field)] = &[("", Field::None), $(($name, Field::$field)),*];
        built_in!(@number 1; $($constant)*);
    };
    (@number $number:expr; $constant:ident $($rest:ident)*) => {
        pub(crate) const $constant: u16 = $number;
        built_in!(@number $number + 1; $($rest)*);
    };
    (@number $number:expr;) => {};
}

built_in! {
    N "n" Number;
    DAY "day" Day;
    MONTH_NUMBER "monthnumber" Month;
    YEAR "year" Year;
    SHORT_YEAR "yy" ShortYear;
    HOUR "hour" Hour;
    MINUTE "minute" Minute;
    HHMM "hhmm" Clock;
    CLOCK "clock" Clock;
    DOT_CLOCK "dotclock" Clock;
    DECIMAL "decimal" Number;
    ORDINAL "ordinal" Ordinal;
    DAY_TH "dayth" Day;
    CAPITAL "capital" None;
    LOWER "lower" None;
    NUMERAL "numeral" Number;
    DASH "dash" None;
    OTHER "other" None;
    BIG_YEAR "bigyear" Year;
    MODERN_YEAR "modernyear" Year;
    NTH_DAY "nthday" Day;
    DECADE "decadeyy" ShortYear;
    DECADE_YEAR "decadeyear" Year;
}
