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

use super::data::Data;
use super::dom::{Tree, el, part};
use super::words::Speech;
use super::{detail, key, overview, stage, story};
use crate::interact::Away;
use crate::layout::scene::{ALL_ENTRIES, Drawing, Mark, Paint, Path, Stage};
use crate::layout::{Px, Scene};
use crate::timeline::Event;
use std::borrow::Cow;

/// Everything that is to be shown.
pub struct Picture<'a> {
    /// The events.
    pub data: &'a Data,
    /// Where everything stands.
    pub scene: &'a Scene,
    /// The words.
    pub speech: &'a Speech,
    /// The open entry.
    pub open: Option<usize>,
    /// The entry that Tab comes to.
    pub focus: Option<usize>,
    /// On paper every entry is open and nothing can be pressed.
    pub printing: bool,
    /// The article stands in this page, so that a sentence can be shown there.
    pub linked: bool,
    /// Writing runs from right to left.
    pub rtl: bool,
    /// The colours asked for: `light`, `dark`, `contrast`, or the page's own.
    pub theme: &'a str,
    /// Too narrow for three columns.
    pub is_snug: bool,
    /// The reader went to the article's sentence: the way back.
    pub away: Option<Away>,
    /// There is enough to be searched.
    pub is_searched: bool,
    /// The open entry's film was asked for.
    pub playing: bool,
    /// What is to be said aloud.
    pub live: &'a str,
}

impl Picture<'_> {
    /// The event with this number.
    pub fn event(&self, index: usize) -> Option<Cow<'_, Event>> {
        self.data.event(index)
    }

    /// The language of the article, where it is known: what is quoted is read aloud in it.
    pub fn language(&self) -> Option<&str> {
        self.data.timeline.articles.first()?.language.as_deref()
    }

    /// Words of the article: in its language, and in the direction of their first letter.
    pub fn quoted(&self, tree: Tree) -> Tree {
        let tree = tree.set("dir", "auto");
        match self.language() {
            Some(language) => tree.set("lang", language),
            None => tree,
        }
    }
}

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
    let header = part("header", "header").child(part("h2", "heading").text(&speech.say("heading")));
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
    // Inactive buttons stay focusable: a button that takes itself away takes the reader's place with it.
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

/// The words of an entry: date, title, who says so. As a button it reads "date - title - how certain".
pub fn label(picture: &Picture<'_>, index: usize, date: &str, planned: bool, more: u32) -> Tree {
    let speech = picture.speech;
    let Some(event) = picture.event(index) else { return part("span", "label") };
    let date = part("span", "date").child(el("span").text(date));
    // With spaces of their own: what is said aloud has no margins.
    let date = if planned { date.child(el("em").text(" ").text(&speech.say("planned"))) } else { date };
    let date = match &event.group {
        Some(group) if picture.data.is_filed => date.child(part("em", "group").text(" ").text(group)),
        _ => date,
    };
    let certainty = match event.when.certainty {
        crate::timeline::Certainty::Stated => None,
        crate::timeline::Certainty::Inferred => Some("inferred"),
        crate::timeline::Certainty::Assumed => Some("assumed"),
    };
    part("button", "label")
        .key(index as u32)
        .child(date)
        .child(picture.quoted(part("span", "title")).text(&event.title))
        .children(event.source.as_deref().map(|source| picture.quoted(part("span", "says")).text(source)))
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
    let event = picture.event(index);
    let sentence = event.as_ref().and_then(|event| event.evidence.first());
    let label = match sentence.filter(|_| picture.data.index.len() <= ALL_ENTRIES && picture.open != Some(index)) {
        Some(evidence) => label.set("aria-description", &evidence.text),
        None => label,
    };
    label
        .set("type", "button")
        .number("data-entry", index)
        .set("aria-expanded", if picture.open == Some(index) { "true" } else { "false" })
        .set("tabindex", if picture.focus == Some(index) { "0" } else { "-1" })
}
