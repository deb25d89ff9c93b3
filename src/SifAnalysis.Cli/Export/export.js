// Draws each chart of the page as a picture with its source and licence, one after another, and leaves the pictures in its body as base64.
(async function () {
  "use strict";
  var asked = JSON.parse(document.getElementById("charts").textContent);
  var pictures = [];
  for (var figure of asked.figures) {
    figure.layout.paper_bgcolor = asked.paper;
    // A chart names the words and margins that it has where there is room.
    var wide = figure.layout.meta && figure.layout.meta.wide;
    if (wide && asked.width >= wide.from) { Object.assign(figure.layout, wide.layout); }
    var size = { format: "svg", width: asked.width, height: figure.layout.height || 450 };
    var address = await window.Plotly.toImage({ data: figure.data, layout: figure.layout }, size);
    var drawing = decodeURIComponent(address.slice(address.indexOf(",") + 1));
    var svg = window.sifPicture.told(drawing, { foot: asked.foot, paper: asked.paper, ink: asked.ink });
    pictures.push(asked.format === "png" ? (await window.sifPicture.painted(svg, asked.scale)).split(",")[1] : encoded(svg));
  }
  document.querySelectorAll("script").forEach(function (script) { script.remove(); });
  document.body.textContent = pictures.join(" ");

  function encoded(text) {
    var letters = "";
    new TextEncoder().encode(text).forEach(function (byte) { letters += String.fromCharCode(byte); });
    return btoa(letters);
  }
})().catch(function (error) { document.body.textContent = "failed: " + error.message; });
