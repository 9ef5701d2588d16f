//! What may stand on the command line, with the help that is printed for it.
//!
//! In: arguments. Out: [`Options`]. It must never learn what the options do.

use article_timeline::base::{date::Moment, edtf};
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
        after_help = "Each line of standard input is {\"id\", \"text\", \"published\"?, \"lang\"?}; its answer is \
        {\"id\", \"timexes\": [{\"start\", \"end\", \"text\", \"type\", \"value\", \"mod\"?}]}, offsets in Unicode code points. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Tag(Batch),
    /// Batch: read articles (headline, date, blocks), one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"text\"} (HTML comes in a later version); its answer is \
        {\"id\", \"article\": {\"headline\", \"published\", \"modified\", \"language\", \"url\", \"blocks\": [{\"kind\", \"text\"}]}}. \
        A line that can't be read is answered with {\"id\", \"error\"}; blank lines are skipped."
    )]
    Read(Batch),
    /// Batch: make timelines, one JSON document a line
    #[command(
        after_help = "Each line of standard input is {\"id\", \"text\" or \"article\" or \"articles\", \"published\"?, \"lang\"?}; its \
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
    /// Read clauses from trees, which the model of the language makes (for build)
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
    /// Article JSON {headline, published, text or blocks}, a list of those, or Timeline JSON
    Json,
    /// A web page (comes in a later version)
    Html,
    /// schema.org data (comes in a later version)
    Jsonld,
    /// TimelineJS data (comes in a later version)
    Timelinejs,
    /// A spreadsheet (comes in a later version)
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    /// A table to read: as wide as the terminal; elsewhere plain text, 100 columns wide. COLUMNS sets the width
    Table,
    /// Timeline JSON
    Json,
    /// TimelineJS data (comes in a later version)
    Timelinejs,
    /// A spreadsheet (comes in a later version)
    Csv,
    /// A calendar (comes in a later version)
    Ics,
    /// schema.org data (comes in a later version)
    Jsonld,
    /// A list for a web page (comes in a later version)
    Html,
}

fn moment(text: &str) -> Result<Moment, String> {
    edtf::read_moment(text).ok_or_else(|| "it should look like 2016-11-01 or 2016-11-01T14:05+01:00".into())
}
