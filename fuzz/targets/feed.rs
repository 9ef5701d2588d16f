//! Any text as a feed: articles, whose blocks hold text and whose JSON is an article again.

#![no_main]

use article_timeline::article::json::{from_article, read};
use article_timeline::article::{Given, feed, loose};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|text: &str| {
    let given = Given::default();
    let mut articles = feed::read_xml(text, &given, &LANGUAGES);
    articles.extend(feed::read_json(&loose::read(text), &given, &LANGUAGES));
    for article in articles {
        assert!(article.blocks.iter().all(|block| !block.text.is_empty()));
        assert_eq!(read(from_article(&article), &Given::default(), &LANGUAGES).blocks, article.blocks);
    }
});
