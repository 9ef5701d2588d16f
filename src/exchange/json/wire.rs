//! The serde types of Timeline JSON, field by field as documented in the README.
//!
//! In and out: JSON text or JavaScript objects. Optional fields that are `null` when unknown are always written; those that most events
//! lack are left out. It must never learn what a field means: that is [`into_timeline`](super::into_timeline)'s business.

use serde::{Deserialize, Serialize};

/// A timeline.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TimelineJson {
    /// The articles it comes from.
    pub articles: Vec<ArticleRef>,
    /// Its events, by start.
    pub events: Vec<EventJson>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Stretches of time with a name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eras: Vec<EraJson>,
    /// What could not be read or was doubtful.
    pub warnings: Vec<WarningJson>,
    /// See [`Extra`].
    #[cfg(feature = "exchange")]
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: Extra,
}

/// An article that a timeline comes from.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleRef {
    /// Its headline.
    pub headline: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// DATE on which it was published.
    pub published: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
}

/// What another format says beside what Timeline JSON has fields for, by the name of the format. It is kept for the way back and never shown.
#[cfg(feature = "exchange")]
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// A stretch of time with a name.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EraJson {
    /// Its name.
    pub title: String,
    /// From when to when; required.
    pub when: WhenJson,
    /// See [`Extra`].
    #[cfg(feature = "exchange")]
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: Extra,
}

/// What happened, when. On input only `title` and `when.edtf` are required.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventJson {
    /// Stable for the same article text, fit for a URL fragment.
    pub id: Option<String>,
    /// What happened.
    pub title: String,
    /// happened, reported or planned.
    pub status: Option<String>,
    /// 0 to 1.
    pub importance: Option<f64>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its date.
    pub when: WhenJson,
    /// The sentences it comes from.
    pub evidence: Vec<EvidenceJson>,
    /// Plain text that an entry shows when it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// A picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaJson>,
    /// A heading it is filed under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where to read more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// See [`Extra`].
    #[cfg(feature = "exchange")]
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: Extra,
}

/// The date of an event. What stands beside `edtf` is worked out from it unless given.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WhenJson {
    /// The date as EDTF.
    pub edtf: String,
    /// First possible start, DATE.
    pub earliest: Option<String>,
    /// Last possible start, DATE.
    pub latest: Option<String>,
    /// Last day of a stretch, DATE.
    pub end: Option<String>,
    /// Still going on at publication.
    pub ongoing: Option<bool>,
    /// minute, hour, day, week, month, quarter, season, year, decade, century or millennium.
    pub precision: Option<String>,
    /// exact, between, about, before, by, after, since or until.
    pub bound: Option<String>,
    /// stated, inferred or assumed.
    pub certainty: Option<String>,
    /// How the date was found, in plain words.
    pub why: String,
}

/// A sentence that an event comes from.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EvidenceJson {
    /// Counts into `articles`.
    pub article: u32,
    /// The sentence.
    pub text: String,
    /// Counts into the article's blocks; `null` for the headline.
    pub block: Option<u32>,
    /// Where the sentence starts in the block's text, UTF-16.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The time phrase in it.
    pub mention: Option<MentionJson>,
}

/// A time phrase, with its place in the block's text, UTF-16, end exclusive.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MentionJson {
    pub text: String,
    pub start: u32,
    pub end: u32,
}

/// A picture.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MediaJson {
    /// Its address; required.
    pub url: String,
    /// Words for those who can't see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// What is to be read below it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// The address of a small picture of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub thumbnail: String,
}

/// Something that could not be read or was doubtful.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WarningJson {
    /// A stable word for programs.
    pub kind: String,
    /// One plain sentence.
    pub message: String,
}
