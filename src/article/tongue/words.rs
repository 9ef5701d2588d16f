//! The small words of languages, and the scripts of others.
//!
//! Data only. A list holds words that stand in nearly every sentence, in small letters; those that two lists share are left in both, because the others
//! decide. It must never learn how it is searched.

/// Languages that are written in Latin letters.
pub(super) const LANGUAGES: [(&str, &str); 24] = [
    (
        "en",
        "the of and to in is that it was for on with as at by be this from are have has not but they his her their which said would will an or been who we he she you were had its after about more when",
    ),
    (
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wir ich",
    ),
    (
        "fr",
        "le la les de des du et en un une est que qui dans pour pas sur au il par plus avec ce sont se aux son ses cette mais ont été elle nous être comme à d l",
    ),
    (
        "es",
        "el la los las de del y en un una que es por con no se para su al lo como más pero sus fue ha este esta son entre también sobre ya hay",
    ),
    (
        "it",
        "il la le di del della dei delle e in un una che è per con non si da al alla i gli sono come più ma nel nella ha anche lo su dal questo l dell",
    ),
    (
        "pt",
        "o a os as de do da dos das e em um uma que é por com não se para no na ao mais foi como mas pelo pela são também sobre ou seu sua já",
    ),
    (
        "nl",
        "de het een en van in is dat te op voor met zijn die niet aan er om ook als maar bij uit door naar dan nog was wordt hij ze we zich heeft worden tot over deze",
    ),
    (
        "sv",
        "och i att det som en på är av för med den till inte om har de ett var han men så från vi kan när jag hon efter eller också där ska skulle ut sig",
    ),
    (
        "da",
        "og i at det som en på er af for med den til ikke om har de et var han men så fra vi kan når jeg hun efter eller også der skal blev sig ud hvor mere",
    ),
    (
        "no",
        "og i at det som en på er av for med den til ikke om har de et var han men så fra vi kan når jeg hun etter eller også der skal ble seg ut hvor mer bare",
    ),
    (
        "fi",
        "ja on ei se että oli hän mutta ovat ole kun myös joka mukaan sen tai kuin olla jo vain niin hänen siitä jos mitä nyt voi ovat sekä",
    ),
    (
        "pl",
        "i w na z do się nie że jest to o jak po co za od przez dla ale są czy oraz był było tym jego może ich także które który już tego",
    ),
    (
        "cs",
        "a v na se je že to s z do o i ve pro by jak ale po za jsou od by který které byl jako podle bude jsem není také už jeho při",
    ),
    (
        "sk",
        "a v na sa je že to s z do o i vo pre by ako ale po za sú od ktorý ktoré bol podľa bude som nie aj už jeho pri ktorá čo",
    ),
    ("hu", "a az és hogy nem is egy ez van meg csak de ki volt már mint még el azt ha lesz vagy után szerint a be fel"),
    (
        "ro",
        "și în de la a că nu cu pe o un din pentru este care sunt mai se au fost dar ca după prin sau fi lui această acest ce",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne o ya var değil ise mi her dedi oldu olduğunu ancak",
    ),
    (
        "id",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh kami saya mereka telah bisa sudah tersebut lebih atau adalah seperti",
    ),
    (
        "ms",
        "yang dan di itu dengan untuk tidak ini daripada dalam akan pada juga ke kerana ada oleh kami saya mereka telah boleh sudah tersebut lebih atau adalah seperti ialah beliau",
    ),
    (
        "vi",
        "và của là có cho không được với các trong một những này để người khi đã từ đến vào ra cũng như về tại sẽ ông năm",
    ),
    (
        "ca",
        "el la els les de del dels i en un una que és per amb no es al com més però ha aquest aquesta són entre també sobre ja seva seu",
    ),
    (
        "hr",
        "i u na je se da za od s su o a koji kao ne što to iz do po će bio ali više biti sam nije kako samo li te koja koje",
    ),
    ("tl", "ang ng sa na at mga ay ni si para kay hindi ito nang may siya din rin lang ko niya kung ka pa"),
    ("sw", "ya na wa kwa ni katika la za hii kuwa huo cha yake hiyo alisema ambao pia kama baada watu wake hilo"),
];

/// A script, by the range of its letters.
pub(super) struct Script {
    pub(super) first: char,
    pub(super) last: char,
    /// The language that most texts in it are written in.
    pub(super) code: &'static str,
    /// Others, with letters that the first does not have.
    pub(super) shared: &'static [(&'static str, &'static str)],
}

const fn script(
    first: char,
    last: char,
    code: &'static str,
    shared: &'static [(&'static str, &'static str)],
) -> Script {
    Script { first, last, code, shared }
}

pub(super) const SCRIPTS: [Script; 18] = [
    script(
        '\u{400}',
        '\u{52f}',
        "ru",
        &[("uk", "іїєґ"), ("sr", "ђјљњћџ"), ("mk", "ѓќѕ"), ("kk", "әғқңөұүһ"), ("be", "ў"), ("bg", "")],
    ),
    script('\u{370}', '\u{3ff}', "el", &[]),
    script('\u{600}', '\u{6ff}', "ar", &[("ur", "ٹڈڑںےۓھ"), ("fa", "پچژگکی"), ("ps", "ټډړښځڅ")]),
    script('\u{590}', '\u{5ff}', "he", &[("yi", "ײװ")]),
    script('\u{900}', '\u{97f}', "hi", &[("mr", "ळ"), ("ne", "")]),
    script('\u{980}', '\u{9ff}', "bn", &[("as", "ৰৱ")]),
    script('\u{a00}', '\u{a7f}', "pa", &[]),
    script('\u{a80}', '\u{aff}', "gu", &[]),
    script('\u{b80}', '\u{bff}', "ta", &[]),
    script('\u{c00}', '\u{c7f}', "te", &[]),
    script('\u{c80}', '\u{cff}', "kn", &[]),
    script('\u{d00}', '\u{d7f}', "ml", &[]),
    script('\u{e00}', '\u{e7f}', "th", &[]),
    script('\u{10a0}', '\u{10ff}', "ka", &[]),
    script('\u{530}', '\u{58f}', "hy", &[]),
    script('\u{ac00}', '\u{d7af}', "ko", &[]),
    script('\u{3040}', '\u{30ff}', "ja", &[]),
    script('\u{4e00}', '\u{9fff}', "zh", &[]),
];
