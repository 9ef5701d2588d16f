//! What a reader can do, as state machines: single inputs, and any run of inputs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

#[allow(dead_code, reason = "shared with the scenes")]
#[path = "scenes/case.rs"]
mod case;

use article_timeline::interact::{Away, Effects, Grip, Input, Key, State, shift, update};
use article_timeline::layout::scene::{Drawing, Stage};
use article_timeline::layout::{Frame, Motion, Orientation, Px, Scene, Window};
use case::Case;
use proptest::prelude::*;

/// A widget without a browser: a state, and the scene that was last drawn for it.
struct Widget {
    case: Case,
    state: State,
    scene: Scene,
    effects: Effects,
}

impl Widget {
    fn new(case: Case) -> Widget {
        let state = State::default();
        let scene = case.draw(&state.frame);
        Widget { case, state, scene, effects: Effects::default() }
    }

    fn input(&mut self, input: Input) -> &mut Widget {
        let (state, effects) = update(&self.state, input, &self.case.index(), &self.scene);
        self.state = state;
        self.effects = effects;
        if effects.relayout {
            self.scene = self.case.draw_counting(&state.frame, Some(&self.scene)).0;
        }
        self
    }

    fn stage(&self) -> &Stage {
        let Drawing::Stage(stage) = &self.scene.drawing else { panic!("no stage") };
        stage
    }

    fn window(&self) -> (f64, f64) {
        let Window::Between(start, end) = self.state.frame.window else { panic!("the whole is in view") };
        (start, end)
    }
}

fn px(pixels: i32) -> Px {
    Px::from_px(pixels)
}

fn replaced(open: Option<usize>, focus: Option<usize>) -> Input {
    Input::Replaced { open, focus, has_texts: true, has_groups: false }
}

#[test]
fn zooming_in_and_out_about_a_place_returns() {
    for case in [case::gap(), case::forty()] {
        let mut widget = Widget::new(case);
        widget.input(Input::Zoom(2.0, Some(px(700))));
        let close = widget.state.frame.window;
        assert_ne!(close, Window::Whole);
        widget.input(Input::Zoom(2.0, Some(px(600)))).input(Input::Zoom(0.5, Some(px(600))));
        let (start, end) = widget.window();
        let Window::Between(first, last) = close else { panic!() };
        assert!((start - first).abs() < 0.01 && (end - last).abs() < 0.01);
        widget.input(Input::Zoom(0.5, Some(px(700))));
        assert_eq!(widget.state.frame.window, Window::Whole);
    }
}

#[test]
fn the_instant_under_the_pointer_stays_there() {
    let mut widget = Widget::new(case::gap());
    let at = widget.stage().scale.time_at(600.0);
    widget.input(Input::Zoom(3.0, Some(px(600))));
    assert!((widget.stage().scale.time_at(600.0) - at).abs() < 1.0);
}

#[test]
fn zooming_out_of_the_whole_does_nothing() {
    let mut widget = Widget::new(case::gap());
    widget.input(Input::Zoom(0.5, None));
    assert_eq!(widget.effects, Effects::default());
    widget.input(Input::Scroll(px(300)));
    assert_eq!(widget.effects, Effects::default());
}

#[test]
fn a_pan_needs_one_scene_and_then_only_its_transform() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Zoom(4.0, Some(px(600)))).input(Input::DragStart(Grip::Stage, px(500), px(500)));
    assert!(widget.effects.relayout, "the stage is drawn beyond its edges once");
    let (start, _) = widget.window();
    widget.input(Input::DragMove(px(400)));
    assert!(widget.effects.redraw && !widget.effects.relayout && widget.effects.window_changed);
    assert_eq!(shift(&widget.state, &widget.scene), px(-100));
    assert!(widget.window().0 > start);
    widget.input(Input::DragMove(px(500)));
    assert_eq!(shift(&widget.state, &widget.scene), Px::ZERO);
    widget.input(Input::DragEnd);
    assert!(widget.effects.relayout && widget.state.frame.motion == Motion::Rest);
}

/// Where frames are rare, a browser tells of a quick drag by a single move.
#[test]
fn a_drag_of_one_move_goes_as_far_as_one_of_many() {
    let mut quick = Widget::new(case::forty());
    let mut slow = Widget::new(case::forty());
    quick.input(Input::Zoom(4.0, Some(px(600)))).input(Input::DragStart(Grip::Stage, px(500), px(400)));
    assert!(quick.effects.window_changed);
    slow.input(Input::Zoom(4.0, Some(px(600)))).input(Input::DragStart(Grip::Stage, px(500), px(490)));
    slow.input(Input::DragMove(px(450))).input(Input::DragMove(px(400)));
    quick.input(Input::DragEnd);
    slow.input(Input::DragEnd);
    assert_eq!(quick.window(), slow.window());
}

#[test]
fn labels_keep_their_height_while_a_gesture_lasts() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Zoom(3.0, Some(px(700))));
    let heights = |widget: &Widget| -> Vec<(usize, Px)> {
        widget.stage().entries.iter().filter_map(|entry| Some((entry.index, entry.label?.y))).collect()
    };
    let before = heights(&widget);
    widget.input(Input::DragStart(Grip::Stage, px(500), px(500))).input(Input::DragMove(px(450)));
    let during = heights(&widget);
    for (index, y) in &before {
        assert!(during.contains(&(*index, *y)), "entry {index} moved");
    }
    assert!(during.len() >= before.len());
}

#[test]
fn keys_step_through_time_and_open() {
    let mut widget = Widget::new(case::gap());
    widget.input(Input::Key(Key::Home));
    assert_eq!(widget.effects.focus, Some(0));
    widget.input(Input::Key(Key::Later)).input(Input::Key(Key::Later));
    // In order of time the killings (since the 25th) come third, though the timeline lists them fourth.
    assert_eq!(widget.effects.focus, Some(3));
    widget.input(Input::Key(Key::Enter));
    assert!(widget.effects.opened && widget.state.frame.open == Some(3));
    widget.input(Input::Step(1));
    assert_eq!(widget.state.frame.open, Some(2));
    widget.input(Input::Key(Key::Escape));
    assert_eq!((widget.state.frame.open, widget.effects.focus), (None, Some(2)));
    widget.input(Input::Key(Key::End));
    assert_eq!(widget.effects.focus, Some(5));
    widget.input(Input::Key(Key::Later));
    assert_eq!(widget.effects.focus, Some(5), "the end is the end");
}

#[test]
fn an_entry_that_gets_the_focus_comes_into_view() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Zoom(8.0, Some(px(100)))).input(Input::Key(Key::End));
    let index = widget.effects.focus.unwrap();
    let entry = widget.stage().entries.iter().find(|entry| entry.index == index).unwrap();
    assert!(entry.mark.is_some());
}

#[test]
fn an_open_entry_is_closed_by_pressing_it_again() {
    let mut widget = Widget::new(case::gap());
    widget.input(Input::PressEntry(3));
    assert_eq!(widget.state.frame.open, Some(3));
    assert!(widget.stage().column.is_some());
    widget.input(Input::PressEntry(3));
    assert_eq!(widget.state.frame.open, None);
    assert!(widget.stage().column.is_none());
}

#[test]
fn a_column_zooms_or_opens() {
    let mut widget = Widget::new(case::forty());
    let far = widget.stage().clusters.iter().position(|cluster| cluster.count > 2).unwrap();
    widget.input(Input::PressCluster(far));
    assert!(matches!(widget.state.frame.window, Window::Between(..)));
    let day: Vec<(&str, i32, &str)> = (0..6).map(|number| ("2020-05-05", 1 + number % 5, "Vote")).collect();
    let mut widget = Widget::new(Case::new("2020-05-05", &day));
    widget.input(Input::PressCluster(0));
    assert_eq!(widget.state.frame.open, Some(4), "all on one day: the heaviest opens");
}

#[test]
fn another_timeline_keeps_what_it_can() {
    let mut widget = Widget::new(case::gap());
    widget.input(Input::PressEntry(3)).input(Input::Zoom(4.0, None));
    widget.case = Case::new("2016-11-01", &[("2016-10-27", 3, "Rain"), ("2016-10-30", 2, "Sun")]);
    widget.input(replaced(Some(99), Some(98)));
    assert_eq!((widget.state.frame.open, widget.state.frame.focus), (None, None));
    assert!(matches!(widget.state.frame.window, Window::Between(..)), "there are entries in it");
    widget.input(replaced(None, Some(1)));
    assert_eq!(
        (widget.state.frame.open, widget.state.frame.focus),
        (None, Some(1)),
        "the focus does not need an open entry"
    );
    widget.case = Case::new("1999-01-01", &[("1998-12-30", 3, "Snow")]);
    widget.input(replaced(None, None));
    assert_eq!(widget.state.frame.window, Window::Whole);
}

#[test]
fn what_a_finger_throws_flies_until_it_is_slow_or_touched() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Show(case::minutes("2016-10-20"), case::minutes("2016-10-25")));
    widget.input(Input::DragStart(Grip::Stage, px(500), px(500))).input(Input::DragMove(px(480)));
    let (start, _) = widget.window();
    widget.input(Input::Fling { speed: 1.0, still: false });
    assert_eq!(widget.state.gesture, None);
    assert_eq!(widget.window().0, start, "nothing moves before a frame");
    let mut frames = 0;
    let mut now = 1000.0;
    let mut before = start;
    while widget.state.flight.is_some() {
        widget.input(Input::Fly(now));
        assert!(widget.window().0 > before, "towards later times");
        (frames, now, before) = (frames + 1, now + 16.0, widget.window().0);
        assert!(frames < 200, "it comes to rest");
    }
    assert!(frames > 30, "{frames} frames");
    widget.input(Input::Fly(now));
    assert_eq!(widget.window().0, before, "what has come to rest flies no more");

    widget.input(Input::Fling { speed: -1.0, still: false }).input(Input::Fly(now)).input(Input::Hold);
    assert_eq!(widget.state.flight, None);
    widget.input(Input::DragStart(Grip::Stage, px(500), px(500))).input(Input::Fling { speed: 1.0, still: true });
    assert_eq!((widget.state.flight, widget.state.gesture, widget.state.frame.motion), (None, None, Motion::Rest));
}

#[test]
fn a_flight_ends_where_the_whole_does() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Show(case::minutes("2016-10-20"), case::minutes("2016-10-25")));
    widget.input(Input::Fling { speed: 1e6, still: false });
    widget.input(Input::Fly(0.0)).input(Input::Fly(16.0));
    assert_eq!(widget.state.flight, None);
}

#[test]
fn the_way_back_stands_in_the_margin_where_there_is_room() {
    let mut widget = Widget::new(case::forty());
    widget.input(Input::Select(Some(3))).input(Input::Play);
    let go = |room| Input::GoToArticle { room: px(room), x: px(700), y: px(40) };
    widget.input(go(180));
    assert_eq!(widget.state.away, Some(Away::Margin(px(700), px(40))));
    assert!(widget.effects.repaint && !widget.effects.relayout);
    widget.input(go(179));
    assert_eq!(widget.state.away, Some(Away::Foot));
    widget.input(Input::ComeBack);
    assert_eq!((widget.state.away, widget.effects.focus), (None, Some(3)));
    assert!(widget.state.playing, "the film goes on");
    widget.input(go(0)).input(Input::Step(1));
    assert_eq!((widget.state.away, widget.state.playing), (None, false), "both belong to the entry that was open");
}

#[test]
fn the_search_stays_when_what_it_found_is_few() {
    let searched = |case: Case, has_texts, has_groups| {
        let mut widget = Widget::new(case);
        let input = Input::Replaced { open: None, focus: None, has_texts, has_groups };
        widget.input(input);
        let before = widget.state.searched;
        widget.case = case::gap();
        assert!(widget.case.timeline.events.len() < 13);
        (before, widget.input(replaced(None, None)).state.searched)
    };
    assert_eq!(searched(case::forty(), true, false), (true, true));
    assert_eq!(searched(case::forty(), false, true), (false, false), "columns have no texts");
    assert_eq!(searched(case::gap(), true, false), (false, false));
    assert_eq!(searched(case::gap(), true, true), (true, true));
}

fn any_px() -> impl Strategy<Value = Px> {
    prop_oneof![4 => (-50..1050_i32).prop_map(px), 1 => any::<i32>().prop_map(Px::from_halves)]
}

fn any_input() -> impl Strategy<Value = Input> {
    let grip = prop_oneof![Just(Grip::Stage), Just(Grip::Window), Just(Grip::WindowStart), Just(Grip::WindowEnd)];
    let key = prop_oneof![
        Just(Key::Earlier),
        Just(Key::Later),
        Just(Key::Up),
        Just(Key::Down),
        Just(Key::Home),
        Just(Key::End),
        Just(Key::Enter),
        Just(Key::Escape),
        Just(Key::Plus),
        Just(Key::Minus)
    ];
    let factor = prop_oneof![4 => 0.2..5.0_f64, 1 => any::<f64>()];
    let index = prop_oneof![4 => 0..8_usize, 1 => any::<usize>()];
    let form = prop_oneof![Just(Orientation::Auto), Just(Orientation::Horizontal), Just(Orientation::Vertical)];
    prop_oneof![
        (1..3000_i32, 8..40_i32).prop_map(|(width, em)| Input::Resize { width: px(width), em: px(em) }),
        form.prop_map(Input::SetForm),
        (grip, any_px(), any_px()).prop_map(|(grip, from, to)| Input::DragStart(grip, from, to)),
        any_px().prop_map(Input::DragMove),
        any_px().prop_map(Input::DragMove),
        Just(Input::DragEnd),
        (any::<f64>(), any::<bool>()).prop_map(|(speed, still)| Input::Fling { speed, still }),
        (0.0..10_000.0).prop_map(Input::Fly),
        Just(Input::Hold),
        Just(Input::Play),
        Just(Input::ComeBack),
        (any_px(), any_px(), any_px()).prop_map(|(room, x, y)| Input::GoToArticle { room, x, y }),
        any::<bool>().prop_map(Input::Paper),
        any_px().prop_map(Input::Scroll),
        (factor.clone(), proptest::option::of(any_px())).prop_map(|(factor, x)| Input::Zoom(factor, x)),
        (factor, proptest::option::of(any_px()), any_px()).prop_map(|(factor, x, by)| Input::Pinch(factor, x, by)),
        Just(Input::Settle),
        Just(Input::WholeSpan),
        key.prop_map(Input::Key),
        proptest::option::of(index.clone()).prop_map(Input::Select),
        (any::<f64>(), any::<f64>()).prop_map(|(start, end)| Input::Show(start, end)),
        (case::minutes("2016-10-01")..case::minutes("2016-11-20"), 0.0..90_000.0)
            .prop_map(|(start, length)| Input::Show(start, start + length)),
        index.clone().prop_map(Input::PressEntry),
        (0..8_usize).prop_map(Input::PressCluster),
        index.clone().prop_map(Input::PressFolded),
        any_px().prop_map(Input::PressOverview),
        any::<i32>().prop_map(Input::Step),
        index.clone().prop_map(Input::Focused),
        proptest::option::of(index).prop_map(|open| replaced(open, open)),
    ]
}

fn is_sound(widget: &Widget) -> Result<(), TestCaseError> {
    let Frame { window, open, focus, .. } = widget.state.frame;
    let count = widget.case.timeline.events.len();
    prop_assert!(open.is_none_or(|open| open < count) && focus.is_none_or(|focus| focus < count));
    let Window::Between(start, end) = window else { return Ok(()) };
    prop_assert!(start.is_finite() && end.is_finite() && start < end, "{start} to {end}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_run_of_inputs_leaves_a_sound_state(inputs in proptest::collection::vec(any_input(), 1..30), which in 0..3_usize) {
        let case = match which { 0 => case::gap(), 1 => case::forty(), _ => Case::new("2024-01-01", &[]) };
        let mut widget = Widget::new(case);
        for input in inputs {
            widget.input(input);
            is_sound(&widget)?;
            let shift = shift(&widget.state, &widget.scene).to_f64();
            prop_assert!(shift.is_finite());
        }
    }

    #[test]
    fn windows_stay_inside_the_whole(inputs in proptest::collection::vec(any_input(), 1..30)) {
        let mut widget = Widget::new(case::gap());
        let last = widget.stage().whole.parts.last().copied().unwrap();
        let (start, end) = (widget.stage().whole.parts.first().unwrap().start, last.time_at(1000.0).max(last.end));
        for input in inputs {
            if matches!(input, Input::Resize { .. } | Input::SetForm(_) | Input::Paper(_)) {
                continue;
            }
            widget.input(input);
            if let Window::Between(first, last) = widget.state.frame.window {
                prop_assert!(first >= start - 0.001 && last <= end + 0.001, "{first} to {last} of {start} to {end}");
            }
        }
    }

    #[test]
    fn the_same_inputs_give_the_same_state(inputs in proptest::collection::vec(any_input(), 1..20)) {
        let (mut one, mut other) = (Widget::new(case::forty()), Widget::new(case::forty()));
        for input in inputs {
            one.input(input);
            other.input(input);
        }
        prop_assert_eq!(one.state, other.state);
        prop_assert_eq!(one.scene, other.scene);
    }
}
