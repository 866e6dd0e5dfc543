//! Everything that has to hold before a change goes in.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::build::build;
use crate::counts::Counts;
use crate::run::{cargo, command, note, run, say, seconds, watch};
use crate::serve::Server;
use crate::setup::setup;
use crate::{browser, node};

/// The members besides the app. The app's features exclude each other, so
/// nothing here may ever run over the whole workspace with all features.
const MEMBERS: [&str; 8] = [
    "-p",
    "hipec-core",
    "-p",
    "hipec-content",
    "-p",
    "hipec-site",
    "-p",
    "xtask",
];

/// The app as it runs on the build machine.
const APP_NATIVE: [&str; 4] = ["-p", "hipec", "--features", "ssr"];

/// The app as it runs in the browser.
const APP_BROWSER: [&str; 6] = [
    "-p",
    "hipec",
    "--features",
    "hydrate",
    "--target",
    crate::versions::WASM_TARGET,
];

/// Checks the content files.
pub(crate) fn check_content() -> Result<(), String> {
    run(cargo(&[
        "run",
        "--quiet",
        "-p",
        "hipec-content",
        "--bin",
        "check-content",
        "--",
    ])
    .arg("public/content"))
}

/// Reports the sizes of the built site.
pub(crate) fn size() -> Result<(), String> {
    run(
        cargo(&["run", "--quiet", "-p", "hipec-site", "--bin", "site", "--"])
            .args(["size", "dist"]),
    )
}

/// Runs every step, whatever became of the ones before, and sums up. Returns
/// whether all of them held.
pub(crate) fn test() -> Result<bool, String> {
    let mut suite = Suite::default();
    let tools = suite.check("setup", || setup().map(|_| ()));

    suite.check("format", || run(&mut cargo(&["fmt", "--all", "--check"])));
    suite.check("clippy, native", || {
        clippy(&[&APP_NATIVE, &MEMBERS, &["--all-targets"]])
    });
    suite.check("clippy, browser", || clippy(&[&APP_BROWSER]));
    suite.count(
        "tests, members",
        &mut cargo_test(&MEMBERS),
        Counts::of_cargo,
    );
    suite.count("tests, app", &mut cargo_test(&APP_NATIVE), Counts::of_cargo);
    suite.check("content", check_content);

    let built = if tools {
        suite.check("build", build)
    } else {
        suite.skip("build", "the tools are missing")
    };
    let browser = suite.prepare("browser", || {
        let chromium = browser::chromium()?;
        node::install("end2end").map(|()| chromium)
    });
    if built {
        suite.check("size", size);
        match browser {
            Some(chromium) => suite.end_to_end(&chromium),
            None => drop(suite.skip("end to end", "the browser is missing")),
        }
    } else {
        suite.skip("size", "there is no build to measure");
        suite.skip("end to end", "there is no build to test");
    }
    Ok(suite.close())
}

fn clippy(selections: &[&[&str]]) -> Result<(), String> {
    let mut clippy = cargo(&["clippy", "--quiet"]);
    for selection in selections {
        clippy.args(*selection);
    }
    run(clippy.args(["--", "-D", "warnings"]))
}

fn cargo_test(selection: &[&str]) -> Command {
    let mut test = cargo(&["test", "--no-fail-fast"]);
    test.args(selection);
    test
}

/// The steps so far.
#[derive(Default)]
struct Suite {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    time: Duration,
    counts: Counts,
    /// Why it failed or was left out.
    remark: String,
}

impl Suite {
    /// A step that holds or does not, and counts as one.
    fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), String>) -> bool {
        self.prepare(name, work).is_some()
    }

    /// Like `check`, for a step whose result the next ones need.
    fn prepare<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Option<T> {
        say(&format!("test: {name}"));
        let start = Instant::now();
        let result = work();
        let (counts, remark, value) = match result {
            Ok(value) => (
                Counts {
                    passed: 1,
                    ..Counts::default()
                },
                String::new(),
                Some(value),
            ),
            Err(message) => (
                Counts {
                    failed: 1,
                    ..Counts::default()
                },
                message,
                None,
            ),
        };
        self.push(name, start, counts, remark);
        value
    }

    /// A step whose tests are counted.
    fn count(&mut self, name: &'static str, command: &mut Command, read: fn(&str) -> Counts) {
        say(&format!("test: {name}"));
        let start = Instant::now();
        let (counts, remark) = judge(watch(command), read);
        self.push(name, start, counts, remark);
    }

    fn end_to_end(&mut self, chromium: &std::path::Path) {
        let name = "end to end";
        let start = Instant::now();
        let server = match Server::start() {
            Ok(server) => server,
            Err(message) => {
                let counts = Counts {
                    failed: 1,
                    ..Counts::default()
                };
                return self.push(name, start, counts, message);
            }
        };
        note(&format!("serving dist/ on {}", server.address));
        let mut npm = command("npm");
        npm.args(["test", "--silent"])
            .current_dir(crate::project::root().join("end2end"));
        npm.env("BASE_URL", &server.address)
            .env("CHROMIUM", chromium);
        self.count(name, &mut npm, Counts::of_node);
        if let Some(step) = self.steps.last_mut()
            && step.counts == Counts::default()
        {
            // A runner that found no test proves nothing.
            step.counts.failed = 1;
            "no test ran".clone_into(&mut step.remark);
        }
    }

    /// A step that makes no sense any more. Always false, like a failed check;
    /// what made it senseless is counted already.
    fn skip(&mut self, name: &'static str, why: &str) -> bool {
        note(&format!("{name}: skipped, {why}"));
        self.push(
            name,
            Instant::now(),
            Counts::default(),
            format!("skipped: {why}"),
        );
        false
    }

    fn push(&mut self, name: &'static str, start: Instant, counts: Counts, remark: String) {
        if counts.failed > 0 {
            eprintln!("error: {name}: {remark}");
        }
        self.steps.push(Step {
            name,
            time: start.elapsed(),
            counts,
            remark,
        });
    }

    /// Prints the table and the closing line; says whether everything held.
    fn close(&self) -> bool {
        println!();
        println!(
            "{:<16} {:>12} {:>7} {:>7} {:>8}",
            "step", "time", "passed", "failed", "skipped"
        );
        let mut all = Counts::default();
        let mut time = Duration::ZERO;
        for step in &self.steps {
            row(step.name, step.time, step.counts, &step.remark);
            all.add(step.counts);
            time += step.time;
        }
        row("all", time, all, "");
        println!();
        println!("{} passed, {} failed", all.passed, all.failed);
        all.failed == 0
    }
}

fn row(name: &str, time: Duration, counts: Counts, remark: &str) {
    let Counts {
        passed,
        failed,
        skipped,
    } = counts;
    let line = format!(
        "{name:<16} {:>12} {passed:>7} {failed:>7} {skipped:>8}  {remark}",
        seconds(time)
    );
    println!("{}", line.trim_end());
}

/// The counts of a finished run, and what is wrong with it.
fn judge(run: Result<(String, bool), String>, read: fn(&str) -> Counts) -> (Counts, String) {
    let (output, success) = match run {
        Ok(run) => run,
        Err(message) => {
            return (
                Counts {
                    failed: 1,
                    ..Counts::default()
                },
                message,
            );
        }
    };
    let mut counts = read(&output);
    if success {
        return (counts, String::new());
    }
    if counts.failed > 0 {
        return (counts, "tests failed".to_owned());
    }
    // Did not compile, or died on the way.
    counts.failed = 1;
    (counts, "the run ended with an error".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_dies_counts_as_a_failure() {
        let died = Ok(("error: could not compile\n".to_owned(), false));
        assert_eq!(judge(died, Counts::of_cargo).0.failed, 1);
        let failed = "test result: FAILED. 1 passed; 2 failed; 0 ignored\n".to_owned();
        assert_eq!(judge(Ok((failed, false)), Counts::of_cargo).0.failed, 2);
        let passed = "test result: ok. 1 passed; 0 failed; 0 ignored\n".to_owned();
        let expected = Counts {
            passed: 1,
            ..Counts::default()
        };
        assert_eq!(
            judge(Ok((passed, true)), Counts::of_cargo),
            (expected, String::new())
        );
        assert_eq!(judge(Err("gone".to_owned()), Counts::of_cargo).0.failed, 1);
    }

    #[test]
    fn every_step_is_taken_and_one_failure_is_enough() {
        let mut suite = Suite::default();
        assert!(suite.check("a", || Ok(())));
        assert!(suite.close());
        assert!(!suite.check("b", || Err("no".to_owned())));
        suite.skip("c", "b failed");
        assert!(suite.check("d", || Ok(())));
        assert!(!suite.close());
        assert_eq!(suite.steps.len(), 4);
    }
}
