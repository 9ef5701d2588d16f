//! Counted work: in tests every question put to a word and every comparison of two drafts is a step; elsewhere nothing is counted.
//!
//! In: calls. Out: their number. It must never cost a reader anything.

#[cfg(not(test))]
#[inline(always)]
pub(crate) fn step() {}

#[cfg(test)]
pub(crate) use tests::{count, step};

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    thread_local! {
        /// Each test runs in a thread of its own, and so has a count of its own.
        static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    pub(crate) fn step() {
        STEPS.set(STEPS.get() + 1);
    }

    /// The steps that some work takes.
    pub(crate) fn count(work: impl FnOnce()) -> u64 {
        let before = STEPS.get();
        work();
        STEPS.get() - before
    }
}
