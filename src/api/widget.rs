//! The widget for JavaScript: Timeline JSON or columns become a picture in a shadow root.
//!
//! In: a shadow root, a timeline, options, DOM events. Out: the picture, and messages for the page. It must never learn how a timeline is made:
//! it reads no article and knows no language but the words that the shell hands over.

use super::values::{self, field, refusal, timeline};
use crate::base::date::Day;
use crate::interact::Input;
use crate::layout::{Columns, Index, Orientation, Px};
use crate::view::{self, Data, Message, Settings, clock, words::Speech};
use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, ShadowRoot};

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
        let settings = settings(options)?;
        view::Widget::new(root, data(timeline, &settings)?, settings).map(Widget)
    }

    /// Shows another timeline in the same place, or the same with other options.
    pub fn update(&mut self, timeline: &JsValue, options: &Options) -> Result<bool, JsValue> {
        let settings = settings(options)?;
        self.0.update(data(timeline, &settings)?, settings)?;
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

    /// The reader's day is another by now.
    pub fn dawn(&mut self, today: f64) -> bool {
        self.0.dawn(Day::from_days(today as i32));
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

    /// The reader was taken to the open entry's sentence. So much room is beside the article; there the way back would stand so far from the
    /// timeline's top start corner. All in px.
    pub fn leave(&mut self, room: f64, x: f64, y: f64) -> bool {
        self.0.leave(room, x, y);
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

    /// What the page is to be told since the last call: for each message its name and what belongs to it.
    pub fn said(&mut self) -> Array {
        self.0.messages().into_iter().map(said).collect()
    }
}

fn settings(options: &Options) -> Result<Settings, JsValue> {
    let form = match options.layout().as_string().as_deref() {
        Some("horizontal") => Orientation::Horizontal,
        Some("vertical") => Orientation::Vertical,
        _ => Orientation::Auto,
    };
    Ok(Settings {
        speech: options.speech(),
        form,
        theme: options.theme().as_string().unwrap_or_default(),
        linked: options.link().is_truthy(),
        published: values::published(&options.published())?,
        today: Day::from_days(options.today() as i32),
        is_rehearsal: options.is_rehearsal().unwrap_or(false),
    })
}

fn said(message: Message) -> Array {
    match message {
        Message::Ready => Array::of1(&"timeline-ready".into()),
        Message::Select(id) => Array::of2(&"timeline-select".into(), &id.map_or(JsValue::NULL, JsValue::from)),
        Message::View(start, end) => Array::of3(&"timeline-view".into(), &start.into(), &end.into()),
        Message::ShowInArticle => Array::of1(&"show".into()),
    }
}

fn data(value: &JsValue, settings: &Settings) -> Result<Data, JsValue> {
    let (columns, speech, mut published) = (field(value, "columns"), &settings.speech, settings.published);
    if !columns.is_object() {
        let mut timeline = timeline(value)?;
        published = timeline.published().or(published);
        clock::set_one(&mut published, speech);
        clock::set(&mut timeline, speech);
        return Ok(Data::of(timeline, published));
    }
    let numbers = |name| match field(&columns, name) {
        list if list.is_object() => Float64Array::new(&list).to_vec(),
        _ => Vec::new(),
    };
    let words = |name| field(&columns, name).dyn_into::<Array>().unwrap_or_default();
    let (mut starts, mut ends, titles) = (numbers("start"), numbers("end"), words("title"));
    if titles.length() as usize != starts.len() {
        return Err(refusal("bad-input", "columns.start and columns.title must be equally long."));
    }
    let precision = [value, &columns].map(|object| field(object, "precision").as_string());
    let minutes = precision.iter().flatten().any(|precision| precision == "minute");
    for times in [&mut starts, &mut ends] {
        times.iter_mut().filter(|_| minutes).for_each(|time| *time = clock::shown(*time, speech));
    }
    let mut index = Index::of_columns(&Columns { starts: &starts, ends: &ends, minutes })
        .map_err(|error| refusal(error.kind().word(), &[error.sentence(), "."].concat()))?;
    clock::set_one(&mut published, speech);
    index.publish(published);
    Ok(Data::of_columns(index, titles, words("text"), !minutes))
}
