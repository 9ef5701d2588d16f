//! Timeline JSON: the form in which a timeline leaves and enters (the command line's `build`, the page's `timeline` property).
//!
//! In: a [`Timeline`] or a [`TimelineJson`]. Out: the other. The types are plain serde, so that one definition serves JSON text and
//! JavaScript objects; it must never learn which of the two it is.

mod read;
mod wire;

pub use read::into_timeline;
#[cfg(feature = "exchange")]
pub use wire::Extra;
pub use wire::{
    ArticleRef, EraJson, EventJson, EvidenceJson, MediaJson, MentionJson, TimelineJson, WarningJson, WhenJson,
};

use crate::base::list::List;
use crate::base::warning::Warning;
use crate::base::{
    date::{Bound, Moment, Precision},
    edtf,
};
use crate::timeline::{Certainty, Event, Evidence, Media, Source, Status, Timeline, When};

/// The words for a [`Status`].
pub const STATUSES: [(Status, &str); 3] =
    [(Status::Happened, "happened"), (Status::Reported, "reported"), (Status::Planned, "planned")];

/// The words for a [`Certainty`].
pub const CERTAINTIES: [(Certainty, &str); 3] =
    [(Certainty::Stated, "stated"), (Certainty::Inferred, "inferred"), (Certainty::Assumed, "assumed")];

/// The words for a [`Precision`], finest first.
pub const PRECISIONS: [(Precision, &str); 11] = [
    (Precision::Minute, "minute"),
    (Precision::Hour, "hour"),
    (Precision::Day, "day"),
    (Precision::Week, "week"),
    (Precision::Month, "month"),
    (Precision::Quarter, "quarter"),
    (Precision::Season, "season"),
    (Precision::Year, "year"),
    (Precision::Decade, "decade"),
    (Precision::Century, "century"),
    (Precision::Millennium, "millennium"),
];

/// The words for a [`Bound`].
pub const BOUNDS: [(Bound, &str); 8] = [
    (Bound::Exact, "exact"),
    (Bound::Between, "between"),
    (Bound::About, "about"),
    (Bound::Before, "before"),
    (Bound::By, "by"),
    (Bound::After, "after"),
    (Bound::Since, "since"),
    (Bound::Until, "until"),
];

/// The word for `value` in one of the tables above.
///
/// ```
/// use article_timeline::{base::date::Bound, exchange::json};
/// assert_eq!(json::word(&json::BOUNDS, Bound::Since), "since");
/// ```
pub fn word<T: PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

/// The timeline as JSON data.
///
/// ```
/// use article_timeline::{exchange::json, timeline::Timeline};
/// let empty = json::from_timeline(&Timeline::default());
/// assert!(empty.events.is_empty());
/// ```
pub fn from_timeline(timeline: &Timeline) -> TimelineJson {
    TimelineJson {
        articles: timeline.articles.iter().map(from_source).list(),
        events: timeline.events.iter().map(from_event).list(),
        title: timeline.title.clone(),
        eras: timeline
            .eras
            .iter()
            .map(|era| EraJson {
                title: era.title.clone(),
                when: from_when(&era.when, &era.edtf),
                #[cfg(feature = "exchange")]
                extra: from_extra(&era.extra),
            })
            .list(),
        #[cfg(feature = "exchange")]
        extra: from_extra(&timeline.extra),
        warnings: timeline.warnings.iter().map(from_warning).list(),
    }
}

fn from_source(source: &Source) -> ArticleRef {
    ArticleRef {
        headline: source.headline.clone(),
        url: source.url.clone(),
        published: source.published.map(Moment::to_iso),
        language: source.language.clone(),
    }
}

fn from_event(event: &Event) -> EventJson {
    EventJson {
        id: Some(event.id.clone()),
        title: event.title.clone(),
        status: Some(word(&STATUSES, event.status).into()),
        importance: Some(hundredths(event.importance)),
        source: event.source.clone(),
        when: from_when(&event.when, &event.edtf),
        evidence: event.evidence.iter().map(from_evidence).list(),
        text: event.text.clone(),
        media: event.media.as_ref().map(from_media),
        group: event.group.clone(),
        url: event.url.clone(),
        #[cfg(feature = "exchange")]
        extra: from_extra(&event.extra),
    }
}

/// What was kept is JSON text that was written by us; were it none, nothing would have been kept.
#[cfg(feature = "exchange")]
fn from_extra(extra: &Option<String>) -> Extra {
    extra.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The medium as JSON data.
fn from_media(media: &Media) -> MediaJson {
    let Media { url, alt, credit, caption, thumbnail } = media.clone();
    MediaJson { url, alt, credit, caption, thumbnail }
}

fn from_when(when: &When, edtf: &Option<String>) -> WhenJson {
    let extent = &when.extent;
    WhenJson {
        edtf: edtf.clone().unwrap_or_else(|| edtf::write(extent)),
        earliest: extent.earliest.map(Moment::to_iso),
        latest: extent.latest.map(Moment::to_iso),
        end: extent.end.map(Moment::to_iso),
        ongoing: Some(extent.ongoing),
        precision: Some(word(&PRECISIONS, extent.precision).into()),
        bound: Some(word(&BOUNDS, extent.bound).into()),
        certainty: Some(word(&CERTAINTIES, when.certainty).into()),
        why: when.why.clone(),
    }
}

fn from_evidence(evidence: &Evidence) -> EvidenceJson {
    EvidenceJson {
        article: evidence.article as u32,
        text: evidence.text.clone(),
        block: evidence.block.map(|block| block as u32),
        start: evidence.span.start as u32,
        end: evidence.span.end as u32,
        mention: evidence.mention.as_ref().map(|(text, span)| MentionJson {
            text: text.clone(),
            start: span.start as u32,
            end: span.end as u32,
        }),
    }
}

/// The warning as JSON data.
pub fn from_warning(warning: &Warning) -> WarningJson {
    WarningJson { kind: warning.kind.into(), message: warning.message.clone() }
}

/// Two decimals: more would only show the noise of the scoring.
fn hundredths(importance: f32) -> f64 {
    f64::from((crate::base::order::between(importance, 0.0, 1.0) * 100.0 + 0.5) as u32) / 100.0
}
