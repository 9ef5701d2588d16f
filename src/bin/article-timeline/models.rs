//! The models that the command line carries inside itself, each read once when it is first asked for.
//!
//! In: a language's code. Out: its model. It must never learn what is parsed with it.

use article_timeline::syntax::Model;
use std::sync::OnceLock;

/// A language's code and its model file.
const SHIPPED: [(&str, &[u8]); 1] = [("en", include_bytes!("../../../models/en.model"))];

/// The model of a language tag like `en` or `en-GB`.
///
/// # Errors
/// One sentence, where there is none.
pub(crate) fn model(tag: &str) -> Result<&'static Model, String> {
    static READ: [OnceLock<Result<Model, String>>; SHIPPED.len()] = [const { OnceLock::new() }; SHIPPED.len()];
    let code = tag.split(['-', '_']).next().unwrap_or(tag);
    let shipped = SHIPPED.iter().zip(&READ).find(|((name, _), _)| name.eq_ignore_ascii_case(code));
    let Some(((_, bytes), read)) = shipped else {
        return Err(format!("there are no trees for the language '{tag}' yet"));
    };
    read.get_or_init(|| Model::read(bytes).map_err(|problem| problem.to_string())).as_ref().map_err(Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_model_is_whole() {
        for (code, bytes) in SHIPPED {
            assert_eq!(model(code).unwrap().language, code);
            assert_eq!(model(code).unwrap().write(), bytes, "{code}: written again it is another file");
        }
        assert!(model("en-GB").is_ok() && model("xx").is_err());
    }
}
