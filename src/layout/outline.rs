//! The whole span of a timeline as a container of some width shows it.
//!
//! In: an [`Index`] and a [`Frame`]. Out: what is folded, and whether the publication and today belong in the picture. It must never learn what
//! part of it is in view.

use super::fold::{Folded, fold};
use super::frame::Frame;
use super::index::Index;
use super::instant::DAY;
use super::legend;
use super::px::Px;
use super::scene::{ALL_ENTRIES, Legend};
use super::shape::Edge;
use super::units::TickUnit;
use crate::base::date::{Day, Moment};

/// Free space after publication (few, many, very many entries), in px at a base font of 16 px: the day's labels and what is planned stand there.
const AFTER: [i32; 3] = [184, 132, 60];

/// The whole span as a container of some width shows it; made once for each index, width and size of type.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outline {
    pub(super) folded: Option<Folded>,
    /// The publication, where it belongs in the picture.
    pub(super) published: Option<(Edge, Moment)>,
    /// The middle of today, where it lies within.
    pub(super) today: Option<Edge>,
    pub(super) keys: Vec<Legend>,
    made_for: (Px, Px),
}

impl Outline {
    /// The outline of an index for a frame's width and type.
    pub fn of(index: &Index, frame: &Frame) -> Outline {
        let room = frame.width.to_f64() - after(index, frame);
        let folded = fold(index, index.published.map(Edge::published), room);
        let is_near = folded.as_ref().is_some_and(|folded| folded.published);
        let edge = |moment| match (Edge::published(moment), index.finest) {
            (edge, TickUnit::Minute) => Edge::at(edge.instant),
            (edge, _) => edge,
        };
        let published = index.published.filter(|_| is_near).map(|moment| (edge(moment), moment));
        let today = frame.today.and_then(|day| today(index, published, day));
        Outline { folded, published, today, keys: legend::of_index(index), made_for: (frame.width, frame.em) }
    }

    /// Whether it was made for a frame's width and type.
    pub fn fits(&self, frame: &Frame) -> bool {
        self.made_for == (frame.width, frame.em)
    }
}

/// Where today stands, if it lies within the span of the events and the publication, and is not the day of publication.
fn today(index: &Index, published: Option<(Edge, Moment)>, day: Day) -> Option<Edge> {
    let today = Edge::published(day.into());
    let (mut first, mut last) = (index.busy.first()?.start, index.busy.last()?.end);
    if let Some((edge, moment)) = published {
        if moment.day == day {
            return None;
        }
        (first, last) = (first.min(edge.middle), last.max(edge.middle));
    }
    let half = DAY / 2.0;
    (first < today.middle + half && last > today.middle - half).then_some(today)
}

/// The free space after publication, in px.
pub(super) fn after(index: &Index, frame: &Frame) -> f64 {
    let step = usize::from(index.is_many()) + usize::from(index.len() > ALL_ENTRIES);
    let room = AFTER.get(step).copied().map_or(184.0, f64::from) * frame.em.to_f64() / 16.0;
    room.min(frame.width.to_f64() / 3.0)
}
