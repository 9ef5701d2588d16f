//! Steps of learning: Adam, with the gradient's length cut.
//!
//! In: weights and their gradient. Out: better weights. It must never learn what the weights do.

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.99;

/// What has been learned of every weight's slopes.
pub(crate) struct Adam {
    pub(crate) mean: Vec<f32>,
    pub(crate) square: Vec<f32>,
    /// What is left of the zeros both began with.
    pub(crate) left: [f32; 2],
}

impl Adam {
    pub(crate) fn new(count: usize) -> Adam {
        Adam { mean: vec![0.0; count], square: vec![0.0; count], left: [1.0; 2] }
    }

    /// One step along `gradient`, which is emptied.
    pub(crate) fn step(&mut self, weights: &mut [f32], gradient: &mut [f32], rate: f32, norm: f32) {
        let mut squares = [0.0f32; 8];
        for eight in gradient.chunks(8) {
            for (sum, slope) in squares.iter_mut().zip(eight) {
                *sum += slope * slope;
            }
        }
        let length = squares.iter().sum::<f32>().sqrt();
        let cut = if length > norm { norm / length } else { 1.0 };
        self.left[0] *= FIRST;
        self.left[1] *= SECOND;
        let rate = rate / (1.0 - self.left[0]);
        let whole = 1.0 / (1.0 - self.left[1]);
        let moments = self.mean.iter_mut().zip(&mut self.square);
        for ((weight, slope), (mean, square)) in weights.iter_mut().zip(gradient).zip(moments) {
            let cut = *slope * cut;
            *mean += (1.0 - FIRST) * (cut - *mean);
            *square += (1.0 - SECOND) * (cut * cut - *square);
            *weight -= rate * *mean / ((*square * whole).sqrt() + 1e-8);
            *slope = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_the_lowest_place() {
        let mut weights = vec![4.0, -3.0];
        let mut adam = Adam::new(2);
        for step in 0..2000 {
            let mut gradient = vec![2.0 * (weights[0] - 1.0), 20.0 * (weights[1] - 2.0)];
            adam.step(&mut weights, &mut gradient, 0.05 * (1.0 - step as f32 / 2000.0), 5.0);
        }
        assert!((weights[0] - 1.0).abs() < 0.01 && (weights[1] - 2.0).abs() < 0.01, "{weights:?}");
    }
}
