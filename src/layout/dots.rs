//! Columns of dots: entries that share a place on the line stand on each other.
//!
//! In: the points at some places of the index. Out: columns, and the size of a dot that lets the tallest fit. Few entries stand where they are and only join when they would
//! touch; many are counted by hour, day, week, month or year. It must never learn of labels.

use super::fold::TOGETHER;
use super::index::Index;
use super::px::Px;
use super::scale::Scale;
use super::scene::{RoundLength, Stage};
use super::ticks::TickStep;
use super::units::TickUnit;
use crate::base::date::Weekday;
use core::ops::Range;

/// Entries that share one place.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    /// Its middle.
    pub x: Px,
    /// From the place of its first entry to behind that of its last; what stands between them and is no point does not count.
    pub places: Range<usize>,
    /// How many entries.
    pub count: usize,
    /// The heaviest of them.
    pub lead: usize,
}

/// All columns and how their dots are drawn.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct DotColumns {
    /// From early to late.
    pub columns: Vec<Column>,
    /// Radius of a dot.
    pub radius: Px,
    /// From dot to dot.
    pub pitch: Px,
    /// Dots side by side in a column.
    pub across: usize,
    /// How many entries one dot stands for.
    pub each: u32,
    /// Width of a column of equal time, in px.
    pub width: f64,
    /// Length of time a column counts, when all count the same.
    pub bin: Option<RoundLength>,
    /// How many dots high the tallest column is.
    pub tallest: usize,
}

/// No column is higher than this.
const HIGHEST: f64 = 150.0;
/// Days are drawn in their own width as long as no more than so many stand on each other; else they are dots.
pub(super) const MOST_BANDS: usize = 2;
/// From so many dots on they are counted in columns of equal time.
const COUNTED: usize = 120;
/// Columns of equal time are at least this wide.
const NARROWEST: f64 = 8.0;
/// Radius and pitch of dots, in half pixels: they shrink before a dot stands for several entries.
const SIZES: [(i32, i32); 3] = [(8, 18), (6, 14), (3, GRID)];
const GRID: i32 = 7;
/// More dots than this are the smallest, which cost nothing to paint.
const MOST_ROUND: usize = 1200;

/// What a column may count, with its length in words.
const BINS: [(TickStep, RoundLength); 14] = [
    (TickStep { unit: TickUnit::Minute, count: 1 }, RoundLength::Minutes(1)),
    (TickStep { unit: TickUnit::Minute, count: 15 }, RoundLength::Minutes(15)),
    (TickStep { unit: TickUnit::Minute, count: 60 }, RoundLength::Hours(1)),
    (TickStep { unit: TickUnit::Day, count: 1 }, RoundLength::Days(1)),
    (TickStep { unit: TickUnit::Day, count: 2 }, RoundLength::Days(2)),
    (TickStep { unit: TickUnit::Day, count: 7 }, RoundLength::Days(7)),
    (TickStep { unit: TickUnit::Month, count: 1 }, RoundLength::Months(1)),
    (TickStep { unit: TickUnit::Month, count: 3 }, RoundLength::Months(3)),
    (TickStep { unit: TickUnit::Year, count: 1 }, RoundLength::Years(1)),
    (TickStep { unit: TickUnit::Year, count: 5 }, RoundLength::Years(5)),
    (TickStep { unit: TickUnit::Year, count: 10 }, RoundLength::Years(10)),
    (TickStep { unit: TickUnit::Year, count: 50 }, RoundLength::Years(50)),
    (TickStep { unit: TickUnit::Year, count: 200 }, RoundLength::Years(200)),
    (TickStep { unit: TickUnit::Year, count: 2000 }, RoundLength::Years(2000)),
];

/// The columns of the points in view, between two positions on the line. The pair is radius and pitch of single dots.
/// `held` is the stage before, while a gesture moves it.
pub(super) fn columns(
    index: &Index,
    scale: &Scale,
    visible: (f64, f64),
    (radius, pitch): (Px, Px),
    held: Option<&Stage>,
) -> DotColumns {
    let places = index.before(scale.time_at(visible.0))..index.until(scale.time_at(visible.1));
    if index.points(&places) <= COUNTED {
        let columns = joined(index, places.clone(), scale);
        let tallest = tallest(&columns);
        if tallest as f64 * pitch.to_f64() <= HIGHEST {
            return DotColumns { columns, radius, pitch, across: 1, each: 1, tallest, ..DotColumns::default() };
        }
    }
    counted(index, places, scale, visible, held)
}

fn tallest(columns: &[Column]) -> usize {
    columns.iter().map(|column| column.count).max().unwrap_or(0)
}

/// Dots nearer than [`TOGETHER`] to the first of a column join it, at the middle of all.
fn joined(index: &Index, places: Range<usize>, scale: &Scale) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let (mut first, mut sum) = (f64::MIN, 0.0);
    for place in index.points_at(places) {
        let x = index.shape(place).map_or(0.0, |shape| scale.x_at(shape.start.middle));
        match columns.last_mut() {
            Some(column) if x - first < TOGETHER => {
                column.add(index, place..place + 1);
                sum += x;
                column.x = Px::from_f64(sum / column.count as f64);
            }
            _ => {
                (first, sum) = (x, x);
                columns.extend(Column::of(index, place..place + 1, x));
            }
        }
    }
    columns
}

fn counted(
    index: &Index,
    places: Range<usize>,
    scale: &Scale,
    visible: (f64, f64),
    held: Option<&Stage>,
) -> DotColumns {
    let px_per_minute = scale.parts.iter().map(|part| part.px_per_minute()).fold(0.0, f64::max);
    let wide_enough =
        |(step, _): &&(TickStep, RoundLength)| step.minutes() * px_per_minute >= NARROWEST && step.unit >= index.finest;
    let last_bin = || BINS.last().copied();
    let Some((step, length)) = BINS.iter().find(wide_enough).copied().or_else(last_bin) else {
        return DotColumns::default();
    };
    let mut columns: Vec<Column> = Vec::new();
    let bin = |place: usize| {
        let start = step.floor(index.shape(place)?.at(), Weekday::Monday);
        Some((start, step.next(start)))
    };
    // A column at the edge of the view counts all of its time, so that it stays the same while it is moved in.
    let mut next = bin(places.start).map_or(0, |(start, _)| index.before(start));
    while let Some((start, end)) = bin(next).filter(|_| next < places.end) {
        let last = index.before(end).max(next + 1);
        let middle = scale.x_at((start + end) / 2.0);
        match columns.last_mut() {
            Some(column) if middle - column.x.to_f64() < NARROWEST / 2.0 => column.add(index, next..last),
            _ if middle < visible.0 || middle > visible.1 => {}
            _ => columns.extend(Column::of(index, next..last, middle)),
        }
        next = last;
    }
    let tallest = tallest(&columns);
    let width = (step.minutes() * px_per_minute).min(60.0);
    let mut fitted = DotColumns { columns, bin: Some(length), each: 1, width, ..DotColumns::default() };
    fitted.fit(tallest, held);
    fitted
}

impl Column {
    /// `None` when there is no point among them.
    fn of(index: &Index, places: Range<usize>, x: f64) -> Option<Column> {
        let lead = index.heaviest(places.clone())?;
        Some(Column { x: Px::from_f64(x), count: index.points(&places), places, lead })
    }

    fn add(&mut self, index: &Index, places: Range<usize>) {
        self.count += index.points(&places);
        self.places.end = places.end;
        self.lead = index.heaviest(self.places.clone()).unwrap_or(self.lead);
    }
}

impl DotColumns {
    /// Chooses the size of dots and how many entries one stands for, so that the tallest column fits. While a gesture moves the stage they stay as they were.
    fn fit(&mut self, tallest: usize, held: Option<&Stage>) {
        let held = held.filter(|held| held.bin == self.bin && held.dot > Px::ZERO);
        let total: usize = self.columns.iter().map(|column| column.count).sum();
        for (radius, pitch) in SIZES {
            self.radius = Px::from_halves(radius);
            self.pitch = Px::from_halves(pitch);
            let pitch = self.pitch.to_f64();
            // On the grid a column may stand half a dot off its place: a free line keeps it from the next.
            let gap = if self.is_grid() { pitch } else { 1.4 };
            self.across = (((self.width - gap) / pitch) as usize).max(1);
            self.tallest = tallest.div_ceil(self.across);
            let fits = match held {
                Some(held) => held.dot == self.radius + self.radius,
                None => total <= MOST_ROUND && self.tallest as f64 * pitch <= HIGHEST,
            };
            if fits {
                break;
            }
        }
        let high = (HIGHEST / self.pitch.to_f64()) as usize;
        let each = tallest.div_ceil(self.across * high).max(1);
        self.each = held.map_or(u32::try_from(each).unwrap_or(u32::MAX), |held| held.each);
        self.tallest = tallest.div_ceil(self.each.max(1) as usize).div_ceil(self.across);
        if self.is_grid() {
            let (pitch, across) = (self.pitch.halves(), self.across as i32);
            for column in &mut self.columns {
                let start = (column.x.halves() - pitch * across / 2 + pitch / 2).div_euclid(pitch) * pitch;
                column.x = Px::from_halves(start + pitch * across / 2);
            }
        }
    }

    /// The smallest dots stand on one grid, so that they can be painted as a pattern: as shapes of their own they cost a frame.
    pub(super) fn is_grid(&self) -> bool {
        self.pitch == Px::from_halves(GRID)
    }

    /// Where the dot with this number in its column stands, from the column's middle and up from the axis.
    pub(super) fn offset(&self, number: usize) -> (Px, Px) {
        let row = (number / self.across.max(1)) as i32;
        if self.bin.is_none() {
            return (Px::ZERO, self.pitch.times(row));
        }
        let place = (number % self.across.max(1)) as i32;
        let start = self.pitch.times(self.across as i32 - 1).half();
        (self.pitch.times(place) - start, Px::from_px(2) + self.radius + self.pitch.times(row))
    }

    /// The column that holds the point at a place.
    pub(super) fn of(&self, place: usize) -> Option<usize> {
        let number = self.columns.partition_point(|column| column.places.end <= place);
        self.columns.get(number).filter(|column| column.places.contains(&place)).map(|_| number)
    }

    /// Whether no column is higher as far as `reach` px to either side, and none before it as high.
    pub(super) fn is_peak(&self, number: usize, reach: f64) -> bool {
        let Some(column) = self.columns.get(number) else { return false };
        let is_beside = |other: &&Column| (other.x - column.x).to_f64().abs() <= reach;
        let (before, after) = (self.columns.iter().take(number).rev(), self.columns.iter().skip(number + 1));
        let count = column.count;
        before.take_while(is_beside).all(|other| other.count < count)
            && after.take_while(is_beside).all(|other| other.count <= count)
    }

    /// Few enough, and hardly on each other: each is drawn by itself.
    pub(super) fn stand_alone(&self) -> bool {
        self.tallest <= MOST_BANDS && self.columns.len() <= COUNTED / 2
    }

    /// How far the tallest column reaches above the axis.
    pub(super) fn height(&self) -> Px {
        match self.tallest {
            0 => Px::ZERO,
            rows => self.offset((rows - 1) * self.across).1 + self.radius,
        }
    }
}
