//! Every stage for one article: what was read, what was left out, the words that speak of time, their dates, the events, and why.
//!
//! In: what the user named. Out: a report on standard output. It must never learn more than the library tells everyone.

use crate::Failure;
use crate::days;
use crate::input::{self, Input};
use crate::models::models;
use crate::options::Source;
use crate::paper::{Paper, Style, wrap};
use crate::table::warn;
use crate::trees;
use article_timeline::article::json::KINDS;
use article_timeline::article::{Article, PublishedSource};
use article_timeline::base::{
    date::{Moment, Precision},
    edtf,
};
use article_timeline::events;
use article_timeline::exchange::json::{BOUNDS, CERTAINTIES, PRECISIONS, STATUSES, word};
use article_timeline::language::{Language, Languages, lexer};
use article_timeline::temporal::{Context, CountedFrom, Dated, tag_all};
use article_timeline::timeline::Timeline;
use std::io;

/// Prints the stages.
pub(crate) fn show(source: &Source) -> Result<(), Failure> {
    let mut paper = Paper::new();
    let languages = Languages::shipped();
    let timeline = match input::read(source, &languages)? {
        Input::Timeline(timeline) => timeline,
        Input::Articles(articles, text) => {
            for article in &articles {
                explain_article(&mut paper, article, text.as_deref(), &languages)?;
            }
            events::build(&articles, &languages, models(), events::Options::default())
        }
    };
    explain_events(&mut paper, &timeline)?;
    warn(&timeline)
}

fn explain_article(
    paper: &mut Paper,
    article: &Article,
    source: Option<&str>,
    languages: &Languages,
) -> io::Result<()> {
    paper.line("ARTICLE", Style::Bold)?;
    field(paper, "headline", article.headline.as_deref().unwrap_or("none found"))?;
    let published = article.published.as_ref().map(|published| {
        let found = match published.source {
            PublishedSource::Given => "as given",
            PublishedSource::Metadata => "from the article's data",
            PublishedSource::DateLine => "from its date line",
            other => other.in_words(),
        };
        format!("{} ({found})", days::in_words(published.at))
    });
    field(paper, "published", published.as_deref().unwrap_or("not known"))?;
    field(paper, "language", article.language.as_deref().unwrap_or("en (assumed)"))?;
    title(paper, "BLOCKS")?;
    for (number, block) in article.blocks.iter().enumerate() {
        field(paper, &format!("{number} {}", word(&KINDS, block.kind)), &block.text)?;
    }
    if let Some(source) = source {
        explain_left_out(paper, article, source)?;
    }
    match languages.of(article.language.as_deref()) {
        Some(language) => explain_mentions(paper, article, language),
        None => Ok(()),
    }
}

/// Lines of the source that are in no block.
fn explain_left_out(paper: &mut Paper, article: &Article, source: &str) -> io::Result<()> {
    let mut lines = Vec::new();
    let mut from = 0;
    for span in article.blocks.iter().filter_map(|block| block.source) {
        lines.extend(source.get(from..span.start).unwrap_or("").lines());
        from = span.end;
    }
    lines.extend(source.get(from..).unwrap_or("").lines());
    lines.retain(|line| !line.trim().is_empty());
    if lines.is_empty() {
        return Ok(());
    }
    title(paper, "NOT IN A BLOCK (headline, date line, page furniture)")?;
    lines.into_iter().try_for_each(|line| paper.paragraph(line, 2, Style::Dim))
}

/// Tokens and mentions of each block that has any, of those that tell events and of headings, which date what stands below.
fn explain_mentions(paper: &mut Paper, article: &Article, language: &Language) -> io::Result<()> {
    title(paper, "MENTIONS (counted from the publication date or from a mention before)")?;
    let published = article.published.as_ref().map(|published| published.at);
    let read = article.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_read());
    let (numbers, texts): (Vec<usize>, Vec<&str>) = read.map(|(number, block)| (number, block.text.as_str())).unzip();
    let dated = tag_all(&texts, Context::news(language, published));
    for ((number, text), mentions) in numbers.iter().zip(&texts).zip(&dated) {
        if mentions.is_empty() {
            continue;
        }
        paper.line(&format!("block {number}"), Style::Plain)?;
        field(paper, "tokens", &tokens(text, language))?;
        for mention in mentions {
            explain_mention(paper, text, mention, language, &counted_from(mention.anchor, &texts, &dated))?;
        }
    }
    title(paper, "TREES (of the sentences with a mention; ? where the parser is not sure)")?;
    for (text, mentions) in texts.iter().zip(&dated) {
        let holds =
            |start: usize, end: usize| mentions.iter().any(|mention| (start..end).contains(&mention.span.start));
        trees::show(paper, text, language, holds)?;
    }
    Ok(())
}

/// The text cut at its tokens.
fn tokens(text: &str, language: &Language) -> String {
    let tokens = lexer::lex(text, language);
    let words: Vec<&str> = tokens.iter().map(|token| token.span().of(text)).filter(|word| !word.is_empty()).collect();
    words.join(" \u{b7} ")
}

fn explain_mention(
    paper: &mut Paper,
    text: &str,
    mention: &Dated,
    language: &Language,
    counted_from: &str,
) -> io::Result<()> {
    paper.paragraph(&format!("\u{201c}{}\u{201d}", mention.phrase.of(text)), 4, Style::Bold)?;
    let mut timex = format!("{} ", mention.timex.kind.name());
    mention.timex.value.write(&mut timex);
    if let Some(modifier) = mention.timex.modifier {
        timex = format!("{timex} {}", modifier.name());
    }
    let date = match mention.range {
        Some(range) => {
            format!("{} ({}), {counted_from}", limits(range.first, range.last), word(&PRECISIONS, range.precision))
        }
        None => "none: a length, a repetition, or not known".into(),
    };
    detail(paper, "pattern", &format!("line {} of {}.lang", mention.pattern, language.code()))?;
    detail(paper, "meaning", &without_nones(&format!("{:?}", mention.meaning)))?;
    if let Some(signal) = mention.signal {
        detail(paper, "signal", &format!("{signal:?}"))?;
    }
    if let Some(direction) = mention.direction {
        detail(paper, "verbs", &format!("{direction:?}"))?;
    }
    detail(paper, "date", &date)?;
    detail(paper, "timex", &timex)
}

/// A value as Rust writes it, without the fields that say nothing.
fn without_nones(value: &str) -> String {
    const NONE: &str = ": None";
    let mut text = value.to_string();
    while let Some(at) = text.find(NONE) {
        let end = at + NONE.len();
        let start = text.get(..at).and_then(|front| front.rfind([',', '{'])).unwrap_or(at);
        if text.get(start..).is_some_and(|field| field.starts_with(',')) {
            text.replace_range(start..end, "");
        } else {
            // The first field takes the comma behind it along.
            let comma = usize::from(text.get(end..).is_some_and(|rest| rest.starts_with(',')));
            text.replace_range(start + 1..end + comma, "");
        }
    }
    text
}

/// What a mention was counted from, in words.
fn counted_from(anchor: CountedFrom, texts: &[&str], dated: &[Vec<Dated>]) -> String {
    match anchor {
        CountedFrom::Absolute => "named in full".into(),
        CountedFrom::Published => "counted from the publication date".into(),
        CountedFrom::Mention(text, place) => {
            let mention = dated.get(text).and_then(|mentions| mentions.get(place));
            let words = texts.get(text).zip(mention).map_or("", |(text, mention)| mention.span.of(text));
            format!("counted from \u{201c}{words}\u{201d}")
        }
    }
}

fn limits(first: Moment, last: Moment) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn explain_events(paper: &mut Paper, timeline: &Timeline) -> io::Result<()> {
    title(paper, "EVENTS")?;
    if timeline.events.is_empty() {
        return paper.line("  none", Style::Plain);
    }
    for event in &timeline.events {
        let extent = &event.when.extent;
        paper.paragraph(&format!("{}: {}", days::label(extent), event.title), 2, Style::Bold)?;
        let precision = if extent.precision == Precision::Day { "" } else { word(&PRECISIONS, extent.precision) };
        let facts = [
            edtf::write(extent),
            word(&BOUNDS, extent.bound).into(),
            precision.into(),
            word(&CERTAINTIES, event.when.certainty).into(),
        ];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        detail(paper, "when", &facts.join(", "))?;
        if !event.when.why.is_empty() {
            detail(paper, "why", &event.when.why)?;
        }
        let source = event.source.as_ref().map_or(String::new(), |source| format!(", according to {source}"));
        detail(paper, "status", &format!("{}{source}", word(&STATUSES, event.status)))?;
        let percent = (event.importance.clamp(0.0, 1.0) * 100.0) as u32;
        detail(paper, "weight", &format!("{percent} %"))?;
        for evidence in &event.evidence {
            let place = evidence.block.map_or("headline".into(), |block| format!("block {block}"));
            detail(paper, "evidence", &format!("{place}: {}", evidence.text))?;
        }
    }
    Ok(())
}

fn title(paper: &mut Paper, text: &str) -> io::Result<()> {
    paper.line("", Style::Plain)?;
    paper.line(text, Style::Bold)
}

fn field(paper: &mut Paper, name: &str, text: &str) -> io::Result<()> {
    labelled(paper, 2, 14, name, text)
}

fn detail(paper: &mut Paper, name: &str, text: &str) -> io::Result<()> {
    labelled(paper, 6, 10, name, text)
}

/// A name, and a text that stays in the column beside it.
fn labelled(paper: &mut Paper, indent: usize, column: usize, name: &str, text: &str) -> io::Result<()> {
    let mut front = format!("{:indent$}{name:<column$}", "");
    for line in wrap(text, paper.width.saturating_sub(indent + column)) {
        paper.words(&front, Style::Dim)?;
        paper.line(&line, Style::Plain)?;
        front = " ".repeat(indent + column);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_say_nothing_are_left_out() {
        for (value, expected) in [
            ("Point { base: Open, month: None, day: Some(1), zone: None }", "Point { base: Open, day: Some(1) }"),
            ("Length { more: None, unit: Week }", "Length { unit: Week }"),
            ("Vague(Past)", "Vague(Past)"),
        ] {
            assert_eq!(without_nones(value), expected);
        }
    }
}
