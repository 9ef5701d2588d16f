//! Ranking: what an editor would print first, and how much.
//!
//! In: drafts and groups. Out: weights from 0 to 1, and which groups stay.
//! It must never learn what stands in the text beyond a draft's traits.

use super::draft::Draft;
use super::merge::EventGroup;
use super::{Certainty, Status};
use crate::base::date::{Bound, Precision};
use crate::base::list::List;
use crate::language::class;

/// One entry for so many words, the dated ones.
const WORDS_FOR_ONE: usize = 20;
/// So many are never too many, however short the text.
const FEW: usize = 20;
/// Below this weight an event is left out.
const LEAST: f32 = 0.3;

/// How much a draft weighs, from 0 to 1.
pub(super) fn weight(draft: &Draft) -> f32 {
    let traits = draft.traits;
    let has = |classes| draft.classes & classes != 0;
    let parts = [
        (true, 0.35),
        (traits.lead, 0.3),
        (traits.news, 0.1),
        (traits.opening, 0.05),
        (draft.when.certainty == Certainty::Stated, 0.15),
        (draft.when.certainty == Certainty::Assumed && !traits.news, -0.25),
        (draft.when.certainty == Certainty::Inferred && !traits.news, -0.1),
        (draft.when.extent.precision <= Precision::Day, 0.05),
        (has(class::STRONG | class::SPEECH_ACT), 0.15),
        (has(class::STATE), -0.1),
        (has(class::WEAK), -0.05),
        (traits.nominal, 0.05),
        (traits.number, 0.03),
        (traits.names, 0.04),
        (traits.mute, -1.0),
        (traits.first_person, -0.1),
        (draft.status == Status::Planned && draft.when.certainty != Certainty::Stated, -0.2),
        (draft.when.extent.bound == Bound::By && draft.when.certainty == Certainty::Inferred, -0.05),
    ];
    let sum: f32 = parts.iter().filter(|(holds, _)| *holds).map(|(_, part)| part).sum();
    let weight = crate::base::order::between(sum, 0.0, 1.0);
    // Where trees tell how likely it is right, that counts as much as what it would mean to a reader.
    draft.chance.map_or(weight, |chance| (weight + chance) / 2.0)
}

/// How much a group weighs: its best draft, and more for each further telling.
pub(super) fn importance(group: &EventGroup) -> f32 {
    let best = group.drafts.iter().map(weight).fold(0.0, f32::max);
    let more = group.drafts.len().saturating_sub(1).min(4) as f32 * 0.03;
    let mut articles: Vec<usize> = group.drafts.iter().map(|draft| draft.article).list();
    crate::base::order::sort_by(&mut articles, Ord::cmp);
    articles.dedup();
    crate::base::order::between(best + more + (articles.len() - 1).min(4) as f32 * 0.05, 0.0, 1.0)
}

/// Leaves out what weighs too little, and the lightest where there are too many for so many words.
pub(super) fn select(groups: &mut Vec<EventGroup>, words: usize) {
    groups.retain(|group| match group.drafts.first().and_then(|best| best.chance) {
        Some(chance) => chance >= super::trees::LEAST,
        None => importance(group) >= LEAST,
    });
    let most = (words / WORDS_FOR_ONE).max(FEW);
    if groups.len() > most {
        let mut weights: Vec<f32> = groups.iter().map(importance).list();
        crate::base::order::sort_by(&mut weights, |a, b| b.total_cmp(a));
        let least = weights.get(most - 1).copied().unwrap_or(0.0);
        groups.retain(|group| importance(group) >= least);
    }
}
