//! The day of an article of which nobody on its page speaks.
//!
//! In: what the witnesses are asked of. Out: one more witness, or none: where several days are possible none is named. It must never learn what the others said.

use super::blocks::Ground;
use super::hints::Hint;
use super::lines;
use super::shown::STATED;
use super::tag::{Name, Tag};
use super::witnesses::{
    Hearing, MOST, beginning, is_called, is_change, is_date_by_name, is_foreign, speaks_of_change, words_of,
};
use crate::article::PublishedSource;
use crate::article::published::Witness;
use crate::article::published::forms::{Order, read};
use crate::base::date::Moment;

/// Where nobody speaks of the article: a date in the page's title, at the beginning of the text, or the only day that elements called dates show.
pub(super) fn last_resort(hearing: &Hearing, ground: Option<&Ground>) -> Option<Witness> {
    let source = PublishedSource::DateLine;
    let titled = hearing.meta.titles.iter().find_map(|title| read(title, hearing.order));
    if let Some(at) = titled {
        return Some(Witness { source, at: Moment::from_day(at.day), changed: false });
    }
    let Some(ground) = ground else {
        return own_film(hearing).map(|at| Witness { source, at, changed: false });
    };
    let first = ground.lines.iter().find(|line| line.first >= ground.first)?;
    let text = lines::text_of(ground.page, ground.sizes, first);
    let start = beginning(&text, 60);
    let front =
        [" - ", " – ", " — ", " -- ", ": "].iter().filter_map(|dash| crate::base::find::first(start, dash)).min();
    if let Some(at) = front.and_then(|front| read(start.get(..front)?, hearing.order)) {
        return Some(Witness { source, at, changed: false });
    }
    let (mut said, mut timed, mut named) = (Only::default(), Only::default(), Only::default());
    let mut published = Only::default();
    let short = ground.lines.iter().filter(|line| line.letters <= 140 && ground.zones.of(line.first) != Hint::Comments);
    for line in short.take(1_000) {
        let text = lines::text_of(ground.page, ground.sizes, line);
        let is_named = line.letters <= 60 && is_date_by_name(ground.page, line.first);
        let is_said = words_of(&text).iter().any(|word| STATED.contains(&word.as_str()));
        if !is_said && (!is_named || is_change(&text) || is_foreign(ground, line.first)) {
            continue;
        }
        let stated = is_said.then(|| behind_statement(&text)).flatten().and_then(|text| read(text, hearing.order));
        let Some(at) = stated.or_else(|| read(&text, hearing.order)) else { continue };
        if is_said {
            said.hear(at);
        }
        named.hear(at);
        if is_called(ground.page, line.first, &["publish", "pubdate"]) {
            published.hear(at);
        }
    }
    for index in ground.page.all(Tag::Time).into_iter().take(MOST) {
        if is_foreign(ground, index) || ground.zones.of(index) == Hint::Furniture {
            continue;
        }
        let datetime = ground.page.value(index, Name::Datetime).and_then(|text| read(text, hearing.order));
        if let Some(at) = datetime.filter(|_| !speaks_of_change(ground.page, index)) {
            timed.hear(at);
        }
    }
    let at = said
        .day()
        .or_else(|| published.day())
        .or_else(|| timed.day())
        .or_else(|| named.day())
        .or_else(|| signed(ground, hearing.order))
        .or_else(|| own_teaser(ground, hearing))
        .or_else(|| own_film(hearing))?;
    Some(Witness { source, at, changed: false })
}

/// Days that all have to be the same one.
#[derive(Default)]
struct Only {
    first: Option<Moment>,
    differs: bool,
}

impl Only {
    fn hear(&mut self, at: Moment) {
        let first = *self.first.get_or_insert(at);
        self.differs |= first.day != at.day;
    }

    fn day(&self) -> Option<Moment> {
        self.first.filter(|_| !self.differs)
    }
}

/// What stands behind the word for publication: "Last change: 31.10.2023. Published: 01.11.2023".
fn behind_statement(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let at = STATED.iter().filter_map(|word| Some(crate::base::find::first(&lower, word)? + word.len())).min()?;
    text.get(at..)
}

/// A line at the text's end that is nothing but a date, as letters end.
fn signed(ground: &Ground, order: Order) -> Option<Moment> {
    let inside = lines::inside(ground.lines, ground.page, ground.body);
    let last = inside.get(inside.len().saturating_sub(2)..)?;
    last.iter().filter(|line| line.letters <= 40 && line.linked == 0).find_map(|line| {
        let text = lines::text_of(ground.page, ground.sizes, line);
        if words_of(&text).len() <= 3 { read(&text, order) } else { None }
    })
}

/// Elements around a link that may hold its date, and letters of a teaser.
const TEASER: (usize, usize) = (2, 400);

/// The date beside a link that leads to this very page, as lists of a site's news have one.
fn own_teaser(ground: &Ground, hearing: &Hearing) -> Option<Moment> {
    let page = ground.page;
    let own = hearing.url.or(hearing.meta.address.as_deref()).map(path_of).filter(|path| path.len() > 1)?;
    let mut only = Only::default();
    let links = page.all(Tag::A).into_iter().filter(|&link| page.value(link, Name::Href).map(path_of) == Some(own));
    for link in links.take(MOST) {
        let around = core::iter::once(link).chain(page.around(link).take(TEASER.0));
        let dates = around.take_while(|&outer| ground.sizes.letters(outer) <= TEASER.1).find_map(|outer| {
            let mut short = lines::inside(ground.lines, page, outer).iter().filter(|line| line.letters <= 40);
            short.find_map(|line| read(&lines::text_of(page, ground.sizes, line), hearing.order))
        });
        if let Some(at) = dates {
            only.hear(at);
        }
    }
    only.day()
}

/// The path of an address, with no final slash.
fn path_of(address: &str) -> &str {
    let path = crate::base::find::split(address, "?#").next().unwrap_or("");
    let path = match path.split_once("://") {
        Some((_, behind)) => behind.find('/').and_then(|at| behind.get(at..)).unwrap_or(""),
        None => path,
    };
    path.trim_end_matches('/')
}

/// The day of the film that the page is about: it has the page's own title.
fn own_film(hearing: &Hearing) -> Option<Moment> {
    let meta = hearing.meta;
    let is_own = |name: &str| name.len() > 10 && meta.titles.iter().any(|title| title.starts_with(name));
    let film = meta.stories.iter().find(|story| story.headline.as_deref().is_some_and(is_own))?;
    read(film.uploaded.as_deref()?, hearing.order)
}
