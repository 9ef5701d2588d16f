//! The network's shape: which tables and matrices there are, in which order, how large.
//!
//! In: a few sizes. Out: every part's place. It must never learn what the weights are: the trainer hangs numbers with fractions on it, the model file
//! and the parser small integers, and all three walk through the parts in this one order.

/// The sizes that a network is free to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Rows of the table of words; every known word is the sum of two.
    pub words: usize,
    /// Rows of the table of word endings, three letters.
    pub endings: usize,
    /// Rows of the table of word endings, two letters.
    pub short_endings: usize,
    /// Rows of the table of word beginnings, three letters.
    pub beginnings: usize,
    /// Rows of the table of outlines (capitals, digits, signs).
    pub outlines: usize,
    /// Numbers in a word's vector.
    pub vector: usize,
    /// Numbers in the state of each of the four recurrent cells.
    pub state: usize,
    /// Numbers in which a word looks for its head.
    pub arc: usize,
    /// Numbers in which a relation is told.
    pub relation: usize,
    /// Parts of speech.
    pub tags: usize,
    /// Relations.
    pub relations: usize,
}

/// How many classes [`super::features::distance`] tells apart.
pub const DISTANCES: usize = 19;

/// What a part is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rows that are looked up and added, one scale for all.
    Rows,
    /// A matrix: `inputs` by `outputs`, a scale for each output.
    Weights,
    /// Single numbers, one for each output.
    Bias,
}

/// One part's kind and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// What it is for.
    pub kind: Kind,
    /// Rows: what is looked up or multiplied.
    pub inputs: usize,
    /// Columns: what comes out.
    pub outputs: usize,
}

impl Size {
    /// How many weights it has.
    pub fn count(self) -> usize {
        self.inputs * self.outputs
    }
}

/// A matrix and what is added to its product.
#[derive(Clone, Debug)]
pub struct Linear<T> {
    /// The matrix.
    pub weights: T,
    /// What is added.
    pub bias: T,
}

/// A recurrent cell with coupled gates: what is let in pushes out as much. The outputs of its matrices are three parts, each as wide as the state: how much is let in, what, how much of the cell is shown.
#[derive(Clone, Debug)]
pub struct Cell<T> {
    /// From the word or the layer below.
    pub input: T,
    /// From the cell's own last state.
    pub state: T,
    /// What is added.
    pub bias: T,
}

/// Every part of the network, as whatever stands for it: a range, a matrix of integers, a size.
#[derive(Clone, Debug)]
pub struct Parts<T> {
    /// Words, endings of three and two letters, beginnings, outlines.
    pub tables: [T; 5],
    /// Two layers; in each a cell that reads forwards and one that reads backwards.
    pub cells: [[Cell<T>; 2]; 2],
    /// To the parts of speech.
    pub tag: Linear<T>,
    /// A word as a dependent.
    pub dependent: Linear<T>,
    /// A word as a head.
    pub head: Linear<T>,
    /// What a dependent looks for in a head.
    pub query: Linear<T>,
    /// The head of the sentence's root.
    pub root: T,
    /// How likely each distance is.
    pub distance: T,
    /// A word as a dependent, for the relation.
    pub relation_dependent: Linear<T>,
    /// A word as a head, for the relation.
    pub relation_head: T,
    /// The distance, for the relation.
    pub relation_distance: T,
    /// To the relations.
    pub relation: Linear<T>,
}

impl<T> Parts<T> {
    /// Makes every part, in the order of the model file.
    ///
    /// # Errors
    /// The first that `make` gives.
    pub fn build<E>(shape: &Shape, make: &mut impl FnMut(Size) -> Result<T, E>) -> Result<Parts<T>, E> {
        let Shape { vector, state, arc, relation, tags, relations, .. } = *shape;
        let both = 2 * state;
        let mut rows = |inputs, outputs| make(Size { kind: Kind::Rows, inputs, outputs });
        let tables = [
            rows(shape.words, vector)?,
            rows(shape.endings, vector)?,
            rows(shape.short_endings, vector)?,
            rows(shape.beginnings, vector)?,
            rows(shape.outlines, vector)?,
        ];
        let cells = [
            [cell(make, vector, state)?, cell(make, vector, state)?],
            [cell(make, both, state)?, cell(make, both, state)?],
        ];
        Ok(Parts {
            tables,
            cells,
            tag: linear(make, both, tags)?,
            dependent: linear(make, both, arc)?,
            head: linear(make, both, arc)?,
            query: linear(make, arc, arc)?,
            root: make(Size { kind: Kind::Bias, inputs: 1, outputs: arc })?,
            distance: make(Size { kind: Kind::Bias, inputs: 1, outputs: DISTANCES })?,
            relation_dependent: linear(make, both, relation)?,
            relation_head: make(Size { kind: Kind::Weights, inputs: both, outputs: relation })?,
            relation_distance: make(Size { kind: Kind::Rows, inputs: DISTANCES, outputs: relation })?,
            relation: linear(make, relation, relations)?,
        })
    }
}

impl<T> Parts<T> {
    /// Shows every part with its size, in the same order.
    pub fn each<'a>(&'a self, shape: &Shape, show: &mut impl FnMut(Size, &'a T)) {
        let mut sizes = Vec::new();
        let Ok(_) = Parts::build(shape, &mut |size| {
            sizes.push(size);
            Ok::<(), std::convert::Infallible>(())
        });
        let cells = self.cells.iter().flatten().flat_map(|cell| [&cell.input, &cell.state, &cell.bias]);
        let both = |linear: &'a Linear<T>| [&linear.weights, &linear.bias];
        let arcs = [&self.tag, &self.dependent, &self.head, &self.query].into_iter().flat_map(both);
        let arcs = arcs.chain([&self.root, &self.distance]).chain(both(&self.relation_dependent));
        let relations = [&self.relation_head, &self.relation_distance].into_iter().chain(both(&self.relation));
        for (size, part) in sizes.into_iter().zip(self.tables.iter().chain(cells).chain(arcs).chain(relations)) {
            show(size, part);
        }
    }
}

fn linear<T, E>(make: &mut impl FnMut(Size) -> Result<T, E>, inputs: usize, outputs: usize) -> Result<Linear<T>, E> {
    let weights = make(Size { kind: Kind::Weights, inputs, outputs })?;
    Ok(Linear { weights, bias: make(Size { kind: Kind::Bias, inputs: 1, outputs })? })
}

fn cell<T, E>(make: &mut impl FnMut(Size) -> Result<T, E>, inputs: usize, state: usize) -> Result<Cell<T>, E> {
    let outputs = 3 * state;
    let input = make(Size { kind: Kind::Weights, inputs, outputs })?;
    let state = make(Size { kind: Kind::Weights, inputs: state, outputs })?;
    Ok(Cell { input, state, bias: make(Size { kind: Kind::Bias, inputs: 1, outputs })? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_shown_in_the_order_they_are_made_in() {
        let shape = Shape {
            words: 1,
            endings: 2,
            short_endings: 3,
            beginnings: 4,
            outlines: 5,
            vector: 6,
            state: 7,
            arc: 8,
            relation: 9,
            tags: 10,
            relations: 11,
        };
        let mut made = Vec::new();
        let Ok(parts) = Parts::build(&shape, &mut |size| {
            made.push((size, made.len()));
            Ok::<usize, std::convert::Infallible>(made.len() - 1)
        });
        let mut shown = Vec::new();
        parts.each(&shape, &mut |size, part| shown.push((size, *part)));
        assert_eq!(shown, made);
        assert_eq!(shown.len(), 33);
    }
}
