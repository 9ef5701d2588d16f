//! What may stand on the command line, with the help that is printed for it.
//!
//! In: arguments. Out: [`Options`]. It must never learn what the options do.

use article_timeline::base::{date::Moment, edtf};
use article_timeline::exchange::Format;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "\
Examples:
  article-timeline report.txt                      a readable table
  article-timeline report.txt --to json            the timeline as JSON
  article-timeline - --published 2016-11-01 < report.txt
  article-timeline explain report.txt              why each date is what it is
  article-timeline build --ndjson < articles.ndjson

Exit status: 0 all well; 1 some lines of a batch were errors; 2 wrong usage, or input that is not what it says it is.";

/// Reads a news article and prints its timeline: dates found in the text, each with the sentence it comes from.
#[derive(Parser)]
#[command(name = "article-timeline", version, after_help = AFTER, args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) main: Main,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show every stage for one article: blocks, tokens, mentions, dates, events, and why
    Explain(Source),
    /// Batch: find the time expressions of texts (TIMEX3), one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"text\", \"published\"?, \"lang\"?, \"kind\"?}, kind one of news, message, narrative; its answer is \
        {\"id\", \"timexes\": [{\"start\", \"end\", \"text\", \"type\", \"value\", \"mod\"?}]}, offsets in Unicode code points. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Tag(Batch),
    /// Batch: read articles (headline, date, blocks), one JSON document a line
    #[command(after_help = "Each line of standard input is {\"id\", \"html\" or \"text\", \"url\"?}; its answer is \
        {\"id\", \"article\": {\"headline\", \"published\", \"modified\", \"language\", \"url\", \"blocks\": [{\"kind\", \"text\"}]}}. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped.")]
    Read(Batch),
    /// Batch: make timelines, one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"html\", \"text\", \"article\" or \"articles\", \"published\"?, \"lang\"?}; its \
        answer is {\"id\", \"timeline\": {...}}. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Build(Batch),
    /// Batch: parts of speech and dependency trees of sentences (Universal Dependencies), one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"tokens\": [...], \"lang\"?}; its answer is {\"id\", \"pos\": [...], \
        \"heads\": [...], \"relations\": [...]}, heads counted from 1 with 0 for the root; \"cut\": true where the sentence was too long \
        for one tree. A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Parse(Batch),
    /// Batch: from one format to another, one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"data\", \"from\"?, \"to\", \"lang\"?}; its answer is {\"id\", \"data\", \"lost\": [...]}. \
        data is text, or JSON where the format is JSON; Timeline JSON comes back checked and completed. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Convert(Batch),
}

/// The main job: one article, or a timeline that was made before.
#[derive(Args)]
pub(crate) struct Main {
    #[command(flatten)]
    pub(crate) source: Source,
    /// What to print
    #[arg(long, value_name = "KIND", default_value = "table")]
    pub(crate) to: To,
}

/// An article, and what is known about it.
#[derive(Args)]
pub(crate) struct Source {
    /// The article: a file, or - for standard input
    #[arg(value_name = "FILE|-")]
    pub(crate) file: Option<PathBuf>,
    /// Publication date, as 2016-11-01 or 2016-11-01T14:05+01:00; wins over one found in the text
    #[arg(long, value_name = "DATE", value_parser = moment)]
    pub(crate) published: Option<Moment>,
    /// Language of the article, as en
    #[arg(long, value_name = "CODE")]
    pub(crate) lang: Option<String>,
    /// What the input is; guessed unless given
    #[arg(long, value_name = "KIND")]
    pub(crate) from: Option<From>,
}

#[derive(Args)]
pub(crate) struct Batch {
    /// One JSON document a line on standard input, one answer a line on standard output, in the same order
    #[arg(long, required = true)]
    pub(crate) ndjson: bool,
    /// Every dated event: no ranking, no cap (for build)
    #[arg(long)]
    pub(crate) all: bool,
    /// Let trees turn dates to the year or week that their clause means, as build does (for tag)
    #[arg(long)]
    pub(crate) trees: bool,
    /// Number of threads; as many as there are cores unless given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub(crate) threads: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// Plain text, clean or as pasted from a page
    Text,
    /// Markdown
    #[value(alias = "md")]
    Markdown,
    /// Article JSON {headline, published, text or blocks}, a list of those, or Timeline JSON
    Json,
    /// A web page
    Html,
    /// schema.org data: articles with their text, or else events and lists of events
    Jsonld,
    /// TimelineJS data of any version, JSONP too
    Timelinejs,
    /// A table: our columns, TimelineJS's, or such as date, end, title, text, url, image, group
    Csv,
    /// The same with tabs
    Tsv,
    /// A calendar
    Ics,
    /// A feed: RSS, Atom or JSON Feed, whose entries are read; convert takes it as a list
    Feed,
    /// SIMILE Timeline, JSON or XML
    Simile,
    /// Items of vis-timeline
    Vis,
    /// Rows of Wikidata's query service
    Wikidata,
    /// One date as EDTF, for --to words
    Edtf,
    /// One date in words, for --to edtf
    Words,
}

impl From {
    /// The format of the exchange, where it is one.
    pub(crate) fn format(self) -> Option<Format> {
        match self {
            From::Timelinejs => Some(Format::Timelinejs),
            From::Csv => Some(Format::Csv),
            From::Tsv => Some(Format::Tsv),
            From::Edtf => Some(Format::Edtf),
            From::Words => Some(Format::Words),
            From::Jsonld => Some(Format::Jsonld),
            From::Ics => Some(Format::Ics),
            From::Feed => Some(Format::Feed),
            From::Simile => Some(Format::Simile),
            From::Vis => Some(Format::Vis),
            From::Wikidata => Some(Format::Wikidata),
            From::Text | From::Markdown | From::Json | From::Html => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    /// A table to read: as wide as the terminal; elsewhere plain text, 100 columns wide. COLUMNS sets the width
    Table,
    /// Timeline JSON
    Json,
    /// TimelineJS data, version 3
    Timelinejs,
    /// A table
    Csv,
    /// The same with tabs
    Tsv,
    /// One date as EDTF
    Edtf,
    /// One date in words, in the language of --lang: en or de
    Words,
    /// A calendar
    Ics,
    /// schema.org: a list of events as JSON-LD
    Jsonld,
    /// A list for a web page, which the element takes up
    Html,
}

impl To {
    /// The format of the exchange, where it is one.
    pub(crate) fn format(self) -> Option<Format> {
        match self {
            To::Json => Some(Format::Json),
            To::Timelinejs => Some(Format::Timelinejs),
            To::Csv => Some(Format::Csv),
            To::Tsv => Some(Format::Tsv),
            To::Edtf => Some(Format::Edtf),
            To::Words => Some(Format::Words),
            To::Ics => Some(Format::Ics),
            To::Jsonld => Some(Format::Jsonld),
            To::Html => Some(Format::Html),
            To::Table => None,
        }
    }
}

fn moment(text: &str) -> Result<Moment, String> {
    edtf::read_moment(text).ok_or_else(|| "it should look like 2016-11-01 or 2016-11-01T14:05+01:00".into())
}
