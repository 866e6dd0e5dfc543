//! The criteria: to read, and to answer for the centre that is open.

use hipec_core::{
    checklist::{Action, Answer, CentreId, Importance, Rule},
    content::{ChecklistData, Criterion, CriterionGroup},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::desk::Desk;
use crate::element::{El, el, live};

/// All groups of criteria, with controls once a centre is open.
pub(super) fn questions(desk: Desk, data: &ChecklistData) -> El {
    let heading = move || match desk.open.get() {
        Some(id) => desk.fill(
            ChecklistText::QuestionsFor,
            &[("centre", &isolate(&desk.name(id)))],
        ),
        None => desk.text(ChecklistText::QuestionsHeading),
    };
    let hint = el("p")
        .class("only-script")
        .flag("hidden", move || desk.open.get().is_some())
        .text(desk.text(ChecklistText::QuestionsReadOnly));
    let reckoning = el("details")
        .class("reckoning")
        .child(el("summary").text(desk.text(ChecklistText::RangeExplainTitle)))
        .child(el("p").text(desk.text(ChecklistText::RangeExplain)));
    el("section")
        .class("questions-list")
        .attr("aria-labelledby", "questions")
        .child(
            el("h2")
                .attr("id", "questions")
                .attr("tabindex", "-1")
                .live_text(heading),
        )
        .child(hint)
        .child(reckoning)
        .children(data.groups.iter().map(|it| group(desk, it)))
}

fn group(desk: Desk, group: &CriterionGroup) -> El {
    let rules: Vec<Rule> = group
        .criteria
        .iter()
        .map(|criterion| criterion.rule.clone())
        .collect();
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
    el("section")
        .class("group")
        .attr("aria-labelledby", id)
        .child(heading)
        .child(el("p").class("group-about").text(group.about.clone()))
        .child(
            el("ul")
                .class("criteria")
                .children(group.criteria.iter().map(|it| criterion(desk, it))),
        )
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
    let values = (answered.to_string(), total.to_string());
    Some(desk.fill(
        ChecklistText::GroupProgress,
        &[("answered", &values.0), ("total", &values.1)],
    ))
}

fn criterion(desk: Desk, criterion: &Criterion) -> El {
    let rule = criterion.rule.clone();
    let question = criterion.question.clone();
    let controls = live(move || {
        match desk.open.get() {
            Some(centre) => answer(desk, centre, &rule, &question),
            None => el("p").class("question").text(question.clone()),
        }
        .into_any()
    });
    el("li")
        .class("criterion")
        .attr("id", ["criterion-", criterion.rule.id.as_str()].concat())
        .view(controls)
        .nodes([&criterion.about])
}

/// The five answers, the note and the importance of one criterion.
fn answer(desk: Desk, centre: CentreId, rule: &Rule, question: &str) -> El {
    let id = rule.id.clone();
    let current = Memo::new({
        let id = id.clone();
        move |_| desk.with(|document| document.answer(centre, &id))
    });
    let options = [
        Answer::Yes,
        Answer::Partly,
        Answer::No,
        Answer::WouldNotSay,
        Answer::NotAsked,
    ];
    let options = options.into_iter().map(|option| {
        let criterion = id.clone();
        let set = move |_| {
            desk.dispatch(Action::SetAnswer {
                centre,
                criterion: criterion.clone(),
                answer: option,
            })
        };
        let field = el("input")
            .attr("type", "radio")
            .attr("name", ["answer-", id.as_str()].concat())
            .attr("value", option.code())
            .checked(move || current.get() == option)
            .on("change", set);
        el("label")
            .class(["option option-", option.code()].concat())
            .child(field)
            .child(el("span").text(desk.text(answer_text(option))))
    });
    let answers = el("fieldset")
        .class("answer")
        .live_attr("data-answer", move || Some(current.get().code().to_owned()))
        .child(el("legend").class("question").text(question.to_owned()))
        .child(el("div").class("options").children(options));
    let more = el("div")
        .class("answer-more")
        .child(note(desk, centre, rule))
        .child(importance(desk, rule));
    el("div").child(answers).child(more)
}

fn note(desk: Desk, centre: CentreId, rule: &Rule) -> El {
    let id = ["note-", rule.id.as_str()].concat();
    let criterion = rule.id.clone();
    let current = Memo::new({
        let criterion = criterion.clone();
        move |_| desk.with(|document| document.note(centre, &criterion).to_owned())
    });
    let write = move |event| {
        let note = event_target_value(&event);
        desk.dispatch(Action::SetNote {
            centre,
            criterion: criterion.clone(),
            note,
        });
    };
    let field = el("textarea")
        .attr("id", id.clone())
        .attr("rows", "1")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("placeholder", desk.text(ChecklistText::NoteHint))
        .value(move || current.get())
        .on("input", write)
        .on("blur", move |_| desk.seal());
    el("div")
        .class("note")
        .child(
            el("label")
                .attr("for", id)
                .text(desk.text(ChecklistText::Note)),
        )
        .child(field)
}

fn importance(desk: Desk, rule: &Rule) -> El {
    let id = ["importance-", rule.id.as_str()].concat();
    let current = Memo::new({
        let rule = rule.clone();
        move |_| desk.with(|document| document.importance_of(&rule))
    });
    let options = Importance::ALL.into_iter().map(|option| {
        el("option")
            .attr("value", option.code())
            .flag("selected", move || current.get() == option)
            .text(desk.text(importance_text(option)))
    });
    let criterion = rule.id.clone();
    let choose = move |event| {
        if let Some(importance) = Importance::from_code(&event_target_value(&event)) {
            desk.dispatch(Action::SetImportance {
                criterion: criterion.clone(),
                importance,
            });
        }
    };
    let hint = [id.as_str(), "-hint"].concat();
    let field = el("select")
        .attr("id", id.clone())
        .attr("aria-describedby", hint.clone())
        .value(move || current.get().code().to_owned())
        .on("change", choose)
        .children(options);
    el("div")
        .class("importance")
        .child(
            el("label")
                .attr("for", id)
                .text(desk.text(ChecklistText::Importance)),
        )
        .child(field)
        .child(
            el("p")
                .class("hint")
                .attr("id", hint)
                .text(desk.text(ChecklistText::ImportanceForAll)),
        )
}

const fn answer_text(answer: Answer) -> ChecklistText {
    match answer {
        Answer::NotAsked => ChecklistText::AnswerNotAsked,
        Answer::Yes => ChecklistText::AnswerYes,
        Answer::Partly => ChecklistText::AnswerPartly,
        Answer::No => ChecklistText::AnswerNo,
        Answer::WouldNotSay => ChecklistText::AnswerWouldNotSay,
    }
}

const fn importance_text(importance: Importance) -> ChecklistText {
    match importance {
        Importance::Essential => ChecklistText::ImportanceEssential,
        Importance::Important => ChecklistText::ImportanceImportant,
        Importance::Helpful => ChecklistText::ImportanceHelpful,
        Importance::NotForMe => ChecklistText::ImportanceNotForMe,
    }
}
