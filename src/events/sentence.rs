//! The sentences that tell a story: each with its words and mentions.
//!
//! In: an article and its dated mentions. Out: its sentences in order, read.
//! It must never learn which of them become events.

use crate::article::{Article, Block, BlockKind, Warning};
use crate::base::date::Day;
use crate::base::find;
use crate::base::list::List;
use crate::base::span::Span;
use crate::language::class::Classes;
use crate::language::split::sentences;
use crate::language::word::{Marked, Word, WordKind, words};
use crate::language::{Language, class, lexer, lower};
use crate::temporal::{Context, Dated, Signal, Told, tag_told};

/// The longest word that joins the two ends of a stretch, in bytes: "and", "until".
const LONGEST_JOINT: usize = 5;

/// A sentence, read.
pub(super) struct Sentence<'a> {
    /// The text of its block, or the headline.
    pub(super) text: &'a str,
    /// Its place in that text.
    pub(super) span: Span,
    /// `None` for the headline.
    pub(super) block: Option<usize>,
    pub(super) words: Vec<Word>,
    /// The mentions in it, with the word each begins with and the one behind its last.
    pub(super) mentions: Vec<Mentioned>,
    pub(super) place: SentencePlace,
    /// It asks.
    pub(super) question: bool,
    /// The day it was written on, where that is known of it alone.
    pub(super) written: Option<Day>,
    /// It begins like a question: "What went wrong".
    pub(super) asks_in_front: bool,
    /// The date of the heading above, with its words.
    pub(super) heading: Option<(Dated, &'a str)>,
    /// What makes a name a possessive.
    pub(super) genitive: &'a str,
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
pub(super) enum SentencePlace {
    Headline,
    /// First sentence of the first paragraph.
    Lead,
    /// First sentence of a post in a live blog.
    Post,
    /// First sentence of a later paragraph.
    Opening,
    Inside,
}

impl<'a> Sentence<'a> {
    /// The words from `first` to before `end` as written.
    pub(super) fn written(&self, first: usize, end: usize) -> &'a str {
        let words = self.words.get(first..end).unwrap_or(&[]);
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end).of(self.text),
            _ => "",
        }
    }

    /// Whether a word is in one of these classes.
    #[inline(never)] // Asked at a hundred places: docs/size.md.
    pub(super) fn is(&self, place: usize, classes: Classes) -> bool {
        self.words.get(place).is_some_and(|word| word.is(classes))
    }

    /// Whether what stands there is of this kind.
    #[inline(never)] // As above.
    pub(super) fn kind(&self, place: usize) -> Option<WordKind> {
        self.words.get(place).map(|word| word.kind)
    }

    /// Whether a word is part of a mention.
    #[inline(never)] // As above.
    pub(super) fn is_mention(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(|word| word.mention)
    }

    /// Whether a word begins with a capital.
    #[inline(never)] // As above.
    pub(super) fn is_capital(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(|word| word.capital)
    }

    /// One word as written.
    pub(super) fn word(&self, place: usize) -> &'a str {
        self.written(place, place + 1)
    }

    pub(super) fn whole(&self) -> &'a str {
        self.span.of(self.text)
    }
}

/// Reads an article. The headline comes first if there is one.
pub(super) fn read_article<'a>(
    article: &'a Article,
    context: Context<'a>,
    warnings: &mut Vec<Warning>,
) -> Vec<Sentence<'a>> {
    let language = context.language;
    let mut told = Vec::new();
    let blocks: Vec<(usize, &Block)> =
        article.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_read()).list();
    let texts: Vec<Told<'_>> = blocks
        .iter()
        .map(|(_, block)| Told { text: block.text.as_str(), published: block.time, dates: &block.dates })
        .list();
    if let Some(headline) = &article.headline {
        read_block(headline, None, Vec::new(), language, &mut told);
    }
    let mut heading = None;
    for ((number, block), mentions) in blocks.into_iter().zip(tag_told(&texts, context)) {
        warn_of_impossible_days(&block.text, &mentions, warnings);
        if block.kind == BlockKind::Heading {
            heading = dating(&block.text, &mentions);
            continue;
        }
        let from = told.len();
        read_block(&block.text, Some(number), mentions, language, &mut told);
        for sentence in told.iter_mut().skip(from) {
            sentence.heading = heading;
            sentence.written = block.time.map(|time| time.day);
            if block.kind == BlockKind::Post && matches!(sentence.place, SentencePlace::Lead | SentencePlace::Opening) {
                sentence.place = SentencePlace::Post;
            }
        }
    }
    told
}

/// The date that a heading gives what stands below: "March 2011", "12 May: the siege", not "What the law of 1999 says".
fn dating<'a>(text: &'a str, mentions: &[Dated]) -> Option<(Dated, &'a str)> {
    let dated = mentions.iter().find(|mention| mention.range.is_some())?;
    let begins = dated.phrase.start == 0;
    let whole = dated.span.end == text.len() || find::begins_in(text.get(dated.span.end..)?, ":, –—");
    (begins && whole).then_some((*dated, dated.phrase.join(dated.span).of(text)))
}

/// So many warnings are read by somebody; more only cost time.
const WARNINGS: usize = 20;

/// "30 February": said once, however often the text says it.
fn warn_of_impossible_days(text: &str, mentions: &[Dated], warnings: &mut Vec<Warning>) {
    for mention in mentions.iter().filter(|mention| mention.is_no_day()) {
        let warning = Warning::no_such_day(mention.span.of(text));
        if warnings.len() < WARNINGS && !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
}

fn read_block<'a>(
    text: &'a str,
    block: Option<usize>,
    mentions: Vec<Dated>,
    language: &'a Language,
    told: &mut Vec<Sentence<'a>>,
) {
    // Durations and vague words ("recently") stay words: only what names a date is taken out of the grammar.
    let mentions: Vec<Dated> = mentions.into_iter().filter(|mention| mention.range.is_some()).list();
    let mut phrases: Vec<Span> = mentions.iter().map(|mention| mention.phrase.join(mention.span)).list();
    // "between 2014 and 2016" is one phrase: the "and" joins no clauses.
    for number in 1..phrases.len() {
        let opens =
            mentions.get(number - 1).is_some_and(|first| matches!(first.signal, Some(Signal::Between | Signal::From)));
        let next = phrases.get(number).map_or(0, |next| next.start);
        if let Some(phrase) = phrases.get_mut(number - 1).filter(|_| opens)
            && text
                .get(phrase.end..next)
                .is_some_and(|gap| gap.trim().len() <= LONGEST_JOINT && gap.trim().len() + 2 >= gap.len())
        {
            phrase.end = next;
        }
    }
    let tokens = lexer::lex(text, language);
    let mut quoted = false;
    let mut next = 0;
    let first_paragraph = !told.iter().any(|sentence| sentence.block.is_some());
    for (number, span) in sentences(text, &phrases, language).into_iter().enumerate() {
        let from = next;
        while mentions.get(next).is_some_and(|mention| mention.span.start < span.end) {
            next += 1;
        }
        let here = phrases.get(from..next).unwrap_or(&[]);
        let found = words(Marked { text, tokens: &tokens, mentions: here }, span, &mut quoted, language);
        let mentions = mentions.get(from..next).unwrap_or(&[]).iter();
        let mentions = mentions
            .map(|&dated| Mentioned {
                dated,
                first: found.partition_point(|word| word.span.end <= dated.phrase.start),
                end: found.partition_point(|word| word.span.start < dated.span.end),
            })
            .list();
        let place = match (block, number) {
            (None, _) => SentencePlace::Headline,
            (_, 0) if first_paragraph => SentencePlace::Lead,
            (_, 0) => SentencePlace::Opening,
            _ => SentencePlace::Inside,
        };
        let question = found
            .iter()
            .rev()
            .find(|word| word.kind == WordKind::Stop)
            .is_some_and(|word| find::has(word.span.of(text), '?'));
        let asks_in_front =
            found.first().is_some_and(|first| language.lists("question-word", &lower(first.span.of(text))));
        told.push(Sentence {
            text,
            span,
            block,
            words: found,
            mentions,
            place,
            question,
            written: None,
            asks_in_front,
            heading: None,
            genitive: language.text("genitive"),
        });
    }
}

impl Sentence<'_> {
    /// Picture credits and the like: a short line without a finite verb that names its maker.
    pub(super) fn is_credit(&self) -> bool {
        self.words.iter().any(|word| word.is(class::MARKUP))
            && self.words.iter().any(|word| word.kind == WordKind::Break)
    }
}
