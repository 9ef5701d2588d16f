//! How fast articles are read, natively, on one core: `cargo bench`. In: the articles of `tests/corpus`. Out: a line for each measure, the
//! median and the best of several rounds. For comparing two states of the code in one run on one machine; no test depends on it.

#![allow(clippy::unwrap_used, reason = "a panic is how a benchmark fails")]

use article_timeline::article::{self, Given};
use article_timeline::base::date::{Day, Moment};
use article_timeline::events::{self, Options};
use article_timeline::language::Languages;
use article_timeline::syntax::{Model, Models, Parser, tokens::tokens};
use article_timeline::temporal::{Context, tag};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

fn main() {
    let texts: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter_map(|path| Some(String::from(std::fs::read_to_string(path).ok()?.split("---\n").nth(1)?)))
        .collect();
    let published = Day::from_ymd(2016, 11, 1).map(Moment::from_day);
    let languages = Languages::english();
    let context = Context::news(languages.get("en").unwrap(), published);

    let long = texts.concat().repeat(5_000_000 / texts.concat().len() + 1);
    let (median, best) = measure(|| tag(&long, context).len());
    let speed = |time: Duration| long.len() as f64 / 1e6 / time.as_secs_f64();
    println!(
        "tag, one text of {:.1} MB: median {:.1} MB/s, best {:.1} MB/s",
        long.len() as f64 / 1e6,
        speed(median),
        speed(best)
    );

    let model = Model::read(include_bytes!("../models/en.model")).unwrap();
    let language = languages.get("en").unwrap();
    let sentences: Vec<Vec<&str>> = texts
        .iter()
        .flat_map(|text| language.sentences(text).into_iter().map(|span| span.of(text)))
        .map(|sentence| tokens(sentence, &model.splitting).iter().map(|span| span.of(sentence)).collect())
        .collect();
    let words: usize = sentences.iter().map(Vec::len).sum();
    let (median, best) = measure(|| {
        let mut parser = Parser::new(&model);
        sentences.iter().map(|words| parser.parse(words).nodes.len()).sum()
    });
    let speed = |time: Duration| words as f64 / time.as_secs_f64();
    println!("trees, {words} words: median {:.0} words/s, best {:.0}", speed(median), speed(best));

    let article: String = texts.concat().chars().take(5_000).collect();
    let given = Given { published, ..Given::default() };
    let (median, best) = measure(|| {
        events::build(
            &[article::text::read(&article, &given, &languages)],
            &languages,
            &Models::default(),
            Options::default(),
        )
        .events
        .len()
    });
    println!(
        "read and build, an article of 5 kB: median {:.3} ms, best {:.3} ms",
        milliseconds(median),
        milliseconds(best)
    );
}

/// Median and best time of the rounds.
fn measure(work: impl Fn() -> usize) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            black_box(work());
            began.elapsed()
        })
        .collect();
    times.sort();
    (*times.get(ROUNDS / 2).unwrap(), *times.first().unwrap())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
