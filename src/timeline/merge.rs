//! Merging: drafts that tell the same event become one, in one article or across several.
//!
//! In: drafts. Out: groups of drafts, each with its best first.
//! It must never learn what a clause is.

use super::Certainty;
use super::event::Draft;
use super::lexicon as class;
use super::rank::weight;
use crate::date::{Bound, Day, Extent, Precision};

/// Drafts of one event, the best first.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) drafts: Vec<Draft>,
    /// The date that the most exact of them gives.
    pub(super) extent: Extent,
}

/// How many groups before it a draft is compared with, in order of time: keeps the work linear.
const WINDOW: usize = 48;

/// Unites drafts of the same event.
pub(super) fn merge(mut drafts: Vec<Draft>) -> Vec<Group> {
    crate::order::sort_by_key(&mut drafts, |draft| (start(&draft.when.extent), draft.article, draft.telling));
    let mut groups: Vec<Group> = Vec::new();
    for draft in drafts {
        let from = groups.len().saturating_sub(WINDOW);
        let mut recent = groups.get_mut(from..).unwrap_or_default().iter_mut().rev();
        match recent.find(|group| group.drafts.iter().any(|other| same_event(other, &draft))) {
            Some(group) => group.drafts.push(draft),
            None => groups.push(Group { extent: draft.when.extent, drafts: vec![draft] }),
        }
    }
    for group in &mut groups {
        crate::order::sort_by(&mut group.drafts, |a, b| {
            let since = |draft: &Draft| draft.when.extent.bound == Bound::Since;
            let assumed = |draft: &Draft| draft.when.certainty == Certainty::Assumed;
            since(a)
                .cmp(&since(b))
                .then(assumed(a).cmp(&assumed(b)))
                .then(weight(b).total_cmp(&weight(a)))
                .then(a.telling.cmp(&b.telling))
        });
        if let Some(best) = group.drafts.iter().min_by_key(|draft| {
            (draft.when.certainty, draft.when.extent.bound == Bound::Since, length(&draft.when.extent))
        }) {
            group.extent = best.when.extent;
        }
    }
    groups
}

fn start(extent: &Extent) -> Day {
    extent.sort_day().unwrap_or_default()
}

/// Days the start may lie in; open ends are long.
fn length(extent: &Extent) -> i32 {
    match (extent.earliest, extent.latest) {
        (Some(earliest), Some(latest)) => latest.day.days().saturating_sub(earliest.day.days()),
        _ => i32::MAX,
    }
}

fn same_event(a: &Draft, b: &Draft) -> bool {
    if a.article == b.article && a.telling == b.telling {
        return a.clause == b.clause && a.when.extent == b.when.extent;
    }
    if !compatible(a, b) {
        return false;
    }
    let shared = a.content.iter().filter(|word| b.content.binary_search(word).is_ok()).count();
    let smaller = a.content.len().min(b.content.len()).max(1);
    let half = shared * 2 >= smaller && shared >= 2;
    let top = |draft: &Draft| draft.traits.lead || draft.traits.opening;
    let news = (a.traits.news || b.traits.news) && top(a) && top(b) && a.when.extent == b.when.extent && shared >= 2;
    if news {
        return true;
    }
    let triggers = stem_equal(&a.trigger, &b.trigger);
    triggers && (shared >= 1 || a.article != b.article) || half || state_of(a, b) || state_of(b, a)
}

/// Dates that may be of one event: the one holds the other, or both are the same.
fn compatible(a: &Draft, b: &Draft) -> bool {
    let (one, two) = (&a.when.extent, &b.when.extent);
    match (one.earliest, one.latest, two.earliest, two.latest) {
        (Some(a1), Some(a2), Some(b1), Some(b2)) => {
            let inside = a1.day <= b1.day && b2.day <= a2.day || b1.day <= a1.day && a2.day <= b2.day;
            // A year holds too much to say that it is the same event, unless it is the same year.
            let near = length(one).max(length(two)) <= 31 || length(one) == length(two);
            inside && near
        }
        _ => one == two,
    }
}

/// "have held it since the summer" is the state that "captured it in the summer" began.
fn state_of(state: &Draft, event: &Draft) -> bool {
    let (since, at) = (&state.when.extent, &event.when.extent);
    since.bound == Bound::Since
        && at.bound != Bound::Since
        && since.precision >= Precision::Week
        && since.earliest == at.earliest
        && since.latest == at.latest
        && state.classes & class::STRONG == 0
}

/// Whether two words share their beginning: "captured", "capture"; "killed", "killings".
pub(super) fn stem_equal(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let longer = a.len().max(b.len());
    a == b || shared >= 4 && shared + 4 >= longer && shared * 10 >= longer * 6
}
