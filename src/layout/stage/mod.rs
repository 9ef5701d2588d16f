//! The stage: time runs along the line. What is known to the day stands on the line, what is not hangs under it.
//!
//! In: the plan with its index, a scale and the sizes of words. Out: a [`Stage`]. It must never learn how time was cut or what the overview shows.

use super::axis::{self, Setting};
use super::cuts;
use super::dots::{self, Column, DotColumns, MOST_BANDS};
use super::fold::Folded;
use super::frame::{Frame, Motion};
use super::instant::DAY;
use super::marks::{self, Band, x_of};
use super::place::{Spot, Way};
use super::plan::{Fits, Measures, Plan};
use super::px::Px;
use super::scale::Scale;
use super::scene::{ALL_ENTRIES, Align, Drawing, Hairline, PublishedLine, Scene, Stage, Stretch, TickForm, TickWord};
use super::shape::{Edge, Shape, ShapeKind, WIDE_DAY};
use crate::base::date::{Moment, Weekday};
use crate::base::list::List;
use crate::timeline::Status;
use clusters::{assign_rows, row_height};

mod clusters;
mod entries;
mod words;

/// What a stage is made from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The plan, with the index and labels.
    pub plan: &'a Plan<'a>,
    /// The measured sizes.
    pub measures: &'a Measures,
    /// The scene before, while a gesture lasts.
    pub held: Option<&'a Scene>,
    /// Which instant stands where.
    pub scale: &'a Scale,
    /// The folding, when the scale is the folded whole.
    pub cuts: Option<&'a Folded>,
    /// The publication, if its line belongs in the picture.
    pub published: Option<(Edge, Moment)>,
    /// Today, if it lies within the span.
    pub today: Option<Edge>,
    /// How far beyond its edges the stage is drawn.
    pub margin: f64,
    /// A lens from the overview ends in the axis.
    pub lens: bool,
}

/// Radius and pitch of single dots in half pixels, few and many.
const DOT: [(i32, i32); 2] = [(10, 22), (8, 18)];
/// So many bands are drawn by themselves; what more there is joins the last row.
const MOST_DRAWN: usize = 240;
/// Hairlines keep this far from words.
const BESIDE: Px = Px::from_px(4);
/// Shorter ones are left out.
const STUB: Px = Px::from_px(24);
/// Columns this near to the publication line, in px, stand on it.
const NEAR: f64 = 4.0;

/// One event on its way to its place.
struct Piece {
    /// Its place in the index.
    place: usize,
    /// The column it stands in (a number), if it is a dot.
    column: Option<usize>,
    /// Its band, if it is not.
    band: Option<Band>,
    /// Its words are wanted.
    size: Option<Fits>,
    /// Where its words stood before, in a gesture.
    held: Option<Spot>,
    /// Where its words stand.
    spot: Option<Spot>,
    /// How they may stand.
    ways: Vec<Way>,
    /// Top of the band without words, from the first row.
    row: Option<usize>,
}

/// Draws the stage. `work` counts comparisons.
pub(super) fn stage(ground: &Ground<'_>, work: &mut u64) -> Stage {
    let Ground { frame, plan, .. } = *ground;
    let (width, visible) = (frame.width.to_f64(), ground.visible());
    let columns = ground.columns();
    let setting = ground.setting(&columns);
    let widths: [f64; TickForm::COUNT] = ground.measures.ticks.map(Px::to_f64);
    let mut drawn = axis::axis(ground.scale, plan.index.finest, &widths, &setting);
    let mut pieces = ground.pieces(&columns);
    ground.place(&mut pieces, &columns, work);
    let rows = assign_rows(&mut pieces).max(usize::from(plan.crowded));
    let rows_y = setting.axis_y + ground.em(if setting.under { 26 } else { 8 });
    let labels_y = match (plan.many(), setting.under) {
        (false, _) => setting.axis_y + Px::from_px(12) + row_height(rows),
        (true, under) => {
            let base = if under { Px::from_px(32) } else { Px::from_px(16) };
            setting.axis_y + base + row_height(rows)
        }
    };
    let labels_y = ground.held_stage().map_or(labels_y, |held| held.labels_y);
    let mut stage = Stage {
        labels_y,
        axis_y: setting.axis_y,
        margin: Px::from_f64(ground.margin),
        scale: ground.scale.clone(),
        ..Stage::default()
    };
    (stage.each, stage.bin) = (columns.each, columns.bin);
    stage.breaks = ground.cuts.map(|folded| cuts::breaks(ground.scale, folded, setting.axis_y)).unwrap_or_default();
    stage.published = ground.published.and_then(|(edge, moment)| {
        let x = x_of(&edge, ground.scale);
        (x >= visible.0 && x <= visible.1).then(|| PublishedLine { x: Px::from_f64(x), moment })
    });
    let mut foot = setting.axis_y + Px::from_px(24);
    ground.entries(&mut stage, &pieces, &columns, rows_y, labels_y, &mut foot);
    ground.clusters(&mut stage, &pieces, &columns, rows_y);
    if rows > 0 {
        foot = foot.max(rows_y + row_height(rows));
    }
    stage.h = ground.held_stage().map_or(foot + Px::from_px(16), |held| held.h);
    stage.column = ground.open_column(&columns);
    let poles: Vec<Px> = stage.entries.iter().filter_map(|entry| entry.stem).map(|stem| stem.x).list();
    if setting.under {
        yield_to_poles(&mut drawn, &poles, &widths);
    }
    // A mark without its word would say nothing.
    for part in &drawn.parts {
        for word in &part.words {
            if word.label.form == TickForm::Today {
                stage.today = drawn.today;
            }
        }
    }
    drawn.grid.retain(|grid| grid.to_f64() >= visible.0 && grid.to_f64() <= visible.1.min(width + ground.margin));
    stage.axis = drawn.parts;
    stage.grid = drawn.grid.into_iter().filter_map(|x| stage.hairline(x)).list();
    stage
}

impl Stage {
    /// No line through words: it ends over the first that it would cross. One of which no more than a stub would be seen is left out.
    fn hairline(&self, x: Px) -> Option<Hairline> {
        let (mut begin, mut end) = (self.axis_y, self.h);
        for entry in &self.entries {
            if let Some(stem) = entry.stem
                && stem.x == x
            {
                begin = begin.max(stem.y + stem.h);
            }
            if let Some(label) = entry.label
                && label.x - BESIDE < x
                && x < label.x + label.w + BESIDE
            {
                end = end.min(label.y - BESIDE);
            }
        }
        (end > begin + STUB).then_some(Hairline { x, h: end - self.axis_y - Px::from_px(1) })
    }
}

/// A tick's word yields to a pole: to the other side of its tick, else it goes.
fn yield_to_poles(axis: &mut axis::Axis, poles: &[Px], widths: &[f64; TickForm::COUNT]) {
    let mut taken = f64::MIN;
    for part in &mut axis.parts {
        part.words.retain_mut(|word| {
            let width = widths.get(word.label.form as usize).copied().unwrap_or_default();
            let is_hit = |word: &TickWord| {
                let (start, end) = axis::extent(word, width);
                start < taken || poles.iter().any(|pole| pole.to_f64() > start - 1.0 && pole.to_f64() < end + 1.0)
            };
            if is_hit(word) {
                word.x -= Px::from_px(8);
                word.anchor = Align::End;
                if is_hit(word) || axis::extent(word, width).0 < 0.0 {
                    return false;
                }
            }
            taken = axis::extent(word, width).1 + 4.0;
            true
        });
    }
}

impl Ground<'_> {
    fn em(&self, pixels: i32) -> Px {
        Px::from_f64(f64::from(pixels) * self.frame.em.to_f64() / 16.0)
    }

    fn visible(&self) -> (f64, f64) {
        (-self.margin, self.frame.width.to_f64() + self.margin)
    }

    fn shape(&self, place: usize) -> Option<&Shape> {
        self.plan.index.shape(place)
    }

    /// Where the publication line stands.
    fn now(&self) -> Option<f64> {
        self.published.map(|(edge, _)| x_of(&edge, self.scale))
    }

    /// A whole day has its own width from [`WIDE_DAY`] px on.
    fn is_wide(&self, shape: &Shape) -> bool {
        let px_per_minute = self.scale.part_at(shape.start.middle).map_or(0.0, |part| part.px_per_minute());
        let is_day = shape.kind == ShapeKind::Point && !shape.minute && shape.status != Status::Planned;
        is_day && px_per_minute * DAY >= WIDE_DAY
    }

    fn columns(&self) -> DotColumns {
        let (radius, pitch) = DOT.get(usize::from(self.plan.many())).copied().unwrap_or((8, 18));
        let now = self.now().map(Px::from_f64);
        let size = (Px::from_halves(radius), Px::from_halves(pitch));
        let held = self.held_stage().filter(|_| self.frame.motion == Motion::Pan);
        // In the whole nothing is out of view, though the middle of a month at its edge may be.
        let visible = if self.cuts.is_some() { (f64::MIN, f64::MAX) } else { self.visible() };
        let mut columns = dots::columns(self.plan.index, self.scale, visible, size, held);
        // A column about the day of publication stands on its line, not a hair beside it.
        let is_near = |column: &&mut Column| now.is_some_and(|now| (now - column.x).to_f64().abs() < NEAR);
        if let (Some(now), Some(column)) = (now, columns.columns.iter_mut().find(is_near)) {
            column.x = now;
        }
        columns
    }

    fn setting(&self, columns: &DotColumns) -> Setting {
        let many = self.plan.many();
        let stack = columns.height();
        let under = many && stack > Px::from_px(60);
        let figure = if columns.tallest > 1 { self.em(16) } else { Px::ZERO };
        let (axis_y, word_y) = match (many, under) {
            (true, true) => {
                let axis_y = stack + self.em(18);
                (axis_y, axis_y + self.em(7))
            }
            (true, false) => (self.em(24) + (stack + figure).max(self.em(16)), Px::ZERO),
            (false, _) => {
                let above = (stack - Px::from_px(5)).max(Px::ZERO);
                (self.em(36) + if above > Px::ZERO { above + figure } else { above }, self.em(15))
            }
        };
        let (axis_y, word_y) = match self.held_stage() {
            Some(held) => (held.axis_y, if under { held.axis_y + self.em(7) } else { word_y }),
            None => (axis_y, word_y),
        };
        let open = self.frame.open.and_then(|open| self.shape(self.plan.index.place(open)?));
        let limit = open.map(|shape| if shape.kind == ShapeKind::Before { shape.end } else { shape.start });
        Setting {
            many,
            under,
            tint: self.lens && !many,
            axis_y,
            heading_y: -self.em(4),
            word_y,
            visible: self.visible(),
            weekday: self.published.map_or(Weekday::Monday, |(_, moment)| moment.day.weekday()),
            published: self.published.map(|(edge, _)| edge),
            today: self.today,
            open: limit,
            end: self.visible().1,
        }
    }

    /// The places of what is drawn by itself: of few entries all, of many those whose words are wanted, the open one, and bands.
    fn drawn(&self, columns: &DotColumns) -> Vec<usize> {
        let index = self.plan.index;
        if index.len() <= ALL_ENTRIES {
            return (0..index.len()).list();
        }
        let (start, end) = self.visible();
        let (start, end) = (self.scale.time_at(start), self.scale.time_at(end));
        // A doubt without limit fades far beyond its own instant.
        let most = if self.plan.crowded { 0 } else { MOST_DRAWN };
        let mut places = index.bands_in(start - (end - start), end + (end - start), most);
        self.plan.labels.iter().map(|ask| ask.place).onto(&mut places);
        [self.frame.open, self.frame.focus]
            .into_iter()
            .flatten()
            .filter_map(|event| index.place(event))
            .onto(&mut places);
        if columns.stand_alone() {
            columns.columns.iter().flat_map(|column| index.points_at(column.places.clone())).onto(&mut places);
        }
        crate::base::order::sort_by(&mut places, Ord::cmp);
        places.dedup();
        places
    }

    /// What is drawn by itself: dots by their columns, the rest as bands; with the size of its words where they are wanted.
    fn pieces(&self, columns: &DotColumns) -> Vec<Piece> {
        let mut pieces = Vec::new();
        // What was measured stands in order of time.
        let mut asked = self.plan.labels.iter().zip(&self.measures.labels).peekable();
        let height = if self.plan.many() { Px::from_px(6) } else { Px::from_px(9) };
        let tail = Px::from_px(if self.plan.many() { 20 } else { 30 });
        for place in self.drawn(columns) {
            let Some(shape) = self.shape(place) else { continue };
            let size = asked.next_if(|(ask, _)| ask.place == place).map(|(_, size)| *size);
            let column = if shape.kind == ShapeKind::Point { columns.of(place) } else { None };
            let band = match shape.kind {
                ShapeKind::Point if column.is_some() && self.is_wide(shape) && columns.tallest <= MOST_BANDS => {
                    marks::band(shape, self.scale, self.visible(), None, height, tail)
                }
                ShapeKind::Point => None,
                _ => marks::band(shape, self.scale, self.visible(), self.now(), height, tail),
            };
            if column.is_none() && band.is_none() {
                continue;
            }
            let held = self.held_spot(shape.index);
            pieces.push(Piece { place, column, band, size, held, spot: None, ways: Vec::new(), row: None });
        }
        pieces
    }

    /// The stage before, while a gesture lasts.
    fn held_stage(&self) -> Option<&Stage> {
        match &self.held.filter(|_| self.frame.motion != Motion::Rest)?.drawing {
            Drawing::Stage(held) => Some(held),
            _ => None,
        }
    }

    /// The column of the open entry.
    fn open_column(&self, columns: &DotColumns) -> Option<Stretch> {
        let open = self.frame.open?;
        let place = self.plan.index.place(open)?;
        let shape = self.shape(place)?;
        let (start, end) = match shape.kind {
            ShapeKind::Point if self.is_wide(shape) && columns.tallest <= MOST_BANDS => {
                marks::reach(shape, self.scale, self.frame.width.to_f64())
            }
            ShapeKind::Point => {
                let found = columns.of(place).and_then(|number| columns.columns.get(number));
                let x = found.map_or_else(|| self.scale.x_at(shape.start.middle), |column| column.x.to_f64());
                (x - 6.0, x + 6.0)
            }
            _ => marks::reach(shape, self.scale, self.frame.width.to_f64()),
        };
        let (from, to) = self.visible();
        let (start, end) = (Px::from_f64(start.max(from)), Px::from_f64(end.min(to)));
        (end > start).then_some(Stretch { x: start, w: end - start })
    }
}
