//! Any text in any format: an answer or a sentence; what came in as a timeline goes out in every format, and Timeline JSON of it is taken again.

#![no_main]

use article_timeline::exchange::{Format, Options, convert};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|input: (u8, &str)| {
    let (number, text) = input;
    let options = Options::new(&LANGUAGES);
    let formats = Format::NAMES.map(|(format, _)| format);
    // One more than there are formats: then it is guessed.
    let from = formats.get(usize::from(number) % (formats.len() + 1)).copied();
    let Ok(made) = convert(text, from, Format::Json, &options) else { return };
    assert!(convert(&made.data, Some(Format::Json), Format::Json, &options).is_ok());
    for to in formats.into_iter().filter(|format| format.is_written()) {
        assert!(convert(&made.data, Some(Format::Json), to, &options).is_ok());
    }
});
