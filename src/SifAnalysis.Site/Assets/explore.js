// Follows the reader's choice: sentence, bars, map, table and the line of C#. The address keeps the choice.
(function () {
  "use strict";
  var site = window.sifSite;
  var space = "http://www.w3.org/2000/svg";
  var control = {};
  ["framework", "area", "day", "region", "type"].forEach(function (name) { control[name] = document.getElementById(name); });
  var answer = document.getElementById("answer");
  var rows = document.getElementById("rows");
  var bars = document.querySelector("figure[data-name='judgements-by-region'] svg");
  var map = document.querySelector("figure[data-name='judgements-map'] svg");
  var months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  var words = function (day) { return +day.slice(8) + " " + months[+day.slice(5, 7) - 1] + " " + day.slice(0, 4); };
  var letters = ["–", "O", "G", "RI", "I"];
  var element = function (name, attributes, text) {
    var made = document.createElementNS(space, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text !== undefined) { made.textContent = text; }
    return made;
  };
  var framework = function () { return site.frameworks[control.framework.selectedIndex]; };
  var lastDay = function (index) {
    return site.reports.reduce(function (last, report) { return report[1] === index && report[2] > last ? report[2] : last; }, "");
  };
  var isDay = function (text) {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;
  };

  site.frameworks.forEach(function (each) { control.framework.add(new Option(each.name, each.name)); });
  var listAreas = function () {
    control.area.length = 0;
    framework().areas.forEach(function (area) { control.area.add(new Option(area.name, area.short)); });
  };

  // Reads the address; a choice that there is not is told, and the first one stands in for it.
  var read = function () {
    // A link to a part of this page is no choice.
    if (location.hash.length > 1 && !location.hash.includes("=")) {
      if (control.area.length === 0) { listAreas(); } else { return; }
    }
    var asked = new URLSearchParams(location.hash.slice(1));
    var wrong = [];
    var choose = function (name, fallback) {
      var value = asked.get(name);
      var own = Array.from(control[name].options).findIndex(function (option) { return option.value === value; });
      if (value !== null && own < 0) { wrong.push(name + " \u201c" + value + "\u201d"); }
      control[name].selectedIndex = own < 0 ? fallback : own;
    };
    choose("framework", 0);
    listAreas();
    choose("area", 0);
    choose("region", 0);
    choose("type", 0);
    var day = asked.get("day");
    if (day !== null && !isDay(day)) { wrong.push("day \u201c" + day + "\u201d"); }
    control.day.value = day !== null && isDay(day) ? day : lastDay(control.framework.selectedIndex);
    show(wrong.length ? "The address names what there is not: " + wrong.join(", ") + ". " : "");
  };

  // An authority that was abolished by the day does not count on it.
  var isGone = function (own) { return Boolean(own[4]) && own[4] <= control.day.value; };
  var chosen = function () {
    var index = control.framework.selectedIndex;
    var area = control.area.selectedIndex;
    var latest = new Map();
    site.reports.forEach(function (report) {
      var earlier = latest.get(report[0]);
      if (report[1] === index && report[2] <= control.day.value && (!earlier || earlier[2] <= report[2])) { latest.set(report[0], report); }
    });
    return site.authorities.map(function (own, place) {
      var report = isGone(own) ? undefined : latest.get(place);
      var grade = report ? parseInt(report[3][area], 36) : null;
      var level = grade === null || grade > 3 ? 0 : grade + 1;
      return { name: own[0], slug: own[1], region: own[2], type: own[3], published: report && report[2], grade: grade, level: level };
    }).filter(function (each) {
      return (!control.region.value || each.region === control.region.value) && (!control.type.value || each.type === control.type.value);
    });
  };

  var line = function () {
    var area = framework().areas[control.area.selectedIndex];
    var day = control.day.value.split("-").map(Number);
    var written = "new DateOnly(" + day.join(", ") + ")";
    return framework().code + ".PublishedBy(" + written + ")"
      + (site.authorities.some(isGone) ? ".Where(each => each.Authority.ExistedOn(" + written + "))" : "")
      + (control.region.value ? ".In(" + site.regions[control.region.value] + ")" : "")
      + (control.type.value ? ".In(" + site.types[control.type.value] + ")" : "")
      + ".LatestOfEachAuthority().Counts(" + area.code + ")";
  };

  var drawBars = function (inspected) {
    if (!bars) { return; }
    var regions = Array.from(new Set(inspected.map(function (each) { return each.region; }))).sort();
    bars.textContent = "";
    bars.setAttribute("height", Math.max(1, regions.length) * 54);
    var told = regions.map(function (region, index) {
      var own = inspected.filter(function (each) { return each.region === region; });
      var before = 0;
      bars.append(element("text", { "class": "label", x: 0, y: index * 54 + 17 }, region + " (" + own.length + ")"));
      var counts = [1, 2, 3, 4, 0].map(function (level) {
        var count = own.filter(function (each) { return each.level === level; }).length;
        if (count) {
          var share = 100 * count / own.length;
          bars.append(element("rect", { "class": "g" + level, x: before + "%", y: index * 54 + 23, width: share + "%", height: 26 }));
          if (share >= 4.5) {
            bars.append(element("text", { "class": "on" + level, x: before + share / 2 + "%", y: index * 54 + 41 }, count));
          }
          before += share;
        }
        return count + " " + (level ? site.grades[level - 1].toLowerCase() : "without a judgement");
      });
      return region + ": " + counts.join(", ");
    });
    bars.setAttribute("aria-label", told.join(". ") + ".");
  };

  var drawMap = function (inspected) {
    if (!map) { return; }
    var own = new Map(inspected.map(function (each) { return ["authorities/" + each.slug + ".html", each]; }));
    map.querySelectorAll("a").forEach(function (tile) {
      var shown = own.get(tile.getAttribute("href"));
      var title = tile.querySelector("title");
      var name = title.textContent.split(": ")[0];
      title.textContent = name + ": " + (shown ? site.grades[shown.grade] : "no report, or not chosen");
      tile.querySelector("rect").setAttribute("class", "g" + (shown ? shown.level : 0));
      tile.querySelector("text").setAttribute("class", "on" + (shown ? shown.level : 0));
      tile.querySelector("text").textContent = shown ? letters[shown.level] : "";
    });
  };

  var cell = function (kind, label, child) {
    var made = document.createElement(kind);
    if (label) { made.dataset.label = label; } else { made.scope = "row"; }
    made.append(child);
    return made;
  };
  var drawRows = function (inspected) {
    rows.textContent = "";
    inspected.forEach(function (each) {
      var row = rows.insertRow();
      var link = document.createElement("a");
      link.href = "authorities/" + each.slug + ".html";
      link.textContent = each.name;
      var grade = document.createElement("span");
      grade.className = "grade g" + each.level;
      grade.textContent = site.grades[each.grade];
      row.append(cell("th", "", link), cell("td", "Region", each.region));
      row.append(cell("td", "Judgement", grade), cell("td", "Published", words(each.published)));
    });
  };

  var show = function (warning) {
    var all = chosen();
    var inspected = all.filter(function (each) { return each.grade !== null; });
    var area = framework().areas[control.area.selectedIndex];
    var where = (control.type.value ? control.type.value + ", " : "") + (control.region.value || "England");
    var counts = site.grades
      .map(function (grade, index) { return { grade: grade, count: inspected.filter(function (each) { return each.grade === index; }).length }; })
      .filter(function (each, index) { return index < 4 || each.count; })
      .map(function (each) { return each.count + " " + each.grade.toLowerCase(); });
    var of = inspected.length ? ", of " + inspected.length + " with a report." : "no report on any of " + all.length + " authorities.";
    answer.textContent = warning + where + ", " + framework().name + ", " + area.name.toLowerCase() + ", reports published by "
      + words(control.day.value) + ": " + (inspected.length ? counts.join(", ") : "") + of;
    drawBars(inspected);
    drawMap(inspected);
    drawRows(inspected);
    document.getElementById("line").textContent = line();
  };

  var keep = function () {
    var choice = new URLSearchParams();
    Object.keys(control).forEach(function (name) { if (control[name].value) { choice.set(name, control[name].value); } });
    history.replaceState(null, "", "#" + choice);
  };
  Object.keys(control).forEach(function (name) {
    control[name].addEventListener("change", function () {
      if (name === "framework") {
        listAreas();
        control.day.value = lastDay(control.framework.selectedIndex);
      }
      if (!isDay(control.day.value)) { control.day.value = lastDay(control.framework.selectedIndex); }
      keep();
      show("");
    });
  });
  document.getElementById("choice").addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("choice").hidden = false;
  addEventListener("hashchange", read);
  read();
})();
