//! The data of a widget: a timeline, or columns of numbers whose words stay in JavaScript.
//!
//! In: what the page handed over, checked. Out: its events one by one, each made when it is asked for. It must never learn of dates: those
//! are in the [`Index`].

use crate::base::date::Moment;
use crate::layout::Index;
use crate::timeline::{Event, Timeline};
use js_sys::Array;
use std::borrow::Cow;

/// What a widget shows.
pub struct Data {
    /// Articles and warnings; its events too, unless they are columns.
    pub timeline: Timeline,
    /// All events in order of time.
    pub index: Index,
    /// Titles and texts by event, as far as they are columns.
    pub words: Option<(Array, Array)>,
    /// Whether there is more than one group: then an entry says which it belongs to, and can be searched for by it.
    pub is_filed: bool,
    /// Columns of whole days: their milliseconds are days, which no time zone moves.
    pub whole_days: bool,
    /// Whether any comes from a sentence that has a place in an article.
    pub is_read: bool,
}

/// What is to be said of an event. Its date is not among it: that the index knows, for columns as well.
pub struct Shown<'a> {
    /// What happened.
    pub title: Cow<'a, str>,
    /// The sentence it comes from, or else the text that it or its column has.
    pub text: Option<Cow<'a, str>>,
    /// All that is known of it; nothing more of columns.
    pub event: Option<&'a Event>,
}

/// Before the number, from 1, of an event that has no id of its own.
const UNNAMED: &str = "event-";

impl Data {
    /// A timeline, and when it was published.
    #[inline(never)]
    pub fn of(timeline: Timeline, published: Option<Moment>) -> Data {
        let mut groups = timeline.events.iter().filter_map(|event| event.group.as_ref());
        let first = groups.next();
        Data {
            is_filed: groups.any(|group| Some(group) != first),
            is_read: timeline.events.iter().any(|event| event.evidence.iter().any(|evidence| evidence.block.is_some())),
            index: Index::published(&timeline, published),
            timeline,
            words: None,
            whole_days: false,
        }
    }

    /// Columns: the index of their numbers, and their words.
    pub fn of_columns(index: Index, titles: Array, texts: Array, whole_days: bool) -> Data {
        let words = Some((titles, texts));
        Data { timeline: Timeline::default(), index, words, is_filed: false, whole_days, is_read: false }
    }

    /// What is to be said of the event with this number.
    pub fn event(&self, index: usize) -> Option<Shown<'_>> {
        let Some((titles, texts)) = &self.words else {
            let event = self.timeline.events.get(index)?;
            let sentence =
                event.evidence.first().map(|evidence| evidence.text.as_str()).filter(|text| !text.is_empty());
            let text = sentence.or(event.text.as_deref()).map(Cow::Borrowed);
            return Some(Shown { title: Cow::Borrowed(&event.title), text, event: Some(event) });
        };
        self.index.place(index)?;
        let text = |texts: &Array| texts.get(index as u32).as_string().filter(|text| !text.is_empty()).map(Cow::Owned);
        Some(Shown { title: text(titles).unwrap_or_default(), text: text(texts), event: None })
    }

    /// The id of an event.
    pub fn id(&self, index: usize) -> Option<String> {
        match &self.words {
            None => Some(self.timeline.events.get(index)?.id.clone()),
            Some(_) => Some([UNNAMED, &(index + 1).to_string()].concat()),
        }
    }

    /// What its elements are kept by: the same for the same id, whatever comes before it. Where two ids fall together, they are told apart by order.
    pub fn key(&self, index: usize) -> u32 {
        match self.timeline.events.get(index) {
            Some(event) => event.id.bytes().fold(0, |key: u32, byte| key.wrapping_mul(31) ^ u32::from(byte)),
            None => index as u32,
        }
    }

    /// The number of the event with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        match &self.words {
            None => self.timeline.events.iter().position(|event| event.id == id),
            Some(_) => {
                let number: usize = id.strip_prefix(UNNAMED)?.parse().ok()?;
                number.checked_sub(1).filter(|index| self.index.place(*index).is_some())
            }
        }
    }
}
