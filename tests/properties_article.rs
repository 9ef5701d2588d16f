//! What holds of any text pasted as an article: a timeline comes of it, and its JSON is read again as the same timeline.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use article_timeline::article::{Given, text};
use article_timeline::base::edtf;
use article_timeline::events;
use article_timeline::events::Options;
use article_timeline::exchange::json;
use article_timeline::language::Languages;
use article_timeline::syntax::Models;
use article_timeline::timeline::Timeline;
use proptest::prelude::*;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);
static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let mut models = Models::default();
    models.add(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/en.model")).unwrap()).unwrap();
    models
});

fn timeline_of(article: &str, options: Options) -> Timeline {
    let given = Given { published: edtf::read_moment("2016-11-01"), ..Given::default() };
    events::build(&[text::read(article, &given, &LANGUAGES)], &LANGUAGES, &MODELS, options)
}

fn check(article: &str) {
    check_with(article, Options::default());
    check_with(article, Options { all: true });
}

fn check_with(article: &str, options: Options) {
    let written = json::from_timeline(&timeline_of(article, options));
    let again = json::into_timeline(written.clone()).unwrap_or_else(|problem| panic!("{problem} in {article:?}"));
    assert_eq!(json::from_timeline(&again), written, "{article:?}");
    for event in &written.events {
        assert!(!event.title.trim().is_empty(), "{article:?}");
        assert!(event.evidence.iter().all(|evidence| evidence.start < evidence.end), "{article:?}");
    }
}

/// Sentences whose dates may contradict one another and the publication date.
fn sentence() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec![
        "The mayor",
        "Rebels",
        "He",
        "A spokesman said that troops",
        "\"We\"",
        "Police, who",
    ]);
    let what = prop::sample::select(vec![
        "closed the bridge",
        "have held the town",
        "will open the library",
        "had lost 40 houses",
        "are expected to vote",
        "was killed",
    ]);
    let signal =
        prop::sample::select(vec!["", "since", "until", "by", "before", "after", "from", "between", "on", "in"]);
    let date = prop::sample::select(vec![
        "2020",
        "the autumn of 2099",
        "May 2015",
        "last week",
        "more than two weeks ago",
        "3 June 2014 until 2 May 2013",
        "Monday",
        "the end of the month",
        "10:30",
        "1 January 0001",
        "9999",
        "30 February",
        "the 1990s",
        "next year",
        "5 BC",
    ]);
    let end = prop::sample::select(vec![". ", ", officials said. ", "\n\n", ": ", "? "]);
    (who, what, signal, date, end)
        .prop_map(|(who, what, signal, date, end)| format!("{who} {what} {signal} {date}{end}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_becomes_a_timeline(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn any_sentences_with_dates_become_a_timeline(sentences in prop::collection::vec(sentence(), 1..6)) {
        check(&sentences.concat());
    }
}

/// Found by fuzzing: a stretch "since" a day to come ended at publication, before it had begun.
#[test]
fn since_a_day_to_come_has_no_end_before_its_start() {
    check("Rebels have held the town since the autumn of 2099.");
}

/// Found by fuzzing: the warning of two dates for one event became another kind when it was read again.
#[test]
fn every_kind_of_warning_is_known() {
    let article = "Helmet of Karsk on show\n\nThe museum bought the golden helmet of Karsk in May 2001. The museum bought the golden helmet of Karsk on 3 June 2001.";
    let kinds: Vec<String> = json::from_timeline(&timeline_of(article, Options::default()))
        .warnings
        .into_iter()
        .map(|warning| warning.kind)
        .collect();
    assert_eq!(kinds, ["contradiction"]);
    check(article);
}
