//! The network as it learns: forwards with floats, and backwards.
//!
//! In: a sentence as rows, with its gold tree. Out: the loss, and what every weight should do about it. It must never learn where sentences come from
//! or what becomes of the weights. The parser of the crate goes the same way forwards with integers; a test compares the two.

use super::kernels::{
    add, add_scaled, bias_back, dot, filled, masked, matrix_back, product, product_back, row, row_back,
};
use super::random::Random;
use article_timeline::syntax::features::{Rows, distance};
use article_timeline::syntax::math::{sigmoid, softmax, tanh};
use article_timeline::syntax::shape::{Cell, DISTANCES, Kind, Linear, Parts, Shape, Size};
use std::convert::Infallible;
use std::ops::Range;

/// A sentence as the network sees it, with its gold tree (heads count from 1, 0 is the root).
pub(crate) struct Example {
    pub(crate) rows: Vec<Rows>,
    pub(crate) tags: Vec<usize>,
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<usize>,
}

/// Where a part's weights lie among all.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) size: Size,
    pub(crate) range: Range<usize>,
}

/// The shape with every part's place in one list of weights.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub(crate) shape: Shape,
    pub(crate) parts: Parts<Part>,
    /// All parts in the order of the file.
    pub(crate) list: Vec<Part>,
}

/// How much is left out, so that nothing is learned by heart.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dropout {
    pub(crate) vector: f32,
    pub(crate) state: f32,
    pub(crate) hidden: f32,
}

/// What a sentence scores: tags, heads (a row of `words + 1`) and relations under the heads that were asked for.
pub(crate) struct Scores {
    pub(crate) tags: Vec<f32>,
    pub(crate) heads: Vec<f32>,
    pub(crate) relations: Vec<f32>,
}

/// One layer's one direction, as it went.
struct Run {
    /// Three numbers for each of the state's: let in, what, shown.
    gates: Vec<f32>,
    cell: Vec<f32>,
    bent: Vec<f32>,
    state: Vec<f32>,
}

/// Everything that the way back needs.
struct Forward {
    vectors: Vec<f32>,
    runs: [[Run; 2]; 2],
    /// The layers' outputs: the first one's as the second reads them, and the sum as the heads read it.
    lower: Vec<f32>,
    upper: Vec<f32>,
    dependent: Vec<f32>,
    head: Vec<f32>,
    query: Vec<f32>,
    relation_hidden: Vec<f32>,
    scores: Scores,
    masks: Masks,
}

struct Masks {
    vector: Vec<f32>,
    lower: Vec<f32>,
    upper: Vec<f32>,
    dependent: Vec<f32>,
    head: Vec<f32>,
    relation: Vec<f32>,
}

impl Network {
    pub(crate) fn new(shape: Shape) -> Network {
        let mut list: Vec<Part> = Vec::new();
        let Ok(parts) = Parts::build(&shape, &mut |size: Size| {
            let start = list.last().map_or(0, |last: &Part| last.range.end);
            let part = Part { size, range: start..start + size.count() };
            list.push(part.clone());
            Ok::<Part, Infallible>(part)
        });
        Network { shape, parts, list }
    }

    pub(crate) fn count(&self) -> usize {
        self.list.last().map_or(0, |last| last.range.end)
    }

    /// Weights to begin with: small, so that no cell is full before anything is learned.
    pub(crate) fn first_weights(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = Vec::with_capacity(self.count());
        for part in &self.list {
            let Size { kind, inputs, outputs } = part.size;
            let reach = match kind {
                Kind::Rows => 0.25,
                Kind::Weights => (6.0 / (inputs + outputs) as f32).sqrt(),
                Kind::Bias => 0.0,
            };
            weights.extend((0..part.size.count()).map(|_| (random.share() * 2.0 - 1.0) * reach));
        }
        weights
    }

    /// Scores a sentence; relations under `heads_of(scores of heads)`.
    pub(crate) fn scores(&self, weights: &[f32], rows: &[Rows], heads_of: impl FnOnce(&[f32]) -> Vec<usize>) -> Scores {
        self.forward(weights, rows, self.masks(Dropout::default(), &mut Random(0)), heads_of).scores
    }

    /// Adds the sentence's gradient to `gradient`; returns the loss.
    pub(crate) fn learn(
        &self,
        weights: &[f32],
        example: &Example,
        dropout: Dropout,
        random: &mut Random,
        gradient: &mut [f32],
    ) -> f32 {
        let masks = self.masks(dropout, random);
        let mut forward = self.forward(weights, &example.rows, masks, |_| example.heads.clone());
        let scores = &mut forward.scores;
        let loss = surprise(&mut scores.tags, &example.tags, self.shape.tags)
            + surprise(&mut scores.heads, &example.heads, example.rows.len() + 1)
            + surprise(&mut scores.relations, &example.relations, self.shape.relations);
        self.backward(weights, example, &forward, gradient);
        loss
    }

    fn masks(&self, dropout: Dropout, random: &mut Random) -> Masks {
        let shape = self.shape;
        Masks {
            vector: random.mask(shape.vector, dropout.vector),
            lower: random.mask(2 * shape.state, dropout.state),
            upper: random.mask(2 * shape.state, dropout.state),
            dependent: random.mask(shape.arc, dropout.hidden),
            head: random.mask(shape.arc, dropout.hidden),
            relation: random.mask(shape.relation, dropout.hidden),
        }
    }

    fn forward(
        &self,
        weights: &[f32],
        rows: &[Rows],
        masks: Masks,
        heads_of: impl FnOnce(&[f32]) -> Vec<usize>,
    ) -> Forward {
        let Shape { vector, state, arc, relation, tags, relations, .. } = self.shape;
        let (parts, words, both) = (&self.parts, rows.len(), 2 * state);
        let of = |part: &Part| &weights[part.range.clone()];
        let through = |x: &[f32], linear: &Linear<Part>| {
            let mut y = filled(words, of(&linear.bias));
            product(x, of(&linear.weights), &mut y, linear.weights.size.inputs, linear.weights.size.outputs);
            y
        };
        let bent = |x: &[f32], linear: &Linear<Part>, mask: &[f32]| {
            let mut y = through(x, linear);
            y.iter_mut().for_each(|y| *y = tanh(*y));
            masked(&mut y, mask);
            y
        };

        let mut vectors = vec![0.0; words * vector];
        for (y, rows) in vectors.chunks_exact_mut(vector).zip(rows) {
            for (table, row) in looked_up(rows) {
                let start = parts.tables[table].range.start + row * vector;
                add(y, &weights[start..start + vector]);
            }
        }
        masked(&mut vectors, &masks.vector);

        let first = [
            run(weights, &parts.cells[0][0], &vectors, state, false),
            run(weights, &parts.cells[0][1], &vectors, state, true),
        ];
        let plain = side_by_side(&first, state);
        let mut lower = plain.clone();
        masked(&mut lower, &masks.lower);
        let second = [
            run(weights, &parts.cells[1][0], &lower, state, false),
            run(weights, &parts.cells[1][1], &lower, state, true),
        ];
        let mut upper = side_by_side(&second, state);
        add(&mut upper, &plain);
        masked(&mut upper, &masks.upper);

        let tag_scores = through(&upper, &parts.tag);
        let dependent = bent(&upper, &parts.dependent, &masks.dependent);
        let mut head = of(&parts.root).to_vec();
        head.extend(bent(&upper, &parts.head, &masks.head));
        let query = through(&dependent, &parts.query);
        let near = of(&parts.distance);
        let mut head_scores = Vec::with_capacity(words * (words + 1));
        for (place, query) in query.chunks_exact(arc).enumerate() {
            head_scores.extend(head.chunks_exact(arc).enumerate().map(|(to, head)| {
                if to == place + 1 { f32::MIN } else { dot(query, head) + near[distance(place + 1, to)] }
            }));
        }

        let heads = heads_of(&head_scores);
        let mut relation_hidden = through(&upper, &parts.relation_dependent);
        let mut relation_head = vec![0.0; words * relation];
        product(&upper, of(&parts.relation_head), &mut relation_head, both, relation);
        let apart = of(&parts.relation_distance);
        for (place, (hidden, head)) in relation_hidden.chunks_exact_mut(relation).zip(&heads).enumerate() {
            add(hidden, &apart[distance(place + 1, *head) * relation..][..relation]);
            if *head > 0 {
                add(hidden, &relation_head[(head - 1) * relation..][..relation]);
            }
        }
        relation_hidden.iter_mut().for_each(|y| *y = tanh(*y));
        masked(&mut relation_hidden, &masks.relation);
        let relation_scores = through(&relation_hidden, &parts.relation);
        debug_assert_eq!((tag_scores.len(), relation_scores.len()), (words * tags, words * relations));
        Forward {
            vectors,
            runs: [first, second],
            lower,
            upper,
            dependent,
            head,
            query,
            relation_hidden,
            scores: Scores { tags: tag_scores, heads: head_scores, relations: relation_scores },
            masks,
        }
    }

    /// `forward.scores` hold the loss's slopes by now.
    fn backward(&self, weights: &[f32], example: &Example, forward: &Forward, gradient: &mut [f32]) {
        let Shape { vector, state, arc, relation, .. } = self.shape;
        let (parts, words, both) = (&self.parts, example.rows.len(), 2 * state);
        let scores = &forward.scores;
        let mut d_upper = vec![0.0; words * both];

        linear_back(weights, gradient, &parts.tag, &forward.upper, &scores.tags, Some(&mut d_upper));

        let mut d_hidden = vec![0.0; words * relation];
        linear_back(
            weights,
            gradient,
            &parts.relation,
            &forward.relation_hidden,
            &scores.relations,
            Some(&mut d_hidden),
        );
        unbent(&mut d_hidden, &forward.relation_hidden, &forward.masks.relation);
        linear_back(weights, gradient, &parts.relation_dependent, &forward.upper, &d_hidden, Some(&mut d_upper));
        let mut d_relation_head = vec![0.0; words * relation];
        for (place, (slope, head)) in d_hidden.chunks_exact(relation).zip(&example.heads).enumerate() {
            let start = parts.relation_distance.range.start + distance(place + 1, *head) * relation;
            add(&mut gradient[start..start + relation], slope);
            if *head > 0 {
                add(&mut d_relation_head[(head - 1) * relation..][..relation], slope);
            }
        }
        let part = &parts.relation_head;
        matrix_back(&forward.upper, &d_relation_head, &mut gradient[part.range.clone()], both, relation);
        product_back(&d_relation_head, &weights[part.range.clone()], &mut d_upper, both, relation);

        let mut d_query = vec![0.0; words * arc];
        let mut d_head = vec![0.0; (words + 1) * arc];
        let mut d_near = [0.0; DISTANCES];
        for (place, slopes) in scores.heads.chunks_exact(words + 1).enumerate() {
            let (query, d_query) = (&forward.query[place * arc..][..arc], &mut d_query[place * arc..][..arc]);
            for (to, slope) in slopes.iter().enumerate().filter(|(to, _)| *to != place + 1) {
                add_scaled(d_query, *slope, &forward.head[to * arc..][..arc]);
                add_scaled(&mut d_head[to * arc..][..arc], *slope, query);
                d_near[distance(place + 1, to)] += slope;
            }
        }
        add(&mut gradient[parts.distance.range.clone()], &d_near);
        let (d_root, d_head) = d_head.split_at_mut(arc);
        add(&mut gradient[parts.root.range.clone()], d_root);
        unbent(d_head, &forward.head[arc..], &forward.masks.head);
        linear_back(weights, gradient, &parts.head, &forward.upper, d_head, Some(&mut d_upper));
        let mut d_dependent = vec![0.0; words * arc];
        linear_back(weights, gradient, &parts.query, &forward.dependent, &d_query, Some(&mut d_dependent));
        unbent(&mut d_dependent, &forward.dependent, &forward.masks.dependent);
        linear_back(weights, gradient, &parts.dependent, &forward.upper, &d_dependent, Some(&mut d_upper));

        masked(&mut d_upper, &forward.masks.upper);
        let mut d_lower = vec![0.0; words * both];
        for (way, run) in forward.runs[1].iter().enumerate() {
            let cell = &parts.cells[1][way];
            run_back(weights, gradient, cell, run, &forward.lower, (&d_upper, way), state, &mut d_lower);
        }
        masked(&mut d_lower, &forward.masks.lower);
        add(&mut d_lower, &d_upper);
        let mut d_vectors = vec![0.0; words * vector];
        for (way, run) in forward.runs[0].iter().enumerate() {
            let cell = &parts.cells[0][way];
            run_back(weights, gradient, cell, run, &forward.vectors, (&d_lower, way), state, &mut d_vectors);
        }
        masked(&mut d_vectors, &forward.masks.vector);
        for (slope, rows) in d_vectors.chunks_exact(vector).zip(&example.rows) {
            for (table, row) in looked_up(rows) {
                let start = parts.tables[table].range.start + row * vector;
                add(&mut gradient[start..start + vector], slope);
            }
        }
    }
}

/// Table and row of everything that is added up to a word's vector.
fn looked_up(rows: &Rows) -> impl Iterator<Item = (usize, usize)> + '_ {
    let word = rows.word.iter().flatten().map(|row| (0, *row));
    word.chain(rows.form.iter().enumerate().map(|(table, row)| (table + 1, *row)))
}

/// A cell's way through the text.
fn run(weights: &[f32], cell: &Cell<Part>, x: &[f32], state: usize, backwards: bool) -> Run {
    let (width, inputs) = (3 * state, cell.input.size.inputs);
    let words = x.len() / inputs;
    let mut gates = filled(words, &weights[cell.bias.range.clone()]);
    product(x, &weights[cell.input.range.clone()], &mut gates, inputs, width);
    let recurrent = &weights[cell.state.range.clone()];
    let [mut cells, mut bent, mut states] = [(); 3].map(|()| vec![0.0; words * state]);
    let (mut last, mut held) = (vec![0.0; state], vec![0.0; state]);
    for step in 0..words {
        let at = if backwards { words - 1 - step } else { step };
        let gates = &mut gates[at * width..][..width];
        row(&last, recurrent, gates);
        let (inward, rest) = gates.split_at_mut(state);
        let (fresh, shown) = rest.split_at_mut(state);
        inward.iter_mut().for_each(|gate| *gate = sigmoid(*gate));
        fresh.iter_mut().for_each(|gate| *gate = tanh(*gate));
        shown.iter_mut().for_each(|gate| *gate = sigmoid(*gate));
        for ((held, inward), fresh) in held.iter_mut().zip(&*inward).zip(&*fresh) {
            *held += inward * (fresh - *held);
        }
        cells[at * state..][..state].copy_from_slice(&held);
        let bent = &mut bent[at * state..][..state];
        for ((bent, held), (last, shown)) in bent.iter_mut().zip(&held).zip(last.iter_mut().zip(&*shown)) {
            *bent = tanh(*held);
            *last = shown * *bent;
        }
        states[at * state..][..state].copy_from_slice(&last);
    }
    Run { gates, cell: cells, bent, state: states }
}

/// Backwards through [`run`]: `slopes` are of both ways' states side by side, of which the cell's own are taken.
#[expect(clippy::too_many_arguments, reason = "a way back needs what the way there had")]
fn run_back(
    weights: &[f32],
    gradient: &mut [f32],
    cell: &Cell<Part>,
    run: &Run,
    x: &[f32],
    (slopes, way): (&[f32], usize),
    state: usize,
    d_x: &mut [f32],
) {
    let (width, inputs) = (3 * state, cell.input.size.inputs);
    let words = x.len() / inputs;
    let recurrent = &weights[cell.state.range.clone()];
    let mut d_gates = vec![0.0; words * width];
    // What the state was before each word: of the first, nothing.
    let mut before = vec![0.0; words * state];
    let (mut d_state, mut d_cell) = (vec![0.0; state], vec![0.0; state]);
    let nothing = vec![0.0; state];
    for step in (0..words).rev() {
        let at = if way == 1 { words - 1 - step } else { step };
        let earlier = (step > 0).then(|| if way == 1 { at + 1 } else { at - 1 });
        add(&mut d_state, &slopes[at * 2 * state + way * state..][..state]);
        let held_before = earlier.map_or(&*nothing, |at| &run.cell[at * state..][..state]);
        let gates = &run.gates[at * width..][..width];
        let slope = &mut d_gates[at * width..][..width];
        for k in 0..state {
            let (inward, fresh, shown) = (gates[k], gates[state + k], gates[2 * state + k]);
            let bent = run.bent[at * state + k];
            let through = d_cell[k] + d_state[k] * shown * (1.0 - bent * bent);
            slope[k] = through * (fresh - held_before[k]) * inward * (1.0 - inward);
            slope[state + k] = through * inward * (1.0 - fresh * fresh);
            slope[2 * state + k] = d_state[k] * bent * shown * (1.0 - shown);
            d_cell[k] = through * (1.0 - inward);
        }
        d_state.fill(0.0);
        row_back(slope, recurrent, &mut d_state);
        if let Some(earlier) = earlier {
            before[at * state..][..state].copy_from_slice(&run.state[earlier * state..][..state]);
        }
    }
    matrix_back(&before, &d_gates, &mut gradient[cell.state.range.clone()], state, width);
    matrix_back(x, &d_gates, &mut gradient[cell.input.range.clone()], inputs, width);
    bias_back(&d_gates, &mut gradient[cell.bias.range.clone()]);
    product_back(&d_gates, &weights[cell.input.range.clone()], d_x, inputs, width);
}

fn side_by_side(runs: &[Run; 2], state: usize) -> Vec<f32> {
    let [forwards, backwards] = runs;
    let pairs = forwards.state.chunks_exact(state).zip(backwards.state.chunks_exact(state));
    pairs.flat_map(|(forwards, backwards)| forwards.iter().chain(backwards)).copied().collect()
}

fn linear_back(
    weights: &[f32],
    gradient: &mut [f32],
    linear: &Linear<Part>,
    x: &[f32],
    d_y: &[f32],
    d_x: Option<&mut [f32]>,
) {
    let Size { inputs, outputs, .. } = linear.weights.size;
    matrix_back(x, d_y, &mut gradient[linear.weights.range.clone()], inputs, outputs);
    bias_back(d_y, &mut gradient[linear.bias.range.clone()]);
    if let Some(d_x) = d_x {
        product_back(d_y, &weights[linear.weights.range.clone()], d_x, inputs, outputs);
    }
}

/// Backwards through a mask over a tanh, whose outputs `y` are masked already: what was kept is 1/keep too large.
fn unbent(slopes: &mut [f32], y: &[f32], mask: &[f32]) {
    for (slopes, y) in slopes.chunks_exact_mut(mask.len()).zip(y.chunks_exact(mask.len())) {
        for ((slope, y), mask) in slopes.iter_mut().zip(y).zip(mask) {
            let bent = if *mask > 0.0 { y / mask } else { 0.0 };
            *slope *= mask * (1.0 - bent * bent);
        }
    }
}

/// The loss of every row of scores against what is right; the scores become its slopes.
fn surprise(scores: &mut [f32], right: &[usize], width: usize) -> f32 {
    let mut loss = 0.0;
    for (scores, right) in scores.chunks_exact_mut(width).zip(right) {
        softmax(scores);
        loss -= scores[*right].max(1e-12).ln();
        scores[*right] -= 1.0;
    }
    loss
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape {
        words: 4,
        endings: 3,
        short_endings: 3,
        beginnings: 3,
        outlines: 2,
        vector: 4,
        state: 4,
        arc: 8,
        relation: 4,
        tags: 3,
        relations: 4,
    };

    fn example() -> Example {
        let row = |word: Option<[usize; 2]>, n: usize| Rows { word, form: [n % 3, (n + 1) % 3, n % 2, n % 2] };
        Example {
            rows: vec![row(Some([0, 1]), 0), row(None, 1), row(Some([2, 2]), 2), row(Some([3, 1]), 3), row(None, 5)],
            tags: vec![0, 1, 2, 0, 1],
            heads: vec![2, 0, 4, 2, 1],
            relations: vec![1, 0, 2, 3, 1],
        }
    }

    /// The slope of the loss by the formulas against its slope by trying, for every single weight, masks included.
    #[test]
    fn the_gradient_is_the_slope() {
        let network = Network::new(SHAPE);
        let mut weights = network.first_weights(&mut Random(7));
        weights.iter_mut().enumerate().for_each(|(n, weight)| *weight += ((n % 7) as f32 - 3.0) * 0.03);
        let dropout = Dropout { vector: 0.2, state: 0.2, hidden: 0.2 };
        let loss = |weights: &[f32], gradient: &mut [f32]| {
            network.learn(weights, &example(), dropout, &mut Random(3), gradient)
        };
        let mut gradient = vec![0.0; network.count()];
        loss(&weights, &mut gradient);
        let mut unused = vec![0.0; network.count()];
        for place in 0..weights.len() {
            let kept = weights[place];
            let step = 0.01;
            weights[place] = kept + step;
            let above = loss(&weights, &mut unused);
            weights[place] = kept - step;
            let below = loss(&weights, &mut unused);
            weights[place] = kept;
            let tried = (above - below) / (2.0 * step);
            let off = (tried - gradient[place]).abs();
            assert!(off < 0.004 + 0.02 * tried.abs(), "weight {place}: {tried} by trying, {}", gradient[place]);
        }
        assert!(gradient.iter().filter(|slope| slope.abs() > 0.001).count() > weights.len() / 2);
    }
}
