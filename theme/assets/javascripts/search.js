// Search in Thai: substrings, not words, because browsers and dictionaries disagree on where Thai words end.
// Loaded by the search page only; the data are fetched when the first letters are there.
"use strict";

(() => {
  const box = document.getElementById("search-results");
  if (!box) return;
  const form = document.getElementById("search-form");
  const input = form.elements.q;
  const status = document.getElementById("search-status");
  const PAGES_SHOWN = 30;
  const SECTIONS_SHOWN = 3;
  const AROUND = 60;
  let loading = null;

  // Same length before and after, so that a match is marked at its place in the text as written.
  const fold = (text) =>
    text.toLowerCase().replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 0x30));
  // What people paste: both spellings of sara am, invisible characters.
  const tidy = (text) =>
    fold(
      text
        .normalize("NFC")
        .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
        .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, ""),
    ).trim();

  const load = () => {
    loading ??= Promise.all(
      JSON.parse(box.dataset.sources).map(async ([address, name]) => {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(answer.status);
        const base = new URL(address, location.href);
        return (await answer.json()).map(([path, title, sections]) => ({
          address: new URL(path, base).href,
          name,
          title,
          foldedTitle: fold(title),
          sections: sections.map(([anchor, heading, text]) => ({
            anchor,
            heading,
            text,
            foldedHeading: fold(heading),
            foldedText: fold(text),
          })),
        }));
      }),
    ).then((lists) => lists.flat());
    loading.catch(() => (loading = null));
    return loading;
  };

  const score = (page, terms) => {
    let points = 0;
    let found = 0;
    for (const term of terms) {
      let best = 0;
      const inTitle = page.foldedTitle.indexOf(term);
      if (inTitle >= 0) best = inTitle === 0 ? 120 : 100;
      for (const section of page.sections) {
        if (section.foldedHeading.includes(term)) best = Math.max(best, 30);
        else if (section.foldedText.includes(term)) best = Math.max(best, 10);
      }
      if (best) found += 1;
      points += best;
    }
    // Among equals the page that says less about other things is nearer.
    return { page, found, points };
  };

  const search = (pages, terms, needed) =>
    pages
      .map((page) => score(page, terms))
      .filter((hit) => hit.found >= needed)
      .sort((a, b) => b.found - a.found || b.points - a.points || a.page.title.length - b.page.title.length);

  const cut = (terms) => {
    if (!("Segmenter" in Intl)) return terms;
    const segmenter = new Intl.Segmenter("th", { granularity: "word" });
    const pieces = terms.flatMap((term) => [...segmenter.segment(term)].filter((part) => part.isWordLike).map((part) => part.segment));
    return pieces.filter((piece) => piece.length > 1);
  };

  const mark = (parent, text, folded, terms) => {
    const places = [];
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) places.push([at, at + term.length]);
    }
    places.sort((a, b) => a[0] - b[0]);
    let end = 0;
    for (const [from, to] of places) {
      if (from < end) continue;
      parent.append(text.slice(end, from));
      const found = document.createElement("mark");
      found.textContent = text.slice(from, to);
      parent.append(found);
      end = to;
    }
    parent.append(text.slice(end));
  };

  const excerpt = (section, terms) => {
    const { text, foldedText } = section;
    const places = terms.map((term) => foldedText.indexOf(term)).filter((at) => at >= 0);
    const first = places.length ? Math.min(...places) : 0;
    let from = Math.max(0, first - AROUND);
    let to = Math.min(text.length, first + AROUND * 2);
    // Never between a consonant and its marks.
    const isMark = (at) => /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/.test(text[at] ?? "");
    while (from > 0 && isMark(from)) from -= 1;
    while (to < text.length && isMark(to)) to += 1;
    const around = (part) => (from ? "… " : "") + part.slice(from, to) + (to < text.length ? " …" : "");
    return [around(text), around(foldedText)];
  };

  const element = (name, parent, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    parent?.append(made);
    return made;
  };

  const showPage = (list, { page }, terms) => {
    const item = element("li", list);
    const link = element("a", element("p", item, "hit-title"));
    link.href = page.address;
    mark(link, page.title, page.foldedTitle, terms);
    if (page.name) element("span", item, "meta").textContent = page.name;
    const hits = page.sections
      .map((section) => ({
        section,
        found: terms.filter((term) => section.foldedHeading.includes(term) || section.foldedText.includes(term)).length,
      }))
      .filter((hit) => hit.found)
      .sort((a, b) => b.found - a.found)
      .slice(0, SECTIONS_SHOWN);
    for (const { section } of hits) {
      const line = element("p", item, "hit");
      if (section.anchor && section.heading && section.heading !== page.title) {
        const part = element("a", line);
        part.href = `${page.address}#${section.anchor}`;
        mark(part, section.heading, section.foldedHeading, terms);
        line.append(": ");
      }
      const [text, folded] = excerpt(section, terms);
      mark(line, text, folded, terms);
    }
  };

  const run = async () => {
    const typed = input.value.trim();
    const address = new URL(location.href);
    if (typed) address.searchParams.set("q", typed);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    const query = tidy(typed);
    if (query.length < 2) {
      box.replaceChildren();
      status.textContent = query ? "พิมพ์อย่างน้อยสองตัวอักษร" : "";
      return;
    }
    let pages;
    try {
      if (!loading) status.textContent = "กำลังโหลดข้อมูลค้นหา";
      pages = await load();
    } catch {
      box.replaceChildren();
      status.textContent = "โหลดข้อมูลค้นหาไม่ได้ ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองอีกครั้ง";
      return;
    }
    if (tidy(input.value) !== query) return;
    let terms = query.split(/\s+/);
    let hits = search(pages, terms, terms.length);
    let note = "";
    if (!hits.length) {
      const pieces = cut(terms);
      if (pieces.length) {
        hits = search(pages, pieces, pieces.length);
        if (!hits.length && pieces.length > 1) {
          hits = search(pages, pieces, Math.ceil(pieces.length / 2));
          if (hits.length) note = `ไม่พบ “${typed}” ครบทุกคำ แสดงหน้าที่ใกล้เคียง · `;
        }
        terms = pieces;
      }
    }
    const list = element("ol", null, "hits");
    for (const hit of hits.slice(0, PAGES_SHOWN)) showPage(list, hit, terms);
    box.replaceChildren(...(hits.length ? [list] : []));
    status.textContent = hits.length
      ? `${note}พบ ${hits.length} หน้า${hits.length > PAGES_SHOWN ? ` แสดง ${PAGES_SHOWN} หน้าแรก` : ""}`
      : `ไม่พบ “${typed}” ลองใช้คำที่สั้นลง ตรวจตัวสะกด หรือดูจากรายการโครงการและประกาศ`;
  };

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  addEventListener("popstate", () => {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    run();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
  else input.focus();
})();
