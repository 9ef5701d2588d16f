//! Clauses: which verb each word of a sentence belongs to, found without a parser.
//!
//! In: the words of a sentence. Out: its clauses, each with its verb group and its place among the others.
//! It must never learn what a date is; words inside a mention are only never verbs.

mod boundary;
pub(in crate::events) mod finite;
mod reader;
pub(in crate::events) mod verb;

use crate::language::word::Word;
pub(in crate::events) use boundary::VerbPosition;
use reader::ClauseReader;
use verb::VerbGroup;

/// A clause: a verb with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(in crate::events) struct Clause {
    pub(in crate::events) kind: ClauseKind,
    pub(in crate::events) verb: Option<VerbGroup>,
    /// First word, counted from the sentence's first.
    pub(in crate::events) first: usize,
    /// One past its last word; words of other clauses may stand between.
    pub(in crate::events) end: usize,
    /// The clause it hangs on, or whose subject it shares.
    pub(in crate::events) parent: Option<usize>,
    /// Opened by "if", "unless".
    pub(in crate::events) conditional: bool,
    /// Inside quotation marks, as a whole.
    pub(in crate::events) quoted: bool,
}

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::events) enum ClauseKind {
    Main,
    /// Behind "and", "but": shares the subject of its parent when it has none of its own.
    Coordinated,
    /// Behind "while", "after".
    Subordinate,
    /// "who", "which", "that".
    Relative,
    /// "filed in 2003", "killing five".
    Participle,
    /// What somebody says: behind "said that".
    Content,
    /// "according to the police": it has no verb.
    Attribution,
    /// In brackets.
    Bracket,
}

/// The clauses of a sentence.
#[derive(Default, Debug)]
pub(in crate::events) struct Clauses {
    pub(in crate::events) list: Vec<Clause>,
    /// For each word the clause it belongs to.
    pub(in crate::events) owner: Vec<u16>,
}

impl Clauses {
    /// The clause of a word.
    pub(in crate::events) fn of(&self, word: usize) -> usize {
        self.owner.get(word).copied().map_or(0, usize::from)
    }

    pub(in crate::events) fn get(&self, clause: usize) -> Option<&Clause> {
        self.list.get(clause)
    }
}

/// Splits a sentence into clauses.
pub(in crate::events) fn clauses(words: &[Word]) -> Clauses {
    let mut reader = ClauseReader {
        words,
        found: Clauses { list: Vec::new(), owner: vec![0; words.len()] },
        stack: Vec::new(),
        since: 0,
        joint: None,
    };
    reader.start(ClauseKind::Main, 0, None);
    let mut place = 0;
    while place < words.len() {
        place = reader.step(place).max(place + 1);
    }
    reader.finish()
}

#[cfg(test)]
mod tests;
