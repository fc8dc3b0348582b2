/* The search page, and the key / that leads there from every page. A classic script without modules or requests of
   its own, so that it works where a folder is opened from the disk. Everything found is shown as text, never as markup. */
(function () {
  "use strict";
  var MOST = 50, SWITCH = "okrlint-slash";
  var LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
  var KINDS = ["objective", "key result", "person", "team"];
  var form = document.getElementById("_search");
  var rows = [], seen = 0, loaded = {};

  function stored(value) {
    try {
      if (value !== undefined) localStorage.setItem(SWITCH, value);
      return localStorage.getItem(SWITCH);
    } catch (error) {
      return null;
    }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    var link = document.querySelector('a[href$="search.html"]');
    if (stored() === "off" || !(form || link)) return;
    event.preventDefault();
    if (form) form.elements._query.focus();
    else location.href = link.href + "#_query";
  });

  if (!form) return;
  var input = form.elements._query, where = form.elements._where, list = document.getElementById("_results");
  var status = document.getElementById("_status"), slash = document.getElementById("_slash");

  function fold(text) {
    var plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return plain.replace(/[ßæœøłđðþı]/g, function (letter) { return LETTERS[letter]; });
  }

  function words(text) {
    return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  function spaced(text) {
    return " " + words(text).join(" ") + " ";
  }

  /* Each file of the index pushes one chunk: words once, rows that refer to them by number. */
  function unpack(chunk) {
    chunk.rows.forEach(function (row) {
      var named = row[3].map(function (number) { return chunk.people[number]; });
      var rest = [chunk.teams[row[2]], chunk.quarter].concat(named, chunk.metrics[row[4]]).filter(Boolean);
      var link = chunk.paths[row[5]] + ".html" + (row[6] ? "#" + row[6] : "");
      rows.push({
        title: row[1], link: link, quarter: chunk.quarter, about: [KINDS[row[0]]].concat(rest).join(" · "),
        head: spaced(row[1]), tail: spaced(rest.join(" "))
      });
    });
  }

  /* Every word must begin a word of the row; whole words and words of the title weigh more. */
  function weight(row, asked) {
    var sum = 0;
    for (var i = 0; i < asked.length; i++) {
      var begin = " " + asked[i];
      if (row.head.indexOf(begin) >= 0) sum += row.head.indexOf(begin + " ") >= 0 ? 4 : 3;
      else if (row.tail.indexOf(begin) >= 0) sum += row.tail.indexOf(begin + " ") >= 0 ? 2 : 1;
      else return 0;
    }
    return sum;
  }

  function item(row) {
    var entry = document.createElement("li"), link = document.createElement("a"), about = document.createElement("small");
    link.href = row.link;
    link.textContent = row.title;
    about.textContent = row.about;
    entry.append(link, document.createElement("br"), about);
    return entry;
  }

  function told(count, shown) {
    if (!count) return "Nothing begins with these words";
    if (count > shown) return count + " found, the best " + shown + " are shown: type more to narrow it";
    return count + " found";
  }

  function show() {
    var asked = words(input.value), only = where && where.value, found = [];
    if (asked.length) {
      rows.forEach(function (row, place) {
        var value = only && row.quarter && row.quarter !== only ? 0 : weight(row, asked);
        if (value) found.push([value, place, row]);
      });
      found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    }
    var best = found.slice(0, MOST);
    list.replaceChildren.apply(list, best.map(function (entry) { return item(entry[2]); }));
    status.textContent = asked.length ? told(found.length, best.length) : "";
  }

  function load(name) {
    if (loaded[name]) return;
    loaded[name] = true;
    var script = document.createElement("script");
    script.src = name;
    script.async = false; /* in the order of the quarters, the newest first */
    script.onload = function () {
      while (seen < window.okrlintIndex.length) unpack(window.okrlintIndex[seen++]);
      show();
    };
    script.onerror = function () { status.textContent = "A part of the index is missing: " + name; };
    document.head.append(script);
  }

  function loadAsked() {
    var files = form.getAttribute("data-index").split(" ");
    if (where && where.value) files = [files[0], where.selectedOptions[0].getAttribute("data-file")];
    files.forEach(load);
  }

  function step(event) {
    var links = Array.from(list.querySelectorAll("a")), place = links.indexOf(document.activeElement);
    if (event.key === "Escape" && place >= 0) input.focus();
    else if (event.key === "ArrowDown" && links[place + 1]) links[place + 1].focus();
    else if (event.key === "ArrowUp" && place > 0) links[place - 1].focus();
    else if (event.key === "ArrowUp" && place === 0) input.focus();
    else return;
    event.preventDefault();
  }

  var waiting;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    show();
    var first = list.querySelector("a");
    if (first && input.value) first.focus();
  });
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  input.addEventListener("keydown", step);
  list.addEventListener("keydown", step);
  if (where) where.addEventListener("change", function () { loadAsked(); show(); });
  slash.checked = stored() !== "off";
  slash.addEventListener("change", function () { stored(slash.checked ? "on" : "off"); });
  form.hidden = false;
  loadAsked();
  if (location.hash === "#_query") input.focus();
})();
