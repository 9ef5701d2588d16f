//! The paths that code names, followed to the crate's top: `super::super::article` of `src/temporal/lexer.rs` is `crate::article`.
//!
//! In: where a file stands and its code without comments and strings. Out: the names right below the crate's top that it reaches.
//! It must never learn which of them it may.

/// A word, `::`, or any other sign.
type Token<'a> = &'a str;

/// The names right below the crate's top that the file's paths lead to, once for each path. An empty name, or `*`, is the top itself.
pub(crate) fn named_at_the_top(file: &str, code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut module = module_of(file);
    // For each module written inside the file, how many braces are open around it.
    let mut inner: Vec<usize> = Vec::new();
    let mut depth: usize = 0;
    let mut names = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            "{" => {
                if at >= 2 && tokens[at - 2] == "mod" {
                    inner.push(depth);
                    module.push(tokens[at - 1].to_owned());
                }
                depth += 1;
            }
            "}" => {
                depth = depth.saturating_sub(1);
                if inner.last() == Some(&depth) {
                    inner.pop();
                    module.pop();
                }
            }
            "crate" if at >= 1 && tokens[at - 1] == "extern" => names.push(String::new()),
            "crate" | "super" | "self" if begins_path(&tokens, at) => {
                let mut rest = &tokens[at..];
                names.extend(follow(&mut rest, &module));
            }
            _ => {}
        }
    }
    names
}

/// Not in the middle of a path, nor in one group with others, which is read from its beginning; `self` alone is a value, `crate` alone a
/// visibility.
fn begins_path(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before]);
    let after = tokens.get(at + 1).copied().unwrap_or_default();
    let is_in_group = || {
        let mut depth = 0;
        for place in (0..at).rev() {
            match tokens[place] {
                "}" => depth += 1,
                "{" if depth > 0 => depth -= 1,
                "{" => return place > 0 && tokens[place - 1] == "::",
                ";" if depth == 0 => return false,
                _ => {}
            }
        }
        false
    };
    before != "::" && (after == "::" || after == "as" && before == "use") && !is_in_group()
}

/// Reads one path or group of paths from `module` on, and gives the first name below the crate's top of each that goes there.
fn follow(rest: &mut &[Token<'_>], from: &[String]) -> Vec<String> {
    let mut place = from.to_vec();
    loop {
        let token = next(rest);
        match token {
            "crate" => place.clear(),
            "super" => drop(place.pop()),
            "self" => {}
            "{" => {
                let mut names = Vec::new();
                while !matches!(rest.first(), None | Some(&"}")) {
                    names.extend(follow(rest, &place));
                    if rest.first() == Some(&",") {
                        next(rest);
                    }
                }
                next(rest);
                return names;
            }
            name => {
                skip_path(rest);
                return if place.is_empty() { vec![name.to_owned()] } else { Vec::new() };
            }
        }
        if rest.first() != Some(&"::") {
            skip_path(rest);
            return if place.is_empty() { vec![String::new()] } else { Vec::new() };
        }
        next(rest);
    }
}

fn next<'a>(rest: &mut &[Token<'a>]) -> Token<'a> {
    let Some((first, after)) = rest.split_first() else { return "" };
    *rest = after;
    first
}

/// To the end of this path, its alias included: a comma or the group's end.
fn skip_path(rest: &mut &[Token<'_>]) {
    let mut depth = 0;
    while let Some(token) = rest.first() {
        match *token {
            "{" => depth += 1,
            "}" if depth == 0 => return,
            "}" => depth -= 1,
            "," | ";" if depth == 0 => return,
            _ => {}
        }
        next(rest);
    }
}

/// `src/events/clause/reader.rs` is the module events::clause::reader.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|name| *name != "lib").map(str::to_owned).collect()
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let length = if is_word(first) {
            rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}
