//! What turns Trunk's output into the site. Trunk calls this as its
//! `post_build` hook and says in variables what it has built, and where.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::run::{answer, cargo, command, note, run, seconds};
use crate::{node, project};

/// The oldest browsers that run what the Rust compiler emits today; newer
/// syntax in style sheets and scripts is rewritten for them where possible.
const BROWSERS: &str = "--target=chrome99,firefox102,safari15.4";

/// What one run works on.
struct Stage {
    folder: PathBuf,
    profile: String,
}

/// Does everything that comes after Trunk.
pub(crate) fn finish() -> Result<(), String> {
    let stage = Stage {
        folder: variable("TRUNK_STAGING_DIR")?.into(),
        profile: variable("TRUNK_PROFILE")?,
    };
    let assets = project::target().join(format!("assets-{}.json", stage.profile));

    timed("style sheet bundled", || stage.bundle_style())?;
    timed("scripts bundled", || stage.bundle_scripts())?;
    note("native tools: building what has changed");
    timed("native tools built", build_native)?;
    timed("names", || {
        stage.site("fingerprint", &[Path::new("--out"), &assets])
    })?;
    timed("pages", || stage.prerender(&assets))?;
    timed("headers", || stage.site("headers", &[]))?;
    if stage.is_release() {
        timed("brotli", || stage.site("compress", &[]))?;
    }
    Ok(())
}

/// Not quiet: the first time this takes a minute or two. The app and the tool
/// are built apart, so that the features of one change nothing in the other.
fn build_native() -> Result<String, String> {
    run(&mut cargo(&["build", "--package", "hipec-site"]))?;
    let prerender = [
        "build",
        "--package",
        "hipec",
        "--features",
        "ssr",
        "--bin",
        "prerender",
    ];
    run(&mut cargo(&prerender))?;
    Ok(String::new())
}

impl Stage {
    fn is_release(&self) -> bool {
        self.profile == "release"
    }

    fn bundle_style(&self) -> Result<String, String> {
        let out = self.folder.join("assets/site.css");
        let mut options = vec!["--bundle", BROWSERS];
        // Files of the site, not of the style sheet: they keep their addresses.
        options.extend(["--external:*.woff2", "--external:*.svg", "--external:*.png"]);
        self.esbuild(&project::root().join("style/main.css"), &out, &options)
    }

    fn bundle_scripts(&self) -> Result<String, String> {
        let glue = self.folder.join("hipec.js");
        // Bundling takes in the snippets that crates may bring along, and the
        // definition drops a default address that would be wrong after renaming.
        let options = [
            "--bundle",
            "--format=esm",
            "--define:import.meta.url=undefined",
            "--allow-overwrite",
            // wasm-bindgen names a snippet once for each of its functions.
            "--log-override:duplicate-object-key=silent",
        ];
        // The glue also hands out classes of a library that nothing here uses;
        // from an entrance that asks for the program alone they fall away.
        let entrance = self.folder.join("entrance.js");
        std::fs::write(&entrance, "export { default } from \"./hipec.js\";\n")
            .map_err(|error| format!("{}: {error}", entrance.display()))?;
        self.esbuild(&entrance, &glue, &options)?;
        std::fs::remove_file(&entrance)
            .map_err(|error| format!("{}: {error}", entrance.display()))?;
        remove_folder(&self.folder.join("snippets"))?;

        let start = project::root().join("src/start.js");
        let options = ["--format=esm", BROWSERS];
        self.esbuild(&start, &self.folder.join("start.js"), &options)?;

        // No module: it shall also run where the program's glue cannot.
        let recover = project::root().join("src/recover.js");
        let options = ["--bundle", "--format=iife", BROWSERS];
        self.esbuild(&recover, &self.folder.join("recover.js"), &options)
    }

    fn esbuild(&self, input: &Path, output: &Path, options: &[&str]) -> Result<String, String> {
        let program = node::programs().join("esbuild");
        if !program.is_file() {
            return Err("esbuild is not installed: run `cargo xtask setup`".to_owned());
        }
        let mut esbuild = command(program);
        esbuild
            .arg(input)
            .arg(format!("--outfile={}", output.display()))
            .args(options);
        esbuild.args([
            "--log-level=warning",
            "--charset=utf8",
            "--legal-comments=none",
        ]);
        if self.is_release() {
            esbuild.arg("--minify");
        }
        answer(&mut esbuild)
    }

    fn site(&self, name: &str, options: &[&Path]) -> Result<String, String> {
        answer(
            command(project::built("site")?)
                .arg(name)
                .arg(&self.folder)
                .args(options),
        )
    }

    fn prerender(&self, assets: &Path) -> Result<String, String> {
        let mut prerender = command(project::built("prerender")?);
        prerender
            .args(["--content", "public/content", "--assets"])
            .arg(assets);
        prerender
            .arg("--template")
            .arg(self.folder.join("index.html"));
        answer(prerender.arg("--out").arg(&self.folder))
    }
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| {
        format!("{name} is not set: Trunk runs this command, `cargo xtask build` runs Trunk")
    })
}

fn remove_folder(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder)
        .map_err(|error| format!("cannot remove {}: {error}", folder.display()))
}

/// Prints one line for the step: its name, what it said itself, and its time.
fn timed(what: &str, work: impl FnOnce() -> Result<String, String>) -> Result<(), String> {
    let start = Instant::now();
    let said = work()?;
    let colon = if said.is_empty() { "" } else { ": " };
    note(&format!(
        "{what}{colon}{said} ({})",
        seconds(start.elapsed())
    ));
    Ok(())
}
