//! The settings of a training: `models/CODE.settings`, lines of `name = value`.
//!
//! In: the file's text. Out: numbers. It must never learn what they do. There are no defaults: what a model was trained with stands in its file.

use anyhow::{Context, Result, bail};
use article_timeline::syntax::shape::Shape;
use std::collections::BTreeMap;
use std::str::FromStr;

/// Everything that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Names of treebanks, without `.conllu.gz`.
    pub(crate) train: Vec<String>,
    pub(crate) develop: Vec<String>,
    pub(crate) seed: u64,
    /// Tags and relations are counted in the treebanks and come later.
    pub(crate) shape: Shape,
    /// A word has rows of its own when it was seen as often as this.
    pub(crate) seen: usize,
    /// A relation's subtype that is rarer is left out.
    pub(crate) relation_seen: usize,
    pub(crate) epochs: usize,
    /// Epochs behind these, with rounded weights.
    pub(crate) rounded_epochs: usize,
    pub(crate) rate: f32,
    /// Where the rate has fallen to at the end of the epochs in float.
    pub(crate) rate_between: f32,
    pub(crate) rounded_rate: f32,
    pub(crate) sentences: usize,
    pub(crate) norm: f32,
    pub(crate) drop_vector: f32,
    pub(crate) drop_state: f32,
    pub(crate) drop_hidden: f32,
    pub(crate) drop_word: f32,
    pub(crate) recased: f32,
    /// A table's weight lies within this many steps of nought; a matrix's.
    pub(crate) row_steps: i8,
    pub(crate) weight_steps: i8,
    /// Steps are this many root mean squares wide, all together on one side.
    pub(crate) reach: f32,
}

impl Settings {
    /// Reads the file; a name that is missing, doubled or unknown is an error.
    pub(crate) fn read(text: &str) -> Result<Settings> {
        let mut values = BTreeMap::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, value) = line.split_once('=').with_context(|| format!("no '=' in the line '{line}'"))?;
            if values.insert(name.trim().to_owned(), value.trim().to_owned()).is_some() {
                bail!("'{}' is set twice", name.trim());
            }
        }
        let mut values = Values(values);
        let names = |text: String| text.split(',').map(|name| name.trim().to_owned()).collect();
        let settings = Settings {
            train: names(values.take("train")?),
            develop: names(values.take("develop")?),
            seed: values.take("seed")?,
            shape: Shape {
                words: values.take("words")?,
                endings: values.take("endings")?,
                short_endings: values.take("short_endings")?,
                beginnings: values.take("beginnings")?,
                outlines: values.take("outlines")?,
                vector: values.take("vector")?,
                state: values.take("state")?,
                arc: values.take("arc")?,
                relation: values.take("relation")?,
                tags: 0,
                relations: 0,
            },
            seen: values.take("seen")?,
            relation_seen: values.take("relation_seen")?,
            epochs: values.take("epochs")?,
            rounded_epochs: values.take("rounded_epochs")?,
            rate: values.take("rate")?,
            rate_between: values.take("rate_between")?,
            rounded_rate: values.take("rounded_rate")?,
            sentences: values.take("sentences")?,
            norm: values.take("norm")?,
            drop_vector: values.take("drop_vector")?,
            drop_state: values.take("drop_state")?,
            drop_hidden: values.take("drop_hidden")?,
            drop_word: values.take("drop_word")?,
            recased: values.take("recased")?,
            row_steps: values.take("row_steps")?,
            weight_steps: values.take("weight_steps")?,
            reach: values.take("reach")?,
        };
        if let Some(name) = values.0.keys().next() {
            bail!("there is no setting '{name}'");
        }
        Ok(settings)
    }
}

struct Values(BTreeMap<String, String>);

impl Values {
    fn take<T: FromStr>(&mut self, name: &str) -> Result<T>
    where
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        let value = self.0.remove(name).with_context(|| format!("'{name}' is not set"))?;
        value.parse().with_context(|| format!("'{name}' can't be '{value}'"))
    }
}
