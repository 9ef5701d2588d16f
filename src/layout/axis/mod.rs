//! The axis: its parts, ticks, words and hairlines.
//!
//! In: a scale, the widths of tick words and the height of the axis. Out: [`AxisPart`]s and the grid. Words yield to each other, the publication
//! and new years first. It must never learn of entries, save the instant that is open.

mod part;
mod words;

use super::instant::DAY;
use super::px::Px;
use super::scale::Scale;
use super::scene::{AxisPart, Stretch, TickForm};
use super::shape::{Edge, WIDE_DAY};
use super::ticks;
use super::units::TickUnit;
use crate::base::date::Weekday;
use crate::base::list::List;
use part::PartTicks;
use words::{named, settle};

pub(super) use words::extent;

/// How an axis is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Setting {
    /// Many entries: words stand at the start of what they name, the first of them in full; else in its middle, under a heading.
    pub many: bool,
    /// Words stand under the axis, because columns are high.
    pub under: bool,
    /// The lens ends in the axis: its ground goes on behind it.
    pub tint: bool,
    /// Where the axis stands.
    pub axis_y: Px,
    /// Top of headings.
    pub heading_y: Px,
    /// Top of words.
    pub word_y: Px,
    /// The stretch of px that can be seen.
    pub visible: (f64, f64),
    /// Weeks begin on it.
    pub weekday: Weekday,
    /// The publication.
    pub published: Option<Edge>,
    /// Today, if it is to be marked.
    pub today: Option<Edge>,
    /// The limit of the open entry.
    pub open: Option<Edge>,
    /// Where the axis ends when nothing is published after which it could go on.
    pub end: f64,
}

/// The axis of a scale.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Axis {
    /// Its parts; what comes after publication is a part of its own.
    pub parts: Vec<AxisPart>,
    /// Where hairlines run down.
    pub grid: Vec<Px>,
    /// Today.
    pub today: Option<Stretch>,
}

/// Between words of one row.
const WORD_GAP: f64 = 8.0;
/// Words stand this far from their tick, headings from the edge of their part.
const INDENT: f64 = 4.0;

/// Draws the axis of a scale; `widths` are those of tick words by form, in px.
pub(super) fn axis(scale: &Scale, finest: TickUnit, widths: &[f64; TickForm::COUNT], setting: &Setting) -> Axis {
    let mut axis = Axis::default();
    let mut wishes = Vec::new();
    let now = setting.published.map(|edge| super::marks::x_of(&edge, scale));
    for (number, part) in scale.parts.iter().enumerate() {
        let steps = ticks::choose(part.px_per_minute(), widths, finest, 0.0);
        let drawn = PartTicks { part, number, steps, setting, widths };
        axis.parts.push(AxisPart {
            x: Px::from_f64(part.x),
            w: Px::from_f64(part.x + part.w) - Px::from_f64(part.x),
            later: setting.published.is_some_and(|edge| edge.middle < part.start),
            tint: setting.tint,
            ticks: drawn.ticks(),
            words: Vec::new(),
        });
        drawn.wish(&mut wishes);
        if !setting.many && steps.words.unit == TickUnit::Day {
            drawn.weeks().map(Px::from_f64).onto(&mut axis.grid);
        }
    }
    if let (Some(edge), Some(x)) = (setting.published, now) {
        wishes.extend(named(TickForm::Published, edge, x, scale, widths, setting));
        axis.grid.retain(|grid| *grid != Px::from_f64(x));
    }
    if let Some(edge) = setting.today
        && let Some((from, to)) = today(&edge, scale, setting)
    {
        wishes.extend(named(TickForm::Today, edge, (from + to) / 2.0, scale, widths, setting));
        let x = Px::from_f64(from);
        axis.today = Some(Stretch { x, w: Px::from_f64(to) - x });
    }
    settle(wishes, scale, setting, &mut axis);
    later(&mut axis, now, setting);
    axis
}

/// From where to where today reaches in px: a point where days are narrow. Not where it was left out, nor where nothing else is in view.
fn today(edge: &Edge, scale: &Scale, setting: &Setting) -> Option<(f64, f64)> {
    let part =
        scale.parts.iter().find(|part| edge.middle + DAY / 2.0 > part.start && edge.middle - DAY / 2.0 < part.end)?;
    let px_per_minute = part.px_per_minute();
    let half = if px_per_minute * DAY < WIDE_DAY { 0.0 } else { px_per_minute * DAY / 2.0 };
    let x = part.x_at(edge.middle);
    let (start, end) = (part.x.max(setting.visible.0), (part.x + part.w).min(setting.visible.1));
    let (from, to) = ((x - half).max(start), (x + half).min(end));
    (from <= to && to - from < end - start).then_some((from, to))
}

/// After publication the line goes on dotted.
fn later(axis: &mut Axis, now: Option<f64>, setting: &Setting) {
    let Some(now) = now else { return };
    let Some(last) = axis.parts.iter_mut().rfind(|part| !part.later) else { return };
    let end = last.x + last.w;
    // The rest of the day itself still belongs to the line.
    let turn = if end.to_f64() - now < WIDE_DAY { end } else { Px::from_f64(now).max(last.x) };
    let edge = Px::from_f64(setting.end);
    last.w = (turn - last.x).max(Px::ZERO);
    let rest = axis.parts.iter().find(|part| part.later).map_or(edge, |part| part.x);
    if rest > turn && end >= turn {
        axis.parts.push(AxisPart { x: turn, w: rest.max(end) - turn, later: true, ..AxisPart::default() });
        crate::base::order::sort_by_key(&mut axis.parts, |part| part.x);
    }
}
