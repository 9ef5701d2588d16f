//! Letters and capitals of the scripts that newspapers are printed in.
//!
//! In: a character. Out: whether it is a letter, a capital, a small letter. By ranges instead of Unicode's tables, which are 5 kB that every
//! reader would download; where the two differ (rare letters of alphabets for linguists, signs inside a script's range) nothing here minds.

/// Ranges beyond Latin-1 that hold no letters: punctuation, currencies, arrows, signs, boxes, ideographic punctuation, private and full-width signs, emoji.
const NO_LETTERS: [(u32, u32); 19] = [
    (0x02B9, 0x036F),
    (0x037E, 0x037E),
    (0x0387, 0x0387),
    (0x0589, 0x05CF),
    (0x0600, 0x061F),
    (0x066A, 0x066D),
    (0x06D4, 0x06D4),
    (0x2000, 0x20FF),
    (0x2190, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x3000, 0x3004),
    (0x3008, 0x3030),
    (0x30FB, 0x30FB),
    (0xE000, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFF00, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0x1_F000, 0x1_FFFF),
];

/// Whether it is a letter; signs that write a syllable or a word count, and so do the digits of scripts other than ours.
pub(crate) fn is_letter(sign: char) -> bool {
    match sign {
        '\0'..='\u{7F}' => sign.is_ascii_alphabetic(),
        '\u{80}'..='\u{BF}' => matches!(sign, 'ª' | 'µ' | 'º'),
        '×' | '÷' => false,
        _ => !NO_LETTERS.iter().any(|&(first, last)| (first..=last).contains(&u32::from(sign))),
    }
}

/// Whether it is a letter or a digit.
pub(crate) fn is_letter_or_digit(sign: char) -> bool {
    sign.is_ascii_digit() || is_letter(sign)
}

/// Whether it is a capital letter: Latin, Greek, Cyrillic, Armenian.
pub(crate) fn is_capital(sign: char) -> bool {
    let even = u32::from(sign) % 2 == 0;
    match sign {
        '\0'..='\u{7F}' => sign.is_ascii_uppercase(),
        'À'..='Þ' => sign != '×',
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' => !even,
        '\u{138}' | '\u{149}' | '\u{17F}' => false,
        // Where capitals and small letters take turns.
        '\u{100}'..='\u{177}'
        | '\u{1A0}'..='\u{1A5}'
        | '\u{1DE}'..='\u{233}'
        | '\u{1E00}'..='\u{1E95}'
        | '\u{1E9E}'..='\u{1EFF}' => even,
        '\u{460}'..='\u{481}' | '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => even,
        '\u{4C0}'..='\u{4CE}' => !even || sign == '\u{4C0}',
        'Ÿ' | 'Ư' | 'Ά' | 'Έ'..='Ώ' | 'Α'..='Ϋ' | 'Ѐ'..='Я' | 'Ա'..='Ֆ' => true,
        _ => false,
    }
}

/// Whether it is a small letter of a script that has capitals.
pub(crate) fn is_small(sign: char) -> bool {
    let has_case = matches!(sign, '\0'..='\u{588}' | '\u{1E00}'..='\u{1FFF}');
    has_case && is_letter(sign) && !is_capital(sign)
}

/// How many characters a text has. The standard library's `chars().count()` counts eight bytes at a time, in 0.2 kB of wasm.
pub(crate) fn count(text: &str) -> usize {
    // Every byte but those that go on with a character.
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_capitals_and_small_letters_of_many_scripts() {
        assert!("aZéßŁжأ漢ो".chars().all(is_letter) && !"1 .«»×—€“”・😀".chars().any(is_letter));
        assert!("AZÀÞĀŁŹŸŽȘƠƯẾΆΩЁЖҐԱ".chars().all(is_capital) && !"azßÿāłžźșơưếάωёжґա1漢أ".chars().any(is_capital));
        assert!("azßÿāłžωжա".chars().all(is_small) && !"AÉŁΩЖ1漢أא".chars().any(is_small));
        assert_eq!(count("Élodie"), 6);
    }

    /// Beside Unicode's own tables, over the letters of the scripts of the world's newspapers.
    #[test]
    fn differs_from_unicode_in_few_rare_signs() {
        let signs = || {
            ('\0'..='\u{17F}').chain('\u{370}'..='\u{3FF}').chain('\u{400}'..='\u{481}').chain('\u{1EA0}'..='\u{1EF9}')
        };
        let differing = |ours: fn(char) -> bool, theirs: fn(char) -> bool| {
            signs().filter(|&sign| ours(sign) != theirs(sign)).collect::<String>()
        };
        assert_eq!(
            differing(is_letter, char::is_alphabetic),
            "͵\u{378}\u{379}\u{380}\u{381}\u{382}\u{383}΄΅\u{38b}\u{38d}\u{3a2}϶"
        );
        assert_eq!(differing(is_capital, char::is_uppercase), "ͰͲͶͿ\u{38b}\u{38d}\u{3a2}ϏϒϓϔϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽϾϿ");
    }
}
