//! The gate: what is wrong with a title, and whether it may stand.
//!
//! In: a title's text, and the faults found while it was made. Out: yes or no.
//! It must never learn how to mend one.

/// A title has at most so many characters.
pub(super) const LONGEST: usize = 140;

/// A longer one is shortened where that is safe.
pub(super) const AIM: usize = 110;

/// What speaks against a title.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Faults {
    /// Nobody does it.
    pub(super) no_subject: bool,
    /// "He", "its": nobody knows who.
    pub(super) pronoun: bool,
    /// "the company": nobody knows which.
    pub(super) definite: bool,
    pub(super) not_finite: bool,
    /// Cut at an arc that may be wrong.
    pub(super) unsure: bool,
    /// The clause as it is written, because cutting was not safe.
    pub(super) verbatim: bool,
    /// A quotation or bracket opens and does not close.
    pub(super) broken: bool,
    /// Cut at the limit.
    pub(super) long: bool,
    /// Fewer than three words.
    pub(super) bare: bool,
}

impl Faults {
    /// Whether a title stands alone: somebody known does something.
    pub(super) fn passes(self) -> bool {
        !(self.no_subject || self.pronoun || self.not_finite || self.broken || self.bare)
    }
}

/// Whether quotations and brackets that open also close.
pub(super) fn is_whole(text: &str) -> bool {
    let count = |sign: char| text.chars().filter(|&letter| letter == sign).count();
    count('“') == count('”') && count('"') % 2 == 0 && count('(') == count(')') && count('[') == count(']')
}
