//! The few functions of numbers that the network needs, made of additions, multiplications and divisions alone.
//!
//! In: numbers. Out: numbers, to the last bit the same on every machine and in wasm, which the standard library's `tanh` and `exp` are not.
//! It must never learn what they are good for. The trainer uses the very same functions, so that nothing is learned that the parser does not do.

use crate::base::order::between;

/// The hyperbolic tangent, off by less than 0.0001: a continued fraction up to where it reaches 1.
#[inline]
pub fn tanh(x: f32) -> f32 {
    let x = between(x, -4.97, 4.97);
    let square = x * x;
    let above = x * (135_135.0 + square * (17_325.0 + square * (378.0 + square)));
    let below = 135_135.0 + square * (62_370.0 + square * (3_150.0 + square * 28.0));
    between(above / below, -1.0, 1.0)
}

/// The logistic function, from 0 to 1.
#[inline]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// e to the power of `x`, for `x` from -87 to 87 (others are taken as these), off by less than a millionth of itself.
#[inline]
pub fn exp(x: f32) -> f32 {
    let power = between(x, -87.0, 87.0) * std::f32::consts::LOG2_E;
    // The cast rounds towards zero, so shift to positive first: whole <= power < whole + 1.
    let whole = (power + 128.0) as i32 - 128;
    let rest = (power - whole as f32) * std::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest * (1.0 / 720.0))))));
    series * f32::from_bits(((whole + 127) as u32) << 23)
}

/// Turns scores into shares that add up to 1.
pub fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - highest);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_are_close_to_the_real_ones() {
        for step in -900..900 {
            let x = step as f32 / 100.0;
            assert!((tanh(x) - x.tanh()).abs() < 1e-4, "tanh {x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-4, "sigmoid {x}");
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "exp {x}");
        }
        assert!(tanh(f32::INFINITY) > 0.9998 && tanh(f32::NEG_INFINITY) < -0.9998);
    }

    #[test]
    fn shares_add_up_to_one() {
        let mut scores = [1.0, 2.0, 300.0, -5.0];
        softmax(&mut scores);
        assert!((scores.iter().sum::<f32>() - 1.0).abs() < 1e-6 && scores[2] > 0.99, "{scores:?}");
        softmax(&mut []);
    }
}
