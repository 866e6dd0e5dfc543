//! Undo and redo.

use std::{collections::VecDeque, sync::Arc};

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
    document: Arc<Checklist>,
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
            document: Arc::new(document),
            ..Self::default()
        }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Checklist {
        &self.document
    }

    /// The same, to keep hold of.
    pub fn shared(&self) -> Arc<Checklist> {
        Arc::clone(&self.document)
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
        let mut next = Checklist::clone(&self.document);
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
                .is_some_and(|last| last.document == *self.document)
            {
                self.past.pop_back();
                // What now is the last step was ended long ago.
                self.joining = false;
            }
        } else {
            self.step(change, next);
            self.joining = true;
        }
        Ok(())
    }

    /// Puts another document in place of this one, as one step that can be
    /// undone and is called `kind`.
    ///
    /// # Errors
    /// [`Rejected::NoChange`] if it is the same document.
    pub fn replace(&mut self, document: Checklist, kind: ChangeKind) -> Result<(), Rejected> {
        if document == *self.document {
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
        let before = std::mem::replace(&mut self.document, Arc::new(document));
        self.revision += 1;
        Arc::unwrap_or_clone(before)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::{
        Answer, CentreId, Choice, CostId, CostLine, Currency, Fact, Importance, OwnKind,
    };
    use crate::date::Date;

    const A: CentreId = CentreId(1);
    const B: CentreId = CentreId(2);

    fn add(name: &str, seed: u32) -> Action {
        Action::AddCentre {
            name: name.into(),
            seed,
        }
    }

    fn note(criterion: &str, note: &str) -> Action {
        Action::SetNote {
            centre: A,
            criterion: criterion.into(),
            note: note.into(),
        }
    }

    fn rename(id: CentreId, name: &str) -> Action {
        Action::RenameCentre {
            id,
            name: name.into(),
        }
    }

    fn answer(answer: Answer) -> Action {
        Action::SetAnswer {
            centre: A,
            criterion: "volume".into(),
            answer,
            on: None,
        }
    }

    fn fact(centre: CentreId, fact: Fact, text: &str) -> Action {
        Action::SetFact {
            centre,
            fact,
            text: text.into(),
        }
    }

    fn cost(centre: CentreId, id: u32, what: &str) -> Action {
        Action::SetCost {
            centre,
            line: CostLine {
                id: CostId(id),
                what: what.into(),
                amount: None,
                currency: Currency::Iqd,
            },
        }
    }

    fn own(number: u32, text: &str) -> Action {
        Action::SetOwn {
            id: format!("own-{number:08x}").as_str().into(),
            text: text.into(),
        }
    }

    fn why(text: &str) -> Action {
        Action::SetWhy(text.into())
    }

    fn next(text: &str) -> Action {
        Action::SetNext(text.into())
    }

    /// One of everything that has a text field.
    fn sample() -> Session {
        let mut session = Session::default();
        for action in [
            add("Hospital A", 1),
            add("Hospital B", 2),
            Action::AddCost { centre: A, seed: 1 },
            Action::AddCost { centre: A, seed: 2 },
            Action::AddCost { centre: B, seed: 1 },
            Action::AddOwn {
                kind: OwnKind::Question,
                text: "x".into(),
                seed: 1,
            },
            Action::AddOwn {
                kind: OwnKind::Criterion,
                text: "x".into(),
                seed: 2,
            },
        ] {
            session.apply(action).unwrap();
        }
        session
    }

    fn with_one_centre() -> Session {
        let mut session = Session::default();
        session.apply(add("Hospital A", 1)).unwrap();
        session
    }

    /// Applies the actions (`None` seals) and counts the steps they made; each
    /// can be taken back.
    #[track_caller]
    fn check_steps(actions: Vec<Option<Action>>, expected: usize) {
        let mut session = sample();
        let before = session.past.len();
        let start = session.document().clone();
        for action in actions {
            match action {
                Some(action) => session.apply(action).unwrap(),
                None => session.seal(),
            }
        }
        assert_eq!(session.past.len() - before, expected);
        for _ in 0..expected {
            session.undo();
        }
        assert_eq!(session.document(), &start);
    }

    /// A text field, as a function of what is typed in it.
    type Field = Box<dyn Fn(&str) -> Action>;

    /// Every field in which one types.
    fn fields() -> Vec<Field> {
        let mut fields: Vec<Field> = vec![
            Box::new(|text| rename(A, text)),
            Box::new(|text| rename(B, text)),
            Box::new(|text| note("volume", text)),
            Box::new(|text| note("team", text)),
            Box::new(|text| cost(A, 1, text)),
            Box::new(|text| cost(A, 2, text)),
            Box::new(|text| cost(B, 1, text)),
            Box::new(|text| own(1, text)),
            Box::new(|text| own(2, text)),
            Box::new(why),
            Box::new(next),
            Box::new(|text| fact(B, Fact::City, text)),
        ];
        for one in Fact::ALL {
            fields.push(Box::new(move |text| fact(A, one, text)));
        }
        fields
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        let fields = fields();
        for (here, field) in fields.iter().enumerate() {
            check_steps(vec![Some(field("4")), Some(field("40"))], 1);
            check_steps(vec![Some(field("4")), None, Some(field("40"))], 2);
            for (there, other) in fields.iter().enumerate() {
                if here != there {
                    check_steps(vec![Some(field("4")), Some(other("40"))], 2);
                    check_steps(
                        vec![Some(field("4")), Some(other("4")), Some(field("40"))],
                        3,
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_not_typed_is_a_step_each() {
        let date = |text| Date::parse(text);
        let appointment = |on| Action::SetAppointment { centre: A, on };
        let weigh = |importance| Action::SetImportance {
            criterion: "volume".into(),
            importance,
        };
        let (volume, first) = ("volume", date("2026-11-24"));
        for (one, two) in [
            (answer(Answer::No), answer(Answer::Yes)),
            (appointment(first), appointment(date("2026-11-25"))),
            (weigh(Importance::Helpful), weigh(Importance::Essential)),
            (
                Action::SetChoice(Choice::None),
                Action::SetChoice(Choice::Centre(A)),
            ),
            (fact(A, Fact::City, "x"), appointment(first)),
            (
                cost(A, 1, "x"),
                Action::RemoveCost {
                    centre: A,
                    cost: CostId(1),
                },
            ),
            (
                own(1, "y"),
                Action::RemoveOwn {
                    id: "own-00000001".into(),
                },
            ),
            (
                note(volume, "x"),
                Action::SetDate {
                    centre: A,
                    criterion: volume.into(),
                    on: first,
                },
            ),
            (
                Action::SetCard {
                    centre: A,
                    card: None,
                },
                Action::SetCard {
                    centre: A,
                    card: Some(Vec::new()),
                },
            ),
        ] {
            let mut session = sample();
            let before = session.past.len();
            let first = usize::from(session.apply(one).is_ok());
            session.apply(two).unwrap();
            assert_eq!(session.past.len() - before, first + 1);
        }
    }

    #[test]
    fn typing_and_deleting_leaves_no_step_behind() {
        for field in fields() {
            // What stands in the field, so that it can be typed again.
            let mut session = sample();
            session.apply(field("before")).unwrap();
            session.seal();
            let steps = session.past.len();
            let before = session.document().clone();
            session.apply(field("4")).unwrap();
            session.apply(field("before")).unwrap();
            assert_eq!(session.document(), &before);
            assert_eq!(session.past.len(), steps);
            // The step that is now the last was ended when the field was left.
            session.apply(field("5")).unwrap();
            assert_eq!(session.past.len(), steps + 1);
            session.undo();
            assert_eq!(session.document(), &before);
        }
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
        use ChangeKind as Kind;
        let criterion = "volume";
        let on = Date::parse("2026-11-24");
        // What is done, its name, the centre and the criterion it names.
        let deeds = [
            (add(" Hospital  B ", 1), Kind::AddCentre, "Hospital B", ""),
            (rename(A, "B"), Kind::RenameCentre, "Hospital B", ""),
            (answer(Answer::Yes), Kind::SetAnswer, "B", criterion),
            (
                Action::SetAnswers {
                    centre: A,
                    answers: vec![("icu".into(), Answer::No)],
                    on: None,
                },
                Kind::SetAnswer,
                "B",
                "",
            ),
            (
                Action::SetWho {
                    centre: A,
                    criterion: criterion.into(),
                    who: Some(crate::checklist::WhoSaid::Staff),
                },
                Kind::SetReply,
                "B",
                criterion,
            ),
            (
                Action::SetDate {
                    centre: A,
                    criterion: criterion.into(),
                    on,
                },
                Kind::SetReply,
                "B",
                criterion,
            ),
            (note("team", "x"), Kind::SetNote, "B", "team"),
            (
                Action::SetImportance {
                    criterion: "team".into(),
                    importance: Importance::Helpful,
                },
                Kind::SetImportance,
                "",
                "team",
            ),
            (fact(A, Fact::City, "Erbil"), Kind::SetFact, "B", ""),
            (
                Action::SetAppointment { centre: A, on },
                Kind::SetFact,
                "B",
                "",
            ),
            (
                Action::AddCost { centre: A, seed: 1 },
                Kind::SetCosts,
                "B",
                "",
            ),
            (cost(A, 1, "x"), Kind::SetCosts, "B", ""),
            (
                Action::RemoveCost {
                    centre: A,
                    cost: CostId(1),
                },
                Kind::SetCosts,
                "B",
                "",
            ),
            (
                Action::SetCard {
                    centre: A,
                    card: Some(Vec::new()),
                },
                Kind::SetCard,
                "B",
                "",
            ),
            (
                Action::AddOwn {
                    kind: OwnKind::Question,
                    text: "x".into(),
                    seed: 1,
                },
                Kind::SetOwn,
                "",
                "",
            ),
            (own(1, "y"), Kind::SetOwn, "", "own-00000001"),
            (
                Action::RemoveOwn {
                    id: "own-00000001".into(),
                },
                Kind::SetOwn,
                "",
                "own-00000001",
            ),
            (Action::SetChoice(Choice::Centre(A)), Kind::Decide, "", ""),
            (why("x"), Kind::Decide, "", ""),
            (next("x"), Kind::Decide, "", ""),
            (
                Action::SetRecord(on.map(|on| crate::checklist::Record {
                    on,
                    standings: Box::default(),
                })),
                Kind::Decide,
                "",
                "",
            ),
            (
                Action::AddAnswered {
                    name: " C ".into(),
                    seed: 2,
                    answers: Vec::new(),
                    on: None,
                },
                Kind::AddCentre,
                "C",
                "",
            ),
            (
                Action::MoveCentre { id: B, to: 0 },
                Kind::MoveCentre,
                "C",
                "",
            ),
            (
                Action::AddExample {
                    names: ["D".into(), "E".into()],
                    seed: 3,
                    rules: Vec::new(),
                },
                Kind::AddExample,
                "",
                "",
            ),
            (Action::RemoveExample, Kind::RemoveExample, "", ""),
            (Action::RemoveCentre { id: A }, Kind::RemoveCentre, "B", ""),
            (Action::Clear, Kind::Clear, "", ""),
        ];
        let mut session = Session::default();
        let mut names = Vec::new();
        for (action, kind, name, criterion) in deeds {
            session.apply(action).unwrap();
            let change = session.can_undo().unwrap();
            assert_eq!(change.kind, kind);
            assert_eq!(&*change.centre_name, name);
            assert_eq!(change.centre.is_some(), !name.is_empty());
            let named = change.criterion.as_ref().map_or("", |id| id.as_str());
            assert_eq!(named, criterion);
            names.push(change.clone());
        }
        for change in names.iter().rev() {
            assert_eq!(session.undo().as_ref(), Some(change));
            assert_eq!(session.can_redo(), Some(change));
        }
        for change in &names {
            assert_eq!(session.redo().as_ref(), Some(change));
        }
    }

    #[test]
    fn undoing_a_removal_brings_back_the_same_centre() {
        let mut session = with_one_centre();
        session.apply(answer(Answer::Partly)).unwrap();
        session.apply(fact(A, Fact::City, "Erbil")).unwrap();
        session.apply(Action::SetChoice(Choice::Centre(A))).unwrap();
        let before = session.document().clone();
        session.apply(Action::RemoveCentre { id: A }).unwrap();
        session.undo();
        assert_eq!(session.document(), &before);
    }

    #[test]
    fn a_replaced_document_is_one_step() {
        for kind in [ChangeKind::Replace, ChangeKind::Merge, ChangeKind::Follow] {
            let mut session = with_one_centre();
            let before = session.document().clone();
            assert_eq!(
                session.replace(before.clone(), kind),
                Err(Rejected::NoChange)
            );
            session.replace(Checklist::default(), kind).unwrap();
            assert_eq!(session.can_undo().unwrap().kind, kind);
            session.undo();
            assert_eq!(session.document(), &before);
            session.redo();
            assert_eq!(session.document(), &Checklist::default());
        }
    }

    #[test]
    fn typing_does_not_join_across_a_replaced_document() {
        let mut session = with_one_centre();
        session.apply(note("volume", "4")).unwrap();
        let typed = session.document().clone();
        let mut other = Session::new(typed.clone());
        other.apply(answer(Answer::Yes)).unwrap();
        session
            .replace(other.document().clone(), ChangeKind::Follow)
            .unwrap();
        session.apply(note("volume", "40")).unwrap();
        session.undo();
        assert_eq!(session.document(), other.document());
        session.undo();
        assert_eq!(session.document(), &typed);
    }

    #[test]
    fn what_is_rejected_leaves_redo_and_revision_alone() {
        let mut session = with_one_centre();
        session.apply(answer(Answer::Yes)).unwrap();
        session.undo();
        let revision = session.revision();
        assert_eq!(session.apply(add("", 2)), Err(Rejected::EmptyName));
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
