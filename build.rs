//! Lists the language files, so that adding a language is adding a file: each by the name it has in `src/language/languages`.
//! The browser gets English with the wasm and the others by file, when an article needs them; all without comments and tests, where nobody runs them and every byte is downloaded, and with one letter or two for
//! each name of a class or a label: half a kilobyte brotli. And the codes of the languages that have a model in `models`.

use std::{env, fs, path::Path};

fn main() {
    let folder = Path::new("src/language/languages");
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
        if browser && code != "en" {
            list.push_str(&format!("({code:?}, None), "));
            continue;
        }
        if browser {
            read = Path::new(&out).join(file.file_name().unwrap_or_default());
            write(&read, &stripped(&fs::read_to_string(&file).unwrap_or_default()));
        }
        list.push_str(&format!("({code:?}, Some(include_str!({:?}))), ", read.display().to_string()));
    }
    list.push(']');
    write(&Path::new(&out).join("languages.rs"), &list);
    write(&Path::new(&out).join("models.rs"), &format!("&{:?}", models()));
}

/// The codes of the languages that have a model file.
fn models() -> Vec<String> {
    println!("cargo::rerun-if-changed=models");
    let files = fs::read_dir("models").into_iter().flatten().flatten().map(|file| file.path());
    let files = files.filter(|file| file.extension().is_some_and(|extension| extension == "model"));
    let mut codes: Vec<String> =
        files.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect();
    codes.sort();
    codes
}

/// The same language in fewer bytes (tests/languages.rs holds that).
pub(crate) fn stripped(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '+', '-']));
    let lines: Vec<&str> = lines.collect();
    let mut names: Vec<&str> = lines.iter().filter_map(|line| name_of(line)).collect();
    names.sort_unstable();
    names.dedup();
    // The most frequent get one letter.
    let words: Vec<&str> = lines.iter().flat_map(|line| line.split(|sign: char| !sign.is_alphanumeric())).collect();
    names.sort_by_key(|name| std::cmp::Reverse(words.iter().filter(|word| *word == name).count()));
    lines.iter().map(|line| shortened(line, &names)).collect::<Vec<_>>().join("\n")
}

/// The name that a class or pattern line gives.
fn name_of(line: &str) -> Option<&str> {
    let (head, _) = line.split_once(':')?;
    match head.split(' ').collect::<Vec<_>>().as_slice() {
        ["class", name, _] => Some(name),
        ["text" | "language", ..] => None,
        [label, _] => Some(label),
        _ => None,
    }
}

/// A class or pattern line with short names; literals, fields and settings as they are.
fn shortened(line: &str, names: &[&str]) -> String {
    let Some(name) = name_of(line) else { return line.into() };
    if line.starts_with("class ") {
        return line.replacen(&format!(" {name} "), &format!(" {} ", short(name, names)), 1);
    }
    let (head, rest) = line.split_once(':').unwrap_or((line, ""));
    let (pattern, settings) = rest
        .split_once(';')
        .map_or((rest, String::new()), |(pattern, settings)| (pattern, format!(";{}", settings.trim())));
    let head = head.replacen(name, &short(name, names), 1);
    let quoted = pattern
        .split('"')
        .enumerate()
        .map(|(place, part)| if place % 2 == 1 { part.into() } else { renamed(part, names) });
    format!("{head}:{}{settings}", quoted.collect::<Vec<_>>().join("\""))
}

/// A pattern's words outside quotes, with no more space than parts them.
fn renamed(pattern: &str, names: &[&str]) -> String {
    let mut out = String::new();
    for part in pattern.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
        let word = part.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        out.push_str(&short(word, names));
        out.push_str(part.strip_prefix(word).unwrap_or(""));
    }
    for sign in ['|', '(', ')', '[', ']', '?'] {
        out = out.split(sign).map(str::trim).collect::<Vec<_>>().join(&sign.to_string());
    }
    out
}

/// `A` to `Z`, then `AA`: no built-in name has capitals.
fn short(name: &str, names: &[&str]) -> String {
    let Some(mut place) = names.iter().position(|known| *known == name) else { return name.into() };
    let mut short = String::new();
    loop {
        short.insert(0, char::from(b'A' + (place % 26) as u8));
        if place < 26 {
            return short;
        }
        place = place / 26 - 1;
    }
}

fn write(file: &Path, text: &str) {
    if let Err(problem) = fs::write(file, text) {
        println!("cargo::error=could not write {}: {problem}", file.display());
    }
}
