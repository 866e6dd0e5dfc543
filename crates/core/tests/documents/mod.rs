//! Checklists for tests, written down as tables.

use hipec_core::checklist::{Answer, Checklist, CriterionId, Importance, Rule, restore};

/// What a cell of the table says; two different answers are what two lists say.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell {
    One(Answer),
    Two(Answer, Answer),
}

/// A criterion: where its importance comes from, and the answer of each centre.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The importance that content gives; `None` makes it an own criterion.
    pub(crate) content: Option<Importance>,
    /// The importance that the person chose.
    pub(crate) chosen: Option<Importance>,
    pub(crate) cells: Vec<Cell>,
}

/// The id of the criterion in this row.
pub(crate) fn id(row: usize, rows: &[Row]) -> CriterionId {
    let prefix = if rows[row].content.is_some() {
        "c"
    } else {
        "own-0000000"
    };
    CriterionId::from(format!("{prefix}{row}").as_str())
}

/// The checklist of these rows, and all rules that count. The centres have the
/// ids 1, 2, 3 and so on. Rows of content must come before own ones.
pub(crate) fn document(centres: usize, rows: &[Row]) -> (Checklist, Vec<Rule>) {
    let ids: Vec<_> = (0..rows.len()).map(|n| id(n, rows)).collect();
    let centres: Vec<_> = (0..centres)
        .map(|centre| {
            let answers: Vec<_> = rows
                .iter()
                .zip(&ids)
                .filter_map(|(row, id)| cell(row.cells[centre], id))
                .collect();
            let name = format!("Hospital {}", centre + 1);
            serde_json::json!({"id": centre + 1, "name": name, "answers": answers})
        })
        .collect();
    let importance: Vec<_> = rows
        .iter()
        .zip(&ids)
        .filter_map(|(row, id)| {
            let chosen = row.chosen?;
            Some(serde_json::json!({"criterion": id, "importance": chosen}))
        })
        .collect();
    let own: Vec<_> = rows
        .iter()
        .zip(&ids)
        .filter(|(row, _)| row.content.is_none())
        .map(|(_, id)| serde_json::json!({"id": id, "kind": "criterion", "text": "Mine?"}))
        .collect();
    let json = serde_json::json!({
        "format": "hipec-checklist", "version": 2,
        "document": {"centres": centres, "importance": importance, "own": own},
    });
    let (checklist, repairs) = restore(json.to_string().as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new(), "{json}");
    let content: Vec<_> = rows
        .iter()
        .zip(&ids)
        .filter_map(|(row, id)| {
            Some(Rule {
                id: id.clone(),
                importance: row.content?,
            })
        })
        .collect();
    let rules = checklist.rules(&content);
    assert!(rules.iter().map(|rule| &rule.id).eq(&ids));
    (checklist, rules)
}

fn cell(cell: Cell, id: &CriterionId) -> Option<serde_json::Value> {
    match cell {
        Cell::One(Answer::NotAsked) => None,
        Cell::One(answer) => Some(serde_json::json!({"criterion": id, "answer": answer})),
        Cell::Two(answer, other) => Some(serde_json::json!({
            "criterion": id, "answer": answer, "other": {"answer": other},
        })),
    }
}
