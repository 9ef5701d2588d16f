//! Lengths on the page: CSS pixels in steps of a half.
//!
//! In: numbers. Out: positions that land on the device's pixels and SVG path data, written with integers only (formatting floats costs 21 kB of
//! wasm). It must never learn what is drawn.

use core::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A length or position in CSS pixels, a whole number of half pixels.
///
/// ```
/// use article_timeline::layout::px::Px;
/// assert_eq!(Px::from_f64(10.3).css(), "10.5px");
/// assert_eq!((Px::from_px(3) - Px::HALF).css(), "2.5px");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Px(i32);

/// Beyond this nothing is drawn, so positions are cut here and sums of a few of them stay far from the limits of `i32`.
const FAR: f64 = 100_000_000.0;

impl Px {
    /// No length.
    pub const ZERO: Px = Px(0);
    /// Half a pixel.
    pub const HALF: Px = Px(1);

    /// Whole pixels.
    pub const fn from_px(pixels: i32) -> Px {
        Px(pixels.saturating_mul(2))
    }

    /// A number of half pixels.
    pub const fn from_halves(halves: i32) -> Px {
        Px(halves)
    }

    /// The nearest half pixel; 0 for NaN, cut at ±50 million px.
    pub fn from_f64(pixels: f64) -> Px {
        let halves = if pixels.is_nan() { 0.0 } else { pixels * 2.0 };
        // `floor` of the value and a half rounds the same way on both sides of 0.
        Px((crate::base::order::between(halves, -FAR, FAR) + 0.5).floor() as i32)
    }

    /// The number of half pixels.
    pub const fn halves(self) -> i32 {
        self.0
    }

    /// In CSS pixels.
    pub fn to_f64(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    /// Half of it, rounded down to a half pixel.
    pub fn half(self) -> Px {
        Px(self.0.div_euclid(2))
    }

    /// So many times as long.
    pub fn times(self, factor: i32) -> Px {
        Px(self.0.saturating_mul(factor))
    }

    /// Value of a CSS property: `12.5px`.
    pub fn css(self) -> String {
        let mut text = String::new();
        self.push_to(&mut text);
        text.push_str("px");
        text
    }

    /// Writes it without a unit, as path data has it: `12.5`.
    pub fn push_to(self, text: &mut String) {
        push_quarters(text, self.0.saturating_mul(2));
    }
}

/// Writes a number of quarter pixels: outlines of 1.5 px stand on them.
pub(crate) fn push_quarters(text: &mut String, quarters: i32) {
    if quarters < 0 {
        text.push('-');
    }
    let quarters = quarters.unsigned_abs();
    push_integer(quarters / 4, text);
    text.push_str(match quarters % 4 {
        0 => "",
        1 => ".25",
        2 => ".5",
        _ => ".75",
    });
}

fn push_integer(number: u32, text: &mut String) {
    if number >= 10 {
        push_integer(number / 10, text);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

// Never inlined: to saturate takes thirty bytes of wasm, at a hundred places (docs/size.md).
impl Add for Px {
    type Output = Px;
    #[inline(never)]
    fn add(self, other: Px) -> Px {
        Px(self.0.saturating_add(other.0))
    }
}

impl Sub for Px {
    type Output = Px;
    #[inline(never)]
    fn sub(self, other: Px) -> Px {
        Px(self.0.saturating_sub(other.0))
    }
}

impl Neg for Px {
    type Output = Px;
    fn neg(self) -> Px {
        Px(self.0.saturating_neg())
    }
}

impl AddAssign for Px {
    fn add_assign(&mut self, other: Px) {
        *self = *self + other;
    }
}

impl SubAssign for Px {
    fn sub_assign(&mut self, other: Px) {
        *self = *self - other;
    }
}

/// Writes path data: a letter, then its numbers parted by spaces.
pub(crate) fn push_command(d: &mut String, letter: char, numbers: &[Px]) {
    d.push(letter);
    for (position, number) in numbers.iter().enumerate() {
        if position > 0 {
            d.push(' ');
        }
        number.push_to(d);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_halves() {
        let written = |halves: i32| {
            let mut text = String::new();
            Px::from_halves(halves).push_to(&mut text);
            text
        };
        assert_eq!([0, 1, 2, -1, -3, 2005].map(written), ["0", "0.5", "1", "-0.5", "-1.5", "1002.5"]);
    }

    #[test]
    fn rounding_is_even_around_zero_and_nothing_overflows() {
        assert_eq!(Px::from_f64(-0.3), Px::from_halves(-1));
        assert_eq!(Px::from_f64(f64::NAN), Px::ZERO);
        assert_eq!(Px::from_f64(f64::INFINITY).to_f64(), 50_000_000.0);
        assert_eq!(Px::from_px(i32::MAX) + Px::HALF, Px::from_px(i32::MAX));
    }
}
