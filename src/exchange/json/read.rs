//! Timeline JSON coming in: checked, completed from its EDTF, and put in order.
//!
//! In: a [`TimelineJson`] that anyone may have written. Out: a [`Timeline`], or one sentence that names the event and what is wrong with it.
//! It must never learn where the JSON came from.

use super::wire::{ArticleRef, EraJson, EventJson, EvidenceJson, MediaJson, TimelineJson, WarningJson, WhenJson};
use super::{BOUNDS, CERTAINTIES, PRECISIONS, STATUSES};
use crate::base::error::Error;
use crate::base::list::List;
use crate::base::span::Utf16Span;
use crate::base::warning::Warning;
use crate::base::{
    date::{Extent, Moment},
    edtf,
};
use crate::timeline::{Certainty, Era, Event, Evidence, Media, Source, Status, Timeline, When, make_ids_differ};

/// The timeline that the JSON describes, its events sorted by start. Explicit fields of `when` (bound, ongoing, end, precision ...)
/// win over what its EDTF alone would give. An event without an id gets one from its place in the list.
///
/// # Errors
/// One sentence that says which event or article, and what is missing or can't be read.
///
/// ```
/// use article_timeline::exchange::json::{self, EventJson, TimelineJson};
/// let mut event = EventJson { title: "Landing".into(), ..EventJson::default() };
/// event.when.edtf = "1969-07-20".into();
/// let timeline = json::into_timeline(TimelineJson { events: vec![event.clone()], ..TimelineJson::default() }).unwrap();
/// assert_eq!(timeline.events[0].title, "Landing");
///
/// event.when.edtf = "one summer".into();
/// let problem = json::into_timeline(TimelineJson { events: vec![event], ..TimelineJson::default() }).unwrap_err();
/// assert!(problem.sentence().starts_with("event 1 (\"Landing\"): when.edtf"));
/// ```
#[inline(never)]
pub fn into_timeline(json: TimelineJson) -> Result<Timeline, Error> {
    let mut timeline = Timeline::default();
    for (index, article) in json.articles.into_iter().enumerate() {
        let published = into_moment(&article.published, "published")
            .map_err(|problem| problem.within(&["article ", &(index + 1).to_string(), ": "].concat()))?;
        let ArticleRef { headline, url, language, .. } = article;
        timeline.articles.push(Source { headline, url, published, language });
    }
    for (index, event) in json.events.into_iter().enumerate() {
        let checked = check(&event).map_err(|problem| {
            problem.within(&["event ", &(index + 1).to_string(), " (\"", &event.title, "\"): "].concat())
        })?;
        timeline.events.push(into_event(event, checked, index));
    }
    #[cfg(feature = "exchange")]
    {
        timeline.extra = into_extra(json.extra);
    }
    for (index, era) in json.eras.into_iter().enumerate() {
        #[cfg(feature = "exchange")]
        let extra = into_extra(era.extra);
        #[cfg(not(feature = "exchange"))]
        let extra = None;
        let EraJson { title, when, .. } = era;
        let checked = check_when(&when)
            .map_err(|problem| problem.within(&["era ", &(index + 1).to_string(), " (\"", &title, "\"): "].concat()))?;
        let (when, edtf) = into_when(when, checked);
        timeline.eras.push(Era { title, when, edtf, extra });
    }
    timeline.title = json.title;
    let day = |event: &Event| event.when.extent.sort_day();
    if !timeline.events.is_sorted_by_key(day) {
        crate::base::order::sort_by_key(&mut timeline.events, day);
    }
    make_ids_differ(&mut timeline.events);
    timeline.warnings = json.warnings.into_iter().map(into_warning).list();
    Ok(timeline)
}

/// What can be wrong with an event, once it is right.
struct Checked {
    status: Status,
    when: CheckedWhen,
}

struct CheckedWhen {
    extent: Extent,
    certainty: Certainty,
    /// Whether the EDTF says more than the extent.
    is_fuller: bool,
}

#[inline(never)]
fn check(event: &EventJson) -> Result<Checked, Error> {
    if event.title.trim().is_empty() {
        return Err("title is missing".into());
    }
    let status = value(&STATUSES, &event.status, "status")?.unwrap_or(Status::Happened);
    let when = check_when(&event.when)?;
    if event.media.as_ref().is_some_and(|media| media.url.is_empty()) {
        return Err("media.url is missing".into());
    }
    Ok(Checked { status, when })
}

#[inline(never)]
fn check_when(when: &WhenJson) -> Result<CheckedWhen, Error> {
    if when.edtf.trim().is_empty() {
        return Err("when.edtf is missing; it says when, as in 2014-06-10".into());
    }
    let alone = edtf::read(&when.edtf).map_err(|problem| problem.within("when.edtf: "))?;
    let extent = Extent {
        earliest: into_moment(&when.earliest, "when.earliest")?.or(alone.earliest),
        latest: into_moment(&when.latest, "when.latest")?.or(alone.latest),
        end: into_moment(&when.end, "when.end")?.or(alone.end),
        ongoing: when.ongoing.unwrap_or(alone.ongoing),
        precision: value(&PRECISIONS, &when.precision, "when.precision")?.unwrap_or(alone.precision),
        bound: value(&BOUNDS, &when.bound, "when.bound")?.unwrap_or(alone.bound),
    };
    if let (Some(earliest), Some(latest)) = (extent.earliest, extent.latest)
        && latest < earliest
    {
        return Err("when.latest lies before when.earliest".into());
    }
    if let (Some(earliest), Some(end)) = (extent.earliest, extent.end)
        && end.day < earliest.day
    {
        return Err("it ends before it starts".into());
    }
    let certainty = value(&CERTAINTIES, &when.certainty, "when.certainty")?.unwrap_or(Certainty::Stated);
    Ok(CheckedWhen { extent, certainty, is_fuller: edtf::write(&alone) != when.edtf.trim() })
}

/// The date, and its EDTF where that says more.
fn into_when(when: WhenJson, CheckedWhen { extent, certainty, is_fuller }: CheckedWhen) -> (When, Option<String>) {
    (When { extent, certainty, why: when.why }, is_fuller.then_some(when.edtf))
}

#[inline(never)]
fn into_event(event: EventJson, Checked { status, when }: Checked, index: usize) -> Event {
    let (when, edtf) = into_when(event.when, when);
    let importance = event.importance.filter(|number| number.is_finite()).unwrap_or(0.5);
    Event {
        id: event.id.filter(|id| !id.is_empty()).unwrap_or_else(|| ["event-", &(index + 1).to_string()].concat()),
        title: event.title,
        status,
        importance: crate::base::order::between(importance, 0.0, 1.0) as f32,
        source: event.source,
        when,
        edtf,
        evidence: event.evidence.into_iter().map(into_evidence).list(),
        text: event.text.filter(|text| !text.is_empty()),
        media: event.media.map(|MediaJson { url, alt, credit, caption, thumbnail }| Media {
            url,
            alt,
            credit,
            caption,
            thumbnail,
        }),
        group: event.group,
        url: event.url,
        #[cfg(feature = "exchange")]
        extra: into_extra(event.extra),
        #[cfg(not(feature = "exchange"))]
        extra: None,
    }
}

#[cfg(feature = "exchange")]
fn into_extra(extra: super::Extra) -> Option<String> {
    (!extra.is_empty()).then(|| serde_json::Value::Object(extra).to_string())
}

fn into_evidence(evidence: EvidenceJson) -> Evidence {
    Evidence {
        article: evidence.article as usize,
        text: evidence.text,
        block: evidence.block.map(|block| block as usize),
        span: Utf16Span::new(evidence.start as usize, evidence.end as usize),
        mention: evidence
            .mention
            .map(|mention| (mention.text, Utf16Span::new(mention.start as usize, mention.end as usize))),
    }
}

/// Kinds are words of ours; another program's kind is kept in the message and becomes "other".
fn into_warning(warning: WarningJson) -> Warning {
    let kind = Warning::KINDS.into_iter().find(|known| *known == warning.kind).unwrap_or("other");
    Warning { kind, message: warning.message }
}

fn into_moment(text: &Option<String>, field: &str) -> Result<Option<Moment>, Error> {
    let Some(text) = text else { return Ok(None) };
    match edtf::read_moment(text) {
        None => Err([field, " \"", text, "\" is no date such as 2014-06-10"].concat().into()),
        moment => Ok(moment),
    }
}

fn value<T: Copy>(table: &[(T, &'static str)], word: &Option<String>, field: &str) -> Result<Option<T>, Error> {
    let place = place(&table.iter().map(|(_, known)| *known).list(), word, field)?;
    Ok(place.and_then(|place| table.get(place)).map(|(value, _)| *value))
}

/// Which of the known words it is.
fn place(known: &[&str], word: &Option<String>, field: &str) -> Result<Option<usize>, Error> {
    let Some(word) = word else { return Ok(None) };
    match known.iter().position(|known| known == word) {
        None => Err([field, " \"", word, "\" is none of ", &known.join(", ")].concat().into()),
        place => Ok(place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::{Bound, Day, Precision};
    use crate::exchange::json::from_timeline;

    fn event(json: &str) -> Result<Event, Error> {
        let text = format!(r#"{{"events":[{json}]}}"#);
        let wire: TimelineJson = serde_json::from_str(&text).unwrap();
        into_timeline(wire).map(|timeline| timeline.events.into_iter().next().unwrap())
    }

    #[test]
    fn title_and_edtf_are_enough() {
        let event = event(r#"{"title":"Talks begin","when":{"edtf":"2014-22"}}"#).unwrap();
        assert_eq!(
            (event.id.as_str(), event.status, event.when.certainty),
            ("event-1", Status::Happened, Certainty::Stated)
        );
        assert_eq!((event.when.extent.precision, event.when.extent.bound), (Precision::Season, Bound::Between));
        assert_eq!(event.when.extent.earliest, Day::from_ymd(2014, 6, 1).map(Moment::from_day));
    }

    #[test]
    fn explicit_fields_win_over_the_edtf() {
        let json = r#"{"title":"Siege","when":{"edtf":"2016-10-25/2016-11-01","bound":"since","ongoing":true,"precision":"week"}}"#;
        let extent = event(json).unwrap().when.extent;
        assert_eq!((extent.bound, extent.ongoing, extent.precision), (Bound::Since, true, Precision::Week));
        assert_eq!(extent.end, Day::from_ymd(2016, 11, 1).map(Moment::from_day));
        let open = event(r#"{"title":"Siege","when":{"edtf":"2016-10-25/..","ongoing":false}}"#).unwrap();
        assert!(!open.when.extent.ongoing);
    }

    #[test]
    fn ids_given_twice_are_told_apart() {
        let one = r#"{"id":"a","title":"A","when":{"edtf":"2016"}}"#;
        let timeline = into_timeline(serde_json::from_str(&format!(r#"{{"events":[{one},{one}]}}"#)).unwrap()).unwrap();
        assert_eq!(timeline.events.iter().map(|event| event.id.as_str()).collect::<Vec<_>>(), ["a", "a-1"]);
    }

    #[test]
    fn problems_name_the_event_and_the_field() {
        for (json, expected) in [
            (r#"{"when":{"edtf":"2016"}}"#, r#"event 1 (""): title is missing"#),
            (r#"{"title":"A"}"#, r#"event 1 ("A"): when.edtf is missing; it says when, as in 2014-06-10"#),
            (r#"{"title":"A","when":{"edtf":"2016","bound":"roughly"}}"#, "is none of exact, between"),
            (r#"{"title":"A","when":{"edtf":"2016","earliest":"2016"}}"#, r#"when.earliest "2016" is no date"#),
            (r#"{"title":"A","when":{"edtf":"2016-05-04/2016-05-01"}}"#, "ends before it starts"),
            (r#"{"title":"A","when":{"edtf":"2016"},"status":"maybe"}"#, r#"status "maybe" is none of"#),
            (r#"{"title":"A","when":{"edtf":"2016"},"media":{"alt":"a map"}}"#, "media.url is missing"),
        ] {
            let problem = event(json).unwrap_err().to_string();
            assert!(problem.contains(expected), "{problem}");
        }
    }

    #[test]
    fn events_come_out_by_start_and_survive_a_round_trip() {
        let text = r#"{"articles":[{"headline":"H","url":null,"published":"2016-11-01T14:05+01:00","language":"en"}],"events":[
            {"title":"Later","when":{"edtf":"2016-10-25/2016-11-01","bound":"since","ongoing":true,"why":"because"},"group":"War","importance":0.25,
             "evidence":[{"article":0,"text":"S.","block":2,"start":3,"end":5,"mention":{"text":"S","start":3,"end":4}}]},
            {"title":"First","when":{"edtf":"[2016-10-11..2016-10-17]","bound":"before"},"media":{"url":"a.png"}},
            {"title":"Undated start","when":{"edtf":"[..2016-11-01]"}}],
            "warnings":[{"kind":"no-published","message":"M"},{"kind":"strange","message":"N"}]}"#;
        let timeline = into_timeline(serde_json::from_str(text).unwrap()).unwrap();
        let titles: Vec<&str> = timeline.events.iter().map(|event| event.title.as_str()).collect();
        assert_eq!(titles, ["First", "Later", "Undated start"]);
        let kinds: Vec<&str> = timeline.warnings.iter().map(|warning| warning.kind).collect();
        assert_eq!(kinds, ["no-published", "other"]);
        let written = serde_json::to_string(&from_timeline(&timeline)).unwrap();
        assert_eq!(into_timeline(serde_json::from_str(&written).unwrap()).unwrap(), timeline);
        assert!(written.contains(r#""published":"2016-11-01T14:05+01:00""#), "{written}");
        assert!(!written.contains(r#""source""#), "what most events lack is left out: {written}");
    }
}
