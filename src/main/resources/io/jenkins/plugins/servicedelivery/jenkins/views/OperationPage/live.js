/* Keeps the sections of operations that are going on up to date. Without it the page shows how they were. */
(function () {
  "use strict";

  const WAITING = "[data-service-delivery-live='true']";

  function redraw(section, html) {
    const fresh = new DOMParser().parseFromString("<!DOCTYPE html>" + html, "text/html").querySelector("section");
    if (!fresh) {
      return section;
    }
    const controls = section.querySelector("[data-controls]");
    const freshControls = fresh.querySelector("[data-controls]");
    // what somebody is typing stays as long as the same things can be asked for
    if (controls && freshControls && controls.dataset.controls === freshControls.dataset.controls) {
      freshControls.replaceWith(controls);
    }
    const evidence = section.querySelector("details");
    const freshEvidence = fresh.querySelector("details");
    if (evidence && freshEvidence) {
      freshEvidence.open = evidence.open;
    }
    section.replaceWith(fresh);
    Behaviour.applySubtree(fresh, true);
    return fresh;
  }

  async function look(section) {
    const answer = await fetch(section.dataset.url + "progress", { cache: "no-cache" });
    if (!answer.ok) {
      return section;
    }
    const progress = await answer.json();
    section.dataset.seconds = progress.seconds;
    if (progress.revision === section.dataset.revision) {
      return section;
    }
    const page = await fetch(section.dataset.url + "section", { cache: "no-store" });
    return page.ok ? redraw(section, await page.text()) : section;
  }

  function watch(section) {
    setTimeout(async function () {
      let current = section;
      if (!document.hidden) {
        try {
          current = await look(section);
        } catch (e) {
          console.warn("Looking for news of the delivery failed", e);
        }
      }
      if (current.isConnected && current.matches(WAITING)) {
        watch(current);
      }
    }, section.dataset.seconds * 1000);
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(WAITING).forEach(watch);
  });
})();
