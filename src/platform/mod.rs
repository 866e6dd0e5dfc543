//! The browser, behind small functions: the only users of `web_sys`.

pub mod address;
pub mod boxes;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod fetch;
pub mod field;
pub mod file;
pub mod focus;
pub mod head;
pub mod lifecycle;
pub mod listen;
pub mod mirror;
pub mod persist;
pub mod place;
pub mod print;
pub mod random;
pub mod scroll;
pub mod share;
pub mod storage;
pub mod timer;
