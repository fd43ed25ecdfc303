// How the search and the filter of projects read what people type: broken letters, abbreviations, words that mean the
// same, words typed together, slips. Thai has no spaces, so all is compared as substrings; the words that mean the same
// come with the page (data-synonyms), see finish/synonyms.yml.
"use strict";

const words = (() => {
  const DEPENDENT = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"; // belongs to the consonant before it
  const LEADING = "\u0e40-\u0e44"; // belongs to the consonant after it
  const dependent = new RegExp(`[${DEPENDENT}]`);
  // Of a compound these say little alone, and stand in nearly every text.
  const FUNCTION_WORDS = new Set("การ ความ ของ ที่ ใน และ เพื่อ โดย ให้ จาก กับ หรือ แก่ ต่อ ด้วย ว่า เป็น มี ไม่ ได้ นี้ คือ ตาม แล้ว ต้อง".split(" "));

  // Both spellings of sara am, เ twice for แ, marks twice, invisible characters, quotation marks; digits of either kind.
  const tidy = (typed) =>
    typed
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
      .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1")
      .replace(/[“”"‘’…]/g, " ")
      .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50)
      .replace(/\s+/g, " ")
      .trim();

  // The text is searched as it is written, in either digits and either case: rewriting all of it costs more than any search.
  const literal = (word) =>
    word
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/\d{4,}/g, (number) => number.replace(/\B(?=(\d{3})+$)/g, "\u0000"))
      .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
      .replace(/\d/g, (digit) => `[${digit}${String.fromCharCode(0x0e50 + +digit)}]`)
      .replace(/\u0000/g, ",?")
      .replace(/[-\s]+/g, "[-\\s]*");
  // A word of the list, in a text: ป.ป.ช. also as ป. ป. ช. and, where a word begins, as ปปช; English as whole words.
  const ABBREVIATION = /^(?:[ก-ฮ]+\.)+$/;
  const lettersOf = (word) => word.split(".").slice(0, -1);
  const spell = (word) => {
    if (!ABBREVIATION.test(word)) return (/^[a-z\d]/.test(word) ? "\\b" : "") + literal(word) + (/[a-z\d]$/.test(word) ? "\\b" : "");
    const letters = lettersOf(word);
    return `${letters.join("\\.\\s?")}\\.${letters.length > 1 ? "?" : ""}|(?:^|[\\s(])${letters.join("")}(?![${DEPENDENT}.])`;
  };
  // The same in a query, where dots are left out at will, and where one of three letters may end a word: นายกอบต
  const spellTyped = (word) => {
    if (!ABBREVIATION.test(word)) return spell(word);
    const letters = lettersOf(word);
    const atEnd = letters.join("").length > 2 ? `|${letters.join("")}(?=\\s|$)` : "";
    return `${letters.join("\\.\\s?")}\\.|(?:^|\\s)${letters.join("\\.?")}\\.?(?![${DEPENDENT}])${atEnd}`;
  };
  const pattern = (sources) => (sources.length ? new RegExp(sources.sort((a, b) => b.length - a.length).join("|"), "gi") : null);

  const groups = JSON.parse(document.currentScript.dataset.synonyms).map((group) => group.map(tidy));
  const synonyms = new Map();
  for (const group of groups)
    for (const word of group) synonyms.set(word, [...(synonyms.get(word) ?? []), ...group.filter((other) => other !== word)]);
  const vocabulary = [...synonyms.keys()].sort((a, b) => b.length - a.length);
  const anyKnown = new RegExp(vocabulary.map(spellTyped).join("|"), "g");
  const recognise = (text) => vocabulary.find((word) => new RegExp(`^(?:${spellTyped(word)})$`).test(text));

  // A term is what stands between spaces; its parts are the words in it that have synonyms, and what is between them.
  const read = (query) =>
    query
      .replace(anyKnown, (found) => found.replace(/(?!^) /g, "\u00a0"))
      .split(" ")
      .filter(Boolean)
      .map((text) => {
        const parts = [];
        let end = 0;
        for (const { 0: found, index } of text.matchAll(anyKnown)) {
          parts.push({ text: text.slice(end, index) }, { text: found, word: recognise(found) });
          end = index + found.length;
        }
        parts.push({ text: text.slice(end) });
        const telling = parts.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
        // A letter or mark left over tells that the word was another, or misspelt.
        const isWhole = telling.every((part) => part.word || (part.text.length > 1 && !dependent.test(part.text[0])));
        return { text, parts: isWhole ? telling : [{ text }] };
      })
      .filter(({ parts }) => parts.length);

  // What answers a term or a part of it: as it is typed or spelt out, or, for fewer points, other words for it.
  const ask = ({ text, word, parts = [] }) => {
    if (parts.length === 1) return ask(parts[0]);
    const same = [word ? spell(word) : literal(text)];
    const other = [];
    const add = (known, source) => (ABBREVIATION.test(known) ? same : other).push(source);
    for (const synonym of synonyms.get(word) ?? []) if (!synonym.includes(word)) add(word, spell(synonym));
    for (const part of parts)
      for (const synonym of synonyms.get(part.word) ?? [])
        add(part.word, literal(parts.map((one) => (one === part ? synonym : one.text)).join("")));
    return { text: text.replaceAll("\u00a0", " "), same: pattern(same), other: pattern(other), any: pattern([...same, ...other]) };
  };

  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("th", { granularity: "word" }) : null;
  const cut = (part) => {
    if (part.word || !segmenter) return [part];
    const pieces = [...segmenter.segment(part.text)].filter((piece) => piece.isWordLike && piece.segment.length > 1);
    return pieces.map((piece) => ({ text: piece.segment }));
  };

  // A slip in a mark is nearer than one in a letter.
  const distance = (one, other) => {
    const weigh = (letter) => (letter >= "\u0e31" && letter <= "\u0e4e" && !/[\u0e32\u0e33\u0e3f-\u0e46]/.test(letter) ? 0.6 : 1);
    let row = [0];
    for (const letter of other) row.push(row[row.length - 1] + weigh(letter));
    for (const letter of one) {
      const next = [row[0] + weigh(letter)];
      for (let at = 0; at < other.length; at += 1) {
        const swapped = other[at] === letter ? 0 : Math.max(weigh(letter), weigh(other[at]));
        next.push(Math.min(row[at] + swapped, row[at + 1] + weigh(letter), next[at] + weigh(other[at])));
      }
      row = next;
    }
    return row[row.length - 1];
  };

  // Whether a piece of a text is whole words: never a mark without its consonant, nor the end of a word without its start.
  const edges = new Map();
  const leading = new RegExp(`[${LEADING}]`);
  const isWhole = (text, from, to) => {
    const isInside = (at) => dependent.test(text[at] ?? "") || leading.test(text[at - 1] ?? "");
    if (isInside(from) || isInside(to)) return false;
    if (!segmenter) return true;
    const start = text.lastIndexOf(" ", from) + 1;
    const end = text.indexOf(" ", to);
    const around = text.slice(start, end < 0 ? text.length : end);
    if (!edges.has(around)) edges.set(around, new Set([around.length, ...[...segmenter.segment(around)].map((word) => word.index)]));
    return edges.get(around).has(from - start) && edges.get(around).has(to - start);
  };

  // The nearest to a word that the texts have, at most one slip in five letters: the bitap algorithm, one bit a letter.
  const mend = (texts, word) => {
    let slips = Math.min(2, Math.floor(word.length / 5));
    if (!slips || word.length > 31 || /\d/.test(word) || texts.some((text) => text.search(new RegExp(literal(word), "i")) >= 0)) return word;
    const rank = (other) => distance(word, other) + Math.abs(word.length - other.length) / 10;
    let mended = word;
    let best = slips + 0.3;
    for (const other of vocabulary)
      if (Math.abs(other.length - word.length) <= slips && rank(other) < best) {
        best = rank(other);
        mended = other;
      }
    const masks = new Int32Array(0x10000);
    for (let at = 0; at < word.length; at += 1)
      for (const letter of [word[at], word[at].toUpperCase()]) masks[letter.charCodeAt(0)] |= 1 << at;
    const whole = 1 << (word.length - 1);
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
        // It ends about here; which letters belong to it, the distance tells.
        for (let to = at + 1; to <= Math.min(text.length, at + 1 + slips); to += 1)
          for (let from = Math.max(0, to - word.length - slips); from <= to - word.length + slips; from += 1) {
            const near = text.slice(from, to).toLowerCase();
            if (/\s/.test(near) || rank(near) >= best || !isWhole(text, from, to)) continue;
            best = rank(near);
            mended = near;
          }
        if (best < 1.2) slips = 1;
        if (best <= 0.6) return mended; // one mark for another: no other can be nearer
      }
    }
    return mended;
  };

  // From the words as typed to ever looser readings of them: yields what is asked for and how many of its letters are
  // needed, is given how much was found so far. What is only like the words (isNear) waits until nothing else is found.
  function* loosen(typed, listTexts) {
    const terms = read(tidy(typed));
    const nearly = `ไม่พบ “${typed}” ครบทุกคำ แสดงรายการที่ใกล้เคียง · `;
    const join = (some) => some.map(({ text }) => text).join("");
    const reading = (parts, { least, isNear = false, note = "" } = {}) => {
      const asked = parts.map(ask);
      return { asked, least: least ?? join(asked).length, isWhole: !least, isNear, note };
    };
    const like = (parts) => reading(parts, { isNear: true, note: `ไม่พบ “${typed}” แสดงผลของ “${parts.map(({ text }) => text).join(" ")}” · ` });
    const mendAll = (parts) => {
      const mended = parts.map((part) => (part.word ? part.text : mend(listTexts(), part.text)));
      return mended.every((text, at) => text === parts[at].text) ? null : read(mended.join(" "));
    };
    if (!terms.length) return;
    let found = yield reading(terms);
    const parts = terms.flatMap((term) => term.parts);
    if (parts.length > terms.length) found = yield reading(parts);
    let mended = found ? null : mendAll(terms.map((term) => (term.parts.length > 1 ? term : term.parts[0])));
    if (mended) found = yield like(mended);
    const pieces = parts.flatMap(cut);
    const isNear = join(pieces) !== join(parts);
    if (isNear || pieces.length > parts.length) found = yield reading(pieces, { isNear, note: isNear ? nearly : "" });
    mended = found ? null : mendAll(pieces);
    if (mended) found = yield like(mended);
    const telling = pieces.filter(({ text }) => !FUNCTION_WORDS.has(text));
    if (!found && telling.length > 1) yield reading(telling, { least: join(parts).length / 2, isNear: true, note: nearly });
  }

  return { tidy, loosen };
})();
