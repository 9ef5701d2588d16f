//! What holds of time in any text at all: no panic, spans inside, in order and on characters, the same answer twice.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail")]

use article_timeline::date::{Day, Moment};
use article_timeline::temporal::{Context, Dated, Language, lexer, tag, tag_all};
use proptest::prelude::*;

fn published() -> Option<Moment> {
    Day::from_ymd(2016, 11, 1).map(Into::into)
}

fn check(text: &str, found: &[Dated]) {
    let mut end = 0;
    for dated in found {
        assert!(dated.span.start >= end, "{:?} begins before the one before it ends in {text:?}", dated.span);
        assert!(!dated.span.is_empty() && dated.span.end <= text.len(), "{:?} outside of {text:?}", dated.span);
        assert!(text.get(dated.span.start..dated.span.end).is_some(), "{:?} cuts a character of {text:?}", dated.span);
        assert!(dated.phrase.contains(dated.span) && dated.phrase.start >= end, "{:?} in {text:?}", dated.phrase);
        if let Some(range) = dated.range {
            assert!(range.first.day <= range.last.day, "{range:?} in {text:?}");
        }
        let mut value = String::new();
        dated.timex.value.write(&mut value);
        assert!(!value.is_empty());
        end = dated.span.end;
    }
}

/// Words that patterns are made of, glued in any order: far more likely to match than random letters.
fn time_words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "of",
        "last",
        "next",
        "week",
        "weeks",
        "year",
        "day",
        "Monday",
        "May",
        "Sept.",
        "2",
        "31",
        "1999",
        "10:30",
        "p.m.",
        "ago",
        "later",
        "two",
        "twenty",
        "-",
        "/",
        ",",
        ".",
        "'s",
        "'90s",
        "from",
        "to",
        "and",
        "Easter",
        "Feb.",
        "29",
        "30",
        "quarter",
        "first",
        "half",
        "past",
        "every",
        "a",
        "more",
        "than",
        "century",
        "BC",
        "99999",
        "century",
        "\n\n",
        "é",
        "year-earlier",
        "hundred",
        "midnight",
        "1.5",
        "00",
        "24",
        "2400",
        "0",
        "decades",
        "millennium",
        "million",
    ]);
    prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", "", "\n"])), 0..40)
        .prop_map(|words| words.into_iter().map(|(word, space)| format!("{word}{space}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        let language = Language::by_tag("en").unwrap();
        check(&text, &tag(&text, Context { language, published: published() }));
    }

    #[test]
    fn any_words_of_time_are_read(text in time_words()) {
        let language = Language::by_tag("en").unwrap();
        for published in [published(), None] {
            let context = Context { language, published };
            let found = tag(&text, context);
            check(&text, &found);
            prop_assert_eq!(&found, &tag(&text, context), "the same text twice");
            prop_assert_eq!(&found, &tag_all(&[&text], context)[0]);
        }
    }

    #[test]
    fn publication_at_the_ends_of_the_calendar_is_survived(text in time_words(), days in any::<i32>()) {
        let language = Language::by_tag("en").unwrap();
        let published = Some(Moment::from_day(Day::from_days(days)));
        tag(&text, Context { language, published });
    }

    #[test]
    fn tokens_cover_all_but_white_space(text in "[a-zA-Z0-9 .,:'’@é\n/-]*") {
        let language = Language::by_tag("en").unwrap();
        let mut end = 0;
        for token in lexer::lex(&text, language) {
            prop_assert!(token.start as usize >= end);
            prop_assert!(text.get(end..token.start as usize).unwrap().trim().is_empty());
            end = token.end();
        }
        prop_assert!(text.get(end..).unwrap().trim().is_empty());
    }

    #[test]
    fn any_language_file_is_read(file in "(class|level|a point|suffix b|text c|language)?[ :a-z\"()\\[\\]|?;=0-9-]{0,60}(\nlevel\na (point|nothing): [a-z\"()\\[\\]|?; ]{0,40})?") {
        let file: &'static str = Box::leak(file.into_boxed_str());
        let language = Language::read(file);
        tag("two weeks ago, in May 1990", Context { language: &language, published: published() });
    }
}

#[test]
fn ten_megabytes_of_one_word_are_read() {
    let language = Language::english();
    let text = "a".repeat(10_000_000);
    assert!(tag(&text, Context { language: &language, published: published() }).is_empty());
}
