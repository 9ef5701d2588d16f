//! Sizes of words: set invisibly in the style sheet's own type, read, and remembered.
//!
//! In: what a [`Plan`] asks for. Out: [`Measures`]. It must never learn where the words will stand.

use super::dom::{Drawn, Tree, el, part};
use super::entry;
use super::picture::Picture;
use crate::base::date::{Day, Moment};
use crate::base::list::List;
use crate::layout::scene::{TickForm, TickLabel};
use crate::layout::{Ask, Fits, Measures, Plan, Px, Size};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Range, ShadowRoot};

/// What was measured before; words are measured once for each way they are set.
#[derive(Default)]
pub struct Ruler {
    known: Vec<(Ask, Fits)>,
    set_in: Option<(Px, bool)>,
    ticks: [Option<Px>; TickForm::COUNT],
    more: Option<Size>,
    /// How many px of the screen one of its own takes, where that is known.
    pub shown: Option<f64>,
    /// The words last measured, as elements: they are drawn as they are.
    pub stock: Vec<Drawn>,
}

/// What counts as the width of a tick's word that no plan asked for.
const UNASKED: Px = Px::from_px(60);

impl Ruler {
    /// Forgets everything: another font, size or language.
    pub fn forget(&mut self) {
        *self = Ruler { shown: self.shown, ..Ruler::default() };
    }

    /// The sizes that the plan asks for. Words not seen before are set in an invisible box, all at once, so that the browser lays out once.
    ///
    /// # Errors
    /// Only when the browser refuses to make elements.
    #[inline(never)]
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
        crate::base::order::sort_by_key(&mut self.known, |(ask, _)| ask.index);
        let unknown: Vec<Ask> = plan.labels.iter().copied().filter(|ask| self.find(ask).is_none()).list();
        let is_new = |form: &TickForm| self.ticks.get(*form as usize).is_some_and(Option::is_none);
        let mut forms: Vec<TickForm> = TickForm::ALL.into_iter().filter(is_new).list();
        forms.retain(|form| plan.ticks.contains(form));
        if !unknown.is_empty() || !forms.is_empty() {
            self.set_and_read(document, root, picture, plan, &unknown, &forms)?;
        }
        let labels = plan.labels.iter().map(|ask| self.find(ask).unwrap_or_default()).list();
        Ok(Measures { labels, ticks: self.ticks(), more: self.more.unwrap_or_default() })
    }

    /// The widths of tick words, as far as they are known.
    pub fn ticks(&self) -> [Px; TickForm::COUNT] {
        self.ticks.map(|width| width.unwrap_or(UNASKED))
    }

    fn find(&self, ask: &Ask) -> Option<Fits> {
        let place = self.known.binary_search_by_key(&ask.index, |(known, _)| known.index).ok()?;
        self.known.get(place).filter(|(known, _)| known == ask).map(|(_, fits)| *fits)
    }

    fn set_and_read(
        &mut self,
        document: &Document,
        root: &ShadowRoot,
        picture: &Picture<'_>,
        plan: &Plan<'_>,
        unknown: &[Ask],
        forms: &[TickForm],
    ) -> Result<(), JsValue> {
        // Only of many entries some have no words of their own.
        let more = (plan.many() && self.more.is_none()).then(|| picture.speech.count("more", 88));
        let labels = unknown.iter().map(|ask| {
            let date = picture.speech.label(&ask.date);
            entry::label(picture, ask.index, &date, ask.date.planned, 0)
        });
        let class = if plan.many() { "timeline measures many" } else { "timeline measures" };
        let tree = part("div", class)
            .set("aria-hidden", "true")
            .px("--w", plan.label_width)
            .children(labels)
            .children(forms.iter().map(|&form| samples(picture, form)))
            .children(more.as_ref().map(|more| part("span", "more").text(more)));
        let drawn = Drawn::new(document, tree, &mut Vec::new())?;
        root.append_child(drawn.element())?;
        let mut next = drawn.element().first_element_child();
        let mut read = || {
            let element = next.take();
            next = element.as_ref().and_then(Element::next_element_sibling);
            element
        };
        let range = document.create_range()?;
        let shown = self.shown.unwrap_or(1.0);
        let mut sizes = Vec::new();
        let mut long = Vec::new();
        for ask in unknown {
            let Some(label) = read() else { break };
            let fits = words_of(&label, &range, shown);
            if title_of(&label).is_some_and(|title| is_long(&title, &range)) {
                long.push((sizes.len(), *ask));
            }
            sizes.push((*ask, fits));
        }
        for &form in forms {
            if let Some(width) = self.ticks.get_mut(form as usize) {
                *width = read().as_ref().map(|sample| size_of(sample, shown).w);
            }
        }
        self.more = self.more.or(more.and_then(|_| read()).as_ref().map(|words| size_of(words, shown)));
        drawn.element().remove();
        self.stock = drawn.into_children();
        for (number, width) in plan.wider.into_iter().enumerate().filter(|(_, width)| *width > Px::ZERO) {
            set_wider(document, root, picture, (number + 1, width, shown), &long, &mut sizes)?;
        }
        self.known.retain(|(known, _)| !unknown.iter().any(|ask| ask.index == known.index));
        self.known.extend(sizes);
        crate::base::order::sort_by_key(&mut self.known, |(ask, _)| ask.index);
        Ok(())
    }
}

/// Puts every date and tick of a plan into words and drops them. On a slow device the first date of each form takes longer than all the measuring
/// after it, and `words.js` remembers it; so this is a step of its own before the first frame.
pub fn say(picture: &Picture<'_>, plan: &Plan<'_>) {
    for ask in &plan.labels {
        picture.speech.label(&ask.date);
    }
    for &form in &plan.ticks {
        samples(picture, form);
    }
}

/// What a tick of this form may say, a line each: every month once, with changing weekdays.
fn samples(picture: &Picture<'_>, form: TickForm) -> Tree {
    let count = match form {
        TickForm::Minute | TickForm::Day | TickForm::Year | TickForm::Published | TickForm::Today => 1,
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

/// Measures long words once more, in wider boxes.
fn set_wider(
    document: &Document,
    root: &ShadowRoot,
    picture: &Picture<'_>,
    (number, width, shown): (usize, Px, f64),
    long: &[(usize, Ask)],
    sizes: &mut [(Ask, Fits)],
) -> Result<(), JsValue> {
    if long.is_empty() {
        return Ok(());
    }
    let labels = long.iter().map(|(_, ask)| {
        let date = picture.speech.label(&ask.date);
        entry::label(picture, ask.index, &date, ask.date.planned, 0)
    });
    let tree = part("div", "timeline measures").set("aria-hidden", "true").px("--w", width).children(labels);
    let drawn = Drawn::new(document, tree, &mut Vec::new())?;
    root.append_child(drawn.element())?;
    let range = document.create_range()?;
    let mut next = drawn.element().first_element_child();
    for (place, _) in long {
        let Some(label) = next.take() else { break };
        next = label.next_element_sibling();
        let wider = words_of(&label, &range, shown);
        let Some((_, fits)) = sizes.get_mut(*place) else { continue };
        // A box that does not make the words lower only takes room.
        let lowest = fits.best().h;
        if let ([size, ..], Some(slot)) = (wider.sizes, fits.sizes.get_mut(number))
            && (size.h < lowest || fits.cut > 0)
        {
            *slot = size;
            if wider.cut > 0 {
                fits.cut = number + 1;
            }
        }
    }
    drawn.element().remove();
    Ok(())
}

fn title_of(label: &Element) -> Option<Element> {
    let mut part = label.first_element_child();
    while let Some(element) = part {
        if element.class_name() == "title" {
            return Some(element);
        }
        part = element.next_element_sibling();
    }
    None
}

/// Whether a title takes more than two lines.
fn is_long(title: &Element, range: &Range) -> bool {
    range.select_node_contents(title).is_ok() && range.get_client_rects().is_some_and(|lines| lines.length() > 2)
}

/// The size of a label's words: a box whose words wrap is as wide as it may be, its longest line is not. And whether its title is cut.
fn words_of(label: &Element, range: &Range, shown: f64) -> Fits {
    let mut w = Px::ZERO;
    let mut line = label.first_element_child();
    while let Some(element) = line {
        // What is only said aloud takes no room.
        if element.class_name() != "aloud" && range.select_node_contents(&element).is_ok() {
            w = w.max(Px::from_f64(range.get_bounding_client_rect().width() / shown + 0.24));
        }
        line = element.next_element_sibling();
    }
    let size = size_of(label, shown);
    let is_cut = title_of(label).is_some_and(|title| title.scroll_height() > title.client_height() + 2);
    Fits { cut: usize::from(is_cut), ..Fits::from(Size { w: w.min(size.w), h: size.h }) }
}

/// In px of its own, rounded up to half pixels: a box that is too narrow by a hair breaks its last word.
fn size_of(element: &Element, shown: f64) -> Size {
    let rect = element.get_bounding_client_rect();
    let up = |length: f64| Px::from_f64(length / shown + 0.24);
    Size { w: up(rect.width()), h: up(rect.height()) }
}
