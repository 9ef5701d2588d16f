//! `xtask trees CODE --data FOLDER NAME...`: how good a model's trees are on treebanks.
//!
//! In: a model file, treebanks. Out: a table on standard output: gold words, the same set as headlines, and from raw text. It must never learn how the model was made.

use super::raw::RawScore;
use super::score::{Named, Score};
use super::treebank::{self, Sentence};
use anyhow::{Context, Result, bail};
use article_timeline::syntax::{Model, Parser};
use std::path::{Path, PathBuf};

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [code, option, data, names @ ..] = arguments else { bail!("usage: xtask trees CODE --data FOLDER NAME...") };
    if option != "--data" || names.is_empty() {
        bail!("usage: xtask trees CODE --data FOLDER NAME...");
    }
    let path = PathBuf::from(format!("models/{code}.model"));
    let bytes = std::fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
    let model = Model::read(&bytes).map_err(|problem| anyhow::anyhow!("{}: {problem}", path.display()))?;
    for name in names {
        let sentences = treebank::read(Path::new(data), name)?;
        println!("{name}");
        println!("  gold words   {}", score(&model, &sentences));
        println!("  title case   {}", score(&model, &title_case(&sentences)));
        println!("  raw text     {}", RawScore::of(&model, &sentences, true));
        println!("  raw words, gold sentences");
        println!("               {}", RawScore::of(&model, &sentences, false));
        println!("  sureness     {}", sureness(&model, &sentences));
    }
    Ok(())
}

/// Scores of the shipped parser under gold words.
pub(crate) fn score(model: &Model, sentences: &[Sentence]) -> Score {
    let mut parser = Parser::new(model);
    let mut score = Score::default();
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(|word| &*word.form).collect();
        let tree = parser.parse(&words);
        let relations: Vec<String> = tree.nodes.iter().map(|node| node.relation.to_string()).collect();
        let found = Named {
            tags: tree.nodes.iter().map(|node| node.pos.name()).collect(),
            heads: tree.nodes.iter().map(|node| node.head.map_or(0, |head| head + 1)).collect(),
            relations: relations.iter().map(String::as_str).collect(),
        };
        score.add(&Named::gold(sentence), &found);
    }
    score
}

/// Every word with a capital.
fn title_case(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut sentences = sentences.to_vec();
    for word in sentences.iter_mut().flat_map(|sentence| &mut sentence.words) {
        let mut letters = word.form.chars();
        word.form = letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect());
    }
    sentences
}

/// How far what the parser claims is from what is right: the mean over words, in points, for parts of speech, heads and relations, in ten classes of claims.
fn sureness(model: &Model, sentences: &[Sentence]) -> String {
    let mut classes = [[(0usize, 0usize, 0.0f64); 10]; 3];
    let mut parser = Parser::new(model);
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(|word| &*word.form).collect();
        for (node, word) in parser.parse(&words).nodes.iter().zip(&sentence.words) {
            let head = node.head.map_or(0, |head| head + 1) == word.head;
            let mut count = |kind: usize, sure: f32, right: bool| {
                let class = &mut classes[kind][((sure * 10.0) as usize).min(9)];
                *class = (class.0 + 1, class.1 + usize::from(right), class.2 + f64::from(sure));
            };
            count(0, node.sure.pos, node.pos.name() == word.tag);
            count(1, node.sure.head, head);
            if head && word.head > 0 {
                count(2, node.sure.relation, super::lesson::base(&word.relation) == node.relation.kind.name());
            }
        }
    }
    let off = classes.map(|classes| {
        let all: usize = classes.iter().map(|class| class.0).sum();
        let off: f64 = classes.iter().map(|(_, right, sure)| (sure - *right as f64).abs()).sum();
        100.0 * off / all.max(1) as f64
    });
    format!("off by {:.1} points for parts of speech, {:.1} for heads, {:.1} for relations", off[0], off[1], off[2])
}
