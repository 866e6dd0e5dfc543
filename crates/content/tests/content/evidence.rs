//! The content against the evidence file: nothing that warns is left out, and
//! no figure is printed that the evidence does not have.

use std::collections::BTreeSet;

use hipec_content::{
    evidence::{self, Entries, Evidence},
    files,
    report::{FOR_PROFESSIONALS, HIGHEST_GRADE},
    source::Sources,
    study::{Cancer, Studies},
};
use hipec_core::{
    locale::Locale,
    markup::Node,
    route::{PageId, Route},
};

use crate::support::{attribute, compiled, content, elements, json};

fn evidence() -> Entries {
    evidence::all().unwrap()
}

fn sources() -> Sources {
    serde_json::from_value(json(&content(), files::SOURCES)).unwrap()
}

fn studies() -> Studies {
    serde_json::from_value(json(&content(), files::STUDIES)).unwrap()
}

/// The sources that a drawn page cites.
fn cited(nodes: &[Node]) -> BTreeSet<String> {
    elements(nodes)
        .iter()
        .filter_map(|element| attribute(element, "href")?.strip_prefix("#source-"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_entry_has_a_source_and_every_source_its_entries() {
    let (evidence, sources) = (evidence(), sources());
    let mut used = BTreeSet::new();
    for (id, source) in &sources {
        for entry in source
            .evidence
            .iter()
            .filter(|entry| *entry != "centre-criteria")
        {
            let known = evidence.get(entry);
            assert!(known.is_some(), "{id} names {entry}");
            used.insert(entry.clone());
        }
        // Figures may stand behind a source only if one of its entries allows it.
        let allowed = source
            .evidence
            .iter()
            .any(|entry| evidence.get(entry).is_none_or(Evidence::may_be_published));
        assert!(allowed || !source.figures, "{id}");
    }
    let missing: Vec<_> = evidence.keys().filter(|id| !used.contains(*id)).collect();
    assert!(missing.is_empty(), "no source for {missing:?}");
}

#[test]
fn what_warns_about_a_cancer_is_told_on_its_page_in_every_language() {
    let site = compiled(&content());
    let sources = sources();
    let mut checked = 0;
    for entry in evidence().values().filter(|entry| entry.is_cautionary()) {
        let rests_on: BTreeSet<&String> = sources
            .iter()
            .filter(|(_, source)| source.evidence.contains(&entry.id))
            .map(|(id, _)| id)
            .collect();
        for cancer in &entry.cancers {
            for locale in Locale::ALL {
                let page = site.page(Route::Page(locale, cancer.page())).unwrap();
                let cited = cited(&page.top);
                assert!(
                    rests_on.iter().any(|id| cited.contains(*id)),
                    "{} [{}]: “{}” ({}) is not cited",
                    cancer.page().id(),
                    locale.tag(),
                    entry.claim,
                    entry.id
                );
                checked += 1;
            }
        }
    }
    assert!(checked >= 60, "only {checked} checked");
}

/// What warns about the treatment as a whole.
#[test]
fn what_warns_about_the_treatment_is_told_somewhere_in_every_language() {
    let site = compiled(&content());
    let sources = sources();
    for entry in evidence().values().filter(|entry| entry.is_cautionary()) {
        let rests_on: Vec<&String> = sources
            .iter()
            .filter(|(_, source)| source.evidence.contains(&entry.id))
            .map(|(id, _)| id)
            .collect();
        for locale in Locale::ALL {
            let told = PageId::ALL
                .into_iter()
                .filter(|page| *page != PageId::Sources)
                .any(|page| {
                    let page = site.page(Route::Page(locale, page)).unwrap();
                    let cited = cited(&page.top);
                    rests_on.iter().any(|id| cited.contains(*id))
                });
            assert!(told, "{} [{}]: {}", entry.id, locale.tag(), entry.claim);
        }
    }
}

#[test]
fn the_figures_of_studies_stand_in_the_evidence() {
    let (evidence, sources) = (evidence(), sources());
    let mut checked = 0;
    for study in studies() {
        let mut check = |source: &String, number: &String| {
            let entries: Vec<&Evidence> = sources[source]
                .evidence
                .iter()
                .filter_map(|id| evidence.get(id))
                .filter(|entry| entry.may_be_published())
                .collect();
            let printed = entries.iter().any(|entry| entry.prints(number));
            assert!(
                printed,
                "{}: {number} stands in no published figures of {source}",
                study.id
            );
            checked += 1;
        };
        for hazard in &study.hazard_ratios {
            check(&hazard.source, &hazard.value);
            for end in [&hazard.low, &hazard.high, &hazard.level]
                .into_iter()
                .flatten()
            {
                check(&hazard.source, end);
            }
        }
        for median in &study.medians {
            for end in [&median.with, &median.without].into_iter().flatten() {
                check(&median.source, end);
            }
        }
        for share in &study.shares {
            for end in [&share.with, &share.without].into_iter().flatten() {
                check(&share.source, end);
            }
        }
    }
    assert!(checked >= 60, "only {checked} checked");
}

#[test]
fn every_cancer_has_studies_and_the_best_evidence_stands_first() {
    let studies = studies();
    for cancer in Cancer::ALL {
        let here: Vec<_> = studies
            .iter()
            .filter(|study| study.cancer == cancer)
            .collect();
        assert!(!here.is_empty(), "{cancer:?}");
        // What has no result yet does not stand before what has.
        let underway: Vec<bool> = here
            .iter()
            .map(|study| study.design == hipec_content::study::Design::Underway)
            .collect();
        assert!(underway.is_sorted(), "{cancer:?}");
    }
}

#[test]
fn english_pages_can_be_read_by_a_child_of_thirteen() {
    let site = compiled(&content());
    for (page, grade) in &site.report.grades {
        let held = !FOR_PROFESSIONALS.contains(page);
        assert!(
            !held || *grade <= HIGHEST_GRADE,
            "{}: {grade:.1}",
            page.id()
        );
    }
    assert_eq!(site.report.grades.len(), PageId::ALL.len());
}

#[test]
fn every_source_is_cited() {
    let site = compiled(&content());
    assert_eq!(site.report.never_cited, Vec::<String>::new());
}
