//! What the checklist holds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::by_criterion::ByCriterion;
use super::limits::MAX_CRITERION_ID_BYTES;

/// Names a criterion of the content. Stable across visits and languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CriterionId(Box<str>);

impl CriterionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id can be stored: 1 to
    /// [`MAX_CRITERION_ID_BYTES`] visible ASCII characters.
    pub fn is_valid(&self) -> bool {
        (1..=MAX_CRITERION_ID_BYTES).contains(&self.0.len())
            && self.0.bytes().all(|b| b.is_ascii_graphic())
    }
}

impl From<&str> for CriterionId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

/// Names a centre within one checklist, from 1 up. Not given out twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CentreId(pub(super) u32);

impl CentreId {
    /// The number, for element ids and addresses.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// How much a criterion matters to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// A centre without it is no option. Warned about, never averaged.
    Essential,
    /// Weighs twice as much as helpful.
    Important,
    /// Weighs, but less.
    Helpful,
    /// Left out of everything that is computed.
    NotForMe,
}

impl Importance {
    /// Every importance, from the heaviest to the lightest.
    pub const ALL: [Self; 4] = [
        Self::Essential,
        Self::Important,
        Self::Helpful,
        Self::NotForMe,
    ];

    /// The word in files and form values; the same as in serde. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Important => "important",
            Self::Helpful => "helpful",
            Self::NotForMe => "not-for-me",
        }
    }

    /// The importance with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|importance| importance.code() == code)
    }
}

/// What the person knows about one criterion at one centre.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nobody has asked yet.
    #[default]
    NotAsked,
    /// The centre meets it.
    Yes,
    /// The centre meets half of it.
    Partly,
    /// The centre does not meet it.
    No,
    /// Asked, and they would not say. As unknown as [`Answer::NotAsked`] to the
    /// range, and a warning besides.
    WouldNotSay,
}

impl Answer {
    /// Every answer, the default first.
    pub const ALL: [Self; 5] = [
        Self::NotAsked,
        Self::Yes,
        Self::Partly,
        Self::No,
        Self::WouldNotSay,
    ];

    /// The word in files and form values; the same as in serde. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::WouldNotSay => "would-not-say",
        }
    }

    /// The answer with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }

    /// Whether the truth is still unknown: not asked, or they would not say.
    pub fn is_open(self) -> bool {
        match self {
            Self::NotAsked | Self::WouldNotSay => true,
            Self::Yes | Self::Partly | Self::No => false,
        }
    }
}

/// What is stored about one criterion at one centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub answer: Answer,
    /// The person's own words; may be empty, may have several lines.
    pub note: Box<str>,
}

impl Entry {
    /// Whether there is nothing to store.
    pub(super) fn says_nothing(&self) -> bool {
        self.answer == Answer::NotAsked && self.note.is_empty()
    }
}

/// A hospital or clinic that the person is weighing up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    pub(super) id: CentreId,
    pub(super) name: Box<str>,
    pub(super) entries: ByCriterion<Entry>,
}

impl Centre {
    /// The id of the centre.
    pub fn id(&self) -> CentreId {
        self.id
    }

    /// The name the person gave it: never empty, one line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The answer to a criterion; not asked, where nothing is stored.
    pub fn answer(&self, criterion: &CriterionId) -> Answer {
        self.entries
            .get(criterion)
            .map_or(Answer::NotAsked, |entry| entry.answer)
    }

    /// The note on a criterion; empty, where nothing is stored.
    pub fn note(&self, criterion: &CriterionId) -> &str {
        self.entries.get(criterion).map_or("", |entry| &entry.note)
    }

    /// All that is stored, sorted by criterion, also for criteria that content
    /// no longer has.
    pub fn entries(&self) -> &[(CriterionId, Entry)] {
        self.entries.as_slice()
    }
}

/// Everything the person has entered.
///
/// A clone costs a few pointers: snapshots share what has not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    pub(super) centres: Vec<Arc<Centre>>,
    pub(super) importance: Arc<ByCriterion<Importance>>,
    pub(super) next_id: u32,
}

impl Default for Checklist {
    fn default() -> Self {
        Self {
            centres: Vec::new(),
            importance: Arc::default(),
            next_id: 1,
        }
    }
}

impl Checklist {
    /// The centres in the person's order. A centre that has just been added is
    /// the last.
    pub fn centres(&self) -> &[Arc<Centre>] {
        &self.centres
    }

    /// The centre with this id, if it is there.
    pub fn centre(&self, id: CentreId) -> Option<&Centre> {
        self.centres
            .iter()
            .find(|centre| centre.id == id)
            .map(AsRef::as_ref)
    }

    /// The answer to a criterion; not asked, where nothing is stored.
    pub fn answer(&self, centre: CentreId, criterion: &CriterionId) -> Answer {
        self.centre(centre)
            .map_or(Answer::NotAsked, |centre| centre.answer(criterion))
    }

    /// The note on a criterion; empty, where nothing is stored.
    pub fn note(&self, centre: CentreId, criterion: &CriterionId) -> &str {
        self.centre(centre)
            .map_or("", |centre| centre.note(criterion))
    }

    /// The person's importance for a criterion, else the one that content gives.
    pub fn importance_of(&self, rule: &Rule) -> Importance {
        self.chosen_importance(&rule.id).unwrap_or(rule.importance)
    }

    /// The importance the person chose, if they did. It may equal the default
    /// of the content, and then still outlives a change of that default.
    pub fn chosen_importance(&self, criterion: &CriterionId) -> Option<Importance> {
        self.importance.get(criterion).copied()
    }

    /// An id for a new centre.
    ///
    /// Only a hostile file can bring the counter to its end. Then ids that are
    /// free now have to do, because a person who can never add a centre again
    /// is worse off than one whose undone centre shares its id with a new one.
    pub(super) fn take_id(&mut self) -> CentreId {
        let id = CentreId(self.next_id);
        match self.next_id.checked_add(1) {
            Some(next_id) => {
                self.next_id = next_id;
                id
            }
            None => (1..)
                .map(CentreId)
                .find(|&id| self.centre(id).is_none())
                .unwrap_or(id),
        }
    }

    /// Whether the person has entered nothing at all.
    pub fn is_empty(&self) -> bool {
        self.centres.is_empty() && self.importance.as_slice().is_empty()
    }
}

/// A criterion as far as computing with it goes.
///
/// Selectors take the rules that content has today. Entries about any other
/// criterion are kept in the document and ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The criterion; each occurs once in a list of rules.
    pub id: CriterionId,
    /// How much it matters unless the person says otherwise.
    pub importance: Importance,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn codes_are_the_words_of_serde() {
        for answer in Answer::ALL {
            assert_eq!(Answer::from_code(answer.code()), Some(answer));
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.code());
        }
        for importance in Importance::ALL {
            assert_eq!(Importance::from_code(importance.code()), Some(importance));
            assert_eq!(serde_json::to_value(importance).unwrap(), importance.code());
        }
        assert_eq!(Answer::from_code("Yes"), None);
        assert_eq!(Importance::from_code(""), None);
    }

    #[test]
    fn rules_are_read_from_content() {
        let rule: Rule =
            serde_json::from_str(r#"{"id":"surgeon-volume","importance":"not-for-me"}"#).unwrap();
        assert_eq!(rule.id.as_str(), "surgeon-volume");
        assert_eq!(rule.importance, Importance::NotForMe);
    }

    #[test]
    fn ids_that_can_be_stored() {
        #[track_caller]
        fn check(id: &str, expected: bool) {
            assert_eq!(CriterionId::from(id).is_valid(), expected, "{id:?}");
        }
        check("surgeon-volume", true);
        check(&"x".repeat(MAX_CRITERION_ID_BYTES), true);
        check(&"x".repeat(MAX_CRITERION_ID_BYTES + 1), false);
        check("", false);
        check("two words", false);
        check("سؤال", false);
        check("a\n", false);
    }
}
