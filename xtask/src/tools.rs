//! Tools built from Rust source, at exact versions.
//!
//! They are looked for on the PATH, then in a cache folder outside the
//! repository, where the next clone finds them again, and only then installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo, command, find_on_path, first_line, note, run, step};
use crate::versions;

/// A tool as it is on the package registry.
struct Tool {
    /// The name of the package.
    package: &'static str,
    /// The name of the program.
    program: &'static str,
    version: &'static str,
    /// Whether it is built with the versions its own lock file names.
    locked: bool,
    /// What building it takes, for whoever waits.
    duration: &'static str,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    program: "trunk",
    version: versions::TRUNK,
    locked: true,
    duration: "about 8 minutes of processor time, once per machine",
};

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: versions::WASM_BINDGEN,
    // Its lock file names a crate version that can no longer be had.
    locked: false,
    duration: "about 4 minutes of processor time, once per machine",
};

/// Finds or installs all of them; returns the folders of the programs.
pub(crate) fn all() -> Result<Vec<PathBuf>, String> {
    [TRUNK, WASM_BINDGEN].iter().map(Tool::folder).collect()
}

impl Tool {
    fn folder(&self) -> Result<PathBuf, String> {
        let title = format!("{} {}", self.program, self.version);
        let place = cache()?.join(format!("{}-{}", self.package, self.version));
        let cached = place.join("bin").join(self.file());
        let found = find_on_path(self.program).filter(|program| self.fits(program));
        if let Some(program) = found.or_else(|| Some(cached.clone()).filter(|file| self.fits(file)))
        {
            note(&format!(
                "{title}: found in {}",
                folder_of(&program).display()
            ));
            return Ok(folder_of(&program));
        }
        self.install(&title, &place)?;
        if self.fits(&cached) {
            return Ok(folder_of(&cached));
        }
        Err(format!(
            "{title} was installed, but {} does not run",
            cached.display()
        ))
    }

    fn install(&self, title: &str, place: &Path) -> Result<(), String> {
        let root = place.to_string_lossy();
        let package = format!("{}@{}", self.package, self.version);
        if has_binstall() {
            let arguments = ["binstall", "--no-confirm", "--root", &root, &package];
            let done = step(
                &format!("{title}: installing with cargo binstall"),
                &mut cargo(&arguments),
            );
            match done {
                Ok(()) => return Ok(()),
                Err(message) => note(&format!("{message}; building it instead")),
            }
        }
        let mut arguments = vec!["install", "--root", &root, &package];
        if self.locked {
            arguments.push("--locked");
        }
        // What an interrupted run left behind must not count as installed.
        arguments.push("--force");
        step(
            &format!("{title}: building from source ({})", self.duration),
            &mut cargo(&arguments),
        )
    }

    /// Whether `program --version` says exactly this version.
    fn fits(&self, program: &Path) -> bool {
        program.is_file()
            && first_line(command(program).arg("--version"))
                .is_some_and(|line| names_version(&line, self.version))
    }

    fn file(&self) -> String {
        format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)
    }
}

fn names_version(line: &str, version: &str) -> bool {
    line.split_whitespace().nth(1) == Some(version)
}

fn folder_of(program: &Path) -> PathBuf {
    program.parent().map(Path::to_path_buf).unwrap_or_default()
}

fn has_binstall() -> bool {
    first_line(Command::new("cargo").args(["binstall", "-V"])).is_some()
}

/// `$HIPEC_TOOLS`, or a folder among the user's caches.
fn cache() -> Result<PathBuf, String> {
    let variable = |name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    variable("HIPEC_TOOLS")
        .or_else(|| variable("XDG_CACHE_HOME").map(|caches| caches.join("hipec-tools")))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache").join("hipec-tools")))
        .ok_or_else(|| "there is no home folder: set HIPEC_TOOLS to a folder for tools".to_owned())
}

/// Makes sure that Rust can compile for the browser.
pub(crate) fn wasm_target() -> Result<(), String> {
    let target = versions::WASM_TARGET;
    let library =
        first_line(command("rustc").args(["--print", "target-libdir", "--target", target]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        note(&format!("{target}: found"));
        return Ok(());
    }
    if find_on_path("rustup").is_none() {
        return Err(format!(
            "Rust cannot compile for {target}: install rustup, or that target by other means"
        ));
    }
    step(
        &format!("{target}: adding it with rustup"),
        command("rustup").args(["target", "add", target]),
    )
}

/// Downloads the crates: Trunk is told not to use the network, and cargo with it.
pub(crate) fn crates() -> Result<(), String> {
    run(&mut cargo(&["fetch"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_fit_exactly() {
        for (line, expected) in [
            ("trunk 0.21.14", true),
            ("wasm-bindgen 0.21.14 (abc)", true),
            ("trunk 0.21.140", false),
            ("trunk 0.21.1", false),
            ("0.21.14", false),
            ("", false),
        ] {
            assert_eq!(names_version(line, "0.21.14"), expected, "{line}");
        }
    }
}
