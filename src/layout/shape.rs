//! The shape of an event's date on the line: a point, a bar, or one of the ways to be unsure.
//!
//! In: a timeline. Out: [`Shape`]s in order of time, with their limits as [`Edge`]s. It must never learn of pixels, except that a day is a point
//! where days are narrow.

use super::instant::{DAY, Minutes, midnight};
use super::scale::Part;
use super::timespan::Timespan;
use crate::base::date::{Bound, Extent, Moment, Precision};
use crate::base::list::List;
use crate::timeline::{Event, Status, Timeline};

/// From this many px a day on, a day is drawn as a stretch of its own width instead of as a point.
pub(super) const WIDE_DAY: f64 = 48.0;

/// An event's date as it stands on the line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Shape {
    /// Which event of the timeline.
    pub index: usize,
    /// How it is drawn.
    pub kind: ShapeKind,
    /// Where it begins; for an open start the limit at its other end.
    pub start: Edge,
    /// Where it ends; for an open end the limit at its other end.
    pub end: Edge,
    /// The doubt has no limit: to the past ([`ShapeKind::Before`]) or to the future ([`ShapeKind::After`]).
    pub open: bool,
    /// Happened, reported or planned.
    pub status: Status,
    /// How heavy: 1 (least) to 5; few classes, so that ties are common and the fullest picture can be chosen.
    pub weight: i32,
    /// Its start is known to the minute.
    pub minute: bool,
}

/// How a date is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ShapeKind {
    /// A day or a minute.
    Point,
    /// Both ends are known.
    Bar,
    /// Some time in it.
    Between,
    /// Around its middle.
    About,
    /// Before, by or until its end.
    Before,
    /// After its start.
    After,
    /// From its start to publication, and on.
    Since,
}

/// A limit in time. A limit that is a whole day is that day's start or end where days are wide, and its middle where they are narrow: there a day is
/// a point, and limits and ticks must fall on each other.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Edge {
    /// The instant where days are wide.
    pub instant: Minutes,
    /// The instant where days are narrow.
    pub middle: Minutes,
}

impl Edge {
    /// The start of a day, or a minute.
    #[inline(never)]
    pub(super) fn start_of(moment: Moment) -> Edge {
        let midnight = midnight(moment.day);
        match moment.minute {
            Some(minute) => Edge::at(midnight + f64::from(minute)),
            None => Edge { instant: midnight, middle: midnight + DAY / 2.0 },
        }
    }

    /// The end of a day, or a minute.
    pub(super) fn end_of(moment: Moment) -> Edge {
        let start = Edge::start_of(moment);
        if moment.minute.is_some() { start } else { Edge { instant: start.instant + DAY, middle: start.middle } }
    }

    /// One and the same instant at every scale.
    pub(super) fn at(instant: Minutes) -> Edge {
        Edge { instant, middle: instant }
    }

    /// The publication: its minute where days are wide, if known, else the middle of its day.
    pub(super) fn published(moment: Moment) -> Edge {
        let middle = midnight(moment.day) + DAY / 2.0;
        let instant = moment.minute.map_or(middle, |minute| midnight(moment.day) + f64::from(minute));
        Edge { instant, middle }
    }

    /// The instant that counts at the scale of a part.
    pub(super) fn within(&self, part: &Part) -> Minutes {
        if part.px_per_minute() * DAY < WIDE_DAY { self.middle } else { self.instant }
    }

    fn shifted(self, days: f64) -> Edge {
        Edge { instant: self.instant + days * DAY, middle: self.middle + days * DAY }
    }
}

/// The shapes of all events, in order of time ([`Shape::at`]), those that lie before a limit first.
pub(super) fn shapes(timeline: &Timeline, published: Option<Moment>) -> Vec<Shape> {
    let fallback = published.or_else(|| last_moment(timeline));
    let mut shapes: Vec<Shape> =
        timeline.events.iter().enumerate().map(|(index, event)| shape(index, event, published, fallback)).list();
    twice_shown(&mut shapes, timeline);
    sort(&mut shapes);
    shapes
}

/// The hour that a clock shows twice when it is set back: what happened later stands no earlier, whatever the clock showed.
fn twice_shown(shapes: &mut [Shape], timeline: &Timeline) {
    let moment = |shape: &Shape| timeline.events.get(shape.index)?.when.extent.earliest;
    let offset = |shape: &Shape| moment(shape).filter(|moment| moment.minute.is_some())?.offset;
    let first = shapes.iter().find_map(offset);
    if shapes.iter().all(|shape| offset(shape).is_none_or(|other| Some(other) == first)) {
        return;
    }
    let instant = |shape: &Shape| Some(shape.start.instant - f64::from(offset(shape)?));
    let timed = shapes.iter().enumerate().filter_map(|(place, shape)| Some((instant(shape)?, place)));
    let mut timed: Vec<(Minutes, usize)> = timed.list();
    crate::base::order::sort_by(&mut timed, |a, b| a.0.total_cmp(&b.0));
    let (mut last, mut reached) = (f64::MIN, f64::MIN);
    for (instant, place) in timed {
        let Some(shape) = shapes.get_mut(place) else { continue };
        let shown = shape.start.instant;
        if shown < reached || (shown == reached && instant > last) {
            // By so little that nobody sees it, and yet in order.
            shape.start = Edge::at(reached + 0.001);
            shape.end = if shape.end.instant < shape.start.instant { shape.start } else { shape.end };
        }
        (last, reached) = (instant, shape.start.instant);
    }
}

/// Puts shapes in order of time.
pub(super) fn sort(shapes: &mut [Shape]) {
    let by_time = |a: &Shape, b: &Shape| a.at().total_cmp(&b.at()).then(a.rank().cmp(&b.rank()));
    // Timelines come in order of their starts, so this is mostly so already.
    if !shapes.is_sorted_by(|a, b| by_time(a, b).is_le()) {
        crate::base::order::sort_by(shapes, by_time);
    }
}

impl Shape {
    /// When it counts in the order of time: its start; where that is open or far away ("by 2025"), its limit, for no more is known of it.
    pub(super) fn at(&self) -> Minutes {
        if self.kind == ShapeKind::Before { self.end.middle } else { self.start.middle }
    }

    fn rank(&self) -> u8 {
        match self.kind {
            ShapeKind::Before => 0,
            ShapeKind::Since | ShapeKind::After => 2,
            _ => 1,
        }
    }

    /// What it covers for sure; open ends cover their limit only.
    pub(super) fn covered(&self) -> Timespan {
        match self.kind {
            ShapeKind::Point => Timespan { start: self.start.middle, end: self.start.middle },
            _ => Timespan { start: self.start.instant.min(self.end.instant), end: self.end.instant },
        }
    }

    /// Drawn as strokes: the date is in doubt.
    pub(super) fn is_doubtful(&self) -> bool {
        matches!(self.kind, ShapeKind::Between | ShapeKind::About | ShapeKind::Before | ShapeKind::After)
    }
}

fn last_moment(timeline: &Timeline) -> Option<Moment> {
    timeline.events.iter().filter_map(|event| event.when.extent.latest.max(event.when.extent.end)).max()
}

fn shape(index: usize, event: &Event, published: Option<Moment>, fallback: Option<Moment>) -> Shape {
    let (kind, start, end, open) = drawn(&event.when.extent, published, fallback);
    let importance =
        if event.importance.is_finite() { crate::base::order::between(event.importance, 0.0, 1.0) } else { 0.0 };
    let weight = 1 + (importance * 4.0 + 0.5) as i32;
    let minute = event.when.extent.earliest.or(event.when.extent.latest).is_some_and(|moment| moment.minute.is_some());
    let (start, end) = if start.instant <= end.instant { (start, end) } else { (end, start) };
    Shape { index, kind, start, end, open, status: event.status, weight, minute }
}

/// How an extent is drawn, from where to where, and whether it is open at its doubtful end.
fn drawn(extent: &Extent, published: Option<Moment>, fallback: Option<Moment>) -> (ShapeKind, Edge, Edge, bool) {
    let limit_of = |moment: Moment| match published {
        Some(published) if published.day == moment.day && moment.minute.is_none() => Edge::published(published),
        _ => Edge::end_of(moment),
    };
    if let (true, Some(first)) = (extent.ongoing || extent.bound == Bound::Since, extent.earliest.or(extent.latest)) {
        let end = published.map(Edge::published).or(extent.end.map(Edge::end_of)).unwrap_or(Edge::end_of(first));
        let start = Edge::start_of(first);
        let end = if end.instant > start.instant { end } else { Edge::end_of(first) };
        return (ShapeKind::Since, start, end, false);
    }
    let open_past = |limit: Edge| match extent.earliest {
        Some(first) => (ShapeKind::Before, Edge::start_of(first), limit, false),
        None => (ShapeKind::Before, limit, limit, true),
    };
    match (extent.bound, extent.earliest, extent.latest, extent.end) {
        (Bound::Before, _, Some(last), _) => open_past(match last.minute {
            Some(_) => Edge::at(Edge::start_of(last).instant),
            None => Edge::start_of(last).shifted(1.0),
        }),
        (Bound::By, _, Some(last), _) => open_past(limit_of(last)),
        (Bound::Until, _, last, end) if end.or(last).is_some() => {
            open_past(end.or(last).map_or(Edge::at(0.0), limit_of))
        }
        (Bound::After, Some(first), last, _) => {
            let limit = match first.minute {
                Some(_) => Edge::start_of(first),
                None => Edge::end_of(first).shifted(-1.0),
            };
            match last {
                Some(last) => (ShapeKind::After, limit, Edge::end_of(last), false),
                None => (ShapeKind::After, limit, limit, true),
            }
        }
        (_, Some(first), _, Some(end)) => (ShapeKind::Bar, Edge::start_of(first), Edge::end_of(end), false),
        (Bound::About, Some(first), last, _) => about(first, last.unwrap_or(first), extent.precision),
        (_, Some(first), Some(last), _) => within(first, last, extent.precision),
        (_, None, Some(last), _) | (_, None, None, Some(last)) => open_past(limit_of(last)),
        (_, Some(first), None, None) => (ShapeKind::After, Edge::start_of(first), Edge::start_of(first), true),
        (_, None, None, None) => {
            let limit = fallback.map_or(Edge::at(0.0), limit_of);
            (ShapeKind::Before, limit, limit, true)
        }
    }
}

fn within(first: Moment, last: Moment, precision: Precision) -> (ShapeKind, Edge, Edge, bool) {
    if first == last && precision <= Precision::Day {
        return (ShapeKind::Point, Edge::start_of(first), Edge::end_of(last), false);
    }
    let (first, last) = if first == last {
        (Moment::from_day(first.day.first_of(precision)), Moment::from_day(last.day.last_of(precision)))
    } else {
        (first, last)
    };
    (ShapeKind::Between, Edge::start_of(first), Edge::end_of(last), false)
}

/// "About" one date reaches as far on either side as that date is long, and three days around a day.
fn about(first: Moment, last: Moment, precision: Precision) -> (ShapeKind, Edge, Edge, bool) {
    if first != last {
        return (ShapeKind::About, Edge::start_of(first), Edge::end_of(last), false);
    }
    let (before, after) = match precision.months() {
        Some(months) => {
            (first.day.first_of(precision).plus_months(-months), first.day.last_of(precision).plus_months(months))
        }
        None if precision == Precision::Week => (first.day.plus_days(-7), first.day.plus_days(7)),
        None => (first.day.plus_days(-3), first.day.plus_days(3)),
    };
    let minute = |sign: f64| Edge::at(Edge::start_of(first).instant + sign * 60.0);
    match first.minute {
        Some(_) => (ShapeKind::About, minute(-1.0), minute(1.0), false),
        None => (ShapeKind::About, Edge::start_of(before.into()), Edge::end_of(after.into()), false),
    }
}
