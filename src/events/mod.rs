//! From dates to a story: dated mentions become events in order, each with its evidence.
//!
//! In: articles and their dated mentions. Out: a [`Timeline`].
//! It must never learn how it is drawn or exchanged.

mod anchor;
mod choice;
mod clause;
mod draft;
mod event;
mod finite;
mod lexicon;
mod maker;
mod merge;
mod plain;
mod rank;
mod sentence;
mod source;
mod status;
mod steps;
mod story;
mod telling;
mod title;
mod trees;
mod undated;
mod verb;
mod why;
mod word;

use crate::article::{Article, Warning};
use crate::base::date::Day;
use crate::base::list::List;
use crate::base::span::{Offsets, Span, Unit};
use crate::syntax::Model;
use crate::temporal::{Context, Language};
use crate::timeline::{Certainty, Event, Evidence, Source, Status, Timeline, When, hash, make_ids_differ};
use draft::Draft;
use lexicon::Lexicon;
use telling::Telling;

/// How a timeline is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Every dated event, with no ranking and no cap (archives, evaluation).
    pub all: bool,
}

/// The sentences of a text in the language of that code, as `build` takes them apart; the whole text where the language is not known.
pub fn sentences(text: &str, language: &str) -> Vec<Span> {
    match Language::by_tag(language) {
        Some(language) => sentence::sentences(text, &[], Lexicon::of(language)),
        None => vec![Span::new(0, text.len())],
    }
}

/// The timeline of one article, or one timeline of several.
pub fn build(articles: &[Article], options: Options) -> Timeline {
    made(articles, options, |number, tellings, day, _, lexicon| {
        event::drafts(number, tellings, day, options.all, lexicon)
    })
}

/// The same from trees, made with the model of the article's language; an article for whose language none is given is read without.
///
/// ```
/// use article_timeline::article::{Given, text};
/// use article_timeline::events::{Options, build_with_trees};
/// use article_timeline::syntax::Model;
/// let model = Model::read(&std::fs::read("models/en.model").unwrap()).unwrap();
/// let article = text::read("Divers found a wreck that sank in 1911. The sea was calm.", &Given::default());
/// let timeline = build_with_trees(&[article], Options::default(), &[&model]);
/// assert_eq!(timeline.events[0].title, "A wreck sank");
/// ```
pub fn build_with_trees(articles: &[Article], options: Options, models: &[&Model]) -> Timeline {
    made(articles, options, |number, tellings, day, tag, lexicon| {
        let code = tag.split('-').next().unwrap_or(tag);
        match models.iter().find(|model| model.language.eq_ignore_ascii_case(code)) {
            Some(model) => trees::drafts(number, tellings, day, options.all, lexicon, model),
            None => event::drafts(number, tellings, day, options.all, lexicon),
        }
    })
}

/// The timeline of what `make` makes of each article: its number, sentences, day of publication, language tag and lexicon. Generic, so that what is read
/// without trees carries none of their code.
fn made(
    articles: &[Article],
    options: Options,
    make: impl Fn(usize, &[Telling<'_>], Option<Day>, &str, &Lexicon) -> Vec<Draft>,
) -> Timeline {
    let mut timeline = Timeline::default();
    let mut told: Vec<Vec<Telling<'_>>> = Vec::with_capacity(articles.len());
    let mut drafts = Vec::new();
    let mut words = 0;
    // Warnings speak the language of the first article.
    let mut spoken: Option<&Lexicon> = None;
    for (number, article) in articles.iter().enumerate() {
        let published = article.published.as_ref().map(|published| published.at);
        timeline.articles.push(Source {
            headline: article.headline.clone(),
            url: article.url.clone(),
            published,
            language: article.language.clone(),
        });
        timeline.warnings.extend(article.warnings.iter().cloned());
        let Some(language) = Language::by_tag(article.language.as_deref().unwrap_or("en")) else {
            told.push(Vec::new());
            continue;
        };
        let lexicon = Lexicon::of(language);
        spoken = spoken.or(Some(lexicon));
        if !lexicon.knows_verbs() {
            let message = String::from("For the language of this article only dates can be read, not yet events.");
            timeline.warnings.push(Warning { kind: "unknown-language", message });
        }
        let tellings = telling::tellings(article, lexicon, Context { language, published }, &mut timeline.warnings);
        words += tellings.iter().map(|telling| telling.words.len()).sum::<usize>();
        let day = published.map(|at| at.day);
        let tag = article.language.as_deref().unwrap_or("en");
        drafts.extend(make(number, &tellings, day, tag, lexicon));
        told.push(tellings);
    }
    let mut groups = merge::merge(drafts);
    if !options.all {
        for contradiction in merge::contradictions(&mut groups) {
            let message = spoken.map_or(String::new(), |lexicon| why::contradiction(&contradiction, lexicon));
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
fn event_of(group: &merge::Group, told: &[Vec<Telling<'_>>]) -> Event {
    let mut event = Event {
        id: String::new(),
        title: String::new(),
        status: Status::Happened,
        importance: rank::importance(group),
        source: None,
        when: When { extent: group.extent, certainty: Certainty::Assumed, why: String::new() },
        evidence: Vec::new(),
        media: None,
        group: None,
        url: None,
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
        let place = (draft.article, draft.telling);
        let telling = told.get(draft.article).and_then(|tellings| tellings.get(draft.telling));
        let Some(telling) = telling.filter(|_| !seen.contains(&place)) else { continue };
        seen.push(place);
        event.evidence.push(evidence(draft.article, telling, draft.mention));
        let headline = told.get(draft.article).and_then(|tellings| tellings.first());
        if let Some(headline) = headline.filter(|_| draft.traits.headline) {
            event.evidence.push(evidence(draft.article, headline, None));
        }
    }
    event.id = id(&event);
    event
}

fn evidence(article: usize, telling: &Telling<'_>, mention: Option<usize>) -> Evidence {
    let mut offsets = Offsets::new(telling.text, Unit::Utf16);
    let mut convert = |span: Span| {
        let start = offsets.at(span.start);
        Span::new(start, offsets.at(span.end))
    };
    let span = convert(telling.span);
    let mention = mention.and_then(|mention| telling.mentions.get(mention)).map(|mention| {
        let phrase = mention.dated.phrase.join(mention.dated.span);
        (String::from(phrase.of(telling.text)), convert(phrase))
    });
    Evidence { article, text: String::from(telling.sentence()), block: telling.block, span, mention }
}

/// A short name that stays the same as long as title and date do.
fn id(event: &Event) -> String {
    let date = crate::base::edtf::write(&event.when.extent);
    let hash = hash(event.title.bytes().chain(date.bytes()));
    let mut id = String::from("e");
    for shift in (0..7).rev() {
        let digit = (hash >> (shift * 4)) & 15;
        id.extend(char::from_digit(digit, 16));
    }
    id
}
