//! Anchoring: the date of a clause, from its mentions, its tense and what stands before it.
//!
//! In: a sentence's mentions and clauses. Out: which clause owns which mention, and extents.
//! It must never learn how titles are made or events ranked.

use super::clause::ClauseKind;
use super::lexicon as class;
use super::telling::{Mentioned, Telling};
use super::verb::{Form, Tense};
use super::word::Kind;
use crate::base::date::{Bound, Day, Extent, Moment, Precision};
use crate::temporal::meaning::{Base, PartOf, Point, Unit};
use crate::temporal::{Anchor, Meaning, Modifier, Range, Signal};

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
pub(super) fn owners(telling: &Telling<'_>) -> Vec<Owned> {
    let mut owned: Vec<Owned> = Vec::with_capacity(telling.mentions.len());
    for &mention in &telling.mentions {
        let Some(range) = mention.dated.range else { continue };
        // "at 11 p.m.", "at night": an hour names no day, and where a day stands beside it, that is what an event has.
        let hour = matches!(mention.dated.meaning, Meaning::Point(point) if is_hour(&point));
        // "his third win of the season and the 13th of his career"
        let rank = matches!(mention.dated.meaning, Meaning::Point(point) if point.day.is_some() && point.month.is_none())
            && telling.is(mention.end, class::OF);
        if hour || rank || is_match_clock(mention, range) {
            continue;
        }
        if let Some(last) = owned.last_mut().filter(|last| ends(telling, last, mention, range)) {
            last.until = Some(mention);
            continue;
        }
        if is_denied(telling, mention) {
            continue;
        }
        // "Sunday night (March 4)": the same day twice.
        if in_bracket(telling, mention)
            && owned.last().is_some_and(|last| {
                last.mention
                    .dated
                    .range
                    .is_some_and(|other| other.first.day <= range.last.day && range.first.day <= other.last.day)
            })
        {
            continue;
        }
        if in_name(telling, mention, range) {
            continue;
        }
        let mut attributive = is_attributive(telling, mention, range);
        let mut listed = false;
        if let Some(before) = owned.last_mut().filter(|before| is_list(telling, before.mention, mention)) {
            (before.listed, listed, attributive) = (true, true, before.attributive);
        }
        let label = labelled(telling, mention);
        let clause = label.unwrap_or_else(|| clause_of(telling, mention));
        attributive &= label.is_none();
        let owner = Owned { mention, until: None, clause, attributive, listed, label: label.is_some() };
        owned.push(owner);
        // "in 1998, when a dam broke": the year dates both.
        if let Some(clause) = when_clause(telling, mention, clause) {
            let mut mention = mention;
            mention.dated.signal = None;
            owned.push(Owned { mention, clause, attributive: false, ..owner });
        }
    }
    owned
}

/// Whether a mention is the second half of a stretch: "from 2009 to 2011", "2009-2011", "the night of 3 to 4 May", "on 8 and 9 May".
pub(super) fn ends(telling: &Telling<'_>, last: &Owned, mention: Mentioned, range: Range) -> bool {
    let dated = &last.mention.dated;
    let Some(first) = dated.range.filter(|first| last.until.is_none() && first.first <= range.last) else {
        return false;
    };
    let to = mention.dated.signal == Some(Signal::To);
    if matches!(dated.signal, Some(Signal::From | Signal::Between)) {
        return to || joins(telling, last.mention, mention);
    }
    let gap = telling.text.get(dated.span.end..mention.dated.phrase.start).unwrap_or("").trim();
    let dash = matches!(gap, "-" | "–" | "—");
    let next =
        first.first == first.last && range.first == range.last && first.first.day.plus_days(1) == range.first.day;
    let days = next && range.precision == Precision::Day && second_of(telling, last.mention, mention);
    let open = matches!(dated.signal, None | Some(Signal::At));
    let beside =
        open && first.precision == range.precision && first.last < range.first && (dash || to && gap.is_empty());
    days || beside
}

/// The clause that the date in front of a line tells of: "June 2009: The airline is founded."
pub(super) fn labelled(telling: &Telling<'_>, mention: Mentioned) -> Option<usize> {
    let mut sign = mention.end;
    while telling.is_mention(sign) {
        sign += 1;
    }
    let opens = matches!(telling.kind(sign), Some(Kind::Break | Kind::Dash)) && telling.word(sign) != ";";
    if mention.first != 0 || !opens {
        return None;
    }
    telling.clauses.list.iter().position(|clause| {
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated)
            && clause.verb.is_some_and(|verb| verb.first > sign && verb.form == Form::Finite)
    })
}

/// "Monday and Tuesday": nothing but "and" stands between.
fn second_of(telling: &Telling<'_>, first: Mentioned, second: Mentioned) -> bool {
    second.first == first.end + 1
        && telling.is(first.end, class::COORDINATOR)
        && !telling.is(first.end, class::ALTERNATIVE)
}

/// "in 1978 and 1991": two dates no shorter than a month with only "and" or a comma between them.
pub(super) fn is_list(telling: &Telling<'_>, first: Mentioned, second: Mentioned) -> bool {
    let long = |mention: Mentioned| mention.dated.range.is_some_and(|range| range.precision >= Precision::Month);
    let comma = telling.kind(first.end) == Some(Kind::Comma) && second.first == first.end + 1;
    // "in 2014 and again in 2016"
    let again = second.first == first.end + 2 && telling.is(first.end + 1, class::ADVERB);
    let joint = second_of(telling, first, Mentioned { first: second.first - usize::from(again), ..second });
    (comma || joint) && long(first) && long(second)
}

/// The clause that "when" opens right behind a mention, if something happens in it.
fn when_clause(telling: &Telling<'_>, mention: Mentioned, owner: usize) -> Option<usize> {
    let comma = usize::from(telling.kind(mention.end) == Some(Kind::Comma));
    let when = mention.end + comma;
    if !telling.is(when, class::WHEN) || telling.clauses.get(owner)?.verb.is_none_or(|verb| verb.end > mention.first) {
        return None;
    }
    let number = telling.clauses.of(when);
    let verb = telling.clauses.get(number).filter(|clause| clause.first == when)?.verb?;
    (!verb.copula).then_some(number)
}

/// "Winter Games", "Paris 1920" in quotation marks: part of a name.
pub(super) fn in_name(telling: &Telling<'_>, mention: Mentioned, range: Range) -> bool {
    let capital = |place: usize| {
        telling.words.get(place).is_some_and(|word| word.capital && word.kind == Kind::Word && !word.mention)
    };
    let season = range.precision == Precision::Season && mention.end == mention.first + 1;
    if season && capital(mention.end) && telling.is_capital(mention.first) {
        return true;
    }
    let quote = |place: usize| matches!(telling.kind(place), Some(Kind::QuoteOpen | Kind::QuoteClose));
    let open = (mention.first.saturating_sub(6)..mention.first).rev().find(|&place| quote(place));
    let close = (mention.end..mention.end + 6).find(|&place| quote(place));
    let (Some(open), Some(close)) = (open, close) else { return false };
    telling.kind(open) == Some(Kind::QuoteOpen)
        && (open + 1..close).all(|place| {
            capital(place) || (mention.first..mention.end).contains(&place) || telling.is(place, class::PREPOSITION)
        })
}

/// "three days later than planned", "and not 2015", "originally due in May": a date that something did not keep.
fn is_denied(telling: &Telling<'_>, mention: Mentioned) -> bool {
    let before = (0..mention.first).rev().take(3).take_while(|&word| telling.kind(word) == Some(Kind::Word));
    telling.is(mention.end, class::THAN)
        || mention.first.checked_sub(1).is_some_and(|before| telling.is(before, class::NOT))
        || before.clone().any(|word| telling.is(word, class::FORMER))
}

/// Nothing but a time of day.
pub(super) fn is_hour(point: &Point) -> bool {
    let named = point.month.is_some()
        || point.day.is_some()
        || point.weekday.is_some()
        || point.part.is_some()
        || point.holiday.is_some()
        || point.nth.is_some();
    point.base == Base::Open && !named
}

/// "between 2014 and 2016", "from May until July": one word between the two.
fn joins(telling: &Telling<'_>, first: Mentioned, second: Mentioned) -> bool {
    let one_word = first.end + 1 == second.first && telling.is_mention(first.end);
    one_word || first.end == second.first && second.dated.signal == Some(Signal::Until)
}

/// "Four minutes later" counted from a whole day says nothing about the calendar.
pub(super) fn is_match_clock(mention: Mentioned, range: Range) -> bool {
    let Meaning::Point(point) = mention.dated.meaning else { return false };
    // "in the second half" with no year is a match's more often than a year's.
    let half = point.base == Base::Open && matches!(point.part, Some((PartOf::Half, _)));
    half || matches!(point.base, Base::Shift(_, Unit::Second | Unit::Minute | Unit::Hour, _))
        && range.first.minute.is_none()
}

/// "since December" has been: a day or month without its year that would lie ahead is the last one before publication.
pub(super) fn turn_back(owned: &mut Owned, published: Day) {
    let Some(range) = owned.mention.dated.range.as_mut() else { return };
    let Meaning::Point(point) = owned.mention.dated.meaning else { return };
    if point.base != Base::Open || range.first.day <= published || owned.until.is_some() {
        return;
    }
    if point.month.is_none() && point.weekday.is_some() && owned.mention.dated.anchor == Anchor::Published {
        (range.first.day, range.last.day) = (range.first.day.plus_days(-7), range.last.day.plus_days(-7));
    } else if point.month.is_some() {
        let years = range.first.day.year() - published.year();
        let further = if range.first.day.plus_years(-years) > published { 1 } else { 0 };
        let back = |day: Day| day.plus_years(-years - further);
        (range.first.day, range.last.day) = (back(range.first.day), back(range.last.day));
    }
}

/// A weekday or month that a plan speaks of lies ahead, whatever tense stands around it.
pub(super) fn turn_ahead(owned: &mut Owned, published: Day) {
    for mention in [Some(&mut owned.mention), owned.until.as_mut()].into_iter().flatten() {
        let Some(range) = mention.dated.range.as_mut() else { continue };
        let open = matches!(mention.dated.meaning, Meaning::Point(point) if point.base == Base::Open);
        if !open || range.last.day >= published {
            continue;
        }
        let month = matches!(mention.dated.meaning, Meaning::Point(point) if point.month.is_some());
        let years = (published.year() - range.last.day.year()).max(0);
        let enough = range.last.day.plus_years(years) >= published;
        let years = if enough { years } else { years + 1 };
        let further = |day: Day| match range.precision {
            _ if month => day.plus_years(years),
            Precision::Day => day.plus_days(7),
            Precision::Season | Precision::Quarter => day.plus_years(years),
            _ => day,
        };
        (range.first.day, range.last.day) = (further(range.first.day), further(range.last.day));
    }
}

fn in_bracket(telling: &Telling<'_>, mention: Mentioned) -> bool {
    mention
        .first
        .checked_sub(1)
        .and_then(|before| telling.words.get(before))
        .is_some_and(|word| word.kind == Kind::Open)
}

/// The clause whose verb governs a mention: its own, or the nearest around it that has a verb.
fn clause_of(telling: &Telling<'_>, mention: Mentioned) -> usize {
    let mut number = telling.clauses.of(mention.first);
    while let Some(clause) = telling.clauses.get(number) {
        // "operations starting in April": the start is that of what the clause around tells.
        let starts = clause.verb.is_some_and(|verb| {
            verb.form == Form::Gerund && verb.classes & class::HAPPEN != 0 && verb.end == mention.first
        });
        // "expects to name the farms involved by December": a deadline is that of the verb that looks ahead.
        let deadline = mention.dated.signal == Some(Signal::By)
            && clause.kind == ClauseKind::Participle
            && clause.verb.is_some_and(|verb| verb.end == mention.first);
        // "crashed while landing on Tuesday", "stormed a house used by the mission on Tuesday": the day is that of what happened.
        let beside = clause.verb.is_some_and(|verb| {
            let while_doing = clause.kind == ClauseKind::Subordinate
                && verb.form == Form::Gerund
                && telling.is(clause.first, class::WHILE | class::WHEN);
            let use_of = clause.kind == ClauseKind::Participle
                && verb.form == Form::Participle
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
fn is_attributive(telling: &Telling<'_>, mention: Mentioned, range: Range) -> bool {
    if mention.first > 0 && telling.is(mention.first - 1, class::OF) {
        return true;
    }
    let Some(next) = telling.words.get(mention.end) else { return false };
    if next.kind == Kind::Clitic {
        return true;
    }
    let noun = next.kind == Kind::Word
        && next.is_nominal()
        && !next.is(class::SUBJECT_PRONOUN | class::PRONOUN)
        && next.forms & class::PAST == 0
        && !next.is(class::BE | class::HAVE);
    if !noun || mention.dated.signal.is_some() && mention.dated.phrase.start < mention.dated.span.start {
        return false;
    }
    // "third-quarter results"
    let one_word = mention.end == mention.first + 1;
    if one_word && crate::base::find::has(mention.dated.span.of(telling.text), '-') {
        return true;
    }
    match mention.first.checked_sub(1).and_then(|before| telling.words.get(before)) {
        None => range.precision >= Precision::Year,
        Some(before) => {
            before.is(class::DETERMINER)
                || before.mention
                || before.capital && before.kind == Kind::Word && !before.is(class::PREPOSITION)
                || before.kind == Kind::Clitic
                || range.precision >= Precision::Year && !before.is(class::COORDINATOR) && before.kind != Kind::Comma
        }
    }
}

/// What a mention says of the start and the end of an event, seen from publication.
pub(super) fn extent(owned: &Owned, published: Option<Day>, ahead: bool) -> Option<Extent> {
    let dated = &owned.mention.dated;
    let range = dated.range?;
    let mut extent = Extent {
        earliest: Some(range.first),
        latest: Some(range.last),
        end: None,
        ongoing: false,
        precision: range.precision,
        bound: if range.first == range.last { Bound::Exact } else { Bound::Between },
    };
    match dated.modifier {
        Some(Modifier::Approx) => extent.bound = Bound::About,
        // "earlier this month" is any day of it so far, not only one of its first ten.
        Some(Modifier::Start) if matches!(dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Step(0, ..))) =>
        {
            extent.latest = Some(range.first.day.last_of(range.precision).into());
        }
        Some(Modifier::Before | Modifier::MoreThan | Modifier::OnOrBefore) if dated.anchor != Anchor::Absolute => {
            extent.bound = Bound::Before;
        }
        _ => {}
    }
    if let Some(until) = owned.until.and_then(|until| until.dated.range) {
        extent.end = Some(until.last);
        return Some(possible(extent));
    }
    match dated.signal {
        Some(Signal::Since) => {
            extent.bound = Bound::Since;
            extent.end = published.map(Into::into);
            extent.ongoing = true;
        }
        Some(Signal::Until) => {
            extent = Extent { earliest: None, latest: None, end: Some(range.last), bound: Bound::Until, ..extent };
        }
        Some(Signal::By) => {
            extent.bound = Bound::By;
            extent.earliest = if ahead { published.map(Into::into) } else { None };
        }
        // "after 04:30 on Friday": on that Friday.
        Some(Signal::After) if range.first.minute.is_some() => {
            extent.latest = Some(range.first.day.into());
            extent.bound = Bound::After;
        }
        Some(Signal::Before) if range.first.minute.is_some() => {
            extent.earliest = Some(range.first.day.into());
            extent.bound = Bound::Before;
        }
        Some(Signal::Before) => {
            // "before the end of the month" still allows its last days.
            let end = dated.modifier == Some(Modifier::End);
            let last = if end { range.last.day } else { range.first.day.plus_days(-1) };
            extent = Extent { earliest: None, latest: Some(last.into()), bound: Bound::Before, ..extent };
        }
        Some(Signal::After) if !owned.attributive => {
            let first = range.last.day.plus_days(1);
            let last = published.filter(|&day| !ahead && day >= first);
            extent =
                Extent { earliest: Some(first.into()), latest: last.map(Into::into), bound: Bound::After, ..extent };
        }
        Some(Signal::From) if !ahead => {}
        _ => {}
    }
    Some(possible(extent))
}

/// A text may say what can't be ("since" a day to come, "until" a day gone by): of such a stretch only its beginning stands.
fn possible(mut extent: Extent) -> Extent {
    let before =
        |one: Option<Moment>, other: Option<Moment>| one.zip(other).is_some_and(|(one, other)| one.day < other.day);
    if before(extent.end, extent.earliest) {
        (extent.end, extent.ongoing, extent.bound) = (None, false, Bound::Between);
    }
    if before(extent.latest, extent.earliest) {
        extent.earliest = None;
    }
    extent
}

/// On or before a day, nothing more being known.
pub(super) fn by(day: Day) -> Extent {
    Extent { earliest: None, bound: Bound::By, ..Extent::day(day) }
}

/// Whether a clause tells something that holds only under a condition, or asks, or denies.
pub(super) fn is_unreal(telling: &Telling<'_>, number: usize, date: Option<(Signal, bool)>) -> bool {
    let Some(clause) = telling.clauses.get(number) else { return true };
    let Some(verb) = clause.verb else { return false };
    let parent =
        clause.parent.and_then(|parent| telling.clauses.get(parent)).filter(|_| clause.kind != ClauseKind::Main);
    let inherited = parent
        .and_then(|parent| parent.verb)
        .is_some_and(|verb| matches!(clause.kind, ClauseKind::Participle) && (verb.modal || verb.negated));
    // "said it would close in May" is a plan, "must pay by May" a deadline.
    let planned = date.is_some_and(|(signal, ahead)| {
        let would = clause.kind == ClauseKind::Content && telling.is(verb.first, class::FUTURE_PAST);
        ahead && (would || signal == Signal::By && telling.is(verb.first, class::OBLIGATION))
    });
    // "If they do not agree, the quotas will lapse."
    let depends = verb.tense == Tense::Future
        && telling.is(0, class::CONDITION)
        && matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated);
    telling.question || depends || clause.conditional || verb.modal && !planned || verb.negated || inherited
}
