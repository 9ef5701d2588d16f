//! How good trees are when text is all there is: our own sentences and words against the treebank's, aligned as the CoNLL 2018 shared task does it.
//!
//! In: a model, a treebank. Out: F1 of words, sentences, parts of speech, heads and relations. It must never learn how text is split.
//! Words are alike when they cover the same signs, white space not counted. Where the treebank writes several words in one, those on both sides within it are
//! matched by the longest common sequence of their forms. A head is right when it is matched with the gold head.

use super::lesson::base;
use super::treebank::Sentence;
use article_timeline::events::sentences;
use article_timeline::syntax::tokens::tokens;
use article_timeline::syntax::{Model, Parser};
use std::fmt;
use std::ops::Range;

/// A word with the signs it covers.
#[derive(Clone, Debug)]
struct Placed {
    signs: Range<usize>,
    form: String,
    tag: String,
    /// Among all words; none for a root.
    head: Option<usize>,
    relation: String,
    /// The signs of the words that are written in one with it.
    whole: Option<Range<usize>>,
}

/// Words in order, and the signs that each sentence covers.
#[derive(Default)]
struct Side {
    words: Vec<Placed>,
    sentences: Vec<Range<usize>>,
}

/// F1 of what the shared task asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawScore {
    words: f64,
    sentences: f64,
    tags: f64,
    heads: f64,
    relations: f64,
}

impl RawScore {
    /// Scores a treebank's text, split into sentences by us or by it.
    pub(crate) fn of(model: &Model, sentences: &[Sentence], own_sentences: bool) -> RawScore {
        let gold = gold(sentences);
        let found = found(model, &texts(sentences, own_sentences), own_sentences);
        compare(&gold, &found)
    }
}

impl fmt::Display for RawScore {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let RawScore { words, sentences, tags, heads, relations } = self;
        write!(out, "UPOS {tags:.4}  UAS {heads:.4}  LAS {relations:.4}  words {words:.4}  sentences {sentences:.4}")
    }
}

fn length(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}

fn gold(sentences: &[Sentence]) -> Side {
    let mut side = Side::default();
    let mut signs = 0;
    for sentence in sentences {
        let (start, first) = (signs, side.words.len());
        let mut open: Option<(usize, usize, &str)> = None;
        for (place, word) in sentence.words.iter().enumerate() {
            // Words that are written in one share its signs, however they are spelled.
            let begins = match (&word.part_of, open) {
                (Some(whole), Some((.., last, text))) if text == whole && last + 1 == place => {
                    open = open.map(|(from, _, text)| (from, place, text));
                    false
                }
                (Some(whole), _) => {
                    open = Some((signs, place, whole));
                    true
                }
                (None, _) => {
                    open = None;
                    true
                }
            };
            let whole = open.map(|(from, _, text)| from..from + length(text));
            let range = whole.clone().unwrap_or(signs..signs + length(&word.form));
            if begins {
                signs = range.end;
            }
            side.words.push(Placed {
                signs: range,
                form: word.form.to_lowercase(),
                tag: word.tag.clone(),
                head: word.head.checked_sub(1).map(|head| first + head),
                relation: base(&word.relation).to_owned(),
                whole,
            });
        }
        side.sentences.push(start..signs);
    }
    side
}

/// The treebank's text: paragraphs, or sentences.
fn texts(treebank: &[Sentence], paragraphs: bool) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for sentence in treebank {
        if sentence.begins || !paragraphs || texts.is_empty() {
            texts.push(String::new());
        }
        let Some(text) = texts.last_mut() else { continue };
        let mut before: Option<&str> = None;
        for (place, word) in sentence.words.iter().enumerate() {
            let whole = word.part_of.as_deref();
            if whole.is_none() || whole != before || place == 0 {
                text.push_str(whole.unwrap_or(&word.form));
            }
            before = whole;
            if !word.joined {
                text.push(' ');
                before = None;
            }
        }
    }
    texts
}

fn found(model: &Model, texts: &[String], own_sentences: bool) -> Side {
    let mut side = Side::default();
    let mut parser = Parser::new(model);
    let mut signs = 0;
    for text in texts {
        let spans: Vec<&str> = match own_sentences {
            true => sentences(text, &model.language).into_iter().map(|span| span.of(text)).collect(),
            false => vec![text],
        };
        for sentence in spans {
            let (start, first) = (signs, side.words.len());
            let words: Vec<&str> = tokens(sentence, &model.splitting).iter().map(|span| span.of(sentence)).collect();
            let tree = parser.parse(&words);
            for (word, node) in words.iter().zip(&tree.nodes) {
                let range = signs..signs + length(word);
                signs = range.end;
                side.words.push(Placed {
                    signs: range,
                    form: word.to_lowercase(),
                    tag: node.pos.name().to_owned(),
                    head: node.head.map(|head| first + head),
                    relation: node.relation.kind.name().to_owned(),
                    whole: None,
                });
            }
            if signs > start {
                side.sentences.push(start..signs);
            }
        }
    }
    side
}

fn compare(gold: &Side, found: &Side) -> RawScore {
    let matched = matched(&gold.words, &found.words);
    let pairs = matched.iter().enumerate().filter_map(|(place, gold)| gold.map(|gold| (place, gold)));
    let (mut words, mut tags, mut heads, mut relations) = (0, 0, 0, 0);
    for (place, at) in pairs {
        let (found, gold) = (&found.words[place], &gold.words[at]);
        let head = match (found.head, gold.head) {
            (None, None) => true,
            (Some(found), Some(gold)) => matched[found] == Some(gold),
            _ => false,
        };
        words += 1;
        tags += usize::from(found.tag == gold.tag);
        heads += usize::from(head);
        relations += usize::from(head && found.relation == gold.relation);
    }
    let sentences = found.sentences.iter().filter(|range| gold.sentences.contains(range)).count();
    let f1 = |right: usize, found: usize, gold: usize| 2.0 * right as f64 / (found + gold).max(1) as f64;
    let of_words = |right: usize| f1(right, found.words.len(), gold.words.len());
    RawScore {
        words: of_words(words),
        sentences: f1(sentences, found.sentences.len(), gold.sentences.len()),
        tags: of_words(tags),
        heads: of_words(heads),
        relations: of_words(relations),
    }
}

/// For every found word the gold word it is.
fn matched(gold: &[Placed], found: &[Placed]) -> Vec<Option<usize>> {
    let mut matched = vec![None; found.len()];
    let (mut g, mut f) = (0, 0);
    while g < gold.len() && f < found.len() {
        if let Some(whole) = &gold[g].whole {
            let gold_end =
                gold[g..].iter().position(|word| word.whole.as_ref() != Some(whole)).map_or(gold.len(), |n| g + n);
            while f < found.len() && found[f].signs.end <= whole.start {
                f += 1;
            }
            let found_end =
                found[f..].iter().position(|word| word.signs.end > whole.end).map_or(found.len(), |n| f + n);
            for (in_gold, in_found) in common(&gold[g..gold_end], &found[f..found_end]) {
                matched[f + in_found] = Some(g + in_gold);
            }
            (g, f) = (gold_end, found_end);
        } else if gold[g].signs == found[f].signs {
            matched[f] = Some(g);
            (g, f) = (g + 1, f + 1);
        } else if gold[g].signs.start < found[f].signs.start {
            g += 1;
        } else if found[f].signs.start < gold[g].signs.start {
            f += 1;
        } else if gold[g].signs.end < found[f].signs.end {
            g += 1;
        } else {
            f += 1;
        }
    }
    matched
}

/// The longest common sequence of forms, as pairs of places.
fn common(gold: &[Placed], found: &[Placed]) -> Vec<(usize, usize)> {
    let width = found.len() + 1;
    let mut longest = vec![0usize; (gold.len() + 1) * width];
    for g in (0..gold.len()).rev() {
        for f in (0..found.len()).rev() {
            longest[g * width + f] = if gold[g].form == found[f].form {
                longest[(g + 1) * width + f + 1] + 1
            } else {
                longest[(g + 1) * width + f].max(longest[g * width + f + 1])
            };
        }
    }
    let (mut g, mut f, mut pairs) = (0, 0, Vec::new());
    while g < gold.len() && f < found.len() {
        if gold[g].form == found[f].form {
            pairs.push((g, f));
            (g, f) = (g + 1, f + 1);
        } else if longest[(g + 1) * width + f] >= longest[g * width + f + 1] {
            g += 1;
        } else {
            f += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str, start: usize, head: Option<usize>, whole: Option<Range<usize>>) -> Placed {
        let signs = whole.clone().unwrap_or(start..start + form.len());
        Placed { signs, form: form.into(), tag: "X".into(), head, relation: "dep".into(), whole }
    }

    #[test]
    fn words_are_matched_by_place_and_within_one_writing_by_form() {
        // "ab cd-e f" against "ab c d-e f", where the gold side writes "cd-e" in one as "c", "de".
        let gold = Side {
            words: vec![
                word("ab", 0, None, None),
                word("c", 2, Some(0), Some(2..6)),
                word("de", 2, Some(0), Some(2..6)),
                word("f", 6, Some(2), None),
            ],
            sentences: std::iter::once(0..7).collect(),
        };
        let found = Side {
            words: vec![
                word("ab", 0, None, None),
                word("c", 2, Some(0), None),
                word("d-e", 3, Some(0), None),
                word("f", 6, Some(2), None),
            ],
            sentences: std::iter::once(0..7).collect(),
        };
        assert_eq!(matched(&gold.words, &found.words), [Some(0), Some(1), None, Some(3)]);
        let score = compare(&gold, &found);
        // "f" hangs on a word that is matched with none.
        assert_eq!((score.words, score.heads, score.sentences), (0.75, 0.5, 1.0));
    }
}
