// Copies the address of the link beside each button; without this script the buttons stay hidden.
"use strict";

(() => {
  const status = document.getElementById("copy-status");
  let clearing;
  const say = (text) => {
    status.textContent = text;
    clearTimeout(clearing);
    clearing = setTimeout(() => (status.textContent = ""), 5000);
  };

  for (const button of document.querySelectorAll("button.copy")) {
    const link = button.parentElement.querySelector("a");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        say("คัดลอกที่อยู่แล้ว");
      } catch {
        // Browsers give no clipboard to pages without https: select the full address for the reader to copy.
        const address = button.parentElement.querySelector(".address");
        address.textContent = link.href;
        getSelection().selectAllChildren(address);
        say("เลือกที่อยู่ไว้แล้ว คัดลอกได้เลย");
      }
    });
  }
})();
