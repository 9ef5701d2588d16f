//! The text reader against whole articles: each file of `tests/articles` is a text as someone may paste it, a line of `=====`, and what
//! must be read from it. All texts are made up. Then: what holds for any text at all.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a panic is how a test fails")]

use article_timeline::article::json::{self, KINDS};
use article_timeline::article::{Article, Given, text};
use article_timeline::language::Languages;
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

/// The article as the files write it.
fn written(article: &Article) -> String {
    let mut out = String::new();
    let mut line = |name: &str, text: &str| writeln!(out, "{name}: {text}").unwrap();
    if let Some(headline) = &article.headline {
        line("headline", headline);
    }
    if let Some(published) = &article.published {
        line("published", &published.at.to_string());
    }
    if let Some(modified) = article.modified {
        line("modified", &modified.to_string());
    }
    for block in &article.blocks {
        let kind = KINDS.iter().find(|(kind, _)| *kind == block.kind).unwrap().1;
        line(kind, &block.text);
    }
    out
}

#[test]
fn every_article_is_read_as_written_beside_it() {
    let mut seen = 0;
    let mut wrong = String::new();
    for entry in std::fs::read_dir("tests/articles").unwrap() {
        let path = entry.unwrap().path();
        let file = std::fs::read_to_string(&path).unwrap();
        let (source, expected) = file.split_once("=====\n").unwrap();
        // The same text with other line ends, an odd first character and stray spaces reads the same.
        for source in [source.to_string(), format!("\u{feff}{}", source.replace('\n', " \u{a0}\r\n"))] {
            let found = written(&text::read(&source, &Given::default(), &LANGUAGES));
            if found != expected {
                write!(wrong, "--- {}\nexpected\n{expected}\nfound\n{found}\n", path.display()).unwrap();
                break;
            }
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(seen >= 19, "only {seen} articles were found");
}

#[test]
fn a_given_date_wins_over_the_date_line_which_still_is_no_text() {
    let given = Given { published: article_timeline::base::edtf::read_moment("2020-05-05"), ..Given::default() };
    let article = text::read(
        "Bridge opens\n\nMay 1, 2020\n\nThe new bridge over the river was opened to traffic.\n",
        &given,
        &LANGUAGES,
    );
    assert_eq!(article.published.unwrap().at.to_string(), "2020-05-05");
    assert_eq!(article.blocks.len(), 1);
    assert!(article.warnings.is_empty());
}

#[test]
fn what_is_given_wins_over_what_article_json_says_of_itself() {
    let said = json::ArticleJson {
        published: Some("2016-11-01".into()),
        language: Some("de".into()),
        url: Some("https://example.org/said".into()),
        text: Some("It rained.".into()),
        ..json::ArticleJson::default()
    };
    let alone = json::read(said.clone(), &Given::default(), &LANGUAGES);
    assert_eq!(alone.published.map(|published| published.at.to_string()).as_deref(), Some("2016-11-01"));
    assert_eq!((alone.language.as_deref(), alone.url.as_deref()), (Some("de"), Some("https://example.org/said")));
    let given = Given {
        published: article_timeline::base::edtf::read_moment("2020-05-05"),
        language: Some("en".into()),
        url: Some("https://example.org/given".into()),
        ..Given::default()
    };
    let article = json::read(said, &given, &LANGUAGES);
    assert_eq!(article.published.map(|published| published.at.to_string()).as_deref(), Some("2020-05-05"));
    assert_eq!((article.language.as_deref(), article.url.as_deref()), (Some("en"), Some("https://example.org/given")));
}

#[test]
fn what_is_missing_is_said() {
    let kinds = |article: Article| article.warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>();
    assert_eq!(kinds(text::read("", &Given::default(), &LANGUAGES)), ["no-published"]);
    let given = Given { language: Some("tlh".into()), ..Given::default() };
    assert_eq!(kinds(text::read("It rained.", &given, &LANGUAGES)), ["unknown-language", "no-published"]);
}

/// Lines that are likely to meet a rule, mixed with anything else.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just(" "),
        Just("\u{a0}"),
        Just("\t"),
        Just("\u{feff}"),
        Just("1. "),
        Just("- "),
        Just("# "),
        Just("> "),
        Just("Image: "),
        Just("Photo: A. Name"),
        Just("Image caption,"),
        Just("Share"),
        Just("Read more"),
        Just("Home"),
        Just("News"),
        Just("By Jane Doe"),
        Just("May 1, 2020"),
        Just("Published "),
        Just("Updated: 2 May 2020"),
        Just("ab/cd (AFP)"),
        Just("(Reporting by"),
        Just("https://a.example"),
        Just("©"),
        Just("\""),
        Just("“ü”"),
        Just("A. "),
        Just("The harbour was closed after the storm on Monday, and the boats stayed in it."),
        Just("the"),
        Just("日本"),
        Just("|"),
        Just(">"),
        Just("("),
        Just(")"),
        Just("Related stories"),
        Just("Storm closes harbour"),
    ]
    .prop_map(String::from);
    prop_oneof![3 => prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn blocks_are_pieces_of_the_folded_source_in_order(source in any_text()) {
        let article = text::read(&source, &Given::default(), &LANGUAGES);
        let folded = text::fold(&source);
        let mut rest = folded.as_str();
        for block in &article.blocks {
            prop_assert!(!block.text.is_empty());
            let at = rest.find(&block.text);
            prop_assert!(at.is_some(), "{:?} is not in {:?}", block.text, rest);
            rest = &rest[at.unwrap() + block.text.len()..];
            let place = block.source.unwrap();
            prop_assert!(text::fold(place.of(&source)).contains(&block.text), "{:?} at {:?}", block.text, place);
        }
        if let Some(headline) = &article.headline {
            prop_assert!(folded.contains(headline));
        }
        prop_assert_eq!(text::read(&source, &Given::default(), &LANGUAGES), article);
    }

    #[test]
    fn sentences_alone_lose_nothing(sentences in prop::collection::vec("[A-Z][a-z]{2,8}( [a-z]{1,9}){7,14}[.?!]", 1..8)) {
        let article = text::read(&sentences.join("\n\n"), &Given::default(), &LANGUAGES);
        let texts: Vec<&str> = article.blocks.iter().map(|block| block.text.as_str()).collect();
        prop_assert_eq!(texts, sentences);
    }
}
