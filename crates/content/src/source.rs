//! The shape of the content files, as people write them.
//!
//! Unknown fields are errors, so that a typing mistake in a name cannot hide
//! a text. Running text (see [`crate::inline`]) is marked `inline` in the
//! descriptions, everything else is plain.

use std::collections::BTreeMap;

use hipec_core::{
    locale::{Locale, Weekday},
    route::PageId,
};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    document::{CalloutKind, FigureId, Verdict},
    study::Cancer,
};

/// A page in one language: `<language>/<page>.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The heading of the page and the title of the window. Plain.
    pub title: String,
    /// The short name in menus. Plain.
    pub nav: String,
    /// One sentence for search engines and previews, at most 170 characters. Plain.
    pub description: String,
    /// The first sentences, set larger. Inline.
    pub lead: String,
    /// When the page was last looked at, and by whom.
    pub review: Review,
    /// The text, block by block.
    pub blocks: Vec<Block>,
}

/// When a page was last looked at, and by whom.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The day the text was last changed or checked, as `2026-11-23`.
    pub updated: String,
    /// The clinician who reviewed the page; `null` until one has.
    pub clinician: Option<Reviewer>,
    /// The native medical translator who reviewed the page; `null` until one has.
    pub translator: Option<Reviewer>,
}

/// Who reviewed a page, and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    /// Name and role, as it is to be shown.
    pub name: String,
    /// The day of the review, as `2026-11-23`.
    pub date: String,
}

/// One block of a page.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "`exempt` is explained once, at `Paragraph`")]
pub enum Block {
    /// What to take away; the first block of a page of information.
    KeyPoints {
        items: Vec<String>,
        exempt: Option<String>,
    },
    /// A section's heading. The id is the same in all languages.
    Heading { id: String, text: String },
    /// A heading within a section.
    Subheading { id: String, text: String },
    /// A paragraph. Inline.
    Paragraph {
        text: String,
        /// Why a number in this block needs no source, such as "opening hours".
        exempt: Option<String>,
    },
    /// A list. Inline.
    List {
        items: Vec<String>,
        exempt: Option<String>,
    },
    /// Numbered steps.
    Steps {
        items: Vec<Step>,
        exempt: Option<String>,
    },
    /// Things to do. Inline.
    Do {
        title: String,
        items: Vec<String>,
        exempt: Option<String>,
    },
    /// Things not to do. Inline.
    Dont {
        title: String,
        items: Vec<String>,
        exempt: Option<String>,
    },
    /// Something set apart. The text is inline, a paragraph each.
    Callout {
        kind: CalloutKindName,
        title: String,
        text: Vec<String>,
        exempt: Option<String>,
    },
    /// What one trial or registry showed. The text is inline, a paragraph each.
    Finding {
        verdict: VerdictName,
        title: String,
        text: Vec<String>,
        exempt: Option<String>,
    },
    /// Text behind a tap that the reader chooses, such as survival figures. Inline.
    Disclosure {
        title: String,
        text: Vec<String>,
        exempt: Option<String>,
    },
    /// A drawing with a numbered legend. Inline.
    Figure {
        figure: FigureName,
        caption: String,
        legend: Vec<String>,
        exempt: Option<String>,
    },
    /// A table. Head and caption are plain, cells are inline.
    Table {
        caption: String,
        head: Vec<String>,
        rows: Vec<Vec<String>>,
        exempt: Option<String>,
    },
    /// Questions to ask, with reasons.
    Questions {
        title: String,
        items: Vec<Question>,
        exempt: Option<String>,
    },
    /// Ways on, each with a sentence.
    Cards { items: Vec<Card> },
    /// Related pages; the last block of a page.
    Related { pages: Vec<String> },
    /// The owner's hours, e-mail and phone.
    // The braces matter: serde lets unknown fields pass beside a bare name.
    ContactDetails {},
    /// Who owns and pays for the site.
    OwnerDetails {},
    /// What this device keeps of what people typed, with downloads and erasing.
    KeptData {},
    /// The steps of a long way, such as that from the first suspicion to a year after.
    Journey {
        steps: Vec<JourneyStep>,
        exempt: Option<String>,
    },
    /// All studies of a cancer in full.
    Studies { cancer: Cancer },
    /// All studies in short, grouped by cancer, with a filter.
    StudyIndex {},
    /// The figures of all studies in one table, for doctors.
    EvidenceTable {},
    /// Every term with its meaning, in three languages.
    Glossary {},
    /// Every source, with the pages that cite it.
    SourceList {},
    /// Every question, in groups, to pick from.
    QuestionPicker {},
    /// A form to print and fill in by pen. Plain.
    Sheet { title: String, fields: Vec<String> },
    /// The field to search in, and a list of all pages.
    Search {},
}

/// One step of a long way.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JourneyStep {
    /// Its anchor, the same in all languages.
    pub id: String,
    /// In a few words. Plain.
    pub title: String,
    /// When it is, or how long it takes. Plain.
    pub when: String,
    /// What happens. Inline.
    pub happens: String,
    /// Who is there. Inline.
    pub who: String,
    /// What to ask. Inline.
    pub ask: Vec<String>,
    /// What to bring, or to have ready. Inline.
    pub bring: Vec<String>,
}

/// One numbered step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// In a few words. Plain.
    pub title: String,
    /// In sentences. Inline.
    pub text: String,
}

/// One question to ask.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// In the words of the person who asks. Plain.
    pub question: String,
    /// Why it matters. Inline.
    pub why: String,
}

/// A link to a page with a sentence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The page's id.
    pub page: String,
    /// Why to go there. Plain.
    pub text: String,
}

/// The kinds of callouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the same names as in hipec-core")]
pub enum CalloutKindName {
    Info,
    Important,
    Urgent,
}

impl From<CalloutKindName> for CalloutKind {
    fn from(name: CalloutKindName) -> Self {
        match name {
            CalloutKindName::Info => Self::Info,
            CalloutKindName::Important => Self::Important,
            CalloutKindName::Urgent => Self::Urgent,
        }
    }
}

/// What a study showed about adding HIPEC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the same names as in hipec-core")]
pub enum VerdictName {
    Gain,
    NoGain,
    Mixed,
    Unclear,
    Harm,
}

impl From<VerdictName> for Verdict {
    fn from(name: VerdictName) -> Self {
        match name {
            VerdictName::Gain => Self::Gain,
            VerdictName::NoGain => Self::NoGain,
            VerdictName::Mixed => Self::Mixed,
            VerdictName::Unclear => Self::Unclear,
            VerdictName::Harm => Self::Harm,
        }
    }
}

/// The drawings that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the same names as in hipec-core")]
pub enum FigureName {
    Peritoneum,
    Circuit,
}

impl From<FigureName> for FigureId {
    fn from(name: FigureName) -> Self {
        match name {
            FigureName::Peritoneum => Self::Peritoneum,
            FigureName::Circuit => Self::Circuit,
        }
    }
}

/// A text in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// English.
    pub en: String,
    /// Arabic.
    pub ar: String,
    /// Sorani.
    pub ckb: String,
}

impl Localised {
    /// The text in one language.
    #[must_use]
    pub const fn in_locale(&self, locale: Locale) -> &String {
        match locale {
            Locale::En => &self.en,
            Locale::Ar => &self.ar,
            Locale::Ckb => &self.ckb,
        }
    }
}

/// Facts about the site and its owner: `site.json`. Empty texts don't show.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Where the site is published, such as `https://www.example.org`, without
    /// a slash at the end.
    pub origin: String,
    /// The owner.
    pub owner: Owner,
    /// The opening hours, an entry per group of days.
    pub hours: Vec<Hours>,
    /// After how many months each page is due for review again.
    pub review_months: u16,
    /// The menu, group by group.
    pub navigation: Vec<NavigationGroup>,
}

/// A group of pages in the menu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NavigationGroup {
    /// Its heading.
    pub title: Localised,
    /// Its pages, in order.
    pub pages: Vec<String>,
}

/// The owner of the site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The clinic's name.
    pub name: Localised,
    /// Who pays for the site.
    pub funding: Localised,
    /// The postal address.
    pub address: Localised,
    /// The e-mail address.
    pub email: String,
    /// The phone number, as `+964 …`.
    pub phone: String,
}

/// Opening hours of a group of days.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The days; all seven read as "every day".
    pub days: Vec<WeekdayName>,
    /// As `9:00`, 24 hours.
    pub opens: String,
    /// As `18:00`, 24 hours.
    pub closes: String,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum WeekdayName {
    Sat,
    Sun,
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
}

impl From<WeekdayName> for Weekday {
    fn from(name: WeekdayName) -> Self {
        match name {
            WeekdayName::Sat => Self::Sat,
            WeekdayName::Sun => Self::Sun,
            WeekdayName::Mon => Self::Mon,
            WeekdayName::Tue => Self::Tue,
            WeekdayName::Wed => Self::Wed,
            WeekdayName::Thu => Self::Thu,
            WeekdayName::Fri => Self::Fri,
        }
    }
}

/// All sources by id: `sources.json`.
pub type Sources = BTreeMap<String, Source>;

/// A publication that pages cite as `<source:id>`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The title, in its own language.
    pub title: String,
    /// Who wrote it.
    #[serde(default)]
    pub authors: String,
    /// Journal with volume and pages, or publisher.
    #[serde(default)]
    pub journal: String,
    /// The year of publication.
    pub year: Option<u16>,
    /// The DOI, without address.
    #[serde(default)]
    pub doi: String,
    /// Where to read it; empty where no address is known.
    #[serde(default)]
    pub url: String,
    /// The entries of the evidence file that rest on it.
    pub evidence: Vec<String>,
    /// Whether figures from it may be published. Where not, it may be cited
    /// for what it says in words only.
    pub figures: bool,
}

/// The terms in three languages, by id: `terms.json`.
pub type Terms = BTreeMap<String, Term>;

/// A medical term.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// English.
    pub en: TermWords,
    /// Arabic.
    pub ar: TermWords,
    /// Sorani.
    pub ckb: TermWords,
    /// How the English term is said, in the letters of each language; empty
    /// where it is an ordinary word.
    #[serde(default)]
    pub say: Localised,
    /// Advice for writers and translators; not published.
    #[serde(default)]
    pub note: String,
}

/// A term in one language.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermWords {
    /// The term as it is shown.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
    /// Other words that readers may meet.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// Whether the term was found in use; if not, a translator should look at
    /// it a second time.
    #[serde(default)]
    pub attested: bool,
}

/// The criteria without their words: `criteria.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// The groups' ids, in order.
    pub groups: Vec<String>,
    /// The criteria, in order.
    pub criteria: Vec<Criterion>,
}

/// A criterion without its words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id. Never change one: people's saved answers hang on it.
    pub id: String,
    /// The group's id.
    pub group: String,
    /// How important it is unless the person says otherwise.
    pub importance: ImportanceName,
    /// The sources that speak for it; all of them are cited in its words.
    pub sources: Vec<String>,
}

/// How important a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ImportanceName {
    Essential,
    Important,
    Helpful,
}

/// The criteria's words in one language: `<language>/criteria.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriteriaWords {
    /// The groups by id.
    pub groups: BTreeMap<String, GroupWords>,
    /// The criteria by id.
    pub criteria: BTreeMap<String, CriterionWords>,
}

/// A group's words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupWords {
    /// Its heading. Plain.
    pub title: String,
    /// One sentence on what it is about. Plain.
    pub about: String,
}

/// A criterion's words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionWords {
    /// The question as a patient would put it. Plain.
    pub question: String,
    /// Why it matters. Inline.
    pub why: String,
    /// What a good answer sounds like. Inline.
    pub good: String,
    /// What is a warning sign. Inline.
    pub warning: String,
}

/// The words of the interface in one language: `<language>/ui.json`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ui {
    /// The frame around the pages, by name.
    pub shell: BTreeMap<String, UiText>,
    /// What is drawn into the pages, by name.
    pub page: BTreeMap<String, UiText>,
    /// The checklist's controls, by name.
    pub checklist: BTreeMap<String, UiText>,
}

/// A text of the interface.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum UiText {
    /// One text.
    Plain(String),
    /// A text for each plural category of the language, with `{count}`.
    Plural(BTreeMap<String, String>),
}

/// The page that an id in a file names.
pub(crate) fn page_id(id: &str) -> Option<PageId> {
    PageId::from_id(id)
}
