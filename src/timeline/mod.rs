//! The model of the contract: events in order, each with its date, the reason for it and the sentence it comes from.
//!
//! In and out: plain values. It must never learn how events are found, exchanged or drawn.

use crate::base::date::{Extent, Moment};
use crate::base::hash;
use crate::base::list::List;
use crate::base::span::Utf16Span;
use crate::base::warning::Warning;

/// Events in order of time, with the articles they come from and the warnings.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    /// The articles; [`Evidence::article`] counts into this list.
    pub articles: Vec<Source>,
    /// The events, by start.
    pub events: Vec<Event>,
    /// What it is called, where that is said.
    pub title: Option<String>,
    /// Stretches of time with a name, behind the events.
    pub eras: Vec<Era>,
    /// What another format said beside, as JSON by the name of the format; kept for the way back, never shown.
    pub extra: Option<String>,
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

/// A stretch of time with a name.
#[derive(Clone, PartialEq, Debug)]
pub struct Era {
    /// Its name; may be empty.
    pub title: String,
    /// From when to when.
    pub when: When,
    /// As [`Event::edtf`].
    pub edtf: Option<String>,
    /// As [`Event::extra`].
    pub extra: Option<String>,
}

impl Timeline {
    /// When its articles were published: the latest of them.
    ///
    /// ```
    /// assert_eq!(article_timeline::timeline::Timeline::default().published(), None);
    /// ```
    pub fn published(&self) -> Option<Moment> {
        self.articles.iter().filter_map(|article| article.published).max()
    }
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
    /// Its EDTF as it was given, where that says more than the extent: `2004-06~-11`, `{1667,1760-12}`, years beyond the calendar.
    pub edtf: Option<String>,
    /// The sentences it comes from, the best first. Empty only for timelines that others made.
    pub evidence: Vec<Evidence>,
    /// Plain text that an entry shows when it is open; what others wrote, not what was read.
    pub text: Option<String>,
    /// A picture.
    pub media: Option<Media>,
    /// A heading it is filed under.
    pub group: Option<String>,
    /// Where to read more.
    pub url: Option<String>,
    /// What another format said beside, as JSON by the name of the format; kept for the way back, never shown.
    pub extra: Option<String>,
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
    /// Where the sentence stands in the block's (or the headline's) text, in the unit of JavaScript strings because evidence is made for pages.
    pub span: Utf16Span,
    /// The time phrase inside it, if it has one: its words and its place in the same text.
    pub mention: Option<(String, Utf16Span)>,
}

/// A picture with what must stand beside it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Media {
    /// Its address.
    pub url: String,
    /// Words for those who can't see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// What is to be read below it.
    pub caption: String,
    /// The address of a small picture of it.
    pub thumbnail: String,
}

/// Gives events that share an id a number behind it, so that each can be selected.
pub(crate) fn make_ids_differ(events: &mut [Event]) {
    // Mostly no two are the same, which numbers tell sooner than texts.
    let mut hashes: Vec<u32> = events.iter().map(|event| hash::of(event.id.bytes())).list();
    crate::base::order::sort_by(&mut hashes, Ord::cmp);
    if hashes.windows(2).all(|pair| pair.first() != pair.last()) {
        return;
    }
    let mut ids: Vec<(String, usize)> =
        events.iter().enumerate().map(|(place, event)| (event.id.clone(), place)).list();
    crate::base::order::sort_by(&mut ids, Ord::cmp);
    let mut count = 0;
    for pair in ids.windows(2) {
        if let [(first, _), (second, place)] = pair {
            count = if first == second { count + 1 } else { 0 };
            if count > 0
                && let Some(event) = events.get_mut(*place)
            {
                event.id.push('-');
                event.id.push_str(&count.to_string());
            }
        }
    }
}
