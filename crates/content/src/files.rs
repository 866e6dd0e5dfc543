//! The content files as texts, and where each kind of them is found.

use std::{collections::BTreeMap, io, path::Path};

use hipec_core::{locale::Locale, route::PageId};

/// The texts of all content files by their path below the content folder,
/// with `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct ContentFiles {
    texts: BTreeMap<String, String>,
}

impl ContentFiles {
    /// Reads every `.json` file below a folder.
    ///
    /// # Errors
    /// When a folder or file cannot be read, or a file is not UTF-8; the
    /// message names the path.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.read_below(folder, "")?;
        Ok(files)
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        let named = |error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
        };
        for entry in std::fs::read_dir(folder).map_err(named)? {
            let entry = entry.map_err(named)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type().map_err(named)?.is_dir() {
                self.read_below(&entry.path(), &format!("{path}/"))?;
            } else if name.ends_with(".json") {
                let text = std::fs::read_to_string(entry.path()).map_err(|error| {
                    io::Error::new(error.kind(), format!("{}: {error}", entry.path().display()))
                })?;
                self.texts.insert(path, text);
            }
        }
        Ok(())
    }

    /// Puts a file in, in place of one of the same path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.texts.insert(path.into(), text.into());
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) -> Option<String> {
        self.texts.remove(path)
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// All paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }
}

/// The file of the facts about the site and its owner.
pub const SITE: &str = "site.json";
/// The file of all sources.
pub const SOURCES: &str = "sources.json";
/// The file of the terms in three languages.
pub const TERMS: &str = "terms.json";
/// The file of the criteria without their words.
pub const CRITERIA: &str = "criteria.json";

/// The file of the studies without their words.
pub const STUDIES: &str = "studies.json";
/// The file of the questions without their words.
pub const QUESTIONS: &str = "questions.json";

/// The file of a page in a language.
#[must_use]
pub fn page_file(locale: Locale, page: PageId) -> String {
    format!("{}/{}.json", locale.tag(), page.id())
}

/// The file of the words of the interface in a language.
#[must_use]
pub fn ui_file(locale: Locale) -> String {
    format!("{}/ui.json", locale.tag())
}

/// The file of the criteria's words in a language.
#[must_use]
pub fn criteria_file(locale: Locale) -> String {
    format!("{}/criteria.json", locale.tag())
}

/// The file of the studies' words in a language.
#[must_use]
pub fn studies_file(locale: Locale) -> String {
    format!("{}/studies.json", locale.tag())
}

/// The file of the questions' words in a language; the page of questions is
/// called `questions.json`.
#[must_use]
pub fn questions_words_file(locale: Locale) -> String {
    format!("{}/questions-words.json", locale.tag())
}

/// Every file that has to be there, with its language.
pub fn expected() -> impl Iterator<Item = (String, Option<Locale>)> {
    let neutral =
        [SITE, SOURCES, TERMS, CRITERIA, STUDIES, QUESTIONS].map(|file| (file.to_owned(), None));
    neutral
        .into_iter()
        .chain(Locale::ALL.into_iter().flat_map(|locale| {
            PageId::ALL
                .into_iter()
                .map(move |page| page_file(locale, page))
                .chain([
                    ui_file(locale),
                    criteria_file(locale),
                    studies_file(locale),
                    questions_words_file(locale),
                ])
                .map(move |file| (file, Some(locale)))
        }))
}
