//! Which word stands for what.

use hipec_core::{
    checklist::{Answer, Fact, Importance, Question, WhoSaid},
    content::ChecklistData,
    words::ChecklistText,
};

pub(super) const fn answer_text(answer: Answer) -> ChecklistText {
    match answer {
        Answer::NotAsked => ChecklistText::AnswerNotAsked,
        Answer::Yes => ChecklistText::AnswerYes,
        Answer::Partly => ChecklistText::AnswerPartly,
        Answer::No => ChecklistText::AnswerNo,
        Answer::WouldNotSay => ChecklistText::AnswerWouldNotSay,
    }
}

pub(super) const fn importance_text(importance: Importance) -> ChecklistText {
    match importance {
        Importance::Essential => ChecklistText::ImportanceEssential,
        Importance::Important => ChecklistText::ImportanceImportant,
        Importance::Helpful => ChecklistText::ImportanceHelpful,
        Importance::NotForMe => ChecklistText::ImportanceNotForMe,
    }
}

pub(super) const fn who_text(who: WhoSaid) -> ChecklistText {
    match who {
        WhoSaid::Staff => ChecklistText::WhoStaff,
        WhoSaid::Writing => ChecklistText::WhoWriting,
        WhoSaid::Website => ChecklistText::WhoWebsite,
        WhoSaid::Patient => ChecklistText::WhoPatient,
        WhoSaid::Ourselves => ChecklistText::WhoOurselves,
    }
}

pub(super) const fn fact_text(fact: Fact) -> ChecklistText {
    match fact {
        Fact::City => ChecklistText::FactCity,
        Fact::Country => ChecklistText::FactCountry,
        Fact::Phone => ChecklistText::FactPhone,
        Fact::AppointmentPlace => ChecklistText::FactAppointmentPlace,
        Fact::LocalCare => ChecklistText::FactLocalCare,
    }
}

/// The questions of the content, for what is handed over.
pub(super) fn questions(data: &ChecklistData) -> Vec<Question<'_>> {
    let groups = data.groups.iter();
    let all = groups.flat_map(|group| {
        group.criteria.iter().map(|criterion| Question {
            rule: &criterion.rule,
            group: &group.title,
            text: &criterion.question,
        })
    });
    all.collect()
}
