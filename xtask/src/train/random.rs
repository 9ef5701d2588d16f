//! Chance that can be repeated: the same seed gives the same training.
//!
//! In: a seed. Out: numbers. (SplitMix64: one word of state, which a checkpoint keeps.)

/// The state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to but without 1.
    pub(crate) fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// True with this probability.
    pub(crate) fn chance(&mut self, probability: f32) -> bool {
        self.share() < probability
    }

    /// From 0 up to but without `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// Puts the items into another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// Zeros with this probability, else what makes up for them.
    pub(crate) fn mask(&mut self, length: usize, probability: f32) -> Vec<f32> {
        let keep = 1.0 / (1.0 - probability);
        (0..length).map(|_| if self.chance(probability) { 0.0 } else { keep }).collect()
    }
}
