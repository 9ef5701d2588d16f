//! Timelines in a few words, and a fixed table of widths in place of a browser.

use article_timeline::base::date::{Bound, Day, Extent, Moment, Precision};
use article_timeline::layout::scene::{DatePoint, Relation, TickForm};
use article_timeline::layout::{
    Ask, DateLabel, Frame, Index, Measures, Outline, Plan, Px, Scene, Size, draw_counting, plan,
};
use article_timeline::timeline::{Certainty, Event, Source, Status, Timeline, When};

/// A timeline and the type its words are set in.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) timeline: Timeline,
    pub(crate) words: Words,
}

/// A made-up typeface: every letter is as wide as every other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) em: i32,
}

impl Case {
    /// Entries as (date, weight 1 to 5, title). A date is `2024-03-05`, `2024-03-05T06:12`, a month, a year, `2014-22` (a season), `start/end`, or one of these
    /// after `about`, `before`, `by`, `after`, `since`, `until`; `reported` and `planned` before it are the status.
    pub(crate) fn new(published: &str, entries: &[(&str, i32, &str)]) -> Case {
        let events =
            entries.iter().enumerate().map(|(number, (date, weight, title))| event(number, date, *weight, title));
        let published = (!published.is_empty()).then(|| moment(published));
        let articles = vec![Source { published, ..Source::default() }];
        Case {
            timeline: Timeline { articles, events: events.collect(), ..Timeline::default() },
            words: Words { em: 16 },
        }
    }

    pub(crate) fn index(&self) -> Index {
        Index::of(&self.timeline)
    }

    pub(crate) fn draw(&self, frame: &Frame) -> Scene {
        self.draw_counting(frame, None).0
    }

    pub(crate) fn draw_counting(&self, frame: &Frame, held: Option<&Scene>) -> (Scene, u64) {
        let index = self.index();
        let outline = Outline::of(&index, frame);
        let plan = plan(&index, &outline, frame, held);
        let mut work = 0;
        let scene = draw_counting(frame, &plan, &self.measures(&plan), held, &mut work);
        (scene, work)
    }

    pub(crate) fn measures(&self, plan: &Plan<'_>) -> Measures {
        let size = |ask: &Ask| self.words.size(&self.timeline.events[ask.index], &ask.date, plan);
        let tick = |letters: i32| Px::from_halves(letters * 13 * self.words.em / 16);
        Measures {
            labels: plan.labels.iter().map(|ask| size(ask).into()).collect(),
            ticks: TickForm::ALL.map(|form| {
                tick(match form {
                    TickForm::Minute => 5,
                    TickForm::Day => 2,
                    TickForm::WeekdayDay | TickForm::DayMonth => 6,
                    TickForm::WeekdayDayMonth => 10,
                    TickForm::FullDay => 24,
                    TickForm::Month => 4,
                    TickForm::MonthYear => 8,
                    TickForm::LongMonthYear => 13,
                    TickForm::Year => 4,
                    TickForm::Published => 9,
                    TickForm::Today => 5,
                })
            }),
            more: Size { w: tick(11), h: Px::from_px(16 * self.words.em / 16) },
        }
    }
}

impl Words {
    /// Dates take a line, titles wrap at the width of a label, sources take a line.
    fn size(&self, event: &Event, date: &DateLabel, plan: &Plan<'_>) -> Size {
        let letter = if plan.many() { 7 } else { 8 } * self.em / 16;
        let widest = plan.label_width.halves() / 2;
        let date = said(date).len() as i32 * 6 * self.em / 16;
        let line = (widest / letter) as usize;
        let (mut lines, mut longest, mut current) = (1, 0, 0);
        for word in event.title.split(' ') {
            let with = if current == 0 { word.len() } else { current + 1 + word.len() };
            if with > line && current > 0 {
                lines += 1;
                current = word.len();
            } else {
                current = with;
            }
            longest = longest.max(current);
        }
        let source = event.source.as_ref().map_or(0, |source| source.len() as i32 * 6 * self.em / 16);
        let w = (longest as i32 * letter).max(date).max(source).min(widest.max(date));
        let h = 16 + lines.min(3) * if plan.many() { 18 } else { 21 } + if source > 0 { 17 } else { 0 };
        Size { w: Px::from_px(w), h: Px::from_px(h * self.em / 16) }
    }
}

/// A date label in English, as short as `view` would say it.
pub(crate) fn said(label: &DateLabel) -> String {
    let point = |point: &DatePoint| {
        let Moment { day, minute, .. } = point.moment;
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
            [day.month() as usize - 1];
        let year = if day.year() > 0 { format!("{}", day.year()) } else { format!("{} BC", 1 - day.year()) };
        let with_year = |text: String| if label.year { format!("{text} {year}") } else { text };
        let weekday = if label.weekday { format!("{} ", &format!("{:?}", day.weekday())[..3]) } else { String::new() };
        match point.precision {
            Precision::Minute | Precision::Hour => {
                let minute = minute.unwrap_or_default();
                if label.clock {
                    return format!("{:02}:{:02}", minute / 60, minute % 60);
                }
                format!(
                    "{}, {:02}:{:02}",
                    with_year(format!("{weekday}{} {month}", day.day_of_month())),
                    minute / 60,
                    minute % 60
                )
            }
            Precision::Day | Precision::Week => with_year(format!("{weekday}{} {month}", day.day_of_month())),
            Precision::Month => with_year(month.to_string()),
            Precision::Quarter => format!("Q{} {year}", day.month().div_ceil(3)),
            Precision::Season => {
                format!("{} {year}", ["Winter", "Spring", "Summer", "Autumn"][(day.month() % 12 / 3) as usize])
            }
            precision => format!("{precision:?} {year}").replace("Year ", ""),
        }
    };
    let from = point(&label.from);
    let to = label.to.as_ref().map(point).unwrap_or_default();
    let text = match label.relation {
        Relation::On => from,
        Relation::FromTo => format!("{from} to {to}"),
        Relation::Between => format!("{from} - {to}"),
        Relation::Unknown => "Unknown".to_string(),
        other => format!("{other:?} {from}"),
    };
    if label.planned { format!("{text} planned") } else { text }
}

pub(crate) fn moment(text: &str) -> Moment {
    let (date, minute) = match text.split_once('T') {
        Some((date, time)) => {
            let (hours, minutes) = time.split_once(':').unwrap();
            (date, Some(hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap()))
        }
        None => (text, None),
    };
    Moment { day: whole(date).0, minute, offset: None }
}

/// Minutes since 1970 at the start of a day.
pub(crate) fn minutes(date: &str) -> f64 {
    f64::from(whole(date).0.days()) * 1440.0
}

/// First and last day of a day, month, season or year.
fn whole(text: &str) -> (Day, Day, Precision) {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let mut parts = digits.split('-');
    let year = sign * parts.next().unwrap().parse::<i32>().unwrap();
    let month: Option<u32> = parts.next().map(|part| part.parse().unwrap());
    let day: Option<u32> = parts.next().map(|part| part.parse().unwrap());
    let (first, precision) = match (month, day) {
        (None, _) => (Day::from_ymd(year, 1, 1), Precision::Year),
        (Some(season @ 21..=24), _) => (Day::from_ymd(year, (season - 20) * 3, 1), Precision::Season),
        (Some(month), None) => (Day::from_ymd(year, month, 1), Precision::Month),
        (Some(month), Some(day)) => (Day::from_ymd(year, month, day), Precision::Day),
    };
    let first = first.unwrap();
    (first, first.last_of(precision), precision)
}

fn event(number: usize, text: &str, weight: i32, title: &str) -> Event {
    let (status, text) = match text.split_once(' ') {
        Some(("planned", rest)) => (Status::Planned, rest),
        Some(("reported", rest)) => (Status::Reported, rest),
        _ => (Status::Happened, text),
    };
    Event {
        id: format!("e{number}"),
        title: title.to_string(),
        status,
        importance: (weight - 1) as f32 / 4.0,
        source: (status == Status::Reported).then(|| "Harbour office".to_string()),
        when: When { extent: extent(text), certainty: Certainty::Stated, why: String::new() },
        edtf: None,
        evidence: Vec::new(),
        text: None,
        media: None,
        group: None,
        url: None,
        extra: None,
    }
}

pub(crate) fn extent(text: &str) -> Extent {
    let (bound, text) = match text.split_once(' ') {
        Some(("about", rest)) => (Bound::About, rest),
        Some(("before", rest)) => (Bound::Before, rest),
        Some(("by", rest)) => (Bound::By, rest),
        Some(("after", rest)) => (Bound::After, rest),
        Some(("since", rest)) => (Bound::Since, rest),
        Some(("until", rest)) => (Bound::Until, rest),
        _ => (Bound::Exact, text),
    };
    if text.contains('T') {
        let at = moment(text);
        return Extent {
            earliest: Some(at),
            latest: Some(at),
            end: None,
            ongoing: false,
            precision: Precision::Minute,
            bound,
        };
    }
    let (start, end) = text.split_once('/').map_or((text, None), |(start, end)| (start, Some(end)));
    let end = end.map(|end| Moment::from_day(whole(end).1));
    let (earliest, latest) = match start {
        "" => (None, None),
        start => (Some(whole(start).0), Some(whole(start).1)),
    };
    let precision = if start.is_empty() { Precision::Day } else { whole(start).2 };
    let (first, last) = (earliest.map(Moment::from_day), latest.map(Moment::from_day));
    let base = Extent { earliest: first, latest: last, end, ongoing: false, precision, bound };
    match bound {
        Bound::Before if end.is_some() => Extent { latest: end, end: None, ..base },
        Bound::Before => Extent { earliest: None, latest: earliest.map(|day| day.plus_days(-1).into()), ..base },
        Bound::By | Bound::Until => Extent { earliest: None, ..base },
        Bound::After => Extent { earliest: latest.map(|day| day.plus_days(1).into()), latest: None, ..base },
        Bound::Since => Extent { latest: first, ongoing: true, ..base },
        Bound::Exact if end.is_none() && earliest != latest => Extent { bound: Bound::Between, ..base },
        _ if end.is_some() => Extent { latest: first, ..base },
        _ => base,
    }
}

/// Six entries, one of them two years before the others: the picture in `shared/look`, in other words.
pub(crate) fn gap() -> Case {
    let mut case = Case::new(
        "2016-11-01",
        &[
            ("2014-22", 3, "Rebels overrun the town"),
            ("before 2016-10-11/2016-10-17", 4, "March to take it back begins"),
            ("by 2016-11-01", 3, "Radio tower is in soldiers’ hands"),
            ("since 2016-10-25", 4, "Rebels kill 296 former guards"),
            ("by 2016-11-01", 3, "Rebels try to drive 25,000 people along"),
            ("2016-11-01", 5, "Soldiers reach the town’s eastern edge"),
        ],
    );
    for (number, source) in [(2, "News agency"), (3, "UN human rights office"), (4, "UN human rights office")] {
        case.timeline.events[number].source = Some(source.to_string());
        case.timeline.events[number].status = Status::Reported;
    }
    case
}

/// Forty entries over seven years, thick towards the end, with two stretches.
pub(crate) fn forty() -> Case {
    let days = [
        ("2013-01-23", 3),
        ("2015-05-07", 2),
        ("2016-02-20", 1),
        ("2016-06-23", 5),
        ("2016-06-24", 3),
        ("2016-07-13", 3),
        ("2016-11-03", 1),
        ("2017-01-17", 2),
        ("2017-03-29", 5),
        ("2017-04-18", 2),
        ("2017-06-08", 4),
        ("2017-09-22", 1),
        ("2017-12-08", 3),
        ("2018-03-19", 2),
        ("2018-07-06", 3),
        ("2018-07-08", 2),
        ("2018-07-09", 2),
        ("2018-09-20", 3),
        ("2018-11-14", 3),
        ("2018-11-15", 1),
        ("2018-11-25", 4),
        ("2018-12-10", 2),
        ("2018-12-12", 2),
        ("2019-01-15", 5),
        ("2019-01-16", 1),
        ("2019-03-12", 3),
        ("2019-03-21", 3),
        ("2019-03-29", 2),
        ("2019-04-10", 3),
        ("2019-05-23", 2),
        ("2019-05-24", 4),
        ("2019-07-24", 4),
        ("2019-08-28", 3),
        ("2019-09-24", 4),
        ("2019-10-17", 4),
        ("2019-10-28", 2),
        ("2019-12-12", 5),
        ("2020-01-31", 5),
        ("2017-06-19/2018-11-14", 5),
        ("2019-09-10/2019-09-24", 2),
    ];
    let titles =
        ["Vote", "Minister resigns", "Parliament turns the draft down", "Talks go into another round", "Court speaks"];
    let entries: Vec<(&str, i32, &str)> =
        days.iter().enumerate().map(|(number, (day, weight))| (*day, *weight, titles[number % titles.len()])).collect();
    Case::new("", &entries)
}

/// A thousand entries in seven months, in two waves.
pub(crate) fn thousand() -> Case {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1 << 24)
    };
    let start = Day::from_ymd(2025, 9, 20).unwrap();
    let mut entries = Vec::new();
    for number in 0..1000 {
        let wave = if number % 3 == 0 { 60.0 } else { 140.0 };
        let offset = if number % 5 == 0 { next() * 210.0 } else { wave + (next() + next() + next() - 1.5) * 25.0 };
        let weight = if number % 71 == 0 { 3 + number % 3 } else { 1 };
        entries.push((start.plus_days(offset as i32).to_string(), weight, format!("Report {number} from the river")));
    }
    entries.sort();
    let entries: Vec<(&str, i32, &str)> =
        entries.iter().map(|(day, weight, title)| (day.as_str(), *weight, title.as_str())).collect();
    Case::new("", &entries)
}
