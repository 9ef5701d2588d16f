//! From events to a picture: where every line, mark and word stands.
//!
//! In: a [`Timeline`], the [`Frame`] to draw it in and the sizes of its words, measured by whoever can. Out: a [`Scene`], plain data.
//! It must never learn words, colours or the DOM.
//!
//! Two steps, because words must be measured in between:
//!
//! ```text
//! plan(timeline, frame)              -> Plan:  what to measure, and how wide it may be
//! draw(frame, plan, measures, held)  -> Scene: everything in its place
//! ```

use crate::date::Moment;
use crate::timeline::Timeline;

mod axis;
mod dots;
mod fold;
mod labels;
mod marks;
mod overview;
pub mod place;
pub mod px;
mod range;
pub mod scale;
pub mod scene;
mod shape;
mod stage;
mod story;
mod strokes;
mod ticks;
mod widths;

use fold::{Folded, Period, fold};
use shape::{Edge, Shape};
use ticks::Unit;

pub use px::Px;
pub use scale::Minutes;
pub use scene::{DateLabel, Drawing, Scene};

/// Where and how a timeline is to be drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// Width of the container.
    pub width: Px,
    /// Size of the base font; everything made of words grows with it.
    pub em: Px,
    /// Along the line, down the page, or by width.
    pub form: Form,
    /// What is in view.
    pub window: Window,
    /// The open entry.
    pub open: Option<usize>,
    /// The entry that has (or would get) the focus; it is listed in the scene even when it has no label.
    pub focus: Option<usize>,
    /// The first of the folded entries of a story that are to be shown.
    pub unfolded: Option<usize>,
    /// In the middle of a gesture: what stands stays on its height, and the stage is drawn beyond its edges so that it can be moved.
    pub moving: bool,
}

impl Default for Frame {
    /// The whole span, 1000 px wide, at 16 px.
    fn default() -> Frame {
        Frame {
            width: Px::from_px(1000),
            em: Px::from_px(16),
            form: Form::Auto,
            window: Window::Whole,
            open: None,
            focus: None,
            unfolded: None,
            moving: false,
        }
    }
}

/// The direction of time on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// Horizontal from 42.5 em of container on, else vertical.
    #[default]
    Auto,
    /// Along the line.
    Horizontal,
    /// Down the page; also for print.
    Vertical,
}

/// The time in view.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Window {
    /// Everything, with long empty stretches folded.
    #[default]
    Whole,
    /// A stretch at one scale across the whole width.
    Between(Minutes, Minutes),
}

/// What must be measured before a scene can be drawn, and what was found on the way.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plan {
    /// The story: no sizes are needed, `labels` is empty.
    pub vertical: bool,
    /// Many entries: words are set smaller (class `many`), and measured so.
    pub many: bool,
    /// The greatest width of an entry's words.
    pub label_width: Px,
    /// The entries whose words are to be measured (date, title, source) in a box of `max-content` up to `label_width`.
    pub labels: Vec<Ask>,
    shapes: Vec<Shape>,
    dates: Vec<DateLabel>,
    folded: Option<Folded>,
    published: Option<(Edge, Moment)>,
}

/// An entry whose words are to be measured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ask {
    /// Which event of the timeline.
    pub index: usize,
    /// Its date as it is to be said.
    pub date: DateLabel,
}

/// The sizes of words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measures {
    /// One for each of [`Plan::labels`], in the same order.
    pub labels: Vec<Size>,
    /// The width of a tick's word, by [`scene::TickForm`] (its number): the widest there is, at the size of ticks.
    pub ticks: [Px; scene::TickForm::COUNT],
    /// "and 88 more" under a label.
    pub more: Size,
}

/// A width and a height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
}

/// From so many entries on words are set smaller and stand on poles.
const MANY: usize = 13;
/// The widest label, in px at a base font of 16 px: few and many entries.
const LABEL_WIDTH: [i32; 2] = [172, 150];
/// Free space after publication (few, many, very many entries), in px at a base font of 16 px: the day's labels and what is planned stand there.
const AFTER: [i32; 3] = [184, 132, 60];
/// Between two parts of a folded axis.
const GUTTER: f64 = 52.0;
/// No part of a folded axis is narrower.
const NARROWEST_PART: f64 = 180.0;
/// At most so many entries are measured: more could not have labels.
const MOST_ASKED: usize = 120;
/// Up to this many days in view, days are said with their weekday; above, always with their year.
const WEEKDAY_DAYS: f64 = 548.0;

/// No window is shorter: half an hour where entries know their minute, three days where they do not.
const CLOSEST_MINUTES: Minutes = 30.0;
const CLOSEST_DAYS: Minutes = 3.0 * scale::DAY;

/// From when to when an event stands on the line; `None` for a number that no event has.
pub fn extent_of(timeline: &Timeline, index: usize) -> Option<(Minutes, Minutes)> {
    let shape = shape::shape_of(timeline, index)?;
    Some((shape.start.middle, shape.end.middle))
}

/// What is to be measured for a frame.
pub fn plan(timeline: &Timeline, frame: &Frame) -> Plan {
    let shapes = shape::shapes(timeline);
    let published = shape::published(timeline);
    let many = shapes.len() >= MANY;
    let room = frame.width.to_f64() - after(shapes.len(), frame);
    let folded = fold(&shapes, published.map(Edge::published), room);
    let is_near = folded.as_ref().is_some_and(|folded| folded.published);
    let is_minute = folded.as_ref().is_some_and(|folded| folded.finest == Unit::Minute);
    let edge = |moment| {
        let edge = Edge::published(moment);
        if is_minute { Edge::at(edge.instant) } else { edge }
    };
    let published = published.filter(|_| is_near).map(|moment| (edge(moment), moment));
    let vertical = match frame.form {
        Form::Auto => frame.width.to_f64() < 42.5 * frame.em.to_f64(),
        Form::Horizontal => false,
        Form::Vertical => true,
    };
    let mut plan = Plan { vertical, many, shapes, folded, published, ..Plan::default() };
    plan.dates = labels::dates(timeline, &plan.shapes, &plan.periods(frame), many || vertical);
    let em = frame.em.to_f64() / 16.0;
    let label_width = LABEL_WIDTH.get(usize::from(many)).copied().unwrap_or(150);
    plan.label_width = Px::from_f64(f64::from(label_width) * em);
    if !vertical {
        plan.labels = plan.asks(frame);
    }
    plan
}

fn after(entries: usize, frame: &Frame) -> f64 {
    let step = usize::from(entries >= MANY) + usize::from(entries > scene::ALL_ENTRIES);
    let room = AFTER.get(step).copied().map_or(184.0, f64::from) * frame.em.to_f64() / 16.0;
    room.min(frame.width.to_f64() / 3.0)
}

impl Plan {
    fn finest(&self) -> Unit {
        self.folded.as_ref().map_or(Unit::Day, |folded| folded.finest)
    }

    /// The stretches of time in view.
    fn periods(&self, frame: &Frame) -> Vec<Period> {
        match (frame.window, &self.folded) {
            (Window::Between(start, end), _) if end > start => vec![Period { start, end }],
            (_, Some(folded)) => folded.parts.clone(),
            (_, None) => Vec::new(),
        }
    }

    /// The entries in view, the heaviest if there are too many to measure.
    fn asks(&self, frame: &Frame) -> Vec<Ask> {
        let periods = self.periods(frame);
        let slack = if frame.moving { 1.0 } else { 0.0 };
        let in_view = |shape: &Shape| {
            periods.iter().any(|period| {
                // A doubt without limit fades far beyond its own instant.
                let more = (period.end - period.start) * if shape.open { 1.0 } else { slack };
                shape.start.instant <= period.end + more && shape.end.instant >= period.start - more
            })
        };
        let mut chosen: Vec<usize> =
            self.shapes.iter().enumerate().filter(|(_, shape)| in_view(shape)).map(|(number, _)| number).collect();
        if chosen.len() > MOST_ASKED {
            crate::order::sort_by_key(&mut chosen, |&number| self.shapes.get(number).map_or(0, |shape| -shape.weight));
            chosen.truncate(MOST_ASKED);
            crate::order::sort_by(&mut chosen, Ord::cmp);
        }
        let ask = |number: usize| Some(Ask { index: self.shapes.get(number)?.index, date: self.date_of(number) });
        chosen.into_iter().filter_map(ask).collect()
    }

    /// The date of a shape as it is to be said.
    fn date_of(&self, shape: usize) -> DateLabel {
        self.dates.get(shape).copied().unwrap_or(labels::NONE)
    }

    /// The measured size of an event's words.
    fn size_of(&self, index: usize, measures: &Measures) -> Option<Size> {
        // Asks stand in order of time, not of index; there are at most `MOST_ASKED` of them.
        let at = self.labels.iter().position(|ask| ask.index == index)?;
        measures.labels.get(at).copied()
    }
}

/// Everything in its place, for the timeline and frame that the plan was made for. `held` is the scene before, whose labels stay on their heights while a gesture lasts ([`Frame::moving`]).
pub fn draw(frame: &Frame, plan: &Plan, measures: &Measures, held: Option<&Scene>) -> Scene {
    draw_counting(frame, plan, measures, held, &mut 0)
}

/// [`draw`], adding the comparisons it makes to `work`: growth is tested by counting, not by the clock.
pub fn draw_counting(frame: &Frame, plan: &Plan, measures: &Measures, held: Option<&Scene>, work: &mut u64) -> Scene {
    let order = plan.shapes.iter().map(|shape| shape.index).collect();
    let mut scene = Scene { order, width: frame.width, many: plan.many, total: plan.shapes.len(), ..Scene::default() };
    let Some(folded) = &plan.folded else { return scene };
    let periods = plan.periods(frame);
    let in_view = |shape: &Shape| {
        let touches = |period: &Period| shape.start.middle <= period.end && shape.end.middle >= period.start;
        periods.iter().any(touches)
    };
    scene.shown = plan.shapes.iter().filter(|shape| in_view(shape)).count();
    let is_zoomed = !plan.vertical && matches!(frame.window, Window::Between(..));
    scene.range = range::range(plan, &periods, is_zoomed);
    scene.keys = range::keys(plan);
    let widths = measures.ticks.map(Px::to_f64);
    let strip = |stage| overview::Strip {
        width: frame.width,
        zoom: frame.em.to_f64() / 16.0,
        shapes: &plan.shapes,
        folded,
        widths: &widths,
        stage,
        zoomed: is_zoomed,
        few: !plan.many,
    };
    if plan.vertical {
        scene.overview = (folded.parts.len() > 1).then(|| overview::overview(&strip(None))).flatten();
        scene.drawing = Drawing::Story(story::story(plan, frame));
        return scene;
    }
    let whole = widths::whole(plan, folded, measures, frame);
    let (scale, margin) = widths::in_view(frame, &whole);
    let ground = stage::Ground {
        frame,
        plan,
        measures,
        held,
        scale: &scale,
        cuts: (!is_zoomed).then_some(folded),
        published: plan.published,
        margin,
        lens: is_zoomed || folded.parts.len() > 1,
    };
    let mut stage = stage::stage(&ground, work);
    if ground.lens {
        let seen = widths::without_margin(&scale, margin);
        scene.overview = overview::overview(&strip(Some(&seen)));
    }
    scene.keys.extend(range::stage_keys(&stage, plan));
    stage.whole = whole;
    stage.closest = if plan.finest() == Unit::Minute { CLOSEST_MINUTES } else { CLOSEST_DAYS };
    scene.drawing = Drawing::Stage(stage);
    scene
}
