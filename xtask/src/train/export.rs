//! Trained weights as a model: rounded to steps, with everything that belongs to them.
//!
//! In: weights, labels, the way text is split. Out: a `Model`. It must never learn how the weights were found.

use super::lesson::Labels;
use super::network::Network;
use super::round::{Rounding, round};
use super::settings::Settings;
use anyhow::{Context, Result};
use article_timeline::syntax::Model;
use article_timeline::syntax::model::{BIAS_STEP, Sharpness, Steps, scale};
use article_timeline::syntax::shape::{Kind, Parts, Size};
use article_timeline::syntax::splitting::Splitting;
use article_timeline::syntax::{Pos, Relation};

/// The model of a language.
pub(crate) fn model(
    language: &str,
    settings: &Settings,
    network: &Network,
    labels: &Labels,
    splitting: Splitting,
    sharpness: Sharpness,
    weights: &[f32],
) -> Result<Model> {
    let rounding = Rounding::of(settings);
    let mut list = network.list.iter();
    let parts = Parts::build(&network.shape, &mut |size| {
        let part = list.next().context("the network has fewer parts than its shape")?;
        let mut rounded = weights[part.range.clone()].to_vec();
        let scales = round(part, &mut rounded, rounding);
        anyhow::Ok(steps(size, &rounded, scales))
    })?;
    let tags =
        labels.tags.iter().map(|name| Pos::from_name(name).with_context(|| format!("'{name}' is no part of speech")));
    let relations = labels.relations.iter();
    let relations =
        relations.map(|name| Relation::from_name(name).with_context(|| format!("'{name}' is no universal relation")));
    Ok(Model {
        language: language.to_owned(),
        shape: network.shape,
        reach: [rounding.row_steps as u8, rounding.weight_steps as u8],
        sharpness,
        tags: tags.collect::<Result<_>>()?,
        relations: relations.collect::<Result<_>>()?,
        splitting,
        vocabulary: labels.vocabulary.clone(),
        parts,
    })
}

/// Rounded weights as whole numbers, in the file's order: a matrix output by output.
fn steps(size: Size, rounded: &[f32], scales: Vec<u8>) -> Steps {
    let whole = |weight: f32, scale: f32| (weight / scale).round() as i16;
    let values: Vec<f32> = scales.iter().map(|number| scale(*number)).collect();
    let steps = match size.kind {
        Kind::Bias => rounded.iter().map(|weight| whole(*weight, BIAS_STEP)).collect(),
        Kind::Rows => rounded.iter().map(|weight| whole(*weight, values[0])).collect(),
        Kind::Weights => (0..size.outputs)
            .flat_map(|output| rounded.iter().skip(output).step_by(size.outputs).map(move |weight| (output, *weight)))
            .map(|(output, weight)| whole(weight, values[output]))
            .collect(),
    };
    Steps::new(size.kind, steps, scales)
}
