//! Calendars coming in.
//!
//! In: the text of an iCalendar file. Out: Timeline JSON and what it can't say, or a sentence that names the event and the line.

use super::content::{Line, lines};
use super::repeat::{MOST, Rule};
use crate::base::date::Day;
use crate::base::error::Error;
use crate::exchange::field;
use crate::exchange::json::{EventJson, MediaJson, TimelineJson, WarningJson};
use crate::exchange::lost::Lost;
use crate::exchange::markup::is_web_address;
use crate::exchange::stamp::{self, Stamp};

/// Reads a calendar.
///
/// # Errors
/// A text that is no calendar; an event without a start, or with a date that is none.
pub(crate) fn read(text: &str) -> Result<(TimelineJson, Lost), Error> {
    let lines = lines(text);
    if !lines.iter().any(|line| line.name == "BEGIN" && line.value.eq_ignore_ascii_case("VCALENDAR")) {
        return Err("the text is no calendar: it has no BEGIN:VCALENDAR".into());
    }
    let mut lost = Lost::default();
    let mut timeline = TimelineJson::default();
    let mut depth: Vec<String> = Vec::new();
    let mut event: Option<Vec<&Line>> = None;
    let mut number = 0;
    for line in &lines {
        match line.name.as_str() {
            "BEGIN" => {
                depth.push(line.value.to_ascii_uppercase());
                if depth.last().is_some_and(|kind| kind == "VEVENT") {
                    event = Some(Vec::new());
                }
            }
            "END" => {
                let kind = depth.pop().unwrap_or_default();
                match (kind.as_str(), event.take()) {
                    ("VEVENT", Some(lines)) => {
                        number += 1;
                        take(&mut timeline, &lines, number, &mut lost)?;
                    }
                    (_, other) => event = other,
                }
                lost.add_if(matches!(kind.as_str(), "VTODO" | "VJOURNAL"), "tasks and journals");
                lost.add_if(kind == "VALARM", "alarms");
            }
            "X-WR-CALNAME" | "NAME" if depth.len() == 1 => timeline.title = field::some(line.text()),
            // What stands inside an event's own parts, its alarms, is not the event's.
            _ if depth.last().is_some_and(|kind| kind == "VEVENT") => {
                if let Some(lines) = &mut event {
                    lines.push(line);
                }
            }
            _ => {}
        }
    }
    if event.is_some() {
        return Err(format!("event {}: END:VEVENT is missing; the file is cut short", number + 1).into());
    }
    Ok((timeline, lost))
}

fn take(timeline: &mut TimelineJson, lines: &[&Line], number: usize, lost: &mut Lost) -> Result<(), Error> {
    let find = |name: &str| lines.iter().find(|line| line.name == name);
    let text = |name: &str| find(name).map(|line| line.text()).unwrap_or_default();
    let title = text("SUMMARY");
    let place = || format!("event {number} (\"{}\")", field::beginning(&title));
    let Some(start_line) = find("DTSTART") else { return Err(format!("{}: DTSTART is missing", place()).into()) };
    let start =
        stamp(start_line).map_err(|problem| format!("{}, line {}: DTSTART {problem}", place(), start_line.number))?;
    let end = end(&start, find("DTEND").copied(), find("DURATION").copied())
        .map_err(|problem| format!("{}: {problem}", place()))?;
    lost.add_if(start_line.parameter("TZID").is_some(), "time zone (times stay as they are there)");
    lost.add_if(find("LOCATION").is_some_and(|line| !line.value.is_empty()), "place");
    lost.add_if(find("ATTENDEE").is_some() || find("ORGANIZER").is_some(), "people");
    let edtf = text("X-EDTF");
    let description = without_date(&text("DESCRIPTION"), &edtf);
    let name = [&title, &description].into_iter().find(|text| !text.is_empty()).map(|text| field::beginning(text));
    let picture = find("ATTACH").or(find("IMAGE")).filter(|line| {
        line.parameter("FMTTYPE").is_some_and(|kind| kind.starts_with("image/")) && line.parameter("ENCODING").is_none()
    });
    let template = EventJson {
        id: field::some(text("UID")),
        title: if title.is_empty() { name.unwrap_or_else(|| "Untitled".into()) } else { title.clone() },
        text: field::some(description),
        url: field::some(text("URL")).filter(|url| is_web_address(url)),
        group: field::some(find("CATEGORIES").map(|line| first_of_list(line)).unwrap_or_default()),
        status: (text("STATUS") == "TENTATIVE").then(|| "planned".to_owned()),
        media: picture
            .map(|line| line.value.clone())
            .filter(|url| is_web_address(url))
            .map(|url| MediaJson { url, ..MediaJson::default() }),
        ..EventJson::default()
    };
    if !edtf.is_empty() && find("RRULE").is_none() && crate::base::edtf::read(&edtf).is_ok() {
        let mut event = template;
        event.when = stamp::when(&start, end.as_ref()).unwrap_or_default();
        // Times of day stand in the start and the end.
        if start.hour.is_none() {
            event.when = crate::exchange::json::WhenJson { edtf, ..Default::default() };
        }
        timeline.events.push(event);
        return Ok(());
    }
    let first = stamp_day(&start);
    let mut days = vec![first];
    if let Some(line) = find("RRULE") {
        match (Rule::read(&line.value), first) {
            (Some(rule), Some(first)) => {
                let (found, is_cut) = rule.days(first);
                days = found.into_iter().map(Some).collect();
                if is_cut {
                    let message = format!(
                        "{} repeats without an end or further than is drawn: its first {} dates are taken.",
                        place(),
                        days.len().min(MOST)
                    );
                    timeline.warnings.push(WarningJson { kind: "other".into(), message });
                }
            }
            _ => lost.add("repetition that is not understood: its first date is taken"),
        }
    }
    for line in lines.iter().filter(|line| line.name == "RDATE") {
        days.extend(line.value.split(',').map(day).filter(Option::is_some));
    }
    let without: Vec<Day> = lines
        .iter()
        .filter(|line| line.name == "EXDATE")
        .flat_map(|line| line.value.split(',').filter_map(day))
        .collect();
    days.retain(|day| day.is_none_or(|day| !without.contains(&day)));
    for (place_in, day) in days.iter().enumerate() {
        let shift = |stamp: &Stamp| match (first, day) {
            (Some(first), Some(day)) => moved(stamp, day.days() - first.days()),
            _ => stamp.clone(),
        };
        let mut event = template.clone();
        if place_in > 0
            && let Some(id) = &mut event.id
        {
            id.push_str(&format!("-{}", place_in + 1));
        }
        event.when = stamp::when(&shift(&start), end.as_ref().map(shift).as_ref())
            .map_err(|problem| format!("{}: {problem}", place()))?;
        timeline.events.push(event);
    }
    Ok(())
}

/// The text without its last line where that says an uncertain date in words, as writing does.
fn without_date(text: &str, edtf: &str) -> String {
    let extent = crate::base::edtf::read(edtf).ok();
    let said = extent.map(|extent| crate::exchange::words::of_extent(&extent, &Some(edtf.to_owned()), "en"));
    let (rest, last) = text.rsplit_once('\n').unwrap_or(("", text));
    if said.is_some_and(|said| said == last) { rest.to_owned() } else { text.to_owned() }
}

/// The first of several, at the first comma that is not escaped.
fn first_of_list(line: &Line) -> String {
    let mut escaped = false;
    let end = line.value.char_indices().find(|(_, letter)| {
        let ends = *letter == ',' && !escaped;
        escaped = *letter == '\\' && !escaped;
        ends
    });
    let value = line.value.get(..end.map_or(line.value.len(), |(at, _)| at)).unwrap_or("").to_owned();
    Line { value, ..line.clone() }.text()
}

/// The last moment of an event. The end of whole days is the day behind them.
fn end(start: &Stamp, end: Option<&Line>, duration: Option<&Line>) -> Result<Option<Stamp>, Error> {
    let whole_days = start.hour.is_none();
    if let Some(line) = end {
        let end = stamp(line).map_err(|problem| format!("line {}: DTEND {problem}", line.number))?;
        let end = if whole_days && stamp_day(&end) > stamp_day(start) { moved(&end, -1) } else { end };
        return Ok(Some(end).filter(|end| end != start));
    }
    let Some(line) = duration else { return Ok(None) };
    let minutes =
        minutes(&line.value).ok_or_else(|| format!("line {}: DURATION \"{}\" is none", line.number, line.value))?;
    if whole_days {
        return Ok(Some(moved(start, (minutes / 1440 - 1).max(0) as i32)).filter(|end| end != start));
    }
    let sum = i64::from(start.hour.unwrap_or(0)) * 60 + i64::from(start.minute.unwrap_or(0)) + minutes;
    let end = moved(start, sum.div_euclid(1440) as i32);
    let rest = sum.rem_euclid(1440) as u32;
    Ok(Some(Stamp { hour: Some(rest / 60), minute: Some(rest % 60), ..end }).filter(|end| end != start))
}

/// `P1DT2H30M` in minutes.
fn minutes(text: &str) -> Option<i64> {
    let mut sum = 0_i64;
    let mut number = String::new();
    for letter in text.trim().trim_start_matches(['+', '-']).strip_prefix('P')?.chars() {
        let unit = match letter {
            '0'..='9' => {
                number.push(letter);
                continue;
            }
            'T' => continue,
            'W' => 7 * 1440,
            'D' => 1440,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            _ => return None,
        };
        sum = sum.checked_add(number.parse::<i64>().ok()?.checked_mul(unit)?)?;
        number.clear();
    }
    (sum < 1440 * 366 * 1000).then_some(sum)
}

fn moved(stamp: &Stamp, days: i32) -> Stamp {
    match stamp_day(stamp) {
        Some(day) => {
            let day = day.plus_days(days);
            Stamp {
                year: i64::from(day.year()),
                month: Some(day.month()),
                day: Some(day.day_of_month()),
                ..stamp.clone()
            }
        }
        None => stamp.clone(),
    }
}

fn stamp_day(stamp: &Stamp) -> Option<Day> {
    Day::from_ymd(i32::try_from(stamp.year).ok()?, stamp.month?, stamp.day?)
}

/// The day of `19110308` or `19110308T101500Z`.
pub(super) fn day(text: &str) -> Option<Day> {
    let date = text.trim().get(..8)?;
    let number = |from: usize, to: usize| date.get(from..to)?.parse::<u32>().ok();
    Day::from_ymd(number(0, 4)? as i32, number(4, 6)?, number(6, 8)?)
}

fn stamp(line: &Line) -> Result<Stamp, Error> {
    let text = line.value.trim();
    let wrong = || format!("\"{text}\" is no date such as 19110308 or 19110308T101500Z");
    let day = day(text).ok_or_else(wrong)?;
    let mut stamp = Stamp {
        year: i64::from(day.year()),
        month: Some(day.month()),
        day: Some(day.day_of_month()),
        ..Stamp::default()
    };
    let Some(time) = text.get(8..).filter(|time| !time.is_empty()) else { return Ok(stamp) };
    let digits = time.strip_prefix('T').ok_or_else(wrong)?;
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    (stamp.hour, stamp.minute) = (number(0, 2), number(2, 4));
    stamp.second = number(4, 6).filter(|second| *second > 0);
    stamp.offset = digits.ends_with('Z').then_some(0);
    if stamp.hour.is_none() || stamp.minute.is_none() || stamp.fault().is_some() {
        return Err(wrong().into());
    }
    Ok(stamp)
}
