//! The counter, and what a test of growth asks.
//!
//! In: work to be counted. Out: its steps. It must never learn what the work is.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// One step of work.
pub(crate) fn step() {
    STEPS.set(STEPS.get() + 1);
}

/// How many steps the work takes.
pub(crate) fn count(work: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    work();
    STEPS.get() - before
}

/// That a text twice as long takes at most 2.1 times the steps. `slack` is for texts so short that a sentence more or less counts.
pub(crate) fn assert_linear(about: &str, work: impl Fn(&str), once: &str, twice: &str, slack: u64) -> u64 {
    let (small, large) = (count(|| work(once)), count(|| work(twice)));
    assert!(large * 10 <= small * 21 + slack, "{about}: {small} steps, twice the text {large}");
    small
}

#[test]
fn steps_are_counted_by_thread() {
    let walk = |steps: u64| (0..steps).for_each(|_| step());
    assert_eq!(count(|| walk(3)), 3);
    let beside = count(|| {
        std::thread::spawn(move || walk(1_000)).join().unwrap();
        walk(2);
    });
    assert_eq!(beside, 2, "what another thread does is not counted");
}

#[test]
fn work_that_grows_with_the_square_is_noticed() {
    let square = |text: &str| text.chars().for_each(|_| text.chars().for_each(|_| step()));
    let noticed = std::panic::catch_unwind(|| assert_linear("square", square, &"a".repeat(50), &"a".repeat(100), 0));
    assert!(noticed.is_err());
    assert_eq!(assert_linear("line", |text| text.chars().for_each(|_| step()), "aaa", "aaaaaa", 0), 3);
}
