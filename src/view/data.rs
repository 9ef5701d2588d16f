//! The data of a widget: a timeline, or columns of numbers whose words stay in JavaScript.
//!
//! In: what the page handed over, checked. Out: its events one by one, each made when it is asked for. It must never learn of dates: those
//! are in the [`Index`].

use crate::date::{Day, Extent};
use crate::layout::Index;
use crate::list::List;
use crate::span::Span;
use crate::timeline::{Certainty, Event, Evidence, Status, Timeline, When};
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
    /// Whether entries are filed under headings.
    pub is_filed: bool,
    /// Whether any comes from a sentence that has a place in an article.
    pub is_read: bool,
}

/// Before the number, from 1, of an event that has no id of its own.
const UNNAMED: &str = "event-";

impl From<Timeline> for Data {
    fn from(timeline: Timeline) -> Data {
        let any = |is: fn(&Event) -> bool| timeline.events.iter().any(is);
        Data {
            is_filed: any(|event| event.group.is_some()),
            is_read: any(|event| event.evidence.iter().any(|evidence| evidence.block.is_some())),
            index: Index::of(&timeline),
            timeline,
            words: None,
        }
    }
}

impl Data {
    /// Columns: the index of their numbers, and their words.
    pub fn of_columns(index: Index, titles: Array, texts: Array) -> Data {
        Data { timeline: Timeline::default(), index, words: Some((titles, texts)), is_filed: false, is_read: false }
    }

    /// The event with this number.
    pub fn event(&self, index: usize) -> Option<Cow<'_, Event>> {
        let Some((titles, texts)) = &self.words else {
            return self.timeline.events.get(index).map(Cow::Borrowed);
        };
        self.index.place(index)?;
        let text = |texts: &Array| texts.get(index as u32).as_string().filter(|text| !text.is_empty());
        let evidence = |text| Evidence { article: 0, text, block: None, span: Span::new(0, 0), mention: None };
        let extent = Extent::day(Day::EPOCH);
        Some(Cow::Owned(Event {
            id: self.id(index)?,
            title: text(titles).unwrap_or_default(),
            status: Status::Happened,
            importance: 0.5,
            source: None,
            when: When { extent, certainty: Certainty::Stated, why: String::new() },
            evidence: text(texts).into_iter().map(evidence).list(),
            media: None,
            group: None,
            url: None,
        }))
    }

    /// The id of an event.
    pub fn id(&self, index: usize) -> Option<String> {
        match &self.words {
            None => Some(self.timeline.events.get(index)?.id.clone()),
            Some(_) => Some([UNNAMED, &(index + 1).to_string()].concat()),
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
