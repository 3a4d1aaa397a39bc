// Does for the page what Streamlit cannot: its language, its last English words, what the browser
// remembers, and the way to the question in the address.
export default function ({ data }) {
  document.documentElement.lang = data.language;
  document.cookie = `${data.cookieName}=${data.cookie}; path=/; max-age=7776000; SameSite=Lax`;
  translate(data.strings);
  lost = data.lost;
  connection.disconnect();
  const app = document.querySelector("[data-testid=stApp]");
  if (app) connection.observe(app, { attributes: true, attributeFilter: [CONNECTED] });
  tellLost();
  describeFields();
  nameButtons();
  nameParts();
  enterPopover();
  arrive(data.place, data.focus);
  if (data.focus) showQuestion(data.focus, 40);
}

const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-valuetext"];
let watching = null;

function translate(strings) {
  const words = new Map(Object.entries(strings));
  const patterns = [...words].filter(([from]) => from.includes("*"));
  const say = (text) => {
    const known = words.get(text.trim());
    if (known !== undefined) return known;
    for (const [from, to] of patterns) {
      const [before, after] = from.split("*");
      if (text.length >= from.length && text.startsWith(before) && text.endsWith(after)) {
        return to.replace("*", () => text.slice(before.length, text.length - after.length));
      }
    }
    return null;
  };
  const visit = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root, say);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(node, say);
      else sayAttributes(node, say);
    }
  };
  visit(document.body);
  watching?.disconnect();
  watching = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") sayAttributes(change.target, say);
      else if (change.type === "characterData") sayText(change.target, say);
      else change.addedNodes.forEach(visit);
    }
    describeFields();
    nameButtons();
    nameParts();
    enterPopover();
    tellLost();
  });
  watching.observe(document.body, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ATTRIBUTES,
  });
}

// What people wrote and what stands in our own texts is never taken for Streamlit's words.
const OURS = `textarea, input, script, style, [role=listbox]:not([data-empty]) [role=option], [data-testid=stHtml], [data-tag],
  :is([data-testid=stMain], [data-testid=stSidebar], [data-testid=stPopoverBody])
  [data-testid=stMarkdownContainer]:not([data-testid=stFileUploaderDropzone] *)`;

function sayText(node, say) {
  const parent = node.parentElement;
  if (!parent || parent.closest(OURS)) return;
  const known = node.nodeValue.length < 200 ? say(node.nodeValue) : null;
  if (known !== null && known !== node.nodeValue) node.nodeValue = known;
}

function sayAttributes(element, say) {
  if (element.matches("[data-tag]")) return;
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const known = value && value.length < 200 ? say(value) : null;
    if (known !== null && known !== value) element.setAttribute(name, known);
  }
}

// Another screen or section starts at its top, with the keyboard at its title; the first one as is.
function arrive(place, focus) {
  const before = document.body.dataset.place;
  document.body.dataset.place = place;
  const title = document.querySelector("[data-testid=stMain] h1");
  if (before !== undefined && before !== place) closeMenu();
  if (before === undefined || before === place || focus || !title) return;
  document.querySelector("[data-testid=stMain]").scrollTop = 0;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

// On a telephone the menu lies over the page: whoever chose something wants to see it.
function closeMenu() {
  if (window.innerWidth >= 768) return;
  const menu = document.querySelector("[data-testid=stSidebar]:not([data-collapsed=true])");
  menu?.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}

// Without a connection somebody reads and types on. What Streamlit then lays over the page, and over
// the field somebody types in, becomes one line at its top that goes when the connection is back.
const CONNECTED = "data-test-connection-state";
const connection = new MutationObserver(() => tellLost());
let lost = null;

function tellLost() {
  const over = [...document.querySelectorAll("[role=dialog]")].find((one) => one.textContent.includes(lost.title));
  const line = document.getElementById("lost");
  const layer = over?.closest("[data-testid=stDialog]") ?? over;
  if (layer && !layer.hidden) {
    layer.hidden = true; // before it takes the keyboard
    layer.inert = true;
    over.querySelector("button")?.click();
    if (!line) document.body.append(Object.assign(document.createElement("p"), { id: "lost", role: "status", textContent: lost.told }));
  }
  if (document.querySelector(`[data-testid=stApp][${CONNECTED}=CONNECTED]`)) line?.remove();
}

// What opens over the page gets the keyboard: it stands at the end of the page. Escape goes back.
function enterPopover() {
  const body = document.querySelector("[data-testid=stPopoverBody]");
  if (!body || body.hasAttribute("tabindex")) return;
  body.tabIndex = -1;
  body.focus({ preventScroll: true });
}

// The buttons of a card say on their own which item they are about.
function nameButtons() {
  for (const card of document.querySelectorAll('[class*="st-key-card-"]')) {
    const heading = card.querySelector(".card-head .heading")?.textContent;
    for (const button of card.querySelectorAll('[class*="st-key-act-"] button')) {
      const name = `${button.textContent.trim()}: ${heading}`;
      if (heading && button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
    }
  }
}

// A field of a range says of which question it is a part.
function nameParts() {
  for (const label of document.querySelectorAll("[data-groups]")) {
    const box = label.closest('[class*="st-key-question-"]');
    for (const field of box?.querySelectorAll("input[aria-label], [role=radiogroup], [role=group]") ?? []) {
      const part = field.getAttribute("aria-label");
      if (part && !part.startsWith(label.textContent)) {
        field.setAttribute("aria-label", `${label.textContent} ${part}`);
      }
    }
  }
}

// A screen reader hears the guide and the remarks of a question together with its field.
function describeFields() {
  for (const about of document.querySelectorAll("[data-describes]")) {
    const box = about.closest(`[class*="st-key-question-"]`);
    const field = box?.querySelector("textarea, input, [role=radiogroup], [role=group], [role=toolbar]");
    if (field && field.getAttribute("aria-describedby") !== about.id) {
      field.setAttribute("aria-describedby", about.id);
    }
  }
}

// A field may arrive after the buttons with its explanation; those only do when nothing else comes.
function showQuestion(key, tries) {
  const box = document.querySelector(`.st-key-${key}`);
  const places = [...(box?.querySelectorAll("textarea, input, [role=spinbutton], button, summary") ?? [])];
  const field = places.find((e) => e.offsetParent && !e.closest('[class*="st-key-around-"]'));
  const place = field ?? (tries > 0 ? null : places[0]);
  if (place) {
    box.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  } else if (tries > 0) {
    setTimeout(() => showQuestion(key, tries - 1), 100);
  }
}
