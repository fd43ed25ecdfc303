// Filters and sorts the project index; the choice stands in the address, so that it can be shared and gone back from.
// Without this script the whole table stays as it is, in the plan's order.
"use strict";

(() => {
  const form = document.getElementById("project-filter");
  if (!form) return;
  const count = document.getElementById("projects-count");
  const found = document.getElementById("projects-found");
  const body = found.querySelector("tbody");
  const fields = [...form.elements].filter((field) => field.name);
  const headings = [...document.querySelectorAll("h2[id^='dimension-']")];
  const wholeList = headings.flatMap((heading) => [heading, heading.nextElementSibling]);
  const UNFINISHED_FIRST = ["cannot", "waiting", "in_progress", "done", ""];

  // As the search reads words: Thai digits are Arabic ones, sara am has one spelling, invisible characters
  // and the commas of amounts do not count.
  const fold = (text) =>
    text
      .normalize("NFC")
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
      .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 0x30))
      .replace(/(\d),(?=\d{3})/g, "$1")
      .toLowerCase();
  const write = (text) =>
    form.dataset.numerals === "thai" ? text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))) : text;

  const projects = headings.flatMap((heading) =>
    [...heading.nextElementSibling.querySelectorAll("tr[data-name]")].map((row) => ({
      ...row.dataset,
      row,
      heading: heading.textContent,
      text: fold(row.textContent),
      units: JSON.parse(row.dataset.units),
    })),
  );

  const isMatch = (project, name, value) => {
    if (name === "q") return fold(value).split(/\s+/).every((word) => project.text.includes(word));
    if (name === "unit") return project.units.includes(value);
    return project[name] === value;
  };
  const sorters = {
    name: (a, b) => a.name - b.name,
    money: (a, b) => (b.amount || -1) - (a.amount || -1),
    spent: (a, b) => (b.spent || -1) - (a.spent || -1),
    status: (a, b) => UNFINISHED_FIRST.indexOf(a.status) - UNFINISHED_FIRST.indexOf(b.status),
  };

  // Away from its table a row names its dimension.
  const copy = ({ row, heading }) => {
    const copied = row.cloneNode(true);
    const place = document.createElement("span");
    place.className = "meta";
    place.textContent = heading;
    copied.querySelector("th").append(document.createElement("br"), place);
    return copied;
  };

  const choose = () => fields.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value);

  const show = () => {
    const chosen = choose();
    const isWhole = !chosen.length;
    const filters = chosen.filter(([name]) => name !== "sort");
    const hits = projects.filter((project) => filters.every(([name, value]) => isMatch(project, name, value)));
    const sort = sorters[form.elements.sort.value];
    if (sort) hits.sort(sort);
    for (const part of wholeList) part.hidden = !isWhole;
    found.hidden = isWhole || !hits.length;
    body.replaceChildren(...(isWhole ? [] : hits.map(copy)));
    count.textContent = write(
      hits.length
        ? `พบ ${hits.length} จาก ${projects.length} โครงการ`
        : `ไม่พบโครงการตามเงื่อนไขนี้ จาก ${projects.length} โครงการ ลองใช้คำที่สั้นลง หรือกด “ล้างเงื่อนไข”`,
    );
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    show();
  };
  const remember = (method) => {
    const query = new URLSearchParams(choose()).toString();
    if (query !== location.search.slice(1)) history[method](null, "", query ? `?${query}` : location.pathname);
    show();
  };

  let waiting = 0;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 150, "replaceState");
  });
  for (const field of fields) {
    if (field.name !== "q") field.addEventListener("change", () => remember("pushState"));
  }
  form.addEventListener("reset", () => setTimeout(remember, 0, "pushState"));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
