// What the shell of a page does: light or dark, and the menu on narrow screens. The theme's own script (35 KB
// compressed) is not loaded: the rest of it serves features that this site does not use.
"use strict";

(() => {
  const palette = document.querySelector(".palette-button");
  palette.addEventListener("click", () => {
    const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    document.body.dataset.mdColorScheme = scheme;
    try {
      localStorage.setItem("prongsai-scheme", scheme);
    } catch {
      // Not kept for the next page where the browser keeps nothing.
    }
  });

  // The checkbox opens the menu without this script, too; here it gets a button that the keyboard reaches.
  const toggle = document.getElementById("__drawer");
  const button = document.querySelector(".menu-button");
  const drawer = document.querySelector(".md-sidebar--primary");
  const set = (open) => {
    if (toggle.checked !== open) toggle.click();
  };
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked));
  button.addEventListener("click", () => {
    set(!toggle.checked);
    if (toggle.checked) drawer.querySelector("a").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      set(false);
      button.focus();
    }
  });
  drawer.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !drawer.contains(event.relatedTarget)) set(false);
  });
})();
