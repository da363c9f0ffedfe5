/** Namespace address -> the prefix this program uses for it. */
export type Namespaces = ReadonlyMap<string, string>;

type Scope = ReadonlyMap<string, string>;

/**
 * Turns the names of a file into names with this program's prefixes. A prefix that was never declared, or whose
 * namespace is unknown, is kept as it stands: a lenient reading that can reach nothing but names.
 */
export class NamespaceScopes {
  readonly #namespaces: Namespaces;
  readonly #scopes: Scope[] = [new Map()];

  constructor(namespaces: Namespaces) {
    this.#namespaces = namespaces;
  }

  /** Enters an element and gives its name and attributes. */
  enter(
    name: string,
    raw: Readonly<Record<string, string>>,
  ): { element: string; attributes: Readonly<Record<string, string>> } {
    const scope = this.#scopeOf(raw);
    this.#scopes.push(scope);
    const attributes = Object.create(null) as Record<string, string>;
    for (const key in raw) {
      const value = raw[key];
      if (value === undefined || key.startsWith("xmlns")) continue;
      attributes[key.includes(":") ? renamed(key, scope) : key] = value;
    }
    return { element: renamed(name, scope), attributes };
  }

  leave(): void {
    this.#scopes.pop();
  }

  #scopeOf(raw: Readonly<Record<string, string>>): Scope {
    const outer = this.#scopes.at(-1) ?? new Map<string, string>();
    let scope: Map<string, string> | undefined;
    for (const key in raw) {
      if (!key.startsWith("xmlns")) continue;
      const prefix = this.#namespaces.get(raw[key] ?? "");
      scope ??= new Map(outer);
      const declared = key.slice("xmlns:".length);
      scope.set(declared, prefix ?? declared);
    }
    return scope ?? outer;
  }
}

function renamed(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const prefix = scope.get(colon === -1 ? "" : name.slice(0, colon));
  if (prefix === undefined) return name;
  const local = name.slice(colon + 1);
  return prefix === "" ? local : `${prefix}:${local}`;
}
