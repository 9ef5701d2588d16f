//! What a reader does: pan, zoom, choose, step. Pure: a state and an input give the next state and what must be done about it.
//!
//! In: inputs in px and keys. Out: the next [`State`] and its [`Effects`]. It must never learn of DOM events or clocks.

use crate::base::list::List;
use crate::layout::scene::{Cluster, Drawing, Stage};
use crate::layout::{Frame, Index, Motion, Px, Scene, Window};

mod flight;
mod input;
mod state;
mod window;

pub use input::{Grip, Input, Key};
pub use state::{Away, Effects, Flight, Gesture, State};
use window::Limits;

/// The next state, and what must be done about it.
pub fn update(state: &State, input: Input, index: &Index, scene: &Scene) -> (State, Effects) {
    let mut next = *state;
    let mut effects = Effects::default();
    let desk = Desk { index, scene };
    desk.apply(&mut next, input, &mut effects);
    if next.frame.window != state.frame.window {
        effects.window_changed = true;
    }
    if next.frame.open != state.frame.open {
        effects.opened = true;
        effects.relayout = true;
        next.away = None;
        next.playing = false;
    }
    if next.frame != state.frame && !effects.relayout {
        // A frame that differs only in where it looks needs no new scene while what is drawn beyond the edges lasts.
        let focus_only = Frame { focus: state.frame.focus, ..next.frame } == state.frame;
        effects.redraw = !focus_only && desk.reaches(&next);
        effects.relayout = !focus_only && !effects.redraw;
    }
    (next, effects)
}

/// How far the stage is to be moved from where its scene was made, positive towards later positions: the one transform of a pan.
pub fn shift(state: &State, scene: &Scene) -> Px {
    let Drawing::Stage(stage) = &scene.drawing else { return Px::ZERO };
    let shift = window::shift(state.frame.window, stage, state.frame.width).unwrap_or_default();
    Px::from_f64(crate::base::order::between(shift, -stage.margin.to_f64(), stage.margin.to_f64()))
}

/// A column of dots is pressed from so far beside it.
const REACH: Px = Px::from_px(4);
/// Room that the way back from the article needs beside the sentence.
const MARGIN: Px = Px::from_px(180);

/// What an update may look at.
#[derive(Clone, Copy)]
struct Desk<'a> {
    index: &'a Index,
    scene: &'a Scene,
}

impl<'a> Desk<'a> {
    fn stage(&self) -> Option<&'a Stage> {
        match &self.scene.drawing {
            Drawing::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    fn limits(&self, state: &State) -> Option<(Limits, &'a Stage)> {
        let stage = self.stage()?;
        Some((Limits::of(stage, state.frame.width)?, stage))
    }

    fn apply(&self, state: &mut State, input: Input, effects: &mut Effects) {
        match input {
            Input::Resize { width, em } => (state.frame.width, state.frame.em) = (width, em),
            Input::SetForm(form) => state.frame.form = form,
            Input::Paper(paper) => state.frame.paper = paper,
            Input::DragStart(grip, from, to) => {
                self.take_hold(state, grip, from);
                self.drag(state, to);
            }
            Input::DragMove(x) => self.drag(state, x),
            Input::DragEnd | Input::Fling { still: true, .. } => {
                state.gesture = None;
                self.rest(state, effects);
            }
            Input::Fling { speed, still: false } => {
                state.gesture = None;
                state.flight = Some(Flight { speed, last: None });
            }
            Input::Fly(now) => self.fly(state, now),
            Input::Hold => state.flight = None,
            Input::Zoom(factor, x) => self.zoom(state, factor, x),
            Input::Scroll(by) => self.scroll(state, by),
            Input::Pinch(factor, x, by) => {
                state.frame.motion = Motion::Zoom;
                self.zoom(state, factor, x);
                self.pan(state, by);
            }
            Input::Settle => self.rest(state, effects),
            Input::WholeSpan => state.frame.window = Window::Whole,
            Input::Key(key) => self.key(state, key, effects),
            Input::Select(index) => self.open(state, index),
            Input::Show(start, end) => {
                if let Some((limits, _)) = self.limits(state) {
                    state.frame.window = limits.keep(start.min(end), end.max(start));
                }
            }
            Input::PressEntry(index) => {
                let is_open = state.frame.open == Some(index);
                self.focus(state, index);
                self.open(state, (!is_open).then_some(index));
            }
            Input::PressCluster(number) => self.press_cluster(state, number),
            Input::PressStage(x, y) => {
                let x = x - shift(state, self.scene);
                let is_hit = |cluster: &Cluster| {
                    (cluster.x - REACH..=cluster.x + cluster.w + REACH).contains(&x)
                        && (cluster.y - REACH..=cluster.y + cluster.h + REACH).contains(&y)
                };
                let hit = self.stage().and_then(|stage| stage.clusters.iter().position(is_hit));
                if let Some(number) = hit {
                    self.press_cluster(state, number);
                }
            }
            Input::PressFolded(first) => {
                state.frame.unfolded = Some(first);
                self.focus(state, first);
                effects.focus = Some(first);
                effects.relayout = true;
            }
            Input::PressOverview(x) => self.press_overview(state, x),
            Input::Step(by) => self.step(state, by),
            Input::Focused(index) => self.focus(state, index),
            Input::Play => {
                state.playing = true;
                effects.repaint = true;
            }
            Input::GoToArticle { room, x, y } => {
                state.away = Some(if room >= MARGIN { Away::Margin(x, y) } else { Away::Foot });
                effects.repaint = true;
            }
            Input::ComeBack => {
                state.away = None;
                effects.focus = state.frame.open;
                effects.repaint = true;
            }
            Input::Replaced { open, focus, has_texts, has_groups } => {
                state.searched |= has_texts && (has_groups || self.index.is_many());
                self.replaced(state, [open, focus], effects);
            }
        }
    }

    fn scroll(&self, state: &mut State, by: Px) {
        if state.frame.window != Window::Whole {
            state.frame.motion = Motion::Pan;
        }
        self.pan(state, by);
    }

    /// It flies until it is slow, or can go no further.
    fn fly(&self, state: &mut State, now: f64) {
        let Some(flight) = state.flight else { return };
        let before = state.frame.window;
        let (by, next) = flight.until(now);
        self.scroll(state, Px::from_f64(by));
        state.flight = next.filter(|_| state.frame.window != before);
    }

    /// What was drawn reaches far enough, at the right scale.
    fn reaches(&self, state: &State) -> bool {
        let Some(stage) = self.stage() else { return false };
        let shift = window::shift(state.frame.window, stage, state.frame.width);
        let was_made_for_moving = stage.margin > Px::ZERO;
        was_made_for_moving
            && state.frame.motion == Motion::Pan
            && state.frame.width == self.scene.width
            && shift.is_some_and(|shift| shift.abs() < stage.margin.to_f64() * 0.9)
    }

    fn rest(&self, state: &mut State, effects: &mut Effects) {
        effects.relayout = core::mem::take(&mut state.frame.motion) != Motion::Rest || effects.relayout;
    }

    fn pan(&self, state: &mut State, by: Px) {
        if let Some((limits, _)) = self.limits(state) {
            state.frame.window = limits.pan(state.frame.window, by.to_f64());
        }
    }

    fn zoom(&self, state: &mut State, factor: f64, x: Option<Px>) {
        let Some((limits, stage)) = self.limits(state) else { return };
        let x = crate::base::order::between(x.map_or_else(|| self.about(state, stage), Px::to_f64), 0.0, limits.width);
        state.frame.window = limits.zoom(state.frame.window, &stage.whole, factor, x);
    }

    /// Where to zoom when nobody says: at the open entry if it can be seen, else in the middle of the entries.
    fn about(&self, state: &State, stage: &Stage) -> f64 {
        let width = state.frame.width.to_f64();
        let open =
            stage.column.map(|column| (column.x + column.w.half()).to_f64()).filter(|x| (0.0..=width).contains(x));
        if let Some(x) = open {
            return x;
        }
        if state.frame.window != Window::Whole {
            return width / 2.0;
        }
        let mut places: Vec<Px> = stage.entries.iter().filter_map(|entry| entry.label).map(|label| label.x).list();
        crate::base::order::sort_by(&mut places, Ord::cmp);
        places.get(places.len() / 2).map_or(width / 2.0, |x| x.to_f64())
    }

    fn take_hold(&self, state: &mut State, grip: Grip, x: Px) {
        let Window::Between(start, end) = state.frame.window else { return };
        state.gesture = Some(Gesture { grip, x, start, end });
        let is_handle = matches!(grip, Grip::WindowStart | Grip::WindowEnd);
        state.frame.motion = if is_handle { Motion::Zoom } else { Motion::Pan };
    }

    fn drag(&self, state: &mut State, x: Px) {
        let (Some(gesture), Some((limits, _))) = (state.gesture, self.limits(state)) else { return };
        let Gesture { grip, start, end, .. } = gesture;
        let by = (x - gesture.x).to_f64();
        let over = limits.overview_time(by) - limits.overview_time(0.0);
        state.frame.window = match grip {
            Grip::Stage => limits.pan(Window::Between(start, end), -by),
            Grip::Window => limits.keep(start + over, end + over),
            Grip::WindowStart => {
                let start =
                    crate::base::order::between(start + over, limits.start, (end - limits.closest).max(limits.start));
                limits.keep(start, end)
            }
            Grip::WindowEnd => {
                let least = (start + limits.closest).min(limits.end);
                limits.keep(start, crate::base::order::between(end + over, least, limits.end.max(least)))
            }
        };
    }

    fn press_overview(&self, state: &mut State, x: Px) {
        let Some((limits, _)) = self.limits(state) else { return };
        let middle = limits.overview_time(x.to_f64());
        let length = match state.frame.window {
            Window::Between(start, end) => end - start,
            Window::Whole => (limits.end - limits.start) / 4.0,
        };
        state.frame.window = limits.keep(middle - length / 2.0, middle + length / 2.0);
    }

    fn press_cluster(&self, state: &mut State, number: usize) {
        let Some((limits, stage)) = self.limits(state) else { return };
        let Some(cluster) = stage.clusters.get(number) else { return };
        let (start, end) =
            (stage.scale.time_at(cluster.x.to_f64()), stage.scale.time_at((cluster.x + cluster.w).to_f64()));
        let length = (end - start) * 3.0;
        if length < limits.closest {
            self.focus(state, cluster.lead);
            return self.open(state, Some(cluster.lead));
        }
        let middle = (start + end) / 2.0;
        state.frame.window = limits.keep(middle - length / 2.0, middle + length / 2.0);
    }

    fn key(&self, state: &mut State, key: Key, effects: &mut Effects) {
        match key {
            Key::Earlier | Key::Up => self.move_focus(state, -1, effects),
            Key::Later | Key::Down => self.move_focus(state, 1, effects),
            Key::Home => self.move_focus(state, i32::MIN, effects),
            Key::End => self.move_focus(state, i32::MAX, effects),
            Key::Enter => {
                if let Some(index) = state.frame.focus {
                    let is_open = state.frame.open == Some(index);
                    self.open(state, (!is_open).then_some(index));
                }
            }
            Key::Escape => {
                effects.focus = state.frame.open.or(effects.focus);
                state.frame.focus = state.frame.open.or(state.frame.focus);
                self.open(state, None);
            }
            Key::Plus => self.zoom(state, 2.0, None),
            Key::Minus => self.zoom(state, 0.5, None),
        }
    }

    fn move_focus(&self, state: &mut State, by: i32, effects: &mut Effects) {
        let from = state.frame.focus.or(state.frame.open);
        let Some(index) = self.beside(from, by) else { return };
        self.focus(state, index);
        self.reveal(state, index);
        effects.focus = Some(index);
        let is_listed = |stage: &Stage| stage.entries.iter().any(|entry| entry.index == index);
        // An entry that is not in the list yet must be put there before it can have the focus.
        effects.relayout = effects.relayout || !self.stage().is_some_and(is_listed);
    }

    fn step(&self, state: &mut State, by: i32) {
        if let Some(index) = self.beside(state.frame.open, by) {
            self.focus(state, index);
            self.open(state, Some(index));
        }
    }

    /// The entry so many places on in time; the first or last at the ends.
    fn beside(&self, from: Option<usize>, by: i32) -> Option<usize> {
        let last = self.index.len().checked_sub(1)?;
        let next = match from.and_then(|from| self.index.place(from)) {
            Some(place) => place.saturating_add_signed(by as isize).min(last),
            None if by == i32::MAX => last,
            None => 0,
        };
        self.index.event(next)
    }

    fn focus(&self, state: &mut State, index: usize) {
        if self.index.place(index).is_some() {
            state.frame.focus = Some(index);
        }
    }

    fn open(&self, state: &mut State, index: Option<usize>) {
        state.frame.open = index.filter(|&index| self.index.place(index).is_some());
        if let Some(index) = state.frame.open {
            self.reveal(state, index);
        }
    }

    fn reveal(&self, state: &mut State, index: usize) {
        if let (Some((limits, _)), Some(extent)) = (self.limits(state), self.index.extent(index)) {
            state.frame.window = limits.reveal(state.frame.window, extent);
        }
    }

    /// A new timeline: entries keep their state where they live on; the window stays where anything of the new timeline can be seen in it.
    fn replaced(&self, state: &mut State, [open, focus]: [Option<usize>; 2], effects: &mut Effects) {
        let known = |index: &usize| self.index.place(*index).is_some();
        state.gesture = None;
        state.frame.motion = Motion::Rest;
        state.frame.unfolded = None;
        state.frame.open = open.filter(known);
        state.frame.focus = focus.filter(known).or(state.frame.open);
        if let Window::Between(start, end) = state.frame.window
            && !self.index.has_any(start, end)
        {
            state.frame.window = Window::Whole;
        }
        effects.relayout = true;
    }
}
