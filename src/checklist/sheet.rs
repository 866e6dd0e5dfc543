//! The questions: all at once or one at a time, for the centre that is open.
//!
//! They are drawn once, are part of the delivered page, and only follow which
//! centre is open. Before there is one, the first answer makes one.

use hipec_core::{
    checklist::{CentreId, Importance, Place, Rule},
    content::CriterionGroup,
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::{criterion, desk::Desk, own};
use crate::element::{El, View, el, when};

/// Which question is shown, where one is shown at a time.
pub(super) type Step = RwSignal<Option<usize>>;

/// All groups of questions.
pub(super) fn sheet(desk: Desk) -> El {
    let step: Step = RwSignal::new(None);
    let shown = move || match desk.place.get() {
        Place::Centre(_) => desk.open.get().is_some(),
        Place::Overview => !desk.has_centres(),
        Place::Compare | Place::Ask(_) | Place::Decide | Place::Keep | Place::Sheet => false,
    };
    let heading = move || match desk.open.get() {
        Some(id) => desk.fill(
            ChecklistText::QuestionsFor,
            &[("centre", &isolate(&desk.name(id)))],
        ),
        None => desk.text(ChecklistText::QuestionsHeading),
    };
    let data = desk.data();
    let mut first = 0;
    let groups: Vec<El> = data
        .groups
        .iter()
        .map(|it| {
            let start = first;
            first += it.criteria.len();
            group(desk, step, it, start)
        })
        .collect();
    el("section")
        .class("sheet")
        .flag("hidden", move || !shown())
        .attr("aria-labelledby", "questions")
        .child(
            el("h2")
                .attr("id", "questions")
                .attr("tabindex", "-1")
                .live_text(heading),
        )
        .child(
            el("p")
                .class("hint only-script")
                .flag("hidden", move || desk.open.get().is_some())
                .text(desk.text(ChecklistText::QuestionsFirst)),
        )
        .view(pace(desk, step))
        .children(groups)
        .child(own::own(desk, step, first))
        .view(walk(desk, step))
}

/// Whether the question at this position is shown.
pub(super) fn is_shown(step: Step, at: usize) -> bool {
    step.get().is_none_or(|step| step == at)
}

/// All at once, or one at a time; once there is a centre.
fn pace(desk: Desk, step: Step) -> View {
    when(
        move || desk.open.get().is_some(),
        move || paces(desk, step).into_view(),
    )
}

fn paces(desk: Desk, step: Step) -> El {
    let choice = move |word, one: bool| {
        let field = el("input")
            .attr("type", "radio")
            .attr("name", "pace")
            .checked(move || step.get().is_some() == one)
            .on("change", move |_| {
                step.set(one.then(|| first_open(desk)));
            });
        el("label")
            .class("option")
            .child(field)
            .child(el("span").text(desk.text(word)))
    };
    el("fieldset")
        .class("pace")
        .child(
            el("legend")
                .class("visually-hidden")
                .text(desk.text(ChecklistText::PaceLabel)),
        )
        .child(
            el("div")
                .class("options")
                .child(choice(ChecklistText::PaceAll, false))
                .child(choice(ChecklistText::PaceOne, true)),
        )
}

/// The first question that has no answer yet, else the first of all.
fn first_open(desk: Desk) -> usize {
    let open = desk.open.get_untracked();
    desk.with_untracked(|document| {
        let centre = open.and_then(|id| document.centre(id));
        let rules = desk.rules.get_untracked();
        centre
            .and_then(|centre| {
                rules.iter().position(|rule| {
                    document.importance_of(rule) != Importance::NotForMe
                        && centre.answer(&rule.id).is_open()
                })
            })
            .unwrap_or(0)
    })
}

/// How many questions there are to walk through, own ones included.
fn total(desk: Desk) -> usize {
    let content = desk.with_content_rules(<[_]>::len);
    let own = if desk.open.get().is_some() {
        desk.with(|document| document.own().len())
    } else {
        0
    };
    content + own
}

/// From one question to the next; only where one is shown at a time.
fn walk(desk: Desk, step: Step) -> View {
    when(
        move || step.get().is_some(),
        move || steps(desk, step).into_view(),
    )
}

fn steps(desk: Desk, step: Step) -> El {
    let at = move || step.get().unwrap_or(0);
    let button = |class: &'static str, word: ChecklistText| {
        el("button")
            .attr("type", "button")
            .class(class)
            .text(desk.text(word))
    };
    let count = move || {
        desk.fill(
            ChecklistText::StepOf,
            &[
                ("at", &(at() + 1).to_string()),
                ("total", &total(desk).to_string()),
            ],
        )
    };
    let back = button("button", ChecklistText::StepBack)
        .attr("id", "step-back")
        .flag("disabled", move || at() == 0)
        .on("click", move |_| {
            step.set(Some(untrack(at).saturating_sub(1)));
        });
    let on = button("button button-main", ChecklistText::StepOn)
        .attr("id", "step-on")
        .flag("disabled", move || at() + 1 >= total(desk))
        .on("click", move |_| step.set(Some(untrack(at) + 1)));
    el("div")
        .class("walk")
        .child(back)
        .child(
            el("p")
                .class("step")
                .attr("role", "status")
                .live_text(count),
        )
        .child(on)
}

fn group(desk: Desk, step: Step, group: &CriterionGroup, first: usize) -> El {
    let rules: Vec<Rule> = group
        .criteria
        .iter()
        .map(|criterion| criterion.rule.clone())
        .collect();
    let count = group.criteria.len();
    let progress = move || {
        desk.open
            .get()
            .and_then(|id| progress(desk, id, &rules))
            .unwrap_or_default()
    };
    let id = ["group-", &group.id].concat();
    let heading = el("h3")
        .attr("id", id.clone())
        .child(el("span").text(group.title.clone()))
        .text(" ")
        .child(el("span").class("progress").live_text(progress));
    let rows = group
        .criteria
        .iter()
        .enumerate()
        .map(|(at, it)| criterion::row(desk, step, first + at, it));
    el("section")
        .class("group")
        .attr("aria-labelledby", id)
        .flag("hidden", move || {
            step.get()
                .is_some_and(|step| !(first..first + count).contains(&step))
        })
        .child(heading)
        .child(el("p").class("group-about").text(group.about.clone()))
        .child(el("ul").class("criteria").children(rows))
}

fn progress(desk: Desk, id: CentreId, rules: &[Rule]) -> Option<String> {
    let (answered, total) = desk.with_centre(id, |document, centre, _| {
        let counts = |rule: &&Rule| document.importance_of(rule) != Importance::NotForMe;
        let counted = rules.iter().filter(counts);
        let answered = counted
            .clone()
            .filter(|rule| !centre.answer(&rule.id).is_open())
            .count();
        (answered, counted.count())
    })?;
    Some(desk.fill(
        ChecklistText::GroupProgress,
        &[
            ("answered", &answered.to_string()),
            ("total", &total.to_string()),
        ],
    ))
}
