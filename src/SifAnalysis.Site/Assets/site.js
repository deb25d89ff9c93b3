// Saves the drawings of a page with their title, source and licence in them.
(function () {
  "use strict";
  var kept = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family", "text-anchor"];
  var standing = function (drawing) {
    var copy = drawing.cloneNode(true);
    var shown = drawing.querySelectorAll("*");
    copy.querySelectorAll("*").forEach(function (element, index) {
      var style = getComputedStyle(shown[index]);
      kept.forEach(function (name) { element.setAttribute(name, style.getPropertyValue(name)); });
      element.removeAttribute("class");
    });
    var box = drawing.getBoundingClientRect();
    if (!copy.getAttribute("viewBox")) { copy.setAttribute("width", Math.max(640, Math.round(box.width))); }
    copy.removeAttribute("class");
    return new XMLSerializer().serializeToString(copy);
  };
  document.querySelectorAll("figure.drawn").forEach(function (figure) {
    figure.querySelector(".pictures").hidden = false;
    figure.querySelectorAll("[data-save]").forEach(function (button) {
      button.addEventListener("click", function () {
        var drawing = figure.querySelector("svg.drawing");
        var style = getComputedStyle(document.body);
        var about = {
          title: drawing.dataset.title, foot: document.getElementById("licence").textContent,
          paper: style.backgroundColor, ink: style.color,
          alt: drawing.getAttribute("aria-label")
        };
        window.sifPicture.save(window.sifPicture.told(standing(drawing), about), button.dataset.save, figure.dataset.name);
      });
    });
  });
})();
