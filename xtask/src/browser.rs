//! Runs tests/browser and the benchmarks in the engines that are installed, against the same server that `npm start` has.

use crate::run::{Counts, counted, program, shown, step};
use crate::serve::{Mount, POLICY, listen, serve};
use crate::{dist, project};
use anyhow::{Context, Result};

/// The demo's policy, but for the one word that WebAssembly needs: how a page looks whose owner forgot it.
const POLICY_WITHOUT_WASM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'";

/// Builds, serves, and runs the tests; the words choose engines and files (none: all).
///
/// # Errors
/// When the build fails or the runner does not end with its closing line.
pub(crate) fn run(words: &[String]) -> Result<Counts> {
    let base = served()?;
    step(&format!("browser tests against {base}"));
    let mut runner = program("node", &["tests/browser/run.mjs"]);
    counted(runner.args(words).env("BASE", base)).context("the browser tests did not run to their end")
}

/// Builds, serves, and runs a benchmark in Chromium.
///
/// # Errors
/// When the build fails or there is no Chromium.
pub(crate) fn bench(script: &str, words: &[String]) -> Result<()> {
    let base = served()?;
    step(script);
    shown(program("node", &[script]).args(words).env("BASE", base))
}

/// Builds and serves what browsers are to see; gives the address.
fn served() -> Result<String> {
    dist::build()?;
    let root = project::root();
    let scratch = root.join("target/browser-pages");
    std::fs::create_dir_all(&scratch)?;
    let pages = root.join("tests/browser/pages");
    let mounts = vec![
        Mount { prefix: "/tests/", folder: pages.clone(), policy: POLICY },
        Mount { prefix: "/scratch/", folder: scratch.clone(), policy: POLICY },
        Mount { prefix: "/no-wasm/tests/", folder: pages.clone(), policy: POLICY_WITHOUT_WASM },
        Mount { prefix: "/no-wasm/", folder: project::dist(), policy: POLICY_WITHOUT_WASM },
        Mount { prefix: "/open/tests/", folder: pages, policy: "" },
        Mount { prefix: "/open/source/", folder: root.join("www"), policy: "" },
        Mount { prefix: "/open/gallery/", folder: root.join("tests/pages"), policy: "" },
        Mount { prefix: "/open/scratch/", folder: scratch, policy: "" },
        Mount { prefix: "/open/", folder: project::dist(), policy: "" },
        Mount { prefix: "/", folder: project::dist(), policy: POLICY },
    ];
    let listener = listen(0)?;
    let base = format!("http://{}/", listener.local_addr()?);
    std::thread::spawn(move || serve(&listener, mounts));
    Ok(base)
}
