/* The screen on the wall: says how old its data is, shows one set of tiles after the other, and loads itself anew.
   A classic script without requests of its own, so that it works where a folder is opened from the disk. */
(function () {
  "use strict";
  var MINUTE = 60000, RELOAD = 5 * MINUTE, TURN = 20000, DAY = 24 * 60 * MINUTE;
  var age = document.getElementById("_age");
  var slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var paused = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var shown = 0, button = null;

  /* Days between the day of the data and today, by the calendar of whoever looks at the screen. */
  function daysOld() {
    var part = age.getAttribute("data-day").split("-"), now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return Math.max(0, Math.round((today - Date.UTC(part[0], part[1] - 1, part[2])) / DAY));
  }

  function tellAge() {
    var days = daysOld();
    var words = days === 0 ? "of today" : days === 1 ? "1 day old" : days + " days old";
    age.textContent = "Data as of " + age.getAttribute("data-day") + ", " + words;
    age.parentNode.classList.toggle("old", days > Number(age.getAttribute("data-limit")));
  }

  function show(number) {
    shown = (number + slides.length) % slides.length;
    slides.forEach(function (slide, index) { slide.hidden = index !== shown; });
    try { history.replaceState(null, "", "#" + slides[shown].id); } catch (error) { /* not allowed in a frame */ }
  }

  function pause(stop) {
    paused = stop;
    button.textContent = paused ? "Go on" : "Pause";
    button.setAttribute("aria-pressed", String(paused));
  }

  function rotate() {
    document.documentElement.classList.add("scripted");
    button = document.createElement("button");
    button.type = "button";
    button.title = "Key p; arrow keys turn the screens";
    button.onclick = function () { pause(!paused); };
    document.querySelector("footer nav").prepend(button);
    pause(paused);
    var wanted = slides.map(function (slide) { return "#" + slide.id; }).indexOf(location.hash);
    show(Math.max(0, wanted));
    setInterval(function () { if (!paused && !document.hidden) show(shown + 1); }, TURN);
    addEventListener("hashchange", function () {
      var index = slides.map(function (slide) { return "#" + slide.id; }).indexOf(location.hash);
      if (index >= 0) show(index);
    });
    addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "p" || event.key === "P") pause(!paused);
      else if (event.key === "ArrowRight") show(shown + 1);
      else if (event.key === "ArrowLeft") show(shown - 1);
    });
  }

  /* A small picture of the same site is asked for first: while it cannot be had, the old page stays. */
  function reload() {
    var probe = new Image(), icon = document.querySelector('link[rel="icon"]');
    if (paused && slides.length > 1) return;
    probe.onload = function () { location.reload(); };
    probe.src = icon.href.split("?")[0] + "?" + Date.now();
  }

  tellAge();
  setInterval(tellAge, MINUTE);
  setInterval(reload, RELOAD);
  if (slides.length > 1) rotate();
})();
