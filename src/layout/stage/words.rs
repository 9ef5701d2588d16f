//! Words on the stage: which ways they may stand, and which of these they take.
//!
//! In: pieces with the sizes of their words. Out: spots, labels and poles. It must never learn of dots or ticks.

use super::{Band, DotColumns, Ground, Piece};
use crate::base::list::List;
use crate::layout::Size;
use crate::layout::place::{Area, Placeable, Room, Spot, Way, place, shuffled};
use crate::layout::px::Px;
use crate::layout::scene::{Label, Mark, Stem};
use crate::layout::shape::{Shape, ShapeKind};

/// What words under a band cost compared with words beside its limit, in px of depth.
const UNDER: i32 = 150;
/// So many labels are tried when there are more entries than could have one.
const MOST_LABELS: usize = 60;
/// Labels of many entries reach this deep.
const DEEPEST: i32 = 250;

impl Ground<'_> {
    /// Finds a place for words: in many, first for the heaviest of each column, then for the others.
    pub(super) fn place(&self, pieces: &mut [Piece], columns: &DotColumns, work: &mut u64) {
        let many = self.plan.many();
        let wants = |piece: &Piece| piece.size.is_some();
        let leads = |piece: &Piece| match piece.column.and_then(|column| columns.columns.get(column)) {
            Some(column) => column.lead == piece.place,
            None => true,
        };
        let mut chosen: Vec<usize> = Vec::new();
        for (number, piece) in pieces.iter_mut().enumerate() {
            // What already has words keeps them before others get any.
            if wants(piece) && (!many || leads(piece) || piece.held.is_some()) {
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
            chosen.into_iter().filter(|&number| pieces.get(number).is_some_and(|piece| piece.spot.is_some())).list();
        let mut rest = Vec::new();
        for (number, piece) in pieces.iter_mut().enumerate() {
            if wants(piece) && piece.ways.is_empty() {
                piece.ways = self.ways(piece, columns, false);
                rest.push(number);
            }
        }
        self.heaviest(&mut rest, pieces);
        let again: Vec<usize> = fixed.into_iter().chain(rest).list();
        self.place_chosen(&again, pieces, columns, work);
    }

    fn heaviest(&self, chosen: &mut Vec<usize>, pieces: &[Piece]) {
        // While a gesture lasts, what has words keeps them. Of equals not the first: then only the start of the line would speak.
        let key = |number: &usize| {
            let piece = pieces.get(*number)?;
            let weight = self.shape(piece.place)?.weight;
            Some((piece.held.is_none(), -weight, shuffled(piece.place as u32, 0), *number))
        };
        let mut keyed: Vec<(bool, i32, u32, usize)> = chosen.iter().filter_map(key).list();
        crate::base::order::sort_by(&mut keyed, Ord::cmp);
        *chosen = keyed.into_iter().map(|(_, _, _, number)| number).list();
        chosen.truncate(MOST_LABELS);
        crate::base::order::sort_by(chosen, Ord::cmp);
    }

    fn place_chosen(&self, chosen: &[usize], pieces: &mut [Piece], columns: &DotColumns, work: &mut u64) {
        let item = |&number: &usize| {
            let piece = pieces.get(number)?;
            let shape = self.shape(piece.place)?;
            let x = self.bound_x(piece, columns);
            Some(Placeable { weight: shape.weight, x, ways: piece.ways.clone(), held: piece.spot.or(piece.held) })
        };
        let items: Vec<Placeable> = chosen.iter().filter_map(item).list();
        let depth = if self.plan.many() { Px::from_px(DEEPEST) } else { Px::from_px(20_000) };
        let (start, end) = self.visible();
        let room = Room {
            start: Px::from_f64(start),
            end: Px::from_f64(end),
            depth,
            lines: self.now().map(Px::from_f64).into_iter().list(),
            orders: if items.len() <= 24 { 24 } else { 8 },
            complete: !self.plan.many(),
        };
        let spots = place(&items, &room, work);
        for (&number, spot) in chosen.iter().zip(spots) {
            if let Some(piece) = pieces.get_mut(number) {
                piece.spot = spot;
            }
        }
    }

    /// Within a gesture nothing placed moves up or down.
    pub(super) fn held_spot(&self, index: usize) -> Option<Spot> {
        let held = self.held_stage()?;
        held.entries.iter().find(|entry| entry.index == index)?.label.map(|label| label.spot)
    }

    /// Where a piece is bound to the line.
    fn bound_x(&self, piece: &Piece, columns: &DotColumns) -> Px {
        match (piece.column.and_then(|column| columns.columns.get(column)), &piece.band) {
            (Some(column), _) => column.x,
            (None, Some(band)) => band.mark.x,
            (None, None) => Px::ZERO,
        }
    }

    /// The ways for the words of a piece to stand. `more` reserves a line for "and 3 more".
    fn ways(&self, piece: &Piece, columns: &DotColumns, more: bool) -> Vec<Way> {
        let Some(size) = piece.size else { return Vec::new() };
        let Some(shape) = self.shape(piece.place) else { return Vec::new() };
        match (&piece.band, piece.column.and_then(|column| columns.columns.get(column))) {
            (_, Some(column)) => {
                let extra = if more && column.count > 1 { self.measures.more } else { Size::default() };
                let size = Size { w: size.w.max(extra.w), h: size.h + extra.h };
                self.flag(column.x, size)
            }
            (Some(band), None) if self.plan.many() && !shape.is_doubtful() => {
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
        let off = Px::from_px(match (self.plan.many(), on_line) {
            (true, _) => 6,
            (false, true) => 12,
            (false, false) => 9,
        });
        // The publication line is a pole for what stands on it.
        let pole = (!on_line || self.plan.many()).then_some(x);
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
        let tail = if shape.kind == ShapeKind::Since { Px::from_px(30) } else { Px::ZERO };
        let mark = Some(Area { start: first, top: Px::from_px(4), end: last + tail, bottom: Px::from_px(4) + height });
        let beside = |start: Px, end_aligned: bool| {
            let words = Area { start, top: Px::ZERO, end: start + size.w, bottom: size.h };
            Way { words, mark, pole: None, end_aligned, cost: 0 }
        };
        let mut ways = Vec::new();
        match shape.kind {
            ShapeKind::Before if band.end <= end => {
                ways.push(beside(last + Px::from_px(if at_now { 12 } else { 9 }), false))
            }
            ShapeKind::After if band.start >= start => ways.push(beside(first - Px::from_px(9) - size.w, true)),
            _ => {}
        }
        let indent = if matches!(shape.kind, ShapeKind::Since | ShapeKind::Bar) { 9 } else { 0 };
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

    pub(super) fn label(&self, piece: &Piece, pieces: &[Piece], columns: &DotColumns, labels_y: Px) -> Option<Label> {
        let spot = piece.spot?;
        let way = piece.ways.get(spot.way)?;
        let column = piece.column.and_then(|column| columns.columns.get(column));
        let more = match column {
            Some(column) if column.lead == piece.place => {
                let speaking = pieces.iter().filter(|other| other.column == piece.column && other.spot.is_some());
                column.count - speaking.count()
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

    pub(super) fn stem(
        &self,
        piece: &Piece,
        columns: &DotColumns,
        label: &Label,
        axis_y: Px,
        mark: Option<&Mark>,
    ) -> Option<Stem> {
        let way = piece.ways.get(label.spot.way)?;
        let foot = label.y + label.h - Px::from_px(3);
        match piece.column.and_then(|column| columns.columns.get(column)) {
            Some(_) => way.pole.map(|x| Stem { x, y: axis_y, h: foot - axis_y }),
            None => {
                let mark = mark?;
                let shape = self.shape(piece.place)?;
                if shape.is_doubtful() || (shape.kind == ShapeKind::Since && !self.plan.many()) {
                    return None;
                }
                let x = way.pole.unwrap_or(mark.x + Px::HALF);
                Some(Stem { x, y: mark.y, h: foot - mark.y })
            }
        }
    }
}
