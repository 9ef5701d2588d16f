//! The test that finding time costs work in proportion to the text: twice the text, at most 2.1 times the steps.
//!
//! In: the words of the language files, put together in every way that could be dear. Out: nothing, or the text that is. It must never learn
//! how the work is done.

use super::{Context, tag_all};
use crate::base::date::Day;
use crate::base::steps;
use crate::language::{Language, Languages};

const FILES: [&str; 2] = [include_str!("../language/languages/en.lang"), include_str!("../language/languages/de.lang")];

/// What numbers and signs can look like, for the classes that no file lists.
const SHAPES: [&str; 17] =
    ["1999", "1990", "'96", "10:30", "1.5", "7", "21st", "0900", "2,000", "-", ",", "/", ".", "(", ")", "$", "+"];

/// Each class's words, as a text has them; the shapes of numbers are a class each.
fn classes(file: &'static str) -> Vec<Vec<&'static str>> {
    let mut classes: Vec<Vec<&str>> = SHAPES.iter().map(|shape| vec![*shape]).collect();
    let listed = file.lines().filter_map(|line| line.strip_prefix("class ")?.split_once(": "));
    classes
        .extend(listed.map(|(_, words)| words.split(' ').map(|word| word.split('=').next().unwrap_or("")).collect()));
    classes
}

/// The words and signs that patterns quote.
fn literals(file: &'static str) -> Vec<&'static str> {
    let patterns =
        file.lines().filter(|line| !line.trim_start().starts_with(['#', '+', '-']) && !line.starts_with("text "));
    let mut literals: Vec<&str> = patterns.flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
    literals.sort_unstable();
    literals.dedup();
    literals
}

/// That a text twice as long takes at most 2.1 times the steps, and no text many for its length. `text_of` makes a text of about so many bytes.
fn assert_linear(language: &Language, what: &str, bytes: usize, text_of: impl Fn(usize) -> String) {
    let (text, twice) = (text_of(bytes), text_of(2 * bytes));
    let steps = assert_linear_texts(language, what, &text, &twice);
    assert!(steps > 0, "{what}: nothing was counted");
    let most = 200 * text.len() as u64 + 100;
    assert!(steps < most, "{what}: {steps} steps for {} bytes", text.len());
}

fn assert_linear_texts(language: &Language, what: &str, once: &str, twice: &str) -> u64 {
    let published = Day::from_ymd(2016, 11, 1).map(Into::into);
    let work = |text: &str| drop(tag_all(&[text], Context::news(language, published)));
    steps::assert_linear(what, work, once, twice, 1_000)
}

fn repeated(fragment: &str, bytes: usize) -> String {
    format!("{fragment} ").repeat(bytes / (fragment.len() + 1) + 1)
}

#[test]
fn any_pattern_word_repeated_is_linear() {
    for file in FILES {
        let language = Language::read(file);
        for word in classes(file).concat().into_iter().chain(literals(file)) {
            assert_linear(&language, word, 3_000, |bytes| repeated(word, bytes));
        }
    }
}

/// A word of each class before and among words of each other: "a b a b a b" and "a a a b b b".
#[test]
fn words_of_any_two_classes_interleaved_and_nested_are_linear() {
    for file in FILES {
        let language = Language::read(file);
        let classes = classes(file);
        let literals = literals(file).into_iter().map(|literal| vec![literal]);
        let all: Vec<Vec<&str>> = classes.iter().cloned().chain(literals).collect();
        for (number, first) in classes.iter().enumerate() {
            for (step, second) in all.iter().enumerate().skip(number + 1) {
                // Not always a class's first word: the walk goes through all of them, and a failure can be repeated.
                let (a, b) = (first[step % first.len()], second[number % second.len()]);
                let pair = format!("{a} {b}");
                assert_linear(&language, &pair, 120, |bytes| repeated(&pair, bytes));
                let nested = |bytes| repeated(a, bytes / 2) + &repeated(b, bytes / 2);
                assert_linear(&language, &format!("{pair} nested"), 120, nested);
            }
        }
    }
}

#[test]
fn long_fragments_of_pattern_words_are_linear() {
    let languages = Languages::english();
    let language = languages.get("en").unwrap();
    let words = classes(FILES[0]).concat();
    // A fixed walk through all words in runs: no randomness, so that a failure can be repeated.
    for (number, _) in words.iter().enumerate().step_by(3) {
        let fragment: Vec<&str> =
            (0..24).map(|step| words[(number * 7 + step * step * 13 + step) % words.len()]).collect();
        let fragment = fragment.join(" ");
        assert_linear(language, &fragment, 3_000, |bytes| repeated(&fragment, bytes));
    }
    for fragment in [
        "the early morning hours of the first week of the last quarter of",
        "one two three four five six seven eight nine ten eleven twelve hundred thousand",
        "from Monday to Friday and from May 4 to 5 and from 1914 to 1918 until the end of the",
        "more than at least about two weeks ago on the night of",
        "the end of the beginning of the middle of the end of",
        "twenty-one thousand two hundred and",
        "( [ { \" ' ",
        "'s 's 's",
        "a.b.c.d.e.",
        "1.2.3.4/5/6-7-8:9:10,000,000",
    ] {
        assert_linear(language, fragment, 5_000, |bytes| repeated(fragment, bytes));
    }
}

#[test]
fn a_text_of_one_word_without_space_is_linear() {
    let languages = Languages::english();
    let language = languages.get("en").unwrap();
    for fragment in ["a", "A.", "1", "1,000", "-", "'", "é", "🗓", "May", "\n", "@", "http://"] {
        let once = fragment.repeat(30_000);
        assert_linear_texts(language, fragment, &once, &once.repeat(2));
    }
}
