//! Events from trees: the clauses of parsed sentences that tell something dated, with titles that can stand alone.
//!
//! In: the sentences of one article and a way to parse one. Out: drafts of events.
//! It must never learn how trees are made, nor which drafts are left out.
//!
//! ```text
//! shown -> tree -> parsed (mend) -> clause (tense) -> owner (clock) -> tell (aim, choice), today -> make: title (subject, names, cut, gate), chance
//! ```

mod aim;
mod chance;
mod choice;
mod clause;
mod clock;
mod compose;
mod cut;
mod gate;
mod make;
mod mend;
mod named;
mod names;
mod noun;
mod owner;
mod parsed;
mod shown;
mod speech;
mod subject;
mod tell;
mod tense;
#[cfg(test)]
mod tests;
mod title;
mod today;
mod tree;

pub(super) use chance::LEAST;

use super::draft::Draft;
use super::owner::Owned;
use super::sentence::{Sentence, SentencePlace};
use crate::base::date::Day;
use crate::base::find;
use crate::base::list::List;
use crate::base::span::Span;
use crate::language::Language;
use crate::language::word::WordKind;
use crate::syntax::{Model, Parser};
use crate::temporal::meaning::{Base, PartOf};
use crate::temporal::{Dated, Meaning};
use clause::{Clauses, clauses};
use clock::Clock;
use names::Names;
use parsed::Parsed;
use shown::tree;
use tell::Teller;
use today::Story;
use tree::TextTree;

/// How many sentences from the top the news may stand.
const TOP: usize = 6;
/// Longer sentences, in words, are lists and tables.
const LONGEST_SENTENCE: usize = 120;
/// A dateline has at most so many words.
const LONGEST_DATELINE: usize = 12;

/// A sentence without the dateline in front of it: "LISBON (News Agency) -- ".
fn body(sentence: &Sentence<'_>) -> Span {
    if !matches!(sentence.place, SentencePlace::Lead | SentencePlace::Opening) {
        return sentence.span;
    }
    let dash = sentence.words.iter().take(LONGEST_DATELINE).position(|word| word.kind == WordKind::Dash);
    let Some(dash) = dash.filter(|&dash| dash > 0) else { return sentence.span };
    let front = sentence.words.get(..dash).unwrap_or(&[]);
    let named = front
        .iter()
        .filter(|word| word.capital || word.mention || !matches!(word.kind, WordKind::Word | WordKind::Clitic))
        .count();
    // "via", "and" may stand between names.
    let all_names = front.iter().find(|word| word.kind != WordKind::Open).is_some_and(|word| word.capital)
        && named + 1 >= front.len();
    let behind = sentence.words.iter().skip(dash).find(|word| word.kind != WordKind::Dash);
    let apart = sentence
        .words
        .get(dash)
        .is_some_and(|dash| sentence.text.get(..dash.span.start).is_some_and(|front| front.ends_with([' ', ')'])));
    match behind.filter(|_| all_names && apart) {
        Some(word) => Span::new(word.span.start, sentence.span.end),
        None => sentence.span,
    }
}

/// The sentence that tells the day's news: the first that tells something, and of what the headline speaks of where one does.
fn lead(read: &[(Parsed<'_>, Clauses)], headline: Option<&Parsed<'_>>) -> Option<usize> {
    let mut sentence = read
        .iter()
        .enumerate()
        .filter(|(_, (parsed, _))| parsed.sentence.place != SentencePlace::Headline && !parsed.sentence.is_credit());
    let mut top = sentence
        .by_ref()
        .take(TOP)
        .filter(|(_, (parsed, clauses))| today::tells(parsed, clauses))
        .map(|(number, (parsed, _))| (number, parsed));
    // Without a headline nothing says that a later sentence is the news.
    let Some(headline) = headline else {
        let first = top.find(|(_, parsed)| matches!(parsed.sentence.place, SentencePlace::Lead | SentencePlace::Post));
        return first.map(|(number, _)| number);
    };
    top.find(|(_, parsed)| today::shared(headline, parsed) >= 2).map(|(number, _)| number)
}

/// An article with so many words of sports is about a match.
const SPORTING: usize = 4;

/// Whether an article tells of a match, whose quarters and halves are none of a year's.
fn is_played(sentences: &[Sentence<'_>], language: &Language) -> bool {
    let part = |dated: &Dated| {
        let Meaning::Point(point) = dated.meaning else { return false };
        point.base == Base::Open && matches!(point.part, Some((PartOf::Quarter | PartOf::Half, _)))
    };
    if !sentences.iter().any(|sentence| sentence.mentions.iter().any(|mention| part(&mention.dated))) {
        return false;
    }
    let words = language.lines("match-word").flat_map(|line| find::split(line, " ")).list();
    let sporting = sentences.iter().flat_map(|sentence| sentence.words.iter().map(|word| word.span.of(sentence.text)));
    sporting.filter(|word| words.iter().any(|known| known.eq_ignore_ascii_case(word))).take(SPORTING).count()
        == SPORTING
}

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(super) fn drafts(
    article: usize,
    sentences: &[Sentence<'_>],
    published: Option<Day>,
    all: bool,
    language: &Language,
    model: &Model,
) -> Vec<Draft> {
    let mut parser = Parser::new(model);
    let parse = |sentence: &Sentence<'_>, span: Span| tree(&mut parser, model, language, sentence, span);
    drafts_from(article, sentences, published, all, language, parse, |_| {})
}

/// The mentions of one article as its trees tell them; those that date nothing are left out.
pub(super) fn dates(
    sentences: &[Sentence<'_>],
    published: Option<Day>,
    language: &Language,
    model: &Model,
) -> Vec<Dated> {
    let mut parser = Parser::new(model);
    let parse = |sentence: &Sentence<'_>, span: Span| tree(&mut parser, model, language, sentence, span);
    let mut dates = Vec::new();
    let see = |placed: &[owner::Placed]| {
        for Owned { mention, until, .. } in placed.iter().map(|placed| placed.owned) {
            dates.push(mention.dated);
            dates.extend(until.map(|until| until.dated));
        }
    };
    drafts_from(0, sentences, published, false, language, parse, see);
    dates
}

/// The same from any trees: `parse` gives that of a stretch of a text. `see` is shown the mentions of each sentence once their days are known.
fn drafts_from(
    article: usize,
    sentences: &[Sentence<'_>],
    published: Option<Day>,
    all: bool,
    language: &Language,
    mut parse: impl FnMut(&Sentence<'_>, Span) -> TextTree,
    mut see: impl FnMut(&[owner::Placed]),
) -> Vec<Draft> {
    let read: Vec<(Parsed<'_>, Clauses)> = sentences
        .iter()
        .map(|sentence| {
            // A sentence without an end is no prose: nothing is told of it, whatever stands in it.
            let told = sentence.words.len() <= LONGEST_SENTENCE;
            let tree = if told { parse(sentence, body(sentence)) } else { TextTree::default() };
            let parsed = Parsed::new(sentence, tree, language);
            let clauses = clauses(&parsed);
            (parsed, clauses)
        })
        .list();
    let headline = read.first().filter(|(parsed, _)| parsed.sentence.place == SentencePlace::Headline);
    let lead = lead(&read, headline.map(|(parsed, _)| parsed));
    let slogan = headline.is_some_and(|(parsed, clauses)| !today::states(parsed, clauses));
    let played = is_played(sentences, language);
    let mut names = Names::new(language);
    let mut story = Story::default();
    let mut clock = Clock::default();
    let mut drafts = Vec::new();
    for (number, (parsed, clauses)) in read.iter().enumerate() {
        let sentence = parsed.sentence;
        if sentence.is_credit() || sentence.place == SentencePlace::Headline {
            continue;
        }
        if story.block != sentence.block {
            (story.block, story.day) = (sentence.block, None);
        }
        names.enter();
        // A post of a live blog is counted from its own day.
        let published = sentence.written.or(published);
        let mut placed = owner::placed(parsed, clauses, played);
        clock.tick();
        if let Some(published) = published {
            clock.turn(&mut placed, clauses, published);
        }
        let mut teller = Teller {
            article,
            number,
            parsed,
            clauses,
            placed,
            names: &names,
            published,
            all,
            language,
            lead: lead == Some(number),
            slogan,
        };
        let mut told = teller.dated();
        see(&teller.placed);
        if teller.lead {
            story.lead = told
                .iter()
                .map(|draft| draft.when.extent)
                .find(|extent| Teller::day(extent) && today::is_recent(extent, published));
        }
        clock.learn(&told, &teller.placed, clauses);
        let undated = teller.undated(&mut story, &told);
        told.extend(undated);
        let top = lead == Some(number) || all && sentence.place == SentencePlace::Lead;
        // Of several recent events of the lead the headline is that one's whose verb it has, else the main clause's.
        let recent = |draft: &Draft| today::is_recent(&draft.when.extent, published);
        let said = |draft: &Draft| headline.is_some_and(|(headline, _)| today::has_word(headline, &draft.trigger));
        let of_headline = told
            .iter()
            .position(|draft| recent(draft) && said(draft))
            .or_else(|| told.iter().position(|draft| recent(draft) && draft.clause == 0))
            .or_else(|| told.iter().position(recent));
        let news = of_headline.and_then(|place| told.get_mut(place));
        if let Some(first) = news.filter(|_| top)
            && let Some((headline, clauses)) = headline
        {
            let title = today::headline_for(headline, clauses, parsed);
            // Of everything dated, the headline is the lead's evidence whether it would do as a title or not.
            first.traits.headline = title.is_some() || all;
            first.title = title.map_or(core::mem::take(&mut first.title), |title| title.text);
        }
        if let Some(exact) =
            told.iter().rev().filter(|draft| draft.mention.is_some()).map(|draft| draft.when.extent).find(Teller::day)
        {
            story.day = Some(exact);
        }
        drafts.extend(told);
        names.learn(parsed, clauses);
    }
    today::date_the_news(&mut drafts, published);
    drafts.retain(|draft| !draft.title.trim().is_empty());
    drafts
}
