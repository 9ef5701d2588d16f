//! From lines to passages: which lines belong together.
//!
//! In: a text with any line ends. Out: [`Passage`]s with folded white space, each one paragraph, heading, list item or loose line.
//! It must never learn what a passage says.

use super::BlockKind;
use crate::base::letter::{is_capital, is_letter};
use crate::base::span::Span;

/// Lines that belong together, in the source's order.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Passage {
    /// Its text, white space folded.
    pub(super) text: String,
    /// The part of `text` to keep, where a list marker or a glued credit is left out; `None` for all of it.
    pub(super) keep: Option<Span>,
    /// Where it stands in the source, in bytes.
    pub(super) source: Span,
    /// Whether a blank line (or the start of the text) is in front of it.
    pub(super) after_gap: bool,
    /// What it turned out to be.
    pub(super) role: Role,
}

/// What a passage is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Not decided; in the end a paragraph.
    Open,
    /// Page furniture, date line, byline: left out.
    Furniture,
    /// The headline.
    Headline,
    /// A block of this kind.
    Block(BlockKind),
}

struct Line<'a> {
    raw: &'a str,
    start: usize,
    indented: bool,
    after_gap: bool,
}

/// The passages of a text.
pub(super) fn split(text: &str) -> Vec<Passage> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut passages: Vec<Passage> = Vec::new();
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let continues = match (previous, width) {
            (Some(before), Some(width)) => !line.after_gap && fills(before, line, width) && !starts_anew(before, line),
            _ => false,
        };
        previous = Some(line);
        let end = line.start + line.raw.len();
        match passages.last_mut() {
            Some(passage) if continues => {
                passage.text.push(' ');
                fold_onto(&mut passage.text, line.raw);
                passage.source.end = end;
            }
            _ => {
                let text = fold(line.raw);
                let source = Span::new(line.start, end);
                passages.push(Passage { text, keep: None, source, after_gap: line.after_gap, role: Role::Open });
            }
        }
    }
    passages
}

/// The text with every run of white space as one space, without invisible characters, trimmed.
///
/// ```
/// use article_timeline::article::text::fold;
/// assert_eq!(fold("\u{feff} two\u{a0}\t words\r\n"), "two words");
/// ```
pub fn fold(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    fold_onto(&mut out, raw);
    out
}

fn fold_onto(out: &mut String, raw: &str) {
    let from = out.len();
    let mut space = false;
    for character in raw.chars() {
        if is_space(character) {
            space = true;
        } else if !is_invisible(character) {
            if space && out.len() > from {
                out.push(' ');
            }
            space = false;
            out.push(character);
        }
    }
}

/// White space, and control characters that some programs leave in its place.
fn is_space(character: char) -> bool {
    character.is_whitespace() || character.is_ascii_control()
}

/// Soft hyphen, zero-width space, word joiner, byte order mark: marks for typesetting, not text.
/// The zero-width joiners stay, because words and emoji are spelled with them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines that are not blank.
fn lines(text: &str) -> Vec<Line<'_>> {
    let blank = |character: char| is_space(character) || is_invisible(character);
    let mut lines = Vec::new();
    let mut after_gap = true;
    let mut start = 0;
    let mut after_return = false;
    for whole in text.split_inclusive(is_line_end) {
        let tail = whole.trim_start_matches(blank);
        let indent = whole.len() - tail.len();
        if !tail.is_empty() {
            let raw = tail.trim_end_matches(blank);
            lines.push(Line { raw, start: start + indent, indented: indent > 1, after_gap });
            after_gap = false;
        } else if !(after_return && whole == "\n") {
            // The second half of "\r\n" is no blank line.
            after_gap = true;
        }
        after_return = whole.ends_with('\r');
        start += whole.len();
    }
    lines
}

/// Lines of prose are longer than this before they are broken, and shorter than that.
const WRAPPED: core::ops::RangeInclusive<usize> = 48..=132;

/// The width at which a program broke the lines, if one did: most lines that another follows have no room for its first word, and
/// many lines start in the middle of a sentence.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let width = lines.iter().filter(|line| crate::base::find::has(line.raw, ' ')).map(|line| length(line.raw)).max()?;
    if !WRAPPED.contains(&width) {
        return None;
    }
    let (mut pairs, mut full, mut within) = (0, 0, 0);
    for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
        if !line.after_gap {
            pairs += 1;
            full += usize::from(fills(before, line, width));
            within += usize::from(starts_within(line.raw));
        }
    }
    (pairs > 0 && full * 10 >= pairs * 6 && within * 10 >= pairs * 4).then_some(width)
}

/// Whether the next line's first word would not have fitted. A quarter of play, because text copied out of a page or a PDF is broken
/// by the width of its letters, not by their number.
fn fills(before: &Line, line: &Line, width: usize) -> bool {
    let word = line.raw.split(is_space).next().unwrap_or("");
    (length(before.raw) + 1 + length(word)) * 4 > width * 3
}

/// A letter that is no capital: the line goes on with a sentence. True of most lines in scripts without capitals.
fn starts_within(raw: &str) -> bool {
    raw.chars().next().is_some_and(|first| is_letter(first) && !is_capital(first))
}

/// An indented line after one that is not starts a paragraph, and so does a list marker.
fn starts_anew(before: &Line, line: &Line) -> bool {
    (line.indented && !before.indented) || marker(line.raw).is_some()
}

fn length(raw: &str) -> usize {
    // Nothing longer than the widest wrapped line needs an exact count.
    raw.chars().take(*WRAPPED.end() + 2).count()
}

/// A list marker in front of a text: which kind it is, and its length in bytes with the space behind it.
pub(super) fn marker(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next()?;
    let (kind, length) = match first {
        '\u{2022}' | '\u{2023}' | '\u{25e6}' | '\u{25aa}' | '\u{25cf}' | '\u{25a0}' | '\u{b7}' => {
            (Marker::Bullet, first.len_utf8())
        }
        '-' | '*' | '+' | '\u{2013}' => (Marker::Sign(first), first.len_utf8()),
        '0'..='9' | '(' => {
            let digits = text.trim_start_matches('(').split(|c: char| !c.is_ascii_digit()).next()?;
            let opened = usize::from(first == '(');
            let close = text.get(opened + digits.len()..)?.chars().next()?;
            let closed = if opened == 1 { close == ')' } else { matches!(close, '.' | ')') };
            if digits.is_empty() || digits.len() > 3 || !closed {
                return None;
            }
            (Marker::Number(digits.parse().ok()?), opened + digits.len() + 1)
        }
        _ => return None,
    };
    let rest = text.get(length..)?;
    let space = rest.len() - rest.trim_start().len();
    (space > 0 && space < rest.len()).then_some((kind, length + space))
}

/// What kind of list marker it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Marker {
    /// A sign that is used for nothing else.
    Bullet,
    /// A sign that also starts speech or a signature.
    Sign(char),
    /// "1." or "(1)".
    Number(u16),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        split(text).into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn white_space_is_folded_and_invisible_characters_go() {
        assert_eq!(fold("\u{feff}\u{a0}\u{a0}a\u{ad}b \t\u{2009} c\u{200b} \n"), "ab c");
        assert_eq!(texts("\u{feff}One\r\n\r\nTwo\rThree\u{2028}Four\u{a0}\n"), ["One", "Two", "Three", "Four"]);
    }

    #[test]
    fn sources_and_gaps_are_those_of_the_lines() {
        let text = "\u{feff}  One \r\n two\r\n\r\nThree";
        let passages = split(text);
        let found: Vec<(&str, bool)> =
            passages.iter().map(|passage| (passage.source.of(text), passage.after_gap)).collect();
        assert_eq!(found, [("One", true), ("two", false), ("Three", true)]);
    }

    #[test]
    fn broken_lines_are_joined() {
        let text = "The harbour of the old town was closed for most of the\nday after a barge had lost its anchor in the storm and\n\
                    drifted against the quay.\n\nNobody was hurt, the harbour master said in the evening, but\nthree boats sank.\n";
        assert_eq!(texts(text).len(), 2, "{:?}", texts(text));
        assert!(texts(text)[0].ends_with("the storm and drifted against the quay."));
    }

    #[test]
    fn an_indented_line_starts_a_paragraph_of_wrapped_text() {
        let text = "   The harbour of the old town was closed for most of the\nday after a barge had lost its anchor in the storm and\n\
                    drifted against the quay wall, where it stayed until noon.\n   Nobody was hurt, the harbour master said in the end.\n";
        assert_eq!(texts(text).len(), 2, "{:?}", texts(text));
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        for text in [
            "The night is long\nAnd the road is steep\nThe lamps are out\nAnd the houses sleep",
            "Harbour closed after storm\nThe harbour of the old town was closed for most of the day after a barge had lost its anchor.\n\
             Nobody was hurt.\nThree boats sank.",
            "Flour\nSalt\nA spoon of sugar",
        ] {
            assert_eq!(texts(text).len(), text.lines().count(), "{:?}", texts(text));
        }
    }

    #[test]
    fn list_markers_are_told_from_numbers() {
        assert_eq!(marker("12. Rinse"), Some((Marker::Number(12), 4)));
        assert_eq!(marker("(3) Dry"), Some((Marker::Number(3), 4)));
        assert_eq!(marker("\u{2022} Fold"), Some((Marker::Bullet, 4)));
        for text in ["2016. Rinse", "12.5 litres", "1.", "- ", "3 eggs", "(see page 3)", "-5 degrees", ""] {
            assert_eq!(marker(text), None, "{text}");
        }
    }
}
