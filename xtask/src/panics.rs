//! Takes out of the wasm what a panic would say, and where it happened. Nobody would hear it: in the browser the standard library has no place to
//! print to, and the shell knows a panic by its trap, which stays. Functions that only compose a message and trap become the trap alone;
//! wasm-opt then puts it where they were called, and what computed their arguments falls away. 2.1 kB brotli in all (docs/size.md).

use std::collections::HashSet;
use walrus::ir::{Call, Instr, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module};

/// The standard library, and what the compiler puts between it and the program.
const STANDARD: [&str; 4] = ["core::", "alloc::", "std::", "__rustc::"];
/// Where it panics from, by the ends of paths without hashes.
const PANICS: [&str; 5] = ["_fail", "_failed", "::handle_error", "::capacity_overflow", "::panic_already_borrowed"];

/// Empties the functions that panic and the printing that only they used, and forgets the places in the source.
pub(crate) fn silence(wasm: &mut Module) {
    for function in functions(wasm, |path, body| is_panic(path) && never_returns(body)) {
        empty(wasm, function);
    }
    for function in printing_for_nobody(wasm) {
        empty(wasm, function);
    }
    forget_places(wasm);
}

/// Makes the function a trap.
fn empty(wasm: &mut Module, function: FunctionId) {
    let FunctionKind::Local(body) = &wasm.funcs.get(function).kind else { return };
    let (kind, arguments) = (body.ty(), body.args.clone());
    let (taken, given) = (wasm.types.params(kind).to_vec(), wasm.types.results(kind).to_vec());
    let mut trap = FunctionBuilder::new(&mut wasm.types, &taken, &given);
    trap.func_body().unreachable();
    wasm.funcs.get_mut(function).kind = FunctionKind::Local(trap.local_func(arguments));
}

fn functions(wasm: &Module, wanted: impl Fn(&str, &LocalFunction) -> bool) -> Vec<FunctionId> {
    let is_wanted = |function: &walrus::Function| match &function.kind {
        FunctionKind::Local(body) => function.name.as_ref().is_some_and(|name| wanted(&without_hashes(name), body)),
        _ => false,
    };
    wasm.funcs.iter().filter(|function| is_wanted(function)).map(walrus::Function::id).collect()
}

fn is_panic(path: &str) -> bool {
    let is_standard = STANDARD.iter().any(|front| path.trim_start_matches('<').starts_with(front));
    let panics = path.contains("::panicking::") || path.ends_with("::rust_begin_unwind");
    is_standard && (panics || PANICS.iter().any(|end| path.ends_with(end)))
}

/// `core[c5930c85a12de822]::panicking::panic_fmt` and `core::panicking::panic_fmt::h0123456789abcdef` as `core::panicking::panic_fmt`.
fn without_hashes(name: &str) -> String {
    let path: String = name.split('[').map(|part| part.split_once(']').map_or(part, |(_, behind)| behind)).collect();
    match path.rsplit_once("::h") {
        Some((front, hash)) if hash.len() == 16 => front.into(),
        _ => path,
    }
}

/// The last thing such a function does is to trap.
fn never_returns(body: &LocalFunction) -> bool {
    matches!(body.block(body.entry_block()).instrs.last(), Some((Instr::Unreachable(_), _)))
}

/// `Display` and `Debug` of the standard library, where nothing prints by `core::fmt::write` and nothing calls them by name: only the arguments of panics,
/// which are gone, still had their addresses.
fn printing_for_nobody(wasm: &Module) -> Vec<FunctionId> {
    if !functions(wasm, |path, _| path == "core::fmt::write").is_empty() {
        return Vec::new();
    }
    let prints = |path: &str, _: &LocalFunction| path.contains(" as core::fmt::D") && path.ends_with(">::fmt");
    let printing: HashSet<_> = functions(wasm, prints).into_iter().collect();
    let mut called = Called::default();
    for (function, body) in wasm.funcs.iter_local() {
        if !printing.contains(&function) {
            dfs_in_order(&mut called, body, body.entry_block());
        }
    }
    printing.difference(&called.0).copied().collect()
}

/// The functions that are called by name.
#[derive(Default)]
struct Called(HashSet<FunctionId>);

impl<'a> Visitor<'a> for Called {
    fn visit_call(&mut self, call: &Call) {
        self.0.insert(call.func);
    }
}

/// Fills every `core::panic::Location` (where its file's name stands, how long that is, line, column) and the names themselves with zeros.
fn forget_places(wasm: &mut Module) {
    let segments: Vec<_> = wasm.data.iter().map(walrus::Data::id).collect();
    for segment in segments {
        let data = wasm.data.get_mut(segment);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { continue };
        let places: Vec<_> =
            (0..data.value.len()).step_by(4).filter_map(|at| place(&data.value, start as usize, at)).collect();
        for range in places.into_iter().flatten() {
            data.value[range].fill(0);
        }
    }
}

/// The place in the source that stands here, and the name of its file.
fn place(data: &[u8], start: usize, at: usize) -> Option<[std::ops::Range<usize>; 2]> {
    let word = |number: usize| {
        let bytes = data.get(at + 4 * number..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes) as usize)
    };
    let first = word(0)?.checked_sub(start)?;
    let file = first..first + word(1)?;
    let (line, column) = (word(2)?, word(3)?);
    let is_place =
        data.get(file.clone())?.ends_with(b".rs") && (1..100_000).contains(&line) && (1..1000).contains(&column);
    is_place.then_some([at..at + 16, file])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_are_known_by_their_names() {
        let known = |name: &str| is_panic(&without_hashes(name));
        assert!(known("core[c5930c85a12de822]::panicking::panic_fmt"));
        assert!(known("__rustc[b7974e8690430dd9]::rust_begin_unwind"));
        assert!(known("<alloc[3ca501edff3f0c7c]::vec::Vec<_, _>>::remove::assert_failed"));
        assert!(known("core::option::unwrap_failed::h0123456789abcdef"));
        assert!(!known("article_timeline::view::has_failed::h0123456789abcdef"));
        assert!(!known("core[c5930c85a12de822]::slice::memchr::memchr"));
    }
}
