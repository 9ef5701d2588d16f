//! Owners: which clause each mention of a sentence dates.
//!
//! In: a sentence's mentions and clauses. Out: mentions with their clauses, and whether what a clause tells is real.
//! It must never learn how titles are made or events ranked.

use super::clause::ClauseKind;
use super::clause::verb::{Tense, VerbForm};
use super::sentence::{Mentioned, Sentence};
use crate::base::date::Precision;
use crate::language::class;
use crate::language::word::WordKind;
use crate::temporal::meaning::{Base, PartOf, TimePoint, TimeUnit};
use crate::temporal::{DateRange, Meaning, Signal};

/// A mention with the clause that owns it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owned {
    pub(super) mention: Mentioned,
    /// The second half of "from 2009 to 2011".
    pub(super) until: Option<Mentioned>,
    /// The clause it dates.
    pub(super) clause: usize,
    /// Belongs to a noun, not to the verb: "the 1991 agreement".
    pub(super) attributive: bool,
    /// One of several in a row: "the finals of 1978 and 1991" were two.
    pub(super) listed: bool,
    /// It stands in front of its line, as in a box of key dates: "June 2009: The airline is founded."
    pub(super) label: bool,
}

/// Gives every dated mention of a sentence its clause. The second half of a stretch comes with its first.
pub(super) fn owners(sentence: &Sentence<'_>) -> Vec<Owned> {
    let mut owned: Vec<Owned> = Vec::with_capacity(sentence.mentions.len());
    for &mention in &sentence.mentions {
        let Some(range) = mention.dated.range else { continue };
        // "at 11 p.m.", "at night": an hour names no day, and where a day stands beside it, that is what an event has.
        let hour = matches!(mention.dated.meaning, Meaning::Point(point) if is_hour(&point));
        // "his third win of the season and the 13th of his career"
        let rank = matches!(mention.dated.meaning, Meaning::Point(point) if point.day.is_some() && point.month.is_none())
            && sentence.is(mention.end, class::OF);
        if hour || rank || is_match_clock(mention, range) {
            continue;
        }
        if let Some(last) = owned.last_mut().filter(|last| ends(sentence, last, mention, range)) {
            last.until = Some(mention);
            continue;
        }
        if is_denied(sentence, mention) {
            continue;
        }
        // "Sunday night (March 4)": the same day twice.
        if in_bracket(sentence, mention)
            && owned.last().is_some_and(|last| {
                last.mention
                    .dated
                    .range
                    .is_some_and(|other| other.first.day <= range.last.day && range.first.day <= other.last.day)
            })
        {
            continue;
        }
        if in_name(sentence, mention, range) {
            continue;
        }
        let mut attributive = is_attributive(sentence, mention, range);
        let mut listed = false;
        if let Some(before) = owned.last_mut().filter(|before| is_list(sentence, before.mention, mention)) {
            (before.listed, listed, attributive) = (true, true, before.attributive);
        }
        let label = labelled(sentence, mention);
        let clause = label.unwrap_or_else(|| clause_of(sentence, mention));
        attributive &= label.is_none();
        let owner = Owned { mention, until: None, clause, attributive, listed, label: label.is_some() };
        owned.push(owner);
        // "in 1998, when a dam broke": the year dates both.
        if let Some(clause) = when_clause(sentence, mention, clause) {
            let mut mention = mention;
            mention.dated.signal = None;
            owned.push(Owned { mention, clause, attributive: false, ..owner });
        }
    }
    owned
}

/// Whether a mention is the second half of a stretch: "from 2009 to 2011", "2009-2011", "the night of 3 to 4 May", "on 8 and 9 May".
pub(super) fn ends(sentence: &Sentence<'_>, last: &Owned, mention: Mentioned, range: DateRange) -> bool {
    let dated = &last.mention.dated;
    let Some(first) = dated.range.filter(|first| last.until.is_none() && first.first <= range.last) else {
        return false;
    };
    let to = mention.dated.signal == Some(Signal::To);
    if matches!(dated.signal, Some(Signal::From | Signal::Between)) {
        return to || joins(sentence, last.mention, mention);
    }
    let gap = sentence.text.get(dated.span.end..mention.dated.phrase.start).unwrap_or("").trim();
    let dash = matches!(gap, "-" | "–" | "—");
    let next =
        first.first == first.last && range.first == range.last && first.first.day.plus_days(1) == range.first.day;
    let days = next && range.precision == Precision::Day && second_of(sentence, last.mention, mention);
    let open = matches!(dated.signal, None | Some(Signal::At));
    let beside =
        open && first.precision == range.precision && first.last < range.first && (dash || to && gap.is_empty());
    days || beside
}

/// The clause that the date in front of a line tells of: "June 2009: The airline is founded."
fn labelled(sentence: &Sentence<'_>, mention: Mentioned) -> Option<usize> {
    let mut sign = mention.end;
    while sentence.is_mention(sign) {
        sign += 1;
    }
    let opens = matches!(sentence.kind(sign), Some(WordKind::Break | WordKind::Dash)) && sentence.word(sign) != ";";
    if mention.first != 0 || !opens {
        return None;
    }
    sentence.clauses.list.iter().position(|clause| {
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated)
            && clause.verb.is_some_and(|verb| verb.first > sign && verb.form == VerbForm::Finite)
    })
}

/// "Monday and Tuesday": nothing but "and" stands between.
fn second_of(sentence: &Sentence<'_>, first: Mentioned, second: Mentioned) -> bool {
    second.first == first.end + 1
        && sentence.is(first.end, class::COORDINATOR)
        && !sentence.is(first.end, class::ALTERNATIVE)
}

/// "in 1978 and 1991": two dates no shorter than a month with only "and" or a comma between them.
pub(super) fn is_list(sentence: &Sentence<'_>, first: Mentioned, second: Mentioned) -> bool {
    let long = |mention: Mentioned| mention.dated.range.is_some_and(|range| range.precision >= Precision::Month);
    let comma = sentence.kind(first.end) == Some(WordKind::Comma) && second.first == first.end + 1;
    // "in 2014 and again in 2016"
    let again = second.first == first.end + 2 && sentence.is(first.end + 1, class::ADVERB);
    let joint = second_of(sentence, first, Mentioned { first: second.first - usize::from(again), ..second });
    (comma || joint) && long(first) && long(second)
}

/// The clause that "when" opens right behind a mention, if something happens in it.
fn when_clause(sentence: &Sentence<'_>, mention: Mentioned, owner: usize) -> Option<usize> {
    let comma = usize::from(sentence.kind(mention.end) == Some(WordKind::Comma));
    let when = mention.end + comma;
    if !sentence.is(when, class::WHEN) || sentence.clauses.get(owner)?.verb.is_none_or(|verb| verb.end > mention.first)
    {
        return None;
    }
    let number = sentence.clauses.of(when);
    let verb = sentence.clauses.get(number).filter(|clause| clause.first == when)?.verb?;
    (!verb.copula).then_some(number)
}

/// "Winter Games", "Paris 1920" in quotation marks: part of a name.
pub(super) fn in_name(sentence: &Sentence<'_>, mention: Mentioned, range: DateRange) -> bool {
    let capital = |place: usize| {
        sentence.words.get(place).is_some_and(|word| word.capital && word.kind == WordKind::Word && !word.mention)
    };
    let season = range.precision == Precision::Season && mention.end == mention.first + 1;
    if season && capital(mention.end) && sentence.is_capital(mention.first) {
        return true;
    }
    let quote = |place: usize| matches!(sentence.kind(place), Some(WordKind::QuoteOpen | WordKind::QuoteClose));
    let open = (mention.first.saturating_sub(6)..mention.first).rev().find(|&place| quote(place));
    let close = (mention.end..mention.end + 6).find(|&place| quote(place));
    let (Some(open), Some(close)) = (open, close) else { return false };
    sentence.kind(open) == Some(WordKind::QuoteOpen)
        && (open + 1..close).all(|place| {
            capital(place) || (mention.first..mention.end).contains(&place) || sentence.is(place, class::PREPOSITION)
        })
}

/// "three days later than planned", "and not 2015", "originally due in May": a date that something did not keep.
fn is_denied(sentence: &Sentence<'_>, mention: Mentioned) -> bool {
    let before = (0..mention.first).rev().take(3).take_while(|&word| sentence.kind(word) == Some(WordKind::Word));
    sentence.is(mention.end, class::THAN)
        || mention.first.checked_sub(1).is_some_and(|before| sentence.is(before, class::NOT))
        || before.clone().any(|word| sentence.is(word, class::FORMER))
}

/// Nothing but a time of day.
pub(super) fn is_hour(point: &TimePoint) -> bool {
    let named = point.month.is_some()
        || point.day.is_some()
        || point.weekday.is_some()
        || point.part.is_some()
        || point.holiday.is_some()
        || point.nth.is_some();
    point.base == Base::Open && !named
}

/// "between 2014 and 2016", "from May until July": one word between the two.
fn joins(sentence: &Sentence<'_>, first: Mentioned, second: Mentioned) -> bool {
    let one_word = first.end + 1 == second.first && sentence.is_mention(first.end);
    one_word || first.end == second.first && second.dated.signal == Some(Signal::Until)
}

/// "Four minutes later" counted from a whole day says nothing about the calendar.
pub(super) fn is_match_clock(mention: Mentioned, range: DateRange) -> bool {
    let Meaning::Point(point) = mention.dated.meaning else { return false };
    // "in the second half" with no year is a match's more often than a year's.
    let half = point.base == Base::Open && matches!(point.part, Some((PartOf::Half, _)));
    half || matches!(point.base, Base::Shift(_, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour, _))
        && range.first.minute.is_none()
}

fn in_bracket(sentence: &Sentence<'_>, mention: Mentioned) -> bool {
    mention
        .first
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_some_and(|word| word.kind == WordKind::Open)
}

/// The clause whose verb governs a mention: its own, or the nearest around it that has a verb.
fn clause_of(sentence: &Sentence<'_>, mention: Mentioned) -> usize {
    let mut number = sentence.clauses.of(mention.first);
    while let Some(clause) = sentence.clauses.get(number) {
        // "operations starting in April": the start is that of what the clause around tells.
        let starts = clause.verb.is_some_and(|verb| {
            verb.form == VerbForm::Gerund && verb.classes & class::HAPPEN != 0 && verb.end == mention.first
        });
        // "expects to name the farms involved by December": a deadline is that of the verb that looks ahead.
        let deadline = mention.dated.signal == Some(Signal::By)
            && clause.kind == ClauseKind::Participle
            && clause.verb.is_some_and(|verb| verb.end == mention.first);
        // "crashed while landing on Tuesday", "stormed a house used by the mission on Tuesday": the day is that of what happened.
        let beside = clause.verb.is_some_and(|verb| {
            let while_doing = clause.kind == ClauseKind::Subordinate
                && verb.form == VerbForm::Gerund
                && sentence.is(clause.first, class::WHILE | class::WHEN);
            let use_of = clause.kind == ClauseKind::Participle
                && verb.form == VerbForm::Participle
                && verb.classes & (class::WEAK | class::STATE) != 0
                && mention.dated.range.is_some_and(|range| range.precision <= Precision::Day);
            while_doing || use_of
        });
        if clause.verb.is_some() && !starts && !deadline && !beside {
            break;
        }
        let Some(parent) = clause.parent.filter(|&parent| parent < number) else { break };
        number = parent;
    }
    number
}

/// "the 1991 agreement", "this year's theme": the mention belongs to the noun behind it.
fn is_attributive(sentence: &Sentence<'_>, mention: Mentioned, range: DateRange) -> bool {
    if mention.first > 0 && sentence.is(mention.first - 1, class::OF) {
        return true;
    }
    let Some(next) = sentence.words.get(mention.end) else { return false };
    if next.kind == WordKind::Clitic {
        return true;
    }
    let noun = next.kind == WordKind::Word
        && next.is_nominal()
        && !next.is(class::SUBJECT_PRONOUN | class::PRONOUN)
        && next.forms & class::PAST == 0
        && !next.is(class::BE | class::HAVE);
    if !noun || mention.dated.signal.is_some() && mention.dated.phrase.start < mention.dated.span.start {
        return false;
    }
    // "third-quarter results"
    let one_word = mention.end == mention.first + 1;
    if one_word && crate::base::find::has(mention.dated.span.of(sentence.text), '-') {
        return true;
    }
    match mention.first.checked_sub(1).and_then(|before| sentence.words.get(before)) {
        None => range.precision >= Precision::Year,
        Some(before) => {
            before.is(class::DETERMINER)
                || before.mention
                || before.capital && before.kind == WordKind::Word && !before.is(class::PREPOSITION)
                || before.kind == WordKind::Clitic
                || range.precision >= Precision::Year
                    && !before.is(class::COORDINATOR)
                    && before.kind != WordKind::Comma
        }
    }
}

/// Whether a clause tells something that holds only under a condition, or asks, or denies.
pub(super) fn is_unreal(sentence: &Sentence<'_>, number: usize, date: Option<(Signal, bool)>) -> bool {
    let Some(clause) = sentence.clauses.get(number) else { return true };
    let Some(verb) = clause.verb else { return false };
    let parent =
        clause.parent.and_then(|parent| sentence.clauses.get(parent)).filter(|_| clause.kind != ClauseKind::Main);
    let inherited = parent
        .and_then(|parent| parent.verb)
        .is_some_and(|verb| matches!(clause.kind, ClauseKind::Participle) && (verb.modal || verb.negated));
    // "said it would close in May" is a plan, "must pay by May" a deadline.
    let planned = date.is_some_and(|(signal, ahead)| {
        let would = clause.kind == ClauseKind::Content && sentence.is(verb.first, class::FUTURE_PAST);
        ahead && (would || signal == Signal::By && sentence.is(verb.first, class::OBLIGATION))
    });
    // "If they do not agree, the quotas will lapse."
    let depends = verb.tense == Tense::Future
        && sentence.is(0, class::CONDITION)
        && matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated);
    sentence.question || depends || clause.conditional || verb.modal && !planned || verb.negated || inherited
}
