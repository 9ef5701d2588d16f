//! The command line: an article in, its timeline out.
//!
//! In: arguments, files, standard input. Out: standard output, notes and errors on standard error, an exit status:
//! 0 all well, 1 some lines of a batch were errors, 2 wrong usage or input that is not what it says it is.

mod batch;
mod days;
mod documents;
mod explain;
mod input;
mod models;
mod options;
mod paper;
mod table;
mod trees;

use clap::Parser;
use options::{Command, Options};
use std::io::{self, Write};
use std::process::ExitCode;

/// What ended a run early.
enum Failure {
    /// One plain sentence for the reader, exit status 2.
    Told(String),
    /// Whoever read our output has stopped reading: no failure at all.
    Unread,
}

impl From<String> for Failure {
    fn from(sentence: String) -> Failure {
        Failure::Told(sentence)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Unread,
            _ => Failure::Told(format!("The answer could not be written: {error}.")),
        }
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    // A panic is reported below as one sentence; its trace would only frighten.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::panic::catch_unwind(|| run(&options)).unwrap_or_else(|_| {
        Err(Failure::Told("This input ran into a fault of article-timeline; please report it.".into()))
    });
    match outcome {
        Ok(status) => status,
        Err(Failure::Unread) => ExitCode::SUCCESS,
        Err(Failure::Told(sentence)) => {
            // Nothing can be done where standard error is closed as well.
            let _ = writeln!(io::stderr(), "article-timeline: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, Failure> {
    match &options.command {
        None => table::show(&options.main).map(|()| ExitCode::SUCCESS),
        Some(Command::Explain(source)) => explain::show(source).map(|()| ExitCode::SUCCESS),
        Some(Command::Tag(batch)) => batch::run(batch, documents::tag),
        Some(Command::Read(batch)) => batch::run(batch, documents::read),
        Some(Command::Build(batch)) if batch.trees => batch::run(batch, documents::build_with_trees),
        Some(Command::Build(batch)) => batch::run(batch, documents::build),
        Some(Command::Parse(batch)) => batch::run(batch, documents::parse_tree),
    }
}
