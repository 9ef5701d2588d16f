//! Content lines: names, parameters and values, folded and escaped.
//!
//! In: the text of a calendar. Out: its lines one by one, and back. It must never learn what a property means.

/// One line: `DTSTART;VALUE=DATE:19110308`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line {
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals, values as they are.
    pub(super) parameters: Vec<(String, String)>,
    /// As written, still escaped.
    pub(super) value: String,
    /// From 1, where it begins in the file.
    pub(super) number: usize,
}

impl Line {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(letter) => out.push(letter),
                    None => {}
                },
                letter if letter.is_control() && letter != '\t' => {}
                letter => out.push(letter),
            }
        }
        out.trim().to_owned()
    }
}

/// The lines of a calendar, folded ones joined. A line without a colon is left out.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut joined: Vec<(usize, String)> = Vec::new();
    for (place, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim_end_matches('\r');
        match (line.strip_prefix([' ', '\t']), joined.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ => joined.push((place + 1, line.to_owned())),
        }
    }
    joined.iter().filter_map(|(number, line)| split(line, *number)).collect()
}

/// The colon that ends the parameters stands outside quotes.
fn split(line: &str, number: usize) -> Option<Line> {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let mut colon = None;
    for (at, letter) in line.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(at),
            ':' if !quoted => {
                colon = Some(at);
                break;
            }
            _ => {}
        }
    }
    let colon = colon?;
    let head = line.get(..colon)?;
    let value = line.get(colon + 1..)?.to_owned();
    let mut parts = Vec::new();
    let mut from = 0;
    for cut in cuts {
        parts.push(head.get(from..cut)?);
        from = cut + 1;
    }
    parts.push(head.get(from..)?);
    let mut parts = parts.into_iter();
    let name = parts.next()?.trim().to_ascii_uppercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.to_ascii_uppercase(), value.trim_matches('"').to_owned()))
        .collect();
    Some(Line { name, parameters, value, number })
}

/// A text escaped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded at 75 bytes.
pub(super) fn push(out: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_and_escaped_lines_come_back() {
        let text = "Ein langer Satz mit Umlauten: äöü, Strichpunkt; und \\ Strich, der sich über mehrere Zeilen zieht.\nZweite Zeile";
        let mut out = String::new();
        push(&mut out, &["DESCRIPTION:", &escape(text)].concat());
        assert!(out.lines().all(|line| line.len() <= 75), "{out}");
        let lines = lines(&out);
        assert_eq!((lines.len(), lines[0].text().as_str()), (1, text));
    }

    #[test]
    fn parameters_may_hold_colons_in_quotes() {
        let lines = lines("attendee;CN=\"a: b; c\";ROLE=x:mailto:a@b.example\nno colon here");
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].parameter("CN"), lines[0].value.as_str()), (Some("a: b; c"), "mailto:a@b.example"));
    }
}
