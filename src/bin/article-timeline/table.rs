//! The main job: an article's timeline as a table to read, or as Timeline JSON.
//!
//! In: what the user named. Out: the table on standard output, the warnings on standard error. It must never learn how dates are found.

use crate::Failure;
use crate::days;
use crate::input::{self, Input};
use crate::models::models;
use crate::options::{Main, To};
use crate::paper::{Paper, Style, columns, wrap};
use article_timeline::events;
use article_timeline::exchange::json::from_timeline;
use article_timeline::exchange::{self, Format};
use article_timeline::language::Languages;
use article_timeline::timeline::{Event, Source, Status, Timeline};
use std::io::{self, Write};

/// Prints the timeline of what `main` names.
pub(crate) fn show(main: &Main) -> Result<(), Failure> {
    if matches!(main.to, To::Edtf | To::Words) {
        return date(main);
    }
    let languages = Languages::shipped();
    let timeline = match input::read(&main.source, &languages)? {
        Input::Timeline(timeline) => timeline,
        Input::Articles(articles, _) => events::build(&articles, &languages, models(), events::Options::default()),
    };
    match main.to.format() {
        None => table(&timeline)?,
        Some(Format::Json) => {
            let json = serde_json::to_string_pretty(&from_timeline(&timeline)).map_err(|error| error.to_string())?;
            writeln!(io::stdout(), "{json}")?;
        }
        Some(format) => {
            let written = exchange::write(
                &timeline,
                format,
                &exchange::Options { lang: main.source.lang.as_deref(), languages: &languages },
            );
            writeln!(io::stdout(), "{}", written.data.trim_end())?;
            note_lost(&written.lost);
        }
    }
    warn(&timeline)
}

/// One date into another form: EDTF or words.
fn date(main: &Main) -> Result<(), Failure> {
    let (text, from) = input::read_date(&main.source)?;
    let languages = Languages::shipped();
    let options = exchange::Options { lang: main.source.lang.as_deref(), languages: &languages };
    let converted = exchange::convert(&text, Some(from), main.to.format().unwrap_or(Format::Edtf), &options)
        .map_err(|error| error.to_string())?;
    writeln!(io::stdout(), "{}", converted.data)?;
    Ok(())
}

/// What the format can't say, on standard error.
fn note_lost(lost: &[String]) {
    for what in lost {
        // Notes are no reason to fail where standard error is closed.
        let _ = writeln!(io::stderr(), "Note: lost, because the format can't say it: {what}.");
    }
}

/// One line a warning, in front of nothing else on standard error.
pub(crate) fn warn(timeline: &Timeline) -> Result<(), Failure> {
    for warning in &timeline.warnings {
        // Notes are no reason to fail where standard error is closed.
        let _ = writeln!(io::stderr(), "Note: {}", warning.message);
    }
    Ok(())
}

fn table(timeline: &Timeline) -> io::Result<()> {
    let mut paper = Paper::new();
    for article in &timeline.articles {
        head(&mut paper, article)?;
    }
    if timeline.events.is_empty() {
        return paper.line("No dated events were found.", Style::Plain);
    }
    let labels: Vec<String> = timeline.events.iter().map(|event| days::label(&event.when.extent)).collect();
    // Dates stand in a column of their own where that leaves room to read, else above their event.
    let widest = labels.iter().map(|label| columns(label)).max().unwrap_or(0).min(28);
    let beside = paper.width >= widest + 42;
    let indent = if beside { widest + 2 } else { 2 };
    for (place, (event, label)) in timeline.events.iter().zip(&labels).enumerate() {
        if place > 0 {
            paper.line("", Style::Plain)?;
        }
        row(&mut paper, event, label, indent, beside)?;
    }
    Ok(())
}

fn head(paper: &mut Paper, article: &Source) -> io::Result<()> {
    if let Some(headline) = &article.headline {
        paper.paragraph(headline, 0, Style::Bold)?;
    }
    if let Some(published) = article.published {
        paper.line(&format!("Published {}", days::in_words(published)), Style::Dim)?;
    }
    if article.headline.is_some() || article.published.is_some() {
        paper.line("", Style::Plain)?;
    }
    Ok(())
}

/// Date, title, who says so, and the sentence.
fn row(paper: &mut Paper, event: &Event, label: &str, indent: usize, beside: bool) -> io::Result<()> {
    let mut lines = wrap(&event.title, paper.width.saturating_sub(indent)).into_iter();
    let fits = beside && columns(label) + 2 <= indent;
    if fits {
        let gap = " ".repeat(indent - columns(label));
        paper.words(label, Style::Plain)?;
        paper.words(&gap, Style::Plain)?;
        paper.line(&lines.next().unwrap_or_default(), Style::Bold)?;
    } else {
        paper.line(label, Style::Plain)?;
    }
    for line in lines {
        paper.words(&" ".repeat(indent), Style::Plain)?;
        paper.line(&line, Style::Bold)?;
    }
    if let Some(said) = said(event) {
        paper.paragraph(&said, indent, Style::Plain)?;
    }
    match event.evidence.first() {
        Some(evidence) if evidence.text != event.title => paper.paragraph(&evidence.text, indent, Style::Dim),
        _ => Ok(()),
    }
}

/// What keeps an event from being a plain fact.
fn said(event: &Event) -> Option<String> {
    match (event.status, &event.source) {
        (Status::Planned, Some(source)) => Some(format!("Planned, according to {source}")),
        (Status::Planned, None) => Some("Planned".into()),
        (_, Some(source)) => Some(format!("According to {source}")),
        (Status::Reported, None) => Some("Reported".into()),
        (Status::Happened, None) => None,
    }
}
