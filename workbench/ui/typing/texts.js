// The text fields on the page: what stands in each, what the server has confirmed, and since when.

// Takes over which fields a drawing put on the page, and what the store holds of them.
function take(data) {
  const keys = new Set(data.fields.map((field) => field.key));
  for (const field of data.fields) {
    const known = page.texts.get(field.key);
    if (known) goOn(known, field);
    else begin(field);
  }
  for (const text of [...page.texts.values()]) {
    if (!keys.has(text.key) && !text.away) goAway(text);
    if (text.away && isConfirmed(text)) page.texts.delete(text.key);
    else if (text.away) flush(text);
  }
  settleDecided(data.open);
}

function begin(field) {
  const text = {
    ...field, who: page.data.who, programme: page.data.programme, token: page.data.token,
    text: field.stored, confirmed: field.stored, sent: new Set([field.stored]), waiting: [],
    inFlight: null, base: null, tries: 0, timer: 0, since: 0, away: false, state: "",
  };
  page.texts.set(field.key, text);
  setTimeout(() => typedEarly(text), 400);
}

function goOn(text, field) {
  const { stored, seen } = field;
  Object.assign(text, { css: field.css, about: field.about, token: page.data.token, away: false });
  text.seen = Math.max(text.seen, seen);
  if (stored === text.text) confirm(text, stored, text.seen);
  if (text.state && isConfirmed(text)) tell(text, ""); // the drawing says when it was saved
}

// The line at the question belongs to the field that took its place, if one did.
function goAway(text) {
  text.away = true;
  const line = lineOf(text);
  if (line?.dataset.was !== undefined) line.textContent = line.dataset.was;
}

// What was typed before this listener was there.
function typedEarly(text) {
  const place = placeOf(text);
  if (place && place.value && place.value !== text.stored && isConfirmed(text) && !text.since) typed(text, place.value);
}

function typedIn(place) {
  const text = textOf(place);
  if (text && place.value !== text.text) typed(text, place.value);
}

function typed(text, value) {
  text.text = value;
  page.focus = { url: text.url, time: Date.now() };
  if (value === text.confirmed && text.inFlight === null) {
    clearTimeout(text.timer);
    dropCopy(text);
    return tell(text, "");
  }
  text.since ||= Date.now();
  text.fresh = true;
  keepCopy(text);
  if (text.state !== "conflict" && text.tries === 0) plan(text); // else it is tried again soon
}

function leftField(place) {
  const text = textOf(place);
  if (!text) return;
  if (text.fresh) page.left = Date.now();
  text.handed = text.fresh; // Streamlit takes it from here as well
  text.fresh = false;
  text.leaving = true;
  if (text.inFlight !== null && !isConfirmed(text)) text.waiting.push(text.text);
  flush(text);
  if (isConfirmed(text)) announceSaved(text);
}

function confirm(text, value, revision) {
  if (revision < text.seen) return;
  text.seen = revision;
  text.confirmed = value;
  text.base = null;
  text.tries = 0;
  text.since = isConfirmed(text) ? 0 : Date.now();
  if (!isConfirmed(text)) return keepCopy(text);
  clearTimeout(text.timer);
  dropCopy(text);
}

function isConfirmed(text) {
  return text.text === text.confirmed;
}

function textOf(place) {
  if (!(place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement)) return null;
  const box = place.closest('[class*="st-key-answer-"], [class*="st-key-note-"]');
  return box && [...page.texts.values()].find((text) => !text.away && box.classList.contains(text.css));
}

function placeOf(text) {
  return document.querySelector(`.${text.css} textarea, .${text.css} input`);
}

// Puts a text in a field as if it was typed there; its caret too, if somebody was typing it just now.
function show(text, value) {
  const place = placeOf(text);
  text.text = value;
  text.unshown = place ? null : value;
  if (!place) return;
  fill(place, value);
  const typing = page.focus?.url === text.url && Date.now() - page.focus.time < 60000;
  if (!typing || document.activeElement !== document.body) return;
  place.focus({ preventScroll: true });
  place.setSelectionRange(value.length, value.length);
}

// A field behind a button that was closed comes on the page with what the last drawing knew of it.
function showLate() {
  for (const text of page.texts.values()) {
    const place = (text.unshown ?? null) === null ? null : placeOf(text);
    if (!place) continue;
    if (text.unshown === text.text) fill(place, text.unshown);
    text.unshown = null;
  }
}

function fill(place, value) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(place), "value").set.call(place, value);
  place.dispatchEvent(new Event("input", { bubbles: true }));
}
