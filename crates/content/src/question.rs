//! Questions to ask: which there are, in which order, and their words. Those
//! that are criteria of the checklist too have their words there.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::locale::Locale;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    coverage::Coverage,
    document, files,
    inline::is_id,
    paired::{self, same_keys},
    parity::Outline,
    problem::{Problem, Reporter},
    resolve::Resolver,
    source::{Criteria, CriteriaWords, GroupWords},
};

/// Marks a question that is a criterion of the checklist.
const CRITERION: &str = "criterion:";

/// The questions without their words: `questions.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The groups in the order of a conversation.
    pub groups: Vec<QuestionGroup>,
}

/// A group of questions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionGroup {
    /// Its id, which is also its anchor.
    pub id: String,
    /// The questions by id; `criterion:<id>` is one of the checklist. Never
    /// change an id: what people have picked hangs on it.
    pub questions: Vec<String>,
}

/// The questions' words in one language: `<language>/questions-words.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionsWords {
    /// The groups by id.
    pub groups: BTreeMap<String, GroupWords>,
    /// The questions that are no criteria, by id.
    pub questions: BTreeMap<String, QuestionWords>,
}

/// A question's words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// In the words of the person who asks. Plain.
    pub question: String,
    /// Why it matters. Inline.
    pub why: String,
}

impl Questions {
    fn own(&self) -> impl Iterator<Item = &String> {
        self.groups
            .iter()
            .flat_map(|group| &group.questions)
            .filter(|id| !id.starts_with(CRITERION))
    }

    fn criteria(&self) -> impl Iterator<Item = &str> {
        self.groups
            .iter()
            .flat_map(|group| &group.questions)
            .filter_map(|id| id.strip_prefix(CRITERION))
    }
}

/// Checks the file without words: every criterion is there, nothing twice.
pub(crate) fn check_neutral(
    questions: &Questions,
    criteria: &Criteria,
    problems: &mut Vec<Problem>,
) {
    let mut reporter = Reporter::new(files::QUESTIONS, None, problems);
    let known: BTreeSet<&str> = criteria.criteria.iter().map(|it| it.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for (i, group) in questions.groups.iter().enumerate() {
        if !is_id(&group.id) || !seen.insert(group.id.as_str()) {
            reporter.report(
                format!("groups[{i}].id"),
                "an id has lower-case letters, digits and hyphens, and stands once",
            );
        }
        for (j, id) in group.questions.iter().enumerate() {
            let at = format!("groups[{i}].questions[{j}]");
            let bare = id.strip_prefix(CRITERION).unwrap_or(id);
            if !is_id(bare) || !seen.insert(bare) {
                reporter.report(
                    at.as_str(),
                    "an id has lower-case letters, digits and hyphens, and stands once",
                );
            }
            if id.starts_with(CRITERION) && !known.contains(bare) {
                reporter.report(at, format!("there is no criterion “{bare}”"));
            }
        }
    }
    let used: BTreeSet<&str> = questions.criteria().collect();
    for missing in known.difference(&used) {
        reporter.report(
            "groups",
            format!("the criterion “{missing}” is in no group: add “criterion:{missing}”"),
        );
    }
}

/// What the words of one language are checked against.
pub(crate) type Check<'a> = paired::Check<'a, Questions, QuestionsWords>;

/// Checks the words of one language.
pub(crate) fn check_words(
    check: &Check<'_>,
    locale: Locale,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    let file = files::questions_words_file(locale);
    let mut reporter = Reporter::new(&file, Some(locale), problems);
    let neutral = files::QUESTIONS;
    let groups = check.neutral.groups.iter().map(|group| &group.id);
    let words = check.words.groups.keys();
    same_keys(&mut reporter, neutral, "groups", groups, words);
    let (own, words) = (check.neutral.own(), check.words.questions.keys());
    same_keys(&mut reporter, neutral, "questions", own, words);
    check.texts(outline, locale, coverage, &mut reporter);
}

pub(crate) fn outline(words: &QuestionsWords) -> Outline<'_> {
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
    for (id, question) in &words.questions {
        let claim = next();
        outline.plain(
            format!("questions.{id}.question"),
            &question.question,
            claim,
            false,
        );
        outline.inline(format!("questions.{id}.why"), &question.why, claim, false);
    }
    outline
}

/// The groups with their words, looked up.
pub(crate) fn groups(
    questions: &Questions,
    words: &QuestionsWords,
    criteria: &CriteriaWords,
    resolver: &mut Resolver<'_, '_, '_>,
) -> Vec<document::PickGroup> {
    let locale = resolver.locale();
    let mut groups = Vec::new();
    for group in &questions.groups {
        let Some(title) = words.groups.get(&group.id) else {
            continue;
        };
        let items = group.questions.iter().filter_map(|id| {
            let (id, file, path, question, why) = match id.strip_prefix(CRITERION) {
                Some(id) => {
                    let words = criteria.criteria.get(id)?;
                    let path = format!("criteria.{id}.why");
                    let file = files::criteria_file(locale);
                    (id, file, path, &words.question, &words.why)
                }
                None => {
                    let words = words.questions.get(id)?;
                    let path = format!("questions.{id}.why");
                    let file = files::questions_words_file(locale);
                    (id.as_str(), file, path, &words.question, &words.why)
                }
            };
            Some(document::Pick {
                id: id.to_owned(),
                question: question.clone(),
                why: resolver.within(&file, |resolver| resolver.rich(&path, why)),
            })
        });
        let items = items.collect();
        groups.push(document::PickGroup {
            id: group.id.clone(),
            title: title.title.clone(),
            about: title.about.clone(),
            items,
        });
    }
    groups
}
