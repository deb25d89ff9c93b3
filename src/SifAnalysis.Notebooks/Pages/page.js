(function () {
  "use strict";
  var root = document.documentElement;
  var dark = function () {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  // A chart names the colour that takes each one's place on a dark page.
  var coloured = function (text) {
    var colours = JSON.parse(text).layout.meta;
    colours = dark() && colours && colours.dark;
    return JSON.parse(text, function (key, value) {
      return colours && key !== "meta" && typeof value === "string" && Object.hasOwn(colours, value) ? colours[value] : value;
    });
  };
  var draw = function () {
    document.querySelectorAll("figure.chart").forEach(function (figure) {
      var chart = coloured(figure.querySelector("script").textContent);
      chart.layout.autosize = true;
      delete chart.layout.width;
      var plot = figure.querySelector(".plot");
      // A chart names the words and margins that it has on a wide page.
      var wide = chart.layout.meta && chart.layout.meta.wide;
      if (wide && plot.clientWidth >= wide.from) { Object.assign(chart.layout, wide.layout); }
      window.Plotly.react(plot, chart.data, chart.layout, { responsive: true, displaylogo: false, displayModeBar: false });
    });
  };
  document.addEventListener("DOMContentLoaded", function () {
    var toggle = document.getElementById("theme");
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      root.dataset.theme = dark() ? "light" : "dark";
      if (window.Plotly) { draw(); }
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
    if (window.Plotly) {
      draw();
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
      matchMedia("(min-width: 680px)").addEventListener("change", draw);
    }
    root.dataset.ready = "true";
  });
})();
