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
    paired::{self, same_keys, same_sources},
    parity::Outline,
    problem::{Problem, Reporter},
    resolve::Resolver,
    source::{self, Criteria, CriteriaWords, ImportanceName},
};

/// What the criteria of one language are made from.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) neutral: &'a Criteria,
    pub(crate) words: &'a CriteriaWords,
}

/// What the words of one language are checked against.
pub(crate) type Check<'a> = paired::Check<'a, Criteria, CriteriaWords>;

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
    check: &Check<'_>,
    locale: Locale,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    let file = files::criteria_file(locale);
    let mut reporter = Reporter::new(&file, Some(locale), problems);
    let neutral = files::CRITERIA;
    let ids = check.neutral.criteria.iter().map(|criterion| &criterion.id);
    let words = check.words.criteria.keys();
    same_keys(&mut reporter, neutral, "criteria", ids, words);
    let (groups, words) = (check.neutral.groups.iter(), check.words.groups.keys());
    same_keys(&mut reporter, neutral, "groups", groups, words);
    check.texts(outline, locale, coverage, &mut reporter);
    for criterion in &check.neutral.criteria {
        if let Some(words) = check.words.criteria.get(&criterion.id) {
            let path = format!("criteria.{}", criterion.id);
            let texts = [&words.why, &words.good, &words.warning].into_iter();
            same_sources(&mut reporter, neutral, &path, texts, &criterion.sources);
        }
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
