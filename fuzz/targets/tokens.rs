//! Any text, split and parsed with the shipped model: every sign but white space is in one word, in order, and every sentence gets a tree.

#![no_main]

use article_timeline::syntax::{Model, Parser, tokens::tokens};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("../../models/en.model")).unwrap());

fuzz_target!(|text: &str| {
    let spans = tokens(text, &MODEL.splitting);
    let mut end = 0;
    for span in &spans {
        assert!(span.start >= end && !span.is_empty());
        assert!(text[end..span.start].chars().all(char::is_whitespace));
        assert!(!span.of(text).is_empty() && !span.of(text).contains(char::is_whitespace));
        end = span.end;
    }
    assert!(text[end..].chars().all(char::is_whitespace));
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let tree = Parser::new(&MODEL).parse(&words);
    assert_eq!(tree.nodes.len(), words.len());
    assert_eq!(tree.nodes.iter().filter(|node| node.head.is_none()).count(), usize::from(!words.is_empty()));
});
