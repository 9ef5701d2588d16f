//! Debian's packages, installed only as root on a machine that has apt-get. Everybody else is told what to install.

use crate::run::{program, quiet, step};
use anyhow::Result;

/// Whether this process may install packages here.
pub(crate) fn can_install() -> bool {
    let is_root = quiet(&mut program("id", &["-u"])).is_ok_and(|user| user.trim() == "0");
    is_root && std::path::Path::new("/usr/bin/apt-get").exists()
}

/// Installs the packages with what they need and nothing that they only recommend.
///
/// # Errors
/// When apt-get fails; its last words are in the error.
pub(crate) fn install(names: &[&str]) -> Result<()> {
    step(&format!("apt-get install {}", names.join(" ")));
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(names);
    // Lists of packages go stale: a first try with those at hand saves the update when they are fresh.
    if apt_get(&install).is_ok() {
        return Ok(());
    }
    apt_get(&["update"])?;
    apt_get(&install)
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    quiet(program("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}
