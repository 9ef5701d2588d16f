//! Any text as JSON-LD, as a feed and as a date: an answer.

#![no_main]

use article_timeline::article::published::{address, forms};
use article_timeline::article::{Given, feed, loose, schema};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|text: &str| {
    let data = loose::read(text);
    schema::stories(&data);
    schema::articles(&data, &Given::default(), &LANGUAGES);
    feed::read_json(&data, &Given::default(), &LANGUAGES);
    feed::read_xml(text, &Given::default(), &LANGUAGES);
    forms::read(text, forms::Order::DayFirst);
    address::day_in(text);
});
