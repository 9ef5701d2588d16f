//! How a treebank splits its text into words, learned from it: endings, contexts, exceptions.
//!
//! In: sentences with the words' joining. Out: the `Splitting` that the model carries. It must never learn a word of any language.

use super::treebank::{Sentence, Word};
use article_timeline::syntax::features::plain;
use article_timeline::syntax::splitting::{ANY, Context, Splitting};
use article_timeline::syntax::tokens::{class, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// An ending, an exception or a context that was seen less often is left out.
const SEEN: [usize; 3] = [5, 2, 3];
/// Longer pieces are no exceptions, but addresses and the like.
const LONGEST: usize = 24;

/// What stands between two white spaces: its signs, and where words end in it.
struct Piece {
    signs: Vec<char>,
    cuts: BTreeSet<usize>,
}

/// Learns how the sentences are split.
pub(crate) fn learn(sentences: &[Sentence]) -> Splitting {
    let pieces: Vec<Piece> = sentences.iter().flat_map(|sentence| pieces(&sentence.words)).collect();
    let cores: Vec<Piece> = pieces.iter().map(Piece::core).filter(|core| !core.signs.is_empty()).collect();
    let endings = endings(&cores);
    let (apart, together) = contexts(&pieces, &endings);
    let mut splitting = Splitting { endings, apart, together, exceptions: Vec::new() };
    splitting.exceptions = exceptions(&cores, &splitting);
    splitting
}

/// The pieces of a sentence, without those whose words are not written as they stand in the text.
fn pieces(words: &[Word]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece { signs: Vec::new(), cuts: BTreeSet::new() };
    let mut whole: Option<(&str, String)> = None;
    let mut as_written = true;
    for word in words {
        if !piece.signs.is_empty() {
            piece.cuts.insert(piece.signs.len());
        }
        piece.signs.extend(word.form.chars().map(plain));
        as_written &= !word.form.contains(char::is_whitespace);
        match (&word.part_of, &mut whole) {
            (Some(part), Some((text, so_far))) if part == text => so_far.push_str(&word.form),
            (Some(part), _) => whole = Some((part, word.form.clone())),
            (None, _) => {}
        }
        // Words that are written in one must together be what is written.
        if let Some((text, so_far)) = &whole
            && (text.len() <= so_far.len() || !text.starts_with(so_far.as_str()))
        {
            as_written &= text == so_far;
            whole = None;
        }
        if !word.joined {
            let piece = std::mem::replace(&mut piece, Piece { signs: Vec::new(), cuts: BTreeSet::new() });
            if as_written && whole.is_none() {
                pieces.push(piece);
            }
            (as_written, whole) = (true, None);
        }
    }
    pieces
}

impl Piece {
    fn is_word(&self, place: usize) -> bool {
        matches!(class(self.signs[place]), 'a' | '0')
    }

    /// Without the words at both ends that have neither letter nor digit.
    fn core(&self) -> Piece {
        let edges: Vec<usize> = [0].into_iter().chain(self.cuts.iter().copied()).chain([self.signs.len()]).collect();
        let worded = |pair: &[usize]| (pair[0]..pair[1]).any(|place| self.is_word(place));
        let words: Vec<&[usize]> = edges.windows(2).collect();
        let (Some(first), Some(last)) =
            (words.iter().position(|pair| worded(pair)), words.iter().rposition(|pair| worded(pair)))
        else {
            return Piece { signs: Vec::new(), cuts: BTreeSet::new() };
        };
        let (start, end) = (words[first][0], words[last][1]);
        let cuts = self.cuts.iter().filter(|cut| (start + 1..end).contains(cut)).map(|cut| cut - start).collect();
        Piece { signs: self.signs[start..end].to_vec(), cuts }
    }

    fn context(&self, place: usize) -> Context {
        let at = |place: Option<usize>| place.and_then(|place| self.signs.get(place)).map_or(' ', |sign| class(*sign));
        [place.checked_sub(2), place.checked_sub(1), Some(place), Some(place + 1)].map(at)
    }
}

/// Endings behind a letter that are nearly always words of their own.
fn endings(cores: &[Piece]) -> Vec<String> {
    let mut counts: BTreeMap<&[char], (usize, usize)> = BTreeMap::new();
    for core in cores {
        for length in 1..=4.min(core.signs.len().saturating_sub(1)) {
            let place = core.signs.len() - length;
            if class(core.signs[place - 1]) == 'a' {
                let (apart, all) = counts.entry(&core.signs[place..]).or_default();
                *all += 1;
                *apart += usize::from(core.cuts.last() == Some(&place));
            }
        }
    }
    let often = |(apart, all): (usize, usize)| apart >= SEEN[0] && apart * 10 >= all * 9;
    let endings =
        counts.into_iter().filter(|(signs, counts)| often(*counts) && signs.iter().any(|sign| sign.is_alphabetic()));
    endings.map(|(signs, _)| signs.iter().collect()).collect()
}

/// Between which signs words end; only what the closer context says otherwise than the wider is kept.
fn contexts(pieces: &[Piece], endings: &[String]) -> (Vec<Context>, Vec<Context>) {
    let mut counts: BTreeMap<Context, [usize; 2]> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| !is_address(piece)) {
        let core = piece.core();
        let start = piece.signs.windows(core.signs.len().max(1)).position(|signs| signs == core.signs).unwrap_or(0);
        let text: String = core.signs.iter().collect();
        let ending = endings.iter().filter(|ending| text.ends_with(*ending) && text.len() > ending.len());
        let ending = ending.map(|ending| ending.chars().count()).max().unwrap_or(0);
        let of_ending = (start + core.signs.len() - ending..start + core.signs.len()).skip(usize::from(ending == 0));
        for place in (1..piece.signs.len()).filter(|place| !of_ending.contains_place(*place)) {
            let context = piece.context(place);
            let [before, left, right, behind] = context;
            for wider in [[ANY, left, right, ANY], [before, left, right, ANY], [ANY, left, right, behind], context] {
                counts.entry(wider).or_default()[usize::from(piece.cuts.contains(&place))] += 1;
            }
        }
    }
    let mut learned = Splitting::default();
    // From the widest to the closest: each against what those before it would say.
    let width = |context: &Context| match context {
        [ANY, .., ANY] => 0,
        [.., ANY] => 1,
        [ANY, ..] => 2,
        _ => 3,
    };
    let mut order: Vec<(&Context, &[usize; 2])> =
        counts.iter().filter(|(_, counts)| counts[0] + counts[1] >= SEEN[2]).collect();
    order.sort_by_key(|(context, _)| width(context));
    for (context, [together, apart]) in order {
        let ends = apart > together;
        if learned.ends(*context) != ends && apart != together {
            let list = if ends { &mut learned.apart } else { &mut learned.together };
            let place = list.partition_point(|known| known < context);
            list.insert(place, *context);
        }
    }
    (learned.apart, learned.together)
}

/// A range of places that may be asked.
trait ContainsPlace {
    fn contains_place(&self, place: usize) -> bool;
}

impl ContainsPlace for std::iter::Skip<std::ops::Range<usize>> {
    fn contains_place(&self, place: usize) -> bool {
        self.clone().any(|inside| inside == place)
    }
}

fn is_address(piece: &Piece) -> bool {
    let text: String = piece.signs.iter().collect();
    text.contains("://") || text.contains("www.") || text.contains('@')
}

/// Pieces that the treebank mostly splits otherwise than endings and contexts say.
fn exceptions(cores: &[Piece], splitting: &Splitting) -> Vec<(String, Vec<usize>)> {
    let mut counts: BTreeMap<String, BTreeMap<Vec<usize>, usize>> = BTreeMap::new();
    for core in cores.iter().filter(|core| core.signs.len() <= LONGEST && !core.signs.contains(&'|')) {
        let text: String = core.signs.iter().collect();
        *counts.entry(text).or_default().entry(core.cuts.iter().copied().collect()).or_default() += 1;
    }
    let mut exceptions = Vec::new();
    for (text, ways) in counts {
        let all: usize = ways.values().sum();
        let Some((cuts, count)) = ways.into_iter().max_by_key(|(_, count)| *count) else { continue };
        if count >= SEEN[1] && count * 10 >= all * 6 && cuts != cuts_of(&text, splitting) {
            exceptions.push((text, cuts));
        }
    }
    exceptions
}

/// Where a piece is cut by what was learned so far, in characters.
fn cuts_of(text: &str, splitting: &Splitting) -> Vec<usize> {
    let starts = tokens(text, splitting).into_iter().skip(1).map(|span| span.start);
    starts.map(|start| text[..start].chars().count()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::treebank::parse;
    use super::*;

    /// A made-up language: "-qo" is a word of its own, "zz." an abbreviation, numbers have points inside.
    #[test]
    fn a_language_is_learned_from_its_sentences() {
        let mut text = String::new();
        for n in 0..12 {
            for (place, (form, joined)) in
                [("lam", true), ("qo", false), ("zz.", false), ("1.0", true), (",", false), ("bur", true), (".", false)]
                    .into_iter()
                    .enumerate()
            {
                let form = if form == "1.0" { format!("{n}.5") } else { form.to_owned() };
                let joined = if joined { "SpaceAfter=No" } else { "_" };
                text.push_str(&format!("{}\t{form}\t_\tX\t_\t_\t0\tdep\t_\t{joined}\n", place + 1));
            }
            text.push('\n');
        }
        let splitting = learn(&parse(&text).unwrap());
        let raw = "Turqo zz. 7.5, burqo.";
        let words: Vec<&str> = tokens(raw, &splitting).iter().map(|span| span.of(raw)).collect();
        assert_eq!(words, ["Tur", "qo", "zz.", "7.5", ",", "bur", "qo", "."]);
    }
}
