//! The shapes that the browser reads: what is missing or of another shape is
//! refused, and what `serde` writes is read back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::{
    checklist::{Importance, Rule},
    content::{
        ChecklistData, Criterion, CriterionGroup, FORMAT, NavEntry, NavGroup, PageData, ShellData,
    },
    from_json::FromJson,
    json::parse,
    locale::Locale,
    markup::el,
    route::PageId,
    words::{ChecklistText, ShellText, WordKey, Words},
};
use serde_json::{Value, json};

fn read<T: FromJson>(value: &Value) -> Option<T> {
    T::from_json(&parse(&value.to_string()).unwrap())
}

fn words<K: WordKey>() -> Words<K> {
    Words::new(K::NAMES.iter().map(|name| format!("«{name}»\n")).collect()).unwrap()
}

fn rule(importance: Importance) -> Rule {
    Rule {
        id: "surgeon-volume".into(),
        importance,
    }
}

fn criterion(importance: Importance) -> Criterion {
    Criterion {
        rule: rule(importance),
        question: "How many a year?".to_owned(),
        about: el("p").class("why").text("Because.").into(),
    }
}

fn group() -> CriterionGroup {
    CriterionGroup {
        id: "surgeon".to_owned(),
        title: "Surgeon".to_owned(),
        about: "Who operates.".to_owned(),
        criteria: vec![
            criterion(Importance::Essential),
            criterion(Importance::NotForMe),
        ],
    }
}

fn checklist() -> ChecklistData {
    ChecklistData {
        words: words(),
        groups: vec![group()],
    }
}

fn page() -> PageData {
    PageData {
        format: FORMAT,
        title: "سەرەتا".to_owned(),
        description: String::new(),
        class: "page".to_owned(),
        top: vec!["text".into(), el("h1").text("Title").into()],
        checklist: Some(std::sync::Arc::new(checklist())),
        bottom: Vec::new(),
        review: Some(el("p").into()),
    }
}

fn shell() -> ShellData {
    ShellData {
        format: FORMAT,
        locale: Locale::Ckb,
        words: words::<ShellText>(),
        nav: vec![NavGroup {
            title: "Understand".to_owned(),
            pages: vec![NavEntry {
                page: PageId::BenefitsAndRisks,
                label: "Benefits".to_owned(),
            }],
        }],
        hours: Some("8:00-14:00".to_owned()),
        footer: vec![el("p").into()],
    }
}

/// The value itself is read back, and of its fields each must be there and
/// have its shape, except those that may be left out.
#[track_caller]
fn check<T>(value: &T, may_be_missing: &[&str])
where
    T: FromJson + serde::Serialize + PartialEq + std::fmt::Debug,
{
    let sent = serde_json::to_value(value).unwrap();
    assert_eq!(read::<T>(&sent).as_ref(), Some(value));
    let mut more = sent.clone();
    more["of-a-later-release"] = json!([{}]);
    assert_eq!(read::<T>(&more).as_ref(), Some(value));
    for field in sent.as_object().unwrap().keys() {
        let optional = may_be_missing.contains(&field.as_str());
        let mut other = sent.clone();
        other.as_object_mut().unwrap().remove(field);
        assert_eq!(read::<T>(&other).is_some(), optional, "without {field}");
        other[field] = Value::Null;
        assert_eq!(read::<T>(&other).is_some(), optional, "{field} null");
        for wrong in [json!(true), json!(-1), json!({"other": 1}), json!([7])] {
            other[field] = wrong;
            assert!(read::<T>(&other).is_none(), "{field}: {}", other[field]);
        }
    }
    for wrong in [json!(null), json!([]), json!({}), json!("x"), json!(1)] {
        assert!(read::<T>(&wrong).is_none(), "{wrong}");
    }
}

#[test]
fn every_field_counts() {
    check(&page(), &["checklist", "review"]);
    check(&shell(), &["hours"]);
    check(&checklist(), &[]);
    check(&group(), &[]);
    check(&shell().nav[0], &[]);
    for importance in Importance::ALL {
        check(&criterion(importance), &[]);
        check(&rule(importance), &[]);
    }
}

#[test]
fn what_may_be_left_out() {
    let page = PageData {
        checklist: None,
        review: None,
        ..page()
    };
    check(&page, &["checklist", "review"]);
    let shell = ShellData {
        hours: None,
        ..shell()
    };
    check(&shell, &["hours"]);
}

#[test]
fn codes_are_those_that_serde_writes() {
    for page in PageId::ALL {
        assert_eq!(read(&serde_json::to_value(page).unwrap()), Some(page));
    }
    for locale in Locale::ALL {
        assert_eq!(read(&serde_json::to_value(locale).unwrap()), Some(locale));
    }
    for wrong in [json!("En"), json!(""), json!("home "), json!(0)] {
        assert_eq!(read::<PageId>(&wrong), None, "{wrong}");
        assert_eq!(read::<Locale>(&wrong), None, "{wrong}");
    }
}

#[test]
fn words_are_as_many_as_their_names() {
    let mut sent = serde_json::to_value(words::<ChecklistText>()).unwrap();
    assert_eq!(read(&sent), Some(words::<ChecklistText>()));
    sent.as_array_mut().unwrap().push(json!("one more"));
    assert_eq!(read::<Words<ChecklistText>>(&sent), None);
    sent.as_array_mut().unwrap().truncate(3);
    assert_eq!(read::<Words<ChecklistText>>(&sent), None);
}
