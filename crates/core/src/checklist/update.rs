//! The one way to change a checklist.

use std::sync::Arc;

use super::action::Action;
use super::limits::{
    MAX_CENTRES, MAX_CRITERIA, MAX_FILE_BYTES, MAX_NAME_CHARS, MAX_NOTE_CHARS, clean_name,
    clean_note, longer_than,
};
use super::model::{Centre, CentreId, Checklist, CriterionId, Entry, Importance};
use super::wire;

/// Why an action was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejected {
    /// Nothing would be different afterwards.
    NoChange,
    /// The name has no visible character.
    EmptyName,
    /// The name is longer than [`MAX_NAME_CHARS`].
    NameTooLong,
    /// The note is longer than [`MAX_NOTE_CHARS`].
    NoteTooLong,
    /// There are [`MAX_CENTRES`] already.
    TooManyCentres,
    /// There are entries for [`MAX_CRITERIA`] criteria already.
    TooManyCriteria,
    /// No centre has this id (any more).
    UnknownCentre,
    /// The id of the criterion cannot be stored; see
    /// [`CriterionId::is_valid`].
    BadCriterion,
    /// The saved document would exceed [`MAX_FILE_BYTES`].
    Full,
}

/// Carries out an action, or leaves the checklist as it was and says why.
///
/// # Errors
/// [`Rejected`]; the checklist is then identical to before.
pub fn update(checklist: &mut Checklist, action: Action) -> Result<(), Rejected> {
    // Working on a copy (a few pointers) makes "identical to before" a fact
    // that no path through the changes below can break.
    let mut next = checklist.clone();
    change(&mut next, action)?;
    if wire::size_at_most(&next) > MAX_FILE_BYTES {
        return Err(Rejected::Full);
    }
    *checklist = next;
    Ok(())
}

fn change(checklist: &mut Checklist, action: Action) -> Result<(), Rejected> {
    match action {
        Action::AddCentre { name } => add_centre(checklist, &name),
        Action::RenameCentre { id, name } => {
            let centre = centre_mut(checklist, id)?;
            let name = checked_name(&name)?;
            if centre.name == name {
                return Err(Rejected::NoChange);
            }
            centre.name = name;
            Ok(())
        }
        Action::RemoveCentre { id } => {
            let place = place_of(checklist, id)?;
            checklist.centres.remove(place);
            Ok(())
        }
        Action::MoveCentre { id, to } => {
            let from = place_of(checklist, id)?;
            let to = to.min(checklist.centres.len().saturating_sub(1));
            if from == to {
                return Err(Rejected::NoChange);
            }
            let centre = checklist.centres.remove(from);
            checklist.centres.insert(to, centre);
            Ok(())
        }
        Action::SetAnswer {
            centre,
            criterion,
            answer,
        } => {
            let centre = centre_mut(checklist, centre)?;
            let entry = Entry {
                answer,
                note: centre.note(&criterion).into(),
            };
            set_entry(centre, criterion, entry)
        }
        Action::SetNote {
            centre,
            criterion,
            note,
        } => {
            let centre = centre_mut(checklist, centre)?;
            let note = clean_note(&note);
            if longer_than(&note, MAX_NOTE_CHARS) {
                return Err(Rejected::NoteTooLong);
            }
            let entry = Entry {
                answer: centre.answer(&criterion),
                note: note.into(),
            };
            set_entry(centre, criterion, entry)
        }
        Action::SetImportance {
            criterion,
            importance,
        } => set_importance(checklist, criterion, importance),
        Action::Clear => {
            if checklist.is_empty() {
                return Err(Rejected::NoChange);
            }
            // The next id stays: an id is never given out twice.
            checklist.centres.clear();
            checklist.importance = Arc::default();
            Ok(())
        }
    }
}

fn add_centre(checklist: &mut Checklist, name: &str) -> Result<(), Rejected> {
    let name = checked_name(name)?;
    if checklist.centres.len() >= MAX_CENTRES {
        return Err(Rejected::TooManyCentres);
    }
    let centre = Centre {
        id: checklist.take_id(),
        name,
        entries: Default::default(),
    };
    checklist.centres.push(Arc::new(centre));
    Ok(())
}

fn set_entry(centre: &mut Centre, criterion: CriterionId, entry: Entry) -> Result<(), Rejected> {
    if !criterion.is_valid() {
        return Err(Rejected::BadCriterion);
    }
    if centre.answer(&criterion) == entry.answer && centre.note(&criterion) == &*entry.note {
        return Err(Rejected::NoChange);
    }
    if entry.says_nothing() {
        centre.entries.remove(&criterion);
        return Ok(());
    }
    if centre.entries().len() >= MAX_CRITERIA && centre.entries.get(&criterion).is_none() {
        return Err(Rejected::TooManyCriteria);
    }
    centre.entries.set(criterion, entry);
    Ok(())
}

fn set_importance(
    checklist: &mut Checklist,
    criterion: CriterionId,
    importance: Importance,
) -> Result<(), Rejected> {
    if !criterion.is_valid() {
        return Err(Rejected::BadCriterion);
    }
    match checklist.chosen_importance(&criterion) {
        Some(chosen) if chosen == importance => return Err(Rejected::NoChange),
        None if checklist.importance.as_slice().len() >= MAX_CRITERIA => {
            return Err(Rejected::TooManyCriteria);
        }
        Some(_) | None => {}
    }
    Arc::make_mut(&mut checklist.importance).set(criterion, importance);
    Ok(())
}

fn checked_name(raw: &str) -> Result<Box<str>, Rejected> {
    let name = clean_name(raw);
    if name.is_empty() {
        return Err(Rejected::EmptyName);
    }
    if longer_than(&name, MAX_NAME_CHARS) {
        return Err(Rejected::NameTooLong);
    }
    Ok(name.into())
}

fn place_of(checklist: &Checklist, id: CentreId) -> Result<usize, Rejected> {
    checklist
        .centres
        .iter()
        .position(|centre| centre.id == id)
        .ok_or(Rejected::UnknownCentre)
}

fn centre_mut(checklist: &mut Checklist, id: CentreId) -> Result<&mut Centre, Rejected> {
    checklist
        .centres
        .iter_mut()
        .find(|centre| centre.id == id)
        .map(Arc::make_mut)
        .ok_or(Rejected::UnknownCentre)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::{Answer, save};

    const A: CentreId = CentreId(1);
    const B: CentreId = CentreId(2);
    const GONE: CentreId = CentreId(99);

    fn add(name: &str) -> Action {
        Action::AddCentre { name: name.into() }
    }

    fn answer(centre: CentreId, criterion: &str, answer: Answer) -> Action {
        Action::SetAnswer {
            centre,
            criterion: criterion.into(),
            answer,
        }
    }

    fn note(centre: CentreId, criterion: &str, note: &str) -> Action {
        Action::SetNote {
            centre,
            criterion: criterion.into(),
            note: note.into(),
        }
    }

    fn weigh(criterion: &str, importance: Importance) -> Action {
        Action::SetImportance {
            criterion: criterion.into(),
            importance,
        }
    }

    fn rename(id: CentreId, name: &str) -> Action {
        Action::RenameCentre {
            id,
            name: name.into(),
        }
    }

    fn after(actions: Vec<Action>) -> Checklist {
        let mut checklist = Checklist::default();
        for action in actions {
            update(&mut checklist, action).unwrap();
        }
        checklist
    }

    /// Two centres, one answer with a note.
    fn sample() -> Checklist {
        after(vec![
            add("Hospital A"),
            add("Hospital B"),
            answer(A, "volume", Answer::Yes),
            note(A, "volume", "40 a year"),
        ])
    }

    /// The saved form after the action, with what every sample has in common
    /// left out of the eye's way.
    #[track_caller]
    fn check(mut checklist: Checklist, action: Action, expected: &str) {
        update(&mut checklist, action).unwrap();
        let saved = save(&checklist);
        let document = saved
            .strip_prefix(r#"{"format":"hipec-checklist","version":1,"document":"#)
            .and_then(|rest| rest.strip_suffix('}'));
        assert_eq!(document, Some(expected));
    }

    #[track_caller]
    fn check_rejected(checklist: &Checklist, action: Action, expected: Rejected) {
        let mut after = checklist.clone();
        assert_eq!(update(&mut after, action), Err(expected));
        assert_eq!(&after, checklist);
    }

    #[test]
    fn every_action_does_what_it_says() {
        check(
            Checklist::default(),
            add("  Hospital\nA "),
            r#"{"centres":[{"answers":[],"id":1,"name":"Hospital A"}],"importance":[],"next_id":2}"#,
        );
        check(
            sample(),
            rename(B, "مستشفى ب"),
            r#"{"centres":[{"answers":[{"answer":"yes","criterion":"volume","note":"40 a year"}],"id":1,"name":"Hospital A"},{"answers":[],"id":2,"name":"مستشفى ب"}],"importance":[],"next_id":3}"#,
        );
        check(
            sample(),
            Action::RemoveCentre { id: A },
            r#"{"centres":[{"answers":[],"id":2,"name":"Hospital B"}],"importance":[],"next_id":3}"#,
        );
        for to in [1, 2, usize::MAX] {
            check(
                after(vec![add("A"), add("B")]),
                Action::MoveCentre { id: A, to },
                r#"{"centres":[{"answers":[],"id":2,"name":"B"},{"answers":[],"id":1,"name":"A"}],"importance":[],"next_id":3}"#,
            );
        }
        check(
            after(vec![add("A"), answer(A, "volume", Answer::Yes)]),
            answer(A, "volume", Answer::WouldNotSay),
            r#"{"centres":[{"answers":[{"answer":"would-not-say","criterion":"volume"}],"id":1,"name":"A"}],"importance":[],"next_id":2}"#,
        );
        check(
            after(vec![add("A")]),
            note(A, "volume", "ask \u{202e}\"them\"\r\n"),
            r#"{"centres":[{"answers":[{"answer":"not-asked","criterion":"volume","note":"ask \"them\"\n"}],"id":1,"name":"A"}],"importance":[],"next_id":2}"#,
        );
        check(
            Checklist::default(),
            weigh("volume", Importance::NotForMe),
            r#"{"centres":[],"importance":[{"criterion":"volume","importance":"not-for-me"}],"next_id":1}"#,
        );
        check(
            sample(),
            Action::Clear,
            r#"{"centres":[],"importance":[],"next_id":3}"#,
        );
    }

    #[test]
    fn an_entry_that_says_nothing_is_not_stored() {
        let empty = r#"{"centres":[{"answers":[],"id":1,"name":"A"}],"importance":[],"next_id":2}"#;
        check(
            after(vec![add("A"), answer(A, "volume", Answer::No)]),
            answer(A, "volume", Answer::NotAsked),
            empty,
        );
        check(
            after(vec![add("A"), note(A, "volume", "x")]),
            note(A, "volume", " \n"),
            empty,
        );
    }

    #[test]
    fn taking_an_answer_back_keeps_its_note() {
        let mut checklist = sample();
        update(&mut checklist, answer(A, "volume", Answer::NotAsked)).unwrap();
        assert_eq!(checklist.note(A, &"volume".into()), "40 a year");
        assert_eq!(checklist.answer(A, &"volume".into()), Answer::NotAsked);
    }

    #[test]
    fn ids_are_not_given_out_twice() {
        let mut checklist = sample();
        update(&mut checklist, Action::RemoveCentre { id: B }).unwrap();
        update(&mut checklist, Action::Clear).unwrap();
        update(&mut checklist, add("C")).unwrap();
        assert_eq!(checklist.centres().first().unwrap().id(), CentreId(3));
    }

    #[test]
    fn what_is_rejected_changes_nothing() {
        let sample = sample();
        let long_name = "ن".repeat(MAX_NAME_CHARS + 1);
        let long_note = "ن".repeat(MAX_NOTE_CHARS + 1);
        for (action, reason) in [
            (add(""), Rejected::EmptyName),
            (add("\u{200c}\u{202e} "), Rejected::EmptyName),
            (add(&long_name), Rejected::NameTooLong),
            (rename(A, " "), Rejected::EmptyName),
            (rename(A, &long_name), Rejected::NameTooLong),
            (rename(A, " Hospital  A "), Rejected::NoChange),
            (rename(GONE, "C"), Rejected::UnknownCentre),
            (Action::RemoveCentre { id: GONE }, Rejected::UnknownCentre),
            (
                Action::MoveCentre { id: GONE, to: 0 },
                Rejected::UnknownCentre,
            ),
            (Action::MoveCentre { id: A, to: 0 }, Rejected::NoChange),
            (Action::MoveCentre { id: B, to: 7 }, Rejected::NoChange),
            (answer(GONE, "volume", Answer::No), Rejected::UnknownCentre),
            (answer(A, "volume", Answer::Yes), Rejected::NoChange),
            (answer(A, "other", Answer::NotAsked), Rejected::NoChange),
            (answer(A, "", Answer::Yes), Rejected::BadCriterion),
            (note(GONE, "volume", "x"), Rejected::UnknownCentre),
            (note(A, "volume", "40 a year\u{200f}"), Rejected::NoChange),
            (note(A, "volume", &long_note), Rejected::NoteTooLong),
            (note(A, "two words", "x"), Rejected::BadCriterion),
            (
                weigh("two words", Importance::Helpful),
                Rejected::BadCriterion,
            ),
        ] {
            check_rejected(&sample, action, reason);
        }
        check_rejected(&Checklist::default(), Action::Clear, Rejected::NoChange);
        check_rejected(
            &after(vec![weigh("volume", Importance::Helpful)]),
            weigh("volume", Importance::Helpful),
            Rejected::NoChange,
        );
    }

    #[test]
    fn lengths_at_the_limit_are_taken() {
        let mut checklist = sample();
        update(&mut checklist, rename(A, &"ن".repeat(MAX_NAME_CHARS))).unwrap();
        update(
            &mut checklist,
            note(A, "volume", &"👩".repeat(MAX_NOTE_CHARS)),
        )
        .unwrap();
    }

    #[test]
    fn counts_are_limited() {
        let full = after((0..MAX_CENTRES).map(|_| add("A")).collect());
        check_rejected(&full, add("one more"), Rejected::TooManyCentres);

        let mut checklist = after(vec![add("A")]);
        for n in 0..MAX_CRITERIA {
            let id = n.to_string();
            update(&mut checklist, answer(A, &id, Answer::Yes)).unwrap();
            update(&mut checklist, weigh(&id, Importance::Helpful)).unwrap();
        }
        check_rejected(
            &checklist,
            answer(A, "x", Answer::Yes),
            Rejected::TooManyCriteria,
        );
        check_rejected(
            &checklist,
            weigh("x", Importance::Helpful),
            Rejected::TooManyCriteria,
        );
        update(&mut checklist, answer(A, "0", Answer::No)).unwrap();
        update(&mut checklist, weigh("0", Importance::Essential)).unwrap();
    }

    #[test]
    fn centres_can_be_added_when_the_ids_have_run_out() {
        let mut checklist = sample();
        checklist.next_id = u32::MAX - 1;
        for _ in 0..3 {
            update(&mut checklist, add("C")).unwrap();
        }
        let ids: Vec<_> = checklist
            .centres()
            .iter()
            .map(|centre| centre.id().number())
            .collect();
        assert_eq!(ids, [1, 2, u32::MAX - 1, 3, 4]);
        let saved = save(&checklist);
        assert_eq!(
            crate::checklist::restore(saved.as_bytes()),
            Ok((checklist, Vec::new()))
        );
    }

    #[test]
    fn a_document_never_outgrows_what_can_be_read_back() {
        let mut checklist = after(vec![add("A")]);
        let text = "\"".repeat(MAX_NOTE_CHARS);
        let refused = (0..MAX_CRITERIA)
            .find_map(|n| update(&mut checklist, note(A, &n.to_string(), &text)).err());
        assert_eq!(refused, Some(Rejected::Full));
        let saved = save(&checklist);
        assert!(saved.len() <= MAX_FILE_BYTES && saved.len() > MAX_FILE_BYTES - 10_000);
        assert_eq!(
            crate::checklist::restore(saved.as_bytes()),
            Ok((checklist, Vec::new()))
        );
    }
}
