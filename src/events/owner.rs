//! Owned mentions: the mentions of a sentence that name a day or more, the two halves of a stretch as one.
//!
//! In: a sentence's mentions. Out: [`Owned`] mentions. It must never learn how clauses are found, titles made or events ranked.

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

/// A sentence with more dates is a table.
const MOST: usize = 8;

/// The mentions of a sentence that name a day or more; the second half of a stretch comes with its first. In an article about a match (`played`) its
/// quarters are none of a year's.
pub(super) fn owned(sentence: &Sentence<'_>, played: bool) -> Vec<Owned> {
    let mut owned: Vec<Owned> = Vec::with_capacity(sentence.mentions.len());
    for &mention in &sentence.mentions {
        let Some(range) = mention.dated.range else { continue };
        let point = match mention.dated.meaning {
            Meaning::Point(point) => Some(point),
            _ => None,
        };
        // "at 11 p.m.", "at night": an hour names no day, and where a day stands beside it, that is what an event has.
        let hour = point.is_some_and(|point| is_hour(&point));
        // "his third win of the season and the 13th of his career"
        let rank = point.is_some_and(|point| point.day.is_some() && point.month.is_none())
            && sentence.is(mention.end, class::OF);
        let quarter =
            point.is_some_and(|point| point.base == Base::Open && matches!(point.part, Some((PartOf::Quarter, _))));
        if owned.len() >= MOST {
            break;
        }
        if hour || rank || is_match_clock(mention, range) || played && quarter {
            continue;
        }
        if let Some(last) = owned.last_mut().filter(|last| ends(sentence, last, mention, range)) {
            last.until = Some(mention);
            continue;
        }
        let listed = owned.last().is_some_and(|before| is_list(sentence, before.mention, mention));
        if let Some(before) = owned.last_mut().filter(|_| listed) {
            before.listed = true;
        }
        owned.push(Owned { mention, until: None, clause: 0, attributive: false, listed, label: false });
    }
    owned
}

/// Whether a mention is the second half of a stretch: "from 2009 to 2011", "2009-2011", "the night of 3 to 4 May", "on 8 and 9 May".
fn ends(sentence: &Sentence<'_>, last: &Owned, mention: Mentioned, range: DateRange) -> bool {
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

/// "Monday and Tuesday": nothing but "and" stands between.
fn second_of(sentence: &Sentence<'_>, first: Mentioned, second: Mentioned) -> bool {
    second.first == first.end + 1
        && sentence.is(first.end, class::COORDINATOR)
        && !sentence.is(first.end, class::ALTERNATIVE)
}

/// "in 1978 and 1991": two dates no shorter than a month with only "and" or a comma between them.
fn is_list(sentence: &Sentence<'_>, first: Mentioned, second: Mentioned) -> bool {
    let long = |mention: Mentioned| mention.dated.range.is_some_and(|range| range.precision >= Precision::Month);
    let comma = sentence.kind(first.end) == Some(WordKind::Comma) && second.first == first.end + 1;
    // "in 2014 and again in 2016"
    let again = second.first == first.end + 2 && sentence.is(first.end + 1, class::ADVERB);
    let joint = second_of(sentence, first, Mentioned { first: second.first - usize::from(again), ..second });
    (comma || joint) && long(first) && long(second)
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

/// Nothing but a time of day.
fn is_hour(point: &TimePoint) -> bool {
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
fn is_match_clock(mention: Mentioned, range: DateRange) -> bool {
    let Meaning::Point(point) = mention.dated.meaning else { return false };
    // "in the second half" with no year is a match's more often than a year's.
    let half = point.base == Base::Open && matches!(point.part, Some((PartOf::Half, _)));
    half || matches!(point.base, Base::Shift(_, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour, _))
        && range.first.minute.is_none()
}

/// "three days later than planned", "and not 2015", "originally due in May": a date that something did not keep.
pub(super) fn is_denied(sentence: &Sentence<'_>, mention: Mentioned) -> bool {
    let before = (0..mention.first).rev().take(3).take_while(|&word| sentence.kind(word) == Some(WordKind::Word));
    sentence.is(mention.end, class::THAN)
        || mention.first.checked_sub(1).is_some_and(|before| sentence.is(before, class::NOT))
        || before.clone().any(|word| sentence.is(word, class::FORMER))
}

pub(super) fn in_bracket(sentence: &Sentence<'_>, mention: Mentioned) -> bool {
    mention
        .first
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_some_and(|word| word.kind == WordKind::Open)
}

/// "the 1991 agreement", "this year's theme": the mention belongs to the noun behind it.
pub(super) fn is_attributive(sentence: &Sentence<'_>, mention: Mentioned, range: DateRange) -> bool {
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
