//! Trees for JavaScript: a list of numbers and one text of names, because every small object that leaves by itself takes longer than making it.
//!
//! In: a text, its language, a model. Out: numbers and names; the shell makes objects of both. It must never learn where the model comes from.

use crate::base::list::List;
use crate::base::span::Offsets;
use crate::language::Language;
use crate::syntax::{Model, Node, Parser, tokens::tokens};
use js_sys::{Array, Uint32Array};

/// The trees of a text's sentences.
///
/// The numbers, for each sentence: start and end in UTF-16, how many words it has, and 1 if it was parsed in pieces; then for each of its words: start, end,
/// the number of its head within the sentence from 1 on (0 for the root), and how sure part of speech, head and relation are, in thousandths.
/// The names, for each word: part of speech and relation, a blank behind each.
pub(super) fn parse(text: &str, language: &Language, model: &Model) -> Array {
    let mut parser = Parser::new(model);
    let (mut sentences, mut places) = (Offsets::new(text), Offsets::new(text));
    let mut numbers = Vec::new();
    let mut names = String::new();
    for span in language.sentences(text) {
        let sentence = span.of(text);
        let tokens = tokens(sentence, &model.splitting);
        let tree = parser.parse(&tokens.iter().map(|token| token.of(sentence)).list());
        let whole = sentences.utf16(span);
        numbers.extend_from_slice(&[whole.start as u32, whole.end as u32, tokens.len() as u32, u32::from(tree.cut)]);
        for (token, node) in tokens.iter().zip(&tree.nodes) {
            let place = places.utf16(token.shifted(span.start));
            let head = node.head.map_or(0, |head| head as u32 + 1);
            let sure = [node.sure.pos, node.sure.head, node.sure.relation].map(thousandths);
            numbers.extend_from_slice(&[place.start as u32, place.end as u32, head]);
            numbers.extend_from_slice(&sure);
            push_names(node, &mut names);
        }
    }
    Array::of2(&Uint32Array::from(numbers.as_slice()).into(), &names.into())
}

fn push_names(node: &Node, names: &mut String) {
    for part in [node.pos.name(), " ", node.relation.kind.name()] {
        names.push_str(part);
    }
    if let Some(subtype) = node.relation.subtype {
        names.push(':');
        names.push_str(subtype.name());
    }
    names.push(' ');
}

fn thousandths(share: f32) -> u32 {
    (share * 1000.0 + 0.5) as u32
}
