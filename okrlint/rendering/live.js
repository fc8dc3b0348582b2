/* Loads the page anew when the plans behind it have changed. Only `okrlint serve` hands this out. */
(function () {
  "use strict";
  var own = document.currentScript.src.split("?")[1];
  var events = new EventSource("/_okrlint/events");
  events.onmessage = function (event) {
    if (event.data !== own) { events.close(); location.reload(); }
  };
})();
