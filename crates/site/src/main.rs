//! `site`: what happens to the built site after rendering.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use hipec_site::headers::HeaderRules;
use hipec_site::{compress, files, fingerprint, serve, size};

const USAGE: &str = "\
usage:
  site fingerprint FOLDER --out FILE   give the built files names with hashes, and list them in FILE
  site compress FOLDER                 write brotli files beside the originals
  site headers FOLDER                  check the _headers file against what the hosts accept
  site size FOLDER                     report sizes, fail where a limit is broken
  site serve FOLDER [--host ADDRESS] [--port N]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<String>) -> Result<ExitCode> {
    if arguments.is_empty() {
        bail!("no command given\n{USAGE}");
    }
    let command = arguments.remove(0);
    let host = option(&mut arguments, "--host")?;
    let port = option(&mut arguments, "--port")?;
    let out = option(&mut arguments, "--out")?;
    let [folder] = arguments.as_slice() else {
        bail!("`site {command}` wants exactly one folder\n{USAGE}");
    };
    let folder = Path::new(folder);
    match command.as_str() {
        "fingerprint" => {
            run_fingerprint(folder, out.as_deref().context("`--out FILE` is missing")?)
        }
        "compress" => run_compress(folder),
        "headers" => run_headers(folder),
        "size" => run_size(folder),
        "serve" => {
            let port = port.as_deref().unwrap_or("8080");
            let port = port
                .parse()
                .with_context(|| format!("`{port}` is no port"))?;
            serve::serve(folder, host.as_deref().unwrap_or("127.0.0.1"), port)?;
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("there is no command `{other}`\n{USAGE}"),
    }
}

/// Takes `name value` out of the arguments.
fn option(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    arguments.remove(at);
    if at >= arguments.len() {
        bail!("`{name}` wants a value\n{USAGE}");
    }
    Ok(Some(arguments.remove(at)))
}

fn run_fingerprint(folder: &Path, out: &str) -> Result<ExitCode> {
    let assets = fingerprint::fingerprint(folder, &fingerprint::Sources::default())?;
    let text = serde_json::to_string_pretty(&assets).context("cannot write the list of files")?;
    files::write(&PathBuf::from(out), text.as_bytes())?;
    println!("{} files named by their content", 5 + assets.fonts.len());
    Ok(ExitCode::SUCCESS)
}

fn run_compress(folder: &Path) -> Result<ExitCode> {
    let done = compress::compress(folder)?;
    println!(
        "{} files compressed, {} to {} bytes",
        done.files, done.raw, done.compressed
    );
    Ok(ExitCode::SUCCESS)
}

fn run_headers(folder: &Path) -> Result<ExitCode> {
    let (rules, problems) = HeaderRules::parse(&files::read_text(&folder.join("_headers"))?);
    for problem in &problems {
        eprintln!("error: {problem}");
    }
    println!("{} rules in _headers", rules.len());
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run_size(folder: &Path) -> Result<ExitCode> {
    let report = size::Report::of(folder)?;
    print!("{report}");
    Ok(if report.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
