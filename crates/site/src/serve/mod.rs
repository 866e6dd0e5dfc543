//! A local server that answers as the production hosts do.

mod answer;
mod negotiate;
mod resolve;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use tokio::net::TcpListener;

pub use answer::Site;

/// How many ports are tried when the wanted one is taken.
const PORTS_TO_TRY: u16 = 50;

/// Serves `root` until Ctrl-C, and prints the address once it listens.
///
/// Port 0 lets the system choose.
///
/// # Errors
/// When the folder is missing or no port is free.
pub fn serve(root: &Path, host: &str, port: u16) -> Result<()> {
    let site = Arc::new(Site::open(root)?);
    for problem in site.problems() {
        eprintln!("warning: {problem}");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(async {
        let listener = listen(host, port).await?;
        let address = listener.local_addr().context("the server has no address")?;
        println!("listening on http://{address}");
        // Whoever waits for this line reads it through a pipe.
        std::io::stdout()
            .flush()
            .context("cannot print the address")?;
        axum::serve(listener, router(site))
            .with_graceful_shutdown(async {
                let _ = tokio::signal::ctrl_c().await;
            })
            .await
            .context("the server stopped")
    })
}

async fn listen(host: &str, port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(PORTS_TO_TRY);
    let mut candidate = port;
    loop {
        match TcpListener::bind((host, candidate)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse && candidate < last => {
                println!("port {candidate} is taken, trying the next");
                candidate += 1;
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot listen on {host}:{candidate}"));
            }
        }
    }
}

fn router(site: Arc<Site>) -> Router {
    Router::new().fallback(handle).with_state(site)
}

async fn handle(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    // The files are read with blocking calls, which must not hold up the others.
    let answer = tokio::task::spawn_blocking(move || site.answer(&request)).await;
    answer.map_or_else(
        |_| {
            let mut failed = Response::new(Body::empty());
            *failed.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            failed
        },
        |answer| answer.map(Body::from),
    )
}
