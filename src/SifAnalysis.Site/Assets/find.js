// Finds authorities by any words of their name, code, region or type; the address keeps them: #kent, #E10000016.
(function () {
  "use strict";
  var search = document.getElementById("search");
  var found = document.getElementById("found");
  var rows = Array.from(document.querySelectorAll("#authorities tbody tr")).map(function (row) {
    var link = row.querySelector("a");
    var slug = link.getAttribute("href").replace(/\.html$/, "");
    return { row: row, words: plain(row.dataset.words), link: link, name: plain(link.textContent), slug: slug };
  });
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['\u2019]/g, "").toLowerCase().trim(); }
  function asked() {
    try { return decodeURIComponent(location.hash.slice(1)).trim(); } catch { return location.hash.slice(1); }
  }
  // The fewest letters to change, add or drop that make one word of another.
  function distance(one, other) {
    var before = Array.from({ length: other.length + 1 }, function (_, index) { return index; });
    for (var i = 1; i <= one.length; i++) {
      var now = [i];
      for (var j = 1; j <= other.length; j++) {
        now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      }
      before = now;
    }
    return before[other.length];
  }
  function nearest(text) {
    return rows.map(function (each) { return { each: each, far: distance(text, each.name.slice(0, text.length + 2)) }; })
      .sort(function (one, other) { return one.far - other.far; })[0].each;
  }
  function matching(text) {
    // "north east" is a region before it is two words, which Northamptonshire in the East Midlands has too.
    var phrase = plain(text).replace(/\s+/g, " ");
    var exact = rows.filter(function (each) { return each.words.includes(phrase); });
    var words = phrase.split(" ");
    return exact.length ? exact
      : rows.filter(function (each) { return words.every(function (word) { return each.words.includes(word); }); });
  }
  function show() {
    var text = search.value.trim();
    var shown = text ? matching(text) : rows;
    rows.forEach(function (each) { each.row.hidden = !shown.includes(each); });
    found.textContent = shown.length
      ? shown.length + (shown.length === 1 ? " authority" : " authorities")
      : "No authority is called \u201c" + text + "\u201d. ";
    if (!shown.length) {
      var near = nearest(plain(text));
      var link = document.createElement("a");
      link.href = near.link.getAttribute("href");
      link.textContent = near.link.textContent;
      found.append("Did you mean ", link, "?");
    }
    return shown;
  }
  search.addEventListener("input", function () {
    show();
    history.replaceState(null, "", "#" + encodeURIComponent(search.value.trim()));
  });
  search.form.addEventListener("submit", function (event) {
    event.preventDefault();
    var text = plain(search.value);
    var shown = show();
    var best = shown.find(function (each) { return each.name === text; }) || (shown.length === 1 ? shown[0] : null);
    if (best) { best.link.click(); }
  });
  function follow() {
    var text = asked();
    // A link to a part of this page names no authority.
    if (text && document.getElementById(text)) {
      show();
      return;
    }
    var isCode = /^e?\d+$/i.test(text);
    var own = rows.find(function (each) { return each.slug === text || (isCode && each.words.split(" ").includes(plain(text))); });
    if (own) { location.replace(own.link.href); return; }
    search.value = text;
    show();
  }
  search.form.hidden = false;
  addEventListener("hashchange", follow);
  follow();
})();
