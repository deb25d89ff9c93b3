(function () {
  "use strict";
  var root = document.documentElement;
  var each = function (selector, act) { document.querySelectorAll(selector).forEach(act); };
  // A browser may keep nothing for pages that lie in files; then the choice holds for this page.
  var kept = function (value) {
    try {
      if (value) { localStorage.setItem("theme", value); }
      return localStorage.getItem("theme");
    } catch { return null; }
  };
  if (kept() === "dark" || kept() === "light") { root.dataset.theme = kept(); }
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
  var laidOut = function (figure, onPaper, width) {
    var chart = coloured(figure.querySelector("script").textContent, onPaper);
    chart.layout.autosize = !onPaper;
    delete chart.layout.width;
    if (onPaper) { chart.layout.width = width; }
    // A chart names the words and margins that it has on a wide page.
    var wide = chart.layout.meta && chart.layout.meta.wide;
    if (wide && width >= wide.from) { Object.assign(chart.layout, wide.layout); }
    return chart;
  };
  var draw = function (figure, onPaper) {
    var plot = figure.querySelector(".plot");
    var chart = laidOut(figure, onPaper, onPaper ? paperWidth : plot.clientWidth);
    if (!("drawn" in figure.dataset)) { plot.textContent = ""; }
    if (chart.layout.height) {
      plot.style.minHeight = Math.min(chart.layout.height, innerHeight * 1.5) + "px";
      if (chart.layout.height > innerHeight * 1.8) {
        plot.classList.add("tall");
        plot.tabIndex = 0;
      }
    }
    window.Plotly.react(plot, chart.data, chart.layout, { responsive: !onPaper, displaylogo: false, displayModeBar: false }).then(makeRoom);
    figure.dataset.drawn = "";
  };
  var figures = Array.from(document.querySelectorAll("figure.chart"));
  var redraw = function () { figures.forEach(function (figure) { if ("drawn" in figure.dataset) { draw(figure, false); } }); };
  // One chart at a time, so that the page answers its reader between them.
  var drawNext = function () {
    var figure = window.Plotly && figures.find(function (one) { return !("drawn" in one.dataset); });
    if (figure) {
      draw(figure, false);
      figure.querySelectorAll(".pictures").forEach(function (buttons) { buttons.hidden = false; });
      setTimeout(drawNext, 0);
    } else { root.dataset.drawn = "true"; }
  };
  var licence = function () {
    var words = document.getElementById("licence");
    return words ? words.textContent : "";
  };
  each("figure.chart [data-picture]", function (button) {
    button.addEventListener("click", function () {
      var figure = button.closest("figure.chart");
      var chart = laidOut(figure, true, 900);
      chart.layout.paper_bgcolor = "#ffffff";
      var size = { format: "svg", width: 900, height: chart.layout.height || 450 };
      window.Plotly.toImage({ data: chart.data, layout: chart.layout }, size).then(function (address) {
        var plot = figure.querySelector(".plot");
        var about = { foot: licence(), paper: "#ffffff", ink: "#3d4650", alt: plot.getAttribute("aria-label") };
        var svg = window.sifPicture.told(decodeURIComponent(address.slice(address.indexOf(",") + 1)), about);
        return window.sifPicture.save(svg, button.dataset.picture, document.title + " " + plot.id);
      });
    });
  });

  // On a narrow screen the contents would stand between a reader and the title.
  var contents = document.getElementById("contents");
  if (contents && matchMedia("(max-width: 69.99rem)").matches) { contents.open = false; }
  // The contents follow the reading: the last heading that has passed the upper third of the window is where the reader is.
  var places = Array.from(document.querySelectorAll("nav.contents a")).map(function (link) {
    return { link: link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
  }).filter(function (place) { return place.heading; });
  var follow = function () {
    var atEnd = innerHeight + scrollY >= document.body.scrollHeight - 2;
    var passed = places.filter(function (place) { return place.heading.getBoundingClientRect().top < innerHeight / 3; });
    var here = atEnd ? places[places.length - 1] : passed[passed.length - 1];
    places.forEach(function (place) {
      if (place === here) { place.link.setAttribute("aria-current", "true"); } else { place.link.removeAttribute("aria-current"); }
    });
  };
  if (places.length) {
    addEventListener("scroll", follow, { passive: true });
    follow();
  }
  // A table that has room needs no scrolling of its own, and its head stays at the top of the window.
  var fit = function () {
    each(".output, .scroll", function (box) {
      box.classList.remove("fits");
      var wide = Array.from(box.querySelectorAll("table")).some(function (table) { return table.scrollWidth > box.clientWidth + 1; });
      box.classList.toggle("fits", !wide);
      var own = box.matches("[tabindex]") ? [box] : [];
      own.concat(Array.from(box.querySelectorAll(".sif-table[tabindex]"))).forEach(function (scroller) { scroller.tabIndex = wide ? 0 : -1; });
    });
  };
  fit();
  addEventListener("resize", fit);
  each("details", function (details) { details.addEventListener("toggle", fit); });

  var toggle = document.getElementById("theme");
  toggle.hidden = false;
  toggle.addEventListener("click", function () {
    root.dataset.theme = dark() ? "light" : "dark";
    kept(root.dataset.theme);
    redraw();
  });
  each("button.copy", function (button) {
    var words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var code = button.parentElement.querySelector("code, .copied");
      var say = function (text) { button.textContent = text; setTimeout(function () { button.textContent = words; }, 2500); };
      // Where the clipboard is closed to pages, the code is selected and the keyboard does the rest.
      var select = function () { getSelection().selectAllChildren(code); say("Press Ctrl+C"); };
      if (!navigator.clipboard) { select(); return; }
      navigator.clipboard.writeText(code.textContent).then(function () { say("Copied"); }, select);
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
