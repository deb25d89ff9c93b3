(function () {
  "use strict";
  var root = document.documentElement;
  var dark = function () {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  // A chart names the colour that takes each one's place on a dark page.
  var coloured = function (text, onPaper) {
    var colours = JSON.parse(text).layout.meta;
    colours = !onPaper && dark() && colours && colours.dark;
    return JSON.parse(text, function (key, value) {
      return colours && key !== "meta" && typeof value === "string" && Object.hasOwn(colours, value) ? colours[value] : value;
    });
  };
  // On a narrow screen the legend takes several lines; the plot moves down until the words above it are free.
  var makeRoom = function (plot) {
    var title = plot.querySelector(".g-gtitle");
    var legend = plot.querySelector(".legend");
    var overlap = title && legend ? Math.ceil(title.getBoundingClientRect().bottom - legend.getBoundingClientRect().top) + 6 : 0;
    if (overlap > 6) {
      window.Plotly.relayout(plot, { "margin.t": plot.layout.margin.t + overlap, height: plot.layout.height + overlap });
    }
  };
  var paperWidth = 680;
  var draw = function (figure, onPaper) {
    var chart = coloured(figure.querySelector("script").textContent, onPaper);
    chart.layout.autosize = !onPaper;
    delete chart.layout.width;
    if (onPaper) { chart.layout.width = paperWidth; }
    var plot = figure.querySelector(".plot");
    // A chart names the words and margins that it has on a wide page.
    var wide = chart.layout.meta && chart.layout.meta.wide;
    if (wide && (onPaper ? paperWidth : plot.clientWidth) >= wide.from) { Object.assign(chart.layout, wide.layout); }
    if (chart.layout.height) { plot.style.minHeight = chart.layout.height + "px"; }
    window.Plotly.react(plot, chart.data, chart.layout, { responsive: !onPaper, displaylogo: false, displayModeBar: false }).then(makeRoom);
    figure.dataset.drawn = "";
  };
  var figures = Array.from(document.querySelectorAll("figure.chart"));
  var redraw = function () { figures.forEach(function (figure) { if ("drawn" in figure.dataset) { draw(figure, false); } }); };
  // One chart at a time, so that the page answers its reader between them.
  var drawNext = function () {
    var figure = figures.find(function (each) { return !("drawn" in each.dataset); });
    if (figure) { draw(figure, false); setTimeout(drawNext, 0); } else { root.dataset.drawn = "true"; }
  };

  // On a narrow screen the contents would stand between a reader and the title.
  var contents = document.getElementById("contents");
  if (contents && matchMedia("(max-width: 69.99rem)").matches) { contents.open = false; }
  var toggle = document.getElementById("theme");
  toggle.hidden = false;
  toggle.addEventListener("click", function () {
    root.dataset.theme = dark() ? "light" : "dark";
    redraw();
  });
  document.querySelectorAll("button.copy").forEach(function (button) {
    button.addEventListener("click", function () {
      var code = button.parentElement.querySelector("code");
      var say = function (words) { button.textContent = words; setTimeout(function () { button.textContent = "Copy"; }, 2500); };
      // Where the clipboard is closed to pages, the code is selected and the keyboard does the rest.
      var select = function () { getSelection().selectAllChildren(code); say("Press Ctrl+C"); };
      if (navigator.clipboard) { navigator.clipboard.writeText(code.textContent).then(function () { say("Copied"); }, select); } else { select(); }
    });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("(min-width: 680px)").addEventListener("change", redraw);
  addEventListener("beforeprint", function () { figures.forEach(function (figure) { draw(figure, true); }); });
  addEventListener("afterprint", redraw);
  root.dataset.ready = "true";
  // The chart library is the page's last script.
  document.addEventListener("DOMContentLoaded", drawNext);
})();
