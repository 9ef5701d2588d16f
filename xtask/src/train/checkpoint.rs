//! A training's state between two epochs, kept in a file.
//!
//! In and out: the state. It must never learn what is trained. The file is of this machine and this version alone: it is made to go on after a break, not to be given away.

use super::adam::Adam;
use super::random::Random;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// What a training has come to.
pub(crate) struct Checkpoint {
    /// Epochs that are done.
    pub(crate) epoch: usize,
    pub(crate) random: Random,
    pub(crate) adam: Adam,
    pub(crate) weights: Vec<f32>,
}

impl Checkpoint {
    /// The state in `folder`; none where there is none. One of other settings is an error, unless they differ only in what comes behind it.
    pub(crate) fn read(folder: &Path, settings: &str, epochs: usize, count: usize) -> Result<Option<Checkpoint>> {
        let Ok(bytes) = fs::read(folder.join("last")) else { return Ok(None) };
        let found = Checkpoint::parse(&bytes, count).with_context(|| format!("{} is damaged", folder.display()))?;
        let (state, trained_with) = found;
        let same =
            if state.epoch > epochs { trained_with == settings } else { early(&trained_with) == early(settings) };
        if !same {
            bail!("{} holds a training with other settings: remove it to begin anew", folder.display());
        }
        eprintln!("going on behind epoch {}", state.epoch);
        Ok(Some(state))
    }

    fn parse(bytes: &[u8], count: usize) -> Option<(Checkpoint, String)> {
        let (numbers, rest) = bytes.split_first_chunk::<32>()?;
        let word = |place: usize| Some(u64::from_le_bytes(numbers.get(place * 8..place * 8 + 8)?.try_into().ok()?));
        let left = u64::to_le_bytes(word(2)?);
        let (first, second) = (left.first_chunk::<4>()?, left.last_chunk::<4>()?);
        let settings = rest.get(..usize::try_from(word(3)?).ok()?)?;
        let floats: Vec<f32> =
            rest.get(settings.len()..)?.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        if floats.len() != 3 * count {
            return None;
        }
        let part = |place: usize| floats[place * count..(place + 1) * count].to_vec();
        let adam =
            Adam { mean: part(1), square: part(2), left: [f32::from_le_bytes(*first), f32::from_le_bytes(*second)] };
        let state =
            Checkpoint { epoch: usize::try_from(word(0)?).ok()?, random: Random(word(1)?), adam, weights: part(0) };
        Some((state, String::from_utf8(settings.to_vec()).ok()?))
    }

    /// Keeps the state, and apart from it the one at the end of the epochs in float.
    pub(crate) fn write(&self, folder: &Path, settings: &str, epochs: usize) -> Result<()> {
        let mut bytes = Vec::new();
        bytes.extend((self.epoch as u64).to_le_bytes());
        bytes.extend(self.random.0.to_le_bytes());
        bytes.extend(self.adam.left.iter().flat_map(|left| left.to_le_bytes()));
        bytes.extend((settings.len() as u64).to_le_bytes());
        bytes.extend(settings.as_bytes());
        for floats in [&self.weights, &self.adam.mean, &self.adam.square] {
            bytes.extend(floats.iter().flat_map(|float| float.to_le_bytes()));
        }
        fs::create_dir_all(folder)?;
        // Written beside and then moved, so that a break never leaves half a file.
        let fresh = folder.join("fresh");
        fs::write(&fresh, &bytes)?;
        fs::rename(&fresh, folder.join("last"))?;
        if self.epoch == epochs {
            fs::write(folder.join("float"), &bytes)?;
        }
        Ok(())
    }
}

/// The settings without those that only the rounding asks for.
fn early(settings: &str) -> Vec<&str> {
    let late = ["rounded_", "row_steps", "weight_steps", "reach", "#"];
    settings.lines().filter(|line| !late.iter().any(|start| line.starts_with(start))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_comes_back_as_it_was() {
        let folder = std::env::temp_dir().join(format!("article-timeline-checkpoint-{}", std::process::id()));
        let adam = Adam { mean: vec![3.0, 4.0], square: vec![5.0, 6.0], left: [0.5, 0.25] };
        let state = Checkpoint { epoch: 2, random: Random(77), adam, weights: vec![1.0, 2.0] };
        assert!(Checkpoint::read(&folder, "rate = 1", 3, 2).unwrap().is_none());
        state.write(&folder, "rate = 1\nreach = 2", 3).unwrap();
        let again = Checkpoint::read(&folder, "rate = 1\nreach = 3", 3, 2).unwrap().unwrap();
        assert_eq!((again.epoch, again.random.0, again.weights), (2, 77, vec![1.0, 2.0]));
        assert_eq!(
            (again.adam.mean, again.adam.square, again.adam.left),
            (vec![3.0, 4.0], vec![5.0, 6.0], [0.5, 0.25])
        );
        assert!(Checkpoint::read(&folder, "rate = 2", 3, 2).is_err());
        assert!(Checkpoint::read(&folder, "rate = 1", 3, 5).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
