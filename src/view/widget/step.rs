//! The steps of a drawing.
//!
//! In: nothing; this is a type. Out: how far a drawing has come. It must never learn how a step is done.

/// What a layout is made of. Each is a task of its own before the first frame, where every function is compiled as it is first called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DrawStep {
    /// What is to be measured.
    Plan,
    /// How it is said.
    Words,
    /// Its size.
    Sizes,
    /// Everything in its place.
    Scene,
}
