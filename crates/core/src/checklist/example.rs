//! The filled example that shows what the checklist does.

use super::model::{Answer, CriterionId, Rule};

/// The answers of one of the two example centres (`place` 0 or 1). They follow
/// a pattern, whatever the criteria are: the first centre has been asked most
/// questions, and meets most; the second is as good as far as it is known, but
/// misses an essential, and much is open.
pub(super) fn answers(rules: &[Rule], place: usize) -> Vec<(CriterionId, Answer)> {
    use Answer::{No, NotAsked, Partly, WouldNotSay, Yes};
    const FIRST: [Answer; 7] = [Yes, Yes, Partly, Yes, NotAsked, Yes, No];
    const SECOND: [Answer; 7] = [Yes, NotAsked, Yes, WouldNotSay, NotAsked, No, NotAsked];
    let pattern = if place == 0 { FIRST } else { SECOND };
    rules
        .iter()
        .zip(pattern.into_iter().cycle())
        .filter(|(_, answer)| *answer != NotAsked)
        .map(|(rule, answer)| (rule.id.clone(), answer))
        .collect()
}
