//! Lists the language files, so that adding a language is adding a file: each by the name it has in `src/temporal/languages`.
//! The browser gets them without comments and tests, where nobody runs them and every byte is downloaded.

use std::{env, fs, path::Path};

fn main() {
    let folder = Path::new("src/temporal/languages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    let browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    let mut list = String::from("&[");
    for file in files {
        let code = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut read = Path::new(&root).join(&file);
        if browser {
            read = Path::new(&out).join(file.file_name().unwrap_or_default());
            write(&read, &stripped(&fs::read_to_string(&file).unwrap_or_default()));
        }
        list.push_str(&format!("({code:?}, include_str!({:?})), ", read.display().to_string()));
    }
    list.push(']');
    write(&Path::new(&out).join("languages.rs"), &list);
}

fn stripped(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '+', '-']));
    lines.collect::<Vec<_>>().join("\n")
}

fn write(file: &Path, text: &str) {
    if let Err(problem) = fs::write(file, text) {
        println!("cargo::error=could not write {}: {problem}", file.display());
    }
}
