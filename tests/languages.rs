//! The language files' own tests: every pattern says what it finds (+) and what it must not find (-), and none is there for nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use article_timeline::base::date::Day;
use article_timeline::language::Language;
use article_timeline::temporal::{Context, Dated, TextKind, tag_all};
use std::fs;

#[path = "../build.rs"]
#[allow(dead_code, reason = "of the build only the stripping of language files is tested")]
mod build;

/// A pattern line with its tests.
struct Line {
    /// From 0.
    number: usize,
    pattern: &'static str,
    tests: Vec<&'static str>,
}

impl Line {
    /// What the pattern makes, and the label of what it makes.
    fn head(&self) -> (&'static str, &'static str) {
        self.pattern.split_once(':').unwrap().0.split_once(' ').unwrap()
    }
}

fn files() -> Vec<(String, &'static str)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/languages");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.display().to_string(), &*Box::leak(fs::read_to_string(&path).unwrap().into_boxed_str())))
        .collect()
}

fn lines(file: &'static str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, line) in file.lines().enumerate() {
        let line = line.trim();
        if line.starts_with(['+', '-']) {
            lines.last_mut().unwrap().tests.push(line);
        } else if !line.is_empty()
            && !["#", "language", "class", "text", "level"].iter().any(|head| line.starts_with(head))
        {
            lines.push(Line { number, pattern: line, tests: Vec::new() });
        }
    }
    lines
}

/// What a history begins with.
const HISTORY: &str = "1936 1937 1938 1939 1940. In March 1940 it began. ";

/// Whether a test holds: what it asks for is found in its text, published on Tuesday 1 November 2016. Gives what was found when it does not.
fn failure(test: &str, pattern: &str, language: &Language) -> Option<String> {
    let published = Day::from_ymd(2016, 11, 1).map(Into::into);
    let of_text = match pattern {
        _ if pattern.contains("kind=message") => TextKind::Message,
        _ if pattern.contains("kind=narrative") => TextKind::Narrative,
        _ => TextKind::News,
    };
    let context = Context { language, published, kind: Some(of_text) };
    let (kind, test) = test.split_at_checked(1).unwrap();
    let (text, wanted) = test.trim().split_once(" | ").unwrap_or((test.trim(), ""));
    let dated = match of_text {
        TextKind::Narrative => tag_all(&[HISTORY, text], context).remove(1),
        _ => tag_all(&[text], context).remove(0),
    };
    let found: Vec<String> = dated.iter().map(|dated| shown(text, dated)).collect();
    let holds = if kind == "-" { found.is_empty() } else { found.iter().any(|shown| shown == wanted) };
    (!holds).then(|| format!("{found:?}"))
}

/// `two weeks ago | 2016-10-18 BEFORE`, as tests write a mention.
fn shown(text: &str, dated: &Dated) -> String {
    let mut shown = format!("{} | ", dated.span.of(text));
    dated.timex.value.write(&mut shown);
    if let Some(modifier) = dated.timex.modifier {
        shown.push(' ');
        shown.push_str(modifier.name());
    }
    shown
}

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} lines:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_file_is_read_without_problems() {
    for (path, file) in files() {
        let problems = Language::read(file).problems;
        assert!(problems.is_empty(), "{path}: {problems:#?}");
    }
}

#[test]
fn every_test_in_the_files_holds() {
    let mut complaints = Vec::new();
    for (path, file) in files() {
        let language = Language::read(file);
        for line in lines(file) {
            for test in &line.tests {
                if let Some(found) = failure(test, line.pattern, &language) {
                    complaints.push(format!("{path}:{}: {test}\n    found {found}", line.number + 1));
                }
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_test_holds_in_the_form_that_the_browser_gets() {
    let mut complaints = Vec::new();
    for (path, file) in files() {
        let stripped = build::stripped(file);
        assert!(stripped.len() * 10 < file.len() * 8, "{path}");
        let language = Language::read(stripped);
        assert!(language.problems.is_empty(), "{path}: {:?}", language.problems);
        for line in lines(file) {
            let failures = line.tests.iter().filter_map(|test| failure(test, line.pattern, &language));
            complaints.extend(failures.map(|found| format!("{path}:{}: found {found}", line.number + 1)));
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_pattern_has_a_test_and_every_label_a_counterexample() {
    let mut complaints = Vec::new();
    for (path, file) in files() {
        let lines = lines(file);
        assert!(lines.len() > 10, "{path}");
        for line in &lines {
            let (label, make) = line.head();
            // A part may show itself in what it keeps from being found.
            let wanted = match make {
                "nothing" => &['-'][..],
                "part" => &['+', '-'],
                _ => &['+'],
            };
            if !line.tests.iter().any(|test| test.starts_with(wanted)) {
                complaints.push(format!("{path}:{}: no {wanted:?} line below {}", line.number + 1, line.pattern));
            }
            let of_label = lines.iter().filter(|other| other.head().0 == label).flat_map(|other| &other.tests);
            if !of_label.clone().any(|test| test.starts_with('-')) {
                complaints.push(format!("{path}:{}: no - line for any {label}", line.number + 1));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn without_a_pattern_one_of_its_tests_fails() {
    let mut complaints = Vec::new();
    for (path, file) in files() {
        for line in lines(file) {
            let kept = file.lines().enumerate().map(|(number, kept)| if number == line.number { "" } else { kept });
            let without = Language::read(kept.collect::<Vec<_>>().join("\n"));
            if line.tests.iter().all(|test| failure(test, line.pattern, &without).is_none()) {
                complaints.push(format!("{path}:{}: its tests hold without {}", line.number + 1, line.pattern));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn two_pattern_lines_with_the_same_words_are_reported() {
    let file = "language xx\nclass unit unit: day=day\nlevel\na point: unit \"ago\"\nb point: (unit | \"day\") \"ago\"";
    let problems = Language::read(file).problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].line, 5);
}

#[test]
fn every_language_can_be_fetched_by_the_page() {
    let shell = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/languages.js")).unwrap();
    for (path, file) in files() {
        let language = Language::read(file);
        let code = language.code();
        let listed = shell.contains(&format!("{code}: () => import('./languages/{code}.js')"));
        assert_eq!(listed, code != "en", "{path}: LANGUAGES of www/languages.js lists every language but English");
    }
}
