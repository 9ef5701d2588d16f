//! `npm run doctor`: what this machine has of what the project uses, what is missing, and how to get it. Changes nothing.

use crate::compiler;
use crate::run::{program, quiet};
use anyhow::Result;

/// A program, the arguments that make it say its version, and what lacks without it.
const PROGRAMS: &[(&str, &[&str], &str)] = &[
    ("cargo", &["--version"], "everything"),
    ("node", &["--version"], "building for the browser (20 or newer)"),
    ("npm", &["--version"], "building for the browser"),
    ("rustfmt", &["--version"], "npm test"),
    ("cargo-clippy", &["--version"], "npm test"),
    ("git", &["--version"], "nothing but history"),
];

/// Prints one line for each thing.
///
/// # Errors
/// When node cannot be asked which browsers there are.
pub(crate) fn run() -> Result<()> {
    for (name, arguments, without) in PROGRAMS {
        match quiet(&mut program(name, arguments)) {
            Ok(version) => println!("found    {name}: {}", version.lines().next().unwrap_or_default()),
            Err(_) => println!("missing  {name}; without it: no {without}"),
        }
    }
    match compiler::find() {
        Some(compiler) => println!("found    wasm compiler: {compiler}"),
        None => println!("missing  wasm compiler; npm start gets one, or tells how"),
    }
    for tool in ["binaryen/bin/wasm-opt", "esbuild/package.json", "typescript/bin/tsc"] {
        let name = tool.split('/').next().unwrap_or(tool);
        match crate::node::tool(tool, &[]) {
            Ok(_) => println!("found    {name} (npm)"),
            Err(_) => println!("missing  {name} (npm); npm ci, or any build, installs it"),
        }
    }
    let engines = quiet(&mut program("node", &["tests/browser/run.mjs", "--engines"]))?;
    print!("{engines}");
    Ok(())
}
