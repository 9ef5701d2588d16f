//! The story: time runs down the page. Spacing keeps the order of the gaps, not their measure.
//!
//! In: the plan. Out: rows, marks and tracks; the style sheet lets them flow. It must never learn heights of words.

use super::cuts::length_of;
use super::frame::Frame;
use super::instant::{DAY, Minutes, day_and_minute};
use super::place::shuffled;
use super::plan::Plan;
use super::px::{Px, push_command};
use super::scene::{DatePoint, Mark, Paint, Path, Row, RowKind, StoryRows, Track};
use super::shape::{Shape, ShapeKind};
use super::strokes::{self, Profile};
use super::timespan::Timespan;
use crate::base::date::Precision;
use crate::base::list::List;
use crate::timeline::Status;
use core::ops::Range;

/// Width of the rail's column, and where the rail stands in it.
const COLUMN: Px = Px::from_px(44);
const RAIL: Px = Px::from_px(21);
/// Strokes across the rail: start edge and width. Stops reach a little further.
const STROKES: (Px, Px) = (Px::from_px(15), Px::from_px(13));
const STOP: (Px, Px) = (Px::from_px(12), Px::from_px(19));
/// Under the top of a row: the middle of its date, where dots and stops stand.
const DATE: Px = Px::from_px(9);
/// The least height of a row without its gap.
const ROW: Px = Px::from_px(44);
/// A cut, and the free space that a doubt needs above its limit.
const CUT: Px = Px::from_px(64);
const FADE: Px = Px::from_px(34);
const SHORT_FADE: Px = Px::from_px(24);
/// A longer gap than this is cut, and its length said.
const YEAR: Minutes = 366.0 * DAY;
/// Gaps between rows, by the time between their entries; where there are few entries, and where there are many.
const GAPS: [(Minutes, [i32; 2]); 4] =
    [(DAY, [12, 6]), (7.0 * DAY, [24, 10]), (31.0 * DAY, [44, 16]), (f64::MAX, [64, 24])];
/// More entries than this are folded: the heaviest are shown.
const SHOWN: usize = 60;
/// Of more entries than this not the heaviest of all are shown, but the heaviest of each stretch.
const WEIGHED: usize = 2000;
/// At most so many are unfolded at once.
const UNFOLDED: usize = 120;

/// Draws the story.
pub(super) fn rows(plan: &Plan<'_>, frame: &Frame) -> StoryRows {
    let mut story = StoryRows { rail_w: COLUMN, rail_x: RAIL, ..StoryRows::default() };
    // Lines across the rail: where they stand, and the first place behind them.
    let none = (f64::MAX, usize::MAX);
    let published = plan.published().map_or(none, |(edge, _)| (edge.middle, plan.index.until(edge.middle)));
    // What is printed may be read on any day.
    let today = plan.outline.today.filter(|_| !frame.paper);
    let today = today.map_or(none, |edge| (edge.middle, plan.index.before(edge.middle - DAY / 2.0)));
    let (mut line, mut then) = if today.0 < published.0 { (today, published) } else { (published, today) };
    let mut reached = f64::MIN;
    let mut next = 0;
    // The places shown and their rows.
    let mut rows: Vec<(usize, usize)> = Vec::new();
    let shown = shown(plan, frame);
    for place in shown.into_iter().chain([plan.index.len()]) {
        while line.1 <= place && line.1 < plan.index.len() {
            story.fold(next..line.1, plan);
            story.line(line.0, reached, plan);
            (reached, next) = (line.0.max(reached), line.1);
            (line, then) = (then, none);
        }
        if let Some(shape) = place.checked_sub(1).filter(|&last| last >= next).and_then(|last| plan.index.shape(last)) {
            reached = reached.max(ends(shape));
        }
        story.fold(next..place, plan);
        let Some(shape) = plan.index.shape(place) else { break };
        if !story.rows.is_empty() {
            story.gap(reached, begins(shape, reached), shape.kind, plan.many());
        }
        reached = reached.max(ends(shape));
        rows.push((place, story.rows.len()));
        story.entry(place, shape, plan);
        next = place + 1;
    }
    for (middle, _) in [line, then] {
        story.line(middle, reached, plan);
    }
    story.tracks(plan, &rows);
    story.rails();
    story
}

/// The places of the entries that get a row, in order: all, or the heaviest and those asked for.
fn shown(plan: &Plan<'_>, frame: &Frame) -> Vec<usize> {
    let index = plan.index;
    let count = index.len();
    if count <= SHOWN || frame.paper && count <= WEIGHED {
        return (0..count).list();
    }
    let mut shown: Vec<usize> = if count <= WEIGHED {
        let key = |&place: &usize| (index.shape(place).map_or(0, |shape| -shape.weight), shuffled(place as u32, 0));
        let mut order: Vec<usize> = (0..count).list();
        crate::base::order::sort_by_key(&mut order, key);
        order.into_iter().take(SHOWN).list()
    } else {
        let run = |number: usize| number * count / SHOWN..(number + 1) * count / SHOWN;
        (0..SHOWN).map(|number| index.heaviest(run(number)).unwrap_or(run(number).start)).list()
    };
    let is_shown = shown.clone();
    if let Some(first) = frame.unfolded.and_then(|event| index.place(event)) {
        let hidden = (first..count).take(UNFOLDED);
        hidden.take_while(|place| !is_shown.contains(place)).onto(&mut shown);
    }
    [frame.open, frame.focus].into_iter().flatten().filter_map(|event| index.place(event)).onto(&mut shown);
    crate::base::order::sort_by(&mut shown, Ord::cmp);
    shown.dedup();
    with_singles(&shown, count)
}

/// And the entries that would be the only one in their fold: a line that stands for one takes as much room as the entry.
fn with_singles(shown: &[usize], count: usize) -> Vec<usize> {
    let mut filled = Vec::new();
    let mut next = 0;
    for &place in shown.iter().chain([&count]) {
        if place == next + 1 {
            filled.push(next);
        }
        if place < count {
            filled.push(place);
        }
        next = place + 1;
    }
    filled
}

/// When an entry begins, for gaps after an instant: a doubt without start, or with one before that instant, counts from its limit.
fn begins(shape: &Shape, after: Minutes) -> Minutes {
    if shape.start.middle > after { shape.start.middle } else { shape.at() }
}

/// When an entry is over, for gaps: what goes on counts from its start.
fn ends(shape: &Shape) -> Minutes {
    match shape.kind {
        ShapeKind::Since | ShapeKind::After => shape.start.middle,
        _ => shape.end.middle,
    }
}

impl StoryRows {
    fn gap(&mut self, reached: Minutes, starts: Minutes, next: ShapeKind, many: bool) {
        let length = starts - reached;
        let same_day = length < DAY;
        let fade = match next {
            ShapeKind::Before if same_day => SHORT_FADE,
            ShapeKind::Before => FADE,
            _ => Px::ZERO,
        };
        if length > YEAR {
            let length = length_of(&Timespan { start: reached, end: starts });
            let h = CUT + fade;
            if let Some(before) = self.rows.last_mut() {
                before.gap = Px::from_px(14);
            }
            let kind = RowKind::Cut { length, mark: cut(h, fade), h };
            self.rows.push(Row {
                kind,
                gap: fade,
                rail_top: Px::ZERO,
                rail_bottom: Px::ZERO,
                rail: false,
                later: false,
            });
            return;
        }
        let class = GAPS
            .iter()
            .find(|(most, _)| length < *most)
            .map_or(64, |(_, [few, dense])| if many { *dense } else { *few });
        if let Some(before) = self.rows.last_mut() {
            let least = if fade > Px::ZERO { fade + Px::from_px(4) } else { Px::ZERO };
            before.gap = Px::from_px(class).max(least);
        }
    }

    fn entry(&mut self, place: usize, shape: &Shape, plan: &Plan<'_>) {
        let above = match self.rows.last().map(|row| row.gap) {
            Some(gap) if gap < FADE + Px::from_px(4) && !self.after_cut() => SHORT_FADE,
            None => Px::ZERO,
            Some(_) => FADE,
        };
        let kind = RowKind::Entry { index: shape.index, date: plan.date_of(place), mark: mark(shape, above) };
        self.rows.push(Row {
            kind,
            gap: Px::from_px(18),
            rail_top: Px::ZERO,
            rail_bottom: Px::ZERO,
            rail: true,
            later: false,
        });
    }

    fn after_cut(&self) -> bool {
        matches!(self.rows.last().map(|row| &row.kind), Some(RowKind::Cut { .. }))
    }

    /// The line of publication, or of today: that is quieter, the rail runs on through it, and it says how long nothing was before it.
    fn line(&mut self, middle: Minutes, reached: Minutes, plan: &Plan<'_>) {
        if middle == f64::MAX {
            return;
        }
        let published = plan.published().filter(|(edge, _)| edge.middle == middle);
        if published.is_none() && !self.rows.is_empty() {
            self.gap(reached, middle, ShapeKind::Point, plan.many());
        }
        self.rows.push(Row {
            kind: published.map_or(RowKind::Today, |(_, moment)| RowKind::Published(moment)),
            gap: Px::from_px(18),
            rail_top: Px::ZERO,
            rail_bottom: Px::ZERO,
            rail: published.is_none(),
            later: false,
        });
    }

    /// One row for a run of entries that are not shown.
    fn fold(&mut self, places: Range<usize>, plan: &Plan<'_>) {
        let last = places.end.checked_sub(1).and_then(|last| plan.index.shape(last));
        if let (Some(first), Some(last), false) = (plan.index.shape(places.start), last, places.is_empty()) {
            let kind = RowKind::Folded { first: first.index, count: places.len() as u32, period: period(first, last) };
            self.rows.push(Row {
                kind,
                gap: Px::from_px(12),
                rail_top: Px::ZERO,
                rail_bottom: Px::ZERO,
                rail: true,
                later: false,
            });
        }
    }

    /// Stretches that outlive their own entry run on their own track; there is room for two side by side.
    fn tracks(&mut self, plan: &Plan<'_>, rows: &[(usize, usize)]) {
        let published = self.rows.iter().position(|row| matches!(row.kind, RowKind::Published(_)));
        let mut busy = [0_usize; 2];
        let is_long = |shape: &&Shape| matches!(shape.kind, ShapeKind::Since | ShapeKind::Bar);
        for &(place, from) in rows {
            let Some(shape) = plan.index.shape(place).filter(is_long) else { continue };
            let begins_after = |place: usize| {
                plan.index.shape(place).is_some_and(|other| begins(other, shape.end.middle) > shape.end.middle)
            };
            let first_after =
                rows.iter().find(|(other, _)| *other > place && begins_after(*other)).map(|(_, row)| *row);
            let to = match shape.kind {
                ShapeKind::Since => published.unwrap_or(self.rows.len()),
                _ => first_after.or(published).unwrap_or(self.rows.len()),
            };
            // A stretch ends before the empty time that follows it is cut out.
            let is_cut = |row: usize| matches!(self.rows.get(row), Some(Row { kind: RowKind::Cut { .. }, .. }));
            let to = if to > 0 && is_cut(to - 1) { to - 1 } else { to };
            let Some(lane) = busy.iter().position(|&end| end <= from).filter(|_| to > from + 1) else { continue };
            let Some(end) = busy.get_mut(lane) else { continue };
            *end = to;
            let x = Px::from_px(if lane == 0 { 3 } else { 13 });
            let w = Px::from_px(8);
            let mut stop = String::new();
            push_command(&mut stop, 'M', &[Px::from_px(-3), Px::from_px(1)]);
            push_command(&mut stop, 'h', &[w + Px::from_px(6)]);
            self.tracks.push(Track {
                index: shape.index,
                from,
                to,
                x,
                w,
                top: Px::from_px(6),
                hollow: shape.status == Status::Reported,
                stop: Path { d: stop, paint: Paint::Stop },
                tail: (shape.kind == ShapeKind::Since).then(|| strokes::tail_down(w, Px::from_px(18))),
            });
            if let Some(Row { kind: RowKind::Entry { mark, .. }, .. }) = self.rows.get_mut(from) {
                *mark = None;
            }
        }
    }

    /// The rail runs between marks, not through them.
    fn rails(&mut self) {
        let count = self.rows.len();
        let tops: Vec<Px> = self.rows.iter().map(overhang).list();
        let published = self.rows.iter().position(|row| matches!(row.kind, RowKind::Published(_)));
        for (number, row) in self.rows.iter_mut().enumerate() {
            row.later = published.is_some_and(|published| number > published);
            row.rail_bottom = tops.get(number + 1).copied().unwrap_or_default();
            let RowKind::Entry { mark, .. } = &row.kind else { continue };
            let is_doubt = mark.as_ref().is_some_and(|mark| mark.h > Px::from_px(12));
            row.rail_top = match mark {
                Some(mark) if is_doubt => mark.y + mark.h,
                _ if number == 0 => DATE,
                _ => Px::ZERO,
            };
            row.rail = number + 1 < count;
        }
    }
}

/// How far the mark of a row reaches above it.
fn overhang(row: &Row) -> Px {
    match &row.kind {
        RowKind::Entry { mark: Some(mark), .. } => (-mark.y).max(Px::ZERO),
        _ => Px::ZERO,
    }
}

/// The mark of an entry across the rail; `above` is the room over its row.
fn mark(shape: &Shape, above: Px) -> Option<Mark> {
    let boxed = |y: Px, h: Px, paths: Vec<Path>| Some(Mark { x: Px::ZERO, y, w: Px::from_px(32), h, paths });
    let engraved =
        |h: Px, profile: Profile| strokes::hatch_down(h.to_f64(), profile, STROKES.1, Some(2.5), STROKES.0, Px::ZERO);
    let stop = |y: Px| {
        let mut d = String::new();
        push_command(&mut d, 'M', &[STOP.0, y]);
        push_command(&mut d, 'h', &[STOP.1]);
        Path { d, paint: Paint::Stop }
    };
    let paint = match shape.status {
        Status::Happened => Paint::Solid,
        Status::Reported => Paint::Hollow,
        Status::Planned => Paint::Dashed,
    };
    let long = ROW;
    match shape.kind {
        ShapeKind::Point => {
            let radius = Px::from_px(5);
            let middle = RAIL + Px::HALF;
            let paths = vec![strokes::dot(radius, paint)];
            Some(Mark { x: middle - radius, y: DATE - radius, w: radius + radius, h: radius + radius, paths })
        }
        ShapeKind::Between => boxed(Px::from_px(2), long, vec![engraved(long, Profile::Season)]),
        ShapeKind::About => boxed(Px::from_px(2), long, vec![engraved(long, Profile::About)]),
        ShapeKind::Before => {
            let h = above + DATE;
            boxed(
                -above,
                h,
                vec![
                    strokes::hatch_down(h.to_f64(), Profile::Before, STROKES.1, Some(3.0), STROKES.0, Px::ZERO),
                    stop(h),
                ],
            )
        }
        ShapeKind::After => {
            let h = long - DATE;
            boxed(DATE, h, vec![engraved(h, Profile::After), stop(Px::ZERO)])
        }
        ShapeKind::Bar | ShapeKind::Since => {
            let w = Px::from_px(9);
            let h = Px::from_px(36);
            let paths = vec![strokes::bar(w, h, paint)];
            Some(Mark { x: RAIL + Px::HALF - w.half(), y: Px::from_px(4), w, h, paths })
        }
    }
}

/// Two slanted cuts in the rail, which runs on above and below them; `fade` px at the foot belong to the mark of the next row.
fn cut(h: Px, fade: Px) -> Mark {
    let x = RAIL + Px::HALF;
    let middle = CUT.half();
    let mut d = String::new();
    push_command(&mut d, 'M', &[x, Px::ZERO]);
    push_command(&mut d, 'V', &[middle - Px::from_px(6)]);
    push_command(&mut d, 'M', &[x, middle + Px::from_px(6)]);
    push_command(&mut d, 'V', &[h - fade]);
    for y in [middle - Px::from_px(3), middle + Px::from_px(9)] {
        push_command(&mut d, 'M', &[x - Px::from_halves(15), y]);
        push_command(&mut d, 'l', &[Px::from_px(15), Px::from_px(-6)]);
    }
    Mark { x: Px::ZERO, y: Px::ZERO, w: Px::from_px(32), h, paths: vec![Path { d, paint: Paint::Strokes }] }
}

/// The shortest name for the time of a run: its day, month or year, else the year it begins in.
fn period(first: &Shape, last: &Shape) -> DatePoint {
    let (start, _) = day_and_minute(first.at());
    let (end, _) = day_and_minute(last.at());
    let precision = [Precision::Day, Precision::Month, Precision::Year, Precision::Decade, Precision::Century]
        .into_iter()
        .find(|&precision| start.first_of(precision) == end.first_of(precision));
    let precision = precision.unwrap_or(Precision::Millennium);
    DatePoint { moment: start.first_of(precision).into(), precision }
}
