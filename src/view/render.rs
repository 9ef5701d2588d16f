//! The whole timeline as a tree of elements.
//!
//! In: a [`Picture`] (a scene, its timeline, and the words for it). Out: a [`Tree`]. It must never compute a position.
//!
//! ```text
//! section.timeline .horizontal|.vertical .many .rtl
//! |- header.header   h2.heading  p.range  div.tools > button.tool*
//! |- div.overview    span.year*  span.base  svg.mini  span.void*  span.window*  svg.lens
//! |- div.body .stage|.story
//! |  '- div.scroll                                   moved by one transform while panning
//! |     |- div.ground    span.column  span.grid*  span.axis*  svg.ticks*  span.word*  span.cut*  span.line  span.today  svg.dots
//! |     |- ol.entries    li.entry*   > span.stem  svg.mark  button.label > span.date span.title span.says span.more
//! |     |                (story)     > span.rail  svg.mark  button.label  div.detail;  li.gap  li.published  li.today  li.track
//! |     '- button.cluster*
//! |- div.detail          h3.subject p.when p.status | blockquote.sentence > mark.phrase, p.links | p.how p.why p.steps
//! |- p.source            span.key*
//! '- p.live              what is said aloud when something changed
//! ```

use super::dom::{Tree, el, part};
use super::picture::Picture;
use super::words::Speech;
use super::{detail, key, overview, stage, story};
use crate::layout::Px;
use crate::layout::scene::{Drawing, Stage};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The whole timeline.
pub fn timeline(picture: &Picture<'_>) -> Tree {
    let form = match picture.scene.drawing {
        Drawing::Empty => "timeline empty",
        Drawing::Stage(_) => "timeline horizontal",
        Drawing::Story(_) => "timeline vertical",
    };
    let class = [
        form,
        if picture.scene.many { " many" } else { "" },
        // By its own width, not the window's; container queries are younger than the browsers we promise.
        if picture.is_snug { " snug" } else { "" },
        if picture.rtl { " rtl" } else { "" },
        " ",
        picture.theme,
    ]
    .concat();
    let speech = picture.speech;
    // With the headline, so that two timelines on a page can be told apart by ear.
    let headline = picture.data.timeline.articles.first().and_then(|article| article.headline.as_deref());
    let name = match headline {
        Some(headline) => [&speech.say("heading"), ": ", headline].concat(),
        None => speech.say("heading"),
    };
    let section = section(speech, class.trim_end()).set("aria-label", &name);
    let section = section.child(header(picture)).child(part("div", "search").set("role", "search").key(1));
    let section = match &picture.scene.drawing {
        Drawing::Empty => return section,
        Drawing::Stage(stage) => section
            .children(overview::overview(picture))
            .child(
                body(stage_class(stage), stage::stage(picture, stage))
                    .px("--h", stage.h)
                    .px("--all", picture.scene.width),
            )
            .children(picture.open.and_then(|open| detail::detail(picture, open))),
        Drawing::Story(story) => {
            section.children(overview::overview(picture)).child(body("body story", story::story(picture, story)))
        }
    };
    let back = picture.away.and_then(|away| detail::back(picture, away));
    section
        .child(key::source(picture))
        .children(back)
        .child(part("p", "live").set("aria-live", "polite").text(picture.live))
}

/// The element that everything stands in, in its language and direction.
pub fn section(speech: &Speech, class: &str) -> Tree {
    let section = part("section", class).set("lang", &speech.lang());
    match speech.dir().as_str() {
        "" => section,
        dir => section.set("dir", dir),
    }
}

/// The same for an element that is there, before anything in it is laid out.
///
/// # Errors
/// Only when the browser refuses to change elements.
pub fn write_language(element: &Element, speech: &Speech) -> Result<(), JsValue> {
    element.set_attribute("lang", &speech.lang())?;
    match speech.dir().as_str() {
        "" => element.remove_attribute("dir"),
        dir => element.set_attribute("dir", dir),
    }
}

/// What is drawn beyond the edges for a gesture is cut there.
fn stage_class(stage: &Stage) -> &'static str {
    if stage.margin > Px::ZERO { "body stage moving" } else { "body stage" }
}

fn body(class: &str, parts: Vec<Tree>) -> Tree {
    // With a key of its own, so that the list is the same in both forms.
    part("div", class).key(1).child(part("div", "scroll").children(parts))
}

fn header(picture: &Picture<'_>) -> Tree {
    let (scene, speech) = (picture.scene, picture.speech);
    let title = picture.data.timeline.title.as_deref().filter(|title| !title.is_empty());
    let heading = title.map_or_else(|| speech.say("heading"), String::from);
    let header = part("header", "header").child(part("h2", "heading").text(&heading));
    let Some(range) = scene.range else {
        return header.child(part("p", "range").text(&speech.say("empty")));
    };
    let wide = matches!(scene.drawing, Drawing::Stage(_));
    let header = header.child(part("p", "range").text(&speech.range(range.first, range.last, wide)));
    let figure = match scene.shown < scene.total {
        true => Some(speech.of("entriesOf", scene.shown, scene.total)),
        false => scene.many.then(|| speech.count("entries", scene.total as u32)),
    };
    let notes = picture.data.timeline.warnings.iter().filter(|warning| warning.kind == "no-published");
    header
        .children(figure.map(|figure| part("p", "range").key(1).text(&figure)))
        .children(notes.map(|warning| part("p", "range note").key(2).text(&warning.message)))
        .children((wide || picture.is_searched).then(|| tools(picture, wide)))
}

/// Zoom where there is one, and search where there is much to be searched; "/" searches anywhere.
fn tools(picture: &Picture<'_>, wide: bool) -> Tree {
    // Inactive buttons stay focusable: one that vanished when it was pressed would take the focus with it.
    let whole =
        if picture.scene.shown < picture.scene.total || picture.scene.overview.as_ref().is_some_and(|it| it.brush) {
            "false"
        } else {
            "true"
        };
    let tool = |action: &str| part("button", "tool").set("type", "button").set("data-do", action);
    let icon = |d: &str| el("svg").set("viewBox", "0 0 12 12").set("aria-hidden", "true").child(el("path").set("d", d));
    let speech = picture.speech;
    let tools = part("div", "tools").children(
        picture.is_searched.then(|| tool("search").set("aria-keyshortcuts", "/").text(&speech.say("search")).key(1)),
    );
    if !wide {
        return tools;
    }
    tools
        .child(
            tool("zoom-out")
                .set("aria-label", &speech.say("zoomOut"))
                .set("aria-disabled", whole)
                .child(icon("M1 6h10")),
        )
        .child(tool("zoom-in").set("aria-label", &speech.say("zoomIn")).child(icon("M1 6h10M6 1v10")))
        .child(tool("whole").set("aria-disabled", whole).text(&speech.say("whole")))
}
