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

mod asks;
mod axis;
mod breaks;
mod columns;
mod cuts;
mod dots;
mod fold;
mod frame;
mod index;
mod instant;
mod labels;
mod legend;
mod marks;
mod outline;
mod overview;
mod peaks;
pub mod place;
mod plan;
pub mod px;
mod range;
mod rows;
pub mod scale;
pub mod scene;
mod shape;
mod stage;
mod strokes;
mod ticks;
mod timespan;
mod units;
mod widths;

use scene::{Overview, TickForm};
use timespan::Timespan;
use units::TickUnit;

pub use columns::Columns;
pub use frame::{Frame, Motion, Orientation, Window};
pub use index::Index;
pub use instant::{DAY, Minutes, moment_at};
pub use outline::Outline;
pub use plan::{Ask, Fits, Measures, Plan, Size};
pub use px::Px;
pub use scene::{DateLabel, Drawing, Scene};

/// The widest label, in px at a base font of 16 px: few and many entries.
const LABEL_WIDTH: [i32; 2] = [172, 150];
/// Wider ones, which few entries may take for long titles.
const WIDER: [i32; 2] = [232, 300];
/// No window is shorter: half an hour where entries know their minute, three days where they do not.
const CLOSEST_MINUTES: Minutes = 30.0;
const CLOSEST_DAYS: Minutes = 3.0 * DAY;

/// What is to be measured for a frame. `held` is the scene before: what has words in it keeps them while a gesture lasts ([`Frame::motion`]).
#[inline(never)]
pub fn plan<'a>(index: &'a Index, outline: &'a Outline, frame: &Frame, held: Option<&Scene>) -> Plan<'a> {
    let vertical = match frame.form {
        Orientation::Auto => frame.width.to_f64() < 42.5 * frame.em.to_f64(),
        Orientation::Horizontal => false,
        Orientation::Vertical => true,
    };
    let periods = match (frame.window, &outline.folded) {
        (Window::Between(start, end), _) if end > start => vec![Timespan { start, end }],
        (_, Some(folded)) => folded.parts.clone(),
        (_, None) => Vec::new(),
    };
    let ticks = Vec::new();
    let mut plan = Plan {
        vertical,
        label_width: Px::ZERO,
        wider: [Px::ZERO; 2],
        labels: Vec::new(),
        ticks,
        index,
        outline,
        periods,
        crowded: false,
    };
    plan.crowded = plan.is_crowded(frame);
    plan.ticks = plan.tick_forms(frame);
    let label_width = LABEL_WIDTH.get(usize::from(plan.many())).copied().unwrap_or(150);
    let widths = [label_width].into_iter().chain(WIDER);
    let mut widths = widths.map(|pixels| Px::from_f64(f64::from(pixels) * frame.em.to_f64() / 16.0));
    plan.label_width = widths.next().unwrap_or_default();
    if !plan.many() {
        plan.wider = [widths.next().unwrap_or_default(), widths.next().unwrap_or_default()];
    }
    if !vertical {
        plan.labels = asks::asks(&plan, frame, held);
    }
    plan
}

/// The overview alone, for a frame whose stage is only moved: the window in it moves along.
pub fn overview(index: &Index, outline: &Outline, frame: &Frame, ticks: &[Px; TickForm::COUNT]) -> Option<Overview> {
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
        scene.drawing = Drawing::Story(rows::rows(plan, frame));
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
    scene.keys.extend(legend::of_stage(&stage, index));
    (stage.whole, stage.begins) = (whole, folded.begins);
    stage.closest = if index.finest == TickUnit::Minute { CLOSEST_MINUTES } else { CLOSEST_DAYS };
    scene.drawing = Drawing::Stage(stage);
    scene
}
