//! The window of time: moved, made closer and wider, and always kept inside the whole.
//!
//! In: a window, the stage it is shown on, and how it is to change. Out: the next window. It must never learn of pointers or keys.

use crate::layout::scale::{Part, Scale};
use crate::layout::scene::Stage;
use crate::layout::{Minutes, Px, Window};

/// The limits of a stage's windows, and its width in px.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Limits {
    /// The earliest instant.
    pub(super) start: Minutes,
    /// The latest: what stands at the end edge of the whole.
    pub(super) end: Minutes,
    /// The first and last instant of the overview, which leaves out the room before the entries and after publication.
    pub(super) overview: (Minutes, Minutes),
    /// The shortest window.
    pub(super) closest: Minutes,
    /// Width of the stage, above 0.
    pub(super) width: f64,
}

impl Limits {
    /// `None` for a stage without a scale.
    pub(super) fn of(stage: &Stage, width: Px) -> Option<Limits> {
        let (first, last) = (stage.whole.parts.first()?, stage.whole.parts.last()?);
        let width = width.to_f64().max(1.0);
        let end = last.time_at(width).max(last.end);
        let limits =
            Limits { start: first.start, end, overview: (stage.begins, last.end), closest: stage.closest, width };
        let is_sound = limits.start.is_finite() && limits.end.is_finite() && limits.end > limits.start;
        is_sound.then_some(limits)
    }

    /// The nearest window inside the limits, as long as the one asked for if that can be; the whole if it covers everything.
    pub(super) fn keep(&self, start: Minutes, end: Minutes) -> Window {
        let whole = self.end - self.start;
        let length = (end - start).max(self.closest);
        if !length.is_finite() || !start.is_finite() || length >= whole {
            return Window::Whole;
        }
        let start = crate::base::order::between(start, self.start, self.end - length);
        Window::Between(start, start + length)
    }

    /// Moved by px, positive towards later; the whole stays.
    pub(super) fn pan(&self, window: Window, by: f64) -> Window {
        let Window::Between(start, end) = window else { return window };
        let time = by / self.width * (end - start);
        if time.is_finite() { self.keep(start + time, end + time) } else { window }
    }

    /// Made closer about a position (`factor` above 1) or wider. Where the view becomes as wide as the part of the whole at that place, it becomes the
    /// whole: the folded first view already shows everything at that scale.
    pub(super) fn zoom(&self, window: Window, whole: &Scale, factor: f64, x: f64) -> Window {
        if !factor.is_finite() || factor <= 0.0 || !x.is_finite() {
            return window;
        }
        let (at, length) = match window {
            Window::Whole => {
                if factor <= 1.0 {
                    return window;
                }
                let at = whole.time_at(x);
                (at, self.length_at(whole, at))
            }
            Window::Between(start, end) => (start + x / self.width * (end - start), end - start),
        };
        let next = (length / factor).max(self.closest.min(length));
        if factor < 1.0 && next >= self.length_at(whole, at) * 0.999 {
            return Window::Whole;
        }
        let start = at - x / self.width * next;
        self.keep(start, start + next)
    }

    /// How much time the whole width would show at the scale of the part that holds an instant.
    fn length_at(&self, whole: &Scale, instant: Minutes) -> Minutes {
        whole.part_at(instant).map_or(self.end - self.start, |part| self.width / part.px_per_minute())
    }

    /// Moved so that an extent lies inside, if it does not; with an eighth of the width beside it.
    pub(super) fn reveal(&self, window: Window, extent: (Minutes, Minutes)) -> Window {
        let Window::Between(start, end) = window else { return window };
        let beside = (end - start) / 8.0;
        // What goes on for longer than the window is shown by its end, where its words are.
        let (first, last) = (extent.0.max(extent.1 - (end - start) / 2.0), extent.1);
        let by = if first < start {
            first - beside - start
        } else if last > end {
            last + beside - end
        } else {
            0.0
        };
        if by == 0.0 { window } else { self.keep(start + by, end + by) }
    }

    /// The instant at a position of the overview.
    pub(super) fn overview_time(&self, x: f64) -> Minutes {
        let (begins, ends) = self.overview;
        begins + x / self.width * (ends - begins)
    }
}

/// How far the stage must be moved so that what was drawn for another window stands right; `None` when it was drawn at another scale.
pub(super) fn shift(window: Window, stage: &Stage, width: Px) -> Option<f64> {
    let Window::Between(start, end) = window else { return (stage.scale == stage.whole).then_some(0.0) };
    let [part]: &[Part; 1] = stage.scale.parts.as_slice().try_into().ok()?;
    let scale = width.to_f64() / (end - start);
    let is_same = (scale / part.px_per_minute() - 1.0).abs() < 1e-6;
    let shift = -part.x_at(start);
    (is_same && shift.is_finite()).then_some(shift)
}
