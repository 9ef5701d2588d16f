//! Timeline JSON and article JSON as JavaScript values.
//!
//! In: objects that anyone may have written, read by hand; a field of another type counts as missing, and `exchange` says so. Out: plain
//! objects, as `JSON.parse` would give them, by serde. Reading does without serde because its errors print whatever they met, floats and
//! characters included: 19 kB in brotli, more than a tenth of the whole wasm (docs/size.md).

use crate::article::json::{ArticleJson, BlockJson};
use crate::exchange::json::{ArticleRef, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson};
use core::cell::RefCell;
use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What serde can write, as a JavaScript value: objects, arrays, and null for what is not known.
pub fn write(data: &impl Serialize) -> JsValue {
    // Fails only where a `Serialize` says so, and the derived ones never do.
    data.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// An article.
pub fn read_article(value: &JsValue) -> ArticleJson {
    ArticleJson {
        headline: text(value, "headline"),
        published: text(value, "published"),
        // Who said so is for readers of our answers; what others write there is not believed.
        found: None,
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
        Some(text) => BlockJson { kind: "paragraph".into(), text, time: None },
        None => BlockJson { kind: some_text(value, "kind"), text: some_text(value, "text"), time: text(value, "time") },
    }
}

/// A timeline. Its fields come by one call, each with the number of its name: a call for each of them took
/// more than twice as long.
///
/// # Errors
/// What a getter of the page's own throws.
pub fn read_timeline(value: &JsValue) -> Result<TimelineJson, JsValue> {
    let found = gather(value, &FIELDS.map(|(name, _)| name).join(" "))?;
    let [codes, numbers, words] = [0, 1, 2].map(|part| found.get(part));
    let (codes, numbers) = (Uint8Array::new(&codes).to_vec(), Float64Array::new(&numbers).to_vec());
    let words = String::from_utf8(Uint8Array::new(&words).to_vec()).unwrap_or_default();
    let mut rest = words.as_str();
    let mut timeline = TimelineJson::default();
    for (code, number) in codes.into_iter().zip(numbers) {
        let field = match code < TEXT {
            true => Field { text: None, number: Some(number) },
            false => Field { text: Some(next_text(&mut rest, number as usize).into()), number: None },
        };
        if let Some((_, set)) = FIELDS.get(usize::from(code % TEXT)) {
            set(&mut timeline, field);
        }
    }
    Ok(timeline)
}

#[wasm_bindgen(raw_module = "./gather.js")]
extern "C" {
    /// The fields of an object that are named, and of what is inside it: see www/gather.js.
    #[wasm_bindgen(catch)]
    fn gather(value: &JsValue, names: &str) -> Result<Array, JsValue>;
}

/// Added to the code of a field whose value is a text; its number is then how long that is in UTF-16.
const TEXT: u8 = 128;

/// The value of a field: a text or a number (1 for true).
struct Field {
    text: Option<String>,
    number: Option<f64>,
}

impl Field {
    fn some_text(self) -> String {
        self.text.unwrap_or_default()
    }

    fn whole(self) -> Option<u32> {
        // A cast of what is negative or too large stays inside the range.
        self.number.map(|number| number as u32)
    }
}

/// Cuts so many units of UTF-16 from the front, and the line end behind them.
fn next_text<'a>(rest: &mut &'a str, units: usize) -> &'a str {
    let mut seen = 0;
    let is_inside = |letter: &char| {
        seen += letter.len_utf16();
        seen <= units
    };
    let bytes = match rest.as_bytes().get(..units) {
        Some(bytes) if bytes.is_ascii() => units,
        _ => rest.chars().take_while(is_inside).map(char::len_utf8).sum(),
    };
    let (text, behind) = rest.split_at_checked(bytes).unwrap_or_default();
    *rest = behind.get(1..).unwrap_or_default();
    text
}

type Set = fn(&mut TimelineJson, Field);

/// Every field of a timeline, and what is done with its value. The name of a list stands for each of its objects, before their fields.
const FIELDS: [(&str, Set); 38] = [
    ("articles", |timeline, _| timeline.articles.push(ArticleRef::default())),
    ("articles.headline", |timeline, field| last(&mut timeline.articles).headline = field.text),
    ("articles.url", |timeline, field| last(&mut timeline.articles).url = field.text),
    ("articles.published", |timeline, field| last(&mut timeline.articles).published = field.text),
    ("articles.language", |timeline, field| last(&mut timeline.articles).language = field.text),
    ("warnings", |timeline, _| timeline.warnings.push(WarningJson::default())),
    ("warnings.kind", |timeline, field| last(&mut timeline.warnings).kind = field.some_text()),
    ("warnings.message", |timeline, field| last(&mut timeline.warnings).message = field.some_text()),
    ("events", |timeline, _| timeline.events.push(EventJson::default())),
    ("events.id", |timeline, field| event(timeline).id = field.text),
    ("events.title", |timeline, field| event(timeline).title = field.some_text()),
    ("events.status", |timeline, field| event(timeline).status = field.text),
    ("events.importance", |timeline, field| event(timeline).importance = field.number),
    ("events.source", |timeline, field| event(timeline).source = field.text),
    ("events.group", |timeline, field| event(timeline).group = field.text),
    ("events.url", |timeline, field| event(timeline).url = field.text),
    ("events.when.edtf", |timeline, field| event(timeline).when.edtf = field.some_text()),
    ("events.when.earliest", |timeline, field| event(timeline).when.earliest = field.text),
    ("events.when.latest", |timeline, field| event(timeline).when.latest = field.text),
    ("events.when.end", |timeline, field| event(timeline).when.end = field.text),
    ("events.when.ongoing", |timeline, field| event(timeline).when.ongoing = field.number.map(|number| number != 0.0)),
    ("events.when.precision", |timeline, field| event(timeline).when.precision = field.text),
    ("events.when.bound", |timeline, field| event(timeline).when.bound = field.text),
    ("events.when.certainty", |timeline, field| event(timeline).when.certainty = field.text),
    ("events.when.why", |timeline, field| event(timeline).when.why = field.some_text()),
    ("events.media", |timeline, _| event(timeline).media = Some(MediaJson::default())),
    ("events.media.url", |timeline, field| media(timeline).url = field.some_text()),
    ("events.media.alt", |timeline, field| media(timeline).alt = field.some_text()),
    ("events.media.credit", |timeline, field| media(timeline).credit = field.some_text()),
    ("events.evidence", |timeline, _| event(timeline).evidence.push(EvidenceJson::default())),
    ("events.evidence.article", |timeline, field| evidence(timeline).article = field.whole().unwrap_or(0)),
    ("events.evidence.text", |timeline, field| evidence(timeline).text = field.some_text()),
    ("events.evidence.block", |timeline, field| evidence(timeline).block = field.whole()),
    ("events.evidence.start", |timeline, field| evidence(timeline).start = field.whole().unwrap_or(0)),
    ("events.evidence.end", |timeline, field| evidence(timeline).end = field.whole().unwrap_or(0)),
    ("events.evidence.mention.text", |timeline, field| mention(timeline).text = field.some_text()),
    ("events.evidence.mention.start", |timeline, field| mention(timeline).start = field.whole().unwrap_or(0)),
    ("events.evidence.mention.end", |timeline, field| mention(timeline).end = field.whole().unwrap_or(0)),
];

fn event(timeline: &mut TimelineJson) -> &mut EventJson {
    last(&mut timeline.events)
}

fn evidence(timeline: &mut TimelineJson) -> &mut EvidenceJson {
    last(&mut event(timeline).evidence)
}

fn media(timeline: &mut TimelineJson) -> &mut MediaJson {
    event(timeline).media.get_or_insert_default()
}

fn mention(timeline: &mut TimelineJson) -> &mut MentionJson {
    evidence(timeline).mention.get_or_insert_default()
}

#[allow(clippy::indexing_slicing, reason = "a list that has just got an item has a last one")]
fn last<T: Default>(list: &mut Vec<T>) -> &mut T {
    if list.is_empty() {
        list.push(T::default());
    }
    let at = list.len() - 1;
    &mut list[at]
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
