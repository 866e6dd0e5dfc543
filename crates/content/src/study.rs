//! The studies: the neutral file with their figures, and their words in each
//! language.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{locale::Locale, route::PageId};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    coverage::Coverage,
    document::{self, Rich},
    evidence::Entries,
    files,
    inline::is_id,
    paired::{self, same_keys, same_sources},
    parity::{Outline, listed},
    problem::{Problem, Reporter},
    resolve::Resolver,
    source::{Sources, VerdictName},
};

/// All studies in the order in which they are shown: `studies.json`. Within a
/// cancer, negative and neutral results stand first where they are the best
/// evidence.
pub type Studies = Vec<Study>;

/// A study without its words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Its id, which is also its anchor on the page.
    pub id: String,
    /// The cancer it is about.
    pub cancer: Cancer,
    /// Whether it treated spread that was there, or tried to prevent it.
    pub setting: Setting,
    /// How it was made.
    pub design: Design,
    /// What it showed about adding HIPEC.
    pub verdict: VerdictName,
    /// How many people took part; `null` where that is not published.
    pub people: Option<u32>,
    /// The sources; all of them are cited in its words.
    pub sources: Vec<String>,
    /// Hazard ratios as published.
    #[serde(default)]
    pub hazard_ratios: Vec<HazardRatio>,
    /// Medians in months as published.
    #[serde(default)]
    pub medians: Vec<Median>,
    /// Percentages of people as published.
    #[serde(default)]
    pub shares: Vec<Share>,
}

/// The cancers that studies are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cancer {
    Bowel,
    Ovary,
    Stomach,
    /// With pseudomyxoma.
    Appendix,
    Mesothelioma,
}

impl Cancer {
    /// Every cancer, in the order of the pages.
    pub const ALL: [Self; 5] = [
        Self::Bowel,
        Self::Ovary,
        Self::Stomach,
        Self::Appendix,
        Self::Mesothelioma,
    ];

    /// The page that tells its studies in full.
    #[must_use]
    pub const fn page(self) -> PageId {
        match self {
            Self::Bowel => PageId::ResearchBowel,
            Self::Ovary => PageId::ResearchOvary,
            Self::Stomach => PageId::ResearchStomach,
            Self::Appendix => PageId::ResearchAppendix,
            Self::Mesothelioma => PageId::ResearchMesothelioma,
        }
    }

    /// The name in content files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bowel => "bowel",
            Self::Ovary => "ovary",
            Self::Stomach => "stomach",
            Self::Appendix => "appendix",
            Self::Mesothelioma => "mesothelioma",
        }
    }
}

/// Whether a study treated spread that was there, or tried to prevent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Setting {
    Treatment,
    Prevention,
}

/// How a study was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Design {
    /// Chance decided who got what.
    Randomised,
    /// Several studies counted together.
    Pooled,
    /// Everyone treated in many places, written down.
    Registry,
    /// Two groups; chance did not decide.
    Comparison,
    /// One group, mostly of one hospital.
    Series,
    /// Without a published result so far.
    Underway,
}

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Outcome {
    OverallSurvival,
    ProgressionFree,
    RelapseFree,
    LocalControl,
    /// Neither dead nor with spread on the lining.
    SpreadFree,
}

/// A hazard ratio: below 1 speaks for HIPEC. Numbers are kept as they were
/// printed, because `1.00` says more than `1`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HazardRatio {
    /// What it is about.
    pub outcome: Outcome,
    /// The ratio.
    pub value: String,
    /// The lower end of its interval.
    pub low: Option<String>,
    /// The upper end of its interval.
    pub high: Option<String>,
    /// The level of the interval in percent, mostly `95`.
    pub level: Option<String>,
    /// The source.
    pub source: String,
}

/// Medians of two groups, or of one, in months.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Median {
    /// What it is about.
    pub outcome: Outcome,
    /// In the group with HIPEC.
    pub with: Option<String>,
    /// In the group without.
    pub without: Option<String>,
    /// The source.
    pub source: String,
}

/// Percentages of people in two groups, or in one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Its id; its label stands in the study's words.
    pub id: String,
    /// Whether it foretells how long people live, or may stand in the open.
    pub kind: ShareKind,
    /// In the group with HIPEC, 0 to 100.
    pub with: Option<String>,
    /// In the group without, 0 to 100.
    pub without: Option<String>,
    /// The source.
    pub source: String,
}

/// What a share tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ShareKind {
    /// Shown behind a tap.
    Survival,
    Relapse,
    Harm,
}

/// The studies' words in one language by id: `<language>/studies.json`.
pub type StudiesWords = BTreeMap<String, StudyWords>;

/// A study's words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyWords {
    /// Its name and result in a few words. Plain.
    pub title: String,
    /// One or two sentences, without survival figures. Inline.
    pub short: String,
    /// Who was studied. Inline.
    pub who: String,
    /// What was compared with what. Inline.
    pub compared: String,
    /// Whether people lived longer, in words. Inline.
    pub longer: String,
    /// The survival figures, which are shown behind a tap. Inline.
    pub survival: Option<String>,
    /// Whether the cancer came back. Inline.
    pub relapse: String,
    /// What harm was seen. Inline.
    pub harm: String,
    /// What it means for a reader. Inline.
    pub meaning: String,
    /// How sure one can be, and why. Inline.
    pub certainty: String,
    /// The labels of the shares by id. Plain.
    #[serde(default)]
    pub shares: BTreeMap<String, String>,
}

impl StudyWords {
    /// Its running texts, by field.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &String)> {
        [
            ("short", Some(&self.short)),
            ("who", Some(&self.who)),
            ("compared", Some(&self.compared)),
            ("longer", Some(&self.longer)),
            ("survival", self.survival.as_ref()),
            ("relapse", Some(&self.relapse)),
            ("harm", Some(&self.harm)),
            ("meaning", Some(&self.meaning)),
            ("certainty", Some(&self.certainty)),
        ]
        .into_iter()
        .filter_map(|(field, text)| Some((field, text?)))
    }
}

/// Checks the file without words.
pub(crate) fn check_neutral(
    studies: &Studies,
    sources: &Sources,
    evidence: &Entries,
    problems: &mut Vec<Problem>,
) {
    let mut reporter = Reporter::new(files::STUDIES, None, problems);
    let mut seen = BTreeSet::new();
    for (i, study) in studies.iter().enumerate() {
        let at = format!("[{i}]");
        if !is_id(&study.id) {
            reporter.report(
                format!("{at}.id"),
                format!(
                    "“{}” is no id: use lower-case letters, digits and hyphens",
                    study.id
                ),
            );
        }
        if !seen.insert(&study.id) {
            reporter.report(
                format!("{at}.id"),
                format!("the study “{}” is there twice", study.id),
            );
        }
        for id in study.sources.iter().filter(|id| !sources.contains_key(*id)) {
            reporter.report(
                format!("{at}.sources"),
                format!("there is no source “{id}” in sources.json"),
            );
        }
        let mut figure = |path: String, source: &String, numbers: &[&Option<String>], most: f64| {
            if !study.sources.contains(source) {
                reporter.report(
                    format!("{at}.{path}.source"),
                    format!("“{source}” is not among the study's sources"),
                );
            }
            if sources.get(source).is_some_and(|source| !source.figures) {
                reporter.report(
                    format!("{at}.{path}"),
                    format!("the figures of “{source}” must not be published"),
                );
            }
            for number in numbers.iter().copied().flatten() {
                let entries = sources.get(source).map(|source| &source.evidence);
                let printed = entries.into_iter().flatten().any(|id| {
                    let entry = evidence.get(id);
                    entry.is_some_and(|entry| entry.may_be_published() && entry.prints(number))
                });
                if !printed {
                    reporter.report(
                        format!("{at}.{path}"),
                        format!(
                            "{number} stands in no entry of the evidence file that “{source}” rests on"
                        ),
                    );
                }
            }
            let read: Vec<f64> = numbers
                .iter()
                .filter_map(|number| number.as_ref()?.parse().ok())
                .filter(|number| (0.0..=most).contains(number))
                .collect();
            let given = numbers.iter().filter(|number| number.is_some()).count();
            if read.len() != given || given == 0 {
                reporter.report(
                    format!("{at}.{path}"),
                    format!("write numbers as \"39.4\", from 0 to {most}, at least one of them"),
                );
            }
            if !read.is_sorted() && most == HAZARD_LIMIT {
                reporter.report(
                    format!("{at}.{path}"),
                    "the ratio must lie between the ends of its interval",
                );
            }
        };
        for (j, hazard) in study.hazard_ratios.iter().enumerate() {
            let value = Some(hazard.value.clone());
            figure(
                format!("hazard_ratios[{j}]"),
                &hazard.source,
                &[&hazard.low, &value, &hazard.high],
                HAZARD_LIMIT,
            );
        }
        for (j, median) in study.medians.iter().enumerate() {
            figure(
                format!("medians[{j}]"),
                &median.source,
                &[&median.with, &median.without],
                1200.0,
            );
        }
        for (j, share) in study.shares.iter().enumerate() {
            figure(
                format!("shares[{j}]"),
                &share.source,
                &[&share.with, &share.without],
                100.0,
            );
        }
    }
}

/// No study of the evidence file comes near; a slipped decimal point does.
const HAZARD_LIMIT: f64 = 10.0;

/// What the words of one language are checked against.
pub(crate) type Check<'a> = paired::Check<'a, Studies, StudiesWords>;

/// Checks the words of one language.
pub(crate) fn check_words(
    check: &Check<'_>,
    locale: Locale,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    let file = files::studies_file(locale);
    let mut reporter = Reporter::new(&file, Some(locale), problems);
    let neutral = files::STUDIES;
    let ids = check.neutral.iter().map(|study| &study.id);
    same_keys(&mut reporter, neutral, "", ids, check.words.keys());
    check.texts(outline, locale, coverage, &mut reporter);
    for study in check.neutral {
        let Some(words) = check.words.get(&study.id) else {
            continue;
        };
        let texts = words.texts().map(|(_, text)| text);
        same_sources(&mut reporter, neutral, &study.id, texts, &study.sources);
        let shares: BTreeSet<_> = study.shares.iter().map(|share| &share.id).collect();
        if shares != words.shares.keys().collect() {
            reporter.report(
                format!("{}.shares", study.id),
                format!(
                    "there must be a label for each of {}, and no other",
                    listed(shares)
                ),
            );
        }
    }
}

/// The words laid out flat. A title's numbers belong to a study's name, such
/// as "PRODIGE 7", and the labels' to what was measured.
pub(crate) fn outline(words: &StudiesWords) -> Outline<'_> {
    let mut outline = Outline::default();
    let mut claim = 0;
    let mut next = || {
        claim += 1;
        claim
    };
    for (id, study) in words {
        outline.plain(format!("{id}.title"), &study.title, next(), true);
        for (field, text) in study.texts() {
            outline.inline(format!("{id}.{field}"), text, next(), false);
        }
        for (share, label) in &study.shares {
            outline.plain(format!("{id}.shares.{share}"), label, next(), true);
        }
    }
    outline
}

/// A study with its words, looked up for a page that tells it in full.
pub(crate) fn full(
    study: &Study,
    words: &StudyWords,
    resolver: &mut Resolver<'_, '_, '_>,
) -> document::Study {
    let mut text =
        |field: &str, text: &str| -> Rich { resolver.rich(&format!("{}.{field}", study.id), text) };
    let short = text("short", &words.short);
    let who = text("who", &words.who);
    let compared = text("compared", &words.compared);
    let longer = text("longer", &words.longer);
    let survival = words.survival.as_ref().map(|it| text("survival", it));
    let relapse = text("relapse", &words.relapse);
    let harm = text("harm", &words.harm);
    let meaning = text("meaning", &words.meaning);
    let certainty = text("certainty", &words.certainty);
    let shares = study
        .shares
        .iter()
        .map(|share| document::Share {
            label: words.shares.get(&share.id).cloned().unwrap_or_default(),
            survival: share.kind == ShareKind::Survival,
            with: share.with.clone(),
            without: share.without.clone(),
            source: resolver.cite(&study.id, share.source.clone()),
        })
        .collect();
    document::Study {
        line: line(study, words, short),
        who,
        compared,
        longer,
        survival,
        relapse,
        harm,
        meaning,
        certainty,
        shares,
    }
}

/// A study in one or two sentences.
pub(crate) fn short(
    study: &Study,
    words: &StudyWords,
    resolver: &mut Resolver<'_, '_, '_>,
) -> document::StudyLine {
    let short = resolver.rich(&format!("{}.short", study.id), &words.short);
    line(study, words, short)
}

fn line(study: &Study, words: &StudyWords, short: Rich) -> document::StudyLine {
    document::StudyLine {
        id: study.id.clone(),
        verdict: study.verdict.into(),
        design: study.design,
        prevention: study.setting == Setting::Prevention,
        people: study.people,
        title: words.title.clone(),
        short,
    }
}

/// A row of the table for doctors: the figures, with their sources.
pub(crate) fn row(
    study: &Study,
    words: &StudyWords,
    resolver: &mut Resolver<'_, '_, '_>,
) -> document::EvidenceRow {
    let mut cite = |source: &String| resolver.cite(&study.id, source.clone());
    document::EvidenceRow {
        cancer: study.cancer,
        line: line(study, words, Rich::new()),
        hazard_ratios: study
            .hazard_ratios
            .iter()
            .map(|hazard| (hazard.clone(), cite(&hazard.source)))
            .collect(),
        medians: study
            .medians
            .iter()
            .map(|median| (median.clone(), cite(&median.source)))
            .collect(),
        sources: study.sources.iter().map(&mut cite).collect(),
    }
}
