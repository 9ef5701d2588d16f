//! What JavaScript sees: converts values on their way in and out, and never computes.

use wasm_bindgen::prelude::wasm_bindgen;

/// The crate's version, so that a page can say which one it runs.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
