//! Titles and dates sentence by sentence: `tests/sentences/titles.txt`, `anchors.txt`. Where a whole article of `tests/corpus` fails, these say
//! which rule it was.
//!
//! A case is one line of text with lines behind it, four blanks in, that say what must come of it. Where it does not yet, lines with `! today:`
//! say what does; the test fails when that is mended, so that they can be struck.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use article_timeline::article::{Article, Given, text};
use article_timeline::base::edtf;
use article_timeline::events::{Options, build};
use article_timeline::exchange::json::{BOUNDS, word};
use article_timeline::language::Languages;
use article_timeline::syntax::Models;
use article_timeline::timeline::Event;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);
static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let mut models = Models::default();
    models.add(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/en.model")).unwrap()).unwrap();
    models
});

#[derive(Default)]
struct Case {
    line: usize,
    text: String,
    expected: Vec<String>,
    today: Vec<String>,
    /// It is known to come out otherwise today.
    otherwise: bool,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let Some(said) = line.strip_prefix("    ") else {
            cases.push(Case { line: number + 1, text: line.into(), ..Case::default() });
            continue;
        };
        let case = cases.last_mut().unwrap_or_else(|| panic!("line {}: no sentence above", number + 1));
        match said.strip_prefix("! today: ") {
            Some(today) => case.today.push(today.into()),
            None => case.expected.push(said.into()),
        }
    }
    for case in &mut cases {
        assert!(!case.expected.is_empty(), "line {}: nothing is expected", case.line);
        case.expected.retain(|line| line != "nothing");
        case.otherwise = !case.today.is_empty();
        case.today.retain(|line| line != "nothing");
    }
    cases
}

/// The events of a text that stands inside an article: below a lead that tells nothing, so that no date of the news falls on it.
fn events(text: &str) -> Vec<Event> {
    let given = Given { published: edtf::read_moment("2016-11-01"), language: Some("en".into()), ..Given::default() };
    let article = text::read(
        &format!("News from the valley\n\nThe valley has two towns and a river.\n\n{text}\n"),
        &given,
        &LANGUAGES,
    );
    build(&[Article { headline: None, ..article }], &LANGUAGES, &MODELS, Options::default()).events
}

/// Compares each case; `fits` says whether an event is what a line asks for.
fn check(
    name: &str,
    file: &str,
    least: usize,
    written: impl Fn(&Event) -> String,
    fits: impl Fn(&Event, &str) -> bool,
) {
    let cases = cases(file);
    assert!(cases.len() >= least, "only {} cases were found", cases.len());
    let mut problems = String::new();
    for case in &cases {
        let found = events(&case.text);
        let are = |lines: &[String]| {
            found.len() == lines.len() && found.iter().zip(lines).all(|(event, line)| fits(event, line))
        };
        let problem = match (are(&case.expected), !case.otherwise || are(&case.today)) {
            (true, _) if case.otherwise => "is better than the file says: strike the lines with \"! today\"",
            (true, _) => continue,
            (false, true) if case.otherwise => continue,
            (false, _) => "gives",
        };
        let found: String = found.iter().map(|event| format!("\n    {}", written(event))).collect();
        problems += &format!("\n{name} line {}: {} {problem}{found}", case.line, case.text);
    }
    assert!(problems.is_empty(), "{problems}\n");
}

#[test]
fn sentences_give_the_titles_below_them() {
    let file = include_str!("sentences/titles.txt");
    check("titles.txt", file, 33, |event| event.title.clone(), |event, line| event.title == line);
}

#[test]
fn dates_belong_to_the_clauses_below_them() {
    let file = include_str!("sentences/anchors.txt");
    let date = |event: &Event| {
        let extent = &event.when.extent;
        format!("{} {}", edtf::write(extent), word(&BOUNDS, extent.bound))
    };
    let has =
        |title: &str, owner: &str| title.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == owner);
    let fits = |event: &Event, line: &str| {
        let (when, owner) = line.split_once(": ").unwrap_or_else(|| panic!("no owner in: {line}"));
        date(event) == when && has(&event.title, owner)
    };
    check("anchors.txt", file, 39, |event| format!("{}: {}", date(event), event.title), fits);
}

/// A case that is wrong, one that is mended and one that is as bad as it says.
#[test]
fn a_wrong_case_is_noticed() {
    let by_title = |event: &Event, line: &str| event.title == line;
    let fails = |file: &'static str| {
        std::panic::catch_unwind(|| check("planted", file, 1, |event| event.title.clone(), by_title)).is_err()
    };
    assert!(!fails("The mine closed in 2011.\n    The mine closed\n"));
    assert!(fails("The mine closed in 2011.\n    The closed mine\n"));
    assert!(fails("The mine closed in 2011.\n    nothing\n"));
    assert!(fails("The mine closed in 2011.\n    The mine closed\n    ! today: The closed\n"));
    assert!(!fails("The mine closed in 2011.\n    The closed mine\n    ! today: The mine closed\n"));
    assert!(fails("The mine closed in 2011.\n    The closed mine\n    ! today: The mine\n"));
}
