// A browser for poor people: just enough of a page for the script of a replay to run under node.
"use strict";
const fs = require("fs");
const input = JSON.parse(fs.readFileSync(0, "utf8"));
class Classes {
  constructor() { this.names = new Set(); }
  toggle(name, on) { if (on) this.names.add(name); else this.names.delete(name); }
}
class Element {
  constructor(facts = {}) {
    this.dataset = facts; this.classList = new Classes(); this.attributes = {}; this.children = []; this.heard = {};
    this.textContent = "";
  }
  setAttribute(name, value) { this.attributes[name] = value; }
  addEventListener(name, act) { this.heard[name] = act; }
  replaceChildren(...children) { this.children = children; }
}
const known = { data: Object.assign(new Element(), { textContent: input.data }) };
const marks = input.marks.map((facts) => new Element(facts));
let pressed = null;
globalThis.document = {
  documentElement: new Element(),
  getElementById: (id) => (known[id] = known[id] || new Element()),
  querySelectorAll: () => marks,
  createElement: () => new Element(),
  addEventListener: (name, act) => { if (name === "keydown") pressed = act; },
};
Object.defineProperty(globalThis, "navigator", { value: { language: input.language }, configurable: true });
const timers = [];
globalThis.setInterval = (act) => timers.push(act);
globalThis.clearInterval = () => { timers.length = 0; };
const picture = () => ({
  position: Number(known.scrub.value), title: known.title.textContent, said: known.said.className,
  lines: known.lines.children.map((line) => line.textContent), count: known.count.textContent,
  seen: marks.map((mark, place) => (mark.classList.names.has("unseen") ? -1 : place)).filter((place) => place >= 0),
  active: marks.filter((m) => m.classList.names.has("now-forward") || m.classList.names.has("now-backward"))
    .map((m) => m.dataset.of),
  heading: known.heading.textContent, playing: timers.length > 0, texts: marks.map((mark) => mark.textContent),
});
eval(input.script);
const found = [picture()];
for (const act of input.acts) {
  if (act.key) pressed({ key: act.key, preventDefault: () => {} });
  else if (act.click) known[act.click].heard.click();
  else if (act.scrub !== undefined) known.scrub.heard.input({ target: { value: String(act.scrub) } });
  else if (act.tick) timers.forEach((timer) => timer());
  found.push(picture());
}
process.stdout.write(JSON.stringify(found));
