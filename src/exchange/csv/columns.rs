//! What the columns of a table are.
//!
//! In: the first rows. Out: for each meaning its column. It must never read a whole table.

use super::cells::Row;
use super::day;

/// What a column may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    Edtf,
    Start,
    End,
    Title,
    Text,
    Url,
    Image,
    Alt,
    Credit,
    Caption,
    Group,
    Source,
    Status,
    Id,
}

use Meaning::*;

/// The names of columns in sheets of newsrooms, English and German, in small letters with single spaces.
const NAMES: [(&str, Meaning); 72] = [
    ("edtf", Edtf),
    ("date", Start),
    ("dates", Start),
    ("start", Start),
    ("start date", Start),
    ("startdate", Start),
    ("begin", Start),
    ("from", Start),
    ("when", Start),
    ("day", Start),
    ("time", Start),
    ("year", Start),
    ("timestamp", Start),
    ("published", Start),
    ("datum", Start),
    ("beginn", Start),
    ("anfang", Start),
    ("von", Start),
    ("jahr", Start),
    ("wann", Start),
    ("startdatum", Start),
    ("end", End),
    ("end date", End),
    ("enddate", End),
    ("until", End),
    ("to", End),
    ("finish", End),
    ("ende", End),
    ("bis", End),
    ("enddatum", End),
    ("title", Title),
    ("headline", Title),
    ("event", Title),
    ("name", Title),
    ("summary", Title),
    ("subject", Title),
    ("heading", Title),
    ("what", Title),
    ("label", Title),
    ("titel", Title),
    ("ereignis", Title),
    ("überschrift", Title),
    ("was", Title),
    ("content", Title),
    ("text", Text),
    ("description", Text),
    ("body", Text),
    ("details", Text),
    ("notes", Text),
    ("beschreibung", Text),
    ("notizen", Text),
    ("url", Url),
    ("link", Url),
    ("href", Url),
    ("web", Url),
    ("more", Url),
    ("image", Image),
    ("picture", Image),
    ("photo", Image),
    ("media", Image),
    ("bild", Image),
    ("image url", Image),
    ("alt", Alt),
    ("alt text", Alt),
    ("credit", Credit),
    ("caption", Caption),
    ("group", Group),
    ("category", Group),
    ("tag", Group),
    ("kategorie", Group),
    ("source", Source),
    ("status", Status),
];

/// What a cell looks like.
type Look<'a> = &'a dyn Fn(&str) -> bool;

/// Which column holds what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Columns(Vec<(Meaning, usize)>);

impl Columns {
    /// The cell of a row; empty where there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, meaning: Meaning) -> &'a str {
        self.place(meaning).map_or("", |column| row.cell(column))
    }

    pub(super) fn place(&self, meaning: Meaning) -> Option<usize> {
        self.0.iter().find(|(known, _)| *known == meaning).map(|(_, column)| *column)
    }

    /// From the names in the first row; `None` where they name no date or no title.
    pub(super) fn named(header: &Row) -> Option<Columns> {
        let mut columns = Columns::default();
        for (column, name) in header.cells().enumerate() {
            let name = normal(name);
            let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
            let meaning = known.or((name == "id").then_some(Id));
            if let Some(meaning) = meaning.filter(|meaning| columns.place(*meaning).is_none()) {
                columns.0.push((meaning, column));
            }
        }
        let has = |meaning| columns.place(meaning).is_some();
        // A table of texts has its titles there.
        if !has(Title)
            && let Some(text) = columns.0.iter_mut().find(|(meaning, _)| *meaning == Text)
        {
            text.0 = Title;
        }
        let has = |meaning| columns.place(meaning).is_some();
        ((has(Start) || has(Edtf)) && has(Title)).then_some(columns)
    }

    /// From what the cells look like: dates, addresses, short and long texts.
    pub(super) fn guessed(rows: &[Row]) -> Option<Columns> {
        let sample: Vec<&Row> = rows.iter().take(50).collect();
        let width = sample.iter().map(|row| row.cells().count()).max()?;
        let share = |column: usize, is: Look| {
            let filled: Vec<&str> = sample.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).collect();
            let hits = filled.iter().filter(|cell| is(cell)).count();
            !filled.is_empty() && hits * 3 >= filled.len() * 2
        };
        let mut columns = Columns::default();
        for column in 0..width {
            let meanings: [(Meaning, Look); 4] = [
                (Start, &|cell| day::looks_like(cell)),
                (End, &|cell| day::looks_like(cell)),
                (Image, &|cell| is_address(cell) && is_picture(cell)),
                (Url, &|cell| is_address(cell)),
            ];
            let found = meanings.iter().find(|(meaning, is)| columns.place(*meaning).is_none() && share(column, *is));
            if let Some((meaning, _)) = found {
                columns.0.push((*meaning, column));
            }
        }
        let taken: Vec<usize> = columns.0.iter().map(|(_, column)| *column).collect();
        let free = (0..width).filter(|column| !taken.contains(column));
        let free = free.filter(|column| share(*column, &|cell| cell.chars().any(char::is_alphabetic)));
        for (column, meaning) in free.zip([Title, Text]) {
            columns.0.push((meaning, column));
        }
        // Prose has commas too, and dates behind some of them; a table has them in most rows.
        let is_full =
            |column: usize| sample.iter().filter(|row| !row.cell(column).is_empty()).count() * 2 >= sample.len();
        let is_table = [Start, Title].into_iter().all(|meaning| columns.place(meaning).is_some_and(is_full));
        is_table.then_some(columns)
    }
}

/// A column's name in small letters; `start_date` and `Start-Date` are the same.
pub(super) fn normal(name: &str) -> String {
    let spaced: String = name.chars().map(|letter| if matches!(letter, '_' | '-') { ' ' } else { letter }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_address(cell: &str) -> bool {
    cell.starts_with("http://") || cell.starts_with("https://")
}

fn is_picture(cell: &str) -> bool {
    let path = cell.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].iter().any(|ending| path.ends_with(ending))
}
