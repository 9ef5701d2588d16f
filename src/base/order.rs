//! Sorting and limiting that weigh little: the standard library's sort costs 2 to 4 kB of wasm for each type it sorts, and there are many.
//!
//! In: a list and how two of its items compare. Out: the list in order; equal items keep theirs. It must never learn what it sorts.

use crate::base::list::List;
use core::cmp::Ordering;

/// Sorts by a comparison, in `n log n` steps.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    // Only this shell is made anew for every type: numbers are sorted, then the items are put in their order.
    let order = sorted(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(&order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The value, or the limit that it is beyond; `low` when it is no number. The standard library's `clamp` would bring 13 kB of float
/// printing into the wasm, for the message of its panic.
pub(crate) fn between<T: PartialOrd>(value: T, low: T, high: T) -> T {
    let raised = if value > low { value } else { low };
    if raised < high { raised } else { high }
}

/// The numbers below `count`, sorted: runs of 1, 2, 4 ... are merged.
fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).list();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(run * 2) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        order = merged;
        run *= 2;
    }
    order
}

/// Brings each item to its place: `order` says which one stands first, second and so on.
fn arrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut goals = vec![0; order.len()];
    for (goal, &item) in order.iter().enumerate() {
        if let Some(slot) = goals.get_mut(item) {
            *slot = goal;
        }
    }
    for place in 0..goals.len() {
        // Every swap brings one item home, so there are no more swaps than items.
        while let Some(&goal) = goals.get(place).filter(|&&goal| goal != place) {
            swap(place, goal);
            goals.swap(place, goal);
        }
    }
}

fn merge(left: &[usize], right: &[usize], compare: &mut dyn FnMut(usize, usize) -> Ordering, out: &mut Vec<usize>) {
    let (mut left, mut right) = (left.iter(), right.iter());
    let (mut a, mut b) = (left.next(), right.next());
    while let (Some(first), Some(second)) = (a, b) {
        // Equal items: the one that stood first.
        if compare(*first, *second) == Ordering::Greater {
            out.push(*second);
            b = right.next();
        } else {
            out.push(*first);
            a = left.next();
        }
    }
    a.into_iter().chain(left).chain(b).chain(right).copied().onto(out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in proptest::collection::vec((0u8..9, 0u8..9), 0..70)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn values_are_kept_between_limits() {
        assert_eq!((between(7.5, 0.0, 5.0), between(-1, 0, 5), between(3, 0, 5)), (5.0, 0, 3));
        assert_eq!(between(f64::NAN, 0.0, 5.0), 0.0, "what is no number is the lower limit");
    }

    #[test]
    fn a_thousand_items_take_at_most_ten_comparisons_each() {
        let mut items: Vec<u32> = (0..1000u32).map(|number| number * 7919 % 1000).collect();
        let mut count = 0;
        sort_by(&mut items, |a, b| {
            count += 1;
            a.cmp(b)
        });
        assert!(items.is_sorted());
        assert!(count <= 10_000, "{count}");
    }
}
