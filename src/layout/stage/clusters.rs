//! What stands for several entries: columns of dots with their figures, and rows of bands drawn as one.
//!
//! In: pieces and columns. Out: [`Cluster`]s and the rows of bands. It must never learn of words.

use super::{DotColumns, Ground, Piece};
use crate::base::list::List;
use crate::layout::px::Px;
use crate::layout::scene::{Cluster, Stage};
use crate::layout::strokes::{self, Profile};

/// A column has a figure when it is the highest this far around, in px.
const PEAK: f64 = 40.0;
/// .. and this many columns.
const PEAK_COLUMNS: f64 = 2.5;
/// The stretches in which bands are counted where they are many, in px.
const CROWD: f64 = 60.0;
/// So many rows of bands without words of their own; further bands join the last row, counted.
const MOST_ROWS: usize = 8;

impl Ground<'_> {
    /// What can be pressed: columns of more than one dot, and rows of bands drawn as one.
    pub(super) fn clusters(&self, stage: &mut Stage, pieces: &[Piece], columns: &DotColumns, rows_y: Px) {
        let (rise, radius) = (columns.pitch, columns.radius);
        let mut counted = Vec::new();
        for (number, column) in columns.columns.iter().enumerate() {
            let count = column.count;
            if count < 2 {
                continue;
            }
            let high = columns.offset((count - 1) / columns.each.max(1) as usize).1 + radius;
            let half = radius + rise.times(columns.across as i32 - 1).half();
            let speaks = pieces.iter().any(|piece| piece.column == Some(number) && piece.spot.is_some());
            let peak = || columns.is_peak(number, PEAK.max(PEAK_COLUMNS * columns.width));
            let figure = match columns.bin {
                None => count > 2 || !speaks,
                Some(_) => count > 2 && count * 3 >= columns.tallest * columns.across * columns.each as usize && peak(),
            };
            let event = |place| self.plan.index.event(place).unwrap_or_default();
            let (first, lead) = (event(column.places.start), event(column.lead));
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
        if self.plan.crowded {
            self.crowd(stage, rows_y);
        } else {
            self.merge_rows(stage, pieces, rows_y);
        }
    }

    /// Too many bands to draw: how many begin in each stretch of the line. A stretch begins at the same instant wherever the window stands.
    fn crowd(&self, stage: &mut Stage, rows_y: Px) {
        let (index, height) = (self.plan.index, Px::from_px(6));
        for part in &self.scale.parts {
            let step = CROWD / part.px_per_minute();
            let mut start = (part.start / step).floor() * step;
            while start < part.end {
                let end = start + step;
                let from = Px::from_f64(part.x_at(start).max(part.x));
                let w = Px::from_f64(part.x_at(end).min(part.x + part.w)) - from - Px::from_px(2);
                // What began before the window and goes on in it is counted where it begins to be seen.
                let (since, over) =
                    if start < part.start { (f64::MIN, index.bands_over(part.start)) } else { (start, 0) };
                let (begun, first) = index.bands_begun(since, end);
                let count = begun.saturating_sub(over);
                if let (1.., Some(first), true) = (count, first, w > Px::ZERO) {
                    let (x, length) = (from.to_f64(), w.to_f64());
                    stage.dots.push(strokes::hatch(x, rows_y, length, (0.0, length), Profile::Flat, height));
                    stage.clusters.push(Cluster {
                        x: from,
                        y: rows_y,
                        w,
                        h: height,
                        count: count as u32,
                        counted: w > Px::from_px(40),
                        first: first.index,
                        lead: first.index,
                    });
                }
                start = end;
            }
        }
    }

    /// Bands that found no row of their own are drawn in the last one, as one stretch for each run that overlaps, and counted.
    fn merge_rows(&self, stage: &mut Stage, pieces: &[Piece], rows_y: Px) {
        let height = Px::from_px(6);
        let y = rows_y + Px::from_px(12).times(MOST_ROWS as i32);
        let mut runs: Vec<Cluster> = Vec::new();
        let lost = pieces.iter().filter(|piece| piece.row.is_none() && piece.spot.is_none() && piece.column.is_none());
        for piece in lost {
            let (Some(band), Some(shape)) = (&piece.band, self.shape(piece.place)) else { continue };
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
}

/// Figures that would touch: the greater count keeps its own.
fn keep_figures_apart(clusters: &mut [Cluster]) {
    let mut order: Vec<usize> =
        (0..clusters.len()).filter(|&at| clusters.get(at).is_some_and(|cluster| cluster.counted)).list();
    crate::base::order::sort_by_key(&mut order, |&at| clusters.get(at).map_or(0, |cluster| -i64::from(cluster.count)));
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
pub(super) fn assign_rows(pieces: &mut [Piece]) -> usize {
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

pub(super) fn row_height(rows: usize) -> Px {
    if rows == 0 { Px::ZERO } else { Px::from_px(8) + Px::from_px(12).times(rows as i32) }
}
