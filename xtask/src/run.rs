//! Running other programs: each says in one line what it does before it does it, and a failure says which program
//! it was and how it ended.

pub(crate) use crate::counts::Counts;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Prints one step, so that nobody looks at a silent terminal.
pub(crate) fn step(what: &str) {
    println!("-- {what}");
}

/// The program with its arguments, started in the checkout's top folder.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(crate::project::root()).stdin(Stdio::null());
    command
}

/// Runs to the end with the output shown as it comes.
///
/// # Errors
/// When the program is missing or does not end with success.
pub(crate) fn shown(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program that tests something: its output is shown as it comes, and the counts in it are added up. A program that
/// ends with a failure counts at least one, and one that counted nothing has failed.
///
/// # Errors
/// When the program does not start.
pub(crate) fn counted(command: &mut Command) -> Result<Counts> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {}", line(command)))?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            counts += Counts::from_closing_line(&line).or_else(|| Counts::from_test_result(&line)).unwrap_or_default();
        }
    }
    let status = child.wait()?;
    if counts == Counts::default() || (!status.success() && counts.failed == 0) {
        println!("{} ended with {status} and these counts: {counts}", self::line(command));
        counts += Counts::FAILED;
    }
    Ok(counts)
}

/// Runs to the end in silence and gives what it printed; when it fails, what it complained of is in the error.
///
/// # Errors
/// When the program is missing or does not end with success.
pub(crate) fn quiet(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {}", line(command)))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}\n{}{}",
            line(command),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether the program starts and ends with success; what it prints is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
