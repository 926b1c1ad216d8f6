(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const cards = all(".card");
  const places = new Map();
  for (const element of all("[data-findings]")) {
    for (const number of element.dataset.findings.split(" ")) {
      if (!places.has(number)) places.set(number, []);
      places.get(number).push(element);
    }
  }
  const card = (number) => document.getElementById(`finding-${number}`);

  // What belongs together is lit together: a finding, its words, the cells of its equation.
  let lit = [];
  const light = (numbers) => {
    for (const element of lit) element.classList.remove("lit");
    lit = numbers.flatMap((number) => [card(number), ...(places.get(number) || [])]).filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  };
  const numbersAt = (target) => {
    const found = target instanceof Element && target.closest("[data-finding], [data-findings], .ref");
    if (!found) return [];
    return (found.dataset.finding || found.dataset.findings || "").split(" ").filter(Boolean);
  };
  for (const event of ["mouseover", "focusin"]) {
    document.addEventListener(event, ({ target }) => light(numbersAt(target)));
  }
  document.addEventListener("click", ({ target }) => {
    const mark = target instanceof Element && target.closest("mark, td[data-findings]");
    if (!mark || target.closest("a")) return;
    const own = card(mark.dataset.findings.split(" ")[0]);
    if (own) own.scrollIntoView({ block: "nearest" });
  });

  // The levels are switches.
  const shown = document.getElementById("shown");
  const filter = () => {
    const on = new Set(all(".level[aria-pressed='true']").map((button) => button.dataset.level));
    for (const one of cards) one.classList.toggle("off", !on.has(one.dataset.level));
    for (const group of all(".group")) {
      group.classList.toggle("off", !all(".card:not(.off)", group).length);
    }
    for (const ref of all(".ref")) ref.classList.toggle("off", !on.has(ref.dataset.level));
    shown.textContent = shown.dataset.words.replace("#", String(all(".card:not(.off)").length));
  };
  for (const button of all(".level")) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }

  // Paper shows what is folded away too.
  addEventListener("beforeprint", () => {
    for (const folded of all("details")) folded.open = true;
  });

  // n and p go from finding to finding.
  document.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = cards.filter((one) => !one.classList.contains("off"));
    if (!open.length) return;
    const at = open.indexOf(document.activeElement.closest(".card"));
    const next = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length];
    const place = document.getElementById(`place-${next.dataset.finding}`);
    if (place) place.scrollIntoView({ block: "center" });
    next.focus();
  });
})();
