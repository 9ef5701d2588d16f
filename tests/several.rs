//! One timeline of several articles, contradictions, and what holds for any text at all.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use article_timeline::article::{Article, Given, text};
use article_timeline::base::edtf;
use article_timeline::events::{Options, build};
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

fn article(published: &str, written: &str) -> Article {
    let published = edtf::read(published).unwrap().earliest;
    text::read(written, &Given { published, language: Some(String::from("en")), ..Given::default() }, &LANGUAGES)
}

fn dates(timeline: &Timeline) -> Vec<String> {
    timeline.events.iter().map(|event| edtf::write(&event.when.extent)).collect()
}

const FIRST: &str = "Ferry sinks off Lorna

The ferry Aurora sank off Lorna on Sunday. At least 12 passengers drowned.";
const SECOND: &str = "Captain of sunken ferry arrested

Police arrested the captain of the ferry on Tuesday.

The ferry Aurora sank off Lorna on Sunday, and 31 passengers drowned. It was built in 1974.";

#[test]
fn several_articles_give_one_timeline_that_cites_each() {
    let timeline =
        build(&[article("2003-09-08", FIRST), article("2003-09-10", SECOND)], &LANGUAGES, &MODELS, Options::default());
    assert_eq!(timeline.articles.len(), 2);
    assert_eq!(dates(&timeline), ["1974", "2003-09-07", "2003-09-09"]);
    let sinking = &timeline.events[1];
    let mut articles: Vec<usize> = sinking.evidence.iter().map(|evidence| evidence.article).collect();
    articles.sort_unstable();
    articles.dedup();
    assert_eq!(articles, [0, 1]);
    assert_eq!(sinking.evidence[0].article, 1, "the newest article speaks first");
    let alone = build(&[article("2003-09-10", SECOND)], &LANGUAGES, &MODELS, Options::default());
    assert!(sinking.importance >= alone.events[1].importance, "what two articles tell weighs more");
}

#[test]
fn two_dates_for_one_event_are_warned_of_and_the_exact_one_is_kept() {
    let written = "Mine opens near Karsk

A copper mine near Karsk opened on Monday.

The museum bought the golden helmet of Karsk in May 2001. The museum bought the golden helmet of Karsk on 3 June 2001.";
    let timeline = build(&[article("2001-09-05", written)], &LANGUAGES, &MODELS, Options::default());
    assert_eq!(dates(&timeline), ["2001-06-03", "2001-09-03"]);
    let warning = timeline.warnings.iter().find(|warning| warning.kind == "contradiction").unwrap();
    assert!(warning.message.contains("3 June 2001") && warning.message.contains("May 2001"), "{}", warning.message);
}

/// Five articles on one disaster, a day to a year apart, each with its own words, figures and neighbours.
const DISASTER: [(&str, &str); 5] = [
    (
        "2009-03-02",
        "Ferry capsizes off Torrel, at least 9 dead

TORREL (Reuters) - A ferry carrying more than 200 people capsized off Torrel on Sunday, killing at least nine, the coastguard said.

Rescuers pulled 140 passengers from the water on Sunday night. The ferry, the Star of Kell, was built in 1981.",
    ),
    (
        "2009-03-03",
        "Death toll from Torrel ferry rises to 31

The number of people killed when the ferry Star of Kell capsized off Torrel on Sunday has risen to 31.

Police arrested the captain on Monday. Divers searched the wreck on Tuesday.",
    ),
    (
        "2009-03-05",
        "Owner of sunken ferry charged

The owner of the Star of Kell, which capsized off Torrel on Sunday with the loss of 58 lives, was charged with manslaughter on Wednesday.

The captain was arrested on Monday and released on bail on Wednesday. The Star of Kell was built in 1979, according to the shipyard.

Parliament will debate ferry safety on 12 March.",
    ),
    (
        "2009-03-13",
        "Parliament tightens ferry rules

Parliament voted on Thursday to tighten safety rules for ferries after the Torrel disaster.

The ferry Star of Kell capsized off Torrel on 1 March, killing 61 people. Its owner was charged on 4 March.",
    ),
    (
        "2010-02-20",
        "Captain of Star of Kell jailed

The captain of the Star of Kell was jailed for seven years on Friday.

The ferry capsized off Torrel in March 2009, killing 61 people. He was arrested the next day. Parliament tightened safety rules on 12 March 2009.",
    ),
];

#[test]
fn five_articles_on_one_disaster_are_one_story() {
    let articles: Vec<Article> = DISASTER.iter().map(|(published, written)| article(published, written)).collect();
    let timeline = build(&articles, &LANGUAGES, &MODELS, Options::default());
    let told = |date: &str, words: &str| {
        let found = timeline.events.iter().filter(|event| {
            edtf::write(&event.when.extent) == date && words.split(' ').all(|word| event.title.contains(word))
        });
        let found: Vec<_> = found.collect();
        assert_eq!(
            found.len(),
            1,
            "{words}: {:?}",
            timeline.events.iter().map(|event| &event.title).collect::<Vec<_>>()
        );
        let mut articles: Vec<usize> = found[0].evidence.iter().map(|evidence| evidence.article).collect();
        articles.sort_unstable();
        articles.dedup();
        (articles, found[0].importance)
    };
    // The newest figures, though the newest article gives the month only.
    let (articles, capsizing) = told("2009-03-01", "capsized killing 61");
    assert_eq!(articles, [0, 1, 2, 3, 4]);
    assert_eq!(told("2009-03-02", "captain arrested").0, [1, 2, 4]);
    assert_eq!(told("2009-03-04", "owner charged").0, [2, 3]);
    // Announced in one article, told in the next two.
    assert_eq!(told("2009-03-12", "Parliament").0, [2, 3, 4]);
    assert_eq!(told("2010-02-19", "Captain jailed").0, [4]);
    let (_, divers) = told("2009-03-03", "Divers searched");
    assert!(capsizing > divers, "what five articles tell weighs more than what one does");
    // 1981 in one, 1979 in another: one is kept, the reader is told of both.
    assert_eq!(told("1979", "built").0, [0, 2]);
    let contradiction = timeline.warnings.iter().find(|warning| warning.kind == "contradiction").unwrap();
    assert!(
        contradiction.message.contains("1979") && contradiction.message.contains("1981"),
        "{}",
        contradiction.message
    );
    assert_eq!(timeline.events.len(), 9, "{:?}", timeline.events.iter().map(|event| &event.title).collect::<Vec<_>>());
}

#[test]
fn what_may_happen_twice_is_no_contradiction() {
    let written = "Rovers win again

The Harbour Rovers won the National Cup on Saturday.

The Harbour Rovers won the National Cup in 1978. The Harbour Rovers won the National Cup in 1981.";
    let timeline = build(&[article("2006-05-21", written)], &LANGUAGES, &MODELS, Options::default());
    assert_eq!(dates(&timeline), ["1978", "1981", "2006-05-20"]);
    assert!(timeline.warnings.is_empty(), "{:?}", timeline.warnings);
}

#[test]
fn german_sentences_name_their_dates_in_german() {
    let mut article = article("2014-03-11", "Brücke gesperrt\n\nIngenieure sperrten am Montag die Brücke in Kelmar.");
    article.language = Some(String::from("de"));
    let timeline = build(&[article], &LANGUAGES, &MODELS, Options::default());
    assert_eq!(dates(&timeline), ["2014-03-10"]);
    assert!(timeline.events[0].when.why.contains("gerechnet vom Erscheinen am Dienstag 11 März 2014"));
}

#[test]
fn an_unknown_language_gives_no_events() {
    let mut article = article("2003-09-08", FIRST);
    article.language = Some(String::from("tlh"));
    assert!(build(&[article], &LANGUAGES, &MODELS, Options::default()).events.is_empty());
}

#[test]
fn places_are_counted_in_utf16() {
    let timeline = build(
        &[article("2003-09-08", "Caf\u{e9} opens\n\n\u{1f5d3} The caf\u{e9} opened on Sunday.")],
        &LANGUAGES,
        &MODELS,
        Options::default(),
    );
    let evidence = &timeline.events[0].evidence[0];
    let block: Vec<u16> = "\u{1f5d3} The caf\u{e9} opened on Sunday.".encode_utf16().collect();
    let (words, place) = evidence.mention.as_ref().unwrap();
    assert_eq!(&String::from_utf16(&block[place.start..place.end]).unwrap(), words);
    assert_eq!(&String::from_utf16(&block[evidence.span.start..evidence.span.end]).unwrap(), &evidence.text);
}

/// Words that the rules look for, in any order: more trouble than letters at random.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "army",
        "captured",
        "was",
        "has",
        "had",
        "will",
        "to",
        "and",
        "but",
        "that",
        "who",
        "which",
        "said",
        "\"",
        "(",
        ")",
        ",",
        ";",
        ".",
        "?",
        "—",
        "_",
        "``",
        "''",
        "’s",
        "n't",
        "on Tuesday",
        "in 1991",
        "between",
        "2009",
        "from",
        "since",
        "until",
        "by May",
        "last week",
        "more than two weeks ago",
        "not",
        "if",
        "while",
        "after",
        "according",
        "of",
        "U.S.",
        "IS",
        "killing",
        "filed",
        "begin",
        "🗓",
        "é",
        "…",
        "next year's",
        "'",
        "he",
        "it",
        "they",
        "\n\n",
        "Prof.",
        "3.5",
        "-",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_a_timeline_with_sound_evidence(written in prop_oneof![words(), ".{0,200}"], all: bool) {
        let article = article("2016-11-01", &written);
        let timeline = build(std::slice::from_ref(&article), &LANGUAGES, &MODELS, Options { all });
        for event in &timeline.events {
            prop_assert!(event.title.chars().count() <= 141, "{}", event.title);
            for evidence in &event.evidence {
                let block = match evidence.block {
                    Some(block) => article.blocks[block].text.clone(),
                    None => article.headline.clone().unwrap(),
                };
                let units: Vec<u16> = block.encode_utf16().collect();
                prop_assert_eq!(&String::from_utf16(&units[evidence.span.start..evidence.span.end]).unwrap(), &evidence.text);
            }
        }
        prop_assert!(timeline.events.windows(2).all(|pair| pair[0].when.extent.sort_day() <= pair[1].when.extent.sort_day()));
        prop_assert_eq!(build(std::slice::from_ref(&article), &LANGUAGES, &MODELS, Options { all }), timeline);
    }
}
