//! One drawn timeline: its state, its elements, and what it has to tell the page.
//!
//! In: inputs, and a call for each frame. Out: the elements in its shadow root, and [`Message`]s. Everything changes in `frame` only,
//! so that a burst of inputs is one change of the page.

mod article;
mod drawing;
mod motion;
mod step;

use super::clock;
use super::data::Data;
use super::dom::Drawn;
use super::input::{self, Pointer, Request, Surface};
use super::measure::Ruler;
use super::render;
use super::words::{MINUTE, Speech};
use crate::base::date::{Day, Moment};
use crate::interact::{self, Effects, Input, State};
use crate::layout::scene::Drawing;
use crate::layout::{Minutes, Orientation, Outline, Px, Scene, Window};
use step::DrawStep;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, ShadowRoot};

/// What a widget is made with.
pub struct Settings {
    /// The words of its language.
    pub speech: Speech,
    /// Along the line, down the page, or by width.
    pub form: Orientation,
    /// `light`, `dark`, `contrast`, or empty for the page's own.
    pub theme: String,
    /// Its article stands in this page, so that an entry's sentence can be shown there.
    pub linked: bool,
    /// When a timeline was published whose articles do not say so.
    pub published: Option<Moment>,
    /// The reader's day.
    pub today: Day,
    /// A rehearsal: drawn hidden and at a usual width, so that the browser has compiled the code before the first real drawing.
    pub is_rehearsal: bool,
}

/// What the page is to be told, or the shell to do.
pub enum Message {
    /// Drawn for the first time.
    Ready,
    /// An entry was opened, or closed.
    Select(Option<String>),
    /// What is in view, in milliseconds since 1970: of the time zone asked for the instants, else of the clock that is shown.
    View(f64, f64),
    /// Take the reader to the open entry's sentence.
    ShowInArticle,
}

/// One drawn timeline.
pub struct Widget {
    document: Document,
    root: ShadowRoot,
    settings: Settings,
    data: Data,
    outline: Outline,
    state: State,
    scene: Scene,
    section: Drawn,
    ruler: Ruler,
    pointer: Pointer,
    /// What the next frame has to do.
    due: Due,
    /// What can be done before the first one.
    steps: core::array::IntoIter<DrawStep, 4>,
    rtl: bool,
    ready: bool,
    live: String,
    shift: Px,
    settle_at: Option<f64>,
    told_window: Option<(Minutes, Minutes)>,
    messages: Vec<Message>,
}

#[derive(Default)]
struct Due {
    size: bool,
    layout: bool,
    paint: bool,
    shift: bool,
    opened: bool,
    window: bool,
    rolled: bool,
    focus: Option<usize>,
}

impl Due {
    fn anything(&self) -> bool {
        self.size
            || self.layout
            || self.paint
            || self.shift
            || self.opened
            || self.window
            || self.rolled
            || self.focus.is_some()
    }
}

impl Widget {
    /// A widget that is not drawn yet; the first frame does that, as soon as its place has a width.
    ///
    /// # Errors
    /// Only when the browser refuses to make elements.
    pub fn new(root: ShadowRoot, data: Data, settings: Settings) -> Result<Widget, JsValue> {
        let document = root.owner_document().ok_or(JsValue::NULL)?;
        // Which way it is written must be known before the first layout.
        let section = render::section(&settings.speech, "timeline pending");
        let section = Drawn::new(&document, section, &mut Vec::new())?;
        root.append_child(section.element())?;
        let mut state = State::default();
        if !settings.is_rehearsal {
            state.frame.width = Px::ZERO;
        }
        let mut widget = Widget {
            document,
            root,
            settings,
            outline: Outline::default(),
            data,
            state,
            scene: Scene::default(),
            section,
            ruler: Ruler::default(),
            pointer: Pointer::default(),
            due: Due { size: true, layout: true, ..Due::default() },
            steps: [DrawStep::Plan, DrawStep::Words, DrawStep::Sizes, DrawStep::Scene].into_iter(),
            rtl: false,
            ready: false,
            live: String::new(),
            shift: Px::ZERO,
            settle_at: None,
            told_window: None,
            messages: Vec::new(),
        };
        widget.follow_settings();
        widget.replaced(None, None);
        Ok(widget)
    }

    /// Brings a stretch of time into view: DATE strings or milliseconds. Says whether they could be read.
    pub fn show(&mut self, start: &JsValue, end: &JsValue) -> bool {
        let minutes = |time| clock::minutes(time, self.data.whole_days, &self.settings.speech);
        let (Some(start), Some(end)) = (minutes(start), minutes(end)) else { return false };
        self.apply(Input::Show(start.min(end), end.max(start)));
        true
    }

    /// Shows another timeline, or the same with other settings: the open entry, the focus and what is in view stay if they are still there.
    ///
    /// # Errors
    /// Only when the browser refuses to change elements.
    pub fn update(&mut self, data: Data, settings: Settings) -> Result<(), JsValue> {
        let same = |index: Option<usize>| self.id_of(index).and_then(|id| data.find(&id));
        let (open, focus) = (same(self.state.frame.open), same(self.state.frame.focus));
        if let Window::Between(start, end) = self.state.frame.window
            && !data.whole_days
        {
            let by = clock::between(start, &self.settings.speech, &settings.speech);
            self.state.frame.window = Window::Between(start + by, end + by);
        }
        // Which way it is written must be known before the next layout.
        render::write_language(self.section.element(), &settings.speech)?;
        self.outline = Outline::default();
        self.data = data;
        self.settings = settings;
        self.ruler.forget();
        self.follow_settings();
        self.replaced(open, focus);
        self.due.size = true;
        self.due.layout = true;
        Ok(())
    }

    fn follow_settings(&mut self) {
        self.state.frame.form = self.form();
        self.state.frame.today = Some(self.settings.today);
    }

    /// Another day is today: its mark stands there from the next frame on.
    pub fn dawn(&mut self, today: Day) {
        self.settings.today = today;
        self.follow_settings();
        self.outline = Outline::default();
        self.due.layout = true;
    }

    /// On paper everything stands one below the other.
    fn form(&self) -> Orientation {
        if self.state.frame.paper { Orientation::Vertical } else { self.settings.form }
    }

    fn replaced(&mut self, open: Option<usize>, focus: Option<usize>) {
        let (has_texts, has_groups) = (self.data.words.is_none(), self.data.is_filed);
        self.apply(Input::Replaced { open, focus, has_texts, has_groups });
    }

    /// Opens the entry with this id, or closes with `None`; says whether there is such an entry.
    pub fn select(&mut self, id: Option<&str>) -> bool {
        let index = id.map(|id| self.data.find(id));
        if index == Some(None) {
            return false;
        }
        self.apply(Input::Select(index.flatten()));
        true
    }

    /// The container has another size, or fonts have come.
    pub fn resized(&mut self) {
        self.due.size = true;
    }

    /// Fonts have come: words have other sizes.
    pub fn fonts_changed(&mut self) {
        self.ruler.forget();
        self.due.layout = true;
    }

    /// Before printing: the story, every entry open. After it: back.
    pub fn print(&mut self, printing: bool) {
        self.apply(Input::Paper(printing));
        self.apply(Input::SetForm(self.form()));
        self.due.size = true;
        self.due.layout = true;
    }

    /// A DOM event from the shadow root.
    pub fn handle(&mut self, event: &web_sys::Event) {
        if !self.ready {
            return;
        }
        // The stage while there is one; in the story positions mean nothing.
        let Ok(Some(stage)) = self.section.element().query_selector(".body") else { return };
        if ["pointerdown", "wheel", "keydown"].contains(&event.type_().as_str()) {
            self.apply(Input::Hold);
        }
        let vertical = !matches!(self.scene.drawing, Drawing::Stage(_));
        let place = Surface { stage, rtl: self.rtl, vertical, shown: self.ruler.shown.unwrap_or(1.0) };
        match input::read(event, &mut self.pointer, &place) {
            None => {}
            Some(Request::Input(input)) => {
                let changed = self.apply(input);
                if changed && event.type_() == "keydown" {
                    event.prevent_default();
                }
            }
            Some(Request::Rolling(input)) => self.roll(input),
            Some(Request::Fling(speed)) => self.fling(speed),
            Some(Request::ShowInArticle) => self.show_in_article(),
        }
    }

    /// Changes the state; says whether that did anything.
    pub fn apply(&mut self, input: Input) -> bool {
        let (state, effects) = interact::update(&self.state, input, &self.data.index, &self.scene);
        self.state = state;
        self.due.layout |= effects.relayout;
        self.due.paint |= effects.repaint;
        self.due.shift |= effects.redraw;
        self.due.opened |= effects.opened;
        self.due.window |= effects.window_changed;
        self.due.focus = effects.focus.or(self.due.focus);
        effects != Effects::default()
    }

    /// Whether a frame is wanted.
    pub fn wants_frame(&self) -> bool {
        self.settle_at.is_some() || self.state.flight.is_some() || self.due.anything()
    }

    /// What the page is to be told since the last time.
    pub fn messages(&mut self) -> Vec<Message> {
        core::mem::take(&mut self.messages)
    }

    /// Brings the page up to date. `now` in ms, of any clock.
    ///
    /// # Errors
    /// Only when the browser refuses to change elements.
    pub fn frame(&mut self, now: f64) -> Result<(), JsValue> {
        self.fly(now);
        self.settle(now);
        if core::mem::take(&mut self.due.size) {
            self.read_size()?;
        }
        if self.state.frame.width.halves() == 0 {
            return Ok(()); // hidden: the fallback stays, and the next size brings another frame
        }
        let opened = core::mem::take(&mut self.due.opened);
        if self.due.layout || opened {
            self.lay_out(DrawStep::Scene)?;
        }
        if core::mem::take(&mut self.due.paint) {
            self.paint(opened)?;
        }
        // It only asked for this frame: whether the stage is to be moved is seen from its shift, which a new layout changes too.
        self.due.shift = false;
        let shift = interact::shift(&self.state, &self.scene);
        if self.shift != shift {
            self.shift = shift;
            self.write_shift()?;
            self.move_overview()?;
        }
        if let Some(index) = self.due.focus.take() {
            self.focus(index)?;
        }
        self.tell(opened);
        Ok(())
    }

    fn focus(&self, index: usize) -> Result<(), JsValue> {
        let selector = [".label[data-entry=\"", &index.to_string(), "\"]"].concat();
        match self.section.element().query_selector(&selector)? {
            Some(label) => label.unchecked_ref::<HtmlElement>().focus(),
            None => Ok(()),
        }
    }

    fn tell(&mut self, opened: bool) {
        if opened {
            self.messages.push(Message::Select(self.id_of(self.state.frame.open)));
        }
        if core::mem::take(&mut self.due.window) {
            let window = self.window();
            if window.is_some() && window != self.told_window {
                self.told_window = window;
                let time = |shown: Minutes| match self.data.whole_days {
                    true => shown * MINUTE,
                    false => clock::instant(shown * MINUTE, &self.settings.speech),
                };
                self.messages.extend(window.map(|(start, end)| Message::View(time(start), time(end))));
            }
        }
    }

    /// What is in view.
    fn window(&self) -> Option<(Minutes, Minutes)> {
        if let Window::Between(start, end) = self.state.frame.window {
            return Some((start, end));
        }
        let Drawing::Stage(stage) = &self.scene.drawing else { return None };
        Some((stage.scale.parts.first()?.start, stage.scale.parts.last()?.end))
    }

    fn id_of(&self, index: Option<usize>) -> Option<String> {
        self.data.id(index?)
    }
}
