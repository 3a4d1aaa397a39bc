// What is typed in a field that is no answer yet, such as the name of a new item or a reason: it
// stays in this browser until it was used, and until then it stands in its field again.
const DRAFT = "werkbank.draft/";
let drafting = new Map(); // the fields of this drawing, by the key of the widget

function takeDrafts({ drafts = [], used = [] }) {
  for (const name of drawer().filter((name) => name.startsWith(DRAFT))) {
    const kept = readDraft(name);
    const old = !kept || Date.now() - kept.time > DAYS * 86400000;
    if (old || used.includes(kept.key)) localStorage.removeItem(name);
  }
  drafting = new Map(drafts.map((field) => [field.key, drafting.get(field.key) ?? { ...field, shown: false }]));
  showDrafts();
}

function draftedIn(place) {
  const box = place instanceof Element && place.matches("input, textarea") && place.closest('[class*="st-key-"]');
  const field = box && [...drafting.values()].find((one) => box.classList.contains(one.css));
  if (!field) return;
  field.shown = true;
  try {
    const kept = JSON.stringify({ key: field.key, text: place.value, time: Date.now() });
    if (place.value === field.begin) localStorage.removeItem(draftOf(field));
    else localStorage.setItem(draftOf(field), kept);
  } catch {
    // this browser keeps nothing, or is full
  }
}

// A drawing comes in pieces: a field may be there only some changes of the page later.
function showDrafts() {
  for (const field of drafting.values()) {
    const place = field.shown ? null : placeOf(field);
    if (!place) continue;
    field.shown = true;
    const kept = readDraft(draftOf(field));
    if (!kept || place.value !== field.begin || place === document.activeElement) continue;
    fill(place, kept.text);
    place.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // Streamlit hears it only so
  }
}

function draftOf(field) {
  return `${DRAFT}${page.data.who}/${field.name}`;
}

function readDraft(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null");
    return typeof kept?.text === "string" ? kept : null;
  } catch {
    return null; // it is not one of ours, or this browser keeps nothing
  }
}
