//! A map from criteria to something.

use super::model::CriterionId;

/// A list sorted by criterion, each occurring once.
///
/// Not a `BTreeMap`, because at some dozens of criteria it is no faster and
/// costs several times the code in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByCriterion<T>(Vec<(CriterionId, T)>);

impl<T> Default for ByCriterion<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByCriterion<T> {
    /// Where the criterion is, or else where it would have to go.
    fn place(&self, criterion: &CriterionId) -> Result<usize, usize> {
        self.0.binary_search_by(|(key, _)| key.cmp(criterion))
    }

    pub(super) fn get(&self, criterion: &CriterionId) -> Option<&T> {
        let place = self.place(criterion).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    pub(super) fn set(&mut self, criterion: CriterionId, value: T) {
        match self.place(&criterion) {
            Ok(place) => {
                if let Some((_, old)) = self.0.get_mut(place) {
                    *old = value;
                }
            }
            Err(place) => self.0.insert(place, (criterion, value)),
        }
    }

    pub(super) fn remove(&mut self, criterion: &CriterionId) {
        if let Ok(place) = self.place(criterion) {
            self.0.remove(place);
        }
    }

    pub(super) fn as_slice(&self) -> &[(CriterionId, T)] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_sorted_and_unique() {
        let mut map = ByCriterion::default();
        for (criterion, value) in [("b", 1), ("a", 2), ("c", 3), ("b", 4)] {
            map.set(criterion.into(), value);
        }
        map.remove(&"c".into());
        map.remove(&"d".into());
        assert_eq!(map.as_slice(), [("a".into(), 2), ("b".into(), 4)]);
        assert_eq!(map.get(&"b".into()), Some(&4));
        assert_eq!(map.get(&"c".into()), None);
    }
}
