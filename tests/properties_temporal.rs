//! What holds of time in any text at all: no panic, spans inside, in order and on characters, the same answer twice.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail")]

use article_timeline::base::date::{Day, Moment};
use article_timeline::language::{Language, Languages, lexer};
use article_timeline::temporal::{Context, Dated, tag, tag_all};
use proptest::prelude::*;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

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

/// What numbers and signs can look like, and what stands between sentences.
const SHAPES: [&str; 34] = [
    "1999", "1990", "'96", "'90s", "10:30", "1.5", "7", "31", "21st", "0900", "2,000", "99999", "99999999", "-", "–",
    ",", "/", ".", "(", ")", "$", "+", ":", "'", "s", "'s", "\n", "\n\n", "é", "ß", "@", "http://", "XX", "Council",
];

/// The words of both language files, glued in any order: far more likely to match than random letters.
fn time_words() -> impl Strategy<Value = String> {
    let files = [include_str!("../src/language/languages/en.lang"), include_str!("../src/language/languages/de.lang")];
    let lines = files.into_iter().flat_map(str::lines);
    let mut words: Vec<&str> = SHAPES.to_vec();
    for line in lines.filter(|line| !line.trim_start().starts_with(['#', '+', '-']) && !line.starts_with("text ")) {
        match line.strip_prefix("class ").and_then(|class| class.split_once(": ")) {
            Some((_, listed)) => words.extend(listed.split(' ').map(|word| word.split('=').next().unwrap_or(""))),
            None => words.extend(line.split('"').skip(1).step_by(2)),
        }
    }
    let word = prop::sample::select(words);
    prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", "", "-"])), 0..40)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        let language = LANGUAGES.get("en").unwrap();
        check(&text, &tag(&text, Context::news(language, published())));
    }

    #[test]
    fn any_words_of_time_are_read(text in time_words()) {
        for (language, published) in [("en", published()), ("en", None), ("de", published())] {
            let language = LANGUAGES.get(language).unwrap();
            let context = Context::news(language, published);
            let found = tag(&text, context);
            check(&text, &found);
            prop_assert_eq!(&found, &tag(&text, context), "the same text twice");
            prop_assert_eq!(&found, &tag_all(&[&text], context)[0]);
        }
    }

    #[test]
    fn publication_at_the_ends_of_the_calendar_is_survived(text in time_words(), days in any::<i32>()) {
        let language = LANGUAGES.get("en").unwrap();
        let published = Some(Moment::from_day(Day::from_days(days)));
        tag(&text, Context::news(language, published));
    }

    #[test]
    fn tokens_cover_all_but_white_space(text in "[a-zA-Z0-9 .,:'’@é\n/-]*") {
        let language = LANGUAGES.get("en").unwrap();
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
        tag("two weeks ago, in May 1990", Context::news(&language, published()));
    }
}

/// Found by the growth test.
#[test]
fn years_with_scales_behind_them_do_not_overflow() {
    let language = LANGUAGES.get("en").unwrap();
    let text = "nineteen ninety million million million";
    check(text, &tag(text, Context::news(language, published())));
}

#[test]
fn ten_megabytes_of_one_word_are_read() {
    let language = LANGUAGES.get("en").unwrap();
    let text = "a".repeat(10_000_000);
    assert!(tag(&text, Context::news(language, published())).is_empty());
}

/// Found by fuzzing language files: the weekday 0 of a holiday's rule, before Monday.
#[test]
fn every_holiday_rule_is_survived() {
    for rule in 0..=u16::MAX {
        let file: &'static str = Box::leak(format!("level\na point: \"feast\" ; holiday={rule}\n").into_boxed_str());
        tag("the feast", Context::news(&Language::read(file), published()));
    }
}
