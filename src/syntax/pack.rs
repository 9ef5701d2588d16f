//! Numbers packed close: a range coder whose expectations follow what it has seen.
//!
//! In: small numbers and what they are like (a context), or bytes. Out: bytes, or the numbers again. It must never learn what the numbers are for.
//! Weights at four bits have an entropy of three and a half; a general compressor finds a part of that, this finds it all.
//! What was cut short reads as zeros: whoever needs to know whether bytes are whole has a checksum.

/// How likely a bit is 0, of 65,536: the mean of one that learns fast and one that learns slowly.
#[derive(Clone, Copy, Debug)]
struct Chance {
    fast: u16,
    slow: u16,
}

impl Chance {
    const EVEN: Chance = Chance { fast: 1 << 15, slow: 1 << 15 };

    /// From 1 to 65,535, so that nothing is held for impossible.
    fn of_zero(self) -> u32 {
        ((u32::from(self.fast) + u32::from(self.slow)) / 2).clamp(64, 65_472)
    }

    fn learn(&mut self, bit: bool) {
        if bit {
            self.fast -= self.fast >> 5;
            self.slow -= self.slow >> 8;
        } else {
            self.fast += (u16::MAX - self.fast) >> 5;
            self.slow += (u16::MAX - self.slow) >> 8;
        }
    }
}

/// What is expected of symbols of so many bits, apart for each context.
#[derive(Clone, Debug)]
pub struct Expectation {
    bits: u32,
    chances: Vec<Chance>,
}

impl Expectation {
    /// For symbols below `2^bits`, in so many contexts.
    pub fn new(bits: u32, contexts: usize) -> Expectation {
        Expectation { bits, chances: vec![Chance::EVEN; contexts << bits] }
    }

    fn chance(&mut self, context: usize, node: usize) -> Option<&mut Chance> {
        self.chances.get_mut((context << self.bits) + node)
    }
}

/// Packs.
#[derive(Debug)]
pub struct Packer {
    low: u64,
    range: u32,
    held: u8,
    /// Bytes held back, because a carry may still change them.
    waiting: u64,
    bytes: Vec<u8>,
}

impl Default for Packer {
    fn default() -> Packer {
        Packer { low: 0, range: u32::MAX, held: 0, waiting: 1, bytes: Vec::new() }
    }
}

impl Packer {
    /// Packs a symbol.
    pub fn put(&mut self, expected: &mut Expectation, context: usize, symbol: u32) {
        let mut node = 1;
        for place in (0..expected.bits).rev() {
            let bit = symbol >> place & 1 == 1;
            if let Some(chance) = expected.chance(context, node) {
                self.bit(chance.of_zero(), bit);
                chance.learn(bit);
            }
            node = node << 1 | usize::from(bit);
        }
    }

    /// Packs so many bits of which nothing is expected.
    pub fn put_plain(&mut self, bits: u32, number: u32) {
        for place in (0..bits).rev() {
            self.bit(1 << 15, number >> place & 1 == 1);
        }
    }

    fn bit(&mut self, of_zero: u32, bit: bool) {
        let bound = (self.range >> 16) * of_zero;
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > u64::from(u32::MAX) {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.held;
            for _ in 0..self.waiting {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
            }
            self.waiting = 0;
            self.held = (self.low >> 24) as u8;
        }
        self.waiting += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// The bytes.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }
}

/// Unpacks, in the order of packing.
#[derive(Debug)]
pub struct Unpacker<'a> {
    range: u32,
    code: u32,
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Unpacker<'a> {
    /// Begins.
    pub fn new(bytes: &'a [u8]) -> Unpacker<'a> {
        let mut unpacker = Unpacker { range: u32::MAX, code: 0, bytes: bytes.iter() };
        for _ in 0..5 {
            unpacker.shift();
        }
        unpacker
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }

    /// Unpacks a symbol.
    pub fn get(&mut self, expected: &mut Expectation, context: usize) -> u32 {
        let (mut node, mut symbol) = (1, 0);
        for _ in 0..expected.bits {
            let Some(chance) = expected.chance(context, node) else { return 0 };
            let bit = self.bit(chance.of_zero());
            chance.learn(bit);
            node = node << 1 | usize::from(bit);
            symbol = symbol << 1 | u32::from(bit);
        }
        symbol
    }

    /// Unpacks bits of which nothing was expected.
    pub fn get_plain(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| number << 1 | u32::from(self.bit(1 << 15)))
    }

    fn bit(&mut self, of_zero: u32) -> bool {
        let bound = (self.range >> 16) * of_zero;
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_take_little_room() {
        let symbol = |n: u32| if n.wrapping_mul(2_654_435_761) >> 28 == 0 { n % 16 } else { 7 };
        let mut packer = Packer::default();
        let mut expected = Expectation::new(4, 2);
        for n in 0..20_000 {
            packer.put(&mut expected, (n % 2) as usize, symbol(n));
            if n % 100 == 0 {
                packer.put_plain(20, n);
            }
        }
        let bytes = packer.finish();
        assert!(bytes.len() < 2600, "{}", bytes.len());
        let mut unpacker = Unpacker::new(&bytes);
        let mut expected = Expectation::new(4, 2);
        for n in 0..20_000 {
            assert_eq!(unpacker.get(&mut expected, (n % 2) as usize), symbol(n));
            if n % 100 == 0 {
                assert_eq!(unpacker.get_plain(20), n);
            }
        }
    }

    /// Long runs of bytes that a carry may change.
    #[test]
    fn carries_are_kept() {
        for seed in 0..200u32 {
            let mut packer = Packer::default();
            let number = |n: u32| if (seed + n).is_multiple_of(5) { n.wrapping_mul(seed) & 0xff } else { 0xff };
            (0..300).for_each(|n| packer.put_plain(8, number(n)));
            let bytes = packer.finish();
            let mut unpacker = Unpacker::new(&bytes);
            assert!((0..300).all(|n| unpacker.get_plain(8) == number(n)), "seed {seed}");
        }
    }

    #[test]
    fn any_bytes_unpack_to_something() {
        let mut unpacker = Unpacker::new(&[1, 2, 3]);
        let mut expected = Expectation::new(4, 1);
        assert!((0..100).all(|_| unpacker.get(&mut expected, 0) < 16 && unpacker.get(&mut expected, 9) == 0));
    }
}
