//! Any HTML, and any bytes as a page: an article, whose JSON is an article again.

#![no_main]

use article_timeline::article::json::{from_article, read};
use article_timeline::article::{Given, html, page};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|bytes: &[u8]| {
    let text = html::decode(bytes, None);
    let page = html::parse(&text);
    for (index, node) in page.nodes.iter().enumerate() {
        assert!(node.end > index && node.end <= page.nodes.len() && (node.parent < index || index == 0));
        assert!(page.text.get(node.text.start..node.text.end).is_some());
    }
    let mut article = page::read(&page, &Given::default(), &LANGUAGES);
    // Article JSON has no place for the dates of words in a sentence.
    article.blocks.iter_mut().for_each(|block| block.dates.clear());
    assert_eq!(read(from_article(&article), &Given::default(), &LANGUAGES).blocks, article.blocks);
});
