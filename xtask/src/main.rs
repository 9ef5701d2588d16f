//! The project's commands: `cargo run -p xtask -- build` and so on; package.json gives them their short names.
//! Comes in: a command name. Goes out: files in `dist/` and `target/`, a served page, a verdict. Knows nothing of
//! timelines: it only runs the compilers, the browsers and the checks.

mod browser;
mod check;
mod compiler;
mod counts;
mod dist;
mod doctor;
mod glue;
mod node;
mod packages;
mod panics;
mod project;
mod run;
mod serve;
mod size;
mod start;
mod train;
mod wasm;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo run -p xtask -- COMMAND

  start    build, then serve the demo on 127.0.0.1 (port 8080, or PORT)
  test     everything that must hold: formatting, lints, native tests, three browsers, the package, the sizes
  check    the part of it that needs no browser
  browser [ENGINE...] [FILE...]
           build, then run tests/browser in chromium, firefox, webkit; FILE is a part of a test file's name
  build    compile to WebAssembly, write everything a page needs into dist/
  size     build, then tell the sizes and what the wasm is made of; with --std what unstable flags would make of it
  bench [FILE...]
           how fast it reads: natively (cargo bench), and in Chromium beside chrono-node; FILE has other texts, JSON a line
  bench node [FILE...]
           the same in Node alone
  bench blocking
           how long the demo holds up its page when it reads its articles, beside the same page with finished JSON
  bench pages FILE [EVERY]
           what the element without any attribute makes of stored pages (JSON a line, gzipped), and how long the walk over them takes
  pictures [FOLDER [WORD...]]
           draws the gold timelines and TimelineJS files of ../shared/eval/data, or of that folder, and counts cut titles, depth, white
  train CODE --data FOLDER
           learn models/CODE.model from treebanks, as models/CODE.settings says; goes on where it was broken off
  trees CODE --data FOLDER NAME...
           how good the trees of models/CODE.model are on those treebanks, from gold words and from raw text
  doctor   what this machine has and lacks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        Some("start") => start::start(),
        Some("test") => closing_line(check::everything()),
        Some("check") => closing_line(check::without_browser()),
        Some("browser") => verdict(browser::run(arguments.get(1..).unwrap_or_default())?),
        Some("build") => dist::build().map(drop),
        Some("train") => train::run(arguments.get(1..).unwrap_or_default()),
        Some("trees") => train::measure::run(arguments.get(1..).unwrap_or_default()),
        Some("pictures") => browser::bench("tests/browser/pictures/real.mjs", arguments.get(1..).unwrap_or_default()),
        Some("bench") => bench(arguments.get(1..).unwrap_or_default()),
        Some("doctor") => doctor::run(),
        Some("size") if arguments.iter().any(|word| word == "--std") => size::recipes(),
        Some("size") => verdict(size::inside()?),
        Some(other) => bail!("there is no command '{other}'\n\n{USAGE}"),
        None => bail!("which command?\n\n{USAGE}"),
    }
}

fn bench(words: &[String]) -> Result<()> {
    match words.split_first() {
        Some((first, files)) if first == "node" => {
            dist::build()?;
            run::shown(run::program("node", &["benches/node.mjs"]).args(files))
        }
        Some((first, words)) if first == "blocking" => browser::bench("benches/blocking.mjs", words),
        Some((first, words)) if first == "pages" => browser::bench("benches/pages.mjs", words),
        _ => {
            run::shown(&mut run::program("cargo", &["bench"]))?;
            browser::bench("benches/browser.mjs", words)
        }
    }
}

/// The last thing printed, alone on its line: CI reads it.
fn closing_line(counts: counts::Counts) -> Result<()> {
    println!("\n{counts}");
    std::process::exit(i32::from(counts.failed > 0))
}

fn verdict(counts: counts::Counts) -> Result<()> {
    if counts.failed > 0 {
        bail!("{} failed", counts.failed);
    }
    Ok(())
}
