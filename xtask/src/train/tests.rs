//! A whole training in a second or two: a made-up language with its verb at the end, postpositions, and adjectives behind their nouns, so that nothing of the
//! order of English, and none of its words, can be what makes it work.

use super::measure::score;
use super::round::{Rounding, round_all};
use super::settings::Settings;
use super::treebank::{Sentence, Word};
use super::*;
use article_timeline::syntax::Parser;
use std::fs;

/// Twenty sentences: word, part of speech, head, relation.
const TREEBANK: &str = "\
silun:NOUN:4:nsubj lo:DET:1:det polim:NOUN:4:obj bakti:VERB:0:root .:PUNCT:4:punct
haret:NOUN:4:nsubj lo:DET:1:det numa:NOUN:4:obj lumti:VERB:0:root .:PUNCT:4:punct
silun:NOUN:5:nsubj viko:ADJ:1:amod lo:DET:1:det tegra:NOUN:5:obj dosri:VERB:0:root .:PUNCT:5:punct
haret:NOUN:5:nsubj sarpa:ADJ:1:amod lo:DET:1:det polim:NOUN:5:obj bakti:VERB:0:root .:PUNCT:5:punct
marko:NOUN:5:nsubj lo:DET:1:det tegra:NOUN:5:obl ne:ADP:3:case gorvi:VERB:0:root .:PUNCT:5:punct
silun:NOUN:5:nsubj lo:DET:1:det marko:NOUN:5:obl ra:ADP:3:case gorvi:VERB:0:root .:PUNCT:5:punct
haret:NOUN:6:nsubj lo:DET:1:det marko:NOUN:6:obl ne:ADP:3:case numa:NOUN:6:obj lumti:VERB:0:root .:PUNCT:6:punct
silun:NOUN:6:nsubj lo:DET:1:det tegra:NOUN:6:obl ne:ADP:3:case polim:NOUN:6:obj bakti:VERB:0:root .:PUNCT:6:punct
haret:NOUN:6:nsubj viko:ADJ:1:amod lo:DET:1:det tegra:NOUN:6:obl ra:ADP:4:case gorvi:VERB:0:root .:PUNCT:6:punct
marko:NOUN:6:nsubj sarpa:ADJ:1:amod lo:DET:1:det tegra:NOUN:6:obl ne:ADP:4:case gorvi:VERB:0:root .:PUNCT:6:punct
silun:NOUN:5:nsubj marko:NOUN:5:obj viko:ADJ:2:amod lo:DET:2:det dosri:VERB:0:root .:PUNCT:5:punct
haret:NOUN:5:nsubj numa:NOUN:5:obj sarpa:ADJ:2:amod lo:DET:2:det lumti:VERB:0:root .:PUNCT:5:punct
silun:NOUN:7:nsubj lo:DET:1:det marko:NOUN:7:obl viko:ADJ:3:amod ne:ADP:3:case numa:NOUN:7:obj lumti:VERB:0:root .:PUNCT:7:punct
haret:NOUN:7:nsubj lo:DET:1:det tegra:NOUN:7:obl sarpa:ADJ:3:amod ra:ADP:3:case polim:NOUN:7:obj bakti:VERB:0:root .:PUNCT:7:punct
tegra:NOUN:3:nsubj lo:DET:1:det gorvi:VERB:0:root .:PUNCT:3:punct
marko:NOUN:3:nsubj lo:DET:1:det gorvi:VERB:0:root .:PUNCT:3:punct
polim:NOUN:4:obj silun:NOUN:4:nsubj lo:DET:2:det bakti:VERB:0:root .:PUNCT:4:punct
tegra:NOUN:6:obl ne:ADP:1:case silun:NOUN:6:nsubj viko:ADJ:3:amod lo:DET:3:det lumti:VERB:0:root .:PUNCT:6:punct
marko:NOUN:6:obl ra:ADP:1:case haret:NOUN:6:nsubj sarpa:ADJ:3:amod lo:DET:3:det gorvi:VERB:0:root .:PUNCT:6:punct
haret:NOUN:6:nsubj marko:NOUN:6:obj lo:DET:2:det tegra:NOUN:6:obl ne:ADP:4:case dosri:VERB:0:root .:PUNCT:6:punct";

/// Sentences that are not among them, of the same words.
const UNSEEN: &str = "\
silun:NOUN:7:nsubj viko:ADJ:1:amod lo:DET:1:det tegra:NOUN:7:obl ne:ADP:4:case numa:NOUN:7:obj lumti:VERB:0:root .:PUNCT:7:punct
haret:NOUN:6:nsubj sarpa:ADJ:1:amod lo:DET:1:det marko:NOUN:6:obl ra:ADP:4:case gorvi:VERB:0:root .:PUNCT:6:punct";

const SETTINGS: &str = "\
train = toy
develop = toy
seed = 5
words = 64
endings = 32
short_endings = 32
beginnings = 32
outlines = 8
vector = 16
state = 16
arc = 16
relation = 16
seen = 2
relation_seen = 1
epochs = 40
rounded_epochs = 15
rate = 0.02
rate_between = 0.005
rounded_rate = 0.005
sentences = 2
norm = 20
drop_vector = 0.05
drop_state = 0.05
drop_hidden = 0.05
drop_word = 0.02
recased = 0.1
row_steps = 3
weight_steps = 7
reach = 2.8";

fn treebank(text: &str) -> Vec<Sentence> {
    let word = |cells: &str| {
        let cells: Vec<&str> = cells.split(':').collect();
        Word {
            form: cells[0].into(),
            tag: cells[1].into(),
            head: cells[2].parse().unwrap(),
            relation: cells[3].into(),
            ..Word::default()
        }
    };
    text.lines().map(|line| Sentence { words: line.split(' ').map(word).collect(), begins: false }).collect()
}

#[test]
fn a_language_with_another_order_is_learned() {
    let settings = Settings::read(SETTINGS).unwrap();
    let course = Course::new(settings, treebank(TREEBANK), treebank(UNSEEN));
    let kept = std::env::temp_dir().join(format!("article-timeline-training-{}", std::process::id()));
    let weights = course.run(SETTINGS, &kept).unwrap();
    let model = course.model("xx", &weights).unwrap();

    // Learned, and understood in new sentences.
    let all = "UPOS 1.0000  UAS 1.0000  LAS 1.0000  clause 1.0000";
    assert_eq!(score(&model, &course.train).to_string(), all);
    assert_eq!(score(&model, &course.develop).to_string(), all);

    // The file is the model.
    let again = Model::read(&model.write()).unwrap();
    assert_eq!(again.write(), model.write());
    assert_eq!(score(&again, &course.develop).to_string(), all);

    // The parser's whole numbers come to what the trainer's floats come to.
    let mut rounded = weights.clone();
    round_all(&course.network, &mut rounded, Rounding::of(&course.settings));
    let mut parser = Parser::new(&model);
    let garbled = ["numa", "lo", "lo", "bakti", "Silun", "?", "ne", "quux", "7", "gorvi"];
    for length in 1..=garbled.len() {
        let sentence: Vec<Word> = garbled.iter().map(|form| Word { form: (*form).into(), ..Word::default() }).collect();
        let example = course
            .labels
            .example(&Sentence { words: sentence[..length].to_vec(), begins: false }, &course.network.shape);
        let mut heads = Vec::new();
        let scores = course.network.scores(&rounded, &example.rows, |scores| {
            heads = Decoder::default().heads(scores, length).to_vec();
            heads.clone()
        });
        let named = course.named(&scores, heads);
        let tree = parser.parse(&garbled[..length]);
        let found: Vec<usize> = tree.nodes.iter().map(|node| node.head.map_or(0, |head| head + 1)).collect();
        let tags: Vec<&str> = tree.nodes.iter().map(|node| node.pos.name()).collect();
        assert_eq!((found, tags), (named.heads, named.tags), "{length} words");
    }

    // Broken off before the rounding and gone on with, it comes to the same end.
    fs::copy(kept.join("float"), kept.join("last")).unwrap();
    assert!(course.run(SETTINGS, &kept).unwrap() == weights);
    fs::remove_dir_all(&kept).unwrap();
}

#[test]
fn settings_are_all_there_and_none_is_unknown() {
    assert!(Settings::read(SETTINGS).is_ok());
    for (text, expected) in [
        (SETTINGS.replace("seed = 5\n", ""), "'seed' is not set"),
        (SETTINGS.replace("seed = 5", "seed = five"), "'seed' can't be 'five'"),
        (format!("{SETTINGS}\nfroth = 1"), "there is no setting 'froth'"),
        (format!("{SETTINGS}\nseed = 6"), "'seed' is set twice"),
    ] {
        assert_eq!(Settings::read(&text).unwrap_err().to_string(), expected);
    }
}
