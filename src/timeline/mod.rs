//! From dates to a story: dated mentions become events in order, each with its evidence.
//!
//! In: articles and their dated mentions. Out: a [`Timeline`].
//! It must never learn how it is drawn or exchanged.

use crate::article::{Article, Warning};
use crate::date::{Extent, Moment};
use crate::span::Span;

/// How a timeline is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Every dated event, with no ranking and no cap (archives, evaluation).
    pub all: bool,
}

/// The timeline of one article, or one timeline of several.
pub fn build(articles: &[Article], options: Options) -> Timeline {
    let _ = (articles, options);
    Timeline::default()
}

/// Events in order of time, with the articles they come from and the warnings.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    /// The articles; [`Evidence::article`] counts into this list.
    pub articles: Vec<Source>,
    /// The events, by start.
    pub events: Vec<Event>,
    /// What could not be read or was doubtful.
    pub warnings: Vec<Warning>,
}

/// An article that a timeline comes from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Source {
    /// Its headline.
    pub headline: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// BCP 47 tag.
    pub language: Option<String>,
}

/// What happened, when.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// Stable for the same article text; fit for a URL fragment.
    pub id: String,
    /// At most 80 characters, in the article's own words.
    pub title: String,
    /// Whether it happened, is said to have happened, or lies ahead.
    pub status: Status,
    /// 0 to 1.
    pub importance: f32,
    /// Who says so; always present when the status is reported.
    pub source: Option<String>,
    /// Its date.
    pub when: When,
    /// The sentences it comes from, the best first. Empty only for timelines that others made.
    pub evidence: Vec<Evidence>,
    /// A picture.
    pub media: Option<Media>,
    /// A heading it is filed under.
    pub group: Option<String>,
    /// Where to read more.
    pub url: Option<String>,
}

/// Whether an event is a fact of the past, a claim, or a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Status {
    Happened,
    Reported,
    Planned,
}

/// The date of an event, and how it was found.
#[derive(Clone, PartialEq, Debug)]
pub struct When {
    /// The date itself.
    pub extent: Extent,
    /// How sure the date is.
    pub certainty: Certainty,
    /// How it was found, in plain words for readers; empty where nobody says.
    pub why: String,
}

/// How a date was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Certainty {
    /// The text gives it.
    Stated,
    /// It follows from the text: tense, the sentence before.
    Inferred,
    /// Nothing better is known: the publication date.
    Assumed,
}

/// Where an event comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// Which article.
    pub article: usize,
    /// The sentence.
    pub text: String,
    /// Which block; `None` for the headline, or when the article's blocks are not known.
    pub block: Option<usize>,
    /// Where the sentence stands in the block's (or the headline's) text.
    pub span: EvidenceSpan,
    /// The time phrase inside it, if it has one: its words and its place in the same text.
    pub mention: Option<(String, EvidenceSpan)>,
}

/// A place in a block's text, in the unit of JavaScript strings because evidence is made for pages: UTF-16, half open.
/// Conversion happens once, where the block's text is at hand.
pub type EvidenceSpan = Span;

/// A picture with what must stand beside it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Media {
    /// Its address.
    pub url: String,
    /// Words for those who can't see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
}
