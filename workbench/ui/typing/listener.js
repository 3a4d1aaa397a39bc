// Saves what somebody types while they type, past Streamlit: no drawing, no lost focus (decision 0010).
// The server says on every drawing which text fields stand on the page; the other files of this folder
// know the fields (texts), keep a copy in this browser (copies), send (sending), tell (telling),
// bring back what was not saved (returning), keep what is no answer yet (drafts), and see to it when
// somebody goes (leaving).
const page = {
  data: { fields: [], open: [], words: {} },
  told: null, // hands something to the server by a drawing
  texts: new Map(), // by the key of the widget
  started: false,
};

export default function ({ data, setTriggerValue }) {
  const before = page.data;
  page.told = setTriggerValue;
  page.data = data;
  if (!page.started) start();
  if (before.session !== data.session) forgetOffers(); // the server was started anew
  if (before.who !== data.who || before.programme !== data.programme) turnTo(data);
  take(data);
  takeDrafts(data);
  if (before.token !== data.token) retryAll("permit");
}

function start() {
  page.started = true;
  document.addEventListener("input", (event) => typedIn(event.target), true);
  document.addEventListener("input", (event) => draftedIn(event.target), true);
  document.addEventListener("focusout", (event) => leftField(event.target), true);
  document.addEventListener("click", holdClick, true);
  document.addEventListener("visibilitychange", () => document.hidden && flushAll());
  window.addEventListener("pagehide", flushAll);
  window.addEventListener("online", () => retryAll("connection"));
  const all = { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] };
  new MutationObserver(drawn).observe(document.body, all);
}

// A drawing may have put its own line back over ours, and may bring a field with a draft.
function drawn() {
  tellAgain();
  showDrafts();
  showLate();
  keepOpen();
}

// Without a server Streamlit closes every field, and the next keys would go nowhere. Here they have
// somewhere to go: the copy in this browser.
function keepOpen() {
  for (const field of [...page.texts.values(), ...drafting.values()]) {
    const place = field.away ? null : placeOf(field);
    if (place?.disabled) place.disabled = false;
  }
}

// Another person or another programme: what is not saved yet goes on being sent with its own permit.
function turnTo(data) {
  flushAll();
  for (const [key, text] of page.texts) if (isConfirmed(text)) page.texts.delete(key);
  if (data.who && data.programme) bringBack();
}
