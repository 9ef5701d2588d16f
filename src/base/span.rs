//! Places in a text: half-open ranges of UTF-8 bytes, and their conversion to the units others count in.
//!
//! In: byte offsets. Out: slices, UTF-16 offsets (what the DOM counts) and code points (what evaluation counts), each a type of its own, so that
//! none is taken for another. It must never learn what stands in the text.

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

/// A half-open range of UTF-16 code units: what JavaScript strings and the DOM count. It can't cut a `&str`, whose places are bytes.
///
/// ```compile_fail
/// use article_timeline::base::span::Utf16Span;
/// Utf16Span::new(0, 1).of("a"); // only a [`Span`](article_timeline::base::span::Span) has that
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Utf16Span {
    /// First unit.
    pub start: usize,
    /// One past the last unit; never less than `start`.
    pub end: usize,
}

impl Utf16Span {
    /// The span from `start` to `end`, in units; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Utf16Span {
        Utf16Span { start, end: end.max(start) }
    }

    /// Which bytes of `text` the span is, where `text` itself begins at the unit `origin`; `None` when it reaches outside of it. A span that
    /// begins or ends inside a character takes that from its end.
    ///
    /// ```
    /// use article_timeline::base::span::{Span, Utf16Span};
    /// assert_eq!(Utf16Span::new(12, 13).bytes_in("né 🗓", 11), Some(Span::new(1, 3)));
    /// assert_eq!(Utf16Span::new(12, 99).bytes_in("né 🗓", 11), None);
    /// ```
    pub fn bytes_in(self, text: &str, origin: usize) -> Option<Span> {
        let start = byte_at(text, self.start.checked_sub(origin)?)?;
        Some(Span::new(start, byte_at(text, self.end.checked_sub(origin)?)?))
    }
}

/// A half-open range of Unicode code points: what Python strings and annotated corpora count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct CodePointSpan {
    /// First code point.
    pub start: usize,
    /// One past the last; never less than `start`.
    pub end: usize,
}

/// Converts the spans of one text to the units of others, once, where the text is at hand. It walks the text once in total as long as the
/// spans asked for rise.
///
/// ```
/// use article_timeline::base::span::{CodePointSpan, Offsets, Span, Utf16Span};
/// let mut offsets = Offsets::new("né 🗓 now");
/// // 'é' is two bytes and one unit, the calendar four bytes and two units.
/// assert_eq!(offsets.utf16(Span::new(3, 8)), Utf16Span::new(2, 5));
/// assert_eq!(offsets.code_points(Span::new(3, 8)), CodePointSpan { start: 2, end: 4 });
/// ```
pub struct Offsets<'a> {
    text: &'a str,
    last: Offset,
}

/// One place in a text in every unit.
#[derive(Clone, Copy, Default)]
struct Offset {
    byte: usize,
    utf16: usize,
    code_points: usize,
}

impl<'a> Offsets<'a> {
    /// A converter for `text`.
    pub fn new(text: &'a str) -> Offsets<'a> {
        Offsets { text, last: Offset::default() }
    }

    /// The span in UTF-16 units. A byte inside a character counts as that character's start; one past the text's end as the end.
    pub fn utf16(&mut self, span: Span) -> Utf16Span {
        let start = self.at(span.start).utf16;
        Utf16Span { start, end: self.at(span.end).utf16 }
    }

    /// The span in code points, with the same care for bytes inside a character and past the end.
    pub fn code_points(&mut self, span: Span) -> CodePointSpan {
        let start = self.at(span.start).code_points;
        CodePointSpan { start, end: self.at(span.end).code_points }
    }

    fn at(&mut self, byte: usize) -> Offset {
        if byte < self.last.byte {
            self.last = Offset::default();
        }
        let rest = self.text.get(self.last.byte..).unwrap_or("");
        for character in rest.chars() {
            if self.last.byte + character.len_utf8() > byte {
                break;
            }
            self.last.byte += character.len_utf8();
            self.last.utf16 += character.len_utf16();
            self.last.code_points += 1;
        }
        self.last
    }
}

/// How many bytes the first so many units of UTF-16 take; a sign that would be torn apart is not among them.
pub(crate) fn leading_utf16(text: &str, units: usize) -> usize {
    match text.as_bytes().get(..units) {
        // Whatever follows: a sign that begins beyond ASCII has its first byte there.
        Some(bytes) if bytes.is_ascii() => units,
        _ => {
            let mut seen = 0;
            let is_inside = |letter: &char| {
                seen += letter.len_utf16();
                seen <= units
            };
            text.chars().take_while(is_inside).map(char::len_utf8).sum()
        }
    }
}

/// The byte at which so many units have passed; `None` when the text has fewer.
fn byte_at(text: &str, units: usize) -> Option<usize> {
    let mut count = 0;
    for (byte, character) in text.char_indices() {
        if count >= units {
            return Some(byte);
        }
        count += character.len_utf16();
    }
    (count == units).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_may_go_back_and_past_the_end() {
        let mut offsets = Offsets::new("aß🗓z");
        let mut count = |start, end| {
            let (units, points) = (offsets.utf16(Span::new(start, end)), offsets.code_points(Span::new(start, end)));
            [units.start, units.end, points.start, points.end]
        };
        assert_eq!(count(7, 99), [4, 5, 3, 4], "past the end");
        assert_eq!(count(1, 3), [1, 2, 1, 2], "back");
        assert_eq!(count(2, 5), [1, 2, 1, 2], "inside characters");
        assert_eq!(count(0, 0), [0, 0, 0, 0]);
    }

    #[test]
    fn units_become_bytes_where_the_text_has_them() {
        let text = "aß🗓z";
        assert_eq!(Utf16Span::new(1, 4).bytes_in(text, 0).map(|span| span.of(text)), Some("ß🗓"));
        assert_eq!(Utf16Span::new(5, 5).bytes_in(text, 0), Some(Span::new(8, 8)));
        assert_eq!(Utf16Span::new(5, 6).bytes_in(text, 0), None, "past the end");
        assert_eq!(Utf16Span::new(2, 4).bytes_in(text, 3), None, "before its beginning");
    }

    #[test]
    fn a_span_outside_its_text_is_empty_text() {
        assert_eq!(Span::new(1, 99).of("abc"), "");
        assert_eq!(Span::new(1, 2).of("ß"), "");
        assert!(Span::new(5, 2).is_empty());
    }
}
