"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const marks = Array.from(document.querySelectorAll("svg [data-at]"));
const element = (name) => document.getElementById(name);
const languages = Object.keys(data.words);
const PACE = 1600;
let position = data.steps.length;
let language = languages.find((code) => code.slice(0, 2) === (navigator.language || "en").slice(0, 2)) || languages[0];
let timer = null;

function show() {
  const step = position > 0 ? data.steps[position - 1] : null;
  const resting = position === data.steps.length && timer === null && !moved;
  for (const mark of marks) {
    mark.classList.toggle("unseen", Number(mark.dataset.at) > position);
    const active = !resting && step !== null && step.of.includes(mark.dataset.of);
    mark.classList.toggle("now-forward", active && step.phase === "forward");
    mark.classList.toggle("now-backward", active && step.phase === "backward");
  }
  const words = data.words[language];
  const said = step === null ? { title: words.ready, lines: [words.hint] } : step[language];
  element("said").className = step === null ? "" : step.phase;
  element("title").textContent = said.title;
  element("lines").replaceChildren(...said.lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
  element("scrub").value = String(position);
  element("count").textContent = `${position} / ${data.steps.length}`;
  element("play").textContent = timer === null ? "▶" : "❚❚";
  element("play").setAttribute("aria-label", timer === null ? words.play : words.pause);
}

let moved = false;
function go(to) {
  position = Math.max(0, Math.min(data.steps.length, to));
  moved = true;
  if (position === data.steps.length) stop();
  show();
}

function stop() {
  if (timer !== null) clearInterval(timer);
  timer = null;
}

function play() {
  if (timer !== null) stop();
  else {
    if (position === data.steps.length) position = 0;
    timer = setInterval(() => go(position + 1), PACE);
  }
  show();
}

function speak(code) {
  language = code;
  const words = data.words[code];
  document.documentElement.lang = code.replace("_", "-");
  document.title = words.document;
  element("heading").textContent = words.document;
  for (const [name, word] of Object.entries({ first: "first", back: "back", on: "on", last: "last", scrub: "scrub" })) {
    element(name).setAttribute("aria-label", words[word]);
    element(name).setAttribute("title", words[word]);
  }
  for (const mark of marks) {
    const text = mark.dataset[code.toLowerCase()] || mark.dataset.en;
    if (text) mark.textContent = text;
  }
  show();
}

const KEYS = { ArrowRight: () => go(position + 1), ArrowLeft: () => go(position - 1), ".": () => go(position + 1),
  ",": () => go(position - 1), Home: () => go(0), End: () => go(data.steps.length), " ": play };
document.addEventListener("keydown", (event) => {
  if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
});
const PRESSED = { first: () => go(0), back: () => go(position - 1), play, on: () => go(position + 1),
  last: () => go(data.steps.length),
  language: () => speak(languages[(languages.indexOf(language) + 1) % languages.length]) };
for (const [name, act] of Object.entries(PRESSED)) element(name).addEventListener("click", act);
element("scrub").addEventListener("input", (event) => go(Number(event.target.value)));
element("language").hidden = languages.length < 2;
speak(language);
