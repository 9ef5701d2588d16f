//! The overview strip as a tree: the whole span at true scale, what is in view, and the lens down to it.
//!
//! In: the scene's overview. Out: a tree. It is a picture only; the buttons and keys do all it does, so assistive technology passes it by.

use super::dom::{Tree, part};
use super::render::{Picture, drawing};
use super::stage;

/// The strip, if the scene has one.
pub fn overview(picture: &Picture<'_>) -> Option<Tree> {
    let overview = picture.scene.overview.as_ref()?;
    let width = picture.scene.width;
    let minis = drawing("mini flip", &overview.minis).px("width", width).px("height", overview.h);
    let window = if overview.brush { "window brush" } else { "window" };
    let lens = (overview.lens_h.halves() > 0)
        .then(|| drawing("lens flip", &overview.lens).px("width", width).px("height", overview.lens_h));
    let strip = part("div", "overview")
        .set("aria-hidden", "true")
        .px("--h", overview.h)
        .px("--base", overview.base)
        .px("--lens-h", overview.lens_h)
        .children(overview.years.iter().map(|year| stage::word(picture, "year", year)))
        .child(part("span", "base"))
        .child(minis)
        .children(overview.voids.iter().map(|void| {
            part("span", "void")
                .px("--x", void.x)
                .px("--y", void.y)
                .px("--w", void.w)
                .text(&picture.speech.gap(void.length))
        }))
        .children(overview.windows.iter().map(|stretch| part("span", window).px("--x", stretch.x).px("--w", stretch.w)))
        .children(lens);
    Some(strip)
}
