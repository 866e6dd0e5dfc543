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
    Own, OwnKind, Record, Standing,
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
            let record = record.map(checked_record).transpose()?;
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

fn set_entry(
    centre: &mut Centre,
    criterion: CriterionId,
    mut entry: Entry,
) -> Result<(), Rejected> {
    if !criterion.is_valid() {
        return Err(Rejected::BadCriterion);
    }
    entry.reply.tidy();
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
    let card = card.map(checked_ids).transpose()?;
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

/// Each id once.
fn checked_ids(raw: Vec<CriterionId>) -> Result<Box<[CriterionId]>, Rejected> {
    let mut ids: Vec<CriterionId> = Vec::new();
    for id in raw {
        if !id.is_valid() {
            return Err(Rejected::BadCriterion);
        }
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() > MAX_CRITERIA {
        return Err(Rejected::TooManyCriteria);
    }
    Ok(ids.into())
}

/// A record as it can be read back. A range that is none is left out.
fn checked_record(record: Record) -> Result<Record, Rejected> {
    let mut standings = record.standings.into_vec();
    if standings.len() > MAX_CENTRES {
        return Err(Rejected::TooManyCentres);
    }
    for it in &mut standings {
        it.name = checked_name(&it.name)?;
        it.range = it
            .range
            .filter(|(low, high)| low <= high && *high <= Standing::MOST);
        it.unmet = checked_ids(std::mem::take(&mut it.unmet).into_vec())?;
        it.open = checked_ids(std::mem::take(&mut it.open).into_vec())?;
    }
    Ok(Record {
        on: record.on,
        standings: standings.into(),
    })
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
    use crate::checklist::{Currency, Fact, Rule, WhoSaid, restore, save};

    const A: CentreId = CentreId(1);
    const B: CentreId = CentreId(2);
    const GONE: CentreId = CentreId(99);

    fn add(name: &str, seed: u32) -> Action {
        Action::AddCentre {
            name: name.into(),
            seed,
        }
    }

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    fn answer(centre: CentreId, criterion: &str, answer: Answer) -> Action {
        Action::SetAnswer {
            centre,
            criterion: criterion.into(),
            answer,
            on: None,
        }
    }

    fn answer_on(criterion: &str, answer: Answer, on: &str) -> Action {
        Action::SetAnswer {
            centre: A,
            criterion: criterion.into(),
            answer,
            on: day(on),
        }
    }

    fn answers(centre: CentreId, answers: &[(&str, Answer)]) -> Action {
        Action::SetAnswers {
            centre,
            answers: listed(answers),
            on: day("2026-11-24"),
        }
    }

    fn listed(answers: &[(&str, Answer)]) -> Vec<(CriterionId, Answer)> {
        answers.iter().map(|(id, a)| ((*id).into(), *a)).collect()
    }

    fn who(centre: CentreId, criterion: &str, who: Option<WhoSaid>) -> Action {
        Action::SetWho {
            centre,
            criterion: criterion.into(),
            who,
        }
    }

    fn said_on(centre: CentreId, criterion: &str, on: Option<Date>) -> Action {
        Action::SetDate {
            centre,
            criterion: criterion.into(),
            on,
        }
    }

    fn settle(centre: CentreId, criterion: &str, other: bool) -> Action {
        Action::Settle {
            centre,
            criterion: criterion.into(),
            other,
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

    fn fact(centre: CentreId, fact: Fact, text: &str) -> Action {
        Action::SetFact {
            centre,
            fact,
            text: text.into(),
        }
    }

    fn appointment(centre: CentreId, on: Option<Date>) -> Action {
        Action::SetAppointment { centre, on }
    }

    fn add_cost(centre: CentreId, seed: u32) -> Action {
        Action::AddCost { centre, seed }
    }

    fn cost(centre: CentreId, id: u32, what: &str, amount: Option<u64>) -> Action {
        Action::SetCost {
            centre,
            line: CostLine {
                id: CostId(id),
                what: what.into(),
                amount,
                currency: Currency::Usd,
            },
        }
    }

    fn remove_cost(centre: CentreId, cost: u32) -> Action {
        Action::RemoveCost {
            centre,
            cost: CostId(cost),
        }
    }

    fn card(centre: CentreId, ids: Option<&[&str]>) -> Action {
        Action::SetCard {
            centre,
            card: ids.map(|ids| ids.iter().map(|id| (*id).into()).collect()),
        }
    }

    fn add_own(kind: OwnKind, text: &str, seed: u32) -> Action {
        Action::AddOwn {
            kind,
            text: text.into(),
            seed,
        }
    }

    fn reword(id: &str, text: &str) -> Action {
        Action::SetOwn {
            id: id.into(),
            text: text.into(),
        }
    }

    fn example(names: [&str; 2], seed: u32, rules: &[&str]) -> Action {
        Action::AddExample {
            names: names.map(String::from),
            seed,
            rules: rules
                .iter()
                .map(|id| Rule {
                    id: (*id).into(),
                    importance: Importance::Important,
                })
                .collect(),
        }
    }

    fn standing(name: &str) -> Standing {
        Standing {
            name: name.into(),
            answered: 9,
            of: 16,
            range: Some((40, 70)),
            unmet: Box::new(["icu".into()]),
            open: Box::new(["cost".into(), "team".into()]),
        }
    }

    fn record(standings: Vec<Standing>) -> Action {
        Action::SetRecord(Some(Record {
            on: Date::parse("2026-12-05").unwrap(),
            standings: standings.into(),
        }))
    }

    fn after(actions: Vec<Action>) -> Checklist {
        let mut checklist = Checklist::default();
        for action in actions {
            update(&mut checklist, action).unwrap();
        }
        checklist
    }

    /// Two centres, one answer with a note, a line of costs, an own question.
    fn sample() -> Checklist {
        after(vec![
            add("Hospital A", 1),
            add("Hospital B", 2),
            answer(A, "volume", Answer::Yes),
            note(A, "volume", "40 a year"),
            add_cost(A, 7),
            add_own(OwnKind::Question, "Where can we park?", 42),
        ])
    }

    /// A document as it comes from a file.
    #[track_caller]
    fn read(document: &str) -> Checklist {
        let data = format!(r#"{{"format":"hipec-checklist","version":2,"document":{document}}}"#);
        let (checklist, repairs) = restore(data.as_bytes()).unwrap();
        assert_eq!(repairs, Vec::new());
        checklist
    }

    /// One centre, where two lists disagree about the volume.
    fn disputed() -> Checklist {
        read(
            r#"{"centres":[{"id":1,"name":"A","answers":[{"criterion":"volume","answer":"yes","note":"40","other":{"answer":"no","note":"4","who":"patient","on":"2026-11-01"}}]}],"importance":[]}"#,
        )
    }

    /// The saved document after the action.
    #[track_caller]
    fn check(mut checklist: Checklist, action: Action, expected: &str) {
        update(&mut checklist, action).unwrap();
        let saved = save(&checklist);
        let document = saved
            .strip_prefix(r#"{"format":"hipec-checklist","version":2,"document":"#)
            .and_then(|rest| rest.strip_suffix('}'));
        assert_eq!(document, Some(expected));
        assert_eq!(restore(saved.as_bytes()), Ok((checklist, Vec::new())));
    }

    /// As [`check`], for the fields of a single centre called A that follow its
    /// name.
    #[track_caller]
    fn check_a(before: Vec<Action>, action: Action, expected: &str) {
        let mut actions = vec![add("A", 1)];
        actions.extend(before);
        check(
            after(actions),
            action,
            &format!(r#"{{"centres":[{{"id":1,"name":"A",{expected}}}],"importance":[]}}"#),
        );
    }

    #[track_caller]
    fn check_rejected(checklist: &Checklist, action: Action, expected: Rejected) {
        let mut after = checklist.clone();
        assert_eq!(update(&mut after, action), Err(expected));
        assert_eq!(&after, checklist);
    }

    #[test]
    fn centres() {
        check(
            Checklist::default(),
            add("  Hospital\nA ", 1),
            r#"{"centres":[{"id":1,"name":"Hospital A","answers":[]}],"importance":[]}"#,
        );
        check(
            after(vec![add("A", 1), add("B", 2), answer(A, "icu", Answer::No)]),
            rename(B, "مستشفى ب"),
            r#"{"centres":[{"id":1,"name":"A","answers":[{"criterion":"icu","answer":"no"}]},{"id":2,"name":"مستشفى ب","answers":[]}],"importance":[]}"#,
        );
        check(
            after(vec![add("A", 1), add("B", 2), answer(A, "icu", Answer::No)]),
            Action::RemoveCentre { id: A },
            r#"{"centres":[{"id":2,"name":"B","answers":[]}],"importance":[]}"#,
        );
        for to in [1, 2, usize::MAX] {
            check(
                after(vec![add("A", 1), add("B", 2)]),
                Action::MoveCentre { id: A, to },
                r#"{"centres":[{"id":2,"name":"B","answers":[]},{"id":1,"name":"A","answers":[]}],"importance":[]}"#,
            );
        }
        check(
            Checklist::default(),
            Action::AddAnswered {
                name: "A".into(),
                seed: 1,
                answers: listed(&[
                    ("team", Answer::Partly),
                    ("icu", Answer::NotAsked),
                    ("cost", Answer::No),
                ]),
                on: day("2026-11-24"),
            },
            r#"{"centres":[{"id":1,"name":"A","answers":[{"criterion":"cost","answer":"no","on":"2026-11-24"},{"criterion":"team","answer":"partly","on":"2026-11-24"}]}],"importance":[]}"#,
        );
        check(
            Checklist::default(),
            Action::AddAnswered {
                name: "A".into(),
                seed: 1,
                answers: Vec::new(),
                on: None,
            },
            r#"{"centres":[{"id":1,"name":"A","answers":[]}],"importance":[]}"#,
        );
        check(sample(), Action::Clear, r#"{"centres":[],"importance":[]}"#);
    }

    #[test]
    fn an_id_is_the_seed_or_the_next_that_is_free() {
        #[track_caller]
        fn check(seeds: &[u32], expected: &[u32]) {
            let centres = after(seeds.iter().map(|seed| add("A", *seed)).collect());
            let ids: Vec<_> = centres.centres().iter().map(|it| it.id.0).collect();
            assert_eq!(ids, expected);

            let mut costs = vec![add("A", 1)];
            costs.extend(seeds.iter().map(|seed| add_cost(A, *seed)));
            let costs = after(costs);
            let ids = costs.centre(A).unwrap().costs().iter();
            let ids: Vec<_> = ids.map(|line| line.id.number()).collect();
            assert_eq!(ids, expected);

            let own = seeds
                .iter()
                .map(|seed| add_own(OwnKind::Question, "?", *seed));
            let own = after(own.collect());
            let ids: Vec<_> = own.own().iter().map(|own| own.id().as_str()).collect();
            let expected: Vec<_> = expected.iter().map(|id| format!("own-{id:08x}")).collect();
            assert_eq!(ids, expected);
        }
        check(&[3, 1, 2], &[3, 1, 2]);
        check(&[1, 1, 1], &[1, 2, 3]);
        check(&[0, 0], &[1, 2]);
        check(
            &[u32::MAX, u32::MAX, 1, u32::MAX - 1, u32::MAX - 1],
            &[u32::MAX, 1, 2, u32::MAX - 1, 3],
        );
        check(&[0x0123_abcd, 0xfedc_0000], &[0x0123_abcd, 0xfedc_0000]);
    }

    #[test]
    fn answers_and_notes() {
        let yes = || vec![answer(A, "volume", Answer::Yes)];
        check_a(
            yes(),
            answer(A, "volume", Answer::WouldNotSay),
            r#""answers":[{"criterion":"volume","answer":"would-not-say"}]"#,
        );
        check_a(
            vec![answer_on("volume", Answer::Yes, "2026-11-01")],
            answer_on("volume", Answer::No, "2026-11-24"),
            r#""answers":[{"criterion":"volume","answer":"no","on":"2026-11-24"}]"#,
        );
        check_a(
            yes(),
            answers(A, &[("volume", Answer::Yes), ("icu", Answer::Partly)]),
            r#""answers":[{"criterion":"icu","answer":"partly","on":"2026-11-24"},{"criterion":"volume","answer":"yes"}]"#,
        );
        check_a(
            yes(),
            answers(A, &[("volume", Answer::NotAsked)]),
            r#""answers":[]"#,
        );
        for source in WhoSaid::ALL {
            check_a(
                yes(),
                who(A, "volume", Some(source)),
                &format!(
                    r#""answers":[{{"criterion":"volume","answer":"yes","who":"{}"}}]"#,
                    source.code()
                ),
            );
        }
        check_a(
            vec![
                answer(A, "volume", Answer::Yes),
                who(A, "volume", Some(WhoSaid::Staff)),
            ],
            who(A, "volume", None),
            r#""answers":[{"criterion":"volume","answer":"yes"}]"#,
        );
        check_a(
            yes(),
            said_on(A, "volume", day("2024-02-29")),
            r#""answers":[{"criterion":"volume","answer":"yes","on":"2024-02-29"}]"#,
        );
        check_a(
            vec![answer_on("volume", Answer::Yes, "2026-11-24")],
            said_on(A, "volume", None),
            r#""answers":[{"criterion":"volume","answer":"yes"}]"#,
        );
        check_a(
            vec![],
            note(A, "volume", "ask \u{202e}\"them\"\r\n"),
            r#""answers":[{"criterion":"volume","answer":"not-asked","note":"ask \"them\"\n"}]"#,
        );
    }

    #[test]
    fn taking_an_answer_back_keeps_its_note() {
        check_a(
            vec![
                answer_on("volume", Answer::Yes, "2026-11-24"),
                who(A, "volume", Some(WhoSaid::Website)),
                note(A, "volume", "40 a year"),
            ],
            answer_on("volume", Answer::NotAsked, "2026-11-25"),
            r#""answers":[{"criterion":"volume","answer":"not-asked","note":"40 a year"}]"#,
        );
    }

    #[test]
    fn an_entry_that_says_nothing_is_not_stored() {
        let empty = r#""answers":[]"#;
        check_a(
            vec![answer(A, "volume", Answer::No)],
            answer(A, "volume", Answer::NotAsked),
            empty,
        );
        check_a(
            vec![note(A, "volume", "x")],
            note(A, "volume", " \n"),
            empty,
        );
        check_a(
            vec![
                note(A, "volume", "x"),
                who(A, "volume", Some(WhoSaid::Staff)),
                said_on(A, "volume", day("2026-11-24")),
            ],
            note(A, "volume", ""),
            empty,
        );
        // Of two lists, ours has nothing to say any more.
        let with = |fields: &str| {
            format!(
                r#"{{"centres":[{{"id":1,"name":"A","answers":[{{"criterion":"volume","answer":"not-asked",{fields}"other":{{"answer":"no"}}}}]}}],"importance":[]}}"#
            )
        };
        check(
            read(&with(r#""note":"ask","who":"staff","on":"2026-11-24","#)),
            note(A, "volume", ""),
            &with(""),
        );
        let mut checklist = read(&with(""));
        let action = who(A, "volume", Some(WhoSaid::Staff));
        assert_eq!(update(&mut checklist, action), Err(Rejected::NoChange));
    }

    #[test]
    fn two_lists_that_disagree_are_settled() {
        let volume = CriterionId::from("volume");
        assert_eq!(disputed().answer(A, &volume), Answer::NotAsked);
        let settled = |fields: &str| {
            format!(
                r#"{{"centres":[{{"id":1,"name":"A","answers":[{{"criterion":"volume",{fields}}}]}}],"importance":[]}}"#
            )
        };
        for (action, expected) in [
            (settle(A, "volume", false), r#""answer":"yes","note":"40""#),
            (
                settle(A, "volume", true),
                r#""answer":"no","note":"4","who":"patient","on":"2026-11-01""#,
            ),
            (
                answer(A, "volume", Answer::Yes),
                r#""answer":"yes","note":"40""#,
            ),
            (
                answer_on("volume", Answer::Partly, "2026-11-24"),
                r#""answer":"partly","note":"40","on":"2026-11-24""#,
            ),
            (
                answer(A, "volume", Answer::NotAsked),
                r#""answer":"not-asked","note":"40""#,
            ),
            // What is not an answer leaves it open.
            (
                note(A, "volume", ""),
                r#""answer":"yes","other":{"answer":"no","note":"4","who":"patient","on":"2026-11-01"}"#,
            ),
            (
                who(A, "volume", Some(WhoSaid::Ourselves)),
                r#""answer":"yes","note":"40","who":"ourselves","other":{"answer":"no","note":"4","who":"patient","on":"2026-11-01"}"#,
            ),
        ] {
            check(disputed(), action, &settled(expected));
        }
    }

    #[test]
    fn facts_and_the_appointment() {
        for one in Fact::ALL {
            check_a(
                vec![],
                fact(A, one, "Erbil\n\"هەولێر\" \u{202e}"),
                &format!(r#""answers":[],"{}":"Erbil \"هەولێر\" ""#, one.code()),
            );
            check_a(
                vec![fact(A, one, "Erbil")],
                fact(A, one, " "),
                r#""answers":[]"#,
            );
        }
        check_a(
            Fact::ALL
                .map(|one| fact(A, one, one.code()))
                .into_iter()
                .collect(),
            appointment(A, day("2026-12-01")),
            r#""answers":[],"city":"city","country":"country","phone":"phone","appointment_place":"appointment_place","local_care":"local_care","appointment":"2026-12-01""#,
        );
        check_a(
            vec![appointment(A, day("2026-12-01"))],
            appointment(A, None),
            r#""answers":[]"#,
        );
    }

    #[test]
    fn costs() {
        check_a(
            vec![],
            add_cost(A, 7),
            r#""answers":[],"costs":[{"id":7,"currency":"IQD"}]"#,
        );
        check_a(
            vec![add_cost(A, 7)],
            cost(A, 7, "Operation \t(\u{202e}all)", Some(9_000)),
            r#""answers":[],"costs":[{"id":7,"what":"Operation  (all)","amount":9000,"currency":"USD"}]"#,
        );
        // A new line counts in what the last one counted in.
        check_a(
            vec![add_cost(A, 7), cost(A, 7, "", Some(0))],
            add_cost(A, 3),
            r#""answers":[],"costs":[{"id":7,"amount":0,"currency":"USD"},{"id":3,"currency":"USD"}]"#,
        );
        check_a(
            vec![add_cost(A, 7), add_cost(A, 8), add_cost(A, 9)],
            remove_cost(A, 8),
            r#""answers":[],"costs":[{"id":7,"currency":"IQD"},{"id":9,"currency":"IQD"}]"#,
        );
    }

    #[test]
    fn the_card() {
        check_a(
            vec![],
            card(A, Some(&["team", "own-0000002a", "icu", "team"])),
            r#""answers":[],"card":["team","own-0000002a","icu"]"#,
        );
        check_a(vec![], card(A, Some(&[])), r#""answers":[],"card":[]"#);
        check_a(
            vec![card(A, Some(&["team"]))],
            card(A, None),
            r#""answers":[]"#,
        );
    }

    #[test]
    fn importance() {
        check(
            after(vec![weigh("volume", Importance::Essential)]),
            weigh("volume", Importance::NotForMe),
            r#"{"centres":[],"importance":[{"criterion":"volume","importance":"not-for-me"}]}"#,
        );
    }

    #[test]
    fn questions_of_ones_own() {
        check(
            Checklist::default(),
            add_own(OwnKind::Criterion, " May my mother\nstay? ", 42),
            r#"{"centres":[],"importance":[],"own":[{"id":"own-0000002a","kind":"criterion","text":"May my mother stay?"}]}"#,
        );
        check(
            after(vec![add_own(OwnKind::Question, "Parking", 42)]),
            reword("own-0000002a", "Where do we park?"),
            r#"{"centres":[],"importance":[],"own":[{"id":"own-0000002a","kind":"question","text":"Where do we park?"}]}"#,
        );
        // All that is about it goes with it, and nothing else.
        check(
            after(vec![
                add("A", 1),
                add("B", 2),
                add_own(OwnKind::Criterion, "x", 42),
                add_own(OwnKind::Criterion, "y", 43),
                weigh("own-0000002a", Importance::Essential),
                weigh("own-0000002b", Importance::Helpful),
                answer(A, "own-0000002a", Answer::Yes),
                answer(A, "own-0000002b", Answer::No),
                card(A, Some(&["own-0000002b", "own-0000002a"])),
                card(B, Some(&["own-0000002a"])),
            ]),
            Action::RemoveOwn {
                id: "own-0000002a".into(),
            },
            r#"{"centres":[{"id":1,"name":"A","answers":[{"criterion":"own-0000002b","answer":"no"}],"card":["own-0000002b"]},{"id":2,"name":"B","answers":[],"card":[]}],"importance":[{"criterion":"own-0000002b","importance":"helpful"}],"own":[{"id":"own-0000002b","kind":"criterion","text":"y"}]}"#,
        );
    }

    #[test]
    fn own_criteria_weigh_and_own_questions_do_not() {
        let checklist = after(vec![
            add_own(OwnKind::Criterion, "x", 1),
            add_own(OwnKind::Question, "y", 2),
        ]);
        let content = [Rule {
            id: "volume".into(),
            importance: Importance::Helpful,
        }];
        let rules = checklist.rules(&content);
        let rules: Vec<_> = rules
            .iter()
            .map(|rule| (rule.id.as_str(), rule.importance))
            .collect();
        assert_eq!(
            rules,
            [
                ("volume", Importance::Helpful),
                ("own-00000001", Own::IMPORTANCE),
            ]
        );
    }

    #[test]
    fn the_decision() {
        let decided = |fields: &str| {
            format!(
                r#"{{"centres":[{{"id":1,"name":"A","answers":[]}}],"importance":[],"decision":{{{fields}}}}}"#
            )
        };
        let a = || after(vec![add("A", 1)]);
        let check = |action, expected: &str| check(a(), action, &decided(expected));
        check(Action::SetChoice(Choice::Centre(A)), r#""choice":1"#);
        check(Action::SetChoice(Choice::None), r#""choice":"none""#);
        check(
            Action::SetWhy("Because\r\n\"near\"\u{200f}".into()),
            r#""why":"Because\n\"near\"""#,
        );
        check(
            Action::SetNext("Ring on Sunday".into()),
            r#""next":"Ring on Sunday""#,
        );
        check(
            record(vec![standing(" Hospital  A ")]),
            r#""record":{"on":"2026-12-05","standings":[{"name":"Hospital A","answered":9,"of":16,"low":40,"high":70,"unmet":["icu"],"open":["cost","team"]}]}"#,
        );
        check(
            record(Vec::new()),
            r#""record":{"on":"2026-12-05","standings":[]}"#,
        );
        for (range, written) in [
            (None, ""),
            (Some((0, 0)), r#""low":0,"high":0,"#),
            (Some((100, 100)), r#""low":100,"high":100,"#),
            // No such ranges.
            (Some((1, 0)), ""),
            (Some((0, 101)), ""),
        ] {
            let mut it = standing("A");
            it.range = range;
            it.open = vec!["icu".into(), "icu".into()].into();
            it.unmet = Box::default();
            check(
                record(vec![it]),
                &format!(
                    r#""record":{{"on":"2026-12-05","standings":[{{"name":"A","answered":9,"of":16,{written}"unmet":[],"open":["icu"]}}]}}"#
                ),
            );
        }
    }

    #[test]
    fn a_decision_is_taken_back() {
        for (set, unset) in [
            (
                Action::SetChoice(Choice::None),
                Action::SetChoice(Choice::Open),
            ),
            (Action::SetWhy("x".into()), Action::SetWhy(" ".into())),
            (Action::SetNext("x".into()), Action::SetNext(String::new())),
            (record(Vec::new()), Action::SetRecord(None)),
        ] {
            check(after(vec![set]), unset, r#"{"centres":[],"importance":[]}"#);
        }
    }

    #[test]
    fn a_centre_that_goes_takes_the_choice_along() {
        let chosen = |id| {
            after(vec![
                add("A", 1),
                add("B", 2),
                Action::SetChoice(Choice::Centre(id)),
                Action::SetWhy("near".into()),
            ])
        };
        check(
            chosen(A),
            Action::RemoveCentre { id: A },
            r#"{"centres":[{"id":2,"name":"B","answers":[]}],"importance":[],"decision":{"why":"near"}}"#,
        );
        check(
            chosen(B),
            Action::RemoveCentre { id: A },
            r#"{"centres":[{"id":2,"name":"B","answers":[]}],"importance":[],"decision":{"choice":2,"why":"near"}}"#,
        );
    }

    #[test]
    fn the_example_comes_and_goes() {
        let real = after(vec![
            add("A", 1),
            answer(A, "volume", Answer::Yes),
            weigh("icu", Importance::Helpful),
        ]);
        let mut checklist = real.clone();
        let rules = ["volume", "team", "icu", "cost", "a", "b", "c", "d"];
        update(&mut checklist, example(["One", "Two"], 1, &rules)).unwrap();
        let made_up: Vec<_> = checklist
            .centres()
            .iter()
            .map(|centre| (centre.id().number(), centre.name(), centre.is_example()))
            .collect();
        assert_eq!(
            made_up,
            [(1, "A", false), (2, "One", true), (3, "Two", true)]
        );
        for centre in checklist.centres().iter().skip(1) {
            assert!(!centre.entries().is_empty() && centre.entries().len() < rules.len());
        }
        let saved = save(&checklist);
        assert_eq!(
            restore(saved.as_bytes()),
            Ok((checklist.clone(), Vec::new()))
        );
        check_rejected(
            &checklist,
            example(["Three", "Four"], 9, &rules),
            Rejected::NoChange,
        );
        // Choosing a hospital that does not exist is not remembered either.
        update(&mut checklist, Action::SetChoice(Choice::Centre(B))).unwrap();
        update(&mut checklist, Action::RemoveExample).unwrap();
        assert_eq!(checklist, real);
    }

    #[test]
    fn what_is_rejected_changes_nothing() {
        let sample = sample();
        let long_name = "ن".repeat(MAX_NAME_CHARS + 1);
        let long_note = "ن".repeat(MAX_NOTE_CHARS + 1);
        let long_line = "ن".repeat(MAX_LINE_CHARS + 1);
        let mut badly_named = standing("A");
        badly_named.unmet = Box::new(["two words".into()]);
        for (action, reason) in [
            (add("", 3), Rejected::EmptyName),
            (add("\u{200c}\u{202e} ", 3), Rejected::EmptyName),
            (add(&long_name, 3), Rejected::NameTooLong),
            (rename(A, " "), Rejected::EmptyName),
            (rename(A, &long_name), Rejected::NameTooLong),
            (rename(A, " Hospital  A "), Rejected::NoChange),
            (rename(GONE, "C"), Rejected::UnknownCentre),
            (
                Action::AddAnswered {
                    name: "C".into(),
                    seed: 3,
                    answers: listed(&[("icu", Answer::Yes), ("", Answer::Yes)]),
                    on: None,
                },
                Rejected::BadCriterion,
            ),
            (
                Action::AddAnswered {
                    name: " ".into(),
                    seed: 3,
                    answers: Vec::new(),
                    on: None,
                },
                Rejected::EmptyName,
            ),
            (example(["One", " "], 3, &["icu"]), Rejected::EmptyName),
            (example(["One", &long_name], 3, &[]), Rejected::NameTooLong),
            (example(["One", "Two"], 3, &[""]), Rejected::BadCriterion),
            (Action::RemoveExample, Rejected::NoChange),
            (Action::RemoveCentre { id: GONE }, Rejected::UnknownCentre),
            (
                Action::MoveCentre { id: GONE, to: 0 },
                Rejected::UnknownCentre,
            ),
            (Action::MoveCentre { id: A, to: 0 }, Rejected::NoChange),
            (Action::MoveCentre { id: B, to: 7 }, Rejected::NoChange),
            (answer(GONE, "volume", Answer::No), Rejected::UnknownCentre),
            (answer(A, "volume", Answer::Yes), Rejected::NoChange),
            (
                answer_on("volume", Answer::Yes, "2026-11-24"),
                Rejected::NoChange,
            ),
            (answer(A, "other", Answer::NotAsked), Rejected::NoChange),
            (answer(A, "", Answer::Yes), Rejected::BadCriterion),
            (answer(A, "", Answer::NotAsked), Rejected::BadCriterion),
            (answers(GONE, &[]), Rejected::UnknownCentre),
            (answers(A, &[]), Rejected::NoChange),
            (answers(A, &[("volume", Answer::Yes)]), Rejected::NoChange),
            (
                answers(A, &[("icu", Answer::Yes), ("icu", Answer::NotAsked)]),
                Rejected::NoChange,
            ),
            (
                answers(A, &[("icu", Answer::Yes), ("two words", Answer::Yes)]),
                Rejected::BadCriterion,
            ),
            (who(GONE, "volume", None), Rejected::UnknownCentre),
            (who(A, "volume", None), Rejected::NoChange),
            (who(A, "icu", Some(WhoSaid::Staff)), Rejected::NoChange),
            (who(A, "", Some(WhoSaid::Staff)), Rejected::BadCriterion),
            (said_on(GONE, "volume", None), Rejected::UnknownCentre),
            (said_on(A, "volume", None), Rejected::NoChange),
            (said_on(A, "icu", day("2026-11-24")), Rejected::NoChange),
            (said_on(A, "", None), Rejected::BadCriterion),
            (settle(GONE, "volume", true), Rejected::UnknownCentre),
            (settle(A, "volume", true), Rejected::NoChange),
            (settle(A, "icu", false), Rejected::NoChange),
            (settle(A, "", true), Rejected::BadCriterion),
            (note(GONE, "volume", "x"), Rejected::UnknownCentre),
            (note(A, "volume", "40 a year\u{200f}"), Rejected::NoChange),
            (note(A, "volume", &long_note), Rejected::NoteTooLong),
            (note(A, "two words", "x"), Rejected::BadCriterion),
            (
                weigh("two words", Importance::Helpful),
                Rejected::BadCriterion,
            ),
            (fact(GONE, Fact::City, "x"), Rejected::UnknownCentre),
            (fact(A, Fact::City, " "), Rejected::NoChange),
            (fact(A, Fact::Phone, &long_line), Rejected::LineTooLong),
            (appointment(GONE, None), Rejected::UnknownCentre),
            (appointment(A, None), Rejected::NoChange),
            (add_cost(GONE, 1), Rejected::UnknownCentre),
            (cost(GONE, 7, "x", None), Rejected::UnknownCentre),
            (cost(B, 7, "x", None), Rejected::UnknownCost),
            (cost(A, 8, "x", None), Rejected::UnknownCost),
            (cost(A, 7, &long_line, None), Rejected::LineTooLong),
            (
                cost(A, 7, "x", Some(MAX_AMOUNT + 1)),
                Rejected::AmountTooLarge,
            ),
            (
                Action::SetCost {
                    centre: A,
                    line: CostLine {
                        id: CostId(7),
                        what: " ".into(),
                        amount: None,
                        currency: Currency::Iqd,
                    },
                },
                Rejected::NoChange,
            ),
            (remove_cost(GONE, 7), Rejected::UnknownCentre),
            (remove_cost(A, 8), Rejected::UnknownCost),
            (card(GONE, None), Rejected::UnknownCentre),
            (card(A, None), Rejected::NoChange),
            (card(A, Some(&["icu", ""])), Rejected::BadCriterion),
            (add_own(OwnKind::Question, " ", 1), Rejected::EmptyQuestion),
            (
                add_own(OwnKind::Criterion, &long_line, 1),
                Rejected::LineTooLong,
            ),
            (reword("own-0000002a", "\u{200f}"), Rejected::EmptyQuestion),
            (reword("own-0000002a", &long_line), Rejected::LineTooLong),
            (
                reword("own-0000002a", "Where can  we park? "),
                Rejected::NoChange,
            ),
            (reword("own-00000001", "x"), Rejected::BadCriterion),
            (
                Action::RemoveOwn {
                    id: "volume".into(),
                },
                Rejected::BadCriterion,
            ),
            (
                Action::SetChoice(Choice::Centre(GONE)),
                Rejected::UnknownCentre,
            ),
            (Action::SetChoice(Choice::Open), Rejected::NoChange),
            (Action::SetWhy(" \n".into()), Rejected::NoChange),
            (Action::SetWhy(long_note.clone()), Rejected::NoteTooLong),
            (Action::SetNext(String::new()), Rejected::NoChange),
            (Action::SetNext(long_note.clone()), Rejected::NoteTooLong),
            (Action::SetRecord(None), Rejected::NoChange),
            (record(vec![standing(" ")]), Rejected::EmptyName),
            (record(vec![standing(&long_name)]), Rejected::NameTooLong),
            (record(vec![badly_named]), Rejected::BadCriterion),
            (
                record(vec![standing("A"); MAX_CENTRES + 1]),
                Rejected::TooManyCentres,
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
    fn lengths_and_amounts_at_the_limit_are_taken() {
        let mut checklist = sample();
        let line = "ێ".repeat(MAX_LINE_CHARS);
        let text = "👩".repeat(MAX_NOTE_CHARS);
        let mut actions = vec![
            rename(A, &"ن".repeat(MAX_NAME_CHARS)),
            note(A, "volume", &text),
            cost(A, 7, &line, Some(MAX_AMOUNT)),
            add_own(OwnKind::Question, &line, 1),
            reword("own-0000002a", &line),
            Action::SetWhy(text.clone()),
            Action::SetNext(text.clone()),
            record(vec![standing(&"ن".repeat(MAX_NAME_CHARS)); MAX_CENTRES]),
        ];
        actions.extend(Fact::ALL.map(|one| fact(A, one, &line)));
        for action in actions {
            update(&mut checklist, action).unwrap();
        }
        let saved = save(&checklist);
        assert_eq!(restore(saved.as_bytes()), Ok((checklist, Vec::new())));
    }

    #[test]
    fn counts_are_limited() {
        let many = |count: usize, action: &dyn Fn(u32) -> Action| -> Vec<Action> {
            (1..=u32::try_from(count).unwrap()).map(action).collect()
        };
        let full = after(many(MAX_CENTRES, &|seed| add("A", seed)));
        check_rejected(&full, add("one more", 101), Rejected::TooManyCentres);
        check_rejected(
            &full,
            example(["One", "Two"], 101, &[]),
            Rejected::TooManyCentres,
        );
        // Room for one of the two is not room for the example.
        let nearly = after(many(MAX_CENTRES - 1, &|seed| add("A", seed)));
        check_rejected(
            &nearly,
            example(["One", "Two"], 101, &[]),
            Rejected::TooManyCentres,
        );

        let mut checklist = after(vec![add("A", 1)]);
        for seed in 1..=u32::try_from(MAX_COSTS).unwrap() {
            update(&mut checklist, add_cost(A, seed)).unwrap();
        }
        check_rejected(&checklist, add_cost(A, 99), Rejected::TooManyCosts);
        update(&mut checklist, cost(A, 1, "x", None)).unwrap();

        let mut checklist = after(many(MAX_OWN, &|seed| add_own(OwnKind::Question, "x", seed)));
        check_rejected(
            &checklist,
            add_own(OwnKind::Criterion, "x", 99),
            Rejected::TooManyOwn,
        );
        update(&mut checklist, reword("own-00000001", "y")).unwrap();

        let ids: Vec<String> = (0..=MAX_CRITERIA).map(|n| n.to_string()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let (_, most) = ids.split_last().unwrap();
        let mut checklist = after(vec![add("A", 1)]);
        for id in most {
            update(&mut checklist, answer(A, id, Answer::Yes)).unwrap();
            update(&mut checklist, weigh(id, Importance::Helpful)).unwrap();
        }
        update(&mut checklist, card(A, Some(most))).unwrap();
        for action in [
            answer(A, "x", Answer::Yes),
            note(A, "x", "x"),
            answers(A, &[("x", Answer::No)]),
            weigh("x", Importance::Helpful),
            card(A, Some(&ids)),
        ] {
            check_rejected(&checklist, action, Rejected::TooManyCriteria);
        }
        update(&mut checklist, answer(A, "0", Answer::No)).unwrap();
        update(&mut checklist, weigh("0", Importance::Essential)).unwrap();
    }

    /// Fills a document by one sort of action until it is full.
    #[track_caller]
    fn check_full(mut checklist: Checklist, fill: impl Fn(u32) -> Action) {
        let refused = (0..10_000).find_map(|n| update(&mut checklist, fill(n)).err());
        assert_eq!(refused, Some(Rejected::Full));
        let saved = save(&checklist);
        assert!(saved.len() <= MAX_FILE_BYTES);
        assert!(
            saved.len() > MAX_FILE_BYTES - MAX_FILE_BYTES / 20,
            "{} is not full",
            saved.len()
        );
        assert_eq!(
            restore(saved.as_bytes()),
            Ok((checklist.clone(), Vec::new()))
        );
        // There is a way out.
        update(&mut checklist, Action::RemoveCentre { id: A }).unwrap();
    }

    #[test]
    fn a_document_never_outgrows_what_can_be_read_back() {
        let text = "\"".repeat(MAX_NOTE_CHARS);
        let line = "\\".repeat(MAX_LINE_CHARS);
        let id = |n: u32| CriterionId::from(format!("{n:\"<64}").as_str());
        let centres = |count: u32| after((1..=count).map(|seed| add("A", seed)).collect());
        check_full(centres(1), |n| note(A, &n.to_string(), &text));
        check_full(centres(100), |n| Action::SetAnswers {
            centre: CentreId(n % 100 + 1),
            answers: (0..20)
                .map(|k| (id(n / 100 * 20 + k), Answer::WouldNotSay))
                .collect(),
            on: None,
        });
        check_full(centres(100), |n| Action::SetCard {
            centre: CentreId(n % 100 + 1),
            card: Some((0..=n / 100 * 20).map(id).collect()),
        });
        check_full(centres(100), |n| {
            let mut it = standing("A");
            it.open = (0..n).map(id).collect();
            record(vec![it; 100])
        });
        // These are small: most of the room is taken beforehand.
        let mut nearly = centres(100);
        for n in 0..230 {
            update(&mut nearly, note(B, &n.to_string(), &text)).unwrap();
        }
        check_full(nearly, |n| {
            let centre = CentreId(n / 80 + 1);
            if n % 2 == 0 {
                add_cost(centre, n % 80 + 1)
            } else {
                cost(centre, n % 80, &line, Some(MAX_AMOUNT))
            }
        });
    }

    #[test]
    fn what_version_1_let_grow_still_fits() {
        /// Version 1 reckoned so for a document of these notes at each centre.
        fn size_in_v1(centres: usize, notes: &[&str]) -> usize {
            let notes = notes.iter().enumerate();
            let notes = notes.map(|(n, note)| 56 + n.to_string().len() + note.len());
            128 + centres * (49 + notes.sum::<usize>())
        }
        #[track_caller]
        fn check(centres: usize, note: &str, answer: &str) {
            let fits = |answers| size_in_v1(centres, &vec![note; answers]) <= MAX_FILE_BYTES;
            let answers = (0..MAX_CRITERIA).take_while(|n| fits(*n)).last().unwrap();
            assert!(!fits(answers + 1), "it is as large as can be");
            let one = |n| match note {
                "" => format!(r#"{{"answer":"{answer}","criterion":"{n}"}}"#),
                _ => format!(r#"{{"answer":"{answer}","criterion":"{n}","note":"{note}"}}"#),
            };
            let all: Vec<_> = (0..answers).map(one).collect();
            let centre = |n| format!(r#"{{"answers":[{}],"id":{n},"name":"A"}}"#, all.join(","));
            let all: Vec<_> = (1..=centres).map(centre).collect();
            let data = format!(
                r#"{{"format":"hipec-checklist","version":1,"document":{{"centres":[{}],"importance":[],"next_id":{}}}}}"#,
                all.join(","),
                centres + 1
            );
            let (checklist, repairs) = restore(data.as_bytes()).unwrap();
            assert_eq!(repairs, Vec::new());
            let saved = save(&checklist);
            assert_eq!(restore(saved.as_bytes()), Ok((checklist, Vec::new())));
        }
        check(100, "", "would-not-say");
        check(100, "", "yes");
        check(100, "eng", "would-not-say");
        check(1, &"👩".repeat(MAX_NOTE_CHARS), "would-not-say");
    }
}
