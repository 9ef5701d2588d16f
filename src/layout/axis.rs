//! The axis: its parts, ticks, words, cuts and hairlines.
//!
//! In: a scale, the widths of tick words and the height of the axis. Out: [`AxisPart`]s, [`Break`]s and the grid. Words yield to each other, the publication
//! and new years first. It must never learn of entries, save the instant that is open.

use super::fold::Folded;
use super::instant::{DAY, Minutes, moment_at};
use super::px::{Px, push_command};
use super::scale::{Part, Scale};
use super::scene::{Align, AxisPart, Break, Paint, Path, RoundLength, Stretch, TickForm, TickWord};
use super::shape::{Edge, WIDE_DAY};
use super::ticks::{self, Steps, TickStep, TickUnit};
use super::timespan::Timespan;
use crate::base::date::Weekday;
use crate::base::list::List;

/// How an axis is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Setting {
    /// Many entries: words stand at the start of what they name, the first of them in full; else in its middle, under a heading.
    pub many: bool,
    /// Words stand under the axis, because columns are high.
    pub under: bool,
    /// The lens ends in the axis: its ground goes on behind it.
    pub tint: bool,
    /// Where the axis stands.
    pub axis_y: Px,
    /// Top of headings.
    pub heading_y: Px,
    /// Top of words.
    pub word_y: Px,
    /// The stretch of px that can be seen.
    pub visible: (f64, f64),
    /// Weeks begin on it.
    pub weekday: Weekday,
    /// The publication.
    pub published: Option<Edge>,
    /// Today, if it is to be marked.
    pub today: Option<Edge>,
    /// The limit of the open entry.
    pub open: Option<Edge>,
    /// Where the axis ends when nothing is published after which it could go on.
    pub end: f64,
}

/// The axis of a scale.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Axis {
    /// Its parts; what comes after publication is a part of its own.
    pub parts: Vec<AxisPart>,
    /// Where hairlines run down.
    pub grid: Vec<Px>,
    /// Today.
    pub today: Option<Stretch>,
}

/// Between words of one row.
const WORD_GAP: f64 = 8.0;
/// Words stand this far from their tick, headings from the edge of their part.
const INDENT: f64 = 4.0;
/// More ticks than this no axis can hold.
const MOST_TICKS: usize = 2000;

/// A word that would like to stand, with what decides whether it may.
struct WordWish {
    word: TickWord,
    width: f64,
    /// Lower goes first.
    rank: u8,
    part: usize,
}

/// Draws the axis of a scale; `widths` are those of tick words by form, in px.
pub(super) fn axis(scale: &Scale, finest: TickUnit, widths: &[f64; TickForm::COUNT], setting: &Setting) -> Axis {
    let mut axis = Axis::default();
    let mut wishes = Vec::new();
    let now = setting.published.map(|edge| super::marks::x_of(&edge, scale));
    for (number, part) in scale.parts.iter().enumerate() {
        let steps = ticks::choose(part.px_per_minute(), widths, finest, 0.0);
        let drawn = PartTicks { part, number, steps, setting, widths };
        axis.parts.push(AxisPart {
            x: Px::from_f64(part.x),
            w: Px::from_f64(part.x + part.w) - Px::from_f64(part.x),
            later: setting.published.is_some_and(|edge| edge.middle < part.start),
            tint: setting.tint,
            ticks: drawn.ticks(),
            words: Vec::new(),
        });
        drawn.wish(&mut wishes);
        if !setting.many && steps.words.unit == TickUnit::Day {
            drawn.weeks().map(Px::from_f64).onto(&mut axis.grid);
        }
    }
    if let (Some(edge), Some(x)) = (setting.published, now) {
        wishes.extend(named(TickForm::Published, edge, x, scale, widths, setting));
        axis.grid.retain(|grid| *grid != Px::from_f64(x));
    }
    if let Some(edge) = setting.today
        && let Some((from, to)) = today(&edge, scale, setting)
    {
        wishes.extend(named(TickForm::Today, edge, (from + to) / 2.0, scale, widths, setting));
        let x = Px::from_f64(from);
        axis.today = Some(Stretch { x, w: Px::from_f64(to) - x });
    }
    settle(wishes, scale, setting, &mut axis);
    later(&mut axis, now, setting);
    axis
}

struct PartTicks<'a> {
    part: &'a Part,
    number: usize,
    steps: Steps,
    setting: &'a Setting,
    widths: &'a [f64; TickForm::COUNT],
}

impl PartTicks<'_> {
    /// A day is a point at its middle where days are narrow.
    fn shift(&self) -> Minutes {
        let is_point = self.part.px_per_minute() * DAY < WIDE_DAY;
        if self.steps.words.unit == TickUnit::Day && is_point { DAY / 2.0 } else { 0.0 }
    }

    /// Hairlines stand on the publication's weekday.
    fn weeks(&self) -> impl Iterator<Item = f64> {
        let (part, shift) = (self.part, self.shift());
        let week = TickStep { unit: TickUnit::Day, count: 7 };
        let all = week.ticks(part.start, part.end, self.setting.weekday, MOST_TICKS).into_iter();
        all.map(move |tick| part.x_at(tick + shift)).filter(|x| *x >= part.x + 1.0 && *x <= part.x + part.w)
    }

    fn ticks(&self) -> Option<Path> {
        let (part, shift, axis_y) = (self.part, self.shift(), self.setting.axis_y);
        let (long, short) = if self.setting.many { (10, 5) } else { (6, 4) };
        let mut d = String::new();
        let mut draw = |instant: Minutes, height: i32| {
            let x = part.x_at(instant + shift);
            if x < part.x || x > part.x + part.w {
                return;
            }
            let height = Px::from_px(if self.setting.under { height / 2 + 1 } else { height });
            let top = if self.setting.under { axis_y } else { axis_y - height };
            push_command(&mut d, 'M', &[Px::from_f64(x), top]);
            push_command(&mut d, 'v', &[height]);
        };
        let words = self.steps.words.ticks(part.start, part.end, self.setting.weekday, MOST_TICKS);
        if let Some(minor) = self.steps.minor {
            let bare = minor.ticks(part.start, part.end, self.setting.weekday, MOST_TICKS).into_iter();
            bare.filter(|tick| !words.contains(tick)).for_each(|tick| draw(tick, short));
        }
        for &tick in &words {
            let day = moment_at(tick).day;
            let is_long = !self.setting.many
                || match self.steps.words.unit {
                    TickUnit::Year => true,
                    TickUnit::Month => day.month() == 1,
                    TickUnit::Day => day.day_of_month() <= 7,
                    TickUnit::Minute => (tick / DAY).fract() == 0.0,
                };
            draw(tick, if is_long { long } else { short });
        }
        (!d.is_empty()).then_some(Path { d, paint: Paint::Tick })
    }

    fn wish(&self, wishes: &mut Vec<WordWish>) {
        let mut before: Option<Minutes> = None;
        let all = self.steps.words.ticks(self.part.start, self.part.end, self.setting.weekday, MOST_TICKS);
        for (number, &tick) in all.iter().enumerate() {
            if !self.setting.many {
                self.wish_heading(tick, before, wishes);
            }
            // The part begins within a unit: that has a word only where the next leaves room for it.
            let (form, _) = self.form(tick, before);
            let room = all.get(number + 1).map_or(self.part.w, |&next| self.part.x_at(next) - self.part.x);
            let is_cut = self.part.x_at(tick + self.shift()) < self.part.x - 0.5;
            if self.setting.many && is_cut && room < self.width(form) + WORD_GAP + INDENT {
                continue;
            }
            self.wish_word(tick, before, wishes);
            before = Some(tick);
        }
    }

    /// The word of one tick.
    fn wish_word(&self, tick: Minutes, before: Option<Minutes>, wishes: &mut Vec<WordWish>) {
        let (part, setting) = (self.part, self.setting);
        let (form, strong) = self.form(tick, before);
        let space = self.part.x_at(self.steps.words.next(tick)) - self.part.x_at(tick);
        // Under a heading the month need not be said where there is no room for it.
        let form = if !strong && self.width(form) + WORD_GAP > space { self.steps.words.form() } else { form };
        let width = self.width(form);
        let (start, end) = (part.x_at(tick + self.shift()), part.x_at(self.steps.words.next(tick)));
        let centred_in = |from: f64, to: f64| ((from.max(part.x) + to.min(part.x + part.w)) / 2.0, Align::Middle);
        let (x, anchor) = match (self.steps.words.unit, setting.many) {
            (TickUnit::Day, _) if self.shift() == 0.0 => centred_in(start, part.x_at(tick + DAY)),
            (TickUnit::Day, false) | (TickUnit::Minute, false) => (start, Align::Middle),
            (_, false) if self.steps.words.count > 1 => (start, Align::Middle),
            (_, false) => centred_in(start, end),
            (_, true) if start < part.x && before.is_none() => (part.x + INDENT, Align::Start),
            (_, true) => (start + INDENT, Align::Start),
        };
        if x < part.x || x > part.x + part.w {
            return;
        }
        let room = end.min(part.x + part.w) - start.max(part.x);
        if anchor == Align::Middle
            && self.steps.words.unit >= TickUnit::Month
            && self.steps.words.count == 1
            && room < width
        {
            return;
        }
        let open =
            setting.open.is_some_and(|edge| self.steps.words.unit == TickUnit::Day && edge.middle == tick + DAY / 2.0);
        let rank = if open {
            2
        } else if strong {
            3
        } else {
            4
        };
        // Where the part begins within a week, its own first day stands at its edge and not one before it.
        let said = match self.steps.words.unit {
            TickUnit::Day if start < part.x => tick.max((part.start / DAY).floor() * DAY),
            _ => tick,
        };
        let label = ticks::label(said, form);
        let word = TickWord { x: Px::from_f64(x), y: setting.word_y, anchor, label, strong, open };
        wishes.push(WordWish { word, width, rank, part: self.number });
    }

    /// What the heading over a part, or over a new month or year in it, says.
    fn wish_heading(&self, tick: Minutes, before: Option<Minutes>, wishes: &mut Vec<WordWish>) {
        let form = match self.steps.words.unit {
            TickUnit::Minute => TickForm::FullDay,
            TickUnit::Day => TickForm::LongMonthYear,
            TickUnit::Month => TickForm::Year,
            TickUnit::Year => return,
        };
        let named = |instant: Minutes| {
            let day = moment_at(instant).day;
            match form {
                TickForm::FullDay => (day.year(), day.month(), day.day_of_month()),
                TickForm::LongMonthYear => (day.year(), day.month(), 0),
                _ => (day.year(), 0, 0),
            }
        };
        let width = self.width(form);
        let is_first = before.is_none();
        // The first names the time under its middle: a part that begins a day before a new month is named after that month.
        let x = if is_first { self.part.x + 6.0 } else { self.part.x_at(tick) };
        let first = self.part.time_at(self.part.x + 6.0 + width / 2.0).min(self.part.end - 1.0);
        let said = if is_first { first } else { tick };
        let is_said =
            before.is_some_and(|before| named(before) == named(tick)) || (!is_first && named(first) == named(tick));
        if is_said || x + width > self.part.x + self.part.w + 48.0 {
            return;
        }
        let word = TickWord {
            x: Px::from_f64(x),
            y: self.setting.heading_y,
            anchor: Align::Start,
            label: ticks::label(said, form),
            strong: true,
            open: false,
        };
        wishes.push(WordWish { word, width, rank: if is_first { 0 } else { 3 }, part: self.number });
    }

    /// The form of a tick's word, and whether it is strong: where a year, month or day begins more is said.
    fn form(&self, tick: Minutes, before: Option<Minutes>) -> (TickForm, bool) {
        let day = moment_at(tick).day;
        let is_first = before.is_none();
        let many = self.setting.many;
        let is_new = before.is_some_and(|before| {
            let before = moment_at(before).day;
            match self.steps.words.unit {
                TickUnit::Minute => before != day,
                TickUnit::Day => before.month() != day.month(),
                TickUnit::Month => before.year() != day.year(),
                TickUnit::Year => false,
            }
        });
        match (self.steps.words.unit, is_first && many, is_new) {
            (TickUnit::Minute, true, _) | (TickUnit::Minute, _, true) => (TickForm::WeekdayDayMonth, many),
            (TickUnit::Day, true, _) | (TickUnit::Day, _, true) => (TickForm::WeekdayDayMonth, many),
            (TickUnit::Month, true, _) if day.month() > 1 => (TickForm::MonthYear, true),
            (TickUnit::Month, true, _) | (TickUnit::Month, _, true) if many => (TickForm::Year, true),
            (TickUnit::Year, ..) => (TickForm::Year, many),
            (_, _, _) => (self.steps.words.form(), false),
        }
    }

    fn width(&self, form: TickForm) -> f64 {
        self.widths.get(form as usize).copied().unwrap_or_default()
    }
}

/// From where to where today reaches in px: a point where days are narrow. Not where it was left out, nor where nothing else is in view.
fn today(edge: &Edge, scale: &Scale, setting: &Setting) -> Option<(f64, f64)> {
    let part =
        scale.parts.iter().find(|part| edge.middle + DAY / 2.0 > part.start && edge.middle - DAY / 2.0 < part.end)?;
    let px_per_minute = part.px_per_minute();
    let half = if px_per_minute * DAY < WIDE_DAY { 0.0 } else { px_per_minute * DAY / 2.0 };
    let x = part.x_at(edge.middle);
    let (start, end) = (part.x.max(setting.visible.0), (part.x + part.w).min(setting.visible.1));
    let (from, to) = ((x - half).max(start), (x + half).min(end));
    (from <= to && to - from < end - start).then_some((from, to))
}

/// The word "Published" at its line, or "Today" at its mark; beside it where words stand under the axis.
fn named(
    form: TickForm,
    edge: Edge,
    x: f64,
    scale: &Scale,
    widths: &[f64; TickForm::COUNT],
    setting: &Setting,
) -> Option<WordWish> {
    if x < setting.visible.0 || x > setting.visible.1 {
        return None;
    }
    let is_published = form == TickForm::Published;
    let width = widths.get(form as usize).copied().unwrap_or_default();
    let (x, anchor) = match setting.under {
        true => (x + INDENT, Align::Start),
        false if x + width / 2.0 > setting.visible.1 => (setting.visible.1, Align::End),
        false => (x, Align::Middle),
    };
    let part = scale.parts.iter().rposition(|part| part.start <= edge.middle).unwrap_or_default();
    let label = ticks::label(edge.middle, form);
    let y = if setting.many || !is_published { setting.word_y } else { setting.heading_y };
    let word = TickWord { x: Px::from_f64(x), y, anchor, label, strong: is_published, open: false };
    Some(WordWish { word, width, rank: u8::from(!is_published), part })
}

/// Gives room to the words that may stand: by rank, then from early to late.
/// What was left out is said in its own gutter, so no word of the parts beside it reaches there.
fn settle(mut wishes: Vec<WordWish>, scale: &Scale, setting: &Setting, axis: &mut Axis) {
    crate::base::order::sort_by_key(&mut wishes, |wish| (wish.rank, wish.word.x));
    let mut taken: Vec<(Px, f64, f64)> = Vec::new();
    for wish in &wishes {
        let (start, end) = extent(&wish.word, wish.width);
        let is_free = |(y, a, b): &(Px, f64, f64)| *y != wish.word.y || end + WORD_GAP <= *a || *b + WORD_GAP <= start;
        let is_inside = start >= setting.visible.0 - 2.0 && end <= setting.visible.1 + 2.0;
        let is_inside = is_inside && scale.parts.windows(2).all(|pair| !is_in_gutter(pair, start, end));
        if is_inside && taken.iter().all(is_free) {
            taken.push((wish.word.y, start, end));
            if let Some(part) = axis.parts.get_mut(wish.part) {
                part.words.push(wish.word);
            }
        }
    }
    for part in &mut axis.parts {
        crate::base::order::sort_by_key(&mut part.words, |word| (word.y, word.x));
    }
}

fn is_in_gutter(parts: &[Part], start: f64, end: f64) -> bool {
    matches!(parts, [before, after] if end > before.x + before.w + 2.0 && start < after.x - 2.0)
}

/// From where to where a word reaches.
pub(super) fn extent(word: &TickWord, width: f64) -> (f64, f64) {
    let x = word.x.to_f64();
    match word.anchor {
        Align::Start => (x, x + width),
        Align::Middle => (x - width / 2.0, x + width / 2.0),
        Align::End => (x - width, x),
    }
}

/// After publication the line goes on dotted.
fn later(axis: &mut Axis, now: Option<f64>, setting: &Setting) {
    let Some(now) = now else { return };
    let Some(last) = axis.parts.iter_mut().rfind(|part| !part.later) else { return };
    let end = last.x + last.w;
    // The rest of the day itself still belongs to the line.
    let turn = if end.to_f64() - now < WIDE_DAY { end } else { Px::from_f64(now).max(last.x) };
    let edge = Px::from_f64(setting.end);
    last.w = (turn - last.x).max(Px::ZERO);
    let rest = axis.parts.iter().find(|part| part.later).map_or(edge, |part| part.x);
    if rest > turn && end >= turn {
        axis.parts.push(AxisPart { x: turn, w: rest.max(end) - turn, later: true, ..AxisPart::default() });
        crate::base::order::sort_by_key(&mut axis.parts, |part| part.x);
    }
}

/// The cuts between the parts of a folded scale.
pub(super) fn breaks(scale: &Scale, folded: &Folded, setting: &Setting) -> Vec<Break> {
    let axis_y = setting.axis_y - Px::HALF;
    let cut = |(pair, gap): (&[Part], &Timespan)| {
        let x = Px::from_f64(pair.first()?.x + pair.first()?.w);
        let w = Px::from_f64(pair.last()?.x) - x;
        let mut d = String::new();
        for (from, to) in [(0, 11), (41, 52)] {
            push_command(&mut d, 'M', &[x + Px::from_px(from), axis_y]);
            push_command(&mut d, 'H', &[x + Px::from_px(to)]);
        }
        for from in [7, 37] {
            push_command(&mut d, 'M', &[x + Px::from_px(from), axis_y + Px::from_halves(13)]);
            push_command(&mut d, 'l', &[Px::from_px(8), Px::from_px(-13)]);
        }
        let y = setting.axis_y - Px::from_px(28);
        Some(Break { x, w, y, cut: Path { d, paint: Paint::Strokes }, length: length_of(gap) })
    };
    scale.parts.windows(2).zip(&folded.gaps).filter_map(cut).list()
}

/// The length of a stretch in the unit people would use.
pub(super) fn length_of(gap: &Timespan) -> RoundLength {
    let minutes = gap.end - gap.start;
    let rounded = |unit: Minutes| (minutes / unit + 0.5) as u32;
    let days = minutes / DAY;
    match days {
        days if days >= 1096.0 => RoundLength::Years(rounded(365.2425 * DAY)),
        days if days >= 60.0 => RoundLength::Months(rounded(30.4369 * DAY)),
        days if days >= 2.0 => RoundLength::Days(rounded(DAY)),
        days if days >= 2.0 / 24.0 => RoundLength::Hours(rounded(60.0)),
        _ => RoundLength::Minutes(rounded(1.0)),
    }
}
