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

  const write = (text) =>
    form.dataset.numerals === "thai" ? text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))) : text;

  const projects = headings.flatMap((heading) =>
    [...heading.nextElementSibling.querySelectorAll("tr[data-name]")].map((row) => ({
      ...row.dataset,
      row,
      heading: heading.textContent,
      text: words.tidy(row.textContent),
      units: JSON.parse(row.dataset.units),
    })),
  );

  const isMatch = (project, name, value) => {
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

  // The projects that have the words, as the search reads them (words.js), and what to say of words that none has.
  const find = (typed) => {
    const readings = words.loosen(typed, () => projects.map(({ text }) => text));
    for (let next = readings.next(); !next.done; next = readings.next(0)) {
      const { asked, isWhole, note } = next.value;
      const hits = projects.filter(({ text }) => asked.every(({ any }) => text.search(any) >= 0));
      if (hits.length && isWhole) return { hits, note };
    }
    return { hits: [], note: "" };
  };

  const show = () => {
    const chosen = choose();
    const isWhole = !chosen.length;
    const filters = chosen.filter(([name]) => name !== "sort" && name !== "q");
    const typed = form.elements.q.value.trim();
    const { hits: named, note } = typed ? find(typed) : { hits: [...projects], note: "" };
    const hits = named.filter((project) => filters.every(([name, value]) => isMatch(project, name, value)));
    const sort = sorters[form.elements.sort.value];
    if (sort) hits.sort(sort);
    for (const part of wholeList) part.hidden = !isWhole;
    found.hidden = isWhole || !hits.length;
    body.replaceChildren(...(isWhole ? [] : hits.map(copy)));
    count.textContent = write(
      hits.length
        ? `${note}พบ ${hits.length} จาก ${projects.length} โครงการ`
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
