//! JSON as pages write it: with comments, trailing commas, CDATA around it, raw line breaks and loose quotation marks in its strings, cut off in the middle.
//!
//! In: a text. Out: a [`Loose`] value, always: what can't be read is left out. `serde_json` is strict, and too heavy for the browser.
//! It must never learn what the JSON is about.

use crate::base::letter::is_letter_or_digit;

/// A value.
#[derive(Clone, PartialEq, Debug)]
pub enum Loose {
    /// `null`, and what is no value at all.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number as it is written.
    Number(String),
    /// A string, its escapes resolved.
    Text(String),
    /// Values in brackets, or several one after the other.
    List(Vec<Loose>),
    /// Fields in braces, in order.
    Object(Vec<(String, Loose)>),
}

/// Values in values that are read; deeper ones are `Null`.
const DEPTH: usize = 40;

/// Reads a text.
///
/// ```
/// use article_timeline::article::loose::{self, Loose};
/// let value = loose::read("//<![CDATA[\n{'a': [1, 2,], b: \"say \"yes\" now\"}\n//]]>");
/// assert_eq!(value.field("A").map(|list| list.items().len()), Some(2));
/// assert_eq!(value.field("b").and_then(Loose::text), Some("say \"yes\" now"));
/// ```
pub fn read(text: &str) -> Loose {
    let mut reader = Reader { text, at: 0 };
    let mut values = Vec::new();
    loop {
        reader.skip();
        let before = reader.at;
        if reader.peek().is_none() {
            break;
        }
        match reader.value(0) {
            Loose::Null if reader.at == before => reader.at += reader.peek().map_or(1, char::len_utf8),
            Loose::Null => {}
            value => values.push(value),
        }
    }
    match values.len() {
        0 | 1 => values.pop().unwrap_or(Loose::Null),
        _ => Loose::List(values),
    }
}

impl Loose {
    /// A field of an object; its name in any case.
    pub fn field(&self, name: &str) -> Option<&Loose> {
        let Loose::Object(fields) = self else { return None };
        fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The text of a string, or the digits of a number.
    pub fn text(&self) -> Option<&str> {
        match self {
            Loose::Text(text) | Loose::Number(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            // `"headline": ["One"]`, and `{"@value": "One"}`.
            Loose::List(items) => items.first().and_then(Loose::text),
            Loose::Object(_) => self.field("@value").and_then(Loose::text),
            _ => None,
        }
    }

    /// The text of a field.
    pub fn text_at(&self, name: &str) -> Option<&str> {
        self.field(name).and_then(Loose::text)
    }

    /// The items of a list; any other value as a list of itself.
    pub fn items(&self) -> &[Loose] {
        match self {
            Loose::List(items) => items,
            Loose::Null => &[],
            other => core::slice::from_ref(other),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, sign: char) -> bool {
        let there = self.peek() == Some(sign);
        if there {
            self.at += sign.len_utf8();
        }
        there
    }

    /// White space, comments, and the wrappings in which scripts hide from old browsers.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let blank = |sign: char| sign.is_whitespace() || matches!(sign, '\u{feff}' | '\0' | ';');
            let spaces = rest.len() - rest.trim_start_matches(blank).len();
            let length = match rest.get(spaces..).unwrap_or("") {
                "" => spaces,
                rest if rest.starts_with("/*") => spaces + upto(rest, "*/"),
                rest if rest.starts_with("//<![CDATA[") => spaces + "//<![CDATA[".len(),
                rest if rest.starts_with("//") => spaces + upto(rest, "\n"),
                rest if rest.starts_with("<![CDATA[") => spaces + "<![CDATA[".len(),
                rest if rest.starts_with("]]>") => spaces + 3,
                rest if rest.starts_with("<!--") => spaces + 4,
                rest if rest.starts_with("-->") => spaces + 3,
                _ => spaces,
            };
            self.at += length;
            if length == spaces {
                return;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Loose {
        self.skip();
        match self.peek() {
            Some('{' | '[') if depth >= DEPTH => self.pass_over(),
            Some('{') => self.object(depth),
            Some('[') => self.list(depth),
            Some(quote @ ('"' | '\'')) => Loose::Text(self.string(quote)),
            _ => self.word(),
        }
    }

    /// Goes to the end of a value that stands too deep, without going into it.
    fn pass_over(&mut self) -> Loose {
        let mut open = 0_usize;
        while let Some(sign) = self.peek() {
            match sign {
                '{' | '[' => open += 1,
                '}' | ']' => open = open.saturating_sub(1),
                '"' => {
                    self.string('"');
                    continue;
                }
                _ => {}
            }
            self.at += sign.len_utf8();
            if open == 0 {
                break;
            }
        }
        Loose::Null
    }

    fn object(&mut self, depth: usize) -> Loose {
        self.at += 1;
        let mut fields = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some('}') => {
                    self.at += 1;
                    break;
                }
                // A list that was forgotten to be closed, or opened: its end is not ours.
                Some(']') => break,
                Some(',') => {
                    self.at += 1;
                    continue;
                }
                _ => {}
            }
            let before = self.at;
            let key = match self.peek() {
                Some(quote @ ('"' | '\'')) => self.string(quote),
                _ => self.bare(),
            };
            self.skip();
            if self.take(':') {
                fields.push((key, self.value(depth + 1)));
            }
            if self.at == before {
                self.at += self.peek().map_or(1, char::len_utf8);
            }
        }
        Loose::Object(fields)
    }

    fn list(&mut self, depth: usize) -> Loose {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip();
            let before = self.at;
            match self.peek() {
                None => break,
                Some(']') => {
                    self.at += 1;
                    break;
                }
                Some('}') => break,
                Some(',') => self.at += 1,
                _ => {
                    let value = self.value(depth + 1);
                    if self.at == before {
                        self.at += self.peek().map_or(1, char::len_utf8);
                    } else {
                        items.push(value);
                    }
                }
            }
        }
        Loose::List(items)
    }

    /// A string. A quotation mark that nothing of JSON follows belongs to the text.
    fn string(&mut self, quote: char) -> String {
        self.at += 1;
        let mut text = String::new();
        while let Some(sign) = self.peek() {
            self.at += sign.len_utf8();
            match sign {
                '\\' => self.escape(&mut text),
                _ if sign == quote => {
                    let behind = self.rest().trim_start();
                    if behind.is_empty() || behind.starts_with([',', ':', '}', ']', ';', '/']) {
                        break;
                    }
                    // `"a" "b"`: a comma was forgotten.
                    if behind.starts_with(quote) && behind.len() < self.rest().len() {
                        break;
                    }
                    text.push(sign);
                }
                _ => text.push(sign),
            }
        }
        text
    }

    fn escape(&mut self, text: &mut String) {
        let Some(sign) = self.peek() else { return };
        self.at += sign.len_utf8();
        match sign {
            'n' | 'r' => text.push('\n'),
            't' => text.push('\t'),
            'b' | 'f' => {}
            'u' => {
                let unit = self.unit();
                let wide = match unit {
                    0xd800..=0xdbff if self.rest().starts_with("\\u") => {
                        self.at += 2;
                        0x1_0000 + ((unit - 0xd800) << 10) + (self.unit().wrapping_sub(0xdc00) & 0x3ff)
                    }
                    unit => unit,
                };
                text.push(char::from_u32(wide).unwrap_or('\u{fffd}'));
            }
            other => text.push(other),
        }
    }

    /// Four hexadecimal digits, or as many as there are.
    fn unit(&mut self) -> u32 {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|sign| sign.to_digit(16)) else { break };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        unit
    }

    /// A name without quotation marks.
    fn bare(&mut self) -> String {
        let is_part = |sign: char| is_letter_or_digit(sign) || matches!(sign, '_' | '$' | '@' | '-' | '.' | '+');
        let rest = self.rest();
        let length = rest.char_indices().find(|(_, sign)| !is_part(*sign)).map_or(rest.len(), |(at, _)| at);
        let word = String::from(rest.get(..length).unwrap_or(""));
        self.at += length;
        word
    }

    fn word(&mut self) -> Loose {
        let word = self.bare();
        match word.as_str() {
            "true" => Loose::Truth(true),
            "false" => Loose::Truth(false),
            _ if word.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-') => Loose::Number(word),
            _ => Loose::Null,
        }
    }
}

/// Length up to the end of `wanted`, or of all.
fn upto(text: &str, wanted: &str) -> usize {
    crate::base::find::first(text, wanted).map_or(text.len(), |at| at + wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str, name: &str) -> String {
        read(json).text_at(name).unwrap_or("none").to_string()
    }

    #[test]
    fn good_json_is_read_as_it_is() {
        let value = read(r#"{"a":{"b":[true,false,null,-1.5e3,"\u00e9\ud83d\ude00\n\/"]},"c":{}}"#);
        let list = value.field("a").and_then(|a| a.field("b")).unwrap();
        assert_eq!(
            list.items(),
            [
                Loose::Truth(true),
                Loose::Truth(false),
                Loose::Null,
                Loose::Number("-1.5e3".into()),
                Loose::Text("é😀\n/".into())
            ]
        );
        assert_eq!(value.field("c"), Some(&Loose::Object(Vec::new())));
    }

    #[test]
    fn what_pages_get_wrong_is_read_all_the_same() {
        assert_eq!(text("<!-- {\"a\": \"x\"} -->", "a"), "x");
        assert_eq!(text("/* first */ {\"a\": \"x\", /* then */ }", "a"), "x");
        assert_eq!(text("{\"a\": \"two\nlines\"}", "a"), "two\nlines");
        assert_eq!(text("{\"z\": \"he said \"no\"\", \"a\": \"x\"}", "a"), "x");
        assert_eq!(text("{\"z\": [1, 2, \"a\": \"x\"}", "a"), "none");
        assert_eq!(text("{\"z\": 1 \"a\": \"x\"", "a"), "x");
        assert_eq!(text("{\"a\": \"cut off here", "a"), "cut off here");
        assert_eq!(text("{\"A\": [\"x\"]}", "a"), "x");
        assert_eq!(text("{\"a\": \"bad \\q escape \\u12\"}", "a"), "bad q escape \u{12}");
    }

    #[test]
    fn several_values_are_a_list_and_none_is_null() {
        assert_eq!(read("{\"a\":1}{\"a\":2}").items().len(), 2);
        assert_eq!(read(""), Loose::Null);
        assert_eq!(read("}]:,"), Loose::Null);
        assert_eq!(read("window.x = "), Loose::Null);
    }

    #[test]
    fn depth_is_bounded() {
        assert_eq!(read(&"[".repeat(100_000)).items().len(), 1);
    }
}
