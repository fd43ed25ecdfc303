// Sorts the comparison of LAOs and shows those that were chosen; the choice stands in the address, so that it can be
// shared and gone back from. Without this script the whole table stays as it is, by name.
"use strict";

(() => {
  const form = document.getElementById("compare-form");
  const body = document.querySelector("#compare-site")?.closest("table").tBodies[0];
  if (!form || !body) return;
  const MOST = 4;
  const count = document.getElementById("compare-count");
  const sort = form.elements.sort;
  const boxes = [...form.querySelectorAll("input[type='checkbox']")];
  const rows = [...body.rows];

  // What is not known comes last; equal ones are by name. A figure's id is in data-done-percent as it is in the list.
  const order = (name) => (a, b) => {
    const [first, second] = [a, b].map((row) => row.getAttribute(`data-${name}`) || "-1");
    return (name ? second - first : 0) || a.dataset.place - b.dataset.place;
  };

  const show = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const box of boxes) box.disabled = !box.checked && chosen.length >= MOST;
    const shown = rows.filter((row) => !chosen.length || chosen.includes(row.dataset.lao));
    body.replaceChildren(...shown.sort(order(sort.value)));
    count.textContent = `แสดง ${shown.length} จาก ${rows.length} หน่วยงาน`;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    sort.value = asked.get("sort") ?? "";
    if (sort.selectedIndex === -1) sort.selectedIndex = 0;
    const chosen = asked.getAll("lao").slice(0, MOST);
    for (const box of boxes) box.checked = chosen.includes(box.value);
    show();
  };
  const remember = () => {
    const query = new URLSearchParams([
      ...(sort.value ? [["sort", sort.value]] : []),
      ...boxes.filter((box) => box.checked).map((box) => ["lao", box.value]),
    ]).toString();
    if (query !== location.search.slice(1)) history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
  };

  form.addEventListener("change", remember);
  form.addEventListener("reset", () => setTimeout(remember, 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
