//! Signs: what a byte begins, and what the signs outside ASCII count as.
//!
//! In: bytes. Out: their class. It must never learn which language the text is in.

/// What a byte begins.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum SignClass {
    Letter,
    Digit,
    Apostrophe,
    At,
    High,
    Space,
    Sign,
}

pub(super) fn class_of(byte: u8) -> SignClass {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => SignClass::Letter,
        b'0'..=b'9' => SignClass::Digit,
        b'\'' | b'`' => SignClass::Apostrophe,
        b'@' => SignClass::At,
        0x80.. => SignClass::High,
        b' ' | b'\n' | b'\r' | b'\t' | 0x0b | 0x0c => SignClass::Space,
        _ => SignClass::Sign,
    }
}

/// Signs outside ASCII, by what they count as. `0` as a sign means white space.
pub(super) fn high_sign(bytes: &[u8]) -> Option<(usize, u8)> {
    match *bytes {
        [0xC2, 0xA0, ..] => Some((2, 0)),
        [0xC2, 0xAD, ..] => Some((2, b'-')),
        [0xC2, 0xAB | 0xBB, ..] => Some((2, b'"')),
        [0xC2, other, ..] if other < 0xAA => Some((2, other)),
        [0xC3, 0x97 | 0xB7, ..] => Some((2, b'x')),
        [0xE2, 0x80, third, ..] => Some((
            3,
            match third {
                0x80..=0x8B | 0xA8 | 0xA9 | 0xAF => 0,
                0x90..=0x93 => b'-',
                0x94 | 0x95 => b'_',
                0x98..=0x9B => b'\'',
                0x9C..=0x9F => b'"',
                0xA6 => b'.',
                _ => b'*',
            },
        )),
        [0xE2, 0x88, 0x92, ..] => Some((3, b'-')),
        [0xE3, 0x80, 0x80, ..] => Some((3, 0)),
        [0xE2 | 0xE3, 0x80..=0x9F, _, ..] => Some((3, b'*')),
        [0xEF, 0xBB, 0xBF, ..] => Some((3, 0)),
        [0xF0, 0x9F, _, _, ..] => Some((4, b'*')),
        _ => None,
    }
}

/// Length of the character that begins with this byte.
pub(super) fn char_len(byte: u8) -> usize {
    match byte {
        ..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Lower case for the capitals of Latin-1 (Ä, É, Ü), which are what the languages need so far.
pub(super) fn fold_high(first: u8, byte: u8, place: usize) -> u8 {
    if first == 0xC3 && place == 1 && (0x80..=0x9E).contains(&byte) && byte != 0x97 { byte + 0x20 } else { byte }
}
