// What every page does beside htmx: copying, printing, dropping files, opening a sentence's working.
(function () {
  "use strict";
  const words = document.documentElement.dataset;

  function button(place) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words.copy;
    made.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(place.querySelector("span").textContent);
        made.textContent = words.copied;
      } catch {
        const range = document.createRange();
        range.selectNodeContents(place.querySelector("span"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      }
    });
    place.append(made);
  }

  function arm(root) {
    root.querySelectorAll(".copyable").forEach((place) => {
      if (!place.querySelector("button")) button(place);
    });
  }

  function open(hash) {
    if (!hash || hash.length < 2) return;
    const card = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!card || !card.classList.contains("card")) return;
    const working = card.querySelector("details.working");
    if (working) working.open = true;
    card.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (link) setTimeout(() => open(link.getAttribute("href")), 0);
    if (event.target.closest && event.target.closest("[data-print]")) {
      document.querySelectorAll("main details").forEach((one) => { one.open = true; });
      window.print();
    }
  });
  window.addEventListener("hashchange", () => open(location.hash));

  document.addEventListener("htmx:afterSwap", (event) => {
    arm(event.target);
    const title = event.target.id === "result" ? document.getElementById("answer") : null;
    if (title) title.focus();
  });

  const drop = document.getElementById("drop");
  if (drop) {
    const input = drop.querySelector("input");
    ["dragover", "dragenter"].forEach((kind) => document.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    }));
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) drop.classList.remove("over");
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
  arm(document);
  open(location.hash);
})();
