//! From dates to a story: dated mentions become events in order, each with its evidence.
//!
//! In: articles and their dated mentions. Out: a [`Timeline`].
//! It must never learn how it is drawn or exchanged.

mod dates;
mod draft;
mod extent;
#[cfg(test)]
mod growth;
mod merge;
mod owner;
mod plain;
mod rank;
mod sentence;
mod trees;
mod why;

pub use dates::tag_with_trees;

use crate::article::{Article, Warning};
use crate::base::hash;
use crate::base::list::List;
use crate::base::span::Offsets;
use crate::language::{Language, Languages};
use crate::syntax::Models;
use crate::temporal::Context;
use crate::timeline::{Certainty, Event, Evidence, Source, Status, Timeline, When, make_ids_differ};
use sentence::Sentence;

/// How a timeline is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Every dated event, with no ranking and no cap (archives, evaluation).
    pub all: bool,
}

/// The timeline of one article, or one timeline of several.
///
/// ```
/// use article_timeline::article::{Given, text};
/// use article_timeline::events::{Options, build};
/// use article_timeline::language::Languages;
/// use article_timeline::syntax::Models;
/// let languages = Languages::english();
/// let mut models = Models::default();
/// models.add(&std::fs::read("models/en.model").unwrap()).unwrap();
/// let article = text::read("Divers found a wreck that sank in 1911. The sea was calm.", &Given::default(), &languages);
/// let timeline = build(&[article], &languages, &models, Options::default());
/// assert_eq!(timeline.events[0].title, "A wreck sank");
/// ```
pub fn build(articles: &[Article], languages: &Languages, models: &Models, options: Options) -> Timeline {
    let mut timeline = Timeline::default();
    let mut told: Vec<Vec<Sentence<'_>>> = Vec::with_capacity(articles.len());
    let mut drafts = Vec::new();
    let mut words = 0;
    // Warnings speak the language of the first article.
    let mut spoken: Option<&Language> = None;
    for (number, article) in articles.iter().enumerate() {
        let published = article.published.as_ref().map(|published| published.at);
        timeline.articles.push(Source {
            headline: article.headline.clone(),
            url: article.url.clone(),
            published,
            language: article.language.clone(),
        });
        timeline.warnings.extend(article.warnings.iter().cloned());
        let Some(language) = languages.of(article.language.as_deref()) else {
            told.push(Vec::new());
            continue;
        };
        spoken = spoken.or(Some(language));
        if !language.knows_verbs() {
            let message = String::from("For the language of this article only dates can be read, not yet events.");
            timeline.warnings.push(Warning { kind: "unknown-language", message });
        }
        let sentences = sentence::read_article(article, Context::news(language, published), &mut timeline.warnings);
        words += sentences.iter().map(|sentence| sentence.words.len()).sum::<usize>();
        let day = published.map(|at| at.day);
        drafts.extend(match models.get(language.code()) {
            Some(model) => trees::drafts(number, &sentences, day, options.all, language, model),
            None => plain::drafts(number, &sentences, day, options.all, language),
        });
        told.push(sentences);
    }
    let mut groups = merge::merge(drafts);
    if !options.all {
        for contradiction in merge::contradictions(&mut groups) {
            let message = spoken.map_or(String::new(), |language| why::contradiction(&contradiction, language));
            timeline.warnings.push(Warning { kind: "contradiction", message });
        }
        rank::select(&mut groups, words);
    }
    timeline.events = groups.iter().map(|group| event_of(group, &told)).list();
    crate::base::order::sort_by_key(&mut timeline.events, |event| event.when.extent.sort_day());
    make_ids_differ(&mut timeline.events);
    timeline
}

/// An event shows at most so many of the drafts that tell it.
const MOST_EVIDENCE: usize = 24;

/// The event that a group of drafts tells.
fn event_of(group: &merge::EventGroup, told: &[Vec<Sentence<'_>>]) -> Event {
    let mut event = Event {
        id: String::new(),
        title: String::new(),
        status: Status::Happened,
        importance: rank::importance(group),
        source: None,
        when: When { extent: group.extent, certainty: Certainty::Assumed, why: String::new() },
        edtf: None,
        evidence: Vec::new(),
        text: None,
        media: None,
        group: None,
        url: None,
        extra: None,
    };
    if let Some(best) = group.drafts.first() {
        event.title.clone_from(&best.title);
        event.status = best.status;
        event.source.clone_from(&best.source);
    }
    if let Some(dated) = group.drafts.iter().find(|draft| draft.when.extent == group.extent) {
        event.when = dated.when.clone();
    }
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for draft in group.drafts.iter().take(MOST_EVIDENCE) {
        let place = (draft.article, draft.sentence);
        let sentence = told.get(draft.article).and_then(|sentences| sentences.get(draft.sentence));
        let Some(sentence) = sentence.filter(|_| !seen.contains(&place)) else { continue };
        seen.push(place);
        event.evidence.push(evidence(draft.article, sentence, draft.mention));
        let headline = told.get(draft.article).and_then(|sentences| sentences.first());
        if let Some(headline) = headline.filter(|_| draft.traits.headline) {
            event.evidence.push(evidence(draft.article, headline, None));
        }
    }
    event.id = id(&event);
    event
}

fn evidence(article: usize, sentence: &Sentence<'_>, mention: Option<usize>) -> Evidence {
    let mut offsets = Offsets::new(sentence.text);
    let span = offsets.utf16(sentence.span);
    let mention = mention.and_then(|mention| sentence.mentions.get(mention)).map(|mention| {
        let phrase = mention.dated.phrase.join(mention.dated.span);
        (String::from(phrase.of(sentence.text)), offsets.utf16(phrase))
    });
    Evidence { article, text: String::from(sentence.whole()), block: sentence.block, span, mention }
}

/// A short name that stays the same as long as title and date do.
fn id(event: &Event) -> String {
    let date = crate::base::edtf::write(&event.when.extent);
    let hash = hash::of(event.title.bytes().chain(date.bytes()));
    let mut id = String::from("e");
    for shift in (0..7).rev() {
        let digit = (hash >> (shift * 4)) & 15;
        id.extend(char::from_digit(digit, 16));
    }
    id
}
