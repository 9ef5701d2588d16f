//! Reasons for readers: how a date was found, in plain sentences from the language file.
//!
//! In: a mention, the extent made of it, the publication date. Out: `When::why`.
//! It must never learn how the date is used.

use super::merge::Contradiction;
use crate::base::date::{Bound, Day, Extent, Precision};
use crate::language::Language;
use crate::temporal::{CountedFrom, Dated};

/// How an event got its date.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reason<'a> {
    /// By a mention of its own: its words with the preposition.
    Mention(&'a Dated, &'a str),
    /// The news of the day.
    News,
    /// The story goes on from a date before.
    Carried(Day),
    /// When it was said.
    Report(&'a Dated, &'a str),
}

/// The sentence for it.
pub(super) fn why(reason: Reason<'_>, extent: &Extent, published: Option<Day>, language: &Language) -> String {
    let say = |template: &str, phrase: &str, date: &str| {
        fill(language.text(template), phrase, date, &long(published, language))
    };
    match reason {
        Reason::News => say("why-news", "", ""),
        Reason::Carried(day) => say("why-carried", "", &long(Some(day), language)),
        Reason::Report(dated, phrase) => say("why-report", phrase, &range(dated, language)),
        // "More than two weeks ago" is said by its limit: the days it may be are a guess of ours, the limit is the text's.
        Reason::Mention(dated @ Dated { anchor: CountedFrom::Published, range: Some(range), .. }, phrase)
            if extent.bound == Bound::Before && dated.signal.is_none() =>
        {
            say("why-counted-before", phrase, &short(range.last.day.plus_days(1), language))
        }
        Reason::Mention(dated, phrase) => {
            let template = match dated.anchor {
                CountedFrom::Absolute => "why-stated",
                CountedFrom::Published => "why-counted",
                CountedFrom::Mention(..) => "why-counted-earlier",
            };
            let mut sentence = say(template, phrase, &range(dated, language));
            let further = match extent.bound {
                Bound::Since => "why-since",
                Bound::Until => "why-until",
                Bound::By => "why-by",
                Bound::Before => "why-not-later",
                Bound::After => "why-after",
                Bound::About => "why-about",
                Bound::Exact | Bound::Between => "",
            };
            let further = language.text(further);
            if !further.is_empty() {
                sentence.push(' ');
                sentence.push_str(further);
            }
            sentence
        }
    }
}

fn fill(template: &str, phrase: &str, date: &str, published: &str) -> String {
    let mut out = String::with_capacity(template.len() + phrase.len() + date.len() + published.len());
    let mut rest = template;
    while let Some((front, tail)) = rest.split_once('{') {
        out.push_str(front);
        let Some((name, tail)) = tail.split_once('}') else { break };
        out.push_str(match name {
            "phrase" => phrase,
            "date" => date,
            _ => published,
        });
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A warning that the text dates something twice.
pub(super) fn contradiction(found: &Contradiction, language: &Language) -> String {
    let date = |extent: &Extent| match (extent.earliest, extent.latest) {
        (Some(first), Some(last)) => days(first.day, last.day, language),
        _ => String::new(),
    };
    fill(language.text("two-dates"), &found.title, &date(&found.kept), &date(&found.left))
}

fn range(dated: &Dated, language: &Language) -> String {
    dated.range.map_or(String::new(), |range| days(range.first.day, range.last.day, language))
}

/// "25 October 2016", "October 2016", "11 October 2016 to 17 October 2016".
fn days(first: Day, last: Day, language: &Language) -> String {
    if first == last {
        return short(first, language);
    }
    let whole = |precision: Precision| first.first_of(precision) == first && first.last_of(precision) == last;
    if whole(Precision::Year) {
        return first.year().to_string();
    }
    if whole(Precision::Month) {
        return month_and_year(first, language);
    }
    let mut out = short(first, language);
    out.push(' ');
    out.push_str(language.text("why-to"));
    out.push(' ');
    out.push_str(&short(last, language));
    out
}

fn month_and_year(day: Day, language: &Language) -> String {
    let mut out =
        String::from(language.text("month-names").split_whitespace().nth(day.month() as usize - 1).unwrap_or(""));
    out.push(' ');
    out.push_str(&day.year().to_string());
    out
}

fn short(day: Day, language: &Language) -> String {
    let mut out = day.day_of_month().to_string();
    out.push(' ');
    out.push_str(&month_and_year(day, language));
    out
}

fn long(day: Option<Day>, language: &Language) -> String {
    let Some(day) = day else { return String::new() };
    let weekday = day.weekday().days_from_monday() as usize;
    let mut out = String::from(language.text("weekday-names").split_whitespace().nth(weekday).unwrap_or(""));
    out.push(' ');
    out.push_str(&short(day, language));
    out
}
