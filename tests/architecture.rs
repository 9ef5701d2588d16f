//! Holds the architecture: imports flow one way, the core knows no browser, no clock and no file, every file says what it is,
//! and nothing that a strict page policy forbids is used. Reads the sources as text. Each rule is also shown a planted
//! violation, because a check that has never failed may be one that cannot.

#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly, and every place cut at here was found by a search in the same text"
)]

#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/source.rs"]
mod source;

use source::{Source, has_word, read, root, sources, without_comments, without_strings};

/// A module may name those before it and itself.
const FLOW: [&str; 12] = [
    "base", "language", "temporal", "article", "syntax", "timeline", "events", "exchange", "layout", "interact",
    "view", "api",
];

/// What reads. What draws a finished timeline names nothing of it, or a page that shows one would download it all.
const READER: [&str; 5] = ["language", "temporal", "article", "syntax", "events"];

/// What the stages before `view` must never learn: browsers, clocks, files, the environment, state that outlives a call.
const NOT_IN_CORE: [&str; 25] = [
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
    // Languages and models are values that are handed in.
    "static",
    "thread_local!",
    "lazy_static!",
    "Mutex",
    "RwLock",
    "OnceLock",
    "OnceCell",
    "LazyLock",
    "LazyCell",
    "AtomicBool",
    "AtomicUsize",
    "AtomicU64",
    "leak",
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

#[test]
fn imports_flow_one_way() {
    none(sources(&["src"]).iter().flat_map(imports_against_the_flow));

    let planted = [
        ("src/temporal/lexer.rs", "use crate::article::Article;"),
        ("src/base/date.rs", "use crate::temporal;"),
        ("src/base/date.rs", "use crate::language::Language;"),
        ("src/layout/mod.rs", "fn draw() { crate::view::paint() }"),
        ("src/article/text.rs", "use crate::{base::span::Span, timeline::{Event, When}};"),
        ("src/article/mod.rs", "use super::timeline::Event;"),
        ("src/timeline/mod.rs", "pub(crate) use crate\n    ::layout::Scene;"),
        // By relative paths.
        ("src/temporal/lexer.rs", "use super::super::article::Article;"),
        ("src/temporal/lexer.rs", "use super :: super\n:: article::Article;"),
        ("src/temporal/lexer.rs", "use self::super::super::article::Article;"),
        ("src/temporal/lexer.rs", "use super::{lexer, super::{base::span::Span, article::Article}};"),
        ("src/temporal/lexer.rs", "fn f() -> super::super::article::Article {}"),
        ("src/events/trees/title.rs", "use super::super::super::layout;"),
        ("src/temporal.rs", "use super::view;"),
        ("src/temporal/lexer.rs", "mod deep { use super::super::super::article::Article; }"),
        // By another name for the crate, or by all its names at once.
        ("src/temporal/lexer.rs", "use crate as top;"),
        ("src/temporal/lexer.rs", "use super::super as top;"),
        ("src/temporal/lexer.rs", "use crate::*;"),
        ("src/temporal/lexer.rs", "use super::super::{self as top};"),
        ("src/temporal/lexer.rs", "extern crate self as top;"),
    ];
    for (path, text) in planted {
        assert_eq!(imports_against_the_flow(&Source::planted(path, text)).len(), 1, "{path}: {text}");
    }
    let innocent = [
        ("src/layout/mod.rs", "use crate::{base::date::Day, timeline::Timeline}; // not crate::view"),
        ("src/timeline/mod.rs", "use crate::timeline::event; const WHY: &str = \"use crate::view\";"),
        ("src/bin/article-timeline/main.rs", "use crate::table; use article_timeline::layout;"),
        // A stage's own modules may be named as other stages are.
        ("src/events/trees/title.rs", "use super::super::{view, layout::Scene};"),
        ("src/temporal/lexer.rs", "use super::view; mod tests { use super::*; use super::super::layout; }"),
        ("src/temporal/mod.rs", "mod tests { use super::view; }"),
        ("src/temporal/lexer.rs", "pub(in crate::temporal) fn f() { let _ = Self::view; }"),
    ];
    for (path, text) in innocent {
        assert_eq!(imports_against_the_flow(&Source::planted(path, text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn what_draws_knows_nothing_of_what_reads() {
    none(sources(&["src"]).iter().flat_map(reader_in_the_widget));

    for stage in READER {
        for path in ["src/layout/mod.rs", "src/interact/input.rs", "src/view/page.rs", "src/api/widget.rs"] {
            let planted = Source::planted(path, &format!("use crate::{stage}::Something;"));
            assert_eq!(reader_in_the_widget(&planted).len(), 1, "{path}: {stage}");
        }
    }
    let relative = Source::planted("src/view/page.rs", "fn f() -> super::super::article::Article {}");
    assert_eq!(reader_in_the_widget(&relative).len(), 1);
    let innocent = [
        ("src/layout/mod.rs", "use crate::{base::date::Day, timeline::Timeline}; use super::view;"),
        ("src/api/reader.rs", "use crate::article::Article;"),
        ("src/events/mod.rs", "use crate::article::Article;"),
    ];
    for (path, text) in innocent {
        assert_eq!(reader_in_the_widget(&Source::planted(path, text)), [""; 0], "{path}: {text}");
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
    for kept in [
        "static READ: [OnceLock<Lexicon>; 2] = [const { OnceLock::new() }; 2];",
        "fn f() { pub(crate) static mut COUNT: u64 = 0; }",
        "fn f(file: String) -> &'static str { Box::leak(file.into_boxed_str()) }",
        "fn f(file: String) -> &'static str { file.leak() }",
    ] {
        assert!(!beyond_the_core(&Source::planted("src/language/mod.rs", kept)).is_empty(), "{kept}");
    }
    let lifetime = Source::planted(
        "src/language/mod.rs",
        "fn name<T: 'static>(&self) -> &'static str { const A: &'static str = \"\"; A }",
    );
    assert_eq!(beyond_the_core(&lifetime), [""; 0]);
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
    // Projects in which the package is tried stand as their makers would write them; tests/consumers says what each is.
    let is_ours = |source: &&Source| !source.path.starts_with("tests/consumers/projects/");
    none(sources(&["src", "tests", "xtask", "www", "build.rs"]).iter().filter(is_ours).flat_map(no_header));

    assert_eq!(no_header(&Source::planted("src/base/span.rs", "use std::fmt;\n//! late")).len(), 1);
    assert_eq!(no_header(&Source::planted("src/base/span.rs", "//!\n\nfn f() {}")).len(), 1);
    assert_eq!(no_header(&Source::planted("www/view.js", "export class View {}")).len(), 1);
    assert_eq!(no_header(&Source::planted("www/view.js", "// One drawn timeline.\n")), [""; 0]);
}

#[test]
fn nothing_that_a_strict_policy_forbids_is_used() {
    none(sources(&["src/view", "src/api", "www"]).iter().flat_map(forbidden_in_a_page));

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
    let mut files: Vec<Source> = sources(&["src/language/languages"]);
    files.retain(|source| source.has_ending(&["lang"]));
    assert!(files.len() >= 2, "only {} language files were found", files.len());
    none(files.iter().flat_map(untested_language));

    let planted = Source::planted("src/language/languages/xx.lang", "words = a b\n+ a | 2020\n");
    assert_eq!(untested_language(&planted), ["src/language/languages/xx.lang has no line that begins with '- '"]);
}

/// `src/view/dom.rs` is of the stage `view`; the command line and lib.rs are of none.
fn stage(source: &Source) -> Option<&'static str> {
    let name = source.path.strip_prefix("src/")?.split(['/', '.']).next()?;
    FLOW.into_iter().find(|known| *known == name)
}

/// Unit tests stand at the end of a file, or in one of their own named tests.rs.
fn is_core(source: &Source) -> bool {
    !source.path.ends_with("/tests.rs") && stage(source).is_some_and(|stage| !matches!(stage, "view" | "api"))
}

/// A deed of tests/sabotage that hits nothing, or more than it says, proves nothing.
#[test]
fn every_deed_of_sabotage_hits_one_place() {
    let deeds: serde_json::Value = serde_json::from_str(&read(&root().join("tests/sabotage/deeds.json"))).unwrap();
    let deeds = deeds.as_array().unwrap();
    assert!(deeds.len() >= 30, "only {} deeds were found", deeds.len());
    let part = |deed: &serde_json::Value, name: &str| deed[name].as_str().unwrap().to_owned();
    none(deeds.iter().filter_map(|deed| {
        let (stage, file, before) = (part(deed, "stage"), part(deed, "file"), part(deed, "before"));
        assert_ne!(before, part(deed, "after"), "{stage} changes nothing");
        let count = std::fs::read_to_string(root().join(&file)).map_or(0, |text| text.matches(&before).count());
        (count != 1).then(|| format!("{stage}: `{before}` stands {count} times in {file}"))
    }));
}

fn imports_against_the_flow(source: &Source) -> Vec<String> {
    let Some(stage) = stage(source) else { return Vec::new() };
    let place = |name: &str| FLOW.iter().position(|known| *known == name);
    let path = &source.path;
    let mut problems = Vec::new();
    for name in paths::named_at_the_top(path, &source.code()) {
        if matches!(name.as_str(), "" | "*") {
            problems.push(format!("{path} takes the crate's whole top, so that nobody sees what it uses"));
        } else if place(&name) > place(stage) {
            problems.push(format!("{path} is of `{stage}` and names `{name}`, which comes after it"));
        }
    }
    problems
}

fn reader_in_the_widget(source: &Source) -> Vec<String> {
    let path = &source.path;
    let draws = matches!(stage(source), Some("layout" | "interact" | "view"))
        || path == "src/api/widget.rs"
        || path.starts_with("src/api/widget/");
    let names = if draws { paths::named_at_the_top(path, &source.code()) } else { Vec::new() };
    let found = names.into_iter().filter(|name| READER.contains(&name.as_str()));
    found.map(|name| format!("{path} draws and names `{name}`, which reads")).collect()
}

fn beyond_the_core(source: &Source) -> Vec<String> {
    if !is_core(source) || !source.has_ending(&["rs"]) {
        return Vec::new();
    }
    // Unit tests may read a file that the developer names.
    let tested = source.text.split("mod tests {").next().unwrap_or_default();
    // The lifetime is no global.
    let code = without_strings(&without_comments(tested)).replace("'static", "'_");
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

/// The crates that the browser's build can bring along: those of Cargo.toml that are neither for the command line nor for tests, and all
/// that they need by Cargo.lock. Read from the files, because `cargo tree` for a target wants its crates downloaded.
fn wasm_crates(manifest: &str, lock: &str) -> Vec<String> {
    let mut section = "";
    let mut found: Vec<String> = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("wasm32") || (section == "[dependencies]" && !line.contains("optional = true")) {
            // What is optional for wasm32 is of one of the two programs.
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

/// Fails with every violation on a line of its own.
fn none(violations: impl IntoIterator<Item = String>) {
    let violations: Vec<String> = violations.into_iter().collect();
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}
