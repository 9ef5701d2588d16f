//! Plain telling: dated entries in languages whose clauses are not read. The part of the sentence between two commas that holds a date is
//! the clause; where the verb stands second, its subject is put in front again once the date is gone.
//!
//! In: a sentence with its dates. Out: drafts. It must never learn a word of any language: it asks for classes only.

use super::anchor::{Owned, extent};
use super::draft::Draft;
use super::maker::Maker;
use super::story::Story;
use super::telling::{Place, Telling};
use super::title::{LONGEST, joined};
use super::verb::{Form, Group, Tense};
use super::why::{Reason, why};
use super::{Certainty, Status, When};
use crate::base::date::Extent;
use crate::base::letter;
use crate::base::list::List;
use crate::language::class;
use crate::language::word::{Word, WordKind};
use crate::temporal::Signal;

impl Maker<'_> {
    /// The drafts of a sentence, one for each date that a clause tells.
    pub(super) fn plainly(&self, story: &mut Story, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for (place, owned) in self.owned.iter().enumerate() {
            let part = part_of(self.telling, owned);
            let rival = self.owned.iter().take(place).any(|other| part.contains(&other.mention.first));
            if !rival && let Some(draft) = self.plain(owned, part, story) {
                drafts.push(draft);
            }
        }
        if self.telling.place == Place::Lead && drafts.len() == before {
            drafts.extend(self.plain_lead(story));
        }
    }

    fn plain(&self, owned: &Owned, part: core::ops::Range<usize>, story: &Story) -> Option<Draft> {
        let telling = self.telling;
        let range = owned.mention.dated.range?;
        if owned.attributive || self.is_no_statement(&part) {
            return None;
        }
        let until = owned.mention.dated.signal == Some(Signal::Until);
        let reaches = self.published.is_some_and(|published| range.last.day > published);
        let ahead = self.published.is_some_and(|published| range.first.day > published) || until && reaches;
        let mut dated = *owned;
        if until && ahead {
            // "will be rebuilt until the end of the year": the same word sets the deadline.
            dated.mention.dated.signal = Some(Signal::By);
        }
        let extent = extent(&dated, self.published, ahead)?;
        let words = if until && !ahead { part.list() } else { without_date(telling, part, owned) };
        let when = When {
            why: why(Reason::Mention(&owned.mention.dated, self.phrase(owned)), &extent, self.published, self.language),
            extent,
            certainty: Certainty::Stated,
        };
        let mention = telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
        let status = if ahead { Status::Planned } else { Status::Happened };
        Some(self.draft_of(&words, when, status, mention, story))
    }

    /// The lead without a date: the news of the day.
    fn plain_lead(&self, story: &Story) -> Option<Draft> {
        let published = self.published?;
        let part = part_around(self.telling, 0);
        if self.is_no_statement(&part) || !self.owned.is_empty() {
            return None;
        }
        let extent = Extent::day(published);
        let why = why(Reason::News, &extent, self.published, self.language);
        let words: Vec<usize> = part.list();
        let when = When { why, extent, certainty: Certainty::Assumed };
        let mut draft = self.draft_of(&words, when, Status::Happened, None, story);
        draft.traits.news = true;
        Some(draft)
    }

    /// Questions, conditions, denials, possibilities, habits, half sentences; what begins with a relative pronoun tells nothing by itself.
    fn is_no_statement(&self, part: &core::ops::Range<usize>) -> bool {
        let telling = self.telling;
        let no = class::NOT | class::MODAL | class::CONDITION | class::HABIT | class::FIRST_PERSON;
        let verb = |word: &Word| is_verb(word) || word.is(class::FUTURE);
        let any =
            |wanted: &dyn Fn(&Word) -> bool| part.clone().filter_map(|place| telling.words.get(place)).any(wanted);
        let inner = telling.is(part.start, class::SUBORDINATOR | class::RELATIVE);
        let quoted = telling.words.get(part.start).is_some_and(|word| word.quoted);
        // "That was said by his family": what, stands in the sentence before.
        let refers =
            telling.is(part.start, class::DETERMINER) && telling.words.get(part.start + 1).is_some_and(is_verb);
        telling.question
            || inner
            || quoted
            || refers
            || any(&|word| word.is(no))
            || self.language.knows_verbs() && !any(&verb)
    }

    fn draft_of(&self, words: &[usize], when: When, status: Status, mention: Option<usize>, story: &Story) -> Draft {
        let telling = self.telling;
        let head = words.iter().copied().find(|&word| telling.words.get(word).is_some_and(is_verb)).unwrap_or(0);
        let verb = Group::plain(head, telling.words.get(head), Form::Finite, Tense::Past);
        let mut draft = self.draft(0, verb, when, status, mention, story);
        let headline = self.headline.filter(|_| draft.traits.headline).map(Telling::sentence);
        draft.title = match headline.filter(|headline| letter::count(headline) <= LONGEST) {
            Some(headline) => String::from(headline),
            None => fitting(telling, words.to_vec()),
        };
        draft.traits.mute = draft.title.split(' ').count() < 3;
        draft.traits.headless = false;
        draft
    }
}

fn is_verb(word: &Word) -> bool {
    !word.capital && !word.mention && (word.forms != 0 || word.is(class::BE | class::HAVE | class::FUTURE))
}

/// The words between the signs around a date.
fn part_of(telling: &Telling<'_>, owned: &Owned) -> core::ops::Range<usize> {
    part_around(telling, owned.mention.first)
}

fn part_around(telling: &Telling<'_>, place: usize) -> core::ops::Range<usize> {
    let parts = |place: &usize| {
        telling.words.get(*place).is_some_and(|word| {
            !word.mention
                && (matches!(
                    word.kind,
                    WordKind::Comma
                        | WordKind::Break
                        | WordKind::Stop
                        | WordKind::Open
                        | WordKind::Close
                        | WordKind::Dash
                ) || word.is(class::COORDINATOR) && telling.words.get(place + 1).is_some_and(is_verb))
        })
    };
    let start = (0..place).rev().find(parts).map_or(0, |sign| sign + 1);
    let end = (place..telling.words.len()).find(parts).unwrap_or(telling.words.len());
    start..end
}

/// A clause without its date; where the date stood in front of the verb, the subject stands there now.
fn without_date(telling: &Telling<'_>, part: core::ops::Range<usize>, owned: &Owned) -> Vec<usize> {
    let end = owned.until.map_or(owned.mention.end, |until| until.end);
    let date = owned.mention.first..end;
    let alone = date.start == part.start || date.start == part.start + 1 && telling.is(part.start, class::COORDINATOR);
    let fronted = alone && telling.words.get(end).is_some_and(is_verb);
    let kept: Vec<usize> = part.clone().filter(|word| !(date.contains(word) || fronted && *word < date.start)).list();
    if !fronted {
        return [shared_subject(telling, &part), kept].concat();
    }
    let mut words = kept;
    let subject = 1 + subject_length(telling, words.get(1..).unwrap_or(&[]));
    if subject == 1 {
        // Where its subject stands is hard to say: the sentence keeps its date.
        return (date.start..part.end).list();
    }
    if let Some(front) = words.get_mut(..subject) {
        front.rotate_left(1);
    }
    words
}

/// "Holm was born in 1927 | and fled in 1945": the words in front of the first verb, when the second has none of its own.
fn shared_subject(telling: &Telling<'_>, part: &core::ops::Range<usize>) -> Vec<usize> {
    let verb = |place: usize| telling.words.get(place).is_some_and(is_verb);
    let Some(joint) = part.start.checked_sub(1).filter(|&joint| telling.is(joint, class::COORDINATOR)) else {
        return Vec::new();
    };
    if !verb(part.start) || joint == 0 {
        return Vec::new();
    }
    let before = part_around(telling, joint - 1);
    let words: Vec<usize> = before.take_while(|&place| !verb(place)).list();
    if words.iter().any(|&word| telling.is_mention(word)) { Vec::new() } else { words }
}

/// How many words the subject behind a verb has: a determiner, small words that describe, names and nouns, genitives.
fn subject_length(telling: &Telling<'_>, words: &[usize]) -> usize {
    let mut nouns = 0;
    let mut length = 0;
    for (place, &word) in words.iter().enumerate() {
        let Some(found) = telling.words.get(word) else { break };
        let determiner = found.is(class::DETERMINER);
        let genitive = nouns > 0 && found.is(class::OF);
        let stops = found.mention || found.kind != WordKind::Word && found.kind != WordKind::Number;
        let small = found.is(class::PREPOSITION | class::ADVERB | class::PRONOUN) && !genitive;
        // "begannen endlich die Arbeiten", "kaufte ein Verein aus Holland die Rechte": too hard to tell what belongs to it.
        if nouns == 0 && place > 0 && determiner || nouns > 0 && found.is(class::PREPOSITION) && !genitive {
            return 0;
        }
        if stops || found.is(class::SUBJECT_PRONOUN) && place > 0 || nouns > 0 && determiner && !genitive {
            break;
        }
        if found.is(class::SUBJECT_PRONOUN) {
            return 1;
        }
        if nouns > 0 && !found.capital && !genitive && !found.is(class::COORDINATOR) || small {
            break;
        }
        if found.capital || found.kind == WordKind::Number {
            nouns += 1;
            length = place + 1;
        }
    }
    // "erhob die Staatsanwaltschaft Anklage", "starb der Schauspieler Holm": whether the last word belongs to it, who can say.
    let last =
        words.len() == length || words.get(length).is_some_and(|&word| telling.kind(word) != Some(WordKind::Word));
    let determined = words.first().is_some_and(|&word| telling.is(word, class::DETERMINER));
    let bare = length > 1 && words.get(length - 2).is_some_and(|&word| telling.is_capital(word));
    if last && determined && nouns == 2 && bare { 0 } else { length }
}

/// The title of these words: phrases before the last verb go until it fits.
fn fitting(telling: &Telling<'_>, mut words: Vec<usize>) -> String {
    loop {
        let title = joined(telling, &words);
        if letter::count(&title) <= LONGEST {
            return title;
        }
        let begins = |&word: &usize| telling.is(word, class::PREPOSITION | class::COORDINATOR);
        let Some(from) = words.iter().rposition(begins).filter(|&from| from > 2) else { return title };
        let verb = |&word: &usize| telling.words.get(word).is_some_and(is_verb);
        let rest = words.get(from + 1..).unwrap_or(&[]);
        let length = rest.iter().position(verb).unwrap_or(rest.len());
        words.drain(from..=from + length);
    }
}
