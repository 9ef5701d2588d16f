//! What is printed on: how wide it is, whether it shows bold and dim, and lines broken to fit.
//!
//! In: words. Out: lines on standard output. It must never learn what is printed.

use std::io::{self, IsTerminal, StdoutLock, Write};

/// Width where nobody says: standard output is no terminal, and `COLUMNS` is not set.
const WIDTH: usize = 100;

/// Standard output as a sheet of paper. On a terminal it is as wide as that and uses bold and dim (unless `NO_COLOR` is set or it is
/// dumb); in a pipe or a file it is plain text, 100 characters wide. `COLUMNS` wins over both.
pub(crate) struct Paper {
    out: StdoutLock<'static>,
    /// Characters in a line.
    pub(crate) width: usize,
    styled: bool,
}

/// How words look on a terminal.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    Plain,
    Bold,
    Dim,
}

impl Paper {
    pub(crate) fn new() -> Paper {
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
        let measured =
            || if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        Paper {
            width: columns.or_else(measured).unwrap_or(WIDTH).clamp(24, 120),
            styled: terminal && !dumb && !set("NO_COLOR"),
            out: stdout.lock(),
        }
    }

    pub(crate) fn line(&mut self, text: &str, style: Style) -> io::Result<()> {
        self.words(text, style)?;
        self.out.write_all(b"\n")
    }

    pub(crate) fn words(&mut self, text: &str, style: Style) -> io::Result<()> {
        let text = printable(text);
        match style {
            Style::Bold if self.styled => write!(self.out, "\u{1b}[1m{text}\u{1b}[0m"),
            Style::Dim if self.styled => write!(self.out, "\u{1b}[2m{text}\u{1b}[0m"),
            _ => self.out.write_all(text.as_bytes()),
        }
    }

    /// `text` broken into lines, each behind `indent` spaces.
    pub(crate) fn paragraph(&mut self, text: &str, indent: usize, style: Style) -> io::Result<()> {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.words(&" ".repeat(indent), Style::Plain)?;
            self.line(&line, style)?;
        }
        Ok(())
    }
}

/// Control characters of the article must not reach the terminal as commands.
fn printable(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}

/// Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let size = columns(word);
        if used > 0 && used + 1 + size > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for character in word.chars() {
            let size = column(character);
            if used + size > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += size;
        }
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// Columns that a terminal gives a text.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

/// Two for East Asian wide characters and emoji, none for marks that combine, else one.
fn column(character: char) -> usize {
    match character as u32 {
        0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 => 2,
        0x1f300..=0x1f64f | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_long_words_where_they_must() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("a extraordinary", 8), ["a", "extraord", "inary"]);
        assert_eq!(wrap("", 8), Vec::<String>::new());
        assert_eq!(columns("日本 é"), 6);
    }
}
