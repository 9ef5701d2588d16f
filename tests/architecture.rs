//! Holds the architecture: imports flow one way, the core knows no browser, no clock and no file, every file says what it is,
//! and nothing that a strict page policy forbids is used. Reads the sources as text. Each rule is also shown a planted
//! violation, because a check that has never failed may be one that cannot.

#![expect(
    clippy::string_slice,
    clippy::panic,
    reason = "a test may fail loudly, and every place cut at here was found by a search in the same text"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A module may name those before it and itself.
const FLOW: [&str; 11] =
    ["base", "temporal", "article", "syntax", "timeline", "events", "exchange", "layout", "interact", "view", "api"];

/// What the stages before `view` must never learn: browsers, clocks, files, the environment, state that outlives a call.
const NOT_IN_CORE: [&str; 16] = [
    "wasm_bindgen",
    "web_sys",
    "js_sys",
    "std::time",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "static mut",
    "thread_local!",
    "Mutex",
    "RwLock",
];

/// What a strict policy forbids, what leaks, and what turns text into markup.
const NOT_IN_BROWSER: [&str; 20] = [
    // Rust listens to nothing by itself: the shell owns every listener, so that it can take them away after a panic.
    "Closure",
    "mem::forget",
    "into_js_value",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "inner_html",
    "outer_html",
    "insert_adjacent_html",
    "document.write",
    "setAttribute('style'",
    "setAttribute(\"style\"",
    "set_attribute(\"style\"",
    "style=\"",
    "<style",
    "createElement('style'",
    "create_element(\"style\"",
    "eval(",
    "new Function",
    "DOMParser",
];

/// Crates that cost more than they give in the browser, by the price list of the project (regex alone is 71 kB).
const NOT_IN_WASM: [&str; 7] =
    ["regex", "regex-lite", "regex-automata", "aho-corasick", "serde_json", "clap", "hashbrown"];

struct Source {
    /// From the checkout's top, with forward slashes.
    path: String,
    text: String,
}

impl Source {
    fn planted(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    fn has_ending(&self, endings: &[&str]) -> bool {
        endings.contains(&self.path.rsplit('.').next().unwrap_or_default())
    }

    /// `src/view/dom.rs` is of the stage `view`; the command line and lib.rs are of none.
    fn stage(&self) -> Option<&str> {
        let name = self.path.strip_prefix("src/")?.split(['/', '.']).next()?;
        FLOW.contains(&name).then_some(name)
    }

    /// Unit tests stand at the end of a file, or in one of their own named tests.rs.
    fn is_core(&self) -> bool {
        !self.path.ends_with("/tests.rs") && self.stage().is_some_and(|stage| !matches!(stage, "view" | "api"))
    }
}

#[test]
fn imports_flow_one_way() {
    none(sources(&["src"]).iter().flat_map(imports_against_the_flow));

    let planted = [
        ("src/temporal/lexer.rs", "use crate::article::Article;"),
        ("src/base/date.rs", "use crate::temporal;"),
        ("src/layout/mod.rs", "fn draw() { crate::view::paint() }"),
        ("src/article/text.rs", "use crate::{base::span::Span, timeline::{Event, When}};"),
        ("src/article/mod.rs", "use super::timeline::Event;"),
        ("src/timeline/mod.rs", "pub(crate) use crate\n    ::layout::Scene;"),
    ];
    for (path, text) in planted {
        assert_eq!(imports_against_the_flow(&Source::planted(path, text)).len(), 1, "{path}: {text}");
    }
    let innocent = [
        ("src/layout/mod.rs", "use crate::{base::date::Day, timeline::Timeline}; // not crate::view"),
        ("src/timeline/mod.rs", "use crate::timeline::event; const WHY: &str = \"use crate::view\";"),
        ("src/bin/article-timeline/main.rs", "use crate::table; use article_timeline::layout;"),
    ];
    for (path, text) in innocent {
        assert_eq!(imports_against_the_flow(&Source::planted(path, text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn every_module_has_its_place_in_the_flow() {
    let known = |name: &str| FLOW.contains(&name) || matches!(name, "lib" | "bin");
    let unknown = sources(&["src"]).into_iter().filter(|source| {
        !source.path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next()).is_some_and(known)
    });
    none(unknown.map(|source| format!("{} is of no stage: give it a place in FLOW and in the docs", source.path)));
}

#[test]
fn the_core_knows_no_browser_no_clock_and_no_file() {
    none(sources(&["src"]).iter().flat_map(beyond_the_core));

    for word in NOT_IN_CORE {
        let planted = Source::planted("src/timeline/mod.rs", &format!("fn f() {{ {word} }}"));
        assert_eq!(beyond_the_core(&planted).len(), 1, "{word}");
    }
    let comment = Source::planted("src/timeline/mod.rs", "// no std::fs here\nconst TEXT: &str = \"web_sys\";");
    assert_eq!(beyond_the_core(&comment), [""; 0]);
    assert_eq!(beyond_the_core(&Source::planted("src/view/dom.rs", "use web_sys::Element;")), [""; 0]);
}

#[test]
fn only_date_imports_chrono() {
    none(sources(&["src"]).iter().flat_map(chrono_outside_date));
    assert_eq!(chrono_outside_date(&Source::planted("src/temporal/slot.rs", "use chrono::Datelike;")).len(), 1);
    assert_eq!(chrono_outside_date(&Source::planted("src/base/date/week.rs", "use chrono::NaiveDate;")), [""; 0]);
}

#[test]
fn every_file_says_what_it_is() {
    none(sources(&["src", "tests", "xtask", "www", "build.rs"]).iter().flat_map(no_header));

    assert_eq!(no_header(&Source::planted("src/base/span.rs", "use std::fmt;\n//! late")).len(), 1);
    assert_eq!(no_header(&Source::planted("src/base/span.rs", "//!\n\nfn f() {}")).len(), 1);
    assert_eq!(no_header(&Source::planted("www/view.js", "export class View {}")).len(), 1);
    assert_eq!(no_header(&Source::planted("www/view.js", "// One drawn timeline.\n")), [""; 0]);
}

#[test]
fn nothing_that_a_strict_policy_forbids_is_used() {
    none(sources(&["src/view", "src/api", "src/api.rs", "www"]).iter().flat_map(forbidden_in_a_page));

    for word in NOT_IN_BROWSER {
        for path in ["src/view/dom.rs", "www/view.js"] {
            assert!(!forbidden_in_a_page(&Source::planted(path, &format!("x {word}) y"))).is_empty(), "{path}: {word}");
        }
    }
    let page = Source::planted("www/index.html", "<p style=\"color: red\">");
    assert_eq!(forbidden_in_a_page(&page).len(), 1);
    let inline = Source::planted("www/index.html", "<script>alert(1)</script>");
    assert_eq!(forbidden_in_a_page(&inline).len(), 1);
    let allowed = "// never innerHTML\n<script type=\"module\" src=\"a.js\"></script>\n<script type=\"application/json\">{}</script>";
    assert_eq!(forbidden_in_a_page(&Source::planted("www/index.html", allowed)), [""; 0]);
}

#[test]
fn the_browser_downloads_no_heavy_crate() {
    let manifest = read(&root().join("Cargo.toml"));
    let lock = read(&root().join("Cargo.lock"));
    let crates = wasm_crates(&manifest, &lock);
    assert!(crates.contains(&"wasm-bindgen".to_owned()), "the walk through Cargo.lock found only {crates:?}");
    none(heavy(&crates));

    let planted_manifest = "[dependencies]\nchrono = \"0.4\"\nclap = { version = \"4\", optional = true }\n[dev-dependencies]\nregex = \"1\"\n";
    let package = |name: &str, needs: &[&str]| {
        format!(
            "[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\ndependencies = [\n \"{}\",\n]\n",
            needs.join("\",\n \"")
        )
    };
    let planted_lock =
        [package("chrono", &["deep"]), package("deep", &["aho-corasick 1.0.0"]), package("aho-corasick", &[])];
    assert_eq!(
        heavy(&wasm_crates(planted_manifest, &planted_lock.concat())),
        ["aho-corasick would be downloaded by every reader"]
    );
}

#[test]
fn every_language_file_has_tests_of_both_kinds() {
    let files: Vec<Source> = sources(&["src/temporal/languages"]);
    assert!(!files.is_empty(), "there is no language");
    none(files.iter().flat_map(untested_language));

    let planted = Source::planted("src/temporal/languages/xx.lang", "words = a b\n+ a | 2020\n");
    assert_eq!(untested_language(&planted), ["src/temporal/languages/xx.lang has no line that begins with '- '"]);
}

fn imports_against_the_flow(source: &Source) -> Vec<String> {
    let Some(stage) = source.stage() else { return Vec::new() };
    let place = FLOW.iter().position(|name| *name == stage);
    let code = without_strings(&without_comments(&source.text)).split_whitespace().collect::<Vec<_>>().join("");
    let mut named = named_after(&code, "crate::");
    // `super` reaches the crate's top only from a stage's own file.
    if source.path == format!("src/{stage}.rs") || source.path == format!("src/{stage}/mod.rs") {
        let own_folder = root().join("src").join(stage);
        let own = |name: &String| own_folder.join(format!("{name}.rs")).exists() || own_folder.join(name).exists();
        named.extend(named_after(&code, "super::").into_iter().filter(|name| !own(name)));
    }
    let later = named.into_iter().filter(|name| FLOW.iter().position(|known| known == name) > place);
    later.map(|name| format!("{} is of `{stage}` and names `{name}`, which comes after it", source.path)).collect()
}

/// The names right behind a path's beginning: of `crate::{a::B, c}` a and c.
fn named_after(code: &str, beginning: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(beginning) {
        let rest = &code[at + beginning.len()..];
        if !rest.starts_with('{') {
            names.push(identifier(rest));
            continue;
        }
        let mut depth = 0;
        let mut before = ' ';
        for (offset, letter) in rest.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 1 && matches!(before, '{' | ',') => names.push(identifier(&rest[offset..])),
                _ => {}
            }
            if depth == 0 {
                break;
            }
            before = letter;
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

fn beyond_the_core(source: &Source) -> Vec<String> {
    if !source.is_core() || !source.has_ending(&["rs"]) {
        return Vec::new();
    }
    // Unit tests may read a file that the developer names.
    let tested = source.text.split("mod tests {").next().unwrap_or_default();
    let code = without_strings(&without_comments(tested));
    let found = NOT_IN_CORE.iter().filter(|word| has_word(&code, word));
    found.map(|word| format!("{} is of the core and uses `{word}`", source.path)).collect()
}

fn chrono_outside_date(source: &Source) -> Vec<String> {
    let allowed = source.path == "src/base/date.rs" || source.path.starts_with("src/base/date/");
    let code = without_strings(&without_comments(&source.text));
    if allowed || !has_word(&code, "chrono") { Vec::new() } else { vec![format!("{} names chrono", source.path)] }
}

fn no_header(source: &Source) -> Vec<String> {
    let first = source.text.trim_start_matches("#!/usr/bin/env node\n").lines().next().unwrap_or_default();
    let says = match source.path.rsplit('.').next().unwrap_or_default() {
        "rs" => first.strip_prefix("//!"),
        "js" | "mjs" => first.strip_prefix("//").or_else(|| first.strip_prefix("/*")),
        "css" => first.strip_prefix("/*"),
        _ => return Vec::new(),
    };
    let has_words = says.is_some_and(|text| text.trim().len() > 10);
    if has_words { Vec::new() } else { vec![format!("{} does not begin by saying what it is", source.path)] }
}

fn forbidden_in_a_page(source: &Source) -> Vec<String> {
    if !source.has_ending(&["rs", "js", "html", "css"]) {
        return Vec::new();
    }
    let text = without_comments(&source.text);
    let mut found: Vec<String> = NOT_IN_BROWSER
        .iter()
        .filter(|word| text.contains(**word))
        .map(|word| format!("{} uses `{word}`", source.path))
        .collect();
    let inline =
        |tag: &str| !tag.contains("src=") && !tag.contains("application/json") && !tag.contains("application/ld+json");
    let scripts = text.match_indices("<script").filter_map(|(at, _)| text[at..].split('>').next());
    if source.has_ending(&["html"]) {
        found.extend(scripts.filter(|tag| inline(tag)).map(|tag| format!("{} has script inside: {tag}>", source.path)));
    }
    found
}

/// The crates that the browser's build can bring along: those of Cargo.toml that are neither optional nor for tests, and all
/// that they need by Cargo.lock. Read from the files, because `cargo tree` for a target wants its crates downloaded.
fn wasm_crates(manifest: &str, lock: &str) -> Vec<String> {
    let mut section = "";
    let mut found: Vec<String> = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if (section == "[dependencies]" || section.contains("wasm32")) && !line.contains("optional = true") {
            found.extend(line.split_once(" = ").map(|(name, _)| name.to_owned()).filter(|name| !name.starts_with(' ')));
        }
    }
    let mut next = 0;
    while let Some(name) = found.get(next).cloned() {
        next += 1;
        let package = lock.split("[[package]]").filter(|package| package.contains(&format!("\nname = \"{name}\"\n")));
        for need in
            package.filter_map(|package| package.split_once("dependencies = [")).flat_map(|(_, needs)| needs.lines())
        {
            let need = need.trim().trim_matches([',', '"']).split(' ').next().unwrap_or_default();
            if need.starts_with(char::is_alphabetic) && !found.iter().any(|known| known == need) {
                found.push(need.to_owned());
            }
        }
    }
    found
}

fn heavy(crates: &[String]) -> Vec<String> {
    let found = crates.iter().filter(|name| NOT_IN_WASM.contains(&name.as_str()));
    found.map(|name| format!("{name} would be downloaded by every reader")).collect()
}

fn untested_language(source: &Source) -> Vec<String> {
    let missing =
        ["+ ", "- "].into_iter().filter(|kind| !source.text.lines().any(|line| line.trim_start().starts_with(kind)));
    missing.map(|kind| format!("{} has no line that begins with '{kind}'", source.path)).collect()
}

/// Whether the words stand there as words: `Instant` is not in `Instantly`.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word)
        .any(|(at, _)| !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next()))
}

/// The text without `//` and `/* */` comments; strings are left as they are, and what stands in them is no comment.
fn without_comments(text: &str) -> String {
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
fn without_strings(code: &str) -> String {
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
fn sources(paths: &[&str]) -> Vec<Source> {
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

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with every violation on a line of its own.
fn none(violations: impl IntoIterator<Item = String>) {
    let violations: Vec<String> = violations.into_iter().collect();
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}
