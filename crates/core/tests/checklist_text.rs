//! The list and the card as text for a messenger.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod sample;

use hipec_core::checklist::{
    Action, Answer, CentreId, Checklist, CriterionId, Question, TextWords, card_text, restore,
    summary_text, update,
};
use hipec_core::locale::Locale;
use sample::{Random, checklist, rules, rules_of};

fn words() -> TextWords<'static> {
    TextWords {
        locale: Locale::En,
        title: "Our hospitals",
        centre: "Hospital",
        facts: ["City", "Country", "Phone", "Where", "Care near home"],
        appointment: "Appointment",
        essentials: "Essentials: {met} met, {open} open, {unmet} not met (of {total})",
        essentials_none: "No essentials",
        range: "Between {low}% and {high}%",
        range_none: "Nothing weighs",
        answered: "{answered} of {total} answered",
        warnings: [
            "No: {question}",
            "Not said: {question}",
            "Partly: {question}",
            "",
        ],
        open: &|count| format!("{count} open"),
        costs: "Costs",
        amount_unknown: "not known",
        sum_and_unknown: "{sum} and {unknown}",
        unknown: &|count| format!("{count} not known"),
        total: "Total",
        choice: "Our choice",
        choice_none: "none of them",
        why: "Why",
        next: "Next",
    }
}

fn document(json: &serde_json::Value) -> Checklist {
    let saved = serde_json::json!({
        "format": "hipec-checklist", "version": 2, "document": json,
    });
    let (checklist, repairs) = restore(saved.to_string().as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new());
    checklist
}

#[test]
fn a_whole_summary() {
    // As content has it: essential, important, helpful, essential.
    let rules = rules_of(&["a", "b", "c", "d"]);
    let texts = ["Is it A?", "Is it B?", "Is it C?", "Is it D?"];
    let questions: Vec<_> = rules
        .iter()
        .zip(texts)
        .map(|(rule, text)| Question {
            rule,
            group: "",
            text,
        })
        .collect();
    let checklist = document(&serde_json::json!({
        "centres": [
            {"id": 9, "name": "Example", "answers": [], "example": true},
            {
                "id": 1, "name": "مستشفى الأمل",
                "answers": [
                    {"criterion": "a", "answer": "no"},
                    {"criterion": "b", "answer": "yes"},
                    {"criterion": "c", "answer": "would-not-say"},
                    {"criterion": "d", "answer": "yes", "other": {"answer": "no"}},
                    {"criterion": "own-00000001", "answer": "would-not-say"},
                ],
                "city": "Erbil", "phone": "+964 1", "appointment": "2026-12-01",
                "appointment_place": "10:30",
                "costs": [
                    {"id": 1, "what": "Operation", "amount": 9000, "currency": "USD"},
                    {"id": 2, "currency": "USD"},
                ],
            },
            {"id": 2, "name": "B", "answers": []},
        ],
        "importance": [{"criterion": "own-00000001", "importance": "essential"}],
        "own": [{"id": "own-00000001", "kind": "criterion", "text": "May I stay?"}],
        "decision": {"choice": 1, "why": "near\n\nand good", "next": "call"},
    }));
    let expected = "\
Our hospitals

Hospital 1: [مستشفى الأمل]
City: [Erbil]
Phone: [+964 1]
Appointment: 1 December 2026
Where: [10:30]
Essentials: 0 met, 2 open, 1 not met (of 3)
Between 66% and 100%
2 of 5 answered
No: Is it A?
Not said: [May I stay?]
3 open
Costs: [Operation]: [9,000 USD]
Costs: not known
Total: [9,000 USD] and 1 not known

Hospital 2: [B]
Essentials: 0 met, 3 open, 0 not met (of 3)
Between 0% and 100%
0 of 5 answered
5 open

Our choice: [مستشفى الأمل]
Why: [near]

[and good]
Next: [call]
";
    let expected = expected.replace('[', "\u{2068}").replace(']', "\u{2069}");
    assert_eq!(summary_text(&checklist, &questions, &words()), expected);
}

/// Each isolate that is opened is closed in the same line, in every document.
#[test]
fn isolates_are_whole() {
    let rules = rules();
    let questions: Vec<_> = rules
        .iter()
        .map(|rule| Question {
            rule,
            group: "",
            text: "Q",
        })
        .collect();
    for seed in 0..1_000 {
        let checklist = checklist(&mut Random::new(seed));
        let text = summary_text(&checklist, &questions, &words());
        for line in text.lines() {
            let mut open = 0;
            for c in line.chars() {
                match c {
                    '\u{2068}' => open += 1,
                    '\u{2069}' => open -= 1,
                    _ => {}
                }
                assert!((0..=1).contains(&open), "{line}");
            }
            assert_eq!(open, 0, "{line}");
        }
        for centre in checklist.centres().iter().filter(|it| !it.is_example()) {
            assert!(text.contains(centre.name()), "{seed}");
        }
        assert!(!text.contains("\n\n\n\n"));
    }
}

#[test]
fn thirty_hospitals_are_all_there() {
    let rules = rules();
    let questions: Vec<_> = rules
        .iter()
        .map(|rule| Question {
            rule,
            group: "",
            text: "Q?",
        })
        .collect();
    let mut checklist = Checklist::default();
    for seed in 1..=30 {
        let name = format!("نەخۆشخانەی {seed}.");
        let answers = rules
            .iter()
            .map(|rule| (rule.id.clone(), Answer::No))
            .collect();
        let action = Action::AddAnswered {
            name,
            seed,
            answers,
            on: None,
        };
        update(&mut checklist, action).unwrap();
    }
    let centre = CentreId::from_number(30);
    let action = Action::SetChoice(hipec_core::checklist::Choice::Centre(centre));
    update(&mut checklist, action).unwrap();
    let text = summary_text(&checklist, &questions, &words());
    for number in 1..=30 {
        let heading = format!("Hospital {number}: \u{2068}نەخۆشخانەی {number}.\u{2069}\n");
        assert!(text.contains(&heading));
    }
    // Three essentials each, all answered with no.
    assert_eq!(text.matches("No: Q?").count(), 90);
    assert!(text.ends_with("Our choice: \u{2068}نەخۆشخانەی 30.\u{2069}\n"));
}

#[test]
fn a_card() {
    let rules = rules_of(&["a", "b"]);
    let ask = |texts: [&'static str; 2]| -> Vec<Question> {
        let all = rules.iter().zip(texts);
        all.map(|(rule, text)| Question {
            rule,
            group: "",
            text,
        })
        .collect()
    };
    let (arabic, english) = (ask(["هل أ؟", "هل ب؟"]), ask(["Is it A?", "Is it B?"]));
    let checklist = document(&serde_json::json!({
        "centres": [],
        "own": [{"id": "own-00000001", "kind": "question", "text": "متى؟"}],
    }));
    let picked = ["b", "own-00000001", "a"].map(CriterionId::from);
    let expected = "أسئلة\n\n1. هل ب؟\nIs it B?\n\n2. \u{2068}متى؟\u{2069}\n\n3. هل أ؟\nIs it A?\n";
    assert_eq!(
        card_text(&checklist, "أسئلة", &picked, &arabic, &english),
        expected
    );
    assert_eq!(card_text(&checklist, "", &[], &arabic, &english), "");
}
