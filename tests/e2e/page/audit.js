// What a test asks of the whole page: text too faint to read, controls without a name, what runs out of the window.
// Each check gives a list of what is wrong.
globalThis.audit = {
  faint() {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const over = (top, below) =>
      top
        .slice(0, 3)
        .map((c, i) => (c * top[3]) / 255 + below[i] * (1 - top[3] / 255))
        .concat(255);
    const ground = (node) => {
      const chain = [];
      for (let at = node; at; at = at.parentElement) chain.unshift(rgb(getComputedStyle(at).backgroundColor));
      return chain.reduce((below, top) => over(top, below), [255, 255, 255, 255]);
    };
    const linear = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
    const ratio = (a, b) => {
      const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
      return (high + 0.05) / (low + 0.05);
    };
    const faint = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.data.trim();
      const node = walk.currentNode.parentElement;
      const style = getComputedStyle(node);
      const seen = text && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      // Behind a modal everything is meant to be dim; gradients are judged by eye.
      const skipped = style.backgroundImage !== "none" || node.closest("[inert], .unseen, .avatar-app, .bar-sign");
      if (!seen || skipped) continue;
      const below = ground(node);
      const found = ratio(over(rgb(style.color), below), below);
      if (found < 4.5) faint.push(`${found.toFixed(2)} ${text.slice(0, 40)}`);
    }
    return faint;
  },

  nameless() {
    const controls = "button, a[href], input, textarea, select, [role=combobox], [role=listbox]";
    const byId = (id) => document.getElementById(id)?.textContent ?? "";
    const names = (node) => [
      node.getAttribute("aria-label"),
      (node.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map(byId).join(" "),
      node.closest("label")?.textContent,
      node.matches("button, a") ? node.textContent : "",
      node.querySelector("img")?.alt,
    ];
    return [...document.querySelectorAll(controls)]
      .filter((node) => node.checkVisibility() && !names(node).some((name) => name?.trim()))
      .map((node) => node.outerHTML.slice(0, 120));
  },

  outside() {
    const scrolls = ".table-scroll, .calls-scroll";
    const page = document.documentElement;
    const longer = page.scrollHeight > innerHeight ? [`the page scrolls: ${page.scrollHeight} > ${innerHeight}`] : [];
    return [...document.querySelectorAll("#app *")]
      .filter((node) => node.checkVisibility() && !node.closest(scrolls))
      .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
      .map((node) => node.outerHTML.slice(0, 80))
      .concat(longer);
  },
};
