extension Assets {
  /// `assets/songngu.js`.
  ///
  /// Puts text into the page with `textContent` only, so that nothing in a document can become markup.
  static let script = #"""
    (() => {
      "use strict";
      const one = (selector, root = document) => root.querySelector(selector);
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];
      const make = (name, text, attributes = {}) => {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        for (const key in attributes) element.setAttribute(key, attributes[key]);
        return element;
      };

      const table = (heads, rows, left, one, many) => {
        const wrap = make("div", undefined, { class: "scroll" });
        const table = make("table", undefined, { class: "cards" });
        const head = make("tr");
        for (const name of heads) head.append(make("th", name, { scope: "col" }));
        table.append(make("thead"), make("tbody"));
        table.tHead.append(head);
        for (const cells of rows) {
          const row = make("tr");
          row.append(...cells);
          table.tBodies[0].append(row);
        }
        wrap.append(table);
        return left > 0 ? [wrap, make("p", left + (left === 1 ? one : many) + " not shown here.", { class: "notice" })] : [wrap];
      };
      const link = (anchor, text) => make("a", text, { href: "#" + anchor });
      // An edit across the end of another mark is in several pieces.
      const whole = (name, number) => all(name + '[data-e="' + number + '"]').map((piece) => piece.textContent).join("");
      const rowLimit = 500;
      const linkLimit = 50;

      // The names of a document: mentions of one concept, or of one unlinked name, the most frequent first.
      const names = (data, main) => {
        const section = one("#names", main)?.parentElement;
        if (!section) return;
        const mentions = new Map();
        for (const piece of all("mark", main)) {
          const found = mentions.get(piece.dataset.a);
          if (found) found.text += piece.textContent;
          else mentions.set(piece.dataset.a, { text: piece.textContent, type: piece.classList[1] });
        }
        const found = new Map();
        for (const [id, { text, type }] of mentions) {
          if (type === "date" || type === "money") continue;
          const concept = data.marks[id]?.[5] ?? -1;
          const name = text.trim().replace(/\s+/g, " ").slice(0, 200);
          const key = type + " " + (concept < 0 ? "- " + name : concept);
          if (!found.has(key)) found.set(key, { name, type, concept, ids: [] });
          found.get(key).ids.push(id);
        }
        const list = [...found.values()].sort((a, b) => b.ids.length - a.ids.length);
        const rows = list.slice(0, rowLimit).map(({ name, type, concept, ids }) => {
          const [id = "", vi = "", en = ""] = data.concepts[concept] ?? [];
          const head = make("th", undefined, { scope: "row" });
          if (en) head.append(make("bdi", en, { lang: "en" }));
          if (vi && vi !== en) head.append(en ? " " : "", make("bdi", vi, en ? { lang: "vi", class: "second" } : { lang: "vi" }));
          if (!en && !vi) head.append(make("bdi", name));
          const kind = make("td");
          kind.append(make("span", type, { class: "e " + type }));
          const links = make("td", undefined, { class: "links block" });
          ids.slice(0, linkLimit).forEach((id, i) => links.append(link("a" + id, i + 1), " "));
          if (ids.length > linkLimit) links.append(make("span", ids.length + " in all", { class: "note" }));
          return [head, kind, make("td", id, { class: id ? "code" : "code z" }), links];
        });
        section.append(...table(["Name", "Type", "Concept", "Mentions"], rows, list.length - rowLimit, " name is", " names are"));
        section.hidden = false;
      };

      // Each edit that is marked, made when it is asked for.
      const edits = (data, main) => {
        const details = one("#each", main);
        if (!details) return;
        details.hidden = false;
        details.addEventListener("toggle", () => {
          const numbers = Object.keys(data.edits);
          const cell = (label, name, number, from) => {
            const value = whole(name, number);
            const short = value.length > 200 ? value.slice(0, 200) + "…" : value;
            const cell = make("td", undefined, { "data-label": label });
            const element = value ? make(name, short, { class: "x" }) : make("span", "nothing", { class: "note" });
            if (value && from?.dataset.g) element.dataset.g = from.dataset.g;
            cell.append(element);
            return cell;
          };
          const rows = numbers.slice(0, rowLimit).map((number) => {
            const [reason, , , count, from] = data.edits[number];
            const head = make("th", undefined, { scope: "row" });
            head.append(link("e" + number, "e" + number));
            if (count > 1) head.append(make("span", " and " + (count - 1) + " more", { class: "note" }));
            const why = make("td", undefined, { "data-label": "Reason" });
            why.append(make("code", data.strings[reason]));
            return [
              head, cell("Before", "del", number, one("#d" + number)), cell("After", "ins", number, one("#e" + number)), why,
              make("td", places(data, from), { class: "code", "data-label": "Source" }),
            ];
          });
          details.append(...table(["Edit", "Before", "After", "Reason", "Source"], rows, numbers.length - rowLimit, " edit is", " edits are"));
        }, { once: true });
      };

      // Stretches of the source: “420–465”, with the part's name before it if it is not the file itself.
      const places = (data, list, unit = "") => {
        const pieces = [];
        for (let i = 0; i + 2 < list.length; i += 3) {
          const part = data.strings[list[i]];
          pieces.push((part ? part + " " : "") + unit + list[i + 1] + "–" + list[i + 2]);
        }
        return pieces.join(", ");
      };

      // A document: cards, views, legend.
      const page = (data) => {
        const main = one("#doc");
        const text = (index) => data.strings[index] ?? "";
        const stage = (by) => data.stages[by] ?? "";
        const score = (value) => String(Math.round(value * 1000) / 1000);
        const source = (list) => places(data, list, "bytes ");

        // Marks are numbered by their anchors; continuations say whose they are.
        for (const mark of all("mark[id], del[id], ins[id]", main)) {
          mark.tabIndex = 0;
          mark.dataset[mark.localName === "mark" ? "a" : "e"] = mark.id.slice(1);
        }
        for (const build of [names, edits]) build(data, main);

        const card = make("div", undefined, { id: "card", role: "dialog", "aria-label": "Details", hidden: "" });
        document.body.append(card);
        let current = null;
        let pinned = false;
        let timer = 0;

        const row = (list, name, value) => {
          if (value === "" || value === undefined) return;
          list.append(make("dt", name), make("dd", value));
        };
        const label = (name) => name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, " ");
        const title = (vi, en, fallback) => {
          const main = en || vi || fallback;
          card.append(make("h3", main, en ? { lang: "en" } : vi ? { lang: "vi" } : {}));
          if (vi && en && vi !== en) card.append(make("p", vi, { lang: "vi", class: "second" }));
        };

        const entityCard = (mark, id) => {
          const [type, rule, sure, by, from, number, match, linkRule, linkScore, linkBy, candidates = [], more = []] = data.marks[id];
          const [concept, vi, en, definitionVi, definitionEn, ...facts] = data.concepts[number] ?? [""];
          card.append(make("div", text(type), { class: "kind" }));
          title(vi, en, mark.textContent);
          if (definitionEn) card.append(make("p", definitionEn, { lang: "en" }));
          if (definitionVi) card.append(make("p", definitionVi, { lang: "vi", class: "second" }));
          const list = make("dl");
          row(list, "Concept", concept);
          facts.forEach((fact, i) => row(list, ["Concept type", "Parent", "Valid from", "Valid to", "Successors", "Note"][i], fact));
          row(list, "Match", text(match));
          if (linkScore != null) row(list, "Link", text(linkRule) + ", score " + score(linkScore) + ", by " + stage(linkBy));
          const others = [];
          for (let i = 0; i + 1 < candidates.length; i += 2) others.push(text(candidates[i]) + " (" + score(candidates[i + 1]) + ")");
          row(list, concept ? "Other candidates" : "Candidates", others.join(", "));
          row(list, "Found by", stage(by));
          row(list, "Rule", text(rule));
          row(list, "Score", score(sure));
          for (let i = 0; i + 1 < more.length; i += 2) row(list, label(text(more[i])), text(more[i + 1]));
          row(list, "Source", source(from));
          card.append(list);
        };

        const editCard = (number) => {
          const [reason, by, sure, count, from] = data.edits[number];
          card.append(make("div", count > 1 ? count + " edits" : "Edit", { class: "kind" }));
          card.append(make("h3", text(reason)));
          const before = one("#d" + number);
          const after = one("#e" + number);
          if (before && after && count === 1) {
            const change = make("p", undefined, { class: "change" });
            const copy = (name, from) => {
              const value = whole(name, number);
              const element = make(name, value.length > 300 ? value.slice(0, 300) + "…" : value, { class: "x" });
              if (from.dataset.g) element.dataset.g = from.dataset.g;
              return value ? element : make("span", "nothing", { class: "note" });
            };
            change.append(copy("del", before), " → ", copy("ins", after));
            card.append(change);
          }
          const list = make("dl");
          row(list, "Made by", stage(by));
          row(list, "Score", score(sure));
          row(list, "Source", source(from));
          card.append(list);
        };

        // A mark may lie inside another, even fill it: a way from the inner to the outer.
        const outside = (mark) => {
          const outer = mark.parentElement?.closest("[data-a], [data-e]");
          if (!outer) return;
          const { a, e } = outer.dataset;
          const name = a === undefined ? text(data.edits[e]?.[0]) : text(data.marks[a]?.[0]);
          const whole = partners(outer).map((part) => part.textContent).join("");
          const button = make("button", "Inside " + name + ": " + whole.slice(0, 80), { type: "button", class: "inside" });
          button.addEventListener("click", (event) => {
            event.stopPropagation();
            show(outer);
            pinned = true;
            one("button", card)?.focus();
          });
          card.append(button);
        };

        const partners = ({ dataset: { a, e } }) =>
          all(e !== undefined ? '[data-e="' + e + '"]' : '[data-a="' + a + '"]', main);
        const hide = () => {
          if (current) {
            for (const mark of partners(current)) mark.classList.remove("on");
            current.removeAttribute("aria-describedby");
          }
          current = null;
          pinned = false;
          card.hidden = true;
        };
        const show = (mark) => {
          clearTimeout(timer);
          if (mark === current) return;
          hide();
          const { a, e } = mark.dataset;
          if (a === undefined ? !data.edits[e] : !data.marks[a]) return;
          card.replaceChildren();
          if (a !== undefined) entityCard(mark, a); else editCard(e);
          outside(mark);
          const close = make("button", "×", { type: "button", class: "close", "aria-label": "Close" });
          close.addEventListener("click", () => { const mark = current; hide(); mark?.focus({ preventScroll: true }); });
          card.prepend(close);
          current = mark;
          for (const other of partners(mark)) other.classList.add("on");
          mark.setAttribute("aria-describedby", "card");
          card.hidden = false;
          const rectangle = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
          const below = rectangle.bottom + card.offsetHeight + 12 < innerHeight || rectangle.top < card.offsetHeight + 12;
          const left = Math.max(12, Math.min(rectangle.left, document.documentElement.clientWidth - card.offsetWidth - 12));
          card.style.left = left + scrollX + "px";
          card.style.top = (below ? rectangle.bottom + 6 : rectangle.top - card.offsetHeight - 6) + scrollY + "px";
        };

        const markOf = (target) => target.closest?.("[data-a], [data-e]");
        main.addEventListener("mouseover", (event) => {
          const mark = markOf(event.target);
          if (!mark || pinned) return;
          clearTimeout(timer);
          timer = setTimeout(() => show(mark), current ? 60 : 140);
        });
        main.addEventListener("mouseout", (event) => {
          if (!markOf(event.target) || pinned) return;
          clearTimeout(timer);
          timer = setTimeout(hide, 220);
        });
        card.addEventListener("mouseenter", () => clearTimeout(timer));
        card.addEventListener("mouseleave", () => { if (!pinned) timer = setTimeout(hide, 220); });
        main.addEventListener("focusin", (event) => {
          const mark = markOf(event.target);
          if (mark && mark.matches(":focus-visible")) show(mark);
        });
        document.addEventListener("focusin", (event) => {
          if (current && !card.contains(event.target) && !markOf(event.target)) hide();
        });
        document.addEventListener("click", (event) => {
          const mark = markOf(event.target);
          if (mark && main.contains(mark)) {
            show(mark);
            pinned = true;
          } else if (!card.contains(event.target)) hide();
        });
        document.addEventListener("keydown", (event) => {
          if (event.key === "Escape" && current) {
            const mark = current;
            hide();
            if (card.contains(document.activeElement)) mark.focus();
          } else if (event.key === "Enter" && markOf(document.activeElement) === document.activeElement) {
            show(document.activeElement);
            pinned = true;
          }
        });

        const views = all("[data-show]");
        const choose = (view) => {
          main.dataset.view = view;
          for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.show === view));
        };
        for (const button of views) button.addEventListener("click", () => { hide(); choose(button.dataset.show); });
        if (views.length) choose(main.dataset.view);
        for (const button of all("[data-type]")) {
          button.addEventListener("click", () => {
            const isOff = main.classList.toggle("no-" + button.dataset.type);
            button.setAttribute("aria-pressed", String(!isOff));
          });
        }
        // A link to a mark opens its card too.
        const arrive = () => {
          const mark = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
          if (!mark) return;
          if (!mark.offsetParent && mark.closest(".a, .b")) { choose("both"); mark.scrollIntoView(); }
          if (markOf(mark) !== mark) return;
          mark.focus({ preventScroll: true });
          show(mark);
        };
        addEventListener("hashchange", arrive);
        arrive();
      };

      // The index: filter.
      const index = () => {
        const form = one(".filter");
        if (!form) return;
        form.hidden = false;
        const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
        const rows = all("[data-filtered] tbody tr").map((element) => ({
          element, text: fold(one("th", element).textContent), outcome: element.dataset.outcome,
          types: element.dataset.types.split(" "),
        }));
        const apply = () => {
          const words = fold(one("#filter").value).split(/\s+/).filter(Boolean);
          const outcome = one("#outcome").value;
          const type = one("#type").value;
          let count = 0;
          for (const row of rows) {
            const fits = words.every((word) => row.text.includes(word)) && (!outcome || row.outcome === outcome)
              && (!type || row.types.includes(type));
            row.element.hidden = !fits;
            if (fits) count += 1;
          }
          one("#shown").textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
        };
        form.addEventListener("input", apply);
        form.addEventListener("submit", (event) => event.preventDefault());
        apply();
      };

      const data = one("#data");
      if (data) page(JSON.parse(data.textContent)); else index();
    })();

    """#
}
