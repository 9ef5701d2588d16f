//! Articles in our own words with the timelines an editor would make of them: `tests/corpus/*.txt`.
//!
//! A file is a header (what it tests, `published:`, `lang:` where it is not English), the article as pasted, and the expected entries, parted by lines of three hyphens.
//! An entry is `EDTF | bound | status | words of its title`; it must be found once, and nothing else may be.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use article_timeline::article::{Given, text};
use article_timeline::base::{
    date::{Bound, Moment},
    edtf,
};
use article_timeline::events::{Options, build};
use article_timeline::language::Languages;
use article_timeline::timeline::{Event, Status, Timeline};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

struct Case {
    name: String,
    article: String,
    published: Option<Moment>,
    language: String,
    expected: Vec<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| case(path)).collect()
}

fn case(path: &Path) -> Case {
    let file = std::fs::read_to_string(path).unwrap();
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut parts = file.split("---\n");
    let (header, article, expected) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    assert!(header.starts_with("# "), "{name} does not say what it tests");
    let published = header.lines().find_map(|line| line.strip_prefix("published: "));
    let published = published.map(|date| edtf::read(date).unwrap().earliest.unwrap());
    let language = header.lines().find_map(|line| line.strip_prefix("lang: ")).unwrap_or("en").into();
    let expected = expected.lines().filter(|line| !line.trim().is_empty()).map(String::from).collect();
    Case { name, article: String::from(article), published, language, expected }
}

fn timeline(case: &Case, options: Options) -> Timeline {
    let given = Given { published: case.published, language: Some(case.language.clone()), url: None };
    build(&[text::read(&case.article, &given, &LANGUAGES)], &LANGUAGES, options)
}

#[test]
fn articles_give_the_timelines_beside_them() {
    let cases = cases();
    assert!(cases.len() >= 68, "only {} articles were found", cases.len());
    let mut problems = String::new();
    for case in &cases {
        let found = timeline(case, Options::default()).events;
        let lines: Vec<String> = found.iter().map(line).collect();
        for expected in &case.expected {
            let count = found.iter().filter(|event| fits(event, expected)).count();
            if count != 1 {
                problems += &format!("{}: {count} entries for: {expected}\n", case.name);
            }
        }
        for (event, line) in found.iter().zip(&lines) {
            if !case.expected.iter().any(|expected| fits(event, expected)) {
                problems += &format!("{}: not expected: {line}\n", case.name);
            }
        }
    }
    assert!(problems.is_empty(), "\n{problems}");
}

fn fits(event: &Event, expected: &str) -> bool {
    let fields: Vec<&str> = expected.split(" | ").map(str::trim).collect();
    let [date, bound, status, words] = fields.as_slice() else { panic!("not an entry: {expected}") };
    let (title, line) = (format!(" {} ", event.title.to_lowercase()), line(event));
    line.starts_with(&format!("{date} | {bound} | {status} | "))
        && words.split_whitespace().all(|word| title.contains(&format!(" {} ", word.to_lowercase())))
}

fn line(event: &Event) -> String {
    let bound = match event.when.extent.bound {
        Bound::Exact => "exact",
        Bound::Between => "between",
        Bound::About => "about",
        Bound::Before => "before",
        Bound::By => "by",
        Bound::After => "after",
        Bound::Since => "since",
        Bound::Until => "until",
    };
    let status = match event.status {
        Status::Happened => "happened",
        Status::Reported => "reported",
        Status::Planned => "planned",
    };
    format!("{} | {bound} | {status} | {}", edtf::write(&event.when.extent), event.title)
}

#[test]
fn every_entry_carries_its_evidence_and_its_reason() {
    for case in cases() {
        let timeline = timeline(&case, Options::default());
        for event in &timeline.events {
            let about = format!("{}: {}", case.name, event.title);
            assert!(!event.title.is_empty() && event.title.chars().count() <= 80, "{about}");
            assert!(!event.when.why.is_empty() && event.when.why.ends_with('.'), "{about}: {}", event.when.why);
            assert!(!event.when.why.contains(['{', '}']), "{about}: {}", event.when.why);
            assert!(event.status != Status::Reported || event.source.is_some(), "{about} has no source");
            assert!(!event.evidence.is_empty(), "{about} has no evidence");
            for evidence in &event.evidence {
                assert!(case.article.contains(&evidence.text), "{about}: {}", evidence.text);
                if let Some((words, place)) = &evidence.mention {
                    assert!(evidence.text.contains(words.as_str()), "{about}: {words}");
                    assert!(evidence.span.start <= place.start && place.end <= evidence.span.end, "{about}: {words}");
                }
            }
        }
        let mut ids: Vec<&str> = timeline.events.iter().map(|event| event.id.as_str()).collect();
        let again = self::timeline(&case, Options::default());
        assert!(again == timeline, "{}: the same article gave another timeline", case.name);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), timeline.events.len(), "{}: two entries have one id", case.name);
    }
}

/// A title must not say what the sentence does not: each of its words stands in the article.
#[test]
fn titles_use_the_articles_own_words() {
    for case in cases() {
        let words: Vec<String> = split(&case.article);
        for event in timeline(&case, Options::default()).events {
            for word in split(&event.title) {
                // "Its owner" may become "The paper's owner".
                assert!(
                    words.contains(&word) || word == "s",
                    "{}: \"{word}\" in \"{}\" is not in the article",
                    case.name,
                    event.title
                );
            }
        }
    }
}

fn split(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect()
}

/// With `all`, everything that the default shows is there too, and more.
#[test]
fn all_leaves_nothing_out() {
    for case in cases() {
        let all = timeline(&case, Options { all: true }).events;
        let shown = timeline(&case, Options::default()).events;
        assert!(all.len() >= shown.len(), "{}: {} of {}", case.name, all.len(), shown.len());
        for event in &shown {
            let dated = event.when.certainty == article_timeline::timeline::Certainty::Stated;
            assert!(
                !dated || all.iter().any(|other| other.when.extent == event.when.extent),
                "{}: {}",
                case.name,
                event.title
            );
        }
    }
}
