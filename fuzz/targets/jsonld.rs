//! Any text as JSON-LD, as a feed and as a date: an answer.

#![no_main]

use article_timeline::article::published::{address, forms};
use article_timeline::article::{Given, feed, loose, schema};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let data = loose::read(text);
    schema::stories(&data);
    schema::articles(&data, &Given::default());
    feed::read_json(&data, &Given::default());
    feed::read_xml(text, &Given::default());
    forms::read(text, forms::Order::DayFirst);
    address::day_in(text);
});
