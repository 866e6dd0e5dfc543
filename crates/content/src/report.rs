//! What an owner should know about content that has no mistakes: what is due
//! for review, what nobody has reviewed, what is hard to read, and which sources
//! are told in words only.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use hipec_core::{date::Date, locale::Locale, route::PageId};

/// The highest grade that a page should have.
pub const HIGHEST_GRADE: f64 = 8.0;

/// Pages that are not held to [`HIGHEST_GRADE`]: one speaks to doctors, one
/// lists the titles of papers.
pub const FOR_PROFESSIONALS: [PageId; 2] = [PageId::ForDoctors, PageId::Sources];

/// What there is to say about content without mistakes.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How hard the English pages are to read.
    pub grades: Vec<(PageId, f64)>,
    /// Sources that no page cites.
    pub never_cited: Vec<String>,
    /// Sources whose figures must not be published, with the pages that tell
    /// in words what they say, and the evidence entries that are not checked.
    pub in_words_only: Vec<(String, BTreeSet<PageId>, Vec<String>)>,
    /// When each page was last looked at, and what is missing.
    pub reviews: BTreeMap<(PageId, Locale), PageReview>,
    /// After how many months a page is due again.
    pub review_months: u16,
}

/// The state of one page in one language.
#[derive(Debug, Clone, Copy)]
pub struct PageReview {
    /// The day it was last looked at.
    pub updated: Date,
    /// Whether a clinician has reviewed it.
    pub clinician: bool,
    /// Whether a translator has; English is the original and needs none.
    pub translator: bool,
}

impl Report {
    /// The pages that are due for review on a day.
    #[must_use]
    pub fn overdue(&self, today: Date) -> Vec<(PageId, Locale, Date)> {
        self.reviews
            .iter()
            .filter(|(_, review)| months_between(review.updated, today) >= self.review_months)
            .map(|((page, locale), review)| (*page, *locale, review.updated))
            .collect()
    }

    /// The report of a day, in lines.
    #[must_use]
    pub fn on(&self, today: Date) -> Printed<'_> {
        Printed {
            report: self,
            today,
        }
    }
}

/// Full months; 0 where the second day is not later.
fn months_between(from: Date, to: Date) -> u16 {
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let early = i32::from(to.day() < from.day());
    u16::try_from(months(to) - months(from) - early).unwrap_or(0)
}

/// A report that can be printed.
pub struct Printed<'a> {
    report: &'a Report,
    today: Date,
}

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        writeln!(
            f,
            "reading grade of the English pages (at most {HIGHEST_GRADE}):"
        )?;
        for (page, grade) in &report.grades {
            let note = match (*grade > HIGHEST_GRADE, FOR_PROFESSIONALS.contains(page)) {
                (_, true) => "  for professionals",
                (true, false) => "  too hard",
                (false, false) => "",
            };
            writeln!(f, "  {grade:4.1}  {}{note}", page.id())?;
        }
        let overdue = report.overdue(self.today);
        if overdue.is_empty() {
            writeln!(
                f,
                "review: no page is older than {} months",
                report.review_months
            )?;
        } else {
            writeln!(f, "review: older than {} months:", report.review_months)?;
            for (page, locale, updated) in overdue {
                writeln!(f, "  {}/{}.json, {updated}", locale.tag(), page.id())?;
            }
        }
        for locale in Locale::ALL {
            let here = || report.reviews.iter().filter(|((_, at), _)| *at == locale);
            let all = here().count();
            let clinician = here().filter(|(_, review)| !review.clinician).count();
            let translator = here().filter(|(_, review)| !review.translator).count();
            write!(
                f,
                "review [{}]: {clinician} of {all} pages not yet reviewed by a clinician",
                locale.tag()
            )?;
            if locale == Locale::En {
                writeln!(f)?;
            } else {
                writeln!(f, ", {translator} not by a medical translator")?;
            }
        }
        if !report.never_cited.is_empty() {
            writeln!(f, "sources never cited: {}", report.never_cited.join(", "))?;
        }
        if !report.in_words_only.is_empty() {
            writeln!(
                f,
                "told in words only, because the evidence is not checked (publish is not “yes”):"
            )?;
            for (source, pages, entries) in &report.in_words_only {
                let pages: Vec<_> = pages.iter().map(|page| page.id()).collect();
                writeln!(
                    f,
                    "  {source} ({}): {}",
                    entries.join(", "),
                    pages.join(", ")
                )?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::*;

    #[test]
    fn months_are_full_ones() {
        let check = |from: &str, to: &str, expected| {
            let date = |text| Date::parse(text).unwrap();
            assert_eq!(
                months_between(date(from), date(to)),
                expected,
                "{from} {to}"
            );
        };
        check("2026-11-25", "2026-11-25", 0);
        check("2026-11-25", "2026-12-24", 0);
        check("2026-11-25", "2026-12-25", 1);
        check("2026-11-25", "2027-11-24", 11);
        check("2026-11-25", "2027-11-25", 12);
        check("2026-11-25", "2025-11-25", 0);
    }
}
