//! From events to a picture: where every line, mark and word stands.
//!
//! In: an [`Index`], the [`Frame`] to draw it in and the sizes of its words, measured by whoever can. Out: a [`Scene`], plain data.
//! It must never learn words, colours or the DOM.
//!
//! Once for a timeline and once for a width, so that a frame costs what it shows, not what there is:
//!
//! ```text
//! Index::of(timeline)            every event in order of time, ready to be asked about many at once
//! Outline::of(index, frame)      the whole span: what of it is folded, whether the publication belongs to it
//! ```
//!
//! Then for each frame two steps, because words must be measured in between:
//!
//! ```text
//! plan(index, outline, frame, held)  -> Plan:  what to measure, and how wide it may be
//! draw(frame, plan, measures, held)  -> Scene: everything in its place
//! ```

use crate::base::date::{Day, Moment};

mod asks;
mod axis;
mod dots;
mod fold;
mod index;
mod labels;
mod marks;
mod overview;
mod peaks;
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
use scene::{Key, TickForm};
use shape::Edge;
use ticks::Unit;

pub use index::{Columns, Index};
pub use px::Px;
pub use scale::Minutes;
pub use scene::{DateLabel, Drawing, Scene};
pub use ticks::moment_at;

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
    /// On paper nothing can be unfolded: every entry of a story is shown.
    pub paper: bool,
    /// In the middle of a gesture.
    pub motion: Motion,
    /// The reader's day; it is marked where it lies within the timeline's own span.
    pub today: Option<Day>,
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
            paper: false,
            motion: Motion::Rest,
            today: None,
        }
    }
}

/// What a gesture does to the window. Until it has come to rest what stands stays on its height.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// Nothing.
    #[default]
    Rest,
    /// Moves it: the stage is drawn beyond its edges, so that most frames need no more than a transform.
    Pan,
    /// Changes its length: every frame is laid out anew, and nothing is measured in it.
    Zoom,
}

impl Motion {
    /// How far the stage is drawn beyond its edges on either side, of its width.
    fn margin(self) -> f64 {
        if self == Motion::Pan { 0.6 } else { 0.0 }
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

/// The whole span as a container of some width shows it; made once for each index, width and size of type.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outline {
    folded: Option<Folded>,
    /// The publication, where it belongs in the picture.
    published: Option<(Edge, Moment)>,
    /// The middle of today, where it lies within.
    today: Option<Edge>,
    keys: Vec<Key>,
    made_for: (Px, Px),
}

impl Outline {
    /// The outline of an index for a frame's width and type.
    pub fn of(index: &Index, frame: &Frame) -> Outline {
        let room = frame.width.to_f64() - after(index, frame);
        let folded = fold(index, index.published.map(Edge::published), room);
        let is_near = folded.as_ref().is_some_and(|folded| folded.published);
        let edge = |moment| match (Edge::published(moment), index.finest) {
            (edge, Unit::Minute) => Edge::at(edge.instant),
            (edge, _) => edge,
        };
        let published = index.published.filter(|_| is_near).map(|moment| (edge(moment), moment));
        let today = frame.today.and_then(|day| today(index, published, day));
        Outline { folded, published, today, keys: range::keys(index), made_for: (frame.width, frame.em) }
    }

    /// Whether it was made for a frame's width and type.
    pub fn fits(&self, frame: &Frame) -> bool {
        self.made_for == (frame.width, frame.em)
    }
}

/// Where today stands, if it lies within the span of the events and the publication, and is not the day of publication.
fn today(index: &Index, published: Option<(Edge, Moment)>, day: Day) -> Option<Edge> {
    let today = Edge::published(day.into());
    let (mut first, mut last) = (index.busy.first()?.start, index.busy.last()?.end);
    if let Some((edge, moment)) = published {
        if moment.day == day {
            return None;
        }
        (first, last) = (first.min(edge.middle), last.max(edge.middle));
    }
    let half = scale::DAY / 2.0;
    (first < today.middle + half && last > today.middle - half).then_some(today)
}

/// What must be measured before a scene can be drawn, and what was found on the way.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The story: no sizes are needed, `labels` is empty.
    pub vertical: bool,
    /// The greatest width of an entry's words.
    pub label_width: Px,
    /// The entries whose words are to be measured (date, title, source) in a box of `max-content` up to `label_width`; in order of time.
    pub labels: Vec<Ask>,
    /// The forms of tick words that may be said: their widths are to be known.
    pub ticks: Vec<TickForm>,
    index: &'a Index,
    outline: &'a Outline,
    /// The stretches of time in view.
    periods: Vec<Period>,
    /// Too many bands in view to draw each: they are counted.
    crowded: bool,
}

/// An entry whose words are to be measured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ask {
    /// Which event of the timeline.
    pub index: usize,
    /// Its place in order of time.
    pub place: usize,
    /// Its date as it is to be said.
    pub date: DateLabel,
}

/// The sizes of words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measures {
    /// One for each of [`Plan::labels`], in the same order.
    pub labels: Vec<Size>,
    /// The width of a tick's word, by [`scene::TickForm`] (its number): the widest there is, at the size of ticks. Any width that is not small will do
    /// where [`Plan::ticks`] does not ask.
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

/// So many bands in view are not drawn each, but counted.
const MOST_BANDS: usize = 200;
/// The widest label, in px at a base font of 16 px: few and many entries.
const LABEL_WIDTH: [i32; 2] = [172, 150];
/// Free space after publication (few, many, very many entries), in px at a base font of 16 px: the day's labels and what is planned stand there.
const AFTER: [i32; 3] = [184, 132, 60];
/// Between two parts of a folded axis.
const GUTTER: f64 = 52.0;
/// No part of a folded axis is narrower.
const NARROWEST_PART: f64 = 180.0;
/// Up to this many days in view, days are said with their weekday; above, always with their year.
const WEEKDAY_DAYS: f64 = 548.0;

/// No window is shorter: half an hour where entries know their minute, three days where they do not.
const CLOSEST_MINUTES: Minutes = 30.0;
const CLOSEST_DAYS: Minutes = 3.0 * scale::DAY;

/// What is to be measured for a frame. `held` is the scene before: what has words in it keeps them while a gesture lasts ([`Frame::motion`]).
#[inline(never)]
pub fn plan<'a>(index: &'a Index, outline: &'a Outline, frame: &Frame, held: Option<&Scene>) -> Plan<'a> {
    let vertical = match frame.form {
        Form::Auto => frame.width.to_f64() < 42.5 * frame.em.to_f64(),
        Form::Horizontal => false,
        Form::Vertical => true,
    };
    let periods = match (frame.window, &outline.folded) {
        (Window::Between(start, end), _) if end > start => vec![Period { start, end }],
        (_, Some(folded)) => folded.parts.clone(),
        (_, None) => Vec::new(),
    };
    let ticks = Vec::new();
    let mut plan =
        Plan { vertical, label_width: Px::ZERO, labels: Vec::new(), ticks, index, outline, periods, crowded: false };
    plan.crowded = plan.is_crowded(frame);
    plan.ticks = plan.tick_forms(frame);
    let label_width = LABEL_WIDTH.get(usize::from(plan.many())).copied().unwrap_or(150);
    plan.label_width = Px::from_f64(f64::from(label_width) * frame.em.to_f64() / 16.0);
    if !vertical {
        plan.labels = asks::asks(&plan, frame, held);
    }
    plan
}

/// The overview alone, for a frame whose stage is only moved: the window in it moves along.
pub fn overview(
    index: &Index,
    outline: &Outline,
    frame: &Frame,
    ticks: &[Px; TickForm::COUNT],
) -> Option<scene::Overview> {
    let Window::Between(start, end) = frame.window else { return None };
    let width = frame.width.to_f64();
    let seen = scale::Scale { parts: vec![scale::Part { x: 0.0, w: width, start, end }] };
    let strip = overview::Strip {
        width: frame.width,
        zoom: frame.em.to_f64() / 16.0,
        index,
        folded: outline.folded.as_ref()?,
        widths: &ticks.map(Px::to_f64),
        stage: Some(&seen),
        zoomed: true,
        few: !index.is_many(),
        today: outline.today,
    };
    overview::overview(&strip)
}

fn after(index: &Index, frame: &Frame) -> f64 {
    let step = usize::from(index.is_many()) + usize::from(index.len() > scene::ALL_ENTRIES);
    let room = AFTER.get(step).copied().map_or(184.0, f64::from) * frame.em.to_f64() / 16.0;
    room.min(frame.width.to_f64() / 3.0)
}

impl Plan<'_> {
    /// Many entries: words are set smaller (class `many`), and measured so.
    pub fn many(&self) -> bool {
        self.index.is_many()
    }

    /// The date of the entry at a place as it is to be said.
    fn date_of(&self, place: usize) -> DateLabel {
        labels::date_label(self.index, place, &self.periods, self.many() || self.vertical)
    }

    fn is_crowded(&self, frame: &Frame) -> bool {
        let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) else { return false };
        let more = (last.end - first.start) * frame.motion.margin();
        self.index.bands_in(first.start - more, last.end + more, MOST_BANDS).len() == MOST_BANDS
    }

    /// What the axis and the overview may say.
    fn tick_forms(&self, frame: &Frame) -> Vec<TickForm> {
        let (width, zoom) = (frame.width.to_f64(), frame.em.to_f64() / 16.0);
        let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) else { return Vec::new() };
        // Of a folded axis each part gets some of the width.
        let least = if self.periods.len() > 1 { NARROWEST_PART / 2.0 } else { width / 2.0 };
        let mut forms = vec![TickForm::Published];
        forms.extend(self.outline.today.map(|_| TickForm::Today));
        for Period { start, end } in &self.periods {
            forms.extend(ticks::forms(least / (end - start), width / (end - start), zoom, self.index.finest));
        }
        let whole = self.outline.folded.as_ref().and_then(|folded| Some((folded.parts.first()?, folded.parts.last()?)));
        let (first, last) = whole.unwrap_or((first, last));
        let overview = width / (last.end - first.start);
        forms.extend(ticks::forms(overview, overview, zoom, self.index.finest));
        forms
    }

    /// Where the publication stands, if it belongs in the picture.
    fn published(&self) -> Option<(Edge, Moment)> {
        self.outline.published
    }
}

/// Everything in its place, for the timeline and frame that the plan was made for. `held` is the scene before, whose labels stay on their heights while a gesture lasts ([`Frame::motion`]).
#[inline(never)]
pub fn draw(frame: &Frame, plan: &Plan, measures: &Measures, held: Option<&Scene>) -> Scene {
    draw_counting(frame, plan, measures, held, &mut 0)
}

/// [`draw`], adding the comparisons it makes to `work`: growth is tested by counting, not by the clock.
pub fn draw_counting(frame: &Frame, plan: &Plan, measures: &Measures, held: Option<&Scene>, work: &mut u64) -> Scene {
    let index = plan.index;
    let mut scene = Scene { width: frame.width, many: plan.many(), total: index.len(), ..Scene::default() };
    let Some(folded) = &plan.outline.folded else { return scene };
    let is_zoomed = !plan.vertical && matches!(frame.window, Window::Between(..));
    scene.shown = match plan.periods.as_slice() {
        [period] => index.count(period.start, period.end),
        _ => index.len(),
    };
    scene.range = range::range(plan, is_zoomed);
    scene.keys.clone_from(&plan.outline.keys);
    let widths = measures.ticks.map(Px::to_f64);
    let strip = |stage| overview::Strip {
        width: frame.width,
        zoom: frame.em.to_f64() / 16.0,
        index,
        folded,
        widths: &widths,
        stage,
        zoomed: is_zoomed,
        few: !plan.many(),
        today: plan.outline.today,
    };
    if plan.vertical {
        // The rows keep only the order of time, so the strip above them keeps its measure.
        scene.overview = (index.len() > 2).then(|| overview::overview(&strip(None))).flatten();
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
        published: plan.published(),
        today: plan.outline.today,
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
    stage.closest = if index.finest == Unit::Minute { CLOSEST_MINUTES } else { CLOSEST_DAYS };
    scene.drawing = Drawing::Stage(stage);
    scene
}
