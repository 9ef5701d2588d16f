//! Any text pasted as an article: a timeline, whose JSON can be read again and says the same.

#![no_main]

use article_timeline::article::{Given, text};
use article_timeline::exchange::json;
use article_timeline::events::{self, Options};
use article_timeline::syntax::Models;
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|text: &str| {
    let timeline = events::build(&[text::read(text, &Given::default(), &LANGUAGES)], &LANGUAGES, &Models::default(), Options::default());
    let written = json::from_timeline(&timeline);
    match json::into_timeline(written.clone()) {
        Ok(again) => assert_eq!(json::from_timeline(&again), written),
        Err(problem) => panic!("{problem}"),
    }
});
