//! HIPEC in plain words, and a checklist for choosing a centre.
//!
//! The same components draw a page twice: natively, into a file that can be
//! read before any script runs, and in the browser, where they take that page
//! over. See `ARCHITECTURE.md` for the map.

#![recursion_limit = "256"]

#[cfg(not(any(feature = "hydrate", feature = "csr", feature = "ssr")))]
compile_error!("choose one of the features `hydrate`, `csr` and `ssr`");

pub mod app;
pub mod checklist;
pub mod components;
pub mod context;
pub mod figures;
pub mod loading;
pub mod pages;
#[cfg(not(feature = "ssr"))]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(not(feature = "ssr"))]
pub mod start;
