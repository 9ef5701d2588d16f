//! The vertical story as a tree: rows that flow, one below the other, and the tracks that run from row to row.
//!
//! In: a [`StoryRows`]. Out: trees; heights are the style sheet's business. It must never compute a position.

use super::detail;
use super::dom::{Tree, part};
use super::entry;
use super::picture::Picture;
use super::svg::{self, drawing};
use crate::layout::scene::{Row, RowKind, StoryRows, Track};

/// What stands in the story.
pub fn story(picture: &Picture<'_>, story: &StoryRows) -> Vec<Tree> {
    // Tracks are list items because a list may hold nothing else; they are hidden from assistive technology.
    let tracks = story.tracks.iter().map(|track| self::track(picture, track));
    let rows = story.rows.iter().enumerate().map(|(number, row)| self::row(picture, number, row));
    vec![
        part("ol", "entries")
            .set("role", "list")
            .px("--rail-w", story.rail_w)
            .px("--rail-x", story.rail_x)
            .children(rows)
            .children(tracks),
    ]
}

fn row(picture: &Picture<'_>, number: usize, row: &Row) -> Tree {
    let speech = picture.speech;
    let tree = match &row.kind {
        RowKind::Entry { index, date, mark } => {
            let index = *index;
            let is_open = picture.open == Some(index) && !picture.printing;
            let words = entry::label(picture, index, &speech.label(date), date.planned, 0);
            let shown = is_open || picture.printing;
            entry::item(picture, index, is_open)
                .children(mark.as_ref().map(svg::mark))
                .child(entry::button(picture, index, words))
                .children(if shown { detail::detail(picture, index) } else { None })
        }
        RowKind::Cut { length, mark, h } => part("li", "gap")
            .px("--h", *h)
            .child(
                drawing("mark flip", &mark.paths)
                    .px("--x", mark.x)
                    .px("--y", mark.y)
                    .px("width", mark.w)
                    .px("height", mark.h),
            )
            .child(part("span", "void").text(&speech.gap(*length))),
        RowKind::Published(moment) => part("li", "published").text(&speech.published_on(*moment)),
        RowKind::Today => part("li", "today").text(&speech.say("today")),
        RowKind::Folded { first, count, period } => part("li", "gap").child(
            part("button", "fold").set("type", "button").number("data-fold", *first).text(&speech.count_in(
                "moreIn",
                *count,
                &speech.period(*period),
            )),
        ),
    };
    let tree = tree.number("--row", number + 1).px("--gap", row.gap);
    let rail = if row.later { "rail later" } else { "rail" };
    tree.children(row.rail.then(|| part("span", rail).px("--top", row.rail_top).px("--bottom", row.rail_bottom)))
}

fn track(picture: &Picture<'_>, track: &Track) -> Tree {
    let is_open = picture.open == Some(track.index) && !picture.printing;
    let class = ["track", if track.hollow { " hollow" } else { "" }, if is_open { " open" } else { "" }].concat();
    part("li", &class)
        .key(!picture.data.key(track.index))
        .set("aria-hidden", "true")
        .set("--rows", &[(track.from + 1).to_string(), (track.to + 1).to_string()].join(" / "))
        .px("--x", track.x)
        .px("--w", track.w)
        .px("--top", track.top)
        .child(drawing("stop flip", [&track.stop]))
        .children(track.tail.as_ref().map(|tail| drawing("tail flip", [tail])))
}
