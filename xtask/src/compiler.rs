//! Finds a Rust compiler that can make WebAssembly, or gets one. Comes in: this machine. Goes out: which compiler, and
//! whether the standard library must be compiled along. The order: what is there, rustup, a compiler with the standard
//! library's sources, Debian's packages; else one error that lists the ways.

use crate::run::{program, quiet, step, succeeds};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler with the sources of its standard library, and the linker it needs.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "rust-web-src", "rust-web-llvm", "lld-22"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// The toolchain has the target's standard library ready.
    Ready,
    /// This rustc has the sources of its standard library, which is compiled along (`-Zbuild-std`).
    BuildsStd(PathBuf),
}

impl std::fmt::Display for Compiler {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Compiler::Ready => write!(out, "the toolchain's own {TARGET} target"),
            Compiler::BuildsStd(rustc) => write!(out, "{} (compiling the standard library along)", rustc.display()),
        }
    }
}

/// The compiler to use, installing one when that is possible.
///
/// # Errors
/// When there is none and none could be installed: the ways to get one.
pub(crate) fn find_or_get() -> Result<Compiler> {
    if let Some(compiler) = find_ready() {
        return Ok(compiler);
    }
    if rustup_adds_target() {
        return Ok(Compiler::Ready);
    }
    if let Some(compiler) = find_with_sources() {
        return Ok(compiler);
    }
    if crate::packages::can_install() {
        step("no wasm compiler here: installing Debian's (161 MB)");
        crate::packages::install(&DEBIAN_PACKAGES)?;
        if let Some(compiler) = find_with_sources() {
            return Ok(compiler);
        }
    }
    bail!(
        "no compiler here can make {TARGET}. Any one of these gets one:\n\
         \x20 rustup target add {TARGET}\n\
         \x20 rustup component add rust-src\n\
         \x20 apt-get install --no-install-recommends {}   (Debian, as root)",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// Looks, but gets nothing.
pub(crate) fn find() -> Option<Compiler> {
    find_ready().or_else(find_with_sources)
}

fn find_ready() -> Option<Compiler> {
    let folder = quiet(&mut program(default_rustc(), &["--print", "target-libdir", "--target", TARGET])).ok()?;
    let has_core = std::fs::read_dir(folder.trim())
        .ok()?
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"));
    has_core.then_some(Compiler::Ready)
}

/// Asks rustup, and takes its word by the exit status alone: where its server is out of reach it fails at once.
fn rustup_adds_target() -> bool {
    if !succeeds(&mut program("rustup", &["--version"])) {
        return false;
    }
    step(&format!("rustup target add {TARGET}"));
    let Ok(mut child) = program("rustup", &["target", "add", TARGET]).stderr(std::process::Stdio::null()).spawn()
    else {
        return false;
    };
    // A network that swallows packets must not hold up the ways that are left.
    for _ in 0..600 {
        match child.try_wait() {
            Ok(Some(status)) => return status.success() && find_ready().is_some(),
            Ok(None) => std::thread::sleep(Duration::from_millis(200)),
            Err(_) => return false,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// A compiler that could compile its standard library along, whether or not that is needed.
pub(crate) fn find_with_sources() -> Option<Compiler> {
    [default_rustc(), PathBuf::from("/usr/bin/rustc")]
        .into_iter()
        .find(|rustc| has_sources(rustc))
        .map(Compiler::BuildsStd)
}

fn has_sources(rustc: &Path) -> bool {
    quiet(&mut program(rustc, &["--print", "sysroot"]))
        .is_ok_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml").exists())
}

/// What cargo would call.
fn default_rustc() -> PathBuf {
    std::env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from)
}
