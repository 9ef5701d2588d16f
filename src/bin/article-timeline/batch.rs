//! The batch: one JSON document a line in, one answer a line out, in the same order, on all cores, in bounded memory.
//!
//! In: lines on standard input and a function that answers one. Out: lines on standard output. It must never learn what is asked.
//!
//! ```text
//! reader --(lines, where to answer)--> workers        at most a few chunks are under way: every channel is bounded,
//!    \------(where an answer will come)------> writer  and the writer takes the answers in the order of the questions
//! ```

use crate::Failure;
use crate::options::Batch;
use article_timeline::events;
use article_timeline::language::Languages;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How much is read at a time. Smaller pieces spread short batches over the cores; larger ones save little.
const CHUNK: usize = 32 * 1024;

/// Answers one line: the answer as JSON, or what is wrong with the line.
pub(crate) type Answer = fn(&str, &Asked) -> Result<String, String>;

/// What all lines of a batch are answered with.
pub(crate) struct Asked {
    pub(crate) languages: Languages,
    pub(crate) options: events::Options,
    /// Dates are turned as trees tell.
    pub(crate) trees: bool,
}

struct Job {
    lines: Vec<u8>,
    answer: SyncSender<Answered>,
}

struct Answered {
    text: Vec<u8>,
    all_well: bool,
}

/// Answers standard input line by line.
pub(crate) fn run(batch: &Batch, answer: Answer) -> Result<ExitCode, Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = batch.threads.map_or(cores, usize::from);
    let asked =
        Asked { languages: Languages::shipped(), options: events::Options { all: batch.all }, trees: batch.trees };
    let (jobs, waiting) = sync_channel::<Job>(threads);
    let (order, answers) = sync_channel::<Receiver<Answered>>(threads * 2);
    let waiting = Mutex::new(waiting);
    let all_well = AtomicBool::new(true);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| work(&waiting, answer, &asked));
        }
        let writer = scope.spawn(|| write_in_order(answers, &all_well));
        let read = read_chunks(&mut io::stdin().lock(), |lines| {
            let (answer, answered) = sync_channel(1);
            // Sending fails when the writer has gone; then nobody wants more answers.
            order.send(answered).is_ok() && jobs.send(Job { lines, answer }).is_ok()
        });
        drop((jobs, order));
        let written = writer.join().unwrap_or_else(|_| Err(io::Error::other("the writer stopped")));
        written?;
        read.map_err(|error| format!("Standard input could not be read: {error}."))?;
        Ok(ExitCode::from(u8::from(!all_well.load(Ordering::Relaxed))))
    })
}

/// Hands on whole lines as soon as they are there, so that a program that waits for its answer gets it.
fn read_chunks(input: &mut impl Read, mut hand_on: impl FnMut(Vec<u8>) -> bool) -> io::Result<()> {
    let mut pending: Vec<u8> = Vec::new();
    let mut buffer = vec![0; CHUNK];
    loop {
        let length = match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let fresh = buffer.get(..length).unwrap_or_default();
        let Some(last) = fresh.iter().rposition(|byte| *byte == b'\n') else {
            pending.extend_from_slice(fresh);
            continue;
        };
        let (whole, rest) = fresh.split_at(last + 1);
        pending.extend_from_slice(whole);
        if !hand_on(std::mem::replace(&mut pending, rest.to_vec())) {
            return Ok(());
        }
    }
    if !pending.is_empty() {
        hand_on(pending);
    }
    Ok(())
}

fn work(waiting: &Mutex<Receiver<Job>>, answer: Answer, asked: &Asked) {
    loop {
        // The lock is held while waiting, and given up before the work.
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        let mut answered = Answered { text: Vec::with_capacity(job.lines.len()), all_well: true };
        for line in job.lines.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
            let text = catch_unwind(AssertUnwindSafe(|| answer_line(line, answer, asked)))
                .unwrap_or_else(|_| Err("this document ran into a fault of article-timeline; please report it".into()));
            answered.all_well &= text.is_ok();
            answered.text.extend_from_slice(text.unwrap_or_else(|problem| error_line(line, problem)).as_bytes());
            answered.text.push(b'\n');
        }
        // The writer may be gone already; then the answer is not wanted.
        let _ = job.answer.send(answered);
    }
}

fn answer_line(line: &[u8], answer: Answer, asked: &Asked) -> Result<String, String> {
    let text = std::str::from_utf8(line)
        .map_err(|error| format!("the line is not text: byte {} is no UTF-8", error.valid_up_to() + 1))?;
    answer(text.trim_start_matches('\u{feff}').trim(), asked)
}

/// The error with the id, if the line is good enough to have one.
fn error_line(line: &[u8], error: String) -> String {
    #[derive(Serialize)]
    struct ErrorLine {
        id: Value,
        error: String,
    }
    let document: Value = serde_json::from_slice(line).unwrap_or(Value::Null);
    let id = document.get("id").cloned().unwrap_or(Value::Null);
    // Strings and a value that was just read can always be written.
    serde_json::to_string(&ErrorLine { id, error }).unwrap_or_default()
}

fn write_in_order(answers: Receiver<Receiver<Answered>>, all_well: &AtomicBool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for answered in answers {
        // A worker never dies before it has answered: what it does is caught.
        let Ok(answered) = answered.recv() else { continue };
        if !answered.all_well {
            all_well.store(false, Ordering::Relaxed);
        }
        out.write_all(&answered.text)?;
        out.flush()?;
    }
    Ok(())
}
