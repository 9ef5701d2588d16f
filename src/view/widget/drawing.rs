//! From a widget's state to its elements, step by step: its size, what to measure, the words, their sizes, everything in its place, the elements.
//!
//! In: the widget's data and state. Out: its scene, and the elements as the scene says. It must never learn what an input means.

use super::step::DrawStep;
use super::{Message, Widget};
use crate::interact::Input;
use crate::layout::{self, Outline, Px};
use crate::view::picture::Picture;
use crate::view::{detail, measure, render};
use wasm_bindgen::JsValue;

/// Below so many em the detail has two columns.
const SNUG: i32 = 54;
/// Paper's width between its margins.
const PAPER: i32 = 640;

impl Widget {
    pub(super) fn read_size(&mut self) -> Result<(), JsValue> {
        if self.settings.is_rehearsal {
            return Ok(());
        }
        let element = self.section.element();
        let Some(window) = self.document.default_view() else { return Ok(()) };
        let Some(style) = window.get_computed_style(element)? else { return Ok(()) };
        // Numbers are taken apart by the browser: reading floats would cost 20 kB here.
        let em = Px::from_f64(js_sys::parse_float(&style.get_property_value("font-size")?));
        let rtl = style.get_property_value("direction")? == "rtl";
        // Its own width, and how much larger a zoom or a transform of the page shows it: what is measured on the screen counts in the screen's px.
        let own = js_sys::parse_float(&style.get_property_value("width")?);
        let width = if self.state.frame.paper { Px::from_px(PAPER) } else { Px::from_f64(own) };
        let shown = element.get_bounding_client_rect().width() / own;
        self.ruler.shown = (shown > 0.0 && shown.is_finite()).then_some(shown);
        if em != self.state.frame.em {
            self.ruler.forget();
        }
        if (width, em, rtl) != (self.state.frame.width, self.state.frame.em, self.rtl) {
            self.rtl = rtl;
            self.due.layout = true;
            self.apply(Input::Resize { width, em });
        }
        Ok(())
    }

    /// One more step towards the first frame, so that none takes long on a slow device; says whether there is another.
    ///
    /// # Errors
    /// Only when the browser refuses to make elements.
    pub fn prepare(&mut self) -> Result<bool, JsValue> {
        let Some(step) = self.steps.next() else { return Ok(false) };
        self.read_size()?;
        if self.state.frame.width.halves() == 0 {
            return Ok(false);
        }
        self.lay_out(step)?;
        Ok(true)
    }

    /// Puts everything in its place, as far as that step; to be painted after the last.
    pub(super) fn lay_out(&mut self, until: DrawStep) -> Result<(), JsValue> {
        let frame = self.state.frame;
        if !self.outline.fits(&frame) {
            self.outline = Outline::of(&self.data.index, &frame);
        }
        let plan = layout::plan(&self.data.index, &self.outline, &frame, Some(&self.scene));
        if until == DrawStep::Plan {
            return Ok(());
        }
        if until == DrawStep::Words {
            measure::say(&self.picture(), &plan);
            return Ok(());
        }
        let mut ruler = core::mem::take(&mut self.ruler);
        // Words do not depend on where they stand, so the picture to measure them in may have the last scene.
        let measures = ruler.measure(&self.document, &self.root, &self.picture(), &plan)?;
        self.ruler = ruler;
        if until == DrawStep::Sizes {
            return Ok(());
        }
        self.scene = layout::draw(&frame, &plan, &measures, Some(&self.scene));
        self.due.layout = false;
        self.due.paint = true;
        Ok(())
    }

    #[inline(never)]
    pub(super) fn paint(&mut self, opened: bool) -> Result<(), JsValue> {
        if opened {
            self.live = self.announcement();
        }
        let tree = render::timeline(&self.picture());
        self.section.update(&self.document, tree, &mut self.ruler.stock)?;
        self.ruler.stock.clear();
        if !core::mem::replace(&mut self.ready, true) {
            self.messages.push(Message::Ready);
        }
        Ok(())
    }

    pub(super) fn picture(&self) -> Picture<'_> {
        Picture {
            data: &self.data,
            scene: &self.scene,
            speech: &self.settings.speech,
            open: self.state.frame.open,
            // Tab must come to some entry before any had the focus.
            focus: self.state.frame.focus.or(self.state.frame.open).or(self.data.index.event(0)),
            printing: self.state.frame.paper,
            linked: self.settings.linked,
            rtl: self.rtl,
            theme: &self.settings.theme,
            is_snug: self.state.frame.width < self.state.frame.em.times(SNUG),
            away: self.state.away,
            playing: self.state.playing,
            is_searched: self.state.searched,
            live: &self.live,
        }
    }

    /// What a screen reader says when an entry opens elsewhere than at the focus: its date and title.
    pub(super) fn announcement(&self) -> String {
        let picture = self.picture();
        let Some(open) = picture.open else { return String::new() };
        let date = detail::date_label(&picture, open).map(|date| picture.speech.label(&date)).unwrap_or_default();
        let title = picture.event(open).map(|shown| shown.title).unwrap_or_default();
        [&date, ", ", &title].concat()
    }
}
