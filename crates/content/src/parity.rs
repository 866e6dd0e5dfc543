//! The three languages say the same things.
//!
//! A page is laid out flat: its shape (kinds of blocks, ids, numbers of items)
//! and its texts. The shapes must be equal, and each text must cite the same
//! sources, link to the same places and write the same numbers.

use std::collections::BTreeMap;

use crate::{
    check::numbers,
    inline::{Piece, Target, Text, parse},
    problem::Reporter,
    source::{Block, JourneyStep, Page},
};

/// A text of a page and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Flat<'a> {
    pub(crate) path: String,
    pub(crate) text: &'a str,
    pub(crate) inline: bool,
    /// Texts of one claim share a number: a source cited in one of them
    /// speaks for the numbers in all of them.
    pub(crate) claim: usize,
    /// Whether the claim's numbers need no source.
    pub(crate) exempt: bool,
}

/// A page laid out flat.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline<'a> {
    pub(crate) shape: Vec<(String, String)>,
    pub(crate) texts: Vec<Flat<'a>>,
    claims: usize,
}

impl<'a> Outline<'a> {
    fn claim(&mut self) -> usize {
        self.claims += 1;
        self.claims
    }

    fn shape(&mut self, path: &str, what: impl Into<String>) {
        self.shape.push((path.to_owned(), what.into()));
    }

    pub(crate) fn plain(
        &mut self,
        path: impl Into<String>,
        text: &'a str,
        claim: usize,
        exempt: bool,
    ) {
        self.texts.push(Flat {
            path: path.into(),
            text,
            inline: false,
            claim,
            exempt,
        });
    }

    pub(crate) fn inline(
        &mut self,
        path: impl Into<String>,
        text: &'a str,
        claim: usize,
        exempt: bool,
    ) {
        self.texts.push(Flat {
            path: path.into(),
            text,
            inline: true,
            claim,
            exempt,
        });
    }

    /// Each item is a claim of its own.
    fn items(&mut self, path: &str, items: &'a [String], exempt: bool) {
        for (i, item) in items.iter().enumerate() {
            let claim = self.claim();
            self.inline(format!("{path}[{i}]"), item, claim, exempt);
        }
    }

    /// A title and paragraphs: a claim together, but each paragraph with a
    /// number cites for itself.
    fn titled(&mut self, at: &str, title: &'a str, text: &'a [String], exempt: bool) {
        let claim = self.claim();
        self.plain(format!("{at}.title"), title, claim, exempt);
        let several = text.len() > 1;
        for (i, paragraph) in text.iter().enumerate() {
            let claim = if several { self.claim() } else { claim };
            self.inline(format!("{at}.text[{i}]"), paragraph, claim, exempt);
        }
        if several {
            // The title's numbers may rest on any paragraph's source.
            let cited = text.iter().any(|t| t.contains("<source:"));
            if let Some(flat) = self.texts.iter_mut().find(|flat| flat.claim == claim) {
                flat.exempt |= cited;
            }
        }
    }

    pub(crate) fn of(page: &'a Page) -> Self {
        let mut out = Self::default();
        for (path, text) in [
            ("title", &page.title),
            ("nav", &page.nav),
            ("description", &page.description),
        ] {
            let claim = out.claim();
            out.plain(path, text, claim, false);
        }
        let claim = out.claim();
        out.inline("lead", &page.lead, claim, false);
        for (i, block) in page.blocks.iter().enumerate() {
            out.block(&format!("blocks[{i}]"), block);
        }
        out
    }

    fn block(&mut self, at: &str, block: &'a Block) {
        let (shape, reason): (String, Option<&String>) = match block {
            Block::KeyPoints { items, exempt } => (
                format!("key-points with {} items", items.len()),
                exempt.as_ref(),
            ),
            Block::Heading { id, .. } => (format!("heading “{id}”"), None),
            Block::Subheading { id, .. } => (format!("subheading “{id}”"), None),
            Block::Paragraph { exempt, .. } => ("paragraph".to_owned(), exempt.as_ref()),
            Block::List { items, exempt } => {
                (format!("list with {} items", items.len()), exempt.as_ref())
            }
            Block::Steps { items, exempt } => {
                (format!("steps, {} of them", items.len()), exempt.as_ref())
            }
            Block::Do { items, exempt, .. } => {
                (format!("do with {} items", items.len()), exempt.as_ref())
            }
            Block::Dont { items, exempt, .. } => {
                (format!("dont with {} items", items.len()), exempt.as_ref())
            }
            Block::Callout {
                kind, text, exempt, ..
            } => (
                format!("callout {kind:?} with {} paragraphs", text.len()),
                exempt.as_ref(),
            ),
            Block::Finding {
                verdict,
                text,
                exempt,
                ..
            } => (
                format!("finding {verdict:?} with {} paragraphs", text.len()),
                exempt.as_ref(),
            ),
            Block::Disclosure { text, exempt, .. } => (
                format!("disclosure with {} paragraphs", text.len()),
                exempt.as_ref(),
            ),
            Block::Figure {
                figure,
                legend,
                exempt,
                ..
            } => (
                format!("figure {figure:?} with {} legend entries", legend.len()),
                exempt.as_ref(),
            ),
            Block::Table {
                head, rows, exempt, ..
            } => (
                format!("table of {} columns and {} rows", head.len(), rows.len()),
                exempt.as_ref(),
            ),
            Block::Questions { items, exempt, .. } => (
                format!("questions, {} of them", items.len()),
                exempt.as_ref(),
            ),
            Block::Cards { items } => {
                let pages: Vec<_> = items.iter().map(|card| card.page.as_str()).collect();
                (format!("cards to {}", pages.join(", ")), None)
            }
            Block::Related { pages } => (format!("related pages {}", pages.join(", ")), None),
            Block::ContactDetails {} => ("contact-details".to_owned(), None),
            Block::KeptData {} => ("kept-data".to_owned(), None),
            Block::OwnerDetails {} => ("owner-details".to_owned(), None),
            Block::Journey { steps, exempt } => {
                let ids: Vec<_> = steps.iter().map(|step| step.id.as_str()).collect();
                (format!("journey by {}", ids.join(", ")), exempt.as_ref())
            }
            Block::Studies { cancer } => (format!("studies of {}", cancer.id()), None),
            Block::StudyIndex {} => ("study-index".to_owned(), None),
            Block::EvidenceTable {} => ("evidence-table".to_owned(), None),
            Block::Glossary {} => ("glossary".to_owned(), None),
            Block::SourceList {} => ("source-list".to_owned(), None),
            Block::QuestionPicker {} => ("question-picker".to_owned(), None),
            Block::Sheet { fields, .. } => (format!("sheet of {} fields", fields.len()), None),
            Block::Search {} => ("search".to_owned(), None),
        };
        let shape = match reason {
            Some(reason) => format!("{shape}, exempt: {reason}"),
            None => shape,
        };
        self.shape(at, shape);
        let exempt = reason.is_some_and(|reason| !reason.trim().is_empty());
        match block {
            Block::KeyPoints { items, .. } | Block::List { items, .. } => {
                self.items(&format!("{at}.items"), items, exempt);
            }
            Block::Heading { text, .. } | Block::Subheading { text, .. } => {
                let claim = self.claim();
                self.plain(format!("{at}.text"), text, claim, false);
            }
            Block::Paragraph { text, .. } => {
                let claim = self.claim();
                self.inline(format!("{at}.text"), text, claim, exempt);
            }
            Block::Steps { items, .. } => {
                for (i, step) in items.iter().enumerate() {
                    let claim = self.claim();
                    self.plain(format!("{at}.items[{i}].title"), &step.title, claim, exempt);
                    self.inline(format!("{at}.items[{i}].text"), &step.text, claim, exempt);
                }
            }
            Block::Do { title, items, .. } | Block::Dont { title, items, .. } => {
                let claim = self.claim();
                self.plain(format!("{at}.title"), title, claim, exempt);
                self.items(&format!("{at}.items"), items, exempt);
            }
            Block::Callout { title, text, .. }
            | Block::Finding { title, text, .. }
            | Block::Disclosure { title, text, .. } => self.titled(at, title, text, exempt),
            Block::Figure {
                caption, legend, ..
            } => {
                let claim = self.claim();
                self.inline(format!("{at}.caption"), caption, claim, exempt);
                self.items(&format!("{at}.legend"), legend, exempt);
            }
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => {
                let claim = self.claim();
                self.plain(format!("{at}.caption"), caption, claim, exempt);
                for (i, cell) in head.iter().enumerate() {
                    self.plain(format!("{at}.head[{i}]"), cell, claim, exempt);
                }
                for (i, row) in rows.iter().enumerate() {
                    self.shape(
                        &format!("{at}.rows[{i}]"),
                        format!("row of {} cells", row.len()),
                    );
                    let claim = self.claim();
                    for (j, cell) in row.iter().enumerate() {
                        self.inline(format!("{at}.rows[{i}][{j}]"), cell, claim, exempt);
                    }
                }
            }
            Block::Questions { title, items, .. } => {
                let claim = self.claim();
                self.plain(format!("{at}.title"), title, claim, exempt);
                for (i, item) in items.iter().enumerate() {
                    let claim = self.claim();
                    self.plain(
                        format!("{at}.items[{i}].question"),
                        &item.question,
                        claim,
                        exempt,
                    );
                    self.inline(format!("{at}.items[{i}].why"), &item.why, claim, exempt);
                }
            }
            Block::Cards { items } => {
                for (i, card) in items.iter().enumerate() {
                    let claim = self.claim();
                    self.plain(format!("{at}.items[{i}].text"), &card.text, claim, false);
                }
            }
            Block::Journey { steps, .. } => self.journey(at, steps, exempt),
            Block::Sheet { title, fields } => {
                let claim = self.claim();
                self.plain(format!("{at}.title"), title, claim, false);
                for (i, field) in fields.iter().enumerate() {
                    self.plain(format!("{at}.fields[{i}]"), field, claim, false);
                }
            }
            Block::Related { .. }
            | Block::ContactDetails {}
            | Block::OwnerDetails {}
            | Block::KeptData {}
            | Block::Studies { .. }
            | Block::StudyIndex {}
            | Block::EvidenceTable {}
            | Block::Glossary {}
            | Block::SourceList {}
            | Block::QuestionPicker {}
            | Block::Search {} => {}
        }
    }
}

impl<'a> Outline<'a> {
    /// Title and duration are claims of what happens in the step.
    fn journey(&mut self, at: &str, steps: &'a [JourneyStep], exempt: bool) {
        for (i, step) in steps.iter().enumerate() {
            let at = format!("{at}.steps[{i}]");
            let claim = self.claim();
            self.plain(format!("{at}.title"), &step.title, claim, exempt);
            self.plain(format!("{at}.when"), &step.when, claim, exempt);
            self.inline(format!("{at}.happens"), &step.happens, claim, exempt);
            let claim = self.claim();
            self.inline(format!("{at}.who"), &step.who, claim, exempt);
            self.shape(
                &at,
                format!("{} to ask, {} to bring", step.ask.len(), step.bring.len()),
            );
            self.items(&format!("{at}.ask"), &step.ask, exempt);
            self.items(&format!("{at}.bring"), &step.bring, exempt);
        }
    }
}

/// What must be the same in each language of one text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Signature {
    sources: Vec<String>,
    targets: Vec<String>,
    numbers: Vec<String>,
}

impl Signature {
    fn of(flat: &Flat<'_>) -> Self {
        let mut signature = Self::default();
        if flat.inline {
            // A text that cannot be read has been reported already.
            let text = parse(flat.text).unwrap_or_default();
            let mut words = String::new();
            signature.collect(&text, &mut words);
            signature.numbers = numbers(&words);
        } else {
            signature.numbers = numbers(flat.text);
        }
        signature.sources.sort();
        signature.targets.sort();
        signature
    }

    fn collect(&mut self, text: &Text, words: &mut String) {
        for piece in text {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Strong(inner) | Piece::Emphasis(inner) => self.collect(inner, words),
                Piece::Cite(id) => self.sources.push(id.clone()),
                Piece::Link { text, target } => {
                    words.push_str(text);
                    self.targets.push(match target {
                        Target::Page(page, None) => format!("page:{}", page.id()),
                        Target::Page(page, Some(anchor)) => format!("page:{}#{anchor}", page.id()),
                        Target::Term(term) => format!("term:{term}"),
                        Target::Web(url) => url.clone(),
                    });
                }
            }
        }
    }
}

/// Reports where a translation differs from the English page in what it holds.
pub(crate) fn compare(reporter: &mut Reporter<'_>, english: &Outline<'_>, other: &Outline<'_>) {
    let mut same_shape = true;
    for at in 0..english.shape.len().max(other.shape.len()) {
        let message = match (english.shape.get(at), other.shape.get(at)) {
            (Some(a), Some(b)) if a == b => continue,
            (Some((_, a)), Some((path, b))) => {
                (path, format!("here English has {a}, this file has {b}"))
            }
            (Some((path, a)), None) => (path, format!("missing: English has {a} here")),
            (None, Some((path, b))) => (path, format!("extra: English has no {b} here")),
            (None, None) => continue,
        };
        reporter.report(message.0.as_str(), message.1);
        same_shape = false;
        break;
    }
    if !same_shape {
        return;
    }
    let theirs: BTreeMap<&str, &Flat<'_>> = other
        .texts
        .iter()
        .map(|flat| (flat.path.as_str(), flat))
        .collect();
    for flat in &english.texts {
        let Some(their) = theirs.get(flat.path.as_str()) else {
            continue;
        };
        let (ours, theirs) = (Signature::of(flat), Signature::of(their));
        for (what, a, b) in [
            ("cites", &ours.sources, &theirs.sources),
            ("links to", &ours.targets, &theirs.targets),
            ("writes the numbers", &ours.numbers, &theirs.numbers),
        ] {
            if a != b {
                reporter.report(
                    flat.path.as_str(),
                    format!("English {what} {}, this text {}", listed(a), listed(b)),
                );
            }
        }
    }
}

pub(crate) fn listed<'a>(items: impl IntoIterator<Item = &'a String>) -> String {
    let items: Vec<&str> = items.into_iter().map(String::as_str).collect();
    if items.is_empty() {
        "none".to_owned()
    } else {
        items.join(", ")
    }
}
