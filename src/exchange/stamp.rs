//! Dates as other formats have them: a year, and as much of month, day and time as is known.
//!
//! In: numbers. Out: EDTF and DATE texts, and back. It must never learn which format has them.

use super::json::WhenJson;
use crate::base::date::{Bound, Extent, Moment, days_in_month};
use crate::base::edtf::{self, value};
use crate::base::error::Error;

/// A date that is as exact as it is filled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Stamp {
    /// Astronomical.
    pub(crate) year: i64,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
    pub(crate) hour: Option<u32>,
    pub(crate) minute: Option<u32>,
    pub(crate) second: Option<u32>,
    pub(crate) millisecond: Option<u32>,
    /// Minutes east of UTC.
    pub(crate) offset: Option<i16>,
}

impl Stamp {
    /// A year alone.
    pub(crate) fn year(year: i64) -> Stamp {
        Stamp { year, ..Stamp::default() }
    }

    /// What is wrong with it: no such month, day or time.
    pub(crate) fn fault(&self) -> Option<String> {
        let year = self.year.rem_euclid(400) as i32;
        match (self.month, self.day) {
            (Some(month), _) if !(1..=12).contains(&month) => return Some(format!("there is no month {month}")),
            (Some(month), Some(day)) if !(1..=days_in_month(year, month)).contains(&day) => {
                return Some(format!("month {month} of {} has no day {day}", self.year));
            }
            (None, Some(_)) => return Some("a day stands without its month".into()),
            _ => {}
        }
        let most = [(self.hour, 24, "hour"), (self.minute, 59, "minute"), (self.second, 60, "second")];
        let wrong = most.into_iter().find(|(value, most, _)| value.is_some_and(|value| value > *most));
        wrong.map(|(value, _, name)| format!("there is no {name} {}", value.unwrap_or(0)))
    }

    fn has_time(&self) -> bool {
        self.hour.is_some() && self.day.is_some()
    }

    /// The date as EDTF, without the time of day. Months and days in years beyond four digits are left to [`Stamp::date`].
    fn to_day(&self) -> String {
        let mut out = year(self.year);
        if (-9999..=9999).contains(&self.year) {
            for part in [self.month, self.month.and(self.day)].into_iter().flatten() {
                out.push_str(&format!("-{part:02}"));
            }
        }
        out
    }

    fn time(&self) -> String {
        let (hour, minute) = (self.hour.unwrap_or(0), self.minute.unwrap_or(0));
        let mut out = format!("T{hour:02}:{minute:02}");
        if let Some(second) = self.second.filter(|second| *second > 0 || self.millisecond.is_some_and(|part| part > 0))
        {
            out.push_str(&format!(":{:02}", second.min(59)));
            if let Some(part) = self.millisecond.filter(|part| *part > 0) {
                out.push_str(&format!(".{part:03}"));
            }
        }
        match self.offset {
            None => {}
            Some(0) => out.push('Z'),
            Some(offset) => {
                let size = offset.unsigned_abs();
                let sign = if offset < 0 { '-' } else { '+' };
                out.push_str(&format!("{sign}{:02}:{:02}", size / 60, size % 60));
            }
        }
        out
    }

    /// The date as EDTF.
    pub(crate) fn edtf(&self) -> String {
        let mut out = self.to_day();
        if self.has_time() && (-9999..=9999).contains(&self.year) {
            out.push_str(&self.time());
        }
        out
    }

    /// The moment as DATE, if it is as exact as that.
    fn moment(&self) -> Option<String> {
        let (month, day) = (self.month?, self.day?);
        let sign = if self.year < 0 { "-" } else { "" };
        let time = if self.has_time() { self.time() } else { String::new() };
        Some(format!("{sign}{:04}-{month:02}-{day:02}{time}", self.year.unsigned_abs()))
    }

    /// Of a date taken apart from EDTF; unspecified parts are left out.
    pub(crate) fn of(date: &value::Date) -> Stamp {
        let known =
            |digits: Option<value::Digits>| digits.filter(|digits| digits.open == 0).map(|digits| digits.low as u32);
        let month = known(date.month).filter(|month| *month <= 12);
        let mut stamp =
            Stamp { year: edtf::earliest(date).year, month, day: month.and(known(date.day)), ..Stamp::default() };
        if let Some(time) = &date.time {
            stamp.hour = Some(u32::from(time.minute) / 60);
            stamp.minute = Some(u32::from(time.minute) % 60);
            stamp.offset = time.offset;
            let (second, part) = time
                .seconds
                .trim_start_matches(':')
                .split_once(['.', ','])
                .unwrap_or((time.seconds.trim_start_matches(':'), ""));
            stamp.second = second.parse().ok();
            stamp.millisecond =
                format!("{part:0<3}").get(..3).and_then(|part| part.parse().ok()).filter(|part| *part > 0);
        }
        stamp
    }

    /// Of a moment.
    pub(crate) fn of_moment(moment: Moment) -> Stamp {
        let day = moment.day;
        Stamp {
            year: i64::from(day.year()),
            month: Some(day.month()),
            day: Some(day.day_of_month()),
            hour: moment.minute.map(|minute| u32::from(minute) / 60),
            minute: moment.minute.map(|minute| u32::from(minute) % 60),
            offset: moment.offset,
            ..Stamp::default()
        }
    }
}

/// A year as EDTF: `0622`, `-0044`, `Y-13800000000`.
fn year(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let long = if (-9999..=9999).contains(&year) { "" } else { "Y" };
    format!("{long}{sign}{:04}", year.unsigned_abs())
}

/// When something is that begins at one date and may end at another.
///
/// # Errors
/// Where it ends before it starts.
pub(crate) fn when(start: &Stamp, end: Option<&Stamp>) -> Result<WhenJson, Error> {
    let Some(end) = end.filter(|end| *end != start) else {
        let moment = start.moment().filter(|_| !(-9999..=9999).contains(&start.year));
        return Ok(WhenJson { edtf: start.edtf(), earliest: moment.clone(), latest: moment, ..WhenJson::default() });
    };
    let order = |stamp: &Stamp, unknown: u32| {
        (
            stamp.year,
            stamp.month.unwrap_or(unknown),
            stamp.day.unwrap_or(unknown),
            stamp.hour.unwrap_or(unknown),
            stamp.minute.unwrap_or(unknown),
        )
    };
    if order(end, 99) < order(start, 0) {
        return Err("it ends before it starts".into());
    }
    let mut last = end.to_day();
    // EDTF takes an end for earlier that is less exact than the start and holds it: some month of 1946 is meant, not its first.
    if order(end, 0) < order(start, 0) {
        if end.month.is_none() && start.month.is_some() {
            last.push_str("-XX");
        }
        if end.day.is_none() && start.day.is_some() && last.len() > 4 {
            last.push_str("-XX");
        }
    }
    let mut when = WhenJson { edtf: format!("{}/{last}", start.to_day()), ..WhenJson::default() };
    if start.has_time() || !(-9999..=9999).contains(&start.year) {
        when.earliest = start.moment();
        when.latest = when.earliest.clone();
        when.precision = start.has_time().then(|| "minute".to_owned());
        when.bound = start.has_time().then(|| "exact".to_owned());
    }
    when.end = end.moment().filter(|_| end.has_time() || !(-9999..=9999).contains(&end.year));
    Ok(when)
}

/// When something is, in two dates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Span {
    /// Where it begins, or may begin.
    pub(crate) start: Stamp,
    /// Where it ends, or may end.
    pub(crate) end: Option<Stamp>,
    /// Whether these two dates say it all: no doubts, open ends, seasons, decades.
    pub(crate) is_plain: bool,
}

/// A date for formats that know only a start and an end; `None` where neither is known.
pub(crate) fn span(extent: &Extent, given: &Option<String>) -> Option<Span> {
    let (start, end) = ends(extent, given);
    let is_bounded = matches!(extent.bound, Bound::Exact | Bound::Between);
    let text = given.clone().unwrap_or_else(|| edtf::write(extent));
    let is_unit = match edtf::parse(text.trim()) {
        Ok(value::Value::Date(date)) => is_unit(&date),
        Ok(value::Value::Stretch(value::End::At(start), value::End::At(end))) => is_unit(&start) && is_unit(&end),
        _ => false,
    };
    if is_unit && let Some(start) = start {
        return Some(Span { start, end, is_plain: is_bounded });
    }
    let first = start.filter(|_| is_unit || extent.end.is_some()).or(extent.earliest.map(Stamp::of_moment));
    let last = end.or(extent.end.or(extent.latest).map(Stamp::of_moment));
    let start = first.or_else(|| last.clone())?;
    let end = last.filter(|last| *last != start);
    Some(Span { start, end, is_plain: false })
}

/// A year, a month or a day, not a season, a decade or digits that are not known.
fn is_unit(date: &value::Date) -> bool {
    let plain = matches!(date.year.form, value::Form::Plain | value::Form::Long | value::Form::Exponent(_));
    plain && date.year.digits.open == 0 && date.month.is_none_or(|month| month.low <= 12 && month.open % 99 == 0)
}

/// The start and the end of a date, as exact as they are known; `None` where open. What was given as EDTF is more exact than the extent.
pub(crate) fn ends(extent: &Extent, given: &Option<String>) -> (Option<Stamp>, Option<Stamp>) {
    let text = given.clone().unwrap_or_else(|| edtf::write(extent));
    let at = |end: &value::End| match end {
        value::End::At(date) => Some(Stamp::of(date)),
        _ => None,
    };
    let (mut start, mut end) = match edtf::parse(text.trim()) {
        Ok(value::Value::Date(date)) => (Some(Stamp::of(&date)), None),
        Ok(value::Value::Stretch(start, end)) => (at(&start), at(&end)),
        _ => (extent.earliest.map(Stamp::of_moment), extent.end.map(Stamp::of_moment)),
    };
    // Times of day at the ends of a stretch stand beside its EDTF.
    if extent.end.is_some() {
        for (stamp, moment) in [(&mut start, extent.earliest), (&mut end, extent.end)] {
            if let (Some(stamp), Some(moment)) = (stamp, moment)
                && moment.minute.is_some()
            {
                *stamp = Stamp::of_moment(moment);
            }
        }
    }
    (start, end)
}

/// Three DATE texts: earliest, latest, end.
type Limits = (Option<String>, Option<String>, Option<String>);

/// The limits of a date that lies beyond the calendar of [`Day`](crate::base::date::Day).
pub(crate) fn far_limits(text: &str) -> Option<Limits> {
    let point = |date: &value::Date| (edtf::earliest(date), edtf::latest(date));
    let (start, end) = match edtf::parse(text.trim()).ok()? {
        value::Value::Date(date) => (Some(point(&date)), None),
        value::Value::Stretch(start, end) => {
            let at = |end: &value::End| match end {
                value::End::At(date) => Some(point(date)),
                _ => None,
            };
            (at(&start), at(&end).map(|(_, last)| last))
        }
        value::Value::Set { .. } => return None,
    };
    let limits = [start.map(|(first, _)| first), start.map(|(_, last)| last), end];
    if limits.iter().flatten().all(|limit| limit.is_countable()) {
        return None;
    }
    let text = |limit: edtf::Limit| {
        let sign = if limit.year < 0 { "-" } else { "" };
        format!("{sign}{:04}-{:02}-{:02}", limit.year.unsigned_abs(), limit.month, limit.day)
    };
    let [earliest, latest, end] = limits.map(|limit| limit.map(text));
    Some((earliest, latest, end))
}

/// A date as the web writes it: ISO 8601 as exact as it is, or a moment that is not quite ISO.
///
/// # Errors
/// Where it is neither.
pub(crate) fn of_text(text: &str) -> Result<Stamp, Error> {
    let text = text.trim();
    match edtf::parse(text) {
        Ok(value::Value::Date(date)) if is_unit(&date) => return Ok(Stamp::of(&date)),
        _ => {}
    }
    match edtf::read_moment(text) {
        Some(moment) => Ok(Stamp::of_moment(moment)),
        None => Err(format!("\"{text}\" is no date such as 2014-06-10 or 2014-06-10T14:05:00Z").into()),
    }
}
