//! Trees, drawn as text: a line for each word, the branches at its left.
//!
//! In: an article's sentences, a model. Out: lines. It must never learn what the trees are used for.
//!
//! ```text
//!     ╭─ The       DET   det
//!   ╭─┴─ bridge    NOUN  nsubj:pass
//!   ├─── was       AUX   aux:pass
//! ──┼─── closed    VERB  root
//!   ╰─── .         PUNCT punct
//! ```

use crate::models::models;
use crate::paper::{Paper, Style, columns};
use article_timeline::language::Language;
use article_timeline::syntax::{Parser, Tree, tokens::tokens};
use std::io;

/// Below this a word's place in the tree is marked as doubtful.
const SURE: f32 = 0.7;
/// Branches further from the root are not drawn; such words stand at the last that is.
const DEEPEST: usize = 16;

/// Draws the trees of those sentences of a text that `wanted` asks for, by their first and last byte.
pub(crate) fn show(
    paper: &mut Paper,
    text: &str,
    language: &Language,
    wanted: impl Fn(usize, usize) -> bool,
) -> io::Result<()> {
    let Some(model) = models().get(language.code()) else { return Ok(()) };
    let mut parser = Parser::new(model);
    for sentence in language.sentences(text).into_iter().filter(|span| wanted(span.start, span.end)) {
        let text = sentence.of(text);
        let words: Vec<&str> = tokens(text, &model.splitting).iter().map(|span| span.of(text)).collect();
        let tree = parser.parse(&words);
        for line in draw(&words, &tree) {
            paper.line(&format!("    {line}"), Style::Plain)?;
        }
        if tree.cut {
            paper.line("    (too long for one tree: parsed in pieces)", Style::Dim)?;
        }
        paper.line("", Style::Plain)?;
    }
    Ok(())
}

/// A tree's lines.
fn draw(words: &[&str], tree: &Tree) -> Vec<String> {
    let depths: Vec<usize> = (0..tree.nodes.len()).map(|word| depth(tree, word)).collect();
    let spans = spans(tree);
    let deepest = depths.iter().copied().max().unwrap_or(0);
    let widest = words.iter().map(|word| columns(word)).max().unwrap_or(0).min(24);
    let line = |(place, (word, node)): (usize, (&&str, &article_timeline::syntax::Node))| {
        let own = depths.get(place).copied().unwrap_or(0);
        let mut branches = String::new();
        for level in 0..=deepest {
            let through = |other: usize| {
                let (first, last) = spans.get(other).copied().unwrap_or((other, other));
                depths.get(other) == Some(&level) && (first..=last).contains(&place) && first < last
            };
            let line = (0..spans.len()).find(|other| through(*other));
            let (first, last) = line.and_then(|line| spans.get(line)).copied().unwrap_or((place, place));
            let parent = level + 1 == own;
            branches.push_str(match () {
                () if level == own && place == first && place == last => "──",
                () if level == own && place == first => "┬─",
                () if level == own && place == last => "┴─",
                () if level == own => "┼─",
                () if level > own => "──",
                () if parent && place == first => "╭─",
                () if parent && place == last => "╰─",
                () if parent => "├─",
                () if line.is_some() => "│ ",
                () => "  ",
            });
        }
        let front = if own == 0 { "──" } else { "  " };
        let gap = " ".repeat(widest.saturating_sub(columns(word)));
        let doubt = if node.sure.head * node.sure.relation < SURE { "  ?" } else { "" };
        format!("{front}{branches} {word}{gap} {:<5} {}{doubt}", node.pos.name(), node.relation)
    };
    words.iter().zip(&tree.nodes).enumerate().map(line).collect()
}

fn depth(tree: &Tree, word: usize) -> usize {
    let head = |word: usize| tree.nodes.get(word).and_then(|node| node.head);
    std::iter::successors(head(word), |word| head(*word)).take(DEEPEST).count()
}

/// From the first to the last of every word and those that hang on it.
fn spans(tree: &Tree) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = (0..tree.nodes.len()).map(|word| (word, word)).collect();
    for (word, node) in tree.nodes.iter().enumerate() {
        if let Some((first, last)) = node.head.and_then(|head| spans.get_mut(head)) {
            (*first, *last) = ((*first).min(word), (*last).max(word));
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_timeline::syntax::{Node, Pos, Relation, Sure};

    #[test]
    fn branches_lead_from_every_word_to_its_head() {
        let node = |head: Option<usize>, pos: &str, relation: &str, head_sure: f32| Node {
            pos: Pos::from_name(pos).unwrap(),
            head,
            relation: Relation::from_name(relation).unwrap(),
            sure: Sure { pos: 1.0, head: head_sure, relation: 1.0 },
        };
        let tree = Tree {
            nodes: vec![
                node(Some(1), "DET", "det", 1.0),
                node(Some(2), "NOUN", "nsubj", 1.0),
                node(None, "VERB", "root", 1.0),
                node(Some(4), "ADP", "case", 1.0),
                node(Some(2), "NOUN", "obl", 0.4),
                node(Some(2), "PUNCT", "punct", 1.0),
            ],
            cut: false,
        };
        let drawn = draw(&["The", "ferry", "sank", "off", "Corfu", "."], &tree);
        let expected = [
            "    ╭─── The   DET   det",
            "  ╭─┴─── ferry NOUN  nsubj",
            "──┼───── sank  VERB  root",
            "  │ ╭─── off   ADP   case",
            "  ├─┴─── Corfu NOUN  obl  ?",
            "  ╰───── .     PUNCT punct",
        ];
        assert_eq!(drawn, expected);
    }
}
