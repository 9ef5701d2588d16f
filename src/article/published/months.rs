//! Names of months as pages print them, in the languages of the web's newspapers.
//!
//! Data only: for each month its names and abbreviations, in small letters. It must never learn where they are looked for.

/// January to December. Names that mean two different months in two languages are left out.
pub(super) const MONTHS: [&str; 12] = [
    "january jan januar jänner jänn januari janvier janv enero ene gennaio gen janeiro stycznia styczeń sty januára januára tammikuuta tammikuu leden ledna января январь янв січня сiчня января ocak oca ianuarie ian január janeiro gener ιανουαρίου ιαν janvāris sausio jaanuar يناير ינואר जनवरी tháng1 januarie siječnja януари janvāra",
    "february feb februar feber februari février fevrier févr fevr fév febrero febbraio febb fevereiro fev lutego luty lut helmikuuta helmikuu únor února февраля февраль фев лютого şubat şub februarie február febrer φεβρουαρίου φεβ vasario veebruar فبراير פברואר फरवरी veljače февруари februāris شباط فيفري",
    "march mar märz maerz mrz mär maart mrt mars marzo março marca marzec maaliskuuta maaliskuu březen března марта март березня mart martie március març μαρτίου μαρ kovo märts مارس מרץ मार्च ožujka marts آذار maret",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi huhtikuuta huhtikuu duben dubna апреля апрель апр квітня nisan nis aprilie április απριλίου απρ balandžio aprill أبريل אפריל अप्रैल travnja април aprīlis نيسان أفريل",
    "may mai mei mayo maggio mag maio maja maj toukokuuta toukokuu květen května мая май травня mayıs május maig μαΐου μάιος μαϊ gegužės مايو מאי मई svibnja maijs أيار ماي",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze kesäkuuta kesäkuu červen června июня июнь июн червня haziran haz iunie június juny ιουνίου ιουν birželio juuni يونيو יוני जून lipnja юни jūnijs حزيران جوان",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec heinäkuuta heinäkuu červenec července июля июль июл липня temmuz tem iulie július juliol ιουλίου ιουλ liepos juuli يوليو יולי जुलाई srpnja юли jūlijs تموز جويلية",
    "august aug augustus août aout agosto ago sierpnia sierpień sie elokuuta elokuu srpen srpna августа август авг серпня ağustos ağu augusztus agost αυγούστου αυγ rugpjūčio أغسطس אוגוסט अगस्त kolovoza augusti augusts agustus ogos آب أوت",
    "september sept sep septembre septiembre settembre sett set setembro września wrzesień wrz syyskuuta syyskuu září сентября сентябрь сен сент вересня eylül eyl septembrie szeptember setembre σεπτεμβρίου σεπ rugsėjo سبتمبر ספטמבר सितंबर rujna септември septembris أيلول",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź lokakuuta lokakuu říjen října октября октябрь окт жовтня ekim eki octombrie október οκτωβρίου οκτ spalio oktoober أكتوبر אוקטובר अक्टूबर octubre октомври oktobris",
    "november nov novembre noviembre novembro listopada listopadu marraskuuta marraskuu ноября ноябрь ноя листопада kasım kas noiembrie νοεμβρίου νοε lapkričio نوفمبر נובמבר नवंबर studenoga ноември novembris nopember",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień gru joulukuuta joulukuu prosinec prosince декабря декабрь дек грудня aralık ara decembrie δεκεμβρίου δεκ gruodžio detsember ديسمبر דצמבר दिसंबर prosinca desember des декември decembris disember",
];

/// Names of time zones, and minutes east of UTC.
pub(super) const ZONES: [(&str, i16); 30] = [
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("bst", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("gst", 240),
    ("pkt", 300),
    ("ist", 330),
    ("wib", 420),
    ("hkt", 480),
    ("sgt", 480),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("cst", -360),
    ("pst", -480),
    ("pdt", -420),
];
