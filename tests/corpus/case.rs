//! A test article and the timeline an editor would make of it, as one file holds them, and how far a timeline that was built agrees.
//!
//! In: the text of a file, the events of a timeline. Out: the article, a list of disagreements, the file written anew.
//! It must never learn how a timeline is built.
//!
//! An entry is written so; the last line says that the title is not yet what it should be:
//!
//! ```text
//! 2010/2014 between | Peter Aumann moved 14 million euros
//!     reported, stated, source: prosecutors
//!     why: "between 2010 and 2014" names 1 January 2010 to 31 December 2014.
//!     ! title today: Peter Aumann, a banker, moved
//! ```

use article_timeline::base::{date::Moment, edtf};
use article_timeline::exchange::json::{BOUNDS, CERTAINTIES, STATUSES, word};
use article_timeline::timeline::Event;
use std::path::Path;

/// What is compared, each by itself.
const FIELDS: [&str; 6] = ["date", "title", "status", "certainty", "source", "why"];
const DATE: usize = 0;
const TITLE: usize = 1;

/// An entry's fields as text, in the order of [`FIELDS`]; a source that is not there is empty.
type Fields = [String; 6];

pub(crate) struct Case {
    pub(crate) name: String,
    /// What stands above the article: what it tests, `published:`, and `lang:` where it is not English.
    header: String,
    pub(crate) article: String,
    pub(crate) published: Option<Moment>,
    pub(crate) language: String,
    expected: Vec<Expected>,
}

/// An entry that should be there, and what is known to be otherwise today.
#[derive(Default)]
struct Expected {
    fields: Fields,
    /// What a field holds today instead.
    today: [Option<String>; 6],
    /// An editor would have it, and it is not found.
    is_missing: bool,
    /// It is found, and an editor would strike it.
    is_too_much: bool,
    /// Lines that say something to readers of the file.
    remarks: Vec<String>,
}

impl Case {
    pub(crate) fn read(path: &Path) -> Case {
        let name = path.file_stem().unwrap().to_string_lossy();
        Case::parse(&name, &std::fs::read_to_string(path).unwrap())
    }

    /// The case that a file of that name and text holds.
    pub(crate) fn parse(name: &str, file: &str) -> Case {
        let parts: Vec<&str> = file.split("---\n").collect();
        let [header, article, expected] = parts.as_slice() else { panic!("{name} is not of three parts") };
        assert!(header.starts_with("# "), "{name} does not say what it tests");
        let published = header.lines().find_map(|line| line.strip_prefix("published: "));
        let published = published.map(|date| edtf::read(date).unwrap().earliest.unwrap());
        let language = header.lines().find_map(|line| line.strip_prefix("lang: ")).unwrap_or("en").into();
        let expected = entries(expected).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        Case { name: name.into(), header: (*header).into(), article: (*article).into(), published, language, expected }
    }

    /// How many entries an editor would print, and how many lines tell of what is otherwise today.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let today = |entry: &Expected| entry.today.iter().flatten().count();
        let marks = |entry: &Expected| usize::from(entry.is_missing) + usize::from(entry.is_too_much);
        let entries = self.expected.iter().filter(|entry| !entry.is_too_much).count();
        (entries, self.expected.iter().map(|entry| today(entry) + marks(entry)).sum())
    }

    /// Every way in which the events are not those expected, a line each; also when they are better than the file says.
    pub(crate) fn disagreements(&self, events: &[Event]) -> Vec<String> {
        let found: Vec<Fields> = events.iter().map(fields).collect();
        let partners = self.partners(&found);
        let mut problems = Vec::new();
        let mut last = None;
        for (entry, partner) in self.expected.iter().zip(&partners) {
            let title = &entry.fields[TITLE];
            let Some(partner) = *partner else {
                match entry {
                    Expected { is_missing: true, .. } => {}
                    Expected { is_too_much: true, .. } => {
                        problems.push(format!("better than the file says: strike the entry that is gone: {title}"));
                    }
                    _ => problems.push(format!("not found: {title}")),
                }
                continue;
            };
            if entry.is_missing {
                problems.push(format!("better than the file says: strike \"! missing today\" from: {title}"));
            }
            if last.is_some_and(|last| last > partner) {
                problems.push(format!("not in this order: {title}"));
            }
            last = Some(partner);
            for (number, name) in FIELDS.iter().enumerate() {
                let (should, is) = (&entry.fields[number], &found[partner][number]);
                let today = entry.today[number].as_ref();
                if today.is_some() && is == should {
                    problems.push(format!("better than the file says: strike \"! {name} today\" from: {title}"));
                } else if is != today.unwrap_or(should) {
                    problems.push(format!(
                        "{title}\n    {name} should be: {}\n    {name} is: {is}",
                        today.unwrap_or(should)
                    ));
                }
            }
        }
        let unexpected = (0..found.len()).filter(|number| !partners.contains(&Some(*number)));
        problems.extend(unexpected.map(|number| format!("not expected:\n{}", Expected::from(found[number].clone()))));
        problems
    }

    /// The file as it would be right for these events. What it knew to be otherwise today stays known; everything else takes the new value,
    /// so the difference must be read.
    pub(crate) fn written_anew(mut self, events: &[Event]) -> String {
        let found: Vec<Fields> = events.iter().map(fields).collect();
        let partners = self.partners(&found);
        let mut new: Vec<Expected> = found.iter().cloned().map(Expected::from).collect();
        let mut missing = Vec::new();
        for (mut entry, partner) in self.expected.drain(..).zip(partners) {
            let Some(partner) = partner else {
                if !entry.is_too_much {
                    entry.is_missing = true;
                    missing.push(entry);
                }
                continue;
            };
            entry.is_missing = false;
            for (number, is) in found[partner].iter().enumerate() {
                if entry.today[number].take().is_none() {
                    entry.fields[number].clone_from(is);
                } else if entry.fields[number] != *is {
                    entry.today[number] = Some(is.clone());
                }
            }
            new[partner] = entry;
        }
        new.extend(missing);
        let entries: String = new.iter().map(Expected::to_string).collect();
        format!("{}---\n{}---\n{entries}", self.header, self.article)
    }

    /// For each expected entry the number of the event that is meant by it: the one with its date and title, else with its title, else with
    /// its date; each event is meant once.
    fn partners(&self, found: &[Fields]) -> Vec<Option<usize>> {
        let mut partners: Vec<Option<usize>> = vec![None; self.expected.len()];
        for keys in [&[DATE, TITLE][..], &[TITLE], &[DATE]] {
            for (number, entry) in self.expected.iter().enumerate() {
                // That something else happened on its day does not yet make a missing entry found.
                if partners[number].is_some() || entry.is_missing && !keys.contains(&TITLE) {
                    continue;
                }
                let fits = |is: &Fields| {
                    keys.iter().all(|&key| is[key] == entry.fields[key] || Some(&is[key]) == entry.today[key].as_ref())
                };
                partners[number] = (0..found.len()).find(|at| !partners.contains(&Some(*at)) && fits(&found[*at]));
            }
        }
        partners
    }
}

impl From<Fields> for Expected {
    fn from(fields: Fields) -> Expected {
        Expected { fields, ..Expected::default() }
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [date, title, status, certainty, source, why] = &self.fields;
        let source = if source.is_empty() { String::new() } else { format!(", source: {source}") };
        writeln!(to, "{date} | {title}\n    {status}, {certainty}{source}")?;
        if !why.is_empty() {
            writeln!(to, "    why: {why}")?;
        }
        for (name, today) in FIELDS.iter().zip(&self.today) {
            if let Some(today) = today {
                writeln!(to, "{}", format!("    ! {name} today: {today}").trim_end())?;
            }
        }
        if self.is_missing {
            writeln!(to, "    ! missing today")?;
        }
        if self.is_too_much {
            writeln!(to, "    ! too much today")?;
        }
        self.remarks.iter().try_for_each(|remark| writeln!(to, "    # {remark}"))
    }
}

/// Reads the part of a file that holds the entries.
fn entries(text: &str) -> Result<Vec<Expected>, String> {
    let mut entries: Vec<Expected> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let Some(more) = line.strip_prefix("    ") else {
            let (date, title) = line.split_once(" | ").ok_or(format!("not the first line of an entry: {line}"))?;
            let mut entry = Expected::default();
            entry.fields[DATE] = date.into();
            entry.fields[TITLE] = title.into();
            entries.push(entry);
            continue;
        };
        let entry = entries.last_mut().ok_or(format!("no entry above: {line}"))?;
        read_line(entry, more).ok_or(format!("not a line of an entry: {line}"))?;
    }
    for Expected { fields, is_missing, .. } in &entries {
        // How the reason of an entry will be worded that nobody has found yet, is not for this file to say.
        let may_lack = |name: &str| name == "source" || name == "why" && *is_missing;
        if fields.iter().zip(FIELDS).any(|(field, name)| field.is_empty() && !may_lack(name)) {
            return Err(format!("not a whole entry: {fields:?}"));
        }
    }
    Ok(entries)
}

fn read_line(entry: &mut Expected, line: &str) -> Option<()> {
    if let Some(remark) = line.strip_prefix("# ") {
        entry.remarks.push(remark.into());
    } else if let Some(why) = line.strip_prefix("why: ") {
        entry.fields[5] = why.into();
    } else if line == "! missing today" {
        entry.is_missing = true;
    } else if line == "! too much today" {
        entry.is_too_much = true;
    } else if let Some(today) = line.strip_prefix("! ") {
        let (name, value) = today.split_once(" today:")?;
        let number = FIELDS.iter().position(|field| *field == name)?;
        entry.today[number] = Some(value.trim().into());
    } else {
        let (known, source) = line.split_once(", source: ").unwrap_or((line, ""));
        let (status, certainty) = known.split_once(", ")?;
        for (field, value) in entry.fields[2..].iter_mut().zip([status, certainty, source]) {
            *field = value.into();
        }
    }
    Some(())
}

fn fields(event: &Event) -> Fields {
    let extent = &event.when.extent;
    [
        format!("{} {}", edtf::write(extent), word(&BOUNDS, extent.bound)),
        event.title.clone(),
        word(&STATUSES, event.status).into(),
        word(&CERTAINTIES, event.when.certainty).into(),
        event.source.clone().unwrap_or_default(),
        event.when.why.clone(),
    ]
}
