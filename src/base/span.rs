//! Places in a text: half-open ranges of UTF-8 bytes, and their conversion to the units others count in.
//!
//! In: byte offsets. Out: slices, UTF-16 offsets (what the DOM counts) and code points (what evaluation counts).
//! It must never learn what stands in the text.

/// A half-open range of bytes in a text: `start` is inside, `end` is not.
///
/// ```
/// use article_timeline::base::span::Span;
/// let span = Span::new(3, 7);
/// assert_eq!(span.of("on Tuesday"), "Tues");
/// assert_eq!(span.len(), 4);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing is inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text inside; empty when the span reaches outside `text` or cuts a character, so that a wrong span is seen, not a panic.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether every byte of `other` is inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that has `bytes` more in front.
    pub fn shifted(self, bytes: usize) -> Span {
        Span { start: self.start + bytes, end: self.end + bytes }
    }
}

/// The unit an offset is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// UTF-16 code units: JavaScript strings and the DOM.
    Utf16,
    /// Unicode code points: Python strings and annotated corpora.
    CodePoints,
}

/// Converts byte offsets of one text to another unit. It walks the text once in total as long as the offsets asked for rise.
///
/// ```
/// use article_timeline::base::span::{Offsets, Unit};
/// let mut offsets = Offsets::new("né 🗓 now", Unit::Utf16);
/// assert_eq!(offsets.at(3), 2); // 'é' is two bytes, one unit
/// assert_eq!(offsets.at(8), 5); // the calendar is four bytes, two units
/// ```
pub struct Offsets<'a> {
    text: &'a str,
    unit: Unit,
    byte: usize,
    count: usize,
}

impl<'a> Offsets<'a> {
    /// A converter for `text`.
    pub fn new(text: &'a str, unit: Unit) -> Offsets<'a> {
        Offsets { text, unit, byte: 0, count: 0 }
    }

    /// The offset of `byte` in the other unit. A byte inside a character counts as that character's start; one past the end as the end.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        let rest = self.text.get(self.byte..).unwrap_or("");
        for (position, character) in rest.char_indices() {
            if self.byte + position + character.len_utf8() > byte {
                self.byte += position;
                return self.count;
            }
            self.count += match self.unit {
                Unit::Utf16 => character.len_utf16(),
                Unit::CodePoints => 1,
            };
        }
        self.byte = self.text.len();
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_may_go_back_and_past_the_end() {
        let mut offsets = Offsets::new("aß🗓z", Unit::CodePoints);
        assert_eq!(offsets.at(7), 3);
        assert_eq!(offsets.at(1), 1);
        assert_eq!(offsets.at(2), 1, "inside a character");
        assert_eq!(offsets.at(99), 4);
        assert_eq!(offsets.at(0), 0);
    }

    #[test]
    fn a_span_outside_its_text_is_empty_text() {
        assert_eq!(Span::new(1, 99).of("abc"), "");
        assert_eq!(Span::new(1, 2).of("ß"), "");
        assert!(Span::new(5, 2).is_empty());
    }
}
