//! Ways to spoil an answer, and a few that keep its meaning.

use serde_json::{Map, Value, json};

use worlds::{Dice, Seeded};

use crate::case::{Case, signature};

pub(crate) struct Spoiled {
    pub(crate) text: String,
    pub(crate) how: &'static str,
    /// It means the same as before.
    pub(crate) is_harmless: bool,
}

type Change = fn(&mut Map<String, Value>, &mut Seeded);
type Scribble = fn(String, &mut Seeded) -> String;

/// Changes of values. The answer is signed before or after, so that the signature is stale or valid.
const CHANGES: &[(&str, Change)] = &[
    ("value replaced", replace_value),
    ("values swapped", swap_values),
    ("field dropped", drop_field),
    ("field added", add_field),
    ("value nested", nest_value),
    ("number respelled", respell),
];

/// Changes of the text itself.
const SCRIBBLES: &[(&str, Scribble)] = &[
    ("bits flipped", flip_bits),
    ("characters replaced", replace_characters),
    ("truncated", truncate),
    ("name doubled", double_name),
    ("spliced with another", splice),
    ("wrapped", wrap),
    ("random text", random_text),
];

const HARMLESS: &[(&str, Scribble)] = &[
    ("as it was", |text, _| text),
    ("spaces between", spaced),
    ("letters escaped", escaped),
    ("members reordered", reordered),
];

pub(crate) fn spoil(case: &Case, random: &mut Seeded) -> Spoiled {
    let is_success = !random.one_in(4);
    let Value::Object(mut answer) = if is_success { &case.success } else { &case.failure }.clone() else {
        panic!("an answer is an object");
    };
    if random.one_in(4) {
        sign(&mut answer);
        let (how, scribble) = random.pick(HARMLESS);
        let text = scribble(Value::Object(answer).to_string(), random);
        return Spoiled {
            text,
            how,
            is_harmless: is_success,
        };
    }
    if random.one_in(2) {
        let (how, change) = random.pick(CHANGES);
        let is_signed_before = random.one_in(2);
        if is_signed_before {
            sign(&mut answer);
        }
        for _ in 0..=random.below(3) {
            change(&mut answer, random);
        }
        if !is_signed_before {
            sign(&mut answer);
        }
        return Spoiled {
            text: Value::Object(answer).to_string(),
            how,
            is_harmless: false,
        };
    }
    sign(&mut answer);
    let (how, scribble) = random.pick(SCRIBBLES);
    Spoiled {
        text: scribble(Value::Object(answer).to_string(), random),
        how,
        is_harmless: false,
    }
}

/// Signs the answer as it now is, as iyzico would.
fn sign(answer: &mut Map<String, Value>) {
    let text = |name: &str| match answer.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let price = text("price");
    let price = if price.contains('.') {
        price.trim_end_matches('0').trim_end_matches('.')
    } else {
        &price
    };
    let signed = [&text("paymentId"), price, &text("currency"), &text("conversationId")]
        .map(ToOwned::to_owned)
        .join(":");
    answer.insert("signature".to_owned(), json!(signature(&signed)));
}

fn name(answer: &Map<String, Value>, random: &mut Seeded) -> Option<String> {
    let names: Vec<_> = answer.keys().cloned().collect();
    (!names.is_empty()).then(|| names[random.below(names.len())].clone())
}

fn replace_value(answer: &mut Map<String, Value>, random: &mut Seeded) {
    if let Some(name) = name(answer, random) {
        let value = any_value(random);
        answer.insert(name, value);
    }
}

fn swap_values(answer: &mut Map<String, Value>, random: &mut Seeded) {
    if let (Some(a), Some(b)) = (name(answer, random), name(answer, random)) {
        let (left, right) = (answer[&a].clone(), answer[&b].clone());
        answer.insert(a, right);
        answer.insert(b, left);
    }
}

fn drop_field(answer: &mut Map<String, Value>, random: &mut Seeded) {
    if let Some(name) = name(answer, random) {
        answer.remove(&name);
    }
}

fn add_field(answer: &mut Map<String, Value>, random: &mut Seeded) {
    let name = random.pick(&[
        "error",
        "errorCode",
        "status ",
        "Status",
        "payments",
        "signature",
        "price",
        "",
        "__proto__",
    ]);
    let value = any_value(random);
    answer.insert(name.to_owned(), value);
}

fn nest_value(answer: &mut Map<String, Value>, random: &mut Seeded) {
    if let Some(name) = name(answer, random) {
        let mut value = answer[&name].clone();
        for _ in 0..=random.below(40) {
            value = if random.one_in(2) {
                json!([value])
            } else {
                json!({ "status": value })
            };
        }
        answer.insert(name, value);
    }
}

fn respell(answer: &mut Map<String, Value>, random: &mut Seeded) {
    let Some(name) = name(answer, random) else { return };
    let text = match &answer[&name] {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return,
    };
    let spelled = match random.below(8) {
        0 => format!("{text}.0"),
        1 => format!("{text}0e-1"),
        2 => format!("{text}.00000000"),
        3 => format!("-{text}"),
        4 => format!("{text}E+0"),
        5 => format!("{text}1"),
        6 => format!("{text}e-99999999999"),
        _ => text,
    };
    let number = serde_json::from_str(&spelled).ok().filter(|_| random.one_in(2));
    answer.insert(name, number.unwrap_or_else(|| json!(spelled)));
}

fn any_value(random: &mut Seeded) -> Value {
    let values = [
        "null",
        "true",
        "[]",
        "{}",
        "0",
        "5",
        "19.90",
        "-5",
        "0E-8",
        "5e0",
        "25180188",
        "27169345",
        "\"25180188\"",
        "\"27169345\"",
        "\"TRY\"",
        "\"EUR\"",
        "\"c-1\"",
        "\"c-2\"",
        "\"\"",
        "\"success\"",
        "\"SUCCESS\"",
        "\"failure\"",
        "\"5:TRY\"",
        "\"25180188:5\"",
        "\"REF-REFUND-001\"",
        "\"PAY-9876543\"",
        "\"P00134\"",
        "\"10219\"",
        "10220",
        "9007199254740993",
        "1e999",
        "123456789012345678901234567890.123456789",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "[{\"paymentId\":\"25180188\",\"itemTransactions\":[{\"paymentTransactionId\":\"27169345\",\"refunds\":[{\"refundPrice\":5,\"refundConversationId\":\"c-1\",\"refundStatus\":1}]}]}]",
    ];
    serde_json::from_str(random.pick::<&str>(&values)).expect("JSON")
}

fn flip_bits(text: String, random: &mut Seeded) -> String {
    let mut bytes = text.into_bytes();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len());
        bytes[at] ^= 1 << random.below(8);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn replace_characters(text: String, random: &mut Seeded) -> String {
    let mut letters: Vec<_> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let at = random.below(letters.len());
        letters[at] = random.pick(&[
            '0', '5', '9', '"', '\\', ',', ':', '{', '}', '[', ']', ' ', 'e', '-', '.', '\0', 'ş', '\u{feff}',
        ]);
    }
    letters.into_iter().collect()
}

fn truncate(text: String, random: &mut Seeded) -> String {
    let length = random.below(text.chars().count());
    text.chars().take(length).collect()
}

/// Adds a duplicate name with another value, in front or at the end.
fn double_name(text: String, random: &mut Seeded) -> String {
    let name = random.pick(&[
        "status",
        "price",
        "paymentId",
        "conversationId",
        "signature",
        "errorCode",
        "systemTime",
    ]);
    let member = format!("\"{name}\":{}", any_value(random));
    match random.one_in(2) {
        true => text.replacen('{', &format!("{{{member},"), 1),
        false => format!("{},{member}}}", &text[..text.len() - 1]),
    }
}

fn splice(text: String, random: &mut Seeded) -> String {
    let other = r#"{"status":"success","paymentId":"10844367","price":1.2,"currency":"TRY","conversationId":"c-9"}"#;
    let head: String = text.chars().take(random.below(text.len())).collect();
    let from = random.below(other.len());
    head + &other[from..]
}

fn wrap(text: String, random: &mut Seeded) -> String {
    let depth = if random.one_in(8) { 30_000 } else { 1 + random.below(80) };
    match random.below(5) {
        0 => format!("{}{text}{}", "[".repeat(depth), "]".repeat(depth)),
        1 => format!("{}{text}{}", "{\"status\":".repeat(depth), "}".repeat(depth)),
        2 => format!("{text}{text}"),
        3 => format!("<html>{text}</html>"),
        _ => json!(text).to_string(),
    }
}

fn random_text(_: String, random: &mut Seeded) -> String {
    let length = random.below(300);
    let is_json_like = random.one_in(2);
    (0..length)
        .map(|_| match is_json_like {
            true => random.pick(&[
                '{', '}', '[', ']', '"', ':', ',', '1', '.', 'e', '-', 't', 'r', 'u', 'n', 'l', ' ', '\\',
            ]),
            false => char::from_u32(u32::try_from(random.below(0x11_0000)).expect("small")).unwrap_or('\u{fffd}'),
        })
        .collect()
}

fn spaced(text: String, random: &mut Seeded) -> String {
    let space = random.pick(&[" ", "\n", "\t", "\r\n  "]);
    let mut spaced = space.to_owned();
    let mut is_within_text = false;
    for letter in text.chars() {
        is_within_text ^= letter == '"';
        spaced.push(letter);
        if !is_within_text && "{},:".contains(letter) {
            spaced += space;
        }
    }
    spaced
}

fn escaped(text: String, random: &mut Seeded) -> String {
    let digits = random.one_in(2);
    let mut is_within_text = false;
    let mut escaped = String::new();
    for letter in text.chars() {
        is_within_text ^= letter == '"';
        let is_chosen = if digits {
            letter.is_ascii_digit()
        } else {
            letter.is_alphabetic()
        };
        if is_within_text && is_chosen {
            escaped += &format!("\\u{:04x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

fn reordered(text: String, random: &mut Seeded) -> String {
    let Ok(Value::Object(answer)) = serde_json::from_str(&text) else {
        return text;
    };
    let mut members: Vec<_> = answer
        .iter()
        .map(|(name, value)| format!("{}:{value}", json!(name)))
        .collect();
    for at in (1..members.len()).rev() {
        members.swap(at, random.below(at + 1));
    }
    format!("{{{}}}", members.join(","))
}
