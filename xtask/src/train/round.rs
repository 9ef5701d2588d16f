//! Weights as the shipped model has them: whole numbers and a scale.
//!
//! In: weights as floats. Out: the same, rounded, as floats to train with or as whole numbers to write. It must never learn what a part is for.

use super::network::{Network, Part};
use super::settings::Settings;
use article_timeline::syntax::model::{BIAS_STEP, scale};
use article_timeline::syntax::shape::Kind;

/// How far weights are rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rounding {
    pub(crate) row_steps: i8,
    pub(crate) weight_steps: i8,
    pub(crate) reach: f32,
}

impl Rounding {
    pub(crate) fn of(settings: &Settings) -> Rounding {
        Rounding { row_steps: settings.row_steps, weight_steps: settings.weight_steps, reach: settings.reach }
    }
}

/// Replaces every weight by the nearest that the model file can say.
pub(crate) fn round_all(network: &Network, weights: &mut [f32], rounding: Rounding) {
    for part in &network.list {
        round(part, &mut weights[part.range.clone()], rounding);
    }
}

/// One part: the weights become multiples of their scales; returns the scales' numbers, one for a table or for each column of a matrix.
pub(crate) fn round(part: &Part, weights: &mut [f32], rounding: Rounding) -> Vec<u8> {
    let outputs = part.size.outputs;
    match part.size.kind {
        Kind::Bias => {
            weights.iter_mut().for_each(|weight| *weight = nearest(weight.clamp(-31.0, 31.0) / BIAS_STEP) * BIAS_STEP);
            Vec::new()
        }
        Kind::Rows => {
            let mut squares = vec![0.0f32; outputs];
            sum_squares(weights, &mut squares);
            let number = number_of(squares.iter().sum::<f32>(), weights.len(), rounding.row_steps, rounding.reach);
            let (scale, steps) = (scale(number), f32::from(rounding.row_steps));
            weights.iter_mut().for_each(|weight| *weight = nearest((*weight / scale).clamp(-steps, steps)) * scale);
            vec![number]
        }
        Kind::Weights => {
            let mut squares = vec![0.0f32; outputs];
            sum_squares(weights, &mut squares);
            let number = |square: &f32| number_of(*square, part.size.inputs, rounding.weight_steps, rounding.reach);
            let numbers: Vec<u8> = squares.iter().map(number).collect();
            let scales: Vec<f32> = numbers.iter().map(|number| scale(*number)).collect();
            let steps = f32::from(rounding.weight_steps);
            for row in weights.chunks_exact_mut(outputs) {
                for (weight, scale) in row.iter_mut().zip(&scales) {
                    *weight = nearest((*weight / scale).clamp(-steps, steps)) * scale;
                }
            }
            numbers
        }
    }
}

fn sum_squares(weights: &[f32], squares: &mut [f32]) {
    for row in weights.chunks_exact(squares.len()) {
        for (square, weight) in squares.iter_mut().zip(row) {
            *square += weight * weight;
        }
    }
}

/// The number of the smallest scale that lets `steps` of it reach far enough.
fn number_of(squares: f32, count: usize, steps: i8, reach: f32) -> u8 {
    let wanted = reach * (squares / count as f32).sqrt() / f32::from(steps);
    let mut low = 0u8;
    let mut high = u8::MAX;
    while low < high {
        let middle = low + (high - low) / 2;
        if scale(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    low
}

/// The nearest whole number, for numbers that are not large: adding and taking away one and a half times 2^23 leaves no room for fractions.
fn nearest(x: f32) -> f32 {
    (x + 12_582_912.0) - 12_582_912.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_timeline::syntax::shape::Size;

    #[test]
    fn rounded_weights_stay_as_they_are() {
        let rounding = Rounding { row_steps: 3, weight_steps: 7, reach: 2.8 };
        for kind in [Kind::Rows, Kind::Weights, Kind::Bias] {
            let part = Part { size: Size { kind, inputs: 8, outputs: 8 }, range: 0..64 };
            let weights: Vec<f32> = (0..64).map(|n| ((n * 37 % 64) as f32 - 31.5) / 40.0).collect();
            let mut rounded = weights.clone();
            let numbers = round(&part, &mut rounded, rounding);
            assert_eq!(numbers.len(), [1, 8, 0][kind as usize]);
            let widest = match kind {
                Kind::Bias => BIAS_STEP,
                _ => numbers.iter().map(|number| scale(*number)).fold(0.0, f32::max),
            };
            assert!(weights.iter().zip(&rounded).all(|(a, b)| (a - b).abs() <= widest * 0.51), "{kind:?}");
            assert!(rounded.iter().any(|weight| *weight != 0.0));
        }
    }
}
