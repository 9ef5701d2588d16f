//! The languages that a program in a page reads: English, and what the shell has fetched. The core is handed them with every call.
//!
//! In: language files. Out: the code of one that is still to be fetched, and to the other surfaces the languages. It must never fetch anything itself.

use crate::language::Languages;
use core::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What is at hand.
    pub(super) static LANGUAGES: RefCell<Languages> = RefCell::new(Languages::shipped());
}

/// The code of the language of a BCP 47 tag when its file is still to be fetched: to be asked for before anything in it is read.
#[wasm_bindgen]
pub fn missing(tag: &str) -> Option<String> {
    LANGUAGES.with_borrow(|languages| languages.missing(tag)).map(String::from)
}

/// Takes a language file that the shell has fetched because it was [missing].
#[wasm_bindgen]
pub fn fetched(file: String) {
    LANGUAGES.with_borrow_mut(|languages| languages.add(file));
}
