// What was not saved comes back: by itself if nobody changed the answer since, else beside the other.
async function bringBack() {
  const { who, programme } = page.data;
  const alive = await aliveTabs();
  if (page.data.who !== who || page.data.programme !== programme) return;
  for (const [key, copy] of copies()) {
    if (page.texts.has(key) || alive.has(copy.tab)) continue;
    if (wasThere(copy)) {
      localStorage.removeItem(nameOf({ who, programme, key }));
      continue;
    }
    const text = {
      ...copy, key, css: "", stored: null, who, programme, token: page.data.token,
      confirmed: null, sent: new Set([copy.base]), waiting: [], inFlight: null,
      tries: 0, timer: 0, since: copy.time, away: true, copied: true, state: "",
    };
    page.texts.set(key, text);
    send(text);
  }
}

// Whether a field on the page was drawn with this very text, or sent it itself: then it is stored.
function wasThere({ url, text }) {
  return [...page.texts.values()].some((now) => !now.away && now.url === url && now.sent.has(text));
}

// The field that shows an answer now, while nobody has typed in it.
function shownAt(text) {
  if (!text.away) return null;
  return [...page.texts.values()].find((now) => !now.away && now.url === text.url && now.text === now.stored && isConfirmed(now));
}

// A text that was saved after its field had gone is shown in the field that took its place.
function arrived(text, said) {
  if (!text.away) return;
  const now = shownAt(text);
  page.texts.delete(text.key);
  if (!now) return;
  now.seen = Math.max(now.seen, said.revision);
  now.time = said.saved;
  now.confirmed = said.text;
  now.sent.add(said.text);
  if (now.text !== said.text) show(now, said.text);
  tell(now, "saved");
}

// A text that cannot be saved as it is goes into the field that took the place of its own.
function offer(text) {
  const now = shownAt(text);
  if (!now) return;
  page.texts.delete(text.key);
  show(now, text.text);
  typed(now, text.text);
  dropCopy(text);
}

// Somebody else changed the answer. While it is typed in nothing happens to the field; when it is
// left, or if it has gone, the server shows both texts.
function bothAreThere(text, said) {
  if (text.away && wasThere(text)) {
    dropCopy(text);
    page.texts.delete(text.key);
    return;
  }
  text.by = said.by;
  tell(text, "conflict");
  keepCopy(text);
  const place = text.away ? null : placeOf(text);
  if (place && (place === document.activeElement || text.handed)) return;
  page.told("both", { key: text.key, address: text.address, url: text.url, text: text.text, seen: text.seen });
}

// A new session knows nothing of texts that wait for a choice: they are offered once more.
function forgetOffers() {
  for (const text of page.texts.values()) {
    if (text.state !== "conflict" || !text.offered) continue;
    text.offered = false;
    page.told("both", { key: text.key, address: text.address, url: text.url, text: text.text, seen: text.seen });
  }
}

// Once its writer has chosen between both texts there is nothing left to keep.
function settleDecided(open) {
  for (const text of [...page.texts.values()]) {
    if (text.state !== "conflict") continue;
    if (open.includes(text.address)) text.offered = true;
    else if (text.offered) {
      dropCopy(text);
      page.texts.delete(text.key);
    }
  }
}
