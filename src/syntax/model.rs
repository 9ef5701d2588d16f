//! A model: what a training came to, as a value and as a file.
//!
//! In: bytes. Out: label sets, the vocabulary's filter, how text is split into words, and the network's weights; or one sentence that says why not. It must
//! never learn where the bytes come from, nor what the weights do.
//!
//! ```text
//! "ATtree", version, checksum of what follows, length of the words part
//! words part     lines of text: language, sizes, sharpness, parts of speech, relations, how text is split
//! numbers part   packed: vocabulary, then for every part its scales and its steps
//! ```

use super::features::{FILTER_BITS, Vocabulary};
use super::math::exp;
use super::pack::{Expectation, Unpacker};
use super::shape::{Kind, Parts, Shape, Size};
use super::splitting::Splitting;
use super::tree::{Pos, Relation};
use crate::base::error::{Error, ErrorKind};
use crate::base::find;
use crate::base::list::List;

/// What a bias counts in.
pub const BIAS_STEP: f32 = 1.0 / 1024.0;

pub(super) const MAGIC: &[u8; 6] = b"ATtree";
pub(super) const VERSION: u8 = 1;

/// The scale of a number in the file: eighths of powers of two, from 2^-24 on.
pub fn scale(number: u8) -> f32 {
    exp((f32::from(number) / 8.0 - 24.0) * std::f32::consts::LN_2)
}

/// A part's weights: whole numbers of steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// Tables row by row, as they are looked up; matrices output by output, as they are multiplied.
    pub steps: Vec<i16>,
    /// Numbers of scales: one for a table, one for each output of a matrix, none for biases.
    pub scales: Vec<u8>,
    /// What the scales are; for biases, the biases themselves.
    pub values: Vec<f32>,
}

impl Steps {
    /// From steps and the numbers of their scales.
    pub fn new(kind: Kind, steps: Vec<i16>, scales: Vec<u8>) -> Steps {
        let values = match kind {
            Kind::Bias => steps.iter().map(|step| f32::from(*step) * BIAS_STEP).list(),
            Kind::Rows | Kind::Weights => scales.iter().map(|number| scale(*number)).list(),
        };
        Steps { steps, scales, values }
    }
}

/// By how much the three kinds of scores are multiplied before they become shares, so that shares are what they say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sharpness {
    /// Of parts of speech.
    pub pos: f32,
    /// Of heads.
    pub head: f32,
    /// Of relations.
    pub relation: f32,
}

/// What a language's trees are made with.
#[derive(Clone, Debug)]
pub struct Model {
    /// The language's code.
    pub language: String,
    /// The network's shape.
    pub shape: Shape,
    /// The largest step of a table and of a matrix.
    pub reach: [u8; 2],
    /// For the shares.
    pub sharpness: Sharpness,
    /// What the outputs of the part for parts of speech stand for.
    pub tags: Vec<Pos>,
    /// What the outputs of the part for relations stand for; the root's comes first.
    pub relations: Vec<Relation>,
    /// How text is split into words.
    pub splitting: Splitting,
    /// The words that have rows of their own.
    pub vocabulary: Vocabulary,
    /// The weights.
    pub parts: Parts<Steps>,
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// One sentence: it is no model, one of another version, or damaged.
    ///
    /// ```
    /// use article_timeline::syntax::Model;
    /// let problem = Model::read(b"GIF89a").map(|_| ());
    /// assert_eq!(problem.unwrap_err().to_string(), "this is no model of article-timeline");
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Model, Error> {
        let rest = bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| Error::new(ErrorKind::WrongType, "this is no model of article-timeline"))?;
        let (version, rest) = rest.split_first().ok_or_else(damaged)?;
        if *version != VERSION {
            let [theirs, ours] = [*version, VERSION].map(|version| version.to_string());
            let sentence = ["this model is of version ", &theirs, ", and version ", &ours, " is needed"].concat();
            return Err(Error::new(ErrorKind::Unsupported, sentence));
        }
        let (sum, rest) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
        if u32::from_le_bytes(*sum) != checksum(rest) {
            return Err(damaged());
        }
        unpacked(rest).ok_or_else(damaged)
    }
}

fn damaged() -> Error {
    "this model is damaged: load it again".into()
}

/// FNV-1a.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn unpacked(body: &[u8]) -> Option<Model> {
    let (length, rest) = body.split_first_chunk::<4>()?;
    let (words, numbers) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let words = std::str::from_utf8(words).ok()?;
    let mut lines = find::split(words, "\n");
    let language = lines.next()?.to_owned();
    let sizes = listed(lines.next()?, |word| word.parse::<usize>().ok())?;
    let sharpness = listed(lines.next()?, |word| word.parse::<u16>().ok())?;
    let tags = listed(lines.next()?, Pos::from_name)?;
    let relations = listed(lines.next()?, Relation::from_name)?;
    let splitting = Splitting::of(&mut lines)?;
    let &[words, endings, short_endings, beginnings, outlines, vector, state, arc, relation, rows, weights] = &*sizes
    else {
        return None;
    };
    let &[pos, head, of_relation] = &*sharpness else { return None };
    // Products stay within 32 bits up to these, and a foreign file can't ask for more memory than there is.
    let fits = sizes.iter().all(|size| (1..=1 << 16).contains(size))
        && [words, endings, short_endings, beginnings, outlines].iter().sum::<usize>() * vector <= 1 << 24
        && vector <= 256
        && state <= 256
        && arc <= 96
        && relation <= 256
        && rows <= 127
        && weights <= 127
        && tags.len() <= 64
        && relations.len() <= 256;
    if !fits {
        return None;
    }
    let shape = Shape {
        words,
        endings,
        short_endings,
        beginnings,
        outlines,
        vector,
        state,
        arc,
        relation,
        tags: tags.len(),
        relations: relations.len(),
    };
    let reach = [rows as u8, weights as u8];
    let mut unpacker = Unpacker::new(numbers);
    let vocabulary = unpack_vocabulary(&mut unpacker)?;
    let mut expected = Expected::new(reach);
    let parts = Parts::build(&shape, &mut |size| expected.unpack(size, &mut unpacker).ok_or(())).ok()?;
    let [pos, head, relation] = [pos, head, of_relation].map(|hundredths| f32::from(hundredths) / 100.0);
    let sharpness = Sharpness { pos, head, relation };
    Some(Model { language, shape, reach, sharpness, tags, relations, splitting, vocabulary, parts })
}

/// The words of a line, each read; none if one is not understood.
fn listed<T>(line: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for word in find::split(line, " ") {
        list.push(read(word)?);
    }
    Some(list)
}

fn unpack_vocabulary(unpacker: &mut Unpacker) -> Option<Vocabulary> {
    let count = unpacker.get_plain(FILTER_BITS);
    let mut lengths = Expectation::new(5, 1);
    let mut last = 0u32;
    let mut hashes = Vec::new();
    for _ in 0..count {
        let length = unpacker.get(&mut lengths, 0);
        last = last.checked_add(unpacker.get_plain(length)).filter(|hash| hash >> FILTER_BITS == 0)?;
        hashes.push(last);
    }
    Some(Vocabulary::new(hashes))
}

/// How large steps are expected to be: in a table by how large those before were in the same row, because rows of rare words are nearly empty.
pub(super) struct Expected {
    /// Of tables and of matrices, each with its largest step.
    pub(super) rows: (Expectation, i32),
    pub(super) weights: (Expectation, i32),
    /// Of scales, and of the two bytes of a bias.
    pub(super) bytes: Expectation,
}

/// Contexts of a step.
const SIZES: usize = 12;

impl Expected {
    pub(super) fn new([rows, weights]: [u8; 2]) -> Expected {
        let steps =
            |reach: u8| (Expectation::new(u32::BITS - (2 * u32::from(reach)).leading_zeros(), SIZES), i32::from(reach));
        Expected { rows: steps(rows), weights: steps(weights), bytes: Expectation::new(8, 3) }
    }

    /// What is expected of a part's steps, the largest of them, and how long its rows in the file are.
    pub(super) fn of(&mut self, size: Size) -> (&mut Expectation, i32, usize) {
        match size.kind {
            Kind::Rows => (&mut self.rows.0, self.rows.1, size.outputs),
            Kind::Weights | Kind::Bias => (&mut self.weights.0, self.weights.1, size.inputs),
        }
    }

    fn unpack(&mut self, size: Size, unpacker: &mut Unpacker) -> Option<Steps> {
        let scales = match size.kind {
            Kind::Rows => 1,
            Kind::Weights => size.outputs,
            Kind::Bias => 0,
        };
        let scales = (0..scales).map(|_| unpacker.get(&mut self.bytes, 0) as u8).list();
        let mut steps = Vec::with_capacity(size.count());
        if size.kind == Kind::Bias {
            for _ in 0..size.outputs {
                let high = unpacker.get(&mut self.bytes, 1) as u8;
                steps.push(i16::from_le_bytes([unpacker.get(&mut self.bytes, 2) as u8, high]));
            }
            return Some(Steps::new(size.kind, steps, scales));
        }
        let (expectation, reach, width) = self.of(size);
        for _ in 0..size.count() / width {
            let mut before = Before::default();
            for _ in 0..width {
                let step = unpacker.get(expectation, before.context(reach)) as i32 - reach;
                if step > reach {
                    return None;
                }
                before.add(step);
                steps.push(step as i16);
            }
        }
        Some(Steps::new(size.kind, steps, scales))
    }
}

/// How large the steps before were in the same row.
#[derive(Default)]
pub(super) struct Before {
    sum: i32,
    count: i32,
}

impl Before {
    pub(super) fn add(&mut self, step: i32) {
        self.sum += step.abs();
        self.count += 1;
    }

    /// None before is a class of its own.
    pub(super) fn context(&self, reach: i32) -> usize {
        match self.count {
            0 => 0,
            count => (1 + self.sum * 20 / (count * reach)).min(SIZES as i32 - 1) as usize,
        }
    }
}
