//! What mentions are counted from: publication, and the time the text itself has come to.
//!
//! In: resolved mentions, one after another. Out: the day that the next is counted from, and which kind of text this is.
//! It must never learn how a mention is worded.

use super::calendar::{self, CalendarPeriod};
use super::dated::{CountedFrom, Signal};
use super::kind::TextKind;
use super::meaning::{Amount, Base, Duration, Meaning, PartOf, RelativeTo, TimeUnit};
use crate::base::date::{Day, Moment, Precision};

/// What mentions are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Anchors {
    pub published: Option<Moment>,
    /// The mention that the text's own time is at.
    pub reference: Option<Reference>,
    /// A date far from the text's time: an aside, unless the next is near it.
    aside: Option<Reference>,
    /// The last quarter or other part of a year that was spoken of: what "a year earlier" is compared with.
    pub(super) reporting: Option<Reference>,
    /// In a narrative, dates without a year take it from the text before, not from publication.
    pub kind: TextKind,
}

/// A date the text is at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub period: CalendarPeriod,
    /// The text and the mention in it.
    pub place: (usize, usize),
}

impl Reference {
    pub(super) fn anchor(&self) -> CountedFrom {
        CountedFrom::Mention(self.place.0, self.place.1)
    }

    /// Results of more than a quarter are spoken of.
    pub(super) fn is_year(&self) -> bool {
        self.period.precision == Precision::Year
    }
}

/// How many years a narrative moves at once; further dates are asides at first.
const STRIDE: i32 = 3;

impl Anchors {
    pub(super) fn narrative(&self) -> bool {
        self.kind == TextKind::Narrative
    }

    /// "In the first nine months": what that is compared with "a year earlier" is a year, no quarter.
    pub(super) fn pass_length(&mut self, length: Duration, place: (usize, usize)) {
        if let (TimeUnit::Month, Amount::Known(400..), Some(reporting)) = (length.unit, length.amount, self.reporting) {
            let period = calendar::period(TimeUnit::Year, reporting.period.first);
            self.reporting = Some(Reference { period, place });
        }
    }

    /// Takes note of a resolved mention: the text is at its time now.
    pub(super) fn pass(&mut self, meaning: &Meaning, signal: Option<Signal>, passed: Reference) {
        let Meaning::Point(point) = meaning else { return };
        // "their successes of the year before", "since 1955": a glance back; the text stays where it is.
        let back = match point.base {
            Base::Step(count, _, RelativeTo::Text) | Base::Shift(count, _, RelativeTo::Text) => count < 0,
            _ => signal == Some(Signal::Since),
        };
        if self.narrative() && back && self.reference.is_some() {
            return;
        }
        let newer = |known: &Reference| known.period.first <= passed.period.first;
        // What is compared with lies further back.
        let over = self.published.is_none_or(|published| passed.period.last < published.day);
        if over && matches!(point.part, Some((PartOf::Quarter, _))) && self.reporting.as_ref().is_none_or(newer) {
            self.reporting = Some(passed);
        }
        // "that winter" names no new time; a year alone that lies back or far ahead is an aside, unless the next such year agrees.
        let own_year = matches!(point.base, Base::Year(_));
        if self.narrative() && self.reference.is_some() && passed.period.precision == Precision::Season && !own_year {
            return;
        }
        let year_only = matches!(point.base, Base::Year(_) | Base::ShortYear(_) | Base::Decade(_) | Base::Century(_))
            && passed.period.precision >= Precision::Year;
        let years = |from: &Reference| passed.period.first.year() - from.period.first.year();
        let strays = |from: &Reference| !(0..=STRIDE).contains(&years(from));
        let repeated = |from: &Reference| years(from).abs() <= STRIDE;
        if self.narrative()
            && year_only
            && self.reference.as_ref().is_some_and(strays)
            && !self.aside.as_ref().is_some_and(repeated)
        {
            self.aside = Some(passed);
            return;
        }
        self.aside = None;
        self.reference = Some(passed);
    }
}

/// What an article turns out to be by its own dates. History names many years of its own, mostly not those around publication, and hardly
/// speaks of "today".
pub(super) fn kind_of_news<'a>(meanings: impl Iterator<Item = &'a Meaning>, published: Moment) -> TextKind {
    let (mut years, mut news) = (0, 0);
    for meaning in meanings {
        let Meaning::Point(point) = meaning else { continue };
        match point.base {
            Base::Year(year) if (year - published.day.year()).abs() > 1 => years += 1,
            // "jobs added since July of last year": whoever begins so speaks from today.
            Base::Step(steps, _, RelativeTo::Published) if steps != 0 && years == 0 => return TextKind::News,
            Base::Step(_, _, RelativeTo::Published) | Base::Shift(_, _, RelativeTo::Published) => news += 1,
            // An obituary names many years; that it begins with "on Monday" says when it was written.
            Base::Open if point.weekday.is_some() && point.day.is_none() && years == 0 => return TextKind::News,
            Base::Open if point.weekday.is_some() && point.day.is_none() => news += 1,
            _ => {}
        }
    }
    if years >= 4 && years > 2 * news { TextKind::Narrative } else { TextKind::News }
}

pub(super) fn anchor_day(from: RelativeTo, anchors: &Anchors) -> Option<(Day, CountedFrom)> {
    let published = anchors.published.map(|moment| (moment.day, CountedFrom::Published));
    let reference = anchors
        .reference
        .map(|reference| (reference.period.first, CountedFrom::Mention(reference.place.0, reference.place.1)));
    match from {
        RelativeTo::Published if !anchors.narrative() => published.or(reference),
        RelativeTo::Published => reference.or(published),
        RelativeTo::Text => reference.or(if anchors.narrative() { None } else { published }),
    }
}

/// What "two years later" goes on from: an aside too, while nothing else stands between.
pub(super) fn shift_day(from: RelativeTo, anchors: &Anchors) -> Option<(Day, CountedFrom)> {
    let aside = anchors.aside.filter(|_| from == RelativeTo::Text).map(|aside| (aside.period.first, aside.anchor()));
    aside.or_else(|| anchor_day(from, anchors))
}

/// The whole stretch that "two years later" goes on from, where it was named in the text.
pub(super) fn shift_period(anchors: &Anchors) -> Option<CalendarPeriod> {
    anchors.aside.or(anchors.reference).map(|reference| reference.period)
}

/// Two digits of a year: the year so written that lies nearest, at most ten years ahead.
pub(super) fn full_year(short: i32, anchors: &Anchors) -> i32 {
    let near = match (anchors.narrative(), anchors.reference, anchors.published) {
        (true, Some(reference), _) => reference.period.first.year(),
        (_, _, Some(published)) => published.day.year(),
        (_, Some(reference), _) => reference.period.first.year(),
        _ => 2000,
    };
    let year = near.div_euclid(100) * 100 + short;
    if year > near + 10 { year - 100 } else { year }
}

pub(super) fn reference_unit(anchors: &Anchors) -> TimeUnit {
    anchors.reference.map_or(TimeUnit::Day, |reference| unit_of(reference.period.precision))
}

pub(super) fn unit_of(precision: Precision) -> TimeUnit {
    match precision {
        Precision::Minute | Precision::Hour | Precision::Day => TimeUnit::Day,
        Precision::Week => TimeUnit::Week,
        Precision::Month => TimeUnit::Month,
        Precision::Quarter => TimeUnit::Quarter,
        Precision::Season => TimeUnit::Season,
        Precision::Year => TimeUnit::Year,
        Precision::Decade => TimeUnit::Decade,
        Precision::Century => TimeUnit::Century,
        Precision::Millennium => TimeUnit::Millennium,
    }
}
