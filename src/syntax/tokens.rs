//! Text to words as treebanks have them: "do|n't", "mother|-|in|-|law", "(|see|above|)".
//!
//! In: a text, how its language is split. Out: the words' places in the text, in order. It must never learn where sentences end, nor a word of any language.

use super::features::{is_letter, plain};
use super::splitting::Splitting;
use crate::base::order::sort_by_key;
use crate::base::span::Span;

/// The words of a text.
///
/// ```
/// use article_timeline::syntax::{splitting::Splitting, tokens::tokens};
/// let splitting = Splitting { endings: vec!["n't".into()], ..Splitting::default() };
/// let text = "I (don't) know.";
/// let words: Vec<&str> = tokens(text, &splitting).iter().map(|span| span.of(text)).collect();
/// assert_eq!(words, ["I", "(", "do", "n't", ")", "know", "."]);
/// ```
pub fn tokens(text: &str, splitting: &Splitting) -> Vec<Span> {
    let mut out = Vec::with_capacity(text.len() / 4);
    let mut piece = Piece::default();
    let mut start = 0;
    for (place, sign) in text.char_indices() {
        if sign.is_whitespace() {
            piece.split(text, Span::new(start, place), splitting, &mut out);
            start = place + sign.len_utf8();
        }
    }
    piece.split(text, Span::new(start, text.len()), splitting, &mut out);
    out
}

/// What stands between two white spaces, and the working space to split it.
#[derive(Default)]
struct Piece {
    /// Every sign as it is looked up, and where it stands.
    signs: Vec<(char, usize)>,
    /// One past the piece's last byte.
    end: usize,
    cuts: Vec<usize>,
    text: String,
}

/// Longer ones are lines without spaces: nothing of them is an exception.
const LONGEST: usize = 80;

impl Piece {
    fn split(&mut self, text: &str, span: Span, splitting: &Splitting, out: &mut Vec<Span>) {
        if span.is_empty() {
            return;
        }
        self.signs.clear();
        self.signs.extend(span.of(text).char_indices().map(|(place, sign)| (plain(sign), span.start + place)));
        self.end = span.end;
        self.cuts.clear();
        self.cut(splitting);
        sort_by_key(&mut self.cuts, |cut| *cut);
        let mut start = span.start;
        for cut in &self.cuts {
            let cut = self.signs.get(*cut).map_or(self.end, |(_, place)| *place);
            if cut > start {
                out.push(Span::new(start, cut));
                start = cut;
            }
        }
        if start < self.end {
            out.push(Span::new(start, self.end));
        }
    }

    /// Takes signs off both ends until what is left is an exception, or nothing more comes off; then looks for places within.
    fn cut(&mut self, splitting: &Splitting) {
        let (mut first, mut last) = (0, self.signs.len());
        while last - first <= LONGEST && first < last {
            if let Some(cuts) = self.exception(first, last, splitting) {
                self.cuts.extend(cuts.iter().map(|cut| first + cut));
                return;
            }
            if !self.is_word(first) && self.ends(first + 1, splitting) && first + 1 < last {
                first += 1;
                self.cuts.push(first);
            } else if !self.is_word(last - 1) && self.ends(last - 1, splitting) && last - 1 > first {
                last -= 1;
                self.cuts.push(last);
            } else {
                break;
            }
        }
        if self.is_address(first, last) {
            return;
        }
        if let Some(place) = self.ending(first, last, splitting) {
            last = place;
            self.cuts.push(last);
        }
        for place in first + 1..last {
            if self.ends(place, splitting) {
                self.cuts.push(place);
            }
        }
    }

    fn sign(&self, place: usize) -> char {
        self.signs.get(place).map_or(' ', |(sign, _)| *sign)
    }

    fn is_word(&self, place: usize) -> bool {
        matches!(class(self.sign(place)), 'a' | '0')
    }

    /// Whether a word ends before the sign at `place`, by the signs around it.
    fn ends(&self, place: usize, splitting: &Splitting) -> bool {
        let at = |place: Option<usize>| place.map_or(' ', |place| class(self.sign(place)));
        let context = [place.checked_sub(2), place.checked_sub(1), Some(place), Some(place + 1)].map(at);
        splitting.ends(context)
    }

    fn exception<'s>(&mut self, first: usize, last: usize, splitting: &'s Splitting) -> Option<&'s [usize]> {
        self.text.clear();
        self.text.extend(self.signs.get(first..last)?.iter().map(|(sign, _)| *sign));
        splitting.exception(&self.text)
    }

    /// Where an ending begins that is a word of its own, behind at least one letter.
    fn ending(&self, first: usize, last: usize, splitting: &Splitting) -> Option<usize> {
        let places = splitting.endings.iter().filter_map(|ending| {
            let place = last.checked_sub(ending.chars().count())?;
            let same = ending.chars().enumerate().all(|(at, sign)| self.sign(place + at) == sign);
            (same && place > first && class(self.sign(place - 1)) == 'a').then_some(place)
        });
        places.min()
    }

    /// Addresses of pages and people stay whole in every language.
    fn is_address(&self, first: usize, last: usize) -> bool {
        let signs = self.signs.get(first..last).unwrap_or_default();
        let has = |wanted: &str| {
            let wanted: [Option<char>; 3] = std::array::from_fn(|place| wanted.chars().nth(place));
            signs.windows(3).any(|three| three.iter().zip(wanted).all(|((sign, _), wanted)| Some(*sign) == wanted))
        };
        let at = signs.iter().position(|(sign, _)| *sign == '@');
        let mail = at.is_some_and(|at| at > 0 && signs.iter().skip(at).any(|(sign, _)| *sign == '.'));
        mail || has("://") || (has("ww.") && self.sign(first) == 'w')
    }
}

/// A sign as contexts have it.
pub fn class(sign: char) -> char {
    if is_letter(sign) {
        'a'
    } else if matches!(sign, '0'..='9' | '²' | '³' | '¹' | '¼'..='¾') {
        '0'
    } else {
        sign
    }
}

#[cfg(test)]
mod tests {
    use super::super::splitting::ANY;
    use super::*;

    fn splitting() -> Splitting {
        let mut splitting = Splitting { endings: vec!["'s".into(), "n't".into()], ..Splitting::default() };
        splitting.exceptions = vec![("dr.".into(), vec![]), ("e-post".into(), vec![]), ("gimme".into(), vec![3])];
        splitting.together = vec![
            ['.', 'a', '.', ANY],
            ['0', ',', '0', ANY],
            [ANY, '\'', 'a', ANY],
            [ANY, '.', 'a', '.'],
            [ANY, '0', ',', '0'],
            [ANY, 'a', '\'', 'a'],
            [ANY, 'a', '.', 'a'],
        ];
        assert!(splitting.together.is_sorted());
        splitting
    }

    fn split(text: &str) -> String {
        let splitting = splitting();
        tokens(text, &splitting).iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn signs_and_endings_come_off() {
        for (text, expected) in [
            (
                "Dr. Noor's car (a blue one) didn\u{2019}t start.",
                "Dr.|Noor|'s|car|(|a|blue|one|)|did|n\u{2019}t|start|.",
            ),
            ("well-known, 1,200 of them", "well|-|known|,|1,200|of|them"),
            ("Gimme the E-Post\u{2026}", "Gim|me|the|E-Post|\u{2026}"),
            ("\u{201c}In the U.S.,\u{201d} said O'Hara...", "\u{201c}|In|the|U.S.|,|\u{201d}|said|O'Hara|..."),
            ("see https://a-b.example/c-d, or ask x@y.example!", "see|https://a-b.example/c-d|,|or|ask|x@y.example|!"),
            ("  \n ", ""),
            ("'s", "'s"),
        ] {
            assert_eq!(split(text), expected);
        }
    }

    #[test]
    fn every_sign_but_white_space_is_in_one_word() {
        for text in ["a", "''--''", "e\u{301}\u{301} \u{1f600}x", "Dr.Dr. dr..", "n't n't's", &"-x".repeat(100)] {
            let mut end = 0;
            for span in tokens(text, &splitting()) {
                assert!(span.start >= end && !span.is_empty(), "{text}: {span:?}");
                assert!(text.get(end..span.start).is_some_and(|gap| gap.trim().is_empty()), "{text}: {span:?}");
                end = span.end;
            }
            assert_eq!(end, text.trim_end().len());
        }
    }
}
