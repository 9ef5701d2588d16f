//! From cargo's .wasm to the one that ships: wasm-bindgen writes the JavaScript around it, wasm-opt makes it smaller.

use crate::run::quiet;
use crate::{node, panics};
use anyhow::{Context, Result};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The features every browser of our floor has (Chrome 97, Firefox 102, Safari 16.4) and rustc uses. Never
/// --all-features: it writes encodings that browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-reference-types",
    "--enable-simd",
];

/// Whether the function names stay inside: they cost a third of the size and are only for measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Kept,
    Removed,
}

/// Writes `glue.js` and `glue_bg.wasm` into the folder.
///
/// # Errors
/// When wasm-bindgen or wasm-opt refuses the file.
pub(crate) fn write(wasm: &Path, folder: &Path, names: Names) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("glue").web(true).context("wasm-bindgen knows no target web")?;
    // The shell says where the wasm is: bundlers follow its `new URL`, and a second one in the glue would be a second file.
    bindgen.omit_default_module_path(true).typescript(false).remove_producers_section(true);
    bindgen.remove_name_section(names == Names::Removed);
    let mut output = bindgen.generate_output().context("wasm-bindgen could not write the glue")?;
    panics::silence(output.wasm_mut());
    output.emit(folder)?;
    optimise(&folder.join("glue_bg.wasm"), names)
}

fn optimise(wasm: &Path, names: Names) -> Result<()> {
    // The lowest kilobyte is the far end of the stack (rustc links with the stack first), so no pointer with an offset ever wraps
    // round into it: offsets can move into loads and stores, which saves a kilobyte. The second round finds what the first uncovers.
    let mut arguments = vec!["--low-memory-unused", "--one-caller-inline-max-function-size", "0", "-Oz", "-Oz"];
    arguments.extend(FEATURES);
    if names == Names::Kept {
        arguments.push("-g");
    } else {
        arguments.extend(["--strip-debug", "--strip-producers"]);
    }
    let mut wasm_opt = node::tool("binaryen/bin/wasm-opt", &arguments)?;
    quiet(wasm_opt.arg(wasm).arg("-o").arg(wasm)).map(drop)
}
