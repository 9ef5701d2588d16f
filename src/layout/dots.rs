//! Columns of dots: entries that share a place on the line stand on each other.
//!
//! In: points on the line. Out: columns, and the size of a dot that lets the tallest fit. Few entries stand where they are and only join when they would
//! touch; many are counted by hour, day, week, month or year. It must never learn of labels.

use super::fold::TOGETHER;
use super::px::Px;
use super::scale::{Minutes, Scale};
use super::scene::Length;
use super::ticks::{Step, Unit};
use crate::date::Weekday;

/// An entry that stands on the line as a dot.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Dot {
    /// Its number in the list of shapes.
    pub shape: usize,
    /// When.
    pub at: Minutes,
    /// Where.
    pub x: f64,
    /// How heavy.
    pub weight: i32,
}

/// Entries that share one place.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    /// Its middle.
    pub x: Px,
    /// The numbers of its entries' shapes, in order of time.
    pub members: Vec<usize>,
    /// The heaviest of them.
    pub lead: usize,
    /// How heavy that is.
    pub weight: i32,
}

/// All columns and how their dots are drawn.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Columns {
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
    pub bin: Option<Length>,
    /// How many dots high the tallest column is.
    pub tallest: usize,
}

/// No column is higher than this.
const HIGHEST: f64 = 150.0;
/// From so many dots on they are counted in columns of equal time.
const COUNTED: usize = 120;
/// Columns of equal time are at least this wide.
const NARROWEST: f64 = 8.0;
/// Radius and pitch of dots, in half pixels: they shrink before a dot stands for several entries.
const SIZES: [(i32, i32); 3] = [(8, 18), (6, 14), (3, 7)];

/// What a column may count, with its length in words.
const BINS: [(Step, Length); 14] = [
    (Step { unit: Unit::Minute, count: 1 }, Length::Minutes(1)),
    (Step { unit: Unit::Minute, count: 15 }, Length::Minutes(15)),
    (Step { unit: Unit::Minute, count: 60 }, Length::Hours(1)),
    (Step { unit: Unit::Day, count: 1 }, Length::Days(1)),
    (Step { unit: Unit::Day, count: 2 }, Length::Days(2)),
    (Step { unit: Unit::Day, count: 7 }, Length::Days(7)),
    (Step { unit: Unit::Month, count: 1 }, Length::Months(1)),
    (Step { unit: Unit::Month, count: 3 }, Length::Months(3)),
    (Step { unit: Unit::Year, count: 1 }, Length::Years(1)),
    (Step { unit: Unit::Year, count: 5 }, Length::Years(5)),
    (Step { unit: Unit::Year, count: 10 }, Length::Years(10)),
    (Step { unit: Unit::Year, count: 50 }, Length::Years(50)),
    (Step { unit: Unit::Year, count: 200 }, Length::Years(200)),
    (Step { unit: Unit::Year, count: 2000 }, Length::Years(2000)),
];

/// The columns of dots that stand in order of time. `radius` and `pitch` are those of single dots.
pub(super) fn columns(dots: &[Dot], scale: &Scale, finest: Unit, radius: Px, pitch: Px) -> Columns {
    let joined = joined(dots);
    let tallest = joined.iter().map(|column| column.members.len()).max().unwrap_or(0);
    if dots.len() <= COUNTED && tallest as f64 * pitch.to_f64() <= HIGHEST {
        return Columns { columns: joined, radius, pitch, across: 1, each: 1, tallest, ..Columns::default() };
    }
    counted(dots, scale, finest)
}

/// Dots nearer than [`TOGETHER`] to the first of a column join it, at the middle of all.
fn joined(dots: &[Dot]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let (mut first, mut sum) = (f64::MIN, 0.0);
    for dot in dots {
        if dot.x - first < TOGETHER
            && let Some(column) = columns.last_mut()
        {
            column.add(dot);
            sum += dot.x;
            column.x = Px::from_f64(sum / column.members.len() as f64);
        } else {
            (first, sum) = (dot.x, dot.x);
            columns.push(Column::of(dot, dot.x));
        }
    }
    columns
}

fn counted(dots: &[Dot], scale: &Scale, finest: Unit) -> Columns {
    let px_per_minute = scale.parts.iter().map(|part| part.px_per_minute()).fold(0.0, f64::max);
    let wide_enough = |(step, _): &&(Step, Length)| step.minutes() * px_per_minute >= NARROWEST && step.unit >= finest;
    let last_bin = || BINS.last().copied();
    let Some((step, length)) = BINS.iter().find(wide_enough).copied().or_else(last_bin) else {
        return Columns::default();
    };
    let mut columns: Vec<Column> = Vec::new();
    let mut current = f64::NAN;
    for dot in dots {
        let start = step.floor(dot.at, Weekday::Monday);
        let middle = scale.x_at((start + step.next(start)) / 2.0);
        match columns.last_mut() {
            Some(column) if start == current || middle - column.x.to_f64() < NARROWEST / 2.0 => column.add(dot),
            _ => columns.push(Column::of(dot, middle)),
        }
        current = start;
    }
    let tallest = columns.iter().map(|column| column.members.len()).max().unwrap_or(0);
    let width = (step.minutes() * px_per_minute).min(60.0);
    let mut fitted = Columns { columns, bin: Some(length), each: 1, width, ..Columns::default() };
    for (radius, pitch) in SIZES {
        fitted.radius = Px::from_halves(radius);
        fitted.pitch = Px::from_halves(pitch);
        let pitch = fitted.pitch.to_f64();
        fitted.across = (((width - 1.4) / pitch) as usize).max(1);
        fitted.tallest = tallest.div_ceil(fitted.across);
        if fitted.tallest as f64 * pitch <= HIGHEST {
            return fitted;
        }
    }
    let high = (HIGHEST / fitted.pitch.to_f64()) as usize;
    let each = tallest.div_ceil(fitted.across * high).max(1);
    fitted.each = u32::try_from(each).unwrap_or(u32::MAX);
    fitted.tallest = tallest.div_ceil(each).div_ceil(fitted.across);
    fitted
}

impl Column {
    fn of(dot: &Dot, x: f64) -> Column {
        Column { x: Px::from_f64(x), members: vec![dot.shape], lead: dot.shape, weight: dot.weight }
    }

    fn add(&mut self, dot: &Dot) {
        self.members.push(dot.shape);
        if dot.weight > self.weight {
            (self.lead, self.weight) = (dot.shape, dot.weight);
        }
    }
}

impl Columns {
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

    /// Whether no column is higher as far as `reach` px to either side, and none before it as high.
    pub(super) fn is_peak(&self, number: usize, reach: f64) -> bool {
        let Some(column) = self.columns.get(number) else { return false };
        let is_beside = |other: &&Column| (other.x - column.x).to_f64().abs() <= reach;
        let (before, after) = (self.columns.iter().take(number).rev(), self.columns.iter().skip(number + 1));
        let count = column.members.len();
        before.take_while(is_beside).all(|other| other.members.len() < count)
            && after.take_while(is_beside).all(|other| other.members.len() <= count)
    }

    /// How far the tallest column reaches above the axis.
    pub(super) fn height(&self) -> Px {
        match self.tallest {
            0 => Px::ZERO,
            rows => self.offset((rows - 1) * self.across).1 + self.radius,
        }
    }
}
