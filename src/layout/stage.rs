//! The stage: time runs along the line. What is known to the day stands on the line, what is not hangs under it.
//!
//! In: shapes, a scale and the sizes of words. Out: a [`Stage`]. It must never learn how time was cut or what the overview shows.

use super::axis::{self, Setting};
use super::dots::{self, Column, Columns, Dot};
use super::fold::Folded;
use super::marks::{self, Band, x_of};
use super::place::{Area, Item, Room, Spot, Way, place};
use super::px::Px;
use super::scale::{DAY, Scale};
use super::scene::{
    ALL_ENTRIES, Anchor, Cluster, Drawing, Entry, Label, Mark, Paint, Path, Published, Scene, Stage, Stem, Stretch,
    TickForm, TickWord,
};
use super::shape::{Edge, Kind, Shape, WIDE_DAY};
use super::strokes::{self, Profile, push_dot};
use super::{Frame, Measures, Plan, Size};
use crate::date::{Moment, Weekday};
use crate::timeline::Status;

/// What a stage is made from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The plan, with shapes and labels.
    pub plan: &'a Plan,
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
    /// How far beyond its edges the stage is drawn.
    pub margin: f64,
    /// A lens from the overview ends in the axis.
    pub lens: bool,
}

/// Radius and pitch of single dots in half pixels, few and many.
const DOT: [(i32, i32); 2] = [(10, 22), (8, 18)];
/// Days are drawn in their own width as long as no more than so many stand on each other; else they are dots.
const MOST_BANDS: usize = 2;
/// What words under a band cost compared with words beside its limit, in px of depth.
const UNDER: i32 = 150;
/// Columns this near to the publication line, in px, stand on it.
const NEAR: f64 = 4.0;
/// A column has a figure when it is the highest this far around, in px.
const PEAK: f64 = 40.0;
/// .. and this many columns.
const PEAK_COLUMNS: f64 = 2.5;
/// So many labels are tried when there are more entries than could have one.
const MOST_LABELS: usize = 60;
/// So many rows of bands without words of their own; further bands join the last row, counted.
const MOST_ROWS: usize = 8;
/// Labels of many entries reach this deep.
const DEEPEST: i32 = 250;

/// One event on its way to its place.
struct Piece {
    /// Its number in the list of shapes.
    shape: usize,
    /// The column it stands in (a number), if it is a dot.
    column: Option<usize>,
    /// Its band, if it is not.
    band: Option<Band>,
    /// Its words are wanted.
    size: Option<Size>,
    spot: Option<Spot>,
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
    let mut drawn = axis::axis(ground.scale, plan.finest(), &widths, &setting);
    let mut pieces = ground.pieces(&columns);
    ground.place(&mut pieces, &columns, work);
    let rows = assign_rows(&mut pieces);
    let rows_y = setting.axis_y + ground.em(if setting.under { 26 } else { 8 });
    let labels_y = match (plan.many, setting.under) {
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
    stage.breaks = ground.cuts.map(|folded| axis::breaks(ground.scale, folded, &setting)).unwrap_or_default();
    stage.published = ground.published.and_then(|(edge, moment)| {
        let x = x_of(&edge, ground.scale);
        (x >= visible.0 && x <= visible.1).then(|| Published { x: Px::from_f64(x), moment })
    });
    let mut foot = setting.axis_y + Px::from_px(24);
    ground.entries(&mut stage, &pieces, &columns, rows_y, labels_y, &mut foot);
    ground.clusters(&mut stage, &pieces, &columns, rows_y);
    if rows > 0 {
        foot = foot.max(rows_y + row_height(rows));
    }
    stage.h = ground.held_stage().map_or(foot + Px::from_px(16), |held| held.h);
    stage.column = ground.open_column(&columns);
    let poles: Vec<Px> = stage.entries.iter().filter_map(|entry| entry.stem).map(|stem| stem.x).collect();
    if setting.under {
        yield_to_poles(&mut drawn, &poles, &widths);
    }
    drawn.grid.retain(|grid| grid.to_f64() >= visible.0 && grid.to_f64() <= visible.1.min(width + ground.margin));
    stage.axis = drawn.parts;
    stage.grid = drawn.grid;
    stage
}

fn row_height(rows: usize) -> Px {
    if rows == 0 { Px::ZERO } else { Px::from_px(8) + Px::from_px(12).times(rows as i32) }
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
                word.anchor = Anchor::End;
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

    fn shape(&self, number: usize) -> Option<&Shape> {
        self.plan.shapes.get(number)
    }

    /// Where the publication line stands.
    fn now(&self) -> Option<f64> {
        self.published.map(|(edge, _)| x_of(&edge, self.scale))
    }

    /// A whole day has its own width from [`WIDE_DAY`] px on.
    fn is_wide(&self, shape: &Shape) -> bool {
        let px_per_minute = self.scale.part_at(shape.start.middle).map_or(0.0, |part| part.px_per_minute());
        let is_day = shape.kind == Kind::Point && !shape.minute && shape.status != Status::Planned;
        is_day && px_per_minute * DAY >= WIDE_DAY
    }

    /// Where a dot stands.
    fn dot_x(&self, shape: &Shape) -> f64 {
        let instant = if shape.minute { shape.start.instant } else { shape.start.middle };
        self.scale.x_at(instant)
    }

    fn columns(&self) -> Columns {
        let (start, end) = self.visible();
        let points = self.plan.shapes.iter().enumerate().filter(|(_, shape)| shape.kind == Kind::Point);
        let placed = points.map(|(number, shape)| {
            let at = if shape.minute { shape.start.instant } else { shape.start.middle };
            Dot { shape: number, at, x: self.dot_x(shape), weight: shape.weight }
        });
        let dots: Vec<Dot> = placed.filter(|dot| dot.x >= start && dot.x <= end).collect();
        let (radius, pitch) = DOT.get(usize::from(self.plan.many)).copied().unwrap_or((8, 18));
        let (finest, now) = (self.plan.finest(), self.now().map(Px::from_f64));
        let mut columns = dots::columns(&dots, self.scale, finest, Px::from_halves(radius), Px::from_halves(pitch));
        // A column about the day of publication stands on its line, not a hair beside it.
        let is_near = |column: &&mut Column| now.is_some_and(|now| (now - column.x).to_f64().abs() < NEAR);
        if let (Some(now), Some(column)) = (now, columns.columns.iter_mut().find(is_near)) {
            column.x = now;
        }
        columns
    }

    fn setting(&self, columns: &Columns) -> Setting {
        let many = self.plan.many;
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
        let open = self.frame.open.and_then(|open| self.plan.shapes.iter().find(|shape| shape.index == open));
        let limit = open.map(|shape| if shape.kind == Kind::Before { shape.end } else { shape.start });
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
            open: limit,
            end: self.visible().1,
        }
    }

    /// Everything that can be seen: dots by their columns, the rest as bands; with the size of its words where they are wanted.
    fn pieces(&self, columns: &Columns) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut column_of: Vec<(usize, usize)> = Vec::new();
        for (number, column) in columns.columns.iter().enumerate() {
            column_of.extend(column.members.iter().map(|&member| (member, number)));
        }
        let mut dots = column_of.into_iter().peekable();
        // What was measured stands in the order of the shapes.
        let mut asked = self.plan.labels.iter().zip(&self.measures.labels).peekable();
        let height = if self.plan.many { Px::from_px(6) } else { Px::from_px(9) };
        let tail = Px::from_px(if self.plan.many { 20 } else { 30 });
        for (number, shape) in self.plan.shapes.iter().enumerate() {
            let size = asked.next_if(|(ask, _)| ask.index == shape.index).map(|(_, size)| *size);
            let column = dots.next_if(|(member, _)| *member == number).map(|(_, column)| column);
            let is_band = shape.kind != Kind::Point;
            let band = match is_band {
                true => marks::band(shape, self.scale, self.visible(), self.now(), height, tail),
                false if column.is_some() && self.is_wide(shape) && columns.tallest <= MOST_BANDS => {
                    marks::band(shape, self.scale, self.visible(), None, height, tail)
                }
                false => None,
            };
            if column.is_none() && band.is_none() {
                continue;
            }
            pieces.push(Piece { shape: number, column, band, size, spot: None, ways: Vec::new(), row: None });
        }
        pieces
    }

    /// Finds a place for words: in many, first for the heaviest of each column, then for the others.
    fn place(&self, pieces: &mut [Piece], columns: &Columns, work: &mut u64) {
        let many = self.plan.many;
        let wants = |piece: &Piece| piece.size.is_some();
        let leads = |piece: &Piece| match piece.column.and_then(|column| columns.columns.get(column)) {
            Some(column) => column.lead == piece.shape,
            None => true,
        };
        let mut chosen: Vec<usize> = Vec::new();
        for (number, piece) in pieces.iter_mut().enumerate() {
            // What already has words keeps them before others get any.
            let is_held = self.shape(piece.shape).is_some_and(|shape| self.held_spot(shape.index).is_some());
            if wants(piece) && (!many || leads(piece) || is_held) {
                piece.ways = self.ways(piece, columns, many && leads(piece));
                chosen.push(number);
            }
        }
        self.heaviest(&mut chosen, pieces);
        self.place_chosen(&chosen, pieces, columns, work);
        if !many {
            return;
        }
        let fixed: Vec<usize> =
            chosen.into_iter().filter(|&number| pieces.get(number).is_some_and(|piece| piece.spot.is_some())).collect();
        let mut rest = Vec::new();
        for (number, piece) in pieces.iter_mut().enumerate() {
            if wants(piece) && piece.ways.is_empty() {
                piece.ways = self.ways(piece, columns, false);
                rest.push(number);
            }
        }
        self.heaviest(&mut rest, pieces);
        let again: Vec<usize> = fixed.into_iter().chain(rest).collect();
        self.place_chosen(&again, pieces, columns, work);
    }

    fn heaviest(&self, chosen: &mut Vec<usize>, pieces: &[Piece]) {
        let weight = |number: &usize| {
            pieces.get(*number).and_then(|piece| self.shape(piece.shape)).map_or(0, |shape| shape.weight)
        };
        let is_held = |number: &usize| {
            let shape = pieces.get(*number).and_then(|piece| self.shape(piece.shape));
            shape.is_some_and(|shape| self.held_spot(shape.index).is_some())
        };
        // While a gesture lasts, what has words keeps them.
        let mut keyed: Vec<(bool, i32, usize)> =
            chosen.iter().map(|number| (!is_held(number), -weight(number), *number)).collect();
        crate::order::sort_by(&mut keyed, Ord::cmp);
        *chosen = keyed.into_iter().map(|(_, _, number)| number).collect();
        chosen.truncate(MOST_LABELS);
        crate::order::sort_by(chosen, Ord::cmp);
    }

    fn place_chosen(&self, chosen: &[usize], pieces: &mut [Piece], columns: &Columns, work: &mut u64) {
        let item = |&number: &usize| {
            let piece = pieces.get(number)?;
            let shape = self.shape(piece.shape)?;
            let x = self.bound_x(piece, columns);
            Some(Item {
                weight: shape.weight,
                x,
                ways: piece.ways.clone(),
                held: piece.spot.or(self.held_spot(shape.index)),
            })
        };
        let items: Vec<Item> = chosen.iter().filter_map(item).collect();
        let depth = if self.plan.many { Px::from_px(DEEPEST) } else { Px::from_px(20_000) };
        let (start, end) = self.visible();
        let room = Room {
            start: Px::from_f64(start),
            end: Px::from_f64(end),
            depth,
            lines: self.now().map(Px::from_f64).into_iter().collect(),
            orders: if items.len() <= 24 { 24 } else { 8 },
            complete: !self.plan.many,
        };
        let spots = place(&items, &room, work);
        for (&number, spot) in chosen.iter().zip(spots) {
            if let Some(piece) = pieces.get_mut(number) {
                piece.spot = spot;
            }
        }
    }

    /// The stage before, while a gesture lasts.
    fn held_stage(&self) -> Option<&Stage> {
        match &self.held.filter(|_| self.frame.moving)?.drawing {
            Drawing::Stage(held) => Some(held),
            _ => None,
        }
    }

    /// Within a gesture nothing placed moves up or down.
    fn held_spot(&self, index: usize) -> Option<Spot> {
        let held = self.held_stage()?;
        held.entries.iter().find(|entry| entry.index == index)?.label.map(|label| label.spot)
    }

    /// Where a piece is bound to the line.
    fn bound_x(&self, piece: &Piece, columns: &Columns) -> Px {
        match (piece.column.and_then(|column| columns.columns.get(column)), &piece.band) {
            (Some(column), _) => column.x,
            (None, Some(band)) => band.mark.x,
            (None, None) => Px::ZERO,
        }
    }

    /// The ways for the words of a piece to stand. `more` reserves a line for "and 3 more".
    fn ways(&self, piece: &Piece, columns: &Columns, more: bool) -> Vec<Way> {
        let Some(size) = piece.size else { return Vec::new() };
        let Some(shape) = self.shape(piece.shape) else { return Vec::new() };
        match (&piece.band, piece.column.and_then(|column| columns.columns.get(column))) {
            (_, Some(column)) => {
                let extra = if more && column.members.len() > 1 { self.measures.more } else { Size::default() };
                let size = Size { w: size.w.max(extra.w), h: size.h + extra.h };
                self.flag(column.x, size)
            }
            (Some(band), None) if self.plan.many && !shape.is_doubtful() => {
                let start = Px::from_f64(band.start.max(self.visible().0)) + Px::HALF;
                self.flag(start, size)
            }
            (Some(band), None) => self.hung(shape, band, size),
            (None, None) => Vec::new(),
        }
    }

    /// Words beside a pole: after it, else before it.
    fn flag(&self, x: Px, size: Size) -> Vec<Way> {
        let on_line = self.now().is_some_and(|now| Px::from_f64(now) == x);
        let off = Px::from_px(match (self.plan.many, on_line) {
            (true, _) => 6,
            (false, true) => 12,
            (false, false) => 9,
        });
        // The publication line is a pole for what stands on it.
        let pole = (!on_line || self.plan.many).then_some(x);
        let words = |start: Px| Area { start, top: Px::ZERO, end: start + size.w, bottom: size.h };
        vec![
            Way { words: words(x + off), mark: None, pole, end_aligned: false, cost: 0 },
            Way { words: words(x - off - size.w), mark: None, pole, end_aligned: true, cost: 16 },
        ]
    }

    /// Words that hang with their band: beside the limit, else under the start.
    fn hung(&self, shape: &Shape, band: &Band, size: Size) -> Vec<Way> {
        let (start, end) = self.visible();
        let height = band.mark.h;
        let (first, last) = (band.mark.x, band.mark.x + band.mark.w);
        let at_now = self.now().is_some_and(|now| (now - band.end).abs() < 1.0);
        let tail = if shape.kind == Kind::Since { Px::from_px(30) } else { Px::ZERO };
        let mark = Some(Area { start: first, top: Px::from_px(4), end: last + tail, bottom: Px::from_px(4) + height });
        let beside = |start: Px, end_aligned: bool| {
            let words = Area { start, top: Px::ZERO, end: start + size.w, bottom: size.h };
            Way { words, mark, pole: None, end_aligned, cost: 0 }
        };
        let mut ways = Vec::new();
        match shape.kind {
            Kind::Before if band.end <= end => {
                ways.push(beside(last + Px::from_px(if at_now { 12 } else { 9 }), false))
            }
            Kind::After if band.start >= start => ways.push(beside(first - Px::from_px(9) - size.w, true)),
            _ => {}
        }
        let indent = if matches!(shape.kind, Kind::Since | Kind::Bar) { 9 } else { 0 };
        let latest = Px::from_f64(end) - size.w;
        let from = self.clear_of_line(first + Px::from_px(indent), size.w).min(latest).max(Px::from_f64(start));
        let top = Px::from_px(if indent > 0 { 12 } else { 11 }) + height;
        let words = Area { start: from, top, end: from + size.w, bottom: top + size.h };
        ways.push(Way { words, mark, pole: None, end_aligned: false, cost: UNDER });
        ways
    }

    /// Words under a band end before the publication line rather than crossing it.
    fn clear_of_line(&self, start: Px, width: Px) -> Px {
        let Some(line) = self.now().map(Px::from_f64) else { return start };
        let gap = Px::from_px(5);
        if start < line + gap && start + width > line - gap {
            let before = line - gap - width - Px::HALF;
            if before.to_f64() >= self.visible().0 { before } else { line + gap + Px::HALF }
        } else {
            start
        }
    }

    /// All entries with their marks, poles and words.
    fn entries(&self, stage: &mut Stage, pieces: &[Piece], columns: &Columns, rows_y: Px, labels_y: Px, foot: &mut Px) {
        let lists_all = self.plan.shapes.len() <= ALL_ENTRIES;
        let (mut dots, mut next) = (String::new(), pieces.iter().peekable());
        let mut stood: Vec<usize> = vec![0; columns.columns.len()];
        for (number, shape) in self.plan.shapes.iter().enumerate() {
            let piece = next.next_if(|piece| piece.shape == number);
            let is_wanted = [self.frame.open, self.frame.focus].contains(&Some(shape.index));
            let label = piece.and_then(|piece| self.label(piece, pieces, columns, labels_y));
            let lists = lists_all || is_wanted || label.is_some();
            let mut mark = None;
            if let Some(piece) = piece {
                let column =
                    piece.column.and_then(|number| Some((columns.columns.get(number)?, stood.get_mut(number)?)));
                mark = match column {
                    Some((column, place)) => {
                        let at = *place / columns.each.max(1) as usize;
                        let is_new = *place % columns.each.max(1) as usize == 0;
                        *place += 1;
                        self.dot(
                            piece,
                            column,
                            columns,
                            at,
                            is_new,
                            lists && (lists_all || is_wanted),
                            &mut dots,
                            stage.axis_y,
                        )
                    }
                    None => self.band_mark(piece, rows_y, labels_y),
                };
            }
            if let Some(mark) = &mark {
                *foot = (*foot).max(mark.y + mark.h);
            }
            if let Some(label) = &label {
                *foot = (*foot).max(label.y + label.h);
            }
            let stem = label.and_then(|label| self.stem(piece?, columns, &label, stage.axis_y, mark.as_ref()));
            if lists || (mark.is_some() && piece.is_some_and(|piece| piece.column.is_none())) {
                stage.entries.push(Entry { index: shape.index, date: self.plan.date_of(number), label, stem, mark });
            }
        }
        if !dots.is_empty() {
            stage.dots.push(Path { d: dots, paint: Paint::Dots });
        }
    }

    /// The dot of an entry: its own mark where all entries are listed, else one of the common dots.
    #[expect(clippy::too_many_arguments, reason = "one call, all of it needed to stand a dot in its column")]
    fn dot(
        &self,
        piece: &Piece,
        column: &Column,
        columns: &Columns,
        at: usize,
        is_new: bool,
        own: bool,
        dots: &mut String,
        axis_y: Px,
    ) -> Option<Mark> {
        let shape = self.shape(piece.shape)?;
        if let Some(band) = &piece.band {
            // Days that are wide stand on the line in their own width, upon each other.
            let y = axis_y - band.mark.h - Px::from_px(11).times(at as i32);
            return Some(Mark { y, ..band.mark.clone() });
        }
        let (across, up) = columns.offset(at);
        let (x, y) = (column.x + across, axis_y - up);
        if own && columns.each == 1 {
            return Some(marks::dot(shape.status, x, y, columns.radius));
        }
        if is_new {
            push_dot(dots, x, y, columns.radius);
        }
        None
    }

    fn band_mark(&self, piece: &Piece, rows_y: Px, labels_y: Px) -> Option<Mark> {
        let band = piece.band.as_ref()?;
        let hangs = piece.ways.first().is_some_and(|way| way.mark.is_some());
        let y = match (piece.spot, piece.row) {
            (Some(spot), _) if hangs => labels_y + spot.depth + Px::from_px(4),
            (_, Some(row)) => rows_y + Px::from_px(12).times(row as i32),
            (_, None) => return None,
        };
        Some(Mark { y, ..band.mark.clone() })
    }

    fn label(&self, piece: &Piece, pieces: &[Piece], columns: &Columns, labels_y: Px) -> Option<Label> {
        let spot = piece.spot?;
        let way = piece.ways.get(spot.way)?;
        let column = piece.column.and_then(|column| columns.columns.get(column));
        let more = match column {
            Some(column) if column.lead == piece.shape => {
                let speaks = |member: &&usize| {
                    pieces
                        .binary_search_by_key(*member, |piece| piece.shape)
                        .ok()
                        .and_then(|at| pieces.get(at))
                        .is_some_and(|piece| piece.spot.is_some())
                };
                column.members.len() - column.members.iter().filter(speaks).count()
            }
            _ => 0,
        };
        let words = way.words;
        Some(Label {
            x: words.start,
            y: labels_y + spot.depth + words.top,
            w: words.end - words.start,
            h: words.bottom - words.top,
            end_aligned: way.end_aligned,
            more: more as u32,
            spot,
        })
    }

    fn stem(&self, piece: &Piece, columns: &Columns, label: &Label, axis_y: Px, mark: Option<&Mark>) -> Option<Stem> {
        let way = piece.ways.get(label.spot.way)?;
        let foot = label.y + label.h - Px::from_px(3);
        match piece.column.and_then(|column| columns.columns.get(column)) {
            Some(_) => way.pole.map(|x| Stem { x, y: axis_y, h: foot - axis_y }),
            None => {
                let mark = mark?;
                let shape = self.shape(piece.shape)?;
                if shape.is_doubtful() || (shape.kind == Kind::Since && !self.plan.many) {
                    return None;
                }
                let x = way.pole.unwrap_or(mark.x + Px::HALF);
                Some(Stem { x, y: mark.y, h: foot - mark.y })
            }
        }
    }

    /// What can be pressed: columns of more than one dot, and rows of bands drawn as one.
    fn clusters(&self, stage: &mut Stage, pieces: &[Piece], columns: &Columns, rows_y: Px) {
        let (rise, radius) = (columns.pitch, columns.radius);
        let mut counted = Vec::new();
        for (number, column) in columns.columns.iter().enumerate() {
            let count = column.members.len();
            if count < 2 {
                continue;
            }
            let high = columns.offset((count - 1) / columns.each.max(1) as usize).1 + radius;
            let half = radius + rise.times(columns.across as i32 - 1).half();
            let speaks = column.members.iter().any(|member| {
                let found = pieces.binary_search_by_key(member, |piece| piece.shape).ok();
                found.and_then(|at| pieces.get(at)).is_some_and(|piece| piece.spot.is_some())
            });
            let peak = || columns.is_peak(number, PEAK.max(PEAK_COLUMNS * columns.width));
            let figure = match columns.bin {
                None => count > 2 || !speaks,
                Some(_) => count > 2 && count * 3 >= columns.tallest * columns.across * columns.each as usize && peak(),
            };
            let first = column.members.first().and_then(|&member| self.shape(member)).map_or(0, |shape| shape.index);
            let lead = self.shape(column.lead).map_or(0, |shape| shape.index);
            let cluster = Cluster {
                x: column.x - half,
                y: stage.axis_y - high,
                w: half + half,
                h: high + radius,
                count: count as u32,
                counted: figure,
                first,
                lead,
            };
            counted.push(cluster);
        }
        keep_figures_apart(&mut counted);
        stage.clusters = counted;
        self.merge_rows(stage, pieces, rows_y);
    }

    /// Bands that found no row of their own are drawn in the last one, as one stretch for each run that overlaps, and counted.
    fn merge_rows(&self, stage: &mut Stage, pieces: &[Piece], rows_y: Px) {
        let height = Px::from_px(6);
        let y = rows_y + Px::from_px(12).times(MOST_ROWS as i32);
        let mut runs: Vec<Cluster> = Vec::new();
        let lost = pieces.iter().filter(|piece| piece.row.is_none() && piece.spot.is_none() && piece.column.is_none());
        for piece in lost {
            let (Some(band), Some(shape)) = (&piece.band, self.shape(piece.shape)) else { continue };
            let (start, end) = (band.mark.x, band.mark.x + band.mark.w);
            match runs.last_mut() {
                Some(run) if start <= run.x + run.w => {
                    run.w = (end - run.x).max(run.w);
                    run.count += 1;
                }
                _ => runs.push(Cluster {
                    x: start,
                    y,
                    w: end - start,
                    h: height,
                    count: 1,
                    counted: true,
                    first: shape.index,
                    lead: shape.index,
                }),
            }
        }
        for run in &runs {
            let length = run.w.to_f64();
            stage.dots.push(strokes::hatch(run.x.to_f64(), run.y, length, (0.0, length), Profile::Flat, height));
        }
        stage.clusters.extend(runs);
    }

    /// The column of the open entry.
    fn open_column(&self, columns: &Columns) -> Option<Stretch> {
        let open = self.frame.open?;
        let number = self.plan.shapes.iter().position(|shape| shape.index == open)?;
        let shape = self.shape(number)?;
        let (start, end) = match shape.kind {
            Kind::Point if self.is_wide(shape) && columns.tallest <= MOST_BANDS => {
                marks::reach(shape, self.scale, self.frame.width.to_f64())
            }
            Kind::Point => {
                let found = columns.columns.iter().find(|column| column.members.contains(&number));
                let x = found.map_or(self.dot_x(shape), |column| column.x.to_f64());
                (x - 6.0, x + 6.0)
            }
            _ => marks::reach(shape, self.scale, self.frame.width.to_f64()),
        };
        let (from, to) = self.visible();
        let (start, end) = (Px::from_f64(start.max(from)), Px::from_f64(end.min(to)));
        (end > start).then_some(Stretch { x: start, w: end - start })
    }
}

/// Figures that would touch: the greater count keeps its own.
fn keep_figures_apart(clusters: &mut [Cluster]) {
    let mut order: Vec<usize> =
        (0..clusters.len()).filter(|&at| clusters.get(at).is_some_and(|cluster| cluster.counted)).collect();
    crate::order::sort_by_key(&mut order, |&at| clusters.get(at).map_or(0, |cluster| -i64::from(cluster.count)));
    let mut kept: Vec<(Px, Px)> = Vec::new();
    for at in order {
        let Some(cluster) = clusters.get_mut(at) else { continue };
        let middle = cluster.x + cluster.w.half();
        let near = |(x, y): &(Px, Px)| {
            let apart = (*x - middle).to_f64().abs();
            apart < 16.0 && (*y - cluster.y).to_f64().abs() < 14.0
        };
        if kept.iter().any(near) {
            cluster.counted = false;
        } else {
            kept.push((middle, cluster.y));
        }
    }
}

/// Rows right under the axis for bands that do not hang with their words; the number of rows.
fn assign_rows(pieces: &mut [Piece]) -> usize {
    let mut ends: Vec<Px> = Vec::new();
    let mut overflows = false;
    for piece in pieces.iter_mut() {
        let hangs = piece.spot.is_some() && piece.ways.first().is_some_and(|way| way.mark.is_some());
        let Some(band) = piece.band.as_ref().filter(|_| !hangs && piece.column.is_none()) else { continue };
        let start = band.mark.x;
        let free = ends.iter().position(|end| *end + Px::from_px(8) <= start);
        let row = match free {
            Some(row) => row,
            None if ends.len() < MOST_ROWS => {
                ends.push(Px::from_px(-1_000_000));
                ends.len() - 1
            }
            None => {
                overflows = true;
                if piece.spot.is_some() {
                    piece.row = Some(MOST_ROWS);
                }
                continue;
            }
        };
        if let Some(end) = ends.get_mut(row) {
            *end = start + band.mark.w;
        }
        piece.row = Some(row);
    }
    ends.len() + usize::from(overflows)
}
