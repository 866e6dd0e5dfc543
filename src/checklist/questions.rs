//! The criteria: to read, and to answer for the centre that is open.

use hipec_core::{
    checklist::{Action, Answer, CentreId, Importance, Rule},
    content::{ChecklistPage, Criterion, CriterionGroup},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::desk::Desk;
use crate::{components::rich::rich, context::PageCx};

/// All groups of criteria, with controls once a centre is open.
pub(super) fn questions(cx: &PageCx, desk: Desk, page: &ChecklistPage) -> AnyView {
    let heading = move || match desk.open.get() {
        Some(id) => desk.fill(
            ChecklistText::QuestionsFor,
            &[("centre", &isolate(&desk.name(id)))],
        ),
        None => desk.text(ChecklistText::QuestionsHeading),
    };
    let hint = move || {
        desk.open.get().is_none().then(
            || view! { <p class="only-script">{desk.text(ChecklistText::QuestionsReadOnly)}</p> },
        )
    };
    let groups: Vec<_> = page.groups.iter().map(|it| group(cx, desk, it)).collect();
    view! {
        <section class="questions-list" aria-labelledby="questions">
            <h2 id="questions" tabindex="-1">{heading}</h2>
            {hint}
            <details class="reckoning">
                <summary>{desk.text(ChecklistText::RangeExplainTitle)}</summary>
                <p>{desk.text(ChecklistText::RangeExplain)}</p>
            </details>
            {groups}
        </section>
    }
    .into_any()
}

fn group(cx: &PageCx, desk: Desk, group: &CriterionGroup) -> AnyView {
    let rules: Vec<Rule> = group
        .criteria
        .iter()
        .map(|criterion| criterion.rule.clone())
        .collect();
    let progress = move || {
        let id = desk.open.get()?;
        desk.with_centre(id, |document, centre, _| {
            let counted: Vec<&Rule> = rules
                .iter()
                .filter(|rule| document.importance_of(rule) != Importance::NotForMe)
                .collect();
            let answered = counted
                .iter()
                .filter(|rule| !centre.answer(&rule.id).is_open())
                .count();
            let values = (answered.to_string(), counted.len().to_string());
            desk.fill(
                ChecklistText::GroupProgress,
                &[("answered", &values.0), ("total", &values.1)],
            )
        })
        .map(|text| view! { <span class="progress">{text}</span> })
    };
    let id = ["group-", &group.id].concat();
    let labelled_by = id.clone();
    let criteria: Vec<_> = group
        .criteria
        .iter()
        .map(|it| criterion(cx, desk, it))
        .collect();
    view! {
        <section class="group" aria-labelledby=labelled_by>
            <h3 id=id>{group.title.clone()}{progress}</h3>
            <p class="group-about">{group.about.clone()}</p>
            <ul class="criteria">{criteria}</ul>
        </section>
    }
    .into_any()
}

fn criterion(cx: &PageCx, desk: Desk, criterion: &Criterion) -> AnyView {
    let rule = criterion.rule.clone();
    let question = criterion.question.clone();
    let controls = move || match desk.open.get() {
        Some(centre) => answer(desk, centre, &rule, &question),
        None => view! { <p class="question">{question.clone()}</p> }.into_any(),
    };
    view! {
        <li class="criterion" id=["criterion-", criterion.rule.id.as_str()].concat()>
            {controls}
            <details class="about-criterion">
                <summary>{desk.text(ChecklistText::About)}</summary>
                <dl>
                    <dt>{desk.text(ChecklistText::Why)}</dt>
                    <dd>{rich(cx, &criterion.why)}</dd>
                    <dt class="good">{desk.text(ChecklistText::GoodAnswer)}</dt>
                    <dd>{rich(cx, &criterion.good)}</dd>
                    <dt class="bad">{desk.text(ChecklistText::WarningSign)}</dt>
                    <dd>{rich(cx, &criterion.warning)}</dd>
                </dl>
            </details>
        </li>
    }
    .into_any()
}

/// The five answers, the note and the importance of one criterion.
fn answer(desk: Desk, centre: CentreId, rule: &Rule, question: &str) -> AnyView {
    let id = rule.id.clone();
    let current = {
        let id = id.clone();
        Memo::new(move |_| desk.with(|document| document.answer(centre, &id)))
    };
    let options: Vec<_> = [Answer::Yes, Answer::Partly, Answer::No, Answer::WouldNotSay, Answer::NotAsked]
        .into_iter()
        .map(|option| {
            let criterion = id.clone();
            let class = ["option option-", option.code()].concat();
            view! {
                <label class=class>
                    <input
                        type="radio"
                        name=["answer-", id.as_str()].concat()
                        value=option.code()
                        prop:checked=move || current.get() == option
                        on:change=move |_| {
                            desk.dispatch(Action::SetAnswer { centre, criterion: criterion.clone(), answer: option });
                        }
                    />
                    <span>{desk.text(answer_text(option))}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="answer" data-answer=move || current.get().code()>
            <legend class="question">{question.to_owned()}</legend>
            <div class="options">{options}</div>
        </fieldset>
        <div class="answer-more">
            {note(desk, centre, rule)}
            {importance(desk, rule)}
        </div>
    }
    .into_any()
}

fn note(desk: Desk, centre: CentreId, rule: &Rule) -> AnyView {
    let field = ["note-", rule.id.as_str()].concat();
    let criterion = rule.id.clone();
    let current = {
        let criterion = criterion.clone();
        Memo::new(move |_| desk.with(|document| document.note(centre, &criterion).to_owned()))
    };
    let write = move |event: leptos::ev::Event| {
        let note = event_target_value(&event);
        desk.dispatch(Action::SetNote {
            centre,
            criterion: criterion.clone(),
            note,
        });
    };
    view! {
        <div class="note">
            <label for=field.clone()>{desk.text(ChecklistText::Note)}</label>
            <textarea
                id=field
                rows="1"
                dir="auto"
                autocomplete="off"
                placeholder=desk.text(ChecklistText::NoteHint)
                prop:value=move || current.get()
                on:input=write
                on:blur=move |_| desk.seal()
            ></textarea>
        </div>
    }
    .into_any()
}

fn importance(desk: Desk, rule: &Rule) -> AnyView {
    let field = ["importance-", rule.id.as_str()].concat();
    let current = {
        let rule = rule.clone();
        Memo::new(move |_| desk.with(|document| document.importance_of(&rule)))
    };
    let options: Vec<_> = Importance::ALL
        .into_iter()
        .map(|option| {
            view! {
                <option value=option.code() selected=move || current.get() == option>
                    {desk.text(importance_text(option))}
                </option>
            }
        })
        .collect();
    let criterion = rule.id.clone();
    let choose = move |event: leptos::ev::Event| {
        if let Some(importance) = Importance::from_code(&event_target_value(&event)) {
            desk.dispatch(Action::SetImportance {
                criterion: criterion.clone(),
                importance,
            });
        }
    };
    view! {
        <div class="importance" data-importance=move || current.get().code()>
            <label for=field.clone()>{desk.text(ChecklistText::Importance)}</label>
            <select id=field prop:value=move || current.get().code() on:change=choose>{options}</select>
            <p class="hint">{desk.text(ChecklistText::ImportanceForAll)}</p>
        </div>
    }
    .into_any()
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
