//! Compiles the crate to WebAssembly, as cargo leaves it: before the glue and before wasm-opt.

use crate::compiler::{Compiler, TARGET};
use crate::project;
use crate::run::{program, shown};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// What a compiled-along standard library consists of. rustup's ready one is optimised for speed (opt-level 3), so these
/// are too: what is measured here is then what users of the stable toolchain get.
const STD_CRATES: [&str; 6] = ["core", "alloc", "std", "compiler_builtins", "panic_abort", "dlmalloc"];

/// Runs cargo and gives the path of the .wasm file.
///
/// # Errors
/// When the code does not compile.
pub(crate) fn compile(compiler: &Compiler) -> Result<PathBuf> {
    // A folder of its own: another rustc or other flags must not throw away what `cargo build` has compiled.
    let folder = project::target().join(match compiler {
        Compiler::Ready => "wasm",
        Compiler::BuildsStd(_) => "wasm-with-std",
    });
    let mut cargo = program(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        &[
            "rustc",
            "--quiet",
            "--lib",
            "--crate-type",
            "cdylib",
            "--target",
            TARGET,
            "--no-default-features",
            "--profile",
            "wasm",
        ],
    );
    cargo.arg("--target-dir").arg(&folder);
    if let Compiler::BuildsStd(rustc) = compiler {
        cargo.env("RUSTC", rustc).env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort");
        for name in STD_CRATES {
            cargo.arg("--config").arg(format!("profile.wasm.package.{name}.opt-level=3"));
        }
    }
    shown(&mut cargo)?;
    let wasm = folder.join(TARGET).join("wasm/article_timeline.wasm");
    if !wasm.exists() {
        bail!("cargo wrote no {}", wasm.display());
    }
    Ok(wasm)
}
