//! The key under the timeline as a tree: what each kind of mark says.
//!
//! In: the scene's keys. Out: a tree with one small drawing and a few words each.

use super::dom::{Tree, el, part};
use super::picture::Picture;
use crate::layout::scene::Legend;

/// The last line of the timeline.
pub fn source(picture: &Picture<'_>) -> Tree {
    part("p", "source")
        .children(picture.data.is_read.then(|| el("span").text(&picture.speech.say("read"))))
        .children(picture.scene.keys.iter().map(|key| self::key(picture, *key)))
        .children(picture.scene.keys.iter().filter_map(|key| column(picture, *key)))
}

/// How much time a column of dots counts.
fn column(picture: &Picture<'_>, key: Legend) -> Option<Tree> {
    let Legend::Dot(_, Some(length)) = key else { return None };
    Some(el("span").text(&picture.speech.with("keyColumn", &picture.speech.lasting(length, false))))
}

fn key(picture: &Picture<'_>, key: Legend) -> Tree {
    let (word, width, paint, d) = match key {
        Legend::Between => (
            "keyBetween",
            "34px",
            "strokes",
            "M1.5 0v9M5.5 0v9M9.5 0v9M12.5 0v9M15.5 0v9M18.5 0v9M21.5 0v9M24.5 0v9M28.5 0v9M32.5 0v9",
        ),
        Legend::Before => (
            "keyBefore",
            "34px",
            "strokes",
            "M1.5 0v9M8.5 0v9M14.5 0v9M19.5 0v9M23.5 0v9M26.5 0v9M29.5 0v9M32.5 -3v15M33.5 -3v15",
        ),
        Legend::Reported => ("keyReported", "22px", "hollow", "M.75 .75h20.5v7.5H.75z"),
        Legend::Planned => ("keyPlanned", "10px", "dashed", "M.75 4.5a3.75 3.75 0 1 1 7.5 0a3.75 3.75 0 1 1 -7.5 0"),
        Legend::Dot(..) | Legend::Counts => ("keyDot", "9px", "solid", "M0 4.5a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1 -9 0"),
    };
    let words = match key {
        Legend::Counts => return part("span", "key").text(&picture.speech.say("keyCounts")),
        Legend::Dot(count, _) => picture.speech.count(word, count),
        _ => picture.speech.say(word),
    };
    let shape = part("svg", "flip").set("aria-hidden", "true").set("width", width).set("height", "9px");
    part("span", "key").child(shape.child(el("path").set("class", paint).set("d", d))).child(el("span").text(&words))
}
