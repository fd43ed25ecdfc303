// Search in Thai: substrings, not words, because browsers and dictionaries disagree on where Thai words end.
// Loaded by the search page only; the data are fetched when its field gets the focus.
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
  const IN_TITLE = 100; // points of a word in a page's title
  const ENOUGH = 3; // pages, or looser readings of the words are added
  let loading = null;

  // What people paste: both spellings of sara am, invisible characters, quotation marks; digits of either kind.
  const tidy = (typed) =>
    typed
      .normalize("NFC")
      .toLowerCase()
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
      .replace(/[“”"‘’…]/g, " ")
      .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50)
      .trim();

  // The text is searched as it is written, in either digits and either case: rewriting all of it costs more than any search.
  const pattern = (words) => {
    const longestFirst = [...words].sort((a, b) => b.length - a.length);
    const literal = (word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\d/g, (digit) => `[${digit}${String.fromCharCode(0x0e50 + +digit)}]`);
    return new RegExp(longestFirst.map(literal).join("|"), "gi");
  };

  const load = () => {
    if (loading) return loading;
    box.ariaBusy = "true";
    const fetches = JSON.parse(box.dataset.sources).map(async ([address, name]) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      const base = new URL(address, location.href);
      const text = new TextDecoder("windows-874").decode(await answer.arrayBuffer()); // see generator/search.py
      return JSON.parse(text).map(([path, title, sections]) => ({ base, path, name, title, sections }));
    });
    loading = Promise.all(fetches).then((lists) => lists.flat());
    loading.catch(() => (loading = null)).finally(() => (box.ariaBusy = "false"));
    return loading;
  };

  // A word counts most in the title; next, in the heading or text of the section that answers the others too.
  const score = (page, patterns) => {
    let points = 0;
    const others = [];
    for (const one of patterns) {
      const at = page.title.search(one);
      if (at < 0) others.push(one);
      else points += at ? IN_TITLE : IN_TITLE + 20;
    }
    const found = new Set();
    let best = 0;
    for (const [, heading, text] of page.sections) {
      let here = 0;
      for (const one of others) {
        const worth = heading.search(one) >= 0 ? 30 : text.search(one) >= 0 ? 10 : 0;
        if (worth) found.add(one);
        here += worth;
      }
      best = Math.max(best, here);
    }
    return { page, found: patterns.length - others.length + found.size, points: points + best };
  };

  // Among equals the page that says less about other things is nearer: in its title where that answers, else in all.
  const search = (pages, terms, needed) => {
    const patterns = terms.map((term) => pattern([term]));
    const measure = (page) => (page.size ??= page.sections.reduce((sum, [, , text]) => sum + text.length, 0));
    const length = ({ page, points }) => (points < IN_TITLE ? measure(page) : page.title.length);
    return pages
      .map((page) => score(page, patterns))
      .filter((hit) => hit.found >= needed)
      .sort((a, b) => b.found - a.found || b.points - a.points || length(a) - length(b));
  };

  const cut = (terms) => {
    if (!("Segmenter" in Intl)) return terms;
    const segmenter = new Intl.Segmenter("th", { granularity: "word" });
    const pieces = terms.flatMap((term) => [...segmenter.segment(term)].filter((part) => part.isWordLike).map((part) => part.segment));
    return pieces.filter((piece) => piece.length > 1);
  };

  const TYPES = {
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "ทต.": "เทศบาลตำบล",
    "ทม.": "เทศบาลเมือง",
    "ทน.": "เทศบาลนคร",
  };
  const expand = (term) => term.replace(/อบต\.|อบจ\.|ท[ตมน]\./g, (short) => TYPES[short]);

  const group = (term) => term.replace(/^\d{4,}$/, (number) => number.replace(/\B(?=(\d{3})+$)/g, ","));

  const distance = (one, other) => {
    let row = [...Array(other.length + 1).keys()];
    for (const letter of one) {
      const next = [row[0] + 1];
      for (let at = 0; at < other.length; at += 1)
        next.push(Math.min(row[at] + (other[at] !== letter), row[at + 1] + 1, next[at] + 1));
      row = next;
    }
    return row[other.length];
  };

  // The nearest to a word that the pages have, at most one slip in five letters: the bitap algorithm, one bit a letter.
  const mend = (pages, word) => {
    const texts = [...pages.map((page) => page.title), ...pages.flatMap((page) => page.sections.map(([, , text]) => text))];
    let slips = Math.min(2, Math.floor(word.length / 5));
    if (!slips || word.length > 31 || /\d/.test(word) || texts.some((text) => text.search(pattern([word])) >= 0)) return word;
    const masks = new Int32Array(0x10000);
    for (let at = 0; at < word.length; at += 1)
      for (const letter of [word[at], word[at].toUpperCase()]) masks[letter.charCodeAt(0)] |= 1 << at;
    const whole = 1 << (word.length - 1);
    const rank = (other) => distance(word, other.toLowerCase()) + Math.abs(word.length - other.length) / 10;
    let mended = word;
    let best = Infinity;
    for (const text of texts) {
      const states = Array.from({ length: slips + 1 }, (_, made) => (1 << made) - 1);
      for (let at = 0; at < text.length; at += 1) {
        const mask = masks[text.charCodeAt(at)];
        let old = states[0];
        states[0] = ((old << 1) | 1) & mask;
        for (let made = 1; made <= slips; made += 1) {
          const left = old;
          old = states[made];
          states[made] = (((old << 1) | 1) & mask) | left | ((left | states[made - 1]) << 1) | 1;
        }
        if (!(states[slips] & whole)) continue;
        while (slips > 1 && states[slips - 1] & whole) slips -= 1;
        // It ends about here; which letters belong to it, the distance tells.
        for (let to = at + 1; to <= at + 1 + slips; to += 1)
          for (let length = word.length - slips; length <= word.length + slips; length += 1) {
            const near = text.slice(Math.max(0, to - length), to);
            if (/\s/.test(near) || rank(near) >= best) continue;
            best = rank(near);
            mended = near;
          }
        if (best <= 1) return mended; // one letter for another: no other can be nearer
      }
    }
    return mended;
  };

  // From the words as typed to ever looser readings of them; what is only like them waits until nothing else is found.
  const find = (pages, typed, words) => {
    const hits = new Map();
    const near = `ไม่พบ “${typed}” ครบทุกคำ แสดงรายการที่ใกล้เคียง · `;
    let note = "";
    const add = (terms, needed = terms.length) => {
      if (terms.length && hits.size < ENOUGH)
        for (const hit of search(pages, terms, needed)) if (!hits.has(hit.page)) hits.set(hit.page, { ...hit, terms });
    };
    const addLike = (terms) => {
      if (hits.size) return;
      add(terms.map((word) => mend(pages, word)));
      const [first] = hits.values();
      if (first) note = `ไม่พบ “${typed}” แสดงผลของ “${first.terms.join(" ")}” · `;
    };
    add(words.map(expand));
    add(words);
    add(words.map(group));
    addLike(words);
    const pieces = cut(words);
    const isNear = !hits.size;
    add(pieces);
    if (isNear && pieces.join("") !== words.join("")) note = near;
    addLike(pieces);
    if (!hits.size) {
      add(pieces, Math.ceil(pieces.length / 2));
      note = near;
    }
    return { hits: [...hits.values()], note };
  };

  const element = (name, parent, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    parent?.append(made);
    return made;
  };

  const mark = (parent, text, words) => {
    let end = 0;
    for (const { 0: found, index } of text.matchAll(words)) {
      parent.append(text.slice(end, index));
      element("mark", parent).textContent = found;
      end = index + found.length;
    }
    parent.append(text.slice(end));
  };

  const excerpt = (text, words) => {
    const first = Math.max(0, text.search(words));
    let from = Math.max(0, first - AROUND);
    let to = Math.min(text.length, first + AROUND * 2);
    // At a space where one is near, and never between a consonant and its marks.
    const before = text.indexOf(" ", from);
    if (from && before >= 0 && before < first) from = before + 1;
    const after = text.lastIndexOf(" ", to);
    if (to < text.length && after > first + AROUND) to = after;
    const isMark = (at) => /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/.test(text[at] ?? "");
    while (from > 0 && isMark(from)) from -= 1;
    while (to < text.length && isMark(to)) to += 1;
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  };

  const showPage = (list, { page, terms }) => {
    const words = pattern(terms);
    const patterns = terms.map((term) => pattern([term]));
    const item = element("li", list);
    const link = element("a", element("p", item, "hit-title"));
    const address = new URL(page.path || ".", page.base).href; // an LAO's front page has an empty path
    link.href = address;
    mark(link, page.title, words);
    if (page.name) element("span", item, "meta").textContent = page.name;
    const hits = page.sections
      .map((section) => ({
        section,
        found: patterns.filter((one) => section[1].search(one) >= 0 || section[2].search(one) >= 0).length,
      }))
      .filter((hit) => hit.found)
      .sort((a, b) => b.found - a.found)
      .slice(0, SECTIONS_SHOWN);
    for (const {
      section: [anchor, heading, text],
    } of hits) {
      const line = element("p", item, "hit");
      if (anchor && heading && anchor !== "top") {
        const part = element("a", line);
        part.href = `${address}#${anchor}`;
        mark(part, heading, words);
        line.append(": ");
      }
      mark(line, excerpt(text, words), words);
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
      const coming = load();
      if (box.ariaBusy === "true") status.textContent = "กำลังโหลดข้อมูลค้นหา";
      pages = await coming;
    } catch {
      box.replaceChildren();
      status.textContent = "โหลดข้อมูลค้นหาไม่ได้ ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองอีกครั้ง";
      return;
    }
    if (tidy(input.value) !== query) return;
    const { hits, note } = find(pages, typed, query.split(/\s+/));
    const list = element("ol", null, "hits");
    for (const hit of hits.slice(0, PAGES_SHOWN)) showPage(list, hit);
    box.replaceChildren(...(hits.length ? [list] : []));
    status.textContent = hits.length
      ? `${note}พบ ${hits.length} รายการ${hits.length > PAGES_SHOWN ? ` แสดง ${PAGES_SHOWN} รายการแรก` : ""}`
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
    clearTimeout(waiting);
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
