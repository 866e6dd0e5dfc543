//! Checks the content files and says what is wrong: `check-content FOLDER`.
//!
//! `--write-schemas FOLDER` writes the JSON Schemas for editors instead.

use std::{
    path::Path,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use hipec_core::date::Date;

use hipec_content::{ContentFiles, Coverage, compile, schema};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["--write-schemas", folder] => write_schemas(Path::new(folder)),
        [folder] => check(Path::new(folder)),
        _ => Err("usage: check-content FOLDER | --write-schemas FOLDER".to_owned()),
    };
    match result {
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

fn write_schemas(folder: &Path) -> Result<String, String> {
    let schemas = schema::all();
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, text) in &schemas {
        std::fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(format!(
        "{} schemas written to {}",
        schemas.len(),
        folder.display()
    ))
}

/// The day in universal time, which is near enough for what is due in months.
fn today() -> Date {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| time.as_secs());
    Date::of_days(seconds / 86_400)
}

fn check(folder: &Path) -> Result<String, String> {
    let files = ContentFiles::read(folder).map_err(|error| error.to_string())?;
    let coverage = Coverage::of_site_font()?;
    match compile(&files, &coverage) {
        Ok(site) => {
            let mut message = format!(
                "{}content: {} files, no problems",
                site.report.on(today()),
                files.paths().count()
            );
            if site.origin.ends_with("example.org") {
                message
                    .push_str("\nnote: site.json still has the placeholder address as its origin");
            }
            Ok(message)
        }
        Err(problems) => {
            let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            let plural = if problems.len() == 1 { "" } else { "s" };
            lines.push(format!("content: {} problem{plural}", problems.len()));
            Err(lines.join("\n"))
        }
    }
}
