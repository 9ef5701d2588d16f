//! The overview strip as a tree: the whole span at true scale, what is in view, and the lens down to it.
//!
//! In: the scene's overview. Out: a tree. It is a picture only; the buttons and keys do all it does, so assistive technology passes it by.

use super::dom::{Tree, part};
use super::picture::Picture;
use super::stage;
use super::svg::drawing;
use crate::layout::Px;
use crate::layout::scene::Stretch;

/// The least width of a window with handles.
const HANDLES: Px = Px::from_px(16);

/// The strip, if the scene has one.
pub fn overview(picture: &Picture<'_>) -> Option<Tree> {
    let overview = picture.scene.overview.as_ref()?;
    let width = picture.scene.width;
    let minis = drawing("mini flip", &overview.minis).px("width", width).px("height", overview.h);
    let window = |stretch: &Stretch| {
        // Handles that would cover their window are left out.
        let class = match (overview.brush, stretch.w < HANDLES) {
            (false, _) => "window",
            (true, true) => "window brush thin",
            (true, false) => "window brush",
        };
        part("span", class).px("--x", stretch.x).px("--w", stretch.w)
    };
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
        .children(overview.windows.iter().map(window))
        .children(lens);
    Some(strip)
}
