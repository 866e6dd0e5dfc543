//! The one way to change a checklist.

use std::sync::Arc;

use super::action::Action;
use super::example;
use super::limits::{
    MAX_AMOUNT, MAX_CENTRES, MAX_COSTS, MAX_CRITERIA, MAX_FILE_BYTES, MAX_LINE_CHARS,
    MAX_NAME_CHARS, MAX_NOTE_CHARS, MAX_OWN, clean_line, clean_name, clean_note, longer_than,
};
use super::model::{
    Answer, Centre, CentreId, Checklist, Choice, CostId, CostLine, CriterionId, Entry, Importance,
    Own, OwnKind,
};
use super::wire;
use crate::date::Date;

/// Why an action was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejected {
    /// Nothing would be different afterwards.
    NoChange,
    /// The name has no visible character.
    EmptyName,
    /// The name is longer than [`MAX_NAME_CHARS`].
    NameTooLong,
    /// The note, or another text of several lines, is longer than
    /// [`MAX_NOTE_CHARS`].
    NoteTooLong,
    /// The question has no visible character.
    EmptyQuestion,
    /// The line is longer than [`MAX_LINE_CHARS`].
    LineTooLong,
    /// The amount is larger than [`MAX_AMOUNT`].
    AmountTooLarge,
    /// The centre has [`MAX_COSTS`] lines of costs already.
    TooManyCosts,
    /// No line of costs has this id (any more).
    UnknownCost,
    /// There are [`MAX_OWN`] criteria and questions of one's own already.
    TooManyOwn,
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
        Action::AddCentre { name, seed } => add_centre(checklist, &name, seed).map(drop),
        Action::AddAnswered {
            name,
            seed,
            answers,
            on,
        } => {
            let id = add_centre(checklist, &name, seed)?;
            set_answers(centre_mut(checklist, id)?, answers, on).or_else(unless_no_change)
        }
        Action::AddExample { names, seed, rules } => {
            if checklist.centres.iter().any(|centre| centre.example) {
                return Err(Rejected::NoChange);
            }
            for (place, name) in names.iter().enumerate() {
                let id = add_centre(checklist, name, seed)?;
                let centre = centre_mut(checklist, id)?;
                centre.example = true;
                set_answers(centre, example::answers(&rules, place), None)
                    .or_else(unless_no_change)?;
            }
            Ok(())
        }
        Action::RemoveExample => remove_centres(checklist, |centre| centre.example)
            .then_some(())
            .ok_or(Rejected::NoChange),
        Action::RenameCentre { id, name } => {
            let centre = centre_mut(checklist, id)?;
            set_if_changed(&mut centre.name, checked_name(&name)?)
        }
        Action::RemoveCentre { id } => remove_centres(checklist, |centre| centre.id == id)
            .then_some(())
            .ok_or(Rejected::UnknownCentre),
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
            on,
        } => set_answer(centre_mut(checklist, centre)?, criterion, answer, on),
        Action::SetAnswers {
            centre,
            answers,
            on,
        } => set_answers(centre_mut(checklist, centre)?, answers, on),
        Action::SetWho {
            centre,
            criterion,
            who,
        } => change_entry(checklist, centre, criterion, |entry| entry.reply.who = who),
        Action::SetDate {
            centre,
            criterion,
            on,
        } => change_entry(checklist, centre, criterion, |entry| entry.reply.on = on),
        Action::Settle {
            centre,
            criterion,
            other,
        } => change_entry(checklist, centre, criterion, |entry| {
            if let Some(said) = entry.other.take()
                && other
            {
                entry.reply = *said;
            }
        }),
        Action::SetNote {
            centre,
            criterion,
            note,
        } => {
            let note = checked_text(&note)?;
            change_entry(checklist, centre, criterion, |entry| {
                entry.reply.note = note;
            })
        }
        Action::SetFact { centre, fact, text } => {
            let text = checked_line(&text)?;
            match centre_mut(checklist, centre)?.fact_mut(fact) {
                Some(place) => set_if_changed(place, text),
                None => Err(Rejected::NoChange),
            }
        }
        Action::SetAppointment { centre, on } => {
            set_if_changed(&mut centre_mut(checklist, centre)?.appointment, on)
        }
        Action::AddCost { centre, seed } => {
            let costs = &mut centre_mut(checklist, centre)?.costs;
            if costs.len() >= MAX_COSTS {
                return Err(Rejected::TooManyCosts);
            }
            let currency = costs.last().map(|line| line.currency).unwrap_or_default();
            costs.push(CostLine {
                id: CostId(free(seed, |id| costs.iter().any(|line| line.id.0 == id))),
                what: Box::default(),
                amount: None,
                currency,
            });
            Ok(())
        }
        Action::SetCost { centre, line } => {
            let what = checked_line(&line.what)?;
            if line.amount.is_some_and(|amount| amount > MAX_AMOUNT) {
                return Err(Rejected::AmountTooLarge);
            }
            let costs = &mut centre_mut(checklist, centre)?.costs;
            let place = costs
                .iter_mut()
                .find(|known| known.id == line.id)
                .ok_or(Rejected::UnknownCost)?;
            set_if_changed(place, CostLine { what, ..line })
        }
        Action::RemoveCost { centre, cost } => {
            let costs = &mut centre_mut(checklist, centre)?.costs;
            let before = costs.len();
            costs.retain(|line| line.id != cost);
            (costs.len() < before)
                .then_some(())
                .ok_or(Rejected::UnknownCost)
        }
        Action::SetCard { centre, card } => set_card(centre_mut(checklist, centre)?, card),
        Action::SetImportance {
            criterion,
            importance,
        } => set_importance(checklist, criterion, importance),
        Action::AddOwn { kind, text, seed } => add_own(checklist, kind, &text, seed),
        Action::SetOwn { id, text } => {
            let text = checked_question(&text)?;
            let own = Arc::make_mut(&mut checklist.own);
            match own.iter_mut().find(|own| own.id == id) {
                Some(own) => set_if_changed(&mut own.text, text),
                None => Err(Rejected::BadCriterion),
            }
        }
        Action::RemoveOwn { id } => remove_own(checklist, &id),
        Action::SetChoice(choice) => {
            if let Choice::Centre(id) = choice {
                place_of(checklist, id)?;
            }
            set_if_changed(&mut Arc::make_mut(&mut checklist.decision).choice, choice)
        }
        Action::SetWhy(text) => {
            let text = checked_text(&text)?;
            set_if_changed(&mut Arc::make_mut(&mut checklist.decision).why, text)
        }
        Action::SetNext(text) => {
            let text = checked_text(&text)?;
            set_if_changed(&mut Arc::make_mut(&mut checklist.decision).next, text)
        }
        Action::SetRecord(record) => {
            set_if_changed(&mut Arc::make_mut(&mut checklist.decision).record, record)
        }
        Action::Clear => {
            if checklist.is_empty() {
                return Err(Rejected::NoChange);
            }
            *checklist = Checklist::default();
            Ok(())
        }
    }
}

fn set_if_changed<T: PartialEq>(place: &mut T, value: T) -> Result<(), Rejected> {
    if *place == value {
        return Err(Rejected::NoChange);
    }
    *place = value;
    Ok(())
}

/// For one of several changes, of which the others do change something.
fn unless_no_change(rejected: Rejected) -> Result<(), Rejected> {
    if rejected == Rejected::NoChange {
        Ok(())
    } else {
        Err(rejected)
    }
}

/// An id that is not taken: the seed, or the next number that is free.
pub(super) fn free(seed: u32, taken: impl Fn(u32) -> bool) -> u32 {
    let mut id = seed;
    while id == 0 || taken(id) {
        id = id.wrapping_add(1);
    }
    id
}

fn add_centre(checklist: &mut Checklist, name: &str, seed: u32) -> Result<CentreId, Rejected> {
    let name = checked_name(name)?;
    if checklist.centres.len() >= MAX_CENTRES {
        return Err(Rejected::TooManyCentres);
    }
    let id = CentreId(free(seed, |id| checklist.centre(CentreId(id)).is_some()));
    checklist.centres.push(Arc::new(Centre::new(id, name)));
    Ok(id)
}

/// Removes centres, and the choice if it was one of them. Whether there were
/// any.
fn remove_centres(checklist: &mut Checklist, gone: impl Fn(&Centre) -> bool) -> bool {
    let before = checklist.centres.len();
    checklist.centres.retain(|centre| !gone(centre));
    if let Choice::Centre(id) = checklist.decision.choice
        && checklist.centre(id).is_none()
    {
        Arc::make_mut(&mut checklist.decision).choice = Choice::Open;
    }
    checklist.centres.len() < before
}

fn change_entry(
    checklist: &mut Checklist,
    centre: CentreId,
    criterion: CriterionId,
    change: impl FnOnce(&mut Entry),
) -> Result<(), Rejected> {
    let centre = centre_mut(checklist, centre)?;
    let mut entry = centre.entry(&criterion).cloned().unwrap_or_default();
    change(&mut entry);
    set_entry(centre, criterion, entry)
}

fn set_answer(
    centre: &mut Centre,
    criterion: CriterionId,
    answer: Answer,
    on: Option<Date>,
) -> Result<(), Rejected> {
    let entry = centre.entry(&criterion).cloned().unwrap_or_default();
    // The same answer again, on another day, is no news.
    if entry.reply.answer == answer && entry.other.is_none() {
        return if criterion.is_valid() {
            Err(Rejected::NoChange)
        } else {
            Err(Rejected::BadCriterion)
        };
    }
    let mut reply = entry.reply;
    reply.answer = answer;
    match answer {
        Answer::NotAsked => {
            reply.who = None;
            reply.on = None;
        }
        Answer::Yes | Answer::Partly | Answer::No | Answer::WouldNotSay => reply.on = on,
    }
    set_entry(centre, criterion, Entry { reply, other: None })
}

fn set_answers(
    centre: &mut Centre,
    answers: Vec<(CriterionId, Answer)>,
    on: Option<Date>,
) -> Result<(), Rejected> {
    let before = centre.clone();
    for (criterion, answer) in answers {
        set_answer(centre, criterion, answer, on).or_else(unless_no_change)?;
    }
    if *centre == before {
        return Err(Rejected::NoChange);
    }
    Ok(())
}

fn set_entry(centre: &mut Centre, criterion: CriterionId, entry: Entry) -> Result<(), Rejected> {
    if !criterion.is_valid() {
        return Err(Rejected::BadCriterion);
    }
    if entry.says_nothing() {
        if centre.entries.get(&criterion).is_none() {
            return Err(Rejected::NoChange);
        }
        centre.entries.remove(&criterion);
        return Ok(());
    }
    match centre.entries.get(&criterion) {
        Some(known) if *known == entry => return Err(Rejected::NoChange),
        None if centre.entries().len() >= MAX_CRITERIA => return Err(Rejected::TooManyCriteria),
        Some(_) | None => {}
    }
    centre.entries.set(criterion, entry);
    Ok(())
}

fn set_card(centre: &mut Centre, card: Option<Vec<CriterionId>>) -> Result<(), Rejected> {
    let card = match card {
        None => None,
        Some(picked) => {
            let mut card: Vec<CriterionId> = Vec::new();
            for criterion in picked {
                if !criterion.is_valid() {
                    return Err(Rejected::BadCriterion);
                }
                if !card.contains(&criterion) {
                    card.push(criterion);
                }
            }
            if card.len() > MAX_CRITERIA {
                return Err(Rejected::TooManyCriteria);
            }
            Some(card.into())
        }
    };
    set_if_changed(&mut centre.card, card)
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

fn add_own(
    checklist: &mut Checklist,
    kind: OwnKind,
    text: &str,
    seed: u32,
) -> Result<(), Rejected> {
    let text = checked_question(text)?;
    if checklist.own.len() >= MAX_OWN {
        return Err(Rejected::TooManyOwn);
    }
    let taken = |id| {
        let id = own_id(id);
        checklist.own.iter().any(|own| own.id == id)
    };
    let id = own_id(free(seed, taken));
    Arc::make_mut(&mut checklist.own).push(Own { id, kind, text });
    Ok(())
}

/// The id of an own criterion.
fn own_id(number: u32) -> CriterionId {
    let mut id = String::from(Own::PREFIX);
    for place in (0..8).rev() {
        let digit = char::from_digit((number >> (place * 4)) & 15, 16);
        id.extend(digit);
    }
    CriterionId::from(id.as_str())
}

fn remove_own(checklist: &mut Checklist, id: &CriterionId) -> Result<(), Rejected> {
    let own = Arc::make_mut(&mut checklist.own);
    let before = own.len();
    own.retain(|own| own.id != *id);
    if own.len() == before {
        return Err(Rejected::BadCriterion);
    }
    if checklist.importance.get(id).is_some() {
        Arc::make_mut(&mut checklist.importance).remove(id);
    }
    for centre in &mut checklist.centres {
        let picked = centre.card().is_some_and(|card| card.contains(id));
        if picked || centre.entry(id).is_some() {
            let centre = Arc::make_mut(centre);
            centre.entries.remove(id);
            if let Some(card) = centre.card.take() {
                let rest = card.iter().filter(|picked| *picked != id);
                centre.card = Some(rest.cloned().collect());
            }
        }
    }
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

fn checked_question(raw: &str) -> Result<Box<str>, Rejected> {
    let text = clean_name(raw);
    if text.is_empty() {
        return Err(Rejected::EmptyQuestion);
    }
    if longer_than(&text, MAX_LINE_CHARS) {
        return Err(Rejected::LineTooLong);
    }
    Ok(text.into())
}

fn checked_line(raw: &str) -> Result<Box<str>, Rejected> {
    let text = clean_line(raw);
    if longer_than(&text, MAX_LINE_CHARS) {
        return Err(Rejected::LineTooLong);
    }
    Ok(text.into())
}

fn checked_text(raw: &str) -> Result<Box<str>, Rejected> {
    let text = clean_note(raw);
    if longer_than(&text, MAX_NOTE_CHARS) {
        return Err(Rejected::NoteTooLong);
    }
    Ok(text.into())
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
