// Search in Thai: substrings, not words, because browsers and dictionaries disagree on where Thai words end; words.js
// reads what is typed. Loaded by the search pages only; the data are fetched when the field gets the focus.
// An LAO's page searches its whole text. The site's searches titles first, of one province where there are many LAOs,
// and leads on to the texts of LAOs.
"use strict";

(() => {
  const box = document.getElementById("search-results");
  if (!box) return;
  const form = document.getElementById("search-form");
  const input = form.elements.q;
  const chooser = form.elements.province;
  const status = document.getElementById("search-status");
  const elsewhere = document.getElementById("search-elsewhere");
  const PAGES_SHOWN = 30;
  const SECTIONS_SHOWN = 3;
  const LAOS_SHOWN = 10;
  const FEW_LAOS = 5; // whose texts are searched where no title answers
  const AROUND = 60;
  const IN_TITLE = 100; // points of a word in a page's title
  const IN_NAME = 90; // in the name or place of its LAO
  const ENOUGH = 3; // pages, or looser readings of the words are added
  const texts = JSON.parse(box.dataset.texts);
  const titles = JSON.parse(box.dataset.titles);
  const fetched = new Map();
  let coming = 0; // files of data on their way

  const fetchData = (address) => {
    if (!fetched.has(address)) {
      box.ariaBusy = String((coming += 1) > 0);
      const data = fetch(address).then(async (answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return JSON.parse(new TextDecoder("windows-874").decode(await answer.arrayBuffer())); // see finish/search_data.py
      });
      data.catch(() => fetched.delete(address)).finally(() => (box.ariaBusy = String((coming -= 1) > 0)));
      fetched.set(address, data);
    }
    return fetched.get(address);
  };
  const loadText = async (address, lao = { name: box.dataset.lao, place: "" }) => {
    const base = new URL(address, location.href);
    return (await fetchData(address)).map(([path, title, sections]) => ({ base, path, lao, title, sections }));
  };
  const loadTitles = async (address) =>
    (await fetchData(address)).flatMap(([slug, name, place, pages]) => {
      const base = new URL(`../${slug}/`, location.href);
      const lao = { slug, name, place };
      return pages.map(([path, title]) => ({ base, path, lao, title, sections: [] }));
    });
  const load = async () => {
    const chosen = titles.filter(([province]) => !chooser?.value || province === chooser.value);
    return (await Promise.all([...texts.map((address) => loadText(address)), ...chosen.map(([, address]) => loadTitles(address))])).flat();
  };
  const listLaos = (pages) => [...new Map(pages.filter(({ lao }) => lao.slug).map(({ lao }) => [lao.slug, lao])).values()];

  // A word counts most in the title; next, in the heading or text of the section that answers the others too. What is
  // typed counts more than another word for it.
  const weigh = ({ same, other }, text) => {
    const at = text.search(same);
    if (at >= 0) return { at, share: 1 };
    const near = other ? text.search(other) : -1;
    return near < 0 ? null : { at: near, share: 0.8 };
  };
  const score = (page, asked) => {
    let points = 0;
    const others = [];
    for (const one of asked) {
      const hit = weigh(one, page.title);
      const inName = hit ? null : weigh(one, `${page.lao.name} ${page.lao.place}`);
      if (hit) points += (hit.at ? IN_TITLE : IN_TITLE + 20) * hit.share;
      else if (inName) points += IN_NAME * inName.share;
      else others.push(one);
    }
    const found = new Set();
    let best = 0;
    for (const [, heading, text] of page.sections) {
      let here = 0;
      for (const one of others) {
        const inHeading = weigh(one, heading);
        const hit = inHeading ?? weigh(one, text);
        if (hit) found.add(one);
        here += hit ? (inHeading ? 30 : 10) * hit.share : 0;
      }
      best = Math.max(best, here);
    }
    const letters = asked.reduce((sum, one) => sum + (others.includes(one) && !found.has(one) ? 0 : one.text.length), 0);
    return { page, letters, points: points + best };
  };

  // Among equals the page that says less about other things is nearer: in its title where that answers, else in all.
  const search = (pages, asked, least) => {
    const measure = (page) => (page.size ??= page.sections.reduce((sum, [, , text]) => sum + text.length, 0));
    const nameless = ({ title, lao }) => title.length - (lao.name && title.includes(lao.name) ? lao.name.length : 0);
    const length = ({ page, points }) => (points < IN_TITLE * 0.8 ? measure(page) : nameless(page));
    return pages
      .map((page) => score(page, asked))
      .filter((hit) => hit.letters >= least)
      .sort((a, b) => b.letters - a.letters || b.points - a.points || length(a) - length(b));
  };

  // Which words were found where none of those typed was.
  const findOther = (hits, { text, same, other }) => {
    const read = ({ page }) => [page.title, `${page.lao.name} ${page.lao.place}`, ...page.sections.flatMap(([, heading, words]) => [heading, words])];
    if (!other || hits.some((hit) => read(hit).some((words) => words.search(same) >= 0))) return text;
    return read(hits[0]).map((words) => words.match(other)?.[0]).find(Boolean) ?? text;
  };

  const find = (pages, typed) => {
    const hits = new Map();
    const listTexts = () => [...pages.map((page) => page.title), ...pages.flatMap((page) => page.sections.map(([, , text]) => text))];
    const readings = words.loosen(typed, listTexts);
    let note = "";
    let isNear = true;
    for (let next = readings.next(); !next.done && hits.size < ENOUGH; next = readings.next(hits.size)) {
      const { asked, least } = next.value;
      const found = search(pages, asked, least).filter(({ page }) => !hits.has(page));
      if (found.length && !hits.size) {
        const said = asked.map((one) => findOther(found, one));
        const isOther = said.some((text, at) => text !== asked[at].text);
        isNear = next.value.isNear || isOther;
        note = isOther && !next.value.isNear ? `ไม่พบ “${typed}” แสดงผลของ “${said.join(" ")}” · ` : next.value.note;
      }
      for (const hit of found) hits.set(hit.page, { ...hit, asked });
    }
    return { hits: [...hits.values()], note, isNear };
  };

  const element = (name, parent, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    parent?.append(made);
    return made;
  };

  const mark = (parent, text, sought) => {
    let end = 0;
    for (const { 0: found, index } of text.matchAll(sought)) {
      parent.append(text.slice(end, index));
      element("mark", parent).textContent = found;
      end = index + found.length;
    }
    parent.append(text.slice(end));
  };

  const excerpt = (text, sought) => {
    const first = Math.max(0, text.search(sought));
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

  const showPage = (list, { page, asked }) => {
    const sought = new RegExp(asked.map(({ any }) => any.source).join("|"), "gi");
    const item = element("li", list);
    const link = element("a", element("p", item, "hit-title"));
    const address = new URL(page.path || ".", page.base).href; // an LAO's front page has an empty path
    link.href = address;
    mark(link, page.title, sought);
    if (page.lao.slug) mark(element("span", item, "meta"), `${page.lao.name} ${page.lao.place}`, sought);
    const share = (one, [, heading, text]) => Math.max(weigh(one, heading)?.share ?? 0, weigh(one, text)?.share ?? 0);
    const hits = page.sections
      .map((section) => ({ section, found: asked.reduce((sum, one) => sum + share(one, section), 0) }))
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
        mark(part, heading, sought);
        line.append(": ");
      }
      mark(line, excerpt(text, sought), sought);
    }
  };

  // Links that search the whole text of an LAO: first those whose titles answered, without the words that name the LAO.
  const showLaos = (parent, laos, hits, typed) => {
    const found = new Map();
    for (const { page } of hits) found.set(page.lao.slug, (found.get(page.lao.slug) ?? 0) + 1);
    const ordered = [...laos].sort((a, b) => (found.get(b.slug) ?? 0) - (found.get(a.slug) ?? 0) || a.name.localeCompare(b.name, "th", { numeric: true }));
    const title = element("h2", parent);
    title.textContent = "ค้นในข้อความทั้งหมดของหน่วยงาน";
    const sofar = hits.length ? "รายการข้างบนค้นจาก" : "ยังค้นเฉพาะ";
    element("p", parent).textContent = `${sofar}ชื่อหน้าและชื่อโครงการ เลือกหน่วยงานเพื่อค้นในรายละเอียด ผลการดำเนินงาน และเอกสาร`;
    const fill = (list, some) => {
      for (const lao of some) {
        const name = words.tidy(`${lao.name} ${lao.place}`);
        const rest = typed.split(/\s+/).filter((word) => !name.includes(words.tidy(word)));
        const link = element("a", element("li", list));
        link.href = `../${lao.slug}/search/?${new URLSearchParams({ q: rest.join(" ") || typed })}`;
        link.textContent = lao.name;
      }
    };
    fill(element("ul", parent), ordered.slice(0, LAOS_SHOWN));
    if (ordered.length <= LAOS_SHOWN) return;
    const fold = element("details", parent);
    element("summary", fold).textContent = `อีก ${ordered.length - LAOS_SHOWN} หน่วยงาน`;
    fill(element("ul", fold), ordered.slice(LAOS_SHOWN));
  };

  const clear = (text) => {
    box.replaceChildren();
    status.textContent = text;
    elsewhere.hidden = false;
  };

  const remember = (typed) => {
    const address = new URL(location.href);
    for (const [name, value] of [["q", typed], ["province", chooser?.value]])
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  };

  const run = async () => {
    const typed = input.value.trim();
    remember(typed);
    const letters = words.tidy(typed).replace(/[^\p{L}\p{M}\p{N}]/gu, "").length;
    if (letters < 2) return clear(typed ? "พิมพ์อย่างน้อยสองตัวอักษร" : "");
    if (chooser?.required && !chooser.value) return clear("เลือกจังหวัดที่จะค้นหา");
    const asked = location.search;
    let pages, result, laos;
    try {
      const loading = load();
      if (coming) status.textContent = "กำลังโหลดข้อมูลค้นหา";
      pages = await loading;
      laos = listLaos(pages);
      result = find(pages, typed);
      if (result.isNear && laos.length && laos.length <= FEW_LAOS) {
        const whole = await Promise.all(laos.map((lao) => loadText(`../${lao.slug}/search.json`, lao)));
        pages = [...pages.filter(({ lao }) => !lao.slug), ...whole.flat()];
        result = find(pages, typed);
        laos = [];
      }
    } catch {
      return clear("โหลดข้อมูลค้นหาไม่ได้ ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองอีกครั้ง");
    }
    if (location.search !== asked) return;
    const { hits, note } = result;
    const where = laos.length ? "ในชื่อหน้าและชื่อโครงการ" : "";
    const parts = [];
    if (hits.length) {
      const list = element("ol", null, "hits");
      for (const hit of hits.slice(0, PAGES_SHOWN)) showPage(list, hit);
      parts.push(list);
    }
    if (laos.length) {
      const further = element("section");
      showLaos(further, laos, hits, typed);
      parts.push(further);
    }
    box.replaceChildren(...parts);
    elsewhere.hidden = hits.length > 0;
    for (const link of elsewhere.querySelectorAll("a[href*='search/']")) link.search = new URLSearchParams({ q: typed });
    status.textContent = hits.length
      ? `${note}พบ ${hits.length} รายการ${where}${hits.length > PAGES_SHOWN ? ` แสดง ${PAGES_SHOWN} รายการแรก` : ""}`
      : `ไม่พบ “${typed}” ${where && `${where} `}ลองใช้คำที่สั้นลง ตรวจตัวสะกด หรือเปิดดูจากรายการต่อไปนี้`;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    if (chooser) chooser.value = titles.some(([province]) => province === asked.get("province")) ? asked.get("province") : "";
  };

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  input.addEventListener("focus", () => (chooser?.required && !chooser.value) || load().catch(() => {}), { once: true });
  chooser?.addEventListener("change", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  addEventListener("popstate", () => {
    read();
    run();
  });
  read();
  if (input.value) run();
  else input.focus();
})();
