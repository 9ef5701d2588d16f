//! Treebanks: gzipped CoNLL-U files to sentences.
//!
//! In: a file. Out: sentences with their words, parts of speech, heads, relations, and how the words stand in the text. It must never learn what is done with them.

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A sentence as a treebank has it. Heads count from 1; 0 is the root.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<Word>,
    /// Whether a paragraph or a document begins with it.
    pub(crate) begins: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) tag: String,
    pub(crate) head: usize,
    pub(crate) relation: String,
    /// No space stands between it and the next word.
    pub(crate) joined: bool,
    /// Written in one with the words before it, as this whole.
    pub(crate) part_of: Option<String>,
}

/// Reads `folder/name.conllu.gz`.
pub(crate) fn read(folder: &Path, name: &str) -> Result<Vec<Sentence>> {
    let path = folder.join(format!("{name}.conllu.gz"));
    let file = File::open(&path).with_context(|| format!("{} can't be opened", path.display()))?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).with_context(|| format!("{} can't be read", path.display()))?;
    parse(&text).with_context(|| path.display().to_string())
}

/// Reads CoNLL-U.
pub(crate) fn parse(text: &str) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    // The last number, the text and the joining of the words that are written in one.
    let mut whole: Option<(usize, String, bool)> = None;
    for (number, line) in text.lines().chain([""]).enumerate() {
        if line.is_empty() {
            whole = None;
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        if line.starts_with('#') {
            sentence.begins |= line.starts_with("# newdoc") || line.starts_with("# newpar");
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, form, _, tag, _, _, head, relation, _, more] = cells.as_slice() else {
            bail!("line {} has {} columns, not ten", number + 1, cells.len());
        };
        let joined = more.split('|').any(|note| note == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            whole = Some((last.parse()?, (*form).to_owned(), joined));
            continue;
        }
        // Words that are understood but not written have numbers like 8.1.
        let Ok(place) = id.parse::<usize>() else { continue };
        let (joined, part_of) = match &whole {
            Some((last, text, after)) if place <= *last => {
                (if place == *last { *after } else { true }, Some(text.clone()))
            }
            _ => (joined, None),
        };
        sentence.words.push(Word {
            form: (*form).to_owned(),
            tag: (*tag).to_owned(),
            head: head.parse().with_context(|| format!("line {}: the head is '{head}'", number + 1))?,
            relation: (*relation).to_owned(),
            joined,
            part_of,
        });
    }
    Ok(sentences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_heads_and_joining_are_read() {
        let line = |id: &str, form: &str, head: &str, more: &str| {
            format!("{id}\t{form}\t_\tX\t_\t_\t{head}\tdep\t_\t{more}\n")
        };
        let text = [
            "# newpar\n".to_owned(),
            line("1-2", "au", "_", "SpaceAfter=No"),
            line("1", "à", "2", "_"),
            line("2", "le", "0", "_"),
            line("2.1", "x", "_", "_"),
            line("3", ".", "2", "_"),
            "\n".to_owned(),
            line("1", "Oui", "0", "_"),
        ]
        .concat();
        let sentences = parse(&text).unwrap();
        assert_eq!(sentences.len(), 2);
        let first: Vec<_> = sentences[0].words.iter().map(|word| (&*word.form, word.head, word.joined)).collect();
        assert_eq!(first, [("à", 2, true), ("le", 0, true), (".", 2, false)]);
        assert_eq!(sentences[0].words[0].part_of.as_deref(), Some("au"));
        let second = &sentences[1].words[0];
        assert_eq!((&*second.form, second.part_of.as_deref(), second.joined), ("Oui", None, false));
        assert!(sentences[0].begins && !sentences[1].begins);
        assert!(parse("1\tx\n").is_err());
    }
}
