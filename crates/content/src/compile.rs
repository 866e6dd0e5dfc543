//! From content files to documents, with every check on the way.

use std::sync::Arc;

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    content::{ChecklistData, FORMAT, NavEntry, NavGroup, PageData, ShellData},
    date::Date,
    locale::{Locale, Weekday},
    route::{PageId, Route},
    search::Index,
    words::{PageText, Words},
};
use serde::de::DeserializeOwned;

use crate::{
    check::plain,
    coverage::Coverage,
    criteria,
    document::Review,
    draw::{self, Desk, Drawn, Language, OwnerFacts},
    evidence::{self, CENTRE_CRITERIA, Entries},
    files::{self, ContentFiles},
    index,
    inline::is_id,
    parity::{self, Outline},
    problem::{Problem, Reporter},
    question::{self, Questions, QuestionsWords},
    reading,
    report::{PageReview, Report},
    resolve::{References, resolve},
    source::{self, Criteria, CriteriaWords, Page, Sources, Terms, Ui},
    study::{self, Cancer, Studies, StudiesWords},
    texts, ui, unique,
};

/// Everything the site shows, checked and ready to be drawn.
#[derive(Debug, Clone)]
pub struct Site {
    /// Where the site is published, without a slash at the end.
    pub origin: String,
    /// The opening hours, for machines.
    pub hours: Vec<OpeningHours>,
    shells: BTreeMap<Locale, ShellData>,
    pages: BTreeMap<Route, PageData>,
    reviews: BTreeMap<Route, Review>,
    /// What an owner should know about it.
    pub report: Report,
    owners: BTreeMap<Locale, OwnerFacts>,
}

/// Opening hours of a group of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningHours {
    /// The days.
    pub days: Vec<Weekday>,
    /// As `09:00`.
    pub opens: String,
    /// As `18:00`.
    pub closes: String,
}

impl Site {
    /// What the pages of a language share.
    #[must_use]
    pub fn shell(&self, locale: Locale) -> Option<&ShellData> {
        self.shells.get(&locale)
    }

    /// The data of a route; there is some for each of [`Route::rendered`].
    #[must_use]
    pub fn page(&self, route: Route) -> Option<&PageData> {
        self.pages.get(&route)
    }

    /// What the search of a language looks through.
    #[must_use]
    pub fn search_index(&self, locale: Locale) -> Index {
        let page = |page| Some((page, self.page(Route::Page(locale, page))?));
        index::index(PageId::ALL.into_iter().filter_map(page))
    }

    /// The day a page was last looked at; none where there is no text.
    #[must_use]
    pub fn updated(&self, route: Route) -> Option<Date> {
        self.reviews.get(&route).map(|review| review.updated)
    }

    /// The clinician who reviewed a page and the day, once one has.
    #[must_use]
    pub fn clinician(&self, route: Route) -> Option<(&str, Date)> {
        let reviewer = self.reviews.get(&route)?.clinician.as_ref()?;
        Some((&reviewer.name, reviewer.date))
    }

    /// The owner's name, e-mail, phone and address, as far as they are filled in.
    #[must_use]
    pub fn owner(&self, locale: Locale) -> [Option<&str>; 4] {
        self.owners.get(&locale).map_or([None; 4], |owner| {
            [&owner.name, &owner.email, &owner.phone, &owner.address].map(|fact| fact.as_deref())
        })
    }
}

/// Checks all content files and turns them into documents.
///
/// # Errors
/// Every problem found, in a stable order. A file that cannot be read at all
/// hides the problems within it.
pub fn compile(files: &ContentFiles, coverage: &Coverage) -> Result<Site, Vec<Problem>> {
    let mut problems = Vec::new();
    report_unexpected_files(files, &mut problems);
    let sources = Everything::read(files, &mut problems);
    let site = sources.and_then(|sources| build(&sources, coverage, &mut problems));
    problems.sort();
    problems.dedup();
    match site {
        Some(site) if problems.is_empty() => Ok(site),
        _ => Err(problems),
    }
}

fn report_unexpected_files(files: &ContentFiles, problems: &mut Vec<Problem>) {
    let expected: BTreeSet<String> = files::expected().map(|(file, _)| file).collect();
    for path in files.paths().filter(|path| !expected.contains(*path)) {
        let locale = path
            .split_once('/')
            .and_then(|(folder, _)| Locale::from_tag(folder));
        Reporter::new(path, locale, problems).report(
            "",
            "there is no page of this name: check the spelling, or delete the file",
        );
    }
}

/// All files, read but not checked.
struct Everything {
    site: source::Site,
    sources: Sources,
    terms: Terms,
    criteria: Criteria,
    studies: Studies,
    questions: Questions,
    locales: BTreeMap<Locale, LocaleFiles>,
}

struct LocaleFiles {
    pages: BTreeMap<PageId, Page>,
    ui: Ui,
    criteria: CriteriaWords,
    studies: StudiesWords,
    questions: QuestionsWords,
}

impl Everything {
    fn read(files: &ContentFiles, problems: &mut Vec<Problem>) -> Option<Self> {
        let site = read(files, files::SITE, None, problems);
        let sources = read(files, files::SOURCES, None, problems);
        let terms = read(files, files::TERMS, None, problems);
        let criteria = read(files, files::CRITERIA, None, problems);
        let studies = read(files, files::STUDIES, None, problems);
        let questions = read(files, files::QUESTIONS, None, problems);
        let mut locales = BTreeMap::new();
        for locale in Locale::ALL {
            let pages: BTreeMap<_, _> = PageId::ALL
                .into_iter()
                .filter_map(|page| {
                    let file = files::page_file(locale, page);
                    Some((page, read(files, &file, Some(locale), problems)?))
                })
                .collect();
            let ui = read(files, &files::ui_file(locale), Some(locale), problems);
            let words = read(files, &files::criteria_file(locale), Some(locale), problems);
            let studies = files::studies_file(locale);
            let studies = read(files, &studies, Some(locale), problems);
            let questions = files::questions_words_file(locale);
            let questions = read(files, &questions, Some(locale), problems);
            let (Some(ui), Some(criteria), Some(studies), Some(questions), true) = (
                ui,
                words,
                studies,
                questions,
                pages.len() == PageId::ALL.len(),
            ) else {
                continue;
            };
            let files = LocaleFiles {
                pages,
                ui,
                criteria,
                studies,
                questions,
            };
            locales.insert(locale, files);
        }
        (locales.len() == Locale::ALL.len()).then_some(())?;
        Some(Self {
            site: site?,
            sources: sources?,
            terms: terms?,
            criteria: criteria?,
            studies: studies?,
            questions: questions?,
            locales,
        })
    }
}

fn read<T: DeserializeOwned>(
    files: &ContentFiles,
    file: &str,
    locale: Option<Locale>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut reporter = Reporter::new(file, locale, problems);
    let Some(text) = files.get(file) else {
        reporter.report("", "the file is missing: every language needs it");
        return None;
    };
    if let Some(twice) = unique::first_repeated(text) {
        reporter.report(
            twice.path,
            format!(
                "“{}” is there twice: only one of them would count",
                twice.name
            ),
        );
        return None;
    }
    let mut json = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize(&mut json) {
        Ok(value) => match json.end() {
            Ok(()) => Some(value),
            Err(error) => {
                reporter.report(
                    "",
                    format!("there is text after the end of the file: {error}"),
                );
                None
            }
        },
        Err(error) => {
            let path = match error.path().to_string() {
                root if root == "." => String::new(),
                path => path,
            };
            reporter.report(path, error.inner().to_string());
            None
        }
    }
}

fn build(all: &Everything, coverage: &Coverage, problems: &mut Vec<Problem>) -> Option<Site> {
    let english = all.locales.get(&Locale::En)?;
    let anchors: BTreeMap<PageId, BTreeSet<&str>> = english
        .pages
        .iter()
        .map(|(page, content)| (*page, anchors(content, all)))
        .collect();
    let cited_on = cited_on(all, english);
    let evidence = evidence::all().unwrap_or_else(|message| {
        Reporter::new("evidence.json", None, problems).report("", message);
        Entries::new()
    });
    check_sources(all, &evidence, coverage, problems);
    let (origin, hours, navigation) = check_site(&all.site, coverage, problems);
    criteria::check_neutral(&all.criteria, &all.sources, problems);
    study::check_neutral(&all.studies, &all.sources, &evidence, problems);
    question::check_neutral(&all.questions, &all.criteria, problems);
    check_terms(&all.terms, coverage, problems);

    let mut languages = Vec::new();
    let mut shells = BTreeMap::new();
    let mut pages = BTreeMap::new();
    let mut reviews = BTreeMap::new();
    for locale in Locale::ALL {
        let content = all.locales.get(&locale)?;
        check_pages(all, english, locale, content, coverage, problems);
        criteria::check_words(
            &all_criteria(all, english, content),
            locale,
            coverage,
            problems,
        );
        let check = study::Check {
            neutral: &all.studies,
            english: &english.studies,
            words: &content.studies,
            sources: &all.sources,
        };
        study::check_words(&check, locale, coverage, problems);
        let check = question::Check {
            neutral: &all.questions,
            english: &english.questions,
            words: &content.questions,
            sources: &all.sources,
        };
        question::check_words(&check, locale, coverage, problems);
        let ui_file = files::ui_file(locale);
        let words = ui::words(
            &content.ui,
            &english.ui,
            &mut Reporter::new(&ui_file, Some(locale), problems),
            coverage,
        );
        let Some(words) = words else { continue };
        let owner = owner(&all.site, locale, &words.page);
        let language = Language {
            locale,
            shell: words.shell,
            page: words.page,
            owner,
        };
        for (page, source) in &content.pages {
            let route = Route::Page(locale, *page);
            let references = References {
                locale,
                pages: &content.pages,
                anchors: &anchors,
                sources: &all.sources,
                terms: &all.terms,
                studies: &all.studies,
                study_words: &content.studies,
                questions: &all.questions,
                question_words: &content.questions,
                criteria_words: &content.criteria,
                cited_on: &cited_on,
            };
            let file = files::page_file(locale, *page);
            let mut reporter = Reporter::new(&file, Some(locale), problems);
            let criteria = (*page == PageId::Checklist).then_some(criteria::Sources {
                neutral: &all.criteria,
                words: &content.criteria,
            });
            let Some((article, groups)) = resolve(source, criteria, &references, &mut reporter)
            else {
                continue;
            };
            let desk = Desk::new(&language, &article.sources);
            let drawn = draw::article(&desk, *page, &article);
            let checklist = (*page == PageId::Checklist).then(|| {
                let groups = groups
                    .into_iter()
                    .map(|group| group.draw(&desk, &words.checklist))
                    .collect();
                Arc::new(ChecklistData {
                    words: words.checklist.clone(),
                    groups,
                })
            });
            pages.insert(route, page_data(drawn, checklist));
            reviews.insert(route, article.review);
        }
        pages.insert(
            Route::NotFound(Some(locale)),
            page_data(draw::not_found(&language), None),
        );
        let entry = |page: &PageId| {
            Some(NavEntry {
                page: *page,
                label: content.pages.get(page)?.nav.clone(),
            })
        };
        let nav = navigation
            .iter()
            .map(|group| NavGroup {
                title: group.title.in_locale(locale).clone(),
                pages: group.pages.iter().filter_map(entry).collect(),
            })
            .collect();
        let shell = ShellData {
            format: FORMAT,
            locale,
            words: language.shell.clone(),
            nav,
            hours: (!language.owner.hours.is_empty()).then(|| language.owner.hours.join(" · ")),
            footer: draw::footer(&language),
        };
        shells.insert(locale, shell);
        languages.push(language);
    }
    pages.insert(
        Route::Languages,
        page_data(draw::languages(&languages), None),
    );
    pages.insert(
        Route::NotFound(None),
        page_data(draw::not_found_everywhere(&languages), None),
    );
    let owners = languages
        .into_iter()
        .map(|language| (language.locale, language.owner))
        .collect();
    let mut site = Site {
        origin,
        hours,
        shells,
        pages,
        reviews,
        report: Report::default(),
        owners,
    };
    site.report = report(all, &site, cited_on, &evidence);
    Some(site)
}

/// What an owner should know about content without mistakes.
fn report(
    all: &Everything,
    site: &Site,
    mut cited_on: BTreeMap<String, BTreeSet<PageId>>,
    evidence: &Entries,
) -> Report {
    let mut never_cited = Vec::new();
    let mut in_words_only = Vec::new();
    for (id, source) in &all.sources {
        let Some(pages) = cited_on.remove(id) else {
            never_cited.push(id.clone());
            continue;
        };
        let unchecked: Vec<String> = source
            .evidence
            .iter()
            .filter(|entry| {
                let entry = evidence.get(*entry);
                entry.is_some_and(|entry| !entry.may_be_published())
            })
            .cloned()
            .collect();
        if !unchecked.is_empty() {
            in_words_only.push((id.clone(), pages, unchecked));
        }
    }
    let explained = explained_words(&all.terms);
    let index = site.search_index(Locale::En);
    let grades = PageId::ALL
        .into_iter()
        .map(|page| {
            let places = index.places.iter().filter(|place| place.page == page);
            let text: Vec<&str> = places
                .flat_map(|place| [place.heading.as_str(), place.text.as_str()])
                .collect();
            (page, reading::grade(&text.join("\n"), &explained))
        })
        .collect();
    let reviews = site.reviews.iter().filter_map(|(route, review)| {
        let key = (route.page()?, route.locale()?);
        Some((
            key,
            PageReview {
                updated: review.updated,
                clinician: review.clinician.is_some(),
                translator: key.1 == Locale::En || review.translator.is_some(),
            },
        ))
    });
    Report {
        grades,
        never_cited,
        in_words_only,
        reviews: reviews.collect(),
        review_months: all.site.review_months,
    }
}

/// The words of the English terms, in lower case.
fn explained_words(terms: &Terms) -> BTreeSet<String> {
    terms
        .values()
        .flat_map(|term| std::iter::once(&term.en.term).chain(&term.en.alternatives))
        .flat_map(|term| term.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn page_data(drawn: Drawn, checklist: Option<Arc<ChecklistData>>) -> PageData {
    PageData {
        format: FORMAT,
        title: drawn.title,
        description: drawn.description,
        class: drawn.class.to_owned(),
        top: drawn.top,
        checklist,
        bottom: drawn.bottom,
        review: drawn.review,
    }
}

fn all_criteria<'a>(
    all: &'a Everything,
    english: &'a LocaleFiles,
    content: &'a LocaleFiles,
) -> criteria::Check<'a> {
    criteria::Check {
        neutral: &all.criteria,
        english: &english.criteria,
        words: &content.criteria,
        sources: &all.sources,
    }
}

/// The places of a page that links can lead to.
fn anchors<'a>(page: &'a Page, all: &'a Everything) -> BTreeSet<&'a str> {
    use source::Block as B;
    let mut ids = BTreeSet::new();
    for block in &page.blocks {
        match block {
            B::Heading { id, .. } | B::Subheading { id, .. } => {
                ids.insert(id.as_str());
            }
            B::Journey { steps, .. } => ids.extend(steps.iter().map(|step| step.id.as_str())),
            B::Studies { cancer } => ids.extend(
                all.studies
                    .iter()
                    .filter(|study| study.cancer == *cancer)
                    .map(|study| study.id.as_str()),
            ),
            B::StudyIndex {} => ids.extend(Cancer::ALL.map(Cancer::id)),
            B::QuestionPicker {} => {
                ids.extend(all.questions.groups.iter().map(|group| group.id.as_str()));
            }
            B::KeyPoints { .. }
            | B::Paragraph { .. }
            | B::List { .. }
            | B::Steps { .. }
            | B::Do { .. }
            | B::Dont { .. }
            | B::Callout { .. }
            | B::Finding { .. }
            | B::Disclosure { .. }
            | B::Figure { .. }
            | B::Table { .. }
            | B::Questions { .. }
            | B::Cards { .. }
            | B::Related { .. }
            | B::ContactDetails {}
            | B::OwnerDetails {}
            | B::KeptData {}
            | B::EvidenceTable {}
            | B::Glossary {}
            | B::SourceList {}
            | B::Sheet { .. }
            | B::Search {} => {}
        }
    }
    ids
}

/// The pages on which each source is cited. The three languages cite the same.
fn cited_on(all: &Everything, english: &LocaleFiles) -> BTreeMap<String, BTreeSet<PageId>> {
    let mut found: BTreeMap<String, BTreeSet<PageId>> = BTreeMap::new();
    let mut cite = |page: PageId, outline: &Outline<'_>| {
        let mut cited = BTreeSet::new();
        for flat in outline.texts.iter().filter(|flat| flat.inline) {
            // A text that cannot be read has been reported.
            let text = crate::inline::parse(flat.text).unwrap_or_default();
            texts::collect(&text, &mut String::new(), &mut cited);
        }
        for id in cited {
            found.entry(id).or_default().insert(page);
        }
    };
    for (page, content) in &english.pages {
        cite(*page, &Outline::of(content));
    }
    cite(PageId::Checklist, &criteria::outline(&english.criteria));
    cite(PageId::Questions, &question::outline(&english.questions));
    for study in &all.studies {
        for id in &study.sources {
            let pages = found.entry(id.clone()).or_default();
            pages.insert(study.cancer.page());
        }
    }
    found
}

/// Letters, running text, cited numbers, and agreement with the English page.
fn check_pages(
    all: &Everything,
    english: &LocaleFiles,
    locale: Locale,
    content: &LocaleFiles,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    for (page, source) in &content.pages {
        let file = files::page_file(locale, *page);
        let mut reporter = Reporter::new(&file, Some(locale), problems);
        let outline = Outline::of(source);
        texts::check(&mut reporter, &outline, &all.sources, coverage);
        check_frame(&mut reporter, source, all, coverage);
        if locale != Locale::En
            && let Some(original) = english.pages.get(page)
        {
            parity::compare(&mut reporter, &Outline::of(original), &outline);
        }
    }
}

/// What concerns a page as a whole.
fn check_frame(reporter: &mut Reporter<'_>, page: &Page, all: &Everything, coverage: &Coverage) {
    if page.description.chars().count() > 170 {
        reporter.report(
            "description",
            "search engines cut this off: at most 170 characters",
        );
    }
    if !matches!(page.blocks.first(), Some(source::Block::KeyPoints { .. })) {
        reporter.report("blocks[0]", "a page begins with its key points");
    }
    if !matches!(page.blocks.last(), Some(source::Block::Related { .. })) {
        reporter.report(
            format!("blocks[{}]", page.blocks.len().saturating_sub(1)),
            "a page ends with related pages",
        );
    }
    let mut seen = BTreeSet::new();
    for (i, block) in page.blocks.iter().enumerate() {
        if let source::Block::Heading { id, .. } | source::Block::Subheading { id, .. } = block {
            if !is_id(id) {
                reporter.report(
                    format!("blocks[{i}].id"),
                    format!("“{id}” is no id: use lower-case letters, digits and hyphens"),
                );
            }
            if !seen.insert(id) {
                reporter.report(
                    format!("blocks[{i}].id"),
                    format!("the id “{id}” is used twice on this page"),
                );
            }
            if is_taken(id, all) {
                reporter.report(
                    format!("blocks[{i}].id"),
                    format!("the site itself uses the id “{id}”: choose another"),
                );
            }
        }
        if is_hollow(block) {
            reporter.report(
                format!("blocks[{i}]"),
                "nothing stands in this block: fill it, or delete it in all languages",
            );
        }
    }
    for (field, reviewer) in [
        ("clinician", &page.review.clinician),
        ("translator", &page.review.translator),
    ] {
        if let Some(reviewer) = reviewer {
            plain(
                reporter,
                &format!("review.{field}.name"),
                &reviewer.name,
                coverage,
            );
        }
    }
}

/// Ids that the drawn page and the program give themselves.
fn is_taken(id: &str, all: &Everything) -> bool {
    let own = [
        "announcer",
        "app",
        "band-star",
        "centres",
        "content",
        "erase",
        "kept",
        "kept-missing",
        "kept-said",
        "key-points",
        "menu",
        "questions",
        "redo",
        "related",
        "save-state",
        "sources",
        "undo",
        "unreadable",
    ];
    let source = id.strip_prefix("source-");
    let term = id.strip_prefix("term-").or_else(|| id.strip_prefix("use-"));
    own.contains(&id)
        || source.is_some_and(|id| all.sources.contains_key(id))
        || term.is_some_and(|id| all.terms.contains_key(id))
}

/// Whether a block has room for entries, and none is there.
fn is_hollow(block: &source::Block) -> bool {
    use source::Block as B;
    match block {
        B::KeyPoints { items, .. }
        | B::List { items, .. }
        | B::Do { items, .. }
        | B::Dont { items, .. } => items.is_empty(),
        B::Steps { items, .. } => items.is_empty(),
        B::Callout { text, .. } | B::Finding { text, .. } | B::Disclosure { text, .. } => {
            text.is_empty()
        }
        B::Table { head, rows, .. } => head.is_empty() || rows.is_empty(),
        B::Questions { items, .. } => items.is_empty(),
        B::Cards { items } => items.is_empty(),
        B::Journey { steps, .. } => steps.is_empty(),
        B::Sheet { fields, .. } => fields.is_empty(),
        B::Related { pages } => pages.is_empty(),
        B::Heading { .. }
        | B::Subheading { .. }
        | B::Paragraph { .. }
        | B::Figure { .. }
        | B::ContactDetails {}
        | B::KeptData {}
        | B::OwnerDetails {}
        | B::Studies { .. }
        | B::StudyIndex {}
        | B::EvidenceTable {}
        | B::Glossary {}
        | B::SourceList {}
        | B::QuestionPicker {}
        | B::Search {} => false,
    }
}

fn check_sources(
    all: &Everything,
    evidence: &Entries,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) {
    let mut reporter = Reporter::new(files::SOURCES, None, problems);
    for (id, source) in &all.sources {
        if !is_id(id) {
            reporter.report(
                id.as_str(),
                "a source's id has lower-case letters, digits and hyphens",
            );
        }
        let web = source.url.starts_with("https://") || source.url.starts_with("http://");
        if !web && (source.figures || !source.url.is_empty()) {
            reporter.report(
                format!("{id}.url"),
                "an address begins with https://; only a source without figures may do without",
            );
        }
        for (field, text) in [
            ("title", &source.title),
            ("authors", &source.authors),
            ("journal", &source.journal),
        ] {
            if field == "title" || !text.is_empty() {
                crate::check::letters(&mut reporter, &format!("{id}.{field}"), text, coverage);
            }
        }
        if source.evidence.is_empty() {
            reporter.report(
                format!("{id}.evidence"),
                "name the entries of the evidence file that rest on this source",
            );
        }
        let entries = source.evidence.iter().filter(|id| *id != CENTRE_CRITERIA);
        let mut allowed = entries.clone().count() == 0;
        for entry in entries {
            match evidence.get(entry) {
                Some(entry) => allowed |= entry.may_be_published(),
                None => reporter.report(
                    format!("{id}.evidence"),
                    format!("there is no entry “{entry}” in evidence/evidence.json"),
                ),
            }
        }
        if source.figures && !allowed {
            reporter.report(
                format!("{id}.figures"),
                "none of its entries in the evidence file may be published yet: set this to false",
            );
        }
    }
}

fn check_terms(terms: &Terms, coverage: &Coverage, problems: &mut Vec<Problem>) {
    for (id, term) in terms {
        if !is_id(id) {
            Reporter::new(files::TERMS, None, problems).report(
                id.as_str(),
                "a term's id has lower-case letters, digits and hyphens",
            );
        }
        for (locale, words) in [
            (Locale::En, &term.en),
            (Locale::Ar, &term.ar),
            (Locale::Ckb, &term.ckb),
        ] {
            let mut reporter = Reporter::new(files::TERMS, Some(locale), problems);
            for (field, text) in [("term", &words.term), ("meaning", &words.meaning)] {
                plain(
                    &mut reporter,
                    &format!("{id}.{}.{field}", locale.tag()),
                    text,
                    coverage,
                );
            }
            let say = term.say.in_locale(locale);
            if !say.is_empty() {
                plain(
                    &mut reporter,
                    &format!("{id}.say.{}", locale.tag()),
                    say,
                    coverage,
                );
            }
        }
    }
}

/// A group of the menu.
struct MenuGroup<'a> {
    title: &'a source::Localised,
    pages: Vec<PageId>,
}

/// Pages that other pages lead to: the footer, the head, the page of all
/// research.
const NOT_IN_MENU: [PageId; 7] = [
    PageId::Recover,
    PageId::Search,
    PageId::ResearchBowel,
    PageId::ResearchOvary,
    PageId::ResearchStomach,
    PageId::ResearchAppendix,
    PageId::ResearchMesothelioma,
];

fn check_menu<'a>(
    groups: &'a [source::NavigationGroup],
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) -> Vec<MenuGroup<'a>> {
    let mut seen = BTreeSet::new();
    let mut menu = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        for locale in Locale::ALL {
            plain(
                &mut Reporter::new(files::SITE, Some(locale), problems),
                &format!("navigation[{i}].title.{}", locale.tag()),
                group.title.in_locale(locale),
                coverage,
            );
        }
        let mut reporter = Reporter::new(files::SITE, None, problems);
        let mut pages = Vec::new();
        for (j, id) in group.pages.iter().enumerate() {
            let at = format!("navigation[{i}].pages[{j}]");
            match PageId::from_id(id) {
                Some(page) if seen.insert(page) => pages.push(page),
                Some(_) => reporter.report(at, format!("the page “{id}” is there twice")),
                None => reporter.report(at, format!("there is no page “{id}”")),
            }
        }
        menu.push(MenuGroup {
            title: &group.title,
            pages,
        });
    }
    let mut reporter = Reporter::new(files::SITE, None, problems);
    for page in PageId::ALL {
        if !NOT_IN_MENU.contains(&page) && !seen.contains(&page) {
            reporter.report(
                "navigation",
                format!(
                    "the page “{}” is missing: no reader would find it",
                    page.id()
                ),
            );
        }
    }
    menu
}

fn check_site<'a>(
    site: &'a source::Site,
    coverage: &Coverage,
    problems: &mut Vec<Problem>,
) -> (String, Vec<OpeningHours>, Vec<MenuGroup<'a>>) {
    check_owner(&site.owner, coverage, problems);
    let mut reporter = Reporter::new(files::SITE, None, problems);
    let host = site.origin.strip_prefix("https://");
    if host.is_none_or(|host| host.is_empty() || host.contains(['/', ' ', '?', '#'])) {
        reporter.report(
            "origin",
            "write the site's address as https://www.example.org, without a slash at the end",
        );
    }
    let hours = site.hours.iter().enumerate().filter_map(|(i, hours)| {
        let read = (clock(&hours.opens), clock(&hours.closes));
        let (Some(opens), Some(closes)) = read else {
            reporter.report(format!("hours[{i}]"), "write times as 9:00 and 18:00");
            return None;
        };
        if hours.days.is_empty() || opens >= closes {
            reporter.report(
                format!("hours[{i}]"),
                "name at least one day, and close after opening",
            );
        }
        Some(OpeningHours {
            days: hours.days.iter().map(|day| Weekday::from(*day)).collect(),
            opens,
            closes,
        })
    });
    let hours = hours.collect();
    let navigation = check_menu(&site.navigation, coverage, problems);
    (site.origin.clone(), hours, navigation)
}

fn check_owner(owner: &source::Owner, coverage: &Coverage, problems: &mut Vec<Problem>) {
    let mut reporter = Reporter::new(files::SITE, None, problems);
    if !owner.email.is_empty() && !is_email(&owner.email) {
        reporter.report(
            "owner.email",
            "this is no e-mail address; leave it empty if there is none",
        );
    }
    if !owner.phone.is_empty() && !is_phone(&owner.phone) {
        reporter.report(
            "owner.phone",
            "write the phone number as +964 and digits; leave it empty if there is none",
        );
    }
    for (field, text) in [
        ("name", &owner.name),
        ("funding", &owner.funding),
        ("address", &owner.address),
    ] {
        let texts = [
            (Locale::En, &text.en),
            (Locale::Ar, &text.ar),
            (Locale::Ckb, &text.ckb),
        ];
        let filled: Vec<_> = texts
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .collect();
        if !matches!(filled.len(), 0 | 3) {
            Reporter::new(files::SITE, None, problems).report(
                format!("owner.{field}"),
                "fill it in for all three languages, or leave all three empty",
            );
        }
        for (locale, text) in filled {
            plain(
                &mut Reporter::new(files::SITE, Some(locale), problems),
                &format!("owner.{field}.{}", locale.tag()),
                text,
                coverage,
            );
        }
    }
}

/// Strict enough to catch slips: `name@host.domain` in ASCII.
fn is_email(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"@.-_+".contains(&b))
        && text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && host
                    .split('.')
                    .all(|part| !part.is_empty() && !part.contains(['@', '_', '+']))
        })
}

fn is_phone(text: &str) -> bool {
    text.starts_with('+')
        && text.bytes().filter(u8::is_ascii_digit).count() >= 8
        && text
            .bytes()
            .skip(1)
            .all(|b| b.is_ascii_digit() || b == b' ')
}

/// `9:00` as `09:00`.
fn clock(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let valid = (1..=2).contains(&hour.len()) && minute.len() == 2;
    let valid = valid && digits(hour) && digits(minute);
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (valid && hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn owner(site: &source::Site, locale: Locale, words: &Words<PageText>) -> OwnerFacts {
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let here = |text: &source::Localised| filled(text.in_locale(locale));
    OwnerFacts {
        name: here(&site.owner.name),
        funding: here(&site.owner.funding),
        address: here(&site.owner.address),
        email: filled(&site.owner.email),
        phone: filled(&site.owner.phone),
        hours: site
            .hours
            .iter()
            .map(|hours| hours_line(hours, locale, words))
            .collect(),
    }
}

fn hours_line(hours: &source::Hours, locale: Locale, words: &Words<PageText>) -> String {
    let days: BTreeSet<_> = hours.days.iter().copied().collect();
    let times = [
        ("opens", hours.opens.as_str()),
        ("closes", hours.closes.as_str()),
    ];
    if days.len() == Weekday::ALL.len() {
        return words.fill(PageText::HoursEveryDay, &times);
    }
    let names: Vec<_> = days
        .into_iter()
        .map(|day| locale.weekday(day.into()))
        .collect();
    let names = names.join(locale.list_separator());
    let [opens, closes] = times;
    words.fill(PageText::HoursOnDays, &[("days", &names), opens, closes])
}

/// A date as content files write it.
pub(crate) fn date(reporter: &mut Reporter<'_>, path: &str, text: &str) -> Option<Date> {
    let date = Date::parse(text);
    if date.is_none() {
        reporter.report(path, format!("“{text}” is no date: write it as 2026-11-23"));
    }
    date
}
