//! Timeline JSON and article JSON as JavaScript values.
//!
//! In: objects that anyone may have written; a field of another type counts as missing, and `exchange` says so. Out: plain objects, as
//! `JSON.parse` would give them. By hand, because serde over JavaScript values costs a quarter of what the whole wasm may weigh.

use crate::article::json::{ArticleJson, BlockJson};
use crate::exchange::json::{
    ArticleRef, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson, WhenJson,
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field of an object; undefined where there is none.
pub fn field(value: &JsValue, name: &str) -> JsValue {
    // Only what is no object has no fields.
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    field(value, name).as_string()
}

fn whole(value: &JsValue, name: &str) -> Option<u32> {
    // A cast of what is negative, too large or NaN stays inside the range.
    field(value, name).as_f64().map(|number| number as u32)
}

fn list<T>(value: &JsValue, name: &str, read: impl Fn(&JsValue) -> T) -> Vec<T> {
    let Ok(array) = field(value, name).dyn_into::<Array>() else { return Vec::new() };
    (0..array.length()).map(|index| read(&array.get(index))).collect()
}

fn object<T>(value: &JsValue, name: &str, read: impl Fn(&JsValue) -> T) -> Option<T> {
    let inside = field(value, name);
    inside.is_object().then(|| read(&inside))
}

/// An article.
pub fn read_article(value: &JsValue) -> ArticleJson {
    let block = |block: &JsValue| match block.as_string() {
        Some(text) => BlockJson { kind: "paragraph".into(), text },
        None => {
            BlockJson { kind: text(block, "kind").unwrap_or_default(), text: text(block, "text").unwrap_or_default() }
        }
    };
    ArticleJson {
        headline: text(value, "headline"),
        published: text(value, "published"),
        modified: text(value, "modified"),
        language: text(value, "language"),
        url: text(value, "url"),
        text: text(value, "text"),
        blocks: field(value, "blocks").is_object().then(|| list(value, "blocks", block)),
    }
}

/// A timeline.
pub fn read_timeline(value: &JsValue) -> TimelineJson {
    TimelineJson {
        articles: list(value, "articles", |article| ArticleRef {
            headline: text(article, "headline"),
            url: text(article, "url"),
            published: text(article, "published"),
            language: text(article, "language"),
        }),
        events: list(value, "events", read_event),
        warnings: list(value, "warnings", |warning| WarningJson {
            kind: text(warning, "kind").unwrap_or_default(),
            message: text(warning, "message").unwrap_or_default(),
        }),
    }
}

fn read_event(event: &JsValue) -> EventJson {
    EventJson {
        id: text(event, "id"),
        title: text(event, "title").unwrap_or_default(),
        status: text(event, "status"),
        importance: field(event, "importance").as_f64(),
        source: text(event, "source"),
        when: read_when(&field(event, "when")),
        evidence: list(event, "evidence", read_evidence),
        media: object(event, "media", |media| MediaJson {
            url: text(media, "url").unwrap_or_default(),
            alt: text(media, "alt").unwrap_or_default(),
            credit: text(media, "credit").unwrap_or_default(),
        }),
        group: text(event, "group"),
        url: text(event, "url"),
    }
}

fn read_when(when: &JsValue) -> WhenJson {
    WhenJson {
        edtf: text(when, "edtf").unwrap_or_default(),
        earliest: text(when, "earliest"),
        latest: text(when, "latest"),
        end: text(when, "end"),
        ongoing: field(when, "ongoing").as_bool(),
        precision: text(when, "precision"),
        bound: text(when, "bound"),
        certainty: text(when, "certainty"),
        why: text(when, "why").unwrap_or_default(),
    }
}

fn read_evidence(evidence: &JsValue) -> EvidenceJson {
    EvidenceJson {
        article: whole(evidence, "article").unwrap_or(0),
        text: text(evidence, "text").unwrap_or_default(),
        block: whole(evidence, "block"),
        start: whole(evidence, "start").unwrap_or(0),
        end: whole(evidence, "end").unwrap_or(0),
        mention: object(evidence, "mention", |mention| MentionJson {
            text: text(mention, "text").unwrap_or_default(),
            start: whole(mention, "start").unwrap_or(0),
            end: whole(mention, "end").unwrap_or(0),
        }),
    }
}

/// An object under construction.
pub struct Fields(Object);

impl Fields {
    /// Without fields.
    pub fn empty() -> Fields {
        Fields(Object::new())
    }

    /// With one more.
    pub fn with(self, name: &str, value: impl Into<JsValue>) -> Fields {
        // Setting a field of an object just made can't fail.
        let _ = Reflect::set(&self.0, &name.into(), &value.into());
        self
    }

    /// With one more that is null where it is not known.
    fn or_null<T: Into<JsValue>>(self, name: &str, value: Option<T>) -> Fields {
        self.with(name, value.map_or(JsValue::NULL, Into::into))
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

/// A timeline, its fields in the order of the documentation.
pub fn write_timeline(timeline: TimelineJson) -> JsValue {
    let article = |article: ArticleRef| {
        Fields::empty()
            .or_null("headline", article.headline)
            .or_null("url", article.url)
            .or_null("published", article.published)
            .or_null("language", article.language)
    };
    let warning = |warning: WarningJson| Fields::empty().with("kind", warning.kind).with("message", warning.message);
    Fields::empty()
        .with("articles", array(timeline.articles, article))
        .with("events", array(timeline.events, write_event))
        .with("warnings", array(timeline.warnings, warning))
        .into()
}

fn write_event(event: EventJson) -> Fields {
    let media =
        |media: MediaJson| Fields::empty().with("url", media.url).with("alt", media.alt).with("credit", media.credit);
    Fields::empty()
        .or_null("id", event.id)
        .with("title", event.title)
        .or_null("status", event.status)
        .or_null("importance", event.importance)
        .if_known("source", event.source)
        .with("when", write_when(event.when))
        .with("evidence", array(event.evidence, write_evidence))
        .if_known("media", event.media.map(media))
        .if_known("group", event.group)
        .if_known("url", event.url)
}

fn write_when(when: WhenJson) -> Fields {
    Fields::empty()
        .with("edtf", when.edtf)
        .or_null("earliest", when.earliest)
        .or_null("latest", when.latest)
        .or_null("end", when.end)
        .or_null("ongoing", when.ongoing)
        .or_null("precision", when.precision)
        .or_null("bound", when.bound)
        .or_null("certainty", when.certainty)
        .with("why", when.why)
}

fn write_evidence(evidence: EvidenceJson) -> Fields {
    let mention = |mention: MentionJson| {
        Fields::empty().with("text", mention.text).with("start", mention.start).with("end", mention.end)
    };
    Fields::empty()
        .with("article", evidence.article)
        .with("text", evidence.text)
        .or_null("block", evidence.block)
        .with("start", evidence.start)
        .with("end", evidence.end)
        .or_null("mention", evidence.mention.map(mention))
}
