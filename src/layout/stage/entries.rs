//! The entries of a stage: their marks, words and poles, in order of time.
//!
//! In: placed pieces. Out: [`StageEntry`]s, and the common dots. It must never learn how words were placed.

use super::{DotColumns, Ground, Piece};
use crate::base::list::List;
use crate::layout::marks;
use crate::layout::px::{Px, push_command};
use crate::layout::scene::{ALL_ENTRIES, GRID_FOOT, Mark, Paint, Path, Stage, StageEntry};

impl Ground<'_> {
    /// All entries with their marks, poles and words.
    pub(super) fn entries(
        &self,
        stage: &mut Stage,
        pieces: &[Piece],
        columns: &DotColumns,
        rows_y: Px,
        labels_y: Px,
        foot: &mut Px,
    ) {
        let index = self.plan.index;
        let lists_all = index.len() <= ALL_ENTRIES;
        let own_dots = columns.each == 1 && (lists_all || columns.stand_alone());
        if !own_dots {
            stage.dots.extend(common_dots(columns, stage.axis_y));
            (stage.dot, stage.pitch) = (columns.radius + columns.radius, columns.pitch);
        }
        let mut next = pieces.iter().peekable();
        let places: Vec<usize> = match lists_all {
            true => (0..index.len()).list(),
            false => pieces.iter().map(|piece| piece.place).list(),
        };
        for place in places {
            let Some(event) = index.event(place) else { continue };
            let piece = next.next_if(|piece| piece.place == place);
            let is_wanted = [self.frame.open, self.frame.focus].contains(&Some(event));
            let label = piece.and_then(|piece| self.label(piece, pieces, columns, labels_y));
            let mark = piece.and_then(|piece| match piece.column {
                Some(_) if !own_dots && (!is_wanted || columns.each > 1) => None,
                Some(number) => self.dot(piece, columns, number, stage.axis_y),
                None => self.band_mark(piece, rows_y, labels_y),
            });
            if let Some(mark) = &mark {
                *foot = (*foot).max(mark.y + mark.h);
            }
            if let Some(label) = &label {
                *foot = (*foot).max(label.y + label.h);
            }
            let stem = label.and_then(|label| self.stem(piece?, columns, &label, stage.axis_y, mark.as_ref()));
            if lists_all || is_wanted || label.is_some() || mark.is_some() {
                stage.entries.push(StageEntry { index: event, date: self.plan.date_of(place), label, stem, mark });
            }
        }
    }

    /// The dot of an entry as a mark of its own.
    fn dot(&self, piece: &Piece, columns: &DotColumns, number: usize, axis_y: Px) -> Option<Mark> {
        let (shape, column) = (self.shape(piece.place)?, columns.columns.get(number)?);
        let at = self.plan.index.points(&(column.places.start..piece.place));
        if let Some(band) = &piece.band {
            // Days that are wide stand on the line in their own width, upon each other.
            let y = axis_y - band.mark.h - Px::from_px(11).times(at as i32);
            return Some(Mark { y, ..band.mark.clone() });
        }
        let (across, up) = columns.offset(at);
        Some(marks::dot(shape.status, column.x + across, axis_y - up, columns.radius))
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
}

/// The dots of all columns: an area to be filled with the pattern of dots, or a line for each upright, which the style sheet dots. As circles they would
/// be fifty times as long.
fn common_dots(columns: &DotColumns, axis_y: Px) -> Option<Path> {
    let mut d = String::new();
    for column in &columns.columns {
        let dots = column.count.div_ceil(columns.each.max(1) as usize);
        if columns.is_grid() {
            let start = column.x - columns.pitch.times(columns.across as i32).half();
            let (rows, rest) = (dots / columns.across, dots % columns.across);
            let high = columns.pitch.times(rows as i32);
            push_area(&mut d, (start, axis_y - GRID_FOOT), columns.pitch.times(columns.across as i32), high);
            push_area(&mut d, (start, axis_y - GRID_FOOT - high), columns.pitch.times(rest as i32), columns.pitch);
            continue;
        }
        for lane in 0..columns.across.min(dots) {
            let rows = (dots - lane).div_ceil(columns.across);
            let (across, up) = columns.offset(lane);
            push_command(&mut d, 'M', &[column.x + across, axis_y - up]);
            // A hair longer, or rounding may cost the last dot.
            push_command(&mut d, 'v', &[-columns.pitch.times(rows as i32 - 1) - Px::HALF]);
        }
    }
    let paint = if columns.is_grid() { Paint::Grid } else { Paint::Dots };
    (!d.is_empty()).then_some(Path { d, paint })
}

/// An area from its bottom start corner up.
fn push_area(d: &mut String, (x, y): (Px, Px), w: Px, h: Px) {
    if w > Px::ZERO && h > Px::ZERO {
        push_command(d, 'M', &[x, y]);
        push_command(d, 'v', &[-h]);
        push_command(d, 'h', &[w]);
        push_command(d, 'v', &[h]);
        d.push('Z');
    }
}
