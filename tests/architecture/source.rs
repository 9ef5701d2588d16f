//! The sources as text: every file, its comments and strings told apart from its code.
//!
//! In: paths from the checkout's top. Out: [`Source`]s and parts of their text. It must never learn what is asked of them.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Source {
    /// From the checkout's top, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn planted(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    /// The text without comments and without what stands in strings.
    pub(crate) fn code(&self) -> String {
        without_strings(&without_comments(&self.text))
    }

    pub(crate) fn has_ending(&self, endings: &[&str]) -> bool {
        endings.contains(&self.path.rsplit('.').next().unwrap_or_default())
    }
}

/// Whether the words stand there as words: `Instant` is not in `Instantly`.
pub(crate) fn has_word(code: &str, word: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word)
        .any(|(at, _)| !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next()))
}

/// The text without `//` and `/* */` comments; strings are left as they are, and what stands in them is no comment.
pub(crate) fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = if rest.starts_with("//") && !kept.ends_with(':') {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
            continue;
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        } else {
            string_length(rest).unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8))
        };
        kept.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    kept
}

/// The code with every string's inside taken out.
pub(crate) fn without_strings(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        if let Some(length) = string_length(rest) {
            kept.push_str("\"\"");
            rest = &rest[length..];
        } else {
            kept.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    kept
}

/// How many bytes the string takes that begins here: `".."`, Rust's `r#".."#`, a character like `'"'`. Not JavaScript's
/// `'..'`, which looks like a lifetime.
fn string_length(text: &str) -> Option<usize> {
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        return inside.find(&end).map(|at| 1 + hashes + 1 + at + end.len());
    }
    for character in ["'\"'", "'\\\"'", "'\\''", "'/'"] {
        if text.starts_with(character) {
            return Some(character.len());
        }
    }
    let inside = text.strip_prefix('"')?;
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 2),
            _ => {}
        }
    }
    None
}

/// Every file under these paths, without what is built or installed.
pub(crate) fn sources(paths: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = paths.iter().map(|path| root().join(path)).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if let Ok(text) = fs::read_to_string(&path) {
            let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
    assert!(!found.is_empty(), "no file under {paths:?}");
    found
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
