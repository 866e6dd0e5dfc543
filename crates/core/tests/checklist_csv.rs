//! The list as a table: complete, readable again, and harmless in every cell.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod sample;

use hipec_core::checklist::{Checklist, CsvWords, Question, Rule, csv, restore};
use sample::{Random, checklist, rules};

const ENGLISH: CsvWords = CsvWords {
    group: "Group",
    question: "Question",
    importance: "Importance",
    answer: "Answer",
    who: "Who",
    date: "Date",
    note: "Note",
    answers: ["Not asked", "Yes", "Partly", "No", "Would not say"],
    sources: ["Staff", "Writing", "Website", "Patient", "Ourselves"],
    importances: ["Essential", "Important", "Helpful", "Not for me"],
    own_group: "Our own",
    facts_group: "Practical",
    facts: ["City", "Country", "Phone", "Place", "Care near home"],
    appointment: "Appointment",
    costs_group: "Costs",
    total: "Total",
    unknown: "not known",
    decision_group: "Decision",
    choice: "Our choice",
    choice_none: "none of them",
    why: "Why",
    next: "Next",
};

fn questions<'a>(rules: &'a [Rule], texts: &'a [String]) -> Vec<Question<'a>> {
    let question = |(rule, text): (&'a Rule, &'a String)| Question {
        rule,
        group: "Team",
        text,
    };
    rules.iter().zip(texts).map(question).collect()
}

/// Words that are all the same.
fn words_of(text: &str) -> CsvWords<'_> {
    CsvWords {
        group: text,
        question: text,
        importance: text,
        answer: text,
        who: text,
        date: text,
        note: text,
        answers: [text; 5],
        sources: [text; 5],
        importances: [text; 4],
        own_group: text,
        facts_group: text,
        facts: [text; 5],
        appointment: text,
        costs_group: text,
        total: text,
        unknown: text,
        decision_group: text,
        choice: text,
        choice_none: text,
        why: text,
        next: text,
    }
}

/// What a spreadsheet reads: a table of cells, split at commas.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![]];
    let mut rest = csv.strip_prefix('\u{feff}').unwrap();
    while !rest.is_empty() {
        rest = rest.strip_prefix('"').unwrap();
        let mut cell = String::new();
        loop {
            let (before, after) = rest.split_once('"').unwrap();
            cell.push_str(before);
            rest = after;
            match rest.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        rows.last_mut().unwrap().push(cell);
        if let Some(after) = rest.strip_prefix(',') {
            rest = after;
        } else {
            rest = rest.strip_prefix("\r\n").unwrap();
            rows.push(vec![]);
        }
    }
    assert_eq!(rows.pop(), Some(vec![]));
    rows
}

#[track_caller]
fn is_harmless(cell: &str) {
    let trimmed = cell.trim_start_matches(|c: char| {
        c.is_whitespace()
            || c == '"'
            || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    });
    assert!(
        !trimmed.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
        "{cell:?}"
    );
    assert!(!cell.starts_with(['\t', '\r', '\0', '\n']), "{cell:?}");
    assert!(!cell.contains(|c: char| c.is_control() && c != '\n'));
}

/// Reads the table as it should be read, and as Excel does where semicolons
/// part the cells; no cell is a formula either way.
#[track_caller]
fn check_harmless(csv: &str) -> Vec<Vec<String>> {
    let rows = read(csv);
    for row in &rows {
        assert_eq!(row.len(), rows[0].len());
        row.iter().for_each(|cell| is_harmless(cell));
    }
    for cell in csv.split(['\n', ';']) {
        is_harmless(cell.trim_end_matches('\r'));
    }
    rows
}

fn document(json: &serde_json::Value) -> Checklist {
    let saved = serde_json::json!({
        "format": "hipec-checklist", "version": 2, "document": json,
    });
    restore(saved.to_string().as_bytes()).unwrap().0
}

/// A document with this text wherever a text can stand.
fn full_of(text: &str) -> Checklist {
    let line = text.replace(['\n', '\r'], " ");
    document(&serde_json::json!({
        "centres": [{
            "id": 1, "name": line,
            "answers": [
                {"criterion": "mdt-decides", "answer": "yes", "note": text,
                 "other": {"answer": "no", "note": text}},
                {"criterion": "=1+1", "answer": "yes", "note": text},
                {"criterion": "own-00000001", "answer": "no"},
            ],
            "city": line, "country": line, "phone": line, "appointment_place": line,
            "local_care": line,
            "costs": [{"id": 1, "what": line, "currency": "USD"}],
        }],
        "own": [{"id": "own-00000001", "kind": "criterion", "text": line}],
        "decision": {"choice": 1, "why": text, "next": text},
    }))
}

#[test]
fn harmless_in_every_field_and_language() {
    let rules = rules();
    for start in [
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\0=",
        "\t",
        "\r",
        "\0",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\u{a0}+",
        "\u{200c}-",
        "\n@",
        "\"=",
        "\"\"+",
        "a;=",
        "a; -",
        "a\n=",
        "a\n \"@",
        "a;\"=",
        "\u{202e}=",
    ] {
        for rest in [
            "HYPERLINK(\"https://x.example\")",
            "مستشفى الأمل",
            "نەخۆشخانە\u{200c}ی ھیوا",
            "1+1;=2+2\n=3+3",
            "",
        ] {
            let text = [start, rest].concat();
            // Also where content itself, or a translation, should begin so.
            let texts = vec![text.clone(); rules.len()];
            let mut questions = questions(&rules, &texts);
            for question in &mut questions {
                question.group = &text;
            }
            let csv = csv(&full_of(&text), &questions, &words_of(&text));
            check_harmless(&csv);
        }
    }
}

#[test]
fn one_thousand_documents_are_tables() {
    let rules = rules();
    let texts: Vec<_> = rules.iter().map(|it| it.id.as_str().to_owned()).collect();
    for seed in 0..1_000 {
        let checklist = checklist(&mut Random::new(seed));
        let rows = check_harmless(&csv(&checklist, &questions(&rules, &texts), &ENGLISH));
        // What was typed is there, but for apostrophes and control characters.
        let plain =
            |text: &str| text.replace(|c: char| c == '\'' || (c.is_control() && c != '\n'), "");
        let cells = rows.iter().flatten().map(|cell| plain(cell));
        let all = cells.collect::<Vec<_>>().join("\u{1}");
        for centre in checklist.centres().iter().filter(|it| !it.is_example()) {
            for (_, entry) in centre.entries() {
                let other = entry.other.iter().map(|it| &**it);
                for reply in other.chain([&entry.reply]) {
                    assert!(all.contains(&plain(&reply.note)), "{seed}");
                }
            }
            for line in centre.costs() {
                assert!(all.contains(&plain(&line.what)), "{seed}");
            }
        }
    }
}

#[track_caller]
fn check_cell(text: &str, expected: &str) {
    let csv = csv(&full_of(text), &[], &ENGLISH);
    let rows = read(&csv);
    let row = rows
        .iter()
        .find(|row| row[0].is_empty() && row[1] == "'=1+1")
        .unwrap();
    assert_eq!(row[6], expected);
}

#[test]
fn cells() {
    check_cell("40 a year", "40 a year");
    check_cell("=1+1", "'=1+1");
    check_cell("  =1+1", "'  =1+1");
    check_cell("+964 770 000 0000", "'+964 770 000 0000");
    check_cell("-5", "'-5");
    check_cell("@x", "'@x");
    check_cell("＝1", "'＝1");
    check_cell("1-2=3@4+5", "1-2=3@4+5");
    check_cell("say \"yes\", or", "say \"yes\", or");
    check_cell("one\ntwo", "one\ntwo");
    check_cell(
        "ask:\n- for a letter\n- for a date",
        "ask:\n'- for a letter\n'- for a date",
    );
    check_cell("a; =b", "a;' =b");
    check_cell("'=1", "'=1");
    check_cell("نەخۆشخانە\u{200c}ی", "نەخۆشخانە\u{200c}ی");
    check_cell("👩\u{200d}⚕\u{fe0f}", "👩\u{200d}⚕\u{fe0f}");
    check_cell("", "");
}

#[test]
fn a_whole_table() {
    let checklist = document(&serde_json::json!({
        "centres": [
            {
                "id": 1, "name": "A",
                "answers": [
                    {"criterion": "team", "answer": "yes", "who": "staff", "on": "2026-11-24", "note": "n",
                     "other": {"answer": "no", "who": "patient", "note": "m"}},
                    {"criterion": "gone", "answer": "partly"},
                ],
                "city": "Erbil", "appointment": "2026-12-01",
                "costs": [
                    {"id": 1, "what": "Bed", "amount": 100, "currency": "USD"},
                    {"id": 2, "what": "Bed", "currency": "USD"},
                ],
            },
            {"id": 2, "name": "Example", "answers": [], "example": true},
            {
                "id": 3, "name": "مستشفى",
                "answers": [{"criterion": "own-00000001", "answer": "would-not-say"}],
                "costs": [
                    {"id": 1, "what": "Food", "amount": 5000, "currency": "IQD"},
                    {"id": 2, "what": "Bed", "amount": 90, "currency": "USD"},
                ],
            },
        ],
        "importance": [{"criterion": "team", "importance": "essential"}],
        "own": [
            {"id": "own-00000001", "kind": "criterion", "text": "May I stay?"},
            {"id": "own-00000002", "kind": "question", "text": "When?"},
        ],
        "decision": {"choice": 3, "why": "near", "next": ""},
    }));
    let rules = sample::rules_of(&["operations", "team"]);
    let texts = [
        "How many?".to_owned(),
        "Do they decide together?".to_owned(),
    ];
    let expected = "\u{feff}\
        Group,Question,Importance,A: Answer,A: Who,A: Date,A: Note,مستشفى: Answer,مستشفى: Who,مستشفى: Date,مستشفى: Note\n\
        Team,How many?,Essential,Not asked,,,,Not asked,,,\n\
        Team,Do they decide together?,Essential,Yes / No,Staff / Patient,2026-11-24,n|m,Not asked,,,\n\
        Our own,May I stay?,Important,Not asked,,,,Would not say,,,\n\
        Our own,When?,,Not asked,,,,Not asked,,,\n\
        ,gone,,Partly,,,,Not asked,,,\n\
        Practical,City,,Erbil,,,,,,,\n\
        Practical,Country,,,,,,,,,\n\
        Practical,Phone,,,,,,,,,\n\
        Practical,Place,,,,,,,,,\n\
        Practical,Care near home,,,,,,,,,\n\
        Practical,Appointment,,2026-12-01,,,,,,,\n\
        Costs,Bed,,100 USD,,,,90 USD,,,\n\
        Costs,Bed,,not known,,,,,,,\n\
        Costs,Food,,,,,,5000 IQD,,,\n\
        Costs,Total,,,,,,5000 IQD,,,\n\
        Costs,Total,,100 USD + 1 × not known,,,,90 USD,,,\n\
        Decision,Our choice: مستشفى,,,,,,,,,\n\
        Decision,Why: near,,,,,,,,,\n";
    let expected = expected
        .replace(',', "\",\"")
        .replace('\n', "\"\r\n\"")
        .replace('|', "\n");
    let expected = expected.replacen('\u{feff}', "\u{feff}\"", 1);
    let expected = expected.strip_suffix('"').unwrap();
    assert_eq!(
        csv(&checklist, &questions(&rules, &texts), &ENGLISH),
        expected
    );
}

#[test]
fn an_empty_list_has_its_questions() {
    let rules = sample::rules_of(&["team"]);
    let texts = ["T?".to_owned()];
    let table = csv(&Checklist::default(), &questions(&rules, &texts), &ENGLISH);
    let rows = check_harmless(&table);
    assert_eq!(rows[0], ["Group", "Question", "Importance"]);
    assert_eq!(rows[1], ["Team", "T?", "Essential"]);
}
