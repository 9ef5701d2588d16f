//! Plain telling: dated entries where no trees are at hand. The part of a sentence between two signs that holds a date is the clause, and the
//! whole of it the title; where the verb stands second, its subject is put in front again once the date is gone.
//!
//! In: sentences with their dates. Out: drafts. It must never learn a word of any language: it asks for classes only.

mod written;

pub(super) use written::capital;

use super::draft::{Draft, Traits};
use super::extent::extent;
use super::merge::stem_equal;
use super::owner::{self, Owned, in_bracket, in_name, is_attributive, is_denied};
use super::sentence::{Sentence, SentencePlace};
use super::why::{Reason, why};
use super::{Certainty, Status, When};
use crate::base::date::{Day, Extent};
use crate::base::letter;
use crate::base::list::List;
use crate::language::word::{Word, WordKind};
use crate::language::{Language, class};
use crate::temporal::Signal;
use written::{hard_cut, join};

/// The longest title, in characters.
const LONGEST: usize = 80;
/// A headline tells of the lead where so many words say the same.
const SHARED: usize = 2;

/// The drafts of one article.
pub(super) fn drafts(
    article: usize,
    sentences: &[Sentence<'_>],
    published: Option<Day>,
    all: bool,
    language: &Language,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let headline = sentences.first().filter(|sentence| sentence.place == SentencePlace::Headline);
    for (number, sentence) in sentences.iter().enumerate() {
        if !sentence.is_credit() && sentence.place != SentencePlace::Headline {
            let owned = owned_by(sentence);
            let published = sentence.written.or(published);
            Plain { article, number, sentence, headline, published, all, language, owned }.tell(&mut drafts);
        }
    }
    drafts
}

/// The mentions that may date something.
fn owned_by(sentence: &Sentence<'_>) -> Vec<Owned> {
    let mut owned: Vec<Owned> = Vec::new();
    for mut one in owner::owned(sentence, false) {
        let Some(range) = one.mention.dated.range else { continue };
        // "Sunday night (March 4)": the same day twice.
        let twice = in_bracket(sentence, one.mention)
            && owned
                .last()
                .and_then(|last| last.mention.dated.range)
                .is_some_and(|other| other.first.day <= range.last.day && range.first.day <= other.last.day);
        if twice || is_denied(sentence, one.mention) || in_name(sentence, one.mention, range) {
            continue;
        }
        let listed = owned.last().filter(|before| one.listed && before.listed);
        one.attributive =
            listed.map_or_else(|| is_attributive(sentence, one.mention, range), |before| before.attributive);
        owned.push(one);
    }
    owned
}

/// One sentence about to be told, with all that its drafts need.
struct Plain<'a> {
    article: usize,
    number: usize,
    sentence: &'a Sentence<'a>,
    headline: Option<&'a Sentence<'a>>,
    published: Option<Day>,
    all: bool,
    language: &'a Language,
    owned: Vec<Owned>,
}

impl Plain<'_> {
    /// The drafts of a sentence, one for each date that a clause tells.
    fn tell(&self, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for (place, owned) in self.owned.iter().enumerate() {
            let part = part_of(self.sentence, owned);
            let rival = self.owned.iter().take(place).any(|other| part.contains(&other.mention.first));
            if !rival && let Some(draft) = self.dated(owned, part) {
                drafts.push(draft);
            }
        }
        if self.sentence.place == SentencePlace::Lead && drafts.len() == before {
            drafts.extend(self.lead());
        }
    }

    fn dated(&self, owned: &Owned, part: core::ops::Range<usize>) -> Option<Draft> {
        let sentence = self.sentence;
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
        let words = if until && !ahead { part.list() } else { without_date(sentence, part, owned) };
        let when = When {
            why: why(Reason::Mention(&owned.mention.dated, self.phrase(owned)), &extent, self.published, self.language),
            extent,
            certainty: Certainty::Stated,
        };
        let mention = sentence.mentions.iter().position(|mention| mention.first == owned.mention.first);
        let status = if ahead { Status::Planned } else { Status::Happened };
        Some(self.draft(&words, when, status, mention))
    }

    /// The lead without a date: the news of the day.
    fn lead(&self) -> Option<Draft> {
        let published = self.published?;
        let part = part_around(self.sentence, 0);
        if self.is_no_statement(&part) || !self.owned.is_empty() {
            return None;
        }
        let extent = Extent::day(published);
        let why = why(Reason::News, &extent, self.published, self.language);
        let words: Vec<usize> = part.list();
        let when = When { why, extent, certainty: Certainty::Assumed };
        let mut draft = self.draft(&words, when, Status::Happened, None);
        draft.traits.news = true;
        Some(draft)
    }

    /// Questions, conditions, denials, possibilities, habits, half sentences; what begins with a relative pronoun tells nothing by itself.
    fn is_no_statement(&self, part: &core::ops::Range<usize>) -> bool {
        let sentence = self.sentence;
        let no = class::NOT | class::MODAL | class::CONDITION | class::HABIT | class::FIRST_PERSON;
        let verb = |word: &Word| is_verb(word) || word.is(class::FUTURE);
        let any =
            |wanted: &dyn Fn(&Word) -> bool| part.clone().filter_map(|place| sentence.words.get(place)).any(wanted);
        let inner = sentence.is(part.start, class::SUBORDINATOR | class::RELATIVE);
        let quoted = sentence.words.get(part.start).is_some_and(|word| word.quoted);
        // "That was said by his family": what, stands in the sentence before.
        let refers =
            sentence.is(part.start, class::DETERMINER) && sentence.words.get(part.start + 1).is_some_and(is_verb);
        sentence.question
            || inner
            || quoted
            || refers
            || any(&|word| word.is(no))
            || self.language.knows_verbs() && !any(&verb)
    }

    fn draft(&self, words: &[usize], when: When, status: Status, mention: Option<usize>) -> Draft {
        let sentence = self.sentence;
        let lead = sentence.place == SentencePlace::Lead;
        let headline = self.headline.filter(|headline| {
            lead && self.is_todays(&when.extent)
                && (self.all || shared(headline, sentence) >= SHARED && !headline.question)
        });
        let short = headline.map(Sentence::whole).filter(|headline| letter::count(headline) <= LONGEST);
        let title = short.map_or_else(|| fitting(sentence, words.to_vec()), String::from);
        let head = words.iter().copied().find(|&word| sentence.words.get(word).is_some_and(is_verb)).unwrap_or(0);
        let of_words =
            |wanted: &dyn Fn(&Word) -> bool| words.iter().filter_map(|&word| sentence.words.get(word)).any(wanted);
        let mut content = words
            .iter()
            .filter(|&&word| sentence.words.get(word).is_some_and(says))
            .map(|&word| sentence.word(word).to_ascii_lowercase())
            .list();
        crate::base::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        let traits = Traits {
            news: false,
            mute: title.split(' ').count() < 3,
            lead,
            opening: matches!(sentence.place, SentencePlace::Opening | SentencePlace::Post),
            first_person: of_words(&|word| word.is(class::FIRST_PERSON)),
            nominal: of_words(&|word| word.is(class::EVENT_NOUN)),
            number: of_words(&|word| word.kind == WordKind::Number && !word.mention),
            names: words.iter().skip(1).any(|&word| sentence.is_capital(word)),
            headline: headline.is_some(),
        };
        Draft {
            article: self.article,
            published: self.published,
            sentence: self.number,
            mention,
            clause: words.first().copied().unwrap_or(0),
            title,
            when,
            status,
            source: None,
            trigger: sentence.word(head).to_ascii_lowercase(),
            classes: sentence.words.get(head).map_or(0, |word| word.classes),
            content,
            wide: Vec::new(),
            happening: None,
            traits,
            chance: None,
        }
    }

    /// Whether a headline may speak of a date: it is of the week before publication.
    fn is_todays(&self, extent: &Extent) -> bool {
        let Some(published) = self.published else { return true };
        extent.earliest.is_some_and(|first| first.day <= published)
            && extent.latest.is_some_and(|last| published.days() - last.day.days() <= 7)
    }

    fn phrase(&self, owned: &Owned) -> &str {
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        owned.until.map_or(phrase, |until| phrase.join(until.dated.span)).of(self.sentence.text)
    }
}

/// A word that says what an event is about.
fn says(word: &Word) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    matches!(word.kind, WordKind::Word | WordKind::Number) && !word.mention && !word.is(silent)
}

/// How many words that say something a sentence has of those of a headline.
fn shared(headline: &Sentence<'_>, sentence: &Sentence<'_>) -> usize {
    let lower = |sentence: &Sentence<'_>| {
        let words = sentence.words.iter().filter(|word| says(word));
        words.map(|word| word.span.of(sentence.text).to_ascii_lowercase()).list()
    };
    let (above, below) = (lower(headline), lower(sentence));
    above.iter().filter(|word| below.iter().any(|other| stem_equal(word, other))).count()
}

fn is_verb(word: &Word) -> bool {
    !word.capital && !word.mention && (word.forms != 0 || word.is(class::BE | class::HAVE | class::FUTURE))
}

/// The words between the signs around a date.
fn part_of(sentence: &Sentence<'_>, owned: &Owned) -> core::ops::Range<usize> {
    part_around(sentence, owned.mention.first)
}

fn part_around(sentence: &Sentence<'_>, place: usize) -> core::ops::Range<usize> {
    let parts = |place: &usize| {
        sentence.words.get(*place).is_some_and(|word| {
            !word.mention
                && (matches!(
                    word.kind,
                    WordKind::Comma
                        | WordKind::Break
                        | WordKind::Stop
                        | WordKind::Open
                        | WordKind::Close
                        | WordKind::Dash
                ) || word.is(class::COORDINATOR) && sentence.words.get(place + 1).is_some_and(is_verb))
        })
    };
    let start = (0..place).rev().find(parts).map_or(0, |sign| sign + 1);
    let end = (place..sentence.words.len()).find(parts).unwrap_or(sentence.words.len());
    start..end
}

/// A clause without its date; where the date stood in front of the verb, the subject stands there now.
fn without_date(sentence: &Sentence<'_>, part: core::ops::Range<usize>, owned: &Owned) -> Vec<usize> {
    let end = owned.until.map_or(owned.mention.end, |until| until.end);
    let date = owned.mention.first..end;
    let alone = date.start == part.start || date.start == part.start + 1 && sentence.is(part.start, class::COORDINATOR);
    let fronted = alone && sentence.words.get(end).is_some_and(is_verb);
    let kept: Vec<usize> = part.clone().filter(|word| !(date.contains(word) || fronted && *word < date.start)).list();
    if !fronted {
        return [shared_subject(sentence, &part), kept].concat();
    }
    let mut words = kept;
    let subject = 1 + subject_length(sentence, words.get(1..).unwrap_or(&[]));
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
fn shared_subject(sentence: &Sentence<'_>, part: &core::ops::Range<usize>) -> Vec<usize> {
    let verb = |place: usize| sentence.words.get(place).is_some_and(is_verb);
    let Some(joint) = part.start.checked_sub(1).filter(|&joint| sentence.is(joint, class::COORDINATOR)) else {
        return Vec::new();
    };
    if !verb(part.start) || joint == 0 {
        return Vec::new();
    }
    let before = part_around(sentence, joint - 1);
    let words: Vec<usize> = before.take_while(|&place| !verb(place)).list();
    if words.iter().any(|&word| sentence.is_mention(word)) { Vec::new() } else { words }
}

/// How many words the subject behind a verb has: a determiner, small words that describe, names and nouns, genitives.
fn subject_length(sentence: &Sentence<'_>, words: &[usize]) -> usize {
    let mut nouns = 0;
    let mut length = 0;
    for (place, &word) in words.iter().enumerate() {
        let Some(found) = sentence.words.get(word) else { break };
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
        words.len() == length || words.get(length).is_some_and(|&word| sentence.kind(word) != Some(WordKind::Word));
    let determined = words.first().is_some_and(|&word| sentence.is(word, class::DETERMINER));
    let bare = length > 1 && words.get(length - 2).is_some_and(|&word| sentence.is_capital(word));
    if last && determined && nouns == 2 && bare { 0 } else { length }
}

/// The title of these words: phrases before the last verb go until it fits.
fn fitting(sentence: &Sentence<'_>, mut words: Vec<usize>) -> String {
    loop {
        let title = joined(sentence, &words);
        if letter::count(&title) <= LONGEST {
            return title;
        }
        let begins = |&word: &usize| sentence.is(word, class::PREPOSITION | class::COORDINATOR);
        let Some(from) = words.iter().rposition(begins).filter(|&from| from > 2) else { return title };
        let verb = |&word: &usize| sentence.words.get(word).is_some_and(is_verb);
        let rest = words.get(from + 1..).unwrap_or(&[]);
        let length = rest.iter().position(verb).unwrap_or(rest.len());
        words.drain(from..=from + length);
    }
}

/// Words as a title, whatever their length.
fn joined(sentence: &Sentence<'_>, words: &[usize]) -> String {
    let title = join(sentence, "", words);
    if letter::count(&title) <= 2 * LONGEST { title } else { hard_cut(&title) }
}
