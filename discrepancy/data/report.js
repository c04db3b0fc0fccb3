
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const findings = all(".finding");
  if (!findings.length) return;
  const conflicts = all(".conflicts .finding");
  const steps = conflicts.length ? conflicts : findings;
  const bar = document.querySelector(".steps");
  const reading = document.querySelector(".reading");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  document.documentElement.classList.add("js");
  bar.hidden = false;

  const scrolls = (pane) =>
    pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY === "auto";

  function bringInto(pane, thing, share) {
    if (!pane || !scrolls(pane)) return;
    const top = thing.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: top - pane.clientHeight * share, behavior: calm.matches ? "auto" : "smooth" });
  }

  function say(finding) {
    const line = bar.querySelector(".current");
    const strong = document.createElement("strong");
    const heading = finding.querySelector("h2") || finding.querySelector(".words");
    strong.textContent = heading.textContent;
    const at = steps.indexOf(finding);
    line.replaceChildren(at < 0 ? "" : `${at + 1} of ${steps.length} · `, strong);
  }

  function show(finding) {
    for (const old of all(".finding.current, mark.shown")) old.classList.remove("current", "shown");
    finding.classList.add("current");
    for (const mark of all(`mark[data-findings~="${finding.id}"]`)) mark.classList.add("shown");
    say(finding);
    for (const side of ["a", "b"]) {
      const place = document.getElementById(`${finding.id}-${side}`);
      if (place) bringInto(place.closest("article"), place, 0.3);
    }
    const list = document.querySelector(".findings");
    const seen = finding.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (seen.top < frame.top || seen.bottom > frame.bottom) bringInto(list, finding, 0.08);
    const box = reading.getBoundingClientRect();
    if (box.top < -1 || box.bottom > innerHeight + 1) {
      reading.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  const current = () => document.querySelector(".finding.current");

  function step(by) {
    const at = steps.indexOf(current());
    const from = at < 0 && by < 0 ? 0 : at;
    show(steps[(from + by + steps.length) % steps.length]);
  }

  // A word under several findings shows them one after the other.
  function showUnder(mark) {
    const keys = mark.dataset.findings.split(" ");
    const shown = current() ? keys.indexOf(current().id) : -1;
    show(document.getElementById(keys[(shown + 1) % keys.length]));
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const finding = event.target.closest(".finding");
    if (!mark && (!finding || String(getSelection()))) return;
    event.preventDefault();
    if (mark) showUnder(mark); else show(finding);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") {
      for (const old of all(".finding.current, mark.shown")) old.classList.remove("current", "shown");
    }
  });
  bar.querySelector(".next").addEventListener("click", () => step(1));
  bar.querySelector(".previous").addEventListener("click", () => step(-1));
  bar.querySelector(".back").addEventListener("click", () => (current() || steps[0]).scrollIntoView({ block: "center" }));

  const linked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = linked && (linked.closest(".finding") || document.getElementById(linked.id.replace(/-[ab]$/, "")));
  if (target && target.classList.contains("finding")) show(target);
})();
