//! The evidence file: what the literature says, entry by entry, and whether
//! its figures may be published. Sources name the entries that rest on them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::study::Cancer;

/// An entry of the evidence file.
#[derive(Debug, Clone, Deserialize)]
pub struct Evidence {
    /// Its id, such as `1a`.
    pub id: String,
    /// What it is about, in a few words.
    pub topic: String,
    /// The cancers it is about; none where it holds for all.
    pub cancers: Vec<Cancer>,
    /// What it says, in a sentence.
    pub claim: String,
    /// The figures as published.
    pub figures: Option<String>,
    /// What to know about it, further figures among it.
    pub note: Option<String>,
    /// Whether it speaks for HIPEC, against, or leaves the question open.
    pub direction: String,
    /// `yes`, or what is to be done before its figures may be published.
    pub publish: String,
}

impl Evidence {
    /// Whether its figures may be published.
    #[must_use]
    pub fn may_be_published(&self) -> bool {
        self.publish == "yes"
    }

    /// Whether its figures, or its note, have a number as it is printed.
    #[must_use]
    pub fn prints(&self, number: &str) -> bool {
        [&self.figures, &self.note]
            .into_iter()
            .flatten()
            .flat_map(|text| text.split(|c: char| !c.is_ascii_digit() && c != '.'))
            .any(|printed| printed.trim_matches('.') == number)
    }

    /// Whether it says that HIPEC does not help, does harm, or that nobody
    /// knows: what a page must not leave out.
    #[must_use]
    pub fn is_cautionary(&self) -> bool {
        ["negative", "uncertain", "unknown", "harm"]
            .iter()
            .any(|word| self.direction.contains(word))
    }
}

/// The name under which sources speak for the table of what makes a good
/// centre, which is no entry.
pub const CENTRE_CRITERIA: &str = "centre-criteria";

/// Every entry by id.
pub type Entries = BTreeMap<String, Evidence>;

/// Every entry by id.
///
/// # Errors
/// What is wrong with the file.
pub fn all() -> Result<Entries, String> {
    let entries: Vec<Evidence> =
        serde_json::from_str(include_str!("../../../evidence/evidence.json"))
            .map_err(|error| format!("evidence.json: {error}"))?;
    let by_id = entries.into_iter().map(|entry| (entry.id.clone(), entry));
    Ok(by_id.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::*;

    #[test]
    fn the_file_is_read() {
        let all = all().unwrap();
        let entry = |id| all.get(id).unwrap();
        assert!(entry("1a").may_be_published() && entry("1a").is_cautionary());
        assert!(!entry("5").may_be_published() && entry("5").is_cautionary());
        assert!(!entry("2c").is_cautionary());
        assert_eq!(entry("5").cancers, [Cancer::Stomach]);
        assert!(entry("1a").prints("41.7") && entry("1a").prints("0.63"));
        assert!(!entry("1a").prints("1.7") && !entry("1a").prints("4"));
    }
}
