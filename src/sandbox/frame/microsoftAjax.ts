/// <reference lib="dom" />
/**
 * A stand-in for MicrosoftAjax.js, which Office.js for Outlook would otherwise fetch from the internet.
 *
 * Runs in the add-in's frame before office.js (its text is put there), so it uses nothing from outside itself.
 * Only the names that office.js tests for are here (facts on the host protocol, §1.2).
 */
export function microsoftAjax(): void {
  const scope = window as unknown as Record<string, unknown>;
  if (scope["Sys"] && scope["Type"]) return;

  const noProblem = (): null => null;
  const type = Function as unknown as Record<string, unknown>;
  scope["Type"] = Function;
  type["registerNamespace"] = (name: string): void => {
    let parent = scope;
    for (const part of name.split(".")) {
      parent[part] ??= {};
      parent = parent[part] as Record<string, unknown>;
    }
  };
  type["_validateParams"] = noProblem;
  type["_validateParameter"] = noProblem;
  const functions = Function.prototype as unknown as Record<string, unknown>;
  functions["registerClass"] ??= function registerClass(this: unknown): unknown {
    return this;
  };

  const makers: Readonly<Record<string, string>> = {
    argument: "ArgumentException",
    argumentNull: "ArgumentNullException",
    argumentOutOfRange: "ArgumentOutOfRangeException",
    argumentType: "ArgumentTypeException",
    parameterCount: "ParameterCountException",
    invalidOperation: "InvalidOperationException",
  };
  const errors = Error as unknown as Record<string, unknown>;
  for (const [maker, kind] of Object.entries(makers)) {
    errors[maker] ??= (first?: string, second?: string): Error => {
      const words = [`Sys.${kind}`, first, second].filter((word) => word !== undefined && word !== "");
      return Object.assign(new Error(words.join(": ")), { name: `Sys.${kind}`, paramName: first });
    };
  }

  class StringBuilder {
    readonly #parts: string[];
    constructor(first?: string) {
      this.#parts = first === undefined ? [] : [first];
    }
    append(text: string): this {
      this.#parts.push(text);
      return this;
    }
    toString(): string {
      return this.#parts.join("");
    }
  }
  scope["Sys"] = {
    StringBuilder,
    Browser: { agent: "sandbox", InternetExplorer: "none" },
    Debug: { trace: () => undefined },
    Serialization: {
      JavaScriptSerializer: {
        serialize: (value: unknown): string => JSON.stringify(value),
        deserialize: (text: string): unknown => JSON.parse(text),
      },
    },
  };
}
