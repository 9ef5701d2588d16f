//! Any bytes as a model file, with its checksum set right: a model that can be written and read again and parses without a panic, or one sentence.

#![no_main]

use article_timeline::syntax::{Model, Parser};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = bytes.to_vec();
    if let Some((front, body)) = file.split_at_mut_checked(11) {
        let sum = body.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        front[7..].copy_from_slice(&sum.to_le_bytes());
    }
    match Model::read(&file) {
        Ok(model) => {
            Parser::new(&model).parse(&["Any", "words", ",", "even", "1999", "."]);
            assert!(Model::read(&model.write()).is_ok());
        }
        Err(sentence) => assert!(sentence.ends_with('.')),
    }
});
