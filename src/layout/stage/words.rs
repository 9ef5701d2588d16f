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

/// What words under a band cost compared with words beside its limit, in px of depth; the same for words beside the end of a band that has no limit there.
const UNDER: i32 = 40;
const BESIDE: i32 = 12;
/// What a title costs that is cut, in px of depth: more than a stage should be deep.
const CUT: i32 = 400;
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

    /// The ways for the words of a piece to stand, in each size that they may have. `more` reserves a line for "and 3 more".
    fn ways(&self, piece: &Piece, columns: &DotColumns, more: bool) -> Vec<Way> {
        let Some(fits) = piece.size else { return Vec::new() };
        let least = fits.each().map(|(size, _)| size.h).min().unwrap_or_default();
        let mut ways = Vec::new();
        for (size, is_cut) in fits.each() {
            let first = ways.len();
            self.ways_in(piece, size, columns, more, &mut ways);
            // What stands lower leaves room for others below; what is narrow, beside it.
            let cost = (size.h - least).halves() / 4 + if is_cut { CUT } else { 0 };
            ways.iter_mut().skip(first).for_each(|way| way.cost += cost);
        }
        ways
    }

    /// The ways for words of one size.
    fn ways_in(&self, piece: &Piece, size: Size, columns: &DotColumns, more: bool, ways: &mut Vec<Way>) {
        let Some(shape) = self.shape(piece.place) else { return };
        match (&piece.band, piece.column.and_then(|column| columns.columns.get(column))) {
            (_, Some(column)) => {
                let extra = if more && column.count > 1 { self.measures.more } else { Size::default() };
                let size = Size { w: size.w.max(extra.w), h: size.h + extra.h };
                self.flag(column.x, size, ways);
            }
            (Some(band), None) if self.plan.many() && !shape.is_doubtful() => {
                let start = Px::from_f64(band.start.max(self.visible().0)) + Px::HALF;
                self.flag(start, size, ways);
            }
            (Some(band), None) => self.hung(shape, band, size, ways),
            (None, None) => {}
        }
    }

    /// Words beside a pole: after it, else before it.
    fn flag(&self, x: Px, size: Size, ways: &mut Vec<Way>) {
        let on_line = self.now().is_some_and(|now| Px::from_f64(now) == x);
        let off = Px::from_px(match (self.plan.many(), on_line) {
            (true, _) => 6,
            (false, true) => 12,
            (false, false) => 9,
        });
        // The publication line is a pole for what stands on it.
        let pole = (!on_line || self.plan.many()).then_some(x);
        let words = |start: Px| Area { start, top: Px::ZERO, end: start + size.w, bottom: size.h };
        ways.push(Way { words: words(x + off), mark: None, pole, end_aligned: false, cost: 0 });
        ways.push(Way { words: words(x - off - size.w), mark: None, pole, end_aligned: true, cost: 16 });
    }

    /// Words that hang with their band: beside it, else under it.
    fn hung(&self, shape: &Shape, band: &Band, size: Size, ways: &mut Vec<Way>) {
        let (start, end) = self.visible();
        let height = band.mark.h;
        let (first, last) = (band.mark.x, band.mark.x + band.mark.w);
        let at_now = self.now().is_some_and(|now| (now - band.end).abs() < 1.0);
        let tail = if shape.kind == ShapeKind::Since { Px::from_px(30) } else { Px::ZERO };
        let mark = Some(Area { start: first, top: Px::from_px(4), end: last + tail, bottom: Px::from_px(4) + height });
        let mut hang = |start: Px, top: Px, end_aligned: bool, cost: i32| {
            let words = Area { start, top, end: start + size.w, bottom: top + size.h };
            ways.push(Way { words, mark, pole: None, end_aligned, cost });
        };
        // Where nothing is known of an end of it, words beside that end would seem to name it.
        let cost = |limit: ShapeKind| if shape.kind == limit { 0 } else { BESIDE };
        if band.end <= end && !matches!(shape.kind, ShapeKind::After | ShapeKind::Since) {
            let beside = last + Px::from_px(if at_now { 12 } else { 9 });
            hang(beside, Px::ZERO, false, cost(ShapeKind::Before));
        }
        if band.start >= start && shape.kind != ShapeKind::Before {
            hang(first - Px::from_px(9) - size.w, Px::ZERO, true, cost(ShapeKind::After));
        }
        let indent = if matches!(shape.kind, ShapeKind::Since | ShapeKind::Bar) { 9 } else { 0 };
        let latest = Px::from_f64(end) - size.w;
        let from = self.clear_of_line(first + Px::from_px(indent), size.w).min(latest).max(Px::from_f64(start));
        let top = Px::from_px(if indent > 0 { 12 } else { 11 }) + height;
        hang(from, top, false, UNDER);
        if indent == 0 {
            hang(last - size.w, top, true, UNDER);
            // Under a long one there is room in the middle too.
            let middle = (first + last - size.w).half();
            if middle > first + size.w.half() {
                hang(middle, top, false, UNDER);
            }
        }
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
                // Words beside their bar need none, and none goes through words.
                let is_beside = way.pole.is_none() && way.words.top == Px::ZERO;
                let is_under = label.x <= x && x < label.x + label.w;
                (!is_beside && !is_under).then_some(Stem { x, y: mark.y, h: foot - mark.y })
            }
        }
    }
}
