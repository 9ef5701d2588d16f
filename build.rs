//! Writes the language files without comments and tests for the browser, where nobody runs them and every byte is downloaded.

use std::{env, fs, path::Path};

fn main() {
    let folder = Path::new("src/temporal/languages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var("OUT_DIR").unwrap_or_default();
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = fs::read_to_string(file.path()).unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '+', '-']));
        let stripped = lines.collect::<Vec<_>>().join("\n");
        let target = Path::new(&out).join(file.file_name());
        if let Err(problem) = fs::write(&target, stripped) {
            println!("cargo::error=could not write {}: {problem}", target.display());
        }
    }
}
