//! Markdown becomes plain text as the reader of texts knows it.
//!
//! In: Markdown. Out: the same lines without the marks inside them; headings, lists, quotes and what stands above the text keep theirs, because [`text`](super::text)
//! reads them. Pictures and program text are left out. It must never learn what a date is.

/// The text without links, emphasis, pictures and code.
///
/// ```
/// use article_timeline::article::markdown::plain;
/// assert_eq!(plain("It was **closed** on [3 May](https://a.example/x).\n"), "It was closed on 3 May.\n");
/// assert_eq!(plain("![A crane](crane.jpg)\n2 * 3 is a_b_c\n"), "\n2 * 3 is a_b_c\n");
/// ```
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut fence: Option<&str> = None;
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) => {}
            (None, Some(mark)) => fence = Some(mark),
            (None, None) if is_definition(start) => {}
            (None, None) => {
                let is_title = |next: &&str| next.len() >= 3 && next.trim_end().bytes().all(|byte| byte == b'=');
                if !start.is_empty() && lines.next_if(is_title).is_some() {
                    out.push_str("# ");
                }
                inline(line, &mut out);
            }
        }
        out.push('\n');
    }
    out
}

/// "[1]: https://a.example", where a link of that name leads.
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once("]: ").is_some_and(|(name, _)| name.len() < 40)
}

/// One line without the marks in it.
fn inline(line: &str, out: &mut String) {
    let mut before = ' ';
    let mut rest = line;
    while let Some(sign) = rest.chars().next() {
        let behind = rest.get(sign.len_utf8()..).unwrap_or("");
        let next = behind.chars().next().unwrap_or(' ');
        let taken = match sign {
            '!' if next == '[' => link(behind).map(|(_, after)| ("", after)),
            '[' => link(rest),
            '<' => until(behind, '>').filter(|(address, _)| is_address(address)).map(|(_, after)| ("", after)),
            '\\' if next.is_ascii_punctuation() => behind.get(..1).zip(behind.get(1..)),
            '`' => Some(("", behind)),
            // What stands alone between spaces multiplies, or begins an item.
            '*' if !(before.is_whitespace() && next.is_whitespace()) => Some(("", behind)),
            // Within a word it is part of it.
            '_' if !(before.is_alphanumeric() && next.is_alphanumeric()) => Some(("", behind)),
            _ => None,
        };
        match taken {
            Some((text, after)) if sign == '[' => {
                inline(text, out);
                rest = after;
            }
            Some((text, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push(sign);
                rest = behind;
            }
        }
        before = sign;
    }
}

/// The words of a link that the text begins with, and what follows it: "[words](address)", "[words][name]".
fn link(text: &str) -> Option<(&str, &str)> {
    let (words, behind) = until(text.strip_prefix('[')?, ']')?;
    let close = match behind.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let (_, after) = until(behind, close)?;
    Some((words, after))
}

/// Letters of a link's words or address that are looked at.
const LONGEST: usize = 1_000;

/// What stands in front of the sign, and behind it.
fn until(text: &str, sign: char) -> Option<(&str, &str)> {
    let (at, found) = text.char_indices().take(LONGEST).find(|(_, other)| *other == sign)?;
    Some((text.get(..at)?, text.get(at + found.len_utf8()..)?))
}

fn is_address(text: &str) -> bool {
    !text.contains(' ') && (text.contains("://") || text.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (markdown, text) in [
            ("*By Ana*", "By Ana"),
            ("_By_ __Ana__", "By Ana"),
            ("* an item", "* an item"),
            ("- [a *b* c](x) d", "- a b c d"),
            ("see [one][1] and [two]", "see one and [two]"),
            ("in `1974`", "in 1974"),
            ("1\\. May \\*", "1. May *"),
            ("<https://a.example> and <b>", " and <b>"),
            ("> quoted", "> quoted"),
            ("[1]: https://a.example", ""),
            ("[broken](", "[broken]("),
            ("", ""),
        ] {
            assert_eq!(plain(markdown).trim_end_matches('\n'), text, "{markdown}");
        }
        assert_eq!(plain("Title\n=====\ntext\n```\n1 May 2011\n```\nmore"), "# Title\ntext\n\n\n\nmore\n");
    }

    #[test]
    fn any_text_is_taken_in_bounded_time() {
        for piece in ["[", "![", "](", "*", "`", "<", "\\", "[a](b", "é["] {
            plain(&piece.repeat(3_000));
        }
    }
}
