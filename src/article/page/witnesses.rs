//! Who on the page says when the article was published.
//!
//! In: the page's data, its `<time>` elements and short lines near the headline, its address. Out: [`Witness`]es, those first that are believed most.
//! A date in a teaser, a comment or another article says nothing. It must never learn whom to believe when they differ.

use super::Page;
use super::blocks::Ground;
use super::hints::Hint;
use super::last_resort::last_resort;
use super::lines::{self, Line};
use super::meta::Meta;
use super::tag::{Name, Tag};
use crate::article::PublishedSource;
use crate::article::published::Witness;
use crate::article::published::address;
use crate::article::published::forms::{Order, read};
use crate::article::schema::Story;
use crate::base::date::{Day, Moment};
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
    list.retain(|witness| is_credible(witness, hearing));
    if !list.iter().any(|witness| !witness.changed) {
        list.extend(last_resort(hearing, ground));
    }
    list
}

/// What the page shows is taken for its date only where it can be one: not the birthday in a biography, nor a day of another month than the address says.
fn is_credible(witness: &Witness, hearing: &Hearing) -> bool {
    if !matches!(witness.source, PublishedSource::DateLine | PublishedSource::Time) {
        return true;
    }
    let addresses = [hearing.url, hearing.meta.address.as_deref()];
    let month = addresses.into_iter().flatten().find_map(address::month_in);
    let day = witness.at.day;
    let in_month = |(year, month): (i32, u32)| {
        let first = Day::from_ymd(year, month, 1).map_or(0, Day::days);
        (first - 2..first + 33).contains(&day.days())
    };
    day.year() >= FIRST_PAGES && (witness.changed || month.is_none_or(in_month))
}

/// Before this year there were no pages, and hardly an archive dates by a line what it has scanned.
const FIRST_PAGES: i32 = 1993;

/// The words of a text, in small letters.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|sign| !crate::base::letter::is_letter(sign)).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).list()
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
            _ if page.value(index, Name::Title).is_none() => continue,
            _ => match page.value(index, Name::Class).and_then(microformat) {
                Some(changed) => changed,
                None => continue,
            },
        };
        if found.len() < MOST && ground.is_none_or(|ground| is_near(ground, index) || page.node(index).tag == Tag::Meta)
        {
            found.push((index, PublishedSource::Microdata, changed));
        }
    }
    found
}

/// Whether an element with such a class says when the article was published, or changed; `None` when it says neither.
fn microformat(class: &str) -> Option<bool> {
    class.split(' ').find_map(|name| match name {
        "published" | "dt-published" => Some(false),
        "updated" | "dt-updated" => Some(true),
        _ => None,
    })
}

fn value_of(page: &Page, index: usize) -> String {
    // `<abbr class="published" title="2016-11-01T10:00">10:00</abbr>`: so microformats write it.
    let value = [Name::Content, Name::Datetime, Name::Title].into_iter().find_map(|name| page.value(index, name));
    value.filter(|value| !value.is_empty()).map_or_else(|| page.text_of(index), String::from)
}

/// Witnesses of one kind that are heard.
pub(super) const MOST: usize = 50;
/// Nodes in front of the headline and behind the text that still belong to the article's frame.
const FRAME: usize = 60;
/// Letters of a list's item that may be a date with its label.
const ITEM: usize = 50;

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
    // Right under the headline everything is the article's own, except what is an article itself.
    if ground.headline.is_some_and(|headline| index >= headline && index < headline + FRAME * 5) && index < ground.first
    {
        let inner = |outer: usize| page.node(outer).tag == Tag::Article && outer > ground.headline.unwrap_or(0);
        return !outside(ground, index).any(inner);
    }
    !is_foreign(ground, index) && (ground.zones.of(index) != Hint::Furniture || index < ground.body)
}

/// The elements around a node that do not hold the article.
fn outside<'a>(ground: &'a Ground, index: usize) -> impl Iterator<Item = usize> + 'a {
    ground.page.around(index).take_while(|outer| !ground.page.holds(*outer, ground.body))
}

/// Whether an element stands in what is another's: a menu, another article, a teaser in a list.
pub(super) fn is_foreign(ground: &Ground, index: usize) -> bool {
    let page = ground.page;
    outside(ground, index).any(|outer| {
        let tag = page.node(outer).tag;
        let holds_headline = || ground.headline.is_some_and(|headline| page.holds(outer, headline));
        // A list may hold nothing but who wrote it and when; an item that says more is a teaser.
        let letters = ground.sizes.letters(outer);
        let is_teaser = || outer > ground.body && (letters > ITEM || ground.sizes.linked(outer) * 2 > letters);
        (tag == Tag::Article && !holds_headline())
            || (tag == Tag::Li && is_teaser() && !holds_headline())
            || matches!(tag, Tag::Nav | Tag::Aside)
    })
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
pub(super) fn speaks_of_change(page: &Page, index: usize) -> bool {
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

pub(super) fn is_change(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    CHANGED.iter().any(|word| crate::base::find::first(&text, word).is_some())
}

/// Words for publication.
const PUBLISHED: [&str; 21] = [
    "published",
    "veröffentlichung",
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
    // The nearest to the text: what stands farther up may be today's date. But what is called a date, or says what it is, goes before all that is not.
    above.reverse();
    above.extend(below);
    crate::base::order::sort_by_key(&mut above, |(said, _)| !said);
    let opening = opening(ground, order);
    opening.into_iter().chain(above.into_iter().map(|(_, witness)| witness)).list()
}

/// A date at the very beginning of the text, in an element that is called a date.
fn opening(ground: &Ground, order: Order) -> Option<Witness> {
    let page = ground.page;
    let first = lines::inside(ground.lines, page, ground.body).iter().find(|line| line.first >= ground.first)?;
    let start = page.node(first.first);
    let named = is_date_by_name(page, first.first) && start.text.len() < 40;
    let at = read(start.text.of(&page.text), order).filter(|_| named && first.first != first.last)?;
    Some(Witness { source: PublishedSource::DateLine, at, changed: false })
}

/// Where a line stands in the article's frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    UnderHeadline,
    Text,
    Below,
}

/// The date of a line, and whether it is said to be one.
fn date_line(ground: &Ground, line: &Line, place: Place, order: Order) -> Option<(bool, Witness)> {
    let text = lines::text_of(ground.page, ground.sizes, line);
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 200 {
        return None;
    }
    let named = (line.first..=line.last)
        .find(|node| ground.page.node(*node).tag == Tag::Text && is_date_by_name(ground.page, *node));
    let at = named.and_then(|node| read(&ground.page.text_of(node), order)).or_else(|| read(&text, order))?;
    let words = words_of(&text);
    let labelled = words.iter().any(|word| PUBLISHED.contains(&word.as_str()));
    let changed = is_change(&text) && !labelled;
    let named = ground.zones.of(line.first) == Hint::Byline || named.is_some();
    let count = text.split(' ').count();
    let bare = count <= 6;
    let enough = match place {
        Place::Above | Place::Below => labelled || changed || named || bare,
        Place::UnderHeadline => count <= 16 || labelled || named,
        // In the text only a line that is nothing but the statement.
        Place::Text => count <= 6 && words.first().is_some_and(|word| STATED.contains(&word.as_str())),
    };
    enough.then_some((labelled || named, Witness { source: PublishedSource::DateLine, at, changed }))
}

/// Words that such a statement begins with.
pub(super) const STATED: [&str; 9] = [
    "published",
    "posted",
    "veröffentlicht",
    "veröffentlichung",
    "erschienen",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
];

/// An element around it is called a date.
pub(super) fn is_date_by_name(page: &Page, index: usize) -> bool {
    is_called(page, index, &["date", "datum", "time", "publish", "posted", "meta", "fecha", "stamp"])
}

/// An element around it has one of these words in its name.
pub(super) fn is_called(page: &Page, index: usize, words: &[&str]) -> bool {
    page.around(index).take(2).any(|outer| {
        [Name::Class, Name::Id].into_iter().filter_map(|name| page.value(outer, name)).any(|value| {
            let value = value.to_ascii_lowercase();
            words.iter().any(|word| crate::base::find::first(&value, word).is_some())
        })
    })
}
