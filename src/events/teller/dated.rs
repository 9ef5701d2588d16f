//! Drafts of events: which clauses tell something, when it was, and who says so.
//!
//! In: the sentences of one article. Out: drafts, one for each clause that tells a dated event.
//! It must never learn which drafts are the same event or which are left out.

use crate::base::date::{Bound, Day, Extent, Precision};
use crate::events::clause::ClauseKind;
use crate::events::clause::verb::{Tense, VerbForm};
use crate::events::discourse::Discourse;
use crate::events::draft::Draft;
use crate::events::extent::extent;
use crate::events::owner::{Owned, is_unreal, owners};
use crate::events::sentence::{Sentence, SentencePlace};
use crate::events::source::{content, reports};
use crate::events::teller::Teller;
use crate::events::teller::choice::has_ended;
use crate::events::title::title;
use crate::events::why::{Reason, why};
use crate::events::{Certainty, Status, When};
use crate::language::word::WordKind;
use crate::language::{Language, class};
use crate::temporal::Signal;

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(in crate::events) fn drafts(
    article: usize,
    sentences: &[Sentence<'_>],
    published: Option<Day>,
    all: bool,
    language: &Language,
) -> Vec<Draft> {
    let mut discourse = Discourse::default();
    let mut drafts = Vec::new();
    let headline = sentences.first().filter(|sentence| sentence.place == SentencePlace::Headline);
    for (number, sentence) in sentences.iter().enumerate() {
        if sentence.is_credit() || sentence.place == SentencePlace::Headline {
            continue;
        }
        discourse.enter(sentence);
        let owned = owned_by(sentence);
        let published = sentence.written.or(published);
        let teller = Teller { article, number, sentence, headline, published, all, language, owned };
        if language.reads_clauses() {
            teller.make(&mut discourse, &mut drafts);
        } else {
            teller.plainly(&mut discourse, &mut drafts);
        }
        discourse.learn(sentence);
    }
    drafts
}

/// The mentions with their clauses.
fn owned_by(sentence: &Sentence<'_>) -> Vec<Owned> {
    let mut owned = owners(sentence);
    for owned in &mut owned {
        if let Some(clause) = announced_start(sentence, owned) {
            owned.clause = clause;
        }
    }
    owned
}

/// "declared three days of mourning beginning on Thursday": Thursday dates the mourning, not the declaration.
fn announced_start(sentence: &Sentence<'_>, owned: &Owned) -> Option<usize> {
    let number = sentence.clauses.of(owned.mention.first);
    let verb = sentence.clauses.get(owned.clause)?.verb?;
    let announces = verb.tense == Tense::Past && verb.classes & (class::SPEECH_ACT | class::REPORT) != 0;
    (announces && number != owned.clause && owned.mention.dated.signal != Some(Signal::By)).then_some(number)
}

impl Teller<'_> {
    fn make(&self, discourse: &mut Discourse, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for place in 0..self.owned.len() {
            if let Some(draft) = self.told_by(place, discourse) {
                drafts.push(draft);
            }
        }
        self.carried_over(discourse, before, drafts);
        let dated = drafts.get(before..).unwrap_or(&[]);
        if self.sentence.place == SentencePlace::Lead {
            discourse.lead =
                dated.iter().map(|draft| draft.when.extent).find(|extent| is_exact(extent) && self.is_recent(extent));
        }
        if let Some(exact) = dated.iter().rev().map(|draft| draft.when.extent).find(is_exact) {
            discourse.day = Some(exact);
        }
        let dated = !dated.is_empty();
        self.undated(discourse, drafts, dated);
    }

    fn is_recent(&self, extent: &Extent) -> bool {
        match (extent.earliest, self.published) {
            (Some(day), Some(published)) => (0..14).contains(&(published.days() - day.day.days())),
            _ => false,
        }
    }

    /// The event that a mention dates.
    fn told_by(&self, place: usize, discourse: &Discourse) -> Option<Draft> {
        let owned = self.owned.get(place)?;
        let range = owned.mention.dated.range?;
        if self.dates_nothing(place, owned, range) {
            return None;
        }
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let (number, report) = self.told_clause(owned)?;
        let clause = self.sentence.clauses.get(number)?;
        let verb = clause.verb?;
        let status = self.status(clause, verb, owned, ahead)?;
        if clause.quoted && !self.all && (status == Status::Planned || verb.tense != Tense::Past) {
            return None;
        }
        let mut extent = extent(owned, self.published, ahead || status == Status::Planned)?;
        if has_ended(owned, verb) {
            // "had been refused visas until last week": last week is when they got them, so that is the date of the event.
            extent = Extent {
                earliest: Some(range.first),
                latest: Some(range.last),
                end: None,
                bound: Bound::Between,
                ..extent
            };
        }
        let phrase = self.phrase(owned);
        let (reason, certainty) = if report {
            (Reason::Report(&owned.mention.dated, phrase), Certainty::Inferred)
        } else {
            (Reason::Mention(&owned.mention.dated, phrase), Certainty::Stated)
        };
        let when = When { why: why(reason, &extent, self.published, self.language), extent, certainty };
        let mention = self.sentence.mentions.iter().position(|mention| mention.first == owned.mention.first);
        Some(self.draft(number, verb, when, status, mention, discourse))
    }

    /// The clause whose event a mention dates, and whether the date is only that of the saying; `None` where nothing but speech is told.
    fn told_clause(&self, owned: &Owned) -> Option<(usize, bool)> {
        let number = owned.clause;
        let clause = self.sentence.clauses.get(number)?;
        let verb = clause.verb?;
        if !self.only_reports(number, verb) {
            return Some((number, false));
        }
        let Some((inner, what)) = content(self.sentence, number) else {
            // "told consumers to throw it away"
            let demands = (verb.end..clause.end).any(|word| self.sentence.is(word, class::TO));
            return (demands || self.all || verb.passive).then_some((number, false));
        };
        let said = what.verb?;
        if said.tense == Tense::Past || said.perfect {
            let own_date = self.owned.iter().any(|owned| owned.clause == inner);
            return (!own_date && !is_unreal(self.sentence, inner, None)).then_some((inner, true));
        }
        // What lies ahead is told as said: its date is that of the saying.
        if said.tense == Tense::Future {
            let apart = clause.kind == ClauseKind::Main && what.parent != Some(number);
            return Some((if apart { inner } else { number }, false));
        }
        (self.all || verb.passive).then_some((number, false))
    }

    /// A date at the head of a sentence holds for every clause behind a semicolon.
    fn carried_over(&self, discourse: &Discourse, before: usize, drafts: &mut Vec<Draft>) {
        let list = &self.sentence.clauses.list;
        let Some(owned) = self.owned.first().filter(|owned| {
            owned.clause == 0
                && list.first().and_then(|clause| clause.verb).is_some_and(|verb| owned.mention.end <= verb.first)
        }) else {
            return;
        };
        let Some(first) = drafts.get(before).filter(|draft| draft.when.certainty == Certainty::Stated).cloned() else {
            return;
        };
        for (number, clause) in list.iter().enumerate().skip(1) {
            let behind_break = self.sentence.kind(clause.first.wrapping_sub(1)) == Some(WordKind::Break)
                && self.sentence.word(clause.first.wrapping_sub(1)) == ";"
                || clause.kind == ClauseKind::Coordinated && clause.parent.is_some_and(|parent| parent > 0);
            let Some(verb) = clause.verb.filter(|verb| verb.form == VerbForm::Finite && verb.tense == Tense::Past)
            else {
                continue;
            };
            if behind_break
                && !self.owned.iter().any(|other| other.clause == number)
                && !is_unreal(self.sentence, number, None)
                && !reports(clause)
            {
                let mention = self.sentence.mentions.iter().position(|mention| mention.first == owned.mention.first);
                drafts.push(self.draft(number, verb, first.when.clone(), Status::Happened, mention, discourse));
                // A headline speaks for all of them, so each says its own.
                if let Some(first) = drafts.get_mut(before) {
                    first.title = title(self.sentence, first.clause, &self.owned, discourse);
                }
            }
        }
    }
}

fn is_exact(extent: &Extent) -> bool {
    extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
}
