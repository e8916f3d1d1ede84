import { expect, test } from "@jest/globals";
import { startOptions } from "../../../src/tools/start/options.ts";

const problemsOf = (args: string[], env: NodeJS.ProcessEnv = {}): readonly string[] => {
  const read = startOptions(args, env);
  return read.ok ? [] : read.problems.map(({ message }) => message);
};

test("five ports side by side, from option, else environment, else 7443; one alone may be elsewhere", () => {
  const usual = startOptions([], {});
  const other = startOptions(["--port", "9000", "--graph-port", "9100"], { PORT: "8000" });
  const environment = startOptions([], { PORT: "8000" });
  if (!usual.ok || !other.ok || !environment.ok) throw new Error("unreadable");
  expect(usual.value.ports).toEqual({ page: 7443, addin: 7444, service: 7445, issuer: 7446, graph: 7447 });
  expect(other.value.ports).toMatchObject({ page: 9000, issuer: 9003, graph: 9100 });
  expect(environment.value.ports.page).toBe(8000);
});

test.each([
  [["--port", "many"], /--port: needs a number/],
  [["--graph-port", "70000"], /--graph-port: needs a number/],
  [["--mailbox", "/no/such/folder"], /--mailbox: there is no/],
  [["--at", "tomorrow"], /--at: needs a time with its zone/],
  [["--graph-seed", "some"], /--graph-seed: needs a whole number/],
  [["--nonsense"], /--help/],
])("%j is refused with a sentence that names the option", (args, sentence) => {
  expect(problemsOf(args).join()).toMatch(sentence);
});

test("the disorder of Graph's deltas has a seed, is left out on demand, and is the usual one otherwise", () => {
  const seedOf = (args: string[]) => {
    const read = startOptions(args, {});
    return read.ok ? read.value.graphSeed : "refused";
  };
  expect([seedOf([]), seedOf(["--graph-seed", "42"]), seedOf(["--graph-seed", "off"])]).toEqual([undefined, 42, null]);
});
