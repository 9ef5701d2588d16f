//! Which words are the headline.
//!
//! In: the page's headings, and the titles that its data gives. Out: the headline, and the element it stands in. A heading is the headline when the
//! data says so; where the two disagree the data is believed, because pages have headings over many things. It must never learn what is in the body.

use super::Page;
use super::body::Zones;
use super::hints::Hint;
use super::meta::Meta;
use super::sizes::Sizes;
use super::tag::{Name, Tag};
use crate::article::schema::Story;
use crate::base::find;
use crate::base::letter::is_letter_or_digit;
use crate::base::list::List;

/// The headline's text and its element; either may be unknown. One in `within`, the element that the caller named, is the article's own.
pub(super) fn find(
    page: &Page,
    sizes: &Sizes,
    zones: &Zones,
    meta: &Meta,
    story: Option<&Story>,
    within: usize,
) -> (Option<usize>, Option<String>) {
    let own = story.and_then(|story| story.headline.clone());
    let titles =
        own.iter().cloned().chain(meta.titles.iter().map(|title| without_site(title, meta.site.as_deref()))).list();
    let own_heading = || {
        page.all(Tag::H1).into_iter().find(|&index| within > 0 && page.holds(within, index) && sizes.letters(index) > 0)
    };
    if let Some(index) = own_heading() {
        return (Some(index), Some(written(&page.text_of(index), &titles)));
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, node) in page.nodes.iter().enumerate() {
        let named = page.value(index, Name::Itemprop) == Some("headline") && node.tag != Tag::Meta;
        let level = node.tag.heading().or(named.then_some(1));
        let Some(level) = level.filter(|level| *level <= 3) else { continue };
        if sizes.letters(index) == 0 || sizes.letters(index) > 400 {
            continue;
        }
        let text = page.text_of(index);
        let likeness = titles.iter().map(|title| likeness(&text, title)).max().unwrap_or(0);
        let aside = matches!(zones.of(index), Hint::Furniture | Hint::Comments);
        let enough = if aside || level > 1 { 80 } else { 50 };
        // Of equals the highest, then the first.
        let score = likeness * 10 + usize::from(4_u8.saturating_sub(level)) * 20 + usize::from(!aside) * 10;
        if likeness >= enough && best.is_none_or(|(_, before)| score > before) {
            best = Some((index, score));
        }
    }
    if let Some((index, _)) = best {
        return (Some(index), Some(written(&page.text_of(index), &titles)));
    }
    let shown = |index: &usize| sizes.letters(*index) >= 10 && zones.of(*index) != Hint::Furniture;
    let only = page.all(Tag::H1).into_iter().filter(shown).list();
    let lone = only.first().copied().filter(|_| only.len() == 1);
    match (own.or_else(|| titles.first().cloned()), lone) {
        (Some(title), None) => (None, Some(title)),
        (Some(title), Some(_)) if story.is_some_and(|story| story.headline.is_some()) => (None, Some(title)),
        (_, Some(index)) => (Some(index), Some(page.text_of(index))),
        (None, None) => {
            let first = only.first().copied();
            (first, first.map(|index| page.text_of(index)))
        }
    }
}

/// How much of two titles is the same words, in hundredths.
fn likeness(one: &str, other: &str) -> usize {
    let words = |text: &str| {
        let split = text.split(|sign| !is_letter_or_digit(sign)).filter(|word| !word.is_empty());
        split.map(str::to_ascii_lowercase).list()
    };
    let (one, other) = (words(one), words(other));
    // The whole heading at an end of the title, beside a site's name.
    let at_end = other.starts_with(&one) || other.ends_with(&one);
    if one.len() >= 3 && at_end {
        return 90.max(one.len() * 100 / other.len().max(1));
    }
    let common = one.iter().filter(|word| other.contains(word)).count();
    common * 100 / one.len().max(other.len()).max(1)
}

/// The heading as it is written; where it holds more than the title (a kicker, the section) the title.
fn written(heading: &str, titles: &[String]) -> String {
    let letters = |text: &str| {
        let mut letters = String::new();
        text.chars().filter(|sign| is_letter_or_digit(*sign)).for_each(|sign| letters.push(sign.to_ascii_lowercase()));
        letters
    };
    let whole = letters(heading);
    let inner = titles.iter().find(|title| {
        let title = letters(title);
        title.len() < whole.len() && title.len() > 20 && whole.ends_with(title.as_str())
    });
    inner.cloned().unwrap_or_else(|| heading.to_string())
}

/// "Bridge opens | The Paper" without the paper.
fn without_site(title: &str, site: Option<&str>) -> String {
    let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];
    let last = separators.iter().filter_map(|separator| Some((find::last(title, separator)?, separator.len()))).max();
    let Some((at, length)) = last else { return title.to_string() };
    let (front, behind) = (title.get(..at).unwrap_or(title), title.get(at + length..).unwrap_or(""));
    let is_site = site.is_some_and(|site| behind.eq_ignore_ascii_case(site));
    let words = |text: &str| text.split(' ').count();
    let is_short = words(behind) <= 4 && words(front) >= 3 && words(front) > words(behind);
    if is_site || is_short { front.trim().to_string() } else { title.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_no_part_of_the_title() {
        assert_eq!(
            without_site("New bridge opens to traffic | The Harbour Gazette", None),
            "New bridge opens to traffic"
        );
        assert_eq!(without_site("Bridge - Gazette", Some("Gazette")), "Bridge");
        assert_eq!(without_site("Bridge - a story", None), "Bridge - a story");
        assert_eq!(without_site("Well-known", None), "Well-known");
    }

    #[test]
    fn titles_are_alike_by_their_words() {
        assert_eq!(likeness("New bridge opens", "New Bridge Opens!"), 100);
        assert_eq!(likeness("Latest news", "New bridge opens"), 0);
        assert_eq!(likeness("", ""), 0);
    }

    #[test]
    fn a_kicker_in_the_heading_is_left_out() {
        let titles = ["New bridge opens to traffic".to_string()];
        assert_eq!(written("TransportNew bridge opens to traffic", &titles), "New bridge opens to traffic");
        assert_eq!(written("New bridge opens to  traffic!", &titles), "New bridge opens to  traffic!");
    }
}
