//! The shipped English model from outside: trees of sentences of our own, files that are refused, sentences that are too long. The network's arithmetic and the
//! training have their tests beside them; how good the trees are is measured, not tested (docs/syntax.md).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use article_timeline::base::error::{Error, ErrorKind};
use article_timeline::syntax::{Dep, Model, Parser, Pos, Subtype, Tree, tokens::tokens};

fn file() -> Vec<u8> {
    std::fs::read("models/en.model").unwrap()
}

fn parse<'t>(model: &Model, text: &'t str) -> (Vec<&'t str>, Tree) {
    let words: Vec<&str> = tokens(text, &model.splitting).iter().map(|span| span.of(text)).collect();
    let tree = Parser::new(model).parse(&words);
    (words, tree)
}

/// The words that hang on `head` by one of `relations`.
fn under<'t>(words: &[&'t str], tree: &Tree, head: &str, kind: Dep) -> Vec<&'t str> {
    let place = words.iter().position(|word| *word == head).unwrap();
    let hangs = tree.nodes.iter().zip(words).filter(|(node, _)| node.head == Some(place) && node.relation.kind == kind);
    hangs.map(|(_, word)| *word).collect()
}

#[test]
fn plain_sentences_have_their_subjects_and_objects() {
    let model = Model::read(&file()).unwrap();
    for (text, verb, subject, object) in [
        ("The council approved the plan on Tuesday.", "approved", "council", Some("plan")),
        ("Three ferries collided near the old harbour last night.", "collided", "ferries", None),
        ("The company that built the dam sold its shares in 2014.", "sold", "company", Some("shares")),
        ("Before the vote, her lawyer had asked the court for more time.", "asked", "lawyer", Some("court")),
        ("The minister doesn't want a new law.", "want", "minister", Some("law")),
    ] {
        let (words, tree) = parse(&model, text);
        assert_eq!(under(&words, &tree, verb, Dep::Nsubj), [subject], "{text}");
        if let Some(object) = object {
            let found = [under(&words, &tree, verb, Dep::Obj), under(&words, &tree, verb, Dep::Iobj)].concat();
            assert_eq!(found, [object], "{text}");
        }
        let root = tree.nodes.iter().position(|node| node.head.is_none()).unwrap();
        assert_eq!((words[root], tree.nodes[root].pos), (verb, Pos::Verb), "{text}");
    }
}

#[test]
fn a_passive_and_a_relative_clause_say_so() {
    let model = Model::read(&file()).unwrap();
    let (words, tree) = parse(&model, "The bridge, which was built in 1931, was closed by the city.");
    let relation = |word: &str| tree.nodes[words.iter().position(|other| *other == word).unwrap()].relation;
    assert_eq!(relation("bridge").subtype, Some(Subtype::Pass));
    assert_eq!(relation("built").to_string(), "acl:relcl");
    assert_eq!(relation("city").to_string(), "obl:agent");
}

#[test]
fn text_is_split_as_treebanks_split_it() {
    let model = Model::read(&file()).unwrap();
    for (text, expected) in [
        ("They don't know; it's Ana's.", "They|do|n't|know|;|it|'s|Ana|'s|."),
        ("We can\u{2019}t, she said (twice).", "We|ca|n\u{2019}t|,|she|said|(|twice|)|."),
        ("A state-owned bank lost $1,200.50 at 10:30 a.m.", "A|state|-|owned|bank|lost|$|1,200.50|at|10:30|a.m."),
        ("Mr. Noor of the U.S. cannot e-mail Dr. Vale.", "Mr.|Noor|of|the|U.S.|can|not|e-mail|Dr.|Vale|."),
    ] {
        assert_eq!(parse(&model, text).0.join("|"), expected);
    }
}

#[test]
fn every_sentence_gets_a_tree() {
    let model = Model::read(&file()).unwrap();
    let long = "and then the boat came in ".repeat(120);
    for text in ["", ".", "?!", "\u{1f600} \u{1f600}", "BOAT SINKS", "日本 の 船", "a \u{0} b", &long] {
        let (words, tree) = parse(&model, text);
        assert_eq!(tree.nodes.len(), words.len(), "{text}");
        assert_eq!(
            tree.nodes.iter().filter(|node| node.head.is_none()).count(),
            usize::from(!words.is_empty()),
            "{text}"
        );
        assert_eq!(tree.cut, words.len() > 200, "{text}");
        for (place, node) in tree.nodes.iter().enumerate() {
            let mut up = Some(place);
            let mut steps = 0;
            while let Some(word) = up {
                up = tree.nodes[word].head;
                steps += 1;
                assert!(steps <= words.len(), "{text}: a circle at {place}");
            }
            for sure in [node.sure.pos, node.sure.head, node.sure.relation] {
                assert!((0.0..=1.0).contains(&sure), "{text}: {sure}");
            }
            assert_eq!(node.relation.kind == Dep::Root, node.head.is_none(), "{text}");
        }
    }
}

#[test]
fn a_damaged_or_foreign_file_is_refused_in_one_sentence() {
    let whole = file();
    for place in [11, 15, 60, 5_000, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[place] ^= 4;
        assert_eq!(Model::read(&damaged).map(|_| ()), Err("this model is damaged: load it again".into()), "{place}");
    }
    for length in [7, 9, 12, 1_000, whole.len() - 1] {
        assert_eq!(Model::read(&whole[..length]).map(|_| ()), Err("this model is damaged: load it again".into()));
    }
    let mut newer = whole.clone();
    newer[6] = 9;
    let sentence = "this model is of version 9, and version 1 is needed";
    assert_eq!(Model::read(&newer).map(|_| ()), Err(Error::new(ErrorKind::Unsupported, sentence)));
    for foreign in [b"".as_slice(), b"PK\x03\x04", b"<!doctype html>", b"ATtre"] {
        assert_eq!(
            Model::read(foreign).map(|_| ()),
            Err(Error::new(ErrorKind::WrongType, "this is no model of article-timeline"))
        );
    }
}

/// What a page would load. Its weights are packed already: a server's compression finds nothing more.
#[test]
fn the_model_is_small() {
    assert!(file().len() <= 140_000, "{} bytes", file().len());
}
