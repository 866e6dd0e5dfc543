//! The list in other forms, with the words they need.

use hipec_core::{
    checklist::{self, Answer, CsvWords, Fact, Importance, TextWords, WhoSaid},
    content::ChecklistData,
    words::ChecklistText,
};

use crate::checklist::{
    desk::Desk,
    words::{answer_text, fact_text, importance_text, questions, who_text},
};

/// Out of line, because it is called some forty times.
#[inline(never)]
fn word(data: &ChecklistData, key: ChecklistText) -> &str {
    data.words.get(key)
}

/// The list for a messenger.
pub(super) fn text(desk: Desk) -> String {
    let data = desk.data();
    let word = |key| word(&data, key);
    // A line has to begin with a letter, by which its direction is guessed.
    let essentials = [
        word(ChecklistText::Essentials),
        ": ",
        word(ChecklistText::EssentialsSummary),
    ]
    .concat();
    let words = TextWords {
        locale: desk.locale,
        title: word(ChecklistText::TextTitle),
        centre: word(ChecklistText::SheetHospital),
        facts: Fact::ALL.map(|fact| word(fact_text(fact))),
        appointment: word(ChecklistText::FactAppointment),
        essentials: &essentials,
        essentials_none: word(ChecklistText::EssentialsNone),
        range: word(ChecklistText::RangeText),
        range_none: word(ChecklistText::RangeNone),
        answered: word(ChecklistText::Answered),
        warnings: [
            word(ChecklistText::WarningNo),
            word(ChecklistText::WarningWouldNotSay),
            word(ChecklistText::NoticePartly),
            "",
        ],
        open: &|count| desk.count(ChecklistText::OpenCount, count),
        costs: word(ChecklistText::CostsHeading),
        amount_unknown: word(ChecklistText::CostsNotKnown),
        sum_and_unknown: word(ChecklistText::CostsAndUnknown),
        unknown: &|count| desk.count(ChecklistText::CostsUnknownCount, count),
        total: word(ChecklistText::CostsTotal),
        choice: word(ChecklistText::TextChoice),
        choice_none: word(ChecklistText::DecideNone),
        why: word(ChecklistText::TextWhy),
        next: word(ChecklistText::TextNext),
    };
    desk.with_untracked(|document| checklist::summary_text(document, &questions(&data), &words))
}

/// The list for a spreadsheet.
pub(super) fn csv(desk: Desk) -> String {
    let data = desk.data();
    let word = |key| word(&data, key);
    let words = CsvWords {
        group: word(ChecklistText::CsvGroup),
        question: word(ChecklistText::TableQuestion),
        importance: word(ChecklistText::Importance),
        answer: word(ChecklistText::CsvAnswer),
        who: word(ChecklistText::Who),
        date: word(ChecklistText::When),
        note: word(ChecklistText::Note),
        answers: Answer::ALL.map(|answer| word(answer_text(answer))),
        sources: WhoSaid::ALL.map(|who| word(who_text(who))),
        importances: Importance::ALL.map(|importance| word(importance_text(importance))),
        own_group: word(ChecklistText::OwnHeading),
        facts_group: word(ChecklistText::FactsHeading),
        facts: Fact::ALL.map(|fact| word(fact_text(fact))),
        appointment: word(ChecklistText::FactAppointment),
        costs_group: word(ChecklistText::CostsHeading),
        total: word(ChecklistText::CostsTotal),
        unknown: word(ChecklistText::CostsNotKnown),
        decision_group: word(ChecklistText::PlaceDecide),
        choice: word(ChecklistText::TextChoice),
        choice_none: word(ChecklistText::DecideNone),
        why: word(ChecklistText::TextWhy),
        next: word(ChecklistText::TextNext),
    };
    desk.with_untracked(|document| checklist::csv(document, &questions(&data), &words))
}
