//! Kinds of text: what bare dates and relative words are counted from depends on what is told.
//!
//! In: nothing. Out: a [`TextKind`]. It must never learn how a date is worded.

/// What kind of text time is spoken of in; recognised, never configured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TextKind {
    /// Anchored at publication.
    #[default]
    News,
    /// A short post: bare words ("night", "day") speak of the time of writing.
    Message,
    /// History: years come from the text before.
    Narrative,
}

impl TextKind {
    /// One bit for each kind.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}
