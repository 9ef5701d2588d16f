//! The reader for JavaScript: a text or an article becomes a timeline, and a text its mentions.
//!
//! In: texts, article JSON, Timeline JSON. Out: Timeline JSON, and mentions in lists of numbers. It must never learn of a page or its elements:
//! those who have one hand over its blocks.

use super::trees;
use super::values::{field, is_timeline, published, refusal, timeline};
use crate::article::json::{ArticleJson, BlockJson};
use crate::article::{self, Article, Given};
use crate::base::edtf;
use crate::base::span::Offsets;
use crate::events;
use crate::exchange::json;
use crate::language::Languages;
use crate::syntax::Models;
use crate::temporal::{self, Context, TextKind};
use core::cell::RefCell;
use js_sys::{Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The languages that this program reads: English, and what the shell has fetched. The core is handed them with every call.
    static LANGUAGES: RefCell<Languages> = RefCell::new(Languages::shipped());
    /// The models for trees that the shell has fetched.
    static MODELS: RefCell<Models> = RefCell::default();
}

/// Reads articles (text, article JSON), whose timeline is then [built](Articles::build); a Timeline JSON alone comes back checked and
/// completed. In two calls, so that on a slow phone a page that reads by itself has its turn in between.
///
/// # Errors
/// A refusal for what is no article, or a publication date that is none.
#[wasm_bindgen]
pub fn analyze(articles: &Array, published: &JsValue, lang: &JsValue) -> Result<JsValue, JsValue> {
    let only = articles.get(0);
    if articles.length() == 1 && is_timeline(&only) {
        return timeline(&only).map(|timeline| write(&json::from_timeline(&timeline)));
    }
    let given = given(published, lang)?;
    let mut read = Vec::new();
    for article in articles.iter() {
        read.push(read_any(&article, &given)?);
    }
    Ok(Articles(read).into())
}

/// Articles that were read.
#[wasm_bindgen]
pub struct Articles(Vec<Article>);

#[wasm_bindgen]
impl Articles {
    /// Their timeline.
    pub fn build(self) -> JsValue {
        let build = |languages: &Languages| {
            MODELS.with_borrow(|models| events::build(&self.0, languages, models, events::Options::default()))
        };
        write(&json::from_timeline(&LANGUAGES.with_borrow(build)))
    }
}

/// The words in a text that speak of time: a list of their starts and ends in UTF-16, in turns, and one text with a line for each: type, value and
/// modifier as TIMEX3 has them, parted by blanks. The shell makes objects of both, because every small text that leaves by itself takes
/// longer than finding it. Nothing for a language that is not read.
///
/// # Errors
/// A refusal for a publication date or a kind of text that is none.
#[wasm_bindgen]
pub fn tag(text: &str, published: &JsValue, lang: &JsValue, kind: Option<String>) -> Result<Array, JsValue> {
    let given = given(published, lang)?;
    let kind = match kind {
        Some(name) => match TextKind::named(&name) {
            Some(kind) => Some(kind),
            None => return Err(refusal("bad-input", "kind is news, message or narrative.")),
        },
        None => None,
    };
    let mut places = Vec::new();
    let mut lines = String::new();
    let found = LANGUAGES.with_borrow(|languages| {
        let language = languages.of(given.language.as_deref());
        language.map(|language| temporal::tag(text, Context { language, published: given.published, kind }))
    });
    if let Some(found) = found {
        let mut offsets = Offsets::new(text);
        for mention in found {
            let span = offsets.utf16(mention.span);
            places.extend_from_slice(&[span.start as u32, span.end as u32]);
            lines.push_str(mention.timex.kind.name());
            lines.push(' ');
            mention.timex.value.write(&mut lines);
            if let Some(modifier) = mention.timex.modifier {
                lines.push(' ');
                lines.push_str(modifier.name());
            }
            lines.push('\n');
        }
    }
    Ok(Array::of2(&Uint32Array::from(places.as_slice()).into(), &lines.into()))
}

/// The code of the language of a BCP 47 tag when its file is still to be fetched: to be asked for before anything in it is read.
#[wasm_bindgen]
pub fn missing(tag: &str) -> Option<String> {
    LANGUAGES.with_borrow(|languages| languages.missing(tag)).map(String::from)
}

/// Takes a language file that the shell has fetched because it was [missing].
#[wasm_bindgen]
pub fn fetched(file: String) {
    LANGUAGES.with_borrow_mut(|languages| languages.add(file));
}

/// The code of the language of a BCP 47 tag when its model is still to be fetched: to be asked for before anything in it is parsed.
#[wasm_bindgen(js_name = missingModel)]
pub fn missing_model(tag: &str) -> Option<String> {
    MODELS.with_borrow(|models| models.missing(tag)).map(String::from)
}

/// Takes a model file that the shell has fetched because it was [missing](missing_model).
///
/// # Errors
/// A refusal for what is no model, one of another version, or damaged.
#[wasm_bindgen(js_name = fetchedModel)]
pub fn fetched_model(file: &[u8]) -> Result<(), JsValue> {
    let taken = MODELS.with_borrow_mut(|models| models.add(file));
    taken.map_err(|error| {
        refusal(error.kind().word(), &["The model of a language can't be read: ", error.sentence(), "."].concat())
    })
}

/// The [trees](trees::parse) of a text's sentences, in numbers and names.
///
/// # Errors
/// A refusal for a language that there are no trees for.
#[wasm_bindgen]
pub fn parse(text: &str, lang: &str) -> Result<Array, JsValue> {
    LANGUAGES.with_borrow(|languages| {
        MODELS.with_borrow(|models| match (languages.get(lang), models.get(lang)) {
            (Some(language), Some(model)) => Ok(trees::parse(text, language, model)),
            _ => Err(refusal("unsupported", &["There are no trees for the language \"", lang, "\" yet."].concat())),
        })
    })
}

/// What the caller says about an article; what is not given is null or undefined.
fn given(published_on: &JsValue, language: &JsValue) -> Result<Given, JsValue> {
    Ok(Given { published: published(published_on)?, language: language.as_string(), url: None })
}

fn read_any(value: &JsValue, given: &Given) -> Result<Article, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(LANGUAGES.with_borrow(|languages| article::text::read(&text, given, languages)));
    }
    if !value.is_object() {
        return Err(refusal("bad-input", "An article is a text, an element, or JSON with headline and text."));
    }
    let article = read_article(value);
    Ok(LANGUAGES.with_borrow(|languages| article::json::read(article, given, languages)))
}

fn read_article(value: &JsValue) -> ArticleJson {
    let blocks = field(value, "blocks");
    ArticleJson {
        headline: text(value, "headline"),
        published: text(value, "published").or_else(|| first_moment(&field(value, "times"))),
        // Who said so is for readers of our answers; what others write there is not believed.
        found: None,
        modified: text(value, "modified"),
        language: text(value, "language"),
        url: text(value, "url"),
        text: text(value, "text"),
        blocks: blocks.is_object().then(|| read_blocks(&blocks)),
    }
}

/// Of the machine-readable times that stand in an article's page, the first that is a date: months and hours are none.
fn first_moment(times: &JsValue) -> Option<String> {
    let mut texts = times.dyn_ref::<Array>()?.iter().filter_map(|time| time.as_string());
    texts.find(|text| edtf::read_moment(text).is_some())
}

/// What is no list is an empty one.
fn read_blocks(blocks: &JsValue) -> Vec<BlockJson> {
    let mut read = Vec::new();
    for block in blocks.dyn_ref::<Array>().into_iter().flat_map(Array::iter) {
        // A block that is a plain string is a paragraph.
        read.push(match block.as_string() {
            Some(text) => BlockJson { kind: "paragraph".into(), text, time: None },
            None => BlockJson {
                kind: text(&block, "kind").unwrap_or_default(),
                text: text(&block, "text").unwrap_or_default(),
                time: text(&block, "time"),
            },
        });
    }
    read
}

#[inline(never)]
fn text(value: &JsValue, name: &str) -> Option<String> {
    field(value, name).as_string()
}

/// What serde can write, as a JavaScript value: objects, arrays, and null for what is not known.
fn write(data: &impl Serialize) -> JsValue {
    // Fails only where a `Serialize` says so, and the derived ones never do.
    data.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
