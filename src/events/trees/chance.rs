//! The probability that an entry is right, from how it was made.
//!
//! In: features of an entry's making. Out: a number from 0 to 1. It must never learn a word of the text.
//!
//! A logistic model: the weights below are added up where their feature holds, and `1 / (1 + exp(-sum))` is the probability.

use super::gate::Faults;

/// How an entry was made.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Making {
    pub(super) faults: Faults,
    pub(super) lead: bool,
    pub(super) opening: bool,
    pub(super) news: bool,
    pub(super) headline: bool,
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
    pub(super) not_finite: bool,
    pub(super) habit: bool,
    pub(super) quoted: bool,
    pub(super) first_person: bool,
    pub(super) inner: bool,
    pub(super) names: bool,
    pub(super) figure: bool,
    pub(super) through: bool,
    pub(super) report: bool,
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

/// The features in the order of the weights.
pub(super) fn features(making: &Making) -> [f32; COUNT] {
    let number = |holds: bool| if holds { 1.0 } else { 0.0 };
    [
        1.0,
        number(making.lead),
        number(making.opening),
        number(making.news),
        number(making.headline),
        number(making.stated),
        number(making.assumed),
        number(making.day),
        number(making.since),
        number(making.open),
        number(making.planned),
        number(making.strong),
        number(making.speech),
        number(making.state),
        number(making.weak),
        number(making.present),
        number(making.not_finite),
        number(making.habit),
        number(making.quoted),
        number(making.first_person),
        number(making.inner),
        number(making.names),
        number(making.figure),
        number(making.through),
        number(making.report),
        number(making.noun),
        number(making.companion),
        number(making.compares),
        number(making.faults.definite),
        number(making.faults.verbatim),
        number(making.faults.unsure),
        number(making.faults.long),
        number(making.restricts),
        number(making.slogan),
        making.place,
        making.sure,
    ]
}

const COUNT: usize = 36;

/// The weights, in the order of the features.
const WEIGHTS: [f32; COUNT] = [
    1.97, -0.05, -0.14, -0.24, 0.00, 0.21, -0.24, -0.13, 0.10, -0.51, 0.12, 0.58, 0.13, -0.12, 0.08, 0.07, 0.00, 0.00,
    0.00, 0.00, 0.06, 0.19, -0.08, -0.10, 0.00, 0.16, 0.02, 0.08, -0.71, 0.02, 0.00, 0.09, 0.13, -0.22, 0.02, 0.11,
];

/// The probability that an entry is right.
pub(super) fn chance(making: &Making) -> f32 {
    let sum: f32 = features(making).iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
