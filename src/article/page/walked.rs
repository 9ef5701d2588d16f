//! A page as a walk over a live document hands it over: a few texts, and one list of numbers that tells them apart.
//!
//! In: what `www/page.js` made of the document. Out: a [`Walked`] page, the same that an HTML parser would have filled. Numbers that make no sense are
//! passed over: they come from outside. It must never learn what a browser is.
//!
//! A step is one number, its lowest three bits what happens and the rest a count or the place of a name; an attribute's length follows it.
//!
//! ```text
//! 0 close    1 open (name)    2 attribute (name), length of its value    3 text (length)    4 hide    5 the caller named this element
//! ```

use super::Page;
use super::build::Builder;
use super::tag::{Name, Tag};
use crate::base::list::List;
use crate::base::span::leading_utf16;

/// A page, and where the walk met what is on it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Walked {
    /// The page.
    pub page: Page,
    /// For each node the number of the text that the walk met, counted from one; 0 for what is no text.
    pub texts: Vec<u32>,
    /// The elements that the caller named.
    pub roots: Vec<usize>,
}

/// Fills a page. `names` are those of elements and attributes, parted by blanks; lengths count as JavaScript does.
///
/// ```
/// use article_timeline::article::page::walked::read;
/// let steps = [1, 1 << 3 | 2, 4, 10 << 3 | 3, 0];
/// let walked = read("p class", "It rained.", "lead", &steps);
/// assert_eq!(walked.page.text, "It rained.");
/// assert_eq!(walked.page.nodes.len(), 3);
/// assert_eq!(walked.texts, [0, 0, 1]);
/// ```
pub fn read(names: &str, text: &str, values: &str, steps: &[u32]) -> Walked {
    let tags = names.split(' ').map(Tag::by_name).list();
    let attributes = names.split(' ').map(Name::by_name).list();
    let (mut text, mut values) = (text, values);
    let mut builder = Builder::default();
    let mut walked = Walked { texts: vec![0], ..Walked::default() };
    let mut seen = 0;
    let mut steps = steps.iter().copied();
    while let Some(step) = steps.next() {
        let number = (step >> 3) as usize;
        match step & 7 {
            0 => builder.close(),
            1 => builder.open(tags.get(number).copied().unwrap_or(Tag::Other)),
            2 => {
                let value = cut(&mut values, steps.next().unwrap_or(0) as usize);
                if let Some(name) = attributes.get(number).copied().flatten() {
                    builder.attribute(name, value);
                }
            }
            3 => {
                seen += 1;
                builder.text(cut(&mut text, number));
            }
            4 => builder.hide(),
            5 => walked.roots.push(builder.len() - 1),
            _ => {}
        }
        // Nothing was added where a limit was met.
        let is_text = step & 7 == 3;
        while walked.texts.len() < builder.len() {
            walked.texts.push(if is_text { seen } else { 0 });
        }
    }
    walked.page = builder.finish();
    walked
}

/// Takes so many units of UTF-16 from the front.
fn cut<'a>(rest: &mut &'a str, units: usize) -> &'a str {
    let (front, behind) = rest.split_at_checked(leading_utf16(rest, units)).unwrap_or_default();
    *rest = behind;
    front
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_count_as_javascript_does() {
        let steps = [1, 3 << 3 | 3, 1, 4 << 3 | 3, 0, 2 << 3 | 3, 0];
        let walked = read("p b", "é😀four!?", "", &steps);
        let texts = walked.page.nodes.iter().filter(|node| node.tag == Tag::Text);
        assert_eq!(texts.map(|node| node.text.of(&walked.page.text)).collect::<Vec<_>>(), ["é😀", "four", "!?"]);
        assert_eq!(walked.texts, [0, 0, 1, 0, 2, 3]);
    }

    #[test]
    fn numbers_that_make_no_sense_are_passed_over() {
        let walked = read("", "ab", "c", &[0, 0, 7, 99 << 3 | 1, 5, 99 << 3 | 2, 99, 99 << 3 | 3, 2, u32::MAX, 1]);
        assert_eq!((walked.page.text.as_str(), walked.roots.len()), ("ab", 1));
        assert_eq!(walked.texts.len(), walked.page.nodes.len());
    }

    #[test]
    fn places_stay_right_where_a_limit_is_met() {
        let mut steps = vec![1; 1_000];
        steps.push(4 << 3 | 3);
        steps.extend(vec![0; 1_000]);
        steps.push(5 << 3 | 3);
        let walked = read("div", "deepafter", "", &steps);
        assert!(walked.page.cut);
        assert_eq!(walked.texts.len(), walked.page.nodes.len());
        assert_eq!(walked.texts.iter().filter(|number| **number > 0).collect::<Vec<_>>(), [&1, &2]);
    }
}
