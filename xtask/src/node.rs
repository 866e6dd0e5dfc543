//! Node.js and what its package manager installs.

use std::path::{Path, PathBuf};

use crate::project;
use crate::run::{command, first_line, note, step};
use crate::versions::NODE_MAJOR;

/// Copied beside the installed packages, to tell whether they are current.
const STAMP: &str = ".installed-from.json";

/// Installs the build tools that come from npm; returns the folder of their programs.
pub(crate) fn build_tools() -> Result<PathBuf, String> {
    install("tools")?;
    let programs = programs();
    for name in ["wasm-opt", "esbuild"] {
        if first_line(command(programs.join(name)).arg("--version")).is_none() {
            return Err(format!(
                "{name} does not run: remove tools/node_modules and try again"
            ));
        }
    }
    Ok(programs)
}

/// The folder of the programs that `build_tools` installs.
pub(crate) fn programs() -> PathBuf {
    project::root().join("tools/node_modules/.bin")
}

/// Installs what the lock file in `folder` names, unless that was done already.
pub(crate) fn install(folder: &str) -> Result<(), String> {
    let node = check()?;
    let place = project::root().join(folder);
    let lock = place.join("package-lock.json");
    let text = std::fs::read_to_string(&lock)
        .map_err(|error| format!("cannot read {folder}/package-lock.json: {error}"))?;
    // The version too: some packages choose their binary by it.
    let wanted = format!("{node}\n{text}");
    let stamp = place.join("node_modules").join(STAMP);
    if is_current(&stamp, &wanted) {
        note(&format!("npm packages of {folder}/: up to date"));
        return Ok(());
    }
    let mut npm = command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // None of the packages needs its install script, so none gets to run one.
    npm.arg("--ignore-scripts").current_dir(&place);
    step(&format!("npm packages of {folder}/: installing"), &mut npm)?;
    // A lock file without packages leaves no folder behind.
    std::fs::create_dir_all(place.join("node_modules"))
        .and_then(|()| std::fs::write(&stamp, wanted))
        .map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}

fn is_current(stamp: &Path, wanted: &str) -> bool {
    std::fs::read_to_string(stamp).is_ok_and(|text| text == wanted)
}

/// The version of Node.js, if it will do.
fn check() -> Result<String, String> {
    let install = format!("install Node.js {NODE_MAJOR} or newer, with npm");
    let Some(version) = first_line(command("node").arg("--version")) else {
        return Err(format!("there is no Node.js: {install}"));
    };
    if major(&version).is_none_or(|major| major < NODE_MAJOR) {
        return Err(format!("Node.js {version} is too old: {install}"));
    }
    if first_line(command("npm").arg("--version")).is_none() {
        return Err(format!("there is no npm: {install}"));
    }
    Ok(version)
}

fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn major_versions() {
        for (text, expected) in [("v20.20.2", Some(20)), ("24.0.0", Some(24)), ("oops", None)] {
            assert_eq!(major(text), expected, "{text}");
        }
    }
}
