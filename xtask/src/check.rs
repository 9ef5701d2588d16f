//! `npm test`: everything that must hold before a change lands, each step printed as it goes; the closing line has the counts.
//! `npm run check` is the part that needs no browser and no wasm compiler.

use crate::compiler::{self, Compiler, TARGET};
use crate::run::{Counts, counted, program, quiet, shown, step, succeeds};
use crate::wasm::{self, PROGRAMS};
use crate::{browser, node, packages, size};
use anyhow::{Result, bail};
use std::process::Command;

/// Debian's clippy for Debian's compiler.
const DEBIAN_CLIPPY: &str = "rust-web-clippy";

/// Every check, after installing what is missing where that is possible.
pub(crate) fn everything() -> Counts {
    let mut counts = many("npm packages and browsers", prepare);
    counts += without_browser();
    counts += many("clippy (wasm)", clippy_wasm);
    counts += many("browser tests", || browser::run(&[]));
    counts += many("package test", || counted(&mut program("node", &["tests/package/run.mjs"])));
    counts +=
        many("consumers that take seconds", || counted(&mut program("node", &["tests/consumers/run.mjs", "--quick"])));
    counts += many("size gate", size::gate);
    if counts.skipped > 0 && std::env::var("CI").is_ok_and(|ci| ci == "true") {
        println!("CI=true: what was skipped has failed");
        counts.failed += std::mem::take(&mut counts.skipped);
    }
    counts
}

/// Formatting, lints and native tests.
pub(crate) fn without_browser() -> Counts {
    let mut counts = many("rustfmt", || one(&mut cargo(&["fmt", "--all", "--check"])));
    counts += many("clippy", || one(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])));
    counts += many("cargo test", || counted(&mut cargo(&["test", "--workspace", "--no-fail-fast"])));
    counts
}

/// One step: its title before, and what went wrong in it after. A step that could not be made has failed.
fn many(title: &str, run: impl FnOnce() -> Result<Counts>) -> Counts {
    println!();
    step(title);
    run().unwrap_or_else(|error| {
        println!("FAILED: {title}: {error:#}");
        Counts::FAILED
    })
}

/// A program whose success is one check.
fn one(command: &mut Command) -> Result<Counts> {
    shown(command)?;
    Ok(Counts::PASSED)
}

fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Gets the packages of npm and the browsers; a browser that cannot be had is not this step's failure: its tests are skipped.
fn prepare() -> Result<Counts> {
    node::ensure_modules()?;
    let missing = quiet(&mut program("node", &["tests/browser/run.mjs", "--missing"]))?;
    let missing: Vec<&str> = missing.split_whitespace().collect();
    if missing.is_empty() {
        println!("   all there");
    } else if packages::can_install() {
        packages::install(&missing)?;
    } else {
        println!("   not installed here: {}; their tests are skipped", missing.join(", "));
    }
    Ok(Counts::default())
}

/// The code that only the wasm has is linted too, each program by itself: neither may lean on what is compiled for the other.
fn clippy_wasm() -> Result<Counts> {
    let mut counts = Counts::default();
    for program in PROGRAMS {
        counts += clippy_program(program)?;
    }
    Ok(counts)
}

fn clippy_program(feature: &str) -> Result<Counts> {
    let target = ["--lib", "--target", TARGET, "--no-default-features", "--features", feature];
    match compiler::find_or_get()? {
        Compiler::Ready => {
            let mut clippy = cargo(&["clippy"]);
            one(clippy.args(target).args(["--", "-D", "warnings"]).env("CARGO_ENCODED_RUSTFLAGS", wasm::FEATURES))
        }
        Compiler::BuildsStd(rustc) => {
            // A compiler with its library's sources has its own clippy beside it, if any; cargo takes both by their paths.
            let driver = rustc.with_file_name("clippy-driver");
            if !succeeds(&mut program(&driver, &["--version"])) && packages::can_install() {
                packages::install(&[DEBIAN_CLIPPY])?;
            }
            if !succeeds(&mut program(&driver, &["--version"])) {
                bail!("there is no clippy for {}", rustc.display());
            }
            let mut check = cargo(&["check", "-Zbuild-std=std,panic_abort", "--target-dir"]);
            check.arg(crate::project::target().join("wasm-with-std")).args(target);
            check.env("CARGO_ENCODED_RUSTFLAGS", wasm::FEATURES);
            check.env("RUSTC", &rustc).env("RUSTC_BOOTSTRAP", "1").env("RUSTC_WORKSPACE_WRAPPER", &driver);
            one(check.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings").env("CLIPPY_CONF_DIR", crate::project::root()))
        }
    }
}
