//! FNV-1a: a short number for a text, the same on every machine.
//!
//! In: bytes. Out: 32 bits. It must never learn what is hashed: who needs to be sure compares the texts as well.

/// Where a hash starts: that of no bytes at all.
pub(crate) const START: u32 = 0x811C_9DC5;

/// The hash of what was hashed before with one byte more.
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of some bytes.
pub(crate) fn of(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(START, step)
}

/// Where to look first in a table of hashes: the low bits alone would leave the high ones unused.
pub(crate) fn spread(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_of_fnv_1a() {
        assert_eq!(super::of("a".bytes()), 0xE40C_292C);
        assert_eq!(super::of("".bytes()), super::START);
    }
}
