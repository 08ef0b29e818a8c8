// A chart to move about in, in the place of the picture, once somebody asks for it: only then is the library
// fetched. Without this file the picture and its table say the same.

const CLOSER = 0.5;

function begin(root) {
  const open = root.querySelector("[data-open]");
  const shown = document.getElementById(open.getAttribute("aria-controls"));
  const failed = root.querySelector("[role=alert]");
  const picture = root.previousElementSibling;
  let explored = null;

  open.addEventListener("click", async () => {
    const closing = open.getAttribute("aria-expanded") === "true";
    if (!closing && !explored) {
      open.disabled = true;
      failed.hidden = true;
      try {
        const [, series] = await Promise.all([library(root.dataset.library), fetched(root.dataset.explore)]);
        shown.hidden = false;
        explored = chart(root, shown, series);
      } catch {
        shown.hidden = true;
        failed.hidden = false;
        return;
      } finally {
        open.disabled = false;
        open.focus();
      }
    }
    shown.hidden = closing;
    picture.hidden = !closing;
    open.setAttribute("aria-expanded", String(!closing));
    open.textContent = closing ? open.dataset.open : open.dataset.close;
    if (!closing) explored.resize();
  });
  root.hidden = false;
}

function library(address) {
  return window.echarts
    ? Promise.resolve()
    : new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = done;
        script.onerror = fail;
        document.head.append(script);
      });
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function chart(root, shown, { points, events, aims }) {
  const box = shown.querySelector("[role=slider]");
  const told = shown.querySelector("[role=status]");
  const times = points.map((each) => Date.parse(each.day));
  const drawn = window.echarts.init(box, null, { renderer: "canvas" });
  let at = points.length - 1;
  let from = 0;
  let to = 100;

  const draw = () => drawn.setOption(option(points, times, events, aims, from, to), true);
  draw();
  const tell = (text) => (told.textContent = text);

  function select(index) {
    at = Math.min(Math.max(index, 0), points.length - 1);
    const where = percent(times, at);
    if (where < from) zoom(where, where + (to - from));
    else if (where > to) zoom(where - (to - from), where);
    box.setAttribute("aria-valuenow", String(at + 1));
    box.setAttribute("aria-valuetext", [points[at].says, points[at].usual].filter(Boolean).join(". "));
    drawn.dispatchAction({ type: "showTip", seriesIndex: 3, dataIndex: at });
  }

  function zoom(start, end) {
    const width = Math.min(Math.max(end - start, 100 / Math.max(points.length, 2)), 100);
    from = Math.min(Math.max(start, 0), 100 - width);
    to = from + width;
    drawn.dispatchAction({ type: "dataZoom", start: from, end: to });
  }

  function span() {
    const seen = points.filter((_, i) => percent(times, i) >= from - 0.01 && percent(times, i) <= to + 0.01);
    if (seen.length > 0) tell(root.dataset.span.replace("{from}", seen[0].on).replace("{to}", seen.at(-1).on));
  }

  const middle = () => (from + to) / 2;
  const half = () => (to - from) / 2;
  const moves = {
    closer: () => zoom(middle() - half() * CLOSER, middle() + half() * CLOSER),
    wider: () => zoom(middle() - half() / CLOSER, middle() + half() / CLOSER),
    earlier: () => zoom(from - half(), to - half()),
    later: () => zoom(from + half(), to + half()),
    all: () => zoom(0, 100),
  };
  shown.querySelectorAll("[data-zoom]").forEach((button) =>
    button.addEventListener("click", () => {
      moves[button.dataset.zoom]();
      span();
    }));
  drawn.on("datazoom", () => {
    const [zoomed] = drawn.getOption().dataZoom;
    from = zoomed.start;
    to = zoomed.end;
  });

  const keys = {
    ArrowLeft: () => select(at - 1),
    ArrowDown: () => select(at - 1),
    ArrowRight: () => select(at + 1),
    ArrowUp: () => select(at + 1),
    PageDown: () => select(at - 10),
    PageUp: () => select(at + 10),
    Home: () => select(0),
    End: () => select(points.length - 1),
    "+": () => moves.closer(),
    "-": () => moves.wider(),
  };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("focus", () => select(at));

  new ResizeObserver(() => drawn.resize()).observe(box);
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  span();
  return drawn;
}

const percent = (times, index) =>
  times.length < 2 ? 0 : (100 * (times[index] - times[0])) / (times.at(-1) - times[0]);

function option(points, times, events, aims, start, end) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const font = { fontFamily: colour("--sans"), color: colour("--muted"), fontSize: 12 };
  const quiet = (data, rest) => ({ type: "line", data, symbol: "none", silent: true, tooltip: { show: false }, ...rest });
  const along = (pick) => points.map((each, i) => [times[i], each[pick] ?? null]);
  const mark = { on: ["circle", "--on-fill"], off: ["rect", "--off-fill"], plain: ["rect", "--ink"] };
  const few = points.length <= 80;
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: font,
    grid: { left: 8, right: 16, top: 24, bottom: 72, containLabel: true },
    xAxis: { type: "time", axisLine: { lineStyle: { color: colour("--hair-strong") } }, axisLabel: { ...font, hideOverlap: true } },
    yAxis: { type: "value", scale: true, splitLine: { show: false }, axisLabel: font },
    dataZoom: [
      { type: "inside", start, end, zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false },
      { type: "slider", start, end, height: 28, bottom: 16, showDetail: false, borderColor: colour("--hair"),
        fillerColor: colour("--wedge"), handleStyle: { color: colour("--action"), borderColor: colour("--action") },
        moveHandleStyle: { color: colour("--hair-strong") },
        dataBackground: { lineStyle: { color: colour("--hair-strong") }, areaStyle: { color: colour("--wash") } },
        selectedDataBackground: { lineStyle: { color: colour("--action") }, areaStyle: { color: colour("--wash") } } },
    ],
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("--surface"), borderColor: colour("--hair-strong"),
      textStyle: { ...font, color: colour("--ink"), fontSize: 14 }, axisPointer: { lineStyle: { color: colour("--hair-strong") } },
      formatter: (all) => {
        const value = all.find((each) => each.seriesId === "values");
        return value ? [points[value.dataIndex].says, points[value.dataIndex].usual].filter(Boolean).join("\n") : "";
      },
    },
    series: [
      quiet(along("upper"), { lineStyle: { color: colour("--hair-strong"), width: 1 }, areaStyle: { color: colour("--h1"), opacity: 1, origin: "start" } }),
      quiet(along("lower"), { lineStyle: { color: colour("--hair-strong"), width: 1 }, areaStyle: { color: colour("--paper"), opacity: 1, origin: "start" } }),
      quiet(along("centre"), { lineStyle: { color: colour("--ink"), width: 1, type: "dashed" } }),
      { id: "values", type: "line", data: points.map((each, i) => ({
          value: [times[i], each.value],
          symbol: each.mark ? mark[each.mark][0] : "circle",
          symbolSize: each.mark ? 10 : few ? 6 : 0,
          itemStyle: { color: colour(each.mark ? mark[each.mark][1] : "--action") },
        })),
        showAllSymbol: true, lineStyle: { color: colour("--action"), width: 2 },
        markLine: events.length === 0 ? undefined : { symbol: "none", silent: true, lineStyle: { color: colour("--muted"), type: "dotted" },
          label: { ...font, formatter: (each) => each.name, position: "insideEndTop", width: 240, overflow: "truncate" },
          data: events.map((each) => ({ xAxis: Date.parse(each.day), name: each.words })) } },
      quiet(steps(aims, times), { step: "end", lineStyle: { color: colour("--on"), width: 1.5, type: "dashed" } }),
    ],
  };
}

/** What it should be, from the day on which it was said until the next or the last value. */
function steps(aims, times) {
  const end = times.at(-1);
  const within = aims.map((each) => [Math.max(Date.parse(each.from), times[0]), each.value ?? null]).filter(([day]) => day <= end);
  return within.length === 0 ? [] : [...within, [end, within.at(-1)[1]]];
}

document.querySelectorAll("[data-explore]").forEach(begin);
