//! Other people's formats for JavaScript: a text in one becomes a text in another. A program of its own, because few pages ever need it.
//!
//! In: texts and names of formats. Out: texts, and what the other format can't say. It must never learn of a page.

use super::languages::LANGUAGES;
use super::values::refusal;
use crate::base::error::Error;
use crate::exchange::{self, Format, Options};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// The name of the format that a text seems to be in: `json` also where it is none.
#[wasm_bindgen]
pub fn guess(data: &str) -> String {
    exchange::guess(data).name().to_owned()
}

/// The text in another format: the text, whether that is JSON, and a list of what the format can't say. Without `from` the format is guessed.
///
/// # Errors
/// A refusal that says what is wrong with the text, with the entry and the field where it has such; or that a name is no format.
#[wasm_bindgen]
pub fn convert(data: &str, from: Option<String>, to: &str, lang: Option<String>) -> Result<Array, JsValue> {
    let refused = |error: Error| refusal(error.kind().word(), &[error.sentence(), "."].concat());
    let from = from.as_deref().map(Format::by_name).transpose().map_err(refused)?;
    let to = Format::by_name(to).map_err(refused)?;
    let converted = LANGUAGES.with_borrow(|languages| {
        exchange::convert(data, from, to, &Options { lang: lang.as_deref(), languages }).map_err(refused)
    })?;
    let lost: Array = converted.lost.iter().map(|phrase| JsValue::from_str(phrase)).collect();
    Ok(Array::of3(&converted.data.into(), &to.is_json().into(), &lost))
}
