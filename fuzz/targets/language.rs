//! Any language file: no panic while it is read, and none while a text is read with it.

#![no_main]

use article_timeline::base::date::{Day, Moment};
use article_timeline::temporal::{Context, Language, tag};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    // A language borrows from its file for ever, because the shipped files live as long; ten million files must not.
    let lent = Box::into_raw(file.to_owned().into_boxed_str());
    {
        // SAFETY: `lent` is a whole, valid text, freed only after the language that borrows from it.
        let language = Language::read(unsafe { &*lent });
        let context = Context { language: &language, published: Day::from_ymd(2016, 11, 1).map(Moment::from_day) };
        // The file's own words are what its patterns are most likely to match.
        tag(file, context);
        tag("two weeks ago, on 3 May 2014 and at 10:30 on Monday the 1st", context);
    }
    // SAFETY: nothing borrows from it any more.
    drop(unsafe { Box::from_raw(lent) });
});
