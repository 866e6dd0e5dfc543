//! Draws every page into a file:
//! `prerender --content FOLDER --assets FILE --template FILE --out FOLDER`.

use std::{fs, path::PathBuf, process::ExitCode};

use hipec::prerender::{self, Assets};
use hipec_content::{ContentFiles, Coverage, compile};

fn main() -> ExitCode {
    match run() {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let argument = |name: &str| -> Result<PathBuf, String> {
        arguments
            .iter()
            .skip_while(|given| *given != name)
            .nth(1)
            .map(PathBuf::from)
            .ok_or_else(|| format!("{name} is missing"))
    };
    let (content, assets) = (argument("--content")?, argument("--assets")?);
    let (template, out) = (argument("--template")?, argument("--out")?);

    let read = |path: &PathBuf| {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let files = ContentFiles::read(&content).map_err(|error| error.to_string())?;
    let site = compile(&files, &Coverage::of_site_font()?).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let assets: Assets =
        serde_json::from_str(&read(&assets)?).map_err(|error| error.to_string())?;
    let template = read(&template)?;
    let pages =
        prerender::write(&site, &assets, &template, &out).map_err(|error| error.to_string())?;
    Ok(format!("{pages} pages"))
}
