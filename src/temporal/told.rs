//! Texts of which more is known than their words: when each was written, and dates that somebody has put behind words of it for machines.
//!
//! In: such texts. Out: what [`tag_told`](super::tag_told) asks of them while it dates their mentions. It must never learn where that came from.

use super::dated::{CountedFrom, DateRange, Dated};
use super::meaning::{Base, Meaning, TimePoint};
use super::value::{CalendarDate, InYear, Timex, TimexKind, TimexValue};
use crate::base::date::{Moment, Precision};
use crate::base::span::Span;

/// A text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    /// Its words.
    pub text: &'a str,
    /// When it was written, where that is another time than the whole was published: a post of a live blog.
    pub published: Option<Moment>,
    /// Words in it with their date, in order: `<time datetime="2016-11-01">that evening</time>`.
    pub dates: &'a [(Span, Moment)],
}

impl Told<'_> {
    /// What words of the text mean by what stands behind them for machines, where the words themselves say another day or none.
    pub(super) fn corrected(&self, mut dated: Dated) -> Dated {
        let Meaning::Point(_) = dated.meaning else { return dated };
        let Some((_, at)) = self.dates.iter().find(|(span, _)| span.overlaps(dated.span)) else { return dated };
        let agrees = dated.range.is_some_and(|range| (range.first.day..=range.last.day).contains(&at.day));
        if !agrees {
            dated.range = Some(day_of(*at));
            dated.anchor = CountedFrom::Absolute;
        }
        dated
    }

    /// The machine's dates between two places of the text on which no mention stands.
    pub(super) fn unspoken<'b>(&'b self, from: usize, to: usize) -> impl Iterator<Item = Dated> + 'b {
        self.dates
            .iter()
            .filter(move |(span, _)| span.start >= from && span.end <= to)
            .map(|(span, at)| alone(*span, *at))
    }
}

fn day_of(at: Moment) -> DateRange {
    let day = Moment::from_day(at.day);
    DateRange { first: day, last: day, precision: Precision::Day }
}

/// A mention whose words say nothing of time.
fn alone(span: Span, at: Moment) -> Dated {
    let [month, day] = [at.day.month(), at.day.day_of_month()].map(|number| u8::try_from(number).ok());
    let value = TimexValue::Date(CalendarDate::InYear(Some(at.day.year()), InYear::Day(month, day)), None);
    Dated {
        span,
        phrase: span,
        signal: None,
        modifier: None,
        range: Some(day_of(at)),
        anchor: CountedFrom::Absolute,
        timex: Timex { kind: TimexKind::Date, value, modifier: None },
        meaning: Meaning::Point(TimePoint { base: Base::Year(at.day.year()), month, day, ..TimePoint::default() }),
        direction: None,
        pattern: 0,
    }
}
