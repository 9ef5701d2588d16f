//! Where things are in the checkout. Everything this program writes stays inside it: `target/`, `dist/`, `node_modules/`.

use std::path::{Path, PathBuf};

/// The checkout's top folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Cargo's output folder, where CARGO_TARGET_DIR says so or else in the checkout.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// What is served and what is packed.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}
