//! What a person can do to a checklist, and what each deed is called.

use super::model::{
    Answer, CentreId, Checklist, Choice, CostId, CostLine, CriterionId, Fact, Importance, OwnKind,
    Record, Rule, WhoSaid,
};
use crate::date::Date;

/// One change that the person asks for. Texts come as typed;
/// [`update`](super::update) cleans them. Whatever gets an id takes it from a
/// `seed`, any random number: chance is not for pure code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Adds a centre at the end.
    AddCentre {
        /// Its name.
        name: String,
        /// A random number.
        seed: u32,
    },
    /// Adds a centre at the end that has answers already, because they were
    /// given before there was a centre to give them to.
    AddAnswered {
        /// Its name.
        name: String,
        /// A random number.
        seed: u32,
        /// The answers.
        answers: Vec<(CriterionId, Answer)>,
        /// The day on which they were given.
        on: Option<Date>,
    },
    /// Adds the filled example: two centres that are marked as made up.
    AddExample {
        /// Their names.
        names: [String; 2],
        /// A random number.
        seed: u32,
        /// The criteria to answer.
        rules: Vec<Rule>,
    },
    /// Removes the centres of the example, and nothing else.
    RemoveExample,
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
        /// The answer; [`Answer::NotAsked`] takes an answer back, and who gave
        /// it and when with it. Any answer settles what two lists disagree on.
        answer: Answer,
        /// The day on which it was given.
        on: Option<Date>,
    },
    /// Records several answers at one centre at once.
    SetAnswers {
        /// The centre.
        centre: CentreId,
        /// The answers.
        answers: Vec<(CriterionId, Answer)>,
        /// The day on which they were given.
        on: Option<Date>,
    },
    /// Says who gave an answer.
    SetWho {
        /// The centre.
        centre: CentreId,
        /// The criterion.
        criterion: CriterionId,
        /// Who; `None` if not known any more.
        who: Option<WhoSaid>,
    },
    /// Says when an answer was given.
    SetDate {
        /// The centre.
        centre: CentreId,
        /// The criterion.
        criterion: CriterionId,
        /// The day; `None` if not known any more.
        on: Option<Date>,
    },
    /// Chooses between what two lists say about one criterion.
    Settle {
        /// The centre.
        centre: CentreId,
        /// The criterion.
        criterion: CriterionId,
        /// Whether to take what the other list says.
        other: bool,
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
    /// Records a practical fact.
    SetFact {
        /// The centre.
        centre: CentreId,
        /// Which.
        fact: Fact,
        /// The whole text; an empty one removes it.
        text: String,
    },
    /// Records the day of the appointment.
    SetAppointment {
        /// The centre.
        centre: CentreId,
        /// The day; `None` if there is none.
        on: Option<Date>,
    },
    /// Adds an empty line of costs at the end.
    AddCost {
        /// The centre.
        centre: CentreId,
        /// A random number.
        seed: u32,
    },
    /// Changes a line of costs.
    SetCost {
        /// The centre.
        centre: CentreId,
        /// The line as it shall be; its id says which.
        line: CostLine,
    },
    /// Removes a line of costs.
    RemoveCost {
        /// The centre.
        centre: CentreId,
        /// The line.
        cost: CostId,
    },
    /// Picks the questions for the next conversation at a centre.
    SetCard {
        /// The centre.
        centre: CentreId,
        /// The questions in their order; `None`: the usual ones again.
        card: Option<Vec<CriterionId>>,
    },
    /// Adds a criterion or question of one's own.
    AddOwn {
        /// Whether it can be compared by.
        kind: OwnKind,
        /// The question.
        text: String,
        /// A random number.
        seed: u32,
    },
    /// Rewords an own criterion or question.
    SetOwn {
        /// Which.
        id: CriterionId,
        /// The question.
        text: String,
    },
    /// Removes an own criterion or question with all answers to it.
    RemoveOwn {
        /// Which.
        id: CriterionId,
    },
    /// Records what was chosen.
    SetChoice(Choice),
    /// Records why.
    SetWhy(String),
    /// Records what comes next.
    SetNext(String),
    /// Records what was known on the day of the decision, or takes it back.
    SetRecord(Option<Record>),
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
    /// Who gave an answer, or when, was recorded, or two lists were settled.
    SetReply,
    /// A practical fact or the appointment was recorded.
    SetFact,
    /// The costs were changed.
    SetCosts,
    /// The questions for a conversation were picked.
    SetCard,
    /// The importance of a criterion was changed.
    SetImportance,
    /// A criterion or question of one's own was added, reworded or removed.
    SetOwn,
    /// The decision was changed.
    Decide,
    /// The example was added.
    AddExample,
    /// The example was removed.
    RemoveExample,
    /// Everything was erased.
    Clear,
    /// The whole document was replaced, by a file for example.
    Replace,
    /// Another list was put together with this one.
    Merge,
    /// Another window changed the list.
    Follow,
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
    /// The text that was typed in, if it was one.
    pub(super) part: Option<Part>,
}

/// A text that is typed letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The name of a centre.
    Name,
    /// The note on a criterion.
    Note,
    /// A practical fact.
    Fact(Fact),
    /// A line of costs.
    Cost(CostId),
    /// The words of an own criterion.
    Own,
    /// Why it was decided so.
    Why,
    /// What comes next.
    Next,
}

impl Change {
    /// A change of the document as a whole.
    pub(super) fn whole(kind: ChangeKind) -> Self {
        Self {
            kind,
            centre: None,
            centre_name: Box::default(),
            criterion: None,
            part: None,
        }
    }

    /// The name of an action about to be applied to `before`. A new centre has
    /// no id and no name yet: see [`Change::about_new_centre`].
    pub(super) fn of(action: &Action, before: &Checklist) -> Self {
        use ChangeKind as Kind;
        let (kind, centre, criterion, part) = match action {
            Action::AddCentre { .. } | Action::AddAnswered { .. } => {
                (Kind::AddCentre, None, None, None)
            }
            Action::RenameCentre { id, .. } => {
                (Kind::RenameCentre, Some(*id), None, Some(Part::Name))
            }
            Action::RemoveCentre { id } => (Kind::RemoveCentre, Some(*id), None, None),
            Action::MoveCentre { id, .. } => (Kind::MoveCentre, Some(*id), None, None),
            Action::SetAnswer {
                centre, criterion, ..
            } => (Kind::SetAnswer, Some(*centre), Some(criterion), None),
            Action::SetAnswers { centre, .. } => (Kind::SetAnswer, Some(*centre), None, None),
            Action::SetNote {
                centre, criterion, ..
            } => (
                Kind::SetNote,
                Some(*centre),
                Some(criterion),
                Some(Part::Note),
            ),
            Action::SetWho {
                centre, criterion, ..
            }
            | Action::SetDate {
                centre, criterion, ..
            }
            | Action::Settle {
                centre, criterion, ..
            } => (Kind::SetReply, Some(*centre), Some(criterion), None),
            Action::SetFact { centre, fact, .. } => {
                (Kind::SetFact, Some(*centre), None, Some(Part::Fact(*fact)))
            }
            Action::SetAppointment { centre, .. } => (Kind::SetFact, Some(*centre), None, None),
            Action::SetCost { centre, line } => (
                Kind::SetCosts,
                Some(*centre),
                None,
                Some(Part::Cost(line.id)),
            ),
            Action::AddCost { centre, .. } | Action::RemoveCost { centre, .. } => {
                (Kind::SetCosts, Some(*centre), None, None)
            }
            Action::SetCard { centre, .. } => (Kind::SetCard, Some(*centre), None, None),
            Action::SetImportance { criterion, .. } => {
                (Kind::SetImportance, None, Some(criterion), None)
            }
            Action::AddOwn { .. } => (Kind::SetOwn, None, None, None),
            Action::SetOwn { id, .. } => (Kind::SetOwn, None, Some(id), Some(Part::Own)),
            Action::RemoveOwn { id } => (Kind::SetOwn, None, Some(id), None),
            Action::SetWhy(_) => (Kind::Decide, None, None, Some(Part::Why)),
            Action::SetNext(_) => (Kind::Decide, None, None, Some(Part::Next)),
            Action::SetChoice(_) | Action::SetRecord(_) => (Kind::Decide, None, None, None),
            Action::AddExample { .. } => (Kind::AddExample, None, None, None),
            Action::RemoveExample => (Kind::RemoveExample, None, None, None),
            Action::Clear => (Kind::Clear, None, None, None),
        };
        let name = centre
            .and_then(|id| before.centre(id))
            .map_or("", |centre| centre.name());
        Self {
            kind,
            centre,
            centre_name: name.into(),
            criterion: criterion.cloned(),
            part,
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
        self.part.is_some()
            && self.part == next.part
            && self.kind == next.kind
            && self.centre == next.centre
            && self.criterion == next.criterion
    }
}
