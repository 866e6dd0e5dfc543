//! HIPEC in plain words, and a checklist for choosing a centre.
//!
//! The same views draw a page twice: natively, into a file that can be read
//! before any script runs, and in the browser, which takes over what the
//! reader operates and shows further pages. See `ARCHITECTURE.md` for the map.

#[cfg(not(any(feature = "hydrate", feature = "csr", feature = "ssr")))]
compile_error!("choose one of the features `hydrate`, `csr` and `ssr`");

pub mod app;
pub mod checklist;
pub mod context;
pub mod element;
#[cfg(not(feature = "ssr"))]
mod extras;
mod frame;
pub mod loading;
#[cfg(not(feature = "ssr"))]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(not(feature = "ssr"))]
pub mod start;
