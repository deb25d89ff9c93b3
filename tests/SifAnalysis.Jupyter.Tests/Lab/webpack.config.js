// Bundles JupyterLab's front end with the extensions that package.json names.
const fs = require("fs");
const path = require("path");
const { merge } = require("webpack-merge");
const { Build } = require("@jupyterlab/builder");
const base = require("@jupyterlab/builder/lib/webpack.config.base");

const names = Object.keys(require("./package.json").jupyterlab.extensions);
const build = path.resolve(__dirname, "build");
const assets = Build.ensureAssets({ packageNames: names, output: build, schemaOutput: build, themeOutput: build });

// Where the bundle's own parts are to be loaded from is known only when the server has made the page.
fs.writeFileSync(path.join(build, "entry.js"), `
  import { PageConfig } from "@jupyterlab/coreutils";
  __webpack_public_path__ = PageConfig.getOption("fullStaticUrl") + "/";
  import("./style.js").then(async () => {
    const { JupyterLab } = await import("@jupyterlab/application");
    const lab = new JupyterLab({ mimeExtensions: [] });
    for (const extension of await Promise.all([${names.map((name) => `import("${name}")`).join(", ")}])) {
      lab.registerPluginModule(extension);
    }
    await lab.start();
  });
`);

module.exports = [
  merge(base.default || base, {
    mode: "development",
    devtool: false,
    entry: path.join(build, "entry.js"),
    output: { path: build, filename: "bundle.js" },
  }),
].concat(assets);
