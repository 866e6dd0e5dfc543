//! Running text: a small, strict subset of CommonMark.
//!
//! `**strong**`, `*emphasis*`, `[words](target)` and `<source:id>` (which
//! CommonMark reads as an autolink). Whatever else CommonMark would read as
//! markup is refused, so that a text means here what it means in any editor
//! with a preview; a test holds this parser against `pulldown-cmark` for every
//! text of the site.

use hipec_core::route::PageId;

use crate::source::page_id;

/// Running text as it was written, before its references are looked up.
pub type Text = Vec<Piece>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// `**strong**`.
    Strong(Text),
    /// `*emphasis*`.
    Emphasis(Text),
    /// `[words](target)`.
    Link {
        /// The words.
        text: String,
        /// Where they lead.
        target: Target,
    },
    /// `<source:id>`.
    Cite(String),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `page:id` or `page:id#anchor`.
    Page(PageId, Option<String>),
    /// `term:id`.
    Term(String),
    /// `https://…`.
    Web(String),
}

/// Reads running text.
///
/// # Errors
/// A sentence that says what is not understood and what to write instead.
pub fn parse(source: &str) -> Result<Text, String> {
    if source.trim() != source || source.is_empty() {
        return Err("a text must not be empty, nor begin or end with a space".to_owned());
    }
    refuse_block_syntax(source)?;
    let mut parser = Parser {
        rest: source,
        before: None,
    };
    let text = parser.text(Stop::End)?;
    Ok(text)
}

/// What would make CommonMark read a paragraph as another block.
fn refuse_block_syntax(source: &str) -> Result<(), String> {
    let begins_list = source.starts_with(['-', '+', '#', '>', '='])
        || source.starts_with("* ")
        || source.starts_with("~~~")
        || source.starts_with('|');
    let digits = source.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0
        && source
            .get(digits..)
            .is_some_and(|rest| rest.starts_with(['.', ')']) && is_list_mark(rest));
    if begins_list || numbered {
        return Err(
            "the text begins like a list, heading or quotation: begin it with a word".to_owned(),
        );
    }
    Ok(())
}

/// `1. ` and `1) ` begin a list; `1.5` does not.
fn is_list_mark(rest: &str) -> bool {
    rest.chars().nth(1).is_none_or(char::is_whitespace)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    End,
    Strong,
    Emphasis,
}

struct Parser<'a> {
    rest: &'a str,
    /// The character before `rest`.
    before: Option<char>,
}

impl<'a> Parser<'a> {
    fn take(&mut self, len: usize) -> &'a str {
        let (head, tail) = self.rest.split_at(len);
        self.before = head.chars().next_back().or(self.before);
        self.rest = tail;
        head
    }

    fn text(&mut self, stop: Stop) -> Result<Text, String> {
        let mut out = Text::new();
        loop {
            let plain = self
                .rest
                .find([
                    '*', '[', ']', '<', '>', '`', '_', '\\', '&', '\n', '\r', '\t', '~',
                ])
                .unwrap_or(self.rest.len());
            if plain > 0 {
                out.push(Piece::Text(self.take(plain).to_owned()));
            }
            let Some(mark) = self.rest.chars().next() else {
                return match stop {
                    Stop::End => Ok(out),
                    Stop::Strong => Err("“**” is opened and never closed".to_owned()),
                    Stop::Emphasis => Err("“*” is opened and never closed".to_owned()),
                };
            };
            match mark {
                '*' => {
                    let stars = self.rest.chars().take_while(|c| *c == '*').count();
                    let closes = match (stop, stars) {
                        (Stop::Strong, 2) | (Stop::Emphasis, 1) => true,
                        (_, 1 | 2) if stop == Stop::End => false,
                        _ => {
                            return Err("use **strong** or *emphasis*, never one inside the other"
                                .to_owned());
                        }
                    };
                    if closes {
                        self.closing_mark(stars)?;
                        return Ok(out);
                    }
                    self.opening_mark(stars)?;
                    let inner = self.text(if stars == 2 {
                        Stop::Strong
                    } else {
                        Stop::Emphasis
                    })?;
                    out.push(if stars == 2 {
                        Piece::Strong(inner)
                    } else {
                        Piece::Emphasis(inner)
                    });
                }
                '[' if self.before == Some('!') => {
                    return Err("“![” would be read as a picture: put a space between".to_owned());
                }
                '[' => out.push(self.link()?),
                '<' => out.push(self.citation()?),
                '\n' | '\r' | '\t' => {
                    return Err("line breaks and tabs are not allowed inside a text".to_owned());
                }
                other => {
                    return Err(format!(
                        "“{other}” would be read as markup and is not allowed here: write it in words"
                    ));
                }
            }
        }
    }

    /// CommonMark opens emphasis only before a letter, and surely after a
    /// space, punctuation or the beginning.
    fn opening_mark(&mut self, stars: usize) -> Result<(), String> {
        let outside = self.before.is_none_or(separates);
        self.take(stars);
        let inside = self
            .rest
            .chars()
            .next()
            .is_some_and(|c| !c.is_whitespace() && c != '*');
        (outside && inside).then_some(()).ok_or_else(|| {
            "an opening “*” stands after a space or punctuation, directly before a word: \
             put the whole word inside"
                .to_owned()
        })
    }

    fn closing_mark(&mut self, stars: usize) -> Result<(), String> {
        let inside = self.before.is_some_and(|c| !c.is_whitespace() && c != '*');
        self.take(stars);
        let outside = self.rest.chars().next().is_none_or(separates);
        (outside && inside).then_some(()).ok_or_else(|| {
            "a closing “*” stands directly after a word, before a space or punctuation: \
             put the whole word inside"
                .to_owned()
        })
    }

    fn link(&mut self) -> Result<Piece, String> {
        let unfinished = || "a link is written as [words](target)".to_owned();
        let (words, after) = self
            .rest
            .strip_prefix('[')
            .and_then(|r| r.split_once("]("))
            .ok_or_else(unfinished)?;
        let (target, _) = balanced(after).ok_or_else(unfinished)?;
        if words.is_empty()
            || words.trim() != words
            || words.contains([
                '*', '[', ']', '<', '>', '`', '_', '\\', '&', '\n', '\r', '\t', '~',
            ])
        {
            return Err("the words of a link are plain text".to_owned());
        }
        let piece = Piece::Link {
            text: words.to_owned(),
            target: parse_target(target)?,
        };
        self.take(1 + words.len() + 2 + target.len() + 1);
        Ok(piece)
    }

    fn citation(&mut self) -> Result<Piece, String> {
        let id = self
            .rest
            .strip_prefix("<source:")
            .and_then(|r| r.split_once('>'))
            .map(|(id, _)| id)
            .filter(|id| is_id(id))
            .ok_or("“<” only begins a citation, written as <source:id>")?;
        let len = "<source:".len() + id.len() + 1;
        let piece = Piece::Cite(id.to_owned());
        self.take(len);
        Ok(piece)
    }
}

/// The text up to the parenthesis that closes a link's target, and the rest.
/// DOIs contain pairs of parentheses; readers of CommonMark give up on deep nests.
fn balanced(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '(' if depth == 3 => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some((text.get(..at)?, text.get(at..)?)),
            ')' => depth -= 1,
            c if c.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

fn parse_target(target: &str) -> Result<Target, String> {
    if let Some(page) = target.strip_prefix("page:") {
        let (id, anchor) = match page.split_once('#') {
            Some((id, anchor)) => (id, Some(anchor)),
            None => (page, None),
        };
        let found = page_id(id).ok_or_else(|| format!("there is no page “{id}”"))?;
        if anchor.is_some_and(|anchor| !is_id(anchor)) {
            return Err(format!(
                "“#{}” is not a heading's id",
                anchor.unwrap_or_default()
            ));
        }
        Ok(Target::Page(found, anchor.map(str::to_owned)))
    } else if let Some(term) = target.strip_prefix("term:") {
        if !is_id(term) {
            return Err(format!("“{term}” is not a term's id"));
        }
        Ok(Target::Term(term.to_owned()))
    } else if is_web(target) {
        Ok(Target::Web(target.to_owned()))
    } else {
        Err(format!(
            "“{target}” is no target: use page:id, page:id#heading, term:id or https://…"
        ))
    }
}

/// Whether a text is an address that CommonMark takes as it stands: without
/// escapes, entities and whatever binds tighter than a link.
fn is_web(target: &str) -> bool {
    let host = target.strip_prefix("https://");
    host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()))
        && target.bytes().all(|b| b.is_ascii_graphic())
        && !target.contains(['\\', '<', '>', '`', '[', ']', '"'])
        && !(target.contains('&') && target.contains(';'))
}

/// Whether a text can be an id: lower-case letters, digits and single hyphens.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether CommonMark surely takes the character as white space or punctuation.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(
            c,
            '«' | '»' | '“' | '”' | '‘' | '’' | '،' | '؛' | '؟' | '…' | '–' | '—'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(s: &str) -> Piece {
        Piece::Text(s.to_owned())
    }

    #[test]
    fn what_is_read() {
        let check = |source: &str, expected: &[Piece]| {
            assert_eq!(parse(source).as_deref(), Ok(expected), "{source}");
        };
        check("Plain.", &[text("Plain.")]);
        check(
            "a **b** c",
            &[text("a "), Piece::Strong(vec![text("b")]), text(" c")],
        );
        check("*b*.", &[Piece::Emphasis(vec![text("b")]), text(".")]);
        check(
            "x<source:a-1>.",
            &[text("x"), Piece::Cite("a-1".into()), text(".")],
        );
        check(
            "**x<source:a>**",
            &[Piece::Strong(vec![text("x"), Piece::Cite("a".into())])],
        );
        check(
            "[w](page:iraq#who)",
            &[Piece::Link {
                text: "w".into(),
                target: Target::Page(PageId::Iraq, Some("who".into())),
            }],
        );
        check(
            "[d](https://doi.org/10.1016/S1470-2045(20)30599-4)",
            &[Piece::Link {
                text: "d".into(),
                target: Target::Web("https://doi.org/10.1016/S1470-2045(20)30599-4".into()),
            }],
        );
        check("2.5 mm", &[text("2.5 mm")]);
        check(
            "هذا **«مهم»**، نعم",
            &[
                text("هذا "),
                Piece::Strong(vec![text("«مهم»")]),
                text("، نعم"),
            ],
        );
    }

    #[test]
    fn what_is_refused() {
        for source in [
            "",
            " a",
            "a ",
            "a **b",
            "a *b",
            "***a***",
            "**a *b* c**",
            "و**كلمة**",
            "**كلمة**ها",
            "** a**",
            "[a](b)",
            "[a](page:nowhere)",
            "[a]",
            "[](page:iraq)",
            "[a](page:iraq",
            "[a](http://x.y)",
            "[*a*](page:iraq)",
            "<b>",
            "a < b",
            "a > b",
            "a & b",
            "a_b",
            "`a`",
            "a\\b",
            "a\nb",
            "- a",
            "* a",
            "1. a",
            "# a",
            "> a",
            "<source:A>",
            "<source:>",
            "[a](javascript:alert)",
            "]",
            "![a](page:iraq)",
            "[a](https://)",
            "[a](https://x.y/\\(z)",
            "[a](https://x.y?a&amp;b)",
            "[a](https://x.y/`b`)",
            "[a](https://x.y/((((z)))))",
            "[a](term:A b)",
            "[a](term:)",
            "[a\tb](page:iraq)",
        ] {
            assert!(
                parse(source).is_err(),
                "{source:?} was read as {:?}",
                parse(source)
            );
        }
    }
}
