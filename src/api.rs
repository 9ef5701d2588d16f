//! What JavaScript calls: takes JavaScript's values apart, calls the stages, puts the answers together. It computes nothing itself.
//!
//! In and out: JavaScript values. Errors are `Error`s with a `kind`, by which the shell knows them from a panic.

pub mod values;

use crate::article::{self, Article, Given};
use crate::base::span::{Offsets, Unit};
use crate::base::{date::Day, edtf};
use crate::events;
use crate::exchange::json;
use crate::interact::Input;
use crate::language::Languages;
use crate::layout::{Columns, Form, Index, Px};
use crate::temporal::{self, Context, TextKind};
use crate::timeline::Timeline;
use crate::view::{self, Data, Message, Settings, clock, page, words::Speech};
use core::cell::RefCell;
use js_sys::{Array, Float64Array, Reflect, Uint32Array};
use values::{Fields, read_article, read_timeline, write};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Range, ShadowRoot};

/// A two-level segregated fit allocator (Masmano et al. 2004): constant time, and a third of the code of the standard one.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

thread_local! {
    /// The languages that this page reads: English, and what the shell has fetched. The core is handed them with every call.
    static LANGUAGES: RefCell<Languages> = RefCell::new(Languages::shipped());
}

/// Reads articles (text, element, article JSON), whose timeline is then [built](Articles::build); a Timeline JSON alone comes back checked and
/// completed. In two calls, so that on a slow phone the page has its turn in between.
#[wasm_bindgen]
pub fn analyze(articles: &Array, published: &JsValue, lang: &JsValue) -> Result<JsValue, JsValue> {
    let only = articles.get(0);
    if articles.length() == 1 && is_timeline(&only) {
        return timeline_from_js(&only).map(|timeline| write(&json::from_timeline(&timeline)));
    }
    let given = given(published, lang)?;
    let mut read = Vec::new();
    for article in articles.iter() {
        let article = read_any(article, &given)?;
        fetch_first(article.language.as_deref())?;
        read.push(article);
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
        write(&json::from_timeline(
            &LANGUAGES.with_borrow(|languages| events::build(&self.0, languages, events::Options::default())),
        ))
    }
}

/// The words in a text that speak of time: a list of their starts and ends in UTF-16, in turns, and one text with a line for each: type, value and
/// modifier as TIMEX3 has them, parted by blanks. The shell makes objects of both, because every small text that leaves by itself takes
/// longer than finding it. Nothing for a language that is not read.
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
    fetch_first(given.language.as_deref())?;
    let mut places = Vec::new();
    let mut lines = String::new();
    let found = LANGUAGES.with_borrow(|languages| {
        let language = languages.of(given.language.as_deref());
        language.map(|language| temporal::tag(text, Context { language, published: given.published, kind }))
    });
    if let Some(found) = found {
        let mut offsets = Offsets::new(text, Unit::Utf16);
        for mention in found {
            places.push(offsets.at(mention.span.start) as u32);
            places.push(offsets.at(mention.span.end) as u32);
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

/// Keeps a language file that the shell has fetched because it was asked for by the refusal `needs-language`.
#[wasm_bindgen]
pub fn fetched(file: String) {
    LANGUAGES.with_borrow_mut(|languages| languages.add(file));
}

/// Refuses with the code of a language whose file must be fetched before it can be read.
fn fetch_first(language: Option<&str>) -> Result<(), JsValue> {
    match language.and_then(|tag| LANGUAGES.with_borrow(|languages| languages.missing(tag))) {
        Some(code) => Err(refusal("needs-language", code)),
        None => Ok(()),
    }
}

fn read_any(value: JsValue, given: &Given) -> Result<Article, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(LANGUAGES.with_borrow(|languages| article::text::read(&text, given, languages)));
    }
    if let Some(element) = value.dyn_ref::<Element>() {
        return Ok(LANGUAGES.with_borrow(|languages| page::read(element, given, languages))?.article);
    }
    if !value.is_object() {
        return Err(refusal("bad-input", "An article is a text, an element, or JSON with headline and text."));
    }
    let article = read_article(&value);
    Ok(LANGUAGES.with_borrow(|languages| article::json::read(article, given, languages)))
}

/// What the page says about an article; what is not given is null or undefined.
fn given(published: &JsValue, language: &JsValue) -> Result<Given, JsValue> {
    let published = match published.as_string() {
        Some(text) if text.is_empty() => None,
        Some(text) => Some(edtf::read_moment(&text).ok_or(text)),
        None if published.is_object() || published.as_f64().is_some() => Some(Err("[no text]".into())),
        None => None,
    };
    let problem = |text: String| {
        let problem = ["The publication date \"", &text, "\" was not understood; it should look like 2016-11-01."];
        refusal("bad-input", &problem.concat())
    };
    Ok(Given { published: published.transpose().map_err(problem)?, language: language.as_string(), url: None })
}

fn is_timeline(value: &JsValue) -> bool {
    value.is_object() && Reflect::has(value, &"events".into()).unwrap_or(false)
}

fn timeline_from_js(value: &JsValue) -> Result<Timeline, JsValue> {
    if !is_timeline(value) {
        return Err(refusal("bad-input", "A timeline is an object with \"events\"."));
    }
    let fields =
        read_timeline(value).map_err(|_| refusal("bad-input", "A field of the timeline throws when it is read."))?;
    json::into_timeline(fields)
        .map_err(|problem| refusal("bad-input", &["The timeline can't be read: ", &problem, "."].concat()))
}

fn data_from_js(value: &JsValue, settings: &Settings) -> Result<Data, JsValue> {
    let (columns, speech, mut published) = (values::field(value, "columns"), &settings.speech, settings.published);
    if !columns.is_object() {
        let mut timeline = timeline_from_js(value)?;
        published = timeline.published().or(published);
        clock::set_one(&mut published, speech);
        clock::set(&mut timeline, speech);
        return Ok(Data::of(timeline, published));
    }
    let numbers = |name| match values::field(&columns, name) {
        list if list.is_object() => Float64Array::new(&list).to_vec(),
        _ => Vec::new(),
    };
    let words = |name| values::field(&columns, name).dyn_into::<Array>().unwrap_or_default();
    let (mut starts, mut ends, titles) = (numbers("start"), numbers("end"), words("title"));
    if titles.length() as usize != starts.len() {
        return Err(refusal("bad-input", "columns.start and columns.title must be equally long."));
    }
    let precision = [value, &columns].map(|object| values::field(object, "precision").as_string());
    let minutes = precision.iter().flatten().any(|precision| precision == "minute");
    for times in [&mut starts, &mut ends] {
        times.iter_mut().filter(|_| minutes).for_each(|time| *time = clock::shown(*time, speech));
    }
    let mut index = Index::of_columns(&Columns { starts: &starts, ends: &ends, minutes })
        .map_err(|number| refusal("bad-input", &["columns.start[", &number.to_string(), "] is no date."].concat()))?;
    clock::set_one(&mut published, speech);
    index.publish(published);
    Ok(Data::of_columns(index, titles, words("text"), !minutes))
}

/// An error that the shell knows by its kind.
fn refusal(kind: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a field of an object just made can't fail.
    let _ = Reflect::set(&error, &"kind".into(), &kind.into());
    error.into()
}

#[wasm_bindgen]
extern "C" {
    /// What the shell hands to a new widget.
    pub type Options;
    #[wasm_bindgen(method, getter)]
    fn speech(this: &Options) -> Speech;
    #[wasm_bindgen(method, getter)]
    fn layout(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn theme(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn link(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn published(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn today(this: &Options) -> f64;
    #[wasm_bindgen(method, getter, js_name = isRehearsal)]
    fn is_rehearsal(this: &Options) -> Option<bool>;
}

/// One drawn timeline. Its methods say whether they want a frame.
#[wasm_bindgen]
pub struct Widget(view::Widget);

#[wasm_bindgen]
impl Widget {
    /// Not drawn before the first frame.
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, timeline: &JsValue, options: &Options) -> Result<Widget, JsValue> {
        let form = match options.layout().as_string().as_deref() {
            Some("horizontal") => Form::Horizontal,
            Some("vertical") => Form::Vertical,
            _ => Form::Auto,
        };
        let article = match options.link().dyn_ref::<Element>() {
            Some(element) => Some(page::read(element, &Given::default(), &Languages::default())?),
            None => None,
        };
        let is_known = |theme: &String| ["light", "dark", "contrast"].contains(&theme.as_str());
        let theme = options.theme().as_string().filter(is_known).unwrap_or_default();
        let published = given(&options.published(), &JsValue::NULL)?.published;
        let today = Day::from_days(options.today() as i32);
        let is_rehearsal = options.is_rehearsal().unwrap_or(false);
        let settings = Settings { speech: options.speech(), form, theme, article, published, today, is_rehearsal };
        view::Widget::new(root, data_from_js(timeline, &settings)?, settings).map(Widget)
    }

    /// Shows another timeline in the same place.
    pub fn update(&mut self, timeline: &JsValue) -> Result<bool, JsValue> {
        let data = data_from_js(timeline, self.0.settings())?;
        self.0.update(data);
        Ok(self.0.wants_frame())
    }

    /// A DOM event.
    pub fn handle(&mut self, event: &Event) -> bool {
        self.0.handle(event);
        self.0.wants_frame()
    }

    /// The element or its fonts have changed.
    pub fn resized(&mut self, fonts: bool) -> bool {
        if fonts {
            self.0.fonts_changed();
        } else {
            self.0.resized();
        }
        self.0.wants_frame()
    }

    /// Before printing and after.
    pub fn print(&mut self, printing: bool) -> bool {
        self.0.print(printing);
        self.0.wants_frame()
    }

    /// Opens the entry with this id; without one closes.
    pub fn select(&mut self, id: Option<String>) -> Result<bool, JsValue> {
        if !self.0.select(id.as_deref()) {
            return Err(refusal(
                "bad-input",
                &["There is no entry \"", &id.unwrap_or_default(), "\" in this timeline."].concat(),
            ));
        }
        Ok(self.0.wants_frame())
    }

    /// Brings a stretch of time into view: DATE strings or milliseconds.
    pub fn show(&mut self, start: &JsValue, end: &JsValue) -> Result<bool, JsValue> {
        if !self.0.show(start, end) {
            return Err(refusal("bad-input", "show takes two dates such as 2016-11-01, or milliseconds."));
        }
        Ok(self.0.wants_frame())
    }

    /// Moves by pixels; positive is towards later times.
    pub fn pan(&mut self, pixels: f64) -> bool {
        self.0.roll(Input::Scroll(Px::from_f64(pixels)));
        self.0.wants_frame()
    }

    /// Goes closer by a factor above 1.
    pub fn zoom(&mut self, factor: f64) -> bool {
        if factor.is_finite() && factor > 0.0 {
            self.0.roll(Input::Pinch(factor, None, Px::ZERO));
        }
        self.0.wants_frame()
    }

    /// One step of what the first frame needs; says whether there is another. It may be left out.
    pub fn prepare(&mut self) -> Result<bool, JsValue> {
        self.0.prepare()
    }

    /// Brings the page up to date.
    pub fn frame(&mut self, now: f64) -> Result<bool, JsValue> {
        self.0.frame(now)?;
        Ok(self.0.wants_frame())
    }

    /// What the page is to be told since the last call: pairs of an event's name and its detail.
    pub fn said(&mut self) -> Array {
        self.0.messages().into_iter().map(said).collect()
    }
}

fn said(message: Message) -> Array {
    let (name, detail) = match message {
        Message::Ready => ("timeline-ready", Fields::empty()),
        Message::Select(id) => ("timeline-select", Fields::empty().with("id", id.map_or(JsValue::NULL, JsValue::from))),
        Message::View(start, end) => ("timeline-view", Fields::empty().with("start", start).with("end", end)),
        Message::Mark { rest, sentence, phrase } => {
            let one = |range: Option<Range>| range.into_iter().collect::<Array>();
            let (phrases, ids) = (Array::new(), Array::new());
            for (range, id) in rest {
                phrases.push(&range);
                ids.push(&id.into());
            }
            let marks = Fields::empty().with("rest", phrases).with("ids", ids).with("sentence", one(sentence));
            ("mark", marks.with("phrase", one(phrase)))
        }
        Message::ShowInArticle(range) => ("show", Fields::empty().with("range", range)),
    };
    Array::of2(&name.into(), &detail.into())
}
