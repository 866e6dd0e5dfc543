//! The criteria: the neutral file and its words in each language.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    checklist::{Importance, Rule},
    content::{Criterion, CriterionGroup},
    locale::Locale,
    words::{ChecklistText, Words},
};

use crate::{
    coverage::Coverage,
    document::Rich,
    draw::{self, Desk},
    files,
    inline::is_id,
    parity::{self, Outline, listed},
    problem::{Problem, Reporter},
    resolve::Resolver,
    source::{self, Criteria, CriteriaWords, ImportanceName},
    texts,
};

/// What the criteria of one language are made from.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) neutral: &'a Criteria,
    pub(crate) words: &'a CriteriaWords,
}

/// What the words of one language are checked against.
#[derive(Clone, Copy)]
pub(crate) struct Check<'a> {
    pub(crate) neutral: &'a Criteria,
    pub(crate) english: &'a CriteriaWords,
    pub(crate) words: &'a CriteriaWords,
    pub(crate) sources: &'a source::Sources,
}

/// Checks the file without words.
pub(crate) fn check_neutral(
    criteria: &Criteria,
    sources: &source::Sources,
    problems: &mut Vec<Problem>,
) {
    let mut reporter = Reporter::new(files::CRITERIA, None, problems);
    let mut seen = BTreeSet::new();
    for (i, criterion) in criteria.criteria.iter().enumerate() {
        let at = format!("criteria[{i}]");
        if !is_id(&criterion.id) {
            reporter.report(
                format!("{at}.id"),
                format!(
                    "“{}” is no id: use lower-case letters, digits and hyphens",
                    criterion.id
                ),
            );
        }
        if !seen.insert(&criterion.id) {
            reporter.report(
                format!("{at}.id"),
                format!("the criterion “{}” is there twice", criterion.id),
            );
        }
        if !criteria.groups.contains(&criterion.group) {
            reporter.report(
                format!("{at}.group"),
                format!("there is no group “{}”", criterion.group),
            );
        }
        for id in criterion
            .sources
            .iter()
            .filter(|id| !sources.contains_key(*id))
        {
            reporter.report(
                format!("{at}.sources"),
                format!("there is no source “{id}” in sources.json"),
            );
        }
    }
    for (i, group) in criteria.groups.iter().enumerate() {
        if !is_id(group) {
            reporter.report(
                format!("groups[{i}]"),
                format!("“{group}” is no id: use lower-case letters, digits and hyphens"),
            );
        }
        if criteria.groups.iter().take(i).any(|before| before == group) {
            reporter.report(
                format!("groups[{i}]"),
                format!("the group “{group}” is there twice"),
            );
        }
        if !criteria
            .criteria
            .iter()
            .any(|criterion| criterion.group == *group)
        {
            reporter.report(
                format!("groups[{i}]"),
                format!("the group “{group}” has no criteria"),
            );
        }
    }
}

/// Checks the words of one language.
pub(crate) fn check_words(
    check: Check<'_>,
    locale: Locale,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    let file = files::criteria_file(locale);
    let mut reporter = Reporter::new(&file, Some(locale), problems);
    let ids = check.neutral.criteria.iter().map(|criterion| &criterion.id);
    same_keys(&mut reporter, "criteria", ids, check.words.criteria.keys());
    same_keys(
        &mut reporter,
        "groups",
        check.neutral.groups.iter(),
        check.words.groups.keys(),
    );
    let outline = outline(check.words);
    texts::check(&mut reporter, &outline, check.sources, coverage);
    if locale != Locale::En {
        parity::compare(&mut reporter, &self::outline(check.english), &outline);
    }
    for criterion in &check.neutral.criteria {
        let Some(words) = check.words.criteria.get(&criterion.id) else {
            continue;
        };
        let mut cited = BTreeSet::new();
        for text in [&words.why, &words.good, &words.warning] {
            texts::collect(
                &crate::inline::parse(text).unwrap_or_default(),
                &mut String::new(),
                &mut cited,
            );
        }
        let named: BTreeSet<String> = criterion.sources.iter().cloned().collect();
        if cited != named {
            reporter.report(
                format!("criteria.{}", criterion.id),
                format!(
                    "its words cite {}, its sources in criteria.json are {}: make them the same",
                    listed(&cited),
                    listed(&named)
                ),
            );
        }
    }
}

fn same_keys<'a>(
    reporter: &mut Reporter<'_>,
    path: &str,
    expected: impl Iterator<Item = &'a String>,
    found: impl Iterator<Item = &'a String>,
) {
    let (expected, found): (BTreeSet<_>, BTreeSet<_>) = (expected.collect(), found.collect());
    for missing in expected.difference(&found) {
        reporter.report(path, format!("the words of “{missing}” are missing"));
    }
    for extra in found.difference(&expected) {
        reporter.report(
            format!("{path}.{extra}"),
            "criteria.json knows nothing of this",
        );
    }
}

pub(crate) fn outline(words: &CriteriaWords) -> Outline<'_> {
    let mut outline = Outline::default();
    let mut claim = 0;
    let mut next = || {
        claim += 1;
        claim
    };
    for (id, group) in &words.groups {
        outline.plain(format!("groups.{id}.title"), &group.title, next(), false);
        outline.plain(format!("groups.{id}.about"), &group.about, next(), false);
    }
    for (id, criterion) in &words.criteria {
        outline.plain(
            format!("criteria.{id}.question"),
            &criterion.question,
            next(),
            false,
        );
        for (field, text) in [
            ("why", &criterion.why),
            ("good", &criterion.good),
            ("warning", &criterion.warning),
        ] {
            outline.inline(format!("criteria.{id}.{field}"), text, next(), false);
        }
    }
    outline
}

/// A group of criteria whose texts have been looked up but not drawn.
pub(crate) struct Group {
    id: String,
    title: String,
    about: String,
    criteria: Vec<Resolved>,
}

struct Resolved {
    rule: Rule,
    question: String,
    why: Rich,
    good: Rich,
    warning: Rich,
}

impl Group {
    /// The group as it travels to the browser.
    pub(crate) fn draw(self, desk: &Desk<'_>, words: &Words<ChecklistText>) -> CriterionGroup {
        let criteria = self.criteria.into_iter().map(|criterion| Criterion {
            about: draw::about(
                desk,
                words,
                &criterion.why,
                &criterion.good,
                &criterion.warning,
            )
            .into(),
            rule: criterion.rule,
            question: criterion.question,
        });
        CriterionGroup {
            criteria: criteria.collect(),
            id: self.id,
            title: self.title,
            about: self.about,
        }
    }
}

/// The groups in their order, each with its criteria.
pub(crate) fn groups(sources: Sources<'_>, resolver: &mut Resolver<'_, '_, '_>) -> Vec<Group> {
    let mut by_group: BTreeMap<&str, Vec<Resolved>> = BTreeMap::new();
    for criterion in &sources.neutral.criteria {
        let Some(words) = sources.words.criteria.get(&criterion.id) else {
            continue;
        };
        let at = |field: &str| format!("criteria.{}.{field}", criterion.id);
        by_group
            .entry(&criterion.group)
            .or_default()
            .push(Resolved {
                rule: Rule {
                    id: criterion.id.as_str().into(),
                    importance: match criterion.importance {
                        ImportanceName::Essential => Importance::Essential,
                        ImportanceName::Important => Importance::Important,
                        ImportanceName::Helpful => Importance::Helpful,
                    },
                },
                question: words.question.clone(),
                why: resolver.rich(&at("why"), &words.why),
                good: resolver.rich(&at("good"), &words.good),
                warning: resolver.rich(&at("warning"), &words.warning),
            });
    }
    let words = |id: &String| {
        let words = sources.words.groups.get(id)?;
        let criteria = by_group.remove(id.as_str())?;
        Some(Group {
            id: id.clone(),
            title: words.title.clone(),
            about: words.about.clone(),
            criteria,
        })
    };
    sources.neutral.groups.iter().filter_map(words).collect()
}
