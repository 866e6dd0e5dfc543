//! From a page as it was written to the document that is drawn: looks up
//! what its links, terms and citations point to.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    locale::{Direction, Locale},
    route::PageId,
};

use crate::{
    compile::date,
    criteria,
    document::{
        Advice, AdviceKind, Article, Block, Callout, Citation, Figure, FigureId, Finding, Inline,
        PageCard, Question, Questions, Review, Reviewer, Rich, Step, Table, TermNote,
    },
    files,
    inline::{Piece, Target, Text, parse},
    isolate::isolate,
    problem::Reporter,
    source::{self, Page, Source, Sources, Terms},
};

/// What the texts of one language can point to.
pub(crate) struct References<'a> {
    pub(crate) locale: Locale,
    pub(crate) pages: &'a BTreeMap<PageId, Page>,
    pub(crate) anchors: &'a BTreeMap<PageId, BTreeSet<&'a str>>,
    pub(crate) sources: &'a Sources,
    pub(crate) terms: &'a Terms,
}

/// Resolves texts of one page, and remembers what they cite and explain.
pub(crate) struct Resolver<'a, 'r, 'p> {
    references: &'a References<'a>,
    reporter: &'r mut Reporter<'p>,
    cited: Vec<String>,
    terms: Vec<String>,
}

impl<'a, 'r, 'p> Resolver<'a, 'r, 'p> {
    fn new(references: &'a References<'a>, reporter: &'r mut Reporter<'p>) -> Self {
        Self {
            references,
            reporter,
            cited: Vec::new(),
            terms: Vec::new(),
        }
    }

    /// A running text. What cannot be read has been reported by the checks
    /// and becomes empty here.
    pub(crate) fn rich(&mut self, path: &str, text: &str) -> Rich {
        let pieces = parse(text).unwrap_or_default();
        self.resolve(path, pieces)
    }

    fn resolve(&mut self, path: &str, pieces: Text) -> Rich {
        let right_to_left = self.references.locale.direction() == Direction::Rtl;
        let mut rich = Rich::new();
        for piece in pieces {
            match self.piece(path, piece) {
                Inline::Text(text) if right_to_left => rich.extend(isolate(&text)),
                inline @ (Inline::Text(_)
                | Inline::Isolate(_)
                | Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Page { .. }
                | Inline::Term { .. }
                | Inline::Web { .. }
                | Inline::Cite(_)) => rich.push(inline),
            }
        }
        rich
    }

    fn piece(&mut self, path: &str, piece: Piece) -> Inline {
        match piece {
            Piece::Text(text) => Inline::Text(text),
            Piece::Strong(inner) => Inline::Strong(self.resolve(path, inner)),
            Piece::Emphasis(inner) => Inline::Emphasis(self.resolve(path, inner)),
            Piece::Cite(id) => Inline::Cite(self.cite(path, id)),
            Piece::Link {
                text,
                target: Target::Web(url),
            } => Inline::Web { text, url },
            Piece::Link {
                text,
                target: Target::Page(page, anchor),
            } => {
                let known = self.references.anchors.get(&page);
                if let Some(anchor) = &anchor
                    && known.is_some_and(|known| !known.contains(anchor.as_str()))
                {
                    self.reporter.report(
                        path,
                        format!("the page “{}” has no heading “{anchor}”", page.id()),
                    );
                }
                Inline::Page { text, page, anchor }
            }
            Piece::Link {
                text,
                target: Target::Term(term),
            } => {
                if !self.references.terms.contains_key(&term) {
                    self.reporter
                        .report(path, format!("there is no term “{term}” in terms.json"));
                }
                if self.terms.contains(&term) {
                    self.reporter.report(
                        path,
                        format!(
                            "the term “{term}” is explained before on this page: once is enough"
                        ),
                    );
                } else {
                    self.terms.push(term.clone());
                }
                Inline::Term { text, term }
            }
        }
    }

    fn cite(&mut self, path: &str, id: String) -> u16 {
        if !self.references.sources.contains_key(&id) {
            self.reporter
                .report(path, format!("there is no source “{id}” in sources.json"));
        }
        let position = self
            .cited
            .iter()
            .position(|cited| *cited == id)
            .unwrap_or_else(|| {
                self.cited.push(id);
                self.cited.len() - 1
            });
        u16::try_from(position + 1).unwrap_or(u16::MAX)
    }

    /// Does something with texts of another file that belong to this page.
    pub(crate) fn within<T>(&mut self, file: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let page = self.reporter.turn_to(file.to_owned());
        let result = work(self);
        self.reporter.turn_to(page);
        result
    }

    fn all(&mut self, path: &str, texts: &[String]) -> Vec<Rich> {
        texts
            .iter()
            .enumerate()
            .map(|(i, text)| self.rich(&format!("{path}[{i}]"), text))
            .collect()
    }

    fn page_card(&mut self, path: &str, id: &str, text: Option<&str>) -> Option<PageCard> {
        let Some((page, target)) =
            PageId::from_id(id).and_then(|page| Some((page, self.references.pages.get(&page)?)))
        else {
            self.reporter
                .report(path, format!("there is no page “{id}”"));
            return None;
        };
        Some(PageCard {
            page,
            title: target.title.clone(),
            text: text.unwrap_or(&target.description).to_owned(),
        })
    }

    fn block(&mut self, at: &str, block: &source::Block) -> Block {
        use source::Block as S;
        match block {
            S::KeyPoints { items, .. } => Block::KeyPoints(self.all(&format!("{at}.items"), items)),
            S::Heading { id, text } => Block::Heading {
                id: id.clone(),
                text: text.clone(),
            },
            S::Subheading { id, text } => Block::Subheading {
                id: id.clone(),
                text: text.clone(),
            },
            S::Paragraph { text, .. } => Block::Paragraph(self.rich(&format!("{at}.text"), text)),
            S::List { items, .. } => Block::List(self.all(&format!("{at}.items"), items)),
            S::Steps { items, .. } => Block::Steps(
                items
                    .iter()
                    .enumerate()
                    .map(|(i, step)| Step {
                        title: step.title.clone(),
                        text: self.rich(&format!("{at}.items[{i}].text"), &step.text),
                    })
                    .collect(),
            ),
            S::Do { title, items, .. } => self.advice(at, AdviceKind::Do, title, items),
            S::Dont { title, items, .. } => self.advice(at, AdviceKind::Dont, title, items),
            S::Callout {
                kind, title, text, ..
            } => Block::Callout(Callout {
                kind: (*kind).into(),
                title: title.clone(),
                text: self.all(&format!("{at}.text"), text),
            }),
            S::Finding {
                verdict,
                title,
                text,
                ..
            } => Block::Finding(Finding {
                verdict: (*verdict).into(),
                title: title.clone(),
                text: self.all(&format!("{at}.text"), text),
            }),
            S::Disclosure { title, text, .. } => Block::Disclosure {
                title: title.clone(),
                text: self.all(&format!("{at}.text"), text),
            },
            S::Figure {
                figure,
                caption,
                legend,
                ..
            } => {
                let figure = FigureId::from(*figure);
                if legend.len() != figure.marks() {
                    self.reporter.report(
                        format!("{at}.legend"),
                        format!(
                            "the drawing has {} numbers, the legend {} entries",
                            figure.marks(),
                            legend.len()
                        ),
                    );
                }
                Block::Figure(Figure {
                    figure,
                    caption: self.rich(&format!("{at}.caption"), caption),
                    legend: self.all(&format!("{at}.legend"), legend),
                })
            }
            S::Table {
                caption,
                head,
                rows,
                ..
            } => {
                let rows = rows
                    .iter()
                    .enumerate()
                    .map(|(i, row)| {
                        if row.len() != head.len() {
                            self.reporter.report(
                                format!("{at}.rows[{i}]"),
                                format!("the row has {} cells, the head {}", row.len(), head.len()),
                            );
                        }
                        self.all(&format!("{at}.rows[{i}]"), row)
                    })
                    .collect();
                Block::Table(Table {
                    caption: caption.clone(),
                    head: head.clone(),
                    rows,
                })
            }
            S::Questions { title, items, .. } => Block::Questions(Questions {
                title: title.clone(),
                items: items
                    .iter()
                    .enumerate()
                    .map(|(i, item)| Question {
                        question: item.question.clone(),
                        why: self.rich(&format!("{at}.items[{i}].why"), &item.why),
                    })
                    .collect(),
            }),
            S::Cards { items } => Block::Cards(
                items
                    .iter()
                    .enumerate()
                    .filter_map(|(i, card)| {
                        self.page_card(
                            &format!("{at}.items[{i}].page"),
                            &card.page,
                            Some(&card.text),
                        )
                    })
                    .collect(),
            ),
            S::Related { pages } => Block::Related(
                pages
                    .iter()
                    .enumerate()
                    .filter_map(|(i, page)| self.page_card(&format!("{at}.pages[{i}]"), page, None))
                    .collect(),
            ),
            S::ContactDetails {} => Block::ContactDetails,
            S::KeptData {} => Block::KeptData,
            S::OwnerDetails {} => Block::OwnerDetails,
        }
    }

    fn advice(&mut self, at: &str, kind: AdviceKind, title: &str, items: &[String]) -> Block {
        Block::Advice(Advice {
            kind,
            title: title.to_owned(),
            items: self.all(&format!("{at}.items"), items),
        })
    }

    fn reviewer(&mut self, path: &str, reviewer: Option<&source::Reviewer>) -> Option<Reviewer> {
        let reviewer = reviewer?;
        let date = date(self.reporter, &format!("{path}.date"), &reviewer.date)?;
        Some(Reviewer {
            name: reviewer.name.clone(),
            date,
        })
    }

    /// The article, once its blocks and whatever else belongs to the page
    /// have been resolved.
    fn finish(mut self, page: &Page, lead: Rich, blocks: Vec<Block>) -> Option<Article> {
        let updated = date(self.reporter, "review.updated", &page.review.updated)?;
        let clinician = self.reviewer("review.clinician", page.review.clinician.as_ref());
        let translator = self.reviewer("review.translator", page.review.translator.as_ref());
        let references = self.references;
        Some(Article {
            title: page.title.clone(),
            description: page.description.clone(),
            lead,
            review: Review {
                updated,
                clinician,
                translator,
            },
            blocks,
            sources: self
                .cited
                .iter()
                .filter_map(|id| Some(citation(id, references.sources.get(id)?)))
                .collect(),
            terms: self
                .terms
                .iter()
                .filter_map(|id| Some(term_note(id, references.terms.get(id)?, references.locale)))
                .collect(),
        })
    }

    fn blocks(&mut self, page: &Page) -> (Rich, Vec<Block>) {
        let lead = self.rich("lead", &page.lead);
        let blocks = page
            .blocks
            .iter()
            .enumerate()
            .map(|(i, block)| self.block(&format!("blocks[{i}]"), block))
            .collect();
        (lead, blocks)
    }
}

/// The document of a page and, on the checklist's page, the criteria, which
/// share its list of sources.
pub(crate) fn resolve(
    page: &Page,
    criteria: Option<criteria::Sources<'_>>,
    references: &References<'_>,
    reporter: &mut Reporter<'_>,
) -> Option<(Article, Vec<criteria::Group>)> {
    let mut resolver = Resolver::new(references, reporter);
    let (lead, blocks) = resolver.blocks(page);
    let groups = criteria
        .map(|sources| {
            let file = files::criteria_file(references.locale);
            resolver.within(&file, |resolver| criteria::groups(sources, resolver))
        })
        .unwrap_or_default();
    Some((resolver.finish(page, lead, blocks)?, groups))
}

fn citation(id: &str, source: &Source) -> Citation {
    let year = source.year.map(|year| year.to_string());
    let authors = first_author(&source.authors);
    let details: Vec<&str> = [
        authors.as_str(),
        source.journal.as_str(),
        year.as_deref().unwrap_or_default(),
    ]
    .into_iter()
    .map(|part| part.trim_end_matches('.'))
    .filter(|part| !part.is_empty())
    .collect();
    let details = if details.is_empty() {
        String::new()
    } else {
        format!("{}.", details.join(". "))
    };
    Citation {
        id: id.to_owned(),
        title: source.title.clone(),
        details,
        url: source.url.clone(),
    }
}

/// "Quénet F et al": enough to find the paper, and short on a page that cites
/// forty of them.
fn first_author(authors: &str) -> String {
    match authors.split_once(", ") {
        Some((first, _)) => format!("{first} et al"),
        None => authors.to_owned(),
    }
}

fn term_note(id: &str, term: &source::Term, locale: Locale) -> TermNote {
    let words = match locale {
        Locale::En => &term.en,
        Locale::Ar => &term.ar,
        Locale::Ckb => &term.ckb,
    };
    TermNote {
        id: id.to_owned(),
        term: words.term.clone(),
        meaning: words.meaning.clone(),
        english: (locale != Locale::En).then(|| term.en.term.clone()),
    }
}
