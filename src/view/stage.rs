//! The horizontal timeline as a tree: the ground (axis, ticks, lines), the entries, the clusters.
//!
//! In: a [`Stage`]. Out: trees in the order in which they are painted. It must never compute a position.

use super::dom::{Tree, el, part};
use super::entry;
use super::picture::Picture;
use super::svg::{self, drawing};
use crate::base::list::List;
use crate::layout::Px;
use crate::layout::scene::{Align, AxisPart, Break, Cluster, GRID_FOOT, Stage, StageEntry, TickWord};

/// What stands in the stage.
pub fn stage(picture: &Picture<'_>, stage: &Stage) -> Vec<Tree> {
    let mut parts = vec![
        ground(picture, stage),
        part("ol", "entries").set("role", "list").children(stage.entries.iter().map(|drawn| item(picture, drawn))),
    ];
    // Only columns with a figure are buttons. Presses on the others are found by their place (`Input::PressStage`): a hundred buttons without words would
    // be in the way of whoever goes from button to button.
    let counted = stage.clusters.iter().enumerate().filter(|(_, cluster)| cluster.counted);
    counted.map(|(number, cluster)| self::cluster(picture, number, cluster)).onto(&mut parts);
    parts
}

fn ground(picture: &Picture<'_>, stage: &Stage) -> Tree {
    let width = picture.scene.width;
    let box_of_stage = |tree: Tree| tree.px("width", width).px("height", stage.axis_y);
    let column = stage.column.map(|column| part("span", "column").px("--x", column.x).px("--w", column.w));
    let line = stage.published.map(|published| part("span", "line").px("--x", published.x));
    let today = stage.today.map(|today| {
        let class = if today.w > Px::ZERO { "today day" } else { "today" };
        part("span", class).px("--x", today.x).px("--w", today.w)
    });
    part("div", "ground")
        .px("--axis", stage.axis_y)
        .set("aria-hidden", "true")
        .children(column)
        .children(stage.grid.iter().map(|line| part("span", "grid").px("--x", line.x).px("--h", line.h)))
        .children(stage.axis.iter().map(axis))
        .children(
            stage
                .axis
                .iter()
                .filter_map(|part| part.ticks.as_ref())
                .map(|ticks| box_of_stage(drawing("ticks flip", [ticks]))),
        )
        .children(stage.breaks.iter().map(|cut| box_of_stage(drawing("ticks flip", [&cut.cut]))))
        .children(line)
        .children(today)
        .children(stage.axis.iter().flat_map(|part| &part.words).map(|tick| word(picture, "word", tick)))
        .children(stage.breaks.iter().map(|cut| omission(picture, cut)))
        .children((!stage.dots.is_empty()).then(|| {
            let (pitch, dot) = (stage.pitch, el("circle").px("cx", stage.pitch.half()).px("cy", stage.pitch.half()));
            let pattern = el("pattern")
                .set("id", "dots")
                .set("patternUnits", "userSpaceOnUse")
                .px("y", stage.axis_y - GRID_FOOT)
                .px("width", pitch)
                .px("height", pitch)
                .child(dot.px("r", stage.dot.half()));
            box_of_stage(drawing("dots flip", &stage.dots)).child(pattern).px("--dot", stage.dot).px("--pitch", pitch)
        }))
}

fn axis(axis: &AxisPart) -> Tree {
    let class = match (axis.later, axis.tint) {
        (true, _) => "axis later",
        (false, true) => "axis tint",
        (false, false) => "axis",
    };
    part("span", class).px("--x", axis.x).px("--w", axis.w)
}

fn omission(picture: &Picture<'_>, cut: &Break) -> Tree {
    part("span", "cut")
        .px("--x", cut.x)
        .px("--w", cut.w)
        .px("--y", cut.y)
        .text(&picture.speech.lasting(cut.length, true))
}

/// A tick's word; the overview has them too.
pub fn word(picture: &Picture<'_>, class: &str, tick: &TickWord) -> Tree {
    let anchor = match tick.anchor {
        Align::Start => "",
        Align::Middle => " middle",
        Align::End => " end",
    };
    let class =
        [class, anchor, if tick.strong { " strong" } else { "" }, if tick.open { " open" } else { "" }].concat();
    part("span", &class).px("--x", tick.x).px("--y", tick.y).text(&picture.speech.tick(tick.label))
}

fn item(picture: &Picture<'_>, drawn: &StageEntry) -> Tree {
    let index = drawn.index;
    let is_open = picture.open == Some(index);
    let date = picture.speech.label(&drawn.date);
    let more = drawn.label.map_or(0, |label| label.more);
    let words = entry::button(picture, index, entry::label(picture, index, &date, drawn.date.planned, more));
    let words = match (drawn.label, &drawn.mark) {
        (Some(label), _) => {
            words.flag("data-end", label.end_aligned).px("--x", label.x).px("--y", label.y).px("--w", label.w)
        }
        // No room for its words: they are there for those who can't see, and shown where the mark is when they have the focus.
        (None, Some(mark)) => words.flag("data-bare", true).px("--x", mark.x).px("--y", mark.y),
        (None, None) => words.flag("data-bare", true),
    };
    entry::item(picture, index, is_open)
        .children(drawn.stem.map(|stem| part("span", "stem").px("--x", stem.x).px("--y", stem.y).px("--h", stem.h)))
        .children(drawn.mark.as_ref().map(|mark| svg::mark(mark).number("data-entry", index)))
        .child(words)
}

fn cluster(picture: &Picture<'_>, number: usize, cluster: &Cluster) -> Tree {
    let figure = picture.speech.count("figure", cluster.count);
    part("button", "cluster")
        .set("type", "button")
        .set("tabindex", "-1")
        .number("data-cluster", number)
        .set("aria-label", &picture.speech.count("here", cluster.count))
        .px("--x", cluster.x)
        .px("--y", cluster.y)
        .px("--w", cluster.w)
        .px("--h", cluster.h)
        .child(el("span").set("class", "count").text(&figure))
}
