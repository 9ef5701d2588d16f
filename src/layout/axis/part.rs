//! One part of the axis: its ticks, the hairlines of its weeks, and the words it would like to say.
//!
//! In: a part of the scale and its steps. Out: paths and [`WordWish`]es. It must never learn which words get their place.

use super::words::{Rank, WordWish};
use super::{INDENT, Setting, WORD_GAP};
use crate::layout::instant::{DAY, Minutes};
use crate::layout::px::{Px, push_command};
use crate::layout::scale::Part;
use crate::layout::scene::{Align, Paint, Path, TickForm, TickWord};
use crate::layout::shape::WIDE_DAY;
use crate::layout::ticks::{self, Steps, TickStep};
use crate::layout::units::{Naming, TickUnit};

/// More ticks than this no axis can hold.
const MOST_TICKS: usize = 2000;
/// Headings stand this far from the edge of their part ..
const HEADING_INDENT: f64 = 6.0;
/// .. and may reach so far beyond its end.
const HEADING_OVER: f64 = 48.0;

/// One part of the axis, as it is drawn.
pub(super) struct PartTicks<'a> {
    pub(super) part: &'a Part,
    /// Its number.
    pub(super) number: usize,
    pub(super) steps: Steps,
    pub(super) setting: &'a Setting,
    /// Of tick words by form, in px.
    pub(super) widths: &'a [f64; TickForm::COUNT],
}

impl PartTicks<'_> {
    fn unit(&self) -> TickUnit {
        self.steps.words.unit
    }

    fn naming(&self) -> &'static Naming {
        self.unit().naming()
    }

    /// Where days are narrow, a day is a point at its middle.
    fn shift(&self) -> Minutes {
        let is_point = self.part.px_per_minute() * DAY < WIDE_DAY;
        if self.unit() == TickUnit::Day && is_point { DAY / 2.0 } else { 0.0 }
    }

    fn ticks_of(&self, step: TickStep) -> Vec<Minutes> {
        step.ticks(self.part.start, self.part.end, self.setting.weekday, MOST_TICKS)
    }

    /// Hairlines stand on the publication's weekday.
    pub(super) fn weeks(&self) -> impl Iterator<Item = f64> {
        let (part, shift) = (self.part, self.shift());
        let all = self.ticks_of(TickStep { unit: TickUnit::Day, count: 7 }).into_iter();
        all.map(move |tick| part.x_at(tick + shift)).filter(|x| *x >= part.x + 1.0 && *x <= part.x + part.w)
    }

    pub(super) fn ticks(&self) -> Option<Path> {
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
        let words = self.ticks_of(self.steps.words);
        if let Some(minor) = self.steps.minor {
            let bare = self.ticks_of(minor).into_iter();
            bare.filter(|tick| !words.contains(tick)).for_each(|tick| draw(tick, short));
        }
        for &tick in &words {
            let is_long = !self.setting.many || self.unit().is_opening(tick);
            draw(tick, if is_long { long } else { short });
        }
        (!d.is_empty()).then_some(Path { d, paint: Paint::Tick })
    }

    /// What the part would like to say: a word for each tick, and headings over them where entries are few.
    pub(super) fn wish(&self, wishes: &mut Vec<WordWish>) {
        let mut before: Option<Minutes> = None;
        let all = self.ticks_of(self.steps.words);
        for (number, &tick) in all.iter().enumerate() {
            if !self.setting.many {
                wishes.extend(self.heading(tick, before));
            }
            // Where the part begins amid a unit, that unit has a word only if the next one leaves room for it.
            let (form, _) = self.form(tick, before);
            let room = all.get(number + 1).map_or(self.part.w, |&next| self.part.x_at(next) - self.part.x);
            let is_cut = self.part.x_at(tick + self.shift()) < self.part.x - 0.5;
            if self.setting.many && is_cut && room < self.width(form) + WORD_GAP + INDENT {
                continue;
            }
            wishes.extend(self.word(tick, before));
            before = Some(tick);
        }
    }

    /// The word of one tick.
    fn word(&self, tick: Minutes, before: Option<Minutes>) -> Option<WordWish> {
        let (part, setting) = (self.part, self.setting);
        let (form, strong) = self.form(tick, before);
        let (start, end) = (part.x_at(tick + self.shift()), part.x_at(self.steps.words.next(tick)));
        // Under a heading the month need not be said where there is no room for it.
        let space = end - part.x_at(tick);
        let form = if !strong && self.width(form) + WORD_GAP > space { self.naming().tick } else { form };
        let width = self.width(form);
        let (x, anchor) = self.stand(tick, start, end, before.is_none());
        if x < part.x || x > part.x + part.w {
            return None;
        }
        if !setting.many && self.names_stretches() && end.min(part.x + part.w) - start.max(part.x) < width {
            return None;
        }
        let open = setting.open.is_some_and(|edge| self.unit() == TickUnit::Day && edge.middle == tick + DAY / 2.0);
        let rank = match (open, strong) {
            (true, _) => Rank::Open,
            (false, true) => Rank::Strong,
            (false, false) => Rank::Plain,
        };
        // Where the part begins within a week, its own first day stands at its edge and not one before it.
        let is_before = self.unit() == TickUnit::Day && start < part.x;
        let said = if is_before { tick.max((part.start / DAY).floor() * DAY) } else { tick };
        let label = ticks::label(said, form);
        let word = TickWord { x: Px::from_f64(x), y: setting.word_y, anchor, label, strong, open };
        Some(WordWish { word, width, at: x, rank, part: self.number })
    }

    /// Where the word of a tick stands that names what lies from `start` to `end`: in its middle where few words name stretches or wide days, else at its start.
    fn stand(&self, tick: Minutes, start: f64, end: f64, is_first: bool) -> (f64, Align) {
        let part = self.part;
        let within = |to: f64| ((start.max(part.x) + to.min(part.x + part.w)) / 2.0, Align::Middle);
        if self.unit() == TickUnit::Day && self.shift() == 0.0 {
            return within(part.x_at(tick + DAY));
        }
        if self.setting.many {
            let edge = if is_first { start.max(part.x) } else { start };
            return (edge + INDENT, Align::Start);
        }
        if self.names_stretches() { within(end) } else { (start, Align::Middle) }
    }

    /// Each word names a whole month or year, not only its beginning.
    fn names_stretches(&self) -> bool {
        self.unit() >= TickUnit::Month && self.steps.words.count == 1
    }

    /// What the heading over a part, or over a new month or year in it, says.
    fn heading(&self, tick: Minutes, before: Option<Minutes>) -> Option<WordWish> {
        let form = self.naming().heading?;
        let (part, unit, width) = (self.part, self.unit(), self.width(form));
        let is_first = before.is_none();
        // The first names the time under its middle: a part that begins a day before a new month is named after that month.
        let x = if is_first { part.x + HEADING_INDENT } else { part.x_at(tick) };
        let first = part.time_at(part.x + HEADING_INDENT + width / 2.0).min(part.end - 1.0);
        let said = if is_first { first } else { tick };
        let is_said = before.is_some_and(|before| !unit.parts(before, tick)) || (!is_first && !unit.parts(first, tick));
        if is_said || x + width > part.x + part.w + HEADING_OVER {
            return None;
        }
        let label = ticks::label(said, form);
        let (x, y) = (Px::from_f64(x), self.setting.heading_y);
        let word = TickWord { x, y, anchor: Align::Start, label, strong: true, open: false };
        let rank = if is_first { Rank::First } else { Rank::Strong };
        Some(WordWish { word, width, at: x.to_f64(), rank, part: self.number })
    }

    /// The form of a tick's word, and whether it is strong: where a greater unit begins more is said, and of many entries by the first word too.
    fn form(&self, tick: Minutes, before: Option<Minutes>) -> (TickForm, bool) {
        let (many, naming, unit) = (self.setting.many, self.naming(), self.unit());
        let is_turn = before.is_some_and(|before| unit.parts(before, tick));
        match (many, is_turn, before.is_none()) {
            (true, false, true) if !unit.begins(tick) => (naming.amid, true),
            (true, true, _) | (true, _, true) => (naming.turn, true),
            (false, true, _) => (naming.turn_headed, false),
            _ => (naming.tick, false),
        }
    }

    fn width(&self, form: TickForm) -> f64 {
        self.widths.get(form as usize).copied().unwrap_or_default()
    }
}
