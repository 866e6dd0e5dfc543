//! Undo and redo.

use std::collections::VecDeque;

use super::action::{Action, Change, ChangeKind};
use super::model::Checklist;
use super::update::{Rejected, update};

/// Most steps that can be undone. Snapshots share what they have in common, so
/// a step costs about as much memory as the one centre that it changed.
const MAX_STEPS: usize = 200;

/// A change, and the document on its other side: before it for a step that can
/// be undone, after it for one that can be redone.
#[derive(Clone, Debug)]
struct Step {
    change: Change,
    document: Checklist,
}

/// A checklist being worked on: the document, and the way back and forth.
#[derive(Clone, Debug, Default)]
pub struct Session {
    document: Checklist,
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// Whether typing on in the text field of the last step joins that step.
    joining: bool,
    revision: u64,
}

impl Session {
    /// Starts with a document, with nothing to undo.
    pub fn new(document: Checklist) -> Self {
        Self {
            document,
            ..Self::default()
        }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Checklist {
        &self.document
    }

    /// Grows by one with every change of the document, undo and redo included;
    /// never goes back. Compare it to know whether what was saved is current.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Carries out an action as one step that can be undone. Typing on in the
    /// same name or note joins the step before until [`seal`](Self::seal).
    ///
    /// # Errors
    /// [`Rejected`]; nothing has changed then, and what could be undone or
    /// redone still can.
    pub fn apply(&mut self, action: Action) -> Result<(), Rejected> {
        let mut change = Change::of(&action, &self.document);
        let mut next = self.document.clone();
        update(&mut next, action)?;
        change.about_new_centre(&next);

        let joins = self.joining
            && self
                .past
                .back()
                .is_some_and(|last| last.change.continues_in(&change));
        if joins {
            // There is nothing to redo: undoing ends the joining.
            self.set_document(next);
            // Typed and deleted again: a step that does nothing would make the
            // undo button look broken.
            if self
                .past
                .back()
                .is_some_and(|last| last.document == self.document)
            {
                self.past.pop_back();
            }
        } else {
            self.step(change, next);
        }
        self.joining = true;
        Ok(())
    }

    /// Puts another document in place of this one, as one step that can be
    /// undone and is called `kind`.
    ///
    /// # Errors
    /// [`Rejected::NoChange`] if it is the same document.
    pub fn replace(&mut self, document: Checklist, kind: ChangeKind) -> Result<(), Rejected> {
        if document == self.document {
            return Err(Rejected::NoChange);
        }
        self.step(Change::whole(kind), document);
        Ok(())
    }

    /// Ends the joining of edits: what is typed next is a step of its own. For
    /// when a text field loses focus.
    pub fn seal(&mut self) {
        self.joining = false;
    }

    /// Takes the last step back and says which it was; `None` if there is none.
    pub fn undo(&mut self) -> Option<Change> {
        let Step { change, document } = self.past.pop_back()?;
        let document = self.set_document(document);
        self.future.push(Step {
            change: change.clone(),
            document,
        });
        self.joining = false;
        Some(change)
    }

    /// Does the step last undone again and says which it was; `None` if there
    /// is none.
    pub fn redo(&mut self) -> Option<Change> {
        let Step { change, document } = self.future.pop()?;
        let document = self.set_document(document);
        self.past.push_back(Step {
            change: change.clone(),
            document,
        });
        self.joining = false;
        Some(change)
    }

    /// The step that [`undo`](Self::undo) would take back.
    pub fn can_undo(&self) -> Option<&Change> {
        self.past.back().map(|step| &step.change)
    }

    /// The step that [`redo`](Self::redo) would do again.
    pub fn can_redo(&self) -> Option<&Change> {
        self.future.last().map(|step| &step.change)
    }

    fn step(&mut self, change: Change, document: Checklist) {
        let document = self.set_document(document);
        self.past.push_back(Step { change, document });
        if self.past.len() > MAX_STEPS {
            self.past.pop_front();
        }
        self.future.clear();
        self.joining = false;
    }

    /// Returns the document that was there before.
    fn set_document(&mut self, document: Checklist) -> Checklist {
        let before = std::mem::replace(&mut self.document, document);
        self.revision += 1;
        before
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::{Answer, CentreId};

    const A: CentreId = CentreId(1);

    fn add(name: &str) -> Action {
        Action::AddCentre { name: name.into() }
    }

    fn note(criterion: &str, note: &str) -> Action {
        Action::SetNote {
            centre: A,
            criterion: criterion.into(),
            note: note.into(),
        }
    }

    fn rename(name: &str) -> Action {
        Action::RenameCentre {
            id: A,
            name: name.into(),
        }
    }

    fn answer(answer: Answer) -> Action {
        Action::SetAnswer {
            centre: A,
            criterion: "volume".into(),
            answer,
        }
    }

    fn with_one_centre() -> Session {
        let mut session = Session::default();
        session.apply(add("Hospital A")).unwrap();
        session
    }

    /// Applies the actions (`None` seals) and counts the steps they made.
    #[track_caller]
    fn check_steps(actions: Vec<Option<Action>>, expected: usize) {
        let mut session = with_one_centre();
        let before = session.past.len();
        for action in actions {
            match action {
                Some(action) => session.apply(action).unwrap(),
                None => session.seal(),
            }
        }
        assert_eq!(session.past.len() - before, expected);
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        check_steps(
            vec![Some(note("volume", "4")), Some(note("volume", "40"))],
            1,
        );
        check_steps(vec![Some(rename("B")), Some(rename("Bo"))], 1);
        check_steps(
            vec![Some(note("volume", "4")), None, Some(note("volume", "40"))],
            2,
        );
        check_steps(vec![Some(note("volume", "4")), Some(note("team", "4"))], 2);
        check_steps(
            vec![
                Some(note("volume", "4")),
                Some(rename("B")),
                Some(rename("C")),
            ],
            2,
        );
        check_steps(
            vec![
                Some(note("volume", "4")),
                Some(answer(Answer::No)),
                Some(note("volume", "5")),
            ],
            3,
        );
        check_steps(vec![Some(answer(Answer::No)), Some(answer(Answer::Yes))], 2);
        check_steps(vec![Some(note("volume", "4")), Some(note("volume", ""))], 0);
    }

    #[test]
    fn typing_after_undo_is_a_new_step() {
        let mut session = with_one_centre();
        session.apply(note("volume", "4")).unwrap();
        session.seal();
        session.apply(note("volume", "40")).unwrap();
        session.undo();
        session.apply(note("volume", "41")).unwrap();
        session.undo();
        assert_eq!(session.document().note(A, &"volume".into()), "4");
    }

    #[test]
    fn steps_have_names() {
        #[track_caller]
        fn check(session: &Session, kind: ChangeKind, name: &str, criterion: Option<&str>) {
            let change = session.can_undo().unwrap();
            assert_eq!(change.kind, kind);
            assert_eq!(&*change.centre_name, name);
            assert_eq!(change.criterion.as_ref().map(|id| id.as_str()), criterion);
            assert_eq!(change.centre.is_some(), !name.is_empty());
        }
        let mut session = Session::default();
        session.apply(add(" Hospital  B ")).unwrap();
        check(&session, ChangeKind::AddCentre, "Hospital B", None);
        session.apply(rename("B")).unwrap();
        check(&session, ChangeKind::RenameCentre, "Hospital B", None);
        session.apply(answer(Answer::Yes)).unwrap();
        check(&session, ChangeKind::SetAnswer, "B", Some("volume"));
        session.apply(note("team", "x")).unwrap();
        check(&session, ChangeKind::SetNote, "B", Some("team"));
        session
            .apply(Action::SetImportance {
                criterion: "team".into(),
                importance: crate::checklist::Importance::Helpful,
            })
            .unwrap();
        check(&session, ChangeKind::SetImportance, "", Some("team"));
        session.apply(Action::RemoveCentre { id: A }).unwrap();
        check(&session, ChangeKind::RemoveCentre, "B", None);
        session.apply(Action::Clear).unwrap();
        check(&session, ChangeKind::Clear, "", None);
        assert_eq!(session.undo().unwrap().kind, ChangeKind::Clear);
        assert_eq!(session.can_redo().unwrap().kind, ChangeKind::Clear);
        assert_eq!(session.undo().unwrap().kind, ChangeKind::RemoveCentre);
        check(&session, ChangeKind::SetImportance, "", Some("team"));
    }

    #[test]
    fn undoing_a_removal_brings_back_the_same_centre() {
        let mut session = with_one_centre();
        session.apply(answer(Answer::Partly)).unwrap();
        let before = session.document().clone();
        session.apply(Action::RemoveCentre { id: A }).unwrap();
        session.undo();
        assert_eq!(session.document(), &before);
    }

    #[test]
    fn undoing_an_addition_does_not_free_its_id() {
        let mut session = with_one_centre();
        session.undo();
        assert_eq!(session.document(), &Checklist::default());
        session.apply(add("Hospital B")).unwrap();
        assert_eq!(
            session.document().centres().first().unwrap().id(),
            CentreId(2)
        );
    }

    #[test]
    fn typing_and_deleting_leaves_no_step_behind() {
        let mut session = with_one_centre();
        session.apply(add("Hospital B")).unwrap();
        session.undo();
        let before = session.document().clone();
        session.apply(note("volume", "4")).unwrap();
        session.apply(note("volume", "")).unwrap();
        assert_eq!(session.document(), &before);
        assert_eq!(session.can_undo().unwrap().kind, ChangeKind::AddCentre);
    }

    #[test]
    fn a_replaced_document_is_one_step() {
        let mut session = with_one_centre();
        let before = session.document().clone();
        assert_eq!(session.replace(before.clone()), Err(Rejected::NoChange));
        session.replace(Checklist::default()).unwrap();
        assert_eq!(session.can_undo().unwrap().kind, ChangeKind::Replace);
        session.undo();
        assert_eq!(session.document(), &before);
        session.redo();
        assert_eq!(session.document(), &Checklist::default());
    }

    #[test]
    fn what_is_rejected_leaves_redo_and_revision_alone() {
        let mut session = with_one_centre();
        session.apply(answer(Answer::Yes)).unwrap();
        session.undo();
        let revision = session.revision();
        assert_eq!(session.apply(add("")), Err(Rejected::EmptyName));
        assert_eq!(session.revision(), revision);
        assert!(session.redo().is_some());
        assert_eq!(session.revision(), revision + 1);
        assert_eq!(session.redo(), None);
        assert_eq!(session.revision(), revision + 1);
    }

    #[test]
    fn the_way_back_is_bounded() {
        let mut session = with_one_centre();
        for n in 0..MAX_STEPS + 10 {
            let yes = n % 2 == 0;
            session
                .apply(answer(if yes { Answer::Yes } else { Answer::No }))
                .unwrap();
        }
        assert_eq!(session.past.len(), MAX_STEPS);
        while session.undo().is_some() {}
        assert_eq!(session.future.len(), MAX_STEPS);
        while session.redo().is_some() {}
        assert_eq!(session.past.len(), MAX_STEPS);
    }
}
