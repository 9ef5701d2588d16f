//! The probability that an entry is right, from how it was made.
//!
//! In: features of an entry's making. Out: a number from 0 to 1. It must never learn a word of the text.
//!
//! A logistic model: the weights below are added up where their feature holds, and `1 / (1 + exp(-sum))` is the probability.

use super::gate::Faults;
use crate::syntax::math::sigmoid;

/// How an entry was made.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Making {
    pub(super) faults: Faults,
    pub(super) lead: bool,
    pub(super) opening: bool,
    pub(super) news: bool,
    pub(super) stated: bool,
    pub(super) assumed: bool,
    pub(super) day: bool,
    pub(super) since: bool,
    pub(super) open: bool,
    pub(super) planned: bool,
    pub(super) strong: bool,
    pub(super) speech: bool,
    pub(super) state: bool,
    pub(super) weak: bool,
    pub(super) present: bool,
    pub(super) first_person: bool,
    pub(super) inner: bool,
    pub(super) names: bool,
    pub(super) figure: bool,
    pub(super) through: bool,
    pub(super) noun: bool,
    pub(super) companion: bool,
    pub(super) compares: bool,
    /// A reduced or relative clause that restricts its noun.
    pub(super) restricts: bool,
    /// The headline states no event.
    pub(super) slogan: bool,
    /// 0 for the first paragraph to 1 for the fortieth and later.
    pub(super) place: f32,
    /// How sure the arcs between the date and what it dates are.
    pub(super) sure: f32,
}

/// Below this probability an entry is not in the default view.
pub(in crate::events) const LEAST: f32 = 0.5;

/// The probability that an entry is right.
pub(super) fn chance(making: &Making) -> f32 {
    let sum: f32 = weighed(making).iter().map(|(feature, weight)| feature * weight).sum();
    sigmoid(sum)
}

/// Each feature with its weight. Fitted with L2 = 4 by gradient descent on the 111 entries that pass the gate in one half of the gold timelines (those
/// whose file name has an even CRC-32); `docs/evaluation.md` says how little it tells apart.
fn weighed(making: &Making) -> [(f32, f32); 31] {
    let number = |holds: bool| if holds { 1.0 } else { 0.0 };
    [
        (1.0, 1.94),
        (number(making.lead), 0.07),
        (number(making.opening), 0.08),
        (number(making.news), -0.18),
        (number(making.stated), 0.23),
        (number(making.assumed), -0.18),
        (number(making.day), -0.21),
        (number(making.since), 0.07),
        (number(making.open), -0.33),
        (number(making.planned), 0.12),
        (number(making.strong), 0.60),
        (number(making.speech), 0.01),
        (number(making.state), 0.17),
        (number(making.weak), 0.11),
        (number(making.present), 0.09),
        (number(making.first_person), -0.17),
        (number(making.inner), 0.24),
        (number(making.names), 0.04),
        (number(making.figure), -0.12),
        (number(making.through), -0.11),
        (number(making.noun), 0.05),
        (number(making.companion), 0.05),
        (number(making.compares), 0.18),
        (number(making.faults.definite), -0.43),
        (number(making.faults.verbatim), 0.13),
        (number(making.faults.unsure), -0.21),
        (number(making.faults.long), 0.25),
        (number(making.restricts), 0.14),
        (number(making.slogan), -0.07),
        (making.place, 0.09),
        (making.sure, -0.10),
    ]
}
