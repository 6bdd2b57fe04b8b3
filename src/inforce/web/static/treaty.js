// A treaty on the map, with a slider over its days and the counts read off the chart.
(async function () {
  "use strict";
  const box = document.getElementById("map");
  if (!box) return;
  const slider = document.getElementById("day");
  const tip = document.getElementById("map-tip");
  const svgChart = document.getElementById("chart");
  const cursor = document.getElementById("cursor");
  const DAY = 86400000;
  const at = (iso) => Date.parse(iso + "T00:00:00Z") / DAY;
  const iso = (n) => new Date(n * DAY).toISOString().slice(0, 10);
  const words = {};
  document.querySelectorAll(".legend li").forEach((one) => {
    words[one.querySelector("rect").getAttribute("class").slice(4)] = one.textContent.trim();
  });

  async function get(url, kind) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(url);
    return kind === "text" ? answer.text() : answer.json();
  }

  function last(rows, day) {
    let found = rows[0];
    for (const row of rows) {
      if (row[0] !== null && row[0] > day) break;
      found = row;
    }
    return found;
  }

  let history, atlas, places;
  try {
    [history, atlas, places] = await Promise.all([
      get(box.dataset.history), get(box.dataset.atlas), get(box.dataset.places, "text"),
    ]);
  } catch {
    tip.textContent = box.dataset.failed;
    return;
  }
  const of = new Map();
  const onMap = new Set();
  const spots = [];
  // Not csvParse: it makes a function of text, which the content policy forbids.
  for (const [id, shape, longitude, latitude] of d3.csvParseRows(places).slice(1)) {
    onMap.add(id);
    if (shape) of.set(shape, id);
    else spots.push({ who: id, at: [+longitude, +latitude] });
  }

  const width = 960, height = 430;
  const shapes = topojson.feature(atlas, atlas.objects.countries).features.filter((one) => one.id !== "010");
  const projection = d3.geoNaturalEarth1()
    .fitExtent([[4, 4], [width - 4, height - 4]], { type: "FeatureCollection", features: shapes });
  const path = d3.geoPath(projection);
  const svg = d3.create("svg").attr("class", "world").attr("viewBox", `0 0 ${width} ${height}`).attr("aria-hidden", "true");
  const who = (shape) => of.get(shape.id) || of.get(shape.properties.name);
  const land = svg.append("g").selectAll("path").data(shapes).join("path").attr("d", path);
  // A state that cannot be seen at this size gets a dot of its own.
  for (const shape of shapes) {
    if (who(shape) && path.area(shape) < 14) spots.push({ who: who(shape), point: path.centroid(shape) });
  }
  const dots = svg.append("g").selectAll("circle").data(spots).join("circle").attr("r", 3.2)
    .attr("cx", (one) => (one.point || projection(one.at))[0])
    .attr("cy", (one) => (one.point || projection(one.at))[1]);

  let day = "";
  const status = (id) => {
    const held = history.participants[id];
    return held ? last(held.spans, day)[1] : "none";
  };
  const name = (id, shape) => (history.participants[id] || {}).name || (shape && shape.properties.name) || id;
  const counted = (kind) => (box.dataset.counting === "deposited" && kind === "contracting" ? "party" : kind);

  function say(id, shape) {
    tip.textContent = id ? `${name(id, shape)}: ${words[status(id)] || box.dataset.none}` : "";
  }
  const link = (id) => { location.href = box.dataset.participants + id + box.dataset.query; };
  land.on("pointerenter", (_, shape) => say(who(shape), shape))
    .on("click", (_, shape) => { if (who(shape)) link(who(shape)); });
  dots.on("pointerenter", (_, one) => say(one.who)).on("click", (_, one) => link(one.who));

  const readout = document.getElementById("day-counts");
  const labels = [...document.querySelectorAll(".numbers dt")].map((one) => one.textContent);
  const range = (row) => (row[1] === row[2] ? `${row[1]}` : `${row[1]}–${row[2]}`);
  const first = at(slider.dataset.first), end = at(slider.dataset.last);

  function show(n) {
    day = iso(n);
    land.attr("class", (shape) => `land map-${who(shape) ? counted(status(who(shape))) : "outside"}`);
    dots.attr("class", (one) => `spot map-${counted(status(one.who))}`);
    document.getElementById("day-out").textContent = day;
    slider.setAttribute("aria-valuetext", day);
    readout.textContent = `${day}: ${labels[0]} ${range(last(history.in_force, day))}, ${labels[1].toLowerCase()} ${range(last(history.deposited, day))}`;
    const others = Object.keys(history.participants).filter((id) => !onMap.has(id) && status(id) !== "none");
    document.getElementById("map-elsewhere").textContent = others.length
      ? `${box.dataset.elsewhere} ${others.map((id) => `${name(id)} (${words[status(id)]})`).join(", ")}` : "";
    const address = new URL(document.getElementById("day-link").href);
    address.searchParams.set("on", day);
    document.getElementById("day-link").href = address.pathname + address.search;
    const x = 44 + (n - first) / Math.max(end - first, 1) * (760 - 44 - 12);
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
    cursor.setAttribute("visibility", "visible");
  }

  box.querySelector(".canvas").append(svg.node());
  slider.min = first;
  slider.max = end;
  const asked = at(/^\d{4}-\d\d-\d\d$/.test(box.dataset.day) ? box.dataset.day : slider.dataset.last);
  slider.value = Math.min(Math.max(asked, first), end);
  slider.disabled = false;
  slider.addEventListener("input", () => show(+slider.value));
  svgChart.addEventListener("pointermove", (event) => {
    const rect = svgChart.getBoundingClientRect();
    const x = (event.clientX - rect.left) / rect.width * 760;
    const n = Math.round(first + (x - 44) / (760 - 44 - 12) * (end - first));
    slider.value = Math.min(Math.max(n, first), end);
    show(+slider.value);
  });
  show(+slider.value);
  box.dataset.drawn = "true";
})();
