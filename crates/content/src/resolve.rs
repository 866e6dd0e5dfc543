//! From a page as it was written to the document that is drawn: looks up
//! what its links, terms and citations point to.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    locale::{Direction, Locale},
    route::PageId,
};

use crate::{
    alphabet,
    compile::date,
    criteria,
    document::{
        Advice, AdviceKind, Article, Block, Callout, Citation, Figure, FigureId, Finding,
        GlossaryEntry, Inline, JourneyStep, PageCard, Question, Questions, Review, Reviewer, Rich,
        SourceEntry, Step, StudyGroup, Table, TermNote,
    },
    files,
    inline::{Piece, Target, Text, parse},
    isolate::isolate,
    problem::Reporter,
    question::{self, QuestionsWords},
    source::{self, CriteriaWords, Page, Source, Sources, Terms},
    study::{self, Cancer, Studies, StudiesWords, StudyWords},
};

/// What the texts of one language can point to.
pub(crate) struct References<'a> {
    pub(crate) locale: Locale,
    pub(crate) pages: &'a BTreeMap<PageId, Page>,
    pub(crate) anchors: &'a BTreeMap<PageId, BTreeSet<&'a str>>,
    pub(crate) sources: &'a Sources,
    pub(crate) terms: &'a Terms,
    pub(crate) studies: &'a Studies,
    pub(crate) study_words: &'a StudiesWords,
    pub(crate) questions: &'a question::Questions,
    pub(crate) question_words: &'a QuestionsWords,
    pub(crate) criteria_words: &'a CriteriaWords,
    /// The pages that cite each source.
    pub(crate) cited_on: &'a BTreeMap<String, BTreeSet<PageId>>,
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

    pub(crate) fn locale(&self) -> Locale {
        self.references.locale
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

    pub(crate) fn cite(&mut self, path: &str, id: String) -> u16 {
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
            S::Journey { steps, .. } => Block::Journey(
                steps
                    .iter()
                    .enumerate()
                    .map(|(i, step)| self.journey_step(&format!("{at}.steps[{i}]"), step))
                    .collect(),
            ),
            S::Studies { cancer } => {
                Block::Studies(self.studies(|study| study.cancer == *cancer, study::full))
            }
            S::StudyIndex {} => Block::StudyIndex(
                Cancer::ALL
                    .into_iter()
                    .map(|cancer| StudyGroup {
                        cancer,
                        studies: self.studies(|study| study.cancer == cancer, study::short),
                    })
                    .collect(),
            ),
            S::EvidenceTable {} => Block::EvidenceTable(self.studies(|_| true, study::row)),
            S::Glossary {} => Block::Glossary(glossary(self.references)),
            S::SourceList {} => Block::SourceList(self.source_list()),
            S::QuestionPicker {} => Block::QuestionPicker({
                let references = self.references;
                question::groups(
                    references.questions,
                    references.question_words,
                    references.criteria_words,
                    self,
                )
            }),
            S::Sheet { title, fields } => Block::Sheet {
                title: title.clone(),
                fields: fields.clone(),
            },
            S::Search {} => Block::Search(
                PageId::ALL
                    .into_iter()
                    .filter(|page| *page != PageId::Search)
                    .filter_map(|page| self.page_card(at, page.id(), None))
                    .collect(),
            ),
            S::OwnerDetails {} => Block::OwnerDetails,
        }
    }

    fn journey_step(&mut self, at: &str, step: &source::JourneyStep) -> JourneyStep {
        JourneyStep {
            id: step.id.clone(),
            title: step.title.clone(),
            when: step.when.clone(),
            happens: self.rich(&format!("{at}.happens"), &step.happens),
            who: self.rich(&format!("{at}.who"), &step.who),
            ask: self.all(&format!("{at}.ask"), &step.ask),
            bring: self.all(&format!("{at}.bring"), &step.bring),
        }
    }

    /// The studies that are wanted, each in the form that is wanted.
    fn studies<T>(
        &mut self,
        wanted: impl Fn(&study::Study) -> bool,
        form: impl Fn(&study::Study, &StudyWords, &mut Self) -> T,
    ) -> Vec<T> {
        let references = self.references;
        let file = files::studies_file(references.locale);
        self.within(&file, |resolver| {
            references
                .studies
                .iter()
                .filter(|study| wanted(study))
                .filter_map(|study| {
                    let words = references.study_words.get(&study.id)?;
                    Some(form(study, words, resolver))
                })
                .collect()
        })
    }

    fn short_name(&self, page: PageId) -> String {
        let page = self.references.pages.get(&page);
        page.map(|page| page.nav.clone()).unwrap_or_default()
    }

    fn source_list(&self) -> Vec<SourceEntry> {
        let entry = |(id, source): (&String, &Source)| SourceEntry {
            citation: citation(id, source),
            figures: source.figures,
            cited_on: self
                .references
                .cited_on
                .get(id)
                .into_iter()
                .flatten()
                .map(|page| (*page, self.short_name(*page)))
                .collect(),
        };
        let mut entries: Vec<_> = self.references.sources.iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.citation.title.to_lowercase());
        entries
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
    let short = if source.authors.is_empty() || details.is_empty() {
        [source.title.trim_end_matches('.'), ". ", &details].concat()
    } else {
        details.clone()
    };
    Citation {
        id: id.to_owned(),
        title: source.title.clone(),
        short: short.trim_end().to_owned(),
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

/// Every term, in the order of the alphabet.
fn glossary(references: &References<'_>) -> Vec<GlossaryEntry> {
    let locale = references.locale;
    let mut entries: Vec<_> = references
        .terms
        .iter()
        .map(|(id, term)| {
            let words = |locale| match locale {
                Locale::En => (&term.en, &term.say.en),
                Locale::Ar => (&term.ar, &term.say.ar),
                Locale::Ckb => (&term.ckb, &term.say.ckb),
            };
            let (here, say) = words(locale);
            GlossaryEntry {
                id: id.clone(),
                letter: alphabet::letter(locale, &here.term),
                term: here.term.clone(),
                meaning: here.meaning.clone(),
                alternatives: here.alternatives.clone(),
                say: (!say.is_empty()).then(|| say.clone()),
                elsewhere: Locale::ALL
                    .into_iter()
                    .filter(|other| *other != locale)
                    .map(|other| (other, words(other).0.term.clone()))
                    .collect(),
            }
        })
        .collect();
    entries.sort_by_cached_key(|entry| alphabet::key(locale, &entry.term));
    entries
}
