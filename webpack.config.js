import path from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";

const root = import.meta.dirname;
const web = path.join(root, "dist/web");

/** Microsoft's CDN; a sovereign cloud names its own at build time (docs/deploy.md). */
const officeJs = process.env.OFFICE_JS ?? "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** One line per tenth, so that a newcomer sees that it works and a log stays readable. */
function progress(what) {
  let shown = -1;
  return new webpack.ProgressPlugin((share) => {
    const tenth = Math.floor(share * 10);
    if (tenth <= shown) return;
    shown = tenth;
    if (tenth % 2 === 0) process.stdout.write(`Building ${what}: ${tenth * 10} %\n`);
  });
}

function shared(name, what, target, everything) {
  return {
    name,
    mode: "production",
    devtool: "source-map",
    target: ["web", target],
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.[cm]?[jt]sx?$/,
          // Only the event runtime lowers its dependencies too: classic Outlook runs ES2016 (outlook-platform §1.5).
          ...(everything ? {} : { exclude: /node_modules/ }),
          resolve: { fullySpecified: false },
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                target,
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic" } },
                externalHelpers: false,
              },
            },
          },
        },
      ],
    },
    plugins: [progress(what)],
    cache: { type: "filesystem", name, buildDependencies: { config: [import.meta.filename] } },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

function page(template, chunks) {
  return new HtmlPlugin({
    template: path.join(root, template),
    filename: path.basename(template),
    chunks,
    inject: "body",
    scriptLoading: "defer",
    templateParameters: { officeJs },
  });
}

const pane = {
  ...shared("pane", "the add-in", "es2022", false),
  entry: { taskpane: "./src/taskpane/index.tsx", commands: "./src/commands/commands.ts" },
  output: {
    path: web,
    filename: "[name].[contenthash:10].js",
    chunkFilename: "[name].[contenthash:10].js",
    publicPath: "",
    clean: { keep: /^(launchevent\.|policy\.json)/ },
  },
};
pane.plugins.push(
  page("src/taskpane/taskpane.html", ["taskpane"]),
  page("src/commands/commands.html", ["commands"]),
  new CopyPlugin({ patterns: [{ from: "assets/icons/*.png", to: "assets/[name][ext]" }] }),
);

const events = {
  ...shared("launchevent", "the launch events", "es2016", true),
  entry: { launchevent: "./src/launchevent/launchevent.ts" },
  // A stable name and one file: classic Outlook loads exactly this address (outlook-platform §1.5).
  output: { path: web, filename: "[name].js", publicPath: "", environment: { asyncFunction: false } },
  optimization: { splitChunks: false, runtimeChunk: false },
};
events.plugins.push(page("src/launchevent/launchevent.html", ["launchevent"]));

const sandbox = {
  ...shared("sandbox", "the sandbox", "es2022", false),
  entry: { sandbox: "./src/sandbox/page/index.tsx" },
  output: { path: path.join(root, "dist/node/sandbox/page"), filename: "[name].[contenthash:10].js", publicPath: "" },
};
sandbox.plugins.push(page("src/sandbox/page/index.html", ["sandbox"]));

export default [pane, events, sandbox];
