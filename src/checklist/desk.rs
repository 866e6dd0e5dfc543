//! What all views of the checklist share: the document, its words, and the
//! only way to change it.

use hipec_core::{
    checklist::{
        Action, Centre, CentreId, Change, ChangeKind, Checklist, Rejected, Rule, Session, limits,
    },
    content::ChecklistData,
    locale::Locale,
    words::{ChecklistText, Words, isolate},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether what the person entered is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// The page has not been taken over yet.
    Starting,
    /// There is nothing to save.
    Nothing,
    /// A change is about to be written.
    Saving,
    /// What is on the screen is what is stored.
    Saved,
    /// It could not be written.
    Failed(SaveError),
}

/// Why something could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// The device has no space left.
    Full,
    /// The browser lets the page keep nothing.
    Blocked,
    /// What was written does not read back the same.
    Mismatch,
    /// Another window changed the list meanwhile.
    OtherTab,
    /// The stored list belongs to a newer version and must not be touched.
    Newer,
}

/// What was found when the stored list was opened, besides the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be read and has been set aside; this is its text.
    Unreadable(String),
    /// It was written by a newer version.
    Newer,
    /// So many entries had to be mended; the original has been kept.
    Repaired(usize),
}

/// The document, its words, and the only way to change it. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    session: RwSignal<Session>,
    words: StoredValue<Words<ChecklistText>>,
    rules: StoredValue<Vec<Rule>>,
    questions: StoredValue<Vec<String>>,
    /// The reader's language.
    pub locale: Locale,
    /// The centre whose answers are being marked.
    pub open: RwSignal<Option<CentreId>>,
    /// Whether what was entered is safe.
    pub save: RwSignal<SaveState>,
    /// What was found when the stored list was opened.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Why the last change was refused, in words; empty if it was not.
    pub refusal: RwSignal<String>,
    /// What a screen reader is to be told.
    pub said: RwSignal<String>,
}

impl Desk {
    /// An empty desk for the page's criteria.
    #[must_use]
    pub fn new(locale: Locale, page: &ChecklistData) -> Self {
        let criteria = page.groups.iter().flat_map(|group| &group.criteria);
        Self {
            session: RwSignal::new(Session::new(Checklist::default())),
            words: StoredValue::new(page.words.clone()),
            rules: StoredValue::new(
                criteria
                    .clone()
                    .map(|criterion| criterion.rule.clone())
                    .collect(),
            ),
            questions: StoredValue::new(
                criteria
                    .map(|criterion| criterion.question.clone())
                    .collect(),
            ),
            locale,
            open: RwSignal::new(None),
            save: RwSignal::new(SaveState::Starting),
            trouble: RwSignal::new(None),
            refusal: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// Does what the person asked for. What is refused leaves everything as it
    /// was, and says why.
    pub fn dispatch(self, action: Action) {
        let result = self.session.try_update(|session| session.apply(action));
        match result {
            Some(Err(Rejected::NoChange)) | Some(Ok(())) | None => self.refusal.set(String::new()),
            Some(Err(rejected)) => self.refusal.set(self.refused(rejected)),
        }
        self.keep_open_valid();
    }

    /// Ends the current run of edits of one text, so that the next one can be
    /// undone by itself.
    pub fn seal(self) {
        // A field that is being removed with its page loses the focus last of all.
        let _ = self.session.try_update_untracked(Session::seal);
    }

    /// Takes the last change back.
    pub fn undo(self) {
        if let Some(Some(change)) = self.session.try_update(Session::undo) {
            let what = self.change(&change);
            self.said
                .set(self.fill(ChecklistText::UndoWhat, &[("change", &what)]));
        }
        self.keep_open_valid();
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        if let Some(Some(change)) = self.session.try_update(Session::redo) {
            let what = self.change(&change);
            self.said
                .set(self.fill(ChecklistText::RedoWhat, &[("change", &what)]));
        }
        self.keep_open_valid();
    }

    /// Starts over from a stored document, without a step to undo.
    pub fn begin_with(self, document: Checklist) {
        self.session.set(Session::new(document));
        self.keep_open_valid();
    }

    /// Takes over a document from elsewhere, as one step to undo.
    pub fn replace(self, document: Checklist) {
        let _ = self.session.try_update(|session| session.replace(document));
        self.keep_open_valid();
    }

    fn keep_open_valid(self) {
        let open = self.open.get_untracked();
        let valid = self.session.with_untracked(|session| {
            let document = session.document();
            match open {
                Some(id) if document.centre(id).is_some() => Some(id),
                _ => document.centres().first().map(|centre| centre.id()),
            }
        });
        if valid != open {
            self.open.set(valid);
        }
    }

    /// Reads the document, and follows its changes.
    pub fn with<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        self.session.with(|session| read(session.document()))
    }

    /// Reads the document as it is now.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        self.session
            .with_untracked(|session| read(session.document()))
    }

    /// Reads a centre, and follows its changes.
    pub fn with_centre<T>(
        self,
        id: CentreId,
        read: impl FnOnce(&Checklist, &Centre, &[Rule]) -> T,
    ) -> Option<T> {
        self.session.with(|session| {
            let document = session.document();
            let centre = document.centre(id)?;
            Some(self.rules.with_value(|rules| read(document, centre, rules)))
        })
    }

    /// A centre's name; empty once it is gone.
    #[must_use]
    pub fn name(self, id: CentreId) -> String {
        self.with(|document| {
            document
                .centre(id)
                .map(|centre| centre.name().to_owned())
                .unwrap_or_default()
        })
    }

    /// A centre's place in the list, from 0, and how many there are.
    #[must_use]
    pub fn place(self, id: CentreId) -> (usize, usize) {
        self.with(|document| {
            let centres = document.centres();
            (
                centres
                    .iter()
                    .position(|centre| centre.id() == id)
                    .unwrap_or_default(),
                centres.len(),
            )
        })
    }

    /// A number that grows with every change.
    #[must_use]
    pub fn revision(self) -> u64 {
        self.session.with(Session::revision)
    }

    /// The same, without following it.
    #[must_use]
    pub fn revision_untracked(self) -> u64 {
        self.session.with_untracked(Session::revision)
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn undoable(self) -> Option<String> {
        self.session
            .with(|session| session.can_undo().map(|change| self.change(change)))
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn redoable(self) -> Option<String> {
        self.session
            .with(|session| session.can_redo().map(|change| self.change(change)))
    }

    /// A word of the checklist.
    #[must_use]
    pub fn text(self, key: ChecklistText) -> String {
        self.words.with_value(|words| words.get(key).to_owned())
    }

    /// A sentence with its placeholders filled in.
    #[must_use]
    pub fn fill(self, key: ChecklistText, values: &[(&str, &str)]) -> String {
        self.words.with_value(|words| words.fill(key, values))
    }

    /// A sentence with a count.
    #[must_use]
    pub fn count(self, key: ChecklistText, count: usize) -> String {
        self.words
            .with_value(|words| words.count(key, self.locale, count))
    }

    /// The question of a criterion; its id if the content has it no longer.
    #[must_use]
    pub fn question(self, id: &str) -> String {
        let position = self
            .rules
            .with_value(|rules| rules.iter().position(|rule| rule.id.as_str() == id));
        position
            .and_then(|at| {
                self.questions
                    .with_value(|questions| questions.get(at).cloned())
            })
            .unwrap_or_else(|| id.to_owned())
    }

    fn change(self, change: &Change) -> String {
        let key = match change.kind {
            ChangeKind::AddCentre => ChecklistText::ChangeAddCentre,
            ChangeKind::RenameCentre => ChecklistText::ChangeRenameCentre,
            ChangeKind::RemoveCentre => ChecklistText::ChangeRemoveCentre,
            ChangeKind::MoveCentre => ChecklistText::ChangeMoveCentre,
            ChangeKind::SetAnswer => ChecklistText::ChangeAnswer,
            ChangeKind::SetNote => ChecklistText::ChangeNote,
            ChangeKind::SetImportance => ChecklistText::ChangeImportance,
            ChangeKind::Clear => ChecklistText::ChangeClear,
            ChangeKind::Replace => ChecklistText::ChangeReplace,
        };
        self.fill(key, &[("centre", &isolate(&change.centre_name))])
    }

    fn refused(self, rejected: Rejected) -> String {
        let (key, limit) = match rejected {
            Rejected::EmptyName => (ChecklistText::RejectedEmptyName, 0),
            Rejected::NameTooLong => (ChecklistText::RejectedNameTooLong, limits::MAX_NAME_CHARS),
            Rejected::NoteTooLong => (ChecklistText::RejectedNoteTooLong, limits::MAX_NOTE_CHARS),
            Rejected::TooManyCentres => {
                (ChecklistText::RejectedTooManyCentres, limits::MAX_CENTRES)
            }
            Rejected::NoChange
            | Rejected::TooManyCriteria
            | Rejected::UnknownCentre
            | Rejected::BadCriterion
            | Rejected::Full => (ChecklistText::RejectedOther, 0),
        };
        self.fill(key, &[("limit", &limit.to_string())])
    }

    /// The centres' ids in their order.
    #[must_use]
    pub fn centre_ids(self) -> Vec<CentreId> {
        self.with(|document| {
            document
                .centres()
                .iter()
                .map(|centre: &Arc<Centre>| centre.id())
                .collect()
        })
    }
}
