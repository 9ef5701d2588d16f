//! What holds for every picture: words never meet, nothing is lost, nothing leaves the page, and more entries cost no more than their number.

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
#[allow(dead_code, reason = "shared with the scenes")]
#[path = "scenes/text.rs"]
mod text;

use article_timeline::base::date::{Bound, Day};
use article_timeline::layout::scene::{Drawing, Label, Paint, RowKind, Scene, Stage, StageEntry, TickForm};
use article_timeline::layout::{
    self, Columns, Frame, Index, Measures, Motion, Orientation, Outline, Px, Size, Window, plan,
};
use case::Case;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn stage(scene: &Scene) -> Option<&Stage> {
    match &scene.drawing {
        Drawing::Stage(stage) => Some(stage),
        _ => None,
    }
}

/// A date as the cases write it: in one of several ages, so that spans run from days to millennia.
fn any_date() -> impl Strategy<Value = String> {
    let day = prop_oneof![
        4 => 17_000..17_030_i32,
        3 => 16_000..17_000_i32,
        1 => 0..16_000_i32,
        1 => -900_000..17_100_i32,
    ];
    let way = prop_oneof![
        6 => Just(""), 1 => Just("about "), 1 => Just("before "), 1 => Just("by "), 1 => Just("after "), 1 => Just("since "),
        1 => Just("until "), 1 => Just("reported "), 1 => Just("planned "), 1 => Just("month"), 1 => Just("year"), 1 => Just("season"), 2 => Just("bar"), 1 => Just("distant")
    ];
    (day, way, 0..400_i32).prop_map(|(day, way, length)| {
        let day = Day::from_days(day);
        let end = day.plus_days(length);
        match way {
            "month" => day.to_string()[..day.to_string().len() - 3].to_string(),
            "year" => day.to_string()[..day.to_string().len() - 6].to_string(),
            "season" => format!("{}-{}", &day.to_string()[..day.to_string().len() - 6], 21 + length % 4),
            "bar" => format!("{day}/{end}"),
            "distant" => format!("before {day}/{end}"),
            way => format!("{way}{day}"),
        }
    })
}

fn any_case() -> impl Strategy<Value = Case> {
    let count = prop_oneof![4 => 0..14_usize, 2 => 14..60_usize, 1 => 60..260_usize];
    let published = prop_oneof![3 => Just("2016-07-20"), 1 => Just(""), 1 => Just("2016-07-20T11:30")];
    cases(count, published)
}

fn cases(
    count: impl Strategy<Value = usize>,
    published: impl Strategy<Value = &'static str>,
) -> impl Strategy<Value = Case> {
    let title = prop_oneof![
        Just("Vote"),
        Just("Minister resigns"),
        Just("Talks go into another long round at the lake"),
        Just("Army takes hill")
    ];
    let entry = (any_date(), 1..=5_i32, title).boxed();
    let entries = count.prop_flat_map(move |count| proptest::collection::vec(entry.clone(), count));
    (published, entries).prop_map(|(published, entries)| {
        let entries: Vec<(&str, i32, &str)> =
            entries.iter().map(|(date, weight, title)| (date.as_str(), *weight, *title)).collect();
        Case::new(published, &entries)
    })
}

/// Mostly within the years of [`any_date`].
fn any_today() -> impl Strategy<Value = Option<Day>> {
    proptest::option::of((16_000..17_100_i32).prop_map(Day::from_days))
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let window = prop_oneof![
        2 => Just(Window::Whole),
        1 => (22_900_000.0..24_600_000.0_f64, 3000.0..900_000.0_f64).prop_map(|(start, length)| Window::Between(start, start + length)),
    ];
    (680..1600_i32, window, proptest::option::of(0..14_usize), any_today()).prop_map(|(width, window, open, today)| {
        Frame { width: Px::from_px(width), form: Orientation::Horizontal, window, open, today, ..Frame::default() }
    })
}

fn labels(stage: &Stage) -> Vec<(&StageEntry, Label)> {
    stage.entries.iter().filter_map(|entry| Some((entry, entry.label?))).collect()
}

fn overlap(a: &Label, b: &Label) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_words_on_words_and_no_pole_through_words(case in any_case(), frame in any_frame()) {
        let scene = case.draw(&frame);
        let Some(stage) = stage(&scene) else { return Ok(()) };
        let labels = labels(stage);
        for (number, (entry, label)) in labels.iter().enumerate() {
            prop_assert!(label.x >= Px::ZERO && label.x + label.w <= frame.width + Px::HALF, "{} leaves the page: {label:?}", entry.index);
            prop_assert!(label.y >= stage.axis_y && label.y + label.h <= stage.h, "{} is not on the stage", entry.index);
            for (other, theirs) in &labels[number + 1..] {
                prop_assert!(!overlap(label, theirs), "{} on {}: {label:?} {theirs:?}", entry.index, other.index);
            }
            for other in &stage.entries {
                let Some(stem) = other.stem.filter(|_| other.index != entry.index) else { continue };
                let through = stem.x > label.x && stem.x < label.x + label.w && stem.y + stem.h > label.y && stem.y < label.y + label.h;
                prop_assert!(!through, "the pole of {} through the words of {}", other.index, entry.index);
            }
            if let Some(published) = stage.published {
                prop_assert!(published.x <= label.x || published.x >= label.x + label.w, "{} on the publication line", entry.index);
            }
        }
    }

    #[test]
    fn every_entry_is_drawn_once(case in any_case(), width in 680..1600_i32) {
        let frame = Frame { width: Px::from_px(width), form: Orientation::Horizontal, ..Frame::default() };
        let scene = case.draw(&frame);
        let count = case.timeline.events.len();
        prop_assert_eq!(scene.total, count);
        let index = case.index();
        let mut order: Vec<usize> = (0..index.len()).filter_map(|place| index.event(place)).collect();
        order.sort_unstable();
        prop_assert_eq!(order, (0..count).collect::<Vec<_>>());
        let Some(stage) = stage(&scene) else { return Ok(()) };
        prop_assert_eq!(scene.shown, count);
        let mut listed: Vec<usize> = stage.entries.iter().map(|entry| entry.index).collect();
        listed.sort_unstable();
        listed.dedup();
        prop_assert_eq!(listed.len(), stage.entries.len(), "an entry stands twice");
        let is_dot = |entry: &&StageEntry| stage.dot > Px::ZERO && entry.mark.as_ref().is_some_and(|mark| mark.paths[0].d.contains('a'));
        // An open entry's dot is painted over a common one.
        let marks = stage.entries.iter().filter(|entry| entry.mark.is_some()).count() - stage.entries.iter().filter(is_dot).count();
        // Merged bands are counted in a box of their own.
        let dots: usize = stage.dots.iter().filter(|path| matches!(path.paint, Paint::Dots | Paint::Grid)).map(|path| text::dots(path, stage.pitch)).sum();
        let merged: u32 = stage.clusters.iter().filter(|cluster| cluster.h == Px::from_px(6)).map(|cluster| cluster.count).sum();
        if stage.each == 1 {
            prop_assert_eq!(marks + dots + merged as usize, count);
        }
        for entry in &stage.entries {
            prop_assert!(entry.label.is_none() || entry.mark.is_some() || dots > 0, "words without a mark");
        }
    }

    #[test]
    fn words_of_the_axis_do_not_meet(case in any_case(), frame in any_frame()) {
        let index = case.index();
        let outline = Outline::of(&index, &frame);
        let widths = case.measures(&plan(&index, &outline, &frame, None)).ticks;
        let scene = case.draw(&frame);
        let Some(stage) = stage(&scene) else { return Ok(()) };
        let words: Vec<_> = stage.axis.iter().flat_map(|part| &part.words).collect();
        let reach = |word: &article_timeline::layout::scene::TickWord| {
            use article_timeline::layout::scene::Align;
            let width = widths[word.label.form as usize].to_f64();
            let start = word.x.to_f64() - match word.anchor { Align::Start => 0.0, Align::Middle => width / 2.0, Align::End => width };
            (start, start + width)
        };
        for (number, word) in words.iter().enumerate() {
            for other in words[number + 1..].iter().filter(|other| other.y == word.y) {
                let (a, b) = (reach(word), reach(other));
                prop_assert!(a.1 <= b.0 || b.1 <= a.0, "{word:?} on {other:?}");
            }
        }
        let mut end = Px::from_px(-1);
        for part in &stage.axis {
            prop_assert!(part.x >= end && part.w >= Px::ZERO, "parts of the axis overlap");
            end = part.x + part.w;
        }
    }

    #[test]
    fn the_same_input_gives_the_same_picture(case in any_case(), frame in any_frame()) {
        prop_assert_eq!(case.draw(&frame), case.draw(&frame));
    }

    #[test]
    fn the_story_holds_every_entry(case in any_case(), open in proptest::option::of(0..300_usize), today in any_today()) {
        let frame = Frame { form: Orientation::Vertical, open, today, ..Frame::default() };
        let scene = case.draw(&frame);
        let Drawing::Story(story) = &scene.drawing else { return Ok(()) };
        let (mut shown, mut folded) = (Vec::new(), 0);
        for row in &story.rows {
            match &row.kind {
                RowKind::Entry { index, .. } => shown.push(*index),
                RowKind::Folded { count, .. } => folded += *count as usize,
                RowKind::Cut { .. } | RowKind::Published(_) | RowKind::Today => {}
            }
        }
        prop_assert_eq!(shown.len() + folded, case.timeline.events.len());
        let index = case.index();
        let position = |event: usize| index.place(event).unwrap();
        prop_assert!(shown.iter().map(|&index| position(index)).is_sorted(), "rows run from early to late");
        prop_assert!(open.is_none_or(|open| open >= case.timeline.events.len() || shown.contains(&open)));
        if let (Some(today), Some(at)) = (today, story.rows.iter().position(|row| row.kind == RowKind::Today)) {
            let noon = f64::from(today.days()) * 1440.0 + 720.0;
            for (number, row) in story.rows.iter().enumerate() {
                let RowKind::Entry { index: event, .. } = row.kind else { continue };
                let (start, end) = index.extent(event).unwrap();
                let is_limit = matches!(case.timeline.events[event].when.extent.bound, Bound::Before | Bound::By | Bound::Until);
                let start = if is_limit { end } else { start };
                prop_assert_eq!(number > at, start >= noon - 720.0, "entry {} and today", event);
            }
        }
        for track in &story.tracks {
            prop_assert!(track.from < track.to && track.to <= story.rows.len());
        }
    }

    #[test]
    fn any_size_and_any_window_can_be_drawn(case in any_case(), today in any_today(), width in 0..5000_i32, em in 1..60_i32, start in any::<f64>(), end in any::<f64>()) {
        for form in [Orientation::Auto, Orientation::Horizontal, Orientation::Vertical] {
            for window in [Window::Whole, Window::Between(start, end)] {
                let frame = Frame { width: Px::from_px(width), em: Px::from_px(em), form, window, motion: [Motion::Rest, Motion::Pan, Motion::Zoom][width as usize % 3], today, ..Frame::default() };
                case.draw(&frame);
            }
        }
    }
}

#[test]
fn no_day_is_named_that_ends_before_the_view_begins() {
    let days: Vec<String> = (0..60).map(|number| Day::from_days(16_800 + number).to_string()).collect();
    let entries: Vec<(&str, i32, &str)> = days.iter().map(|day| (day.as_str(), 3, "Vote")).collect();
    let case = Case::new("2016-07-20", &entries);
    for first in 16_810..16_824 {
        let window = Window::Between(f64::from(first) * 1440.0, f64::from(first + 33) * 1440.0);
        let scene = case.draw(&Frame { window, ..Frame::default() });
        let axis = &stage(&scene).unwrap().axis;
        let named: Vec<i32> =
            axis.iter().flat_map(|part| &part.words).map(|word| word.label.moment.day.days()).collect();
        assert!(named.len() >= 2, "days are named");
        assert!(named.iter().all(|&day| day >= first), "{first}: {named:?}");
    }
}

#[test]
fn twice_the_entries_cost_at_most_twice_the_work() {
    let work = |count: usize| {
        let days: Vec<String> =
            (0..count).map(|number| Day::from_days(16_000 + (number * 7919 % 3000) as i32).to_string()).collect();
        let entries: Vec<(&str, i32, &str)> = days
            .iter()
            .enumerate()
            .map(|(number, day)| (day.as_str(), 1 + (number % 5) as i32, "Army takes hill"))
            .collect();
        Case::new("2016-07-20", &entries).draw_counting(&Frame::default(), None).1
    };
    for count in [10, 40, 200, 1000] {
        let (one, two) = (work(count), work(2 * count));
        assert!(two as f64 <= one as f64 * 2.1 + 200_000.0, "{count} entries: {one}, twice as many: {two}");
    }
    assert!(work(4000) < 4_000_000, "{}", work(4000));
}

/// Days and stretches, a million of them: what a step of a pan or a zoom looks at is what is drawn, and some search for it.
#[test]
fn a_frame_over_a_million_entries_looks_at_few() {
    let looked = |count: usize, motion: Motion, bars: bool| {
        let starts: Vec<f64> =
            (0..count).map(|number| number as f64 / count as f64 * 40_000.0 * 86_400_000.0).collect();
        let ends: Vec<f64> = starts.iter().map(|start| start + if bars { 9.0 * 86_400_000.0 } else { 0.0 }).collect();
        let index = Index::of_columns(&Columns { starts: &starts, ends: &ends, minutes: false }).unwrap();
        let window = Window::Between(20_000_000.0, 30_000_000.0);
        let frame = Frame { window, motion, ..Frame::default() };
        let outline = Outline::of(&index, &frame);
        let draw = |frame: &Frame, held: Option<&Scene>| {
            let plan = plan(&index, &outline, frame, held);
            let size = Size { w: Px::from_px(120), h: Px::from_px(50) };
            let labels = vec![size.into(); plan.labels.len()];
            layout::draw(
                frame,
                &plan,
                &Measures { labels, ticks: [Px::from_px(40); TickForm::COUNT], more: size },
                held,
            )
        };
        let first = draw(&frame, None);
        let before = index.looked();
        draw(&Frame { window: Window::Between(20_100_000.0, 30_100_000.0), ..frame }, Some(&first));
        index.looked() - before
    };
    for motion in [Motion::Rest, Motion::Pan, Motion::Zoom] {
        for bars in [false, true] {
            let (thousand, million) = (looked(1_000, motion, bars), looked(1_000_000, motion, bars));
            assert!(million < 20_000, "{million} looks in a frame, {motion:?}, bars {bars}");
            assert!(million < thousand * 3 + 5_000, "{thousand} for a thousand, {million} for a million");
        }
    }
}

/// Not a property of every case: now and then poles stand so that no order of words fits. It must stay rare.
#[test]
fn short_timelines_keep_all_their_words() {
    for (entries, most) in [(0..6_usize, 1), (6..13, 1)] {
        let mut runner = TestRunner::deterministic();
        let cases = cases(entries.clone(), Just("2017-12-01"));
        let frame = Frame { form: Orientation::Horizontal, ..Frame::default() };
        let mut silent = 0;
        for _ in 0..500 {
            let case = cases.new_tree(&mut runner).unwrap().current();
            let scene = case.draw(&frame);
            let Some(stage) = stage(&scene) else { continue };
            silent += usize::from(stage.entries.iter().any(|entry| entry.label.is_none()));
        }
        assert!(silent <= most, "{silent} of 500 timelines of {entries:?} entries have one without words");
    }
}

/// Days spread over three years, as in a chronicle: nothing but points, close to each other. Where no two stand as far apart as words are wide, there may be no
/// way for all.
#[test]
fn days_spread_evenly_keep_all_their_words() {
    let mut silent = 0;
    for seed in 0..500_u32 {
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
        let mut random = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        let count = 6 + random(7);
        let days: Vec<String> = (0..count).map(|_| Day::from_days(16_071 + random(1_096) as i32).to_string()).collect();
        let titles = ["Army takes hill", "Port debate hospital deal", "Storm ceasefire budget appeal election"];
        let title = |day: &String| titles[usize::from(day.as_bytes()[9]) % 3];
        let entries: Vec<(&str, i32, &str)> = days.iter().map(|day| (day.as_str(), 3, title(day))).collect();
        let scene = Case::new("2017-01-01", &entries).draw(&Frame::default());
        let stage = stage(&scene).unwrap();
        silent += usize::from(stage.entries.iter().any(|entry| entry.label.is_none()));
    }
    assert!(silent <= 12, "{silent} of 500 timelines have an entry without words");
}

fn story_of(case: &Case, paper: bool) -> article_timeline::layout::scene::StoryRows {
    match case.draw(&Frame { form: Orientation::Vertical, paper, ..Frame::default() }).drawing {
        Drawing::Story(story) => story,
        _ => panic!("not a story"),
    }
}

#[test]
fn a_story_that_begins_with_folded_entries_has_no_gap_before_them() {
    // The lightest come first, so that they are folded into the first row.
    let days: Vec<String> = (0..90).map(|day| Day::from_days(18_000 + day).to_string()).collect();
    let entries: Vec<(&str, i32, &str)> =
        days.iter().enumerate().map(|(place, day)| (day.as_str(), 1 + place as i32 / 20, "Vote")).collect();
    let case = Case::new("2019-09-01", &entries);
    let story = story_of(&case, false);
    assert!(matches!(story.rows[0].kind, RowKind::Folded { .. }));
    assert!(!story.rows.iter().any(|row| matches!(row.kind, RowKind::Cut { .. })), "there are 90 days in a row");
    let on_paper = story_of(&case, true);
    assert_eq!(on_paper.rows.iter().filter(|row| matches!(row.kind, RowKind::Entry { .. })).count(), 90);
}

#[test]
fn a_stretch_that_is_over_does_not_run_through_the_empty_time_after_it() {
    let case = Case::new("2020-01-01", &[("1891-01-01/1893-06-01", 3, "Bridge is built"), ("1979-06-01", 3, "Repair")]);
    assert!(story_of(&case, false).tracks.is_empty());
}
