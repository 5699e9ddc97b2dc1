// Looks at pages as a browser shows them: what breaks a rule of axe-core, and what does not fit.
// Usage: node axe.mjs PAGE...   The answer is JSON: per page what is wrong, as lines of text.
// CACHE holds node_modules with axe-core and puppeteer-core; CHROMIUM is the browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const uitCache = createRequire(resolve(process.env.CACHE ?? ".", "gereedschap.js"));
const axe = readFileSync(uitCache.resolve("axe-core/axe.min.js"), "utf8");
const puppeteer = uitCache("puppeteer-core");

const REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// 320 pixels is what WCAG 1.4.10 (reflow) asks for.
const SCHERMEN = [
  { naam: "breed", breedte: 1280, hoogte: 900, kleur: "light" },
  { naam: "breed donker", breedte: 1280, hoogte: 900, kleur: "dark" },
  { naam: "midden", breedte: 800, hoogte: 900, kleur: "light" },
  { naam: "telefoon", breedte: 320, hoogte: 640, kleur: "light" },
  { naam: "telefoon donker", breedte: 320, hoogte: 640, kleur: "dark" },
];

async function gekeurd(tabblad, scherm) {
  await tabblad.setViewport({ width: scherm.breedte, height: scherm.hoogte });
  await tabblad.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scherm.kleur }]);
  const uit = await tabblad.evaluate(
    (regels) => axe.run(document, { runOnly: regels, resultTypes: ["violations"] }),
    REGELS,
  );
  const fouten = uit.violations.map(
    (fout) => `${fout.id}: ${fout.help} (${fout.nodes.length}x), eerst bij ${fout.nodes[0].html}`,
  );
  const breed = await tabblad.evaluate(() => document.documentElement.scrollWidth);
  if (breed > scherm.breedte) fouten.push(`reflow: de pagina is ${breed} pixels breed`);
  return fouten.map((fout) => `scherm ${scherm.naam}: ${fout}`);
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const verslag = {};
try {
  for (const pad of process.argv.slice(2)) {
    const tabblad = await browser.newPage();
    await tabblad.goto(pathToFileURL(pad).href);
    await tabblad.evaluate(axe);
    verslag[pad] = [];
    for (const scherm of SCHERMEN) verslag[pad].push(...(await gekeurd(tabblad, scherm)));
    await tabblad.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(verslag));
