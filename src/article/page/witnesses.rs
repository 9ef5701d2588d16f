//! Who on the page says when the article was published.
//!
//! In: the page's data, its `<time>` elements and short lines near the headline, its address. Out: [`Witness`]es, those first that are believed most.
//! A date in a teaser, a comment or another article says nothing. It must never learn whom to believe when they differ.

use super::Page;
use super::blocks::Ground;
use super::hints::Hint;
use super::last_resort::last_resort;
use super::meta::Meta;
use super::shown::visible;
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
    let lonely = list.iter().map(|witness| is_year_alone(witness, &list)).list();
    let mut lonely = lonely.into_iter();
    list.retain(|_| !lonely.next().unwrap_or(false));
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

/// The first of January in a page's data, without a clock: so a year is written of which nothing else is known, unless somebody else says that day.
fn is_year_alone(witness: &Witness, list: &[Witness]) -> bool {
    let is_data =
        matches!(witness.source, PublishedSource::JsonLd | PublishedSource::Meta | PublishedSource::Microdata);
    let is_first = (witness.at.day.month(), witness.at.day.day_of_month()) == (1, 1) && witness.at.minute.is_none();
    let agrees = |other: &Witness| other.source != witness.source && other.at.day == witness.at.day;
    is_data && is_first && !list.iter().any(agrees)
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
pub(super) fn is_near(ground: &Ground, index: usize) -> bool {
    let page = ground.page;
    let body = page.node(ground.body);
    let from = ground.headline.unwrap_or(ground.body).min(ground.body).saturating_sub(FRAME);
    if index < from || index > body.end + FRAME {
        return false;
    }
    // Right under the headline everything is the article's own, except what is an article itself.
    if ground.headline.is_some_and(|headline| index >= headline && index < headline + FRAME * 5) && index < ground.first
    {
        let inner = |outer: usize| page.node(outer).tag == Tag::Article && outer > ground.headline.unwrap_or(0);
        return !outside(ground, index).any(inner);
    }
    match ground.zones.of(index) {
        Hint::Comments => false,
        Hint::Furniture if index >= ground.body => false,
        _ => !is_foreign(ground, index),
    }
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
