// Sending: a second after the last key, at most five while somebody goes on; one at a time per field.
const PAUSE = 1000;
const LONGEST = 5000;
const PATIENCE = 20000;
const AT_CLOSE = 60000; // what a browser still sends of pages that close, all together
const AT_WORK = 20000;

function plan(text) {
  clearTimeout(text.timer);
  const left = text.since + LONGEST - Date.now();
  tell(text, "saving");
  text.timer = setTimeout(() => send(text), Math.max(0, Math.min(PAUSE, left)));
}

function flush(text) {
  if (isConfirmed(text) || text.state === "conflict") return;
  clearTimeout(text.timer);
  send(text);
}

// The page may be gone in a moment: whatever is not confirmed is sent now.
function flushAll() {
  for (const text of page.texts.values()) {
    if (isConfirmed(text) || text.state === "conflict") continue;
    keepCopy(text);
    if (text.inFlight === null) flush(text);
    else if (text.inFlight !== text.text) put(text, text.text, text.inFlight).then((answer) => heard(text, answer));
  }
}

function retryAll(after) {
  for (const text of page.texts.values()) {
    if (isConfirmed(text)) continue;
    if (after === "permit" && text.state !== "expired") continue;
    text.tries = 0;
    flush(text);
  }
}

async function send(text) {
  if (text.inFlight !== null) return;
  while (text.waiting[0] === text.confirmed && text.waiting.length) text.waiting.shift();
  const value = text.waiting.shift() ?? text.text;
  if (value === text.confirmed && text.base === null) return;
  text.inFlight = value;
  const answer = await put(text, value, text.base);
  text.inFlight = null;
  heard(text, answer);
}

async function put(text, value, base) {
  text.sent.add(value);
  const shown = shownAt(text);
  const said = { text: value, seen: text.seen, field: shown ? shown.key : text.key };
  if (base !== null) said.base = base;
  const body = JSON.stringify(said);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(text.url, {
      method: "PUT", body, signal: stop.signal, keepalive: new Blob([body]).size < (document.hidden ? AT_CLOSE : AT_WORK), cache: "no-store",
      headers: { Authorization: `Bearer ${text.token}`, "Content-Type": "application/json" },
    });
    return { value, status: answer.status, said: await answer.json() };
  } catch {
    return { value, status: 0, said: {} };
  } finally {
    clearTimeout(timer);
  }
}

function heard(text, { value, status, said }) {
  if (status === 200) return saved(text, value, said);
  if (status === 409 && said.own && text.sent.has(said.text) && said.revision > text.seen) {
    text.seen = said.revision; // this field itself was first: its latest text goes on from there
    return send(text);
  }
  if (status === 409) return bothAreThere(text, said);
  text.said = said.sentence ?? "";
  if (status === 401) return askPermit(text);
  if (status === 0 || status >= 500) {
    text.base = value; // it may have been stored, unheard
    keepCopy(text);
    return tryLater(text, status ? "failed" : "offline");
  }
  if (text.away && !shownAt(text)) return bothAreThere(text, said);
  tell(text, "refused");
  offer(text);
}

function saved(text, value, said) {
  confirm(text, value, said.revision);
  text.time = said.saved;
  if (!isConfirmed(text) || text.waiting.length) {
    if (text.waiting.length || text.leaving || text.away) send(text);
    else plan(text);
    return;
  }
  tell(text, "saved");
  if (text.leaving) announceSaved(text);
  text.leaving = false;
  arrived(text, said);
}

function tryLater(text, state) {
  tell(text, state);
  text.tries += 1;
  clearTimeout(text.timer);
  text.timer = setTimeout(() => send(text), Math.min(30000, 1000 * 2 ** Math.min(text.tries, 5)));
}

// A permit that expired is renewed by a drawing, once a minute at most; the fields stay as they are.
function askPermit(text) {
  tell(text, "expired");
  if (Date.now() - (page.asked ?? 0) < 60000) return;
  page.asked = Date.now();
  page.told("renew", Date.now());
}
