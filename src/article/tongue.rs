//! Which language a text is written in.
//!
//! In: a text, and the tag that its page gives. Out: a language code, from the script and from the small words that every text is full of. The tag
//! decides between languages that the words cannot tell apart, and where there is too little text. It must never learn what the text says.

mod words;

use crate::base::letter::is_letter;
use crate::base::list::List;
use words::{LANGUAGES, SCRIPTS};

/// Words that are counted; more say nothing new.
const COUNTED: usize = 250;
/// With fewer words known than this the tag is believed.
const ENOUGH: usize = 6;

/// The code of the text's language; `None` where neither text nor tag tells.
///
/// ```
/// use article_timeline::article::tongue::language_of;
/// let text = "The bridge was opened to traffic on Monday, and it is the longest of its kind that the town has built for cars.";
/// assert_eq!(language_of(text, Some("de")).as_deref(), Some("en"));
/// assert_eq!(language_of(text, Some("en-GB")).as_deref(), Some("en-GB"));
/// assert_eq!(language_of("42", Some("de")).as_deref(), Some("de"));
/// ```
pub fn language_of(text: &str, tag: Option<&str>) -> Option<String> {
    let tag = tag.map(str::trim).filter(|tag| (2..=20).contains(&tag.len()));
    let hinted = tag.map(|tag| crate::base::find::split(tag, "-_").next().unwrap_or("").to_ascii_lowercase());
    let code = by_script(text, hinted.as_deref()).or_else(|| by_words(text, hinted.as_deref()));
    match (code, tag) {
        (Some(code), Some(tag)) if hinted.as_deref() == Some(code) => Some(hyphened(tag)),
        (Some(code), _) => Some(code.into()),
        (None, tag) => tag.map(hyphened),
    }
}

/// A tag as BCP 47 writes it: "en-US" for "en_US".
pub(super) fn hyphened(tag: &str) -> String {
    let mut out = String::with_capacity(tag.len());
    tag.chars().for_each(|sign| out.push(if sign == '_' { '-' } else { sign }));
    out
}

/// A script that one language, or mostly one, is written in. Languages that share it are told apart by letters only they have.
fn by_script(text: &str, hinted: Option<&str>) -> Option<&'static str> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut letters = 0;
    for sign in text.chars().filter(|sign| is_letter(*sign)).take(4000) {
        letters += 1;
        let script = SCRIPTS.iter().position(|script| (script.first..=script.last).contains(&sign));
        if let Some(count) = script.and_then(|script| counts.get_mut(script)) {
            *count += 1;
        }
    }
    let count_of = |code: &str| {
        SCRIPTS.iter().zip(&counts).filter(|(script, _)| script.code == code).map(|(_, count)| *count).sum::<usize>()
    };
    // Japanese is written with Chinese signs, too.
    if count_of("ja") * 10 > letters && letters > 20 {
        return Some("ja");
    }
    let (script, count) = SCRIPTS.iter().zip(&counts).max_by_key(|(_, count)| **count)?;
    if count * 2 < letters || letters < 20 {
        return None;
    }
    if let Some(code) = script.shared.iter().map(|(code, _)| *code).find(|code| hinted == Some(*code)) {
        return Some(code);
    }
    let own = script.shared.iter().find(|(_, signs)| {
        let signs = text.chars().take(8000).filter(|sign| crate::base::find::has(signs, *sign)).count();
        signs * 400 > letters
    });
    Some(own.map_or(script.code, |(code, _)| *code))
}

/// The language whose small words the text has most of.
fn by_words(text: &str, hinted: Option<&str>) -> Option<&'static str> {
    let mut words = text.split(|sign| !is_letter(sign)).filter(|word| !word.is_empty()).take(COUNTED).list();
    let count = words.len();
    // No small word is longer.
    words.retain(|word| word.len() <= 9);
    let words = words.iter().map(|word| word.to_ascii_lowercase()).list();
    let hits_in = |known: &str| words.iter().filter(|word| known.split(' ').any(|each| each == word.as_str())).count();
    // A text that is plainly in the language it is said to be in need not be held against all others.
    let said = LANGUAGES.iter().find(|(code, _)| hinted == Some(*code));
    if let Some((code, known)) = said
        && count > 60
        && hits_in(known) * 4 > count
    {
        return Some(code);
    }
    let hits = LANGUAGES.iter().map(|(_, known)| hits_in(known)).list();
    let (place, best) = hits.iter().copied().enumerate().max_by_key(|(place, hits)| (*hits, usize::MAX - place))?;
    let (code, _) = LANGUAGES.get(place)?;
    let by_tag = LANGUAGES
        .iter()
        .zip(&hits)
        .find(|((code, _), _)| hinted == Some(*code))
        .map(|((code, _), hits)| (*code, *hits));
    if best < ENOUGH || best * 12 < count {
        return by_tag.map(|(code, _)| code);
    }
    match by_tag {
        // Danish and Norwegian, Czech and Slovak: the tag knows better than a few words.
        Some((code, hits)) if hits * 10 >= best * 7 => Some(code),
        _ if hinted.is_some_and(|code| !LANGUAGES.iter().any(|(known, _)| *known == code)) && best * 6 < count => None,
        _ => Some(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_the_usual_pages() {
        for (text, code) in [
            (
                "Die Brücke wurde am Montag für den Verkehr geöffnet, und sie ist die längste, die von der Stadt je gebaut wurde.",
                "de",
            ),
            (
                "Le pont est ouvert depuis lundi et les habitants de la ville sont nombreux à dire que c'est une bonne chose pour eux.",
                "fr",
            ),
            (
                "El puente se abrió el lunes y los vecinos de la ciudad dicen que es una buena noticia para todos los que viven allí.",
                "es",
            ),
            (
                "Il ponte è stato aperto lunedì e gli abitanti della città dicono che è una buona notizia per tutti quelli che ci vivono.",
                "it",
            ),
            (
                "A ponte foi aberta na segunda-feira e os moradores da cidade dizem que não é uma boa notícia para todos os que ali vivem.",
                "pt",
            ),
            (
                "De brug is maandag geopend en de bewoners van de stad zeggen dat het een goed bericht is voor iedereen die er woont.",
                "nl",
            ),
            (
                "Bron öppnades i måndags och de som bor i staden säger att det är en god nyhet för alla som inte har bil.",
                "sv",
            ),
            (
                "Most został otwarty w poniedziałek, a mieszkańcy miasta mówią, że to jest dobra wiadomość dla tych, którzy się tam nie urodzili.",
                "pl",
            ),
            ("Мост открыли в понедельник, и жители города говорят, что это хорошая новость для всех.", "ru"),
            ("Міст відкрили в понеділок, і жителі міста кажуть, що це гарна новина для всіх їхніх сімей.", "uk"),
            ("橋は月曜日に開通し、町の人々は良いニュースだと話している。", "ja"),
            ("大桥星期一通车，市民说这是一个好消息，大家都很高兴。", "zh"),
            ("다리는 월요일에 개통되었고 시민들은 모두에게 좋은 소식이라고 말한다.", "ko"),
            ("افتتح الجسر يوم الاثنين وقال سكان المدينة إن هذا خبر جيد للجميع", "ar"),
            ("הגשר נפתח ביום שני ותושבי העיר אומרים שזו בשורה טובה לכולם", "he"),
        ] {
            assert_eq!(language_of(text, None).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn the_tag_decides_between_sisters_and_where_there_is_little() {
        let danish = "Broen blev åbnet i mandags, og det er en god nyhed for alle, der bor i byen og ikke har en bil.";
        assert_eq!(language_of(danish, Some("da")).as_deref(), Some("da"));
        assert_eq!(language_of("Ok", None), None);
        assert_eq!(language_of("", Some("en_US")).as_deref(), Some("en-US"));
        assert_eq!(language_of("", Some("x")), None);
    }

    #[test]
    fn a_language_that_is_not_known_is_left_to_the_tag() {
        let basque = "Zubia astelehenean ireki zuten eta hiriko biztanleek diote albiste ona dela denontzat bertan bizi direnentzat";
        assert_eq!(language_of(basque, Some("eu")).as_deref(), Some("eu"));
    }
}
