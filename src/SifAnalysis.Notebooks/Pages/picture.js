// A drawing with its title, source and licence in it, so that they go wherever the picture goes.
(function () {
  "use strict";
  var space = "http://www.w3.org/2000/svg";
  var letters = "system-ui, 'Liberation Sans', Arial, sans-serif";
  var lines = function (text, letters) {
    return text.split(/\s+/).reduce(function (all, word) {
      var last = all[all.length - 1];
      if (last && (last + " " + word).length <= letters) { all[all.length - 1] = last + " " + word; } else { all.push(word); }
      return all;
    }, []);
  };
  // about: title (where the drawing has none of its own), foot, paper, ink, alt.
  var told = function (svgText, about) {
    var drawing = new DOMParser().parseFromString(svgText, "image/svg+xml");
    var inner = drawing.documentElement;
    var box = (inner.getAttribute("viewBox") || "").split(/[\s,]+/).map(Number);
    var width = parseFloat(inner.getAttribute("width")) || box[2];
    var height = parseFloat(inner.getAttribute("height")) || box[3];
    var head = about.title ? lines(about.title, Math.floor(width / 9)) : [];
    var foot = lines(about.foot || "", Math.floor((width - 20) / 5.6));
    var top = head.length ? head.length * 22 + 12 : 0;
    var total = top + height + foot.length * 14 + 14;
    var outer = drawing.createElementNS(space, "svg");
    outer.setAttribute("xmlns", space);
    outer.setAttribute("viewBox", "0 0 " + width + " " + total);
    outer.setAttribute("width", width);
    outer.setAttribute("height", total);
    if (about.alt) {
      outer.setAttribute("role", "img");
      add("title", {}, about.alt);
    }
    add("rect", { width: width, height: total, fill: about.paper });
    write(head, 22, { x: 10, "font-size": 17, "font-weight": 700 }, 24);
    inner.setAttribute("y", top);
    inner.setAttribute("width", width);
    inner.setAttribute("height", height);
    outer.appendChild(inner);
    write(foot, 14, { x: 10, "font-size": 10.5 }, top + height + 12);
    return new XMLSerializer().serializeToString(outer);

    function add(name, attributes, text) {
      var element = drawing.createElementNS(space, name);
      Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
      if (text) { element.textContent = text; }
      outer.appendChild(element);
    }
    function write(texts, step, attributes, from) {
      texts.forEach(function (text, index) {
        add("text", Object.assign({ y: from + index * step, fill: about.ink, "font-family": letters }, attributes), text);
      });
    }
  };
  var painted = function (svgText, scale) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = Math.round(image.width * scale);
        canvas.height = Math.round(image.height * scale);
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        resolve(canvas.toDataURL("image/png"));
      };
      image.onerror = function () { reject(new Error("the drawing could not be painted")); };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgText);
    });
  };
  var save = function (svgText, format, name) {
    var drawn = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgText);
    var address = format === "png" ? painted(svgText, 2) : Promise.resolve(drawn);
    return address.then(function (href) {
      var link = document.createElement("a");
      link.href = href;
      link.download = name + "." + format;
      link.click();
    });
  };
  window.sifPicture = { told: told, painted: painted, save: save };
})();
