//! Lists made of what an iterator gives.
//!
//! In: an iterator. Out: a `Vec`. It must never learn what is listed. The standard library's `collect` and `extend` ask every chain of iterators how
//! much will come and step it in two places, for each chain anew: in over a hundred lists 6 kB of wasm, brotli (docs/size.md).

/// `list()` instead of `collect()`, `onto()` instead of `extend()`.
pub(crate) trait List: Iterator {
    /// All items, in order.
    fn list(self) -> Vec<Self::Item>
    where
        Self: Sized,
    {
        let mut list = Vec::new();
        self.onto(&mut list);
        list
    }

    /// Adds all items to a list, in order.
    fn onto(self, list: &mut Vec<Self::Item>)
    where
        Self: Sized,
    {
        // Not a `for` loop, which steps from outside: 1 kB more.
        self.for_each(|item| list.push(item));
    }
}

impl<I: Iterator> List for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_grow_in_order() {
        let mut squares = (1..4).map(|number| number * number).list();
        (4..6).map(|number| number * number).onto(&mut squares);
        assert_eq!(squares, [1, 4, 9, 16, 25]);
    }
}
