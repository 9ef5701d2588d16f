//! The index: every event as it stands on the line, in order of time, and what a picture must know of many of them at once.
//!
//! In: a timeline, or columns of bare numbers; once for each. Out: answers that cost as much as what they name, and the logarithm of the
//! rest: a frame never looks at every event. It must never learn of pixels or words.

use super::columns::Columns;
use super::instant::{DAY, Minutes, day_and_minute, moment_at};
use super::peaks::Peaks;
use super::shape::{self, Edge, Shape, ShapeKind};
use super::timespan::{Timespan, merge_into};
use super::units::TickUnit;
use crate::base::date::{Bound, Extent, Moment, Precision};
use crate::base::error::Error;
use crate::base::list::List;
use crate::timeline::{Status, Timeline};
use core::ops::Range;

/// From so many entries on words are set smaller and stand on poles.
const MANY: usize = 15;

/// The events of a timeline in order of time. An event's *place* is its number in that order, from 0.
#[derive(Clone, Debug)]
pub struct Index {
    shapes: Vec<Shape>,
    /// How often a shape was looked at: growth is tested by counting, not by the clock.
    #[cfg(debug_assertions)]
    looked: core::cell::Cell<u64>,
    /// Dates by event; empty where the shapes say all there is to say (columns).
    extents: Vec<Extent>,
    /// Places by event; empty where the events come in order.
    places: Vec<u32>,
    /// Weights by place, 0 for what is no point; empty where all are points that weigh the same.
    weights: Peaks,
    /// The places of what is no point, in order.
    bands: Vec<u32>,
    /// The bands that begin before the instant they are counted at, by their beginnings: "by 2025" reaches back from its limit.
    early: Vec<(Minutes, u32)>,
    /// The days on which the bands end, in their order.
    lasts: Peaks,
    /// The ends of all bands, in order: for counting.
    ends: Vec<Minutes>,
    /// What is covered for sure: neither overlapping nor touching, early to late.
    pub(super) busy: Vec<Timespan>,
    /// The publication.
    pub(super) published: Option<Moment>,
    /// The finest unit that any event knows.
    pub(super) finest: TickUnit,
    /// The place of the shape that ends last.
    pub(super) last: usize,
}

impl Index {
    /// The events of a timeline.
    ///
    /// ```
    /// use article_timeline::{layout::Index, timeline::Timeline};
    /// assert!(Index::of(&Timeline::default()).is_empty());
    /// ```
    pub fn of(timeline: &Timeline) -> Index {
        Index::published(timeline, timeline.published())
    }

    /// The same, with a publication date from elsewhere.
    pub fn published(timeline: &Timeline, published: Option<Moment>) -> Index {
        let extents = timeline.events.iter().map(|event| event.when.extent).list();
        Index { extents, published, ..Index::of_shapes(shape::shapes(timeline, published)) }
    }

    /// Events that are no more than numbers.
    ///
    /// # Errors
    /// One that names the first whose start is no date: not finite, or beyond the calendar.
    ///
    /// ```
    /// use article_timeline::layout::{Columns, Index};
    /// let starts = [86_400_000.0, 0.0];
    /// let index = Index::of_columns(&Columns { starts: &starts, ends: &[], minutes: false }).unwrap();
    /// assert_eq!((index.event(0), index.place(0)), (Some(1), Some(1)));
    /// ```
    pub fn of_columns(columns: &Columns<'_>) -> Result<Index, Error> {
        let mut shapes = Vec::with_capacity(columns.starts.len());
        for index in columns.order() {
            let start = columns.starts.get(index).copied().unwrap_or(f64::NAN);
            let from =
                columns.moment(start).ok_or_else(|| ["columns.start[", &index.to_string(), "] is no date"].concat())?;
            let end = columns.ends.get(index).filter(|end| **end > start).and_then(|&end| columns.moment(end));
            shapes.push(Shape {
                index,
                kind: if end.is_some() { ShapeKind::Bar } else { ShapeKind::Point },
                start: Edge::start_of(from),
                end: Edge::end_of(end.unwrap_or(from)),
                open: false,
                status: Status::Happened,
                weight: 3,
                minute: columns.minutes,
            });
        }
        Ok(Index::of_shapes(shapes))
    }

    /// Says when columns were published, which they do not say themselves.
    ///
    /// ```
    /// use article_timeline::{base::date::Day, layout::{Columns, Index}};
    /// let mut index = Index::of_columns(&Columns { starts: &[0.0], ends: &[], minutes: false }).unwrap();
    /// index.publish(Some(Day::EPOCH.into()));
    /// ```
    pub fn publish(&mut self, published: Option<Moment>) {
        self.published = published;
    }

    fn of_shapes(shapes: Vec<Shape>) -> Index {
        let is_band = |shape: &Shape| shape.kind != ShapeKind::Point;
        let places = match shapes.iter().enumerate().all(|(place, shape)| place == shape.index) {
            true => Vec::new(),
            false => places(&shapes),
        };
        let bands: Vec<u32> =
            shapes.iter().enumerate().filter(|(_, shape)| is_band(shape)).map(|(place, _)| place as u32).list();
        let mut ends: Vec<Minutes> = shapes.iter().filter(|shape| is_band(shape)).map(|shape| shape.end.middle).list();
        crate::base::order::sort_by(&mut ends, f64::total_cmp);
        let last_day = |shape: &Shape| (shape.end.instant / DAY).ceil() as i32;
        let lasts = shapes.iter().filter(|shape| is_band(shape)).map(last_day).list();
        let same = shapes.first().map_or(0, |shape| shape.weight);
        let weights = match bands.is_empty() && shapes.iter().all(|shape| shape.weight == same) {
            true => Peaks::default(),
            false => Peaks::of(shapes.iter().map(|shape| if is_band(shape) { 0 } else { shape.weight }).list()),
        };
        let later = |last: usize, (place, shape): (usize, &Shape)| {
            let is_later = shapes.get(last).is_some_and(|last| shape.end.middle > last.end.middle);
            if is_later { place } else { last }
        };
        let last = shapes.iter().enumerate().fold(0, later);
        let reaches_back = |&place: &u32| {
            let shape = shapes.get(place as usize).filter(|shape| shape.start.middle < shape.at())?;
            Some((shape.start.middle, place))
        };
        let mut early: Vec<(Minutes, u32)> = bands.iter().filter_map(reaches_back).list();
        crate::base::order::sort_by(&mut early, |a, b| a.0.total_cmp(&b.0));
        let is_minute = shapes.iter().any(|shape| shape.minute);
        Index {
            extents: Vec::new(),
            places,
            weights,
            bands,
            early,
            lasts: Peaks::of(lasts),
            ends,
            busy: busy(&shapes),
            published: None,
            finest: if is_minute { TickUnit::Minute } else { TickUnit::Day },
            last,
            shapes,
            #[cfg(debug_assertions)]
            looked: core::cell::Cell::default(),
        }
    }

    /// How often a shape was looked at so far; only in builds for tests.
    #[cfg(debug_assertions)]
    pub fn looked(&self) -> u64 {
        self.looked.get()
    }

    fn look(&self) {
        #[cfg(debug_assertions)]
        self.looked.set(self.looked.get() + 1);
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// So many that words are set smaller and stand on poles.
    pub fn is_many(&self) -> bool {
        self.len() >= MANY
    }

    /// Which event stands at a place.
    pub fn event(&self, place: usize) -> Option<usize> {
        Some(self.shapes.get(place)?.index)
    }

    /// The place of an event; `None` for a number that no event has.
    pub fn place(&self, event: usize) -> Option<usize> {
        let place = if self.places.is_empty() { event } else { *self.places.get(event)? as usize };
        self.event(place).filter(|found| *found == event).map(|_| place)
    }

    /// From when to when an event stands on the line.
    pub fn extent(&self, event: usize) -> Option<(Minutes, Minutes)> {
        let shape = self.shapes.get(self.place(event)?)?;
        Some((shape.start.middle, shape.end.middle))
    }

    /// Whether anything lies in a stretch of time, its ends included.
    pub fn has_any(&self, start: Minutes, end: Minutes) -> bool {
        self.count(start, end) > 0
    }

    /// How many lie in a stretch of time, wholly or in part, its ends included.
    pub(super) fn count(&self, start: Minutes, end: Minutes) -> usize {
        let places = self.before(start)..self.until(end);
        let begun = self.bands_before(places.end) + self.early(end).count();
        self.points(&places) + begun.saturating_sub(self.bands_over(start))
    }

    fn first_place(&self, is_behind: impl Fn(&Shape) -> bool) -> usize {
        self.shapes.partition_point(|shape| {
            self.look();
            !is_behind(shape)
        })
    }

    /// How many are counted ([`Shape::at`]) before an instant; the place of the first that is not.
    pub(super) fn before(&self, instant: Minutes) -> usize {
        self.first_place(|shape| shape.at() >= instant)
    }

    /// How many are counted before or at an instant.
    pub(super) fn until(&self, instant: Minutes) -> usize {
        self.first_place(|shape| shape.at() > instant)
    }

    /// The places of the bands that have begun by an instant and are counted only after it; in no order.
    fn early(&self, instant: Minutes) -> impl Iterator<Item = usize> {
        let begun = self.early.partition_point(|(start, _)| *start <= instant);
        let first = self.until(instant);
        self.early.iter().take(begun).map(|(_, place)| *place as usize).filter(move |place| *place >= first)
    }

    /// Whether anything begins or ends within a day of an instant.
    pub(super) fn touches(&self, instant: Minutes) -> bool {
        let (from, to) = (instant - DAY, instant + DAY);
        let over = |limit: Minutes| self.ends.partition_point(|&end| end < limit);
        self.before(to) > self.until(from) || over(to) > self.ends.partition_point(|&end| end <= from)
    }

    /// How many points stand at these places.
    pub(super) fn points(&self, places: &Range<usize>) -> usize {
        let bands = self.bands_before(places.end).saturating_sub(self.bands_before(places.start));
        places.len().saturating_sub(bands)
    }

    fn bands_before(&self, place: usize) -> usize {
        self.bands.partition_point(|&band| {
            self.look();
            (band as usize) < place
        })
    }

    /// The heaviest point at these places; of equals the first.
    pub(super) fn heaviest(&self, places: Range<usize>) -> Option<usize> {
        if self.weights == Peaks::default() {
            return Some(places.start).filter(|_| !places.is_empty());
        }
        let most = self.weights.max(places.clone());
        self.weights.next(places.start, most.max(1)).filter(|place| *place < places.end)
    }

    /// The points at these places that weigh at least so much.
    pub(super) fn heavier(&self, places: Range<usize>, least: i32) -> impl Iterator<Item = usize> {
        let next = move |from: usize| {
            self.look();
            self.weights.next(from, least).filter(|place| *place < places.end)
        };
        core::iter::successors(next(places.start), move |place| next(place + 1))
    }

    /// The points at these places.
    pub(super) fn points_at(&self, places: Range<usize>) -> impl Iterator<Item = usize> {
        let all_are = self.bands.is_empty();
        let next = move |from: usize| {
            self.look();
            let place = if all_are { Some(from) } else { self.weights.next(from, 1) };
            place.filter(|place| *place < places.end)
        };
        core::iter::successors(next(places.start), move |place| next(place + 1))
    }

    /// How many bands are over before an instant.
    pub(super) fn bands_over(&self, instant: Minutes) -> usize {
        self.ends.partition_point(|&end| end < instant)
    }

    /// How many bands begin from one instant to before another, and the first of them.
    pub(super) fn bands_begun(&self, from: Minutes, to: Minutes) -> (usize, Option<&Shape>) {
        let (first, end) = (self.bands_before(self.before(from)), self.bands_before(self.before(to)));
        let shape = self.bands.get(first).and_then(|&place| self.shape(place as usize));
        (end.saturating_sub(first), shape)
    }

    /// The places of the bands that begin before or at `end` and are not over before `start`, in order; at most `most`.
    pub(super) fn bands_in(&self, start: Minutes, end: Minutes, most: usize) -> Vec<usize> {
        // Ends are compared by whole days only: every caller looks at each shape it gets more exactly.
        let (count, first_day) = (self.bands_before(self.until(end)), (start / DAY).floor() as i32);
        let mut found = Vec::new();
        let mut next = self.lasts.next(0, first_day);
        while let Some(number) = next.filter(|&number| number < count && found.len() < most) {
            self.bands.get(number).map(|&place| place as usize).into_iter().onto(&mut found);
            next = self.lasts.next(number + 1, first_day);
        }
        let mut early = self.early(end).take(most - found.len()).list();
        crate::base::order::sort_by(&mut early, Ord::cmp);
        found.extend(early);
        found
    }

    /// The shape at a place.
    pub(super) fn shape(&self, place: usize) -> Option<&Shape> {
        self.look();
        self.shapes.get(place)
    }

    /// All shapes. For few entries only: going through all of them is what the index is there to spare.
    pub(super) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The shapes of all bands.
    pub(super) fn bands(&self) -> impl Iterator<Item = &Shape> {
        self.bands.iter().filter_map(|&place| self.shapes.get(place as usize))
    }

    /// Whether any event is a point.
    pub(super) fn has_points(&self) -> bool {
        self.bands.len() < self.shapes.len()
    }

    /// The date of a shape as it was given.
    pub(super) fn date(&self, shape: &Shape) -> Extent {
        if let Some(extent) = self.extents.get(shape.index) {
            return *extent;
        }
        let moment = |edge: &Edge| match shape.minute {
            true => moment_at(edge.instant),
            false => day_and_minute(edge.middle).0.into(),
        };
        let start = Some(moment(&shape.start));
        Extent {
            earliest: start,
            latest: start,
            end: (shape.kind == ShapeKind::Bar).then(|| moment(&shape.end)),
            ongoing: false,
            precision: if shape.minute { Precision::Minute } else { Precision::Day },
            bound: Bound::Exact,
        }
    }
}

fn places(shapes: &[Shape]) -> Vec<u32> {
    let mut places = vec![u32::MAX; shapes.iter().map(|shape| shape.index + 1).max().unwrap_or(0)];
    for (place, shape) in shapes.iter().enumerate() {
        if let Some(slot) = places.get_mut(shape.index) {
            *slot = place as u32;
        }
    }
    places
}

/// What each shape covers for sure, joined where it overlaps.
fn busy(shapes: &[Shape]) -> Vec<Timespan> {
    let mut busy = Vec::new();
    // Mostly the shapes are in this order too; those of doubtful dates may begin earlier than they are sorted.
    if !shapes.iter().all(|shape| merge_into(&mut busy, shape.covered())) {
        let mut all: Vec<Timespan> = shapes.iter().map(Shape::covered).list();
        crate::base::order::sort_by(&mut all, |a, b| a.start.total_cmp(&b.start));
        busy.clear();
        for period in all {
            merge_into(&mut busy, period);
        }
    }
    busy
}
