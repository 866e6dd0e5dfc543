//! How many bytes a reader's phone has to fetch, and whether that stays within
//! the limits.

mod bars;
mod links;
mod table;
mod visit;
mod weigh;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{files, media};
use bars::{Bar, Verdict};
use table::{Column, Table, kilobytes};
use visit::Visit;
use weigh::{Scale, Weight};

/// Everything measured, ready to be printed.
#[derive(Debug)]
pub struct Report {
    kinds: BTreeMap<String, (usize, Weight)>,
    visits: Vec<Visit>,
    verdicts: Vec<(&'static str, Verdict)>,
    problems: Vec<String>,
}

impl Report {
    /// Measures the built site in `root`.
    ///
    /// # Errors
    /// When a file cannot be read, or there is no page at all.
    pub fn of(root: &Path) -> Result<Self> {
        let all: Vec<PathBuf> = files::list(root)?
            .into_iter()
            .filter(|file| media::extension(file) != "br" && !file.ends_with("_headers"))
            .collect();
        let mut scale = Scale::default();
        let mut kinds: BTreeMap<String, (usize, Weight)> = BTreeMap::new();
        for file in &all {
            let entry = kinds.entry(media::extension(file)).or_default();
            entry.0 += 1;
            entry.1 += scale.weigh(file)?;
        }

        let mut visits = Vec::new();
        for page in all.iter().filter(|file| media::extension(file) == "html") {
            visits.push(Visit::of(root, page, &mut scale)?);
        }
        if visits.is_empty() {
            bail!("there is no page in {}", root.display());
        }

        let problems = problems(root, &visits)?;
        let verdicts = bars::BARS
            .iter()
            .map(|bar| (bar.what, judge(bar, &visits)))
            .collect();
        Ok(Self {
            kinds,
            visits,
            verdicts,
            problems,
        })
    }

    /// Whether every limit holds and nothing is missing.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
            && self
                .verdicts
                .iter()
                .all(|(_, verdict)| !verdict.is_broken())
    }
}

/// The heaviest page decides.
fn judge(bar: &Bar, visits: &[Visit]) -> Verdict {
    let worst = visits.iter().max_by_key(|visit| (bar.measure)(visit));
    worst.map_or(Verdict::NotMeasured, |visit| {
        bar.judge((bar.measure)(visit), &visit.path)
    })
}

fn problems(root: &Path, visits: &[Visit]) -> Result<Vec<String>> {
    let mut problems: Vec<String> = visits
        .iter()
        .flat_map(|visit| visit.problems.clone())
        .collect();
    // A style sheet that names a missing font would be told once per page.
    problems.sort();
    problems.dedup();
    // Once per script, however many pages load it.
    let mut scripts: Vec<&PathBuf> = visits.iter().flat_map(|visit| &visit.scripts).collect();
    scripts.sort();
    scripts.dedup();
    if scripts.is_empty() {
        problems.push("no page loads a script: the app cannot start".to_owned());
    }
    for script in scripts {
        let count = files::read_text(script)?.matches("innerHTML").count();
        if count > 0 {
            // Trusted Types block it in the browser: the page would stay blank.
            let path = files::url_path(root, script);
            problems.push(format!(
                "{path} writes innerHTML in {count} places, 0 are allowed"
            ));
        }
    }
    Ok(problems)
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "Files by kind, kB (1 kB = 1000 bytes)\n")?;
        write!(out, "{}", self.kinds_table())?;
        writeln!(out, "\nFirst visit to each page, kB after brotli\n")?;
        write!(out, "{}", self.visits_table())?;
        writeln!(out, "\nLimits\n")?;
        for (what, verdict) in &self.verdicts {
            writeln!(out, "  {verdict:<5} {what}: {}", verdict.sentence())?;
        }
        for problem in &self.problems {
            writeln!(out, "  FAIL  {problem}")?;
        }
        Ok(())
    }
}

impl Report {
    fn kinds_table(&self) -> Table {
        let mut table = Table::new(&[
            Column::Text("kind"),
            Column::Number("files"),
            Column::Number("raw"),
            Column::Number("brotli"),
        ]);
        let mut total = (0, Weight::default());
        for (kind, (count, weight)) in &self.kinds {
            let kind = if kind.is_empty() { "(none)" } else { kind };
            table.row([
                kind.to_owned(),
                count.to_string(),
                kilobytes(weight.raw),
                kilobytes(weight.sent),
            ]);
            total.0 += count;
            total.1 += *weight;
        }
        table.row([
            "all".to_owned(),
            total.0.to_string(),
            kilobytes(total.1.raw),
            kilobytes(total.1.sent),
        ]);
        table
    }

    fn visits_table(&self) -> Table {
        let mut table = Table::new(&[
            Column::Text("page"),
            Column::Text("language"),
            Column::Number("html raw"),
            Column::Number("html"),
            Column::Number("css"),
            Column::Number("script"),
            Column::Number("wasm"),
            Column::Number("fonts"),
            Column::Number("icons"),
            Column::Number("other"),
            Column::Number("all"),
            Column::Number("all raw"),
        ]);
        for visit in &self.visits {
            table.row([
                visit.path.clone(),
                visit.language.clone(),
                kilobytes(visit.html.raw),
                kilobytes(visit.html.sent),
                kilobytes(visit.css.sent),
                kilobytes(visit.script.sent),
                kilobytes(visit.wasm.sent),
                kilobytes(visit.fonts.sent),
                kilobytes(visit.icons.sent),
                kilobytes(visit.other.sent),
                kilobytes(visit.total().sent),
                kilobytes(visit.total().raw),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that brotli cannot make smaller.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        (0..length)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                u8::try_from(state >> 56).unwrap()
            })
            .collect()
    }

    fn site(wasm: usize, html: usize, glue: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let filler: String = noise(html)
            .iter()
            .map(|byte| char::from(b'a' + byte % 26))
            .collect();
        let page = format!(
            r#"<!doctype html><html lang="ar"><link rel="stylesheet" href="/assets/s.css">
            <script type="module" src="/assets/start.js"></script><p>{filler}"#
        );
        for (name, bytes) in [
            ("ar/index.html", page.as_bytes()),
            (
                "assets/s.css",
                b"@font-face{src:url(/assets/f.woff2)}".as_slice(),
            ),
            ("assets/f.woff2", &noise(5_000)),
            (
                "assets/start.js",
                br#"import("/assets/glue.js");fetch('/assets/a.wasm')"#,
            ),
            ("assets/glue.js", glue.as_bytes()),
            ("assets/a.wasm", &noise(wasm)),
            ("_headers", b"/*\n"),
        ] {
            files::write(&folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    #[test]
    fn a_small_site_holds_every_limit() {
        let folder = site(10_000, 100, "export default 1");
        let report = Report::of(folder.path()).unwrap();
        let text = report.to_string();
        assert!(report.holds(), "{text}");
        let visit = &report.visits[0];
        assert_eq!(
            (visit.path.as_str(), visit.language.as_str()),
            ("/ar/", "ar")
        );
        assert_eq!(visit.fonts.sent, 5_000);
        assert!(visit.wasm.sent >= 10_000);
    }

    #[test]
    fn each_limit_can_break() {
        for (wasm, html, part) in [
            (181_000, 100, "app"),
            (10_000, 60_000, "HTML alone"),
            (225_500, 100, "first visit"),
        ] {
            let folder = site(wasm, html, "");
            let report = Report::of(folder.path()).unwrap();
            assert!(!report.holds(), "{part}");
            let broken: Vec<_> = report
                .verdicts
                .iter()
                .filter(|(_, verdict)| verdict.is_broken())
                .map(|(what, _)| *what)
                .collect();
            assert!(
                broken.iter().any(|what| what.contains(part)),
                "{part}: {broken:?}"
            );
        }
    }

    #[test]
    fn inner_html_in_the_glue_breaks() {
        let folder = site(10, 10, "e.innerHTML=x");
        let report = Report::of(folder.path()).unwrap();
        assert!(!report.holds());
        assert!(report.to_string().contains("innerHTML"));
    }

    #[test]
    fn missing_and_foreign_files_break() {
        let folder = site(10, 10, "");
        files::write(
            &folder.path().join("en/index.html"),
            br#"<html lang=en><link rel=icon href=/gone.svg><script src="https://cdn.example/x.js"></script>"#,
        )
        .unwrap();
        let text = Report::of(folder.path()).unwrap().to_string();
        assert!(text.contains("/gone.svg"), "{text}");
        assert!(text.contains("cdn.example"), "{text}");
    }
}
