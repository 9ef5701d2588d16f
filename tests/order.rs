//! The order of time where a date does not say all: what is known of it counts.

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

use article_timeline::base::date::{Bound, Extent, Moment};
use article_timeline::layout::scene::{Drawing, RowKind, Scene, Stage, TickForm};
use article_timeline::layout::{Frame, Orientation, Px, Window};
use case::{Case, minutes, moment};

fn stage(scene: &Scene) -> &Stage {
    match &scene.drawing {
        Drawing::Stage(stage) => stage,
        _ => panic!("no stage"),
    }
}

/// The entries in the order in which a case lists them.
fn order(case: &Case, form: Orientation) -> Vec<usize> {
    let scene = case.draw(&Frame { form, ..Frame::default() });
    match &scene.drawing {
        Drawing::Stage(stage) => stage.entries.iter().map(|entry| entry.index).collect(),
        Drawing::Story(story) => {
            let entry = |kind: &RowKind| if let RowKind::Entry { index, .. } = kind { Some(*index) } else { None };
            story.rows.iter().filter_map(|row| entry(&row.kind)).collect()
        }
        Drawing::Empty => Vec::new(),
    }
}

/// A ministry's week: flats are promised "by 2025", which reaches from the day of publication to the end of that year.
fn promise() -> Case {
    let mut case = Case::new(
        "2024-03-05",
        &[
            ("planned 2024-03-05", 3, "Flats are to be built"),
            ("2024-03-01", 3, "Plans are shown"),
            ("2024-03-05", 5, "Mayor opens the bridge"),
            ("planned 2024-06-12", 3, "Court is to decide"),
        ],
    );
    let extent = &mut case.timeline.events[0].when.extent;
    *extent = Extent { bound: Bound::By, latest: Some(Moment::from_day(moment("2025-12-31").day)), ..*extent };
    case
}

#[test]
fn a_promise_stands_at_its_limit_and_not_above_the_news_of_the_day() {
    for form in [Orientation::Horizontal, Orientation::Vertical] {
        assert_eq!(order(&promise(), form), [1, 2, 3, 0], "{form:?}");
    }
}

#[test]
fn a_window_that_ends_before_the_limit_still_shows_what_reaches_into_it() {
    // Few entries, and so many that not every one is looked at for every frame.
    for more in [0, 220] {
        let mut case = promise();
        for number in 0..more {
            let mut event = case.timeline.events[1].clone();
            event.id = format!("more-{number}");
            case.timeline.events.push(event);
        }
        let window = Window::Between(minutes("2024-07-01"), minutes("2024-12-01"));
        let scene = case.draw(&Frame { window, form: Orientation::Horizontal, ..Frame::default() });
        let drawn = stage(&scene).entries.iter().filter(|entry| entry.mark.is_some()).map(|entry| entry.index);
        assert_eq!((scene.shown, drawn.collect()), (1, vec![0]), "{more} more");
    }
}

#[test]
fn the_hour_that_a_clock_shows_twice_is_in_order() {
    // On 27 October 2024 clocks in Berlin went from 03:00 back to 02:00.
    let mut case = Case::new(
        "",
        &[
            ("2024-10-27T02:10", 3, "Third"),
            ("2024-10-27T02:40", 3, "Second"),
            ("2024-10-27T01:50", 3, "First"),
            ("2024-10-27T02:40", 3, "Fourth"),
            ("2024-10-27T03:05", 3, "Fifth"),
        ],
    );
    for (number, offset) in [(0, 60), (1, 120), (2, 120), (3, 60), (4, 60)] {
        let extent = &mut case.timeline.events[number].when.extent;
        for at in [&mut extent.earliest, &mut extent.latest] {
            *at = at.map(|at| Moment { offset: Some(offset), ..at });
        }
    }
    for form in [Orientation::Horizontal, Orientation::Vertical] {
        assert_eq!(order(&case, form), [2, 1, 0, 3, 4], "{form:?}");
    }
}

#[test]
fn today_finds_room_beside_the_day_of_publication_wherever_it_falls() {
    let few: &[(&str, i32, &str)] =
        &[("2024-01-10", 3, "Begins"), ("2024-03-05", 3, "Ends"), ("2024-06-20", 3, "Again")];
    let titles: Vec<(String, i32, &str)> =
        (0..24).map(|day| (format!("2024-0{}-{:02}", 1 + day / 5, 2 + day), 3, "Entry")).collect();
    let many: Vec<(&str, i32, &str)> =
        titles.iter().map(|(date, weight, title)| (date.as_str(), *weight, *title)).collect();
    for entries in [few, &many] {
        let case = Case::new("2024-03-05", entries);
        for day in 1..=28 {
            let today = Some(moment(&format!("2024-03-{day:02}")).day);
            if day == 5 {
                continue;
            }
            for width in [700, 1000, 1300] {
                let scene = case.draw(&Frame {
                    today,
                    width: Px::from_px(width),
                    form: Orientation::Horizontal,
                    ..Frame::default()
                });
                let stage = stage(&scene);
                let said = stage
                    .axis
                    .iter()
                    .flat_map(|part| &part.words)
                    .filter(|word| word.label.form == TickForm::Today)
                    .count();
                assert_eq!(
                    (said, stage.today.is_some()),
                    (1, true),
                    "{day} March, {width} px, {} entries",
                    entries.len()
                );
            }
        }
    }
}
