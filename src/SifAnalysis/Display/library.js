// Unpacks plotly.js once a page. A module loader in the page (classic Notebook's RequireJS) must not see the script.
(function (packed) {
  "use strict";
  if (window.sifPlotly || (window.Plotly && window.Plotly.newPlot)) { return; }
  var bytes = Uint8Array.from(atob(packed), function (letter) { return letter.charCodeAt(0); });
  window.sifPlotly = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(function (script) {
    new Function("define", "module", "exports", "require", script).call(window);
    return window.Plotly;
  });
  window.dispatchEvent(new Event("sif-plotly"));
})
