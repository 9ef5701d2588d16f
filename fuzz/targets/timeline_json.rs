//! Any JSON as Timeline JSON or article JSON: an answer or a sentence, and what was accepted once is accepted again.

#![no_main]

use article_timeline::article::Given;
use article_timeline::article::json::{self as article_json, ArticleJson};
use article_timeline::exchange::json::{self, TimelineJson};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(article) = serde_json::from_str::<ArticleJson>(text) {
        article_json::read(article, &Given::default(), &Languages::default());
    }
    let Ok(wire) = serde_json::from_str::<TimelineJson>(text) else { return };
    if let Ok(timeline) = json::into_timeline(wire) {
        assert!(json::into_timeline(json::from_timeline(&timeline)).is_ok());
    }
});
