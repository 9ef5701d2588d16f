//! HTML as text becomes a page; natively only, because in a browser the document is parsed already and a parser costs 200 kB of wasm.
//!
//! In: HTML as text or as bytes. Out: a [`Page`]. Any input gives one, in bounded time. It must never learn what an article is.

mod charset;
mod tree;

use super::page::{Page, build::Limits};
pub use charset::decode;
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use tree::Tree;

/// Bytes that are parsed before the limits are looked at again.
const PIECE: usize = 4096;
/// Bytes of a page that are read at all.
const LONGEST: usize = 8_000_000;
/// Elements in elements, beyond which a parser's work grows with the square of their number.
const DEEPEST: usize = 2_000;
/// Words in a single tag, beyond which the same is true of its attributes.
const LONGEST_TAG: usize = 20_000;

/// The page that HTML describes, parsed as browsers do. Where a limit is met the rest is left out and [`Page::cut`] says so.
///
/// ```
/// use article_timeline::article::html;
/// let page = html::parse("<title>Rain</title><p>It rained.<p hidden>On us.");
/// assert_eq!(page.text, "It rained.On us.");
/// assert!(page.nodes.iter().any(|node| node.hidden) && !page.cut);
/// ```
pub fn parse(html: &str) -> Page {
    let tree_builder = TreeBuilderOpts { drop_doctype: true, scripting_enabled: true, ..TreeBuilderOpts::default() };
    let mut parser =
        parse_document(Tree::new(html.len().min(LONGEST)), ParseOpts { tree_builder, ..ParseOpts::default() });
    let mut cut = html.len() > LONGEST;
    let mut rest = html;
    let (mut heard, mut words) = (0, 0);
    while !rest.is_empty() && html.len() - rest.len() < LONGEST {
        let (piece, others) = rest.split_at(next_piece(rest));
        parser.process(StrTendril::from_slice(piece));
        let tree = &parser.tokenizer.sink.sink;
        rest = match tree.raw() {
            Some(name) => behind_raw(others, name),
            None => others,
        };
        // A tag that goes on and on tells the tree nothing.
        let calls = tree.calls();
        words = if calls == heard { words + piece.bytes().filter(u8::is_ascii_whitespace).count() } else { 0 };
        heard = calls;
        if tree.len() > Limits::NODES || tree.depth() > DEEPEST || words > LONGEST_TAG {
            cut = true;
            break;
        }
    }
    let mut page = parser.finish();
    page.cut |= cut;
    page
}

/// How much is parsed next: up to the limit, or up to where a script or a style sheet begins.
fn next_piece(rest: &str) -> usize {
    let limit =
        (PIECE.min(rest.len())..=rest.len()).find(|length| rest.is_char_boundary(*length)).unwrap_or(rest.len());
    let bytes = rest.as_bytes();
    let piece = bytes.get(..limit).unwrap_or_default();
    for (at, _) in piece.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        let name = piece.get(at + 1..at + 7).unwrap_or_default();
        if name.eq_ignore_ascii_case(b"script") || name.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"style"))
        {
            let end = bytes.iter().skip(at).take(PIECE).position(|byte| *byte == b'>');
            return end.map_or(limit, |end| at + end + 1);
        }
    }
    limit
}

/// The parser stands in a script or a style sheet that nobody will read: half of all that a page's file holds. Goes to its end tag, unless
/// something in it may hide that tag from a browser.
fn behind_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let bytes = rest.as_bytes();
    let is_end = |at: &usize| {
        let tag = bytes.get(at + 2..at + 2 + name.len());
        bytes.get(*at..at + 2) == Some(b"</") && tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices('<').map(|(at, _)| at).find(is_end);
    let skipped = end.and_then(|end| rest.split_at_checked(end));
    match skipped {
        Some((raw, behind)) if !raw.contains("<!--") => behind,
        _ => rest,
    }
}
