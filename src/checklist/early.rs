//! What was tapped before the program had come. The controls are real from the
//! first byte on, so people use them at once: nothing of that is lost.

use std::cell::RefCell;

use hipec_core::{
    checklist::{Action, Answer, CentreId, CriterionId, Place},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    criterion::NAME,
    desk::{Desk, today},
};
use crate::platform::field;

/// Answers without a centre, by the place of the question.
type Early = Vec<(usize, Answer)>;

thread_local! {
    static COLLECTED: RefCell<Early> = const { RefCell::new(Vec::new()) };
}

/// Reads the delivered page, before taking it over makes the controls follow
/// the list.
pub(crate) fn collect() {
    let answers = field::chosen(NAME).into_iter();
    let answers = answers.filter_map(|(place, code)| {
        let answer = Answer::from_code(&code).filter(|answer| *answer != Answer::NotAsked)?;
        Some((place.parse().ok()?, answer))
    });
    COLLECTED.set(answers.collect());
}

/// Adopts what was collected, once the stored list is there. Without a centre
/// there is only one thing that the taps can have meant; with centres only the
/// person can say which was meant.
pub(super) fn adopt(desk: Desk) {
    let early: Vec<(CriterionId, Answer)> = desk.with_content_rules(|rules| {
        let early = COLLECTED.take().into_iter();
        early
            .filter_map(|(place, answer)| Some((rules.get(place)?.id.clone(), answer)))
            .collect()
    });
    if early.is_empty() {
        return;
    }
    if desk.with_untracked(|document| document.centres().is_empty()) {
        desk.add_first(early);
    } else {
        desk.early.set(early);
    }
}

/// Puts the early answers where the person says; `None` for a new centre.
pub(super) fn settle(desk: Desk, centre: Option<CentreId>) {
    let answers = desk.early.get_untracked();
    let done = match centre {
        Some(centre) => desk.dispatch(Action::SetAnswers {
            centre,
            answers,
            on: today(),
        }),
        None => desk.add_centre(desk.text(ChecklistText::FirstCentreName), answers),
    };
    if done {
        desk.early.set(Vec::new());
        if let Some(id) = centre {
            desk.go(Place::Centre(id));
        }
    }
}
