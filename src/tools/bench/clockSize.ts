/** What calendar and due dates weigh by themselves: bundled alone, as the add-in's files are. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import webpack, { type Configuration } from "webpack";

export interface ClockSize {
  readonly bytes: number;
  readonly gzipped: number;
}

const entry = "entry.js";
const sources = ["src/domain/calendar/businessCalendar.ts", "src/domain/deadline/dueDate.ts"];

/** @param root the package's folder, with src and node_modules */
export async function clockSize(root: string): Promise<ClockSize> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  try {
    await writeFile(path.join(folder, entry), sources.map((file) => exported(path.join(root, file))).join("\n"));
    await built(configuration(root, folder));
    const text = await readFile(path.join(folder, "clock.js"));
    return { bytes: text.length, gzipped: gzipSync(text).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function exported(file: string): string {
  return `export * from ${JSON.stringify(file)};`;
}

function configuration(root: string, folder: string): Configuration {
  const jsc = { target: "es2022", parser: { syntax: "typescript" }, externalHelpers: false };
  return {
    mode: "production",
    devtool: false,
    context: root,
    target: ["web", "es2022"],
    entry: { clock: { import: path.join(folder, entry), library: { type: "commonjs" } } },
    output: { path: folder, filename: "[name].js" },
    module: { rules: [{ test: /\.ts$/, use: { loader: "swc-loader", options: { jsc } } }] },
  };
}

function built(settings: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(settings, (error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}
