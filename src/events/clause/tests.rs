//! Clauses of sentences in our own words, against `clauses.txt`.

use super::*;
use crate::base::span::Span;
use crate::language::Languages;
use crate::language::lexer;
use crate::language::word::{Marked, words};

/// A sentence with its clauses, one a line: kind, verb group, words.
fn show(text: &str) -> String {
    let languages = Languages::english();
    let language = languages.get("en").unwrap();
    let tokens = lexer::lex(text, language);
    let marked = Marked { text, tokens: &tokens, mentions: &[] };
    let words = words(marked, Span::new(0, text.len()), &mut false, language);
    let clauses = clauses(&words);
    let mut out = String::new();
    for (number, clause) in clauses.list.iter().enumerate() {
        out += &format!("{:?}", clause.kind);
        if let Some(verb) = clause.verb {
            let group = Span::new(words[verb.first].span.start, words[verb.end - 1].span.end).of(text);
            out += &format!(" <{group}> {:?} {:?}", verb.form, verb.tense);
            for (flag, name) in
                [(verb.perfect, "perfect"), (verb.passive, "passive"), (verb.modal, "modal"), (verb.negated, "not")]
            {
                if flag {
                    out += " ";
                    out += name;
                }
            }
            if let Some(to) = verb.to {
                out += " to:";
                out += words[to].span.of(text);
            }
        }
        out += ":";
        for (place, word) in words.iter().enumerate().filter(|(place, _)| clauses.of(*place) == number) {
            let _ = place;
            out += " ";
            out += word.span.of(text);
        }
        out += "\n";
    }
    out
}

/// Sentences in our own words with the clauses expected of them. A further one may stand there without: the failure shows what was found.
#[test]
fn clauses_are_what_the_file_says() {
    for case in include_str!("clauses.txt").split("\n= ").skip(1) {
        let (sentence, expected) = case.split_once('\n').unwrap();
        assert_eq!(show(sentence).trim(), expected.trim(), "in: {sentence}");
    }
}
