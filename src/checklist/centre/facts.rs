//! The practical side of a centre: where it is, how to reach it, when to be
//! there, and who helps near home.

use hipec_core::{
    checklist::{Action, Centre, CentreId, Fact},
    words::ChecklistText,
};

use crate::checklist::{
    desk::Desk,
    fields::{self, labelled},
    words::fact_text,
};
use crate::element::{El, el};

/// A fold with a field for each fact, and what is not known yet.
pub(super) fn facts(desk: Desk, id: CentreId) -> El {
    let fields = Fact::ALL.into_iter().map(|fact| field(desk, id, fact));
    let appointment = fields::date(
        move || {
            desk.with_centre(id, |_, centre, _| centre.appointment())
                .flatten()
                .map(|on| on.to_string())
                .unwrap_or_default()
        },
        move |on| {
            desk.dispatch(Action::SetAppointment { centre: id, on });
        },
    );
    let appointment = labelled(
        "fact-appointment",
        desk.text(ChecklistText::FactAppointment),
        appointment,
    );
    let missing = move || {
        let words = desk
            .with_centre(id, |_, centre, _| missing(desk, centre))
            .unwrap_or_default();
        if words.is_empty() {
            desk.text(ChecklistText::FactsComplete)
        } else {
            let list = words.join(desk.locale.list_separator());
            desk.fill(ChecklistText::FactsMissing, &[("list", &list)])
        }
    };
    el("details")
        .class("fold facts")
        .child(
            el("summary")
                .child(el("span").text(desk.text(ChecklistText::FactsHeading)))
                .text(" ")
                .child(el("span").class("digest").live_text(missing)),
        )
        .child(
            el("div")
                .class("answer-fields")
                .children(fields)
                .child(appointment),
        )
}

fn missing(desk: Desk, centre: &Centre) -> Vec<String> {
    let mut words: Vec<String> = Fact::ALL
        .into_iter()
        .filter(|fact| centre.fact(*fact).is_empty())
        .map(|fact| desk.text(fact_text(fact)))
        .collect();
    if centre.appointment().is_none() {
        words.push(desk.text(ChecklistText::FactAppointment));
    }
    words
}

fn field(desk: Desk, id: CentreId, fact: Fact) -> El {
    let current = move || {
        desk.with_centre(id, |_, centre, _| centre.fact(fact).to_owned())
            .unwrap_or_default()
    };
    let field = fields::line(desk, current, move |text| {
        desk.dispatch(Action::SetFact {
            centre: id,
            fact,
            text,
        });
    });
    // Letters and figures of a number run left to right in every language.
    let field = match fact {
        Fact::Phone => field.attr("inputmode", "tel"),
        Fact::City | Fact::Country | Fact::AppointmentPlace | Fact::LocalCare => field,
    };
    let id = ["fact-", fact.code()].concat();
    labelled(&id, desk.text(fact_text(fact)), field)
}
