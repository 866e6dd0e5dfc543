//! JSON Schemas of the content files, for editors that complete and check.

use schemars::{Schema, schema_for};

use crate::{question, source, study};

/// Every schema with the name of its file.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    [
        ("page.schema.json", schema_for!(source::Page)),
        ("ui.schema.json", schema_for!(source::Ui)),
        (
            "criteria-words.schema.json",
            schema_for!(source::CriteriaWords),
        ),
        ("criteria.schema.json", schema_for!(source::Criteria)),
        ("site.schema.json", schema_for!(source::Site)),
        ("sources.schema.json", schema_for!(source::Sources)),
        ("terms.schema.json", schema_for!(source::Terms)),
        ("studies.schema.json", schema_for!(study::Studies)),
        (
            "studies-words.schema.json",
            schema_for!(study::StudiesWords),
        ),
        ("questions.schema.json", schema_for!(question::Questions)),
        (
            "questions-words.schema.json",
            schema_for!(question::QuestionsWords),
        ),
    ]
    .into_iter()
    .map(|(name, schema)| (name, printed(&schema)))
    .collect()
}

fn printed(schema: &Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
