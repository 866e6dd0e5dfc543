//! The words after a command's name.

/// Words that have not been looked at yet.
pub(crate) struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    pub(crate) fn new(words: impl Iterator<Item = String>) -> Self {
        Self {
            words: words.collect(),
        }
    }

    /// The first word.
    pub(crate) fn next(&mut self) -> Option<String> {
        (!self.words.is_empty()).then(|| self.words.remove(0))
    }

    /// Whether `name` was among the words.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() != before
    }

    /// The number after `--port`, or the usual port.
    pub(crate) fn port(&mut self) -> Result<u16, String> {
        let Some(at) = self.words.iter().position(|word| word == "--port") else {
            return Ok(8080);
        };
        self.words.remove(at);
        if at >= self.words.len() {
            return Err("`--port` wants a number".to_owned());
        }
        let number = self.words.remove(at);
        number.parse().map_err(|_| format!("`{number}` is no port"))
    }

    /// Fails on words that nobody asked for.
    pub(crate) fn end(&self) -> Result<(), String> {
        match self.words.first() {
            Some(word) => Err(format!("`{word}` is not understood here")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(text: &str) -> Arguments {
        Arguments::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn words_in_any_order() {
        let mut words = arguments("serve --no-build --port 90");
        assert_eq!(words.next().as_deref(), Some("serve"));
        assert_eq!(words.port(), Ok(90));
        assert!(words.flag("--no-build"));
        assert!(!words.flag("--no-build"));
        assert_eq!(words.end(), Ok(()));
        assert_eq!(words.next(), None);
    }

    #[test]
    fn mistakes_are_told() {
        assert!(arguments("--port").port().is_err());
        assert!(arguments("--port x").port().is_err());
        assert!(arguments("--prot 1").end().is_err());
    }
}
