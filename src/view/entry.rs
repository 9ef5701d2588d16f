//! The words of an entry as a tree, and its place in the list.
//!
//! In: the number of an event. Out: the button that every entry is, on the stage and in the story. It must never learn where it stands.

use super::dom::{Tree, el, part};
use super::picture::Picture;
use crate::layout::scene::ALL_ENTRIES;
use crate::timeline::Certainty;

/// The words of an entry: date, title, who says so. As a button it reads "date - title - how certain".
pub fn label(picture: &Picture<'_>, index: usize, date: &str, planned: bool, more: u32) -> Tree {
    let speech = picture.speech;
    let Some(shown) = picture.event(index) else { return part("span", "label") };
    let event = shown.event;
    let date = part("span", "date").child(el("span").text(date));
    // The blanks are for screen readers, which know nothing of the margins between these words.
    let date = if planned { date.child(el("em").text(" ").text(&speech.say("planned"))) } else { date };
    let date = match event.and_then(|event| event.group.as_ref()) {
        Some(group) if picture.data.is_filed => date.child(part("em", "group").text(" ").text(group)),
        _ => date,
    };
    let certainty = match event.map(|event| event.when.certainty) {
        None | Some(Certainty::Stated) => None,
        Some(Certainty::Inferred) => Some("inferred"),
        Some(Certainty::Assumed) => Some("assumed"),
    };
    let source = event.and_then(|event| event.source.as_deref());
    part("button", "label")
        .key(index as u32)
        .child(date)
        .child(picture.quoted(part("span", "title")).text(&shown.title))
        .children(source.map(|source| picture.quoted(part("span", "says")).text(source)))
        .children(certainty.map(|key| part("span", "aloud").text(&speech.say(key))))
        .children((more > 0).then(|| part("span", "more").text(&speech.count("more", more))))
}

/// The place of an entry in the list. Where not all are drawn, it says which of how many it is.
pub fn item(picture: &Picture<'_>, index: usize, is_open: bool) -> Tree {
    let item = part("li", if is_open { "entry open" } else { "entry" }).key(picture.data.key(index));
    let all = picture.data.index.len();
    match picture.data.index.place(index).filter(|_| all > ALL_ENTRIES) {
        Some(place) => item.number("aria-setsize", all).number("aria-posinset", place + 1),
        None => item,
    }
}

/// The same, ready to be pressed: one of all entries is what Tab comes to. Assistive technology reads the sentence as its description, if
/// all entries are drawn: of very many, those would be many sentences.
pub fn button(picture: &Picture<'_>, index: usize, label: Tree) -> Tree {
    let sentence = picture.event(index).and_then(|shown| shown.text);
    let label = match sentence.filter(|_| picture.data.index.len() <= ALL_ENTRIES && picture.open != Some(index)) {
        Some(sentence) => label.set("aria-description", &sentence),
        None => label,
    };
    label
        .set("type", "button")
        .number("data-entry", index)
        .set("aria-expanded", if picture.open == Some(index) { "true" } else { "false" })
        .set("tabindex", if picture.focus == Some(index) { "0" } else { "-1" })
}
