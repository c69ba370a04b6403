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

      // A document: cards, views, legend.
      const page = (data) => {
        const main = one("#doc");
        const text = (index) => data.strings[index] ?? "";
        const stage = (by) => data.stages[by] ?? "";
        const score = (value) => String(Math.round(value * 1000) / 1000);
        const source = (list) => {
          const pieces = [];
          for (let i = 0; i + 2 < list.length; i += 3) {
            const part = text(list[i]);
            pieces.push((part ? part + " " : "") + "bytes " + list[i + 1] + "–" + list[i + 2]);
          }
          return pieces.join(", ");
        };

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
              const value = from.textContent;
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
