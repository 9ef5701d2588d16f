//! Running other programs: each says in one line what it does before it does it, and a failure says which program
//! it was and how it ended.

use anyhow::{Context, Result, bail};
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
