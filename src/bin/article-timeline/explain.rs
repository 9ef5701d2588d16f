//! Every stage for one article: what was read, what was left out, the words that speak of time, their dates, the events, and why.
//!
//! In: what the user named. Out: a report on standard output. It must never learn more than the library tells everyone.

use crate::Failure;
use crate::days;
use crate::input::{self, Input};
use crate::options::Source;
use crate::paper::{Paper, Style};
use crate::table::warn;
use article_timeline::article::json::KINDS;
use article_timeline::article::{Article, PublishedSource};
use article_timeline::date::{Moment, Precision, edtf};
use article_timeline::exchange::json::{BOUNDS, CERTAINTIES, PRECISIONS, STATUSES, word};
use article_timeline::temporal::{Anchor, Context, Dated, Language, lexer, tag_all};
use article_timeline::timeline::{self, Timeline};
use std::io;

/// Prints the stages.
pub(crate) fn show(source: &Source) -> Result<(), Failure> {
    let mut paper = Paper::new();
    let timeline = match input::read(source)? {
        Input::Timeline(timeline) => timeline,
        Input::Articles(articles, text) => {
            for article in &articles {
                explain_article(&mut paper, article, text.as_deref())?;
            }
            timeline::build(&articles, timeline::Options::default())
        }
    };
    explain_events(&mut paper, &timeline)?;
    warn(&timeline)
}

fn explain_article(paper: &mut Paper, article: &Article, source: Option<&str>) -> io::Result<()> {
    paper.line("ARTICLE", Style::Bold)?;
    field(paper, "headline", article.headline.as_deref().unwrap_or("none found"))?;
    let published = article.published.as_ref().map(|published| {
        let found = match published.source {
            PublishedSource::Given => "as given",
            PublishedSource::Metadata => "from the article's data",
            PublishedSource::DateLine => "from its date line",
        };
        format!("{} ({found})", days::in_words(published.at))
    });
    field(paper, "published", published.as_deref().unwrap_or("not known"))?;
    field(paper, "language", article.language.as_deref().unwrap_or("en (assumed)"))?;
    paper.line("\nBLOCKS", Style::Bold)?;
    for (number, block) in article.blocks.iter().enumerate() {
        field(paper, &format!("{number} {}", word(&KINDS, block.kind)), &block.text)?;
    }
    if let Some(source) = source {
        explain_left_out(paper, article, source)?;
    }
    explain_mentions(paper, article)
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
    paper.line("\nNOT IN A BLOCK (headline, date line, page furniture)", Style::Bold)?;
    lines.into_iter().try_for_each(|line| paper.paragraph(line, 2, Style::Dim))
}

/// Tokens and mentions of the headline and of each block that has any.
fn explain_mentions(paper: &mut Paper, article: &Article) -> io::Result<()> {
    let Some(language) = Language::by_tag(article.language.as_deref().unwrap_or("en")) else { return Ok(()) };
    paper.line("\nMENTIONS (counted from the publication date or from a mention before)", Style::Bold)?;
    let published = article.published.as_ref().map(|published| published.at);
    let texts: Vec<&str> = article
        .headline
        .iter()
        .map(String::as_str)
        .chain(article.blocks.iter().map(|block| block.text.as_str()))
        .collect();
    let headlines = usize::from(article.headline.is_some());
    let dated = tag_all(&texts, Context { language, published });
    for (number, (text, mentions)) in texts.iter().zip(&dated).enumerate() {
        if mentions.is_empty() {
            continue;
        }
        let place = number.checked_sub(headlines).map_or("headline".to_string(), |block| format!("block {block}"));
        paper.line(&place, Style::Plain)?;
        field(paper, "tokens", &tokens(text, language))?;
        for mention in mentions {
            explain_mention(paper, text, mention, &texts, &dated)?;
        }
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
    texts: &[&str],
    dated: &[Vec<Dated>],
) -> io::Result<()> {
    paper.paragraph(&format!("\u{201c}{}\u{201d}", mention.phrase.of(text)), 4, Style::Bold)?;
    let mut value = String::new();
    mention.timex.value.write(&mut value);
    let modifier = mention.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.name()));
    paper.paragraph(&format!("timex    {} {value}{modifier}", mention.timex.kind.name()), 6, Style::Plain)?;
    paper.paragraph(&format!("pattern  line {} of languages/{}.lang", mention.pattern, "en"), 6, Style::Plain)?;
    paper.paragraph(&format!("meaning  {:?}", mention.meaning), 6, Style::Plain)?;
    if let Some(signal) = mention.signal {
        paper.paragraph(&format!("signal   {signal:?}"), 6, Style::Plain)?;
    }
    let from = match mention.anchor {
        Anchor::Absolute => "named in full".to_string(),
        Anchor::Published => "counted from the publication date".to_string(),
        Anchor::Mention(text, place) => {
            let words = texts.get(text).zip(dated.get(text).and_then(|mentions| mentions.get(place)));
            format!("counted from \u{201c}{}\u{201d}", words.map_or("", |(text, mention)| mention.span.of(text)))
        }
    };
    let date = match mention.range {
        Some(range) => format!("{} ({}), {from}", limits(range.first, range.last), word(&PRECISIONS, range.precision)),
        None => "none: a length, a repetition, or not known".into(),
    };
    paper.paragraph(&format!("date     {date}"), 6, Style::Plain)
}

fn limits(first: Moment, last: Moment) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn explain_events(paper: &mut Paper, timeline: &Timeline) -> io::Result<()> {
    paper.line("\nEVENTS", Style::Bold)?;
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
        paper.paragraph(&format!("when      {}", facts.join(", ")), 6, Style::Plain)?;
        if !event.when.why.is_empty() {
            paper.paragraph(&format!("why       {}", event.when.why), 6, Style::Plain)?;
        }
        let source = event.source.as_ref().map_or(String::new(), |source| format!(", according to {source}"));
        paper.paragraph(&format!("status    {}{source}", word(&STATUSES, event.status)), 6, Style::Plain)?;
        let percent = (event.importance.clamp(0.0, 1.0) * 100.0) as u32;
        paper.paragraph(&format!("weight    {percent} %"), 6, Style::Plain)?;
        for evidence in &event.evidence {
            let place = evidence.block.map_or("headline".into(), |block| format!("block {block}"));
            paper.paragraph(&format!("evidence  {place}: {}", evidence.text), 6, Style::Dim)?;
        }
    }
    Ok(())
}

fn field(paper: &mut Paper, name: &str, text: &str) -> io::Result<()> {
    paper.words(&format!("  {name:<13} "), Style::Dim)?;
    let lines = crate::paper::wrap(text, paper.width.saturating_sub(16));
    let mut lines = lines.into_iter();
    paper.line(&lines.next().unwrap_or_default(), Style::Plain)?;
    for line in lines {
        paper.words(&" ".repeat(16), Style::Plain)?;
        paper.line(&line, Style::Plain)?;
    }
    Ok(())
}
