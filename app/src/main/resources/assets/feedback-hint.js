// What in an English comment may point at who wrote it, and the same text without. Pure: takes text, gives
// text; asks no server and keeps nothing. It finds what one would look for first, not everything, and is
// wrong at times: whoever writes decides.

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const CAPITAL = "\\p{Lu}[\\p{L}\\p{N}’'-]*";
const WORK = "(?:outage|launch|project|migration|release|workshop|incident|offsite|review|deal|account|rollout|audit|hackathon|demo|tender|contract)";

const BEFORE = ["on", "since", "until", "by", "at", "in", "from", "around", "last", "this", "next"]
  .map((word) => `[${word[0].toUpperCase()}${word[0]}]${word.slice(1)}`).join("|");

// In this order: what an earlier one found is not looked at again.
const RULES = [
  ["quote", /[“"„«][^“”„"«»]{8,}[”"»]/gu],
  ["role", new RegExp("\\b(?:[Aa]s|[Bb]eing) (?:the only|your|her|his|their|a former|the former)(?! own\\b)(?: [\\p{Ll}-]+){1,3}|\\b(?:[Aa]s|[Ll]ike|[Ww]hen) I (?:told|said|wrote|mentioned|reminded)(?: (?:to )?(?:you|her|him|them))?|\\b[Ii]n (?:my|our)(?: last)? (?:1:1|one-on-one)s?\\b", "gu")],
  ["date", new RegExp(`(?:\\b(?:${BEFORE}) )*(?:\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?: \\d{4})?|\\b${MONTH} \\d{1,2}\\b(?:, \\d{4})?|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b${DAY}s?\\b|\\byesterday\\b|\\b(?:\\d{1,2}|${HOUR}) o[’']clock\\b|\\b\\d{1,2}:\\d\\d\\b(?: ?[ap]m\\b)?|\\b\\d{1,2} ?[ap]m\\b)`, "gu")],
  ["date", new RegExp(`\\b(?:${BEFORE}) ${MONTH}\\b(?: \\d{4})?`, "gu")],
  ["work", new RegExp(`(?:\\b(?:the|our|that|this) )?\\b${CAPITAL}(?: ${CAPITAL})* ${WORK}\\b`, "gu")],
  ["work", /\b[\p{Lu}]{2,}[\p{Lu}\p{N}-]*\d[\p{N}-]*\b|(?:\b(?:project|ticket|account) )#?\d+\b/gu],
  ["place", new RegExp(`(?<=[\\p{L},;] )(?:in|from|at|near) (?:the )?${CAPITAL}(?: ${CAPITAL})*(?: office| site| plant)?`, "gu")],
  ["name", new RegExp(`(?<=[\\p{Ll}\\p{N},;:] )${CAPITAL}(?: ${CAPITAL})*(?:[’']s)?`, "gu")],
];

/** Words with a capital that point at nobody. */
const PLAIN = new Set(["I", "I’m", "I'm", "I’d", "I'd", "I’ve", "I've", "I’ll", "I'll", "English", "OK", "API", "URL", "PDF", "CEO", "HR", "IT", "QA", "UX", "KPI", "OKR"]);

/**
 * @param text of a comment
 * @param about whom: that name points at nobody else
 * @returns findings in the order of the text: where, what, and of which kind
 */
export function found(text, about = "") {
  const known = new Set(about.split(/\s+/).flatMap((name) => [name, `${name}’s`, `${name}'s`]));
  const findings = [];
  for (const [kind, pattern] of RULES) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const words = match[0].split(" ");
      if (kind === "name" && words.every((word) => PLAIN.has(word) || known.has(word))) continue;
      if (findings.some((each) => from < each.to && each.from < to)) continue;
      findings.push({ from, to, text: match[0].replace(/^[“"„«]|[”"»]$/gu, ""), kind });
    }
  }
  return findings.sort((one, other) => one.from - other.from);
}

/** The text with something general in the place of each finding. */
export function without(text, findings, instead) {
  let version = "";
  let done = 0;
  for (const { from, to, kind } of findings) {
    let general = instead[kind];
    const owner = kind === "name" && /[’']s$/u.test(text.slice(from, to));
    if (owner) general += "’s";
    if (from === 0 || /[.!?]\s+$/u.test(text.slice(0, from))) general = general[0].toUpperCase() + general.slice(1);
    version += text.slice(done, from) + general;
    done = to;
  }
  return version + text.slice(done);
}
