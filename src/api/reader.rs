//! The reader for JavaScript: a text or an article becomes a timeline, and a text its mentions.
//!
//! In: texts, article JSON, Timeline JSON, and pages as `page.js` flattens them. Out: Timeline JSON, and mentions and places in lists of numbers. It must
//! never learn of a document or its elements: those who have one hand over its texts and numbers.

use super::languages::{LANGUAGES, missing};
use super::trees;
use super::values::{field, is_timeline, published as given_date, refusal, timeline};
use crate::article::json::{ArticleJson, BlockJson};
use crate::article::page::{self, walked};
use crate::article::{self, Article, Given};
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
    /// The models for trees that the shell has fetched.
    static MODELS: RefCell<Models> = RefCell::default();
}

/// Reads articles (text, article JSON, flattened pages), whose timeline is then [built](Articles::build); a Timeline JSON alone comes back checked and
/// completed. In two calls, so that on a slow phone a page that reads by itself has its turn in between.
///
/// # Errors
/// A refusal for what is no article.
#[wasm_bindgen]
pub fn analyze(articles: &Array, published: &JsValue, lang: &JsValue) -> Result<JsValue, JsValue> {
    let only = articles.get(0);
    if articles.length() == 1 && is_timeline(&only) {
        return timeline(&only).map(|timeline| write(&json::from_timeline(&timeline)));
    }
    let given = Given { language: lang.as_string(), ..Given::default() };
    let given = match published.as_string() {
        Some(text) => given.with_published(&text),
        None if published.is_object() || published.as_f64().is_some() => given.with_published("[no text]"),
        None => given,
    };
    let mut read = Articles(Vec::new(), Array::new());
    for article in articles.iter() {
        let (article, places) = read_any(&article, &given)?;
        read.0.push(article);
        read.1.push(&Uint32Array::from(places.as_slice()).into());
    }
    Ok(read.into())
}

/// Articles that were read, and for each where its blocks stand.
#[wasm_bindgen]
pub struct Articles(Vec<Article>, Array);

#[wasm_bindgen]
impl Articles {
    /// For each article the texts of its page that its blocks are made of: for each block how many, and their numbers.
    #[wasm_bindgen(getter)]
    pub fn places(&self) -> Array {
        self.1.clone()
    }

    /// The code of a language that one of them is written in and whose file is still to be fetched: they are to be read again then.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> Option<String> {
        self.0.iter().find_map(|article| missing(article.language.as_deref()?))
    }

    /// The codes of the languages whose models are still to be fetched before these articles are built, parted by blanks: without them sentences with dates are
    /// told as they stand.
    #[wasm_bindgen(getter, js_name = missingModels)]
    pub fn missing_models(&self) -> String {
        let mut codes: Vec<&str> = Vec::new();
        MODELS.with_borrow(|models| {
            for article in &self.0 {
                let code = models.missing(article.language.as_deref().unwrap_or("en"));
                if let Some(code) = code.filter(|code| !codes.contains(code)) {
                    codes.push(code);
                }
            }
        });
        codes.join(" ")
    }

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
pub fn tag(
    text: &str,
    published: &JsValue,
    lang: &JsValue,
    kind: Option<String>,
    trees: bool,
) -> Result<Array, JsValue> {
    let (published, lang) = (given_date(published)?, lang.as_string());
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
        let language = languages.of(lang.as_deref());
        language.map(|language| {
            let context = Context { language, published, kind };
            if trees {
                MODELS.with_borrow(|models| events::tag_with_trees(text, context, models))
            } else {
                temporal::tag(text, context)
            }
        })
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

fn read_any(value: &JsValue, given: &Given) -> Result<(Article, Vec<u32>), JsValue> {
    if let Some(text) = value.as_string() {
        return Ok((LANGUAGES.with_borrow(|languages| article::text::read(&text, given, languages)), Vec::new()));
    }
    if !value.is_object() {
        return Err(refusal("bad-input", "An article is a text, an element, or JSON with headline and text."));
    }
    let page = field(value, "page");
    if page.is_object() {
        return Ok(read_page(&page, &Given { url: text(value, "url"), ..given.clone() }));
    }
    let article = read_article(value);
    Ok((LANGUAGES.with_borrow(|languages| article::json::read(article, given, languages)), Vec::new()))
}

/// The article of a page that `page.js` has flattened.
fn read_page(page: &JsValue, given: &Given) -> (Article, Vec<u32>) {
    let words = |name| text(page, name).unwrap_or_default();
    let steps = field(page, "steps").dyn_ref::<Uint32Array>().map(Uint32Array::to_vec).unwrap_or_default();
    let walked = walked::read(&words("names"), &words("text"), &words("values"), &steps);
    let read = |languages: &Languages| page::read_walked(&walked.page, &walked.roots, given, languages);
    let reading = LANGUAGES.with_borrow(read);
    let mut places = Vec::new();
    for texts in reading.places {
        places.push(texts.len() as u32);
        for text in texts {
            places.push(walked.texts.get(text).copied().unwrap_or(0));
        }
    }
    (reading.article, places)
}

fn read_article(value: &JsValue) -> ArticleJson {
    let blocks = field(value, "blocks");
    ArticleJson {
        headline: text(value, "headline"),
        published: text(value, "published"),
        // Who said so is for readers of our answers; what others write there is not believed.
        found: None,
        modified: text(value, "modified"),
        language: text(value, "language"),
        url: text(value, "url"),
        text: text(value, "text"),
        blocks: blocks.is_object().then(|| read_blocks(&blocks)),
    }
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
