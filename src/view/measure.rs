//! Sizes of words: set invisibly in the style sheet's own type, read, and remembered.
//!
//! In: what a [`Plan`] asks for. Out: [`Measures`]. It must never learn where the words will stand.

use super::dom::{Drawn, Tree, el, part};
use super::render::{self, Picture};
use crate::date::{Day, Moment};
use crate::layout::scene::{TickForm, TickLabel};
use crate::layout::{Ask, Measures, Plan, Px, Size};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Range, ShadowRoot};

/// What was measured before; words are measured once for each way they are set.
#[derive(Default)]
pub struct Ruler {
    known: Vec<(Ask, Size)>,
    set_in: Option<(Px, bool)>,
    ticks: Option<([Px; TickForm::COUNT], Size)>,
}

impl Ruler {
    /// Forgets everything: another font, size or language.
    pub fn forget(&mut self) {
        *self = Ruler::default();
    }

    /// The sizes that the plan asks for. Words not seen before are set in an invisible box, all at once, so that the browser lays out once.
    ///
    /// # Errors
    /// Only when the browser refuses to make elements.
    pub fn measure(
        &mut self,
        document: &Document,
        root: &ShadowRoot,
        picture: &Picture<'_>,
        plan: &Plan<'_>,
    ) -> Result<Measures, JsValue> {
        if self.set_in != Some((plan.label_width, plan.many())) {
            self.known.clear();
            self.set_in = Some((plan.label_width, plan.many()));
        }
        crate::order::sort_by_key(&mut self.known, |(ask, _)| ask.index);
        let unknown: Vec<Ask> = plan.labels.iter().copied().filter(|ask| self.find(ask).is_none()).collect();
        if !unknown.is_empty() || self.ticks.is_none() {
            self.set_and_read(document, root, picture, plan, &unknown)?;
        }
        let (ticks, more) = self.ticks.unwrap_or_default();
        let labels = plan.labels.iter().map(|ask| self.find(ask).unwrap_or_default()).collect();
        Ok(Measures { labels, ticks, more })
    }

    fn find(&self, ask: &Ask) -> Option<Size> {
        let place = self.known.binary_search_by_key(&ask.index, |(known, _)| known.index).ok()?;
        self.known.get(place).filter(|(known, _)| known == ask).map(|(_, size)| *size)
    }

    fn set_and_read(
        &mut self,
        document: &Document,
        root: &ShadowRoot,
        picture: &Picture<'_>,
        plan: &Plan<'_>,
        unknown: &[Ask],
    ) -> Result<(), JsValue> {
        let labels = unknown.iter().map(|ask| {
            let date = picture.speech.label(&ask.date);
            render::label(picture, ask.index, &date, ask.date.planned, 0)
        });
        let class = if plan.many() { "timeline measures many" } else { "timeline measures" };
        let tree = part("div", class)
            .set("aria-hidden", "true")
            .px("--w", plan.label_width)
            .children(labels)
            .child(part("span", "more").text(&picture.speech.count("more", 88)))
            .children(TickForm::ALL.into_iter().map(|form| samples(picture, form)));
        let drawn = Drawn::new(document, tree)?;
        root.append_child(drawn.element())?;
        let mut next = drawn.element().first_element_child();
        let mut read = || {
            let element = next.take();
            next = element.as_ref().and_then(Element::next_element_sibling);
            element
        };
        let range = document.create_range()?;
        let sizes = unknown.iter().map(|ask| (*ask, read().map(|label| words_of(&label, &range)).unwrap_or_default()));
        let sizes: Vec<(Ask, Size)> = sizes.collect();
        let more = read().as_ref().map(size_of).unwrap_or_default();
        self.ticks = Some((TickForm::ALL.map(|_| read().as_ref().map(size_of).unwrap_or_default().w), more));
        drawn.element().remove();
        self.known.retain(|(known, _)| !unknown.iter().any(|ask| ask.index == known.index));
        self.known.extend(sizes);
        crate::order::sort_by_key(&mut self.known, |(ask, _)| ask.index);
        Ok(())
    }
}

/// What a tick of this form may say, a line each: every month once, with changing weekdays.
fn samples(picture: &Picture<'_>, form: TickForm) -> Tree {
    let count = match form {
        TickForm::Minute | TickForm::Day | TickForm::Year | TickForm::Published => 1,
        TickForm::WeekdayDay => 7,
        _ => 12,
    };
    let mut text = String::new();
    for month in 1..=count {
        let day = Day::from_ymd(2016, month, 20 + month % 7).unwrap_or_default();
        let moment = Moment { minute: Some(23 * 60 + 58), ..Moment::from_day(day) };
        text.push_str(&picture.speech.tick(TickLabel { moment, form }));
        text.push('\n');
    }
    el("span").set("class", "word strong").text(&text)
}

/// The size of a label's words: a box whose words wrap is as wide as it may be, its longest line is not.
fn words_of(label: &Element, range: &Range) -> Size {
    let mut w = Px::ZERO;
    let mut line = label.first_element_child();
    while let Some(element) = line {
        // What is only said aloud takes no room.
        if element.class_name() != "aloud" && range.select_node_contents(&element).is_ok() {
            w = w.max(Px::from_f64(range.get_bounding_client_rect().width() + 0.24));
        }
        line = element.next_element_sibling();
    }
    let size = size_of(label);
    Size { w: w.min(size.w), h: size.h }
}

/// Rounded up to half pixels: a box that is too narrow by a hair breaks its last word.
fn size_of(element: &Element) -> Size {
    let rect = element.get_bounding_client_rect();
    let up = |length: f64| Px::from_f64(length + 0.24);
    Size { w: up(rect.width()), h: up(rect.height()) }
}
