//! What the reader does, from DOM events to [`Input`]s.
//!
//! In: an event from the shadow root, and where the scene stands. Out: inputs. It must never take the page's scroll: a wheel counts only with
//! Ctrl or Cmd, or sideways; a finger only sideways (the style sheet's `touch-action`).

use crate::interact::{Grip, Input, Key};
use crate::layout::Px;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// What is to be done after an event.
pub enum Request {
    /// The state changes.
    Input(Input),
    /// The sentence is to be shown in the article.
    ShowInArticle,
    /// A wheel or pinch: an input, and a new layout when it has come to rest.
    Rolling(Input),
    /// A finger let go of the stage while it moved: on it goes, by so many px a millisecond, slower and slower.
    Fling(f64),
}

/// The pointer between going down and coming up.
#[derive(Default)]
pub struct Pointer {
    down: Option<Down>,
    /// The second finger, and where it is.
    second: Option<(i32, f64)>,
    /// It moved, so the click that follows its coming up means nothing.
    dragged: bool,
}

#[derive(Clone, Copy)]
struct Down {
    id: i32,
    grip: Grip,
    /// Where, in px from the left edge of the window.
    x: f64,
    held: bool,
    /// Where it was last, when (ms), and how fast (px a millisecond).
    last: (f64, f64, f64),
}

/// A pointer that moves less than this (px) is held still: it clicks and does not drag.
const SLACK: f64 = 4.0;
/// A wheel's click zooms by about a fifth.
const WHEEL_ZOOM: f64 = 0.002;
/// Two fingers nearer than this count as so far apart.
const FINGERS: f64 = 24.0;
/// A finger that lets go slower than this stops what it moved, in px a millisecond.
const FAST: f64 = 0.2;
/// Px for a line, where a wheel counts in lines.
const LINE: f64 = 16.0;

/// Where positions are counted from.
pub struct Surface {
    /// The stage (or the overview above it, which is as wide).
    pub stage: Element,
    /// Writing runs from right to left.
    pub rtl: bool,
    /// The story has no zoom and no drag.
    pub vertical: bool,
    /// How many px of the screen one of its own takes.
    pub shown: f64,
}

impl Surface {
    /// Px from the stage's start edge.
    fn at(&self, client_x: f64) -> Px {
        let rect = self.stage.get_bounding_client_rect();
        let x = if self.rtl { rect.right() - client_x } else { client_x - rect.left() };
        Px::from_f64(x / self.shown)
    }

    fn press(&self, event: &MouseEvent) -> Input {
        let top = self.stage.get_bounding_client_rect().top();
        Input::PressStage(
            self.at(f64::from(event.client_x())),
            Px::from_f64((f64::from(event.client_y()) - top) / self.shown),
        )
    }

    /// Sideways distance in the direction of time.
    fn along(&self, distance: f64) -> f64 {
        if self.rtl { -distance / self.shown } else { distance / self.shown }
    }
}

/// What the event asks for.
pub fn read(event: &Event, pointer: &mut Pointer, place: &Surface) -> Option<Request> {
    match event.type_().as_str() {
        "click" => click(event.unchecked_ref(), pointer, place),
        "keydown" => {
            pointer.dragged = false; // the click that Enter makes is no end of a drag
            key(event.unchecked_ref(), place)
        }
        "focusin" => focus(event),
        "dblclick" if !place.vertical => double(event.unchecked_ref(), place),
        "wheel" if !place.vertical => wheel(event.unchecked_ref(), place),
        "pointerdown" if !place.vertical => down(event.unchecked_ref(), pointer),
        "pointermove" => moved(event.unchecked_ref(), pointer, place),
        "pointerup" | "pointercancel" => up(event.unchecked_ref(), pointer, place),
        _ => None,
    }
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest(selector).ok().flatten()
}

/// The number in an attribute of the element, or one around it, that the event came to.
fn number(event: &Event, selector: &str, name: &str) -> Option<usize> {
    closest(event, selector)?.get_attribute(name)?.parse().ok()
}

fn click(event: &MouseEvent, pointer: &mut Pointer, place: &Surface) -> Option<Request> {
    if core::mem::take(&mut pointer.dragged) {
        event.prevent_default();
        return None;
    }
    if let Some(button) = closest(event, "[data-do]") {
        if button.get_attribute("aria-disabled").as_deref() == Some("true") {
            return None;
        }
        return match button.get_attribute("data-do")?.as_str() {
            "zoom-in" => Some(Request::Input(Input::Zoom(2.0, None))),
            "zoom-out" => Some(Request::Input(Input::Zoom(0.5, None))),
            "whole" => Some(Request::Input(Input::WholeSpan)),
            "earlier" => Some(Request::Input(Input::Step(-1))),
            "later" => Some(Request::Input(Input::Step(1))),
            "in-article" => Some(Request::ShowInArticle),
            "back" => Some(Request::Input(Input::ComeBack)),
            "play" => Some(Request::Input(Input::Play)),
            _ => None,
        };
    }
    if let Some(index) = number(event, "[data-entry]", "data-entry") {
        return Some(Request::Input(Input::PressEntry(index)));
    }
    if let Some(first) = number(event, "[data-fold]", "data-fold") {
        return Some(Request::Input(Input::PressFolded(first)));
    }
    if let Some(cluster) = number(event, "[data-cluster]", "data-cluster") {
        return Some(Request::Input(Input::PressCluster(cluster)));
    }
    if !place.vertical && closest(event, ".stage").is_some() && closest(event, "button").is_none() {
        return Some(Request::Input(place.press(event)));
    }
    let overview = !place.vertical && closest(event, ".overview").is_some() && closest(event, ".window").is_none();
    overview.then(|| Request::Input(Input::PressOverview(place.at(f64::from(event.client_x())))))
}

fn double(event: &MouseEvent, place: &Surface) -> Option<Request> {
    // On words a double click selects or presses twice; on the open stage it goes closer.
    if closest(event, ".stage").is_none() || closest(event, "button").is_some() {
        return None;
    }
    Some(Request::Input(Input::Zoom(2.0, Some(place.at(f64::from(event.client_x()))))))
}

fn focus(event: &Event) -> Option<Request> {
    number(event, ".label[data-entry]", "data-entry").map(|index| Request::Input(Input::Focused(index)))
}

fn key(event: &KeyboardEvent, place: &Surface) -> Option<Request> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let name = event.key();
    let key = match (name.as_str(), place.rtl) {
        ("Escape", _) => return Some(Request::Input(Input::Key(Key::Escape))),
        ("ArrowLeft", false) | ("ArrowRight", true) => Key::Earlier,
        ("ArrowRight", false) | ("ArrowLeft", true) => Key::Later,
        ("ArrowUp", _) => Key::Up,
        ("ArrowDown", _) => Key::Down,
        ("Home", _) => Key::Home,
        ("End", _) => Key::End,
        ("+" | "=", _) => Key::Plus,
        ("-", _) => Key::Minus,
        // Enter and Space press the button that has the focus: the browser makes a click of them.
        _ => return None,
    };
    // Elsewhere (in the detail, on a tool) the arrows are the page's.
    let among_entries = closest(event, ".label").is_some();
    let zooms = matches!(key, Key::Plus | Key::Minus);
    (among_entries || zooms).then_some(Request::Input(Input::Key(key)))
}

fn wheel(event: &WheelEvent, place: &Surface) -> Option<Request> {
    closest(event, ".stage, .overview")?;
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        // A pinch on a touchpad comes as many small steps, a wheel as few large ones.
        let step = dy.abs() * if dy.abs() < 50.0 { 4.0 * WHEEL_ZOOM } else { WHEEL_ZOOM };
        let factor = if dy < 0.0 { 1.0 + step } else { 1.0 / (1.0 + step) };
        let about = place.at(f64::from(event.client_x()));
        return Some(Request::Rolling(Input::Pinch(factor, Some(about), Px::ZERO)));
    }
    if dx.abs() <= dy.abs() {
        return None;
    }
    event.prevent_default();
    Some(Request::Rolling(Input::Scroll(Px::from_f64(place.along(dx)))))
}

fn down(event: &PointerEvent, pointer: &mut Pointer) -> Option<Request> {
    let x = f64::from(event.client_x());
    if !event.is_primary() && pointer.down.is_some_and(|down| down.grip == Grip::Stage) {
        pointer.second = Some((event.pointer_id(), x));
        pointer.dragged = true;
        return None;
    }
    pointer.dragged = false;
    if event.button() != 0 || !event.is_primary() {
        return None;
    }
    let grip = if closest(event, ".brush").is_some() {
        grip_at(event)?
    } else if closest(event, ".stage").is_some() {
        Grip::Stage
    } else {
        return None;
    };
    pointer.down = Some(Down { id: event.pointer_id(), grip, x, held: false, last: (x, event.time_stamp(), 0.0) });
    None
}

/// Which part of the window in the overview a pointer takes hold of: near an end, that end.
fn grip_at(event: &PointerEvent) -> Option<Grip> {
    let brush = closest(event, ".brush")?;
    let rect = brush.get_bounding_client_rect();
    let handle = if brush.matches(".thin").unwrap_or(false) { 0.0 } else { 10.0 };
    let x = f64::from(event.client_x());
    let rtl = closest(event, ".rtl").is_some();
    let (left, right) = if rtl { (Grip::WindowEnd, Grip::WindowStart) } else { (Grip::WindowStart, Grip::WindowEnd) };
    Some(match () {
        () if x < rect.left() + handle => left,
        () if x > rect.right() - handle => right,
        () => Grip::Window,
    })
}

fn moved(event: &PointerEvent, pointer: &mut Pointer, place: &Surface) -> Option<Request> {
    let x = f64::from(event.client_x());
    if let (Some(down), Some(second)) = (&mut pointer.down, &mut pointer.second) {
        let before = (down.last.0, second.1);
        match event.pointer_id() {
            id if id == down.id => down.last.0 = x,
            id if id == second.0 => second.1 = x,
            _ => return None,
        }
        return Some(pinch(before, (down.last.0, second.1), place));
    }
    let down = pointer.down.as_mut().filter(|down| down.id == event.pointer_id())?;
    let (last, at, speed) = down.last;
    let passed = (event.time_stamp() - at).max(1.0);
    down.last = (x, event.time_stamp(), 0.5 * speed + 0.5 * (x - last) / passed);
    if down.held {
        return Some(Request::Input(Input::DragMove(place.at(x))));
    }
    if (x - down.x).abs() < SLACK {
        return None;
    }
    down.held = true;
    pointer.dragged = true;
    let start = place.at(down.x);
    // The pointer may leave the stage now and is still heard.
    let _ = place.stage.set_pointer_capture(down.id);
    Some(Request::Input(Input::DragStart(down.grip, start, place.at(x))))
}

/// Two fingers moved: closer and along, so that what was under each of them stays under it.
fn pinch(before: (f64, f64), after: (f64, f64), place: &Surface) -> Request {
    let apart = |(a, b): (f64, f64)| (a - b).abs().max(FINGERS);
    let middle = |(a, b): (f64, f64)| place.at((a + b) / 2.0);
    let by = middle(before) - middle(after);
    Request::Rolling(Input::Pinch(apart(after) / apart(before), Some(middle(before)), by))
}

fn up(event: &PointerEvent, pointer: &mut Pointer, place: &Surface) -> Option<Request> {
    if pointer.second.take().is_some() {
        // The finger that stays begins anew when it is lifted and put down again.
        pointer.down = None;
        return Some(Request::Input(Input::DragEnd));
    }
    let down = pointer.down.take_if(|down| down.id == event.pointer_id())?;
    let (_, at, speed) = down.last;
    let flies = event.pointer_type() == "touch" && down.grip == Grip::Stage && event.type_() == "pointerup";
    if down.held && flies && speed.abs() > FAST && event.time_stamp() - at < 60.0 {
        return Some(Request::Fling(-place.along(speed)));
    }
    down.held.then_some(Request::Input(Input::DragEnd))
}
