//! Calendars going out.
//!
//! In: a timeline. Out: an iCalendar text. What is not known to the day is a stretch of whole days that says so in its text.

use super::content::{escape, push};
use crate::base::date::{Bound, Day, Moment, Precision};
use crate::base::edtf;
use crate::exchange::lost::Lost;
use crate::exchange::markup::is_web_address;
use crate::exchange::words;
use crate::timeline::{Event, Status, Timeline};

/// The events as a calendar.
pub(crate) fn write(timeline: &Timeline) -> (String, Lost) {
    let mut lost = Lost::default();
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//article-timeline//EN", "CALSCALE:GREGORIAN"] {
        push(&mut out, line);
    }
    let article = timeline.articles.first();
    let title = timeline.title.clone().or_else(|| article.and_then(|article| article.headline.clone()));
    if let Some(title) = title {
        push(&mut out, &["X-WR-CALNAME:", &escape(&title)].concat());
    }
    // Every event must say when it was written down; without a clock that is when the article was published.
    let stamp = timeline.published().map_or(Day::EPOCH, |published| published.day);
    for event in &timeline.events {
        if !write_event(&mut out, event, stamp) {
            lost.add("event without a date that calendars have");
            continue;
        }
        lost.add_if(event.evidence.len() > 1, "evidence");
        lost.add_if(!event.when.why.is_empty(), "reason of a date");
        lost.add_if((event.importance - 0.5).abs() > 0.005, "importance");
        lost.add_if(event.status == Status::Reported, "that it is reported");
        let media = event.media.as_ref();
        lost.add_if(
            media.is_some_and(|media| ![&media.alt, &media.credit, &media.caption].iter().all(|text| text.is_empty())),
            "words beside a picture",
        );
    }
    lost.add_if(!timeline.eras.is_empty(), "eras");
    push(&mut out, "END:VCALENDAR");
    (out, lost)
}

fn write_event(out: &mut String, event: &Event, stamp: Day) -> bool {
    let extent = &event.when.extent;
    let Some(first) = extent.earliest.or(extent.latest).or(extent.end) else { return false };
    let last = extent.end.or(extent.latest).unwrap_or(first);
    if ![first, last].iter().all(|moment| (1..=9999).contains(&moment.day.year())) {
        return false;
    }
    push(out, "BEGIN:VEVENT");
    push(out, &["UID:", &escape(&event.id)].concat());
    push(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
    if first.minute.is_some() {
        push(out, &["DTSTART:", &timed(first)].concat());
        if extent.end.is_some() && last.minute.is_some() {
            push(out, &["DTEND:", &timed(last)].concat());
        }
    } else {
        push(out, &["DTSTART;VALUE=DATE:", &compact(first.day)].concat());
        push(out, &["DTEND;VALUE=DATE:", &compact(last.day.plus_days(1))].concat());
    }
    push(out, &["SUMMARY:", &escape(&event.title)].concat());
    let is_plain = matches!(extent.bound, Bound::Exact) && extent.precision <= Precision::Day && event.edtf.is_none();
    if !is_plain {
        let edtf = event.edtf.clone().unwrap_or_else(|| edtf::write(extent));
        push(out, &["X-EDTF:", &edtf].concat());
    }
    let body = event.text.clone().or_else(|| event.evidence.first().map(|evidence| evidence.text.clone()));
    // Reading takes this line away again.
    let when = (!is_plain).then(|| words::of_extent(extent, &event.edtf, "en"));
    let source = event.source.as_ref().map(|source| format!("({source})"));
    let description: Vec<String> = [body, source, when].into_iter().flatten().collect();
    if !description.is_empty() {
        push(out, &["DESCRIPTION:", &escape(&description.join("\n"))].concat());
    }
    if let Some(url) = event.url.as_deref().filter(|url| is_web_address(url)) {
        push(out, &["URL:", &url.replace(['\r', '\n'], "")].concat());
    }
    if let Some(media) = event.media.as_ref().filter(|media| is_web_address(&media.url)) {
        push(out, &["ATTACH;FMTTYPE=image/jpeg:", &media.url.replace(['\r', '\n'], "")].concat());
    }
    if let Some(group) = &event.group {
        push(out, &["CATEGORIES:", &escape(group)].concat());
    }
    if event.status == Status::Planned {
        push(out, "STATUS:TENTATIVE");
    }
    push(out, "TRANSP:TRANSPARENT");
    push(out, "END:VEVENT");
    true
}

fn compact(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day_of_month())
}

/// With an offset the time is told in UTC, without one as it is there.
fn timed(moment: Moment) -> String {
    let minutes = i32::from(moment.minute.unwrap_or(0)) - i32::from(moment.offset.unwrap_or(0));
    let day = moment.day.plus_days(minutes.div_euclid(1440));
    let minutes = minutes.rem_euclid(1440);
    let zone = if moment.offset.is_some() { "Z" } else { "" };
    format!("{}T{:02}{:02}00{zone}", compact(day), minutes / 60, minutes % 60)
}
