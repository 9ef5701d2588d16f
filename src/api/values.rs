//! What both programs take from JavaScript: Timeline JSON, single fields, and the errors that go back.
//!
//! In: objects that anyone may have written, read by hand; a field of another type counts as missing, and `exchange` says so. Out: a checked
//! timeline. Reading does without serde because its errors print whatever they met, floats and characters included: 19 kB in brotli, a
//! fifth of the whole widget (docs/size.md).

use crate::base::span::leading_utf16;
use crate::base::{date::Moment, edtf};
use crate::exchange::json::{
    self, ArticleRef, EraJson, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson,
};
use crate::timeline::Timeline;
use js_sys::{Array, Float64Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// An error that the shell knows by its kind.
pub fn refusal(kind: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a field of an object just made can't fail.
    let _ = Reflect::set(&error, &"kind".into(), &kind.into());
    error.into()
}

/// A field of an object; undefined where there is none.
#[inline(never)]
pub fn field(value: &JsValue, name: &str) -> JsValue {
    // Only what is no object has no fields.
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The publication date that the page says; null, undefined and an empty text say none.
///
/// # Errors
/// A refusal for what is no date.
pub fn published(value: &JsValue) -> Result<Option<Moment>, JsValue> {
    let text = match value.as_string() {
        Some(text) if text.is_empty() => return Ok(None),
        Some(text) => text,
        None if value.is_object() || value.as_f64().is_some() => "[no text]".into(),
        None => return Ok(None),
    };
    let problem = ["The publication date \"", &text, "\" was not understood; it should look like 2016-11-01."];
    edtf::read_moment(&text).map(Some).ok_or_else(|| refusal("bad-input", &problem.concat()))
}

/// Whether this is meant to be a timeline.
pub fn is_timeline(value: &JsValue) -> bool {
    value.is_object() && Reflect::has(value, &"events".into()).unwrap_or(false)
}

/// The timeline that an object describes, checked and completed.
///
/// # Errors
/// A refusal that names the event and what is wrong with it.
#[inline(never)]
pub fn timeline(value: &JsValue) -> Result<Timeline, JsValue> {
    if !is_timeline(value) {
        return Err(refusal("bad-input", "A timeline is an object with \"events\"."));
    }
    let fields = fields(value).map_err(|_| refusal("bad-input", "A field of the timeline throws when it is read."))?;
    json::into_timeline(fields).map_err(|error| {
        refusal(error.kind().word(), &["The timeline can't be read: ", error.sentence(), "."].concat())
    })
}

/// The fields of a timeline come by one call, each with the number of its name: a call for each of them took more than twice as long. Fails
/// with what a getter of the page's own throws.
#[inline(never)]
fn fields(value: &JsValue) -> Result<TimelineJson, JsValue> {
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
    let bytes = leading_utf16(rest, units);
    let (text, behind) = rest.split_at_checked(bytes).unwrap_or_default();
    *rest = behind.get(1..).unwrap_or_default();
    text
}

type Set = fn(&mut TimelineJson, Field);

/// Every field of a timeline, and what is done with its value. The name of a list stands for each of its objects, before their fields.
const FIELDS: [(&str, Set); 45] = [
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
    ("events.text", |timeline, field| event(timeline).text = field.text),
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
    ("events.media.caption", |timeline, field| media(timeline).caption = field.some_text()),
    ("events.media.thumbnail", |timeline, field| media(timeline).thumbnail = field.some_text()),
    ("title", |timeline, field| timeline.title = field.text),
    ("eras", |timeline, _| timeline.eras.push(EraJson::default())),
    ("eras.title", |timeline, field| last(&mut timeline.eras).title = field.some_text()),
    ("eras.when.edtf", |timeline, field| last(&mut timeline.eras).when.edtf = field.some_text()),
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
