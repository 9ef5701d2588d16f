//! The symbols that every language has: numbers of all kinds, unknown words.
//!
//! In: nothing. Out: their names in language files, the fields they fill, their numbers. It must never learn how they are recognised.

use super::slot::Field;

/// Symbols that numbers and unknown words stand for without a class line, in the order of the constants below.
pub(super) const BUILT_IN: [(&str, Field); 25] = [
    ("", Field::None),
    ("n", Field::Number),
    ("day", Field::Day),
    ("monthnumber", Field::Month),
    ("year", Field::Year),
    ("yy", Field::ShortYear),
    ("hour", Field::Hour),
    ("minute", Field::Minute),
    ("hhmm", Field::Clock),
    ("clock", Field::Clock),
    ("dotclock", Field::Clock),
    ("decimal", Field::Number),
    ("ordinal", Field::Ordinal),
    ("dayth", Field::Day),
    ("capital", Field::None),
    ("lower", Field::None),
    ("", Field::None),
    ("numeral", Field::Number),
    ("dash", Field::None),
    ("other", Field::None),
    ("bigyear", Field::Year),
    ("modernyear", Field::Year),
    ("nthday", Field::Day),
    ("decadeyy", Field::ShortYear),
    ("decadeyear", Field::Year),
];

pub(super) const N: u16 = 1;
pub(super) const DAY: u16 = 2;
pub(super) const MONTH_NUMBER: u16 = 3;
pub(super) const YEAR: u16 = 4;
pub(super) const SHORT_YEAR: u16 = 5;
pub(super) const HOUR: u16 = 6;
pub(super) const MINUTE: u16 = 7;
pub(super) const HHMM: u16 = 8;
pub(super) const CLOCK: u16 = 9;
pub(super) const DOT_CLOCK: u16 = 10;
pub(super) const DECIMAL: u16 = 11;
pub(super) const ORDINAL: u16 = 12;
pub(super) const DAY_TH: u16 = 13;
pub(super) const CAPITAL: u16 = 14;
pub(super) const LOWER: u16 = 15;
pub(super) const NUMERAL: u16 = 17;
pub(super) const DASH: u16 = 18;
pub(super) const OTHER: u16 = 19;
pub(super) const BIG_YEAR: u16 = 20;
pub(super) const MODERN_YEAR: u16 = 21;
pub(super) const NTH_DAY: u16 = 22;
pub(super) const DECADE: u16 = 23;
pub(super) const DECADE_YEAR: u16 = 24;
