//! The overview: the whole span at true scale, what the stage shows of it, and the lens between the two.
//!
//! In: shapes, the folding, the scale of the stage. Out: an [`Overview`]. It must never learn of labels.

use super::cuts::length_of;
use super::fold::Folded;
use super::index::Index;
use super::instant::moment_at;
use super::marks::{reach, x_of};
use super::px::{Px, push_command};
use super::scale::{Part, Scale};
use super::scene::{Align, Overview, Paint, Path, Stretch, TickForm, TickWord, Void};
use super::shape::{Edge, Shape, ShapeKind};
use super::strokes::{self, Profile, push_dot};
use super::ticks::{self, TickStep};
use super::timespan::Timespan;
use super::units::TickUnit;
use crate::base::date::Weekday;
use crate::base::list::List;

/// What an overview is made from.
pub(super) struct Strip<'a> {
    /// Width of the container.
    pub width: Px,
    /// 1 at a base font of 16 px.
    pub zoom: f64,
    /// The entries.
    pub index: &'a Index,
    /// The folding.
    pub folded: &'a Folded,
    /// Widths of tick words.
    pub widths: &'a [f64; TickForm::COUNT],
    /// Scale of the stage under it; `None` in the story.
    pub stage: Option<&'a Scale>,
    /// The stage shows one window of the span, not the folded whole.
    pub zoomed: bool,
    /// Entries are drawn as marks up to here, above as density.
    pub few: bool,
    /// Today, if it lies within.
    pub today: Option<Edge>,
}

const QUARTER: TickStep = TickStep { unit: TickUnit::Month, count: 3 };
const YEAR: TickStep = TickStep { unit: TickUnit::Year, count: 1 };
/// About the width of "25 months without an entry".
const VOID_WORDS: f64 = 160.0;
const HEIGHT: i32 = 50;
const BASE: i32 = 46;
/// Width of a column of density, and the greatest height of one.
const BIN: f64 = 4.0;
const HIGHEST: f64 = 26.0;

/// Draws the overview.
pub(super) fn overview(strip: &Strip<'_>) -> Option<Overview> {
    let last = strip.folded.parts.last()?;
    let width = strip.width.to_f64();
    let whole = Part { x: 0.0, w: width, start: strip.folded.begins, end: last.end };
    let scale = Scale { parts: vec![whole] };
    let base = Px::from_f64(f64::from(BASE) * strip.zoom);
    let years = strip.years(&whole);
    let mut overview = Overview { h: Px::from_f64(f64::from(HEIGHT) * strip.zoom), base, ..Overview::default() };
    overview.windows = strip.windows(&whole);
    overview.minis = if strip.few { strip.marks(&scale, base) } else { strip.density(&scale, base, &overview.windows) };
    if let Some(today) = strip.today {
        let mut d = String::new();
        push_command(&mut d, 'M', &[Px::from_f64(whole.x_at(today.middle)), base - Px::from_px(8)]);
        push_command(&mut d, 'v', &[Px::from_px(12)]);
        overview.minis.push(Path { d, paint: Paint::Tick });
    }
    // The story says the length of a gap where it is.
    if strip.stage.is_some() {
        overview.voids = strip.folded.gaps.iter().filter_map(|gap| strip.void(gap, &whole, &years, base)).list();
    }
    overview.years = years;
    overview.brush = strip.zoomed;
    if let Some(stage) = strip.stage {
        overview.lens_h = Px::from_px(if strip.zoomed { 26 } else { 34 });
        let ends = strip.stage_ends(stage, &whole);
        for (window, (start, end)) in overview.windows.iter().zip(ends) {
            overview.lens.extend(lens(window, start, end, overview.lens_h));
        }
    }
    Some(overview)
}

impl Strip<'_> {
    /// Words at year lines (or months, or days, for short spans). The first names where the span begins.
    fn years(&self, whole: &Part) -> Vec<TickWord> {
        let choose =
            |least: f64| ticks::choose(whole.px_per_minute(), self.widths, self.folded.finest, least * self.zoom);
        let narrow = choose(60.0);
        let steps = if narrow.words.unit == TickUnit::Year { choose(120.0) } else { narrow };
        // Quarters say less than years where a strip is that short of room.
        let words = if steps.words == QUARTER { YEAR } else { steps.words };
        let all = words.ticks(whole.start, whole.end, Weekday::Monday, 400);
        let mut placed: Vec<TickWord> = Vec::new();
        let mut before = None;
        for (number, &tick) in all.iter().enumerate() {
            let day = moment_at(tick).day;
            let is_new = before != Some(day.year());
            before = Some(day.year());
            let form = match words.unit {
                TickUnit::Month if is_new => TickForm::MonthYear,
                TickUnit::Day if number == 0 => TickForm::WeekdayDayMonth,
                _ => words.form(),
            };
            let width = self.widths.get(form as usize).copied().unwrap_or_default();
            let x = whole.x_at(tick).max(0.0);
            let end = all.get(number + 1).map_or(whole.w, |&next| whole.x_at(next).min(whole.w));
            if end - x < width + 10.0 {
                continue;
            }
            placed.push(TickWord {
                x: Px::from_f64(x),
                y: Px::ZERO,
                anchor: Align::Start,
                // A step that began before the strip does: the strip's own year, not the step's.
                label: ticks::label(tick.max(whole.start), form),
                strong: false,
                open: false,
            });
        }
        placed
    }

    fn windows(&self, whole: &Part) -> Vec<Stretch> {
        let shown = |part: &Timespan| {
            let (start, end) = (
                crate::base::order::between(whole.x_at(part.start), 0.0, whole.w),
                crate::base::order::between(whole.x_at(part.end), 0.0, whole.w),
            );
            let x = Px::from_f64(start.min(whole.w - 2.0));
            Stretch { x, w: (Px::from_f64(end) - x).max(Px::from_px(2)) }
        };
        match (self.stage, self.zoomed) {
            (Some(stage), true) => {
                stage.parts.iter().map(|part| shown(&Timespan { start: part.start, end: part.end })).list()
            }
            (Some(_), false) => self.folded.parts.iter().map(shown).list(),
            (None, _) => Vec::new(),
        }
    }

    /// Which part of the stage each window opens to.
    fn stage_ends(&self, stage: &Scale, whole: &Part) -> Vec<(f64, f64)> {
        let end_of = |part: &Part| {
            let end = part.x_at(whole.end.min(part.end));
            (part.x.max(part.x_at(whole.start)), end)
        };
        stage.parts.iter().map(end_of).list()
    }

    /// A few entries: each its own small mark, in as many rows as needed, from the base up.
    fn marks(&self, scale: &Scale, base: Px) -> Vec<Path> {
        let mut rows: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        for shape in self.index.shapes() {
            let (start, end) = self.small_reach(shape, scale);
            let row = rows.iter().position(|taken| taken + 3.0 <= start).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(taken) => *taken = end,
                None => rows.push(end),
            }
            placed.push((shape, row, start, end));
        }
        let (mut dots, mut bars, mut paths) = (String::new(), String::new(), Vec::new());
        for &(shape, row, start, end) in &placed {
            let touches = |other: &(&Shape, usize, f64, f64)| {
                other.0.index != shape.index && other.2 < end + 3.0 && start < other.3 + 3.0
            };
            let is_alone = !placed.iter().any(touches);
            let height = if is_alone { Px::from_px(7) } else { Px::from_halves(5) };
            let bottom = base - Px::from_px(3) - Px::from_halves(7).times(row.min(7) as i32);
            let (x, length) = (Px::from_f64(start), end - start);
            match shape.kind {
                ShapeKind::Point => {
                    push_dot(&mut dots, x + Px::from_halves(3), bottom - Px::from_px(1), Px::from_halves(3))
                }
                ShapeKind::Bar | ShapeKind::Since => {
                    push_command(&mut bars, 'M', &[x, bottom - Px::from_px(1)]);
                    push_command(&mut bars, 'h', &[Px::from_f64(length)]);
                }
                _ => {
                    let pitch = if is_alone { 2.5 } else { 1.5 };
                    paths.push(small_hatch(x, bottom - height, length, profile(shape.kind), height, pitch));
                }
            }
        }
        paths.push(Path { d: bars, paint: Paint::Stop });
        paths.push(Path { d: dots, paint: Paint::Solid });
        paths.retain(|path| !path.d.is_empty());
        paths
    }

    fn small_reach(&self, shape: &Shape, scale: &Scale) -> (f64, f64) {
        let width = self.width.to_f64();
        let (start, end) = match (shape.kind, shape.open) {
            (ShapeKind::Point, _) => (x_of(&shape.start, scale) - 1.5, x_of(&shape.start, scale) + 1.5),
            (ShapeKind::Before, true) => (x_of(&shape.end, scale) - 16.0, x_of(&shape.end, scale)),
            (ShapeKind::After, true) => (x_of(&shape.start, scale), x_of(&shape.start, scale) + 16.0),
            _ => reach(shape, scale, width),
        };
        let start = crate::base::order::between(start, 0.0, width - 3.0);
        (start, crate::base::order::between(end, start + 2.0, width))
    }

    /// Many entries: columns of density, dark inside the window.
    fn density(&self, scale: &Scale, base: Px, windows: &[Stretch]) -> Vec<Path> {
        let ends = (1..=(self.width.to_f64() / BIN) as usize + 1)
            .map(|end| self.index.before(scale.time_at(end as f64 * BIN)));
        let mut counted = 0;
        let bins: Vec<usize> = ends.map(|end| end - core::mem::replace(&mut counted, end)).list();
        let greatest = bins.iter().copied().max().unwrap_or(0).max(1);
        let unit = (HIGHEST / greatest as f64).min(6.0);
        let (mut dark, mut faint) = (String::new(), String::new());
        for (number, &count) in bins.iter().enumerate().filter(|(_, count)| **count > 0) {
            let x = Px::from_f64(number as f64 * BIN);
            let height = Px::from_f64((count as f64 * unit).max(2.0));
            let is_seen = windows.iter().any(|window| x + Px::from_px(2) >= window.x && x <= window.x + window.w);
            let d = if is_seen { &mut dark } else { &mut faint };
            push_command(d, 'M', &[x + Px::HALF, base - height]);
            push_command(d, 'h', &[Px::from_px(3)]);
            push_command(d, 'v', &[height]);
            push_command(d, 'h', &[Px::from_px(-3)]);
            d.push('Z');
        }
        let paths = [Path { d: faint, paint: Paint::Faint }, Path { d: dark, paint: Paint::Solid }];
        paths.into_iter().filter(|path| !path.d.is_empty()).list()
    }

    /// The words of an empty stretch stand in the widest room between year lines; a stretch too short for them has none.
    fn void(&self, gap: &Timespan, whole: &Part, years: &[TickWord], base: Px) -> Option<Void> {
        let (start, end) = (whole.x_at(gap.start), whole.x_at(gap.end));
        let mut lines = vec![start];
        years.iter().map(|word| word.x.to_f64()).filter(|x| *x > start && *x < end).onto(&mut lines);
        lines.push(end);
        let rooms = lines.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        let widest = rooms.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        let least = VOID_WORDS * self.zoom;
        let (from, to) = widest.filter(|(from, to)| to - from >= least).unwrap_or((start, end));
        if to - from < least {
            return None;
        }
        let x = Px::from_f64(from);
        Some(Void { x, w: Px::from_f64(to) - x, y: base - Px::from_f64(21.0 * self.zoom), length: length_of(gap) })
    }
}

fn profile(kind: ShapeKind) -> Profile {
    match kind {
        ShapeKind::Before => Profile::Before,
        ShapeKind::After => Profile::After,
        ShapeKind::About => Profile::About,
        _ => Profile::Season,
    }
}

fn small_hatch(x: Px, y: Px, length: f64, profile: Profile, height: Px, pitch: f64) -> Path {
    let mut d = String::new();
    for stroke in strokes::positions(length, profile, Some(pitch)) {
        push_command(&mut d, 'M', &[x + stroke + Px::HALF, y]);
        push_command(&mut d, 'v', &[height]);
    }
    Path { d, paint: Paint::Strokes }
}

/// From a window of the strip to its part of the stage.
fn lens(window: &Stretch, start: f64, end: f64, height: Px) -> [Path; 2] {
    let (a, b) = (window.x + Px::HALF, window.x + window.w - Px::HALF);
    let (c, e) = (Px::from_f64(start) + Px::HALF, Px::from_f64(end) - Px::HALF);
    let bend = Px::from_f64(height.to_f64() * 0.45);
    let back = height - bend;
    let zero = Px::ZERO;
    let mut fill = String::new();
    push_command(&mut fill, 'M', &[a, zero]);
    push_command(&mut fill, 'C', &[a, bend, c, back, c, height]);
    push_command(&mut fill, 'H', &[e]);
    push_command(&mut fill, 'C', &[e, back, b, bend, b, zero]);
    fill.push('Z');
    let mut edge = String::new();
    for (from, to) in [(a, c), (b, e)] {
        push_command(&mut edge, 'M', &[from, zero]);
        push_command(&mut edge, 'C', &[from, bend, to, back, to, height]);
    }
    [Path { d: fill, paint: Paint::LensFill }, Path { d: edge, paint: Paint::LensEdge }]
}
