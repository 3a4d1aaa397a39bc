// A copy of every text that is not saved yet, in this browser, until the server has confirmed it.
const DRAWER = "werkbank.copy/";
const DAYS = 60;
const TAB = Math.random().toString(36).slice(2);
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("werkbank.tabs") : null;
if (tabs) {
  tabs.onmessage = ({ data }) => {
    if (data.asks) tabs.postMessage({ here: TAB });
    else if (data.here) page.alive?.add(data.here);
  };
}

function keepCopy(text) {
  const { text: value, seen, url, address, about, confirmed, inFlight, base } = text;
  const copy = { text: value, seen, url, address, about, base: base ?? inFlight ?? confirmed, time: Date.now(), tab: TAB };
  try {
    localStorage.setItem(nameOf(text), JSON.stringify(copy));
    text.copied = true;
  } catch {
    text.copied = false; // full, or forbidden: the line at the field must not promise a copy
  }
}

function dropCopy(text) {
  try {
    localStorage.removeItem(nameOf(text));
  } catch {
    // there was none
  }
}

function nameOf(text) {
  return `${DRAWER}${text.who}/${text.programme}/${text.key}`;
}

// The copies of this person in this programme, by the key of their field; very old ones go.
function copies() {
  const found = new Map();
  const mine = `${DRAWER}${page.data.who}/${page.data.programme}/`;
  for (const name of drawer().filter((name) => name.startsWith(DRAWER))) {
    try {
      const copy = JSON.parse(localStorage.getItem(name));
      if (Date.now() - copy.time > DAYS * 86400000) localStorage.removeItem(name);
      else if (name.startsWith(mine)) found.set(name.slice(mine.length), copy);
    } catch {
      localStorage.removeItem(name); // not one of ours
    }
  }
  return found;
}

function drawer() {
  try {
    return Object.keys(localStorage);
  } catch {
    return []; // this browser keeps nothing
  }
}

// Hands over the tabs of this browser that are open now: their copies are their own.
async function aliveTabs() {
  page.alive = new Set();
  tabs?.postMessage({ asks: TAB });
  await new Promise((next) => setTimeout(next, tabs ? 300 : 0));
  return page.alive;
}
