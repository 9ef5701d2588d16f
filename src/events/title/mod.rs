//! Titles: the event's clause without what the date already says, in the article's own words.
//!
//! In: a sentence and one of its clauses. Out: at most 80 characters.
//! It must never put in a word the text does not have.

mod front;
mod subject;
mod written;

use crate::base::list::List;
use crate::base::{find, letter};
use crate::events::clause::verb::VerbForm;
use crate::events::clause::{Clause, ClauseKind};
use crate::events::discourse::{Discourse, Inside, LONGEST_OWNER, meaning_inside};
use crate::events::merge::stem_equal;
use crate::events::owner::Owned;
use crate::events::sentence::Sentence;
use crate::language::class;
use crate::language::word::{Word, WordKind};
use crate::temporal::Signal;
use front::{drop_appositive, trim_front};
use subject::{antecedent, own_words, speaker, subject_words};
pub(in crate::events) use written::capital as capital_letter;
use written::{hard_cut, join};

/// The longest title, in characters.
pub(in crate::events) const LONGEST: usize = 80;
/// So many words and a comma may be a measure: ", less than a decade | after".
const MEASURE: usize = 7;
/// A title shorter than this takes in the relative clause that hangs on it.
const SHORT: usize = 40;

/// A title for a clause. `owned` are the mentions of its sentence; `story` knows whom a pronoun means.
pub(in crate::events) fn title(
    sentence: &Sentence<'_>,
    number: usize,
    owned: &[Owned],
    discourse: &Discourse,
) -> String {
    let Some(clause) = sentence.clauses.get(number) else { return String::new() };
    let dated = dated_words(sentence, owned);
    let dates = |word: usize| dated.get(word).is_some_and(|&dated| dated);
    let mut front = subject_words(sentence, clause, number);
    let mut body = own_words(sentence, clause, number);
    body.retain(|word| !front.contains(word));
    // Of a verb of speech that is the news itself, what is said belongs to it.
    // So does what is noticed or found out.
    if let Some(verb) = clause.verb {
        let speaks = verb.classes & (class::SPEECH_ACT | class::REPORT) != 0;
        append(sentence, &mut body, number, |child| match child.kind {
            ClauseKind::Content => speaks,
            ClauseKind::Subordinate => child.first == verb.end && sentence.is(child.first, class::RELATIVE),
            _ => false,
        });
    }
    take_object_along(sentence, clause, &front, &mut body, &dates);
    drop_comment(sentence, clause, &mut body);
    trim_front(sentence, &mut front, &dates);
    if front.is_empty() {
        trim_front(sentence, &mut body, &dates);
    }
    drop_appositive(sentence, &mut front);
    // "has already been sold": the date says so.
    body.retain(|&word| !dates(word) && (!sentence.is(word, class::ALREADY) || sentence.is(word, class::SUBORDINATOR)));
    let lead = name_the_pronoun(sentence, clause, number, &mut front, discourse);
    Candidate { sentence, clause, number, lead: &lead, front, body }.fitting(&dates)
}

/// Words as a title, whatever their length.
pub(in crate::events) fn joined(sentence: &Sentence<'_>, words: &[usize]) -> String {
    let title = join(sentence, "", words);
    if letter::count(&title) <= 2 * LONGEST { title } else { hard_cut(&title) }
}

/// The words that a title leaves out because the date says them: mentions that date a verb, with what goes with them ("only", "late").
fn dated_words(sentence: &Sentence<'_>, owned: &[Owned]) -> Vec<bool> {
    let mut dated = vec![false; sentence.words.len()];
    for owned in owned {
        // "until" says when something ended: without it the title would say that it began.
        if owned.attributive && !owned.listed || owned.mention.dated.signal == Some(Signal::Until) {
            continue;
        }
        let end = owned.until.map_or(owned.mention.end, |until| until.end);
        dated.iter_mut().take(end).skip(owned.mention.first).for_each(|dated| *dated = true);
    }
    for place in (1..dated.len()).rev() {
        let listed = owned.iter().any(|owned| owned.listed && owned.mention.first == place);
        let goes = sentence.is(place - 1, class::FOCUS)
            || listed && sentence.is(place - 1, class::OF | class::COORDINATOR | class::ADVERB)
            // "in 2014 | and again | in 2016"
            || sentence.is(place, class::ADVERB) && sentence.is(place - 1, class::COORDINATOR);
        if dated.get(place) == Some(&true) && goes {
            dated.iter_mut().skip(place - 1).take(1).for_each(|dated| *dated = true);
        }
    }
    dated
}

/// "fell 8 percent, its third decline": what a comma adds at the end, with no verb of its own and in no list.
fn drop_comment(sentence: &Sentence<'_>, clause: &Clause, body: &mut Vec<usize>) {
    let behind = clause.verb.map_or(0, |verb| verb.end);
    let Some(at) = body.iter().rposition(|&word| sentence.kind(word) == Some(WordKind::Comma)) else { return };
    let comment = body.get(at..).unwrap_or(&[]);
    let comma = comment.first().copied().unwrap_or(0);
    let noun = comma > behind && sentence.is(comma + 1, class::ARTICLE | class::POSSESSIVE);
    if noun && !sentence.any(comment, class::COORDINATOR) {
        body.truncate(at);
    }
}

/// "a treaty which the two presidents signed": the treaty is what they signed.
fn take_object_along(
    sentence: &Sentence<'_>,
    clause: &Clause,
    front: &[usize],
    body: &mut Vec<usize>,
    dates: &impl Fn(usize) -> bool,
) {
    let (Some(verb), Some(parent)) = (clause.verb, clause.parent) else { return };
    let has_object =
        body.iter().any(|&word| word >= verb.end && !dates(word) && sentence.kind(word) == Some(WordKind::Word));
    let own_subject = front.first().is_some_and(|&first| first > clause.first);
    if clause.kind == ClauseKind::Relative && own_subject && !has_object && !verb.passive && verb.to.is_none() {
        body.retain(|&word| word < verb.end);
        body.extend(antecedent(sentence, clause, parent));
    }
}

/// Takes a pronoun, or a possessive, off the front of a title when the text says whom it means, and returns that name.
fn name_the_pronoun(
    sentence: &Sentence<'_>,
    clause: &Clause,
    number: usize,
    front: &mut Vec<usize>,
    discourse: &Discourse,
) -> String {
    let Some(&pronoun) = front.first() else { return String::new() };
    // "Her Majesty" is nobody's.
    let title = front.get(1).is_some_and(|&next| sentence.is_capital(next));
    let possessive = sentence.is(pronoun, class::POSSESSIVE) && front.len() > 1 && !title;
    let alone = sentence.is(pronoun, class::SUBJECT_PRONOUN) && front.len() == 1;
    if !possessive && !alone || sentence.is(pronoun, class::FIRST_PERSON) {
        return String::new();
    }
    let name = meaning(sentence, clause, number, pronoun, discourse);
    let Some(name) =
        name.filter(|name| !possessive || name.len() <= LONGEST_OWNER && !crate::base::find::has(name, '\''))
    else {
        return String::new();
    };
    front.remove(0);
    // "Norfield Industries' board"
    let genitive = match sentence.genitive {
        _ if !possessive => "",
        genitive if name.ends_with('s') => genitive.trim_end_matches('s'),
        genitive => genitive,
    };
    [name, genitive].concat()
}

/// Whom a pronoun means: the speaker around it, somebody in front of it in the sentence, somebody in the sentences before.
fn meaning<'a>(
    sentence: &Sentence<'a>,
    clause: &Clause,
    number: usize,
    pronoun: usize,
    discourse: &'a Discourse,
) -> Option<&'a str> {
    speaker(sentence, clause, pronoun).or_else(|| match meaning_inside(sentence, number, pronoun) {
        Inside::Means(name) => Some(name),
        Inside::SameAs(other, first) => meaning(sentence, sentence.clauses.get(other)?, other, first, discourse),
        Inside::Unclear => None,
        Inside::Nothing => discourse.meaning_of(sentence, pronoun),
    })
}

/// A title in the making: what is put in for a pronoun, the subject, the rest of the clause.
struct Candidate<'a> {
    sentence: &'a Sentence<'a>,
    clause: &'a Clause,
    number: usize,
    lead: &'a str,
    front: Vec<usize>,
    body: Vec<usize>,
}

impl Candidate<'_> {
    /// The widest form that fits: with the participles that complete it, a short one with its relative clauses too.
    fn fitting(self, dates: &impl Fn(usize) -> bool) -> String {
        let (sentence, lead) = (self.sentence, self.lead);
        let mut plain = [self.front.clone(), self.body.clone()].concat();
        self.drop_measure(&mut plain);
        let behind = self.clause.verb.map_or(0, |verb| verb.end);
        let completes = self.widened(dates, &|child| self.hangs_on(child));
        let mut widths = vec![completes.clone()];
        if letter::count(&join(sentence, lead, &plain)) < SHORT {
            // "by the end of the year, which ends": the date has gone, and so goes what is said of it.
            let of_date = |first: usize| (first.saturating_sub(2)..first).any(dates);
            let relative =
                |child: &Clause| child.kind == ClauseKind::Relative && child.first >= behind && !of_date(child.first);
            widths.push(self.widened(dates, &|child| self.hangs_on(child) || relative(child)));
        }
        for words in widths.iter().rev() {
            let title = join(sentence, lead, words);
            if letter::count(&title) <= LONGEST {
                return title;
            }
        }
        // "poised to start" needs its "retaking the city", and "crashed" is better with "killing five"; whatever is too long behind that goes.
        let hanging =
            sentence.clauses.list.iter().find(|child| child.parent == Some(self.number) && self.hangs_on(child));
        if let Some(verb) = hanging.and_then(|child| child.verb) {
            let whole = shorten(sentence, lead, completes, self.clause);
            if find::first(&whole, sentence.written(verb.head, verb.head + 3)).is_some() {
                return whole;
            }
        }
        // "with the maker" says nothing when "paying a fine" has no room.
        if leads_on(sentence, &plain, self.number)
            && let Some(with) = plain.iter().rposition(|&word| sentence.is(word, class::WITH)).filter(|&with| with > 2)
        {
            plain.truncate(with);
        }
        shorten(sentence, lead, plain, self.clause)
    }

    /// ", a day | after the ministers left": the measure says nothing without what it is counted from.
    fn drop_measure(&self, words: &mut Vec<usize>) {
        let sentence = self.sentence;
        let comma = words.iter().rposition(|&word| sentence.kind(word) == Some(WordKind::Comma));
        let (Some(comma), Some(&last)) = (comma, words.last()) else { return };
        let counted = sentence.is(last + 1, class::SUBORDINATOR) && sentence.clauses.of(last + 1) != self.number;
        if counted && comma + MEASURE > words.len() {
            words.truncate(comma);
        }
    }

    /// A participle behind the verb; but "the quarter | ended 30 September" is a date to the end.
    fn hangs_on(&self, child: &Clause) -> bool {
        let behind = self.clause.verb.map_or(0, |verb| verb.end);
        let happens = child.verb.is_some_and(|verb| verb.classes & class::HAPPEN != 0);
        let of_date = happens && child.first > 0 && self.sentence.is_mention(child.first - 1);
        // "saying that": what is said stands elsewhere.
        let says = child.verb.is_some_and(|verb| verb.classes & class::REPORT != 0 && verb.form == VerbForm::Gerund);
        // ", a plan | set out in May": without the plan nothing was set out.
        let before = child.first.saturating_sub(1);
        let lost = self.sentence.clauses.of(before) == self.number
            && self.sentence.kind(before) == Some(WordKind::Word)
            && !self.sentence.is_mention(before)
            && before >= behind
            && !self.body.contains(&before);
        child.kind == ClauseKind::Participle && child.first >= behind && !of_date && !says && !lost
    }

    fn widened(&self, dates: &impl Fn(usize) -> bool, wanted: &dyn Fn(&Clause) -> bool) -> Vec<usize> {
        let mut wider = self.body.clone();
        append(self.sentence, &mut wider, self.number, wanted);
        wider.retain(|&word| !dates(word) && !self.front.contains(&word));
        let mut words = [self.front.clone(), wider].concat();
        self.drop_measure(&mut words);
        words
    }
}

/// Whether a headline tells what a sentence tells: they share two words that say something.
pub(in crate::events) fn headline_fits(headline: &Sentence<'_>, sentence: &Sentence<'_>) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    let says = |sentence: &Sentence<'_>| {
        let words = sentence
            .words
            .iter()
            .filter(|word| matches!(word.kind, WordKind::Word | WordKind::Number) && !word.is(silent));
        words.map(|word| word.span.of(sentence.text).to_ascii_lowercase()).list()
    };
    // "How it began", "'I was afraid': a survivor tells": no news.
    let asks = headline.words.first().is_some_and(|word| {
        word.is(class::SUBORDINATOR | class::RELATIVE) && !word.is(class::PREPOSITION)
            || word.kind == WordKind::QuoteOpen
    });
    // "Profile: the quiet minister" names what it tells of, but tells nothing.
    let label = headline.words.iter().position(|word| word.kind == WordKind::Break).is_some_and(|colon| {
        !headline.clauses.list.iter().any(|clause| clause.verb.is_some_and(|verb| verb.head > colon))
    });
    if label {
        return false;
    }
    if asks && headline.clauses.list.iter().any(|clause| clause.quoted) || headline.question {
        return false;
    }
    let (above, below) = (says(headline), says(sentence));
    above.iter().filter(|word| below.iter().any(|other| stem_equal(word, other))).count() >= 2
}

fn append(sentence: &Sentence<'_>, words: &mut Vec<usize>, parent: usize, wanted: impl Fn(&Clause) -> bool) {
    for (number, clause) in sentence.clauses.list.iter().enumerate() {
        if clause.parent == Some(parent) && number != parent && wanted(clause) {
            words.extend(sentence.of_clause(number));
        }
    }
    crate::base::order::sort_by(words, Ord::cmp);
    words.dedup();
}

/// Whether the last of `words` leads into a participle clause without a comma.
fn leads_on(sentence: &Sentence<'_>, words: &[usize], number: usize) -> bool {
    let last = words.iter().rev().find(|&&word| sentence.kind(word) != Some(WordKind::Comma));
    last.is_some_and(|&last| {
        let child = sentence.clauses.of(last + 1);
        let opens = sentence
            .clauses
            .get(child)
            .is_some_and(|clause| clause.kind == ClauseKind::Participle && clause.first == last + 1);
        child != number && opens
    })
}

/// Cuts whole phrases from the end until the title fits.
fn shorten(sentence: &Sentence<'_>, lead: &str, mut words: Vec<usize>, clause: &Clause) -> String {
    let needed = clause.verb.map_or(0, |verb| verb.to.unwrap_or(verb.head));
    let fits = |words: &[usize]| letter::count(&join(sentence, lead, words)) <= LONGEST;
    let article = words.first().is_some_and(|&word| sentence.is(word, class::ARTICLE));
    if !fits(&words) && article && fits(words.get(1..).unwrap_or(&[])) {
        words.remove(0);
    }
    if !fits(&words) {
        words.retain(|&word| {
            !sentence.is(word, class::ALREADY | class::CONNECTIVE) || sentence.is(word, class::COORDINATOR)
        });
    }
    // ", the former mayor," behind the verb
    let is_comma = |&word: &usize| sentence.kind(word) == Some(WordKind::Comma) && word > needed;
    while !fits(&words)
        && let Some(first) = words.iter().position(is_comma)
        && let Some(length) = words.get(first + 1..).and_then(|rest| rest.iter().position(is_comma))
        && length < 8
        && !sentence.any(words.get(first..first + length + 3).unwrap_or(&[]), class::COORDINATOR)
    {
        words.drain(first..=first + length + 1);
    }
    let is_mention = |word: usize| sentence.is_mention(word);
    loop {
        let title = join(sentence, lead, &words);
        if letter::count(&title) <= LONGEST {
            return title;
        }
        let begins_phrase = |word: usize| {
            sentence.is(word, class::PREPOSITION | class::SUBORDINATOR | class::COORDINATOR | class::TO)
                && !sentence.is(word, class::OF)
                || matches!(sentence.kind(word), Some(WordKind::Comma | WordKind::Dash | WordKind::Break))
                || is_mention(word) && !is_mention(word - 1)
        };
        let cut =
            words.iter().enumerate().rev().find(|&(place, &word)| {
                place > 1 && word > needed && begins_phrase(word) && !in_quotes(sentence, word)
            });
        match cut {
            Some((place, _)) => {
                words.truncate(place);
                // ", a day" was a beginning only.
                let comma = words.iter().rposition(is_comma).filter(|comma| comma + 4 > words.len());
                words.truncate(comma.unwrap_or(words.len()));
                while words.last().is_some_and(|&word| {
                    word > needed && sentence.is(word, class::PREPOSITION | class::TO | class::DETERMINER)
                }) {
                    words.pop();
                }
            }
            None => return hard_cut(&title),
        }
    }
}

fn in_quotes(sentence: &Sentence<'_>, word: usize) -> bool {
    let quote = |word: Option<&Word>| word.is_some_and(|word| word.quoted && word.kind != WordKind::QuoteClose);
    quote(sentence.words.get(word)) && word > 0 && quote(sentence.words.get(word - 1))
}
