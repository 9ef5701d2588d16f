//! What of a slide is kept beside an event, so that a way there and back loses nothing.
//!
//! In: a slide as it was read. Out: the parts Timeline JSON has no fields for, as far as they are harmless. It must never change them.

use crate::exchange::lost::Lost;
use crate::exchange::markup::{Tag, begins_tag, is_web_address};
use serde_json::{Map, Value};

/// Fields of a slide that are kept as they are, with what is said of them.
const FIELDS: [(&str, &str); 5] = [
    ("background", "background"),
    ("location", "place on a map"),
    ("autolink", "autolink"),
    ("display_date", "display date"),
    ("type", "type of slide"),
];

/// What is to be kept of a slide.
pub(super) fn of(slide: &Value, lost: &mut Lost) -> Map<String, Value> {
    let mut kept = Map::new();
    for (name, said) in FIELDS {
        if let Some(value) = slide.get(name).filter(|value| !is_empty(value)) {
            lost.add(said);
            keep(&mut kept, name, value);
        }
    }
    for name in ["start_date", "end_date"] {
        if let Some(value) = slide.get(name) {
            let says = |part: &str| value.get(part).is_some_and(|value| !is_empty(value));
            lost.add_if(says("display_date") || says("display_text"), "display date");
            lost.add_if(says("format"), "format of a date");
            keep(&mut kept, name, value);
        }
    }
    if let Some(media) = slide.get("media") {
        for (name, said) in [("link", "link of a medium"), ("title", "title of a medium")] {
            lost.add_if(media.get(name).is_some_and(|value| !is_empty(value)), said);
        }
        keep(&mut kept, "media", &without_scripts(media, lost));
    }
    for name in ["headline", "text"] {
        if let Some(value) = slide.get("text").and_then(|text| text.get(name))
            && value.as_str().is_some_and(|text| text.contains(['<', '&']))
        {
            lost.add("markup in texts");
            keep(&mut kept, name, value);
        }
    }
    kept
}

/// An embed may come with the script that draws it; the words and the links of the embed are kept without.
fn without_scripts(media: &Value, lost: &mut Lost) -> Value {
    let mut media = media.clone();
    let Some(Value::String(html)) = media.get_mut("url") else { return media };
    while let Some(from) = html.find("<script") {
        let to = html
            .get(from..)
            .and_then(|rest| rest.find("</script>"))
            .map_or(html.len(), |at| from + at + "</script>".len());
        html.replace_range(from..to, "");
        lost.add("script of a medium");
    }
    let trimmed = html.trim().to_owned();
    *html = trimmed;
    media
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
        _ => false,
    }
}

/// What could run when it is shown is not kept.
fn keep(kept: &mut Map<String, Value>, name: &str, value: &Value) {
    if is_harmless(value) {
        kept.insert(name.to_owned(), value.clone());
    }
}

pub(super) fn is_harmless(value: &Value) -> bool {
    match value {
        Value::String(text) => is_harmless_text(text),
        Value::Array(items) => items.iter().all(is_harmless),
        Value::Object(fields) => fields.values().all(is_harmless),
        _ => true,
    }
}

/// Tags without a meaning of their own for a script.
const TAGS: &str = " a abbr b big blockquote br cite code dd del div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins li \
    mark ol p pre q s small span strong sub sup table tbody td th thead time tr u ul ";

fn is_harmless_text(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or("");
        let Some(tag) = Tag::of(rest) else {
            // It would end with the next tag of the page.
            if begins_tag(rest) {
                return false;
            }
            rest = rest.get(1..).unwrap_or("");
            if !rest.contains('>') {
                break;
            }
            continue;
        };
        let written = rest.get(..tag.length).unwrap_or("").to_ascii_lowercase();
        let known = TAGS.contains(&format!(" {} ", tag.name));
        let leads = ["href", "src"].iter().filter_map(|name| tag.attribute(name)).all(|url| is_web_address(&url));
        let has_handler = written
            .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '"' | '\''))
            .any(|word| word.starts_with("on"));
        if !known
            || !leads
            || has_handler
            || ["script:", "&#", "srcdoc", "data:"].iter().any(|bad| written.contains(bad))
        {
            return false;
        }
        rest = rest.get(tag.length..).unwrap_or("");
    }
    let bare: String = text.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).take(16).collect();
    let bare = bare.to_ascii_lowercase();
    !["javascript:", "vbscript:", "data:"].iter().any(|bad| bare.starts_with(bad))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_not_kept() {
        for bad in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<img/onerror=alert(1) src=x>",
            "<a href='javascript:alert(1)'>x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<iframe srcdoc='<p>'></iframe>",
            "<svg><use href='#x'/></svg>",
            "JavaScript:alert(1)",
            " java\tscript:alert(1)",
            "<img src=x onerror=alert(1)//",
            "<i>a</i> <img src=x onerror=alert(1) ",
        ] {
            assert!(!is_harmless_text(bad), "{bad}");
        }
        for good in [
            "A <i>play</i> on words",
            "<a href=\"https://a.example\">on it</a>",
            "5 < 6",
            "I <3 it",
            "<blockquote>Said.</blockquote>",
        ] {
            assert!(is_harmless_text(good), "{good}");
        }
    }
}
