//! The blocks a page is made of.

use super::rich::Rich;
use hipec_core::route::PageId;

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
