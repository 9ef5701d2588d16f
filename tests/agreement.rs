//! `tag` and `build` say the same date for the same words: over every article of `tests/corpus` and `tests/articles`, each entry that
//! rests on a mention has the days that `tag` gives that mention in the same article.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use article_timeline::article::{Article, BlockKind, Given, text};
use article_timeline::base::date::{Day, Extent};
use article_timeline::base::edtf;
use article_timeline::base::span::Offsets;
use article_timeline::events::{Options, build, tag_with_trees};
use article_timeline::language::Languages;
use article_timeline::syntax::Models;
use article_timeline::temporal::{Context, DateRange, Dated, Signal, tag, tag_all};
use article_timeline::timeline::{Certainty, Event};
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);
static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let mut models = Models::default();
    models.add(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/en.model")).unwrap()).unwrap();
    models
});

/// Every article of both folders, with its name.
fn articles() -> Vec<(String, Article)> {
    let mut found = Vec::new();
    for folder in ["tests/corpus", "tests/articles"] {
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
        paths.sort();
        for path in paths {
            let file = std::fs::read_to_string(&path).unwrap();
            // A corpus file has a header with the date in front of its text, the others only the text.
            let (header, written) = match file.split_once("---\n") {
                Some((header, rest)) => (header, rest.split_once("---\n").map_or(rest, |(written, _)| written)),
                None => ("", file.split_once("=====\n").map_or(file.as_str(), |(written, _)| written)),
            };
            let line = |name: &str| header.lines().find_map(|line| line.strip_prefix(name));
            let given = Given {
                published: line("published: ").and_then(edtf::read_moment),
                language: Some(line("lang: ").unwrap_or("en").into()),
                ..Given::default()
            };
            found.push((path.display().to_string(), text::read(written, &given, &LANGUAGES)));
        }
    }
    found
}

/// The mentions of an article as `tag` finds them, each with its block.
fn tagged(article: &Article) -> Vec<(usize, Dated)> {
    let language = LANGUAGES.of(article.language.as_deref()).unwrap();
    let published = article.published.as_ref().map(|published| published.at);
    let read = article.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_read());
    let (numbers, texts): (Vec<usize>, Vec<&str>) = read.map(|(number, block)| (number, block.text.as_str())).unzip();
    let found = tag_all(&texts, Context::news(language, published));
    numbers
        .into_iter()
        .zip(found)
        .flat_map(|(block, found)| found.into_iter().map(move |dated| (block, dated)))
        .collect()
}

/// The limits of an event's date that a mention gives without anything else: first day, last day, end. `None` for a limit that other
/// words set as well.
fn limits(dated: &Dated, range: DateRange) -> [Option<Day>; 3] {
    let (first, last) = (range.first.day, range.last.day);
    match dated.signal {
        _ if dated.modifier.is_some() => [None; 3],
        Some(Signal::Since) => [Some(first), Some(last), None],
        Some(Signal::Until) => [None, None, Some(last)],
        Some(Signal::By) => [None, Some(last), None],
        None | Some(Signal::At) => [Some(first), Some(last), None],
        _ => [None; 3],
    }
}

fn days(extent: &Extent) -> [Option<Day>; 3] {
    [extent.earliest, extent.latest, extent.end].map(|moment| moment.map(|moment| moment.day))
}

/// The same month and day of another year, or the same weekday of another week.
fn is_turned(one: Day, other: Day) -> bool {
    let years = one.year() - other.year();
    years != 0 && other.plus_years(years) == one
        || (one.days() - other.days()) % 7 == 0 && (one.days() - other.days()).abs() == 7
}

/// The mention that an event's date was read from.
fn mention_of<'a>(event: &Event, article: &Article, tagged: &'a [(usize, Dated)]) -> Option<&'a Dated> {
    let evidence = event.evidence.first()?;
    let (_, place) = evidence.mention.as_ref()?;
    let text = &article.blocks.get(evidence.block?)?.text;
    tagged.iter().filter(|(block, _)| Some(*block) == evidence.block).map(|(_, dated)| dated).find(|dated| {
        let phrase = dated.phrase.join(dated.span);
        Offsets::new(text).utf16(phrase) == *place
    })
}

#[test]
fn an_entry_has_the_days_that_tag_gives_its_mention() {
    let mut compared = 0;
    let mut problems = String::new();
    for (name, article) in articles() {
        let tagged = tagged(&article);
        let timeline = build(std::slice::from_ref(&article), &LANGUAGES, &MODELS, Options { all: true });
        for event in timeline.events.iter().filter(|event| event.when.certainty == Certainty::Stated) {
            let Some((dated, range)) =
                mention_of(event, &article, &tagged).and_then(|dated| Some((dated, dated.range?)))
            else {
                continue;
            };
            // Of what was told twice the other telling may be the more exact; and a stretch ends with a mention of its own.
            if event.evidence.len() > 1 {
                continue;
            }
            for (limit, found) in limits(dated, range).into_iter().zip(days(&event.when.extent)) {
                if let (Some(limit), Some(found)) = (limit, found) {
                    compared += 1;
                    // A tree may tell `build` more: which year's October a story means, which week's Tuesday a plan.
                    let turned = is_turned(limit, found);
                    if limit != found && !turned {
                        problems += &format!("{name}: {}: tag says {limit}, build {found}\n", event.title);
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "\n{problems}");
    assert!(compared > 300, "only {compared} days were compared");
}

/// What a tree told `build` more it tells `tag` too, when that asks trees: then the days are the same, without any allowance.
#[test]
fn with_trees_a_paragraph_has_the_days_that_build_gives_it() {
    let (mut compared, mut turned) = (0, 0);
    let mut problems = String::new();
    for (name, article) in articles() {
        let language = LANGUAGES.of(article.language.as_deref()).unwrap();
        let published = article.published.as_ref().map(|published| published.at);
        for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            let alone = Article { headline: None, blocks: vec![block.clone()], ..article.clone() };
            let context = Context::news(language, published);
            let plain = tag(&block.text, context);
            let tagged: Vec<_> =
                tag_with_trees(&block.text, context, &MODELS).into_iter().map(|dated| (0, dated)).collect();
            turned += tagged.iter().zip(&plain).filter(|((_, dated), plain)| dated.range != plain.range).count();
            let timeline = build(std::slice::from_ref(&alone), &LANGUAGES, &MODELS, Options::default());
            let stated = |event: &&Event| event.when.certainty == Certainty::Stated && event.evidence.len() == 1;
            for event in timeline.events.iter().filter(stated) {
                let Some((dated, range)) =
                    mention_of(event, &alone, &tagged).and_then(|dated| Some((dated, dated.range?)))
                else {
                    continue;
                };
                for (limit, found) in limits(dated, range).into_iter().zip(days(&event.when.extent)) {
                    if let (Some(limit), Some(found)) = (limit, found) {
                        compared += 1;
                        if limit != found {
                            problems += &format!("{name}: {}: tag says {limit}, build {found}\n", event.title);
                        }
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "\n{problems}");
    assert!(compared > 200 && turned > 3, "only {compared} days were compared, {turned} of them turned");
}

/// Past forms that no list but that of irregular verbs has, and plans.
#[test]
fn a_sentence_alone_has_one_date() {
    let published = edtf::read_moment("2016-10-20");
    for (sentence, date) in [
        ("Rebels overran the town in November.", "2015-11"),
        ("The court upheld the law in December.", "2015-12"),
        ("The town forbade cars in November.", "2015-11"),
        ("The tower was hung with flags on Friday.", "2016-10-14"),
        ("The town will forbid cars in November.", "2016-11"),
        ("The new law takes effect in November.", "2016-11"),
        ("The bridge was opened to traffic on Friday.", "2016-10-14"),
        ("Schools will stay closed on Friday.", "2016-10-21"),
        ("Mayor Ines Okoro declared three days of mourning beginning on Friday.", "2016-10-21"),
        ("On Friday, IS attacked the town.", "2016-10-14"),
    ] {
        let language = LANGUAGES.get("en").unwrap();
        let found = tag(sentence, Context::news(language, published));
        let mut value = String::new();
        found.iter().for_each(|dated| dated.timex.value.write(&mut value));
        // "three days" has no day.
        assert!(value.ends_with(date), "{sentence}: tag says {value}");
        let given = Given { published, ..Given::default() };
        let events =
            build(&[text::read(sentence, &given, &LANGUAGES)], &LANGUAGES, &MODELS, Options { all: true }).events;
        let dates: Vec<String> = events.iter().map(|event| edtf::write(&event.when.extent)).collect();
        assert!(dates.iter().any(|found| found == date), "{sentence}: build says {dates:?}");
    }
}
