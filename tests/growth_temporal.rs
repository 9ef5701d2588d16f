//! Work grows in proportion to the text: twice the text, at most 2.1 times the steps. Steps are counted, because seconds lie.

use article_timeline::date::Day;
use article_timeline::temporal::{Context, Language, tag_counted};

fn work(language: &Language, text: &str) -> u64 {
    let published = Day::from_ymd(2016, 11, 1).map(Into::into);
    tag_counted(&[text], Context { language, published }).1
}

/// Every word and sign that patterns are made of, as far as a text can be made of them.
fn pattern_words() -> Vec<&'static str> {
    let file = include_str!("../src/temporal/languages/en.lang");
    let lines = file.lines().filter(|line| line.starts_with("class "));
    let listed = lines.filter_map(|line| line.split_once(": ")).flat_map(|(_, words)| words.split(' '));
    let mut words: Vec<&str> = listed.map(|word| word.split('=').next().unwrap_or("")).collect();
    words.extend([
        "1999",
        "'96",
        "10:30",
        "1.5",
        "7",
        "21st",
        "-",
        ",",
        "/",
        "and",
        "the",
        "of",
        "to",
        "from",
        "more than",
        "$",
    ]);
    words
}

fn assert_linear(language: &Language, fragment: &str) {
    let repeats = 5_000 / (fragment.len() + 1) + 1;
    let once = format!("{fragment} ").repeat(repeats);
    let (small, large) = (work(language, &once), work(language, &once.repeat(2)));
    assert!(large * 10 <= small * 21 + 100, "{fragment:?} repeated: {small} steps, twice the text {large}");
    let most = 200 * once.len() as u64;
    assert!(small < most, "{fragment:?} repeated: {small} steps for {} bytes", once.len());
}

#[test]
fn any_pattern_word_repeated_is_linear() {
    let language = Language::english();
    for word in pattern_words() {
        assert_linear(&language, word);
    }
}

#[test]
fn pattern_words_nested_and_interleaved_are_linear() {
    let language = Language::english();
    let words = pattern_words();
    // A fixed walk through all pairs and runs of words: no randomness, so that a failure can be repeated.
    for (number, _) in words.iter().enumerate().step_by(3) {
        let fragment: Vec<&str> =
            (0..24).map(|step| words[(number * 7 + step * step * 13 + step) % words.len()]).collect();
        assert_linear(&language, &fragment.join(" "));
    }
    for fragment in [
        "the early morning hours of the first week of the last quarter of",
        "one two three four five six seven eight nine ten eleven twelve hundred thousand",
        "from Monday to Friday and from May 4 to 5 and from 1914 to 1918 until the end of the",
        "more than at least about two weeks ago on the night of",
        "twenty-one thousand two hundred and",
        "( [ { \" ' ",
        "'s 's 's",
        "a.b.c.d.e.",
        "1.2.3.4/5/6-7-8:9:10,000,000",
    ] {
        assert_linear(&language, fragment);
    }
}

#[test]
fn a_text_of_one_word_without_space_is_linear() {
    let language = Language::english();
    for fragment in ["a", "A.", "1", "1,000", "-", "'", "é", "🗓", "May", "\n", "@", "http://"] {
        let once = fragment.repeat(30_000);
        let (small, large) = (work(&language, &once), work(&language, &once.repeat(2)));
        assert!(large * 10 <= small * 21 + 100, "{fragment:?} repeated: {small} steps, twice the text {large}");
    }
}
