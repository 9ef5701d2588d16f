//! The sums that training spends its time on: products with matrices, forwards and backwards.
//!
//! In: slices of floats. Out: slices of floats, always added up in the same order. It must never learn what they stand for.
//! A matrix lies with one row for each input, so that every inner loop runs along memory and the compiler can take several columns at a time.

/// Adds the product of every row of `x` with `matrix` to the same row of `y`.
pub(super) fn product(x: &[f32], matrix: &[f32], y: &mut [f32], inputs: usize, outputs: usize) {
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)) {
        row(x, matrix, y);
    }
}

/// One row of [`product`]. Inputs come in fours: so `y` is read and written a quarter as often.
pub(super) fn row(x: &[f32], matrix: &[f32], y: &mut [f32]) {
    let width = y.len();
    for (x, rows) in x.chunks_exact(4).zip(matrix.chunks_exact(4 * width)) {
        let (a, rest) = rows.split_at(width);
        let (b, rest) = rest.split_at(width);
        let (c, d) = rest.split_at(width);
        for ((((y, a), b), c), d) in y.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *y += (x[0] * a + x[1] * b) + (x[2] * c + x[3] * d);
        }
    }
}

/// The inner product, in eight lanes.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    let (left, right) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in left.zip(right) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7])) + rest
}

/// `y += factor * x`.
pub(super) fn add_scaled(y: &mut [f32], factor: f32, x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}

/// `y += x`.
pub(super) fn add(y: &mut [f32], x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// Backwards through [`row`]: what a change of `y` says of `x`, added to `dx`.
pub(super) fn row_back(dy: &[f32], matrix: &[f32], dx: &mut [f32]) {
    for (dx, row) in dx.iter_mut().zip(matrix.chunks_exact(dy.len())) {
        *dx += dot(dy, row);
    }
}

/// Backwards through [`product`] for `x`.
pub(super) fn product_back(dy: &[f32], matrix: &[f32], dx: &mut [f32], inputs: usize, outputs: usize) {
    for (dy, dx) in dy.chunks_exact(outputs).zip(dx.chunks_exact_mut(inputs)) {
        row_back(dy, matrix, dx);
    }
}

/// Backwards through [`product`] for the matrix: adds every `x` times every `dy`. Rows of the text come in fours, for the same reason as in [`row`].
pub(super) fn matrix_back(x: &[f32], dy: &[f32], matrix: &mut [f32], inputs: usize, outputs: usize) {
    let (fours, dy_fours) = (x.chunks_exact(4 * inputs), dy.chunks_exact(4 * outputs));
    let (rest, dy_rest) = (fours.remainder(), dy_fours.remainder());
    for (x, dy) in fours.zip(dy_fours) {
        let (a, more) = dy.split_at(outputs);
        let (b, more) = more.split_at(outputs);
        let (c, d) = more.split_at(outputs);
        for (k, m) in matrix.chunks_exact_mut(outputs).enumerate() {
            let (p, q, r, s) = (x[k], x[k + inputs], x[k + 2 * inputs], x[k + 3 * inputs]);
            for ((((m, a), b), c), d) in m.iter_mut().zip(a).zip(b).zip(c).zip(d) {
                *m += (p * a + q * b) + (r * c + s * d);
            }
        }
    }
    for (x, dy) in rest.chunks_exact(inputs).zip(dy_rest.chunks_exact(outputs)) {
        for (x, m) in x.iter().zip(matrix.chunks_exact_mut(outputs)) {
            add_scaled(m, *x, dy);
        }
    }
}

/// Backwards through adding a bias: the sum of the rows.
pub(super) fn bias_back(dy: &[f32], bias: &mut [f32]) {
    for dy in dy.chunks_exact(bias.len()) {
        add(bias, dy);
    }
}

/// `y *= mask`, row by row.
pub(super) fn masked(y: &mut [f32], mask: &[f32]) {
    for y in y.chunks_exact_mut(mask.len()) {
        for (y, mask) in y.iter_mut().zip(mask) {
            *y *= mask;
        }
    }
}

/// Fills every row with `bias`.
pub(super) fn filled(rows: usize, bias: &[f32]) -> Vec<f32> {
    let mut y = Vec::with_capacity(rows * bias.len());
    for _ in 0..rows {
        y.extend_from_slice(bias);
    }
    y
}
