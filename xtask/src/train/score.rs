//! How good trees are: the shares of words with the right part of speech, head, relation and clause.
//!
//! In: gold and found trees. Out: four shares, counted as ../shared/eval/evaluate.py counts them. It must never learn who found the trees.

use super::lesson::base;
use super::treebank::Sentence;
use std::fmt;

/// Counts of words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    words: usize,
    tags: usize,
    heads: usize,
    relations: usize,
    clauses: usize,
}

/// A tree by name. Heads count from 1; 0 is the root.
pub(crate) struct Named<'a> {
    pub(crate) tags: Vec<&'a str>,
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<&'a str>,
}

impl<'a> Named<'a> {
    /// The treebank's own tree.
    pub(crate) fn gold(sentence: &'a Sentence) -> Named<'a> {
        Named {
            tags: sentence.words.iter().map(|word| &*word.tag).collect(),
            heads: sentence.words.iter().map(|word| word.head).collect(),
            relations: sentence.words.iter().map(|word| &*word.relation).collect(),
        }
    }
}

impl Score {
    /// Counts a sentence; subtypes of relations are not asked for.
    pub(crate) fn add(&mut self, gold: &Named, found: &Named) {
        for place in 0..gold.heads.len() {
            let head = gold.heads[place] == found.heads[place];
            self.words += 1;
            self.tags += usize::from(gold.tags[place] == found.tags[place]);
            self.heads += usize::from(head);
            self.relations += usize::from(head && base(gold.relations[place]) == base(found.relations[place]));
            self.clauses += usize::from(clause(place, gold) == clause(place, found));
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let share = |count: usize| count as f64 / self.words.max(1) as f64;
        write!(
            out,
            "UPOS {:.4}  UAS {:.4}  LAS {:.4}  clause {:.4}",
            share(self.tags),
            share(self.heads),
            share(self.relations),
            share(self.clauses)
        )
    }
}

const CLAUSES: [&str; 7] = ["root", "csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis"];

/// The word that heads the clause in which a word stands.
fn clause(mut word: usize, tree: &Named) -> Option<usize> {
    for _ in 0..tree.heads.len() {
        if CLAUSES.contains(&base(tree.relations[word])) || tree.heads[word] == 0 {
            return Some(word);
        }
        word = tree.heads[word] - 1;
    }
    None
}
