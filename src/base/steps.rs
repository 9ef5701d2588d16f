//! Counted work, for the tests that it grows in proportion to the text: seconds lie, steps do not.
//!
//! In: a call wherever a loop of the reader turns. Out: in unit tests the number of calls that a piece of work made; elsewhere nothing is
//! counted, and no instruction is left of it. It must never learn what the work is.
//!
//! The count is the thread's, so tests that run side by side do not see one another. It is not handed through as a value: the innermost loops
//! ask single words about themselves, and a counter in each of their hundred signatures would be there for the tests alone.

/// One step of work.
#[cfg(not(test))]
#[inline(always)]
pub(crate) fn step() {}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::{assert_linear, step};
