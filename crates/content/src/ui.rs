//! The words of the interface.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    locale::{Locale, PluralCategory},
    words::{ChecklistText, PLURAL_SEPARATOR, PageText, ShellText, WordKey, Words},
};

use crate::{
    check::plain,
    coverage::Coverage,
    problem::Reporter,
    source::{Ui, UiText},
};

/// The words of one language.
pub(crate) struct UiWords {
    pub(crate) shell: Words<ShellText>,
    pub(crate) page: Words<PageText>,
    pub(crate) checklist: Words<ChecklistText>,
}

/// The words of all parts of a file, in the order of their names.
pub(crate) fn words(
    ui: &Ui,
    english: &Ui,
    reporter: &mut Reporter<'_>,
    coverage: &Coverage,
) -> Option<UiWords> {
    let shell = part("shell", &ui.shell, &english.shell, reporter, coverage);
    let page = part("page", &ui.page, &english.page, reporter, coverage);
    let checklist = part(
        "checklist",
        &ui.checklist,
        &english.checklist,
        reporter,
        coverage,
    );
    Some(UiWords {
        shell: shell?,
        page: page?,
        checklist: checklist?,
    })
}

fn part<K: WordKey>(
    part: &str,
    texts: &BTreeMap<String, UiText>,
    english: &BTreeMap<String, UiText>,
    reporter: &mut Reporter<'_>,
    coverage: &Coverage,
) -> Option<Words<K>> {
    for extra in texts
        .keys()
        .filter(|name| !K::NAMES.contains(&name.as_str()))
    {
        reporter.report(
            format!("{part}.{extra}"),
            "the program knows no text of this name: check the spelling",
        );
    }
    let mut list = Vec::with_capacity(K::ALL.len());
    for (key, name) in K::ALL.iter().zip(K::NAMES) {
        let path = format!("{part}.{name}");
        let Some(text) = texts.get(*name) else {
            reporter.report(path, "the text is missing");
            continue;
        };
        let forms = forms(*key, text, &path, reporter)?;
        let expected = english.get(*name).map(placeholders).unwrap_or_default();
        for form in &forms {
            plain(reporter, &path, form, coverage);
            for unknown in placeholders_of(form).difference(&expected) {
                reporter.report(
                    path.as_str(),
                    format!("English has no “{{{unknown}}}” here"),
                );
            }
        }
        let all: BTreeSet<_> = forms
            .iter()
            .flat_map(|form| placeholders_of(form))
            .collect();
        for missing in expected.difference(&all) {
            reporter.report(
                path.as_str(),
                format!("the text needs “{{{missing}}}”, as in English"),
            );
        }
        list.push(forms.join(&PLURAL_SEPARATOR.to_string()));
    }
    Words::new(list)
}

/// The text, or its plural forms in the order of the language's categories.
fn forms<K: WordKey>(
    key: K,
    text: &UiText,
    path: &str,
    reporter: &mut Reporter<'_>,
) -> Option<Vec<String>> {
    match (text, key.is_plural()) {
        (UiText::Plain(text), false) => Some(vec![text.clone()]),
        (UiText::Plain(_), true) => {
            reporter.report(
                path,
                "this text depends on a count: give a text for each plural form",
            );
            None
        }
        (UiText::Plural(_), false) => {
            reporter.report(path, "this text has no count and needs no plural forms");
            None
        }
        (UiText::Plural(forms), true) => {
            let categories = reporter.locale().unwrap_or(Locale::En).plural_categories();
            let names: Vec<_> = categories.iter().map(|category| category.name()).collect();
            for extra in forms.keys().filter(|name| !names.contains(&name.as_str())) {
                reporter.report(
                    format!("{path}.{extra}"),
                    format!("this language has the plural forms {}", names.join(", ")),
                );
            }
            let found: Vec<_> = categories
                .iter()
                .filter_map(|category: &PluralCategory| forms.get(category.name()).cloned())
                .collect();
            if found.len() != categories.len() {
                reporter.report(
                    path,
                    format!("all plural forms are needed: {}", names.join(", ")),
                );
                return None;
            }
            Some(found)
        }
    }
}

fn placeholders(text: &UiText) -> BTreeSet<String> {
    match text {
        UiText::Plain(text) => placeholders_of(text),
        UiText::Plural(forms) => forms
            .values()
            .flat_map(|form| placeholders_of(form))
            .collect(),
    }
}

fn placeholders_of(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}
