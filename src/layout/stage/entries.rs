//! The entries of a stage: their marks, words and poles, in order of time.
//!
//! In: placed pieces. Out: [`Entry`]s, and the common dots. It must never learn how words were placed.

use super::{Column, Columns, Ground, Piece};
use crate::layout::marks;
use crate::layout::px::Px;
use crate::layout::scene::{ALL_ENTRIES, Entry, Mark, Paint, Path, Stage};
use crate::layout::strokes::push_dot;

impl Ground<'_> {
    /// All entries with their marks, poles and words.
    pub(super) fn entries(
        &self,
        stage: &mut Stage,
        pieces: &[Piece],
        columns: &Columns,
        rows_y: Px,
        labels_y: Px,
        foot: &mut Px,
    ) {
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
}
