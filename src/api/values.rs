//! Timeline JSON and article JSON from JavaScript values.
//!
//! In: objects that anyone may have written, read by hand; a field of another type counts as missing, and `exchange` says so. Out: the types of
//! `exchange` and `article`. Reading does without serde because its errors print whatever they met, floats and
//! characters included: 19 kB in brotli, more than a tenth of the whole wasm (docs/size.md).

use crate::article::json::{ArticleJson, BlockJson};
use crate::exchange::json::{
    ArticleRef, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson, WhenJson,
};
use core::cell::RefCell;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An article.
pub fn read_article(value: &JsValue) -> ArticleJson {
    ArticleJson {
        headline: text(value, "headline"),
        published: text(value, "published"),
        modified: text(value, "modified"),
        language: text(value, "language"),
        url: text(value, "url"),
        text: text(value, "text"),
        blocks: object(value, "blocks").map(|blocks| items(&blocks, read_block)),
    }
}

/// A block that is a plain string is a paragraph.
fn read_block(value: &JsValue) -> BlockJson {
    match value.as_string() {
        Some(text) => BlockJson { kind: "paragraph".into(), text },
        None => BlockJson { kind: some_text(value, "kind"), text: some_text(value, "text") },
    }
}

/// A timeline.
pub fn read_timeline(value: &JsValue) -> TimelineJson {
    TimelineJson {
        articles: items(&field(value, "articles"), read_source),
        events: items(&field(value, "events"), read_event),
        warnings: items(&field(value, "warnings"), read_warning),
    }
}

fn read_source(value: &JsValue) -> ArticleRef {
    ArticleRef {
        headline: text(value, "headline"),
        url: text(value, "url"),
        published: text(value, "published"),
        language: text(value, "language"),
    }
}

fn read_warning(value: &JsValue) -> WarningJson {
    WarningJson { kind: some_text(value, "kind"), message: some_text(value, "message") }
}

fn read_event(value: &JsValue) -> EventJson {
    EventJson {
        id: text(value, "id"),
        title: some_text(value, "title"),
        status: text(value, "status"),
        importance: field(value, "importance").as_f64(),
        source: text(value, "source"),
        when: read_when(&field(value, "when")),
        evidence: items(&field(value, "evidence"), read_evidence),
        media: object(value, "media").map(read_media),
        group: text(value, "group"),
        url: text(value, "url"),
    }
}

fn read_when(value: &JsValue) -> WhenJson {
    WhenJson {
        edtf: some_text(value, "edtf"),
        earliest: text(value, "earliest"),
        latest: text(value, "latest"),
        end: text(value, "end"),
        ongoing: field(value, "ongoing").as_bool(),
        precision: text(value, "precision"),
        bound: text(value, "bound"),
        certainty: text(value, "certainty"),
        why: some_text(value, "why"),
    }
}

fn read_evidence(value: &JsValue) -> EvidenceJson {
    EvidenceJson {
        article: whole(value, "article").unwrap_or(0),
        text: some_text(value, "text"),
        block: whole(value, "block"),
        start: whole(value, "start").unwrap_or(0),
        end: whole(value, "end").unwrap_or(0),
        mention: object(value, "mention").map(read_mention),
    }
}

fn read_mention(value: JsValue) -> MentionJson {
    MentionJson {
        text: some_text(&value, "text"),
        start: whole(&value, "start").unwrap_or(0),
        end: whole(&value, "end").unwrap_or(0),
    }
}

fn read_media(value: JsValue) -> MediaJson {
    MediaJson { url: some_text(&value, "url"), alt: some_text(&value, "alt"), credit: some_text(&value, "credit") }
}

/// A field of an object; undefined where there is none.
#[inline(never)]
pub fn field(value: &JsValue, name: &'static str) -> JsValue {
    // Only what is no object has no fields.
    Reflect::get(value, &key(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A field's name as JavaScript has it.
#[inline(never)]
pub fn key(name: &'static str) -> JsValue {
    NAMES.with_borrow_mut(|names| {
        let is_known = |(known, _): &&(&str, JsValue)| core::ptr::eq(*known, name);
        if let Some((_, key)) = names.iter().find(is_known) {
            return key.clone();
        }
        let key = JsValue::from(name);
        names.push((name, key.clone()));
        key
    })
}

thread_local! {
    /// The names of fields as JavaScript's own: making one anew for each field takes longer than to read the field.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

#[inline(never)]
fn text(value: &JsValue, name: &'static str) -> Option<String> {
    field(value, name).as_string()
}

#[inline(never)]
fn some_text(value: &JsValue, name: &'static str) -> String {
    text(value, name).unwrap_or_default()
}

#[inline(never)]
fn whole(value: &JsValue, name: &'static str) -> Option<u32> {
    // A cast of what is negative, too large or NaN stays inside the range.
    field(value, name).as_f64().map(|number| number as u32)
}

fn object(value: &JsValue, name: &'static str) -> Option<JsValue> {
    Some(field(value, name)).filter(JsValue::is_object)
}

/// A list of objects; what is no list is an empty one.
fn items<T>(list: &JsValue, read: fn(&JsValue) -> T) -> Vec<T> {
    let mut items = Vec::new();
    for item in list.dyn_ref::<Array>().into_iter().flat_map(Array::iter) {
        items.push(read(&item));
    }
    items
}

/// An object under construction, for details that carry nodes and ranges of the page, which serde does not know.
pub struct Fields(Object);

impl Fields {
    /// Without fields.
    pub fn empty() -> Fields {
        Fields(Object::new())
    }

    /// With one more.
    pub fn with(self, name: &'static str, value: impl Into<JsValue>) -> Fields {
        // Setting a field of an object just made can't fail.
        let _ = Reflect::set(&self.0, &name.into(), &value.into());
        self
    }
}

impl From<Fields> for JsValue {
    fn from(fields: Fields) -> JsValue {
        fields.0.into()
    }
}
