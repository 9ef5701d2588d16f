//! The size gate (tests/size), and what the wasm is made of.

use crate::glue::{self, Names};
use crate::run::{Counts, counted, program};
use crate::{dist, project};
use anyhow::Result;

/// Whether only the gate is asked for, or also the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    Told,
    Untold,
}

/// Builds, then weighs.
///
/// # Errors
/// When the build fails or the measuring program does not start.
pub(crate) fn run(inside: Inside) -> Result<Counts> {
    let compiled = dist::build()?;
    let mut weigh = program("node", &["tests/size/run.mjs"]);
    if inside == Inside::Told {
        let named = project::target().join("glue-with-names");
        glue::write(&compiled, &named, Names::Kept)?;
        weigh.arg("--inside").arg(named.join("glue_bg.wasm"));
    }
    counted(&mut weigh)
}
