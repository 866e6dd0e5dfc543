//! The blank sheet: every question with boxes for a pen.

use hipec_core::{
    checklist::{Answer, OwnKind},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{compare, desk::Desk, places, words::answer_text};
use crate::element::{El, el, redrawn};

/// What can be ticked.
const BOXES: [Answer; 4] = [Answer::Yes, Answer::Partly, Answer::No, Answer::WouldNotSay];

/// The sheet, for one hospital or for three.
pub(super) fn blank(desk: Desk) -> El {
    let three = RwSignal::new(false);
    let options = [
        (ChecklistText::SheetOne, false),
        (ChecklistText::SheetThree, true),
    ];
    let options = options.into_iter().map(|(word, value)| {
        let field = el("input")
            .attr("type", "radio")
            .attr("name", "layout")
            .checked(move || three.get() == value)
            .on("change", move |_| three.set(value));
        el("label")
            .class("tick")
            .child(field)
            .child(el("span").text(desk.text(word)))
    });
    let paper = redrawn(
        move || three.get().to_string(),
        move || paper(desk, if three.get() { 3 } else { 1 }).into_view(),
    );
    el("section")
        .class("blank")
        .attr("aria-labelledby", places::TITLE)
        .child(places::title().text(desk.text(ChecklistText::SheetTitle)))
        .child(
            el("fieldset")
                .class("choices no-print")
                .child(el("legend").text(desk.text(ChecklistText::SheetLayout)))
                .children(options),
        )
        .child(compare::print(desk))
        .view(paper)
}

fn paper(desk: Desk, centres: usize) -> El {
    let data = desk.data();
    let own = desk.with(|document| {
        let own = document.own().iter();
        own.map(|own| (own.text().to_owned(), own.kind() == OwnKind::Criterion))
            .collect::<Vec<_>>()
    });
    let groups = data.groups.iter().map(|group| {
        let rows = group.criteria.iter();
        let rows = rows.map(|it| row(desk, &it.question, true, centres));
        body(&group.title, centres).children(rows)
    });
    let own = (!own.is_empty()).then(|| {
        let rows = own.iter();
        let rows = rows.map(|(text, boxes)| row(desk, text, *boxes, centres));
        body(&desk.text(ChecklistText::OwnHeading), centres).children(rows)
    });
    let class = if centres == 1 {
        "pen pen-one"
    } else {
        "pen pen-three"
    };
    let sheet = el("div").class("pen-sheet");
    let sheet = if centres == 1 {
        sheet.child(lines(desk))
    } else {
        sheet.child(
            el("p")
                .class("pen-signs")
                .text(desk.text(ChecklistText::SheetSigns)),
        )
    };
    sheet.child(
        el("table")
            .class(class)
            .child(head(desk, centres))
            .children(groups)
            .children(own),
    )
}

/// What is written down before the questions.
fn lines(desk: Desk) -> El {
    let lines = [
        ChecklistText::SheetHospital,
        ChecklistText::FactPhone,
        ChecklistText::SheetPerson,
        ChecklistText::SheetDate,
    ];
    let lines = lines
        .into_iter()
        .map(|word| el("p").class("pen-line").text(desk.text(word)));
    el("div").class("pen-lines").children(lines)
}

/// For one hospital a column for each answer, for three a column for each
/// hospital, with room for its name.
fn head(desk: Desk, centres: usize) -> El {
    let column = || el("th").attr("scope", "col");
    let question = column().text(desk.text(ChecklistText::TableQuestion));
    let row = el("tr").child(question);
    let row = if centres == 1 {
        row.children(BOXES.map(|answer| column().text(desk.text(answer_text(answer)))))
    } else {
        let details = [
            ChecklistText::SheetHospital,
            ChecklistText::FactPhone,
            ChecklistText::SheetDate,
        ];
        row.children((0..centres).map(|_| {
            let lines = details.map(|word| el("p").class("pen-line").text(desk.text(word)));
            column().children(lines)
        }))
    };
    el("thead").child(row)
}

fn columns(centres: usize) -> usize {
    if centres == 1 { BOXES.len() } else { centres }
}

fn body(title: &str, centres: usize) -> El {
    let heading = el("th")
        .attr("scope", "rowgroup")
        .attr("colspan", (columns(centres) + 1).to_string())
        .text(title.to_owned());
    el("tbody").child(el("tr").class("pen-group").child(heading))
}

/// A question; without boxes where it cannot be answered with yes or no.
fn row(desk: Desk, question: &str, boxes: bool, centres: usize) -> El {
    let head = el("th")
        .attr("scope", "row")
        .child(el("bdi").text(question.to_owned()));
    let head = if centres == 1 {
        let word = desk.text(ChecklistText::SheetNoteLine);
        head.child(el("p").class("pen-line pen-note").text(word))
    } else {
        head
    };
    let cell = |_| {
        let cell = el("td");
        if boxes {
            cell.child(el("span").class("pen-box"))
        } else {
            cell
        }
    };
    el("tr")
        .child(head)
        .children((0..columns(centres)).map(cell))
}
