//! Fields of other people's JSON, where a number may be a text, a text a number, and nothing an empty text.
//!
//! In: a JSON value. Out: texts and numbers, or a sentence that names the field. It must never learn which format it is.

use crate::base::error::Error;
use serde_json::{Map, Value};

/// The text of a field; a number as written; empty where there is none.
pub(crate) fn text(object: &Value, name: &str) -> String {
    object.get(name).map(as_text).unwrap_or_default()
}

/// The text of the first of several fields that has any.
pub(crate) fn first_text(object: &Value, names: &[&str]) -> String {
    names.iter().map(|name| text(object, name)).find(|text| !text.is_empty()).unwrap_or_default()
}

pub(crate) fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The same, where an empty text is none.
pub(crate) fn some(text: String) -> Option<String> {
    if text.is_empty() { None } else { Some(text) }
}

/// A list; one thing is a list of one, nothing an empty list.
pub(crate) fn list(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(items)) => items,
        Some(object @ Value::Object(_)) => std::slice::from_ref(object),
        _ => &[],
    }
}

/// Adds a field unless its text is empty.
pub(crate) fn put(object: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        object.insert(name.to_owned(), Value::from(text));
    }
}

/// Parses JSON text; what is broken is said with its place.
pub(crate) fn parse(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).map_err(|error| {
        let sentence = error.to_string();
        let cause = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(cause, _)| cause);
        format!("the JSON is broken at line {}, column {}: {cause}", error.line(), error.column()).into()
    })
}

/// The first words of a text, as a title: at most 80 letters, whole words.
pub(crate) fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let mut title = String::new();
    for word in line.split(' ') {
        if title.chars().count() + word.chars().count() + 1 > 80 {
            let cut: String = word.chars().take(79).collect();
            let head = if title.is_empty() { cut.as_str() } else { title.as_str() };
            return format!("{head}…");
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}
