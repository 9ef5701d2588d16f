//! The lines that tell readers when an article was published.
//!
//! In: the article's place, and how dates of numbers are meant. Out: [`Witness`]es, those first that say most plainly what they are. It must
//! never learn what the page's data says.

use super::blocks::Ground;
use super::hints::Hint;
use super::lines::{self, Line};
use super::tag::Tag;
use super::witnesses::{MOST, is_change, is_date_by_name, is_near, words_of};
use crate::article::PublishedSource;
use crate::article::published::Witness;
use crate::article::published::forms::{Order, read};
use crate::article::text::fold;
use crate::base::date::Moment;
use crate::base::list::List;

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

/// Letters of a line that may be about nothing but who wrote the article and when.
const LINE: usize = 140;
/// Bytes of a text that is nothing but a date with its clock.
const DATE: usize = 40;

/// Short lines near the headline and right behind the text that hold a date and little else.
pub(super) fn visible(ground: &Ground, order: Order) -> Vec<Witness> {
    let first = ground.first;
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for line in ground.lines {
        if above.len() + below.len() >= MOST {
            break;
        }
        let place = place_of(ground, line);
        let is_lead = place == Place::UnderHeadline || line.first == first;
        if (line.letters > LINE && !is_lead) || !is_near(ground, line.first) {
            continue;
        }
        let said = if line.letters > LINE {
            date_beside_words(ground, line, order)
        } else {
            date_line(ground, line, place, order)
        };
        let Some(said) = said else { continue };
        if line.first < first { above.push(said) } else { below.push(said) }
    }
    // The nearest to the text: what stands farther up may be today's date. But what is called a date, or says what it is, goes before all that is not.
    above.reverse();
    above.extend(below);
    crate::base::order::sort_by_key(&mut above, |(plain, _)| *plain);
    let opening = opening(ground, order);
    opening.into_iter().chain(above.into_iter().map(|(_, witness)| witness)).list()
}

/// A date at the very beginning of the text, in an element that is called a date.
fn opening(ground: &Ground, order: Order) -> Option<Witness> {
    let page = ground.page;
    let first = lines::inside(ground.lines, page, ground.body).iter().find(|line| line.first >= ground.first)?;
    let start = page.node(first.first);
    let named = is_date_by_name(page, first.first) && start.text.len() < DATE;
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

fn place_of(ground: &Ground, line: &Line) -> Place {
    let at = line.first;
    if at >= ground.first {
        let in_text = ground.page.holds(ground.body, at) && ground.zones.of(at) != Hint::Byline;
        return if in_text { Place::Text } else { Place::Below };
    }
    if ground.headline.is_some_and(|headline| at >= headline) { Place::UnderHeadline } else { Place::Above }
}

/// How plainly a line says that its date is the article's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plain {
    /// It is nothing but that, and says so.
    Only,
    /// It says so, among other words.
    Among,
    /// It does not say so.
    Not,
}

/// The date of a line, and how plainly it is said to be one.
fn date_line(ground: &Ground, line: &Line, place: Place, order: Order) -> Option<(Plain, Witness)> {
    let text = lines::text_of(ground.page, ground.sizes, line);
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 200 {
        return None;
    }
    let named = named_dates(ground, line).next();
    let own = named.and_then(|node| read(&ground.page.text_of(node), order));
    let at = own.or_else(|| read(&text, order)).or_else(|| read(&apart(ground, line), order))?;
    let words = words_of(&text);
    let labelled = words.iter().any(|word| PUBLISHED.contains(&word.as_str()));
    let changed = is_change(&text) && !labelled;
    let named = ground.zones.of(line.first) == Hint::Byline || named.is_some();
    let count = text.split(' ').count();
    let enough = match place {
        Place::Above | Place::Below => labelled || changed || named || count <= 6,
        Place::UnderHeadline => count <= 16 || labelled || named,
        // In the text only a line that is nothing but the statement, or that stands right behind its first words and is called a date.
        Place::Text => {
            let is_stated = words.first().is_some_and(|word| STATED.contains(&word.as_str()));
            count <= 6 && (is_stated || (own.is_some() && is_behind_lead(ground, line)))
        }
    };
    let plain = match labelled || named {
        true if count <= 8 || own.is_some() => Plain::Only,
        true => Plain::Among,
        false => Plain::Not,
    };
    enough.then_some((plain, Witness { source: PublishedSource::DateLine, at, changed }))
}

/// Whether no more than the text's first words stand above a line.
fn is_behind_lead(ground: &Ground, line: &Line) -> bool {
    let text = lines::inside(ground.lines, ground.page, ground.body).iter().filter(|other| other.is_prose());
    text.filter(|other| (ground.first..line.first).contains(&other.first)).count() <= 1
}

/// The date at the end of a longer line under the headline, in an element of its own that is called a date.
fn date_beside_words(ground: &Ground, line: &Line, order: Order) -> Option<(Plain, Witness)> {
    let texts = named_dates(ground, line).filter(|&node| ground.page.node(node).text.len() <= DATE);
    let at = texts.into_iter().find_map(|node: usize| -> Option<Moment> { read(&ground.page.text_of(node), order) })?;
    let changed = is_change(&lines::text_of(ground.page, ground.sizes, line));
    Some((Plain::Only, Witness { source: PublishedSource::DateLine, at, changed }))
}

/// The texts of a line that stand in elements called dates.
fn named_dates<'a>(ground: &'a Ground, line: &Line) -> impl Iterator<Item = usize> + 'a {
    let page = ground.page;
    (line.first..=line.last).filter(|node| page.node(*node).tag == Tag::Text && is_date_by_name(page, *node))
}

/// The texts of a line with spaces between them, where only the layout sets them apart: `<b>Apr</b><b>04</b><b>2013</b>`.
fn apart(ground: &Ground, line: &Line) -> String {
    let texts = lines::texts_of(ground.page, ground.sizes, line);
    fold(&texts.iter().map(|&node| ground.page.node(node).text.of(&ground.page.text)).list().join(" "))
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
