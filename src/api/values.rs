//! Timeline JSON and article JSON as JavaScript values.
//!
//! In: objects that anyone may have written; a field of another type counts as missing, and `exchange` says so. Out: plain objects, as
//! `JSON.parse` would give them. By hand, because serde over JavaScript values costs a quarter of what the whole wasm may weigh; and each
//! field is named once for both directions.

use crate::article::json::{ArticleJson, BlockJson};
use crate::exchange::json::{
    ArticleRef, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson, WhenJson,
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field of an object; undefined where there is none.
#[inline(never)]
pub fn field(value: &JsValue, name: &str) -> JsValue {
    // Only what is no object has no fields.
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

#[inline(never)]
fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a field of an object just made can't fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// An article.
pub fn read_article(value: &JsValue) -> ArticleJson {
    let mut article = ArticleJson::default();
    article_fields(&Port::reading(value), &mut article);
    article
}

/// A timeline.
pub fn read_timeline(value: &JsValue) -> TimelineJson {
    let mut timeline = TimelineJson::default();
    timeline_fields(&Port::reading(value), &mut timeline);
    timeline
}

/// A timeline, its fields in the order of the documentation.
pub fn write_timeline(mut timeline: TimelineJson) -> JsValue {
    let port = Port::writing();
    timeline_fields(&port, &mut timeline);
    port.object
}

/// An article comes in and never goes out.
fn article_fields(port: &Port, article: &mut ArticleJson) {
    port.text_or_null("headline", &mut article.headline);
    port.text_or_null("published", &mut article.published);
    port.text_or_null("modified", &mut article.modified);
    port.text_or_null("language", &mut article.language);
    port.text_or_null("url", &mut article.url);
    port.text_or_null("text", &mut article.text);
    if field(&port.object, "blocks").is_object() {
        port.list("blocks", article.blocks.get_or_insert_default(), block_fields);
    }
}

/// A block that is a plain string is a paragraph.
fn block_fields(port: &Port, block: &mut BlockJson) {
    if let Some(text) = port.object.as_string() {
        *block = BlockJson { kind: "paragraph".into(), text };
        return;
    }
    port.text("kind", &mut block.kind);
    port.text("text", &mut block.text);
}

fn timeline_fields(port: &Port, timeline: &mut TimelineJson) {
    port.list("articles", &mut timeline.articles, source_fields);
    port.list("events", &mut timeline.events, event_fields);
    port.list("warnings", &mut timeline.warnings, warning_fields);
}

fn source_fields(port: &Port, article: &mut ArticleRef) {
    port.text_or_null("headline", &mut article.headline);
    port.text_or_null("url", &mut article.url);
    port.text_or_null("published", &mut article.published);
    port.text_or_null("language", &mut article.language);
}

fn warning_fields(port: &Port, warning: &mut WarningJson) {
    port.text("kind", &mut warning.kind);
    port.text("message", &mut warning.message);
}

fn event_fields(port: &Port, event: &mut EventJson) {
    port.text_or_null("id", &mut event.id);
    port.text("title", &mut event.title);
    port.text_or_null("status", &mut event.status);
    port.value("importance", &mut event.importance, JsValue::as_f64);
    port.text_if_known("source", &mut event.source);
    port.object("when", &mut event.when, when_fields);
    port.list("evidence", &mut event.evidence, evidence_fields);
    if port.has("media", event.media.is_some()) {
        port.object("media", event.media.get_or_insert_default(), media_fields);
    }
    port.text_if_known("group", &mut event.group);
    port.text_if_known("url", &mut event.url);
}

fn when_fields(port: &Port, when: &mut WhenJson) {
    port.text("edtf", &mut when.edtf);
    port.text_or_null("earliest", &mut when.earliest);
    port.text_or_null("latest", &mut when.latest);
    port.text_or_null("end", &mut when.end);
    port.value("ongoing", &mut when.ongoing, JsValue::as_bool);
    port.text_or_null("precision", &mut when.precision);
    port.text_or_null("bound", &mut when.bound);
    port.text_or_null("certainty", &mut when.certainty);
    port.text("why", &mut when.why);
}

fn evidence_fields(port: &Port, evidence: &mut EvidenceJson) {
    port.whole("article", &mut evidence.article);
    port.text("text", &mut evidence.text);
    port.value("block", &mut evidence.block, whole);
    port.whole("start", &mut evidence.start);
    port.whole("end", &mut evidence.end);
    if port.has("mention", evidence.mention.is_some()) {
        port.object("mention", evidence.mention.get_or_insert_default(), mention_fields);
    } else if port.writes {
        set(&port.object, "mention", &JsValue::NULL);
    }
}

fn mention_fields(port: &Port, mention: &mut MentionJson) {
    port.text("text", &mut mention.text);
    port.whole("start", &mut mention.start);
    port.whole("end", &mut mention.end);
}

fn media_fields(port: &Port, media: &mut MediaJson) {
    port.text("url", &mut media.url);
    port.text("alt", &mut media.alt);
    port.text("credit", &mut media.credit);
}

fn whole(value: &JsValue) -> Option<u32> {
    // A cast of what is negative, too large or NaN stays inside the range.
    value.as_f64().map(|number| number as u32)
}

/// An object whose fields are being read, or written: which of the two, a list of fields need not know.
struct Port {
    object: JsValue,
    writes: bool,
}

impl Port {
    fn reading(object: &JsValue) -> Port {
        Port { object: object.clone(), writes: false }
    }

    fn writing() -> Port {
        Port { object: Object::new().into(), writes: true }
    }

    /// Whether there is an object to read or, as `known` says, to write.
    fn has(&self, name: &str, known: bool) -> bool {
        if self.writes { known } else { field(&self.object, name).is_object() }
    }

    #[inline(never)]
    fn text(&self, name: &str, text: &mut String) {
        if self.writes {
            set(&self.object, name, &JsValue::from_str(text));
        } else {
            *text = field(&self.object, name).as_string().unwrap_or_default();
        }
    }

    #[inline(never)]
    fn text_or_null(&self, name: &str, text: &mut Option<String>) {
        if self.writes {
            set(&self.object, name, &text.as_deref().map_or(JsValue::NULL, JsValue::from_str));
        } else {
            *text = field(&self.object, name).as_string();
        }
    }

    #[inline(never)]
    fn text_if_known(&self, name: &str, text: &mut Option<String>) {
        if !self.writes || text.is_some() {
            self.text_or_null(name, text);
        }
    }

    #[inline(never)]
    fn whole(&self, name: &str, number: &mut u32) {
        let mut known = Some(*number);
        self.value(name, &mut known, whole);
        *number = known.unwrap_or(0);
    }

    /// A value of its own kind, null where it is not known.
    fn value<T: Copy + Into<JsValue>>(&self, name: &str, value: &mut Option<T>, read: fn(&JsValue) -> Option<T>) {
        if self.writes {
            set(&self.object, name, &value.map_or(JsValue::NULL, Into::into));
        } else {
            *value = read(&field(&self.object, name));
        }
    }

    /// An object inside; one that is none has no fields.
    fn object<T>(&self, name: &str, inside: &mut T, fields: fn(&Port, &mut T)) {
        if self.writes {
            let port = Port::writing();
            fields(&port, inside);
            set(&self.object, name, &port.object);
        } else {
            fields(&Port { object: field(&self.object, name), writes: false }, inside);
        }
    }

    /// A list of objects; what is no list is an empty one.
    fn list<T: Default>(&self, name: &str, items: &mut Vec<T>, fields: fn(&Port, &mut T)) {
        if self.writes {
            let array = Array::new();
            for item in items {
                let port = Port::writing();
                fields(&port, item);
                array.push(&port.object);
            }
            set(&self.object, name, &array);
        } else if let Ok(array) = field(&self.object, name).dyn_into::<Array>() {
            for index in 0..array.length() {
                let mut item = T::default();
                fields(&Port { object: array.get(index), writes: false }, &mut item);
                items.push(item);
            }
        }
    }
}

/// An object under construction, for what only goes out.
pub struct Fields(Object);

impl Fields {
    /// Without fields.
    pub fn empty() -> Fields {
        Fields(Object::new())
    }

    /// With one more.
    pub fn with(self, name: &str, value: impl Into<JsValue>) -> Fields {
        set(&self.0, name, &value.into());
        self
    }

    /// With one more, if it is known.
    pub fn if_known<T: Into<JsValue>>(self, name: &str, value: Option<T>) -> Fields {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl From<Fields> for JsValue {
    fn from(fields: Fields) -> JsValue {
        fields.0.into()
    }
}

/// A list of objects.
pub fn array<T>(items: Vec<T>, write: impl FnMut(T) -> Fields) -> JsValue {
    items.into_iter().map(write).map(JsValue::from).collect::<Array>().into()
}
