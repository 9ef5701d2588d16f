//! HTML inside a field made plain: tags gone, entities read, paragraphs as lines. Nothing of it is ever run.
//!
//! In: a text that may be HTML. Out: plain text and the first link. It must never learn which format the field is from. This is no parser of pages:
//! fields hold a few inline tags, and whatever they hold, what comes out is text.

/// What is left of a piece of HTML.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Plain {
    /// Its words; a line for each paragraph.
    pub(crate) text: String,
    /// Where its first link leads, if that is a web address.
    pub(crate) link: Option<String>,
    /// Whether tags with a meaning (emphasis, links after the first, pictures) went missing.
    pub(crate) lossy: bool,
}

/// Tags that begin a new line.
const BLOCKS: &str =
    " p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article figure figcaption hr pre cite ";
/// Tags whose content is no text.
const SILENT: &str = " script style template noscript iframe object embed svg math textarea title ";

/// The words of a piece of HTML.
///
/// `plain("Tea <i>&amp; cake</i>")` has the text `Tea & cake`.
pub(crate) fn plain(html: &str) -> Plain {
    let mut out = Plain::default();
    let mut rest = html;
    // Behind the last angle no tag ends; to look for its end at every `<` would take the square of the length.
    let after_tags = html.len() - html.rfind('>').unwrap_or(0);
    while let Some(at) = rest.find(['<', '&']) {
        push(&mut out.text, rest.get(..at).unwrap_or(""));
        rest = rest.get(at..).unwrap_or("");
        if rest.starts_with('&') {
            rest = entity(rest, &mut out.text);
        } else if let Some(tag) =
            Some(rest).filter(|rest| rest.len() > after_tags || rest.starts_with("<!--")).and_then(Tag::of)
        {
            rest = rest.get(tag.length..).unwrap_or("");
            rest = out.meet(&tag, rest);
        } else {
            out.text.push('<');
            rest = rest.get(1..).unwrap_or("");
        }
    }
    push(&mut out.text, rest);
    out.text = tidy(&out.text);
    out
}

/// The words of a piece of HTML in one line.
pub(crate) fn line(html: &str) -> String {
    plain(html).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Plain text so that HTML means the same: `<` and `&` only where they would be read as markup.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let behind = text.get(at..).unwrap_or("");
        match letter {
            '<' if begins_tag(behind) => out.push_str("&lt;"),
            '&' if is_entity(behind) => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether an angle begins a tag where markup follows: one that has no end of its own would end with the next tag.
pub(crate) fn begins_tag(text: &str) -> bool {
    let next = text.strip_prefix('<').and_then(|rest| rest.chars().next());
    next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
}

/// Whether an address is one of the web or of the file's own place: no `javascript:`, no `data:`.
pub(crate) fn is_web_address(url: &str) -> bool {
    // An address has no angles; what has them is markup in the wrong place.
    if url.contains(['<', '>']) {
        return false;
    }
    let scheme = url.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        Some(scheme) if scheme.contains(['/', '?', '#', '.']) => true,
        Some(scheme) => {
            let bare: String =
                scheme.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
            ["http", "https"].iter().any(|known| bare.eq_ignore_ascii_case(known))
        }
        // A colon spelled as an entity is one again where the address is put into markup.
        None => !url.trim().is_empty() && !["&colon", "&#"].iter().any(|colon| url.contains(colon)),
    }
}

impl Plain {
    /// Takes in a tag; gives back what is left to read behind it.
    fn meet<'a>(&mut self, tag: &Tag, rest: &'a str) -> &'a str {
        let is_in = |list: &str| list.contains(&format!(" {} ", tag.name));
        if is_in(BLOCKS) {
            self.text.push('\n');
        }
        match tag.name.as_str() {
            "a" if !tag.closes => match tag.attribute("href").filter(|url| is_web_address(url)) {
                Some(url) if self.link.is_none() => self.link = Some(url),
                _ => self.lossy = true,
            },
            "b" | "i" | "em" | "strong" | "u" | "img" | "video" | "audio" | "sup" | "sub" => self.lossy = true,
            _ => {}
        }
        if !is_in(SILENT) || tag.closes {
            return rest;
        }
        self.lossy = true;
        // Nothing inside is text; without an end tag nothing behind is.
        let end = format!("</{}", tag.name);
        let closes = |at: &usize| rest.get(*at..*at + end.len()).is_some_and(|part| part.eq_ignore_ascii_case(&end));
        match (0..rest.len()).find(closes) {
            Some(at) => rest.get(at..).unwrap_or(""),
            None => "",
        }
    }
}

/// A tag at the beginning of a text.
pub(crate) struct Tag<'a> {
    /// In small letters, without the slash.
    pub(crate) name: String,
    /// Whether it is an end tag.
    pub(crate) closes: bool,
    /// Bytes, with both angles.
    pub(crate) length: usize,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    pub(crate) fn of(text: &'a str) -> Option<Tag<'a>> {
        if let Some(comment) = text.strip_prefix("<!--") {
            let length = comment.find("-->").map_or(text.len(), |at| at + "<!---->".len());
            return Some(Tag { name: String::new(), closes: true, length, attributes: "" });
        }
        let inner = text.strip_prefix('<')?;
        let (closes, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '!' || letter == '?') {
            return None;
        }
        let mut quote = None;
        let end = text.char_indices().find(|(_, letter)| match (quote, letter) {
            (None, '>') => true,
            (None, '"' | '\'') => {
                quote = Some(*letter);
                false
            }
            (Some(open), letter) if open == *letter => {
                quote = None;
                false
            }
            _ => false,
        });
        // A quote that is never closed was none.
        let end = end.map(|(at, _)| at).or_else(|| text.find('>'))?;
        let inner = text.get(1 + usize::from(closes)..end)?;
        let name_end = inner.find(|letter: char| letter.is_whitespace() || letter == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(name_end)?;
        Some(Tag { name: name.to_ascii_lowercase(), closes, length: end + 1, attributes })
    }

    /// The value of an attribute, entities read.
    pub(crate) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            if rest.is_empty() {
                return None;
            }
            let name_end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
            let (name, behind) = rest.split_at_checked(name_end)?;
            let behind = behind.trim_start();
            let Some(value) = behind.strip_prefix('=') else {
                rest = if name.is_empty() { behind.get(1..).unwrap_or("") } else { behind };
                continue;
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let (value, behind) = match quote.and_then(|quote| value.get(1..)?.split_once(quote)) {
                Some(parts) => parts,
                None => value.split_at_checked(value.find(char::is_whitespace).unwrap_or(value.len()))?,
            };
            if name.eq_ignore_ascii_case(wanted) {
                let mut text = String::new();
                let mut rest = value;
                while let Some(at) = rest.find('&') {
                    text.push_str(rest.get(..at)?);
                    rest = entity(rest.get(at..)?, &mut text);
                }
                text.push_str(rest);
                return Some(text.trim().to_owned());
            }
            rest = behind;
        }
    }
}

/// Adds text; what no screen shows and no parser wants is left out.
fn push(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|letter| !letter.is_control() || letter.is_whitespace()));
}

/// The name and the letter of the entities that texts of newsrooms use; others stay as they are.
const ENTITIES: [(&str, &str); 40] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("sbquo", "‚"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("pound", "£"),
    ("sect", "§"),
    ("deg", "°"),
    ("times", "×"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
    ("shy", ""),
];

fn entity_end(text: &str) -> Option<(&str, usize)> {
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(32).position(|byte| byte == b';')?;
    Some((name.get(..end)?, end + 2))
}

/// Whether a browser might take it for an entity: they know two thousand, of which few are read here.
fn is_entity(text: &str) -> bool {
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    entity_end(text).is_some_and(|(name, _)| is_name(name))
}

fn letter(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letter)| (*letter).to_owned());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    let letter = char::from_u32(code)?;
    (!letter.is_control() || letter.is_whitespace()).then(|| letter.to_string())
}

/// Reads the entity at the beginning of a text; gives back what is behind it.
fn entity<'a>(text: &'a str, out: &mut String) -> &'a str {
    if let Some((name, length)) = entity_end(text)
        && let Some(letter) = letter(name)
    {
        out.push_str(&letter);
        return text.get(length..).unwrap_or("");
    }
    out.push('&');
    text.get(1..).unwrap_or("")
}

/// Spaces as one, no empty lines.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words_and_a_link() {
        let found = plain(
            "<p class=\"x>y\">Tea <a href='https://a.example/?a=1&amp;b=2'>&amp; cake</a></p><p>5 &lt; 6 < 7</p>",
        );
        assert_eq!(found.text, "Tea & cake\n5 < 6 < 7");
        assert_eq!(found.link.as_deref(), Some("https://a.example/?a=1&b=2"));
        assert_eq!(line("One<br/> two&nbsp;three"), "One two three");
    }

    #[test]
    fn what_could_run_is_gone() {
        for (html, text) in [
            ("a<script>alert(1)</script>b", "ab"),
            ("a<SCRIPT>alert(1)", "a"),
            ("<img src=x onerror=alert(1)>b", "b"),
            ("<a href=' java\nscript:alert(1)'>c</a>", "c"),
            ("<svg/onload=alert(1)>x</svg>d", "d"),
            ("<!-- <b> -->e", "e"),
        ] {
            let found = plain(html);
            assert_eq!((found.text.as_str(), found.link), (text, None), "{html}");
        }
    }

    #[test]
    fn escaped_text_reads_back_the_same() {
        for text in ["AT&T", "a < b", "&amp; as text", "<b>not bold</b>", "R&D; more", "<3"] {
            assert_eq!(plain(&escape(text)).text, text);
        }
        assert_eq!(escape("AT&T, 5 < 6"), "AT&T, 5 < 6");
        assert_eq!(escape("javascript&colon;x"), "javascript&amp;colon;x");
        // Without an end of its own it would end with the next tag.
        assert_eq!(escape("<img src=x onerror=y//"), "&lt;img src=x onerror=y//");
    }

    #[test]
    fn addresses_that_could_run_are_none() {
        for bad in [
            "javascript:alert(1)",
            "JAVA\tSCRIPT:x",
            "data:text/html,x",
            "vbscript:x",
            " ",
            "<img src=x>",
            "javascript&colon;x",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
        for good in ["https://a.example/x:y", "pictures/a.png", "//a.example", "/a?b=c:d", "a.b:80/x"] {
            assert!(is_web_address(good), "{good}");
        }
    }
}
