//! A draft: an event as one clause tells it, with what speaks for and against it.
//!
//! In: nothing; it is plain data between choosing and merging. It must never learn how it came about.

use super::{Status, When};
use crate::base::date::Day;
use crate::language::class;

/// An event as one clause tells it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) article: usize,
    /// When its article was published.
    pub(super) published: Option<Day>,
    /// Index of the sentence in its article.
    pub(super) sentence: usize,
    /// Index of the mention in the sentence's list of mentions.
    pub(super) mention: Option<usize>,
    /// Index of the clause in the sentence.
    pub(super) clause: usize,
    pub(super) title: String,
    pub(super) when: When,
    pub(super) status: Status,
    pub(super) source: Option<String>,
    /// The word that names the event, in lower case, and what kind of word it is.
    pub(super) trigger: String,
    pub(super) classes: class::Classes,
    /// Lower-case content words of the clause, sorted.
    pub(super) content: Vec<String>,
    /// The same of the whole sentence, where that tells the news; empty elsewhere.
    pub(super) wide: Vec<String>,
    /// The event noun that is its subject: "the launch took place".
    pub(super) happening: Option<String>,
    pub(super) traits: Traits,
    /// How likely it is right, from 0 to 1; `None` where no tree told.
    pub(super) chance: Option<f32>,
}

/// What speaks for and against a draft.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Traits {
    /// Its date is the publication date, because it is the news.
    pub(super) news: bool,
    pub(super) lead: bool,
    pub(super) opening: bool,
    pub(super) first_person: bool,
    /// One word is no title.
    pub(super) mute: bool,
    /// Holds an event noun.
    pub(super) nominal: bool,
    pub(super) number: bool,
    pub(super) names: bool,
    /// The headline is among its evidence.
    pub(super) headline: bool,
}
