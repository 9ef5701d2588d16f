//! A model as a file: what `model` reads. Only a training writes.
//!
//! In: a [`Model`]. Out: bytes. It must never learn how the weights were found.

use super::features::{FILTER_BITS, Vocabulary};
use super::model::{Before, Expected, MAGIC, Model, Steps, VERSION, checksum};
use super::pack::{Expectation, Packer};
use super::shape::{Kind, Size};
use super::splitting::{Context, Splitting};

impl Model {
    /// The model as a file.
    pub fn write(&self) -> Vec<u8> {
        let words = self.words();
        let mut body = (words.len() as u32).to_le_bytes().to_vec();
        body.extend(words.bytes());
        body.extend(self.numbers());
        let mut file = MAGIC.to_vec();
        file.push(VERSION);
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }

    fn words(&self) -> String {
        let shape = self.shape;
        let sizes = [
            shape.words,
            shape.endings,
            shape.short_endings,
            shape.beginnings,
            shape.outlines,
            shape.vector,
            shape.state,
            shape.arc,
            shape.relation,
            usize::from(self.reach[0]),
            usize::from(self.reach[1]),
        ];
        let sharpness = [self.sharpness.pos, self.sharpness.head, self.sharpness.relation];
        // In hundredths: a text of whole numbers reads the same everywhere.
        let sharpness = sharpness.map(|share| (share * 100.0) as u32);
        let tags: Vec<&str> = self.tags.iter().map(|tag| tag.name()).collect();
        format!(
            "{}\n{}\n{}\n{}\n{}\n{}",
            self.language,
            spaced(&sizes),
            spaced(&sharpness),
            tags.join(" "),
            spaced(&self.relations),
            self.splitting.write()
        )
    }

    fn numbers(&self) -> Vec<u8> {
        let mut packer = Packer::default();
        pack_vocabulary(&self.vocabulary, &mut packer);
        let mut expected = Expected::new(self.reach);
        self.parts.each(&self.shape, &mut |size, part| expected.pack(size, part, &mut packer));
        packer.finish()
    }
}

impl Splitting {
    /// The four lines.
    pub fn write(&self) -> String {
        let exceptions = self.exceptions.iter().map(|(piece, cuts)| {
            let signs = piece.chars().enumerate();
            signs.flat_map(|(place, sign)| cuts.contains(&place).then_some('|').into_iter().chain([sign])).collect()
        });
        let exceptions: Vec<String> = exceptions.collect();
        let signs = |contexts: &[Context]| contexts.iter().flatten().collect::<String>();
        format!(
            "{}\n{}\n{}\n{}",
            self.endings.join(" "),
            exceptions.join(" "),
            signs(&self.apart),
            signs(&self.together)
        )
    }
}

fn spaced<T: ToString>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}

fn pack_vocabulary(vocabulary: &Vocabulary, packer: &mut Packer) {
    let hashes = vocabulary.hashes();
    packer.put_plain(FILTER_BITS, hashes.len() as u32);
    let mut lengths = Expectation::new(5, 1);
    let mut last = 0;
    for hash in hashes {
        let step = hash - last;
        let length = u32::BITS - step.leading_zeros();
        packer.put(&mut lengths, 0, length);
        packer.put_plain(length, step);
        last = *hash;
    }
}

impl Expected {
    fn pack(&mut self, size: Size, part: &Steps, packer: &mut Packer) {
        for number in &part.scales {
            packer.put(&mut self.bytes, 0, u32::from(*number));
        }
        if size.kind == Kind::Bias {
            for step in &part.steps {
                let [low, high] = step.to_le_bytes();
                packer.put(&mut self.bytes, 1, u32::from(high));
                packer.put(&mut self.bytes, 2, u32::from(low));
            }
            return;
        }
        let (expectation, reach, width) = self.of(size);
        for row in part.steps.chunks(width) {
            let mut before = Before::default();
            for step in row {
                packer.put(expectation, before.context(reach), (i32::from(*step) + reach) as u32);
                before.add(i32::from(*step));
            }
        }
    }
}
