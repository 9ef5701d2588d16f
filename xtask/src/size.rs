//! The size gate (tests/size), what the wasm is made of, and what other ways to compile the standard library would save.

use crate::compiler::{self, Compiler};
use crate::glue::{self, Names};
use crate::run::{Counts, counted, program, shown, step};
use crate::wasm::{self, LIKE_STABLE, StdRecipe};
use crate::{dist, project};
use anyhow::{Result, bail};

/// Unstable flags, each with those before it; the numbers are in docs/size.md.
const RECIPES: [(&str, StdRecipe); 5] = [
    ("as on stable", LIKE_STABLE),
    ("std for size (opt-level z)", StdRecipe { folder: "std-z", opt_level: "\"z\"", features: "", rustflags: "" }),
    (
        "and optimize_for_size",
        StdRecipe { folder: "std-small", opt_level: "\"z\"", features: "optimize_for_size", rustflags: "" },
    ),
    (
        "and panic=immediate-abort",
        StdRecipe {
            folder: "std-abort",
            opt_level: "\"z\"",
            features: "optimize_for_size",
            rustflags: "-Zunstable-options -Cpanic=immediate-abort",
        },
    ),
    (
        "and location-detail=none, fmt-debug=none",
        StdRecipe {
            folder: "std-silent",
            opt_level: "\"z\"",
            features: "optimize_for_size",
            rustflags: "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
        },
    ),
];

/// Builds, then weighs.
///
/// # Errors
/// When the build fails or the measuring program does not start.
pub(crate) fn gate() -> Result<Counts> {
    dist::build()?;
    counted(&mut program("node", &["tests/size/run.mjs"]))
}

/// The gate's table, and what the wasm is made of by section, module and function.
///
/// # Errors
/// As for `gate`.
pub(crate) fn inside() -> Result<Counts> {
    let mut weigh = program("node", &["tests/size/run.mjs", "--inside"]);
    for (name, compiled) in dist::build()? {
        let named = project::target().join("glue-with-names").join(name);
        glue::write(&compiled, &named, Names::Kept)?;
        weigh.arg(named.join("glue_bg.wasm"));
    }
    counted(&mut weigh)
}

/// Compiles with every recipe and prints the sizes. Takes some minutes.
///
/// # Errors
/// When no compiler here has the sources of its standard library.
pub(crate) fn recipes() -> Result<()> {
    crate::node::ensure_modules()?;
    let Some(Compiler::BuildsStd(rustc)) = compiler::find_with_sources() else {
        bail!("no compiler here has the sources of its standard library (rustup component add rust-src)")
    };
    let mut weigh = program("node", &["tests/size/run.mjs", "--compare"]);
    for (title, recipe) in RECIPES {
        for name in wasm::PROGRAMS {
            let title = format!("{name}, {title}");
            step(&title);
            let compiled = wasm::compile_with_std(&rustc, &recipe, name)?;
            let folder = project::target().join(recipe.folder).join(name).join("glue");
            glue::write(&compiled, &folder, Names::Removed)?;
            weigh.arg(title).arg(folder.join("glue_bg.wasm"));
        }
    }
    shown(&mut weigh)
}
