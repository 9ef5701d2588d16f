//! Which characters the bytes of a page stand for, found as browsers find it.
//!
//! In: bytes, and the charset a server named, if it did. Out: text. It must never fail: bytes that mean nothing become U+FFFD.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// A declaration must stand in the first bytes; browsers look at as many.
const PRESCAN: usize = 1024;

/// The text of a page: by its byte order mark, else the charset that was `named` (in an HTTP header), else the one that its `<meta>` names,
/// else UTF-8 if it is that, else Windows-1252.
///
/// ```
/// use article_timeline::article::html::decode;
/// assert_eq!(decode(b"<meta charset=iso-8859-1><p>Caf\xe9", None), "<meta charset=iso-8859-1><p>Caf\u{e9}");
/// assert_eq!(decode("<p>Café".as_bytes(), None), "<p>Café");
/// assert_eq!(decode(b"\xd0\xe8", Some("windows-1251")), "Ри");
/// ```
pub fn decode<'a>(bytes: &'a [u8], named: Option<&str>) -> Cow<'a, str> {
    let named = named.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = named.or_else(|| declared(bytes)).unwrap_or_else(|| guessed(bytes));
    // A byte order mark wins over all that is named.
    encoding.decode(bytes).0
}

/// What a `<meta charset>` or an XML declaration says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..PRESCAN.min(bytes.len()))?.to_ascii_lowercase();
    let word = if head.starts_with(b"<?xml") { &b"encoding="[..] } else { &b"charset="[..] };
    let mut from = 0;
    while let Some(at) = head.get(from..)?.windows(word.len()).position(|window| window == word) {
        from += at + word.len();
        let rest = head.get(from..)?;
        let rest = rest.get(rest.iter().take_while(|byte| b"\"' ".contains(byte)).count()..)?;
        let label = rest.split(|byte| b"\"' ;/>?".contains(byte)).next()?;
        if let Some(encoding) = Encoding::for_label(label) {
            // A page that can be read as ASCII up to here is not UTF-16, whatever it says.
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_win_over_names_and_names_over_declarations() {
        assert_eq!(decode(b"\xff\xfea\0b\0", Some("utf-8")), "ab");
        assert_eq!(decode(b"\xef\xbb\xbfa", Some("windows-1252")), "a");
        assert_eq!(decode(b"<meta charset=utf-8>\xe9", Some("windows-1252")), "<meta charset=utf-8>\u{e9}");
    }

    #[test]
    fn declarations_have_many_forms() {
        for head in [
            "<META http-equiv='Content-Type' content='text/html; charset=windows-1250'>",
            "<meta charset=\"windows-1250\"/>",
            "<meta charset=nonsense><meta charset = x><meta charset=windows-1250>",
            "<?xml version='1.0' encoding='windows-1250'?>",
        ] {
            let page = [head.as_bytes(), b"\xe8"].concat();
            assert!(decode(&page, None).ends_with('\u{10d}'), "{head}");
        }
        assert!(decode(b"<meta charset=utf-16>\xc3\xa9", None).ends_with('\u{e9}'));
    }

    #[test]
    fn bytes_that_mean_nothing_are_no_error() {
        assert_eq!(decode(b"<meta charset=utf-8>a\xffb", None), "<meta charset=utf-8>a\u{fffd}b");
        assert_eq!(decode(b"a\xe9", None), "a\u{e9}");
        assert_eq!(decode(b"", None), "");
    }
}
