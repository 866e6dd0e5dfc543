//! What people type finds what they look for: queries as they are spelled on
//! phones in Iraq, a quarter of them with a letter wrong, and where a person
//! would expect to be led.

use std::collections::BTreeMap;

use hipec_core::{locale::Locale, search::Search};
use serde::Deserialize;

use crate::support::{compiled, content};

/// A query and where it should lead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    query: String,
    page: Option<String>,
    anchor: Option<String>,
    #[serde(default)]
    any: Vec<Expected>,
}

/// A place; without an anchor the whole page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    page: String,
    anchor: Option<String>,
}

/// The results that fit a phone's screen without much scrolling.
const FIRST: usize = 5;

/// The share of queries that must be answered among the first results.
const RECALL: f64 = 0.95;

#[test]
fn what_people_type_is_found_among_the_first_results() {
    let queries: BTreeMap<String, Vec<Query>> =
        serde_json::from_str(include_str!("queries.json")).unwrap();
    let site = compiled(&content());
    let mut reports = Vec::new();
    let mut enough = true;
    for locale in Locale::ALL {
        let search = Search::new(locale, site.search_index(locale));
        let queries = &queries[locale.tag()];
        assert!(queries.len() >= 60, "{locale:?}");
        let mut missed = Vec::new();
        for query in queries {
            let results = search.find(&query.query, FIRST);
            let mut expected: Vec<(&str, Option<&str>)> = query
                .any
                .iter()
                .map(|place| (place.page.as_str(), place.anchor.as_deref()))
                .collect();
            expected.extend(
                query
                    .page
                    .as_deref()
                    .map(|page| (page, query.anchor.as_deref())),
            );
            let found = results.found.iter().any(|found| {
                expected.iter().any(|(page, anchor)| {
                    found.place.page.id() == *page
                        && anchor.is_none_or(|anchor| found.place.anchor == anchor)
                })
            });
            if !found {
                let got: Vec<String> = results
                    .found
                    .iter()
                    .map(|found| format!("{}#{}", found.place.page.id(), found.place.anchor))
                    .collect();
                missed.push(format!(
                    "  “{}” wants {expected:?}, got {} of {}",
                    query.query,
                    got.join(", "),
                    results.total
                ));
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a few hundred")]
        let recall = 1.0 - missed.len() as f64 / queries.len() as f64;
        enough &= recall >= RECALL;
        reports.push(format!(
            "{}: {:.1}% of {} queries answered among the first {FIRST}\n{}",
            locale.tag(),
            recall * 100.0,
            queries.len(),
            missed.join("\n")
        ));
    }
    let report = reports.join("\n");
    println!("{report}");
    assert!(enough, "below {:.0}%:\n{report}", RECALL * 100.0);
}
