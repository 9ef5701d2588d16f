//! Events from trees: the clauses of parsed sentences that tell something dated, with titles that can stand alone.
//!
//! In: the sentences of one article and a way to parse one. Out: drafts of events.
//! It must never learn how trees are made, nor which drafts are left out.
//!
//! ```text
//! tree -> parsed -> tense, clause -> owner -> tell, today -> title (cut, names, gate) -> chance
//! ```

mod chance;
mod clause;
mod cut;
mod gate;
mod names;
mod owner;
mod parsed;
mod speech;
mod tell;
mod tense;
mod title;
mod today;
pub mod tree;

pub(super) use chance::LEAST;

use super::Parse;
use super::draft::Draft;
use super::lexicon::Lexicon;
use super::telling::{Place, Telling};
use crate::base::date::Day;
use crate::base::list::List;
use clause::{Clauses, clauses};
use names::Names;
use parsed::Parsed;
use tell::Teller;
use today::Story;

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(super) fn drafts(
    article: usize,
    tellings: &[Telling<'_>],
    published: Option<Day>,
    all: bool,
    lexicon: &Lexicon,
    parse: &Parse<'_>,
) -> Vec<Draft> {
    let read: Vec<(Parsed<'_>, Clauses)> = tellings
        .iter()
        .map(|telling| {
            let parsed = Parsed::new(telling, parse(telling.text, telling.span), lexicon);
            let clauses = clauses(&parsed);
            (parsed, clauses)
        })
        .list();
    let headline = read.first().filter(|(parsed, _)| parsed.telling.place == Place::Headline);
    let mut names = Names::default();
    let mut story = Story::default();
    let mut drafts = Vec::new();
    for (number, (parsed, clauses)) in read.iter().enumerate() {
        let telling = parsed.telling;
        if telling.is_credit() || telling.place == Place::Headline {
            continue;
        }
        if story.block != telling.block {
            (story.block, story.day) = (telling.block, None);
        }
        names.enter();
        let placed = owner::placed(parsed, clauses);
        let mut teller = Teller { article, number, parsed, clauses, placed, names: &names, published, all, lexicon };
        let mut told = teller.dated();
        if telling.place == Place::Lead {
            story.lead = told.iter().map(|draft| draft.when.extent).find(|extent| Teller::day(extent) && today::is_recent(extent, published));
        }
        let undated = teller.undated(&mut story, &told);
        told.extend(undated);
        if let Some(first) = told.first_mut().filter(|_| telling.place == Place::Lead)
            && let Some((headline, clauses)) = headline
            && today::is_recent(&first.when.extent, published)
            && let Some(title) = today::headline_for(headline, clauses, parsed)
        {
            first.title = title.text;
            first.traits.headline = true;
        }
        if let Some(exact) = told.iter().rev().filter(|draft| draft.mention.is_some()).map(|draft| draft.when.extent).find(Teller::day) {
            story.day = Some(exact);
        }
        drafts.extend(told);
        names.learn(parsed, clauses);
    }
    drafts
}
