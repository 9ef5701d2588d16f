//! The open entry as a tree: what, when, who says so; the article's sentence with its time phrase; how the date was worked out.
//!
//! In: an event. Out: a tree. It must never learn where on the page it stands: under the stage, or in its row of the story.

use super::data::Shown;
use super::dom::{Tree, el, part};
use super::picture::Picture;
use super::words::milliseconds;
use crate::base::list::List;
use crate::interact::Away;
use crate::layout::scene::{DateLabel, Drawing, RowKind};
use crate::timeline::{Event, Evidence, Media};

/// The detail of an entry.
pub fn detail(picture: &Picture<'_>, index: usize) -> Option<Tree> {
    let shown = picture.event(index)?;
    let evidence = shown.event.and_then(|event| event.evidence.first());
    let date = date_label(picture, index)?;
    let when = part("p", "when").text(&picture.speech.full_label(&date));
    let is_stage = matches!(picture.scene.drawing, Drawing::Stage(_));
    let what = match is_stage {
        true => Some(subject(picture, &shown, when)),
        // In the story the label stands right above, but does not say by which clock.
        false => date.from.moment.offset.is_some().then_some(when),
    };
    let mut links = shown.event.filter(|_| !picture.printing).and_then(|event| links(picture, event));
    // In three columns the link stands under the sentence, in one it follows the reason.
    let beside = what.as_ref().filter(|_| is_stage).and_then(|_| links.take());
    let media = shown.event.and_then(|event| event.media.as_ref());
    // Beside the sentence it was read from, an entry may have words of its own.
    let told = shown.event.and_then(|event| event.text.as_deref()).filter(|&text| shown.text.as_deref() != Some(text));
    let sentence = part("div", "evidence")
        .children(shown.text.as_deref().map(|text| self::sentence(picture, text, evidence)))
        .children(told.map(|text| picture.quoted(part("p", "text")).text(text)))
        .children(beside)
        .children(media.filter(|_| !picture.printing).and_then(|media| self::media(picture, media)));
    let is_quoted = evidence.is_some_and(|evidence| evidence.mention.is_some());
    let why = match shown.event.map_or("", |event| event.when.why.as_str()) {
        "" => is_quoted.then(|| picture.speech.say("stated")),
        why => Some(why.into()),
    };
    let how = why.as_ref().map(|_| part("p", "how").text(&picture.speech.say("how")));
    let reason = part("div", "reason")
        .children(how)
        .children(why.map(|why| part("p", "why").set("dir", "auto").text(&why)))
        .children(links)
        .children((!picture.printing).then(|| steps(picture, index)).flatten());
    Some(part("div", "detail").children(what).child(sentence).child(reason))
}

fn subject(picture: &Picture<'_>, shown: &Shown<'_>, when: Tree) -> Tree {
    let source = shown.event.and_then(|event| event.source.as_deref());
    let source = source.map(|source| picture.speech.with("reported", source));
    let group = shown.event.and_then(|event| event.group.clone()).filter(|_| picture.data.is_filed);
    let status = [source, group].into_iter().flatten();
    part("div", "what")
        .child(picture.quoted(part("h3", "subject")).text(&shown.title))
        .child(when)
        .children(status.map(|status| part("p", "status").text(&status)))
}

/// The picture of an entry. It is fetched only now, because only the open entry has a detail; a film only when it is asked for.
fn media(picture: &Picture<'_>, media: &Media) -> Option<Tree> {
    let url = media.url.as_str();
    if !is_fetchable(url) {
        return None;
    }
    let end = url.bytes().position(|letter| matches!(letter, b'?' | b'#')).unwrap_or(url.len());
    let path = url.get(..end).unwrap_or(url);
    let is_film = [".mp4", ".webm", ".ogv"].iter().any(|ending| path.ends_with(ending));
    let is_page = PAGES.iter().any(|site| crate::base::find::first(url, site).is_some()) || path.ends_with(".pdf");
    let shown = match (is_film, picture.playing) {
        // What another site shows in a page of its own is no picture.
        _ if is_page => part("a", "link").set("href", url).text(&picture.speech.say("readMore")),
        (false, _) => el("img")
            .set("loading", "lazy")
            .set("decoding", "async")
            .set("referrerpolicy", "no-referrer")
            .set("alt", &media.alt)
            .set("src", url),
        (true, true) => {
            el("video").flag("controls", true).flag("autoplay", true).flag("playsinline", true).set("src", url)
        }
        (true, false) => {
            part("button", "link").set("type", "button").set("data-do", "play").text(&picture.speech.say("play"))
        }
    };
    let words = [if is_film { media.alt.as_str() } else { "" }, media.caption.as_str(), media.credit.as_str()];
    let words = words.into_iter().filter(|text| !text.is_empty()).list();
    let caption = (!words.is_empty()).then(|| el("figcaption").text(&words.join(" · ")));
    Some(part("figure", "media").child(shown).children(caption))
}

/// Sites whose addresses lead to pages, not to pictures or films.
const PAGES: [&str; 10] = [
    "youtube.com/",
    "youtu.be/",
    "vimeo.com/",
    "dailymotion.com/",
    "soundcloud.com/",
    "open.spotify.com/",
    "twitter.com/",
    "bsky.app/",
    "openstreetmap.org/",
    "google.com/maps",
];

/// Pages and pictures of the web, of this page's own site, or a picture in the address itself: nothing that could run.
fn is_fetchable(url: &str) -> bool {
    let schemes = ["https://", "http://", "data:image/"];
    schemes.iter().any(|scheme| url.starts_with(scheme)) || !crate::base::find::has(url, ':')
}

/// The way back from the article to the open entry.
pub fn back(picture: &Picture<'_>, away: Away) -> Option<Tree> {
    let date = date_label(picture, picture.open?)?;
    let link = part("button", "link").set("type", "button").set("data-do", "back").text(&picture.speech.say("back"));
    let back = match away {
        Away::Foot => part("div", "back"),
        Away::Margin(x, y) => part("div", "back margin").px("--x", x).px("--y", y),
    };
    Some(back.child(part("span", "when").text(&picture.speech.label(&date))).child(link))
}

/// The entry's date as the scene says it.
pub fn date_label(picture: &Picture<'_>, index: usize) -> Option<DateLabel> {
    let mut date = drawn_date(picture, index)?;
    // Columns of minutes are instants, so their offset is known wherever there is a clock.
    let start = &mut date.from.moment;
    if picture.data.words.is_some() && start.minute.is_some() {
        let offset = picture.speech.offset(milliseconds(*start), true);
        start.offset = (!offset.is_nan()).then_some(offset as i16);
    }
    Some(date)
}

fn drawn_date(picture: &Picture<'_>, index: usize) -> Option<DateLabel> {
    match &picture.scene.drawing {
        Drawing::Stage(stage) => stage.entries.iter().find(|entry| entry.index == index).map(|entry| entry.date),
        Drawing::Story(story) => story.rows.iter().find_map(|row| match &row.kind {
            RowKind::Entry { index: other, date, .. } if *other == index => Some(*date),
            _ => None,
        }),
        Drawing::Empty => None,
    }
}

fn sentence(picture: &Picture<'_>, text: &str, evidence: Option<&Evidence>) -> Tree {
    let quote = picture.quoted(part("blockquote", "sentence"));
    let Some((before, phrase, after)) = evidence.and_then(phrase) else { return quote.text(text) };
    quote.child(el("span").text(before)).child(part("mark", "phrase").text(phrase)).child(el("span").text(after))
}

/// The sentence cut at its time phrase.
fn phrase(evidence: &Evidence) -> Option<(&str, &str, &str)> {
    let (_, mention) = evidence.mention.as_ref()?;
    let text = evidence.text.as_str();
    let phrase = mention.bytes_in(text, evidence.span.start)?;
    Some((text.get(..phrase.start)?, phrase.of(text), text.get(phrase.end..)?))
}

fn links(picture: &Picture<'_>, event: &Event) -> Option<Tree> {
    let in_article = picture.linked && event.evidence.iter().any(|evidence| evidence.block.is_some());
    // The data may be anyone's: only addresses of pages become links, never `javascript:`.
    let url = event.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    if !in_article && url.is_none() {
        return None;
    }
    let article = in_article.then(|| {
        part("button", "link").set("type", "button").set("data-do", "in-article").text(&picture.speech.say("inArticle"))
    });
    let page = url.map(|url| part("a", "link").set("href", url).text(&picture.speech.say("readMore")));
    Some(part("p", "links").children(article).children(page))
}

fn steps(picture: &Picture<'_>, index: usize) -> Option<Tree> {
    let (place, all) = (picture.data.index.place(index)?, picture.data.index.len());
    let step = |action: &str, possible: bool, arrow: Tree, word: &str, arrow_first: bool| {
        let word = el("span").key(1).text(&picture.speech.say(word));
        let button = part("button", "step")
            .set("type", "button")
            .set("data-do", action)
            .set("aria-disabled", if possible { "false" } else { "true" });
        if arrow_first { button.child(arrow).child(word) } else { button.child(word).child(arrow) }
    };
    let arrow = |d: &str| {
        part("svg", "arrow flip").set("viewBox", "0 0 12 12").set("aria-hidden", "true").child(el("path").set("d", d))
    };
    Some(
        part("div", "steps")
            .child(step("earlier", place > 0, arrow("M11 6H1M5 2L1 6l4 4"), "earlier", true))
            .child(el("span").text(&picture.speech.of("of", place + 1, all)))
            .child(step("later", place + 1 < all, arrow("M1 6h10M7 2l4 4l-4 4"), "later", false)),
    )
}
