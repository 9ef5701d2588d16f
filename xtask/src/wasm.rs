//! Compiles the crate to WebAssembly, once for each of its two programs, as cargo leaves it: before the glue and before wasm-opt.

use crate::compiler::{Compiler, TARGET};
use crate::project;
use crate::run::{program, shown};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs, by the features of the crate that they are compiled with.
pub(crate) const PROGRAMS: [&str; 3] = ["reader", "widget", "exchange"];

/// What every browser of our floor has (glue.rs) and the compiler does not use unasked: with it trees take a third of the time (docs/syntax.md).
pub(crate) const FEATURES: &str = "-Ctarget-feature=+simd128";

/// What a compiled-along standard library consists of.
const STD_CRATES: [&str; 6] = ["core", "alloc", "std", "compiler_builtins", "panic_abort", "dlmalloc"];

/// How the standard library is compiled along.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StdRecipe {
    /// The folder under the target folder: other flags must not throw away what was compiled.
    pub(crate) folder: &'static str,
    pub(crate) opt_level: &'static str,
    pub(crate) features: &'static str,
    pub(crate) rustflags: &'static str,
}

/// As the one that rustup gives to users of the stable toolchain: optimised for speed, no features. What is measured with it is
/// near to what they get.
pub(crate) const LIKE_STABLE: StdRecipe =
    StdRecipe { folder: "wasm-with-std", opt_level: "3", features: "", rustflags: "" };

/// Runs cargo for one of the programs and gives the path of its .wasm file. Each has a folder of its own: cargo gives both files the crate's name, and
/// would take the other program's for an old one of this.
///
/// # Errors
/// When the code does not compile.
pub(crate) fn compile(compiler: &Compiler, program: &str) -> Result<PathBuf> {
    match compiler {
        Compiler::Ready => run(&project::target().join("wasm").join(program), &mut cargo(program), ""),
        Compiler::BuildsStd(rustc) => compile_with_std(rustc, &LIKE_STABLE, program),
    }
}

/// The same with a standard library of one's own making.
///
/// # Errors
/// When the code does not compile, or this rustc does not know the flags.
pub(crate) fn compile_with_std(rustc: &Path, recipe: &StdRecipe, program: &str) -> Result<PathBuf> {
    let mut cargo = cargo(program);
    cargo.env("RUSTC", rustc).env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort");
    for name in STD_CRATES {
        cargo.arg("--config").arg(format!("profile.wasm.package.{name}.opt-level={}", recipe.opt_level));
    }
    if !recipe.features.is_empty() {
        cargo.arg(format!("-Zbuild-std-features={}", recipe.features));
    }
    run(&project::target().join(recipe.folder).join(program), &mut cargo, recipe.rustflags)
}

fn cargo(feature: &str) -> Command {
    let mut cargo = program(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        &["rustc", "--lib", "--crate-type", "cdylib", "--target", TARGET, "--no-default-features", "--profile", "wasm"],
    );
    cargo.args(["--features", feature]);
    cargo
}

fn run(folder: &Path, cargo: &mut Command, flags: &str) -> Result<PathBuf> {
    // Where panics come from stands in the wasm: of the builder's own folders nothing should, and the same source should give the same bytes.
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let mut flags: Vec<String> = flags.split_whitespace().map(str::to_owned).collect();
    flags.extend(home.map(|home| format!("--remap-path-prefix={home}/registry/src/=")));
    flags.push(FEATURES.into());
    // The parting sign that allows blanks in a path.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    shown(cargo.arg("--target-dir").arg(folder))?;
    let wasm = folder.join(TARGET).join("wasm/article_timeline.wasm");
    if !wasm.exists() {
        bail!("cargo wrote no {}", wasm.display());
    }
    Ok(wasm)
}
