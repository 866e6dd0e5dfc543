//! The schemas for editors are current.

use std::{collections::BTreeSet, fs};

use hipec_content::schema;

use crate::support::repository;

const COMMAND: &str = "cargo run -p hipec-content --bin check-content -- --write-schemas schemas";

#[test]
fn the_schemas_in_the_repository_are_current() {
    for (name, expected) in schema::all() {
        let found = fs::read_to_string(repository("schemas").join(name)).unwrap_or_default();
        assert!(
            found == expected,
            "schemas/{name} is out of date, run: {COMMAND}"
        );
    }
}

#[test]
fn no_schema_is_left_over() {
    let expected: BTreeSet<String> = schema::all()
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let found: BTreeSet<String> = fs::read_dir(repository("schemas"))
        .unwrap_or_else(|error| panic!("{error}; run: {COMMAND}"))
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        found, expected,
        "delete what is too much, or run: {COMMAND}"
    );
}
