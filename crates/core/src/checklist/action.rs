//! What a person can do to a checklist, and what each deed is called.

use super::model::{Answer, CentreId, Checklist, CriterionId, Importance};

/// One change that the person asks for. Texts come as typed;
/// [`update`](super::update) cleans them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Adds a centre at the end.
    AddCentre {
        /// Its name.
        name: String,
    },
    /// Gives a centre another name.
    RenameCentre {
        /// The centre.
        id: CentreId,
        /// Its new name.
        name: String,
    },
    /// Removes a centre with all its answers and notes.
    RemoveCentre {
        /// The centre.
        id: CentreId,
    },
    /// Moves a centre to another place in the list.
    MoveCentre {
        /// The centre.
        id: CentreId,
        /// Its place afterwards, from 0; anything past the end means the last.
        to: usize,
    },
    /// Records an answer.
    SetAnswer {
        /// The centre.
        centre: CentreId,
        /// The criterion.
        criterion: CriterionId,
        /// The answer; [`Answer::NotAsked`] takes an answer back.
        answer: Answer,
    },
    /// Records a note beside an answer.
    SetNote {
        /// The centre.
        centre: CentreId,
        /// The criterion.
        criterion: CriterionId,
        /// The whole note; an empty one removes it.
        note: String,
    },
    /// Says how much a criterion matters. This does not know the defaults of
    /// content: going back to the default is stored as a choice like any other.
    SetImportance {
        /// The criterion.
        criterion: CriterionId,
        /// How much it matters.
        importance: Importance,
    },
    /// Erases everything the person has entered.
    Clear,
}

/// The sort of a change that can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// A centre was added.
    AddCentre,
    /// A centre was renamed.
    RenameCentre,
    /// A centre was removed.
    RemoveCentre,
    /// A centre was moved.
    MoveCentre,
    /// An answer was recorded.
    SetAnswer,
    /// A note was written.
    SetNote,
    /// The importance of a criterion was changed.
    SetImportance,
    /// Everything was erased.
    Clear,
    /// The whole document was replaced, by a file for example.
    Replace,
}

/// A change by name, so that a button can say "Undo: answer for Hospital B".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// The centre it was done to, if it was one. It may be gone by now.
    pub centre: Option<CentreId>,
    /// The name of that centre before the change (for a new centre, its name),
    /// empty if there was no centre.
    pub centre_name: Box<str>,
    /// The criterion it was about, if it was one.
    pub criterion: Option<CriterionId>,
}

impl Change {
    /// A change of the document as a whole.
    pub(super) fn whole(kind: ChangeKind) -> Self {
        Self {
            kind,
            centre: None,
            centre_name: Box::default(),
            criterion: None,
        }
    }

    /// The name of an action about to be applied to `before`. A new centre has
    /// no id and no name yet: see [`Change::about_new_centre`].
    pub(super) fn of(action: &Action, before: &Checklist) -> Self {
        let (kind, centre, criterion) = match action {
            Action::AddCentre { .. } => (ChangeKind::AddCentre, None, None),
            Action::RenameCentre { id, .. } => (ChangeKind::RenameCentre, Some(*id), None),
            Action::RemoveCentre { id } => (ChangeKind::RemoveCentre, Some(*id), None),
            Action::MoveCentre { id, .. } => (ChangeKind::MoveCentre, Some(*id), None),
            Action::SetAnswer {
                centre, criterion, ..
            } => (ChangeKind::SetAnswer, Some(*centre), Some(criterion)),
            Action::SetNote {
                centre, criterion, ..
            } => (ChangeKind::SetNote, Some(*centre), Some(criterion)),
            Action::SetImportance { criterion, .. } => {
                (ChangeKind::SetImportance, None, Some(criterion))
            }
            Action::Clear => (ChangeKind::Clear, None, None),
        };
        let name = centre
            .and_then(|id| before.centre(id))
            .map_or("", |centre| centre.name());
        Self {
            kind,
            centre,
            centre_name: name.into(),
            criterion: criterion.cloned(),
        }
    }

    /// Fills in the centre that adding has just put at the end of `after`.
    pub(super) fn about_new_centre(&mut self, after: &Checklist) {
        if self.kind == ChangeKind::AddCentre
            && let Some(centre) = after.centres().last()
        {
            self.centre = Some(centre.id());
            self.centre_name = centre.name().into();
        }
    }

    /// Whether this is typing in one text field, and `next` is typing in the
    /// same one.
    pub(super) fn continues_in(&self, next: &Self) -> bool {
        matches!(self.kind, ChangeKind::SetNote | ChangeKind::RenameCentre)
            && self.kind == next.kind
            && self.centre == next.centre
            && self.criterion == next.criterion
    }
}
