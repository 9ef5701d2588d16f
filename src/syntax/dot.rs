//! Inner products, where nearly all of a parse is spent.
//!
//! In: a row of whole numbers, and the rows of a matrix. Out: the sums of their products. It must never learn what they stand for.
//! Sums of whole numbers may be taken in any order, so every machine takes as many at a time as it can and comes to the same: natively the compiler sees to
//! that; for WebAssembly, which is compiled for size and therefore number by number, it is said here.

/// The products of `x` with each of the rows, which are as long as it; the sums stay within 32 bits (`Model::read` sees to that).
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) fn dots(x: &[i16], rows: &[i16], sums: &mut Vec<i32>) {
    sums.clear();
    sums.extend(rows.chunks_exact(x.len().max(1)).map(|row| dot(x, row)));
}

/// The same, eight numbers of four rows at a time.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) fn dots(x: &[i16], rows: &[i16], sums: &mut Vec<i32>) {
    use core::arch::wasm32::{i32x4_add, i32x4_dot_i16x8, i32x4_shuffle, i32x4_splat, v128};
    let length = x.len().max(1);
    sums.clear();
    let (eights, rest) = x.as_chunks::<8>();
    let mut fours = rows.chunks_exact(4 * length);
    if rest.is_empty() {
        for four in fours.by_ref() {
            let (a, four) = four.split_at_checked(length).unwrap_or_default();
            let (b, four) = four.split_at_checked(length).unwrap_or_default();
            let (c, d) = four.split_at_checked(length).unwrap_or_default();
            let [a, b, c, d] = [a, b, c, d].map(|row| row.as_chunks::<8>().0);
            let mut four = [i32x4_splat(0); 4];
            for ((((x, a), b), c), d) in eights.iter().zip(a).zip(b).zip(c).zip(d) {
                let x = eight(x);
                let add = |sum: v128, row| i32x4_add(sum, i32x4_dot_i16x8(x, eight(row)));
                four = [add(four[0], a), add(four[1], b), add(four[2], c), add(four[3], d)];
            }
            // Four times four numbers, added up across: first halves, then quarters.
            let halves = |a, b| i32x4_add(i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<2, 6, 3, 7>(a, b));
            let (low, high) = (halves(four[0], four[1]), halves(four[2], four[3]));
            let all = i32x4_add(i32x4_shuffle::<0, 1, 4, 5>(low, high), i32x4_shuffle::<2, 3, 6, 7>(low, high));
            sums.extend_from_slice(&four_of(all));
        }
    }
    let left = if rest.is_empty() { fours.remainder() } else { rows };
    sums.extend(left.chunks_exact(length).map(|row| dot(x, row)));
}

/// One load: the compiler sees that the eight stand side by side.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn eight(&[a, b, c, d, e, f, g, h]: &[i16; 8]) -> core::arch::wasm32::v128 {
    core::arch::wasm32::i16x8(a, b, c, d, e, f, g, h)
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn four_of(numbers: core::arch::wasm32::v128) -> [i32; 4] {
    use core::arch::wasm32::i32x4_extract_lane as lane;
    [lane::<0>(numbers), lane::<1>(numbers), lane::<2>(numbers), lane::<3>(numbers)]
}

fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}
