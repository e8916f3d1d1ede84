import { runInNewContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { microsoftAjax } from "../../../src/sandbox/frame/microsoftAjax.ts";
import { sandboxClock } from "../../../src/sandbox/frame/sandboxClock.ts";
import { signInRelay } from "../../../src/sandbox/frame/signInRelay.ts";

const host = "https://localhost:7443";
const xdmInfo = `conversation|control|${host}/`;

interface Frame {
  readonly run: (script: string) => unknown;
  /** A message as if posted by the page around, or by somebody else. */
  readonly receive: (data: unknown, origin?: string, source?: unknown) => void;
  readonly posted: { data: Record<string, unknown>; target: string }[];
  readonly events: string[];
  readonly parent: unknown;
}

/** A window of its own world: the scripts run from their text, as in the browser. */
function frame(name: unknown, ...scripts: (() => void)[]): Frame {
  const listeners = new Set<(message: unknown) => void>();
  const events: string[] = [];
  const posted: Frame["posted"] = [];
  const parent = { postMessage: (data: Record<string, unknown>, target: string) => posted.push({ data, target }) };
  const world: Record<string, unknown> = {
    name: JSON.stringify(name),
    parent,
    addEventListener: (_kind: string, listener: (message: unknown) => void) => listeners.add(listener),
    removeEventListener: (_kind: string, listener: (message: unknown) => void) => listeners.delete(listener),
    document: { dispatchEvent: (event: Event) => events.push(event.type) },
    ...{ URL, Event, crypto },
  };
  world["window"] = world;
  // The same world for all: what one script defines, the next one sees.
  const run = (script: string): unknown => runInNewContext(script, world) as unknown;
  for (const script of scripts) run(`(${script.toString()})()`);
  return {
    run,
    receive: (data, origin = host, source = parent) => {
      for (const listener of [...listeners]) listener({ data, origin, source });
    },
    ...{ posted, events, parent },
  };
}

const hour = 3_600_000;

test("Date in the frame reads the sandbox's clock from the frame's name", () => {
  const { run } = frame({ xdmInfo, sandboxClock: 24 * hour }, sandboxClock);
  for (const now of ["Date.now()", "new Date().getTime()", "+new Date", "Date.parse(Date())"]) {
    expect(Math.abs(Number(run(now)) - Date.now() - 24 * hour)).toBeLessThan(2000);
  }
});

test("everything else of Date stays as it was", () => {
  const { run } = frame({ xdmInfo, sandboxClock: hour }, sandboxClock);
  expect(run("new Date(5).getTime()")).toBe(5);
  expect(run("Date.UTC(2026, 10, 24)")).toBe(Date.UTC(2026, 10, 24));
  expect(run('Date.parse("2026-11-24T00:00:00Z")')).toBe(Date.UTC(2026, 10, 24));
  expect(run("new Date() instanceof Date && new Date().constructor === Date")).toBe(true);
  expect(run("typeof Date()")).toBe("string");
  expect(run("class Day extends Date { it() { return 1; } }; const d = new Day(7); d.it() + d.getTime()")).toBe(8);
  expect(run("new Date().constructor.now() - Date.now() < 5")).toBe(true);
  expect(run("Object.prototype.toString.call(new Date())")).toBe("[object Date]");
  expect(run("new Date(2026, 0, 2, 3).getHours()")).toBe(3);
  expect(run("Date.length + Date.name")).toBe("7Date");
});

test("a move of the clock reaches the frame, which hears of it as of being looked at again", () => {
  const { run, receive, events } = frame({ xdmInfo }, sandboxClock);
  receive({ sandboxClock: 48 * hour });
  expect(Math.abs(Number(run("Date.now()")) - Date.now() - 48 * hour)).toBeLessThan(2000);
  expect(events).toEqual(["visibilitychange"]);
  expect(JSON.parse(String(run("window.name")))).toMatchObject({ xdmInfo, sandboxClock: 48 * hour });
});

test("nobody but the page around the frame moves its clock", () => {
  const { run, receive, events } = frame({ xdmInfo }, sandboxClock);
  receive({ sandboxClock: hour }, "https://evil.example");
  receive({ sandboxClock: hour }, host, {});
  receive({ sandboxClock: "soon" });
  receive(null);
  receive("text");
  expect(Math.abs(Number(run("Date.now()")) - Date.now())).toBeLessThan(2000);
  expect(events).toEqual([]);
});

test("outside Outlook the scripts change nothing and throw nothing", () => {
  const { run } = frame("", sandboxClock, signInRelay);
  expect(run("typeof nestedAppAuthBridge")).toBe("undefined");
  expect(Math.abs(Number(run("Date.now()")) - Date.now())).toBeLessThan(2000);
});

test("the stand-in for MicrosoftAjax has the names that Office.js tests for", () => {
  const { run } = frame({ xdmInfo }, microsoftAjax);
  run('Type.registerNamespace("A.B"); A.B.C = function () {}; A.B.C.registerClass("A.B.C")');
  expect(run("typeof A.B.C")).toBe("function");
  expect(run("Function._validateParams([], [])")).toBeNull();
  expect(run('new Sys.StringBuilder("a").append("b").toString()')).toBe("ab");
  expect(run('Error.argument("x", "bad").message')).toBe("Sys.ArgumentException: x: bad");
  expect(run('Sys.Serialization.JavaScriptSerializer.deserialize("[1]")[0]')).toBe(1);
});

test("the sign-in bridge carries text to the page around, and the page's answer back, and nobody else's", () => {
  const { run, receive, posted } = frame(
    { xdmInfo, hostInfo: "Outlook$Web$16.01$en-us$c$$disableLogging$0" },
    signInRelay,
  );
  run('var got = []; function hear(text) { got.push(text); } nestedAppAuthBridge.addEventListener("message", hear)');
  run('nestedAppAuthBridge.postMessage("{}")');
  expect(posted[0]).toMatchObject({ target: host, data: { func: "nestedAppAuth.execute", data: "{}", args: [] } });
  const answer = JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: "1" });
  receive({ args: [null, answer] });
  receive({ args: [null, answer] }, "https://evil.example");
  receive({ args: [null, answer] }, host, {});
  receive({ args: [null, "other"] });
  receive(JSON.stringify({ args: [null, answer] }));
  expect(run("got.length")).toBe(1);
  run('nestedAppAuthBridge.removeEventListener("message", hear)');
  receive({ args: [null, answer] });
  expect(run("got.length")).toBe(1);
});

test("a dialog of the add-in has no bridge, as in Outlook", () => {
  const { run } = frame({ xdmInfo, hostInfo: "Outlook$Web$16.01$en-us$c$isDialog$disableLogging$0" }, signInRelay);
  expect(run("typeof nestedAppAuthBridge")).toBe("undefined");
});
