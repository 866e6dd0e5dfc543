//! The blocks a page is made of.

use hipec_core::{locale::Locale, route::PageId};

use super::{article::Citation, rich::Rich};
use crate::study::{Cancer, Design, HazardRatio, Median};

/// One block of a page. Blocks do not nest.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the payload types are documented")]
pub enum Block {
    /// What to take away, on top of the page.
    KeyPoints(Vec<Rich>),
    /// A section's heading; the id is its anchor and the same in all languages.
    Heading {
        id: String,
        text: String,
    },
    /// A heading within a section.
    Subheading {
        id: String,
        text: String,
    },
    Paragraph(Rich),
    List(Vec<Rich>),
    /// Numbered steps.
    Steps(Vec<Step>),
    Advice(Advice),
    Callout(Callout),
    Finding(Finding),
    /// Text behind a tap that the reader chooses, such as survival figures.
    Disclosure {
        title: String,
        text: Vec<Rich>,
    },
    Figure(Figure),
    Table(Table),
    Questions(Questions),
    /// Ways on, each with a sentence.
    Cards(Vec<PageCard>),
    /// Related pages, at a page's end.
    Related(Vec<PageCard>),
    /// The owner's hours, e-mail and phone, as far as they are filled in.
    ContactDetails,
    /// Who owns and pays for the site, as far as it is filled in.
    OwnerDetails,
    /// What this device keeps, which a script of the page's own fills in.
    KeptData,
    /// The steps of a long way.
    Journey(Vec<JourneyStep>),
    /// The studies of a cancer in full.
    Studies(Vec<Study>),
    /// All studies in short, by cancer.
    StudyIndex(Vec<StudyGroup>),
    /// The figures of all studies.
    EvidenceTable(Vec<EvidenceRow>),
    /// Every term, in the order of the language's alphabet.
    Glossary(Vec<GlossaryEntry>),
    /// Every source, in order.
    SourceList(Vec<SourceEntry>),
    /// Every question, in groups, to pick from.
    QuestionPicker(Vec<PickGroup>),
    /// A form to print and fill in by pen.
    Sheet {
        title: String,
        fields: Vec<String>,
    },
    /// The field to search in, above a list of these pages.
    Search(Vec<PageCard>),
}

/// One step of a long way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyStep {
    /// Its anchor.
    pub id: String,
    /// In a few words.
    pub title: String,
    /// When it is, or how long it takes.
    pub when: String,
    /// What happens.
    pub happens: Rich,
    /// Who is there.
    pub who: Rich,
    /// What to ask.
    pub ask: Vec<Rich>,
    /// What to bring, or to have ready.
    pub bring: Vec<Rich>,
}

/// A study in one or two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyLine {
    /// Its id, and its anchor on the page that tells it in full.
    pub id: String,
    /// The result in one of five kinds.
    pub verdict: Verdict,
    /// How it was made.
    pub design: Design,
    /// Whether it tried to prevent spread, not to treat it.
    pub prevention: bool,
    /// How many people took part.
    pub people: Option<u32>,
    /// Its name and result in a few words.
    pub title: String,
    /// One or two sentences.
    pub short: Rich,
}

/// A study in full.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the same fields as in the studies' words")]
pub struct Study {
    pub line: StudyLine,
    pub who: Rich,
    pub compared: Rich,
    pub longer: Rich,
    pub survival: Option<Rich>,
    pub relapse: Rich,
    pub harm: Rich,
    pub meaning: Rich,
    pub certainty: Rich,
    pub shares: Vec<Share>,
}

/// Percentages of people in two groups, or in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What happened to them.
    pub label: String,
    /// Whether it stands behind a tap.
    pub survival: bool,
    /// With HIPEC, as it was printed.
    pub with: Option<String>,
    /// Without HIPEC, as it was printed.
    pub without: Option<String>,
    /// The number of its source in the page's list.
    pub source: u16,
}

/// The studies of one cancer in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyGroup {
    /// The cancer.
    pub cancer: Cancer,
    /// Its studies.
    pub studies: Vec<StudyLine>,
}

/// The figures of one study.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the same fields as in the file of studies")]
pub struct EvidenceRow {
    pub cancer: Cancer,
    pub line: StudyLine,
    pub hazard_ratios: Vec<(HazardRatio, u16)>,
    pub medians: Vec<(Median, u16)>,
    /// The numbers of its sources in the page's list.
    pub sources: Vec<u16>,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The id of the term.
    pub id: String,
    /// The letter under which it stands.
    pub letter: String,
    /// The term in the page's language.
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// Other words that readers may meet.
    pub alternatives: Vec<String>,
    /// How to say the English term, if it is not an ordinary word.
    pub say: Option<String>,
    /// The term in the other languages.
    pub elsewhere: Vec<(Locale, String)>,
}

/// A source of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// What is printed about it.
    pub citation: Citation,
    /// Whether its figures are published here.
    pub figures: bool,
    /// The pages that cite it, with their short names.
    pub cited_on: Vec<(PageId, String)>,
}

/// A group of questions to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickGroup {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// One sentence on what it is about.
    pub about: String,
    /// Its questions.
    pub items: Vec<Pick>,
}

/// A question to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub id: String,
    /// In the words of the person who asks.
    pub question: String,
    /// Why it matters.
    pub why: Rich,
}

/// One numbered step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What happens, in a few words.
    pub title: String,
    /// The same in sentences.
    pub text: Rich,
}

/// A list of things to do, or not to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Which of the two.
    pub kind: AdviceKind,
    /// Its heading.
    pub title: String,
    /// The advice.
    pub items: Vec<Rich>,
}

/// Whether advice is for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdviceKind {
    /// Do this.
    Do,
    /// Don't do this.
    Dont,
}

/// Something set apart from the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// How loud it is.
    pub kind: CalloutKind,
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub text: Vec<Rich>,
}

/// How loud a callout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Good to know.
    Info,
    /// Not to be missed.
    Important,
    /// Act now: danger to life or health.
    Urgent,
}

/// What one trial or registry showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The result in one of five kinds.
    pub verdict: Verdict,
    /// The trial and who was studied.
    pub title: String,
    /// What was found.
    pub text: Vec<Rich>,
}

/// What a study showed about adding HIPEC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A gain for the people studied.
    Gain,
    /// No gain.
    NoGain,
    /// A gain in one respect, none or harm in another.
    Mixed,
    /// The study cannot tell.
    Unclear,
    /// More harm.
    Harm,
}

/// A drawing, with its legend as a numbered list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which drawing.
    pub figure: FigureId,
    /// What it shows.
    pub caption: Rich,
    /// What the numbers in the drawing mean, from 1.
    pub legend: Vec<Rich>,
}

/// The drawings that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureId {
    /// The lining of the belly, the organs it covers, and seeds of cancer on it.
    Peritoneum,
    /// The circuit that warms the fluid and moves it through the belly.
    Circuit,
}

impl FigureId {
    /// How many numbers the drawing carries, and so how long its legend is.
    #[must_use]
    pub const fn marks(self) -> usize {
        match self {
            Self::Peritoneum => 4,
            Self::Circuit => 6,
        }
    }
}

/// A table with a header row; the first cell of each row heads that row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The column headers.
    pub head: Vec<String>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Rich>>,
}

/// Questions to ask, with reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions {
    /// The list's heading.
    pub title: String,
    /// The questions.
    pub items: Vec<Question>,
}

/// One question to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In the words of the person who asks.
    pub question: String,
    /// Why it matters.
    pub why: Rich,
}

/// A link to a page with a sentence about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCard {
    /// Where it leads.
    pub page: PageId,
    /// The page's title.
    pub title: String,
    /// Why to go there.
    pub text: String,
}
