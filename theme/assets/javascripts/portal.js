// Filters and sorts the portal's table of LAOs; the choice stands in the address, so that it can be shared and gone back
// from. Without this script the whole table stays as it is, by name.
"use strict";

(() => {
  const form = document.getElementById("portal-form");
  const body = document.querySelector("#area-laos")?.closest("table").tBodies[0];
  if (!form || !body) return;
  const count = document.getElementById("portal-count");
  const fields = [...form.elements].filter((field) => field.name);
  const rows = [...body.rows];

  // What is not known comes last, whichever way one sorts; equal ones are by name.
  const read = (row, name) => {
    const text = name === "behind" ? row.dataset.behind : row.getAttribute(`data-sort-${name}`);
    return text ? Number(text) : null;
  };
  const order = (choice) => {
    const [name, way] = choice === "level-up" ? ["level", 1] : [choice, -1];
    return (a, b) => {
      const [first, second] = name ? [read(a, name), read(b, name)] : [null, null];
      const unknown = (first === null) - (second === null);
      return unknown || way * (first - second) || a.dataset.place - b.dataset.place;
    };
  };

  const choose = () => fields.map((field) => [field.name, field.value]).filter(([, value]) => value);
  const show = () => {
    const filters = choose().filter(([name]) => name !== "sort");
    const shown = rows.filter((row) => filters.every(([name, value]) => row.dataset[name] === value));
    body.replaceChildren(...shown.sort(order(form.elements.sort.value)));
    count.textContent = shown.length
      ? `แสดง ${shown.length} จาก ${rows.length} หน่วยงานในหน้านี้`
      : "ไม่มีหน่วยงานตามเงื่อนไขนี้ในหน้านี้ กด “แสดงทั้งหมด” เพื่อเริ่มใหม่";
  };

  const restore = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    show();
  };
  const remember = () => {
    const query = new URLSearchParams(choose()).toString();
    if (query !== location.search.slice(1)) history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
  };

  form.addEventListener("change", remember);
  form.addEventListener("reset", () => setTimeout(remember, 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);
  form.hidden = false;
  restore();
})();
