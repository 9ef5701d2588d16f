//! The sentences that tell a story: each with its words, clauses and mentions.
//!
//! In: an article and its dated mentions. Out: its sentences in order, read.
//! It must never learn which of them become events.

use super::clause::{Clause, Clauses, clauses};
use super::lexicon::{self as class, Lexicon};
use super::sentence::sentences;
use super::word::{Kind, Word, words};
use crate::article::{Article, BlockKind};
use crate::span::Span;
use crate::temporal::{Context, Dated, tag_all};

/// A sentence, read.
pub(super) struct Telling<'a> {
    /// The text of its block, or the headline.
    pub(super) text: &'a str,
    /// Its place in that text.
    pub(super) span: Span,
    /// `None` for the headline.
    pub(super) block: Option<usize>,
    pub(super) words: Vec<Word>,
    pub(super) clauses: Clauses,
    /// The mentions in it, with the word each begins with and the one behind its last.
    pub(super) mentions: Vec<Mentioned>,
    pub(super) place: Place,
    /// It asks.
    pub(super) question: bool,
}

/// A mention and the words it covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mentioned {
    pub(super) dated: Dated,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Where in an article a sentence stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Headline,
    /// First sentence of the first paragraph.
    Lead,
    /// First sentence of a later paragraph.
    Opening,
    Inside,
}

impl<'a> Telling<'a> {
    /// The words from `first` to before `end` as written.
    pub(super) fn written(&self, first: usize, end: usize) -> &'a str {
        let words = self.words.get(first..end).unwrap_or(&[]);
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end).of(self.text),
            _ => "",
        }
    }

    /// One word as written.
    pub(super) fn word(&self, place: usize) -> &'a str {
        self.written(place, place + 1)
    }

    pub(super) fn sentence(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// The words in front of a clause's verb that belong to it.
    pub(super) fn subject(&self, clause: &Clause, number: usize) -> Vec<usize> {
        let end = clause.verb.map_or(clause.end, |verb| verb.first);
        (clause.first..end).filter(|&word| self.clauses.of(word) == number).collect()
    }
}

/// Reads an article. The headline comes first if there is one.
pub(super) fn tellings<'a>(article: &'a Article, lexicon: &Lexicon, context: Context<'_>) -> Vec<Telling<'a>> {
    let mut told = Vec::new();
    let telling_blocks = article.blocks.iter().enumerate().filter(|(_, block)| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Post)
    });
    let (numbers, texts): (Vec<usize>, Vec<&str>) =
        telling_blocks.map(|(number, block)| (number, block.text.as_str())).unzip();
    if let Some(headline) = &article.headline {
        read_block(headline, None, Vec::new(), lexicon, &mut told);
    }
    for ((number, text), mentions) in numbers.into_iter().zip(&texts).zip(tag_all(&texts, context)) {
        read_block(text, Some(number), mentions, lexicon, &mut told);
    }
    told
}

fn read_block<'a>(
    text: &'a str,
    block: Option<usize>,
    mentions: Vec<Dated>,
    lexicon: &Lexicon,
    told: &mut Vec<Telling<'a>>,
) {
    let phrases: Vec<Span> = mentions.iter().map(|mention| mention.phrase.join(mention.span)).collect();
    let mut quoted = false;
    let mut next = 0;
    let first_paragraph = !told.iter().any(|telling| telling.block.is_some());
    for (number, span) in sentences(text, lexicon).into_iter().enumerate() {
        let from = next;
        while mentions.get(next).is_some_and(|mention| mention.span.start < span.end) {
            next += 1;
        }
        let here = phrases.get(from..next).unwrap_or(&[]);
        let mut found = Vec::with_capacity(24);
        words(text, span, here, &mut quoted, lexicon, &mut found);
        let mentions = mentions.get(from..next).unwrap_or(&[]).iter();
        let mentions = mentions
            .map(|&dated| Mentioned {
                dated,
                first: found.partition_point(|word| word.span.end <= dated.phrase.start),
                end: found.partition_point(|word| word.span.start < dated.span.end),
            })
            .collect();
        let place = match (block, number) {
            (None, _) => Place::Headline,
            (_, 0) if first_paragraph => Place::Lead,
            (_, 0) => Place::Opening,
            _ => Place::Inside,
        };
        let clauses = clauses(&found);
        let question = found
            .iter()
            .rev()
            .find(|word| word.kind == Kind::Stop)
            .is_some_and(|word| word.span.of(text).contains('?'));
        told.push(Telling { text, span, block, words: found, clauses, mentions, place, question });
    }
}

impl Telling<'_> {
    /// Picture credits and the like: a short line without a finite verb that names its maker.
    pub(super) fn is_credit(&self) -> bool {
        self.words.iter().any(|word| word.is(class::MARKUP)) && self.words.iter().any(|word| word.kind == Kind::Break)
    }
}
