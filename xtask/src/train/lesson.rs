//! Sentences of a treebank as lessons: labels by number, words by rows, now and then in other capitals.
//!
//! In: sentences. Out: examples for the network, and the label sets and the vocabulary that belong to it. It must never learn how the network learns.

use super::network::Example;
use super::random::Random;
use super::settings::Settings;
use super::treebank::Sentence;
use article_timeline::syntax::Relation;
use article_timeline::syntax::features::{Vocabulary, hash_of, rows};
use article_timeline::syntax::shape::Shape;
use std::collections::BTreeMap;

/// What a model says in words: its parts of speech and relations, and the words it knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    pub(crate) tags: Vec<String>,
    /// The root's relation comes first.
    pub(crate) relations: Vec<String>,
    pub(crate) vocabulary: Vocabulary,
}

impl Labels {
    /// Counts what the sentences have.
    pub(crate) fn of(sentences: &[Sentence], settings: &Settings) -> Labels {
        let words = || sentences.iter().flat_map(|sentence| &sentence.words);
        let relations = counted(words().map(|word| &*word.relation));
        let often = |name: &str| {
            Relation::from_name(name).is_some()
                && relations.get(name).is_some_and(|count| *count >= settings.relation_seen)
        };
        let shortened = words().map(|word| if often(&word.relation) { &*word.relation } else { base(&word.relation) });
        let of_roots = counted(words().filter(|word| word.head == 0).map(|word| &*word.relation));
        let root = of_roots.iter().max_by_key(|(_, count)| **count).map_or("", |(name, _)| *name);
        let mut relations: Vec<String> = counted(shortened).into_keys().map(str::to_owned).collect();
        relations.sort_by_key(|name| name != root);
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        for word in words() {
            *seen.entry(hash_of(&word.form)).or_default() += 1;
        }
        let known = seen.into_iter().filter(|(_, count)| *count >= settings.seen).map(|(hash, _)| hash);
        Labels {
            tags: counted(words().map(|word| &*word.tag)).into_keys().map(str::to_owned).collect(),
            relations,
            vocabulary: Vocabulary::new(known),
        }
    }

    /// The network's shape with these labels.
    pub(crate) fn shape(&self, settings: &Settings) -> Shape {
        Shape { tags: self.tags.len(), relations: self.relations.len(), ..settings.shape }
    }

    fn tag(&self, name: &str) -> usize {
        self.tags.iter().position(|tag| tag == name).unwrap_or(0)
    }

    fn relation(&self, name: &str) -> usize {
        let place = |name: &str| self.relations.iter().position(|relation| relation == name);
        place(name).or_else(|| place(base(name))).unwrap_or(0)
    }

    /// A sentence as it stands.
    pub(crate) fn example(&self, sentence: &Sentence, shape: &Shape) -> Example {
        Example {
            rows: sentence.words.iter().map(|word| rows(&word.form, &self.vocabulary, shape)).collect(),
            tags: sentence.words.iter().map(|word| self.tag(&word.tag)).collect(),
            heads: sentence.words.iter().map(|word| word.head).collect(),
            relations: sentence.words.iter().map(|word| self.relation(&word.relation)).collect(),
        }
    }

    /// A sentence as it is learned from this time: some words unknown, now and then in other capitals.
    pub(crate) fn lesson(
        &self,
        sentence: &Sentence,
        shape: &Shape,
        settings: &Settings,
        random: &mut Random,
    ) -> Example {
        let mut example = if random.chance(settings.recased) {
            self.example(&recased(sentence, random), shape)
        } else {
            self.example(sentence, shape)
        };
        for row in &mut example.rows {
            if random.chance(settings.drop_word) {
                row.word = None;
            }
        }
        example
    }
}

/// A relation without its subtype.
pub(crate) fn base(relation: &str) -> &str {
    relation.split(':').next().unwrap_or(relation)
}

fn counted<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// As headlines are set: every word, or every longer word, with a capital, or none; every other time without the last full point.
fn recased(sentence: &Sentence, random: &mut Random) -> Sentence {
    let way = random.below(4);
    let mut sentence = sentence.clone();
    for (place, word) in sentence.words.iter_mut().enumerate() {
        let long = place == 0 || word.form.chars().count() > 3;
        word.form = match way {
            0 | 1 => capitalised(&word.form),
            2 if long => capitalised(&word.form),
            _ => word.form.to_lowercase(),
        };
    }
    let last = sentence.words.len();
    let bare = sentence.words.last().is_some_and(|word| word.form.chars().all(|sign| !sign.is_alphanumeric()));
    if random.chance(0.5) && last > 1 && bare && sentence.words.iter().all(|word| word.head != last) {
        sentence.words.pop();
    }
    sentence
}

fn capitalised(form: &str) -> String {
    let mut letters = form.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
