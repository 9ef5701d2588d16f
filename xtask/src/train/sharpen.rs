//! How sure the network may be: by how much its scores are multiplied so that their shares are what they say.
//!
//! In: rows of scores, each with what is right. Out: the factor under which what is right is least surprising. It must never learn what the scores are for.

/// Rows of scores of one kind, with the place of what is right in each.
#[derive(Default)]
pub(crate) struct Rows(Vec<(Vec<f32>, usize)>);

impl Rows {
    /// Adds a row.
    pub(crate) fn add(&mut self, scores: &[f32], right: usize) {
        self.0.push((scores.to_vec(), right));
    }

    /// The best factor, in hundredths from 0.3 to 2.
    pub(crate) fn sharpness(&self) -> f32 {
        let factors = (30..=200).step_by(2).map(|hundredths| hundredths as f32 / 100.0);
        let surprises = factors.map(|factor| (factor, self.surprise(factor)));
        surprises.min_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(1.0, |(factor, _)| factor)
    }

    fn surprise(&self, factor: f32) -> f64 {
        let of_row = |(scores, right): &(Vec<f32>, usize)| {
            let highest = scores.iter().copied().fold(f32::MIN, f32::max);
            let sum: f64 = scores.iter().map(|score| f64::from((score - highest) * factor).exp()).sum();
            sum.ln() - f64::from((scores[*right] - highest) * factor)
        };
        self.0.iter().map(of_row).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores that claim 98 % and are right three times in four.
    #[test]
    fn whoever_is_too_sure_is_dulled() {
        let mut rows = Rows::default();
        for n in 0..100 {
            rows.add(&[4.0, 0.0], usize::from(n % 4 == 0));
        }
        let share = 1.0 / (1.0 + (-4.0 * rows.sharpness()).exp());
        assert!((share - 0.75).abs() < 0.03, "{share}");
    }
}
