//! One request, one answer: status, headers and bytes.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    LOCATION, VARY,
};
use axum::http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode};

use super::negotiate::{accepts_brotli, is_known};
use super::resolve::{Resolution, resolve};
use crate::headers::{HeaderRules, Problem};
use crate::{compress, digest, files, media};

/// What both hosts send unless the `_headers` file says otherwise.
const ASK_EVERY_TIME: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

/// A folder of files with the rules for its headers.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    rules: HeaderRules,
    problems: Vec<Problem>,
}

impl Site {
    /// Opens a built site and reads its `_headers` file, if it has one.
    ///
    /// # Errors
    /// When the folder is not there, or the `_headers` file cannot be read.
    pub fn open(root: &Path) -> Result<Self> {
        let root = root
            .canonicalize()
            .with_context(|| format!("there is no built site in {}", root.display()))?;
        let file = root.join("_headers");
        let text = if file.exists() {
            files::read_text(&file)?
        } else {
            String::new()
        };
        let (rules, problems) = HeaderRules::parse(&text);
        Ok(Self {
            root,
            rules,
            problems,
        })
    }

    /// What the hosts would not like about the `_headers` file.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Answers a request. The body is there for HEAD too: the server leaves it
    /// away, but takes its length from it.
    #[must_use]
    pub fn answer<B>(&self, request: &Request<B>) -> Response<Vec<u8>> {
        let path = request.uri().path();
        let mut response = self.plain_answer(request).unwrap_or_else(|error| {
            short(StatusCode::INTERNAL_SERVER_ERROR, &format!("{error:#}\n"))
        });
        self.rules.apply(path, response.headers_mut());
        if response.status() == StatusCode::NOT_FOUND {
            // A page that is missing now may be there after the next deploy,
            // whatever the file says about the folder.
            response
                .headers_mut()
                .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        response
    }

    fn plain_answer<B>(&self, request: &Request<B>) -> Result<Response<Vec<u8>>> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut response = short(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
            response
                .headers_mut()
                .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return Ok(response);
        }
        match resolve(&self.root, request.uri().path()) {
            Resolution::File(file) => send(request, &file, StatusCode::OK),
            Resolution::NotFound(Some(page)) => send(request, &page, StatusCode::NOT_FOUND),
            Resolution::NotFound(None) => Ok(short(StatusCode::NOT_FOUND, "not found\n")),
            Resolution::Refused => Ok(short(StatusCode::BAD_REQUEST, "bad path\n")),
            Resolution::Moved(mut to) => {
                if let Some(query) = request.uri().query() {
                    to.push('?');
                    to.push_str(query);
                }
                let mut response = short(StatusCode::PERMANENT_REDIRECT, "");
                let to = HeaderValue::try_from(to).context("a path that cannot be a header")?;
                response.headers_mut().insert(LOCATION, to);
                Ok(response)
            }
        }
    }
}

fn short(status: StatusCode, text: &str) -> Response<Vec<u8>> {
    let mut response = Response::new(text.as_bytes().to_vec());
    *response.status_mut() = status;
    if !text.is_empty() {
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, plain);
    }
    response
}

fn send<B>(request: &Request<B>, file: &Path, status: StatusCode) -> Result<Response<Vec<u8>>> {
    let compressed = compress::beside(file);
    let has_choice = compressed.is_file();
    let brotli = has_choice && header(request, &ACCEPT_ENCODING).is_some_and(accepts_brotli);
    let bytes = files::read(if brotli { &compressed } else { file })?;
    // The compressed file has a tag of its own, as it has bytes of its own.
    let etag = format!("\"{}\"", digest::short_hex(&bytes, 32));

    // A copy of the page that says "not found" answers no other request.
    let known = status == StatusCode::OK
        && header(request, &IF_NONE_MATCH).is_some_and(|tags| is_known(tags, &etag));
    let mut response = Response::new(if known { Vec::new() } else { bytes });
    *response.status_mut() = if known {
        StatusCode::NOT_MODIFIED
    } else {
        status
    };

    let headers = response.headers_mut();
    headers.insert(
        ETAG,
        HeaderValue::try_from(etag).context("a tag that cannot be a header")?,
    );
    headers.insert(CACHE_CONTROL, ASK_EVERY_TIME);
    if has_choice {
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if !known {
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static(media::content_type(file)),
        );
        if brotli {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
    }
    Ok(response)
}

fn header<'a, B>(request: &'a Request<B>, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixture {
        _folder: tempfile::TempDir,
        site: Site,
    }

    fn fixture() -> Fixture {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            (
                "_headers",
                "/*\n  X-Policy: strict\n/assets/*\n  Cache-Control: immutable\n",
            ),
            ("index.html", "<h1>home</h1>"),
            ("index.html.br", "squeezed"),
            ("404.html", "<h1>nothing</h1>"),
            ("ar/index.html", "<h1>ar</h1>"),
            ("assets/a.wasm", "\0asm"),
        ] {
            files::write(&folder.path().join(name), text.as_bytes()).unwrap();
        }
        let site = Site::open(folder.path()).unwrap();
        Fixture {
            _folder: folder,
            site,
        }
    }

    fn ask(site: &Site, method: &str, path: &str, headers: &[(&str, &str)]) -> Response<Vec<u8>> {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        site.answer(&request.body(()).unwrap())
    }

    fn value<'a>(response: &'a Response<Vec<u8>>, name: &str) -> &'a str {
        response
            .headers()
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn a_page_with_its_headers() {
        let fixture = fixture();
        let response = ask(&fixture.site, "GET", "/", &[]);
        assert_eq!(response.status(), 200);
        assert_eq!(response.body(), b"<h1>home</h1>");
        for (name, expected) in [
            ("content-type", "text/html; charset=utf-8"),
            ("cache-control", "public, max-age=0, must-revalidate"),
            ("vary", "Accept-Encoding"),
            ("content-encoding", ""),
            ("x-policy", "strict"),
        ] {
            assert_eq!(value(&response, name), expected, "{name}");
        }
    }

    #[test]
    fn brotli_where_it_is_allowed_and_there() {
        let fixture = fixture();
        let allowed = [("accept-encoding", "gzip, br")];
        let response = ask(&fixture.site, "GET", "/", &allowed);
        assert_eq!(response.body(), b"squeezed");
        assert_eq!(value(&response, "content-encoding"), "br");
        assert_eq!(value(&response, "content-type"), "text/html; charset=utf-8");
        assert_ne!(
            value(&response, "etag"),
            value(&ask(&fixture.site, "GET", "/", &[]), "etag")
        );

        let response = ask(&fixture.site, "GET", "/assets/a.wasm", &allowed);
        assert_eq!(value(&response, "content-encoding"), "");
        assert_eq!(value(&response, "vary"), "");
        assert_eq!(value(&response, "content-type"), "application/wasm");
        assert_eq!(value(&response, "cache-control"), "immutable");
    }

    #[test]
    fn a_known_copy_is_not_sent_again() {
        let fixture = fixture();
        let etag = value(&ask(&fixture.site, "GET", "/", &[]), "etag").to_owned();
        let response = ask(&fixture.site, "GET", "/", &[("if-none-match", &etag)]);
        assert_eq!(response.status(), 304);
        assert!(response.body().is_empty());
        assert_eq!(value(&response, "etag"), etag);
        assert_eq!(value(&response, "vary"), "Accept-Encoding");
        assert_eq!(value(&response, "x-policy"), "strict");
        // The compressed form is another copy.
        let both = [("if-none-match", etag.as_str()), ("accept-encoding", "br")];
        assert_eq!(ask(&fixture.site, "GET", "/", &both).status(), 200);
    }

    #[test]
    fn not_found_is_a_page_and_a_status() {
        let fixture = fixture();
        let etag = value(&ask(&fixture.site, "GET", "/404.html", &[]), "etag").to_owned();
        let response = ask(
            &fixture.site,
            "GET",
            "/assets/x.js",
            &[("if-none-match", &etag)],
        );
        assert_eq!(response.status(), 404);
        assert_eq!(response.body(), b"<h1>nothing</h1>");
        assert_eq!(value(&response, "cache-control"), "no-store");
        assert_eq!(value(&response, "x-policy"), "strict");
    }

    #[test]
    fn a_missing_slash_keeps_the_query() {
        let fixture = fixture();
        let response = ask(&fixture.site, "GET", "/ar?x=1", &[]);
        assert_eq!(response.status(), 308);
        assert_eq!(value(&response, "location"), "/ar/?x=1");
    }

    #[test]
    fn other_methods_and_paths_are_refused() {
        let fixture = fixture();
        let response = ask(&fixture.site, "POST", "/", &[]);
        assert_eq!(response.status(), 405);
        assert_eq!(value(&response, "allow"), "GET, HEAD");
        assert_eq!(ask(&fixture.site, "GET", "/../x", &[]).status(), 400);
        assert_eq!(ask(&fixture.site, "HEAD", "/", &[]).status(), 200);
    }

    #[test]
    fn a_missing_folder_is_told() {
        let error = Site::open(Path::new("/nowhere/dist"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("no built site"), "{error}");
    }
}
