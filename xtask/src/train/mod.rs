//! `xtask train CODE --data FOLDER`: treebanks to a model file.
//!
//! In: `models/CODE.settings` and the treebanks it names. Out: `models/CODE.model`, progress on standard error, a checkpoint after every epoch in
//! `target/train/CODE`. It must never learn a word of any language. A training that was broken off goes on behind its last epoch, and comes to the same end as one that was not.

mod adam;
mod checkpoint;
mod export;
mod kernels;
mod lesson;
pub(crate) mod measure;
mod network;
mod random;
mod raw;
mod round;
mod score;
mod settings;
mod sharpen;
mod splitting;
#[cfg(test)]
mod tests;
mod treebank;

use crate::train::adam::Adam;
use crate::train::checkpoint::Checkpoint;
use crate::train::lesson::Labels;
use crate::train::network::{Dropout, Network, Scores};
use crate::train::random::Random;
use crate::train::round::{Rounding, round_all};
use crate::train::score::{Named, Score};
use crate::train::settings::Settings;
use crate::train::treebank::Sentence;
use anyhow::{Context, Result, bail};
use article_timeline::syntax::Model;
use article_timeline::syntax::decode::Decoder;
use article_timeline::syntax::model::Sharpness;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Longer sentences are left out of the training: they are lists, and cost the square of their length.
const LONGEST: usize = 120;

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [code, option, data] = arguments else { bail!("usage: xtask train CODE --data FOLDER") };
    if option != "--data" {
        bail!("usage: xtask train CODE --data FOLDER");
    }
    let path = PathBuf::from(format!("models/{code}.settings"));
    let text = std::fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    let settings = Settings::read(&text).with_context(|| path.display().to_string())?;
    let data = Path::new(data);
    let read = |names: &[String]| -> Result<Vec<Sentence>> {
        Ok(names.iter().map(|name| treebank::read(data, name)).collect::<Result<Vec<_>>>()?.concat())
    };
    let (train, develop) = (read(&settings.train)?, read(&settings.develop)?);
    let course = Course::new(settings, train, develop);
    let kept = PathBuf::from(format!("target/train/{code}"));
    let weights = course.run(&text, &kept)?;
    let model = course.model(code, &weights)?;
    let path = PathBuf::from(format!("models/{code}.model"));
    std::fs::write(&path, model.write()).with_context(|| format!("{} can't be written", path.display()))?;
    eprintln!(
        "{}: {} bytes, development {}",
        path.display(),
        model.write().len(),
        measure::score(&model, &course.develop)
    );
    Ok(())
}

/// A training with all it needs.
struct Course {
    settings: Settings,
    labels: Labels,
    network: Network,
    /// The sentences to learn from: all, and those that are short enough for trees.
    all: Vec<Sentence>,
    train: Vec<Sentence>,
    develop: Vec<Sentence>,
}

impl Course {
    fn new(settings: Settings, all: Vec<Sentence>, develop: Vec<Sentence>) -> Course {
        let labels = Labels::of(&all, &settings);
        let network = Network::new(labels.shape(&settings));
        let train: Vec<Sentence> = all.iter().filter(|sentence| sentence.words.len() <= LONGEST).cloned().collect();
        eprintln!(
            "{} sentences, {} known words, {} relations, {} weights",
            train.len(),
            labels.vocabulary.hashes().len(),
            labels.relations.len(),
            network.count()
        );
        Course { settings, labels, network, all, train, develop }
    }

    /// Learns to the end, from the last checkpoint if there is one; returns the weights, not yet rounded.
    fn run(&self, settings: &str, kept: &Path) -> Result<Vec<f32>> {
        let (epochs, all) = (self.settings.epochs, self.settings.epochs + self.settings.rounded_epochs);
        let mut state = match Checkpoint::read(kept, settings, epochs, self.network.count())? {
            Some(state) => state,
            None => {
                let mut random = Random(self.settings.seed);
                let weights = self.network.first_weights(&mut random);
                Checkpoint { epoch: 0, random, adam: Adam::new(weights.len()), weights }
            }
        };
        let began = Instant::now();
        let first = state.epoch;
        while state.epoch < all {
            let rounded = state.epoch >= epochs;
            if state.epoch == epochs {
                state.adam = Adam::new(state.weights.len());
            }
            let loss = self.epoch(&mut state, &began, first);
            let mut weights = state.weights.clone();
            if rounded {
                round_all(&self.network, &mut weights, Rounding::of(&self.settings));
            }
            let score = self.score(&weights, &self.develop);
            eprintln!(
                "epoch {}: loss {loss:.4} a word, development {score}, {} s",
                state.epoch,
                began.elapsed().as_secs()
            );
            state.write(kept, settings, epochs)?;
        }
        Ok(state.weights)
    }

    /// Once through the sentences.
    fn epoch(&self, state: &mut Checkpoint, began: &Instant, first: usize) -> f64 {
        let settings = &self.settings;
        let rounded = state.epoch >= settings.epochs;
        let dropout =
            Dropout { vector: settings.drop_vector, state: settings.drop_state, hidden: settings.drop_hidden };
        let mut order: Vec<usize> = (0..self.train.len()).collect();
        state.random.shuffle(&mut order);
        let mut gradient = vec![0.0; state.weights.len()];
        let mut used = state.weights.clone();
        let steps = order.len().div_ceil(settings.sentences);
        let (mut loss, mut words) = (0.0f64, 0usize);
        let mut told = Instant::now();
        for (step, batch) in order.chunks(settings.sentences).enumerate() {
            used.copy_from_slice(&state.weights);
            if rounded {
                round_all(&self.network, &mut used, Rounding::of(&self.settings));
            }
            for place in batch {
                let example = self.labels.lesson(&self.train[*place], &self.network.shape, settings, &mut state.random);
                words += example.rows.len();
                loss += f64::from(self.network.learn(&used, &example, dropout, &mut state.random, &mut gradient));
            }
            let done = (state.epoch as f32) + step as f32 / steps as f32;
            state.adam.step(&mut state.weights, &mut gradient, self.rate(done), settings.norm);
            if told.elapsed().as_secs() >= 30 {
                told = Instant::now();
                let all = (settings.epochs + settings.rounded_epochs) as f32;
                let left = began.elapsed().as_secs_f32() / (done - first as f32).max(1e-3) * (all - done);
                eprintln!(
                    "  epoch {:.2} of {all}, loss {:.4}, about {:.0} minutes left",
                    done,
                    loss / words as f64,
                    left / 60.0
                );
            }
        }
        state.epoch += 1;
        loss / words.max(1) as f64
    }

    /// The rate of learning after so many epochs.
    fn rate(&self, done: f32) -> f32 {
        let settings = &self.settings;
        let epochs = settings.epochs as f32;
        if done < epochs {
            settings.rate + (settings.rate_between - settings.rate) * done / epochs
        } else {
            settings.rounded_rate * (1.0 - (done - epochs) / settings.rounded_epochs as f32)
        }
    }

    fn score(&self, weights: &[f32], sentences: &[Sentence]) -> Score {
        let mut score = Score::default();
        let mut decoder = Decoder::default();
        for sentence in sentences {
            let example = self.labels.example(sentence, &self.network.shape);
            let mut heads = Vec::new();
            let scores = self.network.scores(weights, &example.rows, |scores| {
                heads = decoder.heads(scores, example.rows.len()).to_vec();
                heads.clone()
            });
            let found = self.named(&scores, heads);
            score.add(&Named::gold(sentence), &found);
        }
        score
    }

    /// The model, as sure as the development part lets it be.
    fn model(&self, code: &str, weights: &[f32]) -> Result<Model> {
        let mut rounded = weights.to_vec();
        round_all(&self.network, &mut rounded, Rounding::of(&self.settings));
        let [mut tags, mut heads, mut relations] = [(); 3].map(|()| sharpen::Rows::default());
        for sentence in &self.develop {
            let example = self.labels.example(sentence, &self.network.shape);
            let scores = self.network.scores(&rounded, &example.rows, |_| example.heads.clone());
            let width = example.rows.len() + 1;
            let rows = scores.tags.chunks_exact(self.labels.tags.len());
            rows.zip(&example.tags).for_each(|(row, right)| tags.add(row, *right));
            scores.heads.chunks_exact(width).zip(&example.heads).for_each(|(row, right)| heads.add(row, *right));
            let rows = scores.relations.chunks_exact(self.labels.relations.len()).zip(&example.relations);
            // The root's relation needs no guess.
            rows.filter(|(_, right)| **right > 0).for_each(|(row, right)| relations.add(&row[1..], right - 1));
        }
        let sharpness = Sharpness { pos: tags.sharpness(), head: heads.sharpness(), relation: relations.sharpness() };
        let splitting = splitting::learn(&self.all);
        export::model(code, &self.settings, &self.network, &self.labels, splitting, sharpness, weights)
    }

    /// The best labels; only the root has the root's relation, which is the first.
    fn named(&self, scores: &Scores, heads: Vec<usize>) -> Named<'_> {
        let best = |scores: &[f32], from: usize| {
            (from..scores.len()).fold(from, |best, place| if scores[place] > scores[best] { place } else { best })
        };
        let tags =
            scores.tags.chunks_exact(self.labels.tags.len()).map(|row| &*self.labels.tags[best(row, 0)]).collect();
        let rows = scores.relations.chunks_exact(self.labels.relations.len()).zip(&heads);
        let relations =
            rows.map(|(row, head)| &*self.labels.relations[if *head == 0 { 0 } else { best(row, 1) }]).collect();
        Named { tags, heads, relations }
    }
}
