//! The day's own news, and what else has no date of its own.
//!
//! In: a sentence and the story so far. Out: drafts with an assumed or inferred date.
//! It must never learn what dated clauses become.

use super::clause::{Clauses, Kind};
use super::parsed::Parsed;
use super::speech::{reports, told};
use super::tell::Teller;
use super::tense::{Form, Time};
use super::title::{Title, capital};
use super::tree::Role;
use crate::base::date::{Bound, Day, Extent};
use crate::base::letter;
use crate::events::draft::Draft;
use crate::events::merge::stem_equal;
use crate::events::sentence::SentencePlace;
use crate::events::why::{Reason, why};
use crate::events::{Certainty, Status, When};
use crate::language::class;
use crate::syntax::Pos;

/// Where the story stands.
#[derive(Default)]
pub(super) struct Story {
    /// The last exact date told in this paragraph.
    pub(super) day: Option<Extent>,
    /// The date of the lead.
    pub(super) lead: Option<Extent>,
    pub(super) block: Option<usize>,
}

impl Teller<'_> {
    /// What has no date of its own; `drafts` are the sentence's dated ones.
    pub(super) fn undated(&self, story: &mut Story, drafts: &[Draft]) -> Option<Draft> {
        let published = self.published?;
        let news = self.lead || self.parsed.sentence.place == SentencePlace::Post;
        if !drafts.is_empty() && !news || !(news || self.all || self.parsed.sentence.heading.is_some()) {
            return None;
        }
        let mut number = self.clauses.list.iter().position(|clause| matches!(clause.kind, Kind::Main))?;
        let clause = self.clauses.get(number)?;
        if reports(self.parsed, clause)
            && self.parsed.is(clause.head, class::SAYING)
            && let Some(inner) = told(self.parsed, self.clauses, number)
            && self
                .clauses
                .get(inner)
                .is_some_and(|what| what.tense.form == Form::Finite && what.tense.time != Time::Future)
        {
            number = inner;
        }
        let main = self.clauses.list.iter().position(|clause| clause.kind == Kind::Main);
        let dated = self.has_date(number) || main.is_some_and(|main| self.has_date(main));
        // The date of another clause of the lead is not that of its news.
        if !drafts.is_empty() && dated {
            return None;
        }
        let clause = self.clauses.get(number)?;
        let tense = clause.tense;
        if self.parsed.quoted(clause.head) && !self.all {
            return None;
        }
        let past = tense.time == Time::Past || tense.perfect;
        let unreal = self.asks() || tense.negated || tense.modal || clause.kind == Kind::Open;
        let tells = past || tense.progressive || self.parsed.is(clause.head, class::SPEECH_ACT | class::STRONG);
        if let Some(when) = self.under_heading(published).filter(|_| past && tense.form == Form::Finite && !unreal) {
            return Some(self.inferred(number, when));
        }
        if news && tells && tense.form == Form::Finite && !unreal {
            let extent = Extent::day(published);
            story.lead = story.lead.or(Some(extent));
            return Some(self.assumed(number, extent, Reason::News, true));
        }
        if !self.all {
            return None;
        }
        let (extent, reason) = match story.day.or(story.lead) {
            Some(extent) => (extent, Reason::Carried(extent.sort_day().unwrap_or(published))),
            None => (Extent::day(published), Reason::News),
        };
        Some(self.assumed(number, extent, reason, false))
    }

    /// The date of the heading above, for the first sentence of a paragraph.
    fn under_heading(&self, published: Day) -> Option<When> {
        let (dated, words) =
            self.parsed.sentence.heading.filter(|_| self.parsed.sentence.place != SentencePlace::Inside)?;
        let range = dated.range?;
        let extent = Extent {
            earliest: Some(range.first),
            latest: Some(range.last),
            precision: range.precision,
            bound: if range.first == range.last { Bound::Exact } else { Bound::Between },
            ..Extent::day(published)
        };
        let why = why(Reason::Mention(&dated, words), &extent, self.published, self.language);
        Some(When { why, extent, certainty: Certainty::Inferred })
    }

    fn inferred(&self, number: usize, when: When) -> Draft {
        let title = self.title(number, &when);
        let making = self.making(number, &title, &when, Status::Happened);
        let head = self.clauses.get(number).map_or(0, |clause| clause.head);
        self.draft(number, head, title, when, Status::Happened, None, making)
    }

    fn assumed(&self, number: usize, extent: Extent, reason: Reason<'_>, news: bool) -> Draft {
        let when =
            When { why: why(reason, &extent, self.published, self.language), extent, certainty: Certainty::Assumed };
        let title = self.title(number, &when);
        let mut making = self.making(number, &title, &when, Status::Happened);
        making.news = news;
        let head = self.clauses.get(number).map_or(0, |clause| clause.head);
        self.draft(number, head, title, when, Status::Happened, None, making)
    }
}

/// A headline that states an event: somebody does something, and it is no question, no list, no slogan.
pub(super) fn states(parsed: &Parsed<'_>, clauses: &Clauses) -> bool {
    let Some(main) = clauses.list.iter().find(|clause| clause.kind == Kind::Main) else { return false };
    // "Lantern festival lights up the night": where the tree sees no verb, a word that can carry a sentence must do.
    let verbless = !(0..parsed.len()).any(|place| matches!(parsed.tree.pos(place), Pos::Verb | Pos::Aux));
    let carries = |place: usize| parsed.has(place, class::THIRD) && parsed.is(place, class::ANY_VERB);
    let short = verbless && (1..parsed.len()).any(carries);
    let first = parsed.word(0);
    let number = first.starts_with(|sign: char| sign.is_ascii_digit())
        && parsed.tree.role(0) == Role::Nummod
        && main.subject != parsed.tree.head(0);
    let asks = parsed.sentence.question
        || parsed.sentence.asks_in_front
        || parsed.is(0, class::RELATIVE | class::WHEN | class::SUBORDINATOR | class::CONDITION)
            && parsed.tree.pos(0) != Pos::Det;
    let own = (0..parsed.len()).any(|place| parsed.is(place, class::FIRST_PERSON) && !parsed.quoted(place));
    !number
        && !asks
        && !own
        && (short || main.subject.is_some() && !main.borrowed && main.tense.form == Form::Finite)
        && !main.tense.negated
}

/// The headline as a title for the lead's event, if it tells the same.
pub(super) fn headline_for(headline: &Parsed<'_>, clauses: &Clauses, lead: &Parsed<'_>) -> Option<Title> {
    // "… | The Daily Harbour"
    let sentence = headline.sentence.whole().split(" | ").next().unwrap_or("");
    if !states(headline, clauses) || letter::count(sentence) > super::gate::LONGEST {
        return None;
    }
    (shared(headline, lead) >= 2).then(|| Title { text: capital(sentence), faults: Default::default() })
}

pub(super) fn is_recent(extent: &Extent, published: Option<Day>) -> bool {
    match (extent.earliest, published) {
        (Some(day), Some(published)) => (0..14).contains(&(published.days() - day.day.days())),
        _ => false,
    }
}

/// How many words of a headline that say something a sentence has too.
pub(super) fn shared(headline: &Parsed<'_>, lead: &Parsed<'_>) -> usize {
    let says = |parsed: &Parsed<'_>, place: usize| {
        !parsed.is(place, class::STOP | class::DETERMINER | class::PREPOSITION) && parsed.tree.pos(place) != Pos::Punct
    };
    let lower = |parsed: &Parsed<'_>, place: usize| crate::language::lower(parsed.word(place));
    let has = |word: &str| (0..lead.len()).any(|other| says(lead, other) && stem_equal(word, &lower(lead, other)));
    (0..headline.len()).filter(|&place| says(headline, place) && has(&lower(headline, place))).count()
}

/// Whether a sentence has a word in some form.
pub(super) fn has_word(parsed: &Parsed<'_>, word: &str) -> bool {
    (0..parsed.len()).any(|place| stem_equal(&crate::language::lower(parsed.word(place)), word))
}

/// Whether a sentence's main clause tells something that has happened.
pub(super) fn tells(parsed: &Parsed<'_>, clauses: &Clauses) -> bool {
    let Some(clause) = clauses.list.iter().find(|clause| clause.kind == Kind::Main) else { return false };
    let tense = clause.tense;
    let past = tense.time == Time::Past || tense.perfect;
    let unreal = parsed.sentence.question || tense.negated || tense.modal || parsed.quoted(clause.head);
    let lasts = parsed.tree.children(clause.head).any(|child| {
        parsed.is(child, class::TIME_NOUN) && parsed.child_of(child, Role::Case, class::PETITION).is_some()
    });
    let state = tense.perfect && (parsed.is(clause.head, class::STATE | class::HAVE) || lasts || tense.copula);
    // "The army says it has moved closer"
    let says = parsed.is(clause.head, class::SAYING)
        && told(parsed, clauses, 0).and_then(|inner| clauses.get(inner)).is_some_and(|what| {
            what.tense.form == Form::Finite
                && (what.tense.time == Time::Past || what.tense.perfect)
                && !what.tense.modal
        });
    if says && clause.subject.is_some() && !parsed.sentence.question {
        return true;
    }
    let news = !state && (past || tense.progressive || parsed.is(clause.head, class::SPEECH_ACT | class::STRONG));
    news && tense.form == Form::Finite && !unreal && clause.subject.is_some()
}

/// How many sentences behind the lead its news may be told again with its date.
const RETOLD: usize = 10;
/// The days before publication in which the news of a lead without a date may lie.
const FRESH: i32 = 14;

/// Gives the news without a date the date that a later sentence tells of the same.
pub(super) fn date_the_news(drafts: &mut [Draft], published: Option<Day>) {
    let Some(published) = published else { return };
    let Some(news) = drafts.iter().position(|draft| draft.traits.news && draft.when.certainty == Certainty::Assumed)
    else {
        return;
    };
    let Some(told) = drafts.get(news).cloned() else { return };
    let again =
        drafts.iter().skip(news + 1).take_while(|draft| draft.sentence <= told.sentence + RETOLD).find(|draft| {
            let fresh = draft
                .when
                .extent
                .earliest
                .is_some_and(|day| (1..=FRESH).contains(&(published.days() - day.day.days())));
            let shared =
                draft.content.iter().filter(|word| told.content.iter().any(|other| stem_equal(word, other))).count();
            let triggers = stem_equal(&draft.trigger, &told.trigger);
            let exact = draft.when.certainty == Certainty::Stated && draft.status != Status::Planned;
            fresh && exact && (triggers && shared >= 2 || shared >= 3 && shared * 2 >= draft.content.len())
        });
    if let Some(when) = again.map(|draft| draft.when.clone())
        && let Some(news) = drafts.get_mut(news)
    {
        news.when = When { certainty: Certainty::Inferred, ..when };
    }
}
