//! Random checklists with everything that one can hold.
#![allow(dead_code, reason = "not every test uses everything")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::checklist::{
    Answer, Checklist, CriterionId, Currency, Fact, Importance, Rule, WhoSaid, restore,
};
use serde_json::{Map, Value, json};

/// The criteria of content in these tests.
pub(crate) const CONTENT: [&str; 9] = [
    "specialised-centre",
    "surgeon-training",
    "operations-done",
    "mdt-decides",
    "intensive-care",
    "care-near-home",
    "own-language",
    "written-estimate",
    "waiting-time",
];

/// Criteria that documents speak of and content doesn't have.
const OTHERS: [&str; 5] = [
    "gone-from-content",
    "\"odd\\one\"",
    "own-0000002a",
    "own-ffffffff",
    "own-thing",
];

/// The same numbers in every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed)
    }

    pub(crate) fn next(&mut self) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap()
    }

    pub(crate) fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.next()).unwrap() % below
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub(crate) fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

pub(crate) fn rules_of(ids: &[&str]) -> Vec<Rule> {
    let rule = |(place, id): (usize, &&str)| Rule {
        id: CriterionId::from(*id),
        importance: Importance::ALL[place % 3],
    };
    ids.iter().enumerate().map(rule).collect()
}

pub(crate) fn rules() -> Vec<Rule> {
    rules_of(&CONTENT)
}

/// A text as people type it, with now and then any character there is.
pub(crate) fn text(random: &mut Random) -> String {
    const PIECES: [&str; 16] = [
        "Hospital ",
        "Dr. A, 40 a year ",
        "+964 770 000 0000 ",
        "مستشفى الأمل ",
        "قالوا: «٤٠ عملية»؟ ",
        "مُسْتَشْفًى ـ ",
        "نەخۆشخانە\u{200c}ی ھیوا ",
        "ڕۆژی چوارشەممە، گ ێ ڵ ڤ ",
        "👩\u{200d}⚕\u{fe0f}🇮🇶",
        "\n",
        "<b onclick='x'>&amp;</b>",
        "\"\\/,;{}",
        "=1+1 ",
        "no",
        "لا",
        "نا",
    ];
    let mut text = String::new();
    for _ in 0..random.below(5) {
        if random.once_in(12) {
            text.extend(char::from_u32(random.next() % 0x11_0000));
        } else {
            text.push_str(random.pick(&PIECES[..]));
        }
    }
    if random.once_in(60) {
        text = text.repeat(40);
    }
    text
}

fn date(random: &mut Random) -> String {
    let years = [
        "2026", "2026", "2026", "2025", "0000", "1999", "2175", "2200", "9999",
    ];
    let year = random.pick(&years);
    let days = random.pick(&[3, 28]);
    let (month, day) = (1 + random.below(12), 1 + random.below(days));
    format!("{year}-{month:02}-{day:02}")
}

fn reply(random: &mut Random, fields: &mut Map<String, Value>) {
    let answer = random.pick(&Answer::ALL).code();
    fields.insert("answer".into(), answer.into());
    if random.once_in(3) {
        fields.insert("note".into(), text(random).into());
    }
    if random.once_in(3) {
        let who = random.pick(&WhoSaid::ALL).code();
        fields.insert("who".into(), who.into());
    }
    if !random.once_in(3) {
        fields.insert("on".into(), date(random).into());
    }
}

fn criterion(random: &mut Random) -> &'static str {
    if random.once_in(4) {
        random.pick(&OTHERS)
    } else {
        random.pick(&CONTENT)
    }
}

fn criteria(random: &mut Random) -> Value {
    (0..random.below(5)).map(|_| criterion(random)).collect()
}

/// A document. Ids come from few, so that two documents meet.
pub(crate) fn checklist(random: &mut Random) -> Checklist {
    let mut centres = Vec::new();
    for _ in 0..random.below(5) {
        let mut answers = Vec::new();
        for _ in 0..random.below(8) {
            let mut fields = Map::new();
            fields.insert("criterion".into(), criterion(random).into());
            reply(random, &mut fields);
            if random.once_in(6) {
                let mut other = Map::new();
                reply(random, &mut other);
                fields.insert("other".into(), other.into());
            }
            answers.push(Value::Object(fields));
        }
        let id = match random.below(8) {
            7 => random.next().max(1),
            few => u32::try_from(few + 1).unwrap(),
        };
        let name = ["Hospital ", &text(random)].concat();
        let mut fields = Map::new();
        fields.insert("id".into(), id.into());
        fields.insert("name".into(), name.into());
        fields.insert("answers".into(), answers.into());
        for fact in Fact::ALL {
            if random.once_in(3) {
                fields.insert(fact.code().into(), text(random).into());
            }
        }
        if random.once_in(3) {
            fields.insert("appointment".into(), date(random).into());
        }
        let mut costs = Vec::new();
        for id in 1..random.below(5) {
            let mut line = Map::new();
            line.insert("id".into(), id.into());
            line.insert("what".into(), text(random).into());
            let currency = random.pick(&Currency::ALL).code();
            line.insert("currency".into(), currency.into());
            if !random.once_in(3) {
                let amount = random.pick(&[0_u64, 9, 200, 12_345_678, 1_000_000_000_000]);
                line.insert("amount".into(), amount.into());
            }
            costs.push(Value::Object(line));
        }
        fields.insert("costs".into(), costs.into());
        if random.once_in(3) {
            fields.insert("card".into(), criteria(random));
        }
        if random.once_in(8) {
            fields.insert("example".into(), true.into());
        }
        centres.push(Value::Object(fields));
    }
    let importance: Vec<_> = (0..random.below(4))
        .map(|_| {
            let importance = random.pick(&Importance::ALL).code();
            json!({"criterion": criterion(random), "importance": importance})
        })
        .collect();
    let own: Vec<_> = (0..random.below(3))
        .map(|_| {
            let kind = random.pick(&["criterion", "question"]);
            let id = random.pick(&OTHERS[2..]);
            let text = ["Q ", &text(random)].concat();
            json!({"id": id, "kind": kind, "text": text})
        })
        .collect();
    let mut decision = Map::new();
    match random.below(4) {
        0 => drop(decision.insert("choice".into(), "none".into())),
        1 if !centres.is_empty() => {
            let choice = centres[random.below(centres.len())]["id"].clone();
            decision.insert("choice".into(), choice);
        }
        _ => {}
    }
    for field in ["why", "next"] {
        if random.once_in(3) {
            decision.insert(field.into(), text(random).into());
        }
    }
    if random.once_in(4) {
        let standings: Vec<_> = (0..random.below(4))
            .map(|_| {
                let name = match (random.once_in(3), centres.is_empty()) {
                    (false, false) => centres[random.below(centres.len())]["name"].clone(),
                    _ => ["Then ", &text(random)].concat().into(),
                };
                let mut standing = json!({
                    "name": name,
                    "answered": random.below(30),
                    "of": random.pick(&[0, 28, 300, u32::MAX]),
                    "unmet": criteria(random),
                    "open": criteria(random),
                });
                if random.once_in(2) {
                    standing["low"] = random.below(40).into();
                    standing["high"] = (40 + random.below(61)).into();
                }
                standing
            })
            .collect();
        decision.insert(
            "record".into(),
            json!({"on": date(random), "standings": standings}),
        );
    }
    let document = json!({
        "centres": centres, "importance": importance, "own": own, "decision": decision,
    });
    let envelope = json!({"format": "hipec-checklist", "version": 2, "document": document});
    // What is wrong in it is put right: it is the result that counts.
    restore(envelope.to_string().as_bytes()).unwrap().0
}
