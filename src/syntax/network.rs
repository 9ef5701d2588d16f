//! The network as it reads: a sentence's words to scores, with whole numbers in every sum, so that no machine comes to another tree.
//!
//! In: words, a [`Model`]. Out: a [`Tree`]. It must never learn how the weights were found, nor which language it reads.
//!
//! ```text
//! word -> rows of tables, added up -> two layers, each read forwards and backwards -> part of speech
//!                                                                                 -> as a dependent: what it looks for in a head \ every pair's score
//!                                                                                 -> as a head: what it is to a dependent        / -> decode: heads
//!                                                                                 -> with its head -> relation
//! ```

use super::decode::Decoder;
use super::dot::dots;
use super::features::{distance, rows};
use super::math::{sigmoid, softmax, tanh};
use super::model::{Model, Steps};
use super::shape::{Cell, Linear};
use super::tree::{Dep, Node, Pos, Relation, Sure, Tree};
use crate::base::order::between;

/// Words of the longest piece of text that becomes one tree: beyond them the pairs would cost more than the words.
pub const LONGEST: usize = 200;

/// What a 1 is in a word's vector and in the states: four bits are left for what is larger.
const UNIT: f32 = 4096.0;
/// What a 1 is in what a dependent looks for, and in what a head is; a sum of 96 products of both stays within 32 bits.
const QUERY_UNIT: f32 = 2048.0;
const HEAD_UNIT: f32 = 1024.0;

/// Parses sentences one after another, and keeps its working space between them.
///
/// ```no_run
/// # fn main() -> Result<(), String> {
/// use article_timeline::syntax::{Model, Parser};
/// let bytes = std::fs::read("models/en.model").map_err(|error| error.to_string())?;
/// let model = Model::read(&bytes).map_err(|error| error.to_string())?;
/// let tree = Parser::new(&model).parse(&["The", "bridge", "was", "closed", "on", "Monday", "."]);
/// let root = tree.nodes.iter().position(|node| node.head.is_none());
/// assert_eq!(root, Some(3));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Parser<'m> {
    model: &'m Model,
    decoder: Decoder,
    vectors: Vec<i16>,
    lower: Vec<i16>,
    upper: Vec<i16>,
    gates: Vec<f32>,
    cell: Vec<f32>,
    last: Vec<i16>,
    numbers: Vec<f32>,
    more: Vec<f32>,
    bent: Vec<i16>,
    query: Vec<i16>,
    head: Vec<i16>,
    scores: Vec<f32>,
    sums: Vec<i32>,
}

impl<'m> Parser<'m> {
    /// A parser for a model's language.
    pub fn new(model: &'m Model) -> Parser<'m> {
        Parser {
            model,
            decoder: Decoder::default(),
            vectors: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            gates: Vec::new(),
            cell: Vec::new(),
            last: Vec::new(),
            numbers: Vec::new(),
            more: Vec::new(),
            bent: Vec::new(),
            query: Vec::new(),
            head: Vec::new(),
            scores: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// The tree of a sentence. One of more than [`LONGEST`] words is parsed in pieces, and the tree says so.
    pub fn parse(&mut self, words: &[&str]) -> Tree {
        let mut nodes = Vec::with_capacity(words.len());
        let mut root = None;
        for piece in words.chunks(LONGEST) {
            let start = nodes.len();
            self.piece(piece, &mut nodes);
            for (place, node) in nodes.iter_mut().enumerate().skip(start) {
                match (node.head, root) {
                    (Some(head), _) => node.head = Some(start + head),
                    (None, None) => root = Some(place),
                    (None, Some(root)) => {
                        node.head = Some(root);
                        node.relation = Relation { kind: Dep::Parataxis, subtype: None };
                        node.sure = Sure { head: 0.0, relation: 0.0, ..node.sure };
                    }
                }
            }
        }
        Tree { nodes, cut: words.len() > LONGEST }
    }

    /// Adds the nodes of at most [`LONGEST`] words, heads counted within them.
    fn piece(&mut self, words: &[&str], nodes: &mut Vec<Node>) {
        let model = self.model;
        let parts = &model.parts;
        self.vectors(words);
        self.layers();
        product(&self.upper, &parts.tag, &mut self.sums, &mut self.numbers);
        let sharpness = model.sharpness;
        nodes.extend(self.numbers.chunks_exact_mut(model.tags.len()).map(|scores| {
            let (tag, pos) = choose(scores, 0, sharpness.pos);
            let sure = Sure { pos, ..Sure::default() };
            let relation = Relation { kind: Dep::Root, subtype: None };
            Node { pos: model.tags.get(tag).copied().unwrap_or(Pos::X), head: None, relation, sure }
        }));
        let start = nodes.len().saturating_sub(words.len());
        let nodes = nodes.get_mut(start..).unwrap_or_default();
        self.heads(nodes);
        self.relations(nodes);
    }

    /// Every word's rows, added up.
    fn vectors(&mut self, words: &[&str]) {
        let Model { shape, vocabulary, parts, .. } = self.model;
        let [word_table, form_tables @ ..] = &parts.tables;
        let sums = &mut self.numbers;
        self.vectors.clear();
        for word in words {
            let rows = rows(word, vocabulary, shape);
            sums.clear();
            sums.resize(shape.vector, 0.0);
            for row in rows.word.iter().flatten() {
                add_row(sums, word_table, *row);
            }
            for (table, row) in form_tables.iter().zip(rows.form) {
                add_row(sums, table, row);
            }
            self.vectors.extend(sums.iter().map(|sum| whole(*sum, UNIT)));
        }
    }

    /// Both layers; the second one's outputs are added to the first one's.
    fn layers(&mut self) {
        let parts = &self.model.parts;
        let state = self.model.shape.state;
        let [first, second] = &parts.cells;
        self.lower.clear();
        self.lower.resize(self.vectors.len() / self.model.shape.vector * 2 * state, 0);
        let mut cells =
            Cells { gates: &mut self.gates, cell: &mut self.cell, last: &mut self.last, sums: &mut self.sums };
        for (way, cell) in first.iter().enumerate() {
            cells.run(cell, &self.vectors, way, &mut self.lower);
        }
        self.upper.clear();
        self.upper.resize(self.lower.len(), 0);
        for (way, cell) in second.iter().enumerate() {
            cells.run(cell, &self.lower, way, &mut self.upper);
        }
        for (upper, lower) in self.upper.iter_mut().zip(&self.lower) {
            *upper += lower;
        }
    }

    /// Every pair's score, and the best tree.
    fn heads(&mut self, nodes: &mut [Node]) {
        let parts = &self.model.parts;
        let arc = self.model.shape.arc;
        product(&self.upper, &parts.dependent, &mut self.sums, &mut self.numbers);
        bend(&self.numbers, UNIT, &mut self.bent);
        product(&self.bent, &parts.query, &mut self.sums, &mut self.numbers);
        self.query.clear();
        self.query.extend(self.numbers.iter().map(|number| whole(between(*number, -8.0, 7.99), QUERY_UNIT)));
        product(&self.upper, &parts.head, &mut self.sums, &mut self.numbers);
        bend(&self.numbers, HEAD_UNIT, &mut self.head);
        let near = |dependent: usize, head: usize| {
            parts.distance.values.get(distance(dependent, head)).copied().unwrap_or(0.0)
        };
        let unit = 1.0 / (QUERY_UNIT * HEAD_UNIT);
        self.scores.clear();
        for (place, query) in self.query.chunks_exact(arc).enumerate() {
            // What stands for the root is no tanh and may be larger: its sum needs 64 bits.
            let root: i64 = query.iter().zip(&parts.root.steps).map(|(a, b)| i64::from(*a) * i64::from(*b)).sum();
            self.scores.push(root as f32 * unit + near(place + 1, 0));
            dots(query, &self.head, &mut self.sums);
            self.scores.extend(
                self.sums
                    .iter()
                    .enumerate()
                    .map(|(to, sum)| if to == place { f32::MIN } else { *sum as f32 * unit + near(place + 1, to + 1) }),
            );
        }
        let heads = self.decoder.heads(&self.scores, nodes.len());
        let rows = self.scores.chunks_exact_mut(nodes.len() + 1);
        for ((node, head), scores) in nodes.iter_mut().zip(heads).zip(rows) {
            scores.iter_mut().for_each(|score| *score *= self.model.sharpness.head);
            softmax(scores);
            node.head = head.checked_sub(1);
            node.sure.head = scores.get(*head).copied().unwrap_or(0.0);
        }
    }

    /// The relation of every word under its head. The root's is never another word's, nor another the root's.
    fn relations(&mut self, nodes: &mut [Node]) {
        let parts = &self.model.parts;
        let width = self.model.shape.relation;
        product(&self.upper, &parts.relation_dependent, &mut self.sums, &mut self.numbers);
        matrix(&self.upper, &parts.relation_head, self.model.shape.state * 2, &mut self.sums, &mut self.more);
        for (place, (hidden, node)) in self.numbers.chunks_exact_mut(width).zip(&*nodes).enumerate() {
            let head = node.head.map_or(0, |head| head + 1);
            add_row(hidden, &parts.relation_distance, distance(place + 1, head));
            if let Some(more) = node.head.and_then(|head| self.more.chunks_exact(width).nth(head)) {
                hidden.iter_mut().zip(more).for_each(|(hidden, more)| *hidden += more);
            }
        }
        bend(&self.numbers, UNIT, &mut self.bent);
        product(&self.bent, &parts.relation, &mut self.sums, &mut self.numbers);
        let relations = &self.model.relations;
        for (node, scores) in nodes.iter_mut().zip(self.numbers.chunks_exact_mut(relations.len())) {
            if node.head.is_none() {
                node.relation = relations.first().copied().unwrap_or(node.relation);
                node.sure.relation = 1.0;
                continue;
            }
            let (relation, sure) = choose(scores, 1, self.model.sharpness.relation);
            node.relation = relations.get(relation).copied().unwrap_or(Relation { kind: Dep::Dep, subtype: None });
            node.sure.relation = sure;
        }
    }
}

/// The working space of the recurrent cells.
struct Cells<'a> {
    gates: &'a mut Vec<f32>,
    cell: &'a mut Vec<f32>,
    last: &'a mut Vec<i16>,
    sums: &'a mut Vec<i32>,
}

impl Cells<'_> {
    /// One cell's way through `x`: `way` 0 reads forwards, 1 backwards. Its states become that half of every row of `out`.
    fn run(&mut self, cell: &Cell<Steps>, x: &[i16], way: usize, out: &mut [i16]) {
        let width = cell.bias.steps.len();
        let state = width / 3;
        let inputs = cell.input.steps.len() / width.max(1);
        matrix(x, &cell.input, inputs, self.sums, self.gates);
        self.cell.clear();
        self.cell.resize(state, 0.0);
        self.last.clear();
        self.last.resize(state, 0);
        let rows = self.gates.chunks_exact_mut(width).zip(out.chunks_exact_mut(2 * state));
        if way == 0 {
            rows.for_each(|(gates, out)| {
                step(cell, gates, self.cell, self.last, self.sums, out.get_mut(..state).unwrap_or_default())
            });
        } else {
            rows.rev().for_each(|(gates, out)| {
                step(cell, gates, self.cell, self.last, self.sums, out.get_mut(state..).unwrap_or_default())
            });
        }
    }
}

/// One word: what is let in pushes out as much of what the cell holds.
fn step(
    cell: &Cell<Steps>,
    gates: &mut [f32],
    held: &mut [f32],
    last: &mut [i16],
    sums: &mut Vec<i32>,
    out: &mut [i16],
) {
    dots(last, &cell.state.steps, sums);
    let rows = sums.iter().zip(&cell.state.values).zip(&cell.bias.values);
    for (gate, ((sum, scale), bias)) in gates.iter_mut().zip(rows) {
        *gate += *sum as f32 * (scale / UNIT) + bias;
    }
    let state = held.len();
    let (inward, rest) = gates.split_at_mut(state);
    let (fresh, shown) = rest.split_at_mut(state);
    inward.iter_mut().for_each(|gate| *gate = sigmoid(*gate));
    fresh.iter_mut().for_each(|gate| *gate = tanh(*gate));
    shown.iter_mut().for_each(|gate| *gate = sigmoid(*gate));
    for ((held, inward), fresh) in held.iter_mut().zip(&*inward).zip(&*fresh) {
        *held += inward * (fresh - *held);
    }
    for ((last, held), shown) in last.iter_mut().zip(&*held).zip(&*shown) {
        *last = whole(shown * tanh(*held), UNIT);
    }
    out.copy_from_slice(last);
}

/// `y = x * weights + bias`, row by row.
fn product(x: &[i16], linear: &Linear<Steps>, sums: &mut Vec<i32>, y: &mut Vec<f32>) {
    let outputs = linear.bias.values.len();
    matrix(x, &linear.weights, linear.weights.steps.len() / outputs.max(1), sums, y);
    for y in y.chunks_exact_mut(outputs) {
        y.iter_mut().zip(&linear.bias.values).for_each(|(y, bias)| *y += bias);
    }
}

/// `y = x * weights`, row by row.
fn matrix(x: &[i16], weights: &Steps, inputs: usize, sums: &mut Vec<i32>, y: &mut Vec<f32>) {
    y.clear();
    for x in x.chunks_exact(inputs) {
        dots(x, &weights.steps, sums);
        y.extend(sums.iter().zip(&weights.values).map(|(sum, scale)| *sum as f32 * (scale / UNIT)));
    }
}

fn add_row(sums: &mut [f32], table: &Steps, row: usize) {
    let scale = table.values.first().copied().unwrap_or(0.0);
    let start = row * sums.len();
    let steps = table.steps.get(start..start + sums.len()).unwrap_or_default();
    sums.iter_mut().zip(steps).for_each(|(sum, step)| *sum += f32::from(*step) * scale);
}

fn bend(numbers: &[f32], unit: f32, bent: &mut Vec<i16>) {
    bent.clear();
    bent.extend(numbers.iter().map(|number| whole(tanh(*number), unit)));
}

/// The nearest whole number of units, within 16 bits.
#[inline]
fn whole(number: f32, unit: f32) -> i16 {
    let number = number * unit;
    (number + if number < 0.0 { -0.5 } else { 0.5 }) as i16
}

/// The best of the scores from place `from` on, and its share among them.
fn choose(scores: &mut [f32], from: usize, sharpness: f32) -> (usize, f32) {
    let scores = scores.get_mut(from..).unwrap_or_default();
    let mut best = (0, f32::NEG_INFINITY);
    for (place, score) in scores.iter_mut().enumerate() {
        if *score > best.1 {
            best = (place, *score);
        }
        *score *= sharpness;
    }
    softmax(scores);
    (best.0 + from, scores.get(best.0).copied().unwrap_or(0.0))
}
