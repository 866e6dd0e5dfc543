//! What is wrong with a content file, for the person who wrote it.

use std::fmt;

use hipec_core::locale::Locale;

/// One mistake in a content file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the content folder.
    pub file: String,
    /// Where in the file, as a JSON path such as `blocks[3].text`; empty for
    /// the file as a whole.
    pub path: String,
    /// The language of the file, if it has one.
    pub locale: Option<Locale>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path)?;
        }
        if let Some(locale) = self.locale {
            write!(f, " [{}]", locale.tag())?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Where checks put what they find. It knows the file, so that checks need not.
#[derive(Debug)]
pub(crate) struct Reporter<'a> {
    file: String,
    locale: Option<Locale>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(file: &str, locale: Option<Locale>, problems: &'a mut Vec<Problem>) -> Self {
        Self {
            file: file.to_owned(),
            locale,
            problems,
        }
    }

    pub(crate) fn report(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            file: self.file.clone(),
            path: path.into(),
            locale: self.locale,
            message: message.into(),
        });
    }

    /// Goes on in another file of the same language; gives back the one before.
    pub(crate) fn turn_to(&mut self, file: String) -> String {
        std::mem::replace(&mut self.file, file)
    }

    pub(crate) const fn locale(&self) -> Option<Locale> {
        self.locale
    }
}
