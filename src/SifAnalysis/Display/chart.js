// Draws one chart when plotly.js is there, in the page's light or dark colours; until then the table stands in for it.
(function (id, figure) {
  "use strict";
  function dark(node) {
    for (; node && node.nodeType === 1; node = node.parentElement) {
      var rgb = getComputedStyle(node).backgroundColor.match(/[\d.]+/g);
      if (rgb && !(rgb.length > 3 && +rgb[3] === 0)) { return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] < 128; }
    }
    return false;
  }
  function coloured(node) {
    var colours = figure.layout.meta && figure.layout.meta.dark;
    return !colours || !dark(node) ? figure : JSON.parse(JSON.stringify(figure), function (key, value) {
      return key !== "meta" && typeof value === "string" && Object.hasOwn(colours, value) ? colours[value] : value;
    });
  }
  function isWide(node) {
    var wide = figure.layout.meta && figure.layout.meta.wide;
    return Boolean(wide) && node.clientWidth >= wide.from;
  }
  function draw(Plotly) {
    document.querySelectorAll("[id='" + id + "']:not([data-drawn])").forEach(function (node) {
      var shown = coloured(node);
      node.setAttribute("data-drawn", "");
      node.textContent = "";
      node.style.minHeight = "";
      // Title, margins and height have a wide form of their own.
      var wide = isWide(node);
      function show() {
        var layout = Object.assign({}, shown.layout, wide ? shown.layout.meta.wide.layout : null);
        Plotly.react(node, shown.data, layout, { responsive: true, displaylogo: false, displayModeBar: false });
      }
      show();
      window.addEventListener("resize", function () {
        if (isWide(node) !== wide) { wide = !wide; show(); }
      });
    });
  }
  function start() {
    if (window.Plotly && window.Plotly.newPlot) { draw(window.Plotly); }
    else if (window.sifPlotly) { window.sifPlotly.then(draw); }
    else { window.addEventListener("sif-plotly", function () { window.sifPlotly.then(draw); }, { once: true }); }
  }
  setTimeout(start, 0);
})
