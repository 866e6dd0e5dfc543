//! Two centres: what can be said, why, and on what it depends.

use hipec_core::{
    checklist::{
        self, CentreId, Comparison, Importance, Place, Power, Reason, Side, Turn, TurnKind, Verdict,
    },
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use crate::{
    checklist::{
        desk::{Desk, centre_of},
        fields::{choice, labelled},
        places,
        words::importance_text,
    },
    element::{El, View, el, nothing, redrawn},
};

/// Two centres to choose, and what can be said about them.
pub(super) fn pair(desk: Desk) -> El {
    let keys = untrack(|| desk.centre_keys());
    let first = RwSignal::new(keys.first().cloned().unwrap_or_default());
    let second = RwSignal::new(keys.get(1).cloned().unwrap_or_default());
    let choices = redrawn(
        move || desk.names(),
        move || {
            let field = |id: &'static str, word, chosen: RwSignal<String>| {
                let options = desk.with(|document| {
                    let centres = document.centres().iter();
                    centres
                        .map(|centre| (centre.id().number().to_string(), centre.name().to_owned()))
                        .collect()
                });
                let field = choice(options, move || chosen.get(), move |key| chosen.set(key));
                labelled(id, desk.text(word), field)
            };
            el("div")
                .class("pair-fields no-print")
                .child(field("pair-first", ChecklistText::PairFirst, first))
                .child(field("pair-second", ChecklistText::PairSecond, second))
                .into_view()
        },
    );
    let words = redrawn(
        move || {
            let revision = desk.revision().to_string();
            [revision, first.get(), second.get()].join(" ")
        },
        move || comparison(desk, centre_of(&first.get()), centre_of(&second.get())),
    );
    el("section")
        .class("pair")
        .attr("aria-labelledby", "pair")
        .child(
            el("h3")
                .attr("id", "pair")
                .text(desk.text(ChecklistText::PairHeading)),
        )
        .view(choices)
        .child(el("div").attr("role", "status").view(words))
}

fn comparison(desk: Desk, first: CentreId, second: CentreId) -> View {
    if first == second {
        return el("p").text(desk.text(ChecklistText::PairSame)).into_view();
    }
    let rules = desk.all_rules();
    let found = desk.with(|document| {
        let (a, b) = (document.centre(first)?, document.centre(second)?);
        Some(checklist::compare(document, a, b, &rules))
    });
    let Some(found) = found else {
        return nothing();
    };
    let names = [first, second].map(|id| isolate(&desk.name(id)));
    el("div")
        .child(
            el("p")
                .class("pair-verdict")
                .text(verdict(desk, &found, &names)),
        )
        .view(why(desk, &found))
        .view(depends(desk, &found))
        .view(turns(desk, &found.turns, &names))
        .into_view()
}

fn verdict(desk: Desk, found: &Comparison, [first, second]: &[String; 2]) -> String {
    let (word, ahead, behind) = match found.verdict {
        Verdict::Surely(Side::First) => (ChecklistText::PairSurely, first, second),
        Verdict::Surely(Side::Second) => (ChecklistText::PairSurely, second, first),
        Verdict::Even => (ChecklistText::PairEven, first, second),
        Verdict::BothFail => (ChecklistText::PairBothFail, first, second),
        Verdict::Open => (ChecklistText::PairOpen, first, second),
    };
    desk.fill(word, &[("first", ahead), ("second", behind)])
}

fn why(desk: Desk, found: &Comparison) -> View {
    match &found.reason {
        None => nothing(),
        Some(Reason::Essentials(missing)) => el("div")
            .child(el("p").text(desk.text(ChecklistText::PairWhyEssential)))
            .view(super::sentences(
                "bullets",
                missing.iter().map(|id| desk.question(id)).collect(),
            ))
            .into_view(),
        Some(Reason::Points { ahead, behind }) => el("p")
            .text(desk.fill(
                ChecklistText::PairWhyPoints,
                &[
                    ("low", &points(ahead.low)),
                    ("high", &points(behind.high)),
                    ("total", &points(ahead.out_of)),
                ],
            ))
            .into_view(),
    }
}

/// Half-points as points. Percentages would be rounded and could seem to cross.
fn points(half_points: u32) -> String {
    let half = if half_points % 2 == 1 { ".5" } else { "" };
    [&(half_points / 2).to_string(), half].concat()
}

/// The open questions on which it depends, those that could decide alone first.
fn depends(desk: Desk, found: &Comparison) -> View {
    let part = |decides: bool, word| {
        let questions = found
            .depends_on
            .iter()
            .filter(|question| (question.power == Power::Decides) == decides)
            .map(|question| {
                desk.fill(
                    ChecklistText::QuestionAt,
                    &[
                        ("question", &desk.question(&question.criterion)),
                        ("centre", &isolate(&desk.name(question.centre))),
                    ],
                )
            });
        let questions: Vec<_> = questions.collect();
        if questions.is_empty() {
            return nothing();
        }
        let count = questions.len();
        el("details")
            .class("fold")
            .child(el("summary").text(desk.count(word, count)))
            .view(super::sentences("bullets", questions))
            .into_view()
    };
    if found.depends_on.is_empty() {
        return nothing();
    }
    el("div")
        .view(part(true, ChecklistText::PairDecideCount))
        .view(part(false, ChecklistText::PairTogetherCount))
        .child(
            el("p")
                .class("no-print")
                .child(places::link(Place::Ask(None)).text(desk.text(ChecklistText::PairAsk))),
        )
        .into_view()
}

/// Which changes of one importance would change what is said.
fn turns(desk: Desk, turns: &[Turn], [first, second]: &[String; 2]) -> View {
    if turns.is_empty() {
        return nothing();
    }
    let sentences = turns.iter().map(|turn| {
        let (word, centre) = match turn.kind {
            TurnKind::TurnsRound => (ChecklistText::TurnRound, first),
            TurnKind::Unsettles(_) => (ChecklistText::TurnUnsettles, first),
            TurnKind::Settles(Side::First) => (ChecklistText::TurnSettles, first),
            TurnKind::Settles(Side::Second) => (ChecklistText::TurnSettles, second),
        };
        let importance: Importance = turn.importance;
        desk.fill(
            word,
            &[
                ("question", &desk.question(&turn.criterion)),
                ("importance", &desk.text(importance_text(importance))),
                ("centre", centre),
            ],
        )
    });
    el("details")
        .class("fold")
        .child(el("summary").text(desk.count(ChecklistText::TurnsCount, turns.len())))
        .view(super::sentences("bullets", sentences.collect()))
        .into_view()
}
