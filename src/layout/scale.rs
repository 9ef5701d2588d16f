//! The scale: which instant stands where on the line, part by part.
//!
//! In: parts with their place on the page and their time. Out: positions for instants and instants for positions. It must never learn why the line
//! was cut.

use super::instant::Minutes;

/// The parts of the line, from early to late; they neither overlap on the page nor in time.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scale {
    /// At least one, unless nothing is drawn.
    pub parts: Vec<Part>,
}

/// A linear part of the line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part {
    /// Start edge in px.
    pub x: f64,
    /// Width in px; above 0.
    pub w: f64,
    /// The instant at the start edge.
    pub start: Minutes,
    /// The instant at the end edge; after `start`.
    pub end: Minutes,
}

impl Part {
    /// Px for a minute.
    pub fn px_per_minute(&self) -> f64 {
        self.w / (self.end - self.start)
    }

    /// Where an instant stands if this part went on for ever.
    pub fn x_at(&self, instant: Minutes) -> f64 {
        self.x + (instant - self.start) * self.px_per_minute()
    }

    /// The instant at a position if this part went on for ever.
    pub fn time_at(&self, x: f64) -> Minutes {
        self.start + (x - self.x) / self.px_per_minute()
    }
}

impl Scale {
    /// The part that shows an instant, else the one before it, else the first; `None` when there is no part.
    pub fn part_at(&self, instant: Minutes) -> Option<&Part> {
        self.parts.iter().rev().find(|part| part.start <= instant).or(self.parts.first())
    }

    /// Where an instant stands; one that is left out stands in the gutter, one beyond the ends on the line drawn on.
    pub fn x_at(&self, instant: Minutes) -> f64 {
        let Some(part) = self.part_at(instant) else { return 0.0 };
        let x = part.x_at(instant);
        let next = self.parts.iter().find(|next| next.start > part.start);
        next.map_or(x, |next| x.min((part.x + part.w + next.x) / 2.0))
    }

    /// The instant at a position; a position in a gutter gives the end of the part before it.
    pub fn time_at(&self, x: f64) -> Minutes {
        let Some(part) = self.parts.iter().rev().find(|part| part.x <= x).or(self.parts.first()) else { return 0.0 };
        let is_last = self.parts.last() == Some(part);
        let time = part.time_at(x);
        if is_last { time } else { time.min(part.end) }
    }
}
