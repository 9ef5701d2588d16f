//! When an article was published: what all witnesses say together.
//!
//! In: [`Witness`]es in the order in which they are believed, and the language. Out: one moment, who said it, and why it was believed. A day that
//! cannot be trusted is not given. It must never learn where on a page a witness stood.

pub mod address;
mod clock;
mod digits;
pub mod forms;
mod months;

use super::PublishedSource;
use crate::base::date::Moment;
use crate::base::edtf;

/// A publication date that a person or a program wrote down alone: ISO 8601, or one of the other [forms].
pub(crate) fn said(text: &str) -> Option<Moment> {
    edtf::read_moment(text).or_else(|| forms::read(text, forms::Order::Unknown))
}

/// Somebody who says when the article was published, or changed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Witness {
    /// Who says so.
    pub source: PublishedSource,
    /// What was said.
    pub at: Moment,
    /// It speaks of the last change.
    pub changed: bool,
}

/// What was found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Verdict {
    /// When it was published, and who was believed.
    pub published: Option<(Moment, PublishedSource)>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// Who was believed and why, in a sentence.
    pub why: Option<String>,
}

/// Weighs the witnesses, best first.
///
/// ```
/// use article_timeline::article::{PublishedSource, published::{Witness, weigh}};
/// use article_timeline::base::edtf::read_moment;
/// let says = |source, text| Witness { source, at: read_moment(text).unwrap(), changed: false };
/// let verdict = weigh(&[says(PublishedSource::JsonLd, "2016-11-02T03:10Z"), says(PublishedSource::Address, "2016-11-01")]);
/// assert_eq!(verdict.published.unwrap().0.to_iso(), "2016-11-01");
/// ```
pub fn weigh(witnesses: &[Witness]) -> Verdict {
    let modified = witnesses.iter().filter(|witness| witness.changed).map(|witness| witness.at).max();
    let mut best: Option<(&Witness, u32)> = None;
    for witness in witnesses.iter().filter(|witness| !witness.changed) {
        let weight = weight_of_day(witness, witnesses);
        if best.is_none_or(|(_, before)| weight > before) {
            best = Some((witness, weight));
        }
    }
    let Some((first, _)) = best else { return Verdict { modified, ..Verdict::default() } };
    let (at, why) = match local_day(first, witnesses) {
        Some(local) => {
            let why = [
                first.source.in_words(),
                " gives the time in UTC; the paper's own day is that of ",
                local.source.in_words(),
                ".",
            ];
            (local.at, why.concat())
        }
        None => (first.at, agreement(first, witnesses)),
    };
    Verdict {
        published: Some((at, first.source)),
        modified: modified.filter(|modified| modified.day >= at.day),
        why: Some(capitalized(&why)),
    }
}

/// How much speaks for the day that a witness names: each source once. What readers see counts more than what a program writes for other
/// programs, and a day on which the article was changed less than another.
fn weight_of_day(named: &Witness, witnesses: &[Witness]) -> u32 {
    let mut heard: Vec<PublishedSource> = Vec::new();
    let mut weight = 0;
    for witness in witnesses.iter().filter(|witness| !witness.changed && witness.at.day == named.at.day) {
        if !heard.contains(&witness.source) {
            heard.push(witness.source);
            weight += match witness.source {
                PublishedSource::DateLine => 5,
                PublishedSource::JsonLd | PublishedSource::Microdata | PublishedSource::Time => 4,
                PublishedSource::Address => 3,
                _ => 2,
            };
        }
    }
    // No page changes its address when it is changed; and what it shows its readers, with no word of a change, is its day.
    let is_change = !heard.contains(&PublishedSource::Address)
        && !heard.contains(&PublishedSource::DateLine)
        && witnesses.iter().any(|witness| witness.changed && witness.at.day == named.at.day);
    if is_change { weight / 2 } else { weight }
}

/// Who agrees with the one who is believed, and who does not.
fn agreement(believed: &Witness, witnesses: &[Witness]) -> String {
    let others = witnesses.iter().filter(|other| !other.changed && other.source != believed.source);
    let mut sentence = [believed.source.in_words(), " says so"].concat();
    let (mut agrees, mut differs) = (None, None);
    for other in others {
        let slot = if other.at.day == believed.at.day { &mut agrees } else { &mut differs };
        *slot = slot.or(Some(other));
    }
    if let Some(other) = agrees {
        sentence = [&sentence, ", and ", other.source.in_words(), " agrees"].concat();
    }
    if let Some(other) = differs {
        let clock = if other.at.offset == Some(0) { ", in UTC" } else { "" };
        sentence = [&sentence, "; ", other.source.in_words(), " says ", &other.at.day.to_string(), clock].concat();
    }
    sentence.push('.');
    sentence
}

/// The witness for the paper's own day, where the best one counts in UTC and the two differ by a day, as they do near midnight.
fn local_day<'a>(first: &Witness, witnesses: &'a [Witness]) -> Option<&'a Witness> {
    if first.at.minute.is_none() || first.at.offset != Some(0) {
        return None;
    }
    let is_local = |witness: &&Witness| {
        let near = (i64::from(witness.at.day.days()) - i64::from(first.at.day.days())).abs() == 1;
        !witness.changed && near && witness.at.offset != Some(0)
    };
    witnesses.iter().find(is_local)
}

fn capitalized(sentence: &str) -> String {
    let (first, rest) = sentence.split_at_checked(1).unwrap_or_default();
    [&first.to_ascii_uppercase(), rest].concat()
}
