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
mod undated;
mod verb;
mod why;
mod word;

use crate::article::{Article, Warning};
use crate::date::{Extent, Moment};
use crate::list::List;
use crate::span::{Offsets, Span, Unit};
use crate::temporal::{Context, Language};
use lexicon::Lexicon;
use telling::Telling;

/// How a timeline is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Every dated event, with no ranking and no cap (archives, evaluation).
    pub all: bool,
}

/// The timeline of one article, or one timeline of several.
pub fn build(articles: &[Article], options: Options) -> Timeline {
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
        drafts.extend(event::drafts(number, &tellings, published.map(|at| at.day), options.all, lexicon));
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
    crate::order::sort_by_key(&mut timeline.events, |event| event.when.extent.sort_day());
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

/// FNV-1a.
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A short name that stays the same as long as title and date do.
fn id(event: &Event) -> String {
    let date = crate::date::edtf::write(&event.when.extent);
    let hash = hash(event.title.bytes().chain(date.bytes()));
    let mut id = String::from("e");
    for shift in (0..7).rev() {
        let digit = (hash >> (shift * 4)) & 15;
        id.extend(char::from_digit(digit, 16));
    }
    id
}

/// Gives events that share an id a number behind it, so that each can be selected.
pub(crate) fn make_ids_differ(events: &mut [Event]) {
    // Mostly no two are the same, which numbers tell sooner than texts.
    let mut hashes: Vec<u32> = events.iter().map(|event| hash(event.id.bytes())).list();
    crate::order::sort_by(&mut hashes, Ord::cmp);
    if hashes.windows(2).all(|pair| pair.first() != pair.last()) {
        return;
    }
    let mut ids: Vec<(String, usize)> =
        events.iter().enumerate().map(|(place, event)| (event.id.clone(), place)).list();
    crate::order::sort_by(&mut ids, Ord::cmp);
    let mut count = 0;
    for pair in ids.windows(2) {
        if let [(first, _), (second, place)] = pair {
            count = if first == second { count + 1 } else { 0 };
            if count > 0
                && let Some(event) = events.get_mut(*place)
            {
                event.id.push('-');
                event.id.push_str(&count.to_string());
            }
        }
    }
}

/// Events in order of time, with the articles they come from and the warnings.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    /// The articles; [`Evidence::article`] counts into this list.
    pub articles: Vec<Source>,
    /// The events, by start.
    pub events: Vec<Event>,
    /// What could not be read or was doubtful.
    pub warnings: Vec<Warning>,
}

/// An article that a timeline comes from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Source {
    /// Its headline.
    pub headline: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// BCP 47 tag.
    pub language: Option<String>,
}

impl Timeline {
    /// When its articles were published: the latest of them.
    ///
    /// ```
    /// assert_eq!(article_timeline::timeline::Timeline::default().published(), None);
    /// ```
    pub fn published(&self) -> Option<Moment> {
        self.articles.iter().filter_map(|article| article.published).max()
    }
}

/// What happened, when.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// Stable for the same article text; fit for a URL fragment.
    pub id: String,
    /// At most 80 characters, in the article's own words.
    pub title: String,
    /// Whether it happened, is said to have happened, or lies ahead.
    pub status: Status,
    /// 0 to 1.
    pub importance: f32,
    /// Who says so; always present when the status is reported.
    pub source: Option<String>,
    /// Its date.
    pub when: When,
    /// The sentences it comes from, the best first. Empty only for timelines that others made.
    pub evidence: Vec<Evidence>,
    /// A picture.
    pub media: Option<Media>,
    /// A heading it is filed under.
    pub group: Option<String>,
    /// Where to read more.
    pub url: Option<String>,
}

/// Whether an event is a fact of the past, a claim, or a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Status {
    Happened,
    Reported,
    Planned,
}

/// The date of an event, and how it was found.
#[derive(Clone, PartialEq, Debug)]
pub struct When {
    /// The date itself.
    pub extent: Extent,
    /// How sure the date is.
    pub certainty: Certainty,
    /// How it was found, in plain words for readers; empty where nobody says.
    pub why: String,
}

/// How a date was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Certainty {
    /// The text gives it.
    Stated,
    /// It follows from the text: tense, the sentence before.
    Inferred,
    /// Nothing better is known: the publication date.
    Assumed,
}

/// Where an event comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// Which article.
    pub article: usize,
    /// The sentence.
    pub text: String,
    /// Which block; `None` for the headline, or when the article's blocks are not known.
    pub block: Option<usize>,
    /// Where the sentence stands in the block's (or the headline's) text.
    pub span: EvidenceSpan,
    /// The time phrase inside it, if it has one: its words and its place in the same text.
    pub mention: Option<(String, EvidenceSpan)>,
}

/// A place in a block's text, in the unit of JavaScript strings because evidence is made for pages: UTF-16, half open.
/// Conversion happens once, where the block's text is at hand.
pub type EvidenceSpan = Span;

/// A picture with what must stand beside it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Media {
    /// Its address.
    pub url: String,
    /// Words for those who can't see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
}
