//! A widget in motion: runs of inputs, what a finger let go of, and coming to rest.
//!
//! In: inputs, and the time of each frame. Out: the state moved on. It must never lay anything out.

use super::Widget;
use crate::interact::Input;
use crate::layout;
use crate::view::overview;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// How long a wheel must rest before words are placed anew, in ms.
const SETTLE: f64 = 150.0;

impl Widget {
    /// What a finger moved goes on, unless the reader wants no motion.
    pub(super) fn fling(&mut self, speed: f64) {
        let style =
            self.document.default_view().and_then(|window| window.get_computed_style(self.section.element()).ok()?);
        let is_still =
            style.is_none_or(|style| style.get_property_value("--still").is_ok_and(|still| !still.is_empty()));
        self.apply(Input::Fling { speed, still: is_still });
    }

    pub(super) fn fly(&mut self, now: f64) {
        if self.state.flight.is_some() {
            self.apply(Input::Fly(now));
            self.due.rolled = true;
        }
    }

    /// One of a run of inputs; the run is over when nothing more comes.
    pub fn roll(&mut self, input: Input) {
        self.due.rolled |= self.apply(input);
    }

    pub(super) fn settle(&mut self, now: f64) {
        if core::mem::take(&mut self.due.rolled) {
            self.settle_at = Some(now + SETTLE);
        } else if self.settle_at.is_some_and(|at| now >= at) {
            self.settle_at = None;
            self.apply(Input::Settle);
        }
    }

    /// The one transform of a pan. Outside the tree, because it changes without a new scene.
    pub(super) fn write_shift(&self) -> Result<(), JsValue> {
        let Some(scroll) = self.section.element().query_selector(".scroll")? else { return Ok(()) };
        let shift = if self.rtl { -self.shift } else { self.shift };
        let style = scroll.unchecked_ref::<HtmlElement>().style();
        style.set_property("transform", &["translateX(", &shift.css(), ")"].concat())
    }

    /// The window in the overview moves with the stage.
    pub(super) fn move_overview(&mut self) -> Result<(), JsValue> {
        let moved = layout::overview(&self.data.index, &self.outline, &self.state.frame, &self.ruler.ticks());
        if moved.is_none() || self.scene.overview.is_none() {
            return Ok(());
        }
        self.scene.overview = moved;
        match overview::overview(&self.picture()) {
            Some(tree) => self.section.update_part(&self.document, tree),
            None => Ok(()),
        }
    }
}
