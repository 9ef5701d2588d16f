//! The language files' own tests: every pattern says what it finds (+) and what it must not find (-).

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use article_timeline::date::Day;
use article_timeline::temporal::{Context, Dated, Language, tag, tag_all};
use std::fs;

/// What the tests in the files are written against: Tuesday 1 November 2016.
fn published() -> Day {
    Day::from_ymd(2016, 11, 1).unwrap()
}

fn files() -> Vec<(String, &'static str)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/temporal/languages");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.display().to_string(), &*Box::leak(fs::read_to_string(&path).unwrap().into_boxed_str())))
        .collect()
}

/// Text without time, to make an article of a sentence.
const FILLER: &str = "The council met in the hall and spoke of roads. ";

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

#[test]
fn every_file_is_read_without_problems() {
    for (path, file) in files() {
        let problems = Language::read(file).problems;
        assert!(problems.is_empty(), "{path}: {problems:#?}");
    }
}

#[test]
fn every_test_in_the_files_holds() {
    let mut failures = Vec::new();
    let mut count = 0;
    for (path, file) in files() {
        let language = Language::read(file);
        let context = Context { language: &language, published: Some(published().into()) };
        let mut post = false;
        for (number, line) in file.lines().enumerate() {
            let line = line.trim();
            if !line.starts_with(['+', '-']) {
                post = line.contains("kind=message");
            }
            let Some((kind, test)) = line.split_at_checked(1).filter(|(kind, _)| matches!(*kind, "+" | "-")) else {
                continue;
            };
            count += 1;
            let (text, wanted) = test.trim().split_once(" | ").unwrap_or((test.trim(), ""));
            // Alone, a sentence would be read as a short post.
            let dated = match post {
                true => tag(text, context),
                false => tag_all(&[text, &FILLER.repeat(10)], context).remove(0),
            };
            let found: Vec<String> = dated.iter().map(|dated| shown(text, dated)).collect();
            let holds = if kind == "-" { found.is_empty() } else { found.iter().any(|shown| shown == wanted) };
            if !holds {
                failures.push(format!("{path}:{}: {line}\n    found {found:?}", number + 1));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} fail:\n{}", failures.len(), failures.join("\n"));
    assert!(count > 10);
}

#[test]
fn every_file_has_tests_of_both_kinds() {
    for (path, file) in files() {
        for kind in ["+", "-"] {
            assert!(file.lines().any(|line| line.trim().starts_with(kind)), "{path} has no {kind} line");
        }
    }
}

#[test]
fn two_pattern_lines_with_the_same_words_are_reported() {
    let file = "language xx\nclass unit unit: day=day\nlevel\na point: unit \"ago\"\nb point: (unit | \"day\") \"ago\"";
    let problems = Language::read(file).problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].line, 5);
}
