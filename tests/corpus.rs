//! Articles in our own words with the timelines an editor would make of them: `tests/corpus/*.txt`.
//!
//! A file is a header (what it tests, `published:`, `lang:` where it is not English), the article as pasted, and the expected entries, parted by
//! lines of three hyphens; `tests/corpus/case.rs` says how an entry is written. The timeline must be exactly those entries in that order: date,
//! title, status, certainty, source and reason. Where it is known not to be, the file says what it is today, and the test fails when that is mended.
//!
//! `UPDATE_CORPUS=1 cargo test --test corpus` writes the files anew; read the difference like code.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a panic is how a test fails")]

#[path = "corpus/case.rs"]
mod case;

use article_timeline::article::{Given, text};
use article_timeline::events::{Options, build};
use article_timeline::language::Languages;
use article_timeline::syntax::Models;
use article_timeline::timeline::{Certainty, Status, Timeline};
use case::Case;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);
static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let mut models = Models::default();
    models.add(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/en.model")).unwrap()).unwrap();
    models
});

fn paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths
}

fn cases() -> impl Iterator<Item = Case> {
    paths().into_iter().map(|path| Case::read(&path))
}

fn timeline(case: &Case, options: Options) -> Timeline {
    let given = Given { published: case.published, language: Some(case.language.clone()), ..Given::default() };
    build(&[text::read(&case.article, &given, &LANGUAGES)], &LANGUAGES, &MODELS, options)
}

#[test]
fn articles_give_the_timelines_beside_them() {
    let is_update = std::env::var_os("UPDATE_CORPUS").is_some();
    let mut problems = String::new();
    let (mut files, mut entries, mut known) = (0, 0, 0);
    for path in paths() {
        let case = Case::read(&path);
        let found = timeline(&case, Options::default()).events;
        if is_update {
            std::fs::write(&path, case.written_anew(&found)).unwrap();
            continue;
        }
        files += 1;
        let (expected, otherwise) = case.counts();
        entries += expected;
        known += otherwise;
        for problem in case.disagreements(&found) {
            problems += &format!("{}: {problem}\n", case.name);
        }
    }
    println!("{files} articles, {entries} entries, {known} known shortcomings");
    assert!(problems.is_empty(), "\n{problems}");
    assert!(is_update || files >= 68 && entries >= 314, "only {files} articles with {entries} entries were found");
}

/// The comparing itself must be able to fail: each file below differs from the first, which is right, in one thing.
#[test]
fn every_difference_is_noticed() {
    let article = "# A planted case.\npublished: 2009-02-12\n---\nDam bursts above Karsk\n\nA dam burst above the town of Karsk on Tuesday, \
        flooding the old quarter.\n\nThe dam was built in 1938.\n---\n";
    let built = "1938 between | The dam was built\n    happened, stated\n    why: Stated in the text: \u{201c}in 1938\u{201d}.\n";
    let burst = "2009-02-10 exact | Dam bursts above Karsk\n    happened, stated\n    why: \u{201c}on Tuesday\u{201d}, counted from \
        publication on Thursday 12 February 2009, is 10 February 2009.\n";
    let problems = |entries: &str| {
        let case = Case::parse("planted", &format!("{article}{entries}"));
        case.disagreements(&timeline(&case, Options::default()).events)
    };
    let both = format!("{built}{burst}");
    assert_eq!(problems(&both), [""; 0]);
    for (wrong, said) in [
        (both.replace("The dam was built", "The dam built was"), "title should be"),
        (both.replace("The dam was built", "The dam was"), "title should be"),
        (both.replace("1938 between", "1939 between"), "date should be"),
        (both.replace("1938 between", "1938 about"), "date should be"),
        (both.replace("happened, stated", "planned, stated"), "status should be"),
        (both.replace("happened, stated", "happened, inferred"), "certainty should be"),
        (both.replace("happened, stated", "happened, stated, source: the mayor"), "source should be"),
        (both.replace("in 1938\u{201d}", "1938\u{201d}"), "why should be"),
        (built.into(), "not expected"),
        (
            format!("{both}1950 between | The dam was mended\n    happened, stated\n    why: W.\n"),
            "not found: The dam was mended",
        ),
        (format!("{burst}{built}"), "not in this order"),
        (format!("{both}    ! title today: Dam bursts\n"), "strike \"! title today\""),
        (format!("{both}    ! missing today\n"), "strike \"! missing today\""),
        (
            format!(
                "{both}1950 between | The dam was mended\n    happened, stated\n    why: W.\n    ! too much today\n"
            ),
            "strike the entry that is gone",
        ),
    ] {
        let found = problems(&wrong).join("\n");
        assert!(found.contains(said), "{wrong}\nshould be told by \"{said}\", and is told by:\n{found}");
    }
    // What is known to be otherwise is no problem, as long as it is.
    let known = both.replace("The dam was built", "The old dam was built").replacen(
        "1938\u{201d}.\n",
        "1938\u{201d}.\n    ! title today: The dam was built\n",
        1,
    );
    assert_eq!(problems(&known), [""; 0]);
    let missing = format!("{both}1950 between | The dam was mended\n    happened, stated\n    ! missing today\n");
    assert_eq!(problems(&missing), [""; 0]);
}

#[test]
fn every_entry_carries_its_evidence_and_its_reason() {
    for case in cases() {
        let timeline = timeline(&case, Options::default());
        for event in &timeline.events {
            let about = format!("{}: {}", case.name, event.title);
            assert!(!event.title.is_empty() && event.title.chars().count() <= 141, "{about}");
            assert!(!event.when.why.is_empty() && event.when.why.ends_with('.'), "{about}: {}", event.when.why);
            assert!(!event.when.why.contains(['{', '}']), "{about}: {}", event.when.why);
            for quoted in quotations(&event.when.why) {
                let is_said = case.article.contains(quoted) || ["since", "until", "by", "after"].contains(&quoted);
                let is_german = ["Seit", "Bis", "Nach"].contains(&quoted);
                assert!(is_said || is_german, "{about}: the article does not say \"{quoted}\"");
            }
            let has_date = event.evidence.iter().any(|evidence| evidence.mention.is_some());
            assert!(event.when.certainty != Certainty::Stated || has_date, "{about} is stated by no words of the text");
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

/// What a reason quotes from the article.
fn quotations(why: &str) -> impl Iterator<Item = &str> {
    why.split(['\u{201c}', '\u{201d}', '\u{201e}']).skip(1).step_by(2)
}

/// A title must not say what the sentence does not: each of its words stands in the article, save forms of "to be" that make a clause of "a suit
/// filed in May", and the past of a verb that stands there in another form ("after fleeing", "fled").
#[test]
fn titles_use_the_articles_own_words() {
    for case in cases() {
        let words: Vec<String> = split(&case.article);
        for event in timeline(&case, Options::default()).events {
            for word in split(&event.title) {
                // "Its owner" may become "The paper's owner".
                let carries = ["s", "was", "were", "is", "are", "the"].contains(&word.as_str());
                let start: String = word.chars().take(3).collect();
                let form = event.evidence.iter().any(|evidence| {
                    let verb =
                        |other: &String| other.ends_with("ing") || other.ends_with("en") || other.ends_with("ed");
                    split(&evidence.text).iter().any(|other| verb(other) && other.starts_with(&start))
                });
                assert!(
                    words.contains(&word) || carries || form,
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

/// What somebody is only said to have done stands in no title but with the words that say so, whatever is asked for.
#[test]
fn an_accusation_is_no_fact() {
    let case = cases().into_iter().find(|case| case.name == "allegations").unwrap();
    let events = timeline(&case, Options { all: true }).events;
    let deeds = ["bribes", "beat", "hiding", "hid", "stealing", "stole", "forging", "forged"];
    let sayings = ["accused", "charged", "denies", "questioned", "cleared"];
    let has = |title: &str, words: &[&str]| split(title).iter().any(|word| words.contains(&word.as_str()));
    let told: Vec<&str> = events.iter().map(|event| event.title.as_str()).filter(|title| has(title, &deeds)).collect();
    assert!(told.len() > 1, "the deeds are dated: {told:?}");
    for title in told {
        assert!(has(title, &sayings), "{title}");
    }
}

/// With `all`, everything that the default shows is there too, and more.
#[test]
fn all_leaves_nothing_out() {
    for case in cases() {
        let all = timeline(&case, Options { all: true }).events;
        let shown = timeline(&case, Options::default()).events;
        assert!(all.len() >= shown.len(), "{}: {} of {}", case.name, all.len(), shown.len());
        for event in &shown {
            let dated = event.when.certainty == Certainty::Stated;
            assert!(
                !dated || all.iter().any(|other| other.when.extent == event.when.extent),
                "{}: {}",
                case.name,
                event.title
            );
        }
    }
}
