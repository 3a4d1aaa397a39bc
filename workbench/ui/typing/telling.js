// What the line at a field says of its text: quiet while all is well, honest when it is not.
function tell(text, state) {
  const before = text.state;
  text.state = state;
  showLine(text);
  if (state !== before && !["", "saving", "saved"].includes(state)) announce(line(text));
}

function announceSaved(text) {
  if (text.state === "saved") announce(line(text));
}

function line(text) {
  const words = page.data.words;
  if (text.state === "saved") return text.time ? words.saved.replace("{time}", clock(text.time)) : "";
  if (text.state === "conflict" && page.data.open.includes(text.address)) return ""; // both are in sight
  if (text.state === "conflict") return words.conflict.replace("{person}", text.by ?? "");
  if (text.copied === false && text.state !== "saving") return words.no_copy;
  if (text.state === "failed" && text.said) return text.said;
  if (text.state === "refused") return `${words.refused} ${text.said}`.trim();
  return words[text.state === "failed" ? "refused" : text.state] ?? "";
}

function showLine(text) {
  const place = lineOf(text);
  if (!place || (text.away && hasSuccessor(text))) return;
  if (place.dataset.was === undefined) place.dataset.was = place.textContent;
  if (text.state === "saved") place.dataset.was = line(text) || place.dataset.was;
  const first = speaker(text);
  const said = line(first) || place.dataset.was;
  if (place.dataset.state !== first.state) place.dataset.state = first.state;
  if (place.textContent !== said) place.textContent = said;
}

// Of several texts with one line the latest that has something to say speaks for all: two that each
// put their own words there would answer one another for ever (see tellAgain).
function speaker(text) {
  const same = [...page.texts.values()].filter((one) => one.about === text.about && !(one.away && hasSuccessor(one)));
  return same.filter((one) => !["", "saved"].includes(one.state) && line(one)).at(-1) ?? text;
}

function lineOf(text) {
  return text.about && document.getElementById(text.about)?.querySelector(".when");
}

function hasSuccessor(text) {
  return [...page.texts.values()].some((now) => !now.away && now.about === text.about);
}

function tellAgain() {
  for (const text of page.texts.values()) if (text.state && text.state !== "saved") showLine(text);
}

function clock(time) {
  const day = new Date(time);
  const hours = day.toLocaleTimeString("nl", { hour: "2-digit", minute: "2-digit" });
  if (day.toDateString() === new Date().toDateString()) return hours;
  return `${day.toLocaleDateString(page.data.language, { day: "numeric", month: "short" })} ${hours}`;
}

// One place for the ear: what went wrong, and that a field was saved when it is left. Never per key.
function announce(said) {
  let ear = document.getElementById("typing-ear");
  if (!ear) {
    ear = Object.assign(document.createElement("p"), { id: "typing-ear", className: "for-ear" });
    ear.setAttribute("role", "status");
    document.body.append(ear);
  }
  ear.textContent = said;
}
