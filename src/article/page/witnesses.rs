//! Who on the page says when the article was published.
//!
//! In: the page's data, its `<time>` elements and short lines near the headline, its address. Out: [`Witness`]es, those first that are believed most.
//! A date in a teaser, a comment or another article says nothing. It must never learn whom to believe when they differ.

use super::Page;
use super::blocks::Ground;
use super::hints::Hint;
use super::lines::{self, Line};
use super::meta::Meta;
use super::tag::{Name, Tag};
use crate::article::PublishedSource;
use crate::article::published::Witness;
use crate::article::published::address;
use crate::article::published::forms::{Order, read};
use crate::article::schema::Story;
use crate::base::date::Moment;
use crate::base::list::List;

/// What is asked.
pub(super) struct Hearing<'a> {
    pub(super) page: &'a Page,
    pub(super) meta: &'a Meta,
    pub(super) story: Option<&'a Story>,
    pub(super) url: Option<&'a str>,
    pub(super) order: Order,
}

/// All witnesses. `ground` is where the article stands, if it was found.
pub(super) fn witnesses(hearing: &Hearing, ground: Option<&Ground>) -> Vec<Witness> {
    let mut list = Vec::new();
    let order = hearing.order;
    let mut say = |source, text: &str, changed| {
        if let Some(at) = read(text, order) {
            list.push(Witness { source, at, changed });
        }
    };
    if let Some(story) = hearing.story {
        story.published.iter().for_each(|text| say(PublishedSource::JsonLd, text, false));
        story.modified.iter().for_each(|text| say(PublishedSource::JsonLd, text, true));
    }
    hearing.meta.published.iter().take(MOST).for_each(|(_, text)| say(PublishedSource::Meta, text, false));
    hearing.meta.modified.iter().for_each(|text| say(PublishedSource::Meta, text, true));
    for (index, source, changed) in microdata(hearing.page, ground) {
        say(source, &value_of(hearing.page, index), changed);
    }
    // The page itself, where its article says nothing.
    let others = hearing.meta.stories.iter().filter(|story| !story.is_article && !story.is_listed).take(MOST);
    others.filter_map(|story| story.published.as_deref()).for_each(|text| say(PublishedSource::JsonLd, text, false));
    if let Some(ground) = ground {
        times(ground, order).into_iter().onto(&mut list);
    }
    let address = [hearing.url, hearing.meta.address.as_deref()].into_iter().flatten().find_map(address::day_in);
    if let Some(day) = address {
        list.push(Witness { source: PublishedSource::Address, at: Moment::from_day(day), changed: false });
    }
    if let Some(ground) = ground {
        visible(ground, order).into_iter().onto(&mut list);
    }
    if !list.iter().any(|witness| !witness.changed) {
        list.extend(last_resort(hearing, ground));
    }
    list
}

/// Where nobody speaks of the article: a date in the page's title, at the beginning of the text, or the only day that elements called dates show.
fn last_resort(hearing: &Hearing, ground: Option<&Ground>) -> Option<Witness> {
    let source = PublishedSource::DateLine;
    let titled = hearing.meta.titles.iter().find_map(|title| read(title, hearing.order));
    if let Some(at) = titled {
        return Some(Witness { source, at: Moment::from_day(at.day), changed: false });
    }
    let ground = ground?;
    let first = ground.lines.iter().find(|line| line.first >= ground.first)?;
    let text = lines::text_of(ground.page, ground.sizes, first);
    let start = beginning(&text, 60);
    let front =
        [" - ", " – ", " — ", " -- ", ": "].iter().filter_map(|dash| crate::base::find::first(start, dash)).min();
    if let Some(at) = front.and_then(|front| read(start.get(..front)?, hearing.order)) {
        return Some(Witness { source, at, changed: false });
    }
    let mut days: Vec<Moment> = Vec::new();
    let short = ground.lines.iter().filter(|line| line.letters <= 60 && ground.zones.of(line.first) != Hint::Comments);
    for line in short.take(1_000) {
        let text = || lines::text_of(ground.page, ground.sizes, line);
        if is_date_by_name(ground.page, line.first)
            && let Some(at) = read(&text(), hearing.order)
            && !is_change(&text())
        {
            days.push(at);
        }
    }
    let only = days.first().copied().filter(|first| days.iter().all(|other| other.day == first.day))?;
    Some(Witness { source, at: only, changed: false })
}

/// The first signs of a text.
pub(super) fn beginning(text: &str, signs: usize) -> &str {
    text.get(..text.char_indices().nth(signs).map_or(text.len(), |(at, _)| at)).unwrap_or("")
}

/// Elements with `itemprop`, those of other articles aside.
fn microdata(page: &Page, ground: Option<&Ground>) -> Vec<(usize, PublishedSource, bool)> {
    let mut found = Vec::new();
    for index in 0..page.nodes.len() {
        let changed = match page.value(index, Name::Itemprop) {
            Some("datePublished" | "dateCreated" | "datePublished dateModified") => false,
            Some("dateModified") => true,
            _ => continue,
        };
        if found.len() < MOST && ground.is_none_or(|ground| is_near(ground, index) || page.node(index).tag == Tag::Meta)
        {
            found.push((index, PublishedSource::Microdata, changed));
        }
    }
    found
}

fn value_of(page: &Page, index: usize) -> String {
    let value = page.value(index, Name::Content).or_else(|| page.value(index, Name::Datetime));
    value.filter(|value| !value.is_empty()).map_or_else(|| page.text_of(index), String::from)
}

/// Witnesses of one kind that are heard.
const MOST: usize = 50;
/// Nodes in front of the headline and behind the text that still belong to the article's frame.
const FRAME: usize = 60;

/// Whether an element stands in the article or close around it, and in nothing that is another's.
fn is_near(ground: &Ground, index: usize) -> bool {
    let page = ground.page;
    let body = page.node(ground.body);
    let from = ground.headline.unwrap_or(ground.body).min(ground.body).saturating_sub(FRAME);
    if index < from || index > body.end + FRAME {
        return false;
    }
    if matches!(ground.zones.of(index), Hint::Comments) {
        return false;
    }
    let outside = || page.around(index).take_while(|outer| !page.holds(*outer, ground.body));
    // Right under the headline everything is the article's own, except what is an article itself.
    if ground.headline.is_some_and(|headline| index >= headline && index < headline + FRAME * 5) && index < ground.first
    {
        return !outside().any(|outer| page.node(outer).tag == Tag::Article && outer > ground.headline.unwrap_or(0));
    }
    let foreign = outside().any(|outer| {
        let tag = page.node(outer).tag;
        let holds_headline = || ground.headline.is_some_and(|headline| page.holds(outer, headline));
        let is_behind = outer > ground.body;
        (tag == Tag::Article && !holds_headline())
            || (tag == Tag::Li && is_behind && !holds_headline())
            || matches!(tag, Tag::Nav | Tag::Aside)
    });
    !foreign && (ground.zones.of(index) != Hint::Furniture || index < ground.body)
}

/// The `<time>` elements of the article's frame: those above the text first.
fn times(ground: &Ground, order: Order) -> Vec<Witness> {
    let page = ground.page;
    let first = ground.first;
    let mut found = Vec::new();
    for index in page.all(Tag::Time).into_iter().take(MOST * 4) {
        let in_text = index > first && page.holds(ground.body, index) && ground.zones.of(index) != Hint::Byline;
        if !is_near(ground, index) || in_text {
            continue;
        }
        let datetime = page.value(index, Name::Datetime).and_then(|text| read(text, order));
        let Some(at) = datetime.or_else(|| read(&page.text_of(index), order)) else { continue };
        let changed = speaks_of_change(page, index);
        let source = PublishedSource::Time;
        found.push((index > first, Witness { source, at, changed }));
    }
    crate::base::order::sort_by_key(&mut found, |(behind, _)| *behind);
    found.into_iter().map(|(_, witness)| witness).list()
}

/// "updated", by the element's name or the words in front of it.
fn speaks_of_change(page: &Page, index: usize) -> bool {
    let named = |index: usize| {
        [Name::Class, Name::Itemprop].into_iter().filter_map(|name| page.value(index, name)).any(|value| {
            let value = value.to_ascii_lowercase();
            ["updated", "modified", "dateupdate", "lastmod"]
                .iter()
                .any(|word| crate::base::find::first(&value, word).is_some())
                && crate::base::find::first(&value, "published").is_none()
        })
    };
    let start = page.node(index).text.start;
    let from = (start.saturating_sub(40)..=start).find(|at| page.text.is_char_boundary(*at)).unwrap_or(start);
    let front = page.text.get(from..start).unwrap_or("");
    let line = front.trim_end().rsplit('\n').next().unwrap_or("");
    named(index) || is_change(line)
}

/// Words for a change.
const CHANGED: [&str; 14] = [
    "updated",
    "update",
    "modified",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "bijgewerkt",
    "atualizado",
    "stand",
    "revised",
    "last changed",
    "обновлено",
];

fn is_change(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    CHANGED.iter().any(|word| crate::base::find::first(&text, word).is_some())
}

/// Words for publication.
const PUBLISHED: [&str; 20] = [
    "published",
    "posted",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "geplaatst",
    "opublikowano",
    "publicerad",
    "datum",
    "date",
    "vom",
    "am",
    "on",
    "created",
    "geschrieben",
    "le",
    "опубликовано",
];

/// Short lines near the headline and right behind the text that hold a date and little else.
fn visible(ground: &Ground, order: Order) -> Vec<Witness> {
    let first = ground.first;
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for line in ground.lines {
        if above.len() + below.len() >= MOST {
            break;
        }
        if line.letters > 140 || !is_near(ground, line.first) {
            continue;
        }
        let place = match line.first {
            _ if line.first >= first
                && ground.page.holds(ground.body, line.first)
                && ground.zones.of(line.first) != Hint::Byline =>
            {
                Place::Text
            }
            at if at >= first => Place::Below,
            at if ground.headline.is_some_and(|headline| at >= headline) => Place::UnderHeadline,
            _ => Place::Above,
        };
        let Some(witness) = date_line(ground, line, place, order) else { continue };
        if line.first < first { above.push(witness) } else { below.push(witness) }
    }
    // The nearest to the text: what stands farther up may be today's date.
    above.reverse();
    above.extend(below);
    above
}

/// Where a line stands in the article's frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    UnderHeadline,
    Text,
    Below,
}

fn date_line(ground: &Ground, line: &Line, place: Place, order: Order) -> Option<Witness> {
    let text = lines::text_of(ground.page, ground.sizes, line);
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 200 {
        return None;
    }
    let named = (line.first..=line.last)
        .find(|node| ground.page.node(*node).tag == Tag::Text && is_date_by_name(ground.page, *node));
    let at = named.and_then(|node| read(&ground.page.text_of(node), order)).or_else(|| read(&text, order))?;
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|sign| !crate::base::letter::is_letter(sign)).filter(|word| !word.is_empty()).list();
    let labelled = words.iter().any(|word| PUBLISHED.contains(word));
    let changed = is_change(&text) && !labelled;
    let named = ground.zones.of(line.first) == Hint::Byline || named.is_some();
    let count = text.split(' ').count();
    let bare = count <= 6;
    let enough = match place {
        Place::Above | Place::Below => labelled || changed || named || bare,
        Place::UnderHeadline => count <= 16 || labelled || named,
        // In the text only a line that is nothing but the statement.
        Place::Text => count <= 6 && words.first().is_some_and(|word| STATED.contains(word)),
    };
    enough.then_some(Witness { source: PublishedSource::DateLine, at, changed })
}

/// Words that such a statement begins with.
const STATED: [&str; 8] =
    ["published", "posted", "veröffentlicht", "erschienen", "publié", "publicado", "pubblicato", "gepubliceerd"];

/// An element around it is called a date.
fn is_date_by_name(page: &Page, index: usize) -> bool {
    page.around(index).take(2).any(|outer| {
        [Name::Class, Name::Id].into_iter().filter_map(|name| page.value(outer, name)).any(|value| {
            let value = value.to_ascii_lowercase();
            ["date", "datum", "time", "published", "posted", "meta"]
                .iter()
                .any(|word| crate::base::find::first(&value, word).is_some())
        })
    })
}
