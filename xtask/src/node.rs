//! The tools that come from npm: makes sure that they are there, and finds them.

use crate::project;
use crate::run::{program, quiet, step};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

/// Runs `npm ci` unless what is installed is at least as new as the lockfile.
///
/// # Errors
/// When there is no npm, or it fails.
pub(crate) fn ensure_modules() -> Result<()> {
    // npm writes this file last, so its time is the time of the installation.
    let installed = modified(project::root().join("node_modules/.package-lock.json"));
    let locked = modified(project::root().join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    step("npm ci");
    quiet(&mut program("npm", &["ci", "--no-audit", "--no-fund"]))
        .context("could not install the npm packages")
        .map(drop)
}

/// A command that runs the tool of that name from node_modules.
///
/// # Errors
/// When the tool is not installed.
pub(crate) fn tool(script: &str, arguments: &[&str]) -> Result<Command> {
    let path = project::root().join("node_modules").join(script);
    if !path.exists() {
        bail!("{} is missing; `npm ci` installs it", path.display());
    }
    let mut command = program("node", &[]);
    command.arg(path).args(arguments);
    Ok(command)
}

fn modified(path: PathBuf) -> Option<SystemTime> {
    std::fs::metadata(path).ok()?.modified().ok()
}
