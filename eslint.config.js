import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

// The one table of who may not import what; architecture.md's arrows. tsc holds the arrows between rooms a second time.
const NODE = [
  "node:*",
  "fs",
  "path",
  "os",
  "crypto",
  "child_process",
  "net",
  "util",
  "url",
  "electron-store",
];
const FEATURES = [
  "library",
  "import",
  "reader",
  "search",
  "knowledge",
  "study",
  "notes",
  "settings",
];
/** All that the domain may import beside itself: pure libraries without Node, DOM, clock or randomness of their own. */
const DOMAIN_ALLOWS = [
  "ts-fsrs",
  "yaml",
  "mdast",
  "mdast-util-from-markdown",
  "mdast-util-gfm",
  "micromark-extension-gfm",
];
const FORBIDDEN = [
  {
    files: ["src-domain/**"],
    groups: [
      [
        ["#bridge/*", "#main/*", "**/src-*/**"],
        "The domain is pure: it knows no other room.",
      ],
    ],
    regex: [
      `^(?!\\.{1,2}/|(?:${DOMAIN_ALLOWS.join("|")})$)`,
      "The domain is pure: beside itself it imports what the allow-list names, and no Node, no Electron.",
    ],
  },
  {
    files: ["src-bridge/contract/**"],
    groups: [
      [
        [
          "electron",
          "electron/*",
          ...NODE,
          "svelte",
          "#main/*",
          "**/src-main/**",
          "**/src-renderer/**",
        ],
        "The contract knows the domain and the schema library only.",
      ],
    ],
  },
  {
    files: ["src-main/**"],
    groups: [
      [["svelte", "**/src-renderer/**"], "Main never imports the renderer."],
    ],
  },
  {
    files: ["src-main/**"],
    ignores: [
      "src-main/index.ts",
      "src-main/program.ts",
      "src-main/windows/**",
      "src-main/ipc/**",
    ],
    groups: [
      [["svelte", "**/src-renderer/**"], "Main never imports the renderer."],
      [
        ["electron", "electron/*"],
        "Only index, windows and ipc know Electron: other rooms get paths and clocks as arguments.",
      ],
    ],
  },
  {
    files: ["src-renderer/**"],
    groups: [
      [
        ["electron", "electron/*", ...NODE, "#main/*", "**/src-main/**"],
        "The renderer knows the domain and the contract only.",
      ],
    ],
  },
  {
    files: ["src-renderer/ui/**"],
    groups: [
      [
        [
          "electron",
          ...NODE,
          "#main/*",
          "**/src-main/**",
          "**/app/**",
          "**/features/**",
        ],
        "ui knows nothing of the program around it.",
      ],
    ],
  },
  ...FEATURES.map((feature) => ({
    files: [`src-renderer/features/${feature}/**`],
    groups: [
      [
        ["electron", ...NODE, "#main/*", "**/src-main/**"],
        "The renderer knows the domain and the contract only.",
      ],
      [
        FEATURES.filter((other) => other !== feature).map(
          (other) => `../${other}/*`,
        ),
        "A feature never imports another feature.",
      ],
    ],
  })),
];

/** Patterns are read as in a .gitignore, where a leading # would make a comment of `#main/*`. */
function literal(pattern) {
  return pattern.replace(/^#/, "\\#");
}

/** Components get data and callbacks: only *.svelte.ts files (and the bridge client itself) ask main. */
const BRIDGE_FROM_COMPONENT = ["**/app/bridge", "./bridge"];

export default ts.config(
  {
    ignores: [
      "node_modules",
      "out",
      "dist",
      "test-results",
      "docs",
      "resources",
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser },
      globals: globals.browser,
    },
  },
  {
    files: ["src-renderer/**/*.ts"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["scripts/**", "*.js", "*.ts", "src-main/**", "tests/**"],
    languageOptions: { globals: globals.node },
  },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: "Await a condition, never a time.",
        },
      ],
      // svelte-check, which runs with warnings as errors, knows better which ignores are used.
      "svelte/no-unused-svelte-ignore": "off",
      // Sets that live inside one computation need no reactivity of their own.
      "svelte/prefer-svelte-reactivity": "off",
      // TypeScript knows which names exist.
      "no-undef": "off",
    },
  },
  { files: ["tests/e2e/fixtures.ts"], rules: { "no-empty-pattern": "off" } },
  ...FORBIDDEN.map(({ files, ignores = [], groups, regex }) => ({
    files,
    ignores,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            ...groups.map(([group, message]) => ({
              group: group.map(literal),
              message,
            })),
            ...(regex ? [{ regex: regex[0], message: regex[1] }] : []),
          ],
        },
      ],
    },
  })),
  {
    files: ["src-renderer/**/*.svelte"],
    ignores: ["src-renderer/App.svelte"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: BRIDGE_FROM_COMPONENT,
              message: "Only *.svelte.ts files call the bridge.",
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
);
