//! Scenes as readable text: small timelines in, what is drawn out, compared with `tests/scenes/*.txt`.
//! `UPDATE_SCENES=1 cargo test --test scenes` writes the files anew; read the difference like code.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "scenes/case.rs"]
mod case;
#[path = "scenes/text.rs"]
mod text;

use article_timeline::layout::scene::RowKind;
use article_timeline::layout::{Drawing, Frame, Orientation, Px, Window};
use case::{Case, Words};

fn check(name: &str, case: &Case, frame: Frame) {
    let drawn = text::scene(case, &case.draw(&frame));
    let path = format!("{}/tests/scenes/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_SCENES").is_some() {
        std::fs::write(&path, &drawn).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == expected, "scene {name} is drawn otherwise than {path} says; it is now:\n{drawn}");
}

fn wide() -> Frame {
    Frame::default()
}

fn narrow() -> Frame {
    Frame { width: Px::from_px(328), ..Frame::default() }
}

fn days(from: &str, to: &str) -> Window {
    Window::Between(case::minutes(from), case::minutes(to))
}

#[test]
fn the_long_gap_is_folded() {
    check("gap-wide", &case::gap(), wide());
}

#[test]
fn an_open_entry_has_its_column() {
    check("gap-open", &case::gap(), Frame { open: Some(3), ..wide() });
}

#[test]
fn zoomed_in_a_day_has_its_own_width() {
    check("gap-zoomed", &case::gap(), Frame { window: days("2016-10-22", "2016-11-05"), ..wide() });
}

#[test]
fn narrow_is_the_story() {
    check("gap-story", &case::gap(), narrow());
}

#[test]
fn one_entry() {
    check("one", &Case::new("2024-03-05", &[("2024-03-05", 3, "Bridge reopens")]), wide());
}

#[test]
fn nothing() {
    check("none", &Case::new("2024-03-05", &[]), wide());
    check("none-story", &Case::new("2024-03-05", &[]), narrow());
}

#[test]
fn forty_entries() {
    check("forty", &case::forty(), wide());
    check("forty-zoomed", &case::forty(), Frame { window: days("2018-07-01", "2020-02-10"), ..wide() });
}

#[test]
fn two_breaks() {
    let entries = [
        ("2001-03-04", 3, "Dam is planned"),
        ("2001-03-09", 2, "Village objects"),
        ("2011-06-01", 4, "Building begins"),
        ("2011-06-08", 2, "Wages are not paid"),
        ("2024-09-02", 5, "Dam breaks"),
        ("2024-09-05", 3, "Owner is arrested"),
    ];
    check("two-breaks", &Case::new("2024-09-06", &entries), wide());
}

#[test]
fn before_christ_and_today() {
    let entries = [
        ("-0043-03-15", 5, "Caesar is killed"),
        ("1979", 2, "Temple is found"),
        ("2016-04-12", 4, "Museum opens"),
        ("2016-04-20", 2, "Roof leaks"),
    ];
    check("bce", &Case::new("2016-04-21", &entries), wide());
    check("bce-story", &Case::new("2016-04-21", &entries), narrow());
}

#[test]
fn ten_on_one_day() {
    let entries: Vec<(String, i32, String)> = (0..10)
        .map(|number| ("2020-05-05".to_string(), 1 + number % 5, format!("Vote number {number} is taken")))
        .collect();
    let entries: Vec<(&str, i32, &str)> =
        entries.iter().map(|(day, weight, title)| (day.as_str(), *weight, title.as_str())).collect();
    check("same-day", &Case::new("2020-05-05", &entries), wide());
}

#[test]
fn planned_entries_stand_after_publication() {
    let entries = [
        ("2024-02-26", 3, "Strike begins"),
        ("since 2024-02-29", 2, "Ferries stand still"),
        ("2024-03-05", 4, "Talks fail"),
        ("planned 2024-03-08", 3, "Court is to decide"),
        ("planned 2024-03-12", 2, "Trains are to run again"),
    ];
    check("planned", &Case::new("2024-03-05", &entries), wide());
    check("planned-story", &Case::new("2024-03-05", &entries), narrow());
}

/// The reader's day.
fn on(day: &str, frame: Frame) -> Frame {
    Frame { today: Some(case::moment(day).day), ..frame }
}

fn strike() -> Case {
    let entries = [
        ("2024-02-26", 3, "Strike begins"),
        ("since 2024-02-29", 2, "Ferries stand still"),
        ("2024-03-05", 4, "Talks fail"),
        ("planned 2024-03-08", 3, "Court is to decide"),
        ("planned 2024-03-20", 2, "Trains are to run again"),
    ];
    Case::new("2024-03-05", &entries)
}

#[test]
fn today_has_its_mark_and_its_word() {
    check("today", &strike(), on("2024-03-14", wide()));
    check("today-zoomed", &strike(), on("2024-03-14", Frame { window: days("2024-03-10", "2024-03-18"), ..wide() }));
    check("today-story", &strike(), on("2024-03-14", narrow()));
}

#[test]
fn today_stands_before_the_entries_of_the_day() {
    let scene = strike().draw(&on("2024-03-08", narrow()));
    let Drawing::Story(story) = &scene.drawing else { panic!("a story") };
    let rows: Vec<&RowKind> = story.rows.iter().map(|row| &row.kind).collect();
    let at = rows.iter().position(|kind| **kind == RowKind::Today).unwrap();
    assert!(matches!(rows[at - 1], RowKind::Published(_)), "{rows:?}");
    assert!(matches!(rows[at + 1], RowKind::Entry { index: 3, .. }), "{rows:?}");
    assert!(story.rows[at].rail && story.rows[at].later, "the rail runs on through it, dotted");
}

#[test]
fn before_publication_today_stands_before_its_line() {
    let entries = [("2024-02-26", 3, "Strike begins"), ("planned 2024-03-20", 2, "Trains are to run again")];
    let scene = Case::new("2024-03-05", &entries).draw(&on("2024-03-03", narrow()));
    let Drawing::Story(story) = &scene.drawing else { panic!("a story") };
    let lines: Vec<&RowKind> =
        story.rows.iter().map(|row| &row.kind).filter(|kind| !matches!(kind, RowKind::Entry { .. })).collect();
    assert!(matches!(lines.as_slice(), [RowKind::Today, RowKind::Published(_)]), "{lines:?}");
}

#[test]
fn no_other_day_is_marked() {
    // Before the first entry, after the last, and the day of publication, whose line says it.
    for day in ["2024-02-25", "2024-03-21", "2024-03-05"] {
        for frame in [wide(), narrow()] {
            assert_eq!(strike().draw(&on(day, frame)), strike().draw(&frame), "{day}");
        }
    }
    // The last day of the span still belongs to it.
    assert_ne!(strike().draw(&on("2024-03-20", wide())), strike().draw(&wide()));
    // What is printed may be read on any day.
    let paper = Frame { paper: true, form: Orientation::Vertical, ..wide() };
    let drawn = |case: &Case, frame| match case.draw(&frame).drawing {
        Drawing::Story(story) => story,
        other => panic!("{other:?}"),
    };
    assert_eq!(drawn(&strike(), on("2024-03-14", paper)), drawn(&strike(), paper));
}

#[test]
fn in_what_was_left_out_only_the_overview_marks_today() {
    let (with, without) = (case::gap().draw(&on("2015-08-01", wide())), case::gap().draw(&wide()));
    assert_eq!(with.drawing, without.drawing);
    assert_eq!(with.overview.unwrap().minis.len(), without.overview.unwrap().minis.len() + 1);
}

#[test]
fn where_hours_are_told_today_is_as_wide_as_it_is() {
    let entries = [
        ("2024-03-04T06:12", 4, "First alarm"),
        ("2024-03-05T07:05", 3, "School is cleared"),
        ("2024-03-06T09:30", 5, "Fire is out"),
    ];
    check("today-minutes", &Case::new("2024-03-06T10:15", &entries), on("2024-03-05", wide()));
    // A window within the day: all of it is today, and its heading names the day.
    let noon = case::minutes("2024-03-05") + 720.0;
    let window = Window::Between(noon - 120.0, noon + 120.0);
    let case = Case::new("2024-03-06T10:15", &entries);
    let Drawing::Stage(stage) = case.draw(&on("2024-03-05", Frame { window, ..wide() })).drawing else { panic!() };
    assert_eq!(stage.today, None);
}

#[test]
fn minutes() {
    let entries = [
        ("2024-03-05T06:12", 4, "First alarm"),
        ("2024-03-05T06:40", 2, "Road is closed"),
        ("2024-03-05T07:05", 3, "School is cleared"),
        ("2024-03-05T09:30", 5, "Fire is out"),
    ];
    check("minutes", &Case::new("2024-03-05T10:15", &entries), wide());
}

#[test]
fn every_way_to_be_unsure() {
    let entries = [
        ("2024-03-04/2024-03-08", 3, "Fair"),
        ("2024-02", 3, "Survey"),
        ("about 2024-02-17", 3, "Theft"),
        ("before 2024-03-01", 3, "Sale"),
        ("after 2024-03-10", 3, "Move"),
        ("since 2024-03-11", 3, "Search"),
        ("until 2024-02-20", 3, "Exhibition"),
        ("reported 2024-03-14", 3, "Ransom is paid"),
    ];
    check("unsure", &Case::new("2024-03-20", &entries), wide());
    check("unsure-story", &Case::new("2024-03-20", &entries), Frame { form: Orientation::Vertical, ..wide() });
}

#[test]
fn a_thousand_entries() {
    check("thousand", &case::thousand(), wide());
}

#[test]
fn larger_type_takes_more_room() {
    let case = Case { words: Words { em: 22 }, ..case::gap() };
    check("gap-large", &case, Frame { em: Px::from_px(22), ..wide() });
}
