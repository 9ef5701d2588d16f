//! Drawn shapes as SVG.
//!
//! In: the scene's marks and paths. Out: trees; each kind of paint is a class of the style sheet. It must never compute a position.

use super::dom::{Tree, el, part};
use crate::layout::scene::{Mark, Paint, Path};

/// A drawn date.
pub fn mark(mark: &Mark) -> Tree {
    drawing("mark flip", &mark.paths).px("--x", mark.x).px("--y", mark.y).px("width", mark.w).px("height", mark.h)
}

/// Shapes in one box.
pub fn drawing<'a>(class: &str, paths: impl IntoIterator<Item = &'a Path>) -> Tree {
    part("svg", class).set("aria-hidden", "true").children(paths.into_iter().map(path))
}

fn path(path: &Path) -> Tree {
    let paint = match path.paint {
        Paint::Strokes => "strokes",
        Paint::Stop => "stop",
        Paint::Solid => "solid",
        Paint::Hollow => "hollow",
        Paint::Dashed => "dashed",
        Paint::Tail => "tail",
        Paint::Tick => "tick",
        Paint::Dots => "dot",
        Paint::Grid => "dot-grid",
        Paint::Faint => "faint",
        Paint::LensFill => "lens-fill",
        Paint::LensEdge => "lens-edge",
    };
    let drawn = el("path").set("class", paint).set("d", &path.d);
    // As an attribute: what `url(#...)` in an adopted style sheet means, engines do not agree upon.
    if path.paint == Paint::Grid { drawn.set("fill", "url(#dots)") } else { drawn }
}
