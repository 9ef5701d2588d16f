//! Writes `dist/`: the wasm, its glue, and everything of `www/` under the names that pages use. A part whose inputs
//! have not changed is not made again.

use crate::glue::{self, Names};
use crate::project;
use crate::run::{program, quiet, step};
use crate::{compiler, node, wasm};
use anyhow::{Context, Result};
#[path = "../../build.rs"]
#[allow(dead_code, reason = "only the stripping of language files is used here; the rest is the crate's build script")]
mod language_files;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Compiles both programs, writes their glue, copies `www/`; gives each compiled wasm as cargo left it, with the names of its functions.
///
/// # Errors
/// When there is no compiler, the code does not compile, or a file cannot be written.
pub(crate) fn build() -> Result<Vec<(&'static str, PathBuf)>> {
    node::ensure_modules()?;
    let compiler = compiler::find_or_get()?;
    let mut compiled = Vec::new();
    for program in wasm::PROGRAMS {
        step(&format!("cargo rustc --features {program}, with {compiler}"));
        compiled.push((program, wasm::compile(&compiler, program)?));
    }
    for (program, wasm) in &compiled {
        glue_unless_unchanged(wasm, program)?;
    }
    copy_all()?;
    Ok(compiled)
}

/// The folder with a program's glue and small wasm.
fn glue_folder(program: &str) -> PathBuf {
    project::target().join("glue").join(program)
}

/// Writes that folder, unless the compiled wasm is the same as last time.
fn glue_unless_unchanged(compiled: &Path, program: &str) -> Result<()> {
    let folder = glue_folder(program);
    let stamp = folder.join("made-from");
    let made_from = fingerprint(compiled)?;
    if fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        return Ok(());
    }
    step(&format!("wasm-bindgen, wasm-opt -Oz: {program}"));
    let _ = fs::remove_file(&stamp);
    glue::write(compiled, &folder, Names::Removed)?;
    fs::write(stamp, made_from)?;
    Ok(())
}

/// Says from what a glue folder was made: the compiled bytes, and the tools by their versions in the lockfiles.
fn fingerprint(compiled: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in [compiled, &project::root().join("package-lock.json"), &std::env::current_exe()?] {
        fs::read(input).with_context(|| format!("could not read {}", input.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Lays `dist/` anew, so that a file that was renamed or removed does not stay behind.
fn copy_all() -> Result<()> {
    let dist = project::dist();
    step("www/ -> dist/");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    copy_folder(&project::root().join("www"), &dist)?;
    for program in wasm::PROGRAMS {
        let glued = glue_folder(program);
        fs::copy(glued.join("glue.js"), dist.join(format!("{program}-glue.js")))?;
        fs::copy(glued.join("glue_bg.wasm"), dist.join(format!("{program}.wasm")))?;
    }
    write_languages(&dist.join("languages"))?;
    copy_models(&dist.join("models"))?;
    quiet(&mut program("node", &["xtask/minify.mjs"])).map(drop)
}

/// The language files as scripts, without English, which is inside the wasm.
fn write_languages(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(project::root().join("src/language/languages"))? {
        let file = entry?.path();
        let code = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if code == "en" {
            continue;
        }
        let text = language_files::stripped(&fs::read_to_string(&file)?);
        let quoted = text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${");
        fs::write(folder.join(code + ".js"), format!("export default `{quoted}`;\n"))?;
    }
    Ok(())
}

/// The weights for trees and their cards, which tell the licence; what they were trained with stays.
fn copy_models(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(project::root().join("models"))? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "model" || extension == "md") {
            fs::copy(entry.path(), folder.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    if !from.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}
