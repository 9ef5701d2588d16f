//! Any text as EDTF and as words: an answer or a fault inside the text, one form that is stable, and limits in order.

#![no_main]

use article_timeline::base::edtf::{canonical, parse, read, write};
use article_timeline::exchange::{Format, Options, convert};
use article_timeline::language::Languages;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|text: &str| {
    match parse(text) {
        Err(fault) => assert!(text.is_char_boundary(fault.at)),
        Ok(_) => {
            let form = canonical(text).unwrap_or_default();
            assert_eq!(canonical(&form).as_deref(), Ok(form.as_str()));
            assert_eq!(read(&form), read(text));
        }
    }
    if let Ok(extent) = read(text) {
        assert!(read(&write(&extent)).is_ok());
    }
    for lang in ["en", "de"] {
        let options = Options { lang: Some(lang), languages: &LANGUAGES };
        if let Ok(found) = convert(text, Some(Format::Words), Format::Edtf, &options) {
            assert!(parse(&found.data).is_ok());
            assert!(convert(&found.data, Some(Format::Edtf), Format::Words, &options).is_ok());
        }
    }
});
